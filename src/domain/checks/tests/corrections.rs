//! Corrections and arrears: what they may hold, and which checks of a whole roll do not ask them.
use super::*;

/// A correction of the two lines that batch 42 paid.
fn correction() -> Case {
    let mut case = Case::new(2);
    let source = case.another("P01", HERE, "2026", "4.67");
    let subject = case.file(source, "B-7K3QX2MD-42");
    case.elsewhere = vec![(IDS[0].into(), source, "156.45"), (IDS[1].into(), source, "156.45")];
    case.key.kind = BatchKind::Correction(subject);
    case.paid = vec![(subject, case.lines.clone())];
    case
}

#[test]
fn a02_a_correction_and_the_batch_that_it_corrects_hold_the_same_persons() {
    let mut case = correction();
    assert_eq!(case.told(), []);
    // and the batch itself does not mind its correction
    let kind = std::mem::take(&mut case.key.kind);
    case.own = case.filed.first().map(|(_, subject)| *subject);
    case.rolls[0].key.kind = kind;
    case.filed.clear();
    assert_eq!(case.told(), []);
    case.rolls[0].key.kind = BatchKind::Correction(Subject::parse("B-7K3QX2MD-41").unwrap());
    assert_eq!(case.told().len(), 2, "the correction of another batch is a second payment");
    case.rolls[0].key.kind = BatchKind::Arrears;
    assert!(
        case.told().iter().all(|told| told.0 == Check::A02 && told.1 == Level::Block),
        "so are arrears"
    );
}

#[test]
fn a02_and_a03_a_correction_still_meets_every_other_batch() {
    let mut case = correction();
    let here = case.another("P01", HERE, "2026", "1");
    let there = case.another("P01", THERE, "2026", "1");
    case.elsewhere.push((IDS[0].into(), here, "1"));
    case.tells(Check::A02, Level::Block, &[1], "finding-a02-paid-elsewhere");
    case.elsewhere.pop();
    case.elsewhere.push((IDS[1].into(), there, "1"));
    case.tells(Check::A03, Level::Block, &[2], "finding-a03-paid-in-other-village");
    // a second correction of the same line
    case.elsewhere.pop();
    case.elsewhere.push((IDS[0].into(), here, "1"));
    case.rolls[1].key.kind = case.key.kind;
    case.tells(Check::A02, Level::Block, &[1], "finding-a02-paid-elsewhere");
}

#[test]
fn a02_the_correction_of_a_correction_holds_the_persons_of_both() {
    let mut case = correction();
    let first = case.another("P01", HERE, "2026", "2.335");
    case.rolls[1].key.kind = case.key.kind;
    let subject = case.file(first, "B-7K3QX2MD-57");
    case.elsewhere.push((IDS[0].into(), first, "156.45"));
    case.key.kind = BatchKind::Correction(subject);
    case.paid.push((subject, case.lines.clone()));
    assert_eq!(case.told(), []);
}

#[test]
fn z02_a_correction_pays_no_line_more_than_its_source() {
    let mut case = correction();
    assert_eq!(case.outcome(Check::Z02), None);
    case.set(0, Field::Quantity, "2.325").set(0, Field::Amount, "155.78");
    assert_eq!(case.told(), []);
    case.set(0, Field::Quantity, "2.345").set(0, Field::Amount, "157.12");
    case.tells(Check::Z02, Level::Block, &[1], "finding-z02-more");
}

#[test]
fn z02_a_correction_mends_a_name_or_a_number_and_adds_nobody() {
    let mut case = correction();
    case.set(0, Field::Id, IDS[2]);
    assert_eq!(case.told(), []);
    case.set(1, Field::Name, "李思");
    assert_eq!(case.told(), []);
    case.set(0, Field::Name, "王五");
    case.tells(Check::Z02, Level::Block, &[1], "finding-z02-added");
    let mut case = correction();
    case.lines[1].no = 3;
    case.tells(Check::Z02, Level::Block, &[3], "finding-z02-added");
}

#[test]
fn z02_asks_corrections_only_and_says_when_the_source_is_not_at_hand() {
    let mut case = correction();
    case.paid.clear();
    assert_eq!((case.told(), case.outcome(Check::Z02)), (vec![], Some("check-lacks-source")));
    assert_eq!(Case::new(1).outcome(Check::Z02), Some("check-not-a-correction"));
}

#[test]
fn a16_a20_and_a29_do_not_miss_anybody_in_arrears_and_corrections() {
    let mut case = Case::new(2);
    let last = case.another("P01", HERE, "2025", "1");
    case.elsewhere = vec![(IDS[0].into(), last, "156.45"), ("gone".into(), last, "1")];
    let registered = Listed { division: DivisionCode::parse(HERE).ok(), ..Listed::default() };
    case.list(
        ListKind::Register,
        &[(IDS[0], registered), (IDS[1], registered), (IDS[2], registered)],
    );
    let told: Vec<Check> = case.told().into_iter().map(|told| told.0).collect();
    assert_eq!(told, [Check::A20, Check::A16, Check::A29, Check::A20]);
    for kind in
        [BatchKind::Arrears, BatchKind::Correction(Subject::parse("B-7K3QX2MD-42").unwrap())]
    {
        case.key.kind = kind;
        assert_eq!(case.told(), []);
        assert_eq!(
            (case.outcome(Check::A16), case.outcome(Check::A29)),
            (Some("check-not-whole"), Some("check-not-whole"))
        );
    }
    // a leap is a leap in arrears as well
    case.elsewhere[0].2 = "400";
    case.key.kind = BatchKind::Arrears;
    case.tells(Check::A20, Level::Explain, &[1], "finding-a20-leap");
}

#[test]
fn a16_and_a20_compare_with_last_years_normal_batches_only() {
    let mut case = Case::new(2);
    let last = case.another("P01", HERE, "2025", "4.67");
    let arrears = case.another("P01", HERE, "2025", "0.5");
    case.elsewhere = vec![(IDS[0].into(), last, "156.45"), (IDS[1].into(), last, "156.45")];
    // with the arrears last year's land and the second person's money would be more than they were
    case.elsewhere.extend([(IDS[1].into(), arrears, "400"), ("gone".into(), arrears, "1")]);
    case.rolls[1].key.kind = BatchKind::Arrears;
    assert_eq!(case.told(), []);
    case.rolls.swap_remove(0);
    case.elsewhere = vec![(IDS[1].into(), 0, "400")];
    assert_eq!((case.told(), case.outcome(Check::A20)), (vec![], Some("check-lacks-last-year")));
}
