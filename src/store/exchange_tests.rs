//! Machines of one office that hear of each other: late, in any order, forged, copied.
use super::tests::{LI, Office, ZHANG, encrypted, lines};
use super::*;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::dossier::{Dossier, Stage};
use crate::domain::journal::{Approved, Body, Returned, SubjectKind, Withdrawn};
use proptest::strategy::Strategy;
use redb::backends::InMemoryBackend;

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
        let subjects = offices[*here].store.read().unwrap().subjects(SubjectKind::Batch).unwrap();
        let subject = subjects[usize::from(what / 4) % subjects.len()];
        let dossier = offices[*here].store.read().unwrap().dossier(&subject).unwrap();
        let reason = offices[*here].blob("理由".as_bytes());
        let rows = dossier.rows().unwrap();
        let why = reason.hash();
        let body = match what % 4 {
            0 => Body::from(Approved { rows, rules: None }),
            1 | 2 => Body::from(Returned { rows, reason: why, lines: vec![] }),
            _ => Body::from(Withdrawn {
                reason: why,
                class: WithdrawalReason::Unstated,
                lists: vec![],
            }),
        };
        // what the rules refuse is no entry; that is part of the season
        let _ = offices[*here].decide(subject, &dossier, body, vec![reason]);
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
    let subject = store.read().unwrap().subjects(SubjectKind::Batch).unwrap()[0];
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
    let one = Office::new();
    let other = Office::new();
    for (office, people) in [(&one, [ZHANG]), (&other, [LI])] {
        let draft = office.draft("140923104204", &lines(&people));
        office.submit(&draft, &Dossier::default(), &lines(&people)).unwrap();
    }
    let parcel = other.store.read().unwrap().parcel().unwrap();
    assert!(matches!(one.store.take_in(&parcel), Err(StoreError::Forked(_))));
}
