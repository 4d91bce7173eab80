//! A rate, a division and a law change from a day on: what was decided before stays to the last
//! byte, and everything after goes by the new rule, in the checks, on the poster and in what a
//! decision can show.

use crate::support::acts::{Acts, NewCase};
use crate::support::pdf;
use crate::support::township::Township;
use cunbang::domain::board::Particulars;
use cunbang::domain::board::{BoardColumn, BoardKind};
use cunbang::domain::case::{Action, CaseKind, CaseType, Channel, Outcome};
use cunbang::domain::disclosure::erasure_reason::ErasureReason;
use cunbang::domain::folder::MemoryFolder;
use cunbang::domain::reference::ChangeKind;
use cunbang::domain::roll::finding::{Check, Level};
use cunbang::domain::text::words::{Lang, Words};
use cunbang::runtime::session::{
    Batch, BatchName, CaseFacts, CaseWords, Failure, ImportAsked, Session,
};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::atomic::AtomicBool;

const RULES: &str = "tests/data/dated-rules";

fn import(session: &mut Session, path: &Path) -> Batch {
    let imported = session
        .import(path, &ImportAsked::default(), &AtomicBool::new(false), &mut |_| {})
        .unwrap();
    session.batch(&BatchName::Draft(imported.rolls[0].draft.unwrap())).unwrap()
}

fn again(session: &Session, batch: &Batch) -> Batch {
    session.batch(&BatchName::Draft(batch.draft.number)).unwrap()
}

/// Everything that a decided batch shows: its public bytes, poster, findings, finance names and
/// rules in full.
fn shown(session: &Session, batch: &Batch) -> Vec<Vec<u8>> {
    let batch = again(session, batch);
    let mut site = MemoryFolder::default();
    session.site(&mut site).unwrap();
    let code = batch.dossier.live_disclosure().unwrap().body.code.clone();
    let words = Words::new(Lang::Zh);
    let findings: Vec<String> = session
        .check(&batch)
        .unwrap()
        .findings
        .iter()
        .map(|finding| words.say(&finding.sentence))
        .collect();
    let mut rules = String::new();
    for behind in session.rules_behind(&batch).unwrap() {
        for rule in &behind.rules {
            let row = behind.reference.rule(rule).unwrap();
            let body: Vec<String> =
                row.sentences().iter().map(|sentence| words.say(sentence)).collect();
            writeln!(rules, "{} {} {rule} {}", behind.kind, behind.day, body.concat()).unwrap();
        }
    }
    vec![
        site.0[&format!("D/{code}/disclosure.json")].clone(),
        session.poster(&batch).unwrap(),
        findings.join("\n").into_bytes(),
        format!("{} {}", batch.programme, batch.unit).into_bytes(),
        rules.into_bytes(),
    ]
}

/// Three households of the village at this rate.
fn roll(folder: &Path, rate: &str, amounts: [&str; 3]) -> std::path::PathBuf {
    let path = folder.join(format!("代县枣林镇新段村2027年耕地地力保护补贴-{rate}.csv"));
    let mut text = "序号,姓名,身份证号,银行卡号,开户银行,组,数量,标准,金额\n".to_owned();
    let people = [
        ("张三", "140923198001010018", "6214123456789012348"),
        ("李四", "142225195503151235", "6217001234567890122"),
        ("王五", "142225196507120043", "6222020100000123453"),
    ];
    for (no, ((name, id, card), amount)) in people.into_iter().zip(amounts).enumerate() {
        writeln!(
            text,
            "{},{name},{id},{card},代县农商银行,一组,{},{rate},{amount}",
            no + 1,
            no + 2
        )
        .unwrap();
    }
    std::fs::write(&path, text).unwrap();
    path
}

/// A batch of 2026, published, submitted and approved.
fn decided(township: &Township) -> Batch {
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk, Path::new("tests/data/rolls/段村-耕地地力保护补贴-2026.csv"));
    let (batch, publication) = clerk.publish(&batch, None).unwrap();
    assert_eq!(
        publication.disclosure.basis.last().unwrap(),
        "《中华人民共和国村民委员会组织法》",
        "the article of 2026 waits for the county"
    );
    let batch = clerk.submit(&[batch]).unwrap().remove(0);
    clerk.close().unwrap();
    let mut reviewer = township.session("审核员丙", "2026-07-02");
    let batch = reviewer.approve(&again(&reviewer, &batch)).unwrap();
    reviewer.close().unwrap();
    batch
}

