//! One file per screen; each draws its part of the body and says nothing of keys.
mod batches;
mod boards;
mod case_file;
mod cases;
mod coverage_list;
mod dossier;
mod due_list;
mod evidence_pane;
mod finance;
mod hindrance;
mod line_editor;
mod login;
mod notice_days;
mod public;
mod recalls;
mod review;
mod rows;
mod rule_book;
mod set_up;
mod today;

pub use login::draw as login;

use super::canvas::Canvas;
use super::layout::Body;
use crate::app::State;
use crate::app::screens::Screen;

/// Draws the screen on top.
pub fn draw(pen: &mut Canvas, body: Body, state: &State) {
    let world = &state.world;
    match &state.screens.top {
        Screen::Waiting => {
            let sentence = pen.word("app-opening");
            pen.text(body.main, 1, &format!(" {sentence}"), pen.theme.text);
        }
        Screen::SetUp(screen) => set_up::draw(pen, body.whole(), screen),
        Screen::Login(screen) => login::draw(pen, body.whole(), screen, world),
        Screen::Today(screen) => today::draw(pen, body, screen, world),
        Screen::Batches(screen) => batches::draw(pen, body, screen, world),
        Screen::Rows(screen) => rows::draw(pen, body, screen),
        Screen::Review(screen) => review::draw(pen, body, screen),
        Screen::Public(screen) => public::draw(pen, body, screen),
        Screen::Finance(screen) => finance::draw(pen, body, screen, world),
        Screen::Boards(screen) => boards::draw(pen, body, screen),
        Screen::Recalls(screen) => recalls::draw(pen, body, screen),
        Screen::Cases(screen) => cases::draw(pen, body, screen),
        Screen::Case(screen) => case_file::draw(pen, body, screen),
        Screen::Coverage(screen) => coverage_list::draw(pen, body, screen),
        Screen::Due(screen) => due_list::draw(pen, body, screen),
        Screen::Dossier(screen) => dossier::draw(pen, body, screen),
        Screen::RuleBook(screen) => rule_book::draw(pen, body, screen),
    }
}
