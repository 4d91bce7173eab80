//! The acts as functions of their own, each asked of the office: the whole file goes when the
//! command line and the worker ask the office themselves.
use super::batch::{Batch, BatchName};
use super::boards::KnownBoard;
use super::cases::KnownCase;
use super::error::DeskError;
use super::old_words::{Erasure, NewCase, NewPhoto, NewRoll, Publication, PublishAsked};
use super::open::Desk;
use super::pay::{PayListMade, made};
use crate::documents::photo;
use crate::domain::board::{BoardColumn, Condition, Photo};
use crate::domain::case::{Action, CaseFacts, Outcome};
use crate::domain::disclosure::erasure_reason::ErasureReason;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::disclosure::{Code, DisclosureStage};
use crate::domain::dossier::Refusal;
use crate::domain::journal::{
    BoardBody, BoardDescribed, Body, EntryId, NewBlob, PostingBody, Subject,
};
use crate::domain::roll::BatchKind;
use crate::domain::values::date::Date;
use crate::domain::values::period::Period;
use crate::office::{
    ActName, BatchRef, BoardRef, CaseRef, FieldError, Plan, Request, Rewritten, Target, Values, YES,
};
use crate::runtime::entropy::salt;
use crate::store::StoreError;
use std::path::PathBuf;

fn seen(batch: &Batch) -> BatchRef {
    let name = BatchName::Draft(batch.draft.number);
    BatchRef { name, seen: Some(batch.dossier.heads.clone()) }
}

fn of_case(known: &KnownCase) -> Target {
    Target::Case(CaseRef { no: known.case.raised.no.clone(), seen: Some(known.heads.clone()) })
}

fn of_board(known: &KnownBoard) -> Target {
    let name = known.subject.to_string();
    Target::Board(BoardRef { name, seen: Some(known.board.heads.clone()) })
}

fn on(day: Date) -> Values {
    Values::default().with("on", day.to_string())
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(",")
}

/// What the rules say of a field that was left empty.
fn refused(wrong: FieldError) -> DeskError {
    match wrong.field {
        "reason" => Refusal::NoReason.into(),
        "to" => Refusal::NoUnit.into(),
        "name" | "place" | "columns" => Refusal::BoardWords.into(),
        _ => wrong.into(),
    }
}

fn request(name: ActName, target: Target, values: &Values) -> Result<Request, DeskError> {
    name.read(target, values).map_err(refused)
}

