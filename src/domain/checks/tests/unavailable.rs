//! Other batches that cannot be read: no check that asks them passes, and the run is an error.
use super::*;
use std::cell::Cell;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Question {
    Payments,
    Roll,
    Kind,
    PaidLines,
    OtherPayee,
    OtherCard,
    OtherName,
    Gone,
}
use Question::{Gone, Kind, OtherCard, OtherName, OtherPayee, PaidLines, Payments, Roll as Rolls};

/// The other batches of a case; one of the questions to them fails.
struct Broken<'a> {
    others: &'a Case,
    at: Cell<Option<Question>>,
}

impl Broken<'_> {
    fn asked(&self, question: Question) -> Result<(), Unavailable> {
        if self.at.get() == Some(question) { Err(Unavailable::because("disk")) } else { Ok(()) }
    }
}

impl OtherPayments for Broken<'_> {
    fn is_empty(&self) -> bool {
        self.others.is_empty()
    }
    fn payments_of(
        &self,
        id: &str,
        is_meant: &dyn Fn(&str, Period) -> bool,
    ) -> Result<Vec<OtherPayment<'_>>, Unavailable> {
        self.asked(Payments).and_then(|()| self.others.payments_of(id, is_meant))
    }
    fn own(&self) -> Option<Subject> {
        self.others.own()
    }
    fn roll(&self, batch: OtherBatch) -> Result<OtherRoll, Unavailable> {
        self.asked(Rolls).and_then(|()| self.others.roll(batch))
    }
    fn kind_of(&self, batch: Subject) -> Result<Option<BatchKind>, Unavailable> {
        self.asked(Kind).and_then(|()| self.others.kind_of(batch))
    }
    fn paid_lines(&self, batch: Subject) -> Result<Option<Vec<Line>>, Unavailable> {
        self.asked(PaidLines).and_then(|()| self.others.paid_lines(batch))
    }
    fn other_payee_of(&self, card: &str, payee: &str) -> Result<Option<String>, Unavailable> {
        self.asked(OtherPayee).and_then(|()| self.others.other_payee_of(card, payee))
    }
    fn has_other_card(&self, payee: &str, card: &str) -> Result<bool, Unavailable> {
        self.asked(OtherCard).and_then(|()| self.others.has_other_card(payee, card))
    }
    fn has_other_name(&self, id: &str, name: &str) -> Result<bool, Unavailable> {
        self.asked(OtherName).and_then(|()| self.others.has_other_name(id, name))
    }
    fn gone_from(
        &self,
        batch: OtherBatch,
        present: &FxHashSet<&str>,
    ) -> Result<Option<usize>, Unavailable> {
        self.asked(Gone).and_then(|()| self.others.gone_from(batch, present))
    }
}

/// Runs the check alone, then all checks, while `question` cannot be answered.
#[track_caller]
fn fails(case: &Case, check: Check, question: Question) {
    let others = Broken { others: case, at: Cell::new(None) };
    let alone = CheckContext::alone(&case.programme, &case.reference, date(2026, 11, 22));
    let around = CheckContext { other_payments: &others, ..alone };
    let roll = Roll { key: &case.key, lines: &case.lines };
    let look = Look::new(&roll, &around).unwrap();
    let (_, looking) = CHECKS.into_iter().find(|(known, _)| *known == check).unwrap();
    let AtOthers(looking) = looking else { unreachable!("{check:?} does not ask") };
    assert!(matches!(looking(&look, &mut Vec::new()), Ok(Answer::Ran(_))), "{check:?}");
    others.at.set(Some(question));
    assert!(looking(&look, &mut Vec::new()).is_err(), "{check:?} passes without {question:?}");
    assert!(run(&roll, &around).is_err(), "the run passes without {question:?}");
    others.at.set(Some(Payments));
    assert!(run(&roll, &around).is_err(), "the run passes without payments");
}

/// Everybody is paid in one other batch, too.
fn paid_in(programme: &str, division: &str, period: &str) -> Case {
    let mut case = many(24);
    let other = case.another(programme, division, period, "1");
    case.elsewhere =
        case.lines.iter().map(|line| (line.householder.id.clone(), other, "1")).collect();
    case
}

/// A correction, but not of the batch that pays everybody.
fn correction() -> Case {
    let mut case = paid_in("P01", HERE, "2026");
    case.file(0, "B-7K3QX2MD-41");
    let source = case.another("P01", HERE, "2026", "1");
    let subject = case.file(source, "B-7K3QX2MD-42");
    case.key.kind = BatchKind::Correction(subject);
    case.paid = vec![(subject, case.lines.clone())];
    case
}

#[test]
fn a02_fails_without_the_other_roll_or_the_batch_that_was_corrected() {
    fails(&paid_in("P01", HERE, "2026"), Check::A02, Rolls);
    fails(&correction(), Check::A02, Kind);
}

#[test]
fn a03_fails_without_the_other_roll() {
    fails(&paid_in("P01", THERE, "2026"), Check::A03, Rolls);
}

#[test]
fn a05_fails_without_the_accounts_of_others() {
    fails(&paid_in("P02", HERE, "2026"), Check::A05, OtherPayee);
}

#[test]
fn a10_fails_without_the_names_of_others() {
    fails(&paid_in("P02", HERE, "2026"), Check::A10, OtherName);
}

#[test]
fn a20_fails_without_last_years_lines() {
    fails(&paid_in("P01", HERE, "2025"), Check::A20, Gone);
}

#[test]
fn a21_fails_without_the_other_roll() {
    let mut case = paid_in("P02", HERE, "2026");
    case.reference.exclusive = vec![Exclusive {
        a: "P02".into(),
        b: "P01".into(),
        level: Level::Explain,
        basis: String::new(),
        from: None,
        to: None,
        certainty: Certainty::Certain,
    }];
    fails(&case, Check::A21, Rolls);
}

#[test]
fn a27_fails_without_the_accounts_of_others() {
    fails(&paid_in("P02", HERE, "2026"), Check::A27, OtherCard);
}

#[test]
fn a33_fails_without_the_other_roll() {
    fails(&paid_in("P02", THERE, "2026"), Check::A33, Rolls);
}

#[test]
fn z02_fails_without_the_lines_that_were_paid() {
    fails(&correction(), Check::Z02, PaidLines);
}

#[test]
fn every_check_that_asks_others_stands_here() {
    let asking = CHECKS.into_iter().filter(|(_, looking)| matches!(looking, AtOthers(_)));
    let asking: Vec<Check> = asking.map(|(check, _)| check).collect();
    assert_eq!(
        asking,
        [
            Check::A02,
            Check::A03,
            Check::A05,
            Check::A10,
            Check::A20,
            Check::A21,
            Check::A27,
            Check::A33,
            Check::Z02
        ]
    );
}
