//! `batch show`, `batch diff`.
use super::naming::{named, yuan};
use super::possible;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::cli::text_table::{Align, Sheet};
use crate::domain::disclosure::Code;
use crate::domain::journal::Event;
use crate::domain::journal::act_key;
use crate::domain::people::masking::{mask_card, mask_id};
use crate::domain::roll::difference::Difference;
use crate::domain::roll::{Line, Totals};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::money::Fen;
use crate::office::views::{
    BatchComparison, BatchNames, BatchView, CountsView, EventView, LineChange, LineView,
};
use crate::runtime::session::{Batch, Compared};
use crate::store::User;

pub fn show(invocation: &mut Invocation<'_, '_>, name: &str) -> Done {
    let session = invocation.open()?;
    let batch = named(&session, name)?;
    let rows = session.rows(&batch)?;
    let users = session.users()?;
    let possible = possible::on_batch(&session.answers()?, &batch)?;
    session.close()?;
    let mut sheet = Sheet::new([
        Align::Right,
        Align::Left,
        Align::Left,
        Align::Left,
        Align::Right,
        Align::Right,
        Align::Right,
    ]);
    sheet.row(invocation.titles([
        "cli-title-line",
        "cli-title-person",
        "cli-title-id",
        "cli-title-card",
        "cli-title-quantity",
        "cli-title-rate",
        "cli-title-yuan",
    ]));
    for line in &rows.lines {
        sheet.row(row(line));
    }
    let totals = batch.draft.totals;
    let head = Sentence::plain("cli-batch-head")
        .with("name", batch.name())
        .with("village", &batch.village)
        .with("programme", &batch.programme)
        .with("period", batch.draft.key.period)
        .with("stage", invocation.stage(batch.stage()));
    let sums = Sentence::plain("cli-batch-sums")
        .with("lines", totals.lines)
        .with("households", totals.households)
        .with("yuan", yuan(totals.fen));
    let mut answer = Answer::default().say(head).sheet(sheet).say(sums);
    let live = batch.dossier.live_disclosure().map(|disclosed| &disclosed.body.code);
    if let Some(code) = live {
        let sentence = Sentence::plain("cli-batch-code").with("code", code.grouped());
        answer = answer.say(sentence.with("check", code.check_code()));
    }
    let document = BatchView {
        names: BatchNames::of(&batch),
        code: live.map(|code| code.as_str().to_owned()),
        check_code: live.map(Code::check_code),
        totals: CountsView::of(&totals),
        rows: rows.lines.iter().map(LineView::of).collect(),
        history: batch.dossier.history.iter().map(|event| event_view(event, &users)).collect(),
        possible,
    };
    let history = history(invocation, &batch.dossier.history, &users);
    Ok(answer.sheet(history).shows(&document))
}

fn author<'u>(event: &Event, users: &'u [User]) -> Option<&'u User> {
    users.iter().find(|user| Some(user.entry) == event.author)
}

fn history(invocation: &Invocation<'_, '_>, events: &[Event], users: &[User]) -> Sheet {
    let mut sheet = Sheet::new([Align::Left, Align::Left, Align::Left, Align::Left]);
    for event in events {
        let words = &invocation.output.words;
        let effect = event
            .without_effect
            .as_ref()
            .map(|_| words.text("cli-without-effect"))
            .unwrap_or_default();
        let name = author(event, users).map(|user| user.name.clone()).unwrap_or_default();
        sheet.row([
            format!("{} {}", event.at.date(), event.at.clock()),
            words.text(act_key(&event.kind)),
            name,
            effect,
        ]);
    }
    sheet
}

fn event_view(event: &Event, users: &[User]) -> EventView {
    EventView {
        entry: event.entry,
        act: event.kind.clone(),
        by: author(event, users).map(|user| user.body.slot),
        at: event.at,
        without_effect: event.without_effect.clone(),
    }
}

