//! Objections and enquiries by the real binary: registered, looked into, sent on, answered, and what
//! an upheld one mends.
use crate::support::command_line::{self, Office, is_pdf, texts};
use crate::support::village::{with_a_roll, with_boards, with_policy};
use serde_json::{Value, json};
use std::fs;

const CLERK: &str = command_line::CLERK.0;
const REVIEWER: &str = command_line::REVIEWER.0;

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
    the_roll_is_mended_and_the_posters_replaced(&office, &no, day);
}

fn the_roll_is_mended_and_the_posters_replaced(office: &Office, no: &str, day: &str) {
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
    assert!(is_pdf(office, &office.done(CLERK, day, "correction-notice D-1 --out correction.pdf")));

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
