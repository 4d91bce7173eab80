//! Open drafts of a programme and period, read once and kept until one of them changes.
use super::sibling_rolls::{In, SiblingRolls};
use crate::domain::values::period::Period;
use rustc_hash::FxHashMap;
use std::sync::{Arc, Mutex};

/// Open drafts, by programme and period of the one that they stand beside.
pub(super) type DraftsByRoll = Mutex<FxHashMap<(String, Period), Arc<OpenDrafts>>>;

/// What the open drafts of a programme say, the one that is looked at among them.
#[derive(Default)]
pub(super) struct OpenDrafts {
    pub(super) rolls: SiblingRolls<In>,
    /// Number of a draft -> its place among the rolls.
    pub(super) places: FxHashMap<u32, u32>,
}
