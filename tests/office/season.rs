//! A season of six villages, from the rolls to the end of keeping: notices, one objection upheld
//! and one not, a correction after publication, a withdrawal for privacy with recall, arrears, late
//! postings, results, ended lists, erasure. All figures of the coverage report, the site and the
//! log are asserted.

use crate::support::acts::{Acts, NEAR, NewCase, PublishAsked};
use crate::support::seeker::{Seeker, lines_of};
use crate::support::township::{Township, decrypted_ledgers};
use cunbang::domain::board::Particulars;
use cunbang::domain::board::{BoardColumn, BoardKind, Condition};
use cunbang::domain::case::{Action, CaseKind, CaseType, Channel, Outcome};
use cunbang::domain::disclosure::DisclosureStage;
use cunbang::domain::disclosure::DisclosureStage::{Notice, Result as Paid};
use cunbang::domain::disclosure::erasure_reason::ErasureReason;
use cunbang::domain::disclosure::withdrawal::WithdrawalReason;
use cunbang::domain::dossier::coverage::{CoverageTotals, DownState};
use cunbang::domain::dossier::{RecallReason, Refusal, Stage};
use cunbang::domain::folder::MemoryFolder;
use cunbang::domain::roll::{BatchKind, Edit, Field};
use cunbang::domain::values::date::Date;
use cunbang::domain::values::period::Period;
use cunbang::runtime::session::{
    Batch, BatchName, CaseFacts, CaseWords, Failure, ImportAsked, KnownBoard, Session,
};
use cunbang::store::StoreError;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

/// The six villages, and the roll of the land programme of each.
const LAND: [(&str, &str); 6] = [
    ("段村", "段村-耕地地力保护补贴-2026.csv"),
    ("枣林东村", "枣林东村-耕地地力保护补贴-2026.xlsx"),
    ("枣林西村", "枣林西村-耕地地力保护补贴-2026.xlsx"),
    ("何家寨村", "何家寨村-耕地地力保护补贴-2026.xlsx"),
    ("小敦素村", "小敦素村-耕地地力保护补贴-2026.xlsx"),
    ("沱阳村", "沱阳村-耕地地力保护补贴-2026-采集模板.xlsx"),
];
const ARREARS: &str = "沱阳村-实际种粮农民一次性补贴-2026.csv";

fn roll(file: &str) -> PathBuf {
    Path::new("tests/data/rolls").join(file)
}

fn july(day: i8) -> Date {
    jiff::civil::date(2026, 7, day)
}

fn import(session: &mut Session, file: &str, kind: BatchKind) -> Batch {
    let asked = ImportAsked { kind, ..ImportAsked::default() };
    let imported =
        session.import(&roll(file), &asked, &AtomicBool::new(false), &mut |_| {}).unwrap();
    session.batch(&BatchName::Draft(imported.rolls[0].draft.unwrap())).unwrap()
}

fn refusal<T: std::fmt::Debug>(result: Result<T, Failure>) -> Refusal {
    let error = result.unwrap_err();
    assert!(matches!(error, Failure::Store(StoreError::Refused(_))), "not refused: {error:?}");
    if let Failure::Store(StoreError::Refused(refusal)) = error { refusal } else { Refusal::Misfit }
}

/// The season as it goes on: the township, and each village's batch and boards.
struct Season {
    township: Township,
    batches: Vec<u32>,
}

impl Season {
    fn session(&self, user: &str, day: &str) -> Session {
        self.township.session(user, day)
    }

    fn batch(&self, session: &Session, village: &str) -> Batch {
        let place = LAND.iter().position(|(name, _)| *name == village).unwrap();
        session.batch(&BatchName::Draft(self.batches[place])).unwrap()
    }
}

fn board_named(session: &Session, name: &str) -> KnownBoard {
    session.board(name).unwrap()
}

fn set_up_board(session: &mut Session, batch: &Batch, name: &str, columns: Vec<BoardColumn>) {
    let division = batch.draft.key.division;
    let place = "村委会院外东墙".to_owned();
    let described = Particulars {
        division,
        name: name.to_owned(),
        place,
        kind: BoardKind::Fixed,
        columns,
        since: None,
    };
    session.add_board(described).unwrap();
}

