//! What must hold between the rows of a set, and with the rows in force: no doubles, no orphans, no
//! two answers for one day.
use super::divisions::DivisionRow;
use crate::domain::reference::division::{Division, DivisionCode, Level};
use crate::domain::reference::effective::{Dated, day_before};
use crate::domain::reference::files::ReferenceError;
use crate::domain::reference::programme::Programme;
use crate::domain::reference::{HolidayYear, Reference};
use crate::domain::roll::template::Template;
use crate::domain::values::date::Date;
use jiff::civil::Weekday;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Codes are unique on every day, and everything but a county lies in something.
pub(super) fn of_divisions(
    rows: &[DivisionRow],
    in_force: &Reference,
) -> Result<(), ReferenceError> {
    let mut known: BTreeSet<DivisionCode> =
        in_force.divisions.iter().map(|division| division.code).collect();
    let mut earlier: BTreeMap<DivisionCode, Vec<&Division>> = BTreeMap::new();
    for DivisionRow { line, division } in rows {
        let same = earlier.entry(division.code).or_default();
        if same.iter().any(|other| overlap(*other, division)) {
            return Err(ReferenceError::DuplicateDivision { line: *line, code: division.code });
        }
        same.push(division);
        known.insert(division.code);
        time("divisions.csv", division)?;
    }
    for DivisionRow { line, division } in rows {
        if division.code.level() != Level::County && !known.contains(&division.code.parent()) {
            return Err(ReferenceError::UnknownParent { line: *line, code: division.code });
        }
        all_known(&known, "divisions.csv", division.predecessors.iter().copied())?;
    }
    Ok(())
}

/// Everything but the divisions among themselves.
pub(super) fn of_set(set: &Reference, in_force: &Reference) -> Result<(), ReferenceError> {
    names(set, in_force)?;
    let divisions: BTreeSet<_> =
        in_force.divisions.iter().chain(&set.divisions).map(|division| division.code).collect();
    let programmes: BTreeSet<&str> =
        in_force.programmes.iter().chain(&set.programmes).map(|row| row.code.as_str()).collect();
    let unknown =
        |file, code: &str| ReferenceError::UnknownProgramme { file, code: code.to_owned() };
    let programme = |file, code: &str| {
        if programmes.contains(code) { Ok(()) } else { Err(unknown(file, code)) }
    };
    rates(set)?;
    let regions = set
        .programmes
        .iter()
        .flat_map(|programme| programme.rates.iter().filter_map(|row| row.region));
    all_known(&divisions, "programmes.json", regions)?;
    all_known(&divisions, "rates.json", set.rates.iter().filter_map(|rate| rate.row.region))?;
    all_known(&divisions, "contacts.json", set.contacts.iter().map(|contact| contact.division))?;
    all_known(&divisions, "villages.json", set.villages.iter().map(|village| village.division))?;
    set.rates.iter().try_for_each(|rate| programme("rates.json", &rate.programme))?;
    set.exclusive
        .iter()
        .flat_map(|row| [&row.a, &row.b])
        .try_for_each(|code| programme("exclusive.json", code))?;
    table("programmes.json", &set.programmes)?;
    table("contacts.json", &set.contacts)?;
    table("citations.json", &set.citations)?;
    table("policy.json", &set.policy)?;
    table("exclusive.json", &set.exclusive)?;
    table("checks.json", &set.thresholds)?;
    table("templates.json", &set.templates)?;
    set.templates
        .iter()
        .filter_map(Template::programme)
        .try_for_each(|code| programme("templates.json", code))?;
    set.holidays.years.iter().try_for_each(|(&year, table)| holidays(year, table))
}

