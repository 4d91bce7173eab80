//! What the worker answered, given to the screen that asked. Stale answers never come here.
use super::super::State;
use super::super::dialogs::{Dialog, Page, PageText};
use super::super::effect::Effect;
use super::super::go::Go;
use super::super::looked::Looked;
use super::super::message::Answer;
use super::super::requests::RequestKind;
use super::super::screen_target::ScreenTarget;
use super::super::screens::{Login, Screen, SetUp, Today};
use super::super::views::{BatchId, BatchRow, ImportView, SessionView, Trouble};
use super::follow::{follow, refresh};
use crate::domain::dossier::pending::Waiting;
use crate::domain::text::sentence::Sentence;

pub(super) fn take_in(state: &mut State, slot: RequestKind, answer: Answer) {
    match answer {
        Answer::NoStore => state.screens.reset(Screen::SetUp(Box::default())),
        Answer::Users { users, office } => {
            state.world.users = users;
            state.world.office = office;
            state.screens.reset(Screen::Login(Login::default()));
        }
        Answer::RecoveryCode(code) => with_set_up(state, |wizard| wizard.made(&code)),
        Answer::Unlocked(session) => unlocked(state, session),
        Answer::NotUnlocked { sentence, wait } => not_unlocked(state, sentence, wait),
        Answer::Batches(batches) => {
            take_batches(state, batches);
        }
        Answer::Looked { batches, left } => {
            state.world.looked.give_back(&left);
            take_batches(state, batches);
            state.screens.top.looked(&mut state.world);
        }
        Answer::Failed(trouble) => failed(state, slot, trouble),
        Answer::Done { sentence, made } => done(state, sentence, made),
        Answer::DoneLookOut { sentence, warnings } => {
            done(state, sentence.clone(), None);
            read(state, PageText::Said(std::iter::once(sentence).chain(warnings).collect()));
        }
        Answer::Imported(view) => imported(state, view),
        Answer::DryRun(view) => {
            if let Some(Dialog::Import(import)) = &mut state.dialog {
                import.shown(view);
            }
        }
        Answer::Qr(view) => read(state, PageText::Qr(view)),
        Answer::Page(sentence) => read(state, PageText::Said(sentence)),
        Answer::Pending(counts) => state.world.pending = counts,
        views => show(state, views),
    }
}

/// The batches came, first or anew.
fn take_batches(state: &mut State, batches: Vec<BatchRow>) {
    state.world.looked.keep(&batches);
    state.world.batches = batches;
    refresh(state);
}

/// A page to read, unless something else has the keyboard by now.
fn read(state: &mut State, text: PageText) {
    if state.dialog.as_ref().is_none_or(is_sent) && state.locked.is_none() {
        state.dialog = Some(Dialog::Page(Page::new(text)));
    }
}

/// Views go to the screen they were asked for, if it is still there.
fn show(state: &mut State, answer: Answer) {
    match (&mut state.screens.top, answer) {
        (Screen::Batches(screen), Answer::Found(persons)) => screen.found(persons),
        (Screen::Rows(screen), Answer::Rows(view)) if screen.batch == view.seen.batch => {
            screen.arrived(*view, &mut state.world);
        }
        (Screen::Rows(screen), Answer::Line(line))
            if screen.batch == line.batch && state.locked.is_none() =>
        {
            screen.opened(*line);
        }
        (Screen::Review(screen), Answer::Review(view)) if screen.batch == view.seen.batch => {
            screen.arrived(*view);
        }
        (Screen::Public(screen), Answer::Public(view)) => screen.arrived(view),
        (Screen::Finance(screen), Answer::Finance(view)) => screen.arrived(view),
        (Screen::Boards(screen), Answer::Boards(view)) => screen.arrived(view),
        (Screen::Recalls(screen), Answer::Recalls(rows)) => screen.list.arrived(rows),
        (Screen::Cases(screen), Answer::Cases(rows)) => screen.arrived(rows),
        (Screen::Case(screen), Answer::Case(view)) if screen.no == view.row.seen.no => {
            screen.arrived(*view);
        }
        (Screen::Coverage(screen), Answer::Coverage(view)) => screen.arrived(view),
        (Screen::Due(screen), Answer::Due(rows)) => screen.list.arrived(rows),
        (Screen::RuleBook(screen), Answer::Rules(view)) => screen.arrived(view),
        (Screen::Dossier(screen), Answer::Dossier(view)) if screen.batch == view.seen.batch => {
            screen.arrived(*view);
        }
        _ => {}
    }
}

