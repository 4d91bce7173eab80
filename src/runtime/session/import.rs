//! Taking in roll files: one transaction a file, everything or nothing. Reading, checking and
//! packing run on a thread of their own while the store's thread writes.
use super::check::Checked;
use super::error::Failure;
use super::imported::{ImportAsked, Imported, ImportedRoll, Progress};
use super::open::Session;
use super::profiles::columns_for;
use super::sibling_rolls::SiblingRolls;
use crate::domain::people::user::Role;
use crate::domain::roll::FindingTotals;
use crate::domain::roll::{Line, RollKey, Totals};
use crate::intake::{Asked, Report, RollChunk, take};
use crate::runtime::entropy::salt;
use crate::runtime::files;
use crate::store::{Import, PackedRows, Reading, RowsPacker};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// On its way to the store.
enum Parcel {
    /// A roll, checked and packed.
    Roll { key: RollKey, rows: PackedRows, totals: Totals, found: FindingTotals },
    /// More lines of a roll that was sent before: the file is not sorted by roll.
    More { key: RollKey, lines: Vec<Line> },
}

/// What the reading thread works with.
struct Workplace<'a> {
    reading: &'a Reading,
    siblings: SiblingRolls,
    packer: RowsPacker,
}

/// Rolls in flight between the threads: one message a batch gains nothing, so they go in chunks.
const CHUNK: usize = 64;

impl Session {
    /// Takes in one file.
    ///
    /// # Errors
    /// All faults of the file ([`Failure::Intake`]), a roll that is here already, or a stop by
    /// `cancel`.
    pub fn import(
        &mut self,
        path: &Path,
        asked: &ImportAsked,
        cancel: &AtomicBool,
        progress: Progress<'_>,
    ) -> Result<Imported, Failure> {
        self.needs(Role::Clerk)?;
        let imported = if asked.dry_run {
            self.look_at(path, asked, cancel)?
        } else {
            self.take_in(path, asked, cancel, progress)?
        };
        self.keep_columns(asked, &imported)?;
        self.forget_people();
        Ok(imported)
    }

    /// A dry run: everything is gathered, checked and shown; faults of the file are in the report,
    /// not an error.
    fn look_at(
        &self,
        path: &Path,
        asked: &ImportAsked,
        cancel: &AtomicBool,
    ) -> Result<Imported, Failure> {
        let mut order: Vec<RollKey> = Vec::new();
        let mut gathered: FxHashMap<RollKey, Vec<Line>> = FxHashMap::default();
        let report = self.read(path, asked, cancel, &mut |taken| {
            if !gathered.contains_key(&taken.key) {
                order.push(taken.key.clone());
            }
            gathered.entry(taken.key).or_default().extend(taken.lines);
            true
        })?;
        let reading = self.store.read()?;
        let mut siblings = SiblingRolls::default();
        let mut rolls = Vec::with_capacity(order.len());
        for key in order {
            let lines = gathered.remove(&key).unwrap_or_default();
            let checked = self.checked_beside(&reading, &key, &lines, &siblings)?;
            siblings.learn(&key, &lines);
            let row_of =
                |no: &u32| lines.iter().find(|line| line.no == *no).map(|line| line.source_row);
            let findings = checked.findings.into_iter().map(|finding| {
                let rows = finding.lines.iter().filter_map(row_of).collect();
                (finding, rows)
            });
            rolls.push(ImportedRoll {
                key,
                draft: None,
                totals: checked.totals,
                found: checked.found,
                findings: findings.collect(),
            });
        }
        Ok(Imported { rolls, report })
    }

    fn take_in(
        &self,
        path: &Path,
        asked: &ImportAsked,
        cancel: &AtomicBool,
        progress: Progress<'_>,
    ) -> Result<Imported, Failure> {
        // Bounded: a slow disk must hold the reader back, or the file would pile up in memory.
        let (send, receive) = sync_channel::<Vec<Parcel>>(4);
        std::thread::scope(|scope| {
            // The reader is joined inside the transaction: a fault at the end of the file undoes
            // the whole import.
            let reader = scope.spawn(move || self.send_rolls(path, asked, cancel, send));
            let finish = || {
                let report = reader.join().map_err(|_panic| Failure::Stopped)??;
                match (cancel.load(Ordering::Relaxed), report.errors.is_empty()) {
                    (true, _) => Err(Failure::Stopped),
                    (false, true) => Ok(report),
                    (false, false) => Err(Failure::Intake(report.errors, report.more_errors)),
                }
            };
            self.write_rolls(path, receive, progress, finish)
        })
    }

