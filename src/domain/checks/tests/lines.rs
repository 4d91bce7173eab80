//! What stands on the lines themselves: persons, numbers, amounts, ages.
use super::*;

#[test]
fn a_roll_with_nothing_wrong_has_no_findings() {
    assert_eq!(Case::new(4).told(), []);
}

#[test]
fn a01_one_beneficiary_on_two_lines_blocks() {
    let mut case = Case::new(3);
    case.set(2, Field::Id, IDS[0]).set(2, Field::Name, "张建军").set(2, Field::Card, CARDS[0]);
    case.tells(Check::A01, Level::Block, &[1, 3], "finding-a01-same-beneficiary");
}

#[test]
fn a04_a_household_twice_blocks_where_households_are_paid() {
    let mut case = Case::new(3);
    case.set(0, Field::Household, "140923104203-0007")
        .set(2, Field::Household, "140923104203-0007")
        .set(1, Field::Household, "8");
    case.tells(Check::A04, Level::Block, &[1, 3], "finding-a04-same-household");
    case.programme.payee_basis = PayeeBasis::Person;
    assert_eq!(case.told(), []);
}

#[test]
fn a04_a_householder_who_benefits_on_another_line_blocks() {
    let mut case = Case::new(2);
    case.set(0, Field::BeneficiaryName, "王五").set(0, Field::BeneficiaryId, IDS[3]);
    case.set(1, Field::BeneficiaryName, "张建军").set(1, Field::BeneficiaryId, IDS[0]);
    case.tells(Check::A04, Level::Block, &[1, 2], "finding-a04-same-householder");
    case.programme.payee_basis = PayeeBasis::Person;
    assert_eq!(case.told(), []);
}

#[test]
fn a05_an_account_of_two_payees_blocks_and_needs_a_reason_in_one_household() {
    let mut case = Case::new(3);
    case.set(2, Field::Card, CARDS[0]);
    case.tells(Check::A05, Level::Block, &[1, 3], "finding-a05-shared-account");
    case.programme.payee_basis = PayeeBasis::Person;
    case.set(0, Field::Household, "7").set(2, Field::Household, "7");
    case.tells(Check::A05, Level::Explain, &[1, 3], "finding-a05-shared-in-household");
}

#[test]
fn a05_an_account_that_is_anothers_in_another_batch_blocks() {
    let mut case = Case::new(2);
    case.cards = vec![(CARDS[0], IDS[0], "B-7K3QX2MD-42")];
    assert_eq!(case.told(), []);
    case.cards.push((CARDS[1], IDS[3], "B-7K3QX2MD-43"));
    case.tells(Check::A05, Level::Block, &[2], "finding-a05-shared-elsewhere");
}

#[test]
fn a07_money_for_a_stranger_blocks() {
    let mut case = Case::new(1);
    case.set(0, Field::PayeeName, "王五").set(0, Field::PayeeId, IDS[3]);
    case.tells(Check::A07, Level::Block, &[1], "finding-a07-strange-payee");
    case.set(0, Field::BeneficiaryName, "王五").set(0, Field::BeneficiaryId, IDS[3]);
    assert_eq!(case.told(), []);
}

#[test]
fn a09_wrong_numbers_block_old_ones_do_not() {
    let ids = [
        ("140923198001010019", Level::Block, "finding-a09-id-check-digit"),
        ("140923198002300014", Level::Block, "finding-a09-id-no-such-date"),
        ("1.40923E+17", Level::Block, "finding-a09-id-excel-damage"),
        ("140923194410306000", Level::Block, "finding-a09-id-excel-damage"),
        ("14092319800101001", Level::Block, "finding-a09-id-wrong-length"),
        ("1409231980O1010018", Level::Block, "finding-a09-id-not-digits"),
        ("440524188001010014", Level::Block, "finding-a09-id-too-old"),
        ("140923800101001", Level::Explain, "finding-a09-id-old-form"),
        ("142225195503151235", Level::Inform, "finding-a09-id-old-prefix"),
    ];
    for (id, level, key) in ids {
        Case::new(1).set(0, Field::Id, id).tells(Check::A09, level, &[1], key);
    }
}

