//! 公开栏 at the session: which there are, by place and by name.
use super::error::Failure;
use super::open::Session;
use crate::domain::reference::division::{Division, DivisionCode};
use crate::domain::values::date::Date;
pub use crate::office::board::KnownBoard;
use crate::store::StoreError;

impl Session {
    /// All boards of a village or township, in the order of their founding; `None` = all.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn boards(&self, within: Option<DivisionCode>) -> Result<Vec<KnownBoard>, Failure> {
        let today = self.now().date();
        let known = self.store.read()?.boards()?.into_iter().map(|(subject, board)| {
            let code = board.described.as_ref().map(|described| described.division);
            let village = code.map(|code| self.place_name(code, today)).unwrap_or_default();
            KnownBoard { subject, board, village }
        });
        let is_within = |known: &KnownBoard| {
            within.is_none_or(|place| {
                known.described().is_some_and(|described| place.holds(described.division))
            })
        };
        Ok(known.filter(is_within).collect())
    }

    pub(super) fn place_name(&self, code: DivisionCode, day: Date) -> String {
        self.reference.division(code, day).map_or_else(|| code.to_string(), Division::place)
    }

    /// The board that `name` names: `W-...` or `段村/村委会门口栏`. A name that was given anew
    /// means the board in use.
    ///
    /// # Errors
    /// [`StoreError::Unknown`].
    pub fn board(&self, name: &str) -> Result<KnownBoard, Failure> {
        let named = self.boards(None)?.into_iter().filter(|known| known.is_named(name));
        let last = named.max_by_key(|known| known.board.retired_on.is_none());
        Ok(last.ok_or(StoreError::Unknown)?)
    }
}
