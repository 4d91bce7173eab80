//! The table of a revision's changed rows: what was changed and why, for its poster and its
//! correction notice.
use super::table::{Align, Column, Table};
use crate::domain::disclosure::correction;
use crate::domain::disclosure::{Column as Cell, Disclosure};
use std::collections::BTreeMap;

/// The changed rows; `None` if there are none.
pub(super) fn table(disclosure: &Disclosure, names: Option<&BTreeMap<u32, &str>>) -> Option<Table> {
    let column = |head: String, align, longest, least| Column { head, align, longest, least };
    let columns = vec![
        column("序号".to_owned(), Align::Centre, None, 2.0),
        column(
            correction::heading(&disclosure.programme, Cell::Name),
            Align::Centre,
            Some(7.0),
            3.0,
        ),
        column("更正内容".to_owned(), Align::Left, Some(20.0), 14.0),
        column("原因".to_owned(), Align::Centre, Some(4.0), 4.0),
    ];
    let rows = disclosure.changes.iter().map(|row| {
        let name = names.and_then(|names| names.get(&row.no).copied()).unwrap_or(&row.name);
        let told = correction::told(&disclosure.programme, row);
        let reason = correction::reason(row.reason);
        vec![row.no.to_string(), name.to_owned(), told, reason.to_owned()]
    });
    let table = Table {
        columns,
        rows: rows.collect(),
        numbers: disclosure.changes.iter().map(|row| row.no).collect(),
        foot: None,
        row_height: 20.8,
    };
    (!table.rows.is_empty()).then_some(table)
}
