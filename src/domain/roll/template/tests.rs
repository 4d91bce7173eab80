//! Templates made here: what is refused, what comes back.
use crate::domain::roll::template::*;
use crate::domain::roll::{Line, Person};
use crate::domain::values::money::Fen;
use crate::domain::values::quantity::{Quantity, Rate};
use proptest::prelude::*;

fn column(label: &str, bind: &str, kind: ColumnKind) -> Column {
    Column {
        label: label.to_owned(),
        bind: Bind::try_from(bind.to_owned()).unwrap(),
        kind,
        required: true,
        ..Column::default()
    }
}

fn written() -> Written {
    let mut columns = vec![
        column("序号", "serial", ColumnKind::Integer),
        column("户主姓名", "name", ColumnKind::Text),
        column("户主身份证号", "id", ColumnKind::Id),
        column("享受人", "beneficiary_name", ColumnKind::Text),
        column("享受人身份证号", "beneficiary_id", ColumnKind::Id),
        column("开户银行", "bank", ColumnKind::Text),
        column("村(居)委会", "village", ColumnKind::Text),
        column("面积", "quantity", ColumnKind::Decimal),
        column("标准", "rate", ColumnKind::Decimal),
        column("补贴金额", "amount", ColumnKind::Amount),
        column("填报日期", "filled_on", ColumnKind::Date),
        Column { required: false, ..column("备注", "remark", ColumnKind::Text) },
    ];
    columns[5].choices = vec!["山西代县农村商业银行股份有限公司".to_owned()];
    columns[9].formula = vec!["面积".to_owned(), "标准".to_owned()];
    let certainty = Certainty::Placeholder;
    Written {
        programme: None,
        from: None,
        to: None,
        version: "1".to_owned(),
        sheet: "清册".to_owned(),
        certainty,
        columns,
    }
}

fn template() -> Template {
    written().try_into().unwrap()
}

fn place() -> Place<'static> {
    let day = jiff::civil::date(2026, 1, 1);
    Place {
        serial: 1,
        village: "段村村委会",
        bank: "山西代县农村商业银行股份有限公司",
        period_start: day,
        filled_on: day,
    }
}

fn cells() -> Vec<String> {
    let id = "140923198001010018";
    [
        "1",
        "张三",
        id,
        "张三",
        id,
        "山西代县农村商业银行股份有限公司",
        "段村村委会",
        "2",
        "67.5",
        "99999",
        "2026-07-01",
        "",
    ]
    .map(str::to_owned)
    .to_vec()
}

#[test]
fn what_a_file_has_in_a_formula_column_does_not_count() {
    let row = template().read(&cells()).unwrap();
    assert_eq!(
        (row.line.amount.fen(), row.village.as_str(), row.line.beneficiary),
        (13_500, "段村村委会", None)
    );
}

#[test]
fn each_cell_that_the_platform_refuses_is_told() {
    let wrong = [
        (1, "", CellProblem::Missing),
        (2, "14092319800101001", CellProblem::Id),
        (2, "14092319800101001x", CellProblem::Id),
        (5, "农商行", CellProblem::Choice("山西代县农村商业银行股份有限公司".to_owned())),
        (7, "1,000", CellProblem::Decimal),
        (7, "-1", CellProblem::Decimal),
        (7, "1.23456", CellProblem::Decimal),
        (0, "一", CellProblem::Integer),
        (0, "1.0", CellProblem::Integer),
        (10, "2026/7/1", CellProblem::Date),
    ];
    for (place, text, problem) in wrong {
        let mut cells = cells();
        text.clone_into(&mut cells[place]);
        assert_eq!(template().read(&cells), Err(vec![(place, problem)]), "{text}");
    }
    for (text, fits) in [
        ("1.00", true),
        ("1.005", false),
        ("12345678901", false),
        ("1,000.00", false),
        ("￥5", false),
    ] {
        assert_eq!(
            column("金额", "amount", ColumnKind::Amount).check(text).is_ok(),
            fits,
            "{text}"
        );
    }
}

