//! 答复: the written answer, with the laws as valid on its day and where to turn next.
use super::ActName;
use super::act::{Act, Done, Door, Outcome, Plan, Spec};
use super::allowed::on_case;
use super::case::KnownCase;
use super::case_act::{case_outcome, private_blob};
use super::facts::Facts;
use super::field::{Field, FieldKind, ON};
use super::target::{CaseRef, Target, TargetKind};
use super::values::{FieldError, Values};
use crate::domain::case::appeal::Answering;
use crate::domain::case::{Action, CaseReply};
use crate::domain::journal::{Answered, EntrySubject, NewEntry};
use crate::domain::reference::citation::{self, Citation};
use crate::domain::reference::division::{Division, DivisionCode, Level};
use crate::domain::text::secret::Secret;
use crate::domain::values::date::Date;

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerCase {
    /// Which case.
    pub case: CaseRef,
    /// The day; `None` = today.
    pub on: Option<Date>,
    /// What follows.
    pub action: Action,
    /// More words on it; may be empty.
    pub note: Secret,
}

impl Act for AnswerCase {
    const SPEC: Spec = Spec {
        fields: &[
            ON,
            Field::needed(
                "action",
                FieldKind::Choice(Action::CHOICES),
                "app-field-action",
                "cli-option-action",
            ),
            Field::open("note", FieldKind::Long, "app-field-note", "cli-option-note"),
        ],
        private: None,
        doors: &[Door::new(
            &["objection", "answer"],
            TargetKind::Case,
            "cli-help-objection-answer",
            "cli-json-case",
        )],
    };

    fn read(target: Target, values: &Values) -> Result<Self, FieldError> {
        let on = values.day("on")?;
        let action = values.needed_choice("action", Action::parse)?;
        Ok(Self { case: target.case(), on, action, note: values.secret("note") })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let known = facts.seen_case(&self.case)?;
        on_case(facts, ActName::Answer, &known)?;
        let on = self.on.unwrap_or_else(|| facts.today());
        let (legal_basis, remedy) = appeal_of(facts, &known, on);
        let note = self.note.reveal().to_owned();
        let reply = CaseReply { note, legal_basis, remedy, within: String::new() };
        let blob = private_blob(facts, &reply)?;
        let body = Answered {
            case: known.case.entry,
            on,
            action: self.action,
            reply: blob.hash(),
            rules: facts.rules(),
        };
        let subject = EntrySubject::Known(known.subject);
        Ok(Plan::Entries(vec![NewEntry::new(subject, known.heads, body, vec![blob])]))
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        case_outcome("runtime-case-answered", Some(&self.case.no), done)
    }
}

/// The laws of the day, each as printed, and the way on in words.
fn appeal_of<F: Facts>(facts: &F, known: &KnownCase, on: Date) -> (Vec<String>, String) {
    let reference = facts.reference();
    let office = facts.office().division;
    let batch = known.batch.as_ref();
    let place =
        |code: DivisionCode| reference.division(code, on).map(Division::place).unwrap_or_default();
    let disclosed = batch
        .zip(known.case.raised.code.as_ref())
        .and_then(|(batch, code)| batch.dossier.disclosure(code));
    let programme = batch.and_then(|batch| reference.programme(&batch.draft.key.programme, on));
    let township = if office.level() == Level::Village { office.parent() } else { office };
    let county = place(office.parent().parent());
    let township = place(township);
    let answering = Answering {
        kind: known.case.raised.case,
        decided_by: disclosed.map(|disclosed| disclosed.body.issuer),
        office: office.level(),
        township: &township,
        county: &county,
        department: programme.map(|programme| programme.department.as_str()),
        days: reference.citation(citation::REMEDY, on).and_then(|cited| cited.days),
    };
    let cited = answering
        .basis()
        .iter()
        .filter_map(|key| reference.citation(key, on))
        .map(Citation::printed);
    (cited.collect(), answering.printed())
}
