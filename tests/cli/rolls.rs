//! Rolls by the real binary: saved columns, titles that do not fit.

use crate::support::command_line::Office;

const CLERK: &str = "李秀英";
const DAY: &str = "2026-07-01";
const ASKED: &str = "--programme P17 --division 140923104204 --period 2026";

#[test]
fn columns_once_said_are_used_for_the_next_file_with_the_same_head_until_they_are_removed() {
    let office = Office::founded();
    let file = office.copied("tests/data/intake", "没见过的表头.xlsx");
    let plain = format!("roll import {file} {ASKED} --dry-run");
    assert_eq!(office.run(CLERK, DAY, &plain).document["errors"][0]["code"], "intake-no-header");
    let columns = "--columns 名儿=name,证件=id,领取额=amount,D=remark";
    office.refused(CLERK, DAY, &format!("{plain} --profile 月表"), "desk-unknown-profile");
    assert_eq!(office.run(CLERK, DAY, &format!("{plain} --save-profile 月表")).status, 2);
    let body = office.done(CLERK, DAY, &format!("{plain} {columns} --save-profile 月表"));
    assert_eq!((&body["drafts"][0]["lines"], &body["drafts"][0]["fen"]), (&1.into(), &5000.into()));
    let listed = office.done(CLERK, DAY, "profile list");
    assert_eq!(
        (&listed["profiles"][0]["name"], &listed["profiles"][0]["head"][2]),
        (&"月表".into(), &"领取额".into())
    );
    for by_name in ["", " --profile 月表"] {
        assert_eq!(office.done(CLERK, DAY, &format!("{plain}{by_name}"))["drafts"][0]["fen"], 5000);
    }
    office.done(CLERK, DAY, "profile remove 月表");
    office.refused(CLERK, DAY, "profile remove 月表", "store-unknown");
    assert_eq!(office.run(CLERK, DAY, &plain).status, 1);
}

#[test]
fn a_title_that_does_not_fit_keeps_a_file_out_until_the_clerk_confirms() {
    let office = Office::founded();
    let file = office.copied("tests/data/intake", "标题不符.xlsx");
    let body = office.run(CLERK, DAY, &format!("roll import {file} {ASKED}"));
    let error = &body.document["errors"][0];
    assert_eq!(
        (body.status, &error["code"], &error["row"], &error["column"]),
        (1, &"intake-title-village".into(), &1.into(), &"A".into())
    );
    let body = office.done(CLERK, DAY, &format!("roll import {file} {ASKED} --despite-title"));
    assert_eq!(body["drafts"][0]["village"], "段村");
}

#[test]
fn a_batch_goes_out_in_the_platforms_template_and_comes_back_with_the_same_sum() {
    let office = Office::founded();
    let file = office.roll("段村-耕地地力保护补贴-2026.csv");
    let body = office.done(CLERK, DAY, &format!("roll import {file}"));
    let draft = body["drafts"][0]["draft"].as_str().unwrap();
    let lines = &body["drafts"][0]["lines"];
    let fen = &body["drafts"][0]["fen"];
    let out = office.path("段村.xlsx");
    let export = format!("template export {draft} --out {}", out.display());
    assert_eq!(&office.done(CLERK, DAY, &export)["rows"], lines);
    let again =
        format!("roll import {} --template --programme P01 --period 2026 --dry-run", out.display());
    let back = office.done(CLERK, DAY, &again);
    assert_eq!((&back["drafts"][0]["lines"], &back["drafts"][0]["fen"]), (lines, fen));
    office.done(CLERK, DAY, "template blank 农村居民最低生活保障金 --out empty.xlsx --period 2026");
    let wrong = office.run(
        CLERK,
        DAY,
        "roll import empty.xlsx --template --programme P01 --period 2026 --dry-run",
    );
    assert_eq!(wrong.document["errors"][0]["code"], "template-head-differs");
    office.done(CLERK, DAY, &format!("batch edit {draft} --line 2 --field bank --value 农商行"));
    let refused = office.run(CLERK, DAY, &export);
    let error = &refused.document["errors"][0];
    assert_eq!(
        (refused.status, &error["code"], &error["row"], &error["column_words"]),
        (1, &"template-choice".into(), &5.into(), &"开户银行".into())
    );
}

#[test]
fn a_roll_is_typed_from_nothing_and_the_next_one_begins_with_it() {
    let office = Office::founded();
    let village = "--programme 高龄津贴 --division 140923104204";
    let made = office.done(CLERK, DAY, &format!("roll new {village} --period 2026H1"));
    assert_eq!((&made["draft"], &made["lines"]), (&"D-1".into(), &0.into()));
    office.done(CLERK, DAY, "batch edit D-1 --insert");
    for (field, value) in [("name", "张三"), ("quantity", "1"), ("rate", "50"), ("months", "6")] {
        office.done(
            CLERK,
            DAY,
            &format!("batch edit D-1 --line 1 --field {field} --value {value}"),
        );
    }
    let shown = office.done(CLERK, DAY, "batch show D-1");
    assert_eq!(
        (&shown["rows"][0]["fen"], &shown["rows"][0]["source_row"]),
        (&30_000.into(), &0.into())
    );
    office.refused(
        CLERK,
        DAY,
        &format!("roll new {village} --period 2026H1"),
        "store-already-here",
    );
    office.refused(
        CLERK,
        DAY,
        "roll new --programme P01 --division 140923104204 --period 2026 --from-last",
        "desk-no-earlier-batch",
    );
    office.refused(
        CLERK,
        DAY,
        "roll new --programme P01 --division 140923104 --period 2026",
        "desk-unknown-division",
    );
    let next = office.done(CLERK, DAY, &format!("roll new {village} --period 2026Q3 --from-last"));
    assert_eq!((&next["lines"], &next["fen"]), (&1.into(), &15_000.into()));
    let arrears =
        office.done(CLERK, DAY, &format!("roll new {village} --period 2026H1 --kind arrears"));
    assert_eq!(arrears["draft"], "D-3");
    for wrong in [
        "roll new --period 2026",
        "roll new --from D-1 --programme P01 --period 2026",
        "roll new --from D-1 --period 2026 --kind arrears",
    ] {
        assert_eq!(office.run(CLERK, DAY, wrong).document["code"], "usage-one-of");
    }
}

#[test]
fn a_file_of_arrears_stands_beside_the_roll_of_the_same_period() {
    let office = Office::founded();
    let file = office.roll("小敦素村-公益性岗位补贴-2026.csv");
    for (kind, draft) in [("normal", "D-1"), ("arrears", "D-2")] {
        let body = office.done(CLERK, DAY, &format!("roll import {file} --kind {kind}"));
        assert_eq!(
            (&body["drafts"][0]["draft"], &body["drafts"][0]["kind"]),
            (&draft.into(), &kind.into())
        );
    }
    let listed = office.done(CLERK, DAY, "batch list");
    assert_eq!(
        (&listed["batches"][0]["kind"], &listed["batches"][1]["kind"]),
        (&"arrears".into(), &"normal".into())
    );
    office.refused(CLERK, DAY, &format!("roll import {file} --kind arrears"), "store-already-here");
}