/// 1 July: rolls, boards, notices, postings of those who are in time.
fn notices() -> Season {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let mut batches = Vec::new();
    for (village, file) in LAND {
        let batch = import(&mut clerk, file, BatchKind::Normal);
        assert_eq!((batch.village.as_str(), batch.draft.found.block), (village, 0));
        if village != "沱阳村" {
            set_up_board(
                &mut clerk,
                &batch,
                "门口栏",
                vec![BoardColumn::Village, BoardColumn::Finance],
            );
        }
        if village == "段村" {
            set_up_board(
                &mut clerk,
                &batch,
                "集市栏",
                vec![BoardColumn::Party, BoardColumn::Village],
            );
        }
        clerk.publish(&batch, None).unwrap();
        batches.push(batch.draft.number);
    }
    let season = Season { township, batches };
    for name in
        ["段村/门口栏", "段村/集市栏", "枣林东村/门口栏", "何家寨村/门口栏", "小敦素村/门口栏"]
    {
        let batch = season.batch(&clerk, name.split('/').next().unwrap());
        let known = board_named(&clerk, name);
        clerk.post(&batch, None, &known, july(1), &NEAR).unwrap();
    }
    clerk.close().unwrap();
    season
}

fn objection(session: &mut Session, batch: &Batch, row: u32, outcome: Outcome, action: Action) {
    let today = session.now().date();
    let words =
        CaseWords {
            name: "韩来旺".into(), reach: "二组".into(), text: "面积登记有误".into()
        };
    let new = NewCase {
        kind: CaseKind::Objection,
        received_on: today,
        channel: Channel::InPerson,
        about: CaseType::Area,
        row: Some(row),
        hold: false,
        words,
    };
    let case = session.raise(batch, &new).unwrap();
    let found = CaseFacts {
        investigators: vec!["核实人甲".into(), "核实人乙".into()],
        facts: "到地丈量。".into(),
    };
    let case = session.investigate(&case, today, outcome, &found).unwrap();
    let case = session.answer(&case, today, action, "").unwrap();
    assert!(session.reply_letter(&case).unwrap().starts_with(b"%PDF"));
}

/// 3 July: two objections; the upheld one becomes a second revision, whose posters replace the
/// first.
fn objections(season: &Season) {
    let mut clerk = season.session("填报员乙", "2026-07-03");
    let east = season.batch(&clerk, "枣林东村");
    objection(&mut clerk, &east, 3, Outcome::NotUpheld, Action::Explain);
    let duan = season.batch(&clerk, "段村");
    objection(&mut clerk, &duan, 2, Outcome::Upheld, Action::Correct);
    let edit = Edit::Set { line: 2, field: Field::Quantity, value: "9.99".into() };
    let (duan, _) = clerk.edit(&season.batch(&clerk, "段村"), &edit).unwrap();
    let (duan, second) = clerk.publish(&duan, None).unwrap();
    assert_eq!((second.disclosure.revision, second.disclosure.changes.len()), (2, 1));
    let recalls = clerk.recalls().unwrap();
    assert_eq!(
        recalls.iter().map(|recall| recall.because).collect::<Vec<_>>(),
        [RecallReason::Corrected; 2]
    );
    assert_eq!(clerk.recall_orders().unwrap().len(), 1, "one order, a page a board");
    let mut duan = duan;
    for recall in recalls {
        duan = clerk.take_down(&duan, recall.posting.entry, july(3), &NEAR).unwrap();
        duan = clerk.post(&duan, None, &recall.board, july(3), &NEAR).unwrap();
    }
    clerk.close().unwrap();
}

