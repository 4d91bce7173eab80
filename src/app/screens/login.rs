//! Who are you? By number, by name, or by the arrows; then the password. The same face locks the
//! desk.
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::text_field::TextField;
use crate::app::views::UserRow;
use crate::app::world::World;
use crate::domain::text::secret::Secret;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::money::half_width;

/// Which field has the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoginFocus {
    /// Who.
    Who,
    /// The password.
    Password,
}

/// The screen.
#[derive(Debug, Clone)]
pub struct Login {
    /// A number of the list, or the beginning of a name.
    pub who: TextField,
    /// Place in [`World::users`].
    pub chosen: usize,
    /// Hidden.
    pub password: TextField,
    /// Which field has the keyboard.
    pub focus: LoginFocus,
    /// What the last try came to.
    pub sentence: Option<Sentence>,
    /// Before this second no other try.
    pub not_before: u64,
    /// Is it the locked desk of somebody?
    pub locked: bool,
}

impl Default for Login {
    fn default() -> Self {
        Self {
            who: TextField::default(),
            chosen: 0,
            password: TextField::hidden(),
            focus: LoginFocus::Who,
            sentence: None,
            not_before: 0,
            locked: false,
        }
    }
}

impl Login {
    /// The locked desk of the user who is logged in: the password is asked first.
    #[must_use]
    pub fn of_locked(world: &World) -> Self {
        let name = world.session.as_ref().map_or("", |session| session.name.as_str());
        Self {
            who: TextField::with(name),
            focus: LoginFocus::Password,
            locked: true,
            ..Self::default()
        }
    }

    /// The field with the keyboard.
    pub fn field(&mut self) -> &mut TextField {
        match self.focus {
            LoginFocus::Who => &mut self.who,
            LoginFocus::Password => &mut self.password,
        }
    }

    pub(in crate::app) fn typed(&mut self, world: &World) {
        if self.focus == LoginFocus::Who {
            self.chosen = numbered(self.who.text(), &world.users).unwrap_or(self.chosen);
        }
    }

    /// The password was wrong.
    pub fn refused(&mut self, sentence: Sentence, wait: u64, world: &World) {
        self.password.clear();
        self.sentence = Some(sentence);
        self.not_before = world.time.seconds.saturating_add(wait);
    }

    pub(in crate::app) fn act(&mut self, command: Command, world: &mut World) -> Go {
        match command {
            Command::Up => self.choose(self.chosen.saturating_sub(1), world),
            Command::Down => self.choose(self.chosen + 1, world),
            Command::NextField | Command::PreviousField => self.turn(),
            Command::Open if self.focus == LoginFocus::Who => self.turn(),
            Command::Open => self.unlock(world),
            Command::Back => {
                self.password.clear();
                self.focus = LoginFocus::Who;
            }
            _ => {}
        }
        Go::Stay
    }

    fn turn(&mut self) {
        self.focus = match self.focus {
            LoginFocus::Who => LoginFocus::Password,
            LoginFocus::Password => LoginFocus::Who,
        };
    }

    fn unlock(&mut self, world: &mut World) {
        let wait = self.not_before.saturating_sub(world.time.seconds);
        if wait > 0 {
            self.sentence = Some(Sentence::plain("app-login-wait").with("seconds", wait));
            return;
        }
        if self.password.text().is_empty() {
            return;
        }
        let effect =
            Effect::Unlock { user: self.user(world), password: Secret::new(self.password.text()) };
        if world.requests.ask(effect) {
            self.password.clear();
            self.sentence = Some(Sentence::plain("app-login-checking"));
        }
    }

    /// The arrows choose from the list, whatever was typed before.
    fn choose(&mut self, place: usize, world: &World) {
        self.chosen = place.min(world.users.len().saturating_sub(1));
        self.who.clear();
    }

    /// The name as typed, else the number of the chosen one.
    fn user(&self, world: &World) -> String {
        let typed = self.who.text().trim();
        let chosen = world.users.get(self.chosen).map(|user| user.id.clone()).unwrap_or_default();
        if typed.is_empty() || numbered(typed, &world.users).is_some() {
            chosen
        } else {
            typed.to_owned()
        }
    }
}

/// The user that a clerk means by a number of the list.
fn numbered(text: &str, users: &[UserRow]) -> Option<usize> {
    let text: String = text.trim().chars().map(half_width).collect();
    let number = text.parse::<u32>().ok()?.to_string();
    users.iter().position(|user| user.id == number)
}
