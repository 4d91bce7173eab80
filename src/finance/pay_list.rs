//! What is handed over: batches with their lines, and what the signed entries said of them.
use super::FinanceError;
use crate::domain::disclosure::PublicDivision;
use crate::domain::reference::division::DivisionCode;
use crate::domain::roll::Line;
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use std::collections::BTreeSet;

/// A pay list, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayList {
    /// `L-7K3QX2MD-42`.
    pub id: String,
    /// The office that hands it over, as printed: `枣林镇人民政府`.
    pub office: String,
    /// The office's division; its code begins the files' names.
    pub division: DivisionCode,
    /// The day on which it was made, confirmed by a person.
    pub made_on: Date,
    /// 练习: no file may look payable.
    pub practice: bool,
    /// In the order of payment.
    pub batches: Vec<PaidBatch>,
}

/// One batch of a pay list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaidBatch {
    /// `B-7K3QX2MD-42`.
    pub subject: String,
    /// The office's running number, `140923104-2026-DL-0007`.
    pub label: String,
    /// The submission that was approved; 1 for the first.
    pub revision: u32,
    /// Programme code.
    pub programme: String,
    /// Its official name.
    pub programme_name: String,
    /// Unit of its quantities.
    pub unit: String,
    /// What the payment is for.
    pub period: Period,
    /// The village; `name` is the official one (`段村村委会`), as import templates ask.
    pub village: PublicDivision,
    /// Hash of the rows, as the entry names them.
    pub rows: Hash,
    /// How many lines the entry said.
    pub said_lines: u32,
    /// Which sum the entry said.
    pub said_fen: Fen,
    /// The lines to be paid.
    pub lines: Vec<Line>,
}

impl PaidBatch {
    /// The sum of the lines, in fen, without a ceiling.
    pub(super) fn sum(&self) -> i128 {
        self.lines.iter().map(|line| i128::from(line.amount.fen())).sum()
    }
}

impl PayList {
    /// Every batch once, with exactly the lines and the money that its entry said.
    ///
    /// # Errors
    /// The first batch that differs.
    pub(super) fn check(&self) -> Result<(), FinanceError> {
        if self.batches.is_empty() {
            return Err(FinanceError::Empty);
        }
        let mut seen = BTreeSet::new();
        for batch in &self.batches {
            let label = || batch.label.clone();
            if !seen.insert(&batch.subject) {
                return Err(FinanceError::Twice { label: label() });
            }
            if batch.lines.len() != batch.said_lines as usize {
                return Err(FinanceError::Lines {
                    label: label(),
                    expected: batch.said_lines,
                    found: batch.lines.len(),
                });
            }
            if batch.sum() != i128::from(batch.said_fen.fen()) {
                return Err(FinanceError::Sum { label: label(), expected: batch.said_fen });
            }
        }
        sum(self.batches.iter().map(|batch| batch.said_fen)).map(drop)
    }
}

/// The exact sum of `amounts`.
///
/// # Errors
/// [`FinanceError::TooLarge`] above what an amount can hold.
pub(super) fn sum(amounts: impl Iterator<Item = Fen>) -> Result<Fen, FinanceError> {
    let total: i128 = amounts.map(|amount| i128::from(amount.fen())).sum();
    i64::try_from(total).ok().and_then(|fen| Fen::try_from(fen).ok()).ok_or(FinanceError::TooLarge)
}
