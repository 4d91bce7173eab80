//! The acts of an office under their familiar names: each asks the office as form and command line
//! do, and gives back what the test goes on with.
use cunbang::domain::board::Particulars;
use cunbang::domain::board::{BoardColumn, Condition, PhotoView};
use cunbang::domain::case::{Action, CaseFacts, CaseKind, CaseType, CaseWords, Channel, Outcome};
use cunbang::domain::disclosure::erasure_reason::ErasureReason;
use cunbang::domain::disclosure::revision::ChangeReason;
use cunbang::domain::disclosure::withdrawal::WithdrawalReason;
use cunbang::domain::disclosure::{Code, Disclosure, DisclosureStage};
use cunbang::domain::journal::EntryId;
use cunbang::domain::reference::division::DivisionCode;
use cunbang::domain::roll::{BatchKind, Edit};
use cunbang::domain::values::date::Date;
use cunbang::domain::values::period::Period;
use cunbang::office::{
    ActName, BatchName, BatchRef, BoardRef, CaseRef, DraftEdit, Outcome as Done, Request,
    Rewritten, Target, Values, YES, publish_disclosure,
};
use cunbang::runtime::session::{
    Batch, Checked, Failure, KnownBoard, KnownCase, PayListMade, Session,
};

/// How a batch is to be published.
pub struct PublishAsked {
    pub stage: DisclosureStage,
    /// `None` = today.
    pub from: Option<Date>,
    pub reason: Option<ChangeReason>,
    /// Numbers of objections; `None` = all that wait for it.
    pub answers: Option<String>,
}

impl Default for PublishAsked {
    fn default() -> Self {
        Self { stage: DisclosureStage::Notice, from: None, reason: None, answers: None }
    }
}

/// What has become public.
#[derive(Debug)]
pub struct Publication {
    pub disclosure: Disclosure,
}

/// What is registered.
#[derive(Clone)]
pub struct NewCase {
    pub kind: CaseKind,
    pub received_on: Date,
    pub channel: Channel,
    pub about: CaseType,
    pub row: Option<u32>,
    pub hold: bool,
    pub words: CaseWords,
}

/// A photo on the disk.
#[derive(Clone, Copy)]
pub struct NewPhoto {
    pub file: &'static str,
    pub view: PhotoView,
}

/// The photo of a phone, near.
pub const NEAR: [NewPhoto; 1] =
    [NewPhoto { file: "tests/data/photos/phone.jpg", view: PhotoView::Near }];

/// A roll that is typed.
pub struct NewRoll {
    pub programme: String,
    pub division: DivisionCode,
    pub period: Period,
    pub kind: BatchKind,
    pub from_last: bool,
}

type Asked<T> = Result<T, Failure>;

/// As the batch was on the screen.
fn seen(batch: &Batch) -> BatchRef {
    let name = BatchName::Draft(batch.draft.number);
    BatchRef { name, seen: Some(batch.dossier.heads.clone()) }
}

/// As they were on the screen.
pub fn all_seen(batches: &[Batch]) -> Target {
    Target::Batches(batches.iter().map(seen).collect())
}

fn of_board(known: &KnownBoard) -> Target {
    let name = known.subject.to_string();
    Target::Board(BoardRef { name, seen: Some(known.board.heads.clone()) })
}

fn on(day: Date) -> Values {
    Values::default().with("on", day.to_string())
}

fn numbers(lines: &[u32]) -> String {
    lines.iter().map(u32::to_string).collect::<Vec<_>>().join(",")
}

fn with_photos(values: Values, photos: &[NewPhoto]) -> Values {
    let field = |view| if view == PhotoView::Near { "near" } else { "far" };
    photos.iter().fold(values, |values, photo| values.with(field(photo.view), photo.file))
}

fn with_code(values: Values, code: Option<&Code>) -> Values {
    match code {
        Some(code) => values.with("code", code.to_string()),
        None => values,
    }
}

