//! The sets in `data/reference`, and what a county's typing errors lead to.
use crate::domain::reference::builtin;
use crate::domain::reference::division::{DivisionCode, Level};
use crate::domain::reference::effective::Dated;
use crate::domain::reference::files::*;
use crate::domain::reference::programme::{Certainty, Class, NoticeTime};
use jiff::civil::date;

macro_rules! fictional {
    ($set:literal) => {
        Reference::from_files($set, &|name| {
            let bytes: &[u8] = match name {
                "divisions.csv" => include_bytes!(concat!(
                    "../../../../data/reference/fictional/",
                    $set,
                    "/divisions.csv"
                )),
                "programmes.json" => include_bytes!(concat!(
                    "../../../../data/reference/fictional/",
                    $set,
                    "/programmes.json"
                )),
                "holidays.json" => include_bytes!(concat!(
                    "../../../../data/reference/fictional/",
                    $set,
                    "/holidays.json"
                )),
                "contacts.json" => include_bytes!(concat!(
                    "../../../../data/reference/fictional/",
                    $set,
                    "/contacts.json"
                )),
                "villages.json" => include_bytes!(concat!(
                    "../../../../data/reference/fictional/",
                    $set,
                    "/villages.json"
                )),
                _ => return None,
            };
            Some(bytes.to_vec())
        })
    };
}

/// The 代县 set with one file changed.
fn edited(
    file: &'static str,
    edit: &dyn Fn(String) -> String,
) -> Result<Reference, ReferenceError> {
    Reference::from_files("edited", &|name| {
        let text = String::from_utf8(builtin::file(name)?.to_vec()).unwrap();
        Some(if name == file { edit(text) } else { text }.into_bytes())
    })
}

#[test]
fn eleven_townships_became_nine() {
    let set = builtin::daixian().unwrap();
    let townships = |day| {
        let of_day =
            set.divisions.iter().filter(|d| d.code.level() == Level::Township && d.holds_on(day));
        of_day.filter(|d| d.code.short() != "140923400").count()
    };
    assert_eq!((townships(date(2020, 6, 1)), townships(date(2022, 1, 1))), (11, 9));
    let yukou = set.division(DivisionCode::parse("140923107").unwrap(), date(2022, 1, 1)).unwrap();
    assert_eq!(yukou.predecessors.len(), 2);
}

#[test]
fn a_renamed_office_is_found_under_the_name_of_its_day() {
    let set = builtin::daixian().unwrap();
    let code = DivisionCode::parse("140923400").unwrap();
    assert_eq!(set.division(code, date(2021, 7, 12)).unwrap().name, "代县居民事务中心");
    assert_eq!(set.division(code, date(2026, 1, 1)).unwrap().name, "代县党群服务中心");
}

#[test]
fn all_46_programmes_each_stand_there_once_and_say_how_sure_they_are() {
    let set = builtin::daixian().unwrap();
    assert_eq!(set.programmes.len(), 46);
    let sure = |certainty| {
        set.programmes.iter().filter(|programme| programme.certainty == certainty).count()
    };
    assert_eq!(
        (sure(Certainty::Certain), sure(Certainty::Likely), sure(Certainty::Placeholder)),
        (18, 16, 12)
    );
    let hidden = set.programmes.iter().filter(|programme| programme.class == Class::S2);
    assert!(
        hidden.clone().all(|programme| programme.notice.when == NoticeTime::None)
            && hidden.count() == 10
    );
    let land = set.programme_named("耕地地力保护补贴").unwrap();
    let village = DivisionCode::parse("140923104204").unwrap();
    assert_eq!(land.code, "P01");
    assert_eq!(land.rates_on(village, date(2026, 1, 1))[0].rate.to_string(), "67.00");
    assert_eq!(set.programme_named("农村低保").unwrap().code, "P13");
}

#[test]
fn children_without_carers_are_never_listed() {
    let set = builtin::daixian().unwrap();
    let children = set.programme("P27", date(2026, 1, 1)).unwrap();
    assert_eq!((children.class, children.notice.when), (Class::S2, NoticeTime::None));
    assert!(children.rates.is_empty(), "the rate is unknown, not zero");
}

