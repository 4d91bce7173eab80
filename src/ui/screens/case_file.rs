//! 案卷: what was raised, what two people found, what was answered; from the register to the reply.
use super::super::layout::Body;
use super::super::width::broken;
use super::cases::{due, standing};
use crate::app::screens::{CaseFile, proceeding};
use crate::app::views::CaseView;
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::office::{ActName, Possible};
use crate::ui::canvas::Canvas;
use ratatui::style::Style;

pub fn draw(pen: &mut Canvas, body: Body, screen: &CaseFile) {
    let Some(view) = &screen.view else {
        let sentence = pen.word("app-loading");
        pen.text(body.main, 1, &format!(" {sentence}"), pen.theme.text);
        return;
    };
    let width = usize::from(body.whole().width.saturating_sub(2));
    let shown: Vec<(String, Style)> = lines(pen, view)
        .into_iter()
        .flat_map(|(text, style)| broken(&text, width).into_iter().map(move |line| (line, style)))
        .collect();
    let area = body.whole();
    let first = screen.scroll.min(shown.len().saturating_sub(usize::from(area.height)));
    for (row, (line, style)) in (0..area.height).zip(shown.iter().skip(first)) {
        pen.text(area, row, &format!(" {line}"), *style);
    }
    let next = pen.say(&next_step(view));
    pen.text(body.sums, 0, &format!(" {next}"), pen.theme.text);
}

/// What happens next with it, or why nothing does.
fn next_step(view: &CaseView) -> Sentence {
    let case = &view.row.case;
    let possible = &view.row.possible;
    let act = proceeding(&view.row);
    Sentence::plain(match (&case.answered, possible.may(act)) {
        (Some(_), Possible::Yes) => "app-case-next-anew",
        (Some(_), _) if case.owes() => "app-case-next-correct",
        (Some(_), _) => "app-case-next-print",
        (None, Possible::No(why)) => return why.sentence(),
        (None, _) if act == ActName::Investigate => "app-case-next-investigate",
        (None, _) => "app-case-next-answer",
    })
}

fn lines(pen: &Canvas, view: &CaseView) -> Vec<(String, Style)> {
    let mut lines = registered(pen, view);
    lines.extend(looked_into(pen, view));
    lines.extend(answered(pen, view));
    lines
}

fn registered(pen: &Canvas, view: &CaseView) -> Vec<(String, Style)> {
    let text = pen.theme.text;
    let key = pen.theme.key;
    let raised = &view.row.case.raised;
    let title = if view.row.title.is_empty() {
        pen.word("app-case-about-nothing")
    } else {
        view.row.title.clone()
    };
    let came = Sentence::plain("app-case-came")
        .with("on", raised.received_on)
        .with("channel", pen.word(raised.channel.key()))
        .with("about", pen.word(raised.about.key()));
    let state = Sentence::plain("app-case-state")
        .with("state", pen.word(standing(&view.row.case)))
        .with("due", view.row.case.due());
    let mut lines = vec![(title, key), (pen.say(&came), text)];
    lines.extend(
        raised.row.map(|row| (pen.say(&Sentence::plain("app-row-number").with("line", row)), text)),
    );
    lines.push((format!("{}  {}", pen.say(&state), due(pen, &view.row)), text));
    if raised.hold {
        lines.push((pen.word("app-case-holds"), pen.theme.explain));
    }
    if view.erased {
        lines.push((pen.word("app-case-erased"), pen.theme.inform));
        return lines;
    }
    let name = if view.name.reveal().is_empty() {
        pen.word("app-case-anonymous")
    } else {
        view.name.reveal().to_owned()
    };
    lines.push((
        pen.say(
            &Sentence::plain("app-case-from").with("name", name).with("reach", view.reach.reveal()),
        ),
        text,
    ));
    lines
        .push((pen.say(&Sentence::plain("app-case-words").with("text", view.text.reveal())), text));
    lines
}

fn looked_into(pen: &Canvas, view: &CaseView) -> Vec<(String, Style)> {
    let case = &view.row.case;
    let mut lines: Vec<(String, Style)> = Vec::new();
    for sent in &case.escalated {
        let sentence = Sentence::plain("app-case-sent-on")
            .with("on", sent.on)
            .with("to", &sent.to)
            .with("due", sent.due);
        lines.push((pen.say(&sentence), pen.theme.text));
    }
    let Some(found) = &case.investigated else { return lines };
    let names: Vec<&str> =
        view.investigators.iter().map(crate::domain::text::secret::Secret::reveal).collect();
    let sentence = Sentence::plain("app-case-found")
        .with("on", found.on)
        .with("outcome", pen.word(found.outcome.key()));
    lines.push((pen.say(&sentence.with("names", names.join("、"))), pen.theme.key));
    lines.extend(view.facts.as_ref().map(|facts| (facts.reveal().to_owned(), pen.theme.text)));
    lines
}

fn answered(pen: &Canvas, view: &CaseView) -> Vec<(String, Style)> {
    let case = &view.row.case;
    let Some(answer) = &case.answered else { return Vec::new() };
    let sentence = Sentence::plain("app-case-answer")
        .with("on", answer.on)
        .with("action", pen.word(answer.action.key()));
    let mut lines = vec![(pen.say(&sentence), pen.theme.key)];
    if case.owes() {
        lines.push((pen.word("app-case-owes-more"), pen.theme.block));
    }
    lines
}