#[test]
fn a09_old_prefixes_are_one_finding_for_all_their_lines() {
    let mut case = Case::new(3);
    case.set(0, Field::Id, "142225195503151235").set(2, Field::Id, "142225196507120043");
    case.tells(Check::A09, Level::Inform, &[1, 3], "finding-a09-id-old-prefix");
}

#[test]
fn a09_damaged_cards_block_doubtful_ones_need_a_reason() {
    let cards = [
        ("6214123456789010000", Level::Block, "finding-a09-card-excel-damage"),
        ("6.21412E+18", Level::Block, "finding-a09-card-excel-damage"),
        ("62141234567890123A8", Level::Block, "finding-a09-card-not-digits"),
        ("6214123456789012349", Level::Explain, "finding-a09-card-luhn"),
        ("101010101010", Level::Explain, "finding-a09-card-length"),
    ];
    for (card, level, key) in cards {
        Case::new(1).set(0, Field::Card, card).tells(Check::A09, level, &[1], key);
    }
}

#[test]
fn a17_an_amount_that_does_not_follow_blocks_only_where_it_should_follow() {
    let mut case = Case::new(2);
    case.set(1, Field::Amount, "156.44");
    case.tells(Check::A17, Level::Block, &[2], "finding-a17-wrong-amount");
    case.programme.rate_kind = RateKind::TopUp;
    assert_eq!(case.told(), []);
}

#[test]
fn a17_without_a_quantity_the_clerk_says_why() {
    let mut case = Case::new(1);
    case.lines[0].quantity = None;
    case.tells(Check::A17, Level::Explain, &[1], "finding-a17-cannot-compute");
}

#[test]
fn a17_an_amount_is_held_between_the_floor_and_the_cap_of_its_rate() {
    let mut case = Case::new(2);
    case.programme.rates[0].cap = Fen::parse("150").ok();
    case.set(1, Field::Amount, "150.00");
    case.tells(Check::A17, Level::Block, &[1], "finding-a17-wrong-amount");
}

#[test]
fn a18_names_the_paper_and_the_first_day_of_the_right_rate() {
    let mut case = Case::new(1);
    case.programme.rates[0].basis = "晋财农〔2026〕88号".into();
    case.programme.rates[0].from = Some(date(2026, 1, 1));
    case.set(0, Field::Rate, "70").set(0, Field::Amount, "163.45");
    let sentence = case.run().findings.remove(0).sentence;
    assert!(
        sentence.args.contains(&("known", "67.00(晋财农〔2026〕88号, 2026-01-01)".to_owned())),
        "{sentence:?}"
    );
}

#[test]
fn a18_a_programme_that_did_not_exist_in_the_period_needs_a_reason() {
    let mut case = Case::new(2);
    case.programme.to = Some(date(2026, 1, 1));
    assert!(
        !case.told().iter().any(|(check, ..)| *check == Check::A18),
        "its last day lies in the period"
    );
    case.programme.to = Some(date(2025, 12, 31));
    case.tells(Check::A18, Level::Explain, &[1, 2], "finding-a18-not-in-force");
}

#[test]
fn a18_a_wrong_rate_blocks_an_unknown_one_informs() {
    let mut case = Case::new(2);
    case.set(1, Field::Rate, "68").set(1, Field::Amount, "158.78");
    case.tells(Check::A18, Level::Block, &[2], "finding-a18-wrong-rate");
    case.programme.certainty = Certainty::Placeholder;
    case.tells(Check::A18, Level::Inform, &[2], "finding-a18-unknown-rate");
    case.programme.rates.clear();
    case.tells(Check::A18, Level::Inform, &[1, 2], "finding-a18-unknown-rate");
}

#[test]
fn a18_the_rate_of_the_very_village_stands_before_the_countys() {
    let mut case = Case::new(1);
    let local = RateRow {
        rate: Rate::parse("70").unwrap(),
        region: Some(case.key.division),
        ..case.programme.rates[0].clone()
    };
    case.programme.rates.push(local);
    case.tells(Check::A18, Level::Block, &[1], "finding-a18-wrong-rate");
    case.set(0, Field::Rate, "70").set(0, Field::Amount, "163.45");
    assert_eq!(case.told(), []);
}

