//! Whole files, made here, taken in by the room's one door.
use super::*;
use crate::domain::reference::Reference;
use crate::domain::reference::division::DivisionCode;
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use crate::domain::values::quantity::{Quantity, Rate};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::io::{Cursor, Write};

const HEAD: &str = "序号,姓名,身份证号,银行卡号,组,数量,标准,金额\n";

fn reference() -> Reference {
    crate::domain::reference::builtin::daixian().unwrap()
}

fn village() -> DivisionCode {
    reference().divisions.iter().find(|division| division.name == "段村村委会").unwrap().code
}

pub(super) fn taken(
    bytes: &[u8],
    name: &str,
    ask: impl FnOnce(&mut Asked<'_>),
) -> (Report, Vec<RollChunk>) {
    let reference = reference();
    let mut asked = Asked::of(&reference, jiff::civil::date(2026, 11, 22));
    ask(&mut asked);
    let mut rolls = Vec::new();
    let report = take(&mut Cursor::new(bytes), name, &asked, &mut |taken| {
        rolls.push(taken);
        ControlFlow::Continue(())
    });
    (report, rolls)
}

/// Everything asked for, so that the file needs to say nothing.
fn of_duancun(text: &str) -> (Report, Vec<RollChunk>) {
    let village = village();
    taken(text.as_bytes(), "x.csv", |asked| {
        asked.programme = Some("P01");
        asked.division = Some(village);
        asked.period = Period::year_of(2026).ok();
    })
}

pub(super) fn sentence(report: &Report) -> Vec<(u32, &'static str)> {
    report.errors.iter().map(|error| (error.row, error.sentence.key)).collect()
}

#[test]
fn tabs_and_semicolons_separate_cells_where_the_head_says_so() {
    for mark in ["\t", ";"] {
        let title = "代县枣林镇段村2026年耕地地力保护补贴花名册,单位:亩、元\n";
        let text =
            format!("{title}{HEAD}1,张三,,,\"一组\",2,67,\"1,134.00\"\n2,李四,,,二组,1,67\n");
        let text =
            text.replace("1,134.00", "1\u{1}134.00").replace(',', mark).replace('\u{1}', ",");
        let (report, rolls) = taken(text.as_bytes(), "x.txt", |asked| asked.dry_run = true);
        assert_eq!(sentence(&report), [(4, "intake-field-count")]);
        assert_eq!(
            (rolls[0].lines[0].amount.fen(), rolls[0].lines[0].group.as_str()),
            (113_400, "一组")
        );
    }
}

#[test]
fn unicode_text_of_excel_comes_in_and_half_of_it_does_not() {
    let text = format!("\u{feff}{HEAD}1,禤𬭎,,,一组,2,67,134\n").replace(',', "\t");
    for turn in [u16::to_le_bytes, u16::to_be_bytes] {
        let bytes: Vec<u8> = text.encode_utf16().flat_map(turn).collect();
        let village = village();
        let ask = |asked: &mut Asked<'_>| {
            asked.programme = Some("P01");
            asked.division = Some(village);
            asked.period = Period::year_of(2026).ok();
        };
        let (report, rolls) = taken(&bytes, "x.txt", ask);
        assert_eq!((sentence(&report), report.encoding.as_str()), (vec![], "UTF-16"));
        assert_eq!(rolls[0].lines[0].householder.name, "禤𬭎");
        assert_eq!(
            sentence(&taken(&bytes[..bytes.len() - 1], "x.txt", ask).0),
            [(2, "intake-encoding")]
        );
    }
}

#[test]
fn a_lone_dash_in_a_free_text_means_nothing_and_elsewhere_it_is_told() {
    let head = "姓名,金额,组,开户银行,联系电话,备注\n";
    let (report, rolls) = of_duancun(&format!("{head}张三,5,-,—,/,无\n李四,5,——, － ,--,无误\n"));
    assert_eq!(sentence(&report), []);
    let texts: Vec<_> = rolls[0]
        .lines
        .iter()
        .map(|line| [&line.group, &line.bank, &line.phone, &line.remark].map(String::as_str))
        .collect();
    assert_eq!(texts, [["", "", "", ""], ["", "", "", "无误"]]);
    assert_eq!(
        sentence(&of_duancun(&format!("{head}张三,-,,,,\n")).0),
        [(2, "intake-not-a-number")]
    );
}

