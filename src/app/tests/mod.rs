//! What a clerk, a reviewer and a treasurer do with keys, and what the machine asks the world for.
//! No terminal, no disk.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a test looks at one screen or effect at a time"
)]
mod acts;
mod boards;
mod cases;
mod door;
mod dossier;
mod forms;
mod mending;
mod pending;
mod possible;
mod random;
mod rules;
mod table;

use crate::app::dialogs::{Dialog, Form};
use crate::app::effect::Effect;
use crate::app::message::Answer;
use crate::app::samples::Desk;
use crate::app::screens::Screen;
use crate::app::views::BatchId;
use crate::domain::roll::{Edit, Field};
use crate::domain::text::sentence::Sentence;
use crate::office::{ActName, Target, Values};

fn set(line: u32, field: Field, value: &str) -> Effect {
    Effect::Edit {
        batch: BatchId("1".into()),
        edit: Edit::Set { line, field, value: value.into() },
    }
}

fn rows_screen(desk: &Desk) -> &crate::app::screens::Rows {
    match &desk.state.screens.top {
        Screen::Rows(rows) => rows,
        other => unreachable!("not at the sheet but at {:?}", other.focus()),
    }
}

/// The act with these entries.
fn act(act: ActName, target: Target, entries: &[(&'static str, &str)]) -> Effect {
    let mut values = Values::default();
    for (field, text) in entries {
        values.set(field, text);
    }
    Effect::Perform(act.read(target, &values).unwrap())
}

/// The form that is open.
fn form(desk: &Desk) -> &Form {
    match &desk.state.dialog {
        Some(Dialog::Form(form)) => form,
        other => unreachable!("no form but {other:?}"),
    }
}

fn done(desk: &mut Desk) {
    desk.answer(Answer::Done { sentence: Sentence::plain("sample-done"), made: None });
}
