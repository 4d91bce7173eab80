//! What other batches know: the same person, account or name, last year, another village.
use super::*;

#[test]
fn a02_the_same_period_of_the_same_programme_in_another_batch_of_the_village_blocks() {
    let mut case = Case::new(2);
    let other = case.another("P02", HERE, "2026", "1");
    let past = case.another("P01", HERE, "2024", "1");
    let same = case.another("P01", HERE, "2026", "1");
    case.elsewhere =
        vec![(IDS[1].into(), other, "1"), (IDS[1].into(), past, "1"), ("x".into(), same, "1")];
    assert_eq!(case.told(), []);
    let half = case.another("P01", HERE, "2026H1", "1");
    case.elsewhere.push((IDS[1].into(), half, "1"));
    case.tells(Check::A02, Level::Block, &[2], "finding-a02-paid-elsewhere");
}

#[test]
fn a03_the_same_payment_in_another_village_blocks_under_its_own_number() {
    let mut case = Case::new(2);
    let there = case.another("P01", THERE, "2026", "1");
    case.elsewhere = vec![(IDS[0].into(), there, "1")];
    case.tells(Check::A03, Level::Block, &[1], "finding-a03-paid-in-other-village");
    case.rolls[0].key.programme = "P02".into();
    assert_eq!(case.told(), []);
}

#[test]
fn a02_and_a03_say_when_there_is_no_other_batch_to_look_at() {
    let mut case = Case::new(1);
    assert_eq!(case.outcome(Check::A02), Some("check-lacks-other-batches"));
    assert_eq!(case.outcome(Check::A03), Some("check-lacks-other-batches"));
    let past = case.another("P01", THERE, "2020", "1");
    case.elsewhere = vec![("x".into(), past, "1")];
    assert_eq!((case.outcome(Check::A02), case.outcome(Check::A03)), (None, None));
}

#[test]
fn a06_an_account_with_more_payments_than_the_county_allows_needs_a_reason() {
    let mut case = Case::new(2);
    for programme in ["P02", "P03", "P04", "P05"] {
        let other = case.another(programme, HERE, "2026", "1");
        case.elsewhere.push((IDS[0].into(), other, "100"));
    }
    assert_eq!(case.told(), []);
    let sixth = case.another("P06", HERE, "2026-03", "1");
    case.elsewhere.push((IDS[0].into(), sixth, "100"));
    case.tells(Check::A06, Level::Explain, &[1], "finding-a06-many-payments");
    case.reference.thresholds = vec![Thresholds { account_lines: 6, ..Thresholds::default() }];
    assert_eq!(case.told(), []);
    case.reference.thresholds[0].account_yuan = Some(656);
    case.tells(Check::A06, Level::Explain, &[1], "finding-a06-many-payments");
    case.reference.thresholds[0].account_yuan = Some(657);
    assert_eq!(case.told(), []);
}

#[test]
fn a10_a_number_with_another_name_in_other_batches_needs_a_reason() {
    let mut case = Case::new(2);
    case.names = vec![(IDS[0], "张建军")];
    assert_eq!(case.told(), []);
    case.names.push((IDS[1], "李思"));
    case.tells(Check::A10, Level::Explain, &[2], "finding-a10-other-name-elsewhere");
}

#[test]
fn a20_an_amount_that_leaps_needs_a_reason_and_the_new_and_the_gone_are_told() {
    let mut case = Case::new(3);
    assert_eq!(case.outcome(Check::A20), Some("check-lacks-last-year"));
    let last = case.another("P01", HERE, "2025", "100");
    case.elsewhere = vec![
        (IDS[0].into(), last, "400"),
        (IDS[1].into(), last, "356.45"),
        ("gone".into(), last, "1"),
    ];
    assert_eq!(
        case.told(),
        [
            (Check::A20, Level::Inform, vec![], "finding-a20-gone"),
            (Check::A20, Level::Explain, vec![1], "finding-a20-leap"),
            (Check::A20, Level::Inform, vec![3], "finding-a20-new"),
        ]
    );
    // the change of the second is exactly 200 yuan: not more than the county's figure
    case.elsewhere = vec![
        (IDS[0].into(), last, "156.45"),
        (IDS[1].into(), last, "356.45"),
        (IDS[2].into(), last, "156"),
    ];
    assert_eq!(case.told(), []);
}

