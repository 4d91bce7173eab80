//! The store as a whole, in memory: acts, drafts, indexes, rebuild, verification, copies.
use super::*;
use crate::domain::dossier::{Dossier, Refusal, Stage};
use crate::domain::journal::{
    Approved, Body, EntrySubject, NewBlob, NewEntry, OfficeFounded, Paid, Returned, ReviewSteps,
    Subject, SubjectKind, Submitted, UserEnrolled,
};
use crate::domain::people::user::{Role, Roles};
use crate::domain::reference::division::DivisionCode;
use crate::domain::reference::programme::NoticeTime;
use crate::domain::roll::{
    DraftChange, DraftRecord, Edit, Field, FindingTotals, Line, Person, RollKey, Totals,
};
use crate::domain::values::hash::Hash;
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use crate::domain::values::timestamp::Timestamp;
use crate::vault::{DataKey, EncryptedBackend, SigningKey};
use redb::backends::InMemoryBackend;

pub(super) struct Office {
    pub(super) store: Store,
    pub(super) users: Vec<(Hash, SigningKey, Hash)>,
    salt: std::cell::Cell<u8>,
    number: u8,
}

fn at() -> Timestamp {
    Timestamp::parse("2026-07-01T09:00").unwrap()
}

fn data_key() -> DataKey {
    DataKey::from_bytes([7; 32])
}

pub(super) fn encrypted(inner: impl redb::StorageBackend) -> EncryptedBackend {
    EncryptedBackend::new(Box::new(inner), &data_key().storage_key())
}

impl Office {
    /// An administrator (0), a clerk (1) and a reviewer (2).
    pub(super) fn new() -> Self {
        Self::on_terminal(1)
    }

    /// The same office on another machine: its own terminal key, its own users.
    pub(super) fn on_terminal(number: u8) -> Self {
        let store = Store::open(encrypted(InMemoryBackend::new())).unwrap();
        let keys = OfficeKeys {
            terminal: SigningKey::from_bytes(&[number; 32]),
            publication: SigningKey::from_bytes(&[2; 32]),
        };
        let office = OfficeFounded {
            division: DivisionCode::parse("140923104").unwrap(),
            name: "枣林镇人民政府".into(),
            host: "CUNBANG.EXAMPLE".into(),
            practice: true,
            terminal_key: keys.terminal.public().to_string(),
            publication_key: keys.publication.public().to_string(),
        };
        let mut this = Self { store, users: Vec::new(), salt: std::cell::Cell::new(0), number };
        for (n, role) in [Role::Administrator, Role::Clerk, Role::Reviewer].into_iter().enumerate()
        {
            let n = u8::try_from(n).unwrap();
            let key = SigningKey::from_bytes(&[10 * number + n; 32]);
            let person = data_key().person_hash(&format!("person {number} {n}"));
            let name = this.blob("用户".as_bytes());
            let slot = u32::from(n);
            let roles = Roles::new([role]).unwrap();
            let user = UserEnrolled {
                slot,
                roles,
                public_key: key.public().to_string(),
                person,
                name: name.hash(),
            };
            let entry = if n == 0 {
                this.store.found(&keys, office.clone(), user, &name, at()).unwrap()
            } else {
                this.store.enrol(this.pen(0), None, user, &name).unwrap()
            };
            this.users.push((entry, key, person));
        }
        this
    }

    pub(super) fn blob(&self, content: &[u8]) -> NewBlob {
        self.salt.set(self.salt.get().wrapping_add(1));
        NewBlob::new([self.salt.get() ^ self.number.wrapping_mul(67); 16], content.to_vec())
    }

