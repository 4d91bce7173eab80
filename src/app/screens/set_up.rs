//! First run: the office, its administrator, and the recovery code that is shown once and typed
//! back.
use crate::app::command::Command;
use crate::app::effect::{Effect, SetUpOrder};
use crate::app::go::Go;
use crate::app::text_field::TextField;
use crate::app::world::World;
use crate::domain::reference::division::DivisionCode;
use crate::domain::text::secret::Secret;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::money::half_width;

/// Host of every practice store; it leads nowhere.
pub const PRACTICE_HOST: &str = "CUNBANG.EXAMPLE";
/// The shortest password, in characters.
pub const SHORTEST_PASSWORD: usize = 10;

/// A question of the wizard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetUpField {
    /// Division code.
    Division,
    /// The office's name.
    Office,
    /// Practice store, y or n.
    Practice,
    /// Host of the public site.
    Host,
    /// The administrator's name.
    Administrator,
    /// The administrator's ID number.
    IdNumber,
    /// Password.
    Password,
    /// Password again.
    Again,
}

impl SetUpField {
    /// In the order of the screen.
    pub const ALL: [Self; 8] = [
        Self::Division,
        Self::Office,
        Self::Practice,
        Self::Host,
        Self::Administrator,
        Self::IdNumber,
        Self::Password,
        Self::Again,
    ];

    /// Key of its label; with `-hint` behind it, of the sentence that helps.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Division => "app-set-up-division",
            Self::Office => "app-set-up-office",
            Self::Practice => "app-set-up-practice",
            Self::Host => "app-set-up-host",
            Self::Administrator => "app-set-up-administrator",
            Self::IdNumber => "app-set-up-id-number",
            Self::Password => "app-set-up-password",
            Self::Again => "app-set-up-again",
        }
    }

    const fn is_secret(self) -> bool {
        matches!(self, Self::IdNumber | Self::Password | Self::Again)
    }
}

/// How far the wizard is.
#[derive(Debug, Clone)]
pub enum SetUpStage {
    /// The questions.
    Filling,
    /// The store is being made.
    Making,
    /// The code stands on the screen and is typed back.
    Code {
        /// As shown.
        code: Secret,
        /// As typed.
        typed: TextField,
    },
    /// What was typed back is being proved.
    Proving,
}

/// The wizard.
#[derive(Debug, Clone)]
pub struct SetUp {
    /// One field for each of [`SetUpField::ALL`].
    pub fields: Vec<TextField>,
    /// Which one has the keyboard.
    pub focus: usize,
    /// How far it is.
    pub stage: SetUpStage,
    /// What is wrong.
    pub wrong: Option<Sentence>,
}

impl Default for SetUp {
    fn default() -> Self {
        let field = |field: &SetUpField| {
            if field.is_secret() { TextField::hidden() } else { TextField::default() }
        };
        Self {
            fields: SetUpField::ALL.iter().map(field).collect(),
            focus: 0,
            stage: SetUpStage::Filling,
            wrong: None,
        }
    }
}

impl SetUp {
    /// The field with the keyboard.
    pub fn field(&mut self) -> Option<&mut TextField> {
        match &mut self.stage {
            SetUpStage::Filling => self.fields.get_mut(self.focus),
            SetUpStage::Code { typed, .. } => Some(typed),
            SetUpStage::Making | SetUpStage::Proving => None,
        }
    }

    /// The store is made; its recovery code is shown once.
    pub fn made(&mut self, code: &str) {
        for field in &mut self.fields {
            field.clear();
        }
        self.wrong = None;
        self.stage = SetUpStage::Code { code: Secret::new(code), typed: TextField::default() };
    }

    /// It could not be made: back to the questions, all but the passwords still filled in.
    pub fn failed(&mut self, sentence: Sentence) {
        self.stage = SetUpStage::Filling;
        self.wrong = Some(sentence);
    }

