//! From the review to the end of keeping by the real binary: two signatures, the money booked and its
//! result shown, corrections by another batch, lists that end.
use crate::support::command_line::{self, Office, texts};
use crate::support::village::{handed, with_a_roll, with_policy};
use serde_json::{Value, json};

const CLERK: &str = command_line::CLERK.0;
const REVIEWER: &str = command_line::REVIEWER.0;
const TREASURER: &str = command_line::TREASURER.0;

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
    another_batch_corrects_it(&office, &paid);
}

fn another_batch_corrects_it(office: &Office, paid: &Value) {
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
    handed(office, "D-2", "2026-07-30");
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
