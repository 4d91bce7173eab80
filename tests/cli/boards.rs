//! Boards by the real binary: set up, posted on, looked after and given up, covered in a report, and
//! cleared of what was withdrawn.
use crate::support::command_line::{self, Office, is_pdf, texts};
use crate::support::village::{division, handed, with_boards};
use serde_json::{Value, json};
use std::fs;

const CLERK: &str = command_line::CLERK.0;
const REVIEWER: &str = command_line::REVIEWER.0;
const TREASURER: &str = command_line::TREASURER.0;

#[test]
fn boards_are_set_up_posted_on_looked_after_and_given_up() {
    let office = with_boards(&[("门口栏", "village,finance"), ("集市栏", "party,village")]);
    let day = "2026-07-01";
    let listed = office.done(CLERK, day, "board list");
    assert_eq!(texts(&listed, "boards", "name"), ["门口栏", "集市栏"]);
    office.done(CLERK, day, "batch publish D-1");
    let coverage = office.done(CLERK, day, "coverage");
    let row = &coverage["rows"][0];
    assert_eq!(
        (&row["required"], &row["posted"], &row["down"]),
        (&2.into(), &0.into(), &"not-posted".into())
    );

    let posted = office.done(CLERK, day, "post D-1 --board 段村/门口栏 --near phone.jpg");
    assert_eq!((&posted["on"], &posted["through"]), (&day.into(), &"2026-07-08".into()));
    office.refused(
        CLERK,
        day,
        "post D-1 --board 段村/门口栏 --near phone.jpg",
        "refused-already-posted",
    );
    assert_eq!(office.done(CLERK, day, "coverage")["totals"]["complete"], 0);
    office.done(
        CLERK,
        "2026-07-03",
        "post D-1 --board 段村/集市栏 --on 2026-07-02 --near phone.jpg --far phone.jpg",
    );
    let coverage = office.done(CLERK, "2026-07-03", "coverage --out coverage.xlsx");
    let row = &coverage["rows"][0];
    assert_eq!(
        (&row["posted"], &row["posted_on"], &row["late_days"]),
        (&2.into(), &"2026-07-02".into(), &1.into())
    );
    assert_eq!(
        (&coverage["totals"]["complete"], &coverage["totals"]["late"]),
        (&1.into(), &1.into())
    );
    assert!(fs::read(office.path("coverage.xlsx")).unwrap().starts_with(b"PK"));
    assert_eq!(office.done(CLERK, day, "board list")["boards"][1]["hanging"], 1);
    boards_are_looked_after_and_given_up(&office);
}

fn boards_are_looked_after_and_given_up(office: &Office) {
    let silent = |document: &Value| texts(document, "silent", "column");
    assert_eq!(silent(&office.done(CLERK, "2026-07-03", "coverage")), ["party"]);
    office.refused(
        CLERK,
        "2026-07-03",
        "board nothing 段村/门口栏 --column party --period 2026Q3",
        "refused-no-such-column",
    );
    let body = office.done(
        CLERK,
        "2026-07-03",
        "board nothing 段村/集市栏 --column party --period 2026Q3",
    );
    assert_eq!(
        body["nothing"],
        json!([{"column": "party", "period": "2026Q3", "on": "2026-07-03"}])
    );
    office.refused(
        CLERK,
        "2026-07-03",
        "board nothing 段村/集市栏 --column party --period 2026Q3",
        "refused-already-said",
    );
    assert_eq!(silent(&office.done(CLERK, "2026-07-03", "coverage")), Vec::<String>::new());

    let looked = office.done(
        CLERK,
        "2026-07-22",
        "board inspect 段村/门口栏 --condition damaged --far phone.jpg",
    );
    assert_eq!(
        (&looked["inspected_on"], &looked["condition"]),
        (&"2026-07-22".into(), &"damaged".into())
    );
    let later = office.done(CLERK, "2026-10-20", "coverage --out coverage.pdf");
    let overdue: Vec<bool> = later["boards"]
        .as_array()
        .unwrap()
        .iter()
        .map(|board| board["overdue"].as_bool().unwrap())
        .collect();
    assert_eq!((overdue, &later["totals"]["boards_overdue"]), (vec![false, true], &1.into()));
    assert_eq!(
        (&later["rows"][0]["down"], &later["totals"]["late_down"]),
        (&"overdue".into(), &1.into())
    );
    assert!(fs::read(office.path("coverage.pdf")).unwrap().starts_with(b"%PDF"));

    for board in ["段村/门口栏", "段村/集市栏"] {
        let down = office.done(
            CLERK,
            "2026-10-20",
            &format!("takedown D-1 --board {board} --on 2026-07-10"),
        );
        assert_eq!((&down["on"], &down["through"]), (&"2026-07-10".into(), &Value::Null));
    }
    assert_eq!(office.done(CLERK, "2026-10-20", "coverage")["rows"][0]["down"], "in-time");
    let retired = office.done(CLERK, "2026-10-20", "board retire 段村/集市栏");
    assert_eq!(retired["retired_on"], "2026-10-20");
    office.refused(CLERK, "2026-10-20", "post D-1 --board 段村/集市栏", "refused-board-retired");
    office.refused(CLERK, "2026-10-20", "board retire 段村/集市栏", "refused-board-retired");
}