#[test]
fn a_total_that_differs_from_its_lines_keeps_the_file_out_and_says_both_sums() {
    let lines =
        format!("{HEAD}1,张三,140923198001010018,,一组,2,67,134.00\n2,李四,,,二组,1,67,67.00\n");
    let (report, _) = of_duancun(&format!("{lines}合计,2户,,,,3,,201.00\n"));
    assert_eq!((sentence(&report), report.file_total), (vec![], Fen::parse("201").ok()));
    let (report, _) = of_duancun(&format!("{lines}合计,2户,,,,3,,200.00\n"));
    assert_eq!(sentence(&report), [(4, "intake-total-differs")]);
    assert_eq!(
        report.errors[0].sentence.args,
        [("file", "200.00".to_owned()), ("lines", "201.00".to_owned())]
    );
    let (report, _) = of_duancun(&format!("{lines}合计,3户,,,,3,,201.00\n"));
    assert_eq!(sentence(&report), [(4, "intake-count-differs")]);
}

#[test]
fn subtotals_heads_and_signatures_are_no_lines() {
    let text = format!(
        "代县枣林镇段村2026年耕地地力保护补贴花名册,,,,,,,\n单位:亩、元,,,,,,,\n{HEAD}1,张三,,,一组,2,67,134\n本页小计,,,,,,,134\n{HEAD}2,李四,,,二组,1,67,67\n3,,,,,,,\n合计,,,,,,,201\n负责人(签字):,,,审核人:,,,,\n说明：以上属实,,,,,,,\n"
    );
    let (report, rolls) = taken(text.as_bytes(), "x.csv", |_| {});
    assert_eq!(sentence(&report), []);
    assert_eq!(
        report.skipped,
        Skipped { subtotals: 1, totals: 1, heads: 1, empty: 1, signatures: 2 }
    );
    assert_eq!(
        (rolls[0].key.programme.as_str(), rolls[0].key.division, rolls[0].key.period.to_string()),
        ("P01", village(), "2026".to_owned())
    );
    assert_eq!(
        rolls[0].lines.iter().map(|line| (line.no, line.source_row)).collect::<Vec<_>>(),
        [(1, 4), (2, 7)]
    );
}

#[test]
fn one_file_of_many_villages_is_split_and_numbers_go_on() {
    let text = "年度,项目名称,村名,姓名,金额\n2026,高龄津贴,段村,甲,50\n2026,高龄津贴,沱阳村,乙,50\n2026,高龄津贴,段村村委会,丙,50\n2025,高龄津贴,段村,丁,50\n";
    let (report, rolls) = taken(text.as_bytes(), "x.csv", |_| {});
    assert_eq!((sentence(&report), report.rolls, report.lines), (vec![], 3, 4));
    let numbers: Vec<_> =
        rolls.iter().map(|taken| (taken.lines[0].no, taken.key.period.to_string())).collect();
    assert_eq!(
        numbers,
        [(1, "2026"), (1, "2026"), (2, "2026"), (1, "2025")]
            .map(|(no, period)| (no, period.to_owned()))
    );
}

#[test]
fn several_villages_stand_in_one_sheet_under_rows_with_their_names() {
    let head = "序号,姓名,金额,备注\n";
    let text = format!(
        "枣林镇2026年高龄津贴花名册,,,\n{head}村名：段村,,,\n1,甲,50,\n2,乙,50,\n合计,,100,\n村名:,沱阳村村委会,,\n{head}1,丙,50,\n合计,,50,\n枣林镇枣林东村2026年高龄津贴花名册,,,\n1,丁,50,段村\n段村,,,\n1,戊,50,\n"
    );
    let (report, rolls) = taken(text.as_bytes(), "x.csv", |_| {});
    assert_eq!(sentence(&report), []);
    let name = |taken: &RollChunk| {
        reference()
            .divisions
            .iter()
            .find(|division| division.code == taken.key.division)
            .unwrap()
            .place()
    };
    let found: Vec<_> =
        rolls.iter().map(|taken| (name(taken), taken.lines.len(), taken.lines[0].no)).collect();
    assert_eq!(
        found,
        [("段村", 2, 1), ("沱阳村", 1, 1), ("枣林东村", 1, 1), ("段村", 1, 3)]
            .map(|(place, count, no)| (place.to_owned(), count, no))
    );
    let (report, _) = taken(text.replace("沱阳村村委会", "无此村").as_bytes(), "x.csv", |_| {});
    assert_eq!(sentence(&report), [(7, "intake-village-unknown")]);
    let village = village();
    let (report, _) = taken(text.as_bytes(), "x.csv", |asked| asked.division = Some(village));
    assert_eq!(sentence(&report), [(7, "intake-other-village"), (11, "intake-other-village")]);
}

