//! How many days a notice still has, in words.
use crate::app::views::NoticeView;
use crate::domain::text::sentence::Sentence;
use crate::ui::canvas::Canvas;

/// The days of a notice in words.
pub(super) fn days(pen: &Canvas, notice: NoticeView) -> String {
    let (key, days) = match notice.days_left {
        0 => ("app-notice-today", 0),
        left if left > 0 => ("app-notice-left", left),
        over => ("app-notice-over", -over),
    };
    pen.say(&Sentence::plain(key).with("days", days))
}
