//! Everything that is strange about the files that offices send, one file for each
//! (`scripts/make-intake-fixtures`): it comes in, or its refusal names sheet, row and column and
//! says in both languages what to do.
use cunbang::domain::reference::Reference;
use cunbang::domain::reference::builtin;
use cunbang::domain::reference::division::DivisionCode;
use cunbang::domain::roll::Line;
use cunbang::domain::roll::column_profile::{ColumnMeaning, Profile};
use cunbang::domain::text::sentence::Spoken;
use cunbang::domain::text::words::{Lang, Words};
use cunbang::domain::values::period::Period;
use cunbang::intake::{Asked, HeaderPolicy, Report, RollChunk, take};
use std::fs::File;
use std::ops::ControlFlow;
use std::path::Path;

fn reference() -> Reference {
    builtin::daixian().unwrap()
}

fn village(name: &str) -> DivisionCode {
    reference().divisions.iter().find(|division| division.place() == name).unwrap().code
}

fn read(folder: &str, file: &str, ask: impl FnOnce(&mut Asked<'_>)) -> (Report, Vec<RollChunk>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(folder).join(file);
    let reference = reference();
    let mut asked = Asked::of(&reference, jiff::civil::date(2026, 11, 22));
    ask(&mut asked);
    let mut rolls = Vec::new();
    let report = take(&mut File::open(path).unwrap(), file, &asked, &mut |taken| {
        rolls.push(taken);
        ControlFlow::Continue(())
    });
    (report, rolls)
}

/// The file, with everything asked for that it may leave open.
fn of_duancun(file: &str) -> (Report, Vec<RollChunk>) {
    let village = village("段村");
    read("intake", file, |asked| {
        asked.programme = Some("高龄津贴");
        asked.division = Some(village);
        asked.period = Period::year_of(2026).ok();
    })
}

/// `sheet!B3 key` of each error.
fn told(report: &Report) -> Vec<String> {
    let place = |error: &cunbang::intake::IntakeError| {
        let letter = error.column.as_ref().map_or("", |column| column.letter.as_str());
        format!("{}!{letter}{} {}", error.sheet, error.row, error.sentence.key)
    };
    report.errors.iter().map(place).collect()
}

fn notes(report: &Report) -> Vec<&'static str> {
    report.notes.iter().map(|note| note.key).collect()
}

fn yuan(lines: &[Line]) -> i64 {
    lines.iter().map(|line| line.amount.fen()).sum::<i64>() / 100
}

#[test]
fn several_sheets_come_in_and_hidden_and_summary_ones_are_not_counted_twice() {
    let (report, rolls) = read("intake", "几张工作表-高龄津贴-2026.xlsx", |_| {});
    assert_eq!(told(&report), [""; 0]);
    let found: Vec<_> = rolls
        .iter()
        .map(|taken| (taken.sheet.as_str(), taken.key.division, yuan(&taken.lines)))
        .collect();
    assert_eq!(found, [("段村", village("段村"), 50), ("沱阳村", village("沱阳村"), 50)]);
    assert!(
        notes(&report).contains(&"intake-note-hidden-sheet")
            && notes(&report).contains(&"intake-note-summary-sheet")
    );
}

#[test]
fn several_villages_in_one_sheet_are_told_apart() {
    let (report, rolls) = read("intake", "枣林镇-高龄津贴-2026.xlsx", |_| {});
    assert_eq!(told(&report), [""; 0]);
    let found: Vec<_> = rolls
        .iter()
        .map(|taken| (taken.key.division, taken.lines.len(), yuan(&taken.lines)))
        .collect();
    assert_eq!(found, [(village("段村"), 1, 50), (village("沱阳村"), 2, 100)]);
}

#[test]
fn a_head_of_three_rows_in_other_words_and_another_order_is_read() {
    let (report, rolls) = of_duancun("三行表头.xlsx");
    assert_eq!(told(&report), [""; 0]);
    let line = &rolls[0].lines[0];
    assert_eq!(
        (line.householder.name.as_str(), line.householder.id.as_str()),
        ("张三", "140923198001010018")
    );
    assert_eq!(
        (line.bank.as_str(), line.card.as_str(), yuan(&rolls[0].lines)),
        ("邮储银行", "6214123456789012348", 134)
    );
    assert_eq!(line.quantity.unwrap().to_string(), "2.00");
}