    fn text(&self, wanted: SetUpField) -> &str {
        let place = SetUpField::ALL.iter().position(|field| *field == wanted);
        place.and_then(|place| self.fields.get(place)).map_or("", |field| field.text().trim())
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        match &self.stage {
            SetUpStage::Filling => self.fill(command, world),
            SetUpStage::Code { .. } if command == Command::Open => self.prove(world),
            SetUpStage::Code { .. } | SetUpStage::Making | SetUpStage::Proving => {}
        }
        Go::Stay
    }

    fn fill(&mut self, command: Command, world: &mut World) {
        let last = SetUpField::ALL.len() - 1;
        match command {
            Command::PreviousField | Command::Back => self.focus = self.focus.saturating_sub(1),
            Command::NextField | Command::Open => {
                self.wrong = SetUpField::ALL.get(self.focus).and_then(|field| self.check(*field));
                if self.wrong.is_none() && self.focus < last {
                    self.step();
                } else if self.wrong.is_none() && command == Command::Open {
                    self.order(world);
                }
            }
            _ => {}
        }
    }

    /// To the next question; a practice store's host is given.
    fn step(&mut self) {
        self.focus += 1;
        if SetUpField::ALL.get(self.focus) == Some(&SetUpField::Host)
            && self.is_practice()
            && let Some(host) = self.fields.get_mut(self.focus)
        {
            host.set(PRACTICE_HOST);
        }
    }

    fn is_practice(&self) -> bool {
        matches!(
            self.text(SetUpField::Practice).chars().next().map(half_width),
            Some('y' | 'Y' | '是' | '1')
        )
    }

    fn check(&self, field: SetUpField) -> Option<Sentence> {
        let text = self.text(field);
        let wrong = match field {
            SetUpField::Division => {
                DivisionCode::parse(text).is_err().then_some("app-wrong-division")
            }
            SetUpField::Practice => {
                let answer = text.chars().next().map(half_width);
                (!matches!(answer, Some('y' | 'Y' | 'n' | 'N' | '是' | '否' | '1' | '0')))
                    .then_some("app-wrong-yes-no")
            }
            SetUpField::Host => {
                let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/');
                (text.is_empty() || !text.chars().all(fits)).then_some("app-wrong-host")
            }
            SetUpField::Password => {
                (text.chars().count() < SHORTEST_PASSWORD).then_some("app-wrong-short-password")
            }
            SetUpField::Again => {
                (text != self.text(SetUpField::Password)).then_some("app-wrong-again")
            }
            SetUpField::Office | SetUpField::Administrator | SetUpField::IdNumber => {
                text.is_empty().then_some("app-wrong-empty")
            }
        };
        wrong.map(Sentence::plain)
    }

    fn order(&mut self, world: &mut World) {
        let wrong = SetUpField::ALL.iter().position(|field| self.check(*field).is_some());
        if let Some(place) = wrong {
            self.focus = place;
            self.wrong = SetUpField::ALL.get(place).and_then(|field| self.check(*field));
            return;
        }
        let order = SetUpOrder {
            division: self.text(SetUpField::Division).to_owned(),
            name: self.text(SetUpField::Office).to_owned(),
            host: self.text(SetUpField::Host).to_ascii_uppercase(),
            practice: self.is_practice(),
            administrator: self.text(SetUpField::Administrator).to_owned(),
            id_number: Secret::new(self.text(SetUpField::IdNumber)),
            password: Secret::new(self.text(SetUpField::Password)),
        };
        if world.requests.ask(Effect::SetUp(Box::new(order))) {
            self.stage = SetUpStage::Making;
        }
    }

    /// Compares what was typed back, blanks and case aside; the desk opens the recovery slot with
    /// it.
    fn prove(&mut self, world: &mut World) {
        let SetUpStage::Code { code, typed } = &mut self.stage else { return };
        if plain(code.reveal()) != plain(typed.text()) {
            self.wrong = Some(Sentence::plain("app-wrong-code"));
            return;
        }
        let secret = Secret::new(typed.text());
        if world.requests.ask(Effect::ProveRecovery(secret)) {
            self.wrong = None;
            self.stage = SetUpStage::Proving;
        }
    }
}

fn plain(code: &str) -> String {
    code.chars()
        .map(half_width)
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .collect()
}
