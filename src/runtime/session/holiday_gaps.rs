//! How sure a deadline is: the years that were counted Monday to Friday, because the county has no
//! table of holidays for them.
use super::open::Session;
use crate::domain::values::date::Date;

impl Session {
    /// Years without a holiday table among the days that were counted from `start` to the deadline;
    /// to be checked by hand.
    #[must_use]
    pub fn years_without_holidays(&self, start: Date, deadline: Date) -> Vec<i16> {
        self.reference.holidays.missing_years(start, deadline)
    }
}
