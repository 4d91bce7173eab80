//! 到账: the money of a pay list has been credited; one entry into each of its batches.
use super::ActName;
use super::act::{Act, Done, Door, Outcome, Plan, Spec};
use super::allowed::on_day;
use super::deadline::working_days_after;
use super::facts::Facts;
use super::field::{Field, FieldKind};
use super::publication::programme;
use super::target::{Target, TargetKind};
use super::values::{FieldError, Values};
use crate::domain::journal::{NewEntry, Paid};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;

/// Which list, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookPayment {
    /// `L-7K3QX2MD-42`
    pub list: String,
    /// The day; `None` = today.
    pub on: Option<Date>,
}

impl Act for BookPayment {
    const SPEC: Spec = Spec {
        fields: &[Field::needed("on", FieldKind::Day, "app-field-paid-day", "cli-option-paid-on")],
        private: None,
        doors: &[Door::new(
            &["finance", "paid"],
            TargetKind::PayList,
            "cli-help-finance-paid",
            "cli-json-acts",
        )],
    };

    fn read(target: Target, values: &Values) -> Result<Self, FieldError> {
        Ok(Self { list: target.pay_list(), on: values.day("on")? })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let wanted = self.list.trim().to_ascii_uppercase();
        let reference = facts.reference();
        let on = self.on.unwrap_or_else(|| facts.today());
        let mut entries = Vec::new();
        for batch in facts.batches()? {
            if batch.dossier.pay_list().is_none_or(|paid| paid.list != wanted) {
                continue;
            }
            on_day(facts, ActName::BookPayment, &batch, None, on)?;
            let days = reference.result_days(programme(reference, &batch, on)?, on);
            let body = Paid {
                list: wanted.clone(),
                on,
                result_due: working_days_after(reference, on, days),
                rules: facts.rules(),
            };
            let seen = batch.dossier.heads.clone();
            entries.push(NewEntry::new(batch.target(), seen, body, Vec::new()));
        }
        if entries.is_empty() { Err(facts.unknown()) } else { Ok(Plan::Entries(entries)) }
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        let booked = || done.batches().filter_map(|dossier| dossier.booked());
        let list = booked().next().map(|booked| booked.body.list.clone()).unwrap_or_default();
        let sentence = Sentence::plain("runtime-paid-booked").with("id", list);
        let first = booked().map(|booked| booked.body.result_due).min();
        let latest = booked().map(|booked| (booked.body.on, booked.body.result_due)).max();
        match first.zip(latest) {
            Some((due, (on, last_due))) => {
                Outcome::new(sentence.with("due", due), done).counted(on, last_due, done)
            }
            None => Outcome::new(sentence.with("due", "-"), done),
        }
    }
}
