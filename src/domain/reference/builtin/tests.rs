//! What the county's own data says: where papers leave a choice the careful one, and nothing blocks
//! that no paper settles.
use crate::domain::checks::{CheckContext, Roll, run};
use crate::domain::reference::builtin::*;
use crate::domain::reference::division::DivisionCode;
use crate::domain::reference::programme::{
    Certainty, Class, DayKind, NoticeRule, NoticeTime, PayeeBasis, Programme,
};
use crate::domain::roll::finding::{Check, Level};
use crate::domain::roll::{Line, RollKey};
use crate::domain::values::date::Date;
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use crate::domain::values::quantity::{Quantity, Rate};
use jiff::civil::date;

fn county() -> Reference {
    Reference::joined(&[daixian().unwrap()])
}

fn today() -> Date {
    date(2026, 11, 22)
}

fn programme(code: &str) -> Programme {
    county().programme(code, today()).unwrap().clone()
}

/// What A17 and A18 say of one line with this rate for a period.
fn said_of_rate(code: &str, period: &str, rate: &str, months: Option<u16>) -> Vec<(Check, Level)> {
    let county = county();
    let division = DivisionCode::parse("140923104204").unwrap();
    let key = RollKey::normal(code.to_owned(), division, Period::parse(period).unwrap());
    let mut line = Line::new(1);
    line.quantity = Quantity::parse("1").ok();
    line.rate = Rate::parse(rate).ok();
    line.months = months;
    line.amount = Fen::of(line.rate.unwrap(), line.quantity.unwrap(), months).unwrap();
    let programme = county.programme(code, key.period.start()).unwrap();
    let checked =
        run(&Roll { key: &key, lines: &[line] }, &CheckContext::alone(programme, &county, today()))
            .unwrap();
    let of_rates =
        checked.findings.iter().filter(|finding| [Check::A17, Check::A18].contains(&finding.check));
    of_rates.map(|finding| (finding.check, finding.level)).collect()
}

#[test]
fn a_post_for_those_who_find_no_work_is_as_private_as_relief() {
    assert_eq!(programme("P22").class, Class::S1);
}

#[test]
fn a_rate_holds_for_the_years_of_its_paper_and_blocks_nothing_after_them() {
    let blocks = vec![(Check::A18, Level::Block)];
    let informs = vec![(Check::A18, Level::Inform)];
    assert_eq!(
        (said_of_rate("P01", "2023", "70", None), said_of_rate("P01", "2024", "70", None)),
        (blocks.clone(), informs.clone())
    );
    assert_eq!(
        (said_of_rate("P08", "2025", "8", None), said_of_rate("P08", "2026", "8", None)),
        (blocks.clone(), informs.clone())
    );
    assert_eq!(
        (said_of_rate("P20", "2026Q2", "100", None), said_of_rate("P20", "2026Q3", "100", None)),
        (blocks, informs)
    );
    assert_eq!(
        (said_of_rate("P01", "2026", "67", None), said_of_rate("P08", "2026", "7.5", None)),
        (vec![], vec![])
    );
}

#[test]
fn support_for_resettled_people_may_be_paid_by_the_year_half_year_quarter_or_month() {
    for (period, rate, months) in [
        ("2025", "600", None),
        ("2025H2", "300", None),
        ("2025Q3", "150", None),
        ("2025Q3", "50", Some(3)),
    ] {
        assert_eq!(said_of_rate("P20", period, rate, months), [], "{period}");
    }
}

#[test]
fn what_is_for_the_poor_is_not_for_the_public_payroll() {
    for code in ["P13", "P14", "P21", "P22", "P23", "P35", "P36"] {
        assert!(programme(code).not_for_staff, "{code}");
    }
    assert!(!programme("P01").not_for_staff);
}

#[test]
fn rural_relief_has_a_line_a_person_as_its_rolls_do_and_says_so() {
    let says =
        |code: &str| (programme(code).payee_basis, programme(code).remark.contains("样例花名册"));
    assert_eq!(
        (says("P13"), says("P35")),
        ((PayeeBasis::Person, true), (PayeeBasis::Household, true))
    );
    // what the remark rests on: no line of the sample rolls has the months of two persons
    let rolls: serde_json::Value =
        serde_json::from_slice(include_bytes!("../../../../tests/data/rolls/truth.json")).unwrap();
    let relief = rolls.as_array().unwrap().iter().filter(|roll| roll["code"] == "P13");
    let months: Vec<Quantity> = relief
        .flat_map(|roll| roll["lines"].as_array().unwrap())
        .map(|line| Quantity::parse(line["quantity"].as_str().unwrap()).unwrap())
        .collect();
    assert!(
        months.len() > 50 && months.iter().all(|months| *months <= Quantity::parse("12").unwrap())
    );
}

/// The numbers of papers in a text: `国发〔2016〕14号`.
fn papers(text: &str) -> Vec<&str> {
    text.split(['(', ')', '《', '》', '、', ' '])
        .filter(|word| word.contains('〔') && word.ends_with('号'))
        .collect()
}

#[test]
fn one_paper_counts_one_kind_of_day() {
    let county = county();
    let mut known: Vec<(&str, &str, NoticeRule)> = vec![];
    for programme in
        county.programmes.iter().filter(|programme| programme.notice.when != NoticeTime::None)
    {
        for paper in programme.basis.iter().flat_map(|basis| papers(basis)) {
            if let Some((_, other, notice)) = known.iter().find(|(there, _, _)| *there == paper) {
                assert_eq!(
                    programme.notice, *notice,
                    "{} and {other} rest on {paper}",
                    programme.code
                );
            }
            known.push((paper, &programme.code, programme.notice));
        }
    }
    assert!(known.len() > 10);
    for code in ["P13", "P14", "P15", "P16", "P35", "P36", "P37"] {
        let notice = programme(code).notice;
        assert_eq!(
            (notice.days, notice.day_kind, notice.certainty),
            (7, DayKind::Working, Some(Certainty::Likely)),
            "{code}"
        );
    }
}
