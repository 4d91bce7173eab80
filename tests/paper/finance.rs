//! The finance files of a whole season of six villages, recounted by openpyxl, Python's gb18030 and
//! `LibreOffice`.
use cunbang::domain::disclosure::PublicDivision;
use cunbang::domain::reference::division::DivisionCode;
use cunbang::domain::roll::{Line, Person};
use cunbang::domain::values::hash::Hash;
use cunbang::domain::values::money::Fen;
use cunbang::domain::values::period::Period;
use cunbang::domain::values::quantity::{Quantity, Rate};
use cunbang::finance::{PaidBatch, PayList, files};
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn line(truth: &Value, rate: Rate) -> Line {
    let text = |key: &str| truth[key].as_str().unwrap().to_owned();
    Line {
        householder: Person { name: text("name"), id: text("id") },
        card: text("card"),
        bank: "代县农村商业银行".into(),
        quantity: Some(Quantity::parse(&text("quantity")).unwrap()),
        rate: Some(rate),
        amount: Fen::try_from(truth["fen"].as_i64().unwrap()).unwrap(),
        ..Line::new(u32::try_from(truth["no"].as_u64().unwrap()).unwrap())
    }
}

fn batch(seq: usize, roll: &Value) -> PaidBatch {
    let text = |key: &str| roll[key].as_str().unwrap().to_owned();
    let rate = Rate::parse(&text("standard")).unwrap();
    let lines: Vec<_> =
        roll["lines"].as_array().unwrap().iter().map(|truth| line(truth, rate)).collect();
    PaidBatch {
        subject: format!("B-7K3QX2MD-{seq}"),
        label: format!("140923104-2026-DL-{seq:04}"),
        revision: 1,
        programme: text("code"),
        programme_name: text("programme"),
        unit: text("unit").replace("元/", ""),
        period: Period::year_of(2026).unwrap(),
        village: PublicDivision {
            code: DivisionCode::parse(&text("village")).unwrap(),
            name: text("village_name"),
            township: "枣林镇".into(),
            county: "代县".into(),
        },
        rows: Hash::of("rows\n", &[&seq.to_be_bytes()]),
        said_lines: u32::try_from(roll["rows"].as_u64().unwrap()).unwrap(),
        said_fen: Fen::try_from(roll["sum_fen"].as_i64().unwrap()).unwrap(),
        lines,
    }
}

/// The approved season, with a few people whose names are hard to write.
fn season() -> PayList {
    let truth = std::fs::read(Path::new(ROOT).join("tests/data/rolls/truth.json")).unwrap();
    let rolls: Vec<Value> = serde_json::from_slice(&truth).unwrap();
    let mut batches: Vec<_> =
        rolls.iter().enumerate().map(|(place, roll)| batch(place + 1, roll)).collect();
    for (line, name) in
        batches[0].lines.iter_mut().zip(["𬭎㛃", "阿卜杜拉·买买提", "王\"军", "李, 军"])
    {
        name.clone_into(&mut line.householder.name);
    }
    PayList {
        id: "L-7K3QX2MD-42".into(),
        office: "枣林镇人民政府".into(),
        division: DivisionCode::parse("140923104").unwrap(),
        made_on: jiff::civil::date(2026, 7, 12),
        practice: false,
        batches,
    }
}

fn recount(book: &Path, csv: &Path) -> Output {
    let python = Path::new(ROOT).join("target/venv/bin/python");
    let script = Path::new(ROOT).join("scripts/check-finance");
    let ran = Command::new(python).arg(script).args([book, csv]).output();
    ran.map_err(|error| format!("scripts/test makes target/venv: {error}")).unwrap()
}

#[test]
fn other_programs_recount_every_file_of_a_season() {
    let folder = tempfile::tempdir().unwrap();
    let made = files(&season()).unwrap();
    assert_eq!(made.len(), 10, "a workbook and a csv for each of five programmes");
    for (name, bytes) in &made {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    for pair in made.chunks(2) {
        let body = recount(&folder.path().join(&pair[0].0), &folder.path().join(&pair[1].0));
        assert!(
            body.status.success(),
            "{}: {}{}",
            pair[0].0,
            text(&body.stdout),
            text(&body.stderr)
        );
    }
}

#[test]
fn a_csv_with_one_changed_digit_does_not_pass_the_recount() {
    let folder = tempfile::tempdir().unwrap();
    let mut made = files(&season()).unwrap();
    let csv = &mut made[1].1;
    let place = csv.iter().rposition(u8::is_ascii_digit).unwrap();
    csv[place] = if csv[place] == b'1' { b'2' } else { b'1' };
    for (name, bytes) in &made[..2] {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    let body = recount(&folder.path().join(&made[0].0), &folder.path().join(&made[1].0));
    assert_eq!(body.status.code(), Some(1), "{}", text(&body.stderr));
    assert!(text(&body.stdout).contains("the csv's SHA-256 differs"));
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
