//! What the checks look at beside the roll itself: the county's data, lists of persons, and other
//! batches.
use crate::domain::journal::Subject;
use crate::domain::people::cross_match::CrossLists;
use crate::domain::reference::Reference;
use crate::domain::reference::division::DivisionCode;
use crate::domain::reference::programme::Programme;
use crate::domain::roll::{BatchKind, Line, RollKey};
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use crate::domain::values::quantity::Quantity;
use rustc_hash::FxHashSet;
use std::error::Error;

/// The roll that is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Roll<'a> {
    /// Programme, village, period.
    pub key: &'a RollKey,
    /// Its lines, in order.
    pub lines: &'a [Line],
}

/// What the checks look at beside the roll.
#[derive(Clone, Copy)]
pub struct CheckContext<'a> {
    /// The roll's programme.
    pub programme: &'a Programme,
    /// The county's data.
    pub reference: &'a Reference,
    /// Today at +08:00.
    pub today: Date,
    /// What other batches pay.
    pub other_payments: &'a dyn OtherPayments,
    /// Lists of persons, by keyed hash.
    pub lists: &'a CrossLists,
    /// The keyed hash of a normalised ID number, as it stands in the lists; none = nothing is
    /// compared by hash.
    pub hash: Option<&'a dyn Fn(&str) -> Hash>,
    /// Keyed hashes of those who entered or mended the roll.
    pub entered_by: &'a [Hash],
}

impl<'a> CheckContext<'a> {
    /// The county's data and nothing else: no other batch, no list.
    #[must_use]
    pub const fn alone(programme: &'a Programme, reference: &'a Reference, today: Date) -> Self {
        Self {
            programme,
            reference,
            today,
            other_payments: &NoOtherPayments,
            lists: CrossLists::NONE,
            hash: None,
            entered_by: &[],
        }
    }
}

/// Other batches could not be asked. A check that gets this cannot say whether there is a finding,
/// so the whole run fails.
#[derive(Debug, thiserror::Error)]
#[error("the other batches could not be read")]
pub struct Unavailable(#[source] Box<dyn Error + Send + Sync>);

impl Unavailable {
    /// With the error of whoever was asked.
    pub fn because(error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(error.into())
    }

    /// The error of whoever was asked.
    #[must_use]
    pub fn into_source(self) -> Box<dyn Error + Send + Sync> {
        self.0
    }
}

/// What is known of a person in **other** batches than the roll's own. An answer that cannot be had
/// is [`Unavailable`], never an empty one.
pub trait OtherPayments {
    /// Is there no other batch at all? Saves a question per line.
    fn is_empty(&self) -> bool;
    /// The payments to the beneficiary with this ID number for which `is_meant` says yes, asked by
    /// programme code and period.
    ///
    /// # Errors
    /// [`Unavailable`].
    fn payments_of(
        &self,
        id: &str,
        is_meant: &dyn Fn(&str, Period) -> bool,
    ) -> Result<Vec<OtherPayment<'_>>, Unavailable>;
    /// The batch that is looked at, if it has a dossier.
    fn own(&self) -> Option<Subject>;
    /// The roll of a batch that a payment names: it must be there.
    ///
    /// # Errors
    /// [`Unavailable`].
    fn roll(&self, batch: OtherBatch) -> Result<OtherRoll, Unavailable>;
    /// Of what kind a batch is; `None` = it is not known here.
    ///
    /// # Errors
    /// [`Unavailable`].
    fn kind_of(&self, batch: Subject) -> Result<Option<BatchKind>, Unavailable>;
    /// The lines of a batch as they went to the finance bureau; `None` = it is not known here, was
    /// not paid, or its lines were erased.
    ///
    /// # Errors
    /// [`Unavailable`].
    fn paid_lines(&self, batch: Subject) -> Result<Option<Vec<Line>>, Unavailable>;
    /// A batch in which this card belongs to a payee with another ID number than `payee`.
    ///
    /// # Errors
    /// [`Unavailable`].
    fn other_payee_of(&self, card: &str, payee: &str) -> Result<Option<String>, Unavailable>;
    /// Was this payee paid before, and never on this card?
    ///
    /// # Errors
    /// [`Unavailable`].
    fn has_other_card(&self, payee: &str, card: &str) -> Result<bool, Unavailable>;
    /// Is this person known, and never under this name?
    ///
    /// # Errors
    /// [`Unavailable`].
    fn has_other_name(&self, id: &str, name: &str) -> Result<bool, Unavailable>;
    /// How many beneficiaries of a batch are none of these persons; `None` = its lines are not at
    /// hand: it is no batch yet, or they were erased.
    ///
    /// # Errors
    /// [`Unavailable`].
    fn gone_from(
        &self,
        batch: OtherBatch,
        present: &FxHashSet<&str>,
    ) -> Result<Option<usize>, Unavailable>;
}

/// A handle of another batch, for asking more about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OtherBatch {
    /// A batch with a dossier.
    Filed(Subject),
    /// A roll beside this one, which has no number yet.
    Beside(u32),
}

/// One payment in another batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherPayment<'a> {
    /// The batch.
    pub batch: OtherBatch,
    /// Programme code.
    pub programme: &'a str,
    /// What it is for.
    pub period: Period,
    /// How much.
    pub amount: Fen,
}

/// The roll of another batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherRoll {
    /// The batch as people call it.
    pub name: String,
    /// Programme, village, period, kind.
    pub key: RollKey,
    /// Sum of its quantities.
    pub quantity: Quantity,
}

impl OtherRoll {
    /// Its village.
    #[must_use]
    pub const fn division(&self) -> DivisionCode {
        self.key.division
    }
}

/// A store without other batches.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoOtherPayments;

impl OtherPayments for NoOtherPayments {
    fn is_empty(&self) -> bool {
        true
    }
    fn payments_of(
        &self,
        _: &str,
        _: &dyn Fn(&str, Period) -> bool,
    ) -> Result<Vec<OtherPayment<'_>>, Unavailable> {
        Ok(Vec::new())
    }
    fn own(&self) -> Option<Subject> {
        None
    }
    fn roll(&self, _: OtherBatch) -> Result<OtherRoll, Unavailable> {
        Err(Unavailable::because("there is no other batch"))
    }
    fn kind_of(&self, _: Subject) -> Result<Option<BatchKind>, Unavailable> {
        Ok(None)
    }
    fn paid_lines(&self, _: Subject) -> Result<Option<Vec<Line>>, Unavailable> {
        Ok(None)
    }
    fn other_payee_of(&self, _: &str, _: &str) -> Result<Option<String>, Unavailable> {
        Ok(None)
    }
    fn has_other_card(&self, _: &str, _: &str) -> Result<bool, Unavailable> {
        Ok(false)
    }
    fn has_other_name(&self, _: &str, _: &str) -> Result<bool, Unavailable> {
        Ok(false)
    }
    fn gone_from(&self, _: OtherBatch, _: &FxHashSet<&str>) -> Result<Option<usize>, Unavailable> {
        Ok(None)
    }
}
