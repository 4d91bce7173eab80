//! Rows that hold between two days, and how the rows of several imports become one table.
//!
//! Identity is key and first day: a later import with the same identity replaces the row. A row
//! ends at the latest on the day before the next one of its key begins, so a new rule ends the old
//! one without touching it. A row that ends on the day before it begins is void: this is how a
//! county takes back a row with a mistyped first day.
use crate::domain::values::date::Date;
use std::collections::{BTreeSet, HashMap};

/// A row of the reference data with its time.
pub trait Dated {
    /// What the row is about; rows with the same key follow one another in time.
    fn key(&self) -> String;
    /// First valid day; `None` = since ever.
    fn from(&self) -> Option<Date>;
    /// Last valid day; `None` = still.
    fn to(&self) -> Option<Date>;
    /// Ends the row on `last`.
    fn end(&mut self, last: Date);

    /// Does it hold on `day`?
    fn holds_on(&self, day: Date) -> bool {
        self.from().is_none_or(|from| from <= day) && self.to().is_none_or(|to| day <= to)
    }

    /// Was it taken back: does it end before it begins?
    fn is_void(&self) -> bool {
        matches!((self.from(), self.to()), (Some(from), Some(to)) if to < from)
    }
}

/// The day before; the first day of all has none before it.
#[must_use]
pub fn day_before(day: Date) -> Date {
    day.yesterday().unwrap_or(Date::MIN)
}

/// The tables of several imports, earliest first, as one; see the head of this file.
#[must_use]
pub fn joined<T: Dated>(tables: impl IntoIterator<Item = Vec<T>>) -> Vec<T> {
    let mut rows: Vec<T> = Vec::new();
    let mut places: HashMap<(String, Option<Date>), usize> = HashMap::new();
    for row in tables.into_iter().flatten() {
        let next = rows.len();
        let place = *places.entry((row.key(), row.from())).or_insert(next);
        match rows.get_mut(place) {
            Some(earlier) => *earlier = row,
            None => rows.push(row),
        }
    }
    end_before_the_next(&mut rows);
    rows
}

fn end_before_the_next<T: Dated>(rows: &mut [T]) {
    let mut begins: HashMap<String, BTreeSet<Date>> = HashMap::new();
    for row in rows.iter().filter(|row| !row.is_void()) {
        if let Some(from) = row.from() {
            begins.entry(row.key()).or_default().insert(from);
        }
    }
    for row in rows.iter_mut().filter(|row| !row.is_void()) {
        let Some(begins) = begins.get(&row.key()) else { continue };
        let next = begins.iter().find(|begin| row.from().is_none_or(|from| from < **begin));
        if let Some(last) =
            next.map(|next| day_before(*next)).filter(|last| row.to().is_none_or(|to| *last < to))
        {
            row.end(last);
        }
    }
}

/// The row of `key` that holds on `day`.
#[must_use]
pub fn on<'r, T: Dated>(rows: &'r [T], key: &str, day: Date) -> Option<&'r T> {
    rows.iter().find(|row| row.holds_on(day) && row.key() == key)
}

/// Of rows that pass `is_meant`: the one that holds on `day`, else the last that began before it,
/// else the first to come.
///
/// Money of a programme that has ended is still paid in arrears, and a place that no longer exists
/// still has a name.
#[must_use]
pub fn nearest<T: Dated>(rows: &[T], day: Date, is_meant: impl Fn(&T) -> bool) -> Option<&T> {
    let meant = || rows.iter().filter(|row| is_meant(row) && !row.is_void());
    let past = || {
        meant().filter(|row| row.from().is_none_or(|from| from <= day)).max_by_key(|row| row.from())
    };
    meant()
        .find(|row| row.holds_on(day))
        .or_else(past)
        .or_else(|| meant().min_by_key(|row| row.from()))
}