#[test]
fn numbers_that_excel_damaged_are_found_at_their_cell() {
    let damaged = |place: &str| format!("段村!{place} intake-damaged");
    assert_eq!(
        told(&of_duancun("长号码.xlsx").0),
        ["B2", "B3", "B4", "C5", "C6", "C7", "D8"].map(damaged)
    );
}

#[test]
fn a_formula_without_a_stored_value_is_never_read_as_nothing() {
    let (report, rolls) = of_duancun("没有算过的公式.xlsx");
    assert_eq!(told(&report), ["段村!E2 intake-unfilled", "段村!C3 intake-unfilled"]);
    assert_eq!(
        (rolls.len(), notes(&report).contains(&"intake-note-total-not-computed")),
        (0, true)
    );
    assert_eq!(told(&of_duancun("存了零的公式.xlsx").0), ["段村!E2 intake-unfilled"]);
}

#[test]
fn files_that_are_not_what_their_name_says_are_read_by_their_content_or_told() {
    for file in ["文本.xlsx", "工作簿.csv"] {
        let (report, rolls) = of_duancun(file);
        assert_eq!(
            (told(&report), notes(&report).contains(&"intake-note-other-kind")),
            (vec![], true),
            "{file}"
        );
        assert_eq!(yuan(&rolls[0].lines), 50);
    }
    for (file, key) in [
        ("网页.xls", "intake-web-page"),
        ("扫描件.xlsx", "intake-pdf"),
        ("说明.xlsx", "intake-not-a-workbook"),
    ] {
        assert_eq!(told(&of_duancun(file).0), [format!("!0 {key}")], "{file}");
    }
}

#[test]
fn unicode_text_with_tabs_and_semicolons_come_in() {
    for (file, encoding) in [("统一码.txt", "UTF-16"), ("分号.csv", "GB18030")] {
        let (report, rolls) = of_duancun(file);
        assert_eq!(
            (told(&report), report.encoding.as_str(), yuan(&rolls[0].lines)),
            (vec![], encoding, 110),
            "{file}"
        );
    }
}

#[test]
fn protected_and_broken_files_say_so_and_a_broken_sheet_says_which() {
    for (file, key) in [
        ("加密.xlsx", "intake-protected"),
        ("拷断.xlsx", "intake-broken-workbook"),
        ("拷断.xls", "intake-broken-workbook"),
    ] {
        assert_eq!(told(&of_duancun(file).0), [format!("!0 {key}")], "{file}");
    }
    let (report, rolls) = of_duancun("坏表.xlsx");
    assert_eq!((told(&report), rolls.len()), (vec!["段村!1 intake-broken-workbook".to_owned()], 0));
}

#[test]
fn a_householder_merged_over_the_rows_of_the_household_reaches_down() {
    for file in ["合并的户主.xlsx", "合并的户主.xls"] {
        let (report, rolls) = of_duancun(file);
        assert_eq!(told(&report), [""; 0], "{file}");
        let who = |line: &Line| {
            format!(
                "{} {} {} {}",
                line.group,
                line.household,
                line.householder.name,
                line.beneficiary().name
            )
        };
        let found: Vec<_> = rolls[0].lines.iter().map(who).collect();
        assert_eq!(
            found,
            [
                "一组 0012 张三 张三",
                "一组 0012 张三 李四",
                "一组 0012 张三 王五",
                "二组 0013 赵六 赵六"
            ]
        );
        assert_eq!(rolls[0].lines[2].householder.id, rolls[0].lines[0].householder.id);
    }
    let (report, rolls) = of_duancun("合并的金额.xlsx");
    assert_eq!((told(&report), rolls.len()), (vec!["段村!H3 intake-merged-away".to_owned()], 0));
}

