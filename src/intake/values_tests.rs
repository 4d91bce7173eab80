use super::*;
use proptest::prelude::*;

const TODAY: Date = jiff::civil::date(2026, 11, 22);

fn yuan(text: &str) -> Result<Option<Fen>, CellFault> {
    amount(Cell::Text(text))
}

#[test]
fn a_clerk_may_type_full_width_digits_and_separators() {
    assert_eq!(yuan("５５０.１０").unwrap(), Fen::parse("550.10").ok());
    assert_eq!(yuan(" 1,200.50 ").unwrap(), Fen::parse("1200.50").ok());
    assert_eq!(yuan("　").unwrap(), None);
}

#[test]
fn an_amount_is_a_number_and_nothing_else() {
    for text in ["￥18.74", "177.17元", "437.28整", "1,2,3", "1_000", "12.", "--3", "1e5"] {
        assert!(matches!(yuan(text), Err(CellFault::NotANumber(_))), "{text}");
    }
    assert!(matches!(yuan("-355.77"), Err(CellFault::Negative(_))));
    assert!(matches!(yuan("503.105"), Err(CellFault::TooFine(_))));
    assert!(matches!(amount(Cell::Number(591.6983)), Err(CellFault::TooFine(_))));
    assert_eq!(amount(Cell::Number(157.450_000_000_000_02)).unwrap(), Fen::parse("157.45").ok());
    assert_eq!(amount(Cell::Unfilled), Err(CellFault::Unfilled));
}

#[test]
fn numbers_that_excel_damaged_are_refused_and_wrong_ones_are_not() {
    for text in ["1.40923E+17", "1.40981e+17", "140923194410306000"] {
        assert_eq!(id(Cell::Text(text)), Err(CellFault::Damaged), "{text}");
    }
    assert_eq!(id(Cell::Number(140_923_194_410_306_850.0)), Err(CellFault::Damaged));
    assert_eq!(card(Cell::Text("6214123456789010000")), Err(CellFault::Damaged));
    assert_eq!(card(Cell::Number(6.228_483_2e18)), Err(CellFault::Damaged));
    for wrong in ["140902195402156513", "140923196001200", "195601083794"] {
        assert_eq!(id(Cell::Text(wrong)).unwrap(), wrong);
    }
    assert_eq!(
        id(Cell::Text("\u{feff}１４０９２３ 19840621 537x\t")).unwrap(),
        "14092319840621537X"
    );
}

#[test]
fn days_are_written_in_three_ways_or_stored_by_excel() {
    let fourth = Some(jiff::civil::date(2026, 10, 4));
    for text in ["2026-10-04", "2026/10/4", "2026年10月4日", "２０２６-10-04"] {
        assert_eq!(day(Cell::Text(text), TODAY).unwrap(), fourth, "{text}");
    }
    assert_eq!(day(Cell::Number(46_299.0), TODAY).unwrap(), fourth);
    for text in ["2025.09.09", "20250820", "2026-02-30", "4-10-2026"] {
        assert!(matches!(day(Cell::Text(text), TODAY), Err(CellFault::Date(_))), "{text}");
    }
    assert!(matches!(day(Cell::Text("2026-11-23"), TODAY), Err(CellFault::Future(_))));
}

#[test]
fn names_are_han_with_dots_and_no_formulas() {
    for (typed, kept) in [
        ("谢 月英", "谢月英"),
        (" 王梓豪", "王梓豪"),
        ("孙学武　", "孙学武"),
        ("阿卜杜拉•买买提江", "阿卜杜拉·买买提江"),
        ("禤𬭎", "禤𬭎"),
        ("张㛃", "张㛃"),
    ] {
        assert_eq!(name(Cell::Text(typed)).unwrap(), kept);
    }
    for text in [
        "=cmd|'/C calc'!A0",
        "-2+3+cmd|'/C calc'!A0",
        "\"张栓柱\"",
        "王皓轩,",
        "叶浩然,妻",
        "张\u{e863}",
        "张?",
        "张\u{fffd}",
    ] {
        assert!(name(Cell::Text(text)).is_err(), "{text}");
    }
    assert_eq!(name(Cell::Text("潘\n守信")), Err(CellFault::LineBreak));
}

#[test]
fn groups_have_one_form() {
    for text in ["1组", "一组", "第一村民小组", "1", "１组"] {
        assert_eq!(group(Cell::Text(text)).unwrap(), "一组", "{text}");
    }
    assert_eq!(group(Cell::Text("12")).unwrap(), "十二组");
    assert_eq!(group(Cell::Text("东庄")).unwrap(), "东庄");
}

#[test]
fn a_message_never_shows_a_long_number() {
    assert_eq!(shown("￥18.74"), "￥18.74");
    assert_eq!(shown("14092319840621537X"), "…");
    assert_eq!(shown("13812345678"), "…");
    assert_eq!(shown("张三"), "…");
}

proptest! {
    #[test]
    fn any_amount_reads_the_same_from_text_and_from_excel(fen in 0..=Fen::LINE_MAX) {
        let amount_of = Fen::try_from(fen).unwrap();
        prop_assert_eq!(yuan(&amount_of.to_string()).unwrap(), Some(amount_of));
        prop_assert_eq!(yuan(&amount_of.grouped()).unwrap(), Some(amount_of));
        let stored: f64 = amount_of.to_string().parse().unwrap();
        prop_assert_eq!(amount(Cell::Number(stored)).unwrap(), Some(amount_of));
    }

    #[test]
    fn no_cell_makes_a_parser_panic(text in ".{0,40}", number in any::<f64>()) {
        for cell in [Cell::Text(&text), Cell::Number(number)] {
            let _ = (amount(cell), quantity(cell), rate(cell), months(cell));
            let _ = (id(cell), card(cell), name(cell), group(cell), remark(cell), day(cell, TODAY));
        }
    }
}
