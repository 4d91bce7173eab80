//! What a clock said, to the second; shown at +08:00, always. Never used for order.
use super::date::Date;
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Seconds since 1970-01-01 UTC; the text form is `2026-07-01T09:12:00+08:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Timestamp(i64);

/// Not `2026-07-01`, `2026-07-01T09:12[:00][+08:00]`, or outside the years 1970..=9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a moment is written 2026-07-01T09:12:00+08:00")]
pub struct MomentError;

const EAST_8: Offset = Offset::constant(8);

impl Timestamp {
    /// From seconds since 1970 UTC.
    ///
    /// # Errors
    /// A year outside 1970..=9999: no clock of an office says that.
    pub fn from_seconds(seconds: i64) -> Result<Self, MomentError> {
        let known = (0..=253_402_207_200).contains(&seconds)
            && jiff::Timestamp::from_second(seconds).is_ok();
        known.then_some(Self(seconds)).ok_or(MomentError)
    }

    /// Midnight or the given time of a civil day at +08:00.
    ///
    /// # Errors
    /// [`MomentError`].
    pub fn parse(text: &str) -> Result<Self, MomentError> {
        let plain = text.trim().strip_suffix("+08:00").unwrap_or_else(|| text.trim());
        let civil = match plain.parse::<jiff::civil::DateTime>() {
            Ok(civil) => civil,
            Err(_not_a_time) => plain.parse::<Date>().or(Err(MomentError))?.at(0, 0, 0, 0),
        };
        let stamp = EAST_8.to_timestamp(civil).or(Err(MomentError))?;
        Self::from_seconds(stamp.as_second())
    }

    /// 1970-01-01 UTC.
    #[must_use]
    pub const fn epoch() -> Self {
        Self(0)
    }

    /// Seconds since 1970 UTC.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0
    }

    /// Day and time at +08:00.
    #[must_use]
    pub fn civil(self) -> jiff::civil::DateTime {
        EAST_8.to_datetime(jiff::Timestamp::from_second(self.0).unwrap_or_default())
    }

    /// The civil day at +08:00.
    #[must_use]
    pub fn date(self) -> Date {
        self.civil().date()
    }

    /// `09:12` at +08:00.
    #[must_use]
    pub fn clock(self) -> String {
        let civil = self.civil();
        format!("{:02}:{:02}", civil.hour(), civil.minute())
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let civil = self.civil();
        write!(
            f,
            "{}T{:02}:{:02}:{:02}+08:00",
            civil.date(),
            civil.hour(),
            civil.minute(),
            civil.second()
        )
    }
}

impl TryFrom<String> for Timestamp {
    type Error = MomentError;
    fn try_from(text: String) -> Result<Self, MomentError> {
        Self::parse(&text)
    }
}

impl From<Timestamp> for String {
    fn from(moment: Timestamp) -> Self {
        moment.to_string()
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::values::timestamp::*;

    #[test]
    fn a_day_begins_at_midnight_in_beijing_not_in_greenwich() {
        let moment = Timestamp::parse("2026-07-01").unwrap();
        assert_eq!(moment.to_string(), "2026-07-01T00:00:00+08:00");
        assert_eq!(
            Timestamp::from_seconds(moment.seconds() - 1).unwrap().date(),
            jiff::civil::date(2026, 6, 30)
        );
        assert_eq!(Timestamp::parse(&moment.to_string()), Ok(moment));
        assert_eq!(Timestamp::parse("1969-12-31"), Err(MomentError));
    }
}
