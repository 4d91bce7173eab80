//! Power cuts under the vault's own parts: the founding of a folder, the keys in two copies, and
//! redb on the encrypting backend.

use crate::support::chance::Chance;
use crate::support::powercut::Machine;
use crate::support::saw::{Tally, Verdict, Work, saw};
use cunbang::vault::folder::LEDGER;
use cunbang::vault::{
    Created, EncryptedBackend, FolderState, Founding, KdfCost, Keyring, NewUser, Password,
    TerminalFolder, VaultError,
};
use redb::{Database, ReadableDatabase, ReadableTable, TableDefinition};
use std::sync::Arc;

const SEED: u64 = 20_261_122;
const RECORDS: TableDefinition<u64, &[u8]> = TableDefinition::new("records");

/// A folder whose ledger counts upwards and whose keys are saved now and then.
struct Office {
    created: Created,
    founded: bool,
    records: u64,
    keys_saved: u64,
}

impl Office {
    fn new() -> Self {
        let password = Password::new("羊圈门口有三棵老枣树");
        let first = NewUser { name: "段建国", label: "管理员", password: &password };
        let founding = Founding { practice: true, office: "枣林镇", cost: KdfCost::FLOOR };
        let created = Keyring::create(&founding, &first, &mut Chance(SEED)).unwrap();
        Self { created, founded: false, records: 0, keys_saved: 0 }
    }

    fn folder(machine: &Machine) -> TerminalFolder {
        TerminalFolder::new(Arc::new(machine.clone()))
    }

    fn work_until_dead(
        &mut self,
        machine: &Machine,
        chance: &mut Chance,
    ) -> Result<(), Box<dyn std::error::Error>> {
        let folder = Self::folder(machine);
        let data_key = &self.created.unlocked.data_key;
        if folder.state()? == FolderState::Empty {
            folder.found(&self.created.keyring, data_key, |backend| {
                open(backend).map(drop).map_err(|_damaged| VaultError::KeysDamaged)
            })?;
            self.founded = true;
        }
        let mut keyring = folder.keyring()?;
        let store = open(folder.ledger(data_key)?)?;
        folder.tidy()?;
        let mut next = count(&store)?;
        loop {
            let mut write = store.begin_write()?;
            write.set_quick_repair(true);
            let many = 1 + chance.below(5);
            for number in next..next + many {
                write.open_table(RECORDS)?.insert(number, record(number).as_slice())?;
            }
            write.commit()?;
            next += many;
            self.records = next;
            if chance.happens(15) {
                keyring = folder.save(&keyring)?;
                self.keys_saved = keyring.change();
            }
        }
    }

    fn inspect_all(&self, machine: &Machine) -> Result<Verdict, Box<dyn std::error::Error>> {
        let folder = Self::folder(machine);
        if folder.state()? == FolderState::Empty {
            return Ok(if self.founded {
                Verdict::Lost("the whole store".to_owned())
            } else {
                Verdict::Whole
            });
        }
        let keyring = folder.keyring()?;
        if keyring.change() < self.keys_saved {
            return Ok(Verdict::Lost("keys".to_owned()));
        }
        let store = open(folder.ledger(&self.created.unlocked.data_key)?)?;
        let found = count(&store)?;
        if found < self.records {
            return Ok(Verdict::Lost(format!("records {found}..{}", self.records)));
        }
        let read = store.begin_read()?;
        let Ok(table) = read.open_table(RECORDS) else { return Ok(Verdict::Whole) };
        for row in table.iter()? {
            let (number, bytes) = row?;
            if bytes.value() != record(number.value()) {
                return Ok(Verdict::Lost(format!("record {} is changed", number.value())));
            }
        }
        Ok(Verdict::Whole)
    }
}

impl Work for Office {
    fn begin(&mut self) {
        self.founded = false;
        self.records = 0;
        self.keys_saved = 0;
    }

    fn work(&mut self, machine: &Machine, chance: &mut Chance) {
        // Ends with an error only: the power's, else the saw says that the machine still lives.
        let _ = self.work_until_dead(machine, chance);
    }

    fn inspect(&mut self, machine: &Machine) -> Verdict {
        self.inspect_all(machine).unwrap_or_else(|error| Verdict::Unopenable(error.to_string()))
    }
}

fn open(backend: EncryptedBackend) -> Result<Database, redb::DatabaseError> {
    let mut builder = Database::builder();
    builder.set_cache_size(1 << 20);
    builder.create_with_backend(backend)
}

/// Records are numbered without holes, so their count says which is the next.
fn count(store: &Database) -> Result<u64, redb::Error> {
    let read = store.begin_read()?;
    match read.open_table(RECORDS) {
        Ok(table) => Ok(table.last()?.map_or(0, |(number, _)| number.value() + 1)),
        Err(redb::TableError::TableDoesNotExist(_)) => Ok(0),
        Err(error) => Err(error.into()),
    }
}

fn record(number: u64) -> Vec<u8> {
    let mut chance = Chance(number);
    (0..64 + number * 7919 % 5000).map(|_| chance.number() as u8).collect()
}

#[test]
fn three_hundred_power_cuts_lose_nothing_acknowledged() {
    let tally = saw(&mut Office::new(), SEED, 300, true);
    println!("seed {SEED}: {tally:?}");
    assert_eq!(tally, Tally { cuts: 300, ..Tally::default() });
}

#[test]
fn a_disk_that_ignores_syncs_is_seen_to_lose() {
    let tally = saw(&mut Office::new(), SEED, 100, false);
    println!("seed {SEED}: {tally:?}");
    assert!(tally.lost + tally.unopenable > 0, "the saw is blunt");
}

#[test]
fn every_single_operation_of_the_founding_can_be_the_last() {
    let office = Office::new();
    let machine = Machine::default();
    let found = |machine: &Machine| {
        Office::folder(machine).found(
            &office.created.keyring,
            &office.created.unlocked.data_key,
            |backend| open(backend).map(drop).map_err(|_damaged| VaultError::KeysDamaged),
        )
    };
    found(&machine).unwrap();
    let operations = machine.operations();
    let mut chance = Chance(SEED);
    for last in 1..=operations {
        for _ in 0..10 {
            let machine = Machine::default();
            machine.die_at(last);
            let done = found(&machine).is_ok();
            let after = machine.after_cut(&mut chance);
            let state = Office::folder(&after).state().unwrap();
            assert!(
                matches!(state, FolderState::Ready) || !done && state == FolderState::Empty,
                "operation {last}: {state:?}"
            );
            if state == FolderState::Empty {
                found(&after).unwrap();
            }
            let folder = Office::folder(&after);
            folder.keyring().unwrap();
            open(folder.ledger(&office.created.unlocked.data_key).unwrap()).unwrap();
        }
    }
}

#[test]
fn a_leftover_of_a_replacement_is_removed_and_the_old_ledger_stays() {
    let office = Office::new();
    let machine = Machine::default();
    let data_key = &office.created.unlocked.data_key;
    let folder = Office::folder(&machine);
    let write = |backend| open(backend).map(drop).map_err(|_damaged| VaultError::KeysDamaged);
    folder.found(&office.created.keyring, data_key, write).unwrap();
    let before = machine.bytes(LEDGER);
    machine.die_at(9);
    assert!(folder.replace_ledger(data_key, write).is_err());
    let after = machine.after_cut(&mut Chance(SEED));
    let folder = Office::folder(&after);
    folder.tidy().unwrap();
    assert_eq!(after.bytes(LEDGER), before);
    assert!(after.bytes("ledger.cunbang.new").is_empty());
}