#[test]
fn a22_who_is_never_of_age_in_the_period_blocks_who_comes_of_age_informs() {
    let mut case = Case::new(1);
    case.programme.age = AgeRule { min: Some(47), max: None };
    case.tells(Check::A22, Level::Block, &[1], "finding-a22-too-young");
    case.programme.age = AgeRule { min: Some(46), max: Some(46) };
    assert_eq!(case.told(), []);
    case.programme.age = AgeRule { min: None, max: Some(45) };
    case.tells(Check::A22, Level::Block, &[1], "finding-a22-too-old");
    case.set(0, Field::Id, "14092319850620001X");
    case.programme.age = AgeRule { min: Some(41), max: None };
    case.tells(Check::A22, Level::Inform, &[1], "finding-a22-within-period");
}

#[test]
fn a22_a_monthly_payment_counts_the_age_on_its_first_day() {
    let mut case = Case::new(1);
    case.set(0, Field::Id, "14092319850620001X");
    case.programme.age = AgeRule { min: Some(41), max: None };
    case.programme.frequency = Frequency::Month;
    case.key.period = Period::parse("2026-06").unwrap();
    case.tells(Check::A22, Level::Block, &[1], "finding-a22-too-young-at-start");
    case.key.period = Period::parse("2026-07").unwrap();
    assert_eq!(case.told(), []);
    // a roll of several months may pay for some of them, and a yearly one takes in who reaches the
    // age in the year
    case.key.period = Period::parse("2026Q2").unwrap();
    case.tells(Check::A22, Level::Inform, &[1], "finding-a22-within-period");
    case.programme.frequency = Frequency::Quarter;
    case.tells(Check::A22, Level::Block, &[1], "finding-a22-too-young-at-start");
    case.programme.frequency = Frequency::Year;
    case.key.period = Period::parse("2026").unwrap();
    case.tells(Check::A22, Level::Inform, &[1], "finding-a22-within-period");
}

#[test]
fn z01_a_line_needs_a_name_a_number_and_a_past_payment_date() {
    Case::new(1).set(0, Field::Name, "").tells(Check::Z01, Level::Block, &[1], "name-empty");
    Case::new(1).set(0, Field::Id, "").tells(Check::Z01, Level::Block, &[1], "finding-z01-no-id");
    Case::new(1).set(0, Field::PaidOn, "2026-11-23").tells(
        Check::Z01,
        Level::Block,
        &[1],
        "finding-z01-paid-in-future",
    );
    assert_eq!(Case::new(1).set(0, Field::PaidOn, "2026-11-22").told(), []);
    let mut smuggled = Case::new(1);
    smuggled.lines[0].householder.name = "=cmd|'/C calc'!A0".into();
    smuggled.tells(Check::Z01, Level::Block, &[1], "name-formula");
}

#[test]
fn z01_a_missing_card_needs_a_reason_a_missing_bank_or_zero_informs() {
    Case::new(1).set(0, Field::Card, "").tells(
        Check::Z01,
        Level::Explain,
        &[1],
        "finding-z01-no-card",
    );
    let mut case = Case::new(2);
    case.reference.villages.clear();
    case.tells(Check::Z01, Level::Inform, &[1, 2], "finding-z01-no-bank");
    let mut case = Case::new(1);
    case.set(0, Field::Quantity, "0").set(0, Field::Amount, "0");
    case.tells(Check::Z01, Level::Inform, &[1], "finding-z01-zero-amount");
}

#[test]
fn z01_a_householder_who_only_names_the_house_may_lack_a_number() {
    let mut case = Case::new(1);
    case.set(0, Field::Id, "");
    for (field, text) in [
        (Field::BeneficiaryName, "王五"),
        (Field::BeneficiaryId, IDS[3]),
        (Field::PayeeName, "王五"),
        (Field::PayeeId, IDS[3]),
    ] {
        case.set(0, field, text);
    }
    case.tells(Check::Z01, Level::Inform, &[1], "finding-z01-no-householder-id");
}

#[test]
fn the_serious_findings_of_a_line_come_first() {
    let mut case = Case::new(2);
    case.set(0, Field::Amount, "1").set(0, Field::Card, "6214123456789012349").set(
        1,
        Field::Amount,
        "1",
    );
    let levels: Vec<_> =
        case.told().into_iter().map(|(_, level, lines, _)| (lines[0], level)).collect();
    assert_eq!(levels, [(1, Level::Block), (1, Level::Explain), (2, Level::Block)]);
}
