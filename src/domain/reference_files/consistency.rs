//! What must hold between the rows of a set: no doubles, no orphans, no two answers for one day.
use super::ReferenceError;
use super::divisions::Row;
use crate::domain::date::Date;
use crate::domain::division::{DivisionCode, Level};
use crate::domain::programme::{Programme, RateRow};
use crate::domain::reference::{HolidayYear, Reference};
use jiff::civil::Weekday;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// First and last day, open where `None`.
type Stretch = (Option<Date>, Option<Date>);

/// Codes are unique on every day, and everything but a county lies in something.
pub(super) fn of_divisions(rows: &[Row]) -> Result<(), ReferenceError> {
    let mut stretches: BTreeMap<DivisionCode, Vec<Stretch>> = BTreeMap::new();
    for Row { line, division } in rows {
        let stretch = (division.from, division.to);
        let earlier = stretches.entry(division.code).or_default();
        if earlier.iter().any(|other| overlap(*other, stretch)) {
            return Err(ReferenceError::DuplicateDivision { line: *line, code: division.code });
        }
        earlier.push(stretch);
    }
    for Row { line, division } in rows {
        if division.code.level() != Level::County && !stretches.contains_key(&division.code.parent()) {
            return Err(ReferenceError::UnknownParent { line: *line, code: division.code });
        }
        let unknown = division.predecessors.iter().find(|code| !stretches.contains_key(code));
        if let Some(&code) = unknown {
            return Err(ReferenceError::UnknownDivision { file: "divisions.csv", code });
        }
    }
    Ok(())
}

/// Programmes, holidays and what names divisions.
pub(super) fn of_set(set: &Reference) -> Result<(), ReferenceError> {
    names(&set.programmes)?;
    let known: BTreeSet<_> = set.divisions.iter().map(|division| division.code).collect();
    for programme in &set.programmes {
        rates(programme)?;
        all_known(&known, "programmes.json", programme.rates.iter().filter_map(|row| row.region))?;
    }
    all_known(&known, "contacts.json", set.contacts.iter().map(|contact| contact.division))?;
    all_known(&known, "villages.json", set.villages.iter().map(|village| village.division))?;
    set.holidays.years.iter().try_for_each(|(&year, table)| holidays(year, table))
}

fn names(programmes: &[Programme]) -> Result<(), ReferenceError> {
    let mut owners: HashMap<&str, &str> = HashMap::new();
    // Codes first: two rows with one code would otherwise look like one programme named twice.
    let mut codes = BTreeSet::new();
    for Programme { code, name, .. } in programmes {
        if !codes.insert(code) {
            return Err(ReferenceError::SameName { name: code.clone(), first: code.clone(), second: name.clone() });
        }
    }
    for Programme { code, name, aliases, .. } in programmes {
        let words = [code, name].into_iter().chain(aliases);
        for word in words {
            match owners.insert(word, code) {
                Some(first) if first != code => {
                    return Err(ReferenceError::SameName { name: word.clone(), first: first.to_owned(), second: code.clone() });
                }
                Some(_) | None => {}
            }
        }
    }
    Ok(())
}

fn rates(programme: &Programme) -> Result<(), ReferenceError> {
    let mut rest: &[RateRow] = &programme.rates;
    while let Some((row, later)) = rest.split_first() {
        let clash = later
            .iter()
            .any(|other| (other.region, &other.tier) == (row.region, &row.tier) && overlap((row.from, row.to), (other.from, other.to)));
        if clash {
            return Err(ReferenceError::OverlappingRates { programme: programme.code.clone() });
        }
        rest = later;
    }
    Ok(())
}

fn all_known(
    known: &BTreeSet<DivisionCode>,
    file: &'static str,
    mut codes: impl Iterator<Item = DivisionCode>,
) -> Result<(), ReferenceError> {
    codes.find(|code| !known.contains(code)).map_or(Ok(()), |code| Err(ReferenceError::UnknownDivision { file, code }))
}

fn holidays(year: i16, table: &HolidayYear) -> Result<(), ReferenceError> {
    let weekend = |day: &Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let elsewhere = |day: &&Date| day.year() != year;
    let wrong_off = table.off.iter().find(elsewhere);
    let wrong_work = || table.work.iter().find(|day| day.year() != year || !weekend(day) || table.off.contains(day));
    wrong_off.or_else(wrong_work).map_or(Ok(()), |&date| Err(ReferenceError::Holiday { year, date }))
}

fn overlap(a: Stretch, b: Stretch) -> bool {
    let starts_before_end = |from: Option<Date>, to: Option<Date>| from.is_none_or(|from| to.is_none_or(|to| from <= to));
    starts_before_end(a.0, b.1) && starts_before_end(b.0, a.1)
}