fn or_empty(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn row(line: &Line) -> [String; 7] {
    let person = line.beneficiary();
    [
        line.no.to_string(),
        person.name.clone(),
        mask_id(&person.id),
        mask_card(&line.card),
        or_empty(line.quantity),
        or_empty(line.rate),
        yuan(line.amount),
    ]
}

pub fn diff(invocation: &mut Invocation<'_, '_>, name: &str) -> Done {
    let session = invocation.open()?;
    let batch = named(&session, name)?;
    let compared = session.compare(&batch)?;
    session.close()?;
    let changes = changes(&compared);
    let mut sheet =
        Sheet::new([Align::Left, Align::Left, Align::Right, Align::Right, Align::Right]);
    sheet.row(invocation.titles([
        "cli-title-kind",
        "cli-title-person",
        "cli-title-line",
        "cli-title-before",
        "cli-title-now",
    ]));
    for change in &changes {
        let amount = |amount: Option<Fen>| amount.map_or_else(|| "-".to_owned(), yuan);
        let kind = invocation.output.words.text(change.kind.key());
        sheet.row([
            kind,
            change.name.clone(),
            change.line.to_string(),
            amount(change.before),
            amount(change.now),
        ]);
    }
    let Difference { new, gone, changed, same } = &compared.difference;
    let former = compared.former.as_ref().map(Batch::name);
    let head = match &former {
        Some(former) => Sentence::plain("cli-diff-head").with("former", former),
        None => Sentence::plain("cli-diff-nothing"),
    };
    let sums = Sentence::plain("cli-diff-sums")
        .with("new", new.len())
        .with("gone", gone.len())
        .with("changed", changed.len())
        .with("same", same);
    let counts = |lines: &[Line]| CountsView::of(&Totals::of(lines));
    Ok(Answer::default().say(head).sheet(sheet).say(sums).shows(&BatchComparison {
        names: BatchNames::of(&batch),
        against: former,
        before: counts(&compared.before),
        now: counts(&compared.after),
        changes: changes.into_iter().map(Shown::view).collect(),
    }))
}

#[derive(Clone, Copy)]
enum ChangeKind {
    New,
    Gone,
    Changed,
}

impl ChangeKind {
    const fn key(self) -> &'static str {
        match self {
            Self::New => "cli-diff-new",
            Self::Gone => "cli-diff-gone",
            Self::Changed => "cli-diff-changed",
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Gone => "gone",
            Self::Changed => "changed",
        }
    }
}

struct Shown {
    kind: ChangeKind,
    name: String,
    line: u32,
    before: Option<Fen>,
    now: Option<Fen>,
}

impl Shown {
    fn view(self) -> LineChange {
        let Self { kind, name, line, before, now } = self;
        LineChange { kind: kind.word(), name, line, before, now }
    }
}

fn changes(compared: &Compared) -> Vec<Shown> {
    let line = |lines: &'_ [Line], no: u32| {
        lines
            .iter()
            .find(|line| line.no == no)
            .map(|line| (line.beneficiary().name.clone(), line.amount))
    };
    let after = |no| line(&compared.after, no);
    let mut shown = Vec::new();
    for &no in &compared.difference.new {
        shown.extend(after(no).map(|(name, amount)| Shown {
            kind: ChangeKind::New,
            name,
            line: no,
            before: None,
            now: Some(amount),
        }));
    }
    for &no in &compared.difference.gone {
        let gone = line(&compared.before, no);
        shown.extend(gone.map(|(name, amount)| Shown {
            kind: ChangeKind::Gone,
            name,
            line: no,
            before: Some(amount),
            now: None,
        }));
    }
    for change in &compared.difference.changed {
        let before = Some(change.amounts.0);
        let now = Some(change.amounts.1);
        shown.extend(after(change.after).map(|(name, _)| Shown {
            kind: ChangeKind::Changed,
            name,
            line: change.after,
            before,
            now,
        }));
    }
    shown
}
