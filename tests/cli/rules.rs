//! Rules on the command line: what an import would change, the rules of a day, and the rules behind
//! a decision.

use crate::support::command_line::Office;
use serde_json::Value;

const DAY: &str = "2026-07-01";

fn rules() -> String {
    format!("{}/tests/data/dated-rules", env!("CARGO_MANIFEST_DIR"))
}

fn rows(document: &Value) -> Vec<&str> {
    document["rules"]
        .as_array()
        .unwrap()
        .iter()
        .map(|rule| rule["rule"].as_str().unwrap())
        .collect()
}

#[test]
fn an_import_is_shown_before_it_is_done_and_the_rules_of_each_day_can_be_asked() {
    let office = Office::founded();
    let would = office.done("赵明德", DAY, &format!("reference import {} --dry-run", rules()));
    let changes: Vec<(&str, &str)> = would["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| (c["change"].as_str().unwrap(), c["rule"].as_str().unwrap()))
        .collect();
    assert!(
        changes.contains(&("new", "rate:P01@2027-01-01"))
            && changes.contains(&("ends", "rate:P01@2024-01-01"))
    );
    assert_eq!((&would["rewrites"], &would["decided_since"]), (&false.into(), &0.into()));
    let rates = |day: &str| {
        let list = office.done("李秀英", DAY, &format!("rule list --kind rate --on {day}"));
        rows(&list)
            .into_iter()
            .filter(|rule| rule.starts_with("rate:P01"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(rates("2027-02-01"), ["rate:P01@2024-01-01"], "a dry run changes nothing");
    office.refused("李秀英", DAY, &format!("reference import {}", rules()), "refused-role");
    office.done("赵明德", DAY, &format!("reference import {}", rules()));
    assert_eq!(
        (rates("2026-12-31"), rates("2027-01-01")),
        (vec!["rate:P01@2024-01-01".to_owned()], vec!["rate:P01@2027-01-01".to_owned()])
    );
    let again = office.done("赵明德", DAY, &format!("reference import {}", rules()));
    assert_eq!(again["changes"], Value::Array(vec![]));

    let shown = office.done("李秀英", DAY, "rule show rate:P01@2024-01-01");
    assert_eq!(
        (&shown["rule"]["to"], &shown["rule"]["certainty"]),
        (&"2026-12-31".into(), &"placeholder".into())
    );
    office.refused("李秀英", DAY, "rule show rate:P01@2015-01-01", "desk-unknown-rule");
    assert_eq!(office.run("李秀英", DAY, "rule show P01").status, 2);
    let listed = office.done("李秀英", DAY, "programme list --on 2027-01-01");
    let land = listed["programmes"]
        .as_array()
        .unwrap()
        .iter()
        .find(|programme| programme["code"] == "P01")
        .unwrap();
    assert_eq!(
        (listed["programmes"].as_array().unwrap().len(), &land["rates"][0]),
        (46, &"70.00".into())
    );
    let early = office.done("李秀英", DAY, "programme list --on 2021-07-01");
    assert!(
        !early["programmes"]
            .as_array()
            .unwrap()
            .iter()
            .any(|programme| programme["name"] == "育儿补贴"),
        "it began in 2025"
    );
}

#[test]
fn a_decision_shows_the_rules_it_rested_on_after_they_have_changed() {
    let office = Office::founded();
    let file = office.roll("沱阳村-实际种粮农民一次性补贴-2026.csv");
    office.done("李秀英", DAY, &format!("roll import {file}"));
    assert_eq!(office.done("李秀英", DAY, "batch rules D-1")["decisions"], Value::Array(vec![]));
    office.done("李秀英", DAY, "batch publish D-1");
    let before = office.done("李秀英", DAY, "batch rules D-1");
    let published = &before["decisions"][0];
    assert_eq!((&published["act"], &published["day"]), (&"published".into(), &DAY.into()));
    assert!(rows(published).contains(&"citation:village-affairs-disclosure@2026-01-01"));
    office.done("赵明德", "2026-07-02", &format!("reference import {}", rules()));
    assert_eq!(office.done("李秀英", "2026-07-03", "batch rules D-1"), before);
}