#[test]
fn a20_a_batch_of_another_village_or_another_part_of_the_year_is_not_last_year() {
    let mut case = Case::new(1);
    let there = case.another("P01", THERE, "2025", "9");
    let half = case.another("P01", HERE, "2025H1", "9");
    case.elsewhere = vec![(IDS[0].into(), there, "9000"), (IDS[0].into(), half, "9000")];
    assert_eq!((case.told(), case.outcome(Check::A20)), (vec![], Some("check-lacks-last-year")));
}

#[test]
fn a16_a_village_whose_land_grows_needs_a_reason_on_all_lines() {
    let mut case = Case::new(2);
    let last = case.another("P01", HERE, "2025", "4.45");
    case.elsewhere = vec![(IDS[0].into(), last, "156.45"), (IDS[1].into(), last, "156.45")];
    assert_eq!(case.told(), []);
    case.rolls[0].quantity = Quantity::parse("4.4").unwrap();
    case.tells(Check::A16, Level::Explain, &[1, 2], "finding-a16-more-than-last-year");
    case.programme.unit = "人·月".into();
    assert_eq!((case.told(), case.outcome(Check::A16)), (vec![], Some("check-not-land")));
}

#[test]
fn a21_two_programmes_of_which_one_may_be_had_clash_at_the_level_of_the_table() {
    let mut case = Case::new(2);
    let other = case.another("P02", THERE, "2026-05", "1");
    case.elsewhere = vec![(IDS[1].into(), other, "1")];
    assert_eq!((case.told(), case.outcome(Check::A21)), (vec![], Some("check-nothing-exclusive")));
    let pair = |level| Exclusive {
        a: "P02".into(),
        b: "P01".into(),
        level,
        basis: String::new(),
        from: None,
        to: None,
        certainty: Certainty::Certain,
    };
    case.reference.exclusive = vec![pair(Level::Explain)];
    case.tells(Check::A21, Level::Explain, &[2], "finding-a21-exclusive");
    case.reference.exclusive = vec![pair(Level::Block)];
    case.tells(Check::A21, Level::Block, &[2], "finding-a21-exclusive");
    case.rolls[0].key.period = Period::parse("2025-05").unwrap();
    assert_eq!(case.told(), []);
}

#[test]
fn a27_an_account_that_changed_is_called_back() {
    let mut case = Case::new(2);
    case.cards = vec![(CARDS[0], IDS[0], "B-7K3QX2MD-41")];
    assert_eq!(case.told(), []);
    case.cards.push((CARDS[3], IDS[1], "B-7K3QX2MD-42"));
    case.tells(Check::A27, Level::Explain, &[2], "finding-a27-account-changed");
    case.cards.push((CARDS[1], IDS[1], "B-7K3QX2MD-43"));
    assert_eq!(case.told(), []);
}

#[test]
fn a33_twenty_persons_in_a_row_of_another_villages_batch_were_copied() {
    let mut case = many(24);
    let there = case.another("P02", THERE, "2026", "1");
    case.elsewhere =
        case.lines[2..22].iter().map(|line| (line.householder.id.clone(), there, "1")).collect();
    let lines: Vec<u32> = (3..=22).collect();
    case.tells(Check::A33, Level::Explain, &lines, "finding-a33-copied");
    // one between them is not there
    case.elsewhere.remove(10);
    assert_eq!(case.told(), []);
    // all in one batch, but of this village
    case.elsewhere =
        case.lines.iter().map(|line| (line.householder.id.clone(), there, "1")).collect();
    case.rolls[0].key.division = case.key.division;
    assert_eq!(case.told(), []);
}
