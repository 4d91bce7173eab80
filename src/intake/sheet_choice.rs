//! Which sheets of a workbook hold lines: not the hidden ones, and not those that only sum up or
//! explain the others.
use super::report::Report;
use crate::domain::text::sentence::Sentence;

const NO_ROLLS: [&str; 6] = ["汇总", "封面", "说明", "目录", "总表", "统计"];

/// A sheet by its name, with how to reach it.
pub(super) struct Listed<T> {
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) at: T,
}

/// The sheets to be read. One that is called `汇总` and the like is read only if there is no other.
pub(super) fn of_lines<T>(all: Vec<Listed<T>>, report: &mut Report) -> Vec<Listed<T>> {
    let (hidden, visible): (Vec<_>, Vec<_>) = all.into_iter().partition(|sheet| sheet.hidden);
    if !hidden.is_empty() {
        report.note(Sentence::plain("intake-note-hidden-sheet"));
    }
    let (summaries, rolls): (Vec<_>, Vec<_>) = visible
        .into_iter()
        .partition(|sheet| NO_ROLLS.iter().any(|word| sheet.name.contains(word)));
    if rolls.is_empty() {
        return summaries;
    }
    for sheet in summaries {
        report.note(Sentence::plain("intake-note-summary-sheet").with("sheet", sheet.name));
    }
    rolls
}
