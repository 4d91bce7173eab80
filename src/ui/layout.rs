//! The frame of every screen: the reversed line on top, the rules, the line of sums, the notice,
//! the keys.
use super::canvas::Canvas;
use crate::app::State;
use crate::app::command::Focus;
use crate::app::screens::Screen;
use crate::app::world::World;
use crate::domain::text::sentence::Sentence;
use ratatui::layout::Rect;

/// From so many columns on there is a pane at the right.
const PANE_FROM: u16 = 100;
/// Its width, with the two cells that part it from the work.
const PANE: u16 = 38;

/// Where things go.
#[derive(Debug, Clone, Copy)]
pub struct Body {
    /// The work.
    pub main: Rect,
    /// The evidence, on a wide terminal.
    pub pane: Option<Rect>,
    /// The line of sums.
    pub sums: Rect,
    /// The keys.
    pub keys: Rect,
}

impl Body {
    /// Work and pane together, edge to edge: for dialogs and the login.
    #[must_use]
    pub fn whole(&self) -> Rect {
        self.pane.map_or(self.main, |pane| self.main.union(pane))
    }
}

/// Draws the frame.
pub fn draw(pen: &mut Canvas, area: Rect, state: &State) -> Body {
    let line = |row: u16| Rect { y: area.y + row, height: 1, ..area };
    head(pen, line(0), state);
    pen.rule(line(1), 0);
    let whole = Rect { y: area.y + 2, height: area.height.saturating_sub(6), ..area };
    let work = matches!(state.focus(), Focus::SetUp | Focus::Login | Focus::Waiting);
    let (main, pane) = if area.width >= PANE_FROM && !work {
        let main = Rect { width: area.width - PANE, ..whole };
        (main, Some(Rect { x: main.x + main.width, width: PANE, ..whole }))
    } else {
        (whole, None)
    };
    if let Some(pane) = pane {
        for row in 0..pane.height {
            pen.text(pane, row, " |", pen.theme.text);
        }
    }
    let below = area.height - 4;
    pen.rule(line(below), 0);
    notice(pen, line(below + 2), &state.world);
    let pane = pane.map(|pane| Rect { x: pane.x + 3, width: pane.width - 3, ..pane });
    Body { main, pane, sums: line(below + 1), keys: line(below + 3) }
}

/// Clears the last `height` lines of the body, under a rule; gives the area inside.
pub fn bottom(pen: &mut Canvas, body: Body, height: u16) -> Rect {
    let whole = body.whole();
    let height = height.min(whole.height);
    // The sums and the notice belong to the screen below: a dialog covers them too.
    let area = Rect { y: whole.y + whole.height - height, height: height + 3, ..whole };
    pen.clear(area);
    if height == whole.height {
        // The rule below the head already separates it.
        return Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    }
    pen.rule(area, 0);
    Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height - 1,
    }
}

fn head(pen: &mut Canvas, line: Rect, state: &State) {
    pen.fill(line, 0, "", pen.theme.head);
    let (left, middle) = titles(pen, state);
    let right = right_end(pen, state, line.width >= 72);
    let right_width = u16::try_from(super::width::cells(&right)).unwrap_or(0).min(line.width / 2);
    pen.text_right(line, 0, &super::width::fit(&right, usize::from(right_width)), pen.theme.head);
    let room = line.width.saturating_sub(right_width + 1);
    let left_area = Rect { width: room, ..line };
    let used = pen.text(left_area, 0, &format!(" {left}"), pen.theme.head);
    let middle_width = u16::try_from(super::width::cells(&middle)).unwrap_or(0);
    // In the middle, or as near to it as the user and the clock at the right leave room.
    let start = (line.width / 2)
        .saturating_sub(middle_width / 2)
        .min(room.saturating_sub(middle_width))
        .max(used + 2);
    if start + middle_width <= room {
        pen.text(
            Rect { x: line.x + start, width: middle_width, ..line },
            0,
            &middle,
            pen.theme.head,
        );
    }
}

