//! Rules that know their date: which row holds on which day, what an import adds, and what it would
//! rewrite.
use super::citation::VILLAGE_AFFAIRS;
use super::rule::RuleRef;
use super::*;
use crate::domain::reference::builtin;
use crate::domain::values::period::Period;
use jiff::civil::date;

/// A set with these files, read beside what is in force.
fn set(in_force: &Reference, files: &[(&str, &str)]) -> Reference {
    let file = |name: &str| {
        files.iter().find(|(known, _)| *known == name).map(|(_, text)| text.as_bytes().to_vec())
    };
    Reference::from_files_beside("change", &file, in_force).unwrap()
}

fn county() -> Reference {
    Reference::joined(&[builtin::daixian().unwrap()])
}

fn with(files: &[(&str, &str)]) -> (Reference, Reference) {
    let before = county();
    let after = Reference::joined(&[builtin::daixian().unwrap(), set(&before, files)]);
    (before, after)
}

fn village() -> DivisionCode {
    DivisionCode::parse("140923104204").unwrap()
}

const NEW_RATE: &str = r#"{"rates": [{"programme": "P01", "rate": "70", "from": "2026-07-01", "basis": "代财农〔2026〕8号"}]}"#;

#[test]
fn a_new_rate_holds_from_its_day_and_the_old_one_until_the_day_before() {
    let (_, after) = with(&[("rates.json", NEW_RATE)]);
    let land = after.programme("P01", date(2026, 12, 1)).unwrap();
    let rate = |day| {
        land.nearest_rates(village(), day)
            .iter()
            .map(|row| row.rate.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        (rate(date(2026, 6, 30)), rate(date(2026, 7, 1))),
        (vec!["67.00".to_owned()], vec!["70.00".to_owned()])
    );
    assert!(after.rates.is_empty(), "it stands at its programme");
}

#[test]
fn a_later_version_of_a_programme_changes_nothing_before_its_day() {
    let text = r#"{"programmes": [{"code": "P02", "name": "种粮补贴", "department": "农业农村局", "basis": [], "audience": "", "unit": "亩",
        "payee_basis": "household", "rate_kind": "fixed", "class": "S0", "from": "2027-01-01",
        "notice": {"when": "before_submission", "days": 10, "day_kind": "working", "repost_days": 5}}]}"#;
    let (before, after) = with(&[("programmes.json", text)]);
    let old =
        |reference: &Reference| reference.programme("P02", date(2026, 12, 31)).unwrap().notice;
    assert_eq!(old(&before), old(&after));
    let new = after.programme("P02", date(2027, 1, 1)).unwrap();
    assert_eq!((new.notice.days, new.notice.days_again(), new.name.as_str()), (10, 5, "种粮补贴"));
    assert_eq!(
        new.rates,
        after.programme("P02", date(2026, 12, 31)).unwrap().rates,
        "rates are one table of all versions"
    );
    assert_eq!(after.programme_named("种粮补贴"), after.programme_named("P02"));
}

#[test]
fn a_programme_that_has_ended_is_still_known_for_arrears() {
    let mut ended = county();
    for programme in &mut ended.programmes {
        programme.to = Some(date(2025, 12, 31));
    }
    assert_eq!(ended.programme("P01", date(2026, 5, 1)).map(|row| row.code.as_str()), Some("P01"));
    assert_eq!(ended.programme("P99", date(2026, 5, 1)), None);
}

#[test]
fn a_township_that_is_gone_names_the_one_that_took_it_over() {
    let county = county();
    let code = |text| DivisionCode::parse(text).unwrap();
    let successors = |code| {
        county
            .successors(code, date(2026, 1, 1))
            .iter()
            .map(|next| next.code.short())
            .collect::<Vec<_>>()
    };
    assert_eq!(successors(code("140923105")), ["140923107"]);
    assert_eq!(successors(code("140923204")), ["140923106"]);
    assert!(successors(code("140923104")).is_empty());
    assert!(
        !county.is_in_force(code("140923105"), date(2026, 1, 1))
            && county.is_in_force(code("140923105"), date(2021, 6, 30))
    );
    assert!(
        county.is_in_force(village(), date(2026, 1, 1))
            && !county.is_in_force(code("140923104999"), date(2026, 1, 1))
    );
}

