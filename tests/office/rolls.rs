//! Real layouts come in line by line; planted defects are named at their row; a clean file has
//! none.
use cunbang::domain::reference::Reference;
use cunbang::domain::reference::division::DivisionCode;
use cunbang::domain::roll::{Line, RollKey};
use cunbang::intake::{Asked, Report, RollChunk, take};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
struct Truth {
    file: String,
    layout: String,
    code: String,
    village: DivisionCode,
    year: i16,
    sum_fen: i64,
    lines: Vec<TruthLine>,
}

#[derive(Deserialize)]
struct TruthLine {
    no: u32,
    name: String,
    id: String,
    card: String,
    quantity: String,
    fen: i64,
}

#[derive(Deserialize)]
struct Key {
    defects: Vec<Defect>,
}

#[derive(Deserialize)]
struct Defect {
    line: u32,
    kind: String,
    #[serde(default)]
    column: String,
    #[serde(default)]
    original: String,
    #[serde(default)]
    planted: String,
}

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

fn reference(set: &str) -> Reference {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/reference").join(set);
    Reference::from_files(set, &|name| fs::read(folder.join(name)).ok()).unwrap()
}

fn asked(reference: &Reference) -> Asked<'_> {
    Asked::of(reference, jiff::civil::date(2026, 11, 22))
}

fn taken(path: &Path, asked: &Asked<'_>) -> (Report, BTreeMap<RollKey, Vec<Line>>) {
    let mut rolls: BTreeMap<RollKey, Vec<Line>> = BTreeMap::new();
    let name = path.file_name().unwrap().to_str().unwrap();
    let mut receive = |taken: RollChunk| {
        rolls.entry(taken.key).or_default().extend(taken.lines);
        ControlFlow::Continue(())
    };
    let report = take(&mut File::open(path).unwrap(), name, asked, &mut receive);
    (report, rolls)
}

fn places(report: &Report) -> Vec<(u32, String, &'static str)> {
    let column = |error: &cunbang::intake::IntakeError| {
        error.column.as_ref().map(|place| place.words.clone()).unwrap_or_default()
    };
    report.errors.iter().map(|error| (error.row, column(error), error.sentence.key)).collect()
}

fn truths() -> Vec<Truth> {
    serde_json::from_slice(&fs::read(data("rolls/truth.json")).unwrap()).unwrap()
}

fn comes_in_exactly(path: &Path, truth: &Truth, reference: &Reference) -> Report {
    let file = path.display();
    let (report, rolls) = taken(path, &asked(reference));
    assert_eq!(places(&report), [], "{file}");
    let (key, lines) = rolls.into_iter().next().unwrap();
    assert_eq!(
        (key.programme.as_str(), key.division, key.period.to_string()),
        (truth.code.as_str(), truth.village, truth.year.to_string())
    );
    assert_eq!(report.rolls, 1);
    assert_eq!(report.lines_total.fen(), truth.sum_fen, "{file}");
    let shown = |line: &Line| {
        let quantity = line.quantity.unwrap().decimal();
        (
            line.no,
            line.payee().name.clone(),
            line.payee().id.clone(),
            line.card.clone(),
            quantity,
            line.amount.fen(),
        )
    };
    let wanted = |line: &TruthLine| {
        (
            line.no,
            line.name.clone(),
            line.id.clone(),
            line.card.clone(),
            line.quantity.parse().unwrap(),
            line.fen,
        )
    };
    assert_eq!(
        lines.iter().map(shown).collect::<Vec<_>>(),
        truth.lines.iter().map(wanted).collect::<Vec<_>>(),
        "{file}"
    );
    if truth.layout == "paper1" {
        assert_eq!(report.file_total, Some(report.lines_total), "{file}");
    }
    report
}

#[test]
fn every_roll_of_the_season_comes_in_with_exactly_its_lines_and_sum() {
    let reference = reference("daixian");
    let truths = truths();
    assert_eq!(truths.len(), 30);
    for truth in truths {
        comes_in_exactly(&data("rolls").join(&truth.file), &truth, &reference);
    }
}

#[test]
fn old_workbooks_come_in_with_the_same_lines_as_new_ones() {
    let reference = reference("daixian");
    let old: Vec<_> = truths()
        .into_iter()
        .map(|truth| (data("xls").join(truth.file.replace(".xlsx", ".xls")), truth))
        .collect();
    let old: Vec<_> = old.iter().filter(|(path, _)| path.exists()).collect();
    assert_eq!(old.len(), 5);
    for (path, truth) in old {
        assert_eq!(comes_in_exactly(path, truth, &reference).encoding, "xls");
    }
}

