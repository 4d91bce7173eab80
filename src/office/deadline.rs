//! Last days that an act counts by the county's calendar.
use crate::domain::case::CaseKind;
use crate::domain::reference::Reference;
use crate::domain::reference::calendar::notice_end;
use crate::domain::reference::policy::PolicyKey;
use crate::domain::reference::programme::DayKind;
use crate::domain::values::date::Date;

/// So many working days after `day`; the day itself does not count.
#[must_use]
pub fn working_days_after(reference: &Reference, day: Date, days: u16) -> Date {
    notice_end(day, days, DayKind::Working, &reference.holidays).last
}

/// Last day for the answer to what came, or was sent on, on `day`.
#[must_use]
pub fn reply_due(reference: &Reference, kind: CaseKind, day: Date) -> Date {
    working_days_after(reference, day, reference.policy(PolicyKey::reply_days(kind), day))
}
