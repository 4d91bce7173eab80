//! 公示、结果公开: a list becomes public. Its bytes are made once, here; the code is their hash.
use super::act::{Act, Done, Outcome, Plan, Spec};
use super::allowed::{as_kind, notice_time};
use super::batch::{Batch, Rows};
use super::decision::batch_door;
use super::facts::Facts;
use super::field::{Field, FieldKind};
use super::possible::publish_kind;
use super::publication::{Prepared, list_until, prepare, programme};
use super::same_list::shows_same_list;
use super::target::{BatchRef, Target};
use super::values::{FieldError, Values};
use crate::domain::case::{Action, Case};
use crate::domain::disclosure::revision::ChangeReason;
use crate::domain::disclosure::{Code, DisclosureStage};
use crate::domain::dossier::Refusal;
use crate::domain::dossier::row_rules::{self, RowFacts};
use crate::domain::journal::{EntryId, NewBlob, NewEntry, Published};
use crate::domain::roll::{DraftChange, Line, Totals};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;

/// How a batch is to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishDisclosure {
    /// Which batch.
    pub batch: BatchRef,
    /// Notice or result.
    pub stage: DisclosureStage,
    /// First day of a notice; `None` = today.
    pub from: Option<Date>,
    /// Why a live one is corrected; `None` = by what is known.
    pub reason: Option<ChangeReason>,
    /// Which upheld objections it answers.
    pub answers: AnsweredCases,
}

/// Upheld objections that a publication answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnsweredCases {
    /// All to which a correction was promised; most often there is none.
    All,
    /// Those with these numbers; may be none.
    These(Vec<String>),
}

/// What the field `answers` holds where no objection is answered.
pub const NONE: &str = "none";

const FROM: Field = Field::open("from", FieldKind::Day, "app-field-from", "cli-option-from-day");
const RESULT: Field =
    Field::open("result", FieldKind::Switch { no: "", yes: "" }, "", "cli-option-result");
const CHANGE_REASON: Field = Field::open(
    "reason",
    FieldKind::Choice(ChangeReason::CHOICES),
    "app-field-change-reason",
    "cli-option-change-reason",
);
const ANSWERS: Field =
    Field::open("answers", FieldKind::Listed, "app-field-answers", "cli-option-answers")
        .called("NO");

impl Act for PublishDisclosure {
    const SPEC: Spec = Spec {
        fields: &[FROM, RESULT, CHANGE_REASON, ANSWERS],
        private: None,
        doors: &[super::act::Door {
            json: "cli-json-batch-publish",
            ..batch_door(&["batch", "publish"], "cli-help-batch-publish")
        }],
    };

    fn read(target: Target, values: &Values) -> Result<Self, FieldError> {
        let result = values.switch("result");
        let stage = if result { DisclosureStage::Result } else { DisclosureStage::Notice };
        let reason = values.choice("reason", ChangeReason::parse)?;
        let answers = match values.text("answers") {
            "" => AnsweredCases::All,
            NONE => AnsweredCases::These(Vec::new()),
            numbers => AnsweredCases::These(
                numbers
                    .split([',', '，', '、', ' '])
                    .filter(|no| !no.is_empty())
                    .map(str::to_owned)
                    .collect(),
            ),
        };
        let names_none = values.text("answers") == NONE;
        if names_none && reason == Some(ChangeReason::Objection) {
            return Err(FieldError::new("reason", "app-wrong-no-objection"));
        }
        let from = if result { None } else { values.day("from")? };
        Ok(Self { batch: target.batch(), stage, from, reason, answers })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let batch = facts.seen_batch(&self.batch)?;
        let today = facts.today();
        let from = self.from.unwrap_or(today);
        let kind = publish_kind(self.stage, notice_time(facts.reference(), &batch, today));
        as_kind(facts, kind, &batch, &RowFacts::default())?;
        row_rules::may_begin(from, today)?;
        let answered = self.answered(&batch)?;
        let rows = facts.rows(&batch)?;
        as_kind(facts, kind, &batch, &self.row_facts(facts, &batch, &rows)?)?;
        let reason = self.change_reason(&batch, &answered);
        let prepared = prepare(facts, &batch, &rows.lines, from, self.stage, reason)?;
        let bytes = prepared.disclosure.to_bytes();
        let bytes = bytes.map_err(|error| facts.unwritten(error))?;
        facts.proof((&prepared.disclosure, prepared.paper_names.as_ref()), &bytes, today)?;
        let why = Why { reason, answered };
        Ok(Plan::Entries(vec![entry(facts, &batch, &rows.lines, &prepared, &bytes, &why)?]))
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        let live = done.batches().next().and_then(|dossier| dossier.live(self.stage));
        let Some(notice) = live.and_then(|disclosed| disclosed.body.notice) else {
            return Outcome::new(Sentence::plain("runtime-result-published"), done);
        };
        let sentence = Sentence::plain("runtime-published").with("until", notice.to);
        Outcome::new(sentence, done).counted(notice.from, notice.to, done)
    }
}