fn particulars(described: &Particulars) -> Values {
    let columns: Vec<&str> = described.columns.iter().map(|column| column.word()).collect();
    Values::default()
        .with("name", &described.name)
        .with("place", &described.place)
        .with("kind", described.kind.word())
        .with("columns", columns.join(","))
        .with("since", described.since.map(|day| day.to_string()).unwrap_or_default())
}

/// A request; what no form would take is the test's own mistake.
fn request(name: ActName, target: Target, values: &Values) -> Request {
    name.read(target, values).unwrap_or_else(|wrong| panic!("{name:?}: {wrong:?}"))
}

/// The acts that tests do.
pub trait Acts {
    fn here(&mut self) -> &mut Session;

    fn ask(&mut self, name: ActName, target: Target, values: &Values) -> Asked<Done> {
        self.here().perform(&request(name, target, values))
    }

    fn again(&mut self, batch: &Batch) -> Asked<Batch> {
        self.here().batch(&BatchName::Draft(batch.draft.number))
    }

    fn on_batch(&mut self, name: ActName, batch: &Batch, values: &Values) -> Asked<Batch> {
        self.ask(name, Target::Batch(seen(batch)), values)?;
        self.again(batch)
    }

    fn on_case(&mut self, name: ActName, known: &KnownCase, values: &Values) -> Asked<KnownCase> {
        let no = known.case.raised.no.clone();
        let seen = Some(known.heads.clone());
        self.ask(name, Target::Case(CaseRef { no: no.clone(), seen }), values)?;
        self.here().case(&no)
    }

    fn on_board(
        &mut self,
        name: ActName,
        known: &KnownBoard,
        values: &Values,
    ) -> Asked<KnownBoard> {
        self.ask(name, of_board(known), values)?;
        self.here().board(&known.subject.to_string())
    }

    fn begun(&mut self, name: ActName, target: Target, values: &Values) -> Asked<Batch> {
        let draft = self.ask(name, target, values)?.draft.unwrap();
        self.here().batch(&BatchName::Draft(draft))
    }

    /// One change of a draft; what the checks say of it then.
    fn edit(&mut self, batch: &Batch, edit: &Edit) -> Asked<(Batch, Checked)> {
        self.changed(batch, DraftEdit::Do(edit.clone()))
    }

    fn undo(&mut self, batch: &Batch) -> Asked<(Batch, Checked)> {
        self.changed(batch, DraftEdit::Undo)
    }

    fn changed(&mut self, batch: &Batch, edit: DraftEdit) -> Asked<(Batch, Checked)> {
        let draft = BatchRef { name: BatchName::Draft(batch.draft.number), seen: None };
        self.here().perform(&Request::edit(draft, edit))?;
        let batch = self.again(batch)?;
        let checked = self.here().check(&batch)?;
        Ok((batch, checked))
    }

    fn discard(&mut self, batch: &Batch) -> Asked<Done> {
        self.ask(ActName::Discard, Target::Batch(seen(batch)), &Values::default())
    }

    fn new_roll(&mut self, asked: &NewRoll) -> Asked<Batch> {
        let kind = if asked.kind == BatchKind::Arrears { "arrears" } else { "normal" };
        let values = Values::default()
            .with("programme", &asked.programme)
            .with("division", asked.division.to_string())
            .with("period", asked.period.to_string())
            .with("kind", kind)
            .with("from-last", if asked.from_last { YES } else { "" });
        self.begun(ActName::NewRoll, Target::Nothing, &values)
    }

    fn new_from(&mut self, batch: &Batch, period: Period) -> Asked<Batch> {
        let values = Values::default().with("period", period.to_string());
        self.begun(ActName::NewRoll, Target::Batch(seen(batch)), &values)
    }

    fn correct(&mut self, batch: &Batch, lines: &[u32]) -> Asked<Batch> {
        let values = Values::default().with("lines", numbers(lines));
        self.begun(ActName::Correct, Target::Batch(seen(batch)), &values)
    }

    fn publish(&mut self, batch: &Batch, from: Option<Date>) -> Asked<(Batch, Publication)> {
        self.publish_as(batch, &PublishAsked { from, ..PublishAsked::default() })
    }

