//! The life of a disclosure by the real binary: boards and postings, recalls, objections,
//! withdrawals, payment and result.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]
#[path = "support/command_line.rs"]
mod command_line;
#[path = "support/village.rs"]
mod village;

use command_line::Office;
use serde_json::{Value, json};
use std::fs;
use village::{division, with_a_roll, with_boards};

const CLERK: &str = command_line::CLERK.0;
const REVIEWER: &str = command_line::REVIEWER.0;
const TREASURER: &str = command_line::TREASURER.0;

/// The reference data of the county with another value of one policy, taken in by the
/// administrator.
fn with_policy(office: &Office, key: &str, value: u32) {
    let (from, to) = (
        format!("{}/data/reference/daixian", env!("CARGO_MANIFEST_DIR")),
        office.path("reference"),
    );
    fs::create_dir(&to).unwrap();
    for file in fs::read_dir(from).unwrap().map(|file| file.unwrap().path()) {
        fs::copy(&file, to.join(file.file_name().unwrap())).unwrap();
    }
    let mut policies: Value =
        serde_json::from_slice(&fs::read(to.join("policy.json")).unwrap()).unwrap();
    let of_key = policies["policy"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .find(|policy| policy["key"] == key)
        .unwrap();
    of_key["value"] = value.into();
    fs::write(to.join("policy.json"), policies.to_string()).unwrap();
    office.done(command_line::ADMINISTRATOR.0, "2026-07-01", "reference import reference");
}

fn texts(document: &Value, list: &str, key: &str) -> Vec<String> {
    document[list]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item[key].as_str().unwrap().to_owned())
        .collect()
}

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

    let silent = |document: &Value| texts(document, "silent", "column");
    assert_eq!(silent(&coverage), ["party"]);
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

/// An objection about a row, registered on 3 July; its number.
fn objection(office: &Office, row: u32) -> String {
    office.write("words.txt", "韩来旺\n二组\n面积少登记了\n还差一亩\n");
    let line = format!(
        "objection add D-1 --row {row} --type area --channel written --words-file words.txt"
    );
    let raised = office.done(CLERK, "2026-07-03", &line);
    assert_eq!(
        (&raised["case"], &raised["row"], &raised["due"]),
        (&"objection".into(), &row.into(), &"2026-07-17".into())
    );
    raised["no"].as_str().unwrap().to_owned()
}

fn is_pdf(office: &Office, written: &Value) -> bool {
    let bytes = fs::read(office.path(written["file"].as_str().unwrap())).unwrap();
    bytes.starts_with(b"%PDF") && written["bytes"] == bytes.len()
}