#[test]
fn a_template_that_cannot_be_used_is_refused_by_its_column() {
    let problem = |change: fn(&mut Written)| {
        let mut changed = written();
        change(&mut changed);
        Template::try_from(changed).unwrap_err().problem
    };
    assert_eq!(problem(|it| it.columns.truncate(9)), TemplateProblem::Incomplete);
    assert_eq!(problem(|it| it.columns[3].label = "序号".to_owned()), TemplateProblem::Label);
    assert_eq!(
        problem(|it| it.columns[3].bind = Bind::Cell(Field::Name)),
        TemplateProblem::BoundTwice
    );
    assert_eq!(
        problem(|it| it.columns[9].formula = vec!["补贴金额".to_owned()]),
        TemplateProblem::Formula
    );
    assert_eq!(problem(|it| it.columns[8].required = false), TemplateProblem::Formula);
    assert_eq!(problem(|it| it.sheet.clear()), TemplateProblem::Sheet);
    let json = serde_json::to_string(&template()).unwrap();
    assert_eq!(serde_json::from_str::<Template>(&json).unwrap(), template());
    assert!(serde_json::from_str::<Template>(&json.replace("\"amount\"", "\"card\"")).is_err());
}

#[test]
fn the_own_template_of_a_programme_and_year_goes_before_the_one_for_all() {
    let year = |programme: Option<&str>, year: Option<i16>| {
        let day = |month, date| year.map(|year| jiff::civil::date(year, month, date));
        let programme = programme.map(str::to_owned);
        let version = format!("{programme:?}{year:?}");
        Template::try_from(Written {
            programme,
            from: day(1, 1),
            to: day(12, 31),
            version,
            ..written()
        })
        .unwrap()
    };
    let of_all = effective::joined([
        vec![year(None, None), year(Some("P01"), Some(2025))],
        vec![year(Some("P01"), Some(2026)), year(None, Some(2026))],
    ]);
    let found = |programme, year| {
        template_for(&of_all, programme, jiff::civil::date(year, 7, 1))
            .map(Template::version)
            .unwrap()
    };
    assert_eq!(found("P01", 2025), "Some(\"P01\")Some(2025)");
    assert_eq!(found("P01", 2026), "Some(\"P01\")Some(2026)");
    assert_eq!((found("P13", 2025), found("P13", 2026)), ("NoneNone", "NoneSome(2026)"));
    assert!(
        template_for(&of_all, "P01", jiff::civil::date(2027, 1, 1)).is_none(),
        "the platform's new template must come first"
    );
}

#[test]
fn an_amount_that_the_formula_does_not_give_is_told_before_the_platform_does() {
    let mut line = template().read(&cells()).unwrap().line;
    line.amount = Fen::parse("100").unwrap();
    assert_eq!(template().write(&line, &place()).1, [(9, CellProblem::Formula)]);
    line.amount = Fen::parse("135").unwrap();
    assert_eq!(template().write(&line, &place()).1, []);
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        names in ("[张王李]{2,3}", "[张王李]{2,3}"), ids in ("[1-9][0-9]{16}[0-9X]", "[1-9][0-9]{16}[0-9X]"),
        quantity in 0_i64..1_000_000, rate in 1_i64..100_000, remark in "[补发新增]{0,6}",
    ) {
        let quantity = rust_decimal::Decimal::new(quantity, 4);
        let rate = rust_decimal::Decimal::new(rate, 2);
        let mut line = Line::new(0);
        line.householder = Person { name: names.0.clone(), id: ids.0.clone() };
        line.beneficiary = Some(Person { name: names.1, id: ids.1 }).filter(|own| own.name != names.0 || own.id != ids.0);
        line.bank = place().bank.to_owned();
        line.quantity = Quantity::try_from(quantity).ok();
        line.rate = Rate::try_from(rate).ok();
        line.remark = remark;
        line.amount = Fen::of(line.rate.unwrap(), line.quantity.unwrap(), None).unwrap();
        let (cells, problems) = template().write(&line, &place());
        prop_assert_eq!(problems, vec![]);
        let row = template().read(&cells).unwrap();
        prop_assert_eq!((row.line == line, row.village.as_str()), (true, "段村村委会"));
    }
}
