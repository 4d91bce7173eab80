//! `dirty.csv` with its key of planted defects, and `clean-20k.csv`: what a dry run says of them,
//! row by row.

use crate::support::township::Township;
use cunbang::domain::reference::Reference;
use cunbang::domain::roll::finding::{Check, Level};
use cunbang::runtime::session::{ImportAsked, Imported};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::AtomicBool;

#[derive(Deserialize)]
struct Key {
    defects: Vec<Defect>,
}

#[derive(Deserialize)]
struct Defect {
    line: u32,
    kind: String,
    planted: String,
}

fn reference(set: &str) -> Reference {
    let folder = Path::new("data/reference/fictional").join(set);
    Reference::from_files(set, &|name| std::fs::read(folder.join(name)).ok()).unwrap()
}

fn dry_run(set: &str, file: &str) -> Imported {
    let township = Township::with(&reference(set));
    let mut clerk = township.session("填报员乙", "2026-11-22");
    let asked = ImportAsked { dry_run: true, ..ImportAsked::default() };
    clerk
        .import(&Path::new("tests/data").join(file), &asked, &AtomicBool::new(false), &mut |_| {})
        .unwrap()
}

/// All lines of the file with the ID number of this one.
fn lines_of_same_person(line: u32) -> Vec<u32> {
    let text = std::fs::read_to_string("tests/data/dirty.csv").unwrap();
    let ids: Vec<&str> =
        text.lines().map(|line| line.split(',').nth(7).unwrap_or_default()).collect();
    let id = ids[line as usize - 1];
    (1..).zip(&ids).filter(|(_, there)| **there == id).map(|(line, _)| line).collect()
}

/// The checks that concern a kind of defect; what no check of this version concerns is `None`.
fn concerned(kind: &str) -> Option<&'static [Check]> {
    Some(match kind {
        "bad_check_digit" | "truncated_id" | "bad_card_luhn" => &[Check::A09],
        "dup_in_batch" => &[Check::A01],
        "dup_cross_village" => &[Check::A03],
        "id_two_names" => &[Check::A10],
        "shared_card" => &[Check::A05],
        "wrong_amount" => &[Check::A17],
        "wrong_standard" => &[Check::A17, Check::A18],
        "minor" => &[Check::A22],
        _ => return None,
    })
}

#[test]
fn every_planted_defect_that_the_rules_concern_is_reported_at_its_row() {
    let imported = dry_run("dirty", "dirty.csv");
    let key: Key =
        serde_json::from_slice(&std::fs::read("tests/data/dirty.csv.key.json").unwrap()).unwrap();
    let faults: BTreeSet<u32> = imported.report.errors.iter().map(|error| error.row).collect();
    let mut findings: BTreeMap<u32, BTreeSet<Check>> = BTreeMap::new();
    for (finding, rows) in imported
        .rolls
        .iter()
        .flat_map(|roll| &roll.findings)
        .filter(|(finding, _)| finding.level > Level::Inform)
    {
        for row in rows {
            findings.entry(*row).or_default().insert(finding.check);
        }
    }
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for defect in &key.defects {
        let Some(checks) = concerned(&defect.kind) else { continue };
        let is_told = |line: &u32| {
            findings.get(line).is_some_and(|found| checks.iter().any(|check| found.contains(check)))
        };
        // two names of one number contradict each other: the one that comes later in the import is
        // told
        let named = if defect.kind == "id_two_names" {
            lines_of_same_person(defect.line).iter().any(is_told)
        } else {
            is_told(&defect.line)
        };
        assert!(named, "{} at line {}: {:?}", defect.kind, defect.line, findings.get(&defect.line));
        *seen.entry(&defect.kind).or_default() += 1;
    }
    assert!(seen.len() == 10 && seen.values().all(|count| *count == 4), "{seen:?}");
    // what the reader itself refuses stands in tests/rolls.rs; here: it is told in the same dry run
    let refused = key.defects.iter().filter(|defect| {
        ["sci_notation_id", "negative_amount", "formula_injection"].contains(&defect.kind.as_str())
    });
    for defect in refused {
        assert!(
            faults.contains(&defect.line),
            "{} ({} characters)",
            defect.kind,
            defect.planted.chars().count()
        );
    }
}

#[test]
fn nothing_is_found_at_rows_where_nothing_was_planted() {
    let imported = dry_run("dirty", "dirty.csv");
    let key: Key =
        serde_json::from_slice(&std::fs::read("tests/data/dirty.csv.key.json").unwrap()).unwrap();
    let planted: BTreeSet<u32> = key.defects.iter().map(|defect| defect.line).collect();
    for (finding, rows) in imported
        .rolls
        .iter()
        .flat_map(|roll| &roll.findings)
        .filter(|(finding, _)| finding.level == Level::Block)
    {
        // a number planted in one batch makes the same person's card another payee's in all their
        // other batches
        if finding.sentence.key == "finding-a05-shared-elsewhere" {
            continue;
        }
        // a rule that concerns several rows names the planted one among them
        assert!(rows.iter().any(|row| planted.contains(row)), "{:?} at {rows:?}", finding.check);
    }
}

#[test]
fn the_clean_file_has_no_blocking_finding() {
    let imported = dry_run("clean", "clean-20k.csv");
    assert_eq!(imported.report.lines, 20_000);
    let blocking: u32 = imported.rolls.iter().map(|roll| roll.found.block).sum();
    assert_eq!((blocking, imported.report.errors.len()), (0, 0));
}
