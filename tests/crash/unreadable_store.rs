//! A disk that fails while somebody works: what cannot be read is trouble (exit status 3), never
//! "nothing there". No read may fail without the act failing with it, and nothing is written then.
//!
//! After the last sync of its commit redb clears up pages and may meet the disk once more; what it
//! says then is trouble, too, and the act stands whole, as after a power cut at that moment.

use crate::support::acts::{Acts, all_seen};
use crate::support::office::everything;
use crate::support::powercut::Machine;
use crate::support::township::{Township, clock, password};
use cunbang::domain::reference::builtin;
use cunbang::domain::reference::programme::NoticeTime;
use cunbang::domain::roll::finding::Check;
use cunbang::domain::roll::{Edit, Field};
use cunbang::domain::values::period::Period;
use cunbang::office::{ActName, Values};
use cunbang::runtime::session::{Batch, BatchName, Class, Failure, ImportAsked, Session};
use cunbang::store::{Store, StoreError};
use cunbang::vault::backend::StorageBackend;
use cunbang::vault::folder::{KEYS, KEYS_COPY, LEDGER};
use cunbang::vault::{DataKey, Disk, TerminalFolder};
use redb::ReadableTable;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

const ROLL: &str = "tests/data/rolls/段村-耕地地力保护补贴-2026.csv";
const CLERK: &str = "填报员乙";
const REVIEWER: &str = "审核员丙";
const TREASURER: &str = "财政丁";
const DAY: &str = "2026-07-01";
/// Of the roll, for each line is asked about.
const LINES: usize = 4;
/// So little that most questions go to the disk.
const CACHE: usize = 0;
const NONE: u64 = u64::MAX;
/// The roll that is worked on.
const WORKED_ON: BatchName = BatchName::Draft(1);

/// A machine whose store file fails at one read.
#[derive(Debug, Clone, Default)]
struct Failing {
    machine: Machine,
    reads: Arc<AtomicU64>,
    /// Which read fails, counted from 1; 0 = none.
    fails_at: Arc<AtomicU64>,
    /// How many reads there were at the last sync; [`NONE`] = nothing was synced.
    synced_after: Arc<AtomicU64>,
}

impl Failing {
    /// From now on reads are counted anew, and this one fails.
    fn fail_at(&self, read: u64) {
        self.reads.store(0, Ordering::SeqCst);
        self.fails_at.store(read, Ordering::SeqCst);
        self.synced_after.store(NONE, Ordering::SeqCst);
    }

    fn folder(&self) -> TerminalFolder {
        TerminalFolder::new(Arc::new(self.clone()))
    }
}

impl Disk for Failing {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        self.machine.read(name)
    }
    fn write_synced(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.machine.write_synced(name, bytes)
    }
    fn open(&self, name: &str) -> io::Result<Box<dyn StorageBackend>> {
        Ok(Box::new(FailingFile { inner: self.machine.open(name)?, disk: self.clone() }))
    }
    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        self.machine.rename(from, to)
    }
    fn remove(&self, name: &str) -> io::Result<()> {
        self.machine.remove(name)
    }
    fn exists(&self, name: &str) -> io::Result<bool> {
        self.machine.exists(name)
    }
    fn sync_folder(&self) -> io::Result<()> {
        self.machine.sync_folder()
    }
}

#[derive(Debug)]
struct FailingFile {
    inner: Box<dyn StorageBackend>,
    disk: Failing,
}

impl StorageBackend for FailingFile {
    fn len(&self) -> io::Result<u64> {
        self.inner.len()
    }
    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        let number = self.disk.reads.fetch_add(1, Ordering::SeqCst) + 1;
        if number == self.disk.fails_at.load(Ordering::SeqCst) {
            return Err(io::Error::other("the disk does not answer"));
        }
        self.inner.read(offset, out)
    }
    fn set_len(&self, len: u64) -> io::Result<()> {
        self.inner.set_len(len)
    }
    fn sync_data(&self) -> io::Result<()> {
        self.disk.synced_after.store(self.disk.reads.load(Ordering::SeqCst), Ordering::SeqCst);
        self.inner.sync_data()
    }
    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        self.inner.write(offset, data)
    }
}

/// A closed store in memory.
struct Stored {
    machine: Machine,
    data_key: DataKey,
}

impl Stored {
    /// What stands in the folder now.
    fn of(place: &Path) -> Self {
        let machine = Machine::default();
        for name in [LEDGER, KEYS, KEYS_COPY] {
            machine.write_synced(name, &std::fs::read(place.join(name)).unwrap()).unwrap();
        }
        let folder = TerminalFolder::new(Arc::new(machine.copy()));
        let unlocked = folder.unlock(&folder.keyring().unwrap(), CLERK, &password(), 60).unwrap();
        Self { machine, data_key: unlocked.data_key }
    }