#[test]
fn a_title_of_another_village_programme_or_period_is_a_question_at_its_cell() {
    let (report, rolls) = of_duancun("标题不符.xlsx");
    let faults =
        ["village", "programme", "period"].map(|what| format!("清册!A1 intake-title-{what}"));
    assert_eq!((told(&report), rolls.len()), (faults.to_vec(), 0));
    let village = village("段村");
    let (report, rolls) = read("intake", "标题不符.xlsx", |asked| {
        asked.programme = Some("高龄津贴");
        asked.division = Some(village);
        asked.period = Period::year_of(2026).ok();
        asked.manner = HeaderPolicy::DespiteTitles;
    });
    assert_eq!(
        (told(&report), rolls[0].key.division, rolls[0].key.period),
        (vec![], village, Period::year_of(2026).unwrap())
    );
    assert!(notes(&report).contains(&"intake-note-title-differs"));
}

#[test]
fn what_a_clerk_said_of_columns_is_kept_for_the_next_file_with_the_same_head() {
    let village = village("段村");
    for (file, line_at) in [("没见过的表头.xlsx", 2), ("没见过的两行表头.xlsx", 3)] {
        assert!(!of_duancun(file).0.errors.is_empty());
        let columns =
            ColumnMeaning::parse_all("名儿=name,证件=身份证号,领取额=补贴金额,D=remark").unwrap();
        let say = |asked: &mut Asked<'_>| {
            asked.programme = Some("高龄津贴");
            asked.division = Some(village);
            asked.period = Period::year_of(2026).ok();
        };
        let reference = reference();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/intake").join(file);
        let run = |columns: &[ColumnMeaning], profiles: &[Profile]| {
            let mut asked = Asked {
                columns,
                profiles,
                ..Asked::of(&reference, jiff::civil::date(2026, 11, 22))
            };
            say(&mut asked);
            let mut lines = Vec::new();
            let report = take(&mut File::open(&path).unwrap(), file, &asked, &mut |taken| {
                lines.extend(taken.lines);
                ControlFlow::Continue(())
            });
            (report, lines)
        };
        let (report, lines) = run(&columns, &[]);
        assert_eq!(told(&report), [""; 0], "{file}");
        assert_eq!(
            (lines[0].householder.name.as_str(), lines[0].remark.as_str(), lines[0].source_row),
            ("张三", "新增", line_at)
        );
        let head = report.told_heads[0].clone();
        assert_eq!(head, ["名儿", "证件", "领取额", "记事"]);
        let profile = Profile { name: "乡里的表".to_owned(), head, columns: columns.clone() };
        let (again, same) = run(&[], std::slice::from_ref(&profile));
        assert_eq!((told(&again), same), (vec![], lines));
        assert!(
            again
                .notes
                .iter()
                .any(|note| note.key == "intake-note-profile" && note.args[0].1 == "乡里的表")
        );
        let other = Profile { head: vec!["别的".to_owned()], ..profile };
        assert!(!run(&[], &[other]).0.errors.is_empty());
        let missed =
            ColumnMeaning::parse_all("名儿=name,证件=id,领取额=amount,没有的=remark").unwrap();
        assert_eq!(told(&run(&missed, &[]).0), ["!0 intake-column-missed"]);
        let wrong = ColumnMeaning::parse_all("名儿=名堂").unwrap();
        assert_eq!(told(&run(&wrong, &[]).0), ["!0 intake-column-meaning"]);
    }
}

#[test]
fn old_workbooks_give_the_same_lines_as_new_ones() {
    let old = read("xls", "段村-高龄津贴-2026.xls", |_| {});
    let new = read("rolls", "段村-高龄津贴-2026.xlsx", |_| {});
    assert_eq!((told(&old.0), old.1[0].lines.is_empty()), (vec![], false));
    assert_eq!(old.1, new.1);
}

#[test]
fn every_refusal_says_in_both_languages_what_to_do() {
    let files =
        std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/intake")).unwrap();
    let mut keys = std::collections::BTreeSet::new();
    for name in files.map(|file| file.unwrap().file_name().into_string().unwrap()) {
        for error in of_duancun(&name).0.errors {
            let body = error.sentence();
            for (lang, asks) in [(Lang::Zh, "请"), (Lang::En, ".")] {
                let text = Words::new(lang).say(&body);
                assert!(text.contains(asks) && !text.contains(body.key), "{name}: {text}");
                assert!(
                    !text.chars().any(|c| c.is_ascii_digit())
                        || text.bytes().filter(u8::is_ascii_digit).count() < 15,
                    "{text}"
                );
            }
            keys.insert(body.key);
        }
    }
    assert!(keys.len() >= 10, "{keys:?}");
}
