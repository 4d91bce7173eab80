//! What is paid was noticed: the very rows, on a board where there is one, for all of its days.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod support;

use cunbang::domain::date::Date;
use cunbang::domain::dossier::{Refusal, Stage};
use cunbang::domain::roll::{Edit, Field};
use cunbang::runtime::desk::{Batch, BatchName, Desk, DeskError, ImportAsked};
use cunbang::store::StoreError;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use support::township::Township;

const AGED: &str = "段村-高龄津贴-2026.xlsx";
const CLERK: &str = "填报员乙";
const REVIEWER: &str = "审核员丙";
const TREASURER: &str = "财政丁";

fn import(desk: &mut Desk, file: &str) -> Batch {
    let path = Path::new("tests/data/rolls").join(file);
    let imported = desk.import(&path, &ImportAsked::default(), &AtomicBool::new(false), &mut |_| {}).unwrap();
    desk.batch(&BatchName::Draft(imported.rolls[0].draft.unwrap())).unwrap()
}

fn july(day: i8) -> Date {
    jiff::civil::date(2026, 7, day)
}

fn refusal<T: std::fmt::Debug>(result: Result<T, DeskError>) -> Refusal {
    let error = result.unwrap_err();
    assert!(matches!(error, DeskError::Store(StoreError::Refused(_))), "not refused: {error:?}");
    if let DeskError::Store(StoreError::Refused(refusal)) = error { refusal } else { Refusal::Misfit }
}

/// One batch of a township, and whoever deals with it on a day of July.
struct Matter {
    township: Township,
    draft: u32,
}

impl Matter {
    fn of(file: &str) -> Self {
        let township = Township::new();
        let mut clerk = township.desk(CLERK, "2026-07-01");
        let draft = import(&mut clerk, file).draft.number;
        clerk.close().unwrap();
        Self { township, draft }
    }

    fn on<T>(&self, user: &str, day: i8, deal: impl FnOnce(&mut Desk, &Batch) -> T) -> T {
        let mut desk = self.township.desk(user, &format!("2026-07-{day:02}"));
        let batch = desk.batch(&BatchName::Draft(self.draft)).unwrap();
        let told = deal(&mut desk, &batch);
        desk.close().unwrap();
        told
    }

    fn hand_in(&self, day: i8) {
        self.on(CLERK, day, |clerk, batch| clerk.submit(std::slice::from_ref(batch)).map(drop)).unwrap();
    }

    fn approve(&self, day: i8) {
        self.on(REVIEWER, day, Desk::approve).unwrap();
    }

    fn send_back(&self, day: i8) {
        self.on(REVIEWER, day, |reviewer, batch| reviewer.send_back(batch, "请核对", &[])).unwrap();
    }

    fn publish(&self, user: &str, day: i8) -> u32 {
        self.on(user, day, |desk, batch| desk.publish(batch, None)).unwrap().1.disclosure.revision
    }

    fn pay(&self, day: i8) -> Result<Stage, DeskError> {
        let batch = self.on(TREASURER, day, |treasurer, batch| treasurer.pay(std::slice::from_ref(batch)));
        batch.map(|list| list.batches[0].stage())
    }
}

/// Approved on 2 July and noticed until the 9th.
fn noticed_after_review() -> Matter {
    let matter = Matter::of(AGED);
    matter.hand_in(1);
    matter.approve(2);
    assert_eq!(matter.publish(REVIEWER, 2), 1);
    matter
}

#[test]
fn rows_that_were_changed_after_their_notice_are_not_paid_before_a_notice_of_their_own_has_run() {
    let matter = noticed_after_review();
    matter.send_back(20);
    let edit = Edit::Set { line: 2, field: Field::Group, value: "二组".into() };
    matter.on(CLERK, 20, |clerk, batch| clerk.edit(batch, &edit).map(drop)).unwrap();
    matter.hand_in(20);
    matter.approve(20);
    assert_eq!(refusal(matter.pay(20)), Refusal::NoticeOutdated);
    assert_eq!(matter.publish(REVIEWER, 20), 2);
    assert!(matches!(refusal(matter.pay(21)), Refusal::NoticeRuns(day) if day > july(21)));
    assert_eq!(matter.pay(31).unwrap(), Stage::Handed);
}

#[test]
fn rows_that_were_handed_in_again_unchanged_were_noticed_already() {
    let matter = noticed_after_review();
    matter.send_back(20);
    matter.hand_in(20);
    matter.approve(20);
    assert_eq!(refusal(matter.on(REVIEWER, 20, |reviewer, batch| reviewer.publish(batch, None))), Refusal::AlreadyPublic);
    assert_eq!(matter.pay(20).unwrap(), Stage::Handed);
}
