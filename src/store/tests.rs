//! The store as a whole, in memory: acts, drafts, indexes, rebuild, verification, copies.
use super::*;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::dossier::{Act, Dossier, Refusal, Stage};
use crate::domain::journal::EntrySubject;
use crate::domain::journal::{
    NewBlob, OfficeFounded, ReviewSteps, SubjectKind, Submitted, UserEnrolled,
};
use crate::domain::people::user::{Role, Roles};
use crate::domain::reference::division::DivisionCode;
use crate::domain::reference::programme::NoticeTime;
use crate::domain::roll::{DraftChange, DraftRecord, FindingTotals};
use crate::domain::roll::{Edit, Field, Line, Person, RollKey, Totals};
use crate::domain::values::hash::Hash;
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use crate::domain::values::timestamp::Timestamp;
use crate::vault::{DataKey, EncryptedBackend, SigningKey};
use proptest::strategy::Strategy;
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

fn encrypted(inner: impl redb::StorageBackend) -> EncryptedBackend {
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
                name: name.hash,
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
        let (totals, found) = (Totals::of(lines), FindingTotals::default());
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
    ) -> Result<(crate::domain::journal::Subject, Dossier), StoreError> {
        let blob = self.blob(&rows::to_content(lines).unwrap());
        let body = Submitted {
            key: draft.key.clone(),
            label: "140923104-2026-GD-0001".into(),
            rows: blob.hash,
            totals: Totals::of(lines),
            findings: vec![],
            reasons: None,
            entered_by: draft.entered_by.clone(),
            when: NoticeTime::None,
            notice: None,
            steps: ReviewSteps::One,
            rules: None,
        };
        let change = DraftChange { number: draft.number, base: Some(blob.hash), kept: vec![] };
        let act =
            Act::Submit { body: Box::new(body), notice_matches: false, corrects_handed: false };
        let target =
            draft.subject.map_or(EntrySubject::New(SubjectKind::Batch), EntrySubject::Known);
        let request = Request {
            target,
            seen: seen.heads.clone(),
            act,
            blobs: vec![blob],
            draft: Some(change),
            rows: None,
        };
        self.store
            .act(self.pen(1), vec![request])
            .map(|mut done| done.remove(0))
            .map(|done| (done.subject, done.state.into_batch().unwrap()))
    }

    pub(super) fn decide(
        &self,
        subject: crate::domain::journal::Subject,
        seen: &Dossier,
        act: Act,
        blobs: Vec<NewBlob>,
    ) -> Result<Dossier, StoreError> {
        let request = Request {
            target: EntrySubject::Known(subject),
            seen: seen.heads.clone(),
            act,
            blobs,
            draft: None,
            rows: None,
        };
        self.store
            .act(self.pen(2), vec![request])
            .map(|mut done| done.remove(0).state.into_batch().unwrap())
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

const ZHANG: (&str, &str, i64) = ("张建军", "14092319670112001X", 35510);
const LI: (&str, &str, i64) = ("李秀英", "140923198801010044", 14807);

#[test]
fn a_batch_goes_from_draft_to_approval_and_its_people_are_found() {
    let office = Office::new();
    let draft = office.draft("140923104204", &lines(&[ZHANG, LI]));
    let (subject, dossier) =
        office.submit(&draft, &Dossier::default(), &lines(&[ZHANG, LI])).unwrap();
    assert_eq!(dossier.stage(), Stage::Submitted);
    let rows = dossier.rows().unwrap();
    let dossier = office
        .decide(subject, &dossier, Act::Approve { rows, persons: vec![], rules: None }, vec![])
        .unwrap();
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
    let refused = office.decide(
        subject,
        &dossier,
        Act::Return { rows: dossier.rows().unwrap(), reason: None, lines: vec![] },
        vec![office.blob(b"x")],
    );
    assert!(matches!(refused, Err(StoreError::Refused(Refusal::NoReason))));
    assert_eq!(office.store.read().unwrap().verify().unwrap(), before);
}

#[test]
fn a_resubmitted_roll_replaces_its_people_and_a_rebuild_says_the_same() {
    let office = Office::new();
    let draft = office.draft("140923104204", &lines(&[ZHANG, LI]));
    let (subject, dossier) =
        office.submit(&draft, &Dossier::default(), &lines(&[ZHANG, LI])).unwrap();
    let reason = office.blob("第2行".as_bytes());
    let act =
        Act::Return { rows: dossier.rows().unwrap(), reason: Some(reason.hash), lines: vec![2] };
    let dossier = office.decide(subject, &dossier, act, vec![reason]).unwrap();
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
    let submission = || Submission {
        when: NoticeTime::None,
        steps: ReviewSteps::One,
        rules: None,
        findings: vec![],
        letters: "GD".into(),
        office: "140923104".into(),
    };
    let rows = |n: u8| RowsPacker::new().unwrap().pack(lines(&[ZHANG, LI]), [n; 16]).unwrap();
    let checked = (Totals::of(&lines(&[ZHANG, LI])), FindingTotals::default());
    let broken: Result<u32, StoreError> = office.store.import(office.pen(1), |import| {
        import.add_and_submit(key("140923104204"), rows(91), checked, "f", submission())?;
        Err(StoreError::Stopped)
    });
    assert!(broken.is_err() && office.store.read().unwrap().drafts().unwrap().is_empty());
    let taken: Result<u32, StoreError> = office.store.import(office.pen(1), |import| {
        import.add_and_submit(key("140923104204"), rows(92), checked, "f", submission())?;
        import.add_and_submit(key("140923104205"), rows(93), checked, "f", submission())?;
        import.add(key("140923104206"), &rows(94), checked, office.users[1].2, "f").map(|_| ())
    });
    assert_eq!(taken.unwrap(), 3);
    let reading = office.store.read().unwrap();
    assert_eq!(reading.postings(ZHANG.1).unwrap().len(), 2);
    assert_eq!(reading.verify().unwrap().faults, []);
    let folded = office.store.view_bytes().unwrap();
    office.store.rebuild().unwrap();
    assert!(folded == office.store.view_bytes().unwrap());
}

/// One step of a machine: which machine, what it tries, and from which machine it hears first
/// (itself = nobody).
type Step = (usize, u8, usize);

/// Three machines of one office work on the same two batches and hear of each other late.
fn season(steps: &[Step]) -> Vec<Parcel> {
    let offices: Vec<Office> = (1..=3).map(Office::on_terminal).collect();
    let founding: Vec<Parcel> =
        offices.iter().map(|office| office.store.read().unwrap().parcel().unwrap()).collect();
    for (office, parcel) in
        offices.iter().flat_map(|office| founding.iter().map(move |parcel| (office, parcel)))
    {
        office.store.take_in(parcel).unwrap();
    }
    let rows = lines(&[ZHANG, LI]);
    for village in ["140923104204", "140923104205"] {
        let draft = offices[0].draft(village, &rows);
        offices[0].submit(&draft, &Dossier::default(), &rows).unwrap();
    }
    let first = offices[0].store.read().unwrap().parcel().unwrap();
    for office in &offices {
        office.store.take_in(&first).unwrap();
    }
    for (here, what, heard) in steps {
        let heard_parcel = offices[*heard].store.read().unwrap().parcel().unwrap();
        offices[*here].store.take_in(&heard_parcel).unwrap();
        let subjects = offices[*here]
            .store
            .read()
            .unwrap()
            .subjects(crate::domain::journal::SubjectKind::Batch)
            .unwrap();
        let subject = subjects[usize::from(what / 4) % subjects.len()];
        let dossier = offices[*here].store.read().unwrap().dossier(&subject).unwrap();
        let reason = offices[*here].blob("理由".as_bytes());
        let act = match what % 4 {
            0 => Act::Approve { rows: dossier.rows().unwrap(), persons: vec![], rules: None },
            1 | 2 => Act::Return {
                rows: dossier.rows().unwrap(),
                reason: Some(reason.hash),
                lines: vec![],
            },
            _ => Act::Withdraw {
                reason: Some(reason.hash),
                class: WithdrawalReason::Unstated,
                codes: vec![],
                remains: vec![],
            },
        };
        // what the rules refuse is no entry; that is part of the season
        let _ = offices[*here].decide(subject, &dossier, act, vec![reason]);
    }
    offices.iter().map(|office| office.store.read().unwrap().parcel().unwrap()).collect()
}

/// A machine that has only heard, of everything, one parcel after the other.
fn listener(parcels: &[Parcel]) -> Store {
    let store = Store::open(encrypted(InMemoryBackend::new())).unwrap();
    for parcel in parcels {
        store.take_in(parcel).unwrap();
    }
    store
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 24, ..Default::default() })]
    #[test]
    fn machines_that_hear_of_each_other_late_and_in_any_order_agree(
        steps in proptest::collection::vec((0usize..3, 0u8..8, 0usize..3), 1..9),
        order in proptest::prelude::Just([0usize, 1, 2]).prop_shuffle(),
    ) {
        let parcels = season(&steps);
        let one = listener(&parcels);
        let shuffled: Vec<Parcel> = order.iter().map(|&place| parcels[place].clone()).collect();
        let other = listener(&shuffled);
        let folded = one.view_bytes().unwrap();
        proptest::prop_assert!(folded == other.view_bytes().unwrap());
        one.rebuild().unwrap();
        proptest::prop_assert!(folded == one.view_bytes().unwrap());
        proptest::prop_assert_eq!(one.read().unwrap().verify().unwrap().faults, vec![]);
        let again = one.take_in(&parcels[0]).unwrap();
        proptest::prop_assert_eq!(again, TakenIn::default());
    }
}