    pub(super) fn pen(&self, user: usize) -> Signer<'_> {
        let (author, key, _) = &self.users[user];
        Signer { author: *author, key, at: at(), clock_doubtful: false }
    }

    pub(super) fn draft(&self, village: &str, lines: &[Line]) -> DraftRecord {
        let key = RollKey::normal(
            "P01".into(),
            DivisionCode::parse(village).unwrap(),
            Period::year_of(2026).unwrap(),
        );
        let rows = self.blob(&rows::to_content(lines).unwrap());
        let entered_by = self.users[1].2;
        let totals = Totals::of(lines);
        let found = FindingTotals::default();
        self.store
            .new_draft(
                NewDraft { key, rows, totals, found, entered_by, source: "typed".into() },
                at(),
            )
            .unwrap()
    }

    pub(super) fn submit(
        &self,
        draft: &DraftRecord,
        seen: &Dossier,
        lines: &[Line],
    ) -> Result<(Subject, Dossier), StoreError> {
        let (blob, body) = self.submission(draft, lines);
        let change = DraftChange { number: draft.number, base: Some(blob.hash()), kept: vec![] };
        let target =
            draft.subject.map_or(EntrySubject::New(SubjectKind::Batch), EntrySubject::Known);
        let entry = NewEntry::new(target, seen.heads.clone(), body, vec![blob]);
        self.append(1, NewEntry { draft: Some(change), ..entry })
    }

    fn submission(&self, draft: &DraftRecord, lines: &[Line]) -> (NewBlob, Submitted) {
        let blob = self.blob(&rows::to_content(lines).unwrap());
        let body = Submitted {
            key: draft.key.clone(),
            label: "140923104-2026-GD-0001".into(),
            rows: blob.hash(),
            totals: Totals::of(lines),
            findings: vec![],
            reasons: None,
            entered_by: draft.entered_by.clone(),
            when: NoticeTime::None,
            notice: None,
            steps: ReviewSteps::One,
            rules: None,
        };
        (blob, body)
    }

    /// What the reviewer decides of what stood on the screen.
    pub(super) fn decide(
        &self,
        subject: Subject,
        seen: &Dossier,
        body: impl Into<Body>,
        blobs: Vec<NewBlob>,
    ) -> Result<Dossier, StoreError> {
        let target = EntrySubject::Known(subject);
        let entry = NewEntry::new(target, seen.heads.clone(), body, blobs);
        Ok(self.append(2, entry)?.1)
    }

    fn append(&self, user: usize, entry: NewEntry) -> Result<(Subject, Dossier), StoreError> {
        let done = self.store.append(self.pen(user), vec![entry])?.remove(0);
        Ok((done.subject, done.state.into_batch().unwrap()))
    }
}

pub(super) fn lines(people: &[(&str, &str, i64)]) -> Vec<Line> {
    let line = |(n, (name, id, fen)): (usize, &(&str, &str, i64))| {
        let mut line = Line::new(u32::try_from(n + 1).unwrap());
        line.householder = Person { name: (*name).into(), id: (*id).into() };
        line.card = format!("621700000000000{n:04}");
        line.amount = Fen::try_from(*fen).unwrap();
        line
    };
    people.iter().enumerate().map(line).collect()
}

pub(super) const ZHANG: (&str, &str, i64) = ("张建军", "14092319670112001X", 35510);
pub(super) const LI: (&str, &str, i64) = ("李秀英", "140923198801010044", 14807);

#[test]
fn a_batch_goes_from_draft_to_approval_and_its_people_are_found() {
    let office = Office::new();
    let draft = office.draft("140923104204", &lines(&[ZHANG, LI]));
    let (subject, dossier) =
        office.submit(&draft, &Dossier::default(), &lines(&[ZHANG, LI])).unwrap();
    assert_eq!(dossier.stage(), Stage::Submitted);
    let rows = dossier.rows().unwrap();
    let dossier = office.decide(subject, &dossier, Approved { rows, rules: None }, vec![]).unwrap();
    assert_eq!(dossier.stage(), Stage::Approved);
    let reading = office.store.read().unwrap();
    assert_eq!(reading.people().unwrap().find("zjj", 10)[0].key, ZHANG.1);
    let postings = reading.postings(LI.1).unwrap();
    assert_eq!(
        (postings.len(), postings[0].amount.fen(), postings[0].line, postings[0].subject),
        (1, 14807, 2, subject)
    );
    assert_eq!(reading.totals().unwrap()[0].total.fen, 50317);
    assert_eq!(reading.verify().unwrap().faults, []);
}

#[test]
fn a_refused_act_leaves_no_trace() {
    let office = Office::new();
    let draft = office.draft("140923104204", &lines(&[ZHANG]));
    let (subject, dossier) = office.submit(&draft, &Dossier::default(), &lines(&[ZHANG])).unwrap();
    let before = office.store.read().unwrap().verify().unwrap();
    let blob = office.blob(b"x");
    let other_rows = Approved { rows: blob.hash(), rules: None };
    let refused = office.decide(subject, &dossier, other_rows, vec![blob]);
    assert!(matches!(refused, Err(StoreError::Refused(Refusal::OtherRows))));
    // nothing of an act stays if its last entry is refused
    let rows = dossier.rows().unwrap();
    let entry = |seen: &[Hash], on| {
        let body = Paid { list: "L".into(), on, result_due: on, rules: None };
        NewEntry::new(EntrySubject::Known(subject), seen.to_vec(), body, vec![])
    };
    let approved = NewEntry {
        body: Approved { rows, rules: None }.into(),
        ..entry(&dossier.heads, at().date())
    };
    let both = vec![approved, entry(&[], at().date())];
    let refused = office.store.append(office.pen(2), both);
    assert!(matches!(refused, Err(StoreError::Refused(Refusal::Stale))));
    let ahead = vec![entry(&dossier.heads, jiff::civil::date(2026, 7, 2))];
    let refused = office.store.append(office.pen(2), ahead);
    assert!(matches!(refused, Err(StoreError::Refused(Refusal::FutureDay))));
    assert_eq!(office.store.read().unwrap().verify().unwrap(), before);
}

