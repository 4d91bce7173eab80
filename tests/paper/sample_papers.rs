//! Invented papers of a village.
use crate::sample_disclosures;
use cunbang::documents::coverage_boards::{BoardFault, BoardFinding};
use cunbang::documents::coverage_report::{CoverageLine, CoverageReport};
use cunbang::documents::recall_order::{RecallOrder, Recalled, RecalledBoard};
use cunbang::documents::reply::{About, Remedy, Reply};
use cunbang::domain::board::BoardColumn;
use cunbang::domain::case::{Action, CaseKind, Channel, Outcome};
use cunbang::domain::disclosure::revision::{ChangeReason, changes};
use cunbang::domain::disclosure::withdrawal::WithdrawalReason;
use cunbang::domain::disclosure::{Disclosure, DisclosureStage};
use cunbang::domain::dossier::coverage::{DownState, Owed};
use cunbang::domain::values::money::Fen;
use cunbang::domain::values::period::Period;
use cunbang::domain::values::quantity::Quantity;
use jiff::civil::date;

/// 耕地地力保护补贴, second version: a row changed, one gone, one added.
pub fn corrected() -> Disclosure {
    let before = sample_disclosures::land(30);
    let mut after = sample_disclosures::land(31);
    after.rows[11].quantity = Some(Quantity::parse("2.50").unwrap());
    after.rows[11].amount = Fen::parse("167.50").unwrap();
    after.rows.remove(20);
    after.revision = 2;
    after.replaces = Some(sample_disclosures::code(&before).as_str().to_owned());
    after.changes = changes(&before.rows, &after.rows, ChangeReason::Objection);
    after.changes[0].reason = ChangeReason::Typing;
    after
}

pub fn reply() -> Reply {
    Reply {
        kind: CaseKind::Objection,
        number: "140923104-2026-YY-0003".to_owned(),
        issuer: "枣林镇人民政府".to_owned(),
        addressee: "张建军".to_owned(),
        received_on: date(2026, 7, 3),
        channel: Channel::InPerson,
        about: About {
            title: "枣林镇段村2026年度耕地地力保护补贴发放公示".to_owned(),
            label: Some("140923104-2026-DL-0007".to_owned()),
            row: Some(12),
        },
        facts: "7月6日，核实人员与村民小组长一同到“河滩地”实地丈量，并查阅了《农村土地承包经营权证》（2018年颁发）和2025年度补贴清册。\n承包证记载该地块面积为2.50亩，公示名单第12行登记为2.00亩，少登记0.50亩，系今年录入时将“2.50”误录为“2.00”所致。您反映的“标准低于邻村”一节，经查邻村2026年度标准同为67.00元/亩，不存在差别。".to_owned(),
        outcome: Some(Outcome::Partly),
        action: Action::Correct,
        action_note: "第12行面积更正为2.50亩，金额更正为167.50元。".to_owned(),
        legal_basis: vec![
            "《中华人民共和国村民委员会组织法》（2025年10月28日修正，2026年1月1日起施行）关于村务公开和村民查询的规定".to_owned(),
            "《农业生产发展资金管理办法》（财农〔2020〕10号）".to_owned(),
            "《代县2026年度耕地地力保护补贴实施方案》（代农发〔2026〕8号）".to_owned(),
        ],
        remedy: Remedy { where_to: "代县农业农村局（电话0350-5244444）".to_owned(), within: "收到本答复之日起60日内".to_owned() },
        escalated_to: None,
        investigators: Some(["李㛃".to_owned(), "王䶮".to_owned()]),
        dated: date(2026, 7, 9),
        phones: Vec::new(),
        practice: false,
    }
}

/// A poster of three boards, withdrawn for a privacy fault.
pub fn recall() -> RecallOrder {
    let board = |name: &str, place: &str, day| RecalledBoard {
        village: "枣林镇段村".to_owned(),
        name: name.to_owned(),
        place: place.to_owned(),
        posted_on: date(2026, 7, day),
    };
    RecallOrder {
        number: "140923104-2026-CX-0002".to_owned(),
        issuer: "枣林镇人民政府".to_owned(),
        title: "枣林镇段村2026年度耕地地力保护补贴发放公示".to_owned(),
        label: "140923104-2026-DL-0007".to_owned(),
        revision: 1,
        code: sample_disclosures::code(&sample_disclosures::land(30)),
        why: Recalled::Withdrawn(WithdrawalReason::Privacy),
        since: date(2026, 7, 10),
        boards: vec![
            board("村委会门前公开栏", "村委会大门东侧", 1),
            board("河南自然村公开栏", "小卖部西墙", 2),
            board("便民服务站电子屏", "服务站大厅", 1),
        ],
        confirm_by: date(2026, 7, 11),
        contact: "枣林镇人民政府 0350-5233333".to_owned(),
        dated: date(2026, 7, 10),
        practice: false,
    }
}

/// Three villages: one in time, one late and not everywhere, one that has posted nothing.
pub fn coverage() -> CoverageReport {
    let line = |village: &str, programme: &str, label: &str| CoverageLine {
        village: village.to_owned(),
        label: label.to_owned(),
        programme: programme.to_owned(),
        stage: DisclosureStage::Notice,
        check_code: "XG5B-2810".to_owned(),
        required: 2,
        posted: 2,
        posted_on: Some(date(2026, 7, 1)),
        late_days: 0,
        down_on: Some(date(2026, 7, 9)),
        down: DownState::InTime,
        recalls_open: 0,
        owed: None,
        remark: String::new(),
    };
    let late = CoverageLine {
        posted: 1,
        late_days: 3,
        posted_on: Some(date(2026, 7, 4)),
        down_on: None,
        down: DownState::Overdue(12),
        recalls_open: 1,
        remark: "电子屏损坏，待修".to_owned(),
        ..line("枣林东村", "困难残疾人生活补贴和重度残疾人护理补贴", "140923104-2026-DL-0008")
    };
    let nothing = CoverageLine {
        stage: DisclosureStage::Result,
        check_code: String::new(),
        posted: 0,
        posted_on: None,
        late_days: 9,
        down_on: None,
        down: DownState::NotPosted,
        owed: Some(Owed {
            stage: DisclosureStage::Result,
            since: date(2026, 6, 25),
            due: Some(date(2026, 7, 23)),
        }),
        remark: "公开期限2026-07-23".to_owned(),
        ..line("沱阳村", "高龄津贴", "")
    };
    CoverageReport {
        place: "代县枣林镇".to_owned(),
        issuer: "枣林镇人民政府".to_owned(),
        on: date(2026, 8, 1),
        lines: vec![line("段村", "耕地地力保护补贴", "140923104-2026-DL-0007"), late, nothing],
        boards: Vec::new(),
        practice: false,
    }
}

/// Two boards that nobody looked at, a village without any, a silent column.
pub fn neglected() -> Vec<BoardFinding> {
    let finding = |village: &str, what| BoardFinding { village: village.to_owned(), what };
    let not_inspected =
        |board: &str, last| BoardFault::NotInspected { board: board.to_owned(), last };
    vec![
        finding("段村", not_inspected("村委会门前公开栏", Some(date(2026, 3, 5)))),
        finding("枣林东村", not_inspected("广场电子屏", None)),
        finding("沱阳村", BoardFault::NoBoard),
        finding(
            "段村",
            BoardFault::Silent {
                column: BoardColumn::Party,
                period: Period::parse("2026Q3").unwrap(),
            },
        ),
    ]
}
