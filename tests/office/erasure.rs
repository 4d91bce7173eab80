//! The end of keeping: what was destroyed is nowhere in the decrypted ledger or in the backups, and
//! what stays public stays.

use crate::support::acts::Acts;
use crate::support::seeker::{Seeker, Seen};
use crate::support::township::{Township, decrypted_ledgers};
use cunbang::domain::disclosure::erasure_reason::ErasureReason;
use cunbang::domain::dossier::{Refusal, Stage};
use cunbang::domain::folder::MemoryFolder;
use cunbang::domain::roll::{Edit, Field};
use cunbang::runtime::session::{Batch, BatchName, Failure, ImportAsked, Session};
use cunbang::store::StoreError;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

const LAND: &str = "tests/data/rolls/段村-耕地地力保护补贴-2026.csv";
const AGED: &str = "tests/data/rolls/何家寨村-高龄津贴-2026.xlsx";

fn import(session: &mut Session, file: &str) -> Batch {
    let imported = session
        .import(Path::new(file), &ImportAsked::default(), &AtomicBool::new(false), &mut |_| {})
        .unwrap();
    session.batch(&BatchName::Draft(imported.rolls[0].draft.unwrap())).unwrap()
}

fn again(session: &Session, batch: &Batch) -> Batch {
    session.batch(&BatchName::Draft(batch.draft.number)).unwrap()
}

/// What a seeker finds in all decrypted ledgers of a folder.
fn seen_in(place: &Path, seeker: &Seeker) -> Seen {
    let mut seen = Seen::default();
    for bytes in decrypted_ledgers(place) {
        seen.add(seeker.look(&bytes));
    }
    seen
}

/// A township with two batches: one published, returned, mended, handed in again and withdrawn; one
/// that lives.
fn with_a_closed_batch(backups: &Path) -> (Township, Batch, Batch) {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let aged = import(&mut clerk, AGED);
    let land = import(&mut clerk, LAND);
    let mend = |value: &str| Edit::Set { line: 2, field: Field::Group, value: value.into() };
    let (land, _) = clerk.edit(&land, &mend("二组")).unwrap();
    let (land, _) = clerk.publish(&land, None).unwrap();
    let land = clerk.submit(&[land]).unwrap().remove(0);
    let aged = clerk.submit(&[aged]).unwrap().remove(0);
    clerk.close().unwrap();
    let mut reviewer = township.session("审核员丙", "2026-07-02");
    let land = reviewer.send_back(&again(&reviewer, &land), "第2行组别请核对", &[2]).unwrap();
    reviewer.close().unwrap();
    let mut clerk = township.session("填报员乙", "2026-07-03");
    let (land, _) = clerk.edit(&again(&clerk, &land), &mend("三组")).unwrap();
    let (land, _) = clerk.publish(&land, None).unwrap();
    let land = clerk.submit(&[land]).unwrap().remove(0);
    let land = clerk.withdraw(&land, "项目停办").unwrap();
    assert_eq!(land.stage(), Stage::Withdrawn);
    clerk.backup(backups).unwrap();
    clerk.backup(backups).unwrap();
    clerk.close().unwrap();
    (township, land, aged)
}