/// One code, name or alias means one programme, on whatever day.
fn names(set: &Reference, in_force: &Reference) -> Result<(), ReferenceError> {
    for (place, Programme { code, name, .. }) in set.programmes.iter().enumerate() {
        // two rows with one code on one day would otherwise look like one programme named twice
        let twice = |other: &&Programme| {
            other.code == *code && set.programmes.get(place).is_some_and(|row| overlap(*other, row))
        };
        if set.programmes.iter().take(place).any(|other| twice(&other)) {
            return Err(ReferenceError::SameName {
                name: code.clone(),
                first: code.clone(),
                second: name.clone(),
            });
        }
    }
    let mut owners: HashMap<&str, &str> = HashMap::new();
    for Programme { code, name, aliases, .. } in in_force.programmes.iter().chain(&set.programmes) {
        let words = [code, name].into_iter().chain(aliases);
        for word in words {
            match owners.insert(word, code) {
                Some(first) if first != code => {
                    return Err(ReferenceError::SameName {
                        name: word.clone(),
                        first: first.to_owned(),
                        second: code.clone(),
                    });
                }
                Some(_) | None => {}
            }
        }
    }
    Ok(())
}

/// The rates of a programme are one table of all its versions and of `rates.json`.
fn rates(set: &Reference) -> Result<(), ReferenceError> {
    let own = set
        .programmes
        .iter()
        .flat_map(|programme| programme.rates.iter().map(|row| (programme.code.as_str(), row)));
    let mut rows: HashMap<(&str, String), Vec<_>> = HashMap::new();
    for (code, row) in own.chain(set.rates.iter().map(|rate| (rate.programme.as_str(), &rate.row)))
    {
        key("programmes.json", &row.key())?;
        time("programmes.json", row)?;
        let same = rows.entry((code, row.key())).or_default();
        if same.iter().any(|other| overlap(*other, row)) {
            return Err(ReferenceError::OverlappingRates { programme: code.to_owned() });
        }
        same.push(row);
    }
    Ok(())
}

/// Rows of one key follow one another, and a rule reference can name each.
fn table<T: Dated>(file: &'static str, rows: &[T]) -> Result<(), ReferenceError> {
    for (place, row) in rows.iter().enumerate() {
        key(file, &row.key())?;
        time(file, row)?;
        if rows.iter().take(place).any(|other| other.key() == row.key() && overlap(other, row)) {
            return Err(ReferenceError::Overlapping { file, key: row.key() });
        }
    }
    Ok(())
}

fn key(file: &'static str, key: &str) -> Result<(), ReferenceError> {
    if key.contains(|c: char| c == '@' || c.is_control()) {
        Err(ReferenceError::Key { file })
    } else {
        Ok(())
    }
}

/// A row ends on or after its first day, or on the day before it, which takes it back.
fn time<T: Dated>(file: &'static str, row: &T) -> Result<(), ReferenceError> {
    match (row.from(), row.to()) {
        (Some(from), Some(to)) if to < day_before(from) => {
            Err(ReferenceError::EndsBeforeItBegins { file, key: row.key() })
        }
        _ => Ok(()),
    }
}

fn all_known(
    known: &BTreeSet<DivisionCode>,
    file: &'static str,
    mut codes: impl Iterator<Item = DivisionCode>,
) -> Result<(), ReferenceError> {
    codes
        .find(|code| !known.contains(code))
        .map_or(Ok(()), |code| Err(ReferenceError::UnknownDivision { file, code }))
}

fn holidays(year: i16, table: &HolidayYear) -> Result<(), ReferenceError> {
    let weekend = |day: &Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let elsewhere = |day: &&Date| day.year() != year;
    let wrong_off = table.off.iter().find(elsewhere);
    let wrong_work = || {
        table.work.iter().find(|day| day.year() != year || !weekend(day) || table.off.contains(day))
    };
    wrong_off
        .or_else(wrong_work)
        .map_or(Ok(()), |&date| Err(ReferenceError::Holiday { year, date }))
}

fn overlap<T: Dated>(a: &T, b: &T) -> bool {
    let starts_before_end = |from: Option<Date>, to: Option<Date>| {
        from.is_none_or(|from| to.is_none_or(|to| from <= to))
    };
    starts_before_end(a.from(), b.to())
        && starts_before_end(b.from(), a.to())
        && !a.is_void()
        && !b.is_void()
}
