//! A file that names the holder of the account: read as the payee, so a stranger blocks.

use crate::support::township::Township;
use cunbang::domain::roll::finding::{Check, Level};
use cunbang::runtime::session::{BatchName, ImportAsked};
use std::sync::atomic::AtomicBool;

#[test]
fn an_account_of_somebody_else_blocks_at_its_line() {
    let township = Township::new();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("代县枣林镇段村2026年耕地地力保护补贴.csv");
    let lines = "1,张三,140923198001010018,张三,6214123456789012348,代县农商银行,2,67,134\n\
                 2,李四,142225195503151235,赵六,6217001234567890122,代县农商银行,3,67,201\n";
    std::fs::write(
        &path,
        format!("序号,姓名,身份证号,户名,银行卡号,开户银行,数量,标准,金额\n{lines}"),
    )
    .unwrap();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let imported =
        clerk.import(&path, &ImportAsked::default(), &AtomicBool::new(false), &mut |_| {}).unwrap();
    let batch = clerk.batch(&BatchName::Draft(imported.rolls[0].draft.unwrap())).unwrap();
    let found = clerk.check(&batch).unwrap().findings;
    let strange: Vec<_> = found.iter().filter(|finding| finding.check == Check::A07).collect();
    assert_eq!(
        (strange.len(), strange[0].level, strange[0].lines.as_slice()),
        (1, Level::Block, &[2][..])
    );
}
