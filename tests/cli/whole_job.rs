//! The whole job by the real binary, as scripts see it: documents, exit statuses, files, and who
//! may do what.

use crate::support::command_line::Office;
use serde_json::Value;
use std::fs;

#[test]
fn a_roll_goes_from_the_file_to_the_finance_bureau() {
    let office = Office::founded();
    let day = "2026-07-01";
    let file = office.roll("段村-耕地地力保护补贴-2026.csv");
    let would = office.done("李秀英", day, &format!("roll import {file} --dry-run"));
    let blocks = |findings: &Value| {
        findings
            .as_array()
            .unwrap()
            .iter()
            .find(|finding| finding["level"] == "block")
            .unwrap()
            .clone()
    };
    let draft = &would["drafts"][0];
    assert_eq!(
        (&draft["blocking"], &blocks(&draft["findings"])["rows"][0]),
        (&1.into(), &15.into())
    );
    let imported = office.done("李秀英", day, &format!("roll import {file}"));
    assert_eq!(
        (&imported["drafts"][0]["draft"], &imported["drafts"][0]["fen"]),
        (&"D-1".into(), &9_954_525.into())
    );

    let found = office.run("李秀英", day, "batch check D-1");
    assert_eq!(
        (found.status, &found.document["blocking"], &found.document["ok"]),
        (1, &1.into(), &false.into())
    );
    let finding = blocks(&found.document["findings"]);
    let report = found.document["report"].as_array().unwrap();
    assert_eq!(
        (report.len(), &report[8]["outcome"], &report[8]["findings"], &report[29]["outcome"]),
        (35, &"ran".into(), &2.into(), &"lacks_data".into())
    );
    assert_eq!(
        (&finding["check"], &finding["lines"], &finding["field"]),
        (&"A09".into(), &vec![14].into(), &"id".into())
    );
    office.refused("李秀英", day, "batch publish D-1", "refused-blocked");
    office.write("id.txt", "140923195610138742\n");
    office.done("李秀英", day, "batch edit D-1 --line 14 --field id --value-file id.txt");
    assert_eq!(office.run("李秀英", day, "batch check D-1").status, 0);
    it_is_published_decided_and_handed_over(&office, day);
}

