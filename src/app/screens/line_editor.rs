//! The editor of one row: each field is saved, as one edit, when it is left.
use crate::app::text_field::TextField;
use crate::app::views::{CellView, LineForm};
use crate::domain::roll::{Edit, Field};

/// The row being mended.
#[derive(Debug, Clone)]
pub struct LineEditor {
    /// Its cells as saved.
    pub line: LineForm,
    /// The cell with the keyboard.
    pub focus: usize,
    /// What stands in that cell now.
    pub field: TextField,
}

impl LineEditor {
    /// Opens at `wanted`, else at the first cell that is entered.
    #[must_use]
    pub fn open(line: LineForm, wanted: Option<Field>) -> Self {
        let entered = |cell: &CellView| !cell.computed;
        let at = wanted.and_then(|field| {
            line.cells.iter().position(|cell| cell.field == field && entered(cell))
        });
        let focus = at.or_else(|| line.cells.iter().position(entered)).unwrap_or(0);
        let mut form = Self { line, focus, field: TextField::default() };
        form.take_up();
        form
    }

    /// The saved text of the cell with the keyboard.
    #[must_use]
    pub fn saved(&self) -> &str {
        self.line.cells.get(self.focus).map_or("", |cell| &cell.value)
    }

    /// Was something typed that is not saved?
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.field.text() != self.saved()
    }

    /// Puts the saved text back.
    pub fn take_up(&mut self) {
        let saved = self.saved().to_owned();
        self.field.set(&saved);
    }

    /// The edit that saves the cell, if it was changed. From here on it counts as saved.
    pub fn leave(&mut self) -> Option<Edit> {
        if !self.is_changed() {
            return None;
        }
        let typed = self.field.text().to_owned();
        let line = self.line.line;
        let cell = self.line.cells.get_mut(self.focus)?;
        cell.value.clone_from(&typed);
        Some(Edit::Set { line, field: cell.field, value: typed })
    }

    /// The keyboard goes to the next cell that is entered; `false` at the end.
    pub fn step(&mut self, forward: bool) -> bool {
        let entered =
            |place: &usize| self.line.cells.get(*place).is_some_and(|cell| !cell.computed);
        let next = if forward {
            (self.focus + 1..self.line.cells.len()).find(entered)
        } else {
            (0..self.focus).rev().find(entered)
        };
        let Some(next) = next else { return false };
        self.focus = next;
        self.take_up();
        true
    }

    /// The line as it is in the store now; what is being typed stays.
    pub fn renew(&mut self, line: LineForm) {
        let typed = self.is_changed().then(|| self.field.clone());
        let field = self.line.cells.get(self.focus).map(|cell| cell.field);
        self.focus = line.cells.iter().position(|cell| Some(cell.field) == field).unwrap_or(0);
        self.line = line;
        match typed {
            Some(typed) => self.field = typed,
            None if self.field.text() != self.saved() => self.take_up(),
            None => {}
        }
    }
}
