//! Cross-match lists: the deceased, the public payroll, relatives, registers.
use super::*;

fn died(year: i16, month: i8) -> Listed {
    Listed { died: Some(date(year, month, 9)), ..Listed::default() }
}

fn confirmed(quantity: &str) -> Listed {
    Listed {
        quantity: Quantity::parse(quantity).ok(),
        division: DivisionCode::parse(HERE).ok(),
        ..Listed::default()
    }
}

#[test]
fn a11_the_dead_are_told_when_the_period_is_later_and_block_where_months_are_paid() {
    let mut case = Case::new(2);
    assert_eq!(case.outcome(Check::A11), Some("check-lacks-deceased"));
    case.list(ListKind::Deceased, &[(IDS[1], died(2025, 11))]);
    case.tells(Check::A11, Level::Explain, &[2], "finding-a11-deceased");
    case.programme.unit = "人·月".into();
    case.tells(Check::A11, Level::Block, &[2], "finding-a11-deceased");
    // died in December: January is the month after, and still paid
    case.list(ListKind::Deceased, &[(IDS[1], died(2025, 12))]);
    assert_eq!(case.told(), []);
}

#[test]
fn a11_a_list_without_days_counts_from_its_own() {
    let mut case = Case::new(1);
    case.list(ListKind::Deceased, &[(IDS[0], Listed::default())]);
    assert_eq!(case.told(), []);
    case.key.period = Period::parse("2026-12").unwrap();
    case.tells(Check::A11, Level::Explain, &[1], "finding-a11-deceased");
}

#[test]
fn a12_the_public_payroll_matters_only_where_the_programme_is_not_for_it() {
    let mut case = Case::new(2);
    case.list(ListKind::PublicStaff, &[(IDS[0], Listed::default())]);
    assert_eq!((case.told(), case.outcome(Check::A12)), (vec![], Some("check-staff-may")));
    case.programme.not_for_staff = true;
    case.tells(Check::A12, Level::Explain, &[1], "finding-a12-staff");
    case.lists = CrossLists::default();
    assert_eq!((case.told(), case.outcome(Check::A12)), (vec![], Some("check-lacks-staff")));
}

#[test]
fn a13_a_relative_informs_also_as_a_payee() {
    let mut case = Case::new(2);
    case.list(ListKind::Relatives, &[("140923197105120012", Listed::default())]);
    assert_eq!(case.told(), []);
    case.list(ListKind::Relatives, &[(IDS[1], Listed::default())]);
    case.tells(Check::A13, Level::Inform, &[2], "finding-a13-relative");
    case.lists = CrossLists::default();
    assert_eq!(case.outcome(Check::A13), Some("check-lacks-relatives"));
}

#[test]
fn a14_who_entered_the_roll_and_stands_on_it_gives_a_reason() {
    let mut case = Case::new(2);
    assert_eq!(case.outcome(Check::A14), Some("check-lacks-entered-by"));
    case.entered_by = vec![hash("somebody else")];
    assert_eq!((case.told(), case.outcome(Check::A14)), (vec![], None));
    case.entered_by.push(hash(IDS[1]));
    case.tells(Check::A14, Level::Explain, &[2], "finding-a14-own-roll");
}

#[test]
fn a15_a_household_gets_no_more_than_its_confirmed_area() {
    let mut case = Case::new(2);
    assert_eq!(case.outcome(Check::A15), Some("check-lacks-quantities"));
    case.list(ListKind::Register, &[(IDS[0], confirmed("2.325")), (IDS[1], confirmed("9"))]);
    assert_eq!(case.told(), []);
    case.list(ListKind::Register, &[(IDS[0], confirmed("2.32")), (IDS[1], confirmed("9"))]);
    case.tells(Check::A15, Level::Explain, &[1], "finding-a15-more-than-confirmed");
    case.list(ListKind::Register, &[(IDS[0], confirmed("2.1")), (IDS[1], confirmed("9"))]);
    case.tells(Check::A15, Level::Block, &[1], "finding-a15-more-than-confirmed");
}

#[test]
fn a15_two_lines_of_one_household_are_added_up() {
    let mut case = Case::new(2);
    case.programme.payee_basis = PayeeBasis::Person;
    case.set(1, Field::Id, IDS[0])
        .set(1, Field::Name, "张建军")
        .set(1, Field::BeneficiaryName, "李四")
        .set(1, Field::BeneficiaryId, IDS[1]);
    case.list(ListKind::Register, &[(IDS[0], confirmed("4.67"))]);
    assert_eq!(case.told(), [(Check::A28, Level::Explain, vec![2], "finding-a28-not-registered")]);
    case.list(ListKind::Register, &[(IDS[0], confirmed("4.6")), (IDS[1], confirmed("0.1"))]);
    case.tells(Check::A15, Level::Explain, &[1, 2], "finding-a15-more-than-confirmed");
}

#[test]
fn a16_a_village_has_no_more_land_than_its_register() {
    let mut case = Case::new(2);
    case.list(ListKind::Register, &[(IDS[0], confirmed("2.335")), (IDS[1], confirmed("2.325"))]);
    assert_eq!(case.told(), []);
    case.list(ListKind::Register, &[(IDS[0], confirmed("2.325")), (IDS[1], confirmed("2.325"))]);
    case.tells(Check::A16, Level::Explain, &[1, 2], "finding-a16-more-than-register");
    case.lists = CrossLists::default();
    assert_eq!(
        (case.told(), case.outcome(Check::A16)),
        (vec![], Some("check-lacks-last-year-or-register"))
    );
}

#[test]
fn a28_who_is_not_in_the_register_needs_a_reason_and_a_registered_householder_is_enough_where_households_are_paid()
 {
    let mut case = Case::new(2);
    assert_eq!(case.outcome(Check::A28), Some("check-lacks-register"));
    let listed =
        |who: &[&'static str]| who.iter().map(|who| (*who, Listed::default())).collect::<Vec<_>>();
    case.list(ListKind::Register, &listed(&[IDS[0]]));
    case.tells(Check::A28, Level::Explain, &[2], "finding-a28-not-registered");
    case.list(ListKind::Register, &listed(&[IDS[0], IDS[1]]));
    assert_eq!(case.told(), []);
    case.set(1, Field::BeneficiaryName, "王五").set(1, Field::BeneficiaryId, IDS[3]);
    assert_eq!(case.told(), []);
    case.programme.payee_basis = PayeeBasis::Person;
    case.tells(Check::A28, Level::Explain, &[2], "finding-a28-not-registered");
}

#[test]
fn a29_who_is_in_the_villages_register_and_not_on_the_roll_was_left_out() {
    let mut case = Case::new(2);
    assert_eq!(case.outcome(Check::A29), Some("check-lacks-register"));
    let there = Listed { division: DivisionCode::parse(THERE).ok(), ..confirmed("9") };
    case.list(
        ListKind::Register,
        &[(IDS[0], confirmed("9")), (IDS[1], confirmed("9")), (IDS[2], there)],
    );
    assert_eq!((case.told(), case.outcome(Check::A29)), (vec![], None));
    case.list(
        ListKind::Register,
        &[(IDS[0], confirmed("9")), (IDS[1], confirmed("9")), (IDS[2], confirmed("9"))],
    );
    case.tells(Check::A29, Level::Explain, &[1, 2], "finding-a29-missing");
    case.list(ListKind::Register, &[(IDS[0], Listed::default()), (IDS[1], Listed::default())]);
    assert_eq!((case.told(), case.outcome(Check::A29)), (vec![], Some("check-lacks-villages")));
}
