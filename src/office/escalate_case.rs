//! 转办: another unit answers; the time for the answer begins anew.
use super::ActName;
use super::act::{Act, Done, Door, Outcome, Plan, Spec};
use super::allowed::on_case;
use super::case_act::case_outcome;
use super::deadline::reply_due;
use super::facts::Facts;
use super::field::{Field, FieldKind, ON};
use super::target::{CaseRef, Target, TargetKind};
use super::values::{FieldError, Values};
use crate::domain::dossier::{Refusal, free_text};
use crate::domain::journal::{EntrySubject, Escalated, NewEntry};
use crate::domain::values::date::Date;

/// Where it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EscalateCase {
    /// Which case.
    pub case: CaseRef,
    /// The day; `None` = today.
    pub on: Option<Date>,
    /// The unit, e.g. `代县农业农村局`.
    pub to: String,
}

impl Act for EscalateCase {
    const SPEC: Spec = Spec {
        fields: &[
            ON,
            Field::needed("to", FieldKind::Text, "app-field-unit", "cli-option-unit")
                .called("UNIT"),
        ],
        private: None,
        doors: &[Door::new(
            &["objection", "escalate"],
            TargetKind::Case,
            "cli-help-objection-escalate",
            "cli-json-case",
        )],
    };

    fn read(target: Target, values: &Values) -> Result<Self, FieldError> {
        let on = values.day("on")?;
        Ok(Self { case: target.case(), on, to: values.needed("to")? })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let known = facts.seen_case(&self.case)?;
        on_case(facts, ActName::Escalate, &known)?;
        let to = self.to.trim().to_owned();
        if to.is_empty() {
            return Err(Refusal::NoUnit.into());
        }
        free_text::fit(&to)?;
        let on = self.on.unwrap_or_else(|| facts.today());
        let due = reply_due(facts.reference(), known.case.raised.case, on);
        let body = Escalated { case: known.case.entry, on, to, due };
        let subject = EntrySubject::Known(known.subject);
        Ok(Plan::Entries(vec![NewEntry::new(subject, known.heads, body, Vec::new())]))
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        case_outcome("runtime-case-escalated", Some(&self.case.no), done)
    }
}
