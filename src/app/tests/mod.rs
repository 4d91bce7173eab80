//! What a clerk, a reviewer and a treasurer do with keys, and what the machine asks the world for.
//! No terminal, no disk.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a test looks at one screen or effect at a time"
)]
mod acts;
mod door;
mod life;
mod mending;
mod random;
mod rules;
mod table;

use crate::app::effect::Effect;
use crate::app::samples::Desk;
use crate::app::screens::Screen;
use crate::app::views::BatchId;
use crate::domain::roll::{Edit, Field};

fn set(line: u32, field: Field, value: &str) -> Effect {
    Effect::Edit {
        batch: BatchId("1".into()),
        edit: Edit::Set { line, field, value: value.into() },
    }
}

fn rows_screen(desk: &Desk) -> &crate::app::screens::Rows {
    match &desk.state.screens.top {
        Screen::Rows(rows) => rows,
        other => unreachable!("not at the sheet but at {:?}", other.place()),
    }
}
