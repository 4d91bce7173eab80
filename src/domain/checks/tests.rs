//! Each check finds what it is for, at its lines and level, and stays silent where all is well.
use super::*;
use crate::domain::programme::{AgeRule, Certainty, Class, DayKind, Frequency, NoticeRule, NoticeTime, PayeeBasis, RateKind, RateRow};
use crate::domain::quantity::Rate;
use crate::domain::reference::VillageDefaults;
use crate::domain::words::{Lang, Words};
use jiff::civil::date;

const IDS: [&str; 4] = ["140923198001010018", "140923199912318886", "14092319850620001X", "140923200002290103"];
const CARDS: [&str; 4] = ["6214123456789012348", "6217001234567890122", "6222020100000123453", "6235681409230000015"];

/// A roll of land subsidies with nothing wrong, and what surrounds it.
struct Case {
    key: RollKey,
    lines: Vec<Line>,
    programme: Programme,
    reference: Reference,
    /// `(person, programme, payment)` of other batches.
    elsewhere: Vec<(String, &'static str, OtherPayment)>,
    /// `(card, payee, batch)` of other batches.
    cards: Vec<(&'static str, &'static str, &'static str)>,
}

impl Elsewhere for Case {
    fn is_empty(&self) -> bool {
        self.elsewhere.is_empty() && self.cards.is_empty()
    }
    fn other_payee_of(&self, card: &str, payee: &str) -> Option<String> {
        let other = self.cards.iter().find(|(there, bearer, _)| *there == card && *bearer != payee);
        other.map(|(_, _, batch)| (*batch).to_owned())
    }
    fn payment_of(&self, id: &str, programme: &str, period: Period) -> Option<OtherPayment> {
        let is_meant = |person: &str, code: &str, paid: &OtherPayment| person == id && code == programme && paid.period.overlaps(period);
        let other = self.elsewhere.iter().find(|(person, code, paid)| is_meant(person, code, paid));
        other.map(|(_, _, payment)| payment.clone())
    }
}

impl Case {
    fn new(lines: usize) -> Self {
        let division = DivisionCode::parse("140923104203").unwrap();
        let village = VillageDefaults { division, bank: "代县农商银行".into() };
        let mut case = Self {
            key: RollKey::normal("P01".into(), division, Period::year_of(2026).unwrap()),
            lines: (1..=lines).map(|no| Line::new(u32::try_from(no).unwrap())).collect(),
            programme: programme(),
            reference: Reference { villages: vec![village], ..Reference::default() },
            elsewhere: vec![],
            cards: vec![],
        };
        let names = ["张建军", "李四", "欧阳春梅", "阿卜杜拉·买买提江"];
        for place in 0..lines {
            for (field, text) in [(Field::Name, names[place]), (Field::Id, IDS[place]), (Field::Card, CARDS[place])] {
                case.set(place, field, text);
            }
            for (field, text) in [(Field::Quantity, "2.335"), (Field::Rate, "67"), (Field::Amount, "156.45")] {
                case.set(place, field, text);
            }
        }
        case
    }

    fn set(&mut self, place: usize, field: Field, text: &str) -> &mut Self {
        field.put(&mut self.lines[place], text).unwrap();
        self
    }

    fn run(&self) -> Vec<Finding> {
        let around = Surroundings { programme: &self.programme, reference: &self.reference, today: date(2026, 11, 22), elsewhere: self };
        let found = run(&Roll { key: &self.key, lines: &self.lines }, &around);
        for finding in &found {
            assert!(!finding.lines.is_empty() && finding.lines.is_sorted());
            for lang in [Lang::Zh, Lang::En] {
                let said = Words::new(lang).say(&finding.said);
                assert!(!said.contains(finding.said.key) && !said.contains('{'), "{said}");
            }
        }
        found
    }

    /// `(check, level, lines, key)` of all findings.
    fn told(&self) -> Vec<(Check, Level, Vec<u32>, &'static str)> {
        self.run().into_iter().map(|finding| (finding.check, finding.level, finding.lines, finding.said.key)).collect()
    }

    #[track_caller]
    fn tells(&self, check: Check, level: Level, lines: &[u32], key: &'static str) {
        assert_eq!(self.told(), [(check, level, lines.to_vec(), key)]);
    }
}

fn programme() -> Programme {
    let rate = |rate: &str| RateRow::of(Rate::parse(rate).unwrap());
    Programme {
        code: "P01".into(),
        name: "耕地地力保护补贴".into(),
        aliases: vec![],
        department: "农业农村局".into(),
        basis: vec![],
        audience: String::new(),
        unit: "亩".into(),
        payee_basis: PayeeBasis::Household,
        rate_kind: RateKind::Fixed,
        rates: vec![rate("67")],
        class: Class::S0,
        notice: NoticeRule::new(NoticeTime::BeforeSubmission, 7, DayKind::Calendar),
        age: AgeRule { min: Some(18), max: None },
        certainty: Certainty::Certain,
        frequency: Frequency::Year,
        relief: false,
        result_days: None,
        not_for_staff: false,
        remark: String::new(),
        from: None,
        to: None,
    }
}

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
fn a02_the_same_period_of_the_same_programme_in_another_batch_blocks() {
    let other = |period: &str| OtherPayment {
        batch: "B-7K3QX2MD-42".into(),
        division: DivisionCode::parse("140923104204").unwrap(),
        period: Period::parse(period).unwrap(),
    };
    let mut case = Case::new(2);
    case.elsewhere = vec![(IDS[1].into(), "P02", other("2026")), (IDS[1].into(), "P01", other("2025")), ("x".into(), "P01", other("2026"))];
    assert_eq!(case.told(), []);
    case.elsewhere.push((IDS[1].into(), "P01", other("2026H1")));
    case.tells(Check::A02, Level::Block, &[2], "finding-a02-paid-elsewhere");
}

#[test]
fn a04_a_household_twice_blocks_where_households_are_paid() {
    let mut case = Case::new(3);
    case.set(0, Field::Household, "140923104203-0007").set(2, Field::Household, "140923104203-0007").set(1, Field::Household, "8");
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
    let local = RateRow { rate: Rate::parse("70").unwrap(), region: Some(case.key.division), ..case.programme.rates[0].clone() };
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
fn z01_a_line_needs_a_name_a_number_and_a_past_payment_date() {
    Case::new(1).set(0, Field::Name, "").tells(Check::Z01, Level::Block, &[1], "name-empty");
    Case::new(1).set(0, Field::Id, "").tells(Check::Z01, Level::Block, &[1], "finding-z01-no-id");
    Case::new(1).set(0, Field::PaidOn, "2026-11-23").tells(Check::Z01, Level::Block, &[1], "finding-z01-paid-in-future");
    assert_eq!(Case::new(1).set(0, Field::PaidOn, "2026-11-22").told(), []);
    let mut smuggled = Case::new(1);
    smuggled.lines[0].householder.name = "=cmd|'/C calc'!A0".into();
    smuggled.tells(Check::Z01, Level::Block, &[1], "name-formula");
}

#[test]
fn z01_a_missing_card_needs_a_reason_a_missing_bank_or_zero_informs() {
    Case::new(1).set(0, Field::Card, "").tells(Check::Z01, Level::Explain, &[1], "finding-z01-no-card");
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
    for (field, text) in
        [(Field::BeneficiaryName, "王五"), (Field::BeneficiaryId, IDS[3]), (Field::PayeeName, "王五"), (Field::PayeeId, IDS[3])]
    {
        case.set(0, field, text);
    }
    case.tells(Check::Z01, Level::Inform, &[1], "finding-z01-no-householder-id");
}

#[test]
fn the_serious_findings_of_a_line_come_first() {
    let mut case = Case::new(2);
    case.set(0, Field::Amount, "1").set(0, Field::Card, "6214123456789012349").set(1, Field::Amount, "1");
    let levels: Vec<_> = case.told().into_iter().map(|(_, level, lines, _)| (lines[0], level)).collect();
    assert_eq!(levels, [(1, Level::Block), (1, Level::Explain), (2, Level::Block)]);
}