/// Where am I, what is this.
fn titles(pen: &Canvas, state: &State) -> (String, String) {
    let office = if state.world.office.is_empty() {
        pen.word("app-name")
    } else {
        state.world.office.clone()
    };
    if state.locked.is_some() {
        return (office, pen.word("app-screen-locked"));
    }
    let standing = |key| pen.word(key);
    match &state.screens.top {
        Screen::Waiting => (office, String::new()),
        Screen::SetUp(_) => (pen.word("app-name"), pen.word("app-screen-set-up")),
        Screen::Login(_) => (office, pen.word("app-screen-login")),
        Screen::Today(_) => (office, pen.word("app-screen-today")),
        Screen::Batches(_) => (office, pen.word("app-screen-batches")),
        Screen::Rows(screen) => screen.view.as_ref().map_or((office, String::new()), |view| {
            (view.title.clone(), standing(view.standing.key()))
        }),
        Screen::Review(screen) => screen.view.as_ref().map_or((office, String::new()), |view| {
            (view.title.clone(), pen.word("app-screen-review"))
        }),
        Screen::Public(_)
        | Screen::Boards(_)
        | Screen::Recalls(_)
        | Screen::Cases(_)
        | Screen::Coverage(_)
        | Screen::Due(_) => (office, pen.word("app-screen-public")),
        Screen::RuleBook(_) => (office, pen.word("app-screen-rules")),
        Screen::Case(screen) => (screen.no.clone(), pen.word("app-screen-case")),
        Screen::Dossier(screen) => {
            screen.view.as_ref().map_or((office, pen.word("app-screen-dossier")), |view| {
                (view.title.clone(), standing(view.standing.key()))
            })
        }
        Screen::Finance(_) => (office, pen.word("app-screen-finance")),
    }
}

/// Who am I, when is it; a practice store says so on every screen.
fn right_end(pen: &Canvas, state: &State, wide: bool) -> String {
    let mut parts = Vec::new();
    if let Some(session) = state.world.session.as_ref().filter(|_| state.is_open()) {
        if session.practice {
            parts.push(pen.word("app-practice"));
        }
        parts.push(session.name.clone());
        parts.extend(session.roles.iter().next().map(|role| pen.word(role.key())));
    }
    parts.extend(saved(pen, state).or_else(|| clock(&state.world, wide)));
    parts.join(" ") + " "
}

/// At a sheet, when the last edit reached the disk: what a clerk looks for there.
fn saved(pen: &Canvas, state: &State) -> Option<String> {
    let Screen::Rows(rows) = &state.screens.top else { return None };
    let at = rows.view.as_ref().filter(|_| state.locked.is_none())?.saved_at.as_ref()?;
    Some(pen.say(&Sentence::plain("app-saved-at").with("at", at)))
}

fn clock(world: &World, wide: bool) -> Option<String> {
    let form = if wide { "%Y-%m-%d %H:%M" } else { "%H:%M" };
    world.time.wall.map(|wall| wall.strftime(form).to_string())
}

fn notice(pen: &mut Canvas, line: Rect, world: &World) {
    if let Some(notice) = &world.notice {
        let style = if notice.bad { pen.theme.block } else { pen.theme.good };
        let sentence = pen.say(&notice.sentence);
        pen.text(line, 0, &format!(" {sentence}"), style);
    } else if let Some(progress) = world.requests.progress() {
        let sentence = match progress.total {
            0 => Sentence::plain("app-progress-lines").with("done", progress.done),
            total => {
                Sentence::plain("app-progress").with("done", progress.done).with("total", total)
            }
        };
        let sentence = pen.say(&sentence);
        pen.text(line, 0, &format!(" {sentence}"), pen.theme.inform);
    } else if world.requests.awaits(crate::app::requests::RequestKind::Act) {
        let sentence = pen.word("app-at-work");
        pen.text(line, 0, &format!(" {sentence}"), pen.theme.inform);
    }
}