    fn publish_as(&mut self, batch: &Batch, asked: &PublishAsked) -> Asked<(Batch, Publication)> {
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
        match asked.answers.as_deref() {
            Some("") => values.set("answers", publish_disclosure::NONE),
            Some(numbers) => values.set("answers", numbers),
            None => {}
        }
        let batch = self.on_batch(ActName::Publish, batch, &values)?;
        let (disclosure, _) = self.here().published(batch.dossier.live(asked.stage).unwrap())?;
        Ok((batch, Publication { disclosure }))
    }

    fn submit(&mut self, batches: &[Batch]) -> Asked<Vec<Batch>> {
        self.ask(ActName::Submit, all_seen(batches), &Values::default())?;
        batches.iter().map(|batch| self.again(batch)).collect()
    }

    fn unsubmit(&mut self, batch: &Batch) -> Asked<Batch> {
        self.on_batch(ActName::Unsubmit, batch, &Values::default())
    }

    fn approve(&mut self, batch: &Batch) -> Asked<Batch> {
        self.on_batch(ActName::Approve, batch, &Values::default())
    }

    fn sign(&mut self, batch: &Batch) -> Asked<Batch> {
        self.on_batch(ActName::Sign, batch, &Values::default())
    }

    /// The reason goes past the form, so that the rules themselves see an empty one.
    fn send_back(&mut self, batch: &Batch, reason: &str, lines: &[u32]) -> Asked<Batch> {
        let values = Values::default().with("reason", "-").with("lines", numbers(lines));
        let mut request = request(ActName::Return, Target::Batch(seen(batch)), &values);
        if let Request::Return(asked) = &mut request {
            reason.clone_into(&mut asked.reason);
        }
        self.here().perform(&request)?;
        self.again(batch)
    }

    fn withdraw(&mut self, batch: &Batch, reason: &str) -> Asked<Batch> {
        self.withdraw_as(batch, reason, WithdrawalReason::Unstated)
    }

    fn withdraw_as(
        &mut self,
        batch: &Batch,
        reason: &str,
        class: WithdrawalReason,
    ) -> Asked<Batch> {
        let mut values = Values::default().with("reason", reason);
        if class != WithdrawalReason::Unstated {
            values.set("class", class.word());
        }
        self.on_batch(ActName::Withdraw, batch, &values)
    }

    fn withdraw_disclosure(
        &mut self,
        batch: &Batch,
        code: Option<&Code>,
        reason: &str,
        class: WithdrawalReason,
    ) -> Asked<Batch> {
        let values = Values::default().with("reason", reason).with("class", class.word());
        self.on_batch(ActName::WithdrawDisclosure, batch, &with_code(values, code))
    }

    fn end_lists(&mut self, batch: &Batch) -> Asked<Batch> {
        self.on_batch(ActName::EndLists, batch, &Values::default())
    }

    fn erase(&mut self, batch: &Batch, reason: ErasureReason) -> Asked<Rewritten> {
        let values = Values::default().with("reason", reason.word());
        let done = self.ask(ActName::Erase, Target::Batch(seen(batch)), &values)?;
        Ok(done.rewritten.unwrap())
    }

    fn pay(&mut self, batches: &[Batch]) -> Asked<PayListMade> {
        self.ask(ActName::PayList, all_seen(batches), &Values::default())?;
        let id = self.again(&batches[0])?.dossier.pay_list().unwrap().list.clone();
        self.pay_list(&id)
    }

    fn book_paid(&mut self, id: &str, day: Date) -> Asked<PayListMade> {
        self.ask(ActName::BookPayment, Target::PayList(id.to_owned()), &on(day))?;
        self.pay_list(id)
    }

    fn pay_list(&mut self, id: &str) -> Asked<PayListMade> {
        let lists = self.here().pay_lists()?;
        Ok(lists.into_iter().find(|list| list.id == id).unwrap())
    }

