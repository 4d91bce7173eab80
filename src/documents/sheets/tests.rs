//! Workbooks read back by another library, and the csv by its decoder.
use super::*;
use crate::domain::values::money::Fen;
use crate::domain::values::quantity::{Quantity, Rate};
use calamine::{Data, Reader, Xlsx};
use jiff::civil::date;
use proptest::prelude::*;
use std::io::Cursor;

const NASTY: [&str; 6] =
    ["=cmd|' /C calc'!A0", "𬭎", "㛃", "阿卜杜拉·买买提", "@SUM(1)", "http://example.org"];
const COLUMNS: [Column; 3] = [
    Column::new("姓名", CellFormat::Text, 12),
    Column::new("账号", CellFormat::Text, 22),
    Column::new("金额", CellFormat::Amount, 14),
];

fn about() -> About {
    About { title: "发放明细".into(), made_on: date(2026, 7, 12), practice: false }
}

fn book(sheets: Vec<Sheet<'_>>, about: &About) -> Vec<u8> {
    let mut bytes = Vec::new();
    workbook(sheets, about, &mut bytes).unwrap();
    bytes
}

/// A sheet of one column whose cells are given.
fn column_of<'a>(columns: &'a [Column], cells: Vec<Cell<'a>>) -> Sheet<'a> {
    let rows = Box::new(cells.into_iter().map(|cell| vec![cell]));
    Sheet { name: "明细", headings: vec![], columns, rows, totals: vec![], footings: vec![] }
}

fn read(bytes: &[u8]) -> calamine::Range<Data> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    book.worksheet_range("明细").unwrap()
}

#[test]
fn a_name_that_looks_like_a_formula_stays_a_name() {
    let columns = [COLUMNS[0]];
    let range = read(&book(vec![column_of(&columns, NASTY.map(Cell::text).to_vec())], &about()));
    for (row, name) in NASTY.iter().enumerate() {
        assert_eq!(range[(row + 1, 0)], Data::String((*name).to_owned()));
    }
}

#[test]
fn an_account_keeps_all_its_digits() {
    let columns = [COLUMNS[1]];
    let accounts = ["6214123456789012348", "14222519550315003X", "0012345"];
    let range = read(&book(vec![column_of(&columns, accounts.map(Cell::text).to_vec())], &about()));
    for (row, account) in accounts.iter().enumerate() {
        assert_eq!(range[(row + 1, 0)], Data::String((*account).to_owned()));
    }
}

#[test]
fn amounts_quantities_and_dates_are_numbers() {
    let columns = [COLUMNS[2]];
    let cells = vec![
        Cell::Amount(Fen::parse("156.45").unwrap()),
        Cell::Quantity(Quantity::parse("2.335").unwrap()),
        Cell::Rate(Rate::parse("124.9788302").unwrap()),
        Cell::Rate(Rate::parse("1234567890.12345678").unwrap()),
        Cell::Count(262),
        Cell::Date(date(2021, 7, 12)),
    ];
    let range = read(&book(vec![column_of(&columns, cells)], &about()));
    let numbers: Vec<_> = [1, 2, 3, 5].map(|row| range[(row, 0)].clone()).to_vec();
    assert_eq!(numbers, [156.45, 2.335, 124.978_830_2, 262.0].map(Data::Float).to_vec());
    assert_eq!(range[(4, 0)], Data::String("1234567890.12345678".into()), "a float would bend it");
    assert!(
        matches!(&range[(6, 0)], Data::DateTime(day) if (day.as_f64() - 44_389.0).abs() < f64::EPSILON)
    );
}

#[test]
fn headings_totals_and_footings_stand_around_the_rows() {
    let sheet = Sheet {
        name: "明细",
        headings: vec!["代县枣林镇2026年花名册".into(), "填报单位: 枣林镇人民政府".into()],
        columns: &COLUMNS,
        rows: Box::new(std::iter::once(vec![
            Cell::text("张建军"),
            Cell::text("6214"),
            Cell::Amount(Fen::try_from(100).unwrap()),
        ])),
        totals: vec![vec![
            Cell::text("合计"),
            Cell::Empty,
            Cell::Amount(Fen::try_from(100).unwrap()),
        ]],
        footings: vec!["负责人(签字):".into()],
    };
    let range = read(&book(vec![sheet], &About { practice: true, ..about() }));
    let first = |row| range[(row, 0)].to_string();
    let column: Vec<_> = (0..7).map(first).collect();
    let expected = [
        "练习 · 不作支付依据",
        "代县枣林镇2026年花名册",
        "填报单位: 枣林镇人民政府",
        "姓名",
        "张建军",
        "合计",
        "负责人(签字):",
    ];
    assert_eq!(column, expected);
}

