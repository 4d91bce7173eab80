//! Figures and numbers of the roll as a whole; and the report.
use super::*;

#[test]
fn a10_one_number_with_two_names_needs_a_reason() {
    let mut case = Case::new(2);
    case.set(1, Field::PayeeName, "张建国").set(1, Field::PayeeId, IDS[0]).set(
        1,
        Field::BeneficiaryName,
        "张建国",
    );
    case.set(1, Field::BeneficiaryId, IDS[0]);
    let told = case.told();
    assert!(
        told.contains(&(Check::A10, Level::Explain, vec![1, 2], "finding-a10-two-names")),
        "{told:?}"
    );
}

#[test]
fn a10_namesakes_inform_and_numbers_that_look_alike_need_a_reason() {
    let mut case = Case::new(3);
    case.set(2, Field::Name, "张建军");
    case.tells(Check::A10, Level::Inform, &[1, 3], "finding-a10-namesakes");
    // born on the same day, and so called too
    case.set(2, Field::Id, "140923198001010026");
    case.tells(Check::A10, Level::Explain, &[1, 3], "finding-a10-two-numbers");
    case.set(2, Field::Name, "欧阳春梅");
    assert_eq!(case.told(), []);
}

#[test]
fn a19_an_amount_far_from_the_others_needs_a_reason_from_ten_lines_on() {
    let mut case = many(12);
    assert_eq!(case.told(), []);
    case.programme.rate_kind = RateKind::FreeAmount;
    case.set(4, Field::Amount, "900");
    case.tells(Check::A19, Level::Explain, &[5], "finding-a19-outlier");
    case.lines.truncate(9);
    assert_eq!((case.told(), case.outcome(Check::A19)), (vec![], Some("check-too-few-lines")));
}

#[test]
fn a19_where_all_get_the_same_more_than_three_times_as_much_is_far() {
    let mut case = many(11);
    case.programme.rate_kind = RateKind::FreeAmount;
    for place in 0..11 {
        case.set(place, Field::Amount, "100");
    }
    case.set(3, Field::Amount, "300").set(4, Field::Amount, "0");
    assert!(case.told().iter().all(|told| told.0 != Check::A19));
    case.set(3, Field::Amount, "300.01");
    assert!(case.told().contains(&(Check::A19, Level::Explain, vec![4], "finding-a19-outlier")));
}

#[test]
fn a23_a_telephone_of_more_than_three_households_informs() {
    let mut case = Case::new(4);
    assert_eq!(case.outcome(Check::A23), Some("check-lacks-phones"));
    for place in 0..4 {
        case.set(place, Field::Phone, "13800000000");
    }
    case.tells(Check::A23, Level::Inform, &[1, 2, 3, 4], "finding-a23-shared-phone");
    case.set(0, Field::Household, "7")
        .set(1, Field::Household, "8")
        .set(2, Field::Household, "9")
        .set(3, Field::Phone, "13900000000");
    assert_eq!(case.told(), []);
}

#[test]
fn a24_five_cards_in_a_row_need_a_reason() {
    let mut case = many(7);
    for place in 0..4 {
        case.set(place, Field::Card, &made_card(500 + place));
    }
    assert_eq!(case.told(), []);
    case.set(5, Field::Card, &made_card(504));
    case.tells(Check::A24, Level::Explain, &[1, 2, 3, 4, 6], "finding-a24-in-a-row");
}

#[test]
fn a24_passbooks_follow_each_other_as_they_stand() {
    let mut case = many(5);
    for place in 0..5 {
        case.set(place, Field::Card, &format!("10101010{:04}", 9 + place));
    }
    let told = case.told();
    assert!(
        told.contains(&(Check::A24, Level::Explain, vec![1, 2, 3, 4, 5], "finding-a24-in-a-row")),
        "{told:?}"
    );
}

#[test]
fn a25_areas_that_are_mostly_whole_or_mostly_the_same_inform() {
    let mut case = many(10);
    case.programme.rate_kind = RateKind::FreeAmount;
    assert_eq!(case.told(), []);
    for (place, area) in ["2", "3", "4", "5"].iter().enumerate() {
        case.set(place, Field::Quantity, area);
    }
    assert_eq!(case.told(), []);
    case.set(4, Field::Quantity, "6");
    case.tells(Check::A25, Level::Inform, &[1, 2, 3, 4, 5], "finding-a25-whole");
    for place in 0..5 {
        case.set(place, Field::Quantity, "2.5");
    }
    case.tells(Check::A25, Level::Inform, &[1, 2, 3, 4, 5], "finding-a25-equal");
    case.programme.unit = "人".into();
    assert_eq!((case.told(), case.outcome(Check::A25)), (vec![], Some("check-not-land")));
}

#[test]
fn a32_first_digits_that_nature_does_not_make_inform_about_the_roll() {
    let mut case = many(400);
    case.programme.rate_kind = RateKind::FreeAmount;
    // what grows by the same share at each step follows Benford's law
    let mut fen = 1000;
    for line in &mut case.lines {
        line.amount = Fen::try_from(fen).unwrap();
        fen = fen * 103 / 100;
    }
    let tells = |case: &Case| case.told().iter().any(|told| told.3 == "finding-a32-benford");
    assert!(!tells(&case) && case.outcome(Check::A32).is_none());
    for place in 0..200 {
        case.lines[place].amount =
            Fen::try_from(79_900 + i64::try_from(place).unwrap() % 100).unwrap();
    }
    assert!(tells(&case));
    assert!(case.told().contains(&(Check::A32, Level::Inform, vec![], "finding-a32-benford")));
    case.lines.truncate(299);
    assert_eq!(case.outcome(Check::A32), Some("check-benford-not-fit"));
}

#[test]
fn what_no_roll_can_be_asked_is_said_and_not_passed_over() {
    let mut case = Case::new(1);
    let outcomes =
        [Check::A08, Check::A26, Check::A30, Check::A31].map(|check| case.outcome(check).unwrap());
    assert_eq!(
        outcomes,
        [
            "check-lacks-account-holders",
            "check-not-numbered",
            "check-lacks-budget",
            "check-decided-later"
        ]
    );
    case.programme.unit = "台".into();
    assert_eq!(case.outcome(Check::A26), Some("check-lacks-serial-numbers"));
}

#[test]
fn every_check_reports_once_in_order_and_counts_what_it_found() {
    let mut case = Case::new(3);
    case.set(1, Field::Amount, "1").set(2, Field::Amount, "2");
    let report = case.run().report;
    assert!(report.len() == 35 && report.is_sorted_by_key(|told| told.check));
    let of =
        |check| report.iter().find(|told| told.check == check).map(|told| told.outcome.clone());
    assert_eq!(of(Check::A17), Some(Outcome::Ran { lines: 3, findings: 2 }));
    assert_eq!(of(Check::A01), Some(Outcome::Ran { lines: 3, findings: 0 }));
}
