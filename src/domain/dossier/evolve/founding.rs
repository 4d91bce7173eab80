//! 批次立档: which roll and which label a batch has.
use crate::domain::dossier::state::{Dossier, Founding};
use crate::domain::roll::RollKey;

/// The first entry that names the batch does so for good.
pub(super) fn found(state: &mut Dossier, key: &RollKey, label: &str) {
    state.founding.get_or_insert_with(|| Founding { key: key.clone(), label: label.to_owned() });
}