#[test]
fn two_machines_that_decided_apart_leave_a_conflict_that_one_act_ends() {
    let apart = [(1, 0, 1), (2, 1, 2)];
    let store = listener(&season(&apart));
    let subject =
        store.read().unwrap().subjects(crate::domain::journal::SubjectKind::Batch).unwrap()[0];
    let dossier = store.read().unwrap().dossier(&subject).unwrap();
    assert_eq!(
        (dossier.stage(), dossier.conflict, dossier.heads.len()),
        (Stage::Returned, true, 2)
    );
    let ended = listener(&season(&[apart[0], apart[1], (1, 1, 2)]));
    let dossier = ended.read().unwrap().dossier(&subject).unwrap();
    assert_eq!(
        (dossier.stage(), dossier.conflict, dossier.heads.len()),
        (Stage::Returned, false, 1)
    );
}

#[test]
fn an_entry_that_does_not_verify_brings_nothing_in() {
    let office = Office::new();
    let draft = office.draft("140923104204", &lines(&[ZHANG]));
    office.submit(&draft, &Dossier::default(), &lines(&[ZHANG])).unwrap();
    let sound = office.store.read().unwrap().parcel().unwrap();
    for place in 0..sound.entries.len() {
        let mut forged = sound.clone();
        forged.entries[place].signature =
            forged.entries[(place + 1) % sound.entries.len()].signature;
        let store = Store::open(encrypted(InMemoryBackend::new())).unwrap();
        assert!(matches!(store.take_in(&forged), Err(StoreError::Unverified(_))));
        assert!(store.read().unwrap().parcel().unwrap().entries.is_empty());
    }
}

#[test]
fn a_copied_terminal_is_noticed() {
    let (one, other) = (Office::new(), Office::new());
    for (office, people) in [(&one, [ZHANG]), (&other, [LI])] {
        let draft = office.draft("140923104204", &lines(&people));
        office.submit(&draft, &Dossier::default(), &lines(&people)).unwrap();
    }
    let parcel = other.store.read().unwrap().parcel().unwrap();
    assert!(matches!(one.store.take_in(&parcel), Err(StoreError::Forked(_))));
}
