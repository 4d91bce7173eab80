//! 资金: the lines of a batch are handed to the finance bureau, the money is credited.
use super::form::{BodyError, read, written};
use super::kinds::{OfSubject, bodies};
use crate::domain::journal::{ActKind, RestsOn};
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use crate::domain::values::money::Fen;
use serde::{Deserialize, Serialize};

bodies! {
    /// What becomes of a batch's money.
    MoneyBody {
        /// The batch's lines are in a pay list.
        PayListed = "pay-listed" => "act-pay-listed",
        /// The money has been credited.
        Paid = "paid" => "act-paid",
    }
}

impl MoneyBody {
    pub(super) const fn act(&self) -> ActKind {
        match self {
            Self::PayListed(_) => ActKind::PayList,
            Self::Paid(_) => ActKind::BookPaid,
        }
    }

    /// The day that a person confirms with it.
    #[expect(clippy::unnecessary_wraps, reason = "the bodies of all subjects are asked alike")]
    pub(super) const fn confirmed_day(&self) -> Option<Date> {
        match self {
            Self::PayListed(body) => Some(body.made_on),
            Self::Paid(body) => Some(body.on),
        }
    }

    pub(super) const fn rests_on(&self) -> RestsOn<'_> {
        match self {
            Self::PayListed(body) => RestsOn::Paying(body.made_on),
            Self::Paid(body) => RestsOn::ResultDue { on: body.on, due: body.result_due },
        }
    }

    pub(super) const fn rules(&self) -> Option<Hash> {
        match self {
            Self::PayListed(body) => body.rules,
            Self::Paid(body) => body.rules,
        }
    }

    pub(super) fn named_blobs(&self) -> Vec<Hash> {
        match self {
            Self::PayListed(body) => vec![body.rows],
            Self::Paid(_) => Vec::new(),
        }
    }
}

/// The lines of an approved batch are in a pay list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayListed {
    /// `L-<terminal>-<seq of its first entry>`.
    pub list: String,
    /// Blob with the rows.
    pub rows: Hash,
    /// Counts and sums.
    pub lines: u32,
    /// Sum.
    pub fen: Fen,
    /// The day on which it was made, confirmed by a person.
    pub made_on: Date,
    /// The rules that it rests on: [`mark`](crate::domain::reference::rule::mark) of the reference sets in
    /// force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Hash>,
}

/// The money of the pay list has been credited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paid {
    /// The pay list.
    pub list: String,
    /// The day of payment, confirmed by a person.
    pub on: Date,
    /// Last day for the result disclosure (20 working days, 10 for relief), counted when it was
    /// booked.
    pub result_due: Date,
    /// The rules by which the last day was counted: [`mark`](crate::domain::reference::rule::mark) of the
    /// reference sets in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Hash>,
}