/// Why it is published, beside that it is due.
struct Why {
    /// Why a live disclosure is corrected; `None` = nothing is live.
    reason: Option<ChangeReason>,
    /// Entries of the upheld objections that it answers.
    answered: Vec<EntryId>,
}

impl PublishDisclosure {
    /// What decides about this publication: lines, findings while they can be mended, and whether
    /// the live disclosure is this very list.
    fn row_facts<F: Facts>(
        &self,
        facts: &F,
        batch: &Batch,
        rows: &Rows,
    ) -> Result<RowFacts, F::Error> {
        let mut found = RowFacts {
            lines: Some(u32::try_from(rows.lines.len()).unwrap_or(u32::MAX)),
            ..RowFacts::default()
        };
        if batch.stage().is_open() {
            let checked = facts.checked(batch, rows)?.found;
            found.findings = Some((checked.block, checked.unexplained));
        }
        if let Some(live) = batch.dossier.live(self.stage) {
            let same = Some(shows_same_list(facts, batch, &rows.lines, live)?);
            match self.stage {
                DisclosureStage::Notice => found.shows_notice = same,
                DisclosureStage::Result => found.shows_result = same,
            }
        }
        Ok(found)
    }

    /// The upheld objections that it answers: those named, else all that wait for a correction, also
    /// where what they spoke of was withdrawn meanwhile.
    fn answered(&self, batch: &Batch) -> Result<Vec<EntryId>, Refusal> {
        let cases = &batch.dossier.cases;
        match &self.answers {
            AnsweredCases::All => {
                let owing = cases.iter().filter(|case| case.promised(Action::Correct));
                Ok(owing.map(|case| case.entry).collect())
            }
            AnsweredCases::These(numbers) => {
                let meant = |no: &String| {
                    let is_meant = |case: &&Case| case.raised.no == *no && case.may_be_corrected();
                    cases.iter().find(is_meant).map(|case| case.entry)
                };
                numbers.iter().map(|no| meant(no).ok_or(Refusal::NoSuchCase)).collect()
            }
        }
    }

    /// Why a live disclosure is corrected: as said, else for the objections' sake.
    fn change_reason(&self, batch: &Batch, answered: &[EntryId]) -> Option<ChangeReason> {
        let usual =
            if answered.is_empty() { ChangeReason::Verified } else { ChangeReason::Objection };
        batch.dossier.live(self.stage).map(|_| self.reason.unwrap_or(usual))
    }
}

fn entry<F: Facts>(
    facts: &F,
    batch: &Batch,
    lines: &[Line],
    prepared: &Prepared,
    bytes: &[u8],
    why: &Why,
) -> Result<NewEntry, F::Error> {
    let disclosure = &prepared.disclosure;
    let today = facts.today();
    let reference = facts.reference();
    let content = NewBlob::new(facts.salt()?, bytes.to_vec());
    let paper = match &prepared.paper_names {
        Some(names) => {
            let names = names.to_bytes().map_err(|error| facts.unwritten(error))?;
            Some(NewBlob::new(facts.salt()?, names))
        }
        None => None,
    };
    // after the review the approved rows are what is published; before it the rows as they stand
    // become a blob
    let approved = batch.dossier.rows().filter(|_| !batch.stage().is_open());
    let snapshot = if approved.is_some() { None } else { Some(facts.rows_blob(lines)?) };
    let rows = approved.or(snapshot.as_ref().map(NewBlob::hash)).ok_or(Refusal::OtherRows)?;
    let live = batch.dossier.live(disclosure.stage);
    let first_day = disclosure.notice.map_or(today, |notice| notice.from);
    let body = Published {
        key: batch.draft.key.clone(),
        label: disclosure.label.clone(),
        stage: disclosure.stage,
        issuer: disclosure.issuer.kind,
        revision: disclosure.revision,
        replaces: live.map(|disclosed| disclosed.body.code.clone()),
        code: Code::of(bytes),
        content: content.hash(),
        signature: facts.signature(bytes)?,
        paper_names: paper.as_ref().map(NewBlob::hash),
        rows,
        notice: disclosure.notice,
        when: programme(reference, batch, first_day)?.notice.when,
        totals: Totals::of(lines),
        list_until: list_until(reference, batch, disclosure, today)?,
        answers: why.answered.first().copied(),
        answers_too: why.answered.iter().skip(1).copied().collect(),
        changed: u32::try_from(disclosure.changes.len()).unwrap_or(u32::MAX),
        changed_rows: disclosure.changes.iter().map(|row| row.no).collect(),
        change_reason: why.reason,
        rules: facts.rules(),
    };
    let change = DraftChange { number: batch.draft.number, base: None, kept: Vec::new() };
    let blobs = [Some(content), paper, snapshot].into_iter().flatten().collect();
    let entry = NewEntry::new(batch.target(), batch.dossier.heads.clone(), body, blobs);
    Ok(NewEntry { draft: Some(change), ..entry })
}