#[test]
fn a_resubmitted_roll_replaces_its_people_and_a_rebuild_says_the_same() {
    let office = Office::new();
    let draft = office.draft("140923104204", &lines(&[ZHANG, LI]));
    let (subject, dossier) =
        office.submit(&draft, &Dossier::default(), &lines(&[ZHANG, LI])).unwrap();
    let reason = office.blob("第2行".as_bytes());
    let returned =
        Returned { rows: dossier.rows().unwrap(), reason: reason.hash(), lines: vec![2] };
    let dossier = office.decide(subject, &dossier, returned, vec![reason]).unwrap();
    let draft = office.store.read().unwrap().draft(draft.number).unwrap();
    office.submit(&draft, &dossier, &lines(&[ZHANG])).unwrap();
    let other = office.draft("140923104205", &lines(&[("张军", ZHANG.1, 100)]));
    office.submit(&other, &Dossier::default(), &lines(&[("张军", ZHANG.1, 100)])).unwrap();
    let reading = office.store.read().unwrap();
    assert_eq!(reading.postings(LI.1).unwrap(), []);
    assert_eq!(reading.postings(ZHANG.1).unwrap().len(), 2);
    assert_eq!(reading.people().unwrap().find("001X", 9)[0].names, "张军 / 张建军");
    let folded = office.store.view_bytes().unwrap();
    office.store.rebuild().unwrap();
    assert!(folded == office.store.view_bytes().unwrap());
}

#[test]
fn a_cell_is_one_write_and_undo_takes_it_back() {
    let office = Office::new();
    let draft = office.draft("140923104204", &lines(&[ZHANG]));
    let edit = Edit::Set { line: 1, field: Field::Group, value: "一组".into() };
    let after = (draft.totals, FindingTotals::default());
    office.store.edit(draft.number, &edit, office.users[1].2, after, at()).unwrap();
    let reading = office.store.read().unwrap();
    assert_eq!(reading.draft_rows(&reading.draft(draft.number).unwrap()).unwrap().1.len(), 1);
    let (draft, undone) = office.store.undo(draft.number, after, at()).unwrap();
    assert!(undone == edit && draft.edits == 0);
}

#[test]
fn a_submitted_roll_cannot_be_edited() {
    let office = Office::new();
    let draft = office.draft("140923104204", &lines(&[ZHANG]));
    office.submit(&draft, &Dossier::default(), &lines(&[ZHANG])).unwrap();
    let edit = Edit::Remove { line: 1 };
    let refused = office.store.edit(
        draft.number,
        &edit,
        office.users[1].2,
        (draft.totals, FindingTotals::default()),
        at(),
    );
    assert!(matches!(refused, Err(StoreError::Refused(Refusal::NotOpen))));
}

#[test]
fn any_changed_byte_of_any_entry_is_named() {
    let office = Office::new();
    let draft = office.draft("140923104204", &lines(&[ZHANG]));
    office.submit(&draft, &Dossier::default(), &lines(&[ZHANG])).unwrap();
    let places: Vec<(Vec<u8>, Vec<u8>)> = office.store.entry_rows().unwrap();
    assert!(places.len() >= 5);
    for (key, bytes) in places {
        for place in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[place] ^= 1;
            office.store.put_entry_row(&key, &changed).unwrap();
            let verified = office.store.read().unwrap().verify().unwrap();
            let (terminal, seq) = tables::read_entry_key(&key).unwrap();
            let named = verified.faults.iter().any(|fault| fault.place == Some((terminal, seq)));
            assert!(named, "byte {place} of entry {seq}: {:?}", verified.faults);
        }
        office.store.put_entry_row(&key, &bytes).unwrap();
    }
    assert_eq!(office.store.read().unwrap().verify().unwrap().faults, []);
}

