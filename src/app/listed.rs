//! A list that comes from the world, and the line under the cursor.
use super::command::Command;
use super::world::{World, moved};

/// The first line shown so that the chosen one is in the middle, as far as the ends allow.
#[must_use]
pub fn first_shown(count: usize, chosen: usize, height: usize) -> usize {
    chosen.saturating_sub(height / 2).min(count.saturating_sub(height))
}

/// Rows and the chosen one; nothing has come yet while there are none.
#[derive(Debug, Clone)]
pub struct Listed<T> {
    /// As of the last answer.
    pub rows: Option<Vec<T>>,
    /// Place of the chosen row.
    pub cursor: usize,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { rows: None, cursor: 0 }
    }
}

impl<T> Listed<T> {
    /// The rows came, first or anew.
    pub fn arrived(&mut self, rows: Vec<T>) {
        self.cursor = self.cursor.min(rows.len().saturating_sub(1));
        self.rows = Some(rows);
    }

    /// All rows.
    #[must_use]
    pub fn rows(&self) -> &[T] {
        self.rows.as_deref().unwrap_or_default()
    }

    /// The row under the cursor.
    #[must_use]
    pub fn chosen(&self) -> Option<&T> {
        self.rows().get(self.cursor)
    }

    /// A move of the cursor; any other command leaves it where it is.
    pub fn step(&mut self, command: Command, world: &World) {
        self.cursor = moved(self.cursor, command, self.rows().len(), world.page());
    }
}
