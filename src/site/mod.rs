//! 网站: disclosures -> the static site that residents open by scanning the poster.
//!
//! [`build`] writes, below one folder: the home page with its search, a page per village (`V/<12
//! digits>/`), a page per disclosure (`D/<CODE>/`, with the exact bytes and the signature beside
//! it), a card per programme (`P/<code>/`), the log of corrections and withdrawals (`log/`,
//! `log.json`), `keys.json`, and pages for a code that nobody published. All links are relative:
//! the site works from a sub-folder and from a stick.
//!
//! Nothing public is overwritten: a corrected page stays and leads to the newest one. What is taken
//! back or has ended leaves a page without list, and no file beside it.
//!
//! Deliberately not here: names of the paper (the type has no field for them), the store, the clock
//! (a page says from when to when; its script says whether today lies between), any server.
mod beside;
mod build;
mod cards;
mod changes;
mod embedded_payload;
mod error;
mod heading;
mod history;
mod index;
mod lists;
mod log;
mod manifest;
mod pages;
mod render;
mod tombstone_pages;
mod village;
mod village_input;
mod words;

#[cfg(test)]
mod tests;

pub use crate::domain::disclosure::withdrawal::WithdrawalReason;
pub use build::{Built, build};
pub use error::SiteError;
pub use village_input::{
    BoardColumn, BoardKind, BoardShown, NothingShown, ObjectionCounts, PostingShown, VillageShown,
};

use crate::domain::disclosure::policy_card::PolicyCard;
use crate::domain::disclosure::{Code, Disclosure};
use crate::domain::values::date::Date;
use std::collections::BTreeMap;

/// All that a site is made from.
#[derive(Debug, Clone)]
pub struct Site<'a> {
    /// As it stands above the home page, e.g. `枣林镇人民政府`.
    pub office: &'a str,
    /// `HOST[/PREFIX]` as printed on posters; shown, never linked.
    pub host: &'a str,
    /// Made from a practice store: every page says 练习.
    pub practice: bool,
    /// All publication keys of the office, oldest first.
    pub keys: Vec<KeyInfo>,
    /// All that was ever published, in any order.
    pub disclosures: Vec<Published<'a>>,
    /// What villages show beside their disclosures; one that is absent has its disclosures only.
    pub villages: Vec<VillageShown>,
    /// 主管部门 by code of programme, for the search; may be empty.
    pub departments: BTreeMap<String, String>,
    /// 政策明白卡, at most one a programme, in the order of the home page.
    pub cards: Vec<PolicyCard>,
}

/// A publication key of the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyInfo {
    /// Ed25519.
    pub public: [u8; 32],
    /// First day of use.
    pub from: Date,
    /// Last day; `None` = in use.
    pub to: Option<Date>,
    /// By which earlier key it was introduced; `None` for the first.
    pub signed_by: Option<Endorsement>,
}

/// The key before says that this one follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endorsement {
    /// The earlier key.
    pub public: [u8; 32],
    /// Its signature, as the journal holds it.
    pub signature: [u8; 64],
}

/// One disclosure with what became of it.
#[derive(Debug, Clone)]
pub struct Published<'a> {
    /// What it said.
    pub content: Content<'a>,
    /// The office's signature over [`crate::domain::disclosure::signed_message`].
    pub signature: [u8; 64],
    /// The code that the journal holds; it must be that of the bytes.
    pub code: Code,
    /// The day it was published.
    pub published_on: Date,
    /// The revision that took its place.
    pub replaced_by: Option<Code>,
    /// Set when it was taken back or its time has ended: the list goes, a page without list stays.
    pub withdrawn: Option<Withdrawal>,
    /// How many objections there were; `None` = not published.
    pub objections: Option<ObjectionCounts>,
}

impl<'a> Published<'a> {
    /// A disclosure in force, with no later fact about it.
    #[must_use]
    pub const fn new(bytes: &'a [u8], code: Code, signature: [u8; 64], published_on: Date) -> Self {
        let content = Content::Whole(bytes);
        Self {
            content,
            signature,
            code,
            published_on,
            replaced_by: None,
            withdrawn: None,
            objections: None,
        }
    }
}

/// The bytes of a disclosure, or what is left of them.
#[derive(Debug, Clone, Copy)]
pub enum Content<'a> {
    /// The exact bytes of `disclosure.json`.
    Whole(&'a [u8]),
    /// They were erased; this is what the journal still knows: no rows, and of changes only their
    /// number and reason. Possible only for a disclosure that was withdrawn or has ended.
    Erased(&'a Disclosure),
}

/// A withdrawal as the public may know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Withdrawal {
    /// The day.
    pub on: Date,
    /// The class; the office's own words are private.
    pub reason: WithdrawalReason,
}

impl Withdrawal {
    /// Has only its time ended? Then totals and signature stay.
    #[must_use]
    pub const fn is_end(self) -> bool {
        matches!(self.reason, WithdrawalReason::Ended)
    }
}
