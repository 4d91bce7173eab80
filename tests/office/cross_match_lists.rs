//! Lists to match rolls against and what other batches know, at the session: from the file to the
//! findings and the report.

use crate::support::acts::Acts;
use crate::support::township::Township;
use cunbang::domain::checks::Outcome;
use cunbang::domain::dossier::Refusal;
use cunbang::domain::people::cross_match::{ListError, ListKind};
use cunbang::domain::people::identity::IdNumber;
use cunbang::domain::roll::finding::{Check, Level};
use cunbang::runtime::session::{
    Batch, BatchName, Checked, Failure, ImportAsked, ListAsked, Session,
};
use cunbang::store::StoreError;
use std::fmt::Write as _;
use std::fs;
use std::sync::atomic::AtomicBool;

const HERE: &str = "140923104204,段村";
const THERE: &str = "140923104203,沱阳村";

/// A right ID number of somebody born in the 1960s.
fn id(person: u32) -> String {
    let head = format!("14092319650{}15{person:03}", person % 9 + 1);
    let last = "0123456789X".chars().find(|last| IdNumber::parse(&format!("{head}{last}")).is_ok());
    format!("{head}{}", last.unwrap())
}

/// A right card of this number.
fn card(number: u32) -> String {
    let head = format!("622848{:012}", (u64::from(number) + 1) * 123_456_789);
    let last = ('0'..='9')
        .find(|last| cunbang::domain::people::card::check_card(&format!("{head}{last}")).is_ok());
    format!("{head}{}", last.unwrap())
}

/// A roll of the minimum allowance: `(person, card, months)` a line.
fn roll(village: &str, year: i16, lines: &[(u32, u32, u32)]) -> String {
    let mut text =
        "年度,项目名称,村代码,村名,姓名,身份证号,银行卡号,补贴标准,数量,补贴金额\n".to_owned();
    for (person, account, months) in lines {
        let name = ['甲', '乙', '丙', '丁', '戊'][*person as usize];
        let fen = 48_350 * months;
        let id = id(*person);
        let card = card(*account);
        writeln!(text, "{year},农村居民最低生活保障金,{village},王{name}民,{id},{card},483.50,{months},{}.{:02}", fen / 100, fen % 100)
            .unwrap();
    }
    text
}

struct Place {
    township: Township,
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        Self { township: Township::new(), folder: tempfile::tempdir().unwrap() }
    }

    fn import(&self, session: &mut Session, text: &str) -> Batch {
        let path = self.folder.path().join("roll.csv");
        fs::write(&path, text).unwrap();
        let imported = session
            .import(&path, &ImportAsked::default(), &AtomicBool::new(false), &mut |_| {})
            .unwrap();
        session.batch(&BatchName::Draft(imported.rolls[0].draft.unwrap())).unwrap()
    }

    fn list(&self, kind: ListKind, text: &str) -> Result<u32, Failure> {
        let path = self.folder.path().join("list.csv");
        fs::write(&path, text).unwrap();
        let programme = (kind == ListKind::Register).then(|| "P13".to_owned());
        let mut session = self.township.session("管理员甲", "2026-11-01");
        let body = session.import_list(
            &path,
            &ListAsked { kind, programme, as_of: jiff::civil::date(2026, 10, 1) },
        );
        session.close().unwrap();
        body.map(|body| body.count)
    }
}

fn told(checked: &Checked) -> Vec<(Check, Level, Vec<u32>)> {
    checked
        .findings
        .iter()
        .map(|finding| (finding.check, finding.level, finding.lines.clone()))
        .collect()
}

/// Did the check run? Else the key of why not.
fn ran(checked: &Checked, check: Check) -> Result<(), &'static str> {
    let outcome = &checked.report.iter().find(|told| told.check == check).unwrap().outcome;
    if let Outcome::Ran { .. } = outcome { Ok(()) } else { Err(outcome.sentence().key) }
}

#[test]
fn lists_of_persons_stop_the_payments_of_the_dead_and_tell_who_was_left_out() {
    let place = Place::new();
    let mut clerk = place.township.session("填报员乙", "2026-11-02");
    let batch = place.import(&mut clerk, &roll(HERE, 2026, &[(0, 0, 12), (1, 1, 12), (2, 2, 12)]));
    let before = clerk.check(&batch).unwrap();
    assert_eq!(told(&before), []);
    assert_eq!(ran(&before, Check::A11), Err("check-lacks-deceased"));
    assert_eq!(ran(&before, Check::A29), Err("check-lacks-register"));
    clerk.close().unwrap();

    // in the encoding and with the titles of another office's Excel
    let (dead, _, _) = encoding_rs::GB18030.encode("姓名,证件号码,死亡日期\n某人,");
    let dead = [&dead[..], format!("{},2025-03\n", id(1)).as_bytes()].concat();
    fs::write(place.folder.path().join("dead.csv"), dead).unwrap();
    let mut office = place.township.session("管理员甲", "2026-11-03");
    let asked = ListAsked {
        kind: ListKind::Deceased,
        programme: None,
        as_of: jiff::civil::date(2026, 10, 1),
    };
    let body = office.import_list(&place.folder.path().join("dead.csv"), &asked).unwrap();
    let kept =
        String::from_utf8(office.store().read().unwrap().blob(body.content).unwrap()).unwrap();
    assert!(
        kept.ends_with(",2025-03-31,,\n")
            && !kept.contains(id(1).get(6..14).unwrap())
            && !kept.contains("某人")
    );
    office.close().unwrap();
    assert_eq!(place.list(ListKind::PublicStaff, &format!("身份证号\n{}\n", id(0))).unwrap(), 1);
    assert_eq!(place.list(ListKind::Relatives, &format!("身份证号\n{}\n", id(2))).unwrap(), 1);
    let register = format!(
        "身份证号,村代码\n{},140923104204\n{},140923104204\n{},140923104204\n",
        id(0),
        id(1),
        id(4)
    );
    assert_eq!(place.list(ListKind::Register, &register).unwrap(), 3);

    let clerk = place.township.session("填报员乙", "2026-11-04");
    let checked = clerk.check(&batch).unwrap();
    let expected = [
        (Check::A29, Level::Explain, vec![1, 2, 3]),
        (Check::A12, Level::Explain, vec![1]),
        (Check::A11, Level::Block, vec![2]),
        (Check::A28, Level::Explain, vec![3]),
        (Check::A13, Level::Inform, vec![3]),
    ];
    assert!(
        expected.iter().all(|one| told(&checked).contains(one))
            && told(&checked).len() == expected.len(),
        "{:?}",
        told(&checked)
    );
    assert_eq!(ran(&checked, Check::A15), Err("check-lacks-quantities"));
    clerk.close().unwrap();
}

