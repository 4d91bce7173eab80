//! What is due by a day, and how much waits.
use super::lists::{asked, seen_of, title};
use super::office::Office;
use crate::app::message::Answer;
use crate::app::views::{DueKind, DueRow};
use crate::domain::values::date::Date;
use crate::runtime::session::{Batch, Failure};

impl Office {
    /// Results first, then lists, then rows; each kind by its last day.
    pub(super) fn list_due(&self) -> Result<Answer, Failure> {
        let session = self.session()?;
        let answers = session.answers()?;
        let today = session.now().date();
        let row = |batch: &Batch, kind: DueKind, until: Option<Date>| DueRow {
            seen: seen_of(batch),
            title: title(batch),
            possible: asked(&answers, &[kind.act()], batch),
            kind,
            days_left: until.and_then(|until| today.until(until).ok()).map(|span| span.get_days()),
        };
        let mut results = session.results_due()?;
        results.sort_by_key(|(_, due)| *due);
        let mut rows: Vec<DueRow> = results
            .iter()
            .map(|(batch, due)| row(batch, DueKind::Result(*due), Some(*due)))
            .collect();
        rows.extend(
            session
                .lists_due()?
                .iter()
                .map(|(batch, count)| row(batch, DueKind::Lists(*count), None)),
        );
        rows.extend(
            session
                .erasures_due(today)?
                .iter()
                .map(|due| row(&due.batch, DueKind::Erase(due.until), None)),
        );
        Ok(Answer::Due(rows))
    }

    pub(super) fn count_pending(&self) -> Result<Answer, Failure> {
        Ok(Answer::Pending(self.session()?.waiting()?))
    }
}
