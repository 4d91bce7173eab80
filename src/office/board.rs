//! A board as the acts see it.
use crate::domain::board::Board;
use crate::domain::board::Particulars;
use crate::domain::journal::Subject;

/// A board with its subject and the name of its village.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownBoard {
    /// `W-7K3QX2MD-3`
    pub subject: Subject,
    /// As folded.
    pub board: Board,
    /// `段村`
    pub village: String,
}

impl KnownBoard {
    /// Its particulars; a board whose first entry has not arrived has none.
    #[must_use]
    pub const fn described(&self) -> Option<&Particulars> {
        self.board.described.as_ref()
    }

    /// `段村/村委会门口栏`, as people name it.
    #[must_use]
    pub fn name(&self) -> String {
        let name = self.described().map(|described| described.name.as_str()).unwrap_or_default();
        format!("{}/{name}", self.village)
    }

    /// Does `name` mean it: `W-...`, or village and name?
    #[must_use]
    pub fn is_named(&self, name: &str) -> bool {
        Subject::parse(name).ok() == Some(self.subject) || self.name() == name.trim()
    }
}