    fn post(
        &mut self,
        batch: &Batch,
        code: Option<&Code>,
        board: &KnownBoard,
        day: Date,
        photos: &[NewPhoto],
    ) -> Asked<Batch> {
        let values = with_code(on(day).with("board", board.subject.to_string()), code);
        self.on_batch(ActName::Post, batch, &with_photos(values, photos))
    }

    fn take_down(
        &mut self,
        batch: &Batch,
        posting: EntryId,
        day: Date,
        photos: &[NewPhoto],
    ) -> Asked<Batch> {
        let values = on(day).with("posting", posting.to_string());
        self.on_batch(ActName::TakeDown, batch, &with_photos(values, photos))
    }

    /// The name goes past the form, so that the rules themselves see an empty one.
    fn add_board(&mut self, described: Particulars) -> Asked<KnownBoard> {
        let mut values = particulars(&described).with("name", "-");
        values.set("division", described.division.to_string());
        let mut request = request(ActName::SetUpBoard, Target::Nothing, &values);
        if let Request::SetUpBoard(asked) = &mut request {
            asked.name = described.name;
        }
        let done = self.here().perform(&request)?;
        self.here().board(&done.subjects[0].to_string())
    }

    fn change_board(&mut self, known: &KnownBoard, described: Particulars) -> Asked<KnownBoard> {
        self.on_board(ActName::ChangeBoard, known, &particulars(&described))
    }

    fn inspect_board(
        &mut self,
        known: &KnownBoard,
        day: Date,
        condition: Condition,
        photos: &[NewPhoto],
    ) -> Asked<KnownBoard> {
        let values = on(day).with("condition", condition.word());
        self.on_board(ActName::InspectBoard, known, &with_photos(values, photos))
    }

    fn nothing_to_report(
        &mut self,
        known: &KnownBoard,
        column: BoardColumn,
        period: Period,
        day: Date,
    ) -> Asked<KnownBoard> {
        let values = on(day).with("column", column.word()).with("period", period.to_string());
        self.on_board(ActName::ReportNothing, known, &values)
    }

    fn retire_board(&mut self, known: &KnownBoard, day: Date) -> Asked<KnownBoard> {
        self.on_board(ActName::RetireBoard, known, &on(day))
    }

    fn raise(&mut self, batch: &Batch, new: &NewCase) -> Asked<KnownCase> {
        self.register(Target::Batch(seen(batch)), new)
    }

    fn enquire(&mut self, new: &NewCase) -> Asked<KnownCase> {
        self.register(Target::Nothing, new)
    }

    fn register(&mut self, target: Target, new: &NewCase) -> Asked<KnownCase> {
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
            self.here().cases()?.iter().map(|known| known.case.entry).collect();
        self.ask(ActName::Raise, target, &values)?;
        let mut cases = self.here().cases()?.into_iter();
        Ok(cases.find(|known| !before.contains(&known.case.entry)).unwrap())
    }

    fn investigate(
        &mut self,
        known: &KnownCase,
        day: Date,
        outcome: Outcome,
        found: &CaseFacts,
    ) -> Asked<KnownCase> {
        let mut names = found.investigators.iter().map(String::as_str);
        let values = on(day)
            .with("outcome", outcome.word())
            .with("investigator", names.next().unwrap_or_default())
            .with("investigator-too", names.next().unwrap_or_default())
            .with("facts", &found.facts);
        assert_eq!(names.next(), None, "the form asks for two");
        self.on_case(ActName::Investigate, known, &values)
    }

    fn answer(
        &mut self,
        known: &KnownCase,
        day: Date,
        action: Action,
        note: &str,
    ) -> Asked<KnownCase> {
        let values = on(day).with("action", action.word()).with("note", note);
        self.on_case(ActName::Answer, known, &values)
    }

    fn escalate(&mut self, known: &KnownCase, day: Date, to: &str) -> Asked<KnownCase> {
        self.on_case(ActName::Escalate, known, &on(day).with("to", to))
    }
}

impl Acts for Session {
    fn here(&mut self) -> &mut Session {
        self
    }
}
