//! Each act asks "may I?" first, so that it refuses just what lists and footers say.
use super::ActName;
use super::batch::Batch;
use super::board::KnownBoard;
use super::board_act::board_in_use;
use super::case::KnownCase;
use super::facts::Facts;
use super::possible::{Beside, Possible, possible, possible_as};
use crate::domain::dossier::row_rules::RowFacts;
use crate::domain::dossier::{Past, Refusal, Standing};
use crate::domain::journal::{ActKind, EntryId};
use crate::domain::reference::Reference;
use crate::domain::reference::programme::NoticeTime;
use crate::domain::roll::BatchKind;
use crate::domain::values::date::Date;

/// What entries decide of an act on a batch, or on the part of it with this entry.
pub(super) fn by_entries<F: Facts>(
    facts: &F,
    act: ActName,
    batch: &Batch,
    part: Option<EntryId>,
) -> Result<(), F::Error> {
    ask(facts, act, batch, &RowFacts::default(), part, facts.today())
}

/// The same for an act that names another day than today.
pub(super) fn on_day<F: Facts>(
    facts: &F,
    act: ActName,
    batch: &Batch,
    part: Option<EntryId>,
    day: Date,
) -> Result<(), F::Error> {
    ask(facts, act, batch, &RowFacts::default(), part, day)
}

/// What the rows decide, too.
pub(super) fn by_rows<F: Facts>(
    facts: &F,
    act: ActName,
    batch: &Batch,
    rows: &RowFacts,
) -> Result<(), F::Error> {
    ask(facts, act, batch, rows, None, facts.today())
}

/// The same by the table's word, where the act could be several.
pub(super) fn as_kind<F: Facts>(
    facts: &F,
    kind: ActKind,
    batch: &Batch,
    rows: &RowFacts,
) -> Result<(), F::Error> {
    let author = facts.author();
    let when = notice_time(facts.reference(), batch, facts.today());
    let past = Past::Batch(&batch.dossier);
    let standing = Standing { past, author: &author, day: facts.today(), when };
    let beside = Beside { rows, board_in_use: false, corrects_handed: None };
    Ok(refused(possible_as(kind, &standing, &beside, None))?)
}

fn ask<F: Facts>(
    facts: &F,
    act: ActName,
    batch: &Batch,
    rows: &RowFacts,
    part: Option<EntryId>,
    day: Date,
) -> Result<(), F::Error> {
    let author = facts.author();
    let when = notice_time(facts.reference(), batch, facts.today());
    let standing = Standing { past: Past::Batch(&batch.dossier), author: &author, day, when };
    let board_in_use = act == ActName::PayList && board_in_use(facts, batch)?;
    let corrects_handed = corrects_handed(facts, batch)?;
    let beside = Beside { rows, board_in_use, corrects_handed };
    Ok(refused(possible(act, &standing, &beside, part))?)
}

/// A case goes on by its number; an enquiry about no batch is a subject of its own.
pub(super) fn on_case<F: Facts>(
    facts: &F,
    act: ActName,
    known: &KnownCase,
) -> Result<(), F::Error> {
    if let Some(batch) = &known.batch {
        return by_entries(facts, act, batch, Some(known.case.entry));
    }
    let enquiry = facts.enquiry(&known.subject)?;
    let past = Past::Enquiry(&enquiry);
    Ok(elsewhere(facts, act, past, Some(known.case.entry))?)
}

/// A board's own past decides.
pub(super) fn on_board<F: Facts>(
    facts: &F,
    act: ActName,
    known: &KnownBoard,
) -> Result<(), F::Error> {
    Ok(elsewhere(facts, act, Past::Board(&known.board), None)?)
}

/// A subject without rows, or one that is not there yet.
pub(super) fn elsewhere<F: Facts>(
    facts: &F,
    act: ActName,
    past: Past<'_>,
    meant: Option<EntryId>,
) -> Result<(), Refusal> {
    let author = facts.author();
    let when = NoticeTime::None;
    let standing = Standing { past, author: &author, day: facts.today(), when };
    let rows = RowFacts::default();
    let beside = Beside { rows: &rows, board_in_use: false, corrects_handed: None };
    refused(possible(act, &standing, &beside, meant))
}

/// What nobody has looked at yet is looked at by the act itself.
fn refused(answer: Possible) -> Result<(), Refusal> {
    match answer {
        Possible::Yes | Possible::Unchecked => Ok(()),
        Possible::No(refusal) => Err(refusal),
    }
}

/// When the batch's programme wants its notice on `day`; a programme that nobody knows wants none.
#[must_use]
pub fn notice_time(reference: &Reference, batch: &Batch, day: Date) -> NoticeTime {
    let programme = reference.programme(&batch.draft.key.programme, day);
    programme.map_or(NoticeTime::None, |programme| programme.notice.when)
}

/// Is the batch that this one corrects with the finance bureau? `None` = it corrects none.
fn corrects_handed<F: Facts>(facts: &F, batch: &Batch) -> Result<Option<bool>, F::Error> {
    let BatchKind::Correction(corrected) = batch.draft.key.kind else { return Ok(None) };
    let corrected = facts.dossier(&corrected)?;
    Ok(Some(corrected.stage().is_handed() && !corrected.conflict))
}
