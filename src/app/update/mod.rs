//! One step of the machine: total, never blocking, nothing but data out.
mod answer;

use super::State;
use super::command::{Command, Place, meant, takes_text};
use super::dialogs::{Dialog, Page, PageText, Palette, Question};
use super::effect::{Effect, Request};
use super::input::{Input, Key};
use super::message::Message;
use super::requests::Progress;
use super::screens::{Batches, Finance, Login, Public, Screen};
use crate::domain::people::user::Role;
use crate::domain::text::sentence::Sentence;

/// Without a key for so many seconds the desk locks itself.
pub const IDLE_SECONDS: u64 = 300;

/// Where a command leads: navigation as data.
#[derive(Debug, Clone)]
pub enum Go {
    /// Nowhere.
    Stay,
    /// One screen back.
    Back,
    /// On top of this screen.
    To(Box<Screen>),
    /// The dialog is done, and this screen takes the place of the one below it.
    Instead(Box<Screen>),
    /// To a dialog over this screen.
    Open(Box<Dialog>),
    /// The dialog is done.
    Close,
    /// The dialog is done, and this is to be done on the screen.
    Run(Command),
}

impl Go {
    /// On top of this screen.
    #[must_use]
    pub fn to(screen: Screen) -> Self {
        Self::To(Box::new(screen))
    }
}

/// One step. Total: every message is met, whatever the state.
#[must_use]
pub fn update(mut state: State, message: Message) -> (State, Vec<Request>) {
    match message {
        Message::Input(input) => on_input(&mut state, input),
        Message::Away => lock(&mut state),
        Message::Answer { ticket, answer } => {
            if let Some(slot) = state.world.post.arrived(ticket) {
                answer::take_in(&mut state, slot, answer);
            }
            catch_up(&mut state);
        }
        Message::Progress { ticket, done, total } => {
            state.world.post.progressed(ticket, Progress { done, total })
        }
    }
    let sent = state.world.post.take();
    (state, sent)
}

fn on_input(state: &mut State, input: Input) {
    match input {
        Input::Resize(size) => state.world.size = size,
        Input::Tick { seconds, wall } => {
            state.world.time.seconds = seconds;
            state.world.time.wall = Some(wall);
            if state.is_open() && seconds.saturating_sub(state.world.time.last_key) >= IDLE_SECONDS
            {
                lock(state);
            }
        }
        Input::Key(key) => {
            state.world.time.last_key = state.world.time.seconds;
            match &mut state.typed_ahead {
                Some(keys) if key != Key::Esc && key != Key::F(10) => keys.push(key),
                _ => {
                    state.typed_ahead = None;
                    on_key(state, key);
                }
            }
        }
        Input::Paste(text) => {
            state.world.time.last_key = state.world.time.seconds;
            if state.field().is_some_and(|field| field.paste(&text)) {
                state.typed();
            }
        }
    }
}

/// Meets the keys that were typed ahead, once the screen shows what they were meant for.
fn catch_up(state: &mut State) {
    let ready = state.dialog.is_some()
        || state.locked.is_some()
        || !state.screens.top.is_loading(&state.world.post);
    if ready && let Some(keys) = state.typed_ahead.take() {
        for key in keys {
            on_key(state, key);
        }
    }
}

fn on_key(state: &mut State, key: Key) {
    let place = state.place();
    let world = &state.world;
    if let Some(row) = meant(place, key, |role| world.holds(role)) {
        if let Some(role) = row.role.filter(|role| !world.holds(*role)) {
            return state.world.refuse(Sentence::plain(belongs_to(role)));
        }
        state.world.notice = None;
        perform(state, row.id);
    } else if takes_text(place) && state.field().is_some_and(|field| field.press(key)) {
        state.typed();
    }
}

/// Who does what this user may not.
const fn belongs_to(role: Role) -> &'static str {
    match role {
        Role::Clerk => "app-needs-clerk",
        Role::Reviewer => "app-needs-reviewer",
        Role::Treasurer => "app-needs-treasurer",
        Role::Signer | Role::Administrator | Role::Auditor => "app-needs-other",
    }
}

