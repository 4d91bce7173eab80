//! Workbooks made here: what Excel does to numbers, dates, formulas, sheets; and workbooks that are
//! broken on purpose.
use super::tests::{sentence, taken};
use super::*;
use crate::domain::roll::Line;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::io::{Cursor, Write};

const HEAD: [&str; 6] = ["姓名", "身份证号", "银行卡号", "金额", "发放日期", "备注"];

fn workbook(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(&mut workbook);
    workbook.save_to_buffer().unwrap()
}

fn of_one(bytes: &[u8]) -> (Report, Vec<RollChunk>) {
    taken(bytes, "段村-耕地地力保护补贴-2026.xlsx", |_| {})
}

#[test]
fn a_number_cell_has_lost_an_id_and_keeps_an_amount() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        sheet.write_row(0, 0, HEAD).unwrap();
        sheet.write_row(1, 0, ["张三", "140923198001010018", "6214123456789012348"]).unwrap();
        sheet.write_number(1, 3, 157.45).unwrap();
        let day = ExcelDateTime::from_ymd(2026, 10, 4).unwrap();
        sheet
            .write_datetime_with_format(1, 4, &day, &Format::new().set_num_format("yyyy-mm-dd"))
            .unwrap();
        sheet.write_string(2, 0, "李四").unwrap();
        sheet.write_number(2, 1, 140_923_198_001_010_018.0).unwrap();
        sheet.write_number(2, 2, 6.214_123_456_789_012e18).unwrap();
        sheet.write_number(2, 3, 157.455).unwrap();
    });
    let (report, rolls) = of_one(&bytes);
    assert_eq!(
        sentence(&report),
        [(3, "intake-damaged"), (3, "intake-damaged"), (3, "intake-too-fine")]
    );
    assert_eq!(
        report.errors[0].column,
        Some(ColumnPlace { letter: "B".into(), words: "身份证号".into() })
    );
    assert_eq!((report.errors[0].sheet.as_str(), rolls.len(), report.lines), ("Sheet1", 0, 1));
}

#[test]
fn dates_of_excel_are_dates() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        sheet.write_row(0, 0, HEAD).unwrap();
        for (row, text) in [(1, "50"), (2, "60")] {
            sheet.write_row(row, 0, ["张三", "", "", text]).unwrap();
        }
        let day = ExcelDateTime::from_ymd(2026, 10, 4).unwrap();
        sheet
            .write_datetime_with_format(1, 4, &day, &Format::new().set_num_format("yyyy-mm-dd"))
            .unwrap();
        sheet.write_number(2, 4, 46_299).unwrap();
        sheet.write_string(2, 5, "两\n行").unwrap();
    });
    let (report, rolls) = of_one(&bytes);
    assert_eq!(sentence(&report), []);
    assert!(rolls[0].lines.iter().all(|line| line.paid_on == Some(jiff::civil::date(2026, 10, 4))));
    assert_eq!(rolls[0].lines[1].remark, "两 行");
}

#[test]
fn a_formula_counts_by_its_stored_value_and_not_without_one() {
    let with = |stored: &'static str| {
        workbook(move |book| {
            let sheet = book.add_worksheet();
            sheet.write_row(0, 0, HEAD).unwrap();
            sheet.write_string(1, 0, "张三").unwrap();
            sheet.write_formula(1, 3, Formula::new("=2.35*67").set_result(stored)).unwrap();
        })
    };
    let (report, rolls) = of_one(&with("157.45"));
    assert_eq!((sentence(&report), rolls[0].lines[0].amount.fen()), (vec![], 15745));
    assert_eq!(sentence(&of_one(&with("#REF!")).0), [(2, "intake-error-value")]);
}

#[test]
fn each_sheet_is_a_village_and_hidden_ones_stay_out() {
    let bytes = workbook(|book| {
        for (name, person) in [("段村", "甲"), ("沱阳村", "乙"), ("旧表", "丙")] {
            let sheet = book.add_worksheet().set_name(name).unwrap();
            sheet.write_row(0, 0, HEAD).unwrap();
            sheet.write_row(1, 0, [person, "", "", "5"]).unwrap();
        }
        book.worksheet_from_name("旧表").unwrap().set_hidden(true);
    });
    let (report, rolls) = taken(&bytes, "耕地地力保护补贴2026.xlsx", |_| {});
    assert_eq!((sentence(&report), report.rolls), (vec![], 2));
    assert_eq!(
        rolls.iter().map(|taken| taken.sheet.as_str()).collect::<Vec<_>>(),
        ["段村", "沱阳村"]
    );
    assert!(report.notes.iter().any(|note| note.key == "intake-note-hidden-sheet"));
}

