//! First run: the questions with a sentence of help for the one being answered; then the recovery
//! code.
use super::super::width::left;
use crate::app::screens::{SetUp, SetUpField, SetUpStage};
use crate::app::text_field::TextField;
use crate::ui::canvas::Canvas;
use ratatui::layout::Rect;

pub fn draw(pen: &mut Canvas, area: Rect, screen: &SetUp) {
    let area = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
    match &screen.stage {
        SetUpStage::Filling => questions(pen, area, screen),
        SetUpStage::Making => {
            let sentence = pen.word("app-set-up-making");
            pen.paragraph(Rect { y: area.y + 1, ..area }, &sentence, pen.theme.text);
        }
        SetUpStage::Code { code, typed } => recovery(pen, area, screen, code.reveal(), typed),
        SetUpStage::Proving => {
            let sentence = pen.word("app-set-up-proving");
            pen.paragraph(Rect { y: area.y + 1, ..area }, &sentence, pen.theme.text);
        }
    }
}

fn questions(pen: &mut Canvas, area: Rect, screen: &SetUp) {
    let title = pen.word("app-set-up-title");
    pen.text(area, 0, &title, pen.theme.key);
    for (row, (place, (question, field))) in
        (2..).zip(SetUpField::ALL.iter().zip(&screen.fields).enumerate())
    {
        let has_keyboard = place == screen.focus;
        let label = left(&pen.word(question.key()), 20);
        let used =
            pen.text(area, row, &label, if has_keyboard { pen.theme.key } else { pen.theme.text });
        let room =
            Rect { x: area.x + used, width: area.width.saturating_sub(used).min(34), ..area };
        pen.field(room, row, field, has_keyboard);
    }
    let below = Rect { y: area.y + 11, height: area.height.saturating_sub(11), ..area };
    let (sentence, style) = match (&screen.wrong, SetUpField::ALL.get(screen.focus)) {
        (Some(wrong), _) => (pen.say(wrong), pen.theme.block),
        (None, Some(question)) => (pen.word(hint(*question)), pen.theme.inform),
        (None, None) => (String::new(), pen.theme.text),
    };
    pen.paragraph(below, &sentence, style);
}

fn recovery(pen: &mut Canvas, area: Rect, screen: &SetUp, code: &str, typed: &TextField) {
    let sentence = pen.word("app-set-up-code");
    let used = pen.paragraph(
        Rect { y: area.y + 1, height: 4.min(area.height), ..area },
        &sentence,
        pen.theme.text,
    );
    let below = Rect { y: area.y + used + 2, height: area.height.saturating_sub(used + 2), ..area };
    pen.paragraph(below, code, pen.theme.key);
    let label = pen.word("app-set-up-code-again");
    pen.text(below, 3, &label, pen.theme.text);
    pen.field(Rect { width: below.width.min(56), ..below }, 4, typed, true);
    if let Some(wrong) = &screen.wrong {
        let wrong = pen.say(wrong);
        pen.paragraph(Rect { y: below.y + 6, height: 2, ..below }, &wrong, pen.theme.block);
    }
}

const fn hint(question: SetUpField) -> &'static str {
    match question {
        SetUpField::Division => "app-set-up-division-hint",
        SetUpField::Office => "app-set-up-office-hint",
        SetUpField::Practice => "app-set-up-practice-hint",
        SetUpField::Host => "app-set-up-host-hint",
        SetUpField::Administrator => "app-set-up-administrator-hint",
        SetUpField::IdNumber => "app-set-up-id-number-hint",
        SetUpField::Password => "app-set-up-password-hint",
        SetUpField::Again => "app-set-up-again-hint",
    }
}