    /// A copy on a disk that can fail, and a session there.
    fn session(&self, user: &str) -> (Failing, Session) {
        let disk = Failing { machine: self.machine.copy(), ..Failing::default() };
        let place = Path::new("in memory");
        let session =
            Session::open_in(disk.folder(), place, (user, &password()), 60, clock(DAY), CACHE)
                .unwrap();
        (disk, session)
    }

    fn store(&self, machine: &Machine) -> Store {
        let folder = TerminalFolder::new(Arc::new(machine.clone()));
        Store::open_existing(folder.ledger(&self.data_key).unwrap()).unwrap()
    }

    /// The same store with a wrong byte in every row of a table.
    fn damaged(self, table: &str) -> Self {
        let machine = self.machine.copy();
        let ledger = TerminalFolder::new(Arc::new(machine.clone())).ledger(&self.data_key).unwrap();
        let db = redb::Database::builder().create_with_backend(ledger).unwrap();
        let txn = db.begin_write().unwrap();
        {
            let name: redb::TableDefinition<'_, &[u8], &[u8]> = redb::TableDefinition::new(table);
            let mut table = txn.open_table(name).unwrap();
            let rows: Vec<(Vec<u8>, Vec<u8>)> = table
                .iter()
                .unwrap()
                .map(|row| {
                    row.map(|(key, row)| (key.value().to_vec(), row.value().to_vec())).unwrap()
                })
                .collect();
            assert!(!rows.is_empty());
            for (key, mut row) in rows {
                *row.last_mut().unwrap() ^= 1;
                table.insert(key.as_slice(), row.as_slice()).unwrap();
            }
        }
        txn.commit().unwrap();
        drop(db);
        Self { machine, data_key: self.data_key }
    }

    /// Fails at each read of the act in turn; gives their number.
    #[track_caller]
    fn sweep(
        &self,
        name: &str,
        user: &str,
        act: impl Fn(&mut Session, &Batch) -> Result<(), Failure>,
    ) -> u64 {
        let named = |session: &mut Session| {
            let batch = session.batch(&WORKED_ON)?;
            act(session, &batch)
        };
        let (disk, mut session) = self.session(user);
        disk.fail_at(0);
        named(&mut session).unwrap();
        let reads = disk.reads.load(Ordering::SeqCst);
        let committed = disk.synced_after.load(Ordering::SeqCst);
        drop(session);
        let before = everything(&self.store(&self.machine.copy())).unwrap();
        let entries = self.entries(&self.machine.copy());
        for read in 1..=reads {
            let (disk, mut session) = self.session(user);
            disk.fail_at(read);
            let outcome = named(&mut session);
            assert!(disk.reads.load(Ordering::SeqCst) >= read, "{name}: read {read} never came");
            let class = outcome.as_ref().map_err(Failure::class);
            assert_eq!(class, Err(Class::Trouble), "{name}, read {read}: {outcome:?}");
            drop(session);
            if read <= committed {
                let after = everything(&self.store(&disk.machine)).unwrap();
                assert!(after == before, "{name}, read {read}: something was written");
            } else {
                assert_eq!(self.entries(&disk.machine), entries + 1, "{name}, read {read}");
            }
        }
        let late = reads.saturating_sub(committed);
        println!("{name}: each of {reads} reads failed in turn, {late} of them after the commit");
        reads
    }

    /// How many entries stand in the journal, which is whole.
    fn entries(&self, machine: &Machine) -> u64 {
        let verified = self.store(machine).read().unwrap().verify().unwrap();
        assert_eq!(verified.faults, []);
        verified.entries
    }
}

/// A few lines of a village's roll, as a file that is gone with the folder.
fn roll() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let whole = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(ROLL)).unwrap();
    let few: Vec<&[u8]> = whole.split_inclusive(|byte| *byte == b'\n').take(1 + LINES).collect();
    let path = folder.path().join(Path::new(ROLL).file_name().unwrap());
    std::fs::write(&path, few.concat()).unwrap();
    (folder, path)
}

fn import(session: &mut Session) -> Batch {
    let (_folder, path) = roll();
    let never = AtomicBool::new(false);
    session.import(&path, &ImportAsked::default(), &never, &mut |_| {}).unwrap();
    session.batch(&WORKED_ON).unwrap()
}