/// Gives a type with the fields `from` and `to` its [`Dated`]; the closure makes the key.
macro_rules! dated {
    ($type:ty, $key:expr) => {
        impl $crate::domain::reference::effective::Dated for $type {
            fn key(&self) -> String {
                let key: fn(&Self) -> String = $key;
                key(self)
            }
            fn from(&self) -> Option<$crate::domain::values::date::Date> {
                self.from
            }
            fn to(&self) -> Option<$crate::domain::values::date::Date> {
                self.to
            }
            fn end(&mut self, last: $crate::domain::values::date::Date) {
                self.to = Some(last);
            }
        }
    };
}
pub(crate) use dated;

#[cfg(test)]
mod tests {
    use crate::domain::reference::effective::*;
    use proptest::prelude::*;

    #[derive(Debug, Clone, PartialEq, Eq)]
    struct DatedRow {
        key: u8,
        from: Option<Date>,
        to: Option<Date>,
        says: u32,
    }
    dated!(DatedRow, |row| row.key.to_string());

    fn day(number: i8) -> Date {
        jiff::civil::date(2026, 1, number)
    }

    fn row(key: u8, from: Option<i8>, to: Option<i8>, says: u32) -> DatedRow {
        DatedRow { key, from: from.map(day), to: to.map(day), says }
    }

    #[test]
    fn a_new_row_ends_the_old_one_the_day_before() {
        let rows = joined([vec![row(1, None, None, 67)], vec![row(1, Some(10), None, 70)]]);
        assert_eq!(rows, [row(1, None, Some(9), 67), row(1, Some(10), None, 70)]);
        let sentence = |number| on(&rows, "1", day(number)).map(|row| row.says);
        assert_eq!((sentence(9), sentence(10)), (Some(67), Some(70)));
    }

    #[test]
    fn a_row_with_the_same_first_day_replaces_and_a_void_one_gives_the_time_back() {
        let rows = joined([
            vec![row(1, None, None, 67)],
            vec![row(1, Some(10), None, 70)],
            vec![row(1, Some(10), None, 71)],
        ]);
        assert_eq!(rows[1].says, 71);
        let taken_back = vec![row(1, Some(10), Some(9), 70)];
        let rows = joined([vec![row(1, None, None, 67), row(1, Some(10), None, 70)], taken_back]);
        assert_eq!(on(&rows, "1", day(20)).map(|row| row.says), Some(67));
    }

    #[test]
    fn what_has_ended_is_still_found_as_the_nearest() {
        let rows = [row(1, Some(5), Some(9), 1), row(1, Some(20), None, 2)];
        let nearest = |number| nearest(&rows, day(number), |row| row.key == 1).map(|row| row.says);
        assert_eq!(
            (nearest(7), nearest(15), nearest(1), nearest(25)),
            (Some(1), Some(1), Some(1), Some(2))
        );
    }

    fn any_rows() -> impl Strategy<Value = Vec<DatedRow>> {
        let one =
            (0u8..3, proptest::option::of(1i8..28), proptest::option::of(1i8..28), any::<u32>());
        proptest::collection::vec(
            one.prop_map(|(key, from, to, says)| row(key, from, to, says)),
            0..12,
        )
    }

    proptest! {
        #[test]
        fn on_no_day_do_two_rows_of_a_key_hold(first in any_rows(), second in any_rows()) {
            let rows = joined([first, second]);
            for number in 1..28 {
                for key in 0..3 {
                    prop_assert!(rows.iter().filter(|row| row.key == key && row.holds_on(day(number))).count() <= 1);
                }
            }
        }

        #[test]
        fn joining_again_changes_nothing(first in any_rows(), second in any_rows()) {
            let once = joined([first, second]);
            prop_assert_eq!(joined([once.clone()]), once);
        }

        #[test]
        fn an_import_from_a_day_on_changes_nothing_before_it(first in any_rows(), second in any_rows(), since in 1i8..28) {
            let later: Vec<DatedRow> = second.into_iter().filter(|row| row.from >= Some(day(since))).collect();
            let before = joined([first.clone()]);
            let after = joined([first, later]);
            for number in 1..since {
                for key in ["0", "1", "2"] {
                    prop_assert_eq!(on(&before, key, day(number)).map(|row| row.says), on(&after, key, day(number)).map(|row| row.says));
                }
            }
        }
    }
}
