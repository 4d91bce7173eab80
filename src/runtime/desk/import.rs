//! Taking in roll files: one transaction a file, everything or nothing. Reading and packing run on a
//! thread of their own while the store's thread writes.
use super::check::{OtherBatches, finding_counts};
use super::error::DeskError;
use super::open::Desk;
use crate::domain::division::DivisionCode;
use crate::domain::finding::Finding;
use crate::domain::period::Period;
use crate::domain::programme::NoticeTime;
use crate::domain::roll::RollKey;
use crate::domain::roll::Totals;
use crate::domain::user::Role;
use crate::intake::{Asked, Report, Taken, take};
use crate::runtime::entropy::salt;
use crate::runtime::files;
use crate::store::{Found, Import, PackedRows, StoreError, Submission};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// What `roll import` asks.
#[derive(Debug, Clone, Default)]
pub struct ImportAsked {
    /// Programme code or name, if the file does not say.
    pub programme: Option<String>,
    /// The village, if the file does not say.
    pub division: Option<DivisionCode>,
    /// The period, if the file does not say.
    pub period: Option<Period>,
    /// Only look; nothing is kept.
    pub dry_run: bool,
    /// Submit what has no blocking or unexplained finding and no notice before it, in the same act.
    pub submit: bool,
}

/// How far an import is; called from the store's thread.
pub type Progress<'p> = &'p mut dyn FnMut(u64);

/// One roll as it would come in or came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedRoll {
    /// Programme, village, period.
    pub key: RollKey,
    /// The new draft; `None` in a dry run.
    pub draft: Option<u32>,
    /// Counts and sums.
    pub totals: Totals,
    /// How many findings.
    pub found: Found,
    /// The findings themselves, in a dry run (an import shows them in the batch).
    pub findings: Vec<(Finding, Vec<u32>)>,
}

/// What an import did.
#[derive(Debug)]
pub struct Imported {
    /// The rolls, in the order of the file.
    pub rolls: Vec<ImportedRoll>,
    /// What the reader says of the file.
    pub report: Report,
}

/// A roll, checked and packed, on its way to the store.
struct Ready {
    key: RollKey,
    rows: PackedRows,
    totals: Totals,
    found: Found,
    findings: Vec<(Finding, Vec<u32>)>,
    submission: Option<Submission>,
    lines: u64,
}

/// Rolls in flight between the threads: one message a batch gains nothing, so they go in chunks.
const CHUNK: usize = 64;

impl Desk {
    /// Takes in one file.
    ///
    /// # Errors
    /// All faults of the file ([`DeskError::Intake`]), a roll that is here already, or a stop by `cancel`.
    pub fn import(&mut self, path: &Path, asked: &ImportAsked, cancel: &AtomicBool, progress: Progress<'_>) -> Result<Imported, DeskError> {
        self.needs(Role::Clerk)?;
        let mut file = std::io::BufReader::with_capacity(1 << 20, files::open(path)?);
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let this = &*self;
        let (send, receive) = sync_channel::<Vec<Ready>>(4);
        let mut imported = Vec::new();
        let report = std::thread::scope(|scope| {
            let reader = scope.spawn(move || {
                let mut outbox = Outbox { send, chunk: Vec::new(), trouble: None };
                let report = this.read_rolls(&mut file, &name, asked, cancel, &mut outbox);
                outbox.flush();
                (report, outbox.trouble)
            });
            let written = this.write_rolls(path, asked, receive, cancel, progress, &mut imported, || {
                let (report, trouble) = reader.join().map_err(|_panic| DeskError::Stopped)?;
                match trouble {
                    Some(trouble) => Err(trouble),
                    None if cancel.load(Ordering::Relaxed) => Err(DeskError::Stopped),
                    None if report.errors.is_empty() => Ok(report),
                    None => Err(DeskError::Intake(report.errors, report.more_errors)),
                }
            });
            written
        })?;
        self.people = None;
        Ok(Imported { rolls: imported, report })
    }

    fn read_rolls(
        &self,
        file: &mut std::io::BufReader<std::fs::File>,
        name: &str,
        asked: &ImportAsked,
        cancel: &AtomicBool,
        outbox: &mut Outbox,
    ) -> Report {
        let today = self.now().date();
        let (programme, division, period) = (asked.programme.as_deref(), asked.division, asked.period);
        let wanted = Asked { programme, division, period, today, reference: &self.reference };
        take(file, name, &wanted, &mut |taken| {
            if cancel.load(Ordering::Relaxed) || outbox.trouble.is_some() {
                return ControlFlow::Break(());
            }
            match self.ready(taken, asked) {
                Ok(ready) => outbox.put(ready),
                Err(error) => outbox.trouble = Some(error),
            }
            ControlFlow::Continue(())
        })
    }

