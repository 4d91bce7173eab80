//! 张贴情况: one line for each disclosure that has to hang, hangs or hung; what is wrong is said in
//! words.
use super::super::layout::Body;
use super::super::sheet::{Column, Sheet};
use crate::app::screens::CoverageList;
use crate::app::section::Section;
use crate::app::views::CoverageLine;
use crate::domain::dossier::coverage::DownState;
use crate::domain::text::sentence::Sentence;
use crate::ui::canvas::Canvas;
use crate::ui::{detail, sections};
use ratatui::style::Style;

pub fn draw(pen: &mut Canvas, body: Body, screen: &CoverageList) {
    let body = sections::draw(pen, body, Section::Coverage);
    let wide = body.main.width >= 76;
    let sheet = Sheet::new(
        vec![
            Column::Words(10),
            Column::Rest,
            Column::Words(14),
            Column::Number(5),
            if wide { Column::Words(10) } else { Column::Gone },
            Column::Words(14),
        ],
        body.main.width.saturating_sub(1),
    );
    let head = sheet.head([
        &pen.word("app-column-village"),
        &pen.word("app-column-project"),
        &pen.word("app-column-edition"),
        &pen.word("app-column-posted"),
        &pen.word("app-column-late"),
        &pen.word("app-column-down"),
    ]);
    sections::list(pen, body, &head, &screen.list, "app-coverage-none", |pen, row| {
        line(pen, &sheet, row)
    });
    let totals = screen.totals;
    let sums = Sentence::plain("app-sums-coverage")
        .with("disclosures", totals.disclosures)
        .with("complete", totals.complete)
        .with("unpublished", totals.unpublished)
        .with("late", totals.late)
        .with("recalls", totals.recalls_open)
        .with("boards", totals.boards_overdue)
        .with("villages", totals.villages_without_board)
        .with("silent", screen.silent);
    let sums = pen.say(&sums);
    pen.text(body.sums, 0, &format!(" {sums}"), pen.theme.text);
}

fn line(pen: &Canvas, sheet: &Sheet, row: &CoverageLine) -> (String, Style) {
    let late = match row.late_days {
        0 => "-".to_owned(),
        days => pen.say(&Sentence::plain("app-days-late").with("days", days)),
    };
    let edition = detail::edition(pen, row.stage, row.revision);
    let posted = format!("{}/{}", row.posted, row.required);
    let state = if row.owed { pen.word("app-down-owed") } else { down(pen, row.down) };
    let text = sheet.line([&row.village, &row.programme, &edition, &posted, &late, &state]);
    (text, style(pen, row))
}

fn down(pen: &Canvas, state: DownState) -> String {
    let counted = |key, days: u32| pen.say(&Sentence::plain(key).with("days", days));
    match state {
        DownState::NotPosted => pen.word("app-down-not-posted"),
        DownState::Hanging => pen.word("app-down-hanging"),
        DownState::InTime => pen.word("app-down-in-time"),
        DownState::Early(days) => counted("app-down-early", days),
        DownState::Late(days) => counted("app-down-late", days),
        DownState::Overdue(days) => counted("app-down-overdue", days),
        DownState::Recalled => pen.word("app-down-recalled"),
    }
}

fn style(pen: &Canvas, row: &CoverageLine) -> Style {
    if row.recalls_open > 0 || (row.owed && row.late_days > 0) {
        return pen.theme.block;
    }
    match row.down {
        DownState::Overdue(_) | DownState::Early(_) => pen.theme.block,
        DownState::NotPosted | DownState::Late(_) => pen.theme.explain,
        _ if row.posted < row.required || row.late_days > 0 => pen.theme.explain,
        DownState::Hanging | DownState::InTime => pen.theme.good,
        DownState::Recalled => pen.theme.text,
    }
}
