//! 销毁: what a batch or an enquiry holds of persons is destroyed, then ledger and backups are
//! written anew.
use super::ActName;
use super::act::{Act, Done, Door, Outcome, Plan, Spec};
use super::allowed::{by_entries, elsewhere};
use super::batch::Batch;
use super::facts::Facts;
use super::field::{Field, FieldKind};
use super::target::{BatchRef, Target, TargetKind};
use super::values::{FieldError, Values};
use crate::domain::case::Enquiry;
use crate::domain::disclosure::erasure_reason::ErasureReason;
use crate::domain::dossier::{Dossier, Past, Refusal, retention};
use crate::domain::journal::{EntrySubject, Erased, NewEntry, Subject};
use crate::domain::reference::policy::PolicyKey;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use std::collections::BTreeSet;

/// What is destroyed, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EraseSubject {
    /// A batch, or an enquiry.
    pub subject: ErasedSubject,
    /// Why.
    pub reason: ErasureReason,
}

/// A batch or an enquiry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ErasedSubject {
    /// A batch by any of its names.
    Batch(BatchRef),
    /// `E-7K3QX2MD-3`
    Enquiry(Subject),
}

impl Act for EraseSubject {
    const SPEC: Spec = Spec {
        fields: &[Field::needed(
            "reason",
            FieldKind::Choice(ErasureReason::CHOICES),
            "app-field-erasure-reason",
            "cli-option-erasure-reason",
        )
        .called("REASON")],
        private: None,
        doors: &[Door::new(
            &["retention", "erase"],
            TargetKind::BatchOrEnquiry,
            "cli-help-retention-erase",
            "cli-json-retention-erase",
        )],
    };

    fn read(target: Target, values: &Values) -> Result<Self, FieldError> {
        let reason = values.needed_choice("reason", ErasureReason::parse)?;
        let subject = match target {
            Target::Enquiry(subject) => ErasedSubject::Enquiry(subject),
            other @ (Target::Nothing
            | Target::Batch(_)
            | Target::Batches(_)
            | Target::Case(_)
            | Target::Board(_)
            | Target::PayList(_)) => ErasedSubject::Batch(other.batch()),
        };
        Ok(Self { subject, reason })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let on = facts.today();
        let years = facts.reference().policy(PolicyKey::KeepPrivateYears, on);
        let (subject, heads, blobs, keep_until) = match &self.subject {
            ErasedSubject::Batch(named) => {
                let batch = facts.seen_batch(named)?;
                by_entries(facts, ActName::Erase, &batch, None)?;
                let subject = batch.draft.subject.ok_or(Refusal::NothingThere)?;
                let blobs = self.blobs_of_batch(facts, &batch, &subject)?;
                let until = retention::rows_until(&batch.dossier, years);
                (subject, batch.dossier.heads, blobs, until)
            }
            ErasedSubject::Enquiry(subject) => {
                let enquiry = facts.enquiry(subject)?;
                elsewhere(facts, ActName::Erase, Past::Enquiry(&enquiry), None)?;
                let blobs = facts.blobs_of(subject)?.into_iter();
                let blobs = blobs.filter(|blob| !enquiry.erased.contains(blob)).collect();
                let until = kept_until(&enquiry, years);
                (*subject, enquiry.heads, blobs, until)
            }
        };
        // only the end of the time of keeping is a rule of the county's
        let rules = facts.rules().filter(|_| self.reason == ErasureReason::Retention);
        let body = Erased { blobs, reason: self.reason, on, rules };
        retention::erasable(&body, keep_until)?;
        let target = EntrySubject::Known(subject);
        let blobs = body.blobs.len();
        Ok(Plan::Erase { entries: vec![NewEntry::new(target, heads, body, Vec::new())], blobs })
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        let gone = done.rewritten.clone().unwrap_or_default();
        let sentence = Sentence::plain("runtime-erased").with("blobs", gone.blobs);
        Outcome::new(sentence.with("backups", gone.unreachable.len()), done)
    }
}

impl EraseSubject {
    /// For privacy what was withdrawn from the public, else everything but what stays public.
    fn blobs_of_batch<F: Facts>(
        &self,
        facts: &F,
        batch: &Batch,
        subject: &Subject,
    ) -> Result<Vec<Hash>, F::Error> {
        let dossier = &batch.dossier;
        let blobs = match self.reason {
            ErasureReason::Privacy => retention::withdrawn_blobs(dossier),
            ErasureReason::Retention | ErasureReason::Request => {
                private_blobs(facts.blobs_of(subject)?, dossier)
            }
        };
        Ok(blobs.into_iter().filter(|blob| !dossier.erased.contains(blob)).collect())
    }
}

/// Everything that the batch's entries name, but what stays public.
fn private_blobs(named: Vec<Hash>, dossier: &Dossier) -> BTreeSet<Hash> {
    let mut blobs: BTreeSet<Hash> = named.into_iter().collect();
    for disclosed in &dossier.disclosures {
        if let Some(kept) = &disclosed.remains {
            blobs.remove(kept);
        }
        if disclosed.shows_list() {
            blobs.remove(&disclosed.body.content);
        }
    }
    blobs
}

/// The last day on which an answered enquiry must be kept.
fn kept_until(enquiry: &Enquiry, years: u16) -> Option<Date> {
    let answered = enquiry.case()?.answered.as_ref()?.on;
    answered.checked_add(jiff::Span::new().years(i64::from(years))).ok()
}