/// The set of 2027, taken in late in 2026.
fn changed_rules(township: &Township) {
    let mut administrator = township.session("管理员甲", "2026-11-22");
    let set = administrator.read_reference(Path::new(RULES)).unwrap();
    let plan = administrator.plan_reference(&set).unwrap();
    let told: Vec<(ChangeKind, String)> =
        plan.changes.iter().map(|change| (change.kind, change.rule.to_string())).collect();
    for (kind, rule) in [
        (ChangeKind::New, "rate:P01@2027-01-01"),
        (ChangeKind::Ends, "rate:P01@2024-01-01"),
        (ChangeKind::New, "division:140923104204@2027-01-01"),
        (ChangeKind::Ends, "division:140923104204"),
        (ChangeKind::New, "citation:village-affairs-disclosure@2027-01-01"),
        (ChangeKind::Ends, "citation:village-affairs-disclosure@2026-01-01"),
    ] {
        assert!(told.contains(&(kind, rule.to_owned())), "{rule} in {told:?}");
    }
    assert_eq!((plan.rewrites_since, plan.decided_since), (None, 0), "nothing of the past changes");
    assert_eq!(administrator.import_reference(&set).unwrap(), plan);
    administrator.close().unwrap();
}

#[test]
fn what_was_decided_before_a_change_stays_to_the_last_byte() {
    let township = Township::new();
    let old = decided(&township);
    let before = shown(&township.session("审核员丙", "2026-07-03"), &old);
    let rules = String::from_utf8(before[4].clone()).unwrap();
    for kind in ["published", "submitted", "approved"] {
        assert!(rules.contains(&format!("{kind} 2026-07-0")), "{rules}");
    }
    changed_rules(&township);
    let clerk = township.session("填报员乙", "2027-02-01");
    assert_eq!(shown(&clerk, &old), before);
    let paper = pdf::words(&clerk.poster(&again(&clerk, &old)).unwrap());
    assert!(!paper.contains("第三十四条") && !paper.contains("新段村"));
}

/// A batch of 2026 from its poster and an objection to the payment of 10 July.
fn paid(township: &Township) -> Batch {
    let july = |day| jiff::civil::date(2026, 7, day);
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk, Path::new("tests/data/rolls/段村-耕地地力保护补贴-2026.csv"));
    let division = batch.draft.key.division;
    let name = "门口栏".to_owned();
    let place = "村委会院外东墙".to_owned();
    let kind = BoardKind::Fixed;
    let columns = vec![BoardColumn::Village];
    let board =
        clerk.add_board(Particulars { division, name, place, kind, columns, since: None }).unwrap();
    let (batch, _) = clerk.publish(&batch, None).unwrap();
    let batch = clerk.post(&batch, None, &board, july(1), &[]).unwrap();
    let words =
        CaseWords { name: String::new(), reach: String::new(), text: "面积少登记了".into() };
    let kind = CaseKind::Objection;
    let channel = Channel::Phone;
    let about = CaseType::Area;
    let case = clerk
        .raise(
            &batch,
            &NewCase {
                kind,
                received_on: july(1),
                channel,
                about,
                row: Some(2),
                hold: false,
                words,
            },
        )
        .unwrap();
    let facts = CaseFacts {
        investigators: vec!["核实人甲".into(), "核实人乙".into()],
        facts: "登记无误。".into(),
    };
    let case = clerk.investigate(&case, july(1), Outcome::NotUpheld, &facts).unwrap();
    clerk.answer(&case, july(1), Action::Explain, "").unwrap();
    let batch = clerk.submit(&[again(&clerk, &batch)]).unwrap().remove(0);
    clerk.close().unwrap();
    let mut reviewer = township.session("审核员丙", "2026-07-02");
    reviewer.approve(&again(&reviewer, &batch)).unwrap();
    reviewer.close().unwrap();
    let mut treasurer = township.session("财政丁", "2026-07-10");
    let list = treasurer.pay(&[again(&treasurer, &batch)]).unwrap();
    let list = treasurer.book_paid(&list.id, july(10)).unwrap();
    treasurer.close().unwrap();
    list.batches[0].clone()
}

/// The rules behind the entries of a batch that name only some.
fn counted(session: &Session, batch: &Batch) -> Vec<(&'static str, Vec<String>)> {
    let behind = session.rules_behind(&again(session, batch)).unwrap();
    let some = behind
        .iter()
        .filter(|behind| !["published", "submitted", "approved"].contains(&behind.kind));
    some.map(|behind| (behind.kind, behind.rules.iter().map(ToString::to_string).collect()))
        .collect()
}

#[test]
fn a_day_that_was_counted_names_its_numbers_and_holidays_and_a_reply_its_articles() {
    let township = Township::new();
    let batch = paid(&township);
    changed_rules(&township);
    let mut administrator = township.session("管理员甲", "2036-08-01");
    administrator.erase(&again(&administrator, &batch), ErasureReason::Retention).unwrap();
    let cited =
        ["citation:village-affairs-disclosure@2026-01-01", "citation:village-inquiry@2026-01-01"];
    let expected: [(&str, &[&str]); 6] = [
        ("posted", &["notice:P01", "holidays:2026"]),
        ("raised", &["holidays:2026", "policy:objection_reply_days"]),
        ("answered", &cited),
        ("pay-listed", &["programme:P01", "rate:P01@2024-01-01", "notice:P01"]),
        ("paid", &["programme:P01", "holidays:2026", "policy:result_days"]),
        ("erased", &["policy:keep_private_years"]),
    ];
    let expected = expected.map(|(kind, rules)| {
        (kind, rules.iter().map(|rule| (*rule).to_owned()).collect::<Vec<String>>())
    });
    assert_eq!(counted(&administrator, &batch), expected);
}

