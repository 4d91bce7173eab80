//! A township's office on the simulated machine: the whole store in its folder, with acts to do and
//! to count.
use super::chance::Chance;
use super::powercut::Machine;
use cunbang::domain::dossier::{Dossier, Stage};
use cunbang::domain::journal::{
    Approved, EntryId, EntrySubject, NewBlob, NewEntry, OfficeFounded, Returned, Subject,
    SubjectKind, Submitted, UserEnrolled,
};
use cunbang::domain::people::user::{Role, Roles};
use cunbang::domain::reference::division::DivisionCode;
use cunbang::domain::reference::programme::NoticeTime;
use cunbang::domain::roll::DraftChange;
use cunbang::domain::roll::{DraftRecord, FindingTotals};
use cunbang::domain::roll::{Edit, Field, Line, Person, RollKey, Totals};
use cunbang::domain::values::hash::Hash;
use cunbang::domain::values::money::Fen;
use cunbang::domain::values::period::Period;
use cunbang::domain::values::timestamp::Timestamp;
use cunbang::store::{NewDraft, OfficeKeys, Reading, Signer, Store, StoreError, rows};
use cunbang::vault::{
    Created, Founding, KdfCost, Keyring, NewUser, Password, SigningKey, TerminalFolder,
};
use std::fmt::Write;
use std::sync::Arc;

/// Whatever may go wrong.
pub type Trouble = Box<dyn std::error::Error>;

/// An office with an administrator (0), a clerk (1) and a reviewer (2); everything but the machine.
pub struct Office {
    pub created: Created,
    keys: OfficeKeys,
    people: Vec<SigningKey>,
}

/// The folder of the office on a machine.
pub fn folder(machine: &Machine) -> TerminalFolder {
    TerminalFolder::new(Arc::new(machine.clone()))
}

fn at() -> Timestamp {
    Timestamp::parse("2026-07-01T09:00").unwrap()
}

impl Office {
    pub fn new(seed: u64) -> Self {
        let password = Password::new("羊圈门口有三棵老枣树");
        let first = NewUser { name: "段建国", label: "管理员", password: &password };
        let founding = Founding { practice: true, office: "枣林镇", cost: KdfCost::FLOOR };
        let created = Keyring::create(&founding, &first, &mut Chance(seed)).unwrap();
        let key = |n: u8| SigningKey::from_bytes(&[n; 32]);
        let keys = OfficeKeys { terminal: key(1), publication: key(2) };
        Self { created, keys, people: vec![key(10), key(11), key(12)] }
    }

    /// Founds the folder with office and users.
    pub fn found(&self, machine: &Machine, chance: &mut Chance) -> Result<(), Trouble> {
        folder(machine).found(&self.created.keyring, &self.created.unlocked.data_key, |backend| {
            let store = Store::open(backend)?;
            let office = OfficeFounded {
                division: DivisionCode::parse("140923104").unwrap(),
                name: "枣林镇人民政府".into(),
                host: "CUNBANG.EXAMPLE".into(),
                practice: true,
                terminal_key: self.keys.terminal.public().to_string(),
                publication_key: self.keys.publication.public().to_string(),
            };
            let name = blob(chance, "管理员".as_bytes());
            let administrator = store.found(
                &self.keys,
                office,
                self.user(0, Role::Administrator, &name),
                &name,
                at(),
            )?;
            for (number, role) in [(1, Role::Clerk), (2, Role::Reviewer)] {
                let name = blob(chance, "用户".as_bytes());
                store.enrol(
                    self.pen(0, administrator),
                    None,
                    self.user(number, role, &name),
                    &name,
                )?;
            }
            Ok::<(), Trouble>(store.close()?)
        })
    }

    fn user(&self, number: usize, role: Role, name: &NewBlob) -> UserEnrolled {
        let public_key = self.people[number].public().to_string();
        let slot = u32::try_from(number).unwrap();
        UserEnrolled {
            slot,
            roles: Roles::new([role]).unwrap(),
            public_key,
            person: self.person(number),
            name: name.hash(),
        }
    }

    fn person(&self, number: usize) -> Hash {
        self.created.unlocked.data_key.person_hash(&format!("person {number}"))
    }

