//! Power cuts and flipped bytes under the whole store in its folder: founding, acts, drafts, keys
//! and the rotation of backups.

use crate::support::chance::Chance;
use crate::support::office::{Office, Trouble, everything, folder};
use crate::support::powercut::Machine;
use crate::support::saw::{Tally, Verdict, Work, saw};
use cunbang::domain::journal::{EntryId, Subject};
use cunbang::store::{Store, StoreError};
use cunbang::vault::FolderState;
use cunbang::vault::folder::LEDGER;
use std::collections::BTreeMap;

const SEED: u64 = 20_261_122;

/// What the program told a person to be done.
#[derive(Default)]
struct Told {
    founded: bool,
    /// Heads of each batch after its last act.
    acts: BTreeMap<Subject, Vec<EntryId>>,
    /// Edits of each draft.
    edits: BTreeMap<u32, u32>,
    keys_saved: u64,
    /// Entries in the last backup.
    backed_up: Option<u64>,
}

struct Under {
    office: Office,
    told: Told,
    /// What was acknowledged over all cuts: foundings, acts, edits, savings of the keys, backups.
    counts: [u32; 5],
}

impl Under {
    fn new() -> Self {
        Self { office: Office::new(SEED), told: Told::default(), counts: [0; 5] }
    }

    fn work_until_dead(&mut self, machine: &Machine, chance: &mut Chance) -> Result<(), Trouble> {
        let folder = folder(machine);
        if folder.state()? == FolderState::Empty {
            self.office.found(machine, chance)?;
            self.told.founded = true;
            self.counts[0] += 1;
        }
        let mut keyring = folder.keyring()?;
        let store = self.office.open(machine)?;
        folder.tidy()?;
        // A fifth of the days begin with a backup.
        let mut choice = if chance.happens(20) { 11 } else { 0 };
        loop {
            match choice {
                0..4 => self.submit_one(&store, chance)?,
                4..7 => {
                    let reviewed = self.office.review(&store, chance)?;
                    self.counts[1] += u32::from(reviewed.is_some());
                    self.told
                        .acts
                        .extend(reviewed.map(|(subject, dossier)| (subject, dossier.heads)));
                }
                7..10 => self.type_one(&store, chance)?,
                10 => {
                    keyring = folder.save(&keyring)?;
                    self.told.keys_saved = keyring.change();
                    self.counts[3] += 1;
                }
                _ => {
                    self.told.backed_up =
                        Some(self.office.back_up(&store, &keyring, &machine.folder("stick"))?);
                    self.counts[4] += 1;
                }
            }
            choice = chance.below(12);
        }
    }

    /// Hands in the oldest open draft, or a new one.
    fn submit_one(&mut self, store: &Store, chance: &mut Chance) -> Result<(), Trouble> {
        let open = store.read()?.drafts()?.into_iter().find(|draft| draft.subject.is_none());
        let draft = open.map_or_else(|| self.office.take_roll(store, chance), Ok)?;
        let (subject, dossier) = self.office.submit(store, &draft, chance)?;
        self.told.acts.insert(subject, dossier.heads);
        self.told.edits.remove(&draft.number);
        self.counts[1] += 1;
        Ok(())
    }

    fn type_one(&mut self, store: &Store, chance: &mut Chance) -> Result<(), Trouble> {
        let open = store.read()?.drafts()?.into_iter().find(|draft| draft.subject.is_none());
        let draft = open.map_or_else(|| self.office.take_roll(store, chance), Ok)?;
        let draft = self.office.type_cell(store, &draft, chance)?;
        self.told.edits.insert(draft.number, draft.edits);
        self.counts[2] += 1;
        Ok(())
    }

    fn inspect_all(&self, machine: &Machine) -> Result<Verdict, Trouble> {
        let folder = folder(machine);
        if folder.state()? == FolderState::Empty {
            return Ok(if self.told.founded {
                Verdict::Lost("the whole store".into())
            } else {
                Verdict::Whole
            });
        }
        if folder.keyring()?.change() < self.told.keys_saved {
            return Ok(Verdict::Lost("keys".into()));
        }
        let store = self.office.open(machine)?;
        Ok(match self.missing(&store)?.or(self.missing_in_backup(machine)?) {
            Some(what) => Verdict::Lost(what),
            None => Verdict::Whole,
        })
    }