#[test]
fn coverage_names_each_disclosure_each_neglected_board_and_what_was_never_published() {
    let office = with_boards(&[("门口栏", "village,finance"), ("集市栏", "party,village")]);
    office.done(CLERK, "2026-07-01", "batch publish D-1");
    office.done(CLERK, "2026-07-01", "post D-1 --board 段村/门口栏");
    let told = office.read(CLERK, "2026-10-20", "coverage");
    let row: Vec<&str> =
        told.lines().find(|line| line.contains("第1版")).unwrap().split_whitespace().collect();
    assert_eq!(
        (row[0], row[1], row[3], row[6], row[7]),
        ("段村", "耕地地力保护补贴", "公示", "1/2", "111"),
        "{told}"
    );
    for line in [
        "逾期未巡查:段村/集市栏,启用后从未巡查",
        "没有任何公开:段村 党务栏目,2026Q4",
        "应撤未撤 103 天",
        "没有公开栏的村:枣林东村, 枣林西村",
    ] {
        assert!(told.contains(line), "{line} is missing in {told}");
    }
    office.done(
        REVIEWER,
        "2026-10-20",
        "batch withdraw-disclosure D-1 --class privacy --reason 隐私",
    );
    let coverage = office.done(CLERK, "2026-10-21", "coverage");
    let owed = &coverage["rows"][1];
    assert_eq!(
        (&owed["code"], &owed["owed_since"], &owed["due"]),
        (&Value::Null, &"2026-10-20".into(), &Value::Null)
    );
    assert_eq!(
        (&coverage["totals"]["unpublished"], &coverage["totals"]["disclosures"]),
        (&1.into(), &1.into())
    );
    let told = office.read(CLERK, "2026-10-21", "coverage");
    assert!(
        told.contains("未公示,自 2026-10-20 起") && told.contains("撤回,1 处未确认撤下"),
        "{told}"
    );
}

#[test]
fn the_particulars_of_a_board_change_one_by_one_and_names_stay_apart() {
    let office = with_boards(&[("门口栏", "village,finance"), ("集市栏", "party,village")]);
    let day = "2026-07-02";
    let first = office.done(CLERK, day, "board list")["boards"][0].clone();
    let changed =
        office.done(CLERK, day, "board change 段村/门口栏 --place 戏台北墙 --columns village");
    assert_eq!(
        (&changed["name"], &changed["place"], &changed["columns"]),
        (&"门口栏".into(), &"戏台北墙".into(), &json!(["village"]))
    );
    let renamed =
        office.done(REVIEWER, day, "board change 段村/门口栏 --name 戏台栏 --kind screen");
    assert_eq!(
        (&renamed["board"], &renamed["place"], &renamed["kind"]),
        (&first["board"], &"戏台北墙".into(), &"screen".into())
    );
    let since = office.done(CLERK, day, "board change 段村/戏台栏 --since 2026-06-20");
    assert_eq!(
        (&since["since"], &since["place"], &renamed["since"]),
        (&"2026-06-20".into(), &"戏台北墙".into(), &"2026-07-01".into())
    );
    let older = format!(
        "board add --division {} --name 老栏 --place 村口 --columns village --since 2026-05-01",
        division(&office)
    );
    assert_eq!(office.done(CLERK, day, &older)["since"], "2026-05-01");
    office.done(CLERK, day, "board retire 段村/老栏");
    office.refused(CLERK, day, "board change 段村/戏台栏 --name 集市栏", "desk-board-named");
    office.refused(CLERK, day, "board change 段村/门口栏 --name 东墙栏", "store-unknown");
    office.refused(TREASURER, day, "board change 段村/戏台栏 --name 东墙栏", "refused-role");
    let nothing = office.run(CLERK, day, "board change 段村/戏台栏");
    assert_eq!((nothing.status, &nothing.document["code"]), (2, &"usage-any-of".into()));
    assert_eq!(
        texts(&office.done(CLERK, day, "board list"), "boards", "name"),
        ["戏台栏", "集市栏", "老栏"]
    );
}

#[test]
fn a_new_board_may_have_the_name_of_one_that_was_given_up() {
    let office = with_boards(&[("门口栏", "village,finance")]);
    let old = office.done(CLERK, "2026-07-02", "board retire 段村/门口栏");
    let line = format!(
        "board add --division {} --name 门口栏 --place 新址 --columns village",
        division(&office)
    );
    let new = office.done(CLERK, "2026-07-02", &line);
    let looked = office.done(CLERK, "2026-07-02", "board inspect 段村/门口栏 --condition good");
    assert_eq!((&looked["board"], &looked["place"]), (&new["board"], &"新址".into()));
    office.refused(
        CLERK,
        "2026-07-02",
        &format!("board inspect {} --condition good", old["board"].as_str().unwrap()),
        "refused-board-retired",
    );
}

