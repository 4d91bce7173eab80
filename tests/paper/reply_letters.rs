//! The letter that answers an objection: on which law it rests, and where it leads next.

use crate::support::acts::{Acts, NewCase};
use crate::support::pdf;
use crate::support::township::Township;
use cunbang::domain::case::{Action, CaseKind, CaseType, Channel, Outcome};
use cunbang::domain::values::date::Date;
use cunbang::runtime::session::{
    Batch, BatchName, CaseFacts, CaseWords, ImportAsked, KnownCase, Session,
};
use std::path::Path;
use std::sync::atomic::AtomicBool;

fn import(session: &mut Session, file: &str) -> Batch {
    let path = Path::new("tests/data/rolls").join(file);
    let imported = session
        .import(&path, &ImportAsked::default(), &AtomicBool::new(false), &mut |_| {})
        .unwrap();
    session.batch(&BatchName::Draft(imported.rolls[0].draft.unwrap())).unwrap()
}

fn again(session: &Session, batch: &Batch) -> Batch {
    session.batch(&BatchName::Draft(batch.draft.number)).unwrap()
}

fn july(day: i8) -> Date {
    jiff::civil::date(2026, 7, day)
}

fn objection(kind: CaseKind) -> NewCase {
    let words =
        CaseWords {
            name: "韩来旺".into(), reach: "二组".into(), text: "登记得少了".into()
        };
    let channel = Channel::InPerson;
    let about = CaseType::Amount;
    NewCase { kind, received_on: july(1), channel, about, row: Some(2), hold: false, words }
}

/// The words of the letter, after the case was looked into in vain.
fn letter(session: &mut Session, case: &KnownCase) -> String {
    let found = CaseFacts {
        investigators: vec!["核实人甲".into(), "核实人乙".into()],
        facts: "登记无误。".into(),
    };
    let case = session.investigate(case, july(1), Outcome::NotUpheld, &found).unwrap();
    let case = session.answer(&case, july(1), Action::Explain, "").unwrap();
    let letter = session.reply_letter(&case).unwrap();
    pdf::is_sound(&letter);
    pdf::words(&letter)
}

#[test]
fn what_the_village_committee_posted_is_looked_into_by_the_county_and_has_no_appeal() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk, "段村-耕地地力保护补贴-2026.csv");
    let (batch, _) = clerk.publish(&batch, None).unwrap();
    let case = clerk.raise(&batch, &objection(CaseKind::Objection)).unwrap();
    let body = letter(&mut clerk, &case);
    assert!(body.contains("可向代县农业农村局反映，或者依法信访。提出时请出示本答复书"), "{body}");
    assert!(
        body.contains("村民委员会组织法") && !body.contains("行政复议") && !body.contains("60日"),
        "{body}"
    );
}

#[test]
fn what_the_township_published_may_be_taken_to_the_county_and_an_enquiry_has_no_days() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let relief = import(&mut clerk, "沱阳村-农村居民最低生活保障金-2026.xlsx");
    let relief = clerk.submit(&[relief]).unwrap().remove(0);
    clerk.close().unwrap();
    let mut reviewer = township.session("审核员丙", "2026-07-01");
    let relief = reviewer.approve(&again(&reviewer, &relief)).unwrap();
    let (relief, _) = reviewer.publish(&relief, None).unwrap();
    let case = reviewer.raise(&relief, &objection(CaseKind::Objection)).unwrap();
    let body = letter(&mut reviewer, &case);
    assert!(
        body.contains(
            "可在自收到本答复之日起60日内向代县人民政府申请行政复议，也可向代县民政局反映"
        ),
        "{body}"
    );
    assert!(
        body.contains("政府信息公开条例")
            && body.contains("行政复议法》第二十条")
            && !body.contains("村民委员会组织法"),
        "{body}"
    );
    let case = reviewer.raise(&again(&reviewer, &relief), &objection(CaseKind::Enquiry)).unwrap();
    let case = reviewer.answer(&case, july(1), Action::Explain, "已说明").unwrap();
    let body = pdf::words(&reviewer.reply_letter(&case).unwrap());
    assert!(
        body.contains("可向代县民政局反映") && !body.contains("行政复议") && !body.contains("60日"),
        "{body}"
    );
}
