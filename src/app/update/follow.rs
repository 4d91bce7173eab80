//! Where commands lead: screens and dialogs open and close.
use super::super::State;
use super::super::command::{Command, CommandRow, TABLE};
use super::super::dialogs::{Confirm, Dialog, Form, FormOpening, Import, Page, PageText, Palette};
use super::super::effect::Effect;
use super::super::go::Go;
use super::super::readiness::Readiness;
use super::super::screen_target::ScreenTarget;
use super::super::screens::{Login, Screen};
use super::super::section::Section;
use super::build;
use crate::domain::text::sentence::Sentence;

/// Does a command wherever it belongs: everywhere, in the dialog, or on the screen.
pub(super) fn perform(state: &mut State, command: Command) {
    let focus = state.focus();
    match command {
        Command::Help => open(state, Dialog::Page(Page::new(PageText::Help(focus)))),
        Command::Palette => {
            let ready = |row: &CommandRow| state.screens.top.readiness(row.id, &state.world);
            let palette = Palette::over(focus, TABLE.iter().map(ready).collect(), &state.world);
            open(state, Dialog::Palette(palette));
        }
        Command::Lock => lock(state),
        Command::Leave => {
            save(state);
            follow(state, Go::confirm(Effect::Quit, vec![Sentence::plain("app-ask-leave")]));
        }
        Command::Cancel => {
            state.world.requests.cancel();
        }
        Command::Batches => {
            go_home_to(state, ScreenTarget::Batches { only: None, searching: false });
        }
        Command::Public => go_home_to(state, ScreenTarget::Section(Section::Notices)),
        Command::Finance => go_home_to(state, ScreenTarget::Finance),
        Command::NextSection | Command::PreviousSection => {
            go_beside(state, command == Command::NextSection);
        }
        other => {
            let go = match (&mut state.dialog, &mut state.locked) {
                (Some(dialog), _) => dialog.act(other, &mut state.world),
                (None, Some(login)) => login.act(other, &mut state.world),
                (None, None) => on_screen(state, other),
            };
            follow(state, go);
        }
    }
}

/// What is not possible is refused at once, in the words of the rule; the world is not asked.
fn on_screen(state: &mut State, command: Command) -> Go {
    match state.screens.top.readiness(command, &state.world) {
        Readiness::No(why) => Go::Refuse(why),
        Readiness::Yes | Readiness::Unchecked => state.screens.top.act(command, &mut state.world),
    }
}

pub(super) fn follow(state: &mut State, go: Go) {
    match go {
        Go::Stay => {}
        Go::Back => back(state),
        Go::To(target) => {
            let screen = build::screen(target, &state.world);
            screen.load(&mut state.world);
            let below = std::mem::replace(&mut state.screens.top, screen);
            state.screens.below.push(below);
        }
        Go::Instead(target) => {
            state.dialog = None;
            let screen = build::screen(target, &state.world);
            screen.load(&mut state.world);
            state.screens.top = screen;
        }
        Go::Form(opening) => fill_in(state, *opening),
        Go::Confirm { effect, facts } => {
            let form = match state.dialog.take() {
                Some(Dialog::Form(form)) => Some(Box::new(form)),
                _ => None,
            };
            open(state, Dialog::Confirm(Confirm::before(*effect, facts, form)));
        }
        Go::Read(text) => open(state, Dialog::Page(Page::new(text))),
        Go::Import => open(state, Dialog::Import(Import::default())),
        Go::Refuse(sentence) => state.world.refuse(sentence),
        Go::Close => state.dialog = None,
        Go::Run(command) => {
            state.dialog = None;
            perform(state, command);
        }
    }
}

/// Opens a form; one that asks nothing leads straight to its question.
fn fill_in(state: &mut State, opening: FormOpening) {
    let mut form = Form::new(opening, &state.world);
    if form.fields.is_empty() {
        let go = form.finish(&mut state.world);
        follow(state, form.wrong.map_or(go, Go::Refuse));
    } else {
        open(state, Dialog::Form(form));
    }
}

/// One screen back; at the bottom, Esc stops long work and otherwise does nothing.
fn back(state: &mut State) {
    if let Some(screen) = state.screens.below.pop() {
        screen.load(&mut state.world);
        state.screens.top = screen;
        refresh(state);
    } else {
        state.world.requests.cancel();
    }
}

/// To one of the three main screens, whose Esc leads to Today. What was typed is saved first.
fn go_home_to(state: &mut State, target: ScreenTarget) {
    save(state);
    while let Some(below) = state.screens.below.pop() {
        state.screens.top = below;
    }
    follow(state, Go::To(target));
}

/// To the part of the public side beside this one; Esc still leads where it led.
fn go_beside(state: &mut State, forward: bool) {
    if let Some(section) = state.screens.top.section() {
        state.screens.top = build::section(section.beside(forward));
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
pub(super) fn lock(state: &mut State) {
    if !state.is_open() {
        return;
    }
    save(state);
    // A form that was being filled in waits for the same person.
    state.set_aside = state.dialog.take().filter(|dialog| matches!(dialog, Dialog::Form(_)));
    state.world.notice = None;
    state.typed_ahead = None;
    state.world.requests.forget_views();
    state.world.requests.ask(Effect::Lock);
    state.locked = Some(Login::of_locked(&state.world));
}

/// The batches have changed: lists over them are made anew.
pub(super) fn refresh(state: &mut State) {
    if let Screen::Batches(batches) = &mut state.screens.top {
        batches.refresh(&state.world);
    }
}