#[test]
fn the_village_law_is_cited_with_the_article_of_the_day() {
    let county = county();
    let cited = |day| county.citation(VILLAGE_AFFAIRS, day).unwrap().printed();
    assert_eq!(cited(date(2025, 12, 31)), "《中华人民共和国村民委员会组织法》第三十条");
    assert_eq!(
        cited(date(2026, 1, 1)),
        "《中华人民共和国村民委员会组织法》",
        "the new number waits for the county"
    );
}

#[test]
fn what_the_county_does_not_say_is_as_usual() {
    let nothing = Reference::default();
    let day = date(2026, 1, 1);
    assert_eq!(nothing.policy(PolicyKey::ObjectionReplyDays, day), 10);
    assert_eq!(nothing.thresholds(day), Thresholds::default());
    let (_, after) = with(&[(
        "policy.json",
        r#"{"policy": [{"key": "objection_reply_days", "value": 7, "from": "2026-09-01"}]}"#,
    )]);
    let days = |day| after.policy(PolicyKey::ObjectionReplyDays, day);
    assert_eq!((days(date(2026, 8, 31)), days(date(2026, 9, 1))), (10, 7));
}

#[test]
fn relief_is_public_within_ten_working_days_and_the_rest_within_twenty() {
    let county = county();
    let days = |code| {
        county.result_days(county.programme(code, date(2026, 1, 1)).unwrap(), date(2026, 1, 1))
    };
    assert_eq!((days("P01"), days("P13")), (20, 10));
}

#[test]
fn a_decision_names_its_rules_and_each_can_be_shown() {
    let (_, after) = with(&[("rates.json", NEW_RATE)]);
    let period = Period::parse("2026").unwrap();
    let rules = after.rules_for("P01", village(), period, date(2026, 7, 2));
    let texts: Vec<String> = rules.iter().map(ToString::to_string).collect();
    for expected in [
        "programme:P01",
        "rate:P01@2024-01-01",
        "rate:P01@2026-07-01",
        "notice:P01",
        "division:140923104204",
        "holidays:2026",
    ] {
        assert!(texts.iter().any(|text| text == expected), "{expected} in {texts:?}");
    }
    for rule in &rules {
        let shown = after.rule(rule).unwrap();
        assert_eq!(shown.reference(), *rule);
        assert!(!shown.sentences().is_empty());
    }
    assert_eq!(
        after.rule(&RuleRef::new(crate::domain::reference::rule::RuleKind::Programme, "P99", None)),
        None
    );
}

#[test]
fn an_import_says_which_rows_it_adds_ends_and_rewrites() {
    let today = date(2026, 6, 1);
    let (before, after) = with(&[("rates.json", NEW_RATE)]);
    let sentence: Vec<_> = before
        .changes_to(&after)
        .iter()
        .map(|change| (change.kind, change.rule.to_string(), change.since))
        .collect();
    let since = Some(date(2026, 7, 1));
    assert_eq!(
        sentence,
        [
            (ChangeKind::Ends, "rate:P01@2024-01-01".to_owned(), since),
            (ChangeKind::New, "rate:P01@2026-07-01".to_owned(), since)
        ]
    );
    assert!(!before.changes_to(&after).iter().any(|change| change.rewrites(today)));
    let other = r#"{"rates": [{"programme": "P01", "rate": "66", "from": "2016-01-01"}]}"#;
    let (before, after) = with(&[("rates.json", other)]);
    let changes = before.changes_to(&after);
    assert!(
        changes.len() == 1 && changes[0].kind == ChangeKind::Other && changes[0].rewrites(today),
        "{changes:?}"
    );
}

#[test]
fn the_same_set_again_changes_nothing() {
    let before = county();
    let again = Reference::joined(&[builtin::daixian().unwrap(), builtin::daixian().unwrap()]);
    assert_eq!(before, again);
    assert_eq!(before.changes_to(&again), []);
}