/// 5 and 6 July: a privacy fault in one village, recalled and made good; a late posting in another;
/// arrears in a third.
fn faults(season: &Season) {
    let mut reviewer = season.session("审核员丙", "2026-07-05");
    let wrong = season.batch(&reviewer, "小敦素村");
    let wrong = reviewer
        .withdraw_disclosure(&wrong, None, "备注栏显示了不该公开的内容", WithdrawalReason::Privacy)
        .unwrap();
    assert_eq!((wrong.stage(), wrong.dossier.live_notice().is_some()), (Stage::Open, false));
    reviewer.close().unwrap();

    let mut clerk = season.session("填报员乙", "2026-07-06");
    let recalls = clerk.recalls().unwrap();
    assert_eq!(
        (recalls.len(), recalls[0].because),
        (1, RecallReason::Withdrawn(WithdrawalReason::Privacy))
    );
    assert_eq!(clerk.coverage().unwrap().totals.recalls_open, 1);
    let wrong = season.batch(&clerk, "小敦素村");
    assert_eq!(
        refusal(clerk.take_down(&wrong, recalls[0].posting.entry, july(6), &[])),
        Refusal::PhotoNeeded
    );
    let wrong = clerk.take_down(&wrong, recalls[0].posting.entry, july(6), &NEAR).unwrap();
    let (wrong, again) = clerk.publish(&wrong, None).unwrap();
    // its bytes name no list before it, so that nothing of the withdrawn one is told; the tombstone
    // leads here (see the site)
    assert_eq!(
        (again.disclosure.revision, again.disclosure.replaces, again.disclosure.changes.len()),
        (2, None, 0)
    );
    let board = board_named(&clerk, "小敦素村/门口栏");
    clerk.post(&wrong, None, &board, july(6), &NEAR).unwrap();

    let west = season.batch(&clerk, "枣林西村");
    let board = board_named(&clerk, "枣林西村/门口栏");
    let west = clerk.post(&west, None, &board, july(6), &[]).unwrap();
    assert_eq!(west.dossier.notice_through(), Some(july(13)), "its own seven days");

    let arrears = import(&mut clerk, ARREARS, BatchKind::Arrears);
    let (_, shown) = clerk.publish(&arrears, None).unwrap();
    assert_eq!(shown.disclosure.kind, BatchKind::Arrears);
    let party = Period::parse("2026Q3").unwrap();
    let market = board_named(&clerk, "段村/集市栏");
    clerk.nothing_to_report(&market, BoardColumn::Party, party, july(6)).unwrap();
    clerk.close().unwrap();
}

/// 7 to 22 July: submitted, approved, one poster down too early, the others in time; handed over
/// and paid.
fn money(season: &Season) -> String {
    let mut clerk = season.session("填报员乙", "2026-07-07");
    for (village, _) in LAND {
        let batch = season.batch(&clerk, village);
        clerk.submit(&[batch]).unwrap();
    }
    clerk.close().unwrap();
    let mut reviewer = season.session("审核员丙", "2026-07-08");
    for (village, _) in LAND {
        reviewer.approve(&season.batch(&reviewer, village)).unwrap();
    }
    reviewer.close().unwrap();
    let mut treasurer = season.session("财政丁", "2026-07-13");
    let all = |session: &Session| {
        LAND.iter().map(|(village, _)| season.batch(session, village)).collect::<Vec<_>>()
    };
    let batches = all(&treasurer);
    assert_eq!(refusal(treasurer.pay(&batches)), Refusal::NoticeRuns(july(13)), "all or none");
    treasurer.close().unwrap();
    let down = |village: &str, day: i8| {
        let mut clerk = season.session("填报员乙", &format!("2026-07-{day:02}"));
        let batch = season.batch(&clerk, village);
        let hanging: Vec<_> = batch
            .dossier
            .postings
            .iter()
            .filter(|posting| posting.hangs())
            .map(|posting| posting.entry)
            .collect();
        let mut batch = batch;
        for posting in hanging {
            batch = clerk.take_down(&batch, posting, july(day), &[]).unwrap();
        }
        clerk.close().unwrap();
    };
    down("何家寨村", 8);
    down("枣林东村", 9);
    down("段村", 11);
    let mut treasurer = season.session("财政丁", "2026-07-20");
    let batches = all(&treasurer);
    let list = treasurer.pay(&batches).unwrap();
    let list = treasurer.book_paid(&list.id, july(20)).unwrap();
    assert!(list.batches.iter().all(|batch| batch.stage() == Stage::Paid));
    treasurer.close().unwrap();
    list.id
}