#[test]
fn the_same_list_gives_the_same_bytes() {
    let columns = [COLUMNS[0]];
    let make = || book(vec![column_of(&columns, vec![Cell::text("张建军")])], &about());
    assert_eq!(make(), make());
}

#[test]
fn control_characters_never_reach_a_workbook() {
    let columns = [COLUMNS[0]];
    let range = read(&book(
        vec![column_of(&columns, vec![Cell::text("张\u{0}建\u{1b}[31m军\n")])],
        &about(),
    ));
    assert_eq!(range[(1, 0)], Data::String("张建[31m军".into()));
}

#[test]
fn a_text_beyond_the_limit_is_refused_with_its_place() {
    let columns = [COLUMNS[0]];
    let refused = workbook(
        vec![column_of(&columns, vec![Cell::text("长".repeat(40_000))])],
        &about(),
        Vec::new(),
    );
    assert_eq!(refused, Err(SheetError::TooLong { sheet: "明细".into(), row: 2, column: 1 }));
}

fn in_gb18030(records: &[&[&str]]) -> Result<Vec<u8>, SheetError> {
    let mut table = csv::CsvTable::new(Vec::new());
    records.iter().try_for_each(|record| table.record(*record))?;
    table.finish()
}

#[test]
fn rare_characters_survive_gb18030() {
    let bytes =
        in_gb18030(&[&["姓名"], &["𬭎"], &["㛃"], &["阿卜杜拉·买买提"], &["说\"是\""]]).unwrap();
    let text =
        encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(&bytes).unwrap();
    assert_eq!(text, "\"姓名\"\r\n\"𬭎\"\r\n\"㛃\"\r\n\"阿卜杜拉·买买提\"\r\n\"说\"\"是\"\"\"\r\n");
}

#[test]
fn a_field_that_would_run_is_refused_with_its_place() {
    for field in ["=1+1", "+86", "-3", "@x", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠1"] {
        let refused = in_gb18030(&[&["姓名", "备注"], &["张建军", field]]);
        assert_eq!(refused, Err(SheetError::Formula { row: 2, column: 2 }), "{field:?}");
    }
    assert_eq!(in_gb18030(&[&["张\n军"]]), Err(SheetError::Control { row: 1, column: 1 }));
}

#[test]
fn a_character_without_bytes_is_refused_with_its_row() {
    let mut table = csv::CsvTable::new(Vec::new());
    for _ in 0..10_000 {
        table.record(["张建军", "一组"]).unwrap();
    }
    let refused = table.record(["\u{e5e5}", "一组"]).and_then(|()| table.finish().map(drop));
    assert_eq!(refused, Err(SheetError::Unmappable { row: 10_001 }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn every_amount_comes_back_to_the_fen(amounts in prop::collection::vec(0..=Fen::LINE_MAX, 1..40)) {
        let columns = [COLUMNS[2]];
        let cells: Vec<_> = amounts.iter().map(|&fen| Cell::Amount(Fen::try_from(fen).unwrap())).collect();
        let range = read(&book(vec![column_of(&columns, cells)], &about()));
        for (row, fen) in amounts.iter().enumerate() {
            let Data::Float(yuan) = range[(row + 1, 0)] else { return Err(TestCaseError::fail("not a number")) };
            prop_assert_eq!(Fen::parse(&yuan.to_string()).unwrap().fen(), *fen);
        }
    }

    #[test]
    fn every_text_without_controls_comes_back_from_gb18030(fields in prop::collection::vec("[\\p{Han}a-zA-Z0-9·\" ,]{1,20}", 1..50)) {
        let records: Vec<Vec<&str>> = fields.iter().map(|field| vec![field.as_str(), "尾"]).collect();
        let records: Vec<&[&str]> = records.iter().map(Vec::as_slice).collect();
        let bytes = in_gb18030(&records).unwrap();
        let text = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(&bytes).unwrap().into_owned();
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let back: Vec<String> = reader.records().map(|record| record.unwrap()[0].to_owned()).collect();
        prop_assert_eq!(back, fields);
    }
}