#[test]
fn nothing_is_destroyed_before_its_time_and_nothing_of_it_is_left_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let backups = folder.path().join("backup");
    let (township, land, aged) = with_a_closed_batch(&backups);
    let of_land = Seeker::of(&[PathBuf::from(LAND)]);
    let of_aged = Seeker::of(&[PathBuf::from(AGED)]);
    let kept = seen_in(&township.place, &of_aged);
    for place in [&township.place, &backups] {
        assert!(
            of_land.all.numbers.len() > 300
                && seen_in(place, &of_land).numbers == of_land.all.numbers,
            "it was all there before"
        );
    }

    let mut admin = township.session("管理员甲", "2030-01-01");
    assert_eq!(admin.erasures_due(admin.now().date()).unwrap(), []);
    let early = admin.erase(&again(&admin, &land), ErasureReason::Retention);
    assert!(matches!(early, Err(Failure::Store(StoreError::Refused(Refusal::KeepUntil(_))))));
    admin.close().unwrap();
    let mut clerk = township.session("填报员乙", "2036-08-01");
    let by_clerk = clerk.erase(&again(&clerk, &land), ErasureReason::Retention);
    assert!(matches!(by_clerk, Err(Failure::Store(StoreError::Refused(Refusal::Role(_))))));
    clerk.close().unwrap();

    let mut admin = township.session("管理员甲", "2036-08-01");
    let due = admin.erasures_due(admin.now().date()).unwrap();
    assert_eq!(
        due.iter().map(|due| due.batch.draft.number).collect::<Vec<_>>(),
        [land.draft.number]
    );
    let living = admin.erase(&again(&admin, &aged), ErasureReason::Retention);
    assert!(matches!(living, Err(Failure::Store(StoreError::Refused(Refusal::NotClosed)))));
    let erasure = admin.erase(&due[0].batch, ErasureReason::Retention).unwrap();
    assert!(erasure.blobs >= 8 && erasure.unreachable.is_empty(), "{erasure:?}");
    assert_eq!(erasure.renewed.len(), 1);
    let after = again(&admin, &land);
    assert_eq!(
        (after.draft.totals.lines, admin.rows(&after).unwrap().lines.len()),
        (land.draft.totals.lines, 0)
    );
    let before = admin.store().view_bytes().unwrap();
    admin.rebuild().unwrap();
    assert!(before == admin.store().view_bytes().unwrap(), "rebuild gives the same dossiers");
    assert_eq!(admin.verify_journal().unwrap().faults, []);
    let mut site = MemoryFolder::default();
    admin.site(&mut site).unwrap();
    let replaced = &after.dossier.disclosures[0].body.code;
    let withdrawn = &after.dossier.disclosures[1].body.code;
    assert!(
        site.0.contains_key(&format!("D/{replaced}/disclosure.json")),
        "its public time is not over"
    );
    let page = String::from_utf8(site.0[&format!("D/{withdrawn}/index.html")].clone()).unwrap();
    assert!(
        page.contains("枣林镇段村2026年度耕地地力保护补贴")
            && page.contains("段村村民委员会")
            && !page.contains("<table"),
        "{page}"
    );
    admin.close().unwrap();

    for place in [&township.place, &backups] {
        let left = seen_in(place, &of_land);
        let of_others: Vec<&String> =
            left.numbers.iter().filter(|number| !of_aged.all.numbers.contains(*number)).collect();
        assert!(
            of_others.is_empty(),
            "{} numbers are left below {}",
            of_others.len(),
            place.file_name().unwrap().display()
        );
        assert_eq!(seen_in(place, &of_aged).numbers, kept.numbers, "the living batch is whole");
    }
}

#[test]
fn a_backup_that_is_not_at_hand_is_named_and_cleaned_when_it_is_next_made() {
    let folder = tempfile::tempdir().unwrap();
    let backups = folder.path().join("stick");
    let (township, land, _) = with_a_closed_batch(&backups);
    let elsewhere = folder.path().join("in a drawer");
    std::fs::rename(&backups, &elsewhere).unwrap();
    let mut admin = township.session("管理员甲", "2036-08-01");
    let erasure = admin.erase(&again(&admin, &land), ErasureReason::Retention).unwrap();
    assert_eq!(
        (erasure.renewed.len(), erasure.unreachable),
        (0, vec![backups.display().to_string()])
    );
    let of_land = Seeker::of(&[PathBuf::from(LAND)]);
    assert_eq!(seen_in(&elsewhere, &of_land).numbers, of_land.all.numbers);
    assert_eq!(admin.stale_backups().unwrap(), std::slice::from_ref(&backups));
    std::fs::rename(&elsewhere, &backups).unwrap();
    admin.backup(&backups).unwrap();
    assert_eq!(admin.stale_backups().unwrap().len(), 0);
    admin.close().unwrap();
    assert_eq!(decrypted_ledgers(&backups).len(), 2);
    let of_aged = Seeker::of(&[PathBuf::from(AGED)]);
    assert!(seen_in(&backups, &of_land).numbers.is_subset(&of_aged.all.numbers));
}

#[test]
fn an_erasure_whose_new_file_could_not_be_written_is_finished_by_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let (township, land, _) = with_a_closed_batch(&folder.path().join("backup"));
    // the new ledger's name is taken, so the act is done and the file is not
    let in_the_way = township.place.join("ledger.cunbang.new");
    let mut admin = township.session("管理员甲", "2036-08-01");
    std::fs::create_dir_all(in_the_way.join("x")).unwrap();
    let land = again(&admin, &land);
    assert!(matches!(admin.erase(&land, ErasureReason::Retention), Err(Failure::Vault(_))));
    assert!(admin.store().read().unwrap().rewrite_is_due().unwrap());
    assert!(!again(&admin, &land).dossier.erased.is_empty(), "the act stands");
    admin.close().unwrap();
    std::fs::remove_dir_all(&in_the_way).unwrap();
    let of_land = Seeker::of(&[PathBuf::from(LAND)]);
    assert!(!seen_in(&township.place, &of_land).numbers.is_empty(), "free pages still hold it");
    let admin = township.session("管理员甲", "2036-08-01");
    assert!(!admin.store().read().unwrap().rewrite_is_due().unwrap());
    admin.close().unwrap();
    let left = seen_in(&township.place, &of_land);
    let of_aged = Seeker::of(&[PathBuf::from(AGED)]);
    assert!(left.numbers.iter().all(|number| of_aged.all.numbers.contains(number)));
}
