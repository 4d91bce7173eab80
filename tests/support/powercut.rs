//! One machine in memory whose power can be cut at any operation.
//!
//! Until a file is synced, what was written to it since the last sync may be on the disk, missing,
//! torn at sectors of 512 bytes, or there in another order than written; the same for lengths.
//! Until the folder is synced, created, renamed and removed names may be the new ones or the old
//! ones. Both the vault's [`Disk`] and a store's file stand on the same machine, so one cut hits
//! them together.
use super::chance::Chance;
use cunbang::vault::Disk;
use cunbang::vault::backend::StorageBackend;
use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard};

const SECTOR: usize = 512;

/// A handle on one folder of the machine; clones are the same machine.
#[derive(Debug, Clone, Default)]
pub struct Machine {
    state: Arc<Mutex<State>>,
    /// What stands before the names of this folder.
    folder: String,
}

#[derive(Debug, Clone, Default)]
struct State {
    files: Vec<Content>,
    /// Names as programs see them; the number is a place in `files`.
    names: BTreeMap<String, usize>,
    durable_names: BTreeMap<String, usize>,
    pending_names: Vec<NameChange>,
    operations: u64,
    dies_at: Option<u64>,
    ignores_syncs: bool,
}

#[derive(Debug, Clone, Default)]
struct Content {
    live: Vec<u8>,
    durable: Vec<u8>,
    pending: Vec<Change>,
}

#[derive(Debug, Clone)]
enum Change {
    Write(usize, Vec<u8>),
    Resize(usize),
}

#[derive(Debug, Clone)]
enum NameChange {
    Link(String, usize),
    Unlink(String),
    Rename(String, String, usize),
}

/// In which way the unsynced changes reached the disk.
#[derive(Debug, Clone, Copy)]
enum Fate {
    /// In the order written, up to some change, which is torn.
    InOrder,
    /// Each sector by chance, so many of 100.
    Scattered(u64),
    /// Only a file's first sector: the header without what it points to.
    HeadersOnly,
}

impl Machine {
    /// The power goes at the `operation`-th write, sync, resize, rename or removal from now.
    pub fn die_at(&self, operation: u64) {
        let mut state = self.state();
        state.dies_at = Some(state.operations + operation);
    }

    /// From now on syncs say yes and do nothing, as cheap disks do.
    pub fn ignore_syncs(&self) {
        self.state().ignores_syncs = true;
    }

    /// Operations so far.
    pub fn operations(&self) -> u64 {
        self.state().operations
    }

    /// Has the power gone?
    pub fn is_dead(&self) -> bool {
        self.state().is_dead()
    }

    /// The machine as it comes up again after the power went just now.
    pub fn after_cut(&self, chance: &mut Chance) -> Self {
        let state = self.state();
        let fate = match chance.below(4) {
            0 => Fate::InOrder,
            1 => Fate::HeadersOnly,
            _ => Fate::Scattered(chance.below(101)),
        };
        let files = state.files.iter().map(|file| Content::of(file.image(fate, chance))).collect();
        let names = state.names_after(fate, chance);
        Self::running(State { files, durable_names: names.clone(), names, ..State::default() })
    }

    /// A second machine with the same disk.
    pub fn copy(&self) -> Self {
        Self::running(self.state().clone())
    }

    /// The bytes of a file as programs see them.
    pub fn bytes(&self, name: &str) -> Vec<u8> {
        let state = self.state();
        state
            .names
            .get(&self.path(name))
            .map(|&file| state.files[file].live.clone())
            .unwrap_or_default()
    }

    /// Changes one byte of a file behind every program's back.
    pub fn flip(&self, name: &str, at: usize, mask: u8) {
        let mut state = self.state();
        let file = state.names[&self.path(name)];
        state.files[file].live[at] ^= mask;
        state.files[file].durable[at] ^= mask;
    }

    /// Another folder of the same machine.
    pub fn folder(&self, name: &str) -> Self {
        Self { state: self.state.clone(), folder: format!("{}{name}/", self.folder) }
    }

    fn running(state: State) -> Self {
        Self { state: Arc::new(Mutex::new(state)), folder: String::new() }
    }

    fn path(&self, name: &str) -> String {
        format!("{}{name}", self.folder)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

fn power_is_gone() -> io::Error {
    io::Error::other("the power is gone")
}

impl State {
    fn is_dead(&self) -> bool {
        self.dies_at.is_some_and(|end| self.operations >= end)
    }

    fn alive(&self) -> io::Result<()> {
        if self.is_dead() { Err(power_is_gone()) } else { Ok(()) }
    }

    /// Counts an operation; an error if the power goes during it.
    fn tick(&mut self) -> io::Result<()> {
        self.alive()?;
        self.operations += 1;
        self.alive()
    }

    fn file(&mut self, name: &str) -> io::Result<usize> {
        if let Some(&file) = self.names.get(name) {
            return Ok(file);
        }
        let file = self.files.len();
        self.files.push(Content::default());
        self.pending_names.push(NameChange::Link(name.to_owned(), file));
        self.tick()?;
        self.names.insert(name.to_owned(), file);
        Ok(file)
    }

    fn change(&mut self, file: usize, change: Change) -> io::Result<()> {
        self.alive()?;
        // The change under way when the power goes may still reach the disk, whole or torn.
        self.files[file].pending.push(change);
        self.tick()?;
        let content = &mut self.files[file];
        if let Some(change) = content.pending.last() {
            change.apply(&mut content.live);
        }
        Ok(())
    }

    fn sync(&mut self, file: usize) -> io::Result<()> {
        self.tick()?;
        if !self.ignores_syncs {
            let content = &mut self.files[file];
            for change in content.pending.drain(..) {
                change.apply(&mut content.durable);
            }
        }
        Ok(())
    }

    fn names_after(&self, fate: Fate, chance: &mut Chance) -> BTreeMap<String, usize> {
        let mut names = self.durable_names.clone();
        let kept = match fate {
            Fate::InOrder => chance.place(self.pending_names.len() + 1),
            Fate::Scattered(_) | Fate::HeadersOnly => self.pending_names.len(),
        };
        for change in self.pending_names.iter().take(kept) {
            if matches!(fate, Fate::InOrder) || chance.happens(50) {
                change.apply(&mut names);
            }
        }
        names
    }
}

impl NameChange {
    fn apply(&self, names: &mut BTreeMap<String, usize>) {
        match self {
            Self::Link(name, file) => {
                names.insert(name.clone(), *file);
            }
            Self::Unlink(name) => {
                names.remove(name);
            }
            Self::Rename(from, to, file) => {
                names.remove(from);
                names.insert(to.clone(), *file);
            }
        }
    }
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Resize(len) => bytes.resize(*len, 0),
            Self::Write(at, data) => put(bytes, *at, data),
        }
    }
}

