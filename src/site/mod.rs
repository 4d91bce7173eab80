//! 网站: disclosures -> the static site that residents open by scanning the poster.
//!
//! [`build`] writes, below one folder: the home page, a page per village (`V/<12 digits>/`), a page per
//! disclosure (`D/<CODE>/`, with the exact bytes and the signature beside it), `keys.json`, and pages for
//! a code that nobody published. All links are relative: the site works from a sub-folder and from a stick.
//!
//! Deliberately not here: names of the paper (the type has no field for them), the store, the clock (a
//! page says from when to when; its script says whether today lies between), any server.
mod build;
mod carried;
mod error;
mod heading;
mod history;
mod lists;
mod manifest;
mod pages;
mod render;
mod words;

#[cfg(test)]
mod tests;

pub use build::{Built, build};
pub use error::SiteError;

use crate::domain::date::Date;
use crate::domain::disclosure::Code;
pub use crate::domain::withdrawal::WithdrawalReason;

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
    /// The exact bytes of `disclosure.json`.
    pub bytes: &'a [u8],
    /// The office's signature over [`crate::domain::disclosure::signed_message`].
    pub signature: [u8; 64],
    /// The code that the journal holds; it must be that of the bytes.
    pub code: Code,
    /// The day it was published.
    pub published_on: Date,
    /// The revision that took its place.
    pub replaced_by: Option<Code>,
    /// Set when it was taken back: the list goes, a tombstone stays.
    pub withdrawn: Option<Withdrawal>,
}

/// A withdrawal as the public may know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Withdrawal {
    /// The day.
    pub on: Date,
    /// Why, in a word.
    pub reason: WithdrawalReason,
}
