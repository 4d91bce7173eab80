//! An invented township for the tests of `app` and `ui`: 枣林镇 in the middle of 2026.
mod batches;
pub(crate) mod boards;
pub(crate) mod cases;
pub(crate) mod dossier;
pub(crate) mod pending;
pub(crate) mod rules;

pub(crate) use batches::{as_role, batches, batches_of};

use super::State;
use super::effect::{Effect, RequestId, TicketedEffect};
use super::input::{Input, Size, keys};
use super::message::{Answer, Message};
use super::update::update;
use super::views::*;
use crate::domain::dossier::Refusal;
use crate::domain::people::user::{Role, Roles};
use crate::domain::roll::finding::{Check, Level};
use crate::domain::roll::{Field, Totals};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::hash::Hash;
use crate::domain::values::money::Fen;
use crate::domain::values::quantity::{Quantity, Rate};
use crate::office::{ActName, Possibilities, Possible};
use jiff::civil::date;

/// A state under test and all that it asked for.
pub(crate) struct Desk {
    pub(crate) state: State,
    pub(crate) sent: Vec<TicketedEffect>,
}

impl Desk {
    /// Freshly started.
    pub(crate) fn start() -> Self {
        let words = super::command::TABLE.iter().map(|row| row.words.to_owned()).collect();
        let (state, sent) = State::start(words);
        Self { state, sent }
    }

    /// Logged in with one role, batches loaded.
    pub(crate) fn of(role: Role) -> Self {
        let mut desk = Self::start();
        desk.answer(Answer::Users { users: users(), office: "枣林镇".into() });
        desk.press("1<enter>secret-1234<enter>");
        desk.input(Input::Tick { seconds: 10, wall: date(2026, 7, 1).at(9, 15, 0, 0) });
        desk.answer(Answer::Unlocked(session(role)));
        desk.answer(Answer::Batches(batches_of(role)));
        desk.answer(Answer::Pending(pending::counts()));
        desk
    }

    /// A treasurer's: an open objection keeps a batch back.
    pub(crate) fn held_up() -> Self {
        let mut desk = Self::of(Role::Treasurer);
        let mut told = batches_of(Role::Treasurer);
        let why = Possible::No(Refusal::ObjectionOpen(1));
        told[4].possible = told[4].possible.clone().with(ActName::PayList, why);
        desk.press("<f5><esc>");
        desk.answer(Answer::Batches(told));
        desk
    }

    /// At a part of the public side, so many to the right.
    pub(crate) fn at_section(role: Role, right: usize, answer: Answer) -> Self {
        let mut desk = Self::of(role);
        desk.press("<f6>");
        desk.press(&"<tab>".repeat(right));
        desk.answer(answer);
        desk
    }

    /// All that happened to a batch that was corrected.
    pub(crate) fn at_dossier(role: Role) -> Self {
        let mut desk = Self::of(role);
        desk.press("<f5><down><down><down><ctrl-d>");
        desk.answer(Answer::Dossier(Box::new(dossier::dossier())));
        desk
    }

    /// The sheet of the draft with the wrong birth date.
    pub(crate) fn at_rows() -> Self {
        let mut desk = Self::of(Role::Clerk);
        desk.press("<f5><enter>");
        desk.answer(Answer::Rows(Box::new(rows())));
        desk
    }

    /// A batch before the reviewer.
    pub(crate) fn at_review() -> Self {
        let mut desk = Self::of(Role::Reviewer);
        desk.press("<f5><down><enter>");
        desk.answer(Answer::Review(Box::new(review())));
        desk
    }

    pub(crate) fn input(&mut self, input: Input) {
        self.message(Message::Input(input));
    }

    pub(crate) fn message(&mut self, message: Message) {
        let (state, mut sent) = update(self.state.clone(), message);
        self.state = state;
        self.sent.append(&mut sent);
    }

