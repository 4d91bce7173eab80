//! Which rules of the reference data one entry says that it rests on: those of its day, or exactly
//! the rules that counted a day or that a reply cites.
use super::EntryId;
use crate::domain::case::CaseKind;
use crate::domain::disclosure::Code;
use crate::domain::values::date::Date;

/// What has to be looked up to name the rules behind an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestsOn<'a> {
    /// No rules.
    Nothing,
    /// All that held for the batch on the day of the entry: it is a decision about rows.
    ItsDay,
    /// What is paid, at which rates, on this day.
    Paying(Date),
    /// The last day of the result, counted from the payment.
    ResultDue {
        /// The payment.
        on: Date,
        /// The last day.
        due: Date,
    },
    /// The last day of a notice, counted from its posting.
    Notice {
        /// Which disclosure.
        code: &'a Code,
        /// The posting.
        on: Date,
        /// The last day; `None` for a result.
        through: Option<Date>,
    },
    /// The last day of a reply, counted from the day on which the case came.
    Reply {
        /// Objection or enquiry.
        kind: CaseKind,
        /// The day on which it came.
        on: Date,
        /// The last day.
        due: Date,
    },
    /// The articles that a reply cites.
    Cited {
        /// The case's entry.
        case: EntryId,
        /// The reply.
        on: Date,
    },
    /// The years for which papers are kept, on this day.
    Keeping(Date),
}
