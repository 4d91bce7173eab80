//! Deadlines that fall into a year without a holiday table are told as such, whatever act counts
//! them.

use crate::support::command_line::Office;
use std::process::{Command, Stdio};

/// What a person reads of one run.
fn read(office: &Office, user: &str, day: &str, line: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cunbang"));
    command.current_dir(office.folder.path()).env_remove("CUNBANG_DATA").stdin(Stdio::null());
    command.args(line.split(' ')).args(["--lang", "en", "--now", day, "--as", user]);
    let output = command
        .arg("--password-file")
        .arg(office.path(&format!("{user}.password")))
        .output()
        .unwrap();
    assert!(output.status.success(), "{line}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Is the person told that 2027 was counted Monday to Friday?
fn warns(body: &str) -> bool {
    body.contains("no holiday table for 2027")
}

#[test]
fn a_case_whose_answer_is_due_in_a_year_without_holidays_says_so() {
    let office = Office::founded();
    office.write("words.txt", "张三\n村东头\n问补贴何时发\n");
    let add = "enquiry add --words-file words.txt";
    assert!(!warns(&read(&office, "李秀英", "2026-07-01", add)));
    let body = read(&office, "李秀英", "2026-12-28", add);
    assert!(warns(&body) && body.contains("140923104-2026-CX-0002"), "{body}");
    assert!(warns(&read(
        &office,
        "王建国",
        "2026-12-29",
        "objection escalate 140923104-2026-CX-0001 --to 县农业农村局"
    )));
}

#[test]
fn a_late_posting_and_a_result_that_reach_into_such_a_year_say_so() {
    let office = Office::founded();
    let file = office.roll("小敦素村-公益性岗位补贴-2026.csv");
    office.done("李秀英", "2026-12-10", &format!("roll import {file}"));
    let label = office.done("李秀英", "2026-12-10", "batch submit D-1")["acts"][0]["label"]
        .as_str()
        .unwrap()
        .to_owned();
    office.done("王建国", "2026-12-10", &format!("batch approve {label}"));
    assert!(!warns(&read(&office, "王建国", "2026-12-10", &format!("batch publish {label}"))));
    let photo = office.copied("tests/data/photos", "phone.jpg");
    let post = |name: &str, day: &str| {
        let board = format!(
            "board add --division 140923104205 --name {name} --place 村委会门口 --columns finance"
        );
        let board =
            office.done("李秀英", "2026-12-10", &board)["board"].as_str().unwrap().to_owned();
        read(
            &office,
            "李秀英",
            day,
            &format!("post D-1 --board {board} --near {photo} --far {photo}"),
        )
    };
    assert!(!warns(&post("村务公开栏", "2026-12-10")));
    let list = office.done("周文", "2026-12-30", &format!("finance pay {label}"))["list"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(warns(&read(
        &office,
        "周文",
        "2026-12-31",
        &format!("finance paid {list} --on 2026-12-31")
    )));
    assert!(warns(&post("村口公开栏", "2026-12-31")));
}