    pub(crate) fn press(&mut self, text: &str) {
        for key in keys(text) {
            self.input(Input::Key(key));
        }
    }

    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.input(Input::Resize(Size { columns, rows }));
    }

    /// The answer to the newest request of its kind.
    pub(crate) fn answer(&mut self, answer: Answer) {
        let fits = |effect: &Effect| match &answer {
            Answer::NoStore | Answer::Users { .. } => {
                matches!(effect, Effect::ProbeStore | Effect::ProveRecovery(_))
            }
            Answer::RecoveryCode(_) => matches!(effect, Effect::SetUp(_)),
            Answer::Unlocked(_) | Answer::NotUnlocked { .. } => {
                matches!(effect, Effect::Unlock { .. })
            }
            Answer::Batches(_) => matches!(effect, Effect::ListBatches),
            Answer::Looked { .. } => matches!(effect, Effect::LookAtRows(_)),
            Answer::Found(_) => matches!(effect, Effect::Find(_)),
            Answer::Rows(_) => matches!(
                effect,
                Effect::ShowRows(_) | Effect::Edit { .. } | Effect::Undo(_) | Effect::Check(_)
            ),
            Answer::Line(_) => matches!(effect, Effect::ShowLine { .. }),
            Answer::Review(_) => matches!(effect, Effect::ShowReview(_)),
            Answer::Public(_) => matches!(effect, Effect::ListPublic),
            Answer::Qr(_) => matches!(effect, Effect::ShowQr(_)),
            Answer::Page(_) => matches!(effect, Effect::ShowRules(_) | Effect::Reference { .. }),
            Answer::Rules(_) => matches!(effect, Effect::ListRules(_)),
            Answer::Boards(_) => matches!(effect, Effect::ListBoards),
            Answer::Recalls(_) => matches!(effect, Effect::ListRecalls),
            Answer::Cases(_) => matches!(effect, Effect::ListCases),
            Answer::Case(_) => matches!(effect, Effect::ShowCase(_)),
            Answer::Coverage(_) => matches!(effect, Effect::ShowCoverage),
            Answer::Due(_) => matches!(effect, Effect::ListDue),
            Answer::Pending(_) => matches!(effect, Effect::CountPending),
            Answer::Dossier(_) => matches!(effect, Effect::ShowDossier(_)),
            Answer::Finance(_) => matches!(effect, Effect::ListFinance),
            Answer::DryRun(_) => matches!(effect, Effect::DryRun(_)),
            Answer::Imported(_)
            | Answer::Done { .. }
            | Answer::DoneLookOut { .. }
            | Answer::Failed(_) => true,
        };
        let ticket = self.sent.iter().rev().find(|request| fits(&request.effect)).unwrap().ticket;
        self.message(Message::Answer { ticket, answer });
    }

    /// The newest effect.
    pub(crate) fn last(&self) -> &Effect {
        &self.sent.last().unwrap().effect
    }

    /// How many effects there are that `fits` likes.
    pub(crate) fn count(&self, fits: impl Fn(&Effect) -> bool) -> usize {
        self.sent.iter().filter(|request| fits(&request.effect)).count()
    }

    /// The ticket of the newest request.
    pub(crate) fn ticket(&self) -> RequestId {
        self.sent.last().unwrap().ticket
    }
}

/// One person for each role.
pub(crate) fn session(role: Role) -> SessionView {
    let name = match role {
        Role::Clerk => "李秀英",
        Role::Reviewer => "王建国",
        Role::Treasurer => "赵𬭎",
        Role::Administrator | Role::Signer | Role::Auditor => "陈桂花",
    };
    SessionView {
        name: name.into(),
        roles: Roles::new([role]).unwrap(),
        office: "枣林镇".into(),
        practice: false,
        possible: as_role(role, &Possibilities::yes(&[ActName::SetUpBoard, ActName::Raise])),
    }
}

pub(crate) fn users() -> Vec<UserRow> {
    let roles = [Role::Clerk, Role::Reviewer, Role::Treasurer, Role::Administrator];
    let user = |(id, role): (u32, Role)| UserRow {
        id: id.to_string(),
        label: String::new(),
        roles: vec![role],
    };
    (1..).zip(roles).map(user).collect()
}

pub(crate) fn fen(fen: i64) -> Fen {
    Fen::try_from(fen).unwrap()
}