#[test]
fn an_upheld_objection_mends_the_roll_replaces_the_posters_and_is_answered_on_paper() {
    let office = with_boards(&[("门口栏", "village,finance"), ("集市栏", "village")]);
    let day = "2026-07-03";
    office.done(CLERK, "2026-07-01", "batch publish D-1");
    for board in ["段村/门口栏", "段村/集市栏"] {
        office.done(CLERK, "2026-07-01", &format!("post D-1 --board {board} --near phone.jpg"));
    }
    let no = objection(&office, 2);
    assert_eq!(no, "140923104-2026-YY-0001");
    office.refused(
        CLERK,
        day,
        &format!("objection answer {no} --action correct"),
        "refused-not-investigated",
    );
    office.refused(
        CLERK,
        day,
        &format!("objection reply {no} --out early.pdf"),
        "refused-no-answer",
    );
    office.write("alone.txt", "核实人甲\n\n实地丈量,少登记一亩。\n");
    let investigate = format!("objection investigate {no} --outcome upheld --facts-file");
    office.refused(CLERK, day, &format!("{investigate} alone.txt"), "refused-two-investigators");
    office.write("facts.txt", "核实人甲\n核实人乙\n实地丈量,少登记一亩。\n");
    assert_eq!(office.done(CLERK, day, &format!("{investigate} facts.txt"))["outcome"], "upheld");
    office.refused(
        CLERK,
        day,
        &format!("objection answer {no} --action explain"),
        "refused-upheld-needs-action",
    );
    let answered = office.done(
        CLERK,
        day,
        &format!("objection answer {no} --action correct --note 更正后重新公示。"),
    );
    assert_eq!(
        (&answered["action"], &answered["answered_on"], &answered["settled"]),
        (&"correct".into(), &day.into(), &false.into())
    );
    assert!(is_pdf(
        &office,
        &office.done(CLERK, day, &format!("objection reply {no} --out reply.pdf"))
    ));

    office.refused(CLERK, day, "batch submit D-1", "refused-correction-due");
    office.refused(CLERK, day, "batch publish D-1 --reason objection", "refused-already-public");
    office.done(CLERK, day, "batch edit D-1 --line 2 --field quantity --value 9.99");
    let second =
        office.done(CLERK, day, &format!("batch publish D-1 --reason objection --answers {no}"));
    assert_eq!(
        (&second["revision"], &second["notice_from"], &second["notice_to"]),
        (&2.into(), &day.into(), &"2026-07-10".into())
    );
    let shown = office.done(CLERK, day, &format!("objection show {no}"));
    let facts =
        json!({"investigators": ["核实人甲", "核实人乙"], "facts": "实地丈量,少登记一亩。"});
    assert_eq!((&shown["settled"], &shown["found"]), (&true.into(), &facts));
    assert!(is_pdf(
        &office,
        &office.done(CLERK, day, "correction-notice D-1 --out correction.pdf")
    ));

    let recalls = office.done(CLERK, day, "recall list");
    assert_eq!(texts(&recalls, "recalls", "board_name"), ["段村/门口栏", "段村/集市栏"]);
    assert_eq!(
        (&recalls["recalls"][0]["revision"], &recalls["recalls"][0]["because"]),
        (&1.into(), &"corrected".into())
    );
    office.refused(CLERK, day, "recall confirm D-1 --board 段村/门口栏", "refused-photo-needed");
    assert_eq!(office.done(CLERK, day, "coverage")["totals"]["recalls_open"], 2);
    for board in ["段村/门口栏", "段村/集市栏"] {
        office.done(CLERK, day, &format!("recall confirm D-1 --board {board} --near phone.jpg"));
        let posted = office.done(CLERK, day, &format!("post D-1 --board {board} --near phone.jpg"));
        assert_eq!(posted["through"], "2026-07-10");
    }
    assert_eq!(office.done(CLERK, day, "recall list")["recalls"], json!([]));
    let coverage = office.done(CLERK, day, "coverage");
    let rows: Vec<_> = coverage["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (&row["revision"], &row["posted"], &row["down"]))
        .collect();
    assert_eq!(
        rows,
        [(&1.into(), &2.into(), &"recalled".into()), (&2.into(), &2.into(), &"hanging".into())]
    );
    office.refused(
        CLERK,
        day,
        "recall confirm D-1 --board 段村/门口栏 --near phone.jpg",
        "cli-not-recalled",
    );
    assert_eq!(
        office.done(CLERK, day, "board list")["boards"][0]["hanging"],
        1,
        "the new poster still hangs"
    );
    office.done(CLERK, day, "batch submit D-1");
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

#[test]
fn an_enquiry_is_sent_on_answered_by_the_township_and_leaves_the_open_list() {
    let office = with_a_roll();
    with_policy(&office, "enquiry_reply_days", 5);
    office.done(CLERK, "2026-07-01", "batch publish D-1");
    office.write("words.txt", "\n\n为什么没有我家\n");
    let about_none = office.done(
        CLERK,
        "2026-07-01",
        "enquiry add --type omitted --channel phone --words-file words.txt",
    );
    assert_eq!(
        (&about_none["case"], &about_none["batch"], &about_none["due"]),
        (&"enquiry".into(), &Value::Null, &"2026-07-08".into())
    );
    let about_batch =
        office.done(CLERK, "2026-07-01", "enquiry add --batch D-1 --words-file words.txt");
    assert_eq!(
        (&about_batch["no"], &about_batch["draft"]),
        (&"140923104-2026-CX-0002".into(), &"D-1".into())
    );
    let no = about_none["no"].as_str().unwrap();
    office.refused(
        CLERK,
        "2026-07-02",
        "objection answer 140923104-2026-CX-0002 --action correct",
        "refused-enquiry-explained",
    );
    let answer = office.done(
        CLERK,
        "2026-07-02",
        "objection answer 140923104-2026-CX-0002 --action explain --note 不在补贴范围内。",
    );
    assert_eq!(answer["answered_on"], "2026-07-02");

    let sent =
        office.done(CLERK, "2026-07-02", &format!("objection escalate {no} --to 代县农业农村局"));
    assert_eq!(
        (&sent["escalated_to"], &sent["due"]),
        (&"代县农业农村局".into(), &"2026-07-09".into())
    );
    office.refused(
        CLERK,
        "2026-07-03",
        &format!("objection answer {no} --action explain"),
        "refused-case-escalated",
    );
    let listed = |line: &str, day: &str| {
        texts(&office.done(REVIEWER, day, &format!("objection list {line}")), "cases", "no")
    };
    assert_eq!(listed("--open", "2026-07-09"), [no]);
    assert_eq!(listed("--overdue", "2026-07-09"), Vec::<String>::new());
    assert_eq!(listed("--overdue", "2026-07-10"), [no]);
    office.done(
        REVIEWER,
        "2026-07-10",
        &format!("objection answer {no} --action explain --on 2026-07-09"),
    );
    assert_eq!(
        (listed("--open", "2026-07-10").len(), listed("--overdue", "2026-07-10").len()),
        (0, 0)
    );
    office.refused(
        REVIEWER,
        "2026-07-10",
        &format!("objection escalate {no} --to 代县农业农村局"),
        "refused-case-closed",
    );
    assert!(is_pdf(
        &office,
        &office.done(CLERK, "2026-07-10", &format!("objection reply {no} --out reply.pdf"))
    ));
}

#[test]
fn what_was_said_is_read_in_any_encoding_and_not_where_names_belong() {
    let office = with_a_roll();
    office.done(CLERK, "2026-07-01", "batch publish D-1");
    let add = "objection add D-1 --row 2 --words-file words.txt";
    office.write("words.txt", "面积少登记了\n");
    office.refused(CLERK, "2026-07-01", add, "cli-no-words");
    fs::write(office.path("words.txt"), [0x89, b'P', b'N', b'G', 0, 0, 0xff]).unwrap();
    let picture = office.run(CLERK, "2026-07-01", add);
    assert_eq!((picture.status, &picture.document["code"]), (3, &"cli-not-text".into()));
    assert_eq!(office.done(CLERK, "2026-07-01", "objection list")["cases"], json!([]));

    let body = "韩来旺\r\n二组\r\n面积少登记了\r\n还差一亩\r\n";
    let with_mark = format!("\u{feff}{body}").into_bytes();
    for bytes in [body.into(), with_mark, encoding_rs::GB18030.encode(body).0.into_owned()] {
        fs::write(office.path("words.txt"), bytes).unwrap();
        let no = office.done(CLERK, "2026-07-01", add)["no"].as_str().unwrap().to_owned();
        let shown = office.done(CLERK, "2026-07-01", &format!("objection show {no}"));
        assert_eq!(
            shown["words"],
            json!({"name": "韩来旺", "reach": "二组", "text": "面积少登记了\n还差一亩"})
        );
        assert_eq!(shown["found"], Value::Null);
    }
}

/// Submitted, approved, and handed to the finance bureau on `day`; the number of the pay list.
fn handed(office: &Office, batch: &str, day: &str) -> String {
    office.done(CLERK, day, &format!("batch submit {batch}"));
    office.done(REVIEWER, day, &format!("batch approve {batch}"));
    office.done(TREASURER, day, &format!("finance pay {batch}"))["list"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn the_money_is_booked_its_result_shown_and_what_was_wrong_corrected_by_another_batch() {
    let office = with_a_roll();
    office.done(CLERK, "2026-07-01", "batch publish D-1");
    office.refused(CLERK, "2026-07-01", "batch unsubmit D-1", "refused-nothing-there");
    office.done(CLERK, "2026-07-01", "batch submit D-1");
    assert_eq!(office.done(CLERK, "2026-07-01", "batch unsubmit D-1")["stage"], "open");
    office.refused(
        CLERK,
        "2026-07-02",
        "batch correct D-1 --lines 2",
        "refused-nothing-to-correct",
    );
    office.refused(CLERK, "2026-07-02", "batch publish D-1 --result", "refused-not-paid");
    let list = handed(&office, "D-1", "2026-07-09");
    office.refused(CLERK, "2026-07-09", "batch unsubmit D-1", "refused-desk-acted");
    office.refused(REVIEWER, "2026-07-09", "batch sign D-1", "refused-role");

    office.refused(
        TREASURER,
        "2026-07-20",
        &format!("finance paid {list} --on 2026-07-08"),
        "refused-paid-too-early",
    );
    let paid =
        office.done(TREASURER, "2026-07-20", &format!("finance paid {list} --on 2026-07-10"));
    assert_eq!(
        (&paid["acts"][0]["draft"], &paid["acts"][0]["stage"]),
        (&"D-1".into(), &"paid".into())
    );
    assert!(paid["acts"][0]["entry"].is_string());
    office.refused(
        TREASURER,
        "2026-07-20",
        &format!("finance paid {list} --on 2026-07-10"),
        "refused-already-paid",
    );
    let due = office.done(CLERK, "2026-07-20", "results due");
    assert_eq!(
        (texts(&due, "results", "draft"), &due["results"][0]["due"]),
        (vec!["D-1".to_owned()], &"2026-08-07".into())
    );
    let result = office.done(CLERK, "2026-07-22", "batch publish D-1 --result");
    assert_eq!(
        (&result["revision"], &result["notice_from"], &result["notice_to"]),
        (&1.into(), &Value::Null, &Value::Null)
    );
    assert_eq!(office.done(CLERK, "2026-07-22", "results due")["results"], json!([]));

    office.refused(CLERK, "2026-07-22", "batch correct D-1 --lines 999", "refused-empty");
    let correction = office.done(CLERK, "2026-07-22", "batch correct D-1 --lines 2");
    assert_eq!(
        (&correction["batch"], &correction["kind"], &correction["stage"]),
        (&"D-2".into(), &"correction".into(), &"open".into())
    );
    assert_eq!(office.done(CLERK, "2026-07-22", "batch show D-2")["totals"]["lines"], 1);
    office.done(CLERK, "2026-07-22", "batch edit D-2 --line 2 --field quantity --value 1.00");
    let notice = office.done(CLERK, "2026-07-22", "batch publish D-2");
    assert_eq!((&notice["revision"], &notice["notice_to"]), (&1.into(), &"2026-07-29".into()));
    handed(&office, "D-2", "2026-07-30");
    let listed = office.done(CLERK, "2026-07-30", "batch list");
    let kinds: Vec<_> = listed["batches"]
        .as_array()
        .unwrap()
        .iter()
        .map(|batch| (&batch["kind"], &batch["stage"]))
        .collect();
    assert_eq!(
        kinds,
        [(&"correction".into(), &"handed".into()), (&"normal".into(), &"paid".into())]
    );

    let next = office.done(CLERK, "2026-12-01", "roll new --from D-1 --period 2027");
    let diff = office.done(CLERK, "2026-12-01", "batch diff D-3");
    assert_eq!(
        (&diff["against"], &diff["before"]["lines"]),
        (&paid["acts"][0]["label"], &next["lines"]),
        "the paid roll, not its correction"
    );
}

#[test]
fn lists_end_when_their_public_time_is_over_and_papers_are_kept_longer() {
    let office = with_a_roll();
    let code =
        office.done(CLERK, "2026-07-01", "batch publish D-1")["code"].as_str().unwrap().to_owned();
    let list = handed(&office, "D-1", "2026-07-09");
    office.done(TREASURER, "2026-07-20", &format!("finance paid {list} --on 2026-07-20"));
    assert_eq!(office.done(CLERK, "2028-07-07", "lists end")["acts"], json!([]));
    let ended = office.done(CLERK, "2028-07-08", "lists end");
    assert_eq!(
        (texts(&ended, "acts", "draft"), ended["acts"][0]["entry"].is_string()),
        (vec!["D-1".to_owned()], true)
    );
    assert_eq!(office.done(CLERK, "2028-07-08", "lists end")["acts"], json!([]));
    office.done(CLERK, "2028-07-08", "site build --out site");
    let page = office.path(&format!("site/D/{code}"));
    assert!(page.join("index.html").exists() && !page.join("disclosure.json").exists());

    assert_eq!(office.done(CLERK, "2036-07-20", "retention list")["due"], json!([]));
    let due = office.done(CLERK, "2028-07-08", "retention list --on 2036-08-01");
    assert_eq!(
        (texts(&due, "due", "draft"), texts(&due, "due", "keep_until")),
        (vec!["D-1".to_owned()], vec!["2036-07-20".to_owned()])
    );
}

#[test]
fn in_two_steps_one_reviews_and_another_signs() {
    let office = with_a_roll();
    with_policy(&office, "review_steps", 2);
    office.write("孙志强.password", "槐树下的孙志强爱喝小米粥\n");
    office.write("孙志强.id", "140923198001010018");
    let line = "user add --name 孙志强 --roles reviewer,signer --id-number-file 孙志强.id --new-password-file 孙志强.password";
    office.done("赵明德", "2026-07-01", line);
    office.done(CLERK, "2026-07-01", "batch publish D-1");
    office.done(CLERK, "2026-07-01", "batch submit D-1");
    office.refused("孙志强", "2026-07-02", "batch sign D-1", "refused-not-reviewed");
    assert_eq!(office.done("孙志强", "2026-07-02", "batch approve D-1")["stage"], "reviewed");
    office.refused("孙志强", "2026-07-02", "batch sign D-1", "refused-own-review");
    office.refused(REVIEWER, "2026-07-02", "batch sign D-1", "refused-role");
    office.refused(TREASURER, "2026-07-09", "finance pay D-1", "refused-not-approved");
    office.done(REVIEWER, "2026-07-09", "batch return D-1 --reason 请另一人审核");
    office.done(CLERK, "2026-07-09", "batch submit D-1");
    office.done(REVIEWER, "2026-07-09", "batch approve D-1");
    assert_eq!(office.done("孙志强", "2026-07-09", "batch sign D-1")["stage"], "approved");
    office.done(TREASURER, "2026-07-09", "finance pay D-1");
}

#[test]
fn policy_cards_are_printed_one_by_one_or_as_a_booklet() {
    let office = Office::founded();
    let card = office.done(CLERK, "2026-07-01", "policy-card 耕地地力保护补贴 --out card.pdf");
    let booklet = office.done(CLERK, "2026-07-01", "policy-booklet --out booklet.pdf");
    assert!(is_pdf(&office, &card) && is_pdf(&office, &booklet));
    assert!(booklet["bytes"].as_u64() > card["bytes"].as_u64());
    assert_eq!(
        card["sha256"],
        office.done(CLERK, "2026-07-01", "policy-card P01 --out again.pdf")["sha256"]
    );
    office.refused(
        CLERK,
        "2026-07-01",
        "policy-card 没有的项目 --out none.pdf",
        "desk-unknown-programme",
    );
    assert!(!office.path("none.pdf").exists());
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