fn with_set_up(state: &mut State, change: impl FnOnce(&mut SetUp)) {
    if let Screen::SetUp(wizard) = &mut state.screens.top {
        change(wizard);
    }
}

fn unlocked(state: &mut State, session: SessionView) {
    let same = state.world.session.as_ref().is_some_and(|before| before.name == session.name);
    state.world.office.clone_from(&session.office);
    state.world.session = Some(session);
    state.world.time.last_key = state.world.time.seconds;
    state.world.looked = Looked::default();
    let set_aside = state.set_aside.take();
    if same && state.locked.take().is_some() {
        state.dialog = set_aside;
    } else {
        state.locked = None;
        state.world.batches.clear();
        state.world.pending = Waiting::default();
        state.screens.reset(Screen::Today(Today::default()));
    }
    state.screens.top.load(&mut state.world);
}

fn not_unlocked(state: &mut State, sentence: Sentence, wait: u64) {
    match (&mut state.locked, &mut state.screens.top) {
        (Some(login), _) | (None, Screen::Login(login)) => {
            login.refused(sentence, wait, &state.world);
        }
        (None, _) => {}
    }
}

fn failed(state: &mut State, slot: RequestKind, trouble: Trouble) {
    match (&mut state.dialog, &mut state.screens.top) {
        (Some(Dialog::Import(import)), _)
            if matches!(slot, RequestKind::DryRun | RequestKind::Act) =>
        {
            import.failed(trouble.sentence);
        }
        (Some(Dialog::Form(form)), _) if form.sent && slot == RequestKind::Act => {
            form.refused(trouble.sentence);
            state.screens.top.load(&mut state.world);
        }
        (_, Screen::SetUp(wizard)) => wizard.failed(trouble.sentence),
        (_, Screen::Login(login)) if slot == RequestKind::Door => {
            login.refused(trouble.sentence, 0, &state.world);
        }
        _ => {
            state.world.tell(trouble);
            if matches!(slot, RequestKind::Edit | RequestKind::Act) && state.locked.is_none() {
                state.screens.top.load(&mut state.world);
            }
        }
    }
}

/// An act is done: what is shown is made anew from the store.
fn done(state: &mut State, sentence: Sentence, made: Option<BatchId>) {
    state.world.say(sentence);
    state.world.looked = Looked::default();
    state.set_aside = state.set_aside.take().filter(|dialog| !is_sent(dialog));
    state.dialog = state.dialog.take().filter(|dialog| !is_sent(dialog));
    if state.locked.is_some() {
        return;
    }
    if let Some(batch) = made {
        follow(state, Go::To(ScreenTarget::Rows { batch, line: None }));
    } else if matches!(state.screens.top, Screen::Review(_)) {
        follow(state, Go::Back);
    } else {
        state.screens.top.load(&mut state.world);
    }
    state.world.requests.ask(Effect::ListBatches);
    state.typed_ahead = Some(Vec::new());
}

/// A form whose act is done now.
const fn is_sent(dialog: &Dialog) -> bool {
    matches!(dialog, Dialog::Form(form) if form.sent)
}

fn imported(state: &mut State, view: ImportView) {
    let sentence = Sentence::plain("app-imported").with("rolls", view.rolls.len());
    match &mut state.dialog {
        Some(Dialog::Import(import)) => import.taken_in(view),
        _ => state.world.say(sentence),
    }
    state.world.requests.ask(Effect::ListBatches);
}