pub(crate) fn totals(lines: u32, quantity: &str, sum: i64) -> Totals {
    Totals {
        lines,
        households: lines,
        persons: lines,
        quantity: Quantity::parse(quantity).unwrap(),
        fen: fen(sum),
    }
}

pub(crate) fn seen(id: &str) -> Seen {
    Seen { batch: BatchId(id.into()), heads: vec![Hash::of("head\n", &[id.as_bytes()])] }
}

fn hash(text: &str) -> Hash {
    Hash::of("sample\n", &[text.as_bytes()])
}

fn line(no: u32, [name, id, quantity]: [&str; 3], amount: i64, findings: &[usize]) -> LineRow {
    LineRow {
        no,
        name: name.into(),
        id: id.into(),
        card: "622848*********5795".into(),
        group: "二组".into(),
        quantity: Some(Quantity::parse(quantity).unwrap()),
        rate: Some(Rate::parse("67").unwrap()),
        amount: fen(amount),
        findings: findings.to_vec(),
    }
}

pub(crate) fn rows() -> RowsView {
    let finding = |check, level, line: u32, field, key| FindingRow {
        check,
        level,
        lines: vec![line],
        field,
        sentence: Sentence::plain(key).with("line", line),
        reason: None,
    };
    RowsView {
        seen: seen("1"),
        title: "段村村 耕地地力保护补贴 2026".into(),
        standing: Standing::Draft,
        possible: Possibilities::yes(&[ActName::Edit, ActName::Raise])
            .with(ActName::Submit, Possible::No(Refusal::Blocked(1)))
            .with(ActName::Unsubmit, Possible::No(Refusal::NothingThere))
            .with(ActName::Withdraw, Possible::No(Refusal::NothingThere)),
        unit: "亩".into(),
        lines: vec![
            line(12, ["张建军", "140923********0038", "5.30"], 35_510, &[]),
            line(13, ["欧阳春梅", "142225********1284", "2.21"], 14_807, &[2]),
            line(14, ["刘补成", "140923********001X", "3.44"], 23_048, &[0]),
            line(15, ["买买提·吐尔逊", "653101********5512", "1.00"], 6_700, &[]),
            line(16, ["赵𬭎", "140923********2217", "8.02"], 53_734, &[]),
            line(17, ["王二女", "140923********0425", "12.60"], 84_420, &[1]),
        ],
        findings: vec![
            finding(Check::A09, Level::Block, 14, Some(Field::Id), "sample-birth-date"),
            finding(Check::A01, Level::Explain, 17, None, "sample-grown"),
            finding(Check::A09, Level::Inform, 13, None, "sample-old-prefix"),
        ],
        totals: totals(6, "32.57", 218_219),
        next_line: 18,
        saved_at: Some("09:20:31".into()),
    }
}

pub(crate) fn line_form(no: u32) -> LineForm {
    let cell = |field, value: &str, computed| CellView { field, value: value.into(), computed };
    LineForm {
        batch: BatchId("1".into()),
        line: no,
        cells: vec![
            cell(Field::Name, "刘补成", false),
            cell(Field::Id, "14092319670230001X", false),
            cell(Field::Card, "6228480000000005795", false),
            cell(Field::Group, "二组", false),
            cell(Field::Quantity, "3.44", false),
            cell(Field::Rate, "67.00", false),
            cell(Field::Amount, "230.48", true),
            cell(Field::Bank, "代县农村商业银行", false),
            cell(Field::Phone, "", false),
            cell(Field::Remark, "", false),
        ],
        last: Some(LastTime {
            quantity: Some(Quantity::parse("3.44").unwrap()),
            amount: fen(23_048),
            id: "140923********0018".into(),
        }),
    }
}