    fn ready(&self, taken: Taken, asked: &ImportAsked) -> Result<Ready, DeskError> {
        let reading = self.store.read()?;
        let elsewhere = OtherBatches::new(&reading, None, &taken.key.programme)?;
        let checked = self.checked(&taken.key, &taken.lines, &[], &elsewhere)?;
        let submission = asked.submit.then(|| self.submission(&taken.key, &checked)).flatten();
        let source_rows = |finding: &Finding| {
            let row = |no: &u32| taken.lines.iter().find(|line| line.no == *no).map(|line| line.source_row);
            finding.lines.iter().filter_map(row).collect::<Vec<u32>>()
        };
        let findings = if asked.dry_run {
            checked.findings.iter().map(|finding| (finding.clone(), source_rows(finding))).collect()
        } else {
            Vec::new()
        };
        let lines = taken.lines.len() as u64;
        let rows = PackedRows::pack(taken.lines, salt()?)?;
        Ok(Ready { key: taken.key, rows, totals: checked.totals, found: checked.found, findings, submission, lines })
    }

    /// What can be submitted at once: nothing to mend, nothing to explain, no notice that comes first.
    fn submission(&self, key: &RollKey, checked: &super::check::Checked) -> Option<Submission> {
        let programme = self.reference.programme(&key.programme)?;
        let clean = checked.found.block == 0 && checked.found.unexplained == 0 && checked.totals.lines > 0;
        if !clean || programme.notice.when == NoticeTime::BeforeSubmission {
            return None;
        }
        let findings = finding_counts(&checked.findings, &[]);
        Some(Submission {
            when: programme.notice.when,
            findings,
            letters: super::submit::letters(&programme.name),
            office: self.office.division.short(),
        })
    }

    #[expect(clippy::too_many_arguments, reason = "one call site; the parts have nothing in common")]
    fn write_rolls(
        &self,
        path: &Path,
        asked: &ImportAsked,
        receive: Receiver<Vec<Ready>>,
        cancel: &AtomicBool,
        progress: Progress<'_>,
        imported: &mut Vec<ImportedRoll>,
        finish: impl FnOnce() -> Result<Report, DeskError>,
    ) -> Result<Report, DeskError> {
        let source = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let by = self.user.said.person;
        let mut report = None;
        let mut lines = 0;
        let mut each = |import: Option<&mut Import<'_, '_>>, ready: Ready, imported: &mut Vec<ImportedRoll>| -> Result<(), DeskError> {
            let (key, totals, found, findings) = (ready.key, ready.totals, ready.found, ready.findings);
            let draft = match (import, ready.submission) {
                (None, _) => None,
                (Some(import), None) => Some(import.add(key.clone(), ready.rows, (totals, found), by, &source)?),
                (Some(import), Some(submission)) => {
                    Some(import.add_and_submit(key.clone(), ready.rows, (totals, found), &source, submission)?)
                }
            };
            lines += ready.lines;
            imported.push(ImportedRoll { key, draft, totals, found, findings });
            progress(lines);
            Ok(())
        };
        if asked.dry_run {
            for ready in receive.into_iter().flatten() {
                each(None, ready, imported)?;
            }
            return finish();
        }
        self.store.import::<DeskError>(self.pen()?, |import| {
            for ready in receive.into_iter().flatten() {
                if cancel.load(Ordering::Relaxed) {
                    break;
                }
                each(Some(import), ready, imported)?;
            }
            report = Some(finish()?);
            Ok(())
        })?;
        report.ok_or(DeskError::Stopped)
    }
}

/// The reading thread's side of the channel.
struct Outbox {
    send: SyncSender<Vec<Ready>>,
    chunk: Vec<Ready>,
    trouble: Option<DeskError>,
}

impl Outbox {
    fn put(&mut self, ready: Ready) {
        self.chunk.push(ready);
        if self.chunk.len() >= CHUNK {
            self.flush();
        }
    }

    /// A closed channel means that the store's side has failed and says why itself.
    fn flush(&mut self) {
        let chunk = std::mem::take(&mut self.chunk);
        if !chunk.is_empty() && self.send.send(chunk).is_err() {
            self.trouble = Some(StoreError::Stopped.into());
        }
    }
}