#[test]
fn a_head_of_three_rows_in_another_order_with_column_numbers_is_read() {
    let text = "补贴情况,,,农户信息,,发放信息,\n面积情况,,补贴金额,姓名,公民身份证号码,开户金融机构,社会保障卡银行账号\n承包面积,实补面积,,,,,\n1,2,3,4,5,6,7\n9,2,134,张三,140923198001010018,邮储银行,6214123456789012348\n";
    let (report, rolls) = of_duancun(text);
    assert_eq!(sentence(&report), []);
    let line = &rolls[0].lines[0];
    assert_eq!(
        (line.householder.name.as_str(), line.quantity, line.amount.fen()),
        ("张三", Quantity::parse("2").ok(), 13_400)
    );
    assert_eq!(
        (line.bank.as_str(), line.card.as_str(), rolls[0].lines.len()),
        ("邮储银行", "6214123456789012348", 1)
    );
}

#[test]
fn what_the_file_does_not_say_must_be_asked() {
    let (report, _) = taken(format!("{HEAD}1,张三,,,一组,2,67,134\n").as_bytes(), "x.csv", |_| {});
    assert_eq!(
        sentence(&report),
        [(1, "intake-need-programme"), (1, "intake-need-division"), (1, "intake-need-period")]
    );
}

#[test]
fn a_column_overrides_nothing_that_was_asked() {
    let text = "年度,项目名称,村名,姓名,金额\n2025,高龄津贴,沱阳村,甲,50\n";
    let (report, _) = of_duancun(text);
    assert_eq!(
        sentence(&report),
        [(2, "intake-other-programme"), (2, "intake-other-village"), (2, "intake-other-period")]
    );
    let letters: Vec<_> =
        report.errors.iter().map(|error| error.column.clone().unwrap().letter).collect();
    assert_eq!(letters, ["B", "C", "A"]);
}

#[test]
fn rare_names_survive_gb18030_and_private_characters_do_not_come_in() {
    let text = format!("{HEAD}1,禤𬭎,,,一组,2,67,134\n2,张㛃,,,一组,2,67,134\n");
    let (bytes, _, _) = encoding_rs::GB18030.encode(&text);
    let village = village();
    let ask = |asked: &mut Asked<'_>| {
        asked.programme = Some("P01");
        asked.division = Some(village);
        asked.period = Period::year_of(2026).ok();
    };
    let (report, rolls) = taken(&bytes, "x.csv", ask);
    assert_eq!((sentence(&report), report.encoding.as_str()), (vec![], "GB18030"));
    assert_eq!(
        rolls[0].lines.iter().map(|line| line.householder.name.as_str()).collect::<Vec<_>>(),
        ["禤𬭎", "张㛃"]
    );
    let (report, _) = of_duancun(&text.replace('㛃', "\u{e863}"));
    assert_eq!(sentence(&report), [(3, "name-private-use")]);
}

#[test]
fn a_missing_amount_follows_from_rate_and_quantity_or_the_title() {
    let (report, rolls) = of_duancun("补贴标准：2.335元/亩,,\n姓名,面积,备注\n张三,67,\n");
    assert_eq!(sentence(&report), []);
    assert_eq!(
        (rolls[0].lines[0].amount.fen(), rolls[0].lines[0].rate),
        (15645, Rate::parse("2.335").ok())
    );
    assert_eq!(
        sentence(&of_duancun("姓名,面积,备注\n张三,67,\n").0),
        [(2, "intake-amount-missing")]
    );
}

#[test]
fn three_people_of_a_line_are_told_apart() {
    let text = "户主姓名,户主身份证号,享受人,享受人身份证号,收款人姓名,收款人身份证号,月数,月标准,金额\n甲甲,1,乙乙,2,甲甲,1,3,50,150\n";
    let (report, rolls) = of_duancun(text);
    let line = &rolls[0].lines[0];
    assert_eq!(sentence(&report), []);
    assert_eq!(
        (line.householder.name.as_str(), line.beneficiary().name.as_str(), line.payee.is_none()),
        ("甲甲", "乙乙", true)
    );
    assert_eq!((line.quantity, line.months), (Quantity::parse("3").ok(), None));
}

#[test]
fn other_separators_and_open_quotes_have_their_sentences() {
    assert_eq!(
        sentence(&of_duancun("姓名，身份证号，金额\n张三，1，5\n").0),
        [(0, "intake-separator")]
    );
    assert_eq!(
        sentence(&of_duancun("姓名|身份证号|金额\n张三|1|5\n").0),
        [(0, "intake-separator")]
    );
    assert_eq!(sentence(&of_duancun("你好,再见\n1,2\n").0), [(0, "intake-no-header")]);
    assert_eq!(sentence(&of_duancun(HEAD).0), [(0, "intake-no-lines")]);
    let open =
        format!("{HEAD}1,\"张三,,,一组,2,67,134\n{}", "2,李四,,,一组,2,67,134\n".repeat(300));
    assert_eq!(sentence(&of_duancun(&open).0), [(2, "intake-open-quote")]);
}