    /// Reads the file and hands each roll to `each`, until it says false or the user stops.
    fn read(
        &self,
        path: &Path,
        asked: &ImportAsked,
        cancel: &AtomicBool,
        each: &mut dyn FnMut(RollChunk) -> bool,
    ) -> Result<Report, Failure> {
        let mut file = std::io::BufReader::with_capacity(1 << 20, files::open(path)?);
        let programme = asked.programme.as_deref();
        let division = asked.division;
        let period = asked.period;
        let today = self.now().date();
        let reference = &self.reference;
        let dry_run = asked.dry_run;
        let body = columns_for(&self.store.read()?, asked)?;
        let columns = body.body.as_ref();
        let profiles = body.profiles.as_slice();
        let manner = asked.manner;
        let wanted = Asked {
            programme,
            division,
            period,
            columns,
            profiles,
            manner,
            dry_run,
            ..Asked::of(reference, today)
        };
        Ok(take(&mut file, &file_name(path), &wanted, &mut |mut taken| {
            taken.key.kind = asked.kind;
            let goes_on = !cancel.load(Ordering::Relaxed) && each(taken);
            if goes_on { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        }))
    }

    /// The reading thread.
    fn send_rolls(
        &self,
        path: &Path,
        asked: &ImportAsked,
        cancel: &AtomicBool,
        sender: SyncSender<Vec<Parcel>>,
    ) -> Result<Report, Failure> {
        let reading = self.store.read()?;
        let mut outbox = Outbox { send: sender, chunk: Vec::new() };
        let mut place = Workplace {
            reading: &reading,
            siblings: SiblingRolls::default(),
            packer: RowsPacker::new()?,
        };
        let mut sent: FxHashSet<RollKey> = FxHashSet::default();
        // a file sorted by people comes back to a roll at every other line: what comes late is
        // gathered
        let mut late: FxHashMap<RollKey, Vec<Line>> = FxHashMap::default();
        let mut open: Option<RollChunk> = None;
        let mut trouble = None;
        let mut hand_over = |taken: RollChunk| {
            if sent.contains(&taken.key) {
                place.siblings.learn(&taken.key, &taken.lines);
                late.entry(taken.key).or_default().extend(taken.lines);
                return true;
            }
            sent.insert(taken.key.clone());
            match self.parcel(&mut place, taken) {
                Ok(parcel) => outbox.put(parcel),
                Err(error) => {
                    trouble = Some(error);
                    false
                }
            }
        };
        // a long roll comes in pieces
        let report = self.read(path, asked, cancel, &mut |taken| match &mut open {
            Some(same) if same.key == taken.key => {
                same.lines.extend(taken.lines);
                true
            }
            _ => open.replace(taken).is_none_or(&mut hand_over),
        })?;
        open.map(hand_over);
        let mut late: Vec<_> = late.into_iter().collect();
        // By key, so that the same file always gives the same order.
        late.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        for (key, lines) in late {
            outbox.put(Parcel::More { key, lines });
        }
        outbox.flush();
        trouble.map_or(Ok(report), Err)
    }

    fn parcel(&self, place: &mut Workplace<'_>, taken: RollChunk) -> Result<Parcel, Failure> {
        let checked =
            self.checked_beside(place.reading, &taken.key, &taken.lines, &place.siblings)?;
        place.siblings.learn(&taken.key, &taken.lines);
        let rows = place.packer.pack(&taken.lines, salt()?)?;
        let totals = checked.totals;
        let found = checked.found;
        Ok(Parcel::Roll { key: taken.key, rows, totals, found })
    }

    fn checked_beside(
        &self,
        reading: &Reading,
        key: &RollKey,
        lines: &[Line],
        siblings: &SiblingRolls,
    ) -> Result<Checked, Failure> {
        let others = self.other_batches(reading, None, siblings, None)?;
        self.checked(key, lines, &[], &[self.user.body.person], &others)
    }

    /// The store's thread: writes what arrives, and commits only if the reader has found no fault.
    fn write_rolls(
        &self,
        path: &Path,
        receive: Receiver<Vec<Parcel>>,
        progress: Progress<'_>,
        finish: impl FnOnce() -> Result<Report, Failure>,
    ) -> Result<Imported, Failure> {
        let source = file_name(path);
        let mut rolls = Vec::new();
        let mut report = None;
        let mut lines = 0;
        self.store.import::<Failure>(self.now(), |import| {
            for parcel in receive.into_iter().flatten() {
                lines += self.write(import, parcel, &source, &mut rolls)?;
                progress(lines);
            }
            report = Some(finish()?);
            Ok(())
        })?;
        Ok(Imported { rolls, report: report.ok_or(Failure::Stopped)? })
    }

    fn write(
        &self,
        import: &mut Import<'_, '_>,
        parcel: Parcel,
        source: &str,
        rolls: &mut Vec<ImportedRoll>,
    ) -> Result<u64, Failure> {
        match parcel {
            Parcel::Roll { key, rows, totals, found } => {
                let by = self.user.body.person;
                let draft = import.add(key.clone(), &rows, (totals, found), by, source)?;
                rolls.push(ImportedRoll {
                    key,
                    draft: Some(draft),
                    totals,
                    found,
                    findings: Vec::new(),
                });
                Ok(u64::from(totals.lines))
            }
            Parcel::More { key, lines } => {
                let more = lines.len() as u64;
                let reading = self.store.read()?;
                let check = |lines: &[Line]| -> Result<(Totals, FindingTotals), Failure> {
                    let checked =
                        self.checked_beside(&reading, &key, lines, &SiblingRolls::default())?;
                    Ok((checked.totals, checked.found))
                };
                let (_, totals, found) = import.extend(&key, lines, salt()?, check)?;
                if let Some(roll) = rolls.iter_mut().find(|roll| roll.key == key) {
                    roll.totals = totals;
                    roll.found = found;
                }
                Ok(more)
            }
        }
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The reading thread's side of the channel.
struct Outbox {
    send: SyncSender<Vec<Parcel>>,
    chunk: Vec<Parcel>,
}

impl Outbox {
    /// False = the store's side has failed and says why itself.
    fn put(&mut self, parcel: Parcel) -> bool {
        self.chunk.push(parcel);
        self.chunk.len() < CHUNK || self.flush()
    }

    fn flush(&mut self) -> bool {
        let chunk = std::mem::take(&mut self.chunk);
        chunk.is_empty() || self.send.send(chunk).is_ok()
    }
}
