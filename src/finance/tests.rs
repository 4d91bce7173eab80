//! A small list, written and read back: every figure must be the one that was approved.
use super::*;
use crate::documents::sheets::SheetError;
use crate::domain::disclosure::PublicDivision;
use crate::domain::reference::division::DivisionCode;
use crate::domain::roll::{Line, Person};
use crate::domain::values::hash::Hash;
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use crate::domain::values::quantity::{Quantity, Rate};
use calamine::{Data, Reader, Xlsx};
use jiff::civil::date;
use proptest::prelude::*;
use std::io::Cursor;

fn line(no: u32, name: &str, fen: i64) -> Line {
    let householder = Person { name: name.into(), id: "14222519550315003X".into() };
    Line {
        householder,
        card: "6214123456789012348".into(),
        bank: "代县农村商业银行".into(),
        group: "一组".into(),
        phone: "0350-5550000".into(),
        quantity: Some(Quantity::parse("2.335").unwrap()),
        rate: Some(Rate::parse("67").unwrap()),
        amount: Fen::try_from(fen).unwrap(),
        ..Line::new(no)
    }
}

fn batch(seq: u32, village: &str, programme: &str, lines: Vec<Line>) -> PaidBatch {
    let sum: i64 = lines.iter().map(|line| line.amount.fen()).sum();
    PaidBatch {
        subject: format!("B-7K3QX2MD-{seq}"),
        label: format!("140923104-2026-DL-{seq:04}"),
        revision: 1,
        programme: programme.into(),
        programme_name: "耕地地力保护补贴".into(),
        unit: "亩".into(),
        period: Period::year_of(2026).unwrap(),
        village: PublicDivision {
            code: DivisionCode::parse(village).unwrap(),
            name: "段村村委会".into(),
            township: "枣林镇".into(),
            county: "代县".into(),
        },
        rows: Hash::of("rows\n", &[&seq.to_be_bytes()]),
        said_lines: u32::try_from(lines.len()).unwrap(),
        said_fen: Fen::try_from(sum).unwrap(),
        lines,
    }
}

fn list(batches: Vec<PaidBatch>) -> PayList {
    PayList {
        id: "L-7K3QX2MD-42".into(),
        office: "枣林镇人民政府".into(),
        division: DivisionCode::parse("140923104").unwrap(),
        made_on: date(2026, 7, 12),
        practice: false,
        batches,
    }
}

fn two_villages() -> PayList {
    let first = batch(
        2,
        "140923104204",
        "P01",
        vec![line(1, "张建军", 15645), line(2, "阿卜杜拉·买买提", 9950)],
    );
    let second = batch(1, "140923104200", "P01", vec![line(1, "𬭎㛃", 80325)]);
    list(vec![first, second])
}

fn sheet(book: &[u8], name: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(book)).unwrap();
    assert_eq!(book.sheet_names(), ["明细", "汇总", "控制表"]);
    let range = book.worksheet_range(name).unwrap();
    range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
}

fn csv_rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let text =
        encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes).unwrap();
    assert!(text.ends_with("\r\n"));
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn fact(control: &[Vec<String>], title: &str) -> String {
    control.iter().find(|row| row[0] == title).unwrap()[1].clone()
}

#[test]
fn workbook_and_csv_name_the_same_payments() {
    let made = files(&two_villages()).unwrap();
    let names: Vec<_> = made.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["140923104-L-7K3QX2MD-42-P01.xlsx", "140923104-L-7K3QX2MD-42-P01.csv"]);
    let detail = sheet(&made[0].1, "明细");
    let csv = csv_rows(&made[1].1);
    assert_eq!(detail[2], csv[0], "the titles");
    for (row, record) in detail[3..6].iter().zip(&csv[1..]) {
        assert_eq!(row[..14], record[..14]);
        assert_eq!(Fen::parse(&row[16]), Fen::parse(&record[16]));
    }
    assert_eq!(csv.len(), 4);
    assert_eq!(
        (csv[3][2].as_str(), csv[1][6].as_str(), csv[1][14].as_str()),
        ("𬭎㛃", "6214123456789012348", "71")
    );
}