#[test]
fn five_hundred_errors_are_told_and_the_others_counted() {
    let (report, rolls) = of_duancun(&format!("{HEAD}{}", "1,张三,,,一组,2,67,一百\n".repeat(600)));
    assert_eq!((report.errors.len(), report.more_errors, rolls.len()), (500, 100, 0));
}

#[test]
fn a_workbook_that_unpacks_to_more_than_a_roll_is_refused_before_it_is_read() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
    for _ in 0..40 {
        zip.write_all(&vec![b' '; 1 << 20]).unwrap();
    }
    let bomb = zip.finish().unwrap().into_inner();
    assert_eq!(sentence(&taken(&bomb, "x.xlsx", |_| {}).0), [(0, "intake-too-big")]);
    assert_eq!(
        sentence(&taken(bomb.get(..500).unwrap(), "x.xlsx", |_| {}).0),
        [(0, "intake-broken-workbook")]
    );
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), as_zip in any::<bool>()) {
        let bytes = if as_zip { [b"PK\x03\x04".as_slice(), &bytes].concat() } else { [HEAD.as_bytes(), &bytes].concat() };
        let (report, rolls) = taken(&bytes, "x", |_| {});
        prop_assert!(!report.errors.is_empty() || !rolls.is_empty());
    }

    #[test]
    fn a_roll_written_as_csv_comes_back_equal(
        rows in proptest::collection::vec(("[张王李赵䶮㛃]{2,3}", "[1-9][0-9]{16}[1-9X]", "62[0-9]{16}[1-9]", 1_i64..1_000_000, 1_i64..100_000_000), 1..40),
        gb in any::<bool>(),
    ) {
        let mut text = HEAD.to_owned();
        for (name, id, card, quantity, fen) in &rows {
            let quantity = rust_decimal::Decimal::new(*quantity, 4);
            let amount = Fen::try_from(*fen).unwrap();
            write!(text, "1,{name},{id},{card},三组,{quantity},67,{amount}\r\n").unwrap();
        }
        let bytes = if gb { encoding_rs::GB18030.encode(&text).0.into_owned() } else { text.into_bytes() };
        let village = village();
        let (report, rolls) = taken(&bytes, "x.csv", |asked| {
            asked.programme = Some("P01");
            asked.division = Some(village);
            asked.period = Period::year_of(2026).ok();
        });
        prop_assert_eq!(sentence(&report), vec![]);
        let lines: Vec<_> = rolls.into_iter().flat_map(|taken| taken.lines).collect();
        prop_assert_eq!(lines.len(), rows.len());
        for (line, (name, id, card, quantity, fen)) in lines.iter().zip(&rows) {
            prop_assert_eq!((&line.householder.name, &line.householder.id, &line.card), (name, id, card));
            prop_assert_eq!(line.quantity.unwrap().decimal(), rust_decimal::Decimal::new(*quantity, 4));
            prop_assert_eq!((line.amount.fen(), line.group.as_str()), (*fen, "三组"));
        }
    }
}

#[test]
fn a_roll_of_a_village_that_is_gone_is_told_who_took_it_over() {
    let mut county = reference();
    let gone = village();
    let next = DivisionCode::parse("140923104299").unwrap();
    for division in county.divisions.iter_mut().filter(|division| division.code == gone) {
        division.to = Some(jiff::civil::date(2026, 6, 30));
    }
    let from = Some(jiff::civil::date(2026, 7, 1));
    county.divisions.push(crate::domain::reference::division::Division {
        code: next,
        name: "南坪村村委会".into(),
        from,
        to: None,
        predecessors: vec![gone],
    });
    let text = format!("村名,{HEAD}段村,1,张三,,,一组,2,67,134\n");
    let take_on = |today, division| {
        let asked = Asked {
            programme: Some("P01"),
            period: Period::year_of(2026).ok(),
            division,
            ..Asked::of(&county, today)
        };
        take(&mut Cursor::new(text.as_bytes()), "x.csv", &asked, &mut |_| ControlFlow::Continue(()))
    };
    assert_eq!(sentence(&take_on(jiff::civil::date(2026, 6, 30), None)), []);
    let report = take_on(jiff::civil::date(2026, 7, 1), None);
    assert_eq!(sentence(&report), [(2, "intake-village-taken-over")]);
    assert!(
        report.errors[0].sentence.args.contains(&("next", "南坪村村委会 140923104299".to_owned()))
    );
    assert_eq!(
        sentence(&take_on(jiff::civil::date(2026, 7, 1), Some(gone))),
        [(0, "intake-village-taken-over")]
    );
}