#[test]
fn what_comes_after_a_change_goes_by_the_new_rate_name_and_law() {
    let township = Township::new();
    changed_rules(&township);
    let folder = tempfile::tempdir().unwrap();
    let mut clerk = township.session("填报员乙", "2027-02-01");
    let wrong = import(&mut clerk, &roll(folder.path(), "67.00", ["134.00", "201.00", "268.00"]));
    let found = clerk.check(&wrong).unwrap().findings;
    let rate: Vec<_> = found.iter().filter(|finding| finding.check == Check::A18).collect();
    assert_eq!((rate.len(), rate[0].level), (3, Level::Block));
    assert!(
        Words::new(Lang::Zh)
            .say(&rate[0].sentence)
            .contains("70.00(晋财农〔2026〕88号, 2027-01-01)")
    );
    clerk.discard(&wrong).unwrap();
    let new = import(&mut clerk, &roll(folder.path(), "70.00", ["140.00", "210.00", "280.00"]));
    let (new, publication) = clerk.publish(&new, None).unwrap();
    assert_eq!(publication.disclosure.division.name, "新段村");
    assert_eq!(publication.disclosure.issuer.name, "新段村村民委员会");
    assert_eq!(
        publication.disclosure.basis.last().unwrap(),
        "《中华人民共和国村民委员会组织法》第三十四条"
    );
    let poster = clerk.poster(&new).unwrap();
    pdf::is_sound(&poster);
    let paper = pdf::words(&poster);
    assert!(
        paper.contains("第三十四条") && paper.contains("新段村") && paper.contains("70"),
        "{paper}"
    );
    let behind = clerk.rules_behind(&again(&clerk, &new)).unwrap();
    let named: Vec<String> = behind[0].rules.iter().map(ToString::to_string).collect();
    for rule in [
        "rate:P01@2027-01-01",
        "division:140923104204@2027-01-01",
        "citation:village-affairs-disclosure@2027-01-01",
    ] {
        assert!(named.iter().any(|known| known == rule), "{rule} in {named:?}");
    }
}

#[test]
fn a_roll_of_a_village_that_was_merged_is_told_where_it_belongs_now() {
    let township = Township::new();
    changed_rules(&township);
    let gone = Path::new("tests/data/rolls/沱阳村-耕地地力保护补贴-2026-采集模板.xlsx");
    let refused = |day| {
        let mut clerk = township.session("填报员乙", day);
        match clerk.import(gone, &ImportAsked::default(), &AtomicBool::new(false), &mut |_| {}) {
            Err(Failure::Intake(errors, _)) => Words::new(Lang::Zh).say(&errors[0].sentence),
            Err(_) | Ok(_) => String::new(),
        }
    };
    assert!(refused("2027-02-01").contains("由 南坪村村委会 140923104299 接续"));
    assert_eq!(refused("2026-12-31"), "", "on its last day it still comes in");
}

#[test]
fn who_would_rewrite_the_past_is_told_what_was_decided_under_it() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let old = import(&mut clerk, Path::new("tests/data/rolls/段村-耕地地力保护补贴-2026.csv"));
    clerk.publish(&old, None).unwrap();
    clerk.close().unwrap();

    let folder = tempfile::tempdir().unwrap();
    let rate = r#"{"rates": [{"programme": "P01", "rate": "66", "from": "2016-01-01"}]}"#;
    std::fs::write(folder.path().join("rates.json"), rate).unwrap();
    let mut administrator = township.session("管理员甲", "2026-07-02");
    let set = administrator.read_reference(folder.path()).unwrap();
    let plan = administrator.plan_reference(&set).unwrap();
    assert_eq!((plan.rewrites_since, plan.decided_since), (Some("2016-01-01".parse().ok()), 1));
    let before = shown(&administrator, &old);
    administrator.import_reference(&set).unwrap();
    let after = shown(&administrator, &old);
    assert_eq!(
        (&before[0], &before[1], &before[4]),
        (&after[0], &after[1], &after[4]),
        "page, poster and rules stay as decided"
    );
    std::fs::write(folder.path().join("rates.json"), rate.replace("P01", "P99")).unwrap();
    assert!(matches!(administrator.read_reference(folder.path()), Err(Failure::Reference(_))));
}
