//! What the lines above the table say: programme, village, period, rate. Used only where neither
//! the clerk nor a column says it.
use super::normalise::digits;
use crate::domain::reference::Reference;
use crate::domain::reference::division::{Division, Level};
use crate::domain::reference::programme::Programme;
use crate::domain::values::period::{Part, Period};
use crate::domain::values::quantity::Rate;

/// The one programme whose name or alias stands in `text`; a name inside a longer one does not
/// count.
pub(super) fn programme_in<'r>(text: &str, reference: &'r Reference) -> Option<&'r Programme> {
    let names = |programme: &'r Programme| {
        std::iter::once(&programme.name)
            .chain(&programme.aliases)
            .map(move |name| (name, programme))
    };
    let found: Vec<_> = reference
        .programmes
        .iter()
        .flat_map(names)
        .filter(|(name, _)| !name.is_empty() && text.contains(name.as_str()))
        .collect();
    let longest = |name: &str| {
        !found.iter().any(|(other, _)| other.len() > name.len() && other.contains(name))
    };
    only(found.iter().filter(|(name, _)| longest(name)).map(|(_, programme)| *programme), |a, b| {
        a.code == b.code
    })
}

/// Every township whose name stands in `text`.
pub(super) fn townships_in<'t>(
    text: &'t str,
    reference: &'t Reference,
) -> impl Iterator<Item = &'t Division> {
    reference
        .divisions
        .iter()
        .filter(move |d| d.code.level() == Level::Township && text.contains(&d.name))
}

/// The one village whose place stands in `text` after a county, a township or nothing:
/// `代县枣林镇段村2026年…`.
pub(super) fn village_in<'r>(text: &str, reference: &'r Reference) -> Option<&'r Division> {
    let township = townships_in(text, reference).next();
    let mut found = Vec::new();
    for village in reference.divisions.iter().filter(|d| d.code.level() == Level::Village) {
        let place = village.place();
        if stands_alone(text, &place)
            && township.is_none_or(|township| township.code.holds(village.code))
        {
            found.push((place, village));
        }
    }
    let longest = |place: &str| {
        !found.iter().any(|(other, _)| other.len() > place.len() && other.contains(place))
    };
    only(found.iter().filter(|(place, _)| longest(place)).map(|(_, village)| *village), |a, b| {
        a.code == b.code
    })
}

fn stands_alone(text: &str, place: &str) -> bool {
    !place.is_empty()
        && text.match_indices(place).any(|(at, _)| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            before.is_none_or(|c| "县区市镇乡道年度".contains(c) || !c.is_alphabetic())
        })
}

fn only<'r, T: ?Sized>(
    mut all: impl Iterator<Item = &'r T>,
    same: impl Fn(&T, &T) -> bool,
) -> Option<&'r T> {
    let first = all.next()?;
    all.all(|other| same(first, other)).then_some(first)
}

/// The one period that `text` names; whole dates do not count: `2026年`, `2026年度`, `2026年7月`,
/// `2026年上半年`, `2026年第3季度`, `2026Q3`.
pub(super) fn period_in(text: &str) -> Option<Period> {
    let text = digits(text);
    let text = text.trim_end_matches("份");
    if let Ok(period) = Period::parse(text) {
        return Some(period);
    }
    let found: Vec<_> =
        text.match_indices("20").filter_map(|(at, _)| period_at(text, at)).collect();
    let first = *found.first()?;
    found.iter().all(|other| *other == first).then_some(first)
}

fn period_at(text: &str, at: usize) -> Option<Period> {
    let before = text.get(..at)?.chars().next_back();
    let (year, rest) = text.get(at..)?.split_at_checked(4)?;
    let year: i16 = year.parse().ok()?;
    if before.is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    let rest = rest.strip_prefix("年度").or_else(|| rest.strip_prefix('年'));
    let Some(rest) = rest else {
        let mut after = text.get(at + 4..)?.chars();
        let next = after.next();
        let over = after.next();
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let goes_on = digit(next) || (matches!(next, Some('-' | '/' | '.')) && digit(over));
        return if goes_on { None } else { Period::year_of(year).ok() };
    };
    Period::new(year, part_of(rest)?).ok()
}