#[test]
fn a_backup_verifies_and_a_restored_store_begins_its_own_chain() {
    let office = Office::new();
    let draft = office.draft("140923104204", &lines(&[ZHANG]));
    office.submit(&draft, &Dossier::default(), &lines(&[ZHANG])).unwrap();
    let file = tempfile::tempfile().unwrap();
    let backend = redb::backends::FileBackend::new(file.try_clone().unwrap()).unwrap();
    office.store.backup(encrypted(backend)).unwrap();
    let copy = Store::open(encrypted(redb::backends::FileBackend::new(file).unwrap())).unwrap();
    assert!(copy.view_bytes().unwrap() == office.store.view_bytes().unwrap());
    let old = copy.read().unwrap().chain().unwrap();
    let restored = copy.begin_again(SigningKey::from_bytes(&[9; 32]), at()).unwrap();
    assert!(restored.terminal != old.terminal && restored.last == old.last);
    assert_eq!(copy.read().unwrap().verify().unwrap().faults, []);
}

#[test]
fn an_import_keeps_everything_or_nothing() {
    let office = Office::new();
    let key = |village: &str| {
        RollKey::normal(
            "P01".into(),
            DivisionCode::parse(village).unwrap(),
            Period::year_of(2026).unwrap(),
        )
    };
    let people = lines(&[ZHANG, LI]);
    let rows = |n: u8| RowsPacker::new().unwrap().pack(&people, [n; 16]).unwrap();
    let checked = (Totals::of(&people), FindingTotals::default());
    let by = office.users[1].2;
    let broken: Result<u32, StoreError> = office.store.import(at(), |import| {
        import.add(key("140923104204"), &rows(91), checked, by, "f")?;
        Err(StoreError::Stopped)
    });
    assert!(broken.is_err() && office.store.read().unwrap().drafts().unwrap().is_empty());
    let taken: Result<u32, StoreError> = office.store.import(at(), |import| {
        import.add(key("140923104204"), &rows(92), checked, by, "f")?;
        import.add(key("140923104205"), &rows(93), checked, by, "f")?;
        let more = vec![lines(&[ZHANG, LI, ("张军", ZHANG.1, 100)]).remove(2)];
        let check = |lines: &[Line]| Ok((Totals::of(lines), FindingTotals::default()));
        import.extend(&key("140923104204"), more, [94; 16], check).map(drop)
    });
    assert_eq!(taken.unwrap(), 2);
    let again = office.store.import(at(), |import| {
        import.add(key("140923104205"), &rows(95), checked, by, "f").map(drop)
    });
    assert!(matches!(again, Err(StoreError::AlreadyHere(2))));
    let reading = office.store.read().unwrap();
    let drafts = reading.drafts().unwrap();
    let counts: Vec<u32> = drafts.iter().map(|draft| draft.totals.lines).collect();
    assert_eq!(counts, [3, 2]);
    assert_eq!(reading.draft_rows(&drafts[0]).unwrap().0.len(), 3);
    assert_eq!(reading.postings(ZHANG.1).unwrap(), [], "a draft is in no index");
    assert_eq!(reading.verify().unwrap().faults, []);
    let folded = office.store.view_bytes().unwrap();
    office.store.rebuild().unwrap();
    assert!(folded == office.store.view_bytes().unwrap());
}

#[test]
fn rolls_that_are_handed_in_together_are_one_act() {
    let office = Office::new();
    let people = lines(&[ZHANG, LI]);
    let drafts = ["140923104204", "140923104205"].map(|village| office.draft(village, &people));
    let entries = |seen: Vec<Hash>| {
        let entry = |(place, draft)| {
            let (blob, body) = office.submission(draft, &people);
            let change =
                DraftChange { number: draft.number, base: Some(blob.hash()), kept: vec![] };
            let seen = if place == 1 { seen.clone() } else { vec![] };
            let target = EntrySubject::New(SubjectKind::Batch);
            let rows = Some((blob.hash(), people.clone().into()));
            let entry = NewEntry::new(target, seen, body, vec![blob]);
            NewEntry { draft: Some(change), rows, ..entry }
        };
        drafts.iter().enumerate().map(entry).collect::<Vec<_>>()
    };
    let before = office.store.read().unwrap().verify().unwrap();
    let refused =
        office.store.append(office.pen(1), entries(vec![Hash::of("test\n", &[b"nothing"])]));
    assert!(matches!(refused, Err(StoreError::Refused(Refusal::Stale))));
    assert_eq!(office.store.read().unwrap().verify().unwrap(), before);
    assert_eq!(office.store.append(office.pen(1), entries(vec![])).unwrap().len(), 2);
    let reading = office.store.read().unwrap();
    assert_eq!(reading.postings(ZHANG.1).unwrap().len(), 2);
    assert_eq!((reading.labels().unwrap(), reading.unfounded_drafts().unwrap().len()), (2, 0));
    assert_eq!(reading.verify().unwrap().faults, []);
    let folded = office.store.view_bytes().unwrap();
    office.store.rebuild().unwrap();
    assert!(folded == office.store.view_bytes().unwrap());
}