/// Photos that are in memory already, in their places of the plan.
fn with_photos(plan: Plan, photos: &[NewPhoto<'_>]) -> Result<Plan, DeskError> {
    let Plan::Entries(mut entries) = plan else { return Ok(plan) };
    let (mut named, mut blobs) = (Vec::new(), Vec::new());
    for new in photos {
        let blob = NewBlob::new(salt()?, photo::clean(new.bytes)?.bytes);
        named.push(Photo { content: blob.hash(), view: new.view });
        blobs.push(blob);
    }
    for entry in &mut entries {
        match &mut entry.body {
            Body::Posting(PostingBody::Posted(body)) => body.photos.clone_from(&named),
            Body::Posting(PostingBody::TakenDown(body)) => body.photos.clone_from(&named),
            Body::Board(BoardBody::BoardInspected(body)) => body.photos.clone_from(&named),
            Body::Office(_)
            | Body::Disclosure(_)
            | Body::Batch(_)
            | Body::Money(_)
            | Body::Retention(_)
            | Body::Case(_)
            | Body::Board(_)
            | Body::Unknown => {}
        }
        entry.blobs.clone_from(&blobs);
    }
    Ok(Plan::Entries(entries))
}

impl Desk {
    fn ask(
        &mut self,
        name: ActName,
        target: Target,
        values: &Values,
    ) -> Result<crate::office::Outcome, DeskError> {
        self.perform(&request(name, target, values)?)
    }

    fn ask_with_photos(
        &mut self,
        name: ActName,
        target: Target,
        values: &Values,
        photos: &[NewPhoto<'_>],
    ) -> Result<(), DeskError> {
        let plan = request(name, target, values)?.plan(&*self)?;
        self.carry_out(with_photos(plan, photos)?).map(drop)
    }

    fn again(&self, batch: &Batch) -> Result<Batch, DeskError> {
        Self::batch(self, &BatchName::Draft(batch.draft.number))
    }

    fn on_batch(
        &mut self,
        name: ActName,
        batch: &Batch,
        values: &Values,
    ) -> Result<Batch, DeskError> {
        self.ask(name, Target::Batch(seen(batch)), values)?;
        self.again(batch)
    }

    fn on_case(
        &mut self,
        name: ActName,
        known: &KnownCase,
        values: &Values,
    ) -> Result<KnownCase, DeskError> {
        self.ask(name, of_case(known), values)?;
        self.case(&known.case.raised.no)
    }

    fn on_board(
        &mut self,
        name: ActName,
        known: &KnownBoard,
        values: &Values,
    ) -> Result<KnownBoard, DeskError> {
        self.ask(name, of_board(known), values)?;
        self.board(&known.subject.to_string())
    }

    fn made_draft(&self, outcome: &crate::office::Outcome) -> Result<Batch, DeskError> {
        let number = outcome.draft.ok_or(StoreError::Unknown)?;
        Self::batch(self, &BatchName::Draft(number))
    }
}

// goes when the command line and the worker ask the office
impl Desk {
    pub(crate) fn submit(&mut self, batches: &[Batch]) -> Result<Vec<Batch>, DeskError> {
        let target = Target::Batches(batches.iter().map(seen).collect());
        self.ask(ActName::Submit, target, &Values::default())?;
        batches.iter().map(|batch| self.again(batch)).collect()
    }

    pub(crate) fn approve(&mut self, batch: &Batch) -> Result<Batch, DeskError> {
        self.on_batch(ActName::Approve, batch, &Values::default())
    }

    pub(crate) fn sign(&mut self, batch: &Batch) -> Result<Batch, DeskError> {
        self.on_batch(ActName::Sign, batch, &Values::default())
    }

    pub(crate) fn unsubmit(&mut self, batch: &Batch) -> Result<Batch, DeskError> {
        self.on_batch(ActName::Unsubmit, batch, &Values::default())
    }

    pub(crate) fn end_lists(&mut self, batch: &Batch) -> Result<Batch, DeskError> {
        self.on_batch(ActName::EndLists, batch, &Values::default())
    }

    pub(crate) fn send_back(
        &mut self,
        batch: &Batch,
        reason: &str,
        lines: &[u32],
    ) -> Result<Batch, DeskError> {
        let lines = joined(lines.iter().map(u32::to_string));
        let values = Values::default().with("reason", reason).with("lines", lines);
        self.on_batch(ActName::Return, batch, &values)
    }

    pub(crate) fn withdraw_as(
        &mut self,
        batch: &Batch,
        reason: &str,
        class: WithdrawalReason,
    ) -> Result<Batch, DeskError> {
        let mut values = Values::default().with("reason", reason);
        if class != WithdrawalReason::Unstated {
            values.set("class", class.word());
        }
        self.on_batch(ActName::Withdraw, batch, &values)
    }

    pub(crate) fn withdraw_disclosure(
        &mut self,
        batch: &Batch,
        code: Option<&Code>,
        reason: &str,
        class: WithdrawalReason,
    ) -> Result<Batch, DeskError> {
        let mut values = Values::default().with("reason", reason).with("class", class.word());
        if let Some(code) = code {
            values.set("code", code.to_string());
        }
        self.on_batch(ActName::WithdrawDisclosure, batch, &values)
    }

    pub(crate) fn publish_as(
        &mut self,
        batch: &Batch,
        asked: &PublishAsked,
    ) -> Result<(Batch, Publication), DeskError> {
        let mut values = Values::default();
        if asked.stage == DisclosureStage::Result {
            values.set("result", YES);
        }
        if let Some(from) = asked.from {
            values.set("from", from.to_string());
        }
        if let Some(reason) = asked.reason {
            values.set("reason", reason.word());
        }
        if let Some(answers) = &asked.answers {
            let none = answers.trim().is_empty();
            let none = none.then_some(crate::office::publish_disclosure::NONE);
            values.set("answers", none.unwrap_or(answers));
        }
        let published = self.on_batch(ActName::Publish, batch, &values)?;
        let live = published.dossier.live(asked.stage).ok_or(StoreError::Unknown)?;
        let (disclosure, paper_names) = Self::published(self, live)?;
        let published_on = self.now().date();
        let plan = self.notice_plan(batch, asked.from.unwrap_or(published_on))?;
        Ok((published, Publication { disclosure, paper_names, plan, published_on }))
    }

    pub(crate) fn pay(&mut self, batches: &[Batch]) -> Result<PayListMade, DeskError> {
        let target = Target::Batches(batches.iter().map(seen).collect());
        self.ask(ActName::PayList, target, &Values::default())?;
        let batches: Vec<Batch> =
            batches.iter().map(|batch| self.again(batch)).collect::<Result<_, _>>()?;
        let paid = batches.first().and_then(|batch| batch.dossier.pay_list());
        let id = paid.map(|paid| paid.list.clone()).unwrap_or_default();
        Ok(made(id, batches))
    }

    pub(crate) fn book_paid(&mut self, id: &str, day: Date) -> Result<PayListMade, DeskError> {
        self.ask(ActName::BookPayment, Target::PayList(id.to_owned()), &on(day))?;
        let wanted = id.trim().to_ascii_uppercase();
        let list = self.pay_lists()?.into_iter().find(|list| list.id == wanted);
        Ok(list.ok_or(StoreError::Unknown)?)
    }

    pub(crate) fn correct(&mut self, batch: &Batch, lines: &[u32]) -> Result<Batch, DeskError> {
        let values = Values::default().with("lines", joined(lines.iter().map(u32::to_string)));
        let outcome = self.ask(ActName::Correct, Target::Batch(seen(batch)), &values)?;
        self.made_draft(&outcome)
    }

    pub(crate) fn new_roll(&mut self, asked: &NewRoll) -> Result<Batch, DeskError> {
        let kind = match asked.kind {
            BatchKind::Normal => "normal",
            BatchKind::Arrears => "arrears",
            BatchKind::Correction(_) => return Err(Refusal::Misfit.into()),
        };
        let values = Values::default()
            .with("programme", &asked.programme)
            .with("division", asked.division.to_string())
            .with("period", asked.period.to_string())
            .with("kind", kind)
            .with("from-last", if asked.from_last { YES } else { "" });
        let outcome = self.ask(ActName::NewRoll, Target::Nothing, &values)?;
        self.made_draft(&outcome)
    }

    pub(crate) fn new_from(&mut self, batch: &Batch, period: Period) -> Result<Batch, DeskError> {
        let values = Values::default().with("period", period.to_string());
        let outcome = self.ask(ActName::NewRoll, Target::Batch(seen(batch)), &values)?;
        self.made_draft(&outcome)
    }

    pub(crate) fn erase(
        &mut self,
        batch: &Batch,
        reason: ErasureReason,
    ) -> Result<Erasure, DeskError> {
        self.erase_of(Target::Batch(seen(batch)), reason)
    }

    pub(crate) fn erase_enquiry(
        &mut self,
        subject: Subject,
        reason: ErasureReason,
    ) -> Result<Erasure, DeskError> {
        self.erase_of(Target::Enquiry(subject), reason)
    }

    fn erase_of(&mut self, target: Target, reason: ErasureReason) -> Result<Erasure, DeskError> {
        let values = Values::default().with("reason", reason.word());
        let outcome = self.ask(ActName::Erase, target, &values)?;
        let Rewritten { blobs, renewed, unreachable } = outcome.rewritten.unwrap_or_default();
        let places = |places: Vec<String>| places.into_iter().map(PathBuf::from).collect();
        Ok(Erasure {
            blobs: u32::try_from(blobs).unwrap_or(u32::MAX),
            renewed: places(renewed),
            unreachable: places(unreachable),
        })
    }
}

// goes when the command line and the worker ask the office
impl Desk {
    pub(crate) fn post(
        &mut self,
        batch: &Batch,
        code: Option<&Code>,
        board: &KnownBoard,
        day: Date,
        photos: &[NewPhoto<'_>],
    ) -> Result<Batch, DeskError> {
        let mut values = on(day).with("board", board.subject.to_string());
        if let Some(code) = code {
            values.set("code", code.to_string());
        }
        self.ask_with_photos(ActName::Post, Target::Batch(seen(batch)), &values, photos)?;
        self.again(batch)
    }

    pub(crate) fn take_down(
        &mut self,
        batch: &Batch,
        posting: EntryId,
        day: Date,
        photos: &[NewPhoto<'_>],
    ) -> Result<Batch, DeskError> {
        let values = on(day).with("posting", posting.to_string());
        self.ask_with_photos(ActName::TakeDown, Target::Batch(seen(batch)), &values, photos)?;
        self.again(batch)
    }

    pub(crate) fn add_board(&mut self, described: BoardDescribed) -> Result<KnownBoard, DeskError> {
        let BoardDescribed { division, name, place, kind, columns, since } = described;
        let mut values = particulars(&name, &place, kind.word(), &columns, since);
        values.set("division", division.to_string());
        let outcome = self.ask(ActName::SetUpBoard, Target::Nothing, &values)?;
        let subject = outcome.subjects.first().ok_or(StoreError::Unknown)?;
        self.board(&subject.to_string())
    }

    pub(crate) fn change_board(
        &mut self,
        known: &KnownBoard,
        described: BoardDescribed,
    ) -> Result<KnownBoard, DeskError> {
        let BoardDescribed { name, place, kind, columns, since, .. } = described;
        let values = particulars(&name, &place, kind.word(), &columns, since);
        self.on_board(ActName::ChangeBoard, known, &values)
    }

    pub(crate) fn retire_board(
        &mut self,
        known: &KnownBoard,
        day: Date,
    ) -> Result<KnownBoard, DeskError> {
        self.on_board(ActName::RetireBoard, known, &on(day))
    }

    pub(crate) fn inspect_board(
        &mut self,
        known: &KnownBoard,
        day: Date,
        condition: Condition,
        photos: &[NewPhoto<'_>],
    ) -> Result<KnownBoard, DeskError> {
        let values = on(day).with("condition", condition.word());
        self.ask_with_photos(ActName::InspectBoard, of_board(known), &values, photos)?;
        self.board(&known.subject.to_string())
    }

    pub(crate) fn nothing_to_report(
        &mut self,
        known: &KnownBoard,
        column: BoardColumn,
        period: Period,
        day: Date,
    ) -> Result<KnownBoard, DeskError> {
        let values = on(day).with("column", column.word()).with("period", period.to_string());
        self.on_board(ActName::ReportNothing, known, &values)
    }

    pub(crate) fn raise(&mut self, batch: &Batch, new: &NewCase) -> Result<KnownCase, DeskError> {
        self.register(Target::Batch(seen(batch)), new)
    }

    pub(crate) fn enquire(&mut self, new: &NewCase) -> Result<KnownCase, DeskError> {
        self.register(Target::Nothing, new)
    }

    fn register(&mut self, target: Target, new: &NewCase) -> Result<KnownCase, DeskError> {
        let values = on(new.received_on)
            .with("kind", new.kind.word())
            .with("type", new.about.word())
            .with("channel", new.channel.word())
            .with("row", new.row.map(|row| row.to_string()).unwrap_or_default())
            .with("hold", if new.hold { YES } else { "" })
            .with("name", &new.words.name)
            .with("reach", &new.words.reach)
            .with("text", &new.words.text);
        let before: Vec<EntryId> =
            self.cases()?.into_iter().map(|known| known.case.entry).collect();
        self.ask(ActName::Raise, target, &values)?;
        let mut cases = self.cases()?.into_iter();
        let new = cases.find(|known| !before.contains(&known.case.entry));
        Ok(new.ok_or(StoreError::Unknown)?)
    }

    pub(crate) fn investigate(
        &mut self,
        known: &KnownCase,
        day: Date,
        outcome: Outcome,
        found: &CaseFacts,
    ) -> Result<KnownCase, DeskError> {
        let mut names = found.investigators.iter().map(String::as_str);
        let values = on(day)
            .with("outcome", outcome.word())
            .with("investigator", names.next().unwrap_or_default())
            .with("investigator-too", names.next().unwrap_or_default())
            .with("facts", &found.facts);
        self.on_case(ActName::Investigate, known, &values)
    }

    pub(crate) fn answer(
        &mut self,
        known: &KnownCase,
        day: Date,
        action: Action,
        note: &str,
    ) -> Result<KnownCase, DeskError> {
        let values = on(day).with("action", action.word()).with("note", note);
        self.on_case(ActName::Answer, known, &values)
    }

    pub(crate) fn escalate(
        &mut self,
        known: &KnownCase,
        day: Date,
        to: &str,
    ) -> Result<KnownCase, DeskError> {
        self.on_case(ActName::Escalate, known, &on(day).with("to", to))
    }
}

fn particulars(
    name: &str,
    place: &str,
    kind: &str,
    columns: &[BoardColumn],
    since: Option<Date>,
) -> Values {
    let columns = joined(columns.iter().map(|column| column.word().to_owned()));
    Values::default()
        .with("name", name)
        .with("place", place)
        .with("kind", kind)
        .with("columns", columns)
        .with("since", since.map(|day| day.to_string()).unwrap_or_default())
}