/// What follows `2026年`; nothing of a whole date.
fn part_of(rest: &str) -> Option<Part> {
    for (words, part) in [("上半年", Part::Half(1)), ("下半年", Part::Half(2))] {
        if rest.starts_with(words) {
            return Some(part);
        }
    }
    for (n, (han, digit)) in (1_i8..).zip([("一", "1"), ("二", "2"), ("三", "3"), ("四", "4")])
    {
        let quarter = rest.strip_prefix('第').unwrap_or(rest);
        if quarter
            .strip_prefix(han)
            .or_else(|| quarter.strip_prefix(digit))
            .is_some_and(|tail| tail.starts_with("季度"))
        {
            return Some(Part::Quarter(n));
        }
    }
    let tail = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = rest.get(..rest.len() - tail.len()).unwrap_or_default();
    if number.is_empty() {
        return Some(Part::Year);
    }
    let first: i8 = number.parse().ok()?;
    match months_to(tail) {
        Some(last) => span(first, last),
        None if tail.starts_with('月')
            && !tail.get(3..).is_some_and(|day| day.starts_with(|c: char| c.is_ascii_digit())) =>
        {
            Some(Part::Month(first))
        }
        None => None,
    }
}

/// The last month of `月至6月`, `-6月`.
fn months_to(tail: &str) -> Option<i8> {
    let tail = tail.strip_prefix('月').unwrap_or(tail);
    let tail = ["至", "-", "—", "~", "到"].iter().find_map(|mark| tail.strip_prefix(mark))?;
    tail.split_once('月')?.0.parse().ok()
}

fn span(first: i8, last: i8) -> Option<Part> {
    match (first, last) {
        (1, 12) => Some(Part::Year),
        (1, 6) => Some(Part::Half(1)),
        (7, 12) => Some(Part::Half(2)),
        (1, 3) => Some(Part::Quarter(1)),
        (4, 6) => Some(Part::Quarter(2)),
        (7, 9) => Some(Part::Quarter(3)),
        (10, 12) => Some(Part::Quarter(4)),
        _ => None,
    }
}

/// The rate of a line such as `补贴标准: 67.00元/亩`.
pub(super) fn rate_in(text: &str) -> Option<Rate> {
    let text = digits(text);
    let (_, rest) = text.split_once("标准")?;
    let rest = rest.trim_start_matches([':', '为']);
    let tail = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number = rest.get(..rest.len() - tail.len())?;
    if tail.starts_with("元/") { Rate::parse(number).ok() } else { None }
}

/// Does a unit line say that amounts are in 万元?
pub(super) fn in_ten_thousands(text: &str) -> bool {
    let text = digits(text);
    text.contains("单位:") && text.contains("万元")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_its_period() {
        let period = |text| period_in(text).map(|period| period.to_string());
        assert_eq!(
            period("代县枣林镇段村2026年耕地地力保护补贴发放花名册").as_deref(),
            Some("2026")
        );
        assert_eq!(period("段村2026年上半年低保金").as_deref(), Some("2026H1"));
        assert_eq!(period("2026年第三季度高龄津贴").as_deref(), Some("2026Q3"));
        assert_eq!(period("2026年7月份低保金").as_deref(), Some("2026-07"));
        assert_eq!(period("2026年1-6月公益性岗位补贴").as_deref(), Some("2026H1"));
        assert_eq!(period("段村-高龄津贴-2026.csv").as_deref(), Some("2026"));
    }

    #[test]
    fn a_date_or_two_years_are_no_period() {
        assert_eq!(period_in("填报日期:2026年7月12日"), None);
        assert_eq!(period_in("2026-04-16"), None);
        assert_eq!(period_in("2025年和2026年补贴"), None);
    }

    #[test]
    fn a_unit_line_may_hold_the_rate() {
        assert_eq!(rate_in("补贴标准：67.00元/亩"), Rate::parse("67").ok());
        assert_eq!(rate_in("单位:亩、元"), None);
        assert!(in_ten_thousands("单位：万元"));
    }
}
