//! 更正说明: the changed rows of a revision as the page tells them. `assets/check.js` tells the
//! same from the bytes.
use crate::domain::disclosure::Disclosure;
use crate::domain::disclosure::changed_row::ChangedRow;
use crate::domain::disclosure::correction;

/// The section of a page that replaces another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Changes {
    /// Against what, and how many rows.
    pub summary: String,
    /// Number, name, what changed, why.
    pub rows: Vec<[String; 4]>,
}

impl Changes {
    /// What a disclosure says of its changes, if it says anything.
    pub fn of(disclosure: &Disclosure) -> Option<Self> {
        let row = |row: &ChangedRow| {
            [
                row.no.to_string(),
                row.name.clone(),
                correction::told(&disclosure.programme, row),
                correction::reason(row.reason).to_owned(),
            ]
        };
        let rows: Vec<_> = disclosure.changes.iter().map(row).collect();
        (!rows.is_empty()).then(|| Self { summary: correction::summary(disclosure), rows })
    }
}
