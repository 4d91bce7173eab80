//! Collection templates: what is written is read back line by line; what the platform would refuse
//! is told at its cell.
use cunbang::documents::sheets::About;
use cunbang::documents::template_sheet::{first_row, template_sheet};
use cunbang::domain::reference::Reference;
use cunbang::domain::reference::builtin;
use cunbang::domain::reference::division::DivisionCode;
use cunbang::domain::roll::template::{Place, Template};
use cunbang::domain::roll::{Line, Person};
use cunbang::domain::values::period::Period;
use cunbang::intake::{Asked, HeaderPolicy, Report, RollChunk, take};
use std::io::Cursor;
use std::ops::ControlFlow;

fn reference() -> Reference {
    builtin::daixian().unwrap()
}

fn village() -> DivisionCode {
    reference().divisions.iter().find(|division| division.name == "段村村委会").unwrap().code
}

fn about() -> About {
    About { title: "采集模板".into(), made_on: jiff::civil::date(2026, 7, 1), practice: false }
}

fn period() -> Period {
    Period::year_of(2026).unwrap()
}

fn take_in(
    bytes: &[u8],
    programme: &str,
    ask: impl FnOnce(&mut Asked<'_>),
) -> (Report, Vec<RollChunk>) {
    let reference = reference();
    let mut asked = Asked::of(&reference, jiff::civil::date(2026, 11, 22));
    asked.programme = Some(programme);
    asked.period = Some(period());
    asked.manner = HeaderPolicy::Template;
    ask(&mut asked);
    let mut rolls = Vec::new();
    let report = take(&mut Cursor::new(bytes), "x.xlsx", &asked, &mut |taken| {
        rolls.push(taken);
        ControlFlow::Continue(())
    });
    (report, rolls)
}

/// `H3 key` of each error.
fn told(report: &Report) -> Vec<String> {
    let letter = |error: &cunbang::intake::IntakeError| {
        error.column.as_ref().map_or(String::new(), |column| column.letter.clone())
    };
    report
        .errors
        .iter()
        .map(|error| format!("{}{} {}", letter(error), error.row, error.sentence.key))
        .collect()
}

fn lines() -> Vec<Line> {
    let line = |no: u32, name: &str, id: &str, quantity: &str| {
        let mut line = Line::new(no);
        line.householder = Person { name: name.to_owned(), id: id.to_owned() };
        line.card = "6214123456789012348".into();
        line.bank = "山西代县农村商业银行".into();
        line.quantity =
            quantity.parse().ok().and_then(|number: rust_decimal::Decimal| number.try_into().ok());
        line.rate =
            "67".parse().ok().and_then(|number: rust_decimal::Decimal| number.try_into().ok());
        line.amount = cunbang::domain::values::money::Fen::of(
            line.rate.unwrap(),
            line.quantity.unwrap(),
            None,
        )
        .unwrap();
        line
    };
    let mut lines = vec![
        line(1, "张三", "140923198001010018", "2.35"),
        line(2, "禤𬭎", "14092319550315003X", "67"),
    ];
    lines[1].beneficiary = Some(Person { name: "李四".into(), id: "140923196208120059".into() });
    lines[1].payee = Some(Person { name: "李四".into(), id: "140923196208120059".into() });
    lines[0].group = "一组".into();
    lines[0].phone = "13900000000".into();
    lines[0].remark = "新增".into();
    lines
}

fn rows(template: &Template, lines: &[Line]) -> Vec<Vec<String>> {
    let place = |serial| Place {
        serial,
        village: "段村村委会",
        bank: "",
        period_start: period().start(),
        filled_on: jiff::civil::date(2026, 7, 1),
    };
    let rows = (1..).zip(lines).map(|(serial, line)| template.write(line, &place(serial)));
    let right = |(cells, problems): (Vec<String>, Vec<_>)| {
        assert_eq!(problems, vec![]);
        cells
    };
    rows.map(right).collect()
}

#[test]
fn a_roll_written_in_its_template_is_read_back_with_the_same_lines() {
    let reference = reference();
    for (programme, first) in [("P01", 3), ("P02", 2)] {
        let template = reference.template(programme, period().start()).unwrap();
        let mut lines = lines();
        if programme == "P02" {
            for line in &mut lines {
                line.quantity = None;
            }
        }
        for practice in [false, true] {
            let about = About { practice, ..about() };
            let bytes = template_sheet(template, &rows(template, &lines), &about).unwrap();
            let (report, rolls) = take_in(&bytes, programme, |_| {});
            assert_eq!(told(&report), [""; 0], "{programme}");
            assert_eq!(rolls[0].key.division, village());
            let first = first + u32::from(practice);
            assert_eq!(first_row(template, &about), first);
            for (line, read) in lines.iter().zip(&rolls[0].lines) {
                assert!(
                    Line { source_row: read.source_row, ..line.clone() } == *read,
                    "{programme} {}",
                    line.no
                );
            }
            assert_eq!(
                rolls[0].lines.iter().map(|line| line.source_row).collect::<Vec<_>>(),
                [first, first + 1]
            );
        }
    }
}

#[test]
fn a_file_with_one_wrong_cell_stays_out_and_every_wrong_cell_is_told_by_its_excel_row() {
    let reference = reference();
    let template = reference.template("P01", period().start()).unwrap();
    let mut rows = rows(template, &lines());
    let at =
        |label: &str| template.columns().iter().position(|column| column.label == label).unwrap();
    rows[0][at("户主身份证号")] = "14092319800101001".into();
    rows[0][at("开户银行")] = "农商行".into();
    rows[1][at("村(居)委会")] = "段村".into();
    rows[1][at("补贴金额")] = "99999.99".into();
    let bytes = template_sheet(template, &rows, &about()).unwrap();
    let (report, rolls) = take_in(&bytes, "P01", |_| {});
    assert_eq!(told(&report), ["D3 template-id", "H3 template-choice", "I4 template-village"]);
    assert_eq!(rolls.len(), 0);
    rows.truncate(1);
    rows[0][at("户主身份证号")] = "140923198001010018".into();
    rows[0][at("开户银行")] = "山西代县农村商业银行".into();
    rows[0][at("补贴金额")] = "99999.99".into();
    rows[0][at("承包面积")] = "3".into();
    let (report, rolls) =
        take_in(&template_sheet(template, &rows, &about()).unwrap(), "P01", |_| {});
    assert_eq!(
        (told(&report), rolls[0].lines[0].amount.fen()),
        (vec![], 15_745),
        "a formula is computed, not read"
    );
    assert_eq!(
        report.notes.iter().map(|note| note.args[0].1.as_str()).collect::<Vec<_>>(),
        ["承包面积"]
    );
}

#[test]
fn a_head_of_last_year_is_refused_column_by_column_and_totals_and_texts_are_refused() {
    let reference = reference();
    let own = reference.template("P13", period().start()).unwrap();
    let all = reference.template("P02", period().start()).unwrap();
    let bytes = template_sheet(all, &[], &about()).unwrap();
    let (report, _) = take_in(&bytes, "P13", |_| {});
    let first = own
        .columns()
        .iter()
        .zip(all.columns())
        .position(|(own, other)| own.label != other.label)
        .unwrap();
    assert_eq!(
        told(&report).first().unwrap(),
        &format!("{}1 template-head-differs", char::from(b'A' + u8::try_from(first).unwrap()))
    );
    let mut rows = rows(all, &lines()[..1]);
    rows.push(["合计"].map(str::to_owned).to_vec());
    assert_eq!(
        told(&take_in(&template_sheet(all, &rows, &about()).unwrap(), "P02", |_| {}).0),
        ["3 template-total-row"]
    );
    assert_eq!(
        told(&take_in("序号,户主姓名,金额\n1,张三,5\n".as_bytes(), "P02", |_| {}).0),
        ["0 template-workbook"]
    );
    assert_eq!(
        told(&take_in(&bytes, "P02", |asked| asked.period = None).0),
        ["0 intake-need-period"]
    );
    assert_eq!(
        told(&take_in(&template_sheet(all, &[], &about()).unwrap(), "P02", |_| {}).0),
        ["0 intake-no-lines"]
    );
    let other = reference
        .divisions
        .iter()
        .find(|division| division.name == "枣林东村村委会")
        .map(|division| division.code);
    let bytes = template_sheet(all, &rows[..1], &about()).unwrap();
    assert!(other.is_some());
    assert_eq!(
        told(&take_in(&bytes, "P02", |asked| asked.division = other).0),
        ["I2 intake-other-village"]
    );
}

#[test]
fn another_program_reads_the_template_as_it_was_meant() {
    let root = env!("CARGO_MANIFEST_DIR");
    let folder = tempfile::tempdir().unwrap();
    let reference = reference();
    for programme in ["P01", "P02"] {
        let template = reference.template(programme, period().start()).unwrap();
        let path = folder.path().join("template.xlsx");
        std::fs::write(
            &path,
            template_sheet(template, &rows(template, &lines()), &about()).unwrap(),
        )
        .unwrap();
        let check = |rows: &str, sum: &str| {
            let mut command = std::process::Command::new(format!("{root}/target/venv/bin/python"));
            command
                .arg(format!("{root}/scripts/check-template"))
                .arg(format!("{root}/data/reference/daixian/templates.json"));
            command.arg(programme).arg(&path).args([rows, sum]).output().unwrap()
        };
        let body = check("2", "4646.45");
        assert!(body.status.success(), "{programme}: {body:?}");
        assert!(!check("3", "4646.45").status.success() && !check("2", "4646.46").status.success());
    }
}
