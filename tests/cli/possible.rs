//! What `--json` says is possible is what the commands then do: a "no" is refused for just that
//! reason, a "yes" is done.
use crate::support::command_line::{self, Office};
use crate::support::village::with_a_roll;
use serde_json::Value;

const CLERK: &str = command_line::CLERK.0;
const REVIEWER: &str = command_line::REVIEWER.0;
const TREASURER: &str = command_line::TREASURER.0;

/// Commands that are acts on the batch, with what they need beside it.
const ACTS: [(&str, &str); 10] = [
    ("batch publish", ""),
    ("batch submit", ""),
    ("batch unsubmit", ""),
    ("batch approve", ""),
    ("batch sign", ""),
    ("batch return", " --reason 请补写开户银行"),
    ("batch withdraw", " --reason 名单有误 --class mistake"),
    ("batch discard", ""),
    ("batch correct", " --lines 2"),
    ("finance pay", ""),
];

/// What is possible, as list and show say alike.
fn possible(office: &Office, user: &str, day: &str) -> Value {
    let listed = office.done(user, day, "batch list")["batches"][0]["possible"].clone();
    let shown = office.done(user, day, "batch show D-1")["possible"].clone();
    assert_eq!(listed, shown);
    listed
}

/// Whatever the document forbids is refused with the code that it names.
fn refuses_what_it_forbids(office: &Office, user: &str, day: &str) -> Value {
    let told = possible(office, user, day);
    for (command, options) in ACTS {
        let Some(code) = told[command]["no"].as_str() else { continue };
        office.refused(user, day, &format!("{command} D-1{options}"), code);
    }
    told
}

#[test]
fn what_a_document_forbids_is_refused_for_that_reason_and_what_it_allows_is_done() {
    let office = with_a_roll();
    let onward = [
        (CLERK, "2026-07-01", "batch publish"),
        (CLERK, "2026-07-01", "batch submit"),
        (REVIEWER, "2026-07-02", "batch approve"),
        (TREASURER, "2026-07-09", "finance pay"),
    ];
    for (who, day, command) in onward {
        for user in [CLERK, REVIEWER, TREASURER] {
            let told = refuses_what_it_forbids(&office, user, day);
            let is_turn = told[command] == "yes" || told[command] == "unchecked";
            assert_eq!(is_turn, user == who, "{user} {command}: {told}");
        }
        office.done(who, day, &format!("{command} D-1"));
    }
    refuses_what_it_forbids(&office, TREASURER, "2026-07-09");
}

#[test]
fn cases_and_boards_say_what_is_possible() {
    let office = with_a_roll();
    office.done(CLERK, "2026-07-01", "batch publish D-1");
    office.write("words.txt", "韩来旺\n二组\n面积少登记了\n");
    let raised = office.done(CLERK, "2026-07-02", "objection add D-1 --words-file words.txt");
    let no = raised["no"].as_str().unwrap();
    let listed = office.done(CLERK, "2026-07-02", "objection list");
    let shown = office.done(CLERK, "2026-07-02", &format!("objection show {no}"));
    assert_eq!(listed["cases"][0]["possible"], shown["possible"]);
    assert_eq!(shown["possible"]["objection investigate"], "yes");
    let answer = shown["possible"]["objection answer"]["no"].as_str().unwrap();
    let line = format!("objection answer {no} --action explain");
    office.refused(CLERK, "2026-07-02", &line, answer);

    let line = "board add --division 140923104201 --name 门口栏 --place 院外 --columns finance";
    let board = office.done(CLERK, "2026-07-02", line)["board"].as_str().unwrap().to_owned();
    let listed = |user| office.done(user, "2026-07-02", "board list")["boards"][0].clone();
    assert_eq!(listed(CLERK)["possible"]["board retire"], "yes");
    let told = listed(TREASURER);
    let code = told["possible"]["board inspect"]["no"].as_str().unwrap();
    let line = format!("board inspect {board} --condition good");
    office.refused(TREASURER, "2026-07-02", &line, code);
}
