//! What every screen shares: the requests, who is logged in, the batches, the time, what was said last.
use super::command::Command;
use super::effect::Effect;
use super::input::Size;
use super::looked::Looked;
use super::readiness::Readiness;
use super::requests::Requests;
use super::views::{BatchRow, SessionView, Trouble, UserRow};
use crate::domain::dossier::pending::Waiting;
use crate::domain::people::user::Role;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;
use jiff::civil::DateTime;

/// The sentence above the line of keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What is said.
    pub sentence: Sentence,
    /// Deeper reasons; Help opens them.
    pub because: Vec<Sentence>,
    /// Is it bad news?
    pub bad: bool,
}

/// Time as told by the last tick.
#[derive(Debug, Clone, Copy, Default)]
pub struct Time {
    /// Monotonic seconds.
    pub seconds: u64,
    /// Monotonic seconds of the last key.
    pub last_key: u64,
    /// Civil time at +08:00.
    pub wall: Option<DateTime>,
}

/// Shared by all screens.
#[derive(Debug, Clone, Default)]
pub struct World {
    /// Requests under way.
    pub requests: Requests,
    /// Who is logged in.
    pub session: Option<SessionView>,
    /// Who may log in.
    pub users: Vec<UserRow>,
    /// The office's name.
    pub office: String,
    /// All batches, as of the last answer.
    pub batches: Vec<BatchRow>,
    /// The states of batches whose rows somebody was sent to look at.
    pub looked: Looked,
    /// How much of the boards, the register and the calendar waits, as of the last answer.
    pub pending: Waiting,
    /// The terminal's size.
    pub size: Size,
    /// The time.
    pub time: Time,
    /// What was said last.
    pub notice: Option<Notice>,
    /// What each row of the command table is called, with pinyin initials, for the palette.
    pub vocabulary: Vec<String>,
}

impl World {
    /// Says something above the keys.
    pub fn say(&mut self, sentence: Sentence) {
        self.notice = Some(Notice { sentence, because: Vec::new(), bad: false });
    }

    /// Says that something is not possible.
    pub fn refuse(&mut self, sentence: Sentence) {
        self.notice = Some(Notice { sentence, because: Vec::new(), bad: true });
    }

    /// Tells a failure.
    pub fn tell(&mut self, trouble: Trouble) {
        self.notice =
            Some(Notice { sentence: trouble.sentence, because: trouble.because, bad: true });
    }

    /// Does the user hold `role`?
    #[must_use]
    pub fn holds(&self, role: Role) -> bool {
        self.session.as_ref().is_some_and(|session| session.has(role))
    }

    /// May this user begin what the command means: a board, an enquiry about no batch?
    #[must_use]
    pub fn may_begin(&self, command: Command) -> Readiness {
        let possible = self.session.as_ref().map(|session| &session.possible);
        possible.map_or(Readiness::Unchecked, |possible| Readiness::to(command, possible))
    }

    /// Asks for an act; says so if another one is still under way. Was it sent?
    pub fn order(&mut self, effect: Effect) -> bool {
        let sent = self.requests.ask(effect);
        if !sent {
            self.refuse(Sentence::plain("app-still-busy"));
        }
        sent
    }

    /// The civil day of the last tick, as forms offer it; empty before the first.
    #[must_use]
    pub fn today(&self) -> String {
        self.time.wall.map(|wall| wall.date().to_string()).unwrap_or_default()
    }

    /// Days from the last tick's to `day`; below zero = it is over.
    #[must_use]
    pub fn days_until(&self, day: Date) -> Option<i32> {
        let today = self.time.wall?.date();
        today.until(day).ok().map(|span| span.get_days())
    }

    /// Lines of a list that are on the screen, with so many lines of heads above it.
    #[must_use]
    pub fn lines_in_sight(&self, heads: usize) -> usize {
        usize::from(self.size.rows).saturating_sub(6 + heads)
    }

    /// Lines that a page key goes on by.
    #[must_use]
    pub fn page(&self) -> usize {
        usize::from(self.size.rows.saturating_sub(9)).max(1)
    }
}

/// Moves `cursor` in a list of `length`; never leaves it.
#[must_use]
#[expect(clippy::wildcard_enum_match_arm, reason = "the moves are six commands of forty")]
pub fn moved(cursor: usize, command: Command, length: usize, page: usize) -> usize {
    let last = length.saturating_sub(1);
    let place = match command {
        Command::Up => cursor.saturating_sub(1),
        Command::Down => cursor.saturating_add(1),
        Command::PageUp => cursor.saturating_sub(page),
        Command::PageDown => cursor.saturating_add(page),
        Command::First => 0,
        Command::Last => last,
        _ => cursor,
    };
    place.min(last)
}
