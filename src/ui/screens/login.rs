//! Who are you: the users with their numbers, then the password.
use crate::app::screens::{Login, LoginFocus};
use crate::app::views::UserRow;
use crate::app::world::World;
use crate::ui::canvas::Canvas;
use ratatui::layout::Rect;

pub fn draw(pen: &mut Canvas, area: Rect, screen: &Login, world: &World) {
    let area = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
    let title = pen.word(if screen.locked { "app-login-locked" } else { "app-login-who" });
    pen.text(area, 1, &title, pen.theme.key);
    let fields = 4;
    let list = Rect { y: area.y + 3, height: area.height.saturating_sub(3 + fields), ..area };
    let lines: Vec<String> = world.users.iter().map(|user| line(pen, user)).collect();
    let theme = *pen.theme;
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(list.height);
    pen.list(Rect { height, ..list }, lines.len(), screen.chosen, |place| {
        (lines.get(place).cloned().unwrap_or_default(), theme.text)
    });
    let below = Rect { y: list.y + height + 1, height: fields, ..area };
    field(pen, below, 0, screen, LoginFocus::Who);
    field(pen, below, 1, screen, LoginFocus::Password);
    if let Some(sentence) = &screen.sentence {
        let sentence = pen.say(sentence);
        pen.paragraph(Rect { y: below.y + 2, height: 2, ..below }, &sentence, pen.theme.explain);
    }
}

fn line(pen: &Canvas, user: &UserRow) -> String {
    if !user.roles.is_empty() {
        let roles: Vec<String> = user.roles.iter().map(|role| pen.word(role.key())).collect();
        return format!("{:>3}  {}", user.id, roles.join(" "));
    }
    format!("{:>3}  {}", user.id, user.label)
}

fn field(pen: &mut Canvas, area: Rect, row: u16, screen: &Login, which: LoginFocus) {
    let (key, text) = match which {
        LoginFocus::Who => ("app-login-name", &screen.who),
        LoginFocus::Password => ("app-login-password", &screen.password),
    };
    let label = super::super::width::left(&pen.word(key), 16);
    let used = pen.text(area, row, &label, pen.theme.text);
    let room = Rect { x: area.x + used, width: area.width.saturating_sub(used).min(30), ..area };
    pen.field(room, row, text, screen.focus == which);
}
