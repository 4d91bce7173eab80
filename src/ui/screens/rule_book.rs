//! 规则: one line a rule; papers, days and certainty stand on its page, or at the right of a wide
//! terminal.
use super::super::layout::Body;
use super::super::sections;
use super::evidence_pane;
use crate::app::screens::RuleBook;
use crate::domain::text::sentence::Sentence;
use crate::ui::canvas::Canvas;

pub fn draw(pen: &mut Canvas, body: Body, screen: &RuleBook) {
    let day = screen.day.map_or_else(String::new, |day| day.to_string());
    let head = pen.say(&Sentence::plain("app-rules-of").with("day", day));
    let style = pen.theme.text;
    sections::list(pen, body, &head, &screen.list, "app-rules-none", |pen, row| {
        (pen.say(&row.headline), style)
    });
    let sums = pen.say(&Sentence::plain("app-sums-rules").with("count", screen.list.rows().len()));
    pen.text(body.sums, 0, &format!(" {sums}"), pen.theme.text);
    if let (Some(pane), Some(row)) = (body.pane, screen.list.chosen()) {
        let mut sentence: Vec<String> = row.sentence.iter().map(|one| pen.say(one)).collect();
        sentence.push(row.name.clone());
        evidence_pane::draw(pen, pane, &sentence);
    }
}
