//! Civil days at +08:00. Law counts days, never instants.

/// A civil date; `2026-11-22` in files, `2026年11月22日` in print (see [`in_chinese`]).
pub type Date = jiff::civil::Date;

/// The date as official papers write it.
#[must_use]
pub fn in_chinese(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// Reads a day as people and spreadsheets write it: `2026-11-22`, `2026/1/4`, `2026.1.4`,
/// `2026年1月4日`, `20261122`.
///
/// Gives `None` for anything else and for days that do not exist.
#[must_use]
pub fn parse(text: &str) -> Option<Date> {
    let text: String =
        text.trim().chars().map(crate::domain::text::half_width::half_width).collect();
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        let (year, rest) = text.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        return day_of(year, month, day);
    }
    let mut parts = text.trim_end_matches('日').split(['-', '/', '.', '年', '月']);
    let year = parts.next()?;
    let month = parts.next()?;
    let day = parts.next()?;
    if parts.next().is_some() || year.len() != 4 { None } else { day_of(year, month, day) }
}

fn day_of(year: &str, month: &str, day: &str) -> Option<Date> {
    let is_number =
        |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if ![year, month, day].into_iter().all(is_number) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use crate::domain::values::date::*;

    #[test]
    fn a_day_may_be_written_in_every_usual_way() {
        for text in
            ["2026-01-04", "2026/1/4", "2026.1.4", "2026年1月4日", "20260104", " ２０２６-1-4 "]
        {
            assert_eq!(parse(text), Some(jiff::civil::date(2026, 1, 4)), "{text}");
        }
        for text in ["", "2026-2-30", "26-1-4", "2026-1", "2026-1-4-5", "2026-+1-4", "1月4日"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