pub(crate) fn review() -> ReviewView {
    let change = |kind, line, name: &str, before: Option<i64>, after: Option<i64>| ChangeRow {
        kind,
        line,
        name: name.into(),
        before: before.map(fen),
        after: after.map(fen),
    };
    let explained = FindingRow {
        check: Check::A05,
        level: Level::Explain,
        lines: vec![31, 77],
        field: None,
        sentence: Sentence::plain("sample-shared-card"),
        reason: Some("父子共用一卡,附证明".into()),
    };
    ReviewView {
        seen: seen("2"),
        title: "小敦素村 耕地地力保护补贴 2026".into(),
        standing: Standing::Submitted,
        possible: Possibilities::yes(&[ActName::Approve, ActName::Return, ActName::Raise])
            .with(ActName::Sign, Possible::No(Refusal::NotReviewed)),
        unit: "亩".into(),
        now: totals(176, "766.15", 5_133_267),
        last: Some(totals(173, "759.90", 5_091_392)),
        notice: Some(NoticeView { from: date(2026, 6, 20), to: date(2026, 6, 27), days_left: -4 }),
        clerk: "李秀英".into(),
        changes: vec![
            change(ChangeKind::New, Some(18), "韩来旺", None, Some(20_100)),
            change(ChangeKind::Gone, None, "陈根旺", Some(30_150), None),
            change(ChangeKind::More, Some(9), "王二女", Some(64_421), Some(84_420)),
            change(ChangeKind::Card, Some(40), "赵补女", Some(14_807), Some(14_807)),
        ],
        unchanged: 172,
        findings: vec![explained],
    }
}

pub(crate) fn public() -> PublicView {
    let disclosure = |id: &str, title: &str, left: i32| DisclosureRow {
        seen: seen(id),
        title: title.into(),
        revision: 1,
        notice: Some(NoticeView { from: date(2026, 6, 28), to: date(2026, 7, 5), days_left: left }),
        check_code: "7K3Q-X2MD".into(),
        withdrawn: false,
        possible: Possibilities::yes(&[ActName::Withdraw, ActName::Raise])
            .with(ActName::Publish, Possible::No(Refusal::AlreadyPublic)),
    };
    PublicView {
        waiting: vec![PublishRow {
            seen: seen("1"),
            title: "段村村 耕地地力保护补贴 2026".into(),
            totals: totals(214, "1025.40", 6_870_180),
            from: date(2026, 7, 1),
            until: date(2026, 7, 8),
            edits: 0,
            possible: Possibilities::yes(&[ActName::Publish, ActName::Raise]),
        }],
        published: vec![
            disclosure("4", "沱阳村 耕地地力保护补贴 2026", 4),
            disclosure("5", "枣林东村 耕地地力保护补贴 2026", -12),
        ],
    }
}

pub(crate) fn finance() -> FinanceView {
    FinanceView {
        pay_lists: vec![PayListRow {
            id: "P-7K3QX2MD-9".into(),
            made_on: date(2026, 6, 30),
            batches: 1,
            lines: 122,
            fen: fen(3_941_790),
            possible: Possibilities::yes(&[ActName::BookPayment]),
        }],
    }
}

fn fault(row: u32) -> FaultRow {
    let sentence = Sentence::plain("intake-not-a-number").with("cell", "三百元");
    FaultRow { sheet: String::new(), row, column: Some(("H".into(), "金额".into())), sentence }
}

pub(crate) fn dry_run(errors: usize) -> ImportView {
    let roll = |title: &str, lines| ImportRow {
        title: title.into(),
        totals: totals(lines, "100.00", 670_000),
    };
    ImportView {
        rolls: vec![
            roll("段村村 耕地地力保护补贴 2026", 214),
            roll("沱阳村 耕地地力保护补贴 2026", 98),
        ],
        errors: (4..).take(errors).map(fault).collect(),
        remarks: vec![Sentence::plain("intake-note-from-title")],
    }
}

pub(crate) fn qr() -> QrView {
    let side = 33;
    let dark = (0..side * side).map(|place| (place * 7 + place / side) % 3 == 0).collect();
    QrView {
        title: "沱阳村 耕地地力保护补贴 2026".into(),
        address: "HTTPS://CUNBANG.EXAMPLE/D/7K3QX2MD7K3QX2MD7K3QX2MD7K/".into(),
        check_code: "7K3Q-X2MD".into(),
        side,
        dark,
    }
}