#[test]
fn both_kinds_of_notice_occur() {
    let set = builtin::daixian().unwrap();
    let when = |code| set.programme(code, date(2026, 1, 1)).unwrap().notice.when;
    assert_eq!((when("P01"), when("P13")), (NoticeTime::BeforeSubmission, NoticeTime::AfterReview));
}

#[test]
fn the_national_day_of_2021_is_in_the_table() {
    let set = builtin::daixian().unwrap();
    let year = &set.holidays.years[&2021];
    assert!((1..=7).all(|day| year.off.contains(&date(2021, 10, day))));
    assert!(year.work.contains(&date(2021, 9, 26)) && year.work.contains(&date(2021, 10, 9)));
    assert!(!set.holidays.years.contains_key(&2027));
}

#[test]
fn the_invented_counties_hold_together() {
    let clean = fictional!("clean").unwrap();
    let dirty = fictional!("dirty").unwrap();
    for set in [clean, dirty] {
        assert_eq!((set.programmes.len(), set.villages.len()), (26, 40));
        assert!(
            set.programmes
                .iter()
                .all(|programme| programme.rates.len() == 1 && !programme.unit.contains('/'))
        );
    }
}

#[test]
fn a_missing_file_is_named() {
    let nothing = Reference::from_files("x", &|_| None);
    assert_eq!(nothing, Err(ReferenceError::Missing { file: "divisions.csv" }));
}

#[test]
fn a_slip_in_the_table_is_found_by_its_line() {
    let twice = edited("divisions.csv", &|text| format!("{text}140923104204,段村村委会,,,,\n"));
    assert!(matches!(twice, Err(ReferenceError::DuplicateDivision { line: 224, .. })), "{twice:?}");
    let orphan = edited("divisions.csv", &|text| format!("{text}140923999200,新村村委会,,,,\n"));
    assert!(matches!(orphan, Err(ReferenceError::UnknownParent { line: 224, .. })), "{orphan:?}");
    let date = edited("divisions.csv", &|text| text.replace("2020-11-01", "2020.11.1"));
    assert_eq!(
        date.err(),
        Some(ReferenceError::Cell { file: "divisions.csv", line: 9, column: "from" })
    );
    let titles = edited("divisions.csv", &|text| text.replacen("code", "代码", 1));
    assert!(matches!(titles, Err(ReferenceError::Titles { .. })));
}

#[test]
fn two_rates_for_one_day_are_refused() {
    let second = r#""rates": [{"rate": "70", "from": "2026-01-01"},"#;
    let clash = edited("programmes.json", &|text| text.replacen("\"rates\": [", second, 1));
    assert_eq!(clash.err(), Some(ReferenceError::OverlappingRates { programme: "P01".into() }));
}

#[test]
fn one_name_means_one_programme() {
    let clash = edited("programmes.json", &|text| text.replace("农村低保金", "耕地地力补贴"));
    assert!(
        matches!(clash, Err(ReferenceError::SameName { first, second, .. }) if first == "P01" && second == "P13")
    );
    let twice = edited("programmes.json", &|text| text.replace("\"P02\"", "\"P01\""));
    assert!(matches!(twice, Err(ReferenceError::SameName { name, .. }) if name == "P01"));
}

#[test]
fn a_worked_day_must_be_a_weekend_of_its_year() {
    let weekday = edited("holidays.json", &|text| text.replace("2021-10-09", "2021-10-08"));
    assert_eq!(
        weekday.err(),
        Some(ReferenceError::Holiday { year: 2021, date: date(2021, 10, 8) })
    );
}

#[test]
fn broken_json_is_found_by_line_and_column() {
    let broken = edited("contacts.json", &|text| text.replacen("\"office\"", "office", 1));
    assert!(
        matches!(broken, Err(ReferenceError::Json { file: "contacts.json", line: 4, .. })),
        "{broken:?}"
    );
    let unknown = edited("switches.json", &|text| text.replace("full_names", "ful_names"));
    assert!(matches!(unknown, Err(ReferenceError::Json { file: "switches.json", .. })));
}
