//! 核实: what two people found.
use super::ActName;
use super::act::{Act, Done, Door, Outcome, Plan, PrivateFile, Spec};
use super::allowed::on_case;
use super::case_act::{case_outcome, private_blob};
use super::facts::Facts;
use super::field::{Field, FieldKind, ON};
use super::target::{CaseRef, Target, TargetKind};
use super::values::{FieldError, Values};
use crate::domain::case::{CaseFacts, Outcome as Found, two_people};
use crate::domain::journal::{EntrySubject, Investigated, NewEntry};
use crate::domain::text::secret::Secret;
use crate::domain::values::date::Date;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvestigateCase {
    /// Which case.
    pub case: CaseRef,
    /// The day; `None` = today.
    pub on: Option<Date>,
    /// Upheld, partly, not.
    pub outcome: Found,
    /// The two who looked into it.
    pub investigators: [Secret; 2],
    /// What they found.
    pub facts: Secret,
}

impl Act for InvestigateCase {
    const SPEC: Spec = Spec {
        fields: &[
            ON,
            Field::needed(
                "outcome",
                FieldKind::Choice(Found::CHOICES),
                "app-field-outcome",
                "cli-option-outcome",
            ),
            Field {
                needed: true,
                ..Field::private("investigator", FieldKind::Text, "app-field-investigator")
            },
            Field {
                needed: true,
                ..Field::private("investigator-too", FieldKind::Text, "app-field-investigator-too")
            },
            Field { needed: true, ..Field::private("facts", FieldKind::Long, "app-field-facts") },
        ],
        private: Some(PrivateFile {
            option: "facts-file",
            help: "cli-option-facts-file",
            fields: &["investigator", "investigator-too", "facts"],
        }),
        doors: &[Door::new(
            &["objection", "investigate"],
            TargetKind::Case,
            "cli-help-objection-investigate",
            "cli-json-case",
        )],
    };

    fn read(target: Target, values: &Values) -> Result<Self, FieldError> {
        let on = values.day("on")?;
        let outcome = values.needed_choice("outcome", Found::parse)?;
        let investigators = [values.secret("investigator"), values.secret("investigator-too")];
        let facts = values.needed_secret("facts")?;
        let [one, too] = &investigators;
        if one == too && !one.reveal().is_empty() {
            return Err(FieldError::new("investigator-too", "refused-two-investigators"));
        }
        Ok(Self { case: target.case(), on, outcome, investigators, facts })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let known = facts.seen_case(&self.case)?;
        on_case(facts, ActName::Investigate, &known)?;
        let names = self.investigators.iter().map(|name| name.reveal().to_owned()).collect();
        let found = CaseFacts { investigators: names, facts: self.facts.reveal().to_owned() };
        two_people(&found.investigators)?;
        let blob = private_blob(facts, &found)?;
        let on = self.on.unwrap_or_else(|| facts.today());
        let case = known.case.entry;
        let outcome = self.outcome;
        let body = Investigated { case, on, outcome, facts: blob.hash() };
        let subject = EntrySubject::Known(known.subject);
        Ok(Plan::Entries(vec![NewEntry::new(subject, known.heads, body, vec![blob])]))
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        case_outcome("runtime-case-investigated", Some(&self.case.no), done)
    }
}
