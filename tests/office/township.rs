//! A township's season at the session, on the real roll layouts: import, check, publish, submit,
//! return, approve, pay, export, poster, site, verify, backup, restore. Every step through the same
//! functions as the screens and the command line.

use crate::support::acts::Acts;
use crate::support::township::{Township, clock, password};
use cunbang::domain::disclosure::Code;
use cunbang::domain::dossier::{Refusal, Stage};
use cunbang::domain::folder::MemoryFolder;
use cunbang::domain::reference::programme::NoticeTime;
use cunbang::domain::roll::{Edit, Field, open_findings};
use cunbang::runtime::clock::Clock;
use cunbang::runtime::session::{
    Batch, Failure, FileVerdict, ImportAsked, NewOffice, NewStore, Session,
};
use cunbang::store::StoreError;
use cunbang::vault::{KdfCost, Password, VaultError};
use std::path::Path;
use std::sync::atomic::AtomicBool;

fn import(session: &mut Session, file: &str) -> Batch {
    let path = Path::new("tests/data/rolls").join(file);
    let imported = session
        .import(&path, &ImportAsked::default(), &AtomicBool::new(false), &mut |_| {})
        .unwrap();
    assert_eq!(imported.rolls.len(), 1);
    let number = imported.rolls[0].draft.unwrap();
    session.batch(&cunbang::runtime::session::BatchName::Draft(number)).unwrap()
}

fn again(session: &Session, batch: &Batch) -> Batch {
    session.batch(&cunbang::runtime::session::BatchName::Draft(batch.draft.number)).unwrap()
}

#[test]
fn a_village_publishes_first_and_the_money_follows_the_notice() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk, "段村-耕地地力保护补贴-2026.csv");
    assert_eq!(clerk.check(&batch).unwrap().found.block, 0);
    let refused = clerk.submit(std::slice::from_ref(&batch));
    assert!(matches!(refused, Err(Failure::Store(StoreError::Refused(Refusal::NoticeFirst)))));
    let (batch, publication) = clerk.publish(&batch, None).unwrap();
    assert_eq!(publication.disclosure.notice.unwrap().to.to_string(), "2026-07-08");
    assert_eq!(publication.disclosure.issuer.name, "段村村民委员会");
    let batch = clerk.submit(&[batch]).unwrap().remove(0);
    assert_eq!(batch.stage(), Stage::Submitted);
    clerk.close().unwrap();

    let mut reviewer = township.session("审核员丙", "2026-07-02");
    let compared = reviewer.compare(&again(&reviewer, &batch)).unwrap();
    assert!(compared.former.is_none() && compared.difference.new.len() == 192);
    let batch = reviewer.approve(&again(&reviewer, &batch)).unwrap();
    reviewer.close().unwrap();

    let mut treasurer = township.session("财政丁", "2026-07-08");
    let refused = treasurer.pay(&[again(&treasurer, &batch)]);
    assert!(matches!(refused, Err(Failure::Store(StoreError::Refused(Refusal::NoticeRuns(_))))));
    treasurer.close().unwrap();
    let mut treasurer = township.session("财政丁", "2026-07-09");
    let list = treasurer.pay(&[again(&treasurer, &batch)]).unwrap();
    assert_eq!((list.lines, list.fen.fen()), (192, 9_954_525));
    let twice = treasurer.pay(&[again(&treasurer, &batch)]);
    assert!(matches!(twice, Err(Failure::Store(StoreError::Refused(Refusal::AlreadyHanded)))));
    let files = treasurer.export(&list.id).unwrap();
    assert_eq!(files, treasurer.export(&list.id).unwrap());
    assert!(files.len() >= 2);
}

#[test]
fn whoever_stands_in_a_batch_cannot_approve_it() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk, "段村-耕地地力保护补贴-2026.csv");
    // the number of the reviewer
    let edit = |line, value: &str| Edit::Set { line, field: Field::Id, value: value.into() };
    let (mut batch, checked) = clerk.edit(&batch, &edit(1, "140923198001010018")).unwrap();
    assert_eq!(checked.found.block, 0);
    for finding in open_findings(&checked.findings, &[]) {
        let check = finding.check;
        let lines = finding.lines.clone();
        let edit = Edit::Explain { check, lines, reason: "已核实".into() };
        batch = clerk.edit(&batch, &edit).unwrap().0;
    }
    let (batch, _) = clerk.publish(&batch, None).unwrap();
    let batch = clerk.submit(&[batch]).unwrap().remove(0);
    clerk.close().unwrap();
    let mut reviewer = township.session("审核员丙", "2026-07-02");
    let refused = reviewer.approve(&batch);
    assert!(matches!(refused, Err(Failure::Store(StoreError::Refused(Refusal::OwnLine)))));
}

