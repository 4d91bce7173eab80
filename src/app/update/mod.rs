//! One step of the machine: total, never blocking, nothing but data out.
mod answer;
mod build;
mod follow;

use super::State;
use super::command::{meant, takes_text};
use super::effect::{Effect, TicketedEffect};
use super::input::{Input, Key};
use super::message::Message;
use super::requests::{Progress, RequestKind};
use crate::domain::dossier::Refusal;
use crate::domain::text::sentence::Spoken;
use follow::{lock, perform};

/// Without a key for so many seconds the desk locks itself.
pub const IDLE_SECONDS: u64 = 300;

/// One step. Total: every message is met, whatever the state.
#[must_use]
pub fn update(mut state: State, message: Message) -> (State, Vec<TicketedEffect>) {
    match message {
        Message::Input(input) => on_input(&mut state, input),
        Message::Away => lock(&mut state),
        Message::Answer { ticket, answer } => {
            if let Some(slot) = state.world.requests.arrived(ticket) {
                answer::take_in(&mut state, slot, answer);
            }
            catch_up(&mut state);
        }
        Message::Progress { ticket, done, total } => {
            state.world.requests.progressed(ticket, Progress { done, total });
        }
    }
    look(&mut state);
    let sent = state.world.requests.take();
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
        || !state.screens.top.is_loading(&state.world.requests);
    if ready && let Some(keys) = state.typed_ahead.take() {
        for key in keys {
            on_key(state, key);
        }
    }
}

fn on_key(state: &mut State, key: Key) {
    let focus = state.focus();
    let world = &state.world;
    if let Some(row) = meant(focus, key, |role| world.holds(role)) {
        if let Some(role) = row.role.filter(|role| !world.holds(*role)) {
            return state.world.refuse(Refusal::Role(role).sentence());
        }
        state.world.notice = None;
        perform(state, row.id);
    } else if takes_text(focus) && state.field().is_some_and(|field| field.press(key)) {
        state.typed();
    }
}

/// Sends somebody to look at rows on the screen that nobody has looked at: one page at a time, and
/// not before the screen has come.
fn look(state: &mut State) {
    let top = &state.screens.top;
    let world = &mut state.world;
    let busy =
        world.requests.awaits(RequestKind::Looking) || world.requests.awaits(RequestKind::Batches);
    if busy || world.session.is_none() || state.locked.is_some() || top.is_loading(&world.requests)
    {
        return;
    }
    let wanted = top.unchecked_in_sight(world);
    let wanted = world.looked.send(wanted);
    if !wanted.is_empty() {
        world.requests.ask(Effect::LookAtRows(wanted));
    }
}