/// Writes as far as the file reaches: a lost resize loses what stood behind it.
fn put(bytes: &mut [u8], at: usize, data: &[u8]) {
    if let Some(room) = bytes.get_mut(at..) {
        let len = room.len().min(data.len());
        room[..len].copy_from_slice(&data[..len]);
    }
}

impl Content {
    fn of(bytes: Vec<u8>) -> Self {
        Self { live: bytes.clone(), durable: bytes, pending: Vec::new() }
    }

    fn image(&self, fate: Fate, chance: &mut Chance) -> Vec<u8> {
        let mut image = self.durable.clone();
        let last = chance.place(self.pending.len() + 1);
        for (number, pending) in self.pending.iter().enumerate() {
            match (fate, pending) {
                (Fate::InOrder, whole) if number < last => whole.apply(&mut image),
                (Fate::InOrder, Change::Write(at, data)) if number == last => {
                    put(&mut image, *at, &data[..chance.place(data.len() / SECTOR + 1) * SECTOR]);
                }
                (Fate::InOrder, _) => break,
                (Fate::HeadersOnly, Change::Write(at, data)) if *at < SECTOR => {
                    put(&mut image, *at, data);
                }
                (Fate::HeadersOnly, Change::Write(..)) => {}
                (Fate::Scattered(percent), Change::Write(at, data)) => {
                    for (sector, part) in
                        data.chunks(SECTOR).enumerate().filter(|_| chance.happens(percent))
                    {
                        put(&mut image, at + sector * SECTOR, part);
                    }
                }
                (Fate::HeadersOnly | Fate::Scattered(_), Change::Resize(len)) => {
                    if chance.happens(75) {
                        image.resize(*len, 0);
                    }
                }
            }
        }
        image
    }
}

impl Disk for Machine {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        let state = self.state();
        state.alive()?;
        Ok(state.names.get(&self.path(name)).map(|&file| state.files[file].live.clone()))
    }

    fn write_synced(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.state();
        let file = state.file(&self.path(name))?;
        state.change(file, Change::Resize(0))?;
        state.change(file, Change::Resize(bytes.len()))?;
        state.change(file, Change::Write(0, bytes.to_vec()))?;
        state.sync(file)
    }

    fn open(&self, name: &str) -> io::Result<Box<dyn StorageBackend>> {
        let file = self.state().file(&self.path(name))?;
        Ok(Box::new(OpenFile { machine: self.clone(), file }))
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        let from = self.path(from);
        let to = self.path(to);
        let mut state = self.state();
        let file = *state.names.get(&from).ok_or(io::ErrorKind::NotFound)?;
        let change = NameChange::Rename(from, to, file);
        state.pending_names.push(change.clone());
        state.tick()?;
        change.apply(&mut state.names);
        Ok(())
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        let name = self.path(name);
        let mut state = self.state();
        if state.names.contains_key(&name) {
            state.pending_names.push(NameChange::Unlink(name.clone()));
            state.tick()?;
            state.names.remove(&name);
        }
        Ok(())
    }

    fn exists(&self, name: &str) -> io::Result<bool> {
        let state = self.state();
        state.alive()?;
        Ok(state.names.contains_key(&self.path(name)))
    }

    fn sync_folder(&self) -> io::Result<()> {
        let mut state = self.state();
        state.tick()?;
        if !state.ignores_syncs {
            state.durable_names = state.names.clone();
            state.pending_names.clear();
        }
        Ok(())
    }
}

/// A file of the machine, open for a store.
#[derive(Debug)]
struct OpenFile {
    machine: Machine,
    file: usize,
}

impl StorageBackend for OpenFile {
    fn len(&self) -> io::Result<u64> {
        Ok(self.machine.state().files[self.file].live.len() as u64)
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        let state = self.machine.state();
        state.alive()?;
        let at = usize::try_from(offset).unwrap();
        let found = state.files[self.file]
            .live
            .get(at..at + out.len())
            .ok_or(io::ErrorKind::UnexpectedEof)?;
        out.copy_from_slice(found);
        Ok(())
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        self.machine.state().change(self.file, Change::Resize(usize::try_from(len).unwrap()))
    }

    fn sync_data(&self) -> io::Result<()> {
        self.machine.state().sync(self.file)
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        let at = usize::try_from(offset).unwrap();
        let mut state = self.machine.state();
        if at + data.len() > state.files[self.file].live.len() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        state.change(self.file, Change::Write(at, data.to_vec()))
    }
}