#[test]
fn what_somebody_else_has_decided_meanwhile_is_not_decided_again_from_an_old_screen() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk, "段村-高龄津贴-2026.xlsx");
    let batch = clerk.submit(&[batch]).unwrap().remove(0);
    clerk.close().unwrap();
    let mut reviewer = township.session("审核员丙", "2026-07-02");
    reviewer.send_back(&batch, "第2行金额请核对", &[2]).unwrap();
    let refused = reviewer.approve(&batch);
    assert!(matches!(refused, Err(Failure::Store(StoreError::Refused(Refusal::Stale)))));
}

#[test]
fn a_returned_batch_is_mended_and_paper_page_and_money_are_the_same_list() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk, "段村-高龄津贴-2026.xlsx");
    let batch = clerk.submit(&[batch]).unwrap().remove(0);
    clerk.close().unwrap();
    let mut reviewer = township.session("审核员丙", "2026-07-02");
    assert!(matches!(
        reviewer.send_back(&batch, "  ", &[2]),
        Err(Failure::Store(StoreError::Refused(Refusal::NoReason)))
    ));
    let batch = reviewer.send_back(&batch, "第2行金额请核对", &[2]).unwrap();
    assert_eq!(
        reviewer.text(batch.dossier.progress.returned().unwrap().reason).unwrap(),
        "第2行金额请核对"
    );
    reviewer.close().unwrap();

    let mut clerk = township.session("填报员乙", "2026-07-03");
    let edit = |value: &str| cunbang::domain::roll::Edit::Set {
        line: 2,
        field: cunbang::domain::roll::Field::Group,
        value: value.into(),
    };
    let (batch, _) = clerk.edit(&again(&clerk, &batch), &edit("二组")).unwrap();
    let (batch, _) = clerk.edit(&batch, &edit("三组")).unwrap();
    let (batch, _) = clerk.undo(&batch).unwrap();
    assert_eq!(clerk.rows(&batch).unwrap().lines[1].group, "二组");
    let batch = clerk.submit(&[batch]).unwrap().remove(0);
    clerk.close().unwrap();

    let mut reviewer = township.session("审核员丙", "2026-07-04");
    let batch = reviewer.approve(&again(&reviewer, &batch)).unwrap();
    assert_eq!(reviewer.programme_notice(&batch).unwrap(), NoticeTime::AfterReview);
    let (batch, publication) = reviewer.publish(&batch, None).unwrap();
    assert!(matches!(
        reviewer.publish(&batch, None),
        Err(Failure::Store(StoreError::Refused(Refusal::AlreadyPublic)))
    ));
    let poster = reviewer.poster(&batch).unwrap();
    assert_eq!(poster, reviewer.poster(&batch).unwrap());
    assert!(reviewer.signature_sheet(&batch).unwrap().starts_with(b"%PDF"));
    let mut folder = MemoryFolder::default();
    reviewer.site(&mut folder).unwrap();
    let code = Code::of(&publication.disclosure.to_bytes().unwrap());
    let page = format!("D/{code}/disclosure.json");
    assert_eq!(folder.0[&page], publication.disclosure.to_bytes().unwrap());
    let lines = reviewer.rows(&batch).unwrap().lines;
    let on_page: Vec<(u32, i64)> =
        publication.disclosure.rows.iter().map(|row| (row.no, row.amount.fen())).collect();
    assert_eq!(on_page, lines.iter().map(|line| (line.no, line.amount.fen())).collect::<Vec<_>>());
    let saved = township.place.join("saved.json");
    std::fs::write(&saved, &folder.0[&page]).unwrap();
    assert!(FileVerdict::of(&saved, &code, None).unwrap().agrees());
    let names = township.place.join("names.json");
    std::fs::write(&names, reviewer.paper_names(&batch).unwrap()).unwrap();
    assert!(FileVerdict::of(&saved, &code, Some(&names)).unwrap().agrees());
    std::fs::write(&saved, [b" ".as_slice(), &folder.0[&page]].concat()).unwrap();
    assert!(!FileVerdict::of(&saved, &code, None).unwrap().matches);
}