/// 22 July: two results, a board inspected, the coverage of the season.
fn results(season: &Season) {
    let mut clerk = season.session("填报员乙", "2026-07-22");
    assert_eq!(
        clerk.results_due().unwrap().iter().map(|(_, due)| *due).collect::<Vec<_>>(),
        [jiff::civil::date(2026, 8, 17); 6]
    );
    for village in ["段村", "枣林东村"] {
        let asked = PublishAsked { stage: DisclosureStage::Result, ..PublishAsked::default() };
        let (batch, shown) = clerk.publish_as(&season.batch(&clerk, village), &asked).unwrap();
        assert_eq!((shown.disclosure.paid_on, shown.disclosure.notice), (Some(july(20)), None));
        let board = board_named(&clerk, &format!("{village}/门口栏"));
        clerk.post(&batch, None, &board, july(22), &NEAR).unwrap();
    }
    assert_eq!(clerk.results_due().unwrap().len(), 4);
    let correction = clerk.correct(&season.batch(&clerk, "枣林东村"), &[3]).unwrap();
    clerk.publish(&correction, None).unwrap();
    let board = board_named(&clerk, "枣林东村/门口栏");
    clerk.inspect_board(&board, july(22), Condition::Good, &NEAR).unwrap();
    clerk.close().unwrap();
}

#[expect(clippy::too_many_lines, reason = "the report, line by line")]
fn the_coverage_report(season: &Season) {
    let clerk = season.session("填报员乙", "2026-07-24");
    let report = clerk.coverage().unwrap();
    let told: Vec<(String, DisclosureStage, u32, u32, u32, u32, DownState)> = report
        .rows
        .iter()
        .map(|row| {
            let village = LAND.iter().map(|(name, _)| *name).find(|name| {
                let batch = season.batch(&clerk, name);
                batch.draft.key.division == row.division
            });
            (
                village.unwrap_or_default().to_owned(),
                row.stage,
                row.revision,
                row.required,
                row.posted,
                row.late_days,
                row.down,
            )
        })
        .collect();
    let row = |village: &str, stage, revision, required, posted, late, down| {
        (village.to_owned(), stage, revision, required, posted, late, down)
    };
    let mut expected = vec![
        row("枣林东村", Notice, 1, 1, 1, 0, DownState::InTime),
        row("枣林东村", Paid, 1, 1, 1, 0, DownState::Hanging),
        row("枣林东村", Notice, 1, 1, 0, 2, DownState::NotPosted),
        row("枣林西村", Notice, 1, 1, 1, 5, DownState::Overdue(10)),
        row("何家寨村", Notice, 1, 1, 1, 0, DownState::Early(1)),
        row("沱阳村", Notice, 1, 0, 0, 0, DownState::NotPosted),
        row("沱阳村", Notice, 1, 0, 0, 0, DownState::NotPosted),
        row("段村", Notice, 1, 2, 2, 0, DownState::Recalled),
        row("段村", Paid, 1, 2, 1, 2, DownState::Hanging),
        row("段村", Notice, 2, 2, 2, 0, DownState::InTime),
        row("小敦素村", Notice, 1, 1, 1, 0, DownState::Recalled),
        row("小敦素村", Notice, 2, 1, 1, 0, DownState::Overdue(10)),
        // paid on 20 July, and the result not yet public
        row("枣林西村", Paid, 1, 1, 0, 0, DownState::NotPosted),
        row("何家寨村", Paid, 1, 1, 0, 0, DownState::NotPosted),
        row("小敦素村", Paid, 1, 1, 0, 0, DownState::NotPosted),
        row("沱阳村", Paid, 1, 0, 0, 0, DownState::NotPosted),
    ];
    let mut sorted = told.clone();
    sorted.sort_by_key(|row| format!("{row:?}"));
    expected.sort_by_key(|row| format!("{row:?}"));
    assert_eq!(sorted, expected);
    let villages = report.totals.villages_without_board;
    let counted = CoverageTotals {
        disclosures: 12,
        complete: 8,
        unposted: 3,
        late: 3,
        early_down: 1,
        late_down: 2,
        recalls_open: 0,
        boards_overdue: 0,
        villages_without_board: villages,
        unpublished: 4,
    };
    assert_eq!(report.totals, counted);
    assert!(villages > 20, "the township has villages that post nothing here");
    assert_eq!(report.boards.len(), 6);
    assert_eq!(report.silent, [], "every column was spoken of, the party's with 本期无事项");
    assert!(clerk.coverage_paper(&report, false).unwrap().starts_with(b"%PDF"));
    clerk.close().unwrap();
    // 90 days on, five of the six boards have not been looked at; the one that was, on 22 July, has
    // a day to go
    let later = season.session("填报员乙", "2026-10-20");
    let report = later.coverage().unwrap();
    assert_eq!(report.totals.boards_overdue, 5);
    let owed: Vec<u32> =
        report.rows.iter().filter(|row| row.code.is_none()).map(|row| row.late_days).collect();
    assert_eq!(owed, [64; 4], "the four results were due on 17 August");
    later.close().unwrap();
}

