//! One file per screen; each draws its part of the body and says nothing of keys.
mod batches;
mod finance;
mod form;
mod login;
mod public;
mod review;
mod rows;
mod set_up;
mod today;

pub use login::draw as login;

use super::layout::Body;
use super::pen::Pen;
use crate::app::State;
use crate::app::screens::Screen;
use crate::app::views::NoticeView;
use crate::domain::sentence::Sentence;

/// Draws the screen on top.
pub fn draw(pen: &mut Pen, body: Body, state: &State) {
    let world = &state.world;
    match &state.screens.top {
        Screen::Waiting => {
            let said = pen.word("app-opening");
            pen.text(body.main, 1, &format!(" {said}"), pen.theme.text);
        }
        Screen::SetUp(screen) => set_up::draw(pen, body.whole(), screen),
        Screen::Login(screen) => login::draw(pen, body.whole(), screen, world),
        Screen::Today(screen) => today::draw(pen, body, screen, world),
        Screen::Batches(screen) => batches::draw(pen, body, screen, world),
        Screen::Rows(screen) => rows::draw(pen, body, screen),
        Screen::Review(screen) => review::draw(pen, body, screen),
        Screen::Public(screen) => public::draw(pen, body, screen),
        Screen::Finance(screen) => finance::draw(pen, body, screen, world),
    }
}

/// The days of a notice in words.
fn days(pen: &Pen, notice: NoticeView) -> String {
    let (key, days) = match notice.days_left {
        0 => ("app-notice-today", 0),
        left if left > 0 => ("app-notice-left", left),
        over => ("app-notice-over", -over),
    };
    pen.say(&Sentence::plain(key).with("days", days))
}