#[test]
fn a_withdrawn_disclosure_leaves_a_tombstone_and_a_file_that_is_here_already_is_refused() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk, "沱阳村-实际种粮农民一次性补贴-2026.csv");
    let path = Path::new("tests/data/rolls/沱阳村-实际种粮农民一次性补贴-2026.csv");
    let twice = clerk.import(path, &ImportAsked::default(), &AtomicBool::new(false), &mut |_| {});
    assert!(matches!(twice, Err(Failure::Store(StoreError::AlreadyHere(1)))));
    clerk.discard(&batch).unwrap();
    let batch = import(&mut clerk, "沱阳村-实际种粮农民一次性补贴-2026.csv");
    let dry = ImportAsked { dry_run: true, ..ImportAsked::default() };
    let shown = clerk.import(path, &dry, &AtomicBool::new(false), &mut |_| {}).unwrap();
    assert_eq!((shown.rolls[0].draft, shown.rolls[0].totals.lines), (None, 41));
    let (batch, publication) = clerk.publish(&batch, None).unwrap();
    assert!(matches!(
        clerk.discard(&batch),
        Err(Failure::Store(StoreError::Refused(Refusal::NotOpen)))
    ));
    let batch = clerk.withdraw(&batch, "名单有误").unwrap();
    assert_eq!(batch.stage(), Stage::Withdrawn);
    let mut folder = MemoryFolder::default();
    clerk.site(&mut folder).unwrap();
    let code = Code::of(&publication.disclosure.to_bytes().unwrap());
    assert!(!folder.0.contains_key(&format!("D/{code}/disclosure.json")));
    assert!(folder.0.contains_key(&format!("D/{code}/index.html")));
}

#[test]
fn no_revision_stays_to_be_read_once_privacy_is_the_reason() {
    use cunbang::domain::disclosure::withdrawal::WithdrawalReason::Privacy;
    use cunbang::domain::roll::{Edit, Field};
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let edit = |value: &str| Edit::Set { line: 2, field: Field::Group, value: value.into() };
    let twice_published = |clerk: &mut Session, file: &str| {
        let (batch, first) = {
            let batch = import(clerk, file);
            clerk.publish(&batch, None).unwrap()
        };
        let (batch, _) = clerk.edit(&batch, &edit("九组")).unwrap();
        let (batch, second) = clerk.publish(&batch, None).unwrap();
        (batch, [first, second].map(|made| Code::of(&made.disclosure.to_bytes().unwrap())))
    };
    let (one, [first, second]) = twice_published(&mut clerk, "段村-耕地地力保护补贴-2026.csv");
    let one = clerk
        .withdraw_disclosure(&one, Some(&second), "备注栏显示了不该公开的内容", Privacy)
        .unwrap();
    assert!(one.dossier.disclosures.iter().all(|disclosed| disclosed.remains.is_some()));
    let (other, codes) = twice_published(&mut clerk, "沱阳村-实际种粮农民一次性补贴-2026.csv");
    clerk.withdraw_as(&other, "备注栏显示了不该公开的内容", Privacy).unwrap();
    let mut folder = MemoryFolder::default();
    clerk.site(&mut folder).unwrap();
    for code in [first, second].iter().chain(&codes) {
        assert!(folder.0.contains_key(&format!("D/{code}/index.html")));
        assert!(
            !folder.0.contains_key(&format!("D/{code}/disclosure.json")),
            "a list with the fault in it is still public"
        );
    }
}

#[test]
fn a_backup_comes_back_under_a_new_terminal() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    import(&mut clerk, "沱阳村-高龄津贴-2026.xlsx");
    let out = township.place.with_file_name("backups");
    clerk.backup(&out).unwrap();
    import(&mut clerk, "沱阳村-公益性岗位补贴-2026.xlsx");
    assert!(clerk.backup(&out).unwrap().rows > 0);
    assert!(out.join("ledger.earlier.cunbang").exists());
    assert!(matches!(clerk.backup(&township.place), Err(Failure::Vault(VaultError::StoreExists))));
    let place = township.place.with_file_name("restored");
    let (restored, chain) =
        Session::restore(&out, &place, "填报员乙", &password(), 60, clock("2026-07-02")).unwrap();
    assert_eq!(restored.batches().unwrap().len(), 2);
    assert_ne!(
        restored.store().read().unwrap().chain().unwrap().terminal,
        clerk.store().read().unwrap().chain().unwrap().terminal
    );
    assert_eq!(chain.last, clerk.store().read().unwrap().chain().unwrap().last);
    assert_eq!(restored.verify_journal().unwrap().faults, []);
}

#[test]
fn people_are_found_in_drafts_and_in_submitted_batches() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk, "枣林东村-高龄津贴-2026-采集模板.xlsx");
    let line = clerk.rows(&batch).unwrap().lines[0].clone();
    let ending: String = line.householder.id.chars().skip(14).collect();
    for _ in 0..2 {
        let found = clerk.find(&ending).unwrap();
        assert!(found.iter().any(|person| person.name.contains(&line.householder.name)
            && person.masked_id.ends_with(&ending)));
        assert!(
            clerk
                .find(&line.householder.name)
                .unwrap()
                .iter()
                .all(|person| !person.payments.is_empty())
        );
        let batch = again(&clerk, &batch);
        if batch.stage() == Stage::Open {
            clerk.submit(&[batch]).unwrap();
        }
    }
}