fn json(folder: &MemoryFolder, path: &str) -> serde_json::Value {
    serde_json::from_slice(&folder.0[path]).unwrap()
}

fn text(folder: &MemoryFolder, path: &str) -> String {
    String::from_utf8(folder.0[path].clone()).unwrap()
}

/// (corrections, withdrawals, ends) of the log, and how many pages carry their list.
fn told_by(folder: &MemoryFolder) -> (usize, usize, usize, usize) {
    let log = json(folder, "log.json");
    let entries = log["entries"].as_array().unwrap().clone();
    let count = |act: &str| entries.iter().filter(|entry| entry["act"] == act).count();
    let lists = folder
        .0
        .keys()
        .filter(|path| path.starts_with("D/") && path.ends_with("disclosure.json"))
        .count();
    (count("correction"), count("withdrawal"), count("end"), lists)
}

fn site(session: &Session) -> MemoryFolder {
    let mut folder = MemoryFolder::default();
    session.site(&mut folder).unwrap();
    folder
}

fn the_site_and_its_log(season: &Season) {
    let clerk = season.session("填报员乙", "2026-07-24");
    let folder = site(&clerk);
    // 6 notices, 2 second revisions, 2 results, arrears, correction batch; the withdrawn one has
    // lost its list
    assert_eq!(told_by(&folder), (1, 1, 0, 11));
    let entries = json(&folder, "log.json")["entries"].as_array().unwrap().clone();
    let correction = entries.iter().find(|entry| entry["act"] == "correction").unwrap();
    assert_eq!(
        (
            correction["rows"].as_u64(),
            correction["reasons"][0].as_str(),
            correction["village"].as_str()
        ),
        (Some(1), Some("objection"), Some("枣林镇段村"))
    );
    let withdrawal = entries.iter().find(|entry| entry["act"] == "withdrawal").unwrap();
    assert_eq!(
        (withdrawal["reasons"][0].as_str(), withdrawal["on"].as_str()),
        (Some("privacy"), Some("2026-07-05"))
    );
    let duan = season.batch(&clerk, "段村");
    let page = text(&folder, &format!("V/{}/index.html", duan.draft.key.division));
    assert!(page.contains("村委会院外东墙") && page.contains("本期无事项"));
    let first = text(&folder, &format!("D/{}/index.html", duan.dossier.disclosures[0].body.code));
    let second = duan.dossier.disclosures[1].body.code.to_string();
    assert!(first.contains(&second), "page 1 leads to page 2");
    let [withdrawn, again] = [0, 1].map(|place| {
        season.batch(&clerk, "小敦素村").dossier.disclosures[place].body.code.to_string()
    });
    let tombstone = text(&folder, &format!("D/{withdrawn}/index.html"));
    assert!(
        tombstone.contains(&format!("../{again}/index.html")),
        "whoever holds the old paper is led to the new list"
    );
    assert!(!text(&folder, &format!("D/{again}/index.html")).contains(&withdrawn));
    assert!(
        !folder.0.contains_key(&format!("D/{withdrawn}/disclosure.json"))
            && tombstone.contains("隐私保护")
    );
    clerk.close().unwrap();
}