#[test]
fn a_list_is_taken_in_whole_by_an_administrator_and_a_later_one_replaces_it() {
    let place = Place::new();
    let wrong = place.list(ListKind::Deceased, &format!("身份证号\n{}\n123\n", id(0)));
    assert!(matches!(wrong, Err(Failure::List(ListError::WrongId { row: 3 }))));
    let workbook = place.list(ListKind::Deceased, "PK\u{3}\u{4}\u{0}\u{0}");
    assert!(matches!(workbook, Err(Failure::List(ListError::NotCsv))));
    let mut clerk = place.township.session("填报员乙", "2026-11-02");
    let asked = ListAsked {
        kind: ListKind::Register,
        programme: None,
        as_of: jiff::civil::date(2026, 10, 1),
    };
    let refused = clerk.import_list(&place.folder.path().join("list.csv"), &asked);
    assert!(matches!(refused, Err(Failure::Store(StoreError::Refused(Refusal::Role(_))))));
    assert_eq!(clerk.lists().unwrap(), []);
    clerk.close().unwrap();

    place.list(ListKind::Deceased, &format!("身份证号\n{}\n", id(0))).unwrap();
    place.list(ListKind::Deceased, &format!("身份证号\n{}\n{}\n", id(1), id(2))).unwrap();
    place.list(ListKind::Register, &format!("身份证号\n{}\n", id(0))).unwrap();
    let mut clerk = place.township.session("填报员乙", "2026-11-02");
    let held: Vec<_> = clerk
        .lists()
        .unwrap()
        .iter()
        .map(|held| (held.list.body.list, held.list.body.count, held.in_force))
        .collect();
    assert_eq!(
        held,
        [
            (ListKind::Deceased, 1, false),
            (ListKind::Deceased, 2, true),
            (ListKind::Register, 1, true)
        ]
    );
    let batch = place.import(&mut clerk, &roll(HERE, 2026, &[(0, 0, 12)]));
    let checked = clerk.check(&batch).unwrap();
    assert_eq!((ran(&checked, Check::A11), told(&checked)), (Ok(()), vec![]));
    clerk.close().unwrap();
}

#[test]
fn what_other_batches_paid_is_known_to_the_checks() {
    let place = Place::new();
    let mut clerk = place.township.session("填报员乙", "2026-11-02");
    let last = place.import(&mut clerk, &roll(HERE, 2025, &[(0, 0, 6), (1, 1, 12), (2, 2, 12)]));
    clerk.submit(&[last]).unwrap();
    // one is paid for longer, one has a new card, one is gone, one is new
    let batch = place.import(&mut clerk, &roll(HERE, 2026, &[(0, 0, 12), (1, 9, 12), (3, 3, 12)]));
    let checked = clerk.check(&batch).unwrap();
    let whole_roll = (Check::A20, Level::Inform, vec![]);
    let expected = [
        whole_roll,
        (Check::A20, Level::Explain, vec![1]),
        (Check::A27, Level::Explain, vec![2]),
        (Check::A20, Level::Inform, vec![3]),
    ];
    assert_eq!(told(&checked), expected);
    let gone = &checked.findings[0].sentence;
    assert_eq!((gone.key, gone.args[0].1.as_str()), ("finding-a20-gone", "1"));

    // the neighbouring village has the same person, under another name
    let text = roll(THERE, 2026, &[(0, 0, 12)]).replace("王甲民", "王甲明");
    let there = place.import(&mut clerk, &text);
    let checked = clerk.check(&there).unwrap();
    // the county asks from 10,000 yuan a year to one account on
    let expected = [
        (Check::A03, Level::Block, vec![1]),
        (Check::A06, Level::Explain, vec![1]),
        (Check::A10, Level::Explain, vec![1]),
    ];
    assert_eq!(told(&checked), expected);
    assert!(checked.findings[0].sentence.args.contains(&("division", "140923104204".to_owned())));
    clerk.close().unwrap();
}
