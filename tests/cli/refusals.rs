//! What the commands on boards, objections, withdrawals and payment refuse: one clear sentence, the
//! right exit status, and nothing half done.

use crate::support::command_line::{self, Office};
use crate::support::village::{division, with_boards};
use serde_json::Value;
use std::fs;

const CLERK: &str = command_line::CLERK.0;
const REVIEWER: &str = command_line::REVIEWER.0;
const TREASURER: &str = command_line::TREASURER.0;
const DAY: &str = "2026-07-02";

/// What a refused command must leave as it was: the journal's size, boards, cases, batches, and the
/// files beside the store.
fn standing(office: &Office) -> Vec<Value> {
    let document = |line: &str| office.done(CLERK, DAY, line);
    let journal = document("journal verify");
    let mut files: Vec<String> = fs::read_dir(office.folder.path())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    let lists = [
        document("board list"),
        document("objection list"),
        document("batch list"),
        document("recall list"),
    ];
    [journal["entries"].clone(), journal["blobs"].clone(), files.into()]
        .into_iter()
        .chain(lists)
        .collect()
}

/// Each line is refused with this status and code, by one sentence that a script and a person both
/// get.
fn refuses(office: &Office, status: i32, refusals: &[(&str, &str, &str)]) {
    for (user, line, code) in refusals {
        let body = office.run(user, DAY, line);
        assert_eq!(
            (body.status, &body.document["code"]),
            (status, &Value::from(*code)),
            "{line}: {}",
            body.document
        );
        assert_eq!(
            (body.document["said"].as_str(), body.trouble.lines().count()),
            (Some(body.trouble.trim_end()), 1),
            "{line}"
        );
        assert!(
            body.trouble.ends_with('\n') && body.trouble.len() > 20,
            "{line}: {}",
            body.trouble
        );
    }
}

/// A published batch with a board on which nothing hangs yet, and the files that commands read.
fn published() -> Office {
    let office = with_boards(&[("门口栏", "village,finance")]);
    office.done(CLERK, "2026-07-01", "batch publish D-1");
    office.write("words.txt", "韩来旺\n二组\n面积少登记了\n");
    office.write("facts.txt", "核实人甲\n核实人乙\n实地丈量。\n");
    office
}

#[test]
fn what_the_rules_refuse_changes_nothing() {
    let office = published();
    let code = "7K3QX2MD9F4TH0VB5R6W1NPS8C";
    let other_code =
        format!("batch withdraw-disclosure D-1 --class mistake --reason 写错 --code {code}");
    let same_name = format!(
        "board add --division {} --name 门口栏 --place 北墙 --columns village",
        division(&office)
    );
    let before = standing(&office);
    refuses(
        &office,
        1,
        &[
            (CLERK, &same_name, "desk-board-named"),
            (
                CLERK,
                "board add --division 140923104 --name 栏 --place 北墙 --columns village",
                "desk-unknown-division",
            ),
            (
                CLERK,
                "board add --division 140923104999 --name 栏 --place 北墙 --columns village",
                "desk-unknown-division",
            ),
            (TREASURER, "board retire 段村/门口栏", "refused-role"),
            (CLERK, "board inspect 段村/没有的栏 --condition good", "store-unknown"),
            (
                CLERK,
                "board inspect 段村/门口栏 --condition good --on 2026-07-03",
                "refused-future-day",
            ),
            (CLERK, "post D-1 --board 段村/没有的栏", "store-unknown"),
            (CLERK, "post D-9 --board 段村/门口栏", "store-unknown"),
            (CLERK, "post D-1 --board 段村/门口栏 --on 2026-06-30", "refused-board-not-yet"),
            (CLERK, "post D-1 --board 段村/门口栏 --near words.txt", "documents-photo-format"),
            (TREASURER, "post D-1 --board 段村/门口栏", "refused-role"),
            (CLERK, "takedown D-1 --board 段村/门口栏", "refused-not-posted"),
            (CLERK, "recall confirm D-1 --board 段村/门口栏 --near phone.jpg", "cli-not-recalled"),
            (CLERK, "objection add D-1 --row 999 --words-file words.txt", "desk-unknown-row"),
            (
                CLERK,
                "objection add D-1 --on 2026-07-03 --words-file words.txt",
                "refused-future-day",
            ),
            (CLERK, "enquiry add --batch D-9 --words-file words.txt", "store-unknown"),
            (CLERK, "objection show 140923104-2026-YY-0009", "store-unknown"),
            (
                CLERK,
                "objection investigate 140923104-2026-YY-0009 --outcome upheld --facts-file facts.txt",
                "store-unknown",
            ),
            (CLERK, "batch publish D-1", "refused-already-public"),
            (CLERK, "batch publish D-1 --result", "refused-not-paid"),
            (CLERK, "batch publish D-1 --answers 140923104-2026-YY-0009", "refused-no-such-case"),
            (
                TREASURER,
                "batch withdraw-disclosure D-1 --class privacy --reason 隐私",
                "refused-role",
            ),
            (CLERK, &other_code, "refused-no-such-disclosure"),
            (CLERK, "batch unsubmit D-1", "refused-nothing-there"),
            (CLERK, "batch correct D-1 --lines 2", "refused-nothing-to-correct"),
            (CLERK, "correction-notice D-1 --out correction.pdf", "documents-nothing-corrected"),
            (CLERK, "objection reply 140923104-2026-YY-0009 --out reply.pdf", "store-unknown"),
            (TREASURER, "finance paid L-7K3QX2MD-1 --on 2026-07-01", "store-unknown"),
            (CLERK, "policy-card 没有的项目 --out card.pdf", "desk-unknown-programme"),
        ],
    );
    assert_eq!(standing(&office), before);
}

