//! Batches: their names, rows of lists, the whole dossier, and what came of an act.
use super::possible_acts::PossibleActs;
use crate::domain::dossier::Stage;
use crate::domain::journal::EntryId;
use crate::domain::people::masking::{mask_card, mask_id};
use crate::domain::reference::division::DivisionCode;
use crate::domain::roll::{Line, Totals};
use crate::domain::values::date::Date;
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use crate::domain::values::timestamp::Timestamp;
use crate::office::batch::Batch;
use schemars::JsonSchema;
use serde::Serialize;

/// How a batch is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BatchNames {
    /// Its number (B-...); of a draft without one that of the draft.
    pub batch: String,
    /// The draft that it is mended in (D-...).
    pub draft: String,
    /// The office's running number; empty before it has one.
    pub label: String,
    /// The programme's code.
    pub programme: String,
    /// The programme's name.
    pub programme_name: String,
    /// The village's code.
    pub division: DivisionCode,
    /// The village's name.
    pub village: String,
    /// What is paid for.
    pub period: Period,
    /// normal, arrears or correction.
    pub kind: &'static str,
    /// Where it stands.
    pub stage: Stage,
}

impl BatchNames {
    /// Of this batch.
    #[must_use]
    pub fn of(batch: &Batch) -> Self {
        let key = &batch.draft.key;
        let draft = format!("D-{}", batch.draft.number);
        Self {
            batch: batch.draft.subject.map_or_else(|| draft.clone(), |subject| subject.to_string()),
            draft,
            label: batch.dossier.label().unwrap_or_default().to_owned(),
            programme: key.programme.clone(),
            programme_name: batch.programme.clone(),
            division: key.division,
            village: batch.village.clone(),
            period: key.period,
            kind: key.kind.word(),
            stage: batch.stage(),
        }
    }
}

/// Counts and sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CountsView {
    /// Lines.
    pub lines: u32,
    /// Distinct householders.
    pub households: u32,
    /// Distinct persons who get the money.
    pub persons: u32,
    /// The sum, in fen.
    pub fen: Fen,
}

impl CountsView {
    /// Of these totals.
    #[must_use]
    pub const fn of(totals: &Totals) -> Self {
        let Totals { lines, households, persons, fen, .. } = *totals;
        Self { lines, households, persons, fen }
    }
}

/// A batch in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BatchRow {
    /// Which batch.
    #[serde(flatten)]
    pub names: BatchNames,
    /// Lines.
    pub lines: u32,
    /// The sum, in fen.
    pub fen: Fen,
    /// Findings that block it.
    pub blocking: u32,
    /// Findings that lack their reason.
    pub unexplained: u32,
    /// What the user may do with it today.
    pub possible: PossibleActs,
}

impl BatchRow {
    /// Of this batch.
    #[must_use]
    pub fn of(batch: &Batch, possible: PossibleActs) -> Self {
        let totals = batch.draft.totals;
        let found = &batch.draft.found;
        Self {
            names: BatchNames::of(batch),
            lines: totals.lines,
            fen: totals.fen,
            blocking: found.block,
            unexplained: found.unexplained,
            possible,
        }
    }
}

/// The list of batches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BatchList {
    /// The batches.
    pub batches: Vec<BatchRow>,
    /// Lines of all.
    pub lines: u64,
    /// The sum of all, in fen.
    pub fen: Fen,
}

/// A batch with its rows and its history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BatchView {
    /// Which batch.
    #[serde(flatten)]
    pub names: BatchNames,
    /// The code of the disclosure that is public now; absent if none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The check code that stands on the paper; absent if none is public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check_code: Option<String>,
    /// Counts and sums.
    pub totals: CountsView,
    /// Its lines.
    pub rows: Vec<LineView>,
    /// What happened to it, oldest first.
    pub history: Vec<EventView>,
    /// What the user may do with it today.
    pub possible: PossibleActs,
}

/// A line of a roll.
#[derive(Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LineView {
    /// Its number.
    pub no: u32,
    /// Who gets the subsidy.
    pub name: String,
    /// The person's ID number, masked.
    pub id: String,
    /// The card, masked.
    pub card: String,
    /// The villagers' group.
    pub group: String,
    /// The householder.
    pub householder: String,
    /// Who is paid.
    pub payee: String,
    /// How much of the programme's unit, as a decimal; null if the roll has none.
    pub quantity: Option<String>,
    /// Yuan for each unit, as a decimal; null if the roll has none.
    pub rate: Option<String>,
    /// Months that are paid for; null if the roll has none.
    pub months: Option<u16>,
    /// The amount, in fen.
    pub fen: Fen,
    /// The remark.
    pub remark: String,
    /// The row of the file that it came from; 0 = it came from none.
    pub source_row: u32,
}

impl std::fmt::Debug for LineView {
    /// Never shows a person: debug output reaches logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "LineView({})", self.no)
    }
}

impl LineView {
    /// Of this line, with masked numbers.
    #[must_use]
    pub fn of(line: &Line) -> Self {
        let person = line.beneficiary();
        Self {
            no: line.no,
            name: person.name.clone(),
            id: mask_id(&person.id),
            card: mask_card(&line.card),
            group: line.group.clone(),
            householder: line.householder.name.clone(),
            payee: line.payee().name.clone(),
            quantity: line.quantity.map(|quantity| quantity.to_string()),
            rate: line.rate.map(|rate| rate.to_string()),
            months: line.months,
            fen: line.amount,
            remark: line.remark.clone(),
            source_row: line.source_row,
        }
    }
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EventView {
    /// Its entry.
    pub entry: EntryId,
    /// The kind word of the act.
    pub act: String,
    /// The number of the user who did it; null if nobody is known.
    pub by: Option<u32>,
    /// When the clock said it was.
    pub at: Timestamp,
    /// The code of the refusal, if it had no effect.
    pub without_effect: Option<String>,
}

/// A batch after an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BatchDeed {
    /// Which batch.
    #[serde(flatten)]
    pub names: BatchNames,
    /// Its last entry; null of a draft.
    pub entry: Option<EntryId>,
}

impl BatchDeed {
    /// Of this batch.
    #[must_use]
    pub fn of(batch: &Batch) -> Self {
        let entry = batch.dossier.history.last().map(|event| event.entry);
        Self { names: BatchNames::of(batch), entry }
    }
}

/// Batches after one act on all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BatchesDone {
    /// The batches, in the order of the act.
    pub acts: Vec<BatchDeed>,
}

/// A batch of which something is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BatchDue {
    /// Which batch.
    #[serde(flatten)]
    pub names: BatchNames,
    /// The last day for it.
    pub due: Date,
}

/// Results that have to be published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ResultsDue {
    /// The batches.
    pub results: Vec<BatchDue>,
}

/// A batch beside the one before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BatchComparison {
    /// Which batch.
    #[serde(flatten)]
    pub names: BatchNames,
    /// The earlier batch; null if there is none.
    pub against: Option<String>,
    /// Counts and sums of the earlier batch.
    pub before: CountsView,
    /// Counts and sums now.
    pub now: CountsView,
    /// Lines that differ.
    pub changes: Vec<LineChange>,
}

/// A line that differs from the earlier batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LineChange {
    /// new, gone or changed.
    pub kind: &'static str,
    /// Who gets the subsidy.
    pub name: String,
    /// The line's number.
    pub line: u32,
    /// The amount before, in fen; null of a new line.
    pub before: Option<Fen>,
    /// The amount now, in fen; null of a line that is gone.
    pub now: Option<Fen>,
}