#[test]
fn merged_cells_of_a_householder_reach_down_and_empty_ones_are_told_unless_nobody_filled_the_column()
 {
    let book = |householder: &'static str, merged: bool| {
        workbook(move |book| {
            let sheet = book.add_worksheet();
            sheet.write_row(0, 0, ["户主姓名", "享受人姓名", "金额"]).unwrap();
            sheet.write_row(1, 0, [householder, "乙乙", "5"]).unwrap();
            sheet.write_row(2, 0, ["", "丙丙", "5"]).unwrap();
            if merged {
                sheet.merge_range(1, 0, 2, 0, householder, &Format::new()).unwrap();
            }
        })
    };
    let (report, rolls) = of_one(&book("甲甲", false));
    assert_eq!((sentence(&report), rolls.len()), (vec![(3, "intake-householder-missing")], 0));
    assert_eq!(report.errors[0].column.as_ref().map(|place| place.letter.as_str()), Some("A"));
    let (report, rolls) = of_one(&book("甲甲", true));
    let people = |line: &Line| (line.householder.name.clone(), line.beneficiary().name.clone());
    let expected =
        [("甲甲", "乙乙"), ("甲甲", "丙丙")].map(|(head, own)| (head.to_owned(), own.to_owned()));
    assert_eq!(
        (sentence(&report), rolls[0].lines.iter().map(people).collect::<Vec<_>>()),
        (vec![], expected.to_vec())
    );
    let (report, rolls) = of_one(&book("", true));
    assert_eq!((sentence(&report), rolls[0].lines[1].householder.name.as_str()), (vec![], "丙丙"));
}

#[test]
fn a_summary_a_cover_and_an_explanation_are_not_counted_again() {
    let book = |names: &'static [&'static str]| {
        workbook(move |book| {
            for name in names {
                let sheet = book.add_worksheet().set_name(*name).unwrap();
                sheet.write_row(0, 0, ["村名", "姓名", "金额"]).unwrap();
                sheet.write_row(1, 0, ["段村", "甲", "5"]).unwrap();
            }
            book.add_worksheet()
                .set_name("村情")
                .unwrap()
                .write_string(0, 0, "段村有三个组")
                .unwrap();
        })
    };
    let (report, _) = taken(
        &book(&["封面", "段村", "全镇汇总表", "填表说明"]),
        "耕地地力保护补贴2026.xlsx",
        |_| {},
    );
    assert_eq!((sentence(&report), report.lines), (vec![], 1));
    let noted: Vec<_> = report
        .notes
        .iter()
        .filter(|note| !note.args.is_empty())
        .map(|note| (note.key, note.args[0].1.as_str()))
        .collect();
    let skipped = "intake-note-summary-sheet";
    assert_eq!(
        noted,
        [
            (skipped, "封面"),
            (skipped, "全镇汇总表"),
            (skipped, "填表说明"),
            ("intake-note-no-head", "村情")
        ]
    );
}

#[test]
fn a_summary_that_stands_alone_is_the_roll() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet().set_name("汇总").unwrap();
        sheet.write_row(0, 0, HEAD).unwrap();
        sheet.write_row(1, 0, ["甲", "", "", "5"]).unwrap();
    });
    assert_eq!(of_one(&bytes).0.lines, 1);
}

/// The parts of a small workbook, unpacked.
fn parts() -> Vec<(String, Vec<u8>)> {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        sheet.write_row(0, 0, HEAD).unwrap();
        sheet.write_row(1, 0, ["张三", "140923198001010018", "6214123456789012348"]).unwrap();
        sheet.write_number(1, 3, 5).unwrap();
    });
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        parts.push((part.name().unwrap().into_owned(), content));
    }
    parts
}

proptest! {
    #[test]
    fn a_workbook_broken_anywhere_never_panics(part in any::<prop::sample::Index>(), changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut parts = parts();
        let (_, content) = part.get(&parts).clone();
        let mut content = content;
        for (at, byte) in &changes {
            *at.get_mut(&mut content) = *byte;
        }
        let chosen = part.index(parts.len());
        parts[chosen].1 = content;
        let mut packed = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            packed.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            packed.write_all(&content).unwrap();
        }
        let (report, rolls) = of_one(&packed.finish().unwrap().into_inner());
        prop_assert!(!report.errors.is_empty() || !rolls.is_empty());
    }
}