/// Kinds that intake refuses; the others come in, and the checks see them.
const REFUSED: [&str; 14] = [
    "excel_precision_loss_id",
    "sci_notation_id",
    "missing_column",
    "extra_column",
    "embedded_comma",
    "embedded_quote",
    "embedded_newline",
    "formula_injection",
    "over_precise_amount",
    "negative_amount",
    "money_format",
    "bad_village_code",
    "future_date",
    "bad_date",
];

/// A date that is only written in another way is read.
fn is_refused(defect: &Defect) -> bool {
    REFUSED.contains(&defect.kind.as_str()) && defect.planted != "2023/10/4"
}

#[test]
fn each_planted_defect_that_intake_refuses_is_named_at_its_row_and_nothing_else_is() {
    let reference = reference("fictional/dirty");
    let key: Key = serde_json::from_slice(&fs::read(data("dirty.csv.key.json")).unwrap()).unwrap();
    let (report, rolls) = taken(&data("dirty.csv"), &asked(&reference));
    let named: BTreeSet<_> =
        places(&report).into_iter().map(|(row, column, _)| (row, column)).collect();
    let planted: BTreeSet<_> = key
        .defects
        .iter()
        .filter(|defect| is_refused(defect))
        .map(|defect| {
            let whole_row = defect.kind == "missing_column" || defect.kind == "extra_column";
            (defect.line, if whole_row { String::new() } else { defect.column.clone() })
        })
        .collect();
    assert_eq!(
        named.difference(&planted).collect::<Vec<_>>(),
        Vec::<&(u32, String)>::new(),
        "named and not planted"
    );
    assert_eq!(
        planted.difference(&named).collect::<Vec<_>>(),
        Vec::<&(u32, String)>::new(),
        "planted and not named"
    );
    assert_eq!(report.more_errors, 0);
    let first = report.errors.iter().map(|error| error.row).min().unwrap();
    let handed_on = rolls.values().flatten().map(|line| line.source_row).max().unwrap_or(0);
    assert!(handed_on < first, "nothing is handed on once there is an error");
}

#[test]
fn what_nobody_sees_is_mended_silently() {
    let reference = reference("fictional/dirty");
    let key: Key = serde_json::from_slice(&fs::read(data("dirty.csv.key.json")).unwrap()).unwrap();
    let refused: BTreeSet<_> =
        key.defects.iter().filter(|defect| is_refused(defect)).map(|defect| defect.line).collect();
    let text = fs::read_to_string(data("dirty.csv")).unwrap();
    // A cell with a line break covers two lines.
    let second = |line: u32| {
        key.defects
            .iter()
            .any(|defect| defect.kind == "embedded_newline" && defect.line + 1 == line)
    };
    let kept: Vec<_> = (1_u32..)
        .zip(text.lines())
        .filter(|(line, _)| !refused.contains(line) && !second(*line))
        .map(|(_, text)| text)
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mended.csv");
    fs::write(&path, kept.join("\r\n")).unwrap();
    let (report, rolls) = taken(&path, &asked(&reference));
    assert_eq!(places(&report), []);
    assert_eq!((report.skipped.heads, report.skipped.empty), (4, 4));
    let lines: Vec<_> = rolls.values().flatten().collect();
    for defect in key.defects.iter().filter(|defect| !defect.original.is_empty()) {
        let found =
            |value: fn(&Line) -> String| lines.iter().any(|line| value(line) == defect.original);
        match (defect.kind.as_str(), defect.column.as_str()) {
            ("whitespace" | "fullwidth_digits" | "lowercase_x" | "inner_bom", "身份证号") => {
                assert!(found(|line| line.householder.id.clone()));
            }
            ("whitespace", "姓名") => assert!(found(|line| line.householder.name.clone())),
            ("fullwidth_digits", "银行卡号") => assert!(found(|line| line.card.clone())),
            ("fullwidth_digits", "补贴金额") => assert!(found(|line| line.amount.to_string())),
            ("fullwidth_digits", "数量") => {
                assert!(found(|line| line.quantity.unwrap().to_string()));
            }
            _ => {}
        }
    }
}

#[test]
fn a_clean_file_comes_in_without_a_word() {
    let reference = reference("fictional/clean");
    let (report, rolls) = taken(&data("clean-20k.csv"), &asked(&reference));
    assert_eq!(places(&report), []);
    assert_eq!(report.lines, 20_000);
    assert_eq!(u64::try_from(rolls.len()).unwrap(), report.rolls);
    assert!(rolls.values().all(|lines| lines.iter().zip(1..).all(|(line, no)| line.no == no)));
    assert_eq!(report.notes, []);
}