#[test]
fn wrong_usage_wrong_files_and_wrong_passwords_have_their_own_status() {
    let office = published();
    office.write("wrong.password", "不是这个口令也要十五个字以上\n");
    let before = standing(&office);
    refuses(
        &office,
        2,
        &[
            (
                CLERK,
                "board add --division 140923104204 --name 栏 --columns village",
                "usage-missing-option",
            ),
            (
                CLERK,
                "board add --division 140923104204 --name 栏 --place 北墙 --columns 墙",
                "usage-form",
            ),
            (CLERK, "board nothing 段村/门口栏 --column village --period 本季", "usage-form"),
            (CLERK, "post D-1", "usage-missing-option"),
            (CLERK, "takedown --board 段村/门口栏", "usage-missing-word"),
            (CLERK, "recall list D-1", "usage-too-many-words"),
            (CLERK, "objection investigate 1 --outcome 属实 --facts-file facts.txt", "usage-form"),
            (CLERK, "objection close 1", "usage-unknown-part"),
            (CLERK, "batch publish D-1 --reason 写错", "usage-form"),
            (CLERK, "batch withdraw-disclosure D-1 --class unstated --reason 隐私", "usage-form"),
            (CLERK, "batch correct D-1 --lines 0", "usage-form"),
            (TREASURER, "finance paid L-7K3QX2MD-1 --on 昨天", "usage-form"),
        ],
    );
    refuses(
        &office,
        3,
        &[
            (CLERK, "post D-1 --board 段村/门口栏 --near missing.jpg", "file-missing"),
            (CLERK, "objection add D-1 --words-file missing.txt", "file-missing"),
            (CLERK, "coverage --out words.txt/coverage.pdf", "file-trouble"),
            (CLERK, "policy-booklet --out words.txt/booklet.pdf", "file-trouble"),
        ],
    );
    refuses(
        &office,
        4,
        &[(CLERK, "lists end --password-file wrong.password", "vault-wrong-name-or-password")],
    );
    assert_eq!(standing(&office), before);
}

#[test]
fn several_batches_go_to_the_finance_bureau_and_are_paid_together_or_not_at_all() {
    let office = published();
    let other = office.copied("tests/data/rolls", "枣林东村-耕地地力保护补贴-2026.xlsx");
    office.done(CLERK, "2026-07-02", &format!("roll import {other}"));
    office.done(CLERK, "2026-07-02", "batch publish D-2");
    office.done(CLERK, "2026-07-02", "batch submit D-1 D-2");
    for batch in ["D-1", "D-2"] {
        office.done(REVIEWER, "2026-07-02", &format!("batch approve {batch}"));
    }
    let stages = |day: &str| -> Vec<String> {
        let listed = office.done(CLERK, day, "batch list");
        listed["batches"]
            .as_array()
            .unwrap()
            .iter()
            .map(|batch| batch["stage"].as_str().unwrap().to_owned())
            .collect()
    };
    office.refused(TREASURER, "2026-07-20", "finance pay D-2 D-1", "refused-never-posted");
    assert_eq!(
        stages("2026-07-20"),
        ["approved", "approved"],
        "a village with a board has not posted: neither goes"
    );
    office.done(CLERK, "2026-07-20", "post D-1 --board 段村/门口栏 --on 2026-07-01");
    let made = office.done(TREASURER, "2026-07-20", "finance pay D-2 D-1");
    let list = made["list"].as_str().unwrap();
    office.refused(
        TREASURER,
        "2026-07-20",
        &format!("finance paid {list} --on 2026-07-21"),
        "refused-future-day",
    );
    assert_eq!(stages("2026-07-20"), ["handed", "handed"]);
    let paid =
        office.done(TREASURER, "2026-07-21", &format!("finance paid {list} --on 2026-07-21"));
    assert_eq!(
        (paid["acts"].as_array().unwrap().len(), stages("2026-07-21")),
        (2, vec!["paid".to_owned(); 2])
    );
}