fn it_is_published_decided_and_handed_over(office: &Office, day: &str) {
    office.refused("李秀英", day, "batch submit D-1", "refused-notice-first");
    let published = office.done("李秀英", day, "batch publish D-1");
    assert_eq!(published["notice_to"], "2026-07-08");
    office.done("李秀英", day, "batch submit D-1");
    office.refused("李秀英", day, "batch approve D-1", "refused-role");
    office.done("王建国", "2026-07-02", "batch return D-1 --reason 请补写开户银行 --lines 3-4");
    office.done(
        "李秀英",
        "2026-07-02",
        "batch edit D-1 --line 3 --field bank --value 代县农商银行枣林支行",
    );
    let label = office.done("李秀英", "2026-07-02", "batch submit D-1")["acts"][0]["label"]
        .as_str()
        .unwrap()
        .to_owned();
    let approved = office.done("王建国", "2026-07-03", &format!("batch approve {label}"));
    assert_eq!(approved["stage"], "approved");

    office.refused("周文", "2026-07-08", &format!("finance pay {label}"), "refused-notice-runs");
    let list = office.done("周文", "2026-07-09", &format!("finance pay {label}"))["list"]
        .as_str()
        .unwrap()
        .to_owned();
    let exported =
        office.done("周文", "2026-07-09", &format!("finance export {list} --out finance"));
    for file in exported["files"].as_array().unwrap() {
        let bytes = fs::read(office.path(file["file"].as_str().unwrap())).unwrap();
        assert_eq!(file["bytes"], bytes.len());
    }
    let shown = office.done("王建国", "2026-07-09", &format!("batch show {label}"));
    let acts: Vec<&str> = shown["history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["act"].as_str().unwrap())
        .collect();
    assert_eq!(acts, ["published", "submitted", "returned", "submitted", "approved", "pay-listed"]);
    assert_eq!(shown["rows"][13]["id"], "140923********8742");
}

#[test]
fn what_is_printed_can_be_checked_against_the_paper() {
    let office = Office::founded();
    let day = "2026-07-01";
    let file = office.roll("沱阳村-实际种粮农民一次性补贴-2026.csv");
    office.done("李秀英", day, &format!("roll import {file}"));
    let published = office.done("李秀英", day, "batch publish D-1");
    let code = published["code"].as_str().unwrap();
    let poster = office.done("李秀英", day, "poster D-1 --out poster.pdf --paper-names names.json");
    assert!(fs::read(office.path("poster.pdf")).unwrap().starts_with(b"%PDF"));
    assert_eq!(
        poster,
        office.done("李秀英", "2026-08-01", "poster D-1 --out poster.pdf --paper-names names.json")
    );
    office.done("李秀英", day, "signature-sheet D-1 --out sheet.pdf");
    office.done("李秀英", day, "site build --out site");
    let page = format!("site/D/{code}/disclosure.json");
    let verified = office.done("李秀英", day, &format!("verify {page} {code} --paper names.json"));
    assert_eq!((&verified["matches"], &verified["paper"]), (&true.into(), &true.into()));
    let address = office.done("李秀英", day, "qr D-1")["url"].as_str().unwrap().to_owned();
    assert_eq!(address, format!("HTTPS://CUNBANG.EXAMPLE/D/{code}/"));

    let mut bytes = fs::read(office.path(&page)).unwrap();
    let last = bytes.len() - 2;
    bytes[last] ^= 1;
    fs::write(office.path("changed.json"), bytes).unwrap();
    let changed = office.run("李秀英", day, &format!("verify changed.json {code}"));
    assert_eq!((changed.status, &changed.document["matches"]), (1, &false.into()));
}

#[test]
fn every_fault_of_a_file_is_told_with_its_place() {
    let office = Office::founded();
    office.write(
        "roll.csv",
        "姓名,身份证号,面积,标准,金额\n王红,140923198707164246,2.31,67.00,十元\n",
    );
    let body = office.run(
        "李秀英",
        "2026-07-01",
        "roll import roll.csv --programme P01 --division 140923104204 --period 2026",
    );
    assert_eq!(body.status, 1);
    let fault = &body.document["errors"][0];
    assert_eq!(
        (&fault["row"], &fault["column"], &fault["column_words"]),
        (&2.into(), &"E".into(), &"金额".into())
    );
    assert_eq!(
        office.done("李秀英", "2026-07-01", "batch list")["batches"],
        Value::Array(Vec::new())
    );
}

#[test]
fn passwords_and_stores_have_their_own_exit_statuses() {
    let office = Office::founded();
    let day = "2026-07-01";
    office.write("wrong.password", "不是这个口令也要十五个字以上\n");
    let wrong = office.run("李秀英", day, "batch list --password-file wrong.password");
    assert_eq!(
        (wrong.status, &wrong.document["code"]),
        (4, &"vault-wrong-name-or-password".into())
    );
    let nobody = office.run("钱某", day, "batch list --password-file wrong.password");
    assert_eq!(
        (nobody.status, &nobody.document["code"]),
        (4, &"vault-wrong-name-or-password".into())
    );
    let nowhere = office.run("李秀英", day, "batch list --data nowhere");
    assert_eq!((nowhere.status, &nowhere.document["code"]), (3, &"vault-no-store".into()));
    assert!(!office.path("nowhere").exists(), "looking for a store makes no folder");
    let missing = office.run("李秀英", day, "roll import missing.xlsx");
    assert_eq!((missing.status, &missing.document["code"]), (3, &"file-missing".into()));
    let unknown = office.run("李秀英", day, "batch show D-7");
    assert_eq!(unknown.status, 1, "{}", unknown.document);
    let unasked = office.run("李秀英", day, "user add --name 甲 --roles clerk");
    assert_eq!((unasked.status, &unasked.document["code"]), (2, &"cli-no-terminal".into()));
    let again = "init --office 140923104 --name 枣林镇 --host x.example --practice --id-number-file 赵明德.id --recovery-file again.txt";
    let again = office.run("赵明德", day, again);
    assert_eq!((again.status, &again.document["code"]), (3, &"vault-store-exists".into()));
}

#[test]
fn only_a_practice_store_believes_in_another_day() {
    let office = Office::new();
    let line = "init --office 140923104 --name 枣林镇 --host x.example --id-number-file 赵明德.id --recovery-file recovery.txt";
    office.refused("赵明德", "2026-07-01", line, "desk-not-practice");
    assert!(!office.path("cunbang-data").exists());
}

#[test]
fn a_store_is_checked_backed_up_and_restored() {
    let office = Office::founded();
    let day = "2026-07-01";
    let file = office.roll("小敦素村-公益性岗位补贴-2026.csv");
    office.done("李秀英", day, &format!("roll import {file}"));
    office.done("李秀英", day, "batch submit D-1");
    let verified = office.done("李秀英", day, "journal verify");
    assert_eq!(verified["faults"], Value::Array(Vec::new()));
    assert_eq!(office.done("李秀英", day, "store check")["whole"], true);
    assert_eq!(office.done("赵明德", day, "store rebuild")["dossiers"], 1);
    let backup = office.done("赵明德", day, "store backup --out backup");
    assert_eq!(backup["entries"], verified["entries"]);
    office.done("赵明德", day, "store restore --from backup --data restored");
    let listed = office.done("王建国", day, "batch list --data restored");
    assert_eq!(
        (&listed["batches"][0]["stage"], &listed["lines"]),
        (&"submitted".into(), &6.into())
    );
    assert_eq!(office.done("王建国", day, "store check --data restored")["whole"], true);
}

#[test]
fn a_season_begins_with_the_last_one() {
    let office = Office::founded();
    let file = office.roll("小敦素村-公益性岗位补贴-2026.csv");
    office.done("李秀英", "2026-07-01", &format!("roll import {file}"));
    let label = office.done("李秀英", "2026-07-01", "batch submit D-1")["acts"][0]["label"]
        .as_str()
        .unwrap()
        .to_owned();
    let draft =
        office.done("李秀英", "2026-12-01", &format!("roll new --from {label} --period 2027"));
    assert_eq!((&draft["draft"], &draft["lines"]), (&"D-2".into(), &6.into()));
    office.done("李秀英", "2026-12-01", "batch edit D-2 --remove 6");
    let diff = office.done("李秀英", "2026-12-01", "batch diff D-2");
    assert_eq!(
        (&diff["against"], &diff["changes"][0]["kind"], &diff["now"]["lines"]),
        (&label.into(), &"gone".into(), &5.into())
    );
    let inserted = office.done("李秀英", "2026-12-01", "batch edit D-2 --insert");
    assert_eq!((&inserted["line"], &inserted["lines"]), (&7.into(), &6.into()));
    assert_eq!(office.done("李秀英", "2026-12-01", "batch edit D-2 --undo")["lines"], 5);
    assert_eq!(
        office.done("李秀英", "2026-12-01", "user list")["users"].as_array().unwrap().len(),
        4
    );
    let name = diff["changes"][0]["name"].as_str().unwrap().to_owned();
    let people = office.done("李秀英", "2026-12-01", &format!("find {name}"));
    assert_eq!(
        (&people["people"][0]["name"], &people["people"][0]["payments"][0]["line"]),
        (&name.as_str().into(), &6.into())
    );
}