/// Does a command wherever it belongs: everywhere, in the dialog, or on the screen.
pub fn perform(state: &mut State, command: Command) {
    let place = state.place();
    match command {
        Command::Help => open(state, Dialog::Page(Page::new(PageText::Help(place)))),
        Command::Palette => {
            let palette = Palette::over(place, &state.world);
            open(state, Dialog::Palette(palette));
        }
        Command::Lock => lock(state),
        Command::Leave => {
            save(state);
            follow(state, Question::before(Effect::Quit, vec![Sentence::plain("app-ask-leave")]));
        }
        Command::Cancel => {
            state.world.post.cancel();
        }
        Command::Batches => {
            let screen = Screen::Batches(Batches::all(&state.world));
            go_home_to(state, screen);
        }
        Command::Public => go_home_to(state, Screen::Public(Public::default())),
        Command::Finance => go_home_to(state, Screen::Finance(Finance::default())),
        Command::NextSection | Command::PreviousSection => {
            go_beside(state, command == Command::NextSection)
        }
        other => {
            let go = match (&mut state.dialog, &mut state.locked) {
                (Some(dialog), _) => dialog.act(other, &mut state.world),
                (None, Some(login)) => login.act(other, &mut state.world),
                (None, None) => state.screens.top.act(other, &mut state.world),
            };
            follow(state, go);
        }
    }
}

fn follow(state: &mut State, go: Go) {
    match go {
        Go::Stay => {}
        Go::Back => back(state),
        Go::To(screen) => {
            screen.load(&mut state.world);
            let below = std::mem::replace(&mut state.screens.top, *screen);
            state.screens.below.push(below);
        }
        Go::Instead(screen) => {
            state.dialog = None;
            screen.load(&mut state.world);
            state.screens.top = *screen;
        }
        Go::Open(dialog) => state.dialog = Some(*dialog),
        Go::Close => state.dialog = None,
        Go::Run(command) => {
            state.dialog = None;
            perform(state, command);
        }
    }
}

/// One screen back; at the bottom, Esc stops long work and otherwise does nothing.
fn back(state: &mut State) {
    if let Some(screen) = state.screens.below.pop() {
        screen.load(&mut state.world);
        state.screens.top = screen;
        refresh(state);
    } else {
        state.world.post.cancel();
    }
}

/// To one of the three main screens, whose Esc leads to Today. What was typed is saved first.
fn go_home_to(state: &mut State, screen: Screen) {
    save(state);
    while let Some(below) = state.screens.below.pop() {
        state.screens.top = below;
    }
    follow(state, Go::to(screen));
}

/// To the part of the public side beside this one; Esc still leads where it led.
fn go_beside(state: &mut State, forward: bool) {
    if let Some(section) = state.screens.top.section() {
        state.screens.top = section.beside(forward).screen();
        state.screens.top.load(&mut state.world);
    }
}

fn open(state: &mut State, dialog: Dialog) {
    state.dialog = Some(dialog);
}

fn save(state: &mut State) {
    if let Screen::Rows(rows) = &mut state.screens.top {
        rows.save(&mut state.world);
    }
}

/// Saves what was typed, forgets the keys, hides everything.
fn lock(state: &mut State) {
    if !state.is_open() {
        return;
    }
    save(state);
    // A form that was being filled in waits for the same person.
    state.set_aside = state.dialog.take().filter(|dialog| matches!(dialog, Dialog::Ask(_)));
    state.world.notice = None;
    state.typed_ahead = None;
    state.world.post.forget_views();
    state.world.post.ask(Effect::Lock);
    state.locked = Some(Login::of_locked(&state.world));
}

/// The batches have changed: lists over them are made anew.
fn refresh(state: &mut State) {
    if let Screen::Batches(batches) = &mut state.screens.top {
        batches.refresh(&state.world);
    }
}

/// Where the keys of `state` stand in the table.
pub(super) fn place(state: &State) -> Place {
    match (&state.dialog, &state.locked) {
        (Some(dialog), _) => dialog.place(),
        (None, Some(_)) => Place::Login,
        (None, None) => state.screens.top.place(),
    }
}
