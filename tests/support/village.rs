//! An office on 1 July with the roll of one village, and with its boards, set up by the real
//! binary.
use super::command_line::{ADMINISTRATOR, CLERK, Office, REVIEWER, TREASURER};
use serde_json::Value;
use std::fs;

const LAND: &str = "段村-耕地地力保护补贴-2026.csv";

/// An office with a draft `D-1` of 段村 that nothing blocks, and a photo beside it.
pub fn with_a_roll() -> Office {
    let office = Office::founded();
    let file = office.copied("tests/data/rolls", LAND);
    let imported = office.done(CLERK.0, "2026-07-01", &format!("roll import {file}"));
    assert_eq!(
        (&imported["drafts"][0]["village"], &imported["drafts"][0]["blocking"]),
        (&"段村".into(), &0.into())
    );
    office.copied("tests/data/photos", "phone.jpg");
    office
}

/// The same with boards of these names and columns in 段村.
pub fn with_boards(boards: &[(&str, &str)]) -> Office {
    let office = with_a_roll();
    let division = division(&office);
    for (name, columns) in boards {
        let line = format!(
            "board add --division {division} --name {name} --place 村委会院外东墙 --columns {columns}"
        );
        let made = office.done(CLERK.0, "2026-07-01", &line);
        assert_eq!(
            (&made["village"], &made["name"], &made["kind"]),
            (&"段村".into(), &(*name).into(), &"fixed".into())
        );
    }
    office
}

pub fn division(office: &Office) -> String {
    office.done(CLERK.0, "2026-07-01", "batch show D-1")["division"].as_str().unwrap().to_owned()
}

/// The reference data of the county with another value of one policy, taken in by the
/// administrator.
pub fn with_policy(office: &Office, key: &str, value: u32) {
    let from = format!("{}/data/reference/daixian", env!("CARGO_MANIFEST_DIR"));
    let to = office.path("reference");
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
    office.done(ADMINISTRATOR.0, "2026-07-01", "reference import reference");
}

/// Submitted, approved, and handed to the finance bureau on `day`; the number of the pay list.
pub fn handed(office: &Office, batch: &str, day: &str) -> String {
    office.done(CLERK.0, day, &format!("batch submit {batch}"));
    office.done(REVIEWER.0, day, &format!("batch approve {batch}"));
    office.done(TREASURER.0, day, &format!("finance pay {batch}"))["list"]
        .as_str()
        .unwrap()
        .to_owned()
}