    fn pen(&self, number: usize, author: EntryId) -> Signer<'_> {
        Signer { author, key: &self.people[number], at: at(), clock_doubtful: false }
    }

    /// The pen of a user, whose entry is looked up by the public key.
    fn pen_of(&self, reading: &Reading, number: usize) -> Result<Signer<'_>, Trouble> {
        let key = self.people[number].public().to_string();
        let user = reading
            .users()?
            .into_iter()
            .find(|user| user.body.public_key == key)
            .ok_or("the user's entry is missing")?;
        Ok(self.pen(number, user.entry))
    }

    /// Opens the store of the folder.
    pub fn open(&self, machine: &Machine) -> Result<Store, Trouble> {
        Ok(Store::open(folder(machine).ledger(&self.created.unlocked.data_key)?)?)
    }

    /// A new draft of some lines, in a programme of its own.
    pub fn take_roll(&self, store: &Store, chance: &mut Chance) -> Result<DraftRecord, Trouble> {
        let number = store.read()?.drafts()?.len();
        let key = RollKey::normal(
            format!("P{number:05}"),
            DivisionCode::parse("140923104204").unwrap(),
            Period::year_of(2026).unwrap(),
        );
        let lines = lines(chance);
        let rows = blob(chance, &rows::to_content(&lines).unwrap());
        let new = NewDraft {
            key,
            rows,
            totals: Totals::of(&lines),
            found: FindingTotals::default(),
            entered_by: self.person(1),
            source: "typed".into(),
        };
        Ok(store.new_draft(new, at())?)
    }

    /// The clerk types one cell.
    pub fn type_cell(
        &self,
        store: &Store,
        draft: &DraftRecord,
        chance: &mut Chance,
    ) -> Result<DraftRecord, Trouble> {
        let edit =
            Edit::Set { line: 1, field: Field::Group, value: format!("{}组", chance.below(20)) };
        Ok(store.edit(
            draft.number,
            &edit,
            self.person(1),
            (draft.totals, FindingTotals::default()),
            at(),
        )?)
    }

    /// The clerk hands the draft in.
    pub fn submit(
        &self,
        store: &Store,
        draft: &DraftRecord,
        chance: &mut Chance,
    ) -> Result<(Subject, Dossier), Trouble> {
        let reading = store.read()?;
        let lines = reading.draft_rows(draft)?.0;
        let blob = blob(chance, &rows::to_content(&lines).unwrap());
        let known = draft
            .subject
            .map_or_else(|| Ok(Dossier::default()), |subject| reading.dossier(&subject))?;
        let body = Submitted {
            key: draft.key.clone(),
            label: format!("140923104-2026-GD-{:04}", draft.number),
            rows: blob.hash(),
            totals: Totals::of(&lines),
            findings: vec![],
            reasons: None,
            entered_by: draft.entered_by.clone(),
            when: NoticeTime::None,
            notice: None,
            steps: cunbang::domain::journal::ReviewSteps::One,
            rules: None,
        };
        let settled = DraftChange { number: draft.number, base: Some(blob.hash()), kept: vec![] };
        let target =
            draft.subject.map_or(EntrySubject::New(SubjectKind::Batch), EntrySubject::Known);
        let entry = NewEntry::new(target, known.heads, body, vec![blob]);
        let entry = NewEntry { draft: Some(settled), ..entry };
        let done = store.append(self.pen_of(&reading, 1)?, vec![entry])?.remove(0);
        Ok((done.subject, done.state.into_batch().unwrap()))
    }

    /// The reviewer approves or returns a batch that waits, if one does.
    pub fn review(
        &self,
        store: &Store,
        chance: &mut Chance,
    ) -> Result<Option<(Subject, Dossier)>, Trouble> {
        let reading = store.read()?;
        let mut waiting = Vec::new();
        reading.dossiers(|subject, dossier| {
            if dossier.stage() == Stage::Submitted {
                waiting.push((subject, dossier));
            }
            true
        })?;
        if waiting.is_empty() {
            return Ok(None);
        }
        let (subject, seen) = waiting.swap_remove(chance.place(waiting.len()));
        let rows = seen.rows().ok_or("a submission without rows")?;
        let reason = blob(chance, "第1行".as_bytes());
        let target = EntrySubject::Known(subject);
        let entry = if chance.happens(50) {
            NewEntry::new(target, seen.heads, Approved { rows, rules: None }, vec![])
        } else {
            let body = Returned { rows, reason: reason.hash(), lines: vec![1] };
            NewEntry::new(target, seen.heads, body, vec![reason])
        };
        let done = store.append(self.pen_of(&reading, 2)?, vec![entry])?.remove(0);
        Ok(Some((done.subject, done.state.into_batch().unwrap())))
    }

    /// Copies the store into the folder `stick`; gives the number of entries in the copy.
    pub fn back_up(
        &self,
        store: &Store,
        keyring: &Keyring,
        stick: &Machine,
    ) -> Result<u64, Trouble> {
        let mut entries = 0;
        folder(stick).keep_backup(keyring, &self.created.unlocked.data_key, |backend| {
            entries = store.backup(backend)?.entries;
            Ok::<(), Trouble>(())
        })?;
        Ok(entries)
    }
}

/// Everything of the store that a person could be shown, as text to compare.
pub fn everything(store: &Store) -> Result<String, StoreError> {
    let reading = store.read()?;
    let mut all = format!("{:?}\n{:?}\n", reading.verify()?, store.view_bytes()?);
    for draft in reading.drafts()? {
        let (lines, edits) = reading.draft_rows(&draft)?;
        let _ = writeln!(all, "{draft:?}\n{:?}\n{edits:?}", rows::to_content(&lines).unwrap());
    }
    for user in reading.users()? {
        let _ = writeln!(all, "{:?} {}", user.body, user.name);
    }
    reading.office_keys()?;
    let _ = write!(all, "{:?}\n{:?}\n{:?}", reading.office()?, reading.chain()?, reading.labels()?);
    Ok(all)
}

fn blob(chance: &mut Chance, content: &[u8]) -> NewBlob {
    let salt = u128::from(chance.number()) | u128::from(chance.number()) << 64;
    NewBlob::new(salt.to_le_bytes(), content.to_vec())
}

fn lines(chance: &mut Chance) -> Vec<Line> {
    let line = |no: u32, id: u64| {
        let mut line = Line::new(no);
        line.householder =
            Person { name: "张建军".into(), id: format!("14092319670112{id:04}") };
        line.amount = Fen::try_from(35510_i64).unwrap();
        line
    };
    (1..2 + u32::try_from(chance.below(30)).unwrap())
        .map(|no| line(no, chance.below(500)))
        .collect()
}
