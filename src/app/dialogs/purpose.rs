//! What a form is for, and what it asks of the world once it is filled in.
use super::ask::Ready;
use super::batch_forms::BatchForm;
use super::board_forms::BoardForm;
use super::case_forms::CaseForm;
use super::filled::{Filled, Wrong, wrong};
use crate::app::effect::Effect;
use crate::app::orders::{NewRoll, Paper};
use crate::app::screens::{RuleBook, Screen};
use crate::app::views::{BatchId, PublishRow, Seen};
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::roll::Edit;
use crate::domain::roll::finding::Check;
use crate::domain::text::sentence::Sentence;

/// What the entries are for.
#[derive(Debug, Clone)]
pub enum Purpose {
    /// Send a batch back: reason, rows.
    Return(Seen),
    /// Take a batch back: reason, class.
    Withdraw(Seen),
    /// Why a finding is right all the same: reason.
    Explain {
        /// The draft.
        batch: BatchId,
        /// The check.
        check: Check,
        /// The lines meant.
        lines: Vec<u32>,
    },
    /// Publish a first notice: first day.
    Publish(PublishRow),
    /// Write a paper: path.
    Paper(Paper),
    /// 政策明白卡: programme or nothing, path.
    PolicyCards,
    /// Write the site: folder.
    Site,
    /// Write a pay list's files: folder.
    Export(String),
    /// The money was credited: day.
    BookPaid(String),
    /// A draft for another period: period.
    Renew(BatchId),
    /// A typed roll: programme, village, period, kind, beginning.
    NewRoll,
    /// The rules of another day: day.
    RuleDay,
    /// A county's reference set: folder, look or take in.
    Reference,
    /// An act on a board.
    Board(BoardForm),
    /// A later act on a batch.
    Batch(BatchForm),
    /// An act of the register.
    Case(CaseForm),
}

impl Purpose {
    /// What the entries lead to, or which of them is wrong.
    ///
    /// # Errors
    /// [`Wrong`].
    pub fn ready(&self, filled: &Filled) -> Result<Ready, Wrong> {
        let effect = match self {
            Self::Return(seen) => {
                let (reason, lines) = (filled.needed(0)?, filled.rows(1)?);
                Effect::Return { seen: seen.clone(), reason, lines }
            }
            Self::Withdraw(seen) => {
                let (reason, class) =
                    (filled.needed(0)?, filled.chosen(1, &WithdrawalReason::GIVEN)?);
                Effect::Withdraw { seen: seen.clone(), reason, class }
            }
            Self::Explain { batch, check, lines } => {
                let edit = Edit::Explain {
                    check: *check,
                    lines: lines.clone(),
                    reason: filled.needed(0)?,
                };
                Effect::Edit { batch: batch.clone(), edit }
            }
            Self::Publish(row) => return publish(row, filled),
            Self::Paper(paper) => Effect::Paper { paper: paper.clone(), path: filled.needed(0)? },
            Self::PolicyCards => {
                let paper = Paper::PolicyCards(filled.text(0).to_owned());
                Effect::Paper { paper, path: filled.needed(1)? }
            }
            Self::Site => Effect::BuildSite { folder: filled.needed(0)? },
            Self::Export(pay_list) => {
                Effect::Export { pay_list: pay_list.clone(), folder: filled.needed(0)? }
            }
            Self::BookPaid(pay_list) => return book_paid(pay_list, filled),
            Self::Renew(batch) => {
                Effect::Renew { batch: batch.clone(), period: filled.period(0)?.to_string() }
            }
            Self::NewRoll => Effect::NewRoll(NewRoll {
                programme: filled.needed(0)?,
                village: filled.needed(1)?,
                period: filled.period(2)?,
                arrears: filled.place_of(3) == 1,
                from_last: filled.place_of(4) == 1,
            }),
            Self::RuleDay => {
                return Ok(Ready::Go(Box::new(Screen::RuleBook(RuleBook::of(filled.day(0)?)))));
            }
            Self::Reference => return reference(filled),
            Self::Board(form) => return form.ready(filled),
            Self::Batch(form) => return form.ready(filled),
            Self::Case(form) => return form.ready(filled),
        };
        Ok(Ready::Order(effect))
    }
}

fn publish(row: &PublishRow, filled: &Filled) -> Result<Ready, Wrong> {
    filled.needed(0)?;
    let from = filled.day(0)?;
    let facts = vec![
        Sentence::plain("app-ask-publish").with("title", &row.title),
        Sentence::plain("app-ask-counts")
            .with("batches", 1)
            .with("lines", row.totals.lines)
            .with("households", row.totals.households)
            .with("sum", row.totals.fen.grouped()),
        Sentence::plain(if from == row.from { "app-ask-until" } else { "app-ask-from" })
            .with("from", from)
            .with("until", row.until),
        Sentence::plain("app-ask-publish-final"),
    ];
    Ok(Ready::Confirm(Effect::Publish { seen: row.seen.clone(), from }, facts))
}

fn reference(filled: &Filled) -> Result<Ready, Wrong> {
    let (folder, take_in) = (filled.needed(0)?, filled.place_of(1) == 1);
    let facts = vec![
        Sentence::plain("app-ask-reference").with("folder", &folder),
        Sentence::plain("app-ask-signature"),
    ];
    let effect = Effect::Reference { folder, take_in };
    Ok(if take_in { Ready::Confirm(effect, facts) } else { Ready::Order(effect) })
}

fn book_paid(pay_list: &str, filled: &Filled) -> Result<Ready, Wrong> {
    let on = filled.day(0).or(Err(wrong(0, "app-wrong-date")))?;
    let facts = vec![
        Sentence::plain("app-ask-book-paid").with("id", pay_list).with("on", on),
        Sentence::plain("app-ask-signature"),
    ];
    Ok(Ready::Confirm(Effect::BookPaid { pay_list: pay_list.to_owned(), on }, facts))
}