#[test]
fn a_code_says_which_of_several_papers_hangs_or_came_down() {
    let office = with_boards(&[("门口栏", "village,finance"), ("集市栏", "village")]);
    let notice =
        office.done(CLERK, "2026-07-01", "batch publish D-1")["code"].as_str().unwrap().to_owned();
    office.done(CLERK, "2026-07-01", "post D-1 --board 段村/门口栏");
    let list = handed(&office, "D-1", "2026-07-09");
    office.done(TREASURER, "2026-07-20", &format!("finance paid {list} --on 2026-07-20"));
    let day = "2026-07-22";
    let result =
        office.done(CLERK, day, "batch publish D-1 --result")["code"].as_str().unwrap().to_owned();
    office.refused(
        CLERK,
        day,
        "post D-1 --board 段村/集市栏 --on 2026-07-02",
        "refused-posted-too-early",
    );
    let late = office.done(
        CLERK,
        day,
        &format!("post D-1 --board 段村/集市栏 --code {notice} --on 2026-07-02"),
    );
    assert_eq!(
        (&late["code"], &late["on"], &late["through"]),
        (&notice.as_str().into(), &"2026-07-02".into(), &"2026-07-09".into())
    );
    for board in ["段村/门口栏", "段村/集市栏"] {
        assert_eq!(office.done(CLERK, day, &format!("post D-1 --board {board}"))["code"], result);
    }
    let down =
        office.done(CLERK, day, &format!("takedown D-1 --board 段村/门口栏 --code {result}"));
    assert_eq!((&down["code"], &down["revision"]), (&result.as_str().into(), &1.into()));
    office.refused(
        CLERK,
        day,
        &format!("takedown D-1 --board 段村/门口栏 --code {result}"),
        "refused-not-posted",
    );
    assert_eq!(
        office.done(CLERK, day, "takedown D-1 --board 段村/集市栏")["code"],
        notice,
        "the oldest first"
    );
    let hanging =
        |place: usize| office.done(CLERK, day, "board list")["boards"][place]["hanging"].clone();
    assert_eq!((hanging(0), hanging(1)), (1.into(), 1.into()));
    let stranger = "post D-1 --board 段村/门口栏 --code 7K3QX2MD9F4TH0VB5R6W1NPS8C";
    office.refused(CLERK, day, stranger, "refused-no-such-disclosure");
}

#[test]
fn a_withdrawal_for_privacy_recalls_the_posters_and_leaves_no_list_on_the_site() {
    let office = with_boards(&[("门口栏", "village,finance")]);
    let code =
        office.done(CLERK, "2026-07-01", "batch publish D-1")["code"].as_str().unwrap().to_owned();
    office.done(CLERK, "2026-07-01", "post D-1 --board 段村/门口栏 --near phone.jpg");
    let withdraw =
        "batch withdraw-disclosure D-1 --class privacy --reason 备注栏显示了不该公开的内容";
    office.refused(TREASURER, "2026-07-02", withdraw, "refused-role");
    let withdrawn = office.done(REVIEWER, "2026-07-02", &format!("{withdraw} --code {code}"));
    assert_eq!(withdrawn["stage"], "open");
    office.refused(
        REVIEWER,
        "2026-07-02",
        &format!("{withdraw} --code {code}"),
        "refused-already-withdrawn",
    );
    office.refused(CLERK, "2026-07-02", "post D-1 --board 段村/门口栏", "desk-not-published");
    let recalls = office.done(CLERK, "2026-07-02", "recall list");
    let recall = &recalls["recalls"][0];
    assert_eq!(
        (&recall["because"], &recall["since"], &recall["code"]),
        (&"privacy".into(), &"2026-07-02".into(), &code.as_str().into())
    );
    let orders = office.done(CLERK, "2026-07-02", "recall print --out recalls");
    assert_eq!(orders["files"].as_array().unwrap().len(), 1);
    assert!(is_pdf(&office, &orders["files"][0]));
    office.done(CLERK, "2026-07-02", "recall confirm D-1 --board 段村/门口栏 --far phone.jpg");
    assert_eq!(office.done(CLERK, "2026-07-02", "recall print --out none")["files"], json!([]));
    assert!(!office.path("none").exists(), "without an order nothing is written");

    office.done(CLERK, "2026-07-02", "site build --out site");
    let page = office.path(&format!("site/D/{code}"));
    assert!(page.join("index.html").exists() && !page.join("disclosure.json").exists());
    assert_eq!(office.done(CLERK, "2026-07-02", "batch publish D-1")["revision"], 2);
    assert_eq!(office.done(CLERK, "2026-07-02", "recall list")["recalls"], json!([]));
}