/// 2029: the lists have had their public time; their pages stay.
fn the_end_of_the_lists(season: &Season) {
    let mut clerk = season.session("填报员乙", "2029-01-08");
    let due = clerk.lists_due().unwrap();
    assert_eq!(due.iter().map(|(_, lists)| lists).sum::<usize>(), 11);
    for (batch, _) in due {
        clerk.end_lists(&batch).unwrap();
    }
    let folder = site(&clerk);
    assert_eq!(told_by(&folder), (1, 1, 11, 0));
    let duan = season.batch(&clerk, "段村");
    let body = &duan.dossier.disclosures[1].body;
    assert!(
        text(&folder, &format!("D/{}/index.html", body.code)).contains(&body.totals.fen.grouped()),
        "totals stay"
    );
    clerk.close().unwrap();
}

/// 2036: the private papers go, out of the ledger and out of both backups; the site stays as it
/// was.
fn the_end_of_keeping(season: &Season) {
    let backups = season.township.place.parent().unwrap().join("backup");
    let mut admin = season.session("管理员甲", "2036-08-01");
    admin.backup(&backups).unwrap();
    admin.backup(&backups).unwrap();
    let before = site(&admin);
    let due = admin.erasures_due(admin.now().date()).unwrap();
    assert_eq!(
        due.iter().map(|due| due.batch.draft.number).collect::<BTreeSet<_>>(),
        season.batches.iter().copied().collect()
    );
    for one in due {
        admin.erase(&one.batch, ErasureReason::Retention).unwrap();
    }
    let after = site(&admin);
    // a page whose bytes are gone can no longer say by which key they were signed; code, totals and
    // signature stay
    let names = |folder: &MemoryFolder| folder.0.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&before), names(&after));
    let differs = |path: &&String| {
        before.0[*path] != after.0[*path] && !path.starts_with("D/") && *path != "manifest.json"
    };
    assert_eq!(before.0.keys().filter(differs).collect::<Vec<_>>(), Vec::<&String>::new());
    let duan = season.batch(&admin, "段村").dossier.disclosures[1].body.clone();
    let page = text(&after, &format!("D/{}/index.html", duan.code));
    assert!(
        page.contains(&duan.code.grouped()) && page.contains(&duan.totals.fen.grouped()),
        "code and totals stay"
    );
    let views = admin.store().view_bytes().unwrap();
    admin.rebuild().unwrap();
    assert!(views == admin.store().view_bytes().unwrap(), "rebuild gives the same dossiers");
    assert_eq!(admin.verify_journal().unwrap().faults, []);
    admin.close().unwrap();

    let land: Vec<PathBuf> = LAND.iter().map(|(_, file)| roll(file)).collect();
    let erased = Seeker::of(&land);
    let living = Seeker::of(&[roll(ARREARS)]);
    // the correction batch is not closed: its one line lives, like the arrears
    let corrected: BTreeSet<String> = lines_of(&roll(LAND[1].1))
        .1
        .iter()
        .filter(|line| line.no == 3)
        .flat_map(|line| [line.householder.id.clone(), line.card.clone(), line.phone.clone()])
        .collect();
    for place in [&season.township.place, &backups] {
        let ledgers = decrypted_ledgers(place);
        assert!(!ledgers.is_empty());
        for bytes in ledgers {
            let left = erased.look(&bytes);
            let stray = left.numbers.iter().filter(|number| {
                !living.all.numbers.contains(*number) && !corrected.contains(*number)
            });
            assert_eq!(stray.count(), 0, "of {} numbers", erased.all.numbers.len());
        }
    }
}

#[test]
fn a_season_of_six_villages_from_the_rolls_to_the_end_of_keeping() {
    let season = notices();
    objections(&season);
    faults(&season);
    money(&season);
    results(&season);
    the_coverage_report(&season);
    the_site_and_its_log(&season);
    the_end_of_the_lists(&season);
    the_end_of_keeping(&season);
}
