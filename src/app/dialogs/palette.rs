//! F2: commands by their words or pinyin initials, each with its key.
use crate::app::command::{Command, CommandRow, Focus, TABLE};
use crate::app::go::Go;
use crate::app::readiness::Readiness;
use crate::app::text_field::TextField;
use crate::app::world::{World, moved};

/// The palette over a screen.
#[derive(Debug, Clone)]
pub struct Palette {
    /// What is typed.
    pub query: TextField,
    /// Rows of [`TABLE`] that fit.
    pub found: Vec<usize>,
    /// The chosen one of `found`.
    pub cursor: usize,
    over: Focus,
    /// Whether each row of [`TABLE`] would do something on the screen below.
    ready: Vec<Readiness>,
}

impl Palette {
    /// Over the screen at `over`; `ready`: what each row of [`TABLE`] would do there.
    #[must_use]
    pub fn over(over: Focus, ready: Vec<Readiness>, world: &World) -> Self {
        let query = TextField::default();
        let mut palette = Self { query, found: Vec::new(), cursor: 0, over, ready };
        palette.search(world);
        palette
    }

    /// The row of the table that place `n` of `found` means.
    #[must_use]
    pub fn row(&self, n: usize) -> Option<&'static CommandRow> {
        self.found.get(n).and_then(|place| TABLE.get(*place))
    }

    /// Would place `n` of `found` do something?
    #[must_use]
    pub fn readiness(&self, n: usize) -> &Readiness {
        let place = self.found.get(n);
        place.and_then(|place| self.ready.get(*place)).unwrap_or(&Readiness::Yes)
    }

    pub(super) fn search(&mut self, world: &World) {
        let wanted = self.query.text().trim().to_lowercase();
        let fits = |place: &usize, row: &CommandRow| {
            let here =
                row.places.contains(&self.over) && row.role.is_none_or(|role| world.holds(role));
            let named = world.vocabulary.get(*place).is_some_and(|words| words.contains(&wanted));
            here && (wanted.is_empty() || named)
                && !matches!(row.id, Command::Palette | Command::Back)
        };
        self.found = TABLE
            .iter()
            .enumerate()
            .filter(|(place, row)| fits(place, row))
            .map(|(place, _)| place)
            .collect();
        self.cursor = self.cursor.min(self.found.len().saturating_sub(1));
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        match command {
            Command::Open => self.row(self.cursor).map_or(Go::Stay, |row| Go::Run(row.id)),
            Command::Back => Go::Close,
            other => {
                self.cursor = moved(self.cursor, other, self.found.len(), world.page());
                Go::Stay
            }
        }
    }
}