    fn missing(&self, store: &Store) -> Result<Option<String>, Trouble> {
        let reading = store.read()?;
        let faults = reading.verify()?.faults;
        if !faults.is_empty() {
            return Ok(Some(format!("{faults:?}")));
        }
        for (subject, heads) in &self.told.acts {
            let here: Vec<EntryId> =
                reading.entries_of(subject)?.iter().map(cunbang::store::Entry::id).collect();
            if !heads.iter().all(|head| here.contains(head)) {
                return Ok(Some(format!("an act on {subject}")));
            }
        }
        for (&number, &edits) in &self.told.edits {
            let draft = reading.draft(number)?;
            // A submission under way when the power went may have settled the edits.
            if draft.subject.is_none() && draft.edits < edits {
                return Ok(Some(format!("an edit of draft {number}")));
            }
        }
        if !self.counts[1].is_multiple_of(4) {
            return Ok(None);
        }
        let folded = store.view_bytes()?;
        store.rebuild()?;
        Ok((folded != store.view_bytes()?).then(|| "a view differs from its entries".to_owned()))
    }

    fn missing_in_backup(&self, machine: &Machine) -> Result<Option<String>, Trouble> {
        let Some(entries) = self.told.backed_up else { return Ok(None) };
        let stick = machine.folder("stick");
        folder(&stick).keyring()?;
        let verified = self.office.open(&stick)?.read()?.verify()?;
        let whole = verified.faults.is_empty() && verified.entries >= entries;
        Ok((!whole).then(|| "the backup".to_owned()))
    }
}

impl Work for Under {
    fn begin(&mut self) {
        self.told = Told::default();
    }

    fn work(&mut self, machine: &Machine, chance: &mut Chance) {
        // Ends with an error only: the power's, else the saw says that the machine still lives.
        let _ = self.work_until_dead(machine, chance);
    }

    fn inspect(&mut self, machine: &Machine) -> Verdict {
        self.inspect_all(machine).unwrap_or_else(|error| Verdict::Unopenable(error.to_string()))
    }
}

#[test]
fn two_thousand_power_cuts_lose_no_act_no_key_and_no_backup() {
    let mut under = Under::new();
    let tally = saw(&mut under, SEED, 2000, true);
    println!("seed {SEED}: {tally:?}; founded, acts, edits, keys, backups: {:?}", under.counts);
    assert_eq!(tally, Tally { cuts: 2000, ..Tally::default() });
    assert!(under.counts.iter().all(|&count| count > 50), "the saw hardly let anything happen");
}

#[test]
fn a_disk_that_ignores_syncs_is_seen_to_lose() {
    let tally = saw(&mut Under::new(), SEED, 60, false);
    println!("seed {SEED}: {tally:?}");
    assert!(tally.lost + tally.unopenable > 0, "the saw is blunt");
}

/// A store with some weeks of work in it, closed.
fn closed_store(office: &Office) -> Machine {
    let machine = Machine::default();
    let mut chance = Chance(SEED);
    office.found(&machine, &mut chance).unwrap();
    let store = office.open(&machine).unwrap();
    for _ in 0..12 {
        let draft = office.take_roll(&store, &mut chance).unwrap();
        office.type_cell(&store, &draft, &mut chance).unwrap();
        if chance.happens(70) {
            let draft = store.read().unwrap().draft(draft.number).unwrap();
            office.submit(&store, &draft, &mut chance).unwrap();
            office.review(&store, &mut chance).unwrap();
        }
    }
    store.close().unwrap();
    machine
}

/// Opens, checks and reads everything, as `store check` does.
fn checked(office: &Office, machine: &Machine) -> Result<String, Trouble> {
    let mut store = office.open(machine)?;
    store.check_pages()?;
    if !store.read()?.verify()?.faults.is_empty() {
        return Err(StoreError::Damaged("journal").into());
    }
    Ok(everything(&store)?)
}

#[test]
fn two_thousand_flipped_bytes_are_each_noticed_or_harmless() {
    let office = Office::new(SEED);
    let machine = closed_store(&office);
    let before = checked(&office, &machine.copy()).unwrap();
    let size = machine.bytes(LEDGER).len();
    let mut chance = Chance(SEED);
    let mut noticed = 0;
    let mut harmless = 0;
    for _ in 0..2000 {
        let hurt = machine.copy();
        let at = chance.place(size);
        let mask = 1 << chance.below(8);
        hurt.flip(LEDGER, at, mask);
        match checked(&office, &hurt) {
            Err(_) => noticed += 1,
            Ok(after) => {
                assert!(after == before, "byte {at} ^ {mask} changed what is shown");
                harmless += 1;
            }
        }
    }
    println!("seed {SEED}: {noticed} noticed, {harmless} harmless of a file of {size} bytes");
    assert!(noticed > 0);
}
