//! Civil days at +08:00. Law counts days, never instants.

/// A civil date; `2026-11-22` in files, `2026年11月22日` in print (see [`in_chinese`]).
pub type Date = jiff::civil::Date;

/// The date as official papers write it.
#[must_use]
pub fn in_chinese(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}