#[test]
fn a_forgotten_password_is_replaced_and_a_lost_administrator_comes_back_by_the_code() {
    let (township, code) = Township::with_code();
    let new = |text: &str| Password::new(&format!("院墙外面新栽的两棵{text}"));
    let mut administrator = township.session("管理员甲", "2026-07-01");
    administrator.reset_password("填报员乙", &new("枣树")).unwrap();
    assert!(administrator.change_password(&new("不对"), &new("梨树")).is_err());
    administrator.change_password(&password(), &new("梨树")).unwrap();
    administrator.close().unwrap();
    let open = |user: &str, password: &Password| {
        Session::open(&township.place, user, password, 60, clock("2026-07-02"))
    };
    assert!(matches!(
        open("填报员乙", &password()),
        Err(Failure::Vault(VaultError::WrongNameOrPassword))
    ));
    let mut clerk = open("填报员乙", &new("枣树")).unwrap();
    import(&mut clerk, "沱阳村-高龄津贴-2026.xlsx");
    assert!(matches!(
        clerk.reset_password("审核员丙", &new("杏树")),
        Err(Failure::Store(StoreError::Refused(Refusal::Role(_))))
    ));
    clerk.close().unwrap();

    let recover = |who: &str, code: &str| {
        Session::recover(&township.place, code, who, &new("柳树"), clock("2026-07-03"))
    };
    assert!(recover("管理员甲", "0000-0000-0000-0000-0000-0000-0000").is_err());
    assert!(matches!(
        recover("审核员丙", &code),
        Err(Failure::Store(StoreError::Refused(Refusal::Role(_))))
    ));
    recover("管理员甲", &code.to_lowercase()).unwrap();
    let administrator = open("管理员甲", &new("柳树")).unwrap();
    assert_eq!(administrator.verify_journal().unwrap().faults, []);
}

#[test]
fn only_a_practice_store_accepts_another_time() {
    let folder = tempfile::tempdir().unwrap();
    let secret = password();
    let office = |practice| NewOffice {
        division: cunbang::domain::reference::division::DivisionCode::parse("140923104").unwrap(),
        name: "枣林镇人民政府",
        host: "gongshi.example.gov.cn/cb",
        practice,
        administrator: "管理员甲",
        id_number: "11010519491231002X",
        password: &secret,
    };
    let prepare = |practice, clock| {
        NewStore::prepare(folder.path(), &office(practice), KdfCost::FLOOR, clock)
    };
    assert!(matches!(prepare(false, clock("2026-07-01")), Err(Failure::NotPractice)));
    let real = prepare(false, Clock::System).unwrap().found().unwrap().session;
    assert_eq!(real.office().host, "GONGSHI.EXAMPLE.GOV.CN/CB");
    real.close().unwrap();
    let open = |clock| Session::open(folder.path(), "管理员甲", &password(), 60, clock);
    assert!(matches!(open(clock("2026-07-01")), Err(Failure::NotPractice)));
    open(Clock::System).unwrap().close().unwrap();
}

#[test]
fn after_an_unclean_end_every_page_is_looked_at_before_anything_is_shown() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    import(&mut clerk, "段村-耕地地力保护补贴-2026.csv");
    clerk.close().unwrap();
    let running = township.place.join("running");
    assert!(!running.exists());
    // a page of the list turns bad while nobody looks
    let ledger = township.place.join("ledger.cunbang");
    let sound = std::fs::read(&ledger).unwrap();
    let clean_start = |bytes: &[u8]| {
        std::fs::write(&ledger, bytes).unwrap();
        Session::open(&township.place, "填报员乙", &password(), 60, clock("2026-07-02")).map(drop)
    };
    let unclean_start = |bytes: &[u8]| {
        std::fs::write(&running, b"").unwrap();
        clean_start(bytes)
    };
    assert!(unclean_start(&sound).is_ok() && !running.exists());
    let mut noticed = 0;
    for place in (4096 + 2048..sound.len()).step_by(4096) {
        let mut rotten = sound.clone();
        rotten[place] ^= 1;
        if unclean_start(&rotten).is_err() {
            noticed += 1;
            assert!(clean_start(&rotten).is_err(), "and again at the next start");
        }
    }
    assert!(noticed > 0, "a rotten page in use is noticed at the start");
}