#[test]
fn the_control_sheet_can_be_recounted() {
    let made = files(&two_villages()).unwrap();
    let control = sheet(&made[0].1, "控制表");
    let csv_hash: String = Hash::of("", &[&made[1].1])
        .bytes()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<Vec<_>>()
        .concat();
    assert_eq!(fact(&control, "机读文件 SHA-256"), csv_hash);
    assert_eq!(fact(&control, "金额合计(分)"), "105920");
    assert_eq!(fact(&control, "金额合计(大写)"), "人民币壹仟零伍拾玖元贰角整");
    assert_eq!(
        fact(&control, "账号校验和"),
        account_checksum(["6214123456789012348"; 3].into_iter())
    );
    assert_eq!(fact(&control, "批次数"), "2");
    let hashes: Vec<_> =
        control.iter().filter(|row| row[0] == "批次").map(|row| row[4].clone()).collect();
    assert_eq!(
        hashes,
        two_villages().batches.iter().map(|batch| batch.rows.to_string()).collect::<Vec<_>>()
    );
}

#[test]
fn the_summary_goes_by_village() {
    let made = files(&two_villages()).unwrap();
    let summary = sheet(&made[0].1, "汇总");
    let amounts: Vec<_> = summary[3..6].iter().map(|row| row[9].clone()).collect();
    assert_eq!(amounts, ["803.25", "255.95", "1059.2"]);
}

#[test]
fn each_programme_has_its_own_pair_of_files() {
    let lines = || vec![line(1, "张建军", 100)];
    let made = files(&list(vec![
        batch(1, "140923104200", "P01", lines()),
        batch(2, "140923104200", "P13", lines()),
    ]))
    .unwrap();
    assert_eq!(made.len(), 4);
    assert!(made.iter().all(|(name, _)| name.is_ascii()));
}

#[test]
fn a_list_that_lost_a_fen_is_not_written() {
    let mut short = two_villages();
    short.batches[1].lines[0].amount = Fen::try_from(80324).unwrap();
    let label = short.batches[1].label.clone();
    assert_eq!(
        files(&short),
        Err(FinanceError::Sum { label, expected: Fen::try_from(80325).unwrap() })
    );
    let mut fewer = two_villages();
    let lost = fewer.batches[0].lines.pop();
    assert!(lost.is_some());
    assert!(matches!(files(&fewer), Err(FinanceError::Lines { expected: 2, found: 1, .. })));
}

#[test]
fn a_batch_is_paid_once_and_an_empty_list_never() {
    let mut twice = two_villages();
    twice.batches.push(twice.batches[0].clone());
    assert!(matches!(files(&twice), Err(FinanceError::Twice { .. })));
    assert_eq!(files(&list(vec![])), Err(FinanceError::Empty));
}

#[test]
fn a_name_that_would_run_in_the_bank_s_spreadsheet_stops_the_export() {
    let bad = list(vec![batch(1, "140923104200", "P01", vec![line(1, "=cmd|' /C calc'!A0", 100)])]);
    let refused = files(&bad);
    assert!(
        matches!(
            refused,
            Err(FinanceError::Sheet { why: SheetError::Formula { row: 2, column: 3 }, .. })
        ),
        "{refused:?}"
    );
}

#[test]
fn practice_cannot_be_mistaken_for_payment() {
    let practice = PayList { practice: true, ..two_villages() };
    let made = files(&practice).unwrap();
    assert!(made.iter().all(|(name, _)| name.starts_with("PRACTICE-")));
    assert!(sheet(&made[0].1, "明细")[0][0].starts_with("练习"));
    assert!(csv_rows(&made[1].1)[1..].iter().all(|row| row[1] == "练习"));
}

#[test]
fn the_same_list_gives_the_same_files() {
    assert_eq!(files(&two_villages()), files(&two_villages()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn all_sums_agree_to_the_fen(amounts in prop::collection::vec(prop::collection::vec(0..=Fen::LINE_MAX, 1..8), 1..5)) {
        let batches: Vec<_> = (1_u32..).zip(&amounts).map(|(seq, of_batch)| {
            let lines = (1_u32..).zip(of_batch).map(|(no, &fen)| line(no, "张建军", fen)).collect();
            batch(seq, "140923104200", "P01", lines)
        }).collect();
        let total: i64 = amounts.iter().flatten().sum();
        let made = files(&list(batches)).unwrap();
        let csv_total: i64 = csv_rows(&made[1].1)[1..].iter().map(|row| Fen::parse(&row[16]).unwrap().fen()).sum();
        let control = sheet(&made[0].1, "控制表");
        prop_assert_eq!(csv_total, total);
        prop_assert_eq!(fact(&control, "金额合计(分)"), total.to_string());
    }
}
