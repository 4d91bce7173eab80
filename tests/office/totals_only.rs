//! A programme that is noticed nowhere: its result is totals, and the township's.

use crate::support::acts::{Acts, PublishAsked};
use crate::support::township::Township;
use cunbang::domain::disclosure::{DisclosureStage, IssuerKind, NameShow};
use cunbang::runtime::session::{Batch, BatchName, ImportAsked, Session};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

/// Six children, who do not exist.
const CHILDREN: [(&str, &str, &str); 6] = [
    ("张一", "140923201203050151", "6228480000000169136"),
    ("李二", "140923201308110376", "6228480000103195327"),
    ("王三", "140923201401170592", "6228480000206221517"),
    ("赵四", "140923201509200810", "6228480000309247708"),
    ("钱五", "140923201605041039", "6228480000412273898"),
    ("孙六", "140923201712121253", "6228480000515300085"),
];

fn roll(folder: &Path) -> PathBuf {
    let path = folder.join("代县枣林镇段村2026年6月孤儿基本生活费.csv");
    let line = |(no, (name, id, card)): (usize, &(&str, &str, &str))| {
        format!("{},{name},{id},{card},代县农商银行,1,1200,1200\n", no + 1)
    };
    let lines: String = CHILDREN.iter().enumerate().map(line).collect();
    std::fs::write(&path, format!("序号,姓名,身份证号,银行卡号,开户银行,数量,标准,金额\n{lines}"))
        .unwrap();
    path
}

fn again(session: &Session, batch: &Batch) -> Batch {
    session.batch(&BatchName::Draft(batch.draft.number)).unwrap()
}

#[test]
fn totals_of_what_must_not_be_posted_are_the_townships_not_the_village_committees() {
    let township = Township::new();
    let folder = tempfile::tempdir().unwrap();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let imported = clerk
        .import(&roll(folder.path()), &ImportAsked::default(), &AtomicBool::new(false), &mut |_| {})
        .unwrap();
    let batch = clerk.batch(&BatchName::Draft(imported.rolls[0].draft.unwrap())).unwrap();
    let batch = clerk.submit(&[batch]).unwrap().remove(0);
    clerk.close().unwrap();
    let mut reviewer = township.session("审核员丙", "2026-07-02");
    let batch = reviewer.approve(&again(&reviewer, &batch)).unwrap();
    reviewer.close().unwrap();
    let mut treasurer = township.session("财政丁", "2026-07-03");
    let list = treasurer.pay(&[again(&treasurer, &batch)]).unwrap();
    treasurer.book_paid(&list.id, "2026-07-03".parse().unwrap()).unwrap();
    treasurer.close().unwrap();
    let mut reviewer = township.session("审核员丙", "2026-07-06");
    let asked = PublishAsked { stage: DisclosureStage::Result, ..PublishAsked::default() };
    let (_, published) = reviewer.publish_as(&again(&reviewer, &batch), &asked).unwrap();
    let disclosure = published.disclosure;
    assert_eq!(
        (disclosure.issuer.kind, disclosure.issuer.name.as_str()),
        (IssuerKind::Township, "枣林镇人民政府")
    );
    assert!(
        disclosure.names == NameShow::None
            && disclosure.rows.is_empty()
            && disclosure.totals.persons == Some(6)
    );
    assert!(disclosure.basis.last().unwrap().contains("政府信息公开条例"));
}