/// An office with notices at this time, with last year's batch approved, and this year's roll with a finding
/// that is explained.
fn office(when: NoticeTime) -> Township {
    let mut reference = builtin::daixian().unwrap();
    for programme in &mut reference.programmes {
        programme.notice.when = when;
    }
    let township = Township::with(&reference);
    let mut clerk = township.session(CLERK, DAY);
    let roll = import(&mut clerk);
    let last = clerk.new_from(&roll, Period::year_of(2025).unwrap()).unwrap();
    let is_noticed = when == NoticeTime::BeforeSubmission;
    let last = if is_noticed { clerk.publish(&last, None).unwrap().0 } else { last };
    let last = clerk.submit(&[last]).unwrap().remove(0);
    let married = Edit::Set { line: 1, field: Field::Name, value: "张改名".into() };
    let (roll, _) = clerk.edit(&roll, &married).unwrap();
    let reason = Edit::Explain { check: Check::A10, lines: vec![1], reason: "改名".into() };
    clerk.edit(&roll, &reason).unwrap();
    clerk.close().unwrap();
    let mut reviewer = township.session(REVIEWER, DAY);
    reviewer.approve(&last).unwrap();
    reviewer.close().unwrap();
    township
}

fn dry_run(session: &mut Session) -> Result<(), Failure> {
    let (_folder, path) = roll();
    let asked = ImportAsked { dry_run: true, ..ImportAsked::default() };
    session.import(&path, &asked, &AtomicBool::new(false), &mut |_| {}).map(drop)
}

/// The act alone: nothing is read back behind it.
fn on_its_own(session: &mut Session, act: ActName, batch: &Batch) -> Result<(), Failure> {
    let target = all_seen(std::slice::from_ref(batch));
    session.ask(act, target, &Values::default()).map(drop)
}

#[test]
fn no_read_fails_without_the_act_failing() {
    let township = office(NoticeTime::None);
    let stored = Stored::of(&township.place);
    let mut reads = vec![
        stored.sweep("dry run", CLERK, |session, _| dry_run(session)),
        stored.sweep("check", CLERK, |session, batch| session.check(batch).map(drop)),
        stored.sweep("submit", CLERK, |session, batch| on_its_own(session, ActName::Submit, batch)),
    ];
    let mut clerk = township.session(CLERK, DAY);
    let batch = clerk.batch(&WORKED_ON).unwrap();
    clerk.submit(&[batch]).unwrap();
    clerk.close().unwrap();
    let stored = Stored::of(&township.place);
    reads.push(
        stored.sweep("approve", REVIEWER, |session, batch| {
            on_its_own(session, ActName::Approve, batch)
        }),
    );
    let mut reviewer = township.session(REVIEWER, DAY);
    let batch = reviewer.batch(&WORKED_ON).unwrap();
    reviewer.approve(&batch).unwrap();
    reviewer.close().unwrap();
    let stored = Stored::of(&township.place);
    reads
        .push(stored.sweep("pay", TREASURER, |session, batch| {
            on_its_own(session, ActName::PayList, batch)
        }));
    assert!(reads.iter().all(|&reads| reads > 10), "hardly anything is read: {reads:?}");
}

#[test]
fn what_other_batches_pay_is_damaged_and_no_roll_passes() {
    // where nothing is noticed rolls are handed in at once; elsewhere they are published first
    for (when, act) in
        [(NoticeTime::None, ActName::Submit), (NoticeTime::BeforeSubmission, ActName::Publish)]
    {
        let township = office(when);
        let stored = Stored::of(&township.place).damaged("postings/1");
        let entries = stored.entries(&stored.machine.copy());
        let (disk, mut session) = stored.session(CLERK);
        let batch = session.batch(&WORKED_ON).unwrap();
        let outcomes = [
            dry_run(&mut session),
            session.check(&batch).map(drop),
            on_its_own(&mut session, act, &batch),
        ];
        for outcome in outcomes {
            let is_told = matches!(&outcome, Err(Failure::Store(StoreError::Damaged("row"))));
            assert!(is_told, "{act:?}: {outcome:?}");
            assert_eq!(outcome.unwrap_err().class(), Class::Trouble);
        }
        drop(session);
        assert_eq!(stored.entries(&disk.machine), entries);
    }
}

#[test]
fn a_reference_file_that_cannot_be_read_is_not_one_that_is_left_out() {
    let township = Township::new();
    let session = township.session("管理员甲", DAY);
    let folder = tempfile::tempdir().unwrap();
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/reference/daixian");
    for file in std::fs::read_dir(data).unwrap().map(Result::unwrap) {
        std::fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    let exclusive = folder.path().join("exclusive.json");
    std::fs::remove_file(&exclusive).unwrap();
    assert!(session.read_reference(folder.path()).is_ok());
    std::fs::create_dir(&exclusive).unwrap();
    let error = session.read_reference(folder.path()).unwrap_err();
    assert!(matches!(error, Failure::File(_)) && error.class() == Class::Trouble, "{error:?}");
}
