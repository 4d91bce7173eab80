//! What the functions of `old_ways` are given and give back: goes with them.
use super::publish::NoticePlan;
use crate::domain::board::PhotoView;
use crate::domain::case::{CaseKind, CaseType, CaseWords, Channel};
use crate::domain::disclosure::revision::ChangeReason;
use crate::domain::disclosure::{Disclosure, DisclosureStage, PaperNames};
use crate::domain::reference::division::DivisionCode;
use crate::domain::roll::BatchKind;
use crate::domain::values::date::Date;
use crate::domain::values::period::Period;
use std::path::PathBuf;

/// What `publish` has made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// The public content.
    pub disclosure: Disclosure,
    /// Full names of the paper, where it shows more than the page.
    pub paper_names: Option<PaperNames>,
    /// Days.
    pub plan: NoticePlan,
    /// The day on which it is published.
    pub published_on: Date,
}

/// How a batch is to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishAsked {
    /// Notice or result.
    pub stage: DisclosureStage,
    /// First day of a notice; `None` = today.
    pub from: Option<Date>,
    /// Why a live one is corrected; `None` = by what is known.
    pub reason: Option<ChangeReason>,
    /// Numbers of the upheld objections that it answers, with commas or spaces between; `None` =
    /// all that wait for it.
    pub answers: Option<String>,
}

impl Default for PublishAsked {
    fn default() -> Self {
        Self { stage: DisclosureStage::Notice, from: None, reason: None, answers: None }
    }
}

/// What is registered.
#[derive(Debug, Clone)]
pub struct NewCase {
    /// Objection or enquiry.
    pub kind: CaseKind,
    /// The day on which it came.
    pub received_on: Date,
    /// How.
    pub channel: Channel,
    /// What about.
    pub about: CaseType,
    /// The row, if it is about one.
    pub row: Option<u32>,
    /// No approval either while it is open.
    pub hold: bool,
    /// The private words.
    pub words: CaseWords,
}

/// A photo as it comes from the camera.
#[derive(Debug, Clone, Copy)]
pub struct NewPhoto<'a> {
    /// JPEG or PNG.
    pub bytes: &'a [u8],
    /// Near or far.
    pub view: PhotoView,
}

/// A roll that is typed rather than imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRoll {
    /// Code, name or alias.
    pub programme: String,
    /// The village.
    pub division: DivisionCode,
    /// What is paid for.
    pub period: Period,
    /// Normal or arrears.
    pub kind: BatchKind,
    /// Begin with the lines of the last batch of the same programme and village.
    pub from_last: bool,
}

/// What an erasure did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// How many blobs are gone.
    pub blobs: u32,
    /// Backups that were written anew.
    pub renewed: Vec<PathBuf>,
    /// Backups that could not be reached: they still hold what was erased.
    pub unreachable: Vec<PathBuf>,
}
