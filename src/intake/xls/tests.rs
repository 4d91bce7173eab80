//! Old workbooks made here record by record, and ones that are broken on purpose.
use crate::intake::tests::{sentence, taken};
use crate::intake::{Report, RollChunk};
use proptest::prelude::*;

const ROLL: &[u8] = include_bytes!("../../../tests/data/xls/段村-高龄津贴-2026.xls");

fn of_one(bytes: &[u8]) -> (Report, Vec<RollChunk>) {
    taken(bytes, "段村-高龄津贴-2026.xls", |_| {})
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes(), &u16::try_from(data.len()).unwrap().to_le_bytes(), data].concat()
}

fn words(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn text(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    [words(&[u16::try_from(units.len()).unwrap()]), vec![1], words(&units)].concat()
}

fn label(row: u16, column: u16, sentence: &str) -> Vec<u8> {
    record(0x0204, &[words(&[row, column, 0]), text(sentence)].concat())
}

fn number(row: u16, column: u16, format: u16, value: f64) -> Vec<u8> {
    record(0x0203, &[words(&[row, column, format]), value.to_le_bytes().to_vec()].concat())
}

fn formula(row: u16, column: u16, value: [u8; 8], options: u16) -> Vec<u8> {
    record(0x0006, &[words(&[row, column, 0]), value.to_vec(), words(&[options, 0, 0, 0])].concat())
}

/// A sheet of Excel 97 with a head and `cells`; before it `globals`.
fn book(version: u16, globals: &[Vec<u8>], cells: &[Vec<u8>]) -> Vec<u8> {
    let head = ["姓名", "身份证号", "金额", "发放日期"]
        .iter()
        .zip(0..)
        .flat_map(|(word, column)| label(0, column, word))
        .collect();
    let sheet =
        [record(0x0809, &words(&[version, 0x10])), head, cells.concat(), record(0x000A, &[])]
            .concat();
    let name = [vec![2, 1], words(&"段村".encode_utf16().collect::<Vec<_>>())].concat();
    let before = [record(0x0809, &words(&[version, 5])), globals.concat()].concat();
    let at = u32::try_from(before.len() + 4 + 6 + name.len() + 4).unwrap();
    let listed = record(0x0085, &[at.to_le_bytes().to_vec(), vec![0, 0], name].concat());
    compound("Workbook", &[before, listed, record(0x000A, &[]), sheet].concat())
}

/// A compound file with one stream in sectors of 512 bytes.
fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    let sectors = u32::try_from(stream.len().max(4096).div_ceil(512)).unwrap();
    let mut head = vec![0; 512];
    head[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    head[30] = 9;
    head[32] = 6;
    let mut put = |at: usize, number: u32| head[at..at + 4].copy_from_slice(&number.to_le_bytes());
    put(44, 1);
    put(48, 1);
    put(56, 4096);
    put(60, 0xFFFF_FFFE);
    put(68, 0xFFFF_FFFE);
    (1..109).for_each(|place| put(76 + place * 4, u32::MAX));
    put(76, 0);
    let mut table = vec![0xFFFF_FFFD, 0xFFFF_FFFE];
    table.extend((1..sectors).map(|number| number + 2).chain([0xFFFF_FFFE]));
    table.resize(128, u32::MAX);
    let entry = |name: &str, first: u32, length: u32| {
        let mut entry = words(&name.encode_utf16().collect::<Vec<_>>());
        entry.resize(116, 0);
        entry.extend([first.to_le_bytes(), length.to_le_bytes(), [0; 4]].concat());
        entry
    };
    let mut directory =
        [entry("Root Entry", 0xFFFF_FFFE, 0), entry(name, 2, sectors * 512)].concat();
    directory.resize(512, 0);
    let mut content = stream.to_vec();
    content.resize(sectors as usize * 512, 0);
    [head, table.iter().flat_map(|number| number.to_le_bytes()).collect(), directory, content]
        .concat()
}

#[test]
fn numbers_dates_and_formulas_are_read_as_they_were_saved() {
    let dates = [record(0x00E0, &words(&[0, 0])), record(0x00E0, &words(&[0, 14]))];
    let cells = [
        [label(1, 0, "甲甲"), number(1, 2, 0, 318.25), number(1, 3, 1, 46_299.0)].concat(),
        [
            formula(2, 0, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF], 0),
            record(0x0207, &text("乙乙")),
            formula(2, 2, 5_f64.to_le_bytes(), 0),
        ]
        .concat(),
    ];
    let (report, rolls) = of_one(&book(0x0600, &dates, &cells));
    assert_eq!(sentence(&report), []);
    let lines: Vec<_> = rolls[0]
        .lines
        .iter()
        .map(|line| (line.householder.name.as_str(), line.amount.fen(), line.paid_on))
        .collect();
    assert_eq!(
        lines,
        [("甲甲", 31_825, Some(jiff::civil::date(2026, 10, 4))), ("乙乙", 500, None)]
    );
}

#[test]
fn what_excel_damaged_or_did_not_compute_is_named_at_its_cell() {
    let cells = [
        [label(1, 0, "甲甲"), number(1, 1, 0, 140_923_198_001_010_018.0), formula(1, 2, [0; 8], 2)]
            .concat(),
        [label(2, 0, "乙乙"), formula(2, 2, [2, 0, 23, 0, 0, 0, 0xFF, 0xFF], 0)].concat(),
    ];
    let (report, _) = of_one(&book(0x0600, &[], &cells));
    assert_eq!(
        sentence(&report),
        [(2, "intake-damaged"), (2, "intake-unfilled"), (3, "intake-error-value")]
    );
    assert_eq!(
        (
            report.errors[0].sheet.as_str(),
            report.errors[0].column.as_ref().unwrap().letter.as_str()
        ),
        ("段村", "B")
    );
}

#[test]
fn a_sheet_filled_to_its_last_row_may_have_lost_others() {
    let line = |row| [label(row, 0, "甲甲"), number(row, 2, 0, 5.0)].concat();
    let full =
        |report: &Report| report.notes.iter().any(|note| note.key == "intake-note-full-sheet");
    assert!(full(&of_one(&book(0x0600, &[], &[line(65_535)])).0));
    assert!(!full(&of_one(&book(0x0600, &[], &[line(65_534)])).0));
}

#[test]
fn protected_older_and_other_files_say_so() {
    assert_eq!(
        sentence(&of_one(&book(0x0600, &[record(0x002F, &[1, 0])], &[])).0),
        [(0, "intake-protected")]
    );
    assert_eq!(sentence(&of_one(&book(0x0500, &[], &[])).0), [(0, "intake-old-workbook")]);
    assert_eq!(sentence(&of_one(&compound("WordDocument", b"")).0), [(0, "intake-old-workbook")]);
    assert_eq!(sentence(&of_one(&compound("EncryptedPackage", b"")).0), [(0, "intake-protected")]);
    assert_eq!(sentence(&of_one(&ROLL[..ROLL.len() / 2]).0), [(0, "intake-broken-workbook")]);
}

proptest! {
    #[test]
    fn an_old_workbook_broken_anywhere_ends_without_a_panic(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut bytes = ROLL.to_vec();
        for (at, byte) in &changes {
            *at.get_mut(&mut bytes) = *byte;
        }
        let (report, rolls) = of_one(&bytes);
        prop_assert!(!report.errors.is_empty() || !rolls.is_empty());
    }
}
