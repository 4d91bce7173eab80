//! 更正: what a new revision of a disclosure changes against the one before, row by row, with a
//! reason.
//!
//! Compared are the public rows only, so nothing private can enter. Rows keep their numbers through
//! all revisions of a batch (a removed line's number is not used again), so the number says which
//! row is meant.
use super::{Column, Disclosure, Row};
use std::collections::BTreeMap;

pub use super::changed_row::{ChangeReason, ChangedCell, ChangedRow, RowChange};

/// The rows that differ, by number.
#[must_use]
pub fn changes(before: &[Row], after: &[Row], reason: ChangeReason) -> Vec<ChangedRow> {
    let old: BTreeMap<u32, &Row> = before.iter().map(|row| (row.no, row)).collect();
    let new: BTreeMap<u32, &Row> = after.iter().map(|row| (row.no, row)).collect();
    let numbers: std::collections::BTreeSet<u32> = old.keys().chain(new.keys()).copied().collect();
    numbers
        .into_iter()
        .filter_map(|no| change_of(no, old.get(&no).copied(), new.get(&no).copied(), reason))
        .collect()
}

/// Does the list show this row, or tell that it was changed or removed? `None` = it shows no rows
/// at all.
#[must_use]
pub fn names_row(list: &Disclosure, no: u32) -> Option<bool> {
    let named = list
        .rows
        .iter()
        .map(|row| row.no)
        .chain(list.changes.iter().map(|row| row.no))
        .any(|there| there == no);
    (!list.rows.is_empty()).then_some(named)
}

fn change_of(
    no: u32,
    before: Option<&Row>,
    after: Option<&Row>,
    reason: ChangeReason,
) -> Option<ChangedRow> {
    let name = after
        .or_else(|| before.filter(|_| reason != ChangeReason::Privacy))
        .map(|row| row.name.clone());
    let (change, columns): (_, &[Column]) = match (before, after) {
        (Some(_), Some(_)) => (RowChange::Changed, &COMPARED),
        (Some(_), None) => (RowChange::Removed, &[Column::Amount]),
        _ => (RowChange::Added, &[Column::Amount]),
    };
    let text = |row: Option<&Row>, column| row.map(|row| cell(row, column)).unwrap_or_default();
    let cells = columns.iter().map(|&column| ChangedCell {
        column,
        before: text(before, column),
        after: text(after, column),
    });
    let mut cells: Vec<ChangedCell> = cells.filter(|cell| cell.before != cell.after).collect();
    if reason == ChangeReason::Privacy {
        // what was taken away to protect someone must not come back as the old value
        cells
            .iter_mut()
            .filter(|cell| matches!(cell.column, Column::Name | Column::Group))
            .for_each(|cell| cell.before.clear());
    }
    let name = name.unwrap_or_default();
    (change != RowChange::Changed || !cells.is_empty()).then_some(ChangedRow {
        no,
        name,
        change,
        cells,
        reason,
    })
}

const COMPARED: [Column; 6] =
    [Column::Name, Column::Group, Column::Quantity, Column::Rate, Column::Months, Column::Amount];

fn cell(row: &Row, column: Column) -> String {
    fn shown(value: Option<impl std::fmt::Display>) -> String {
        value.map(|value| value.to_string()).unwrap_or_default()
    }
    match column {
        Column::No => row.no.to_string(),
        Column::Name => row.name.clone(),
        Column::Group => row.group.clone(),
        Column::Quantity => shown(row.quantity),
        Column::Rate => shown(row.rate),
        Column::Months => shown(row.months),
        Column::Amount => row.amount.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::disclosure::revision::*;
    use crate::domain::values::money::Fen;
    use crate::domain::values::quantity::{Quantity, Rate};

    fn row(no: u32, name: &str, quantity: &str, amount: &str) -> Row {
        let quantity = Some(Quantity::parse(quantity).unwrap());
        let rate = Some(Rate::parse("67").unwrap());
        Row {
            no,
            name: name.into(),
            group: "一组".into(),
            quantity,
            rate,
            months: None,
            amount: Fen::parse(amount).unwrap(),
        }
    }

    #[test]
    fn a_correction_lists_the_changed_the_new_and_the_removed_rows_with_old_and_new_values() {
        let before = [
            row(1, "张*", "1", "67.00"),
            row(2, "李*", "2", "134.00"),
            row(3, "王*", "3", "201.00"),
        ];
        let after = [
            row(1, "张*", "1", "67.00"),
            row(2, "李*", "2.5", "167.50"),
            row(4, "赵*", "1", "67.00"),
        ];
        let told = changes(&before, &after, ChangeReason::Objection);
        let in_short: Vec<_> =
            told.iter().map(|row| (row.no, row.change, row.cells.len())).collect();
        assert_eq!(
            in_short,
            [(2, RowChange::Changed, 2), (3, RowChange::Removed, 1), (4, RowChange::Added, 1)]
        );
        assert_eq!(
            told[0].cells[0],
            ChangedCell { column: Column::Quantity, before: "2.00".into(), after: "2.50".into() }
        );
        assert_eq!(
            (told[1].cells[0].before.as_str(), told[1].cells[0].after.as_str()),
            ("201.00", "")
        );
    }

    #[test]
    fn what_a_correction_for_privacy_took_away_does_not_come_back_as_the_old_value() {
        let before = [row(1, "张建军", "1", "67.00"), row(2, "李大明", "2", "134.00")];
        let told = changes(&before, &[row(1, "张*军", "1", "67.00")], ChangeReason::Privacy);
        assert_eq!(
            told[0].cells,
            [ChangedCell { column: Column::Name, before: String::new(), after: "张*军".into() }]
        );
        assert_eq!((told[1].name.as_str(), told[1].change), ("", RowChange::Removed));
        assert!(!format!("{told:?}").contains("建军") && !format!("{told:?}").contains("大明"));
    }

    #[test]
    fn a_revision_that_changes_nothing_lists_nothing() {
        let rows = [row(1, "张*", "1", "67.00")];
        assert_eq!(changes(&rows, &rows, ChangeReason::Typing), []);
    }
}
