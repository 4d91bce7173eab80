//! Working days, and the last day of a notice (民法典 201 and 203).
//!
//! The table of holidays is data of the county ([`Holidays`]); a year that is not in it is counted
//! Monday to Friday, and the answer says which years were missing.
use super::programme::DayKind;
use crate::domain::reference::Holidays;
use crate::domain::values::date::Date;
use jiff::civil::Weekday;

/// The last day of a notice, and how sure it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeEnd {
    /// Last day, through 24:00.
    pub last: Date,
    /// Years that were counted without a holiday table, ascending; empty = sure.
    pub missing_years: Vec<i16>,
}

impl Holidays {
    /// Is `day` worked: by the table of its year, else Monday to Friday?
    #[must_use]
    pub fn is_working_day(&self, day: Date) -> bool {
        let table = self.years.get(&day.year());
        let is_weekday = !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        match table {
            Some(table) if table.work.contains(&day) => true,
            Some(table) if table.off.contains(&day) => false,
            _ => is_weekday,
        }
    }

    /// Is there a table for that year?
    #[must_use]
    pub fn knows(&self, year: i16) -> bool {
        self.years.contains_key(&year)
    }

    /// Years without a table between the day after `start`, from which days count, and the last of
    /// them.
    #[must_use]
    pub fn missing_years(&self, start: Date, last: Date) -> Vec<i16> {
        (after(start).year()..=last.year()).filter(|year| !self.knows(*year)).collect()
    }
}

/// The last day of a notice of `days` days posted on `posted`.
///
/// The day of posting does not count. Calendar days: an end on a day off moves to the next working
/// day. Working days: only they count.
///
/// ```
/// use cunbang::domain::reference::calendar::notice_end;
/// use cunbang::domain::reference::programme::DayKind;
/// use cunbang::domain::reference::{HolidayYear, Holidays};
/// use cunbang::domain::values::date::{self, Date};
///
/// // the first week of October 2021 was off, and Saturday the 9th was worked for it
/// let day = |text: &str| date::parse(text).ok_or("no such day");
/// let off = (1..=7).map(|n| Date::constant(2021, 10, n)).collect();
/// let work = vec![day("2021-10-09")?];
/// let holidays = Holidays { years: [(2021, HolidayYear { off, work })].into() };
///
/// // seven days from 27 September end on 4 October, a day off: the notice runs through the 8th
/// let end = notice_end(day("2021-09-27")?, 7, DayKind::Calendar, &holidays);
/// assert_eq!(end.last, day("2021-10-08")?);
/// // seven working days: 28, 29, 30 September and 8, 9, 11, 12 October
/// let end = notice_end(day("2021-09-27")?, 7, DayKind::Working, &holidays);
/// assert_eq!(end.last, day("2021-10-12")?);
///
/// // a year without its table is counted Monday to Friday, and that is said
/// let end = notice_end(day("2022-03-01")?, 3, DayKind::Working, &holidays);
/// assert_eq!((end.last, end.missing_years), (day("2022-03-04")?, vec![2022]));
/// # Ok::<(), &'static str>(())
/// ```
#[must_use]
pub fn notice_end(posted: Date, days: u16, kind: DayKind, holidays: &Holidays) -> NoticeEnd {
    let mut last = posted;
    let mut asked = Vec::new();
    let mut is_worked = |day: Date| {
        if !holidays.knows(day.year()) && !asked.contains(&day.year()) {
            asked.push(day.year());
        }
        holidays.is_working_day(day)
    };
    match kind {
        DayKind::Calendar => {
            last = posted.checked_add(jiff::Span::new().days(i64::from(days))).unwrap_or(Date::MAX);
            while !is_worked(last) && last < Date::MAX {
                last = after(last);
            }
        }
        DayKind::Working => {
            let mut left = days;
            while left > 0 && last < Date::MAX {
                last = after(last);
                left -= u16::from(is_worked(last));
            }
        }
    }
    NoticeEnd { last, missing_years: asked }
}

fn after(day: Date) -> Date {
    day.tomorrow().unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use crate::domain::reference::HolidayYear;
    use crate::domain::reference::calendar::*;
    use jiff::civil::date;

    /// National Day 2021: off from 1 to 7 October, 26 September and 9 October worked.
    fn holidays_of_2021() -> Holidays {
        let off = (1..=7).map(|day| date(2021, 10, day)).collect();
        let work = vec![date(2021, 9, 26), date(2021, 10, 9)];
        Holidays { years: [(2021, HolidayYear { off, work })].into() }
    }

    fn last(posted: Date, days: u16, kind: DayKind) -> Date {
        let end = notice_end(posted, days, kind, &holidays_of_2021());
        assert!(end.missing_years.is_empty());
        end.last
    }

    #[test]
    fn the_countys_own_table_of_2021_says_the_same() {
        let real = crate::domain::reference::builtin::daixian().unwrap().holidays;
        let last = |month, day, days, kind| notice_end(date(2021, month, day), days, kind, &real);
        let ends = |month, day| NoticeEnd { last: date(2021, month, day), missing_years: vec![] };
        assert_eq!(last(7, 1, 7, DayKind::Calendar), ends(7, 8));
        assert_eq!(last(7, 1, 5, DayKind::Working), ends(7, 8));
        assert_eq!(last(7, 1, 7, DayKind::Working), ends(7, 12));
        assert_eq!(last(9, 28, 5, DayKind::Working), ends(10, 11));
    }

    #[test]
    fn the_day_of_posting_does_not_count() {
        let posted = date(2021, 7, 1);
        assert_eq!(last(posted, 7, DayKind::Calendar), date(2021, 7, 8));
        assert_eq!(last(posted, 5, DayKind::Working), date(2021, 7, 8));
        assert_eq!(last(posted, 7, DayKind::Working), date(2021, 7, 12));
    }

    #[test]
    fn a_worked_saturday_counts_and_the_holiday_does_not() {
        assert_eq!(last(date(2021, 9, 28), 5, DayKind::Working), date(2021, 10, 11));
        assert!(holidays_of_2021().is_working_day(date(2021, 10, 9)));
    }

    #[test]
    fn a_notice_that_would_end_on_a_day_off_ends_on_the_next_working_day() {
        assert_eq!(last(date(2021, 9, 24), 7, DayKind::Calendar), date(2021, 10, 8));
        assert_eq!(last(date(2021, 7, 3), 7, DayKind::Calendar), date(2021, 7, 12));
    }

    #[test]
    fn a_year_without_a_table_is_counted_monday_to_friday_and_named() {
        let end = notice_end(date(2021, 12, 30), 3, DayKind::Working, &holidays_of_2021());
        assert_eq!(end, NoticeEnd { last: date(2022, 1, 4), missing_years: vec![2022] });
        let holidays = holidays_of_2021();
        assert_eq!(holidays.missing_years(date(2021, 12, 30), end.last), [2022]);
        assert!(
            holidays.missing_years(date(2020, 12, 31), date(2021, 1, 8)).is_empty(),
            "the first day does not count"
        );
        assert_eq!(holidays.missing_years(date(2020, 12, 30), date(2022, 1, 8)), [2020, 2022]);
    }
}
