//! 登记异议、查询: somebody says that a row is wrong, or asks.
use super::ActName;
use super::act::{Act, Done, Door, Outcome, Plan, PrivateFile, Spec};
use super::allowed::{by_entries, elsewhere};
use super::batch::Batch;
use super::case_act::{case_outcome, next_number, private_blob};
use super::deadline::reply_due;
use super::facts::Facts;
use super::field::{Field, FieldKind};
use super::target::{BatchRef, Target, TargetKind};
use super::values::{FieldError, Values};
use crate::domain::case::{CaseKind, CaseType, CaseWords, Channel, Enquiry};
use crate::domain::disclosure::revision;
use crate::domain::dossier::{Past, Refusal};
use crate::domain::journal::{EntrySubject, NewEntry, Raised, SubjectKind};
use crate::domain::text::secret::Secret;
use crate::domain::values::date::Date;

/// What is registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RaiseCase {
    /// About which batch; an enquiry may be about none.
    pub batch: Option<BatchRef>,
    /// Objection or enquiry.
    pub kind: CaseKind,
    /// The day on which it came; `None` = today.
    pub received_on: Option<Date>,
    /// How.
    pub channel: Channel,
    /// What about.
    pub about: CaseType,
    /// The row, if it is about one.
    pub row: Option<u32>,
    /// No approval either while it is open.
    pub hold: bool,
    /// Who; empty = anonymous.
    pub name: Secret,
    /// How to reach them; may be empty.
    pub reach: Secret,
    /// In the words of the resident.
    pub text: Secret,
}

const KIND: Field =
    Field::open("kind", FieldKind::Choice(CaseKind::CHOICES), "app-field-case-kind", "");
const TYPE: Field = Field::open(
    "type",
    FieldKind::Choice(CaseType::CHOICES),
    "app-field-case-type",
    "cli-option-case-type",
);
const CHANNEL: Field = Field::open(
    "channel",
    FieldKind::Choice(Channel::CHOICES),
    "app-field-channel",
    "cli-option-channel",
);
const ON: Field = Field::open("on", FieldKind::Day, "app-field-received-on", "cli-option-on");
const ROW: Field = Field::open("row", FieldKind::Row, "app-field-case-row", "cli-option-row");
const HOLD: Field = Field::open(
    "hold",
    FieldKind::Switch { no: "app-no-hold", yes: "app-hold" },
    "app-field-hold",
    "cli-option-hold",
);
const BATCH: Field =
    Field::open("batch", FieldKind::Listed, "", "cli-option-case-batch").called("BATCH");

impl Act for RaiseCase {
    const SPEC: Spec = Spec {
        fields: &[
            KIND,
            TYPE,
            CHANNEL,
            ON,
            ROW,
            HOLD,
            Field::private("name", FieldKind::Text, "app-field-case-name"),
            Field::private("reach", FieldKind::Text, "app-field-case-reach"),
            Field {
                needed: true,
                ..Field::private("text", FieldKind::Long, "app-field-case-text")
            },
            BATCH,
        ],
        private: Some(PrivateFile {
            option: "words-file",
            help: "cli-option-words-file",
            fields: &["name", "reach", "text"],
        }),
        doors: &[
            Door {
                preset: &[("kind", "objection")],
                without: &["batch"],
                ..Door::new(
                    &["objection", "add"],
                    TargetKind::Batch,
                    "cli-help-objection-add",
                    "cli-json-case",
                )
            },
            Door {
                preset: &[("kind", "enquiry")],
                without: &["row", "hold"],
                ..Door::new(
                    &["enquiry", "add"],
                    TargetKind::Nothing,
                    "cli-help-enquiry-add",
                    "cli-json-case",
                )
            },
        ],
    };

    fn read(target: Target, values: &Values) -> Result<Self, FieldError> {
        let named = values.given("batch").map(|name| BatchRef::named(&name));
        let batch = if let Target::Batch(batch) = target { Some(batch) } else { named };
        Ok(Self {
            batch,
            kind: values.needed_choice("kind", CaseKind::parse)?,
            about: values.choice("type", CaseType::parse)?.unwrap_or(CaseType::Other),
            channel: values.choice("channel", Channel::parse)?.unwrap_or(Channel::InPerson),
            received_on: values.day("on")?,
            row: values.row("row")?,
            hold: values.switch("hold"),
            name: values.secret("name"),
            reach: values.secret("reach"),
            text: values.needed_secret("text")?,
        })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let batch = self.batch.as_ref().map(|named| facts.seen_batch(named)).transpose()?;
        let (target, seen) = if let Some(batch) = &batch {
            by_entries(facts, ActName::Raise, batch, None)?;
            let subject = batch.draft.subject.ok_or(Refusal::NotPublished)?;
            (EntrySubject::Known(subject), batch.dossier.heads.clone())
        } else {
            let enquiry = Enquiry::default();
            elsewhere(facts, ActName::Raise, Past::Enquiry(&enquiry), None)?;
            (EntrySubject::New(SubjectKind::Enquiry), Vec::new())
        };
        let live = batch.as_ref().and_then(|batch| batch.dossier.live_disclosure());
        let code = live.map(|disclosed| disclosed.body.code.clone());
        if let Some((batch, row)) = batch.as_ref().zip(self.row)
            && !has_row(facts, batch, row)?
        {
            return Err(Refusal::UnknownRow.into());
        }
        let received_on = self.received_on.unwrap_or_else(|| facts.today());
        let words = CaseWords {
            name: self.name.reveal().to_owned(),
            reach: self.reach.reveal().to_owned(),
            text: self.text.reveal().to_owned(),
        };
        let text = private_blob(facts, &words)?;
        let body = Raised {
            case: self.kind,
            no: next_number(facts, self.kind, received_on)?,
            received_on,
            channel: self.channel,
            about: self.about,
            code,
            row: self.row,
            hold: self.hold,
            due: reply_due(facts.reference(), self.kind, received_on),
            text: text.hash(),
            rules: facts.rules(),
        };
        Ok(Plan::Entries(vec![NewEntry::new(target, seen, body, vec![text])]))
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        case_outcome("runtime-case-raised", None, done)
    }
}

/// Is it a row of the public list, or one that the list says it took out; else of the rows as they
/// stand? What was destroyed cannot say no.
fn has_row<F: Facts>(facts: &F, batch: &Batch, row: u32) -> Result<bool, F::Error> {
    if let Some(live) = batch.dossier.live_disclosure() {
        if batch.dossier.erased.contains(&live.body.content) {
            return Ok(true);
        }
        if let Some(has) = revision::names_row(&facts.published(live)?.0, row) {
            return Ok(has);
        }
    }
    Ok(facts.rows(batch)?.lines.iter().any(|line| line.no == row))
}
