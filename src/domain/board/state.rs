//! A board as folded, what one entry changes in it, and whether it takes a poster on a day.
use super::particulars::{Particulars, QuietColumn};
use super::vocabulary::Condition;
use crate::domain::dossier::Refusal;
use crate::domain::journal::{BoardBody, EntryId, Event};
use crate::domain::reference::division::DivisionCode;
use crate::domain::values::date::Date;
use serde::{Deserialize, Serialize};

/// A board as folded from its entries.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Board {
    /// The newest entries, those that no other entry has seen; sorted. They stand first in the
    /// stored row: a view with other heads is out of date.
    pub heads: Vec<EntryId>,
    /// Entries that were seen by their authors and are missing here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<EntryId>,
    /// Its particulars; the last description in fold order holds.
    pub described: Option<Particulars>,
    /// The day from which it was used: as confirmed, else the date on which the first description
    /// was written.
    pub since: Option<Date>,
    /// Day and condition of the last inspection.
    pub inspected: Option<(Date, Condition)>,
    /// 本期无事项, in fold order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nothing: Vec<QuietColumn>,
    /// The day on which it was given up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired_on: Option<Date>,
    /// Everything that happened, in fold order.
    pub history: Vec<Event>,
}

impl Board {
    /// Is it in use on `day`?
    #[must_use]
    pub fn is_used_on(&self, day: Date) -> bool {
        self.since.is_some_and(|since| since <= day)
            && self.retired_on.is_none_or(|retired| day < retired)
    }

    /// May a disclosure of `village` have been hung here on `day`?
    ///
    /// # Errors
    /// It stands elsewhere, was not in use yet, or had been given up.
    pub fn takes(&self, village: DivisionCode, day: Date) -> Result<(), Refusal> {
        if self.described.as_ref().is_none_or(|described| described.division != village) {
            return Err(Refusal::BoardElsewhere);
        }
        match self.since {
            Some(since) if day < since => Err(Refusal::BoardNotYet(since)),
            _ if self.is_used_on(day) => Ok(()),
            _ => Err(Refusal::BoardRetired),
        }
    }
}

/// What an entry that was written on the day `at` changes in the board.
pub(super) fn evolve(board: &mut Board, at: Date, body: &BoardBody) {
    match body {
        BoardBody::BoardDescribed(body) => {
            board.since = body.0.since.or(board.since).or(Some(at));
            board.described = Some(body.0.clone());
        }
        BoardBody::BoardInspected(body) => {
            if board.inspected.is_none_or(|(on, _)| on <= body.on) {
                board.inspected = Some((body.on, body.condition));
            }
        }
        BoardBody::NothingToReport(body) => board.nothing.push(body.0.clone()),
        BoardBody::BoardRetired(body) => board.retired_on = Some(body.on),
    }
}
