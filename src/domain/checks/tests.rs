//! Each check finds what it is for, at its lines and level, and stays silent where all is well.
use super::*;
use crate::domain::journal::Subject;
use crate::domain::people::cross_match::{CrossList, CrossLists, ListKind, Listed};
use crate::domain::people::identity::IdNumber;
use crate::domain::reference::division::DivisionCode;
use crate::domain::reference::exclusive::Exclusive;
use crate::domain::reference::programme::Programme;
use crate::domain::reference::programme::{
    AgeRule, Certainty, Class, DayKind, Frequency, NoticeRule, NoticeTime, PayeeBasis, RateKind,
    RateRow,
};
use crate::domain::reference::thresholds::Thresholds;
use crate::domain::reference::{Reference, VillageDefaults};
use crate::domain::roll::finding::Level;
use crate::domain::roll::{BatchKind, Field, Line, RollKey};
use crate::domain::text::sentence::Sentence;
use crate::domain::text::words::{Lang, Words};
use crate::domain::values::hash::Hash;
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use crate::domain::values::quantity::{Quantity, Rate};
use jiff::civil::date;
use rustc_hash::FxHashSet;

const IDS: [&str; 4] =
    ["140923198001010018", "140923199912318886", "14092319850620001X", "140923200002290103"];
const HERE: &str = "140923104203";
const THERE: &str = "140923104204";
const CARDS: [&str; 4] =
    ["6214123456789012348", "6217001234567890122", "6222020100000123453", "6235681409230000015"];

/// A roll of land subsidies with nothing wrong, and what surrounds it.
struct Case {
    key: RollKey,
    lines: Vec<Line>,
    programme: Programme,
    reference: Reference,
    /// The rolls of other batches, and `(person, roll, yuan)` what they pay.
    rolls: Vec<OtherRoll>,
    elsewhere: Vec<(String, u32, &'static str)>,
    /// `(card, payee, batch)` of other batches.
    cards: Vec<(&'static str, &'static str, &'static str)>,
    /// `(person, name)` of other batches.
    names: Vec<(&'static str, &'static str)>,
    lists: CrossLists,
    entered_by: Vec<Hash>,
    /// The batch that the roll is, those that the others are, and what went to the finance bureau.
    own: Option<Subject>,
    filed: Vec<(u32, Subject)>,
    paid: Vec<(Subject, Vec<Line>)>,
}

impl OtherPayments for Case {
    fn is_empty(&self) -> bool {
        self.elsewhere.is_empty() && self.cards.is_empty() && self.names.is_empty()
    }
    fn other_payee_of(&self, card: &str, payee: &str) -> Result<Option<String>, Unavailable> {
        let other = self.cards.iter().find(|(there, bearer, _)| *there == card && *bearer != payee);
        Ok(other.map(|(_, _, batch)| (*batch).to_owned()))
    }
    fn payments_of(
        &self,
        id: &str,
        is_meant: &dyn Fn(&str, Period) -> bool,
    ) -> Result<Vec<OtherPayment<'_>>, Unavailable> {
        let of_person = self.elsewhere.iter().filter(|(person, _, _)| person == id);
        let payment = |(_, roll, yuan): &(String, u32, &str)| {
            let key = &self.rolls[*roll as usize].key;
            let programme = key.programme.as_str();
            let period = key.period;
            OtherPayment {
                batch: self.handle(*roll),
                programme,
                period,
                amount: Fen::parse(yuan).unwrap(),
            }
        };
        Ok(of_person.map(payment).filter(|paid| is_meant(paid.programme, paid.period)).collect())
    }
    fn own(&self) -> Option<Subject> {
        self.own
    }
    fn roll(&self, batch: OtherBatch) -> Result<OtherRoll, Unavailable> {
        self.known(batch).cloned().ok_or_else(|| Unavailable::because("no such roll"))
    }
    fn kind_of(&self, batch: Subject) -> Result<Option<BatchKind>, Unavailable> {
        Ok(self.known(OtherBatch::Filed(batch)).map(|roll| roll.key.kind))
    }
    fn paid_lines(&self, batch: Subject) -> Result<Option<Vec<Line>>, Unavailable> {
        let paid = self.paid.iter().find(|(filed, _)| *filed == batch);
        Ok(paid.map(|(_, lines)| lines.clone()))
    }
    fn has_other_card(&self, payee: &str, card: &str) -> Result<bool, Unavailable> {
        let mut known = self.cards.iter().filter(|(_, bearer, _)| *bearer == payee).peekable();
        Ok(known.peek().is_some() && known.all(|(there, _, _)| *there != card))
    }
    fn has_other_name(&self, id: &str, name: &str) -> Result<bool, Unavailable> {
        Ok(self.names.iter().any(|(person, there)| *person == id && *there != name))
    }
    fn gone_from(
        &self,
        batch: OtherBatch,
        present: &FxHashSet<&str>,
    ) -> Result<Option<usize>, Unavailable> {
        let gone = |(person, roll, _): &&(String, u32, &str)| {
            self.handle(*roll) == batch && !present.contains(person.as_str())
        };
        Ok(Some(self.elsewhere.iter().filter(gone).count()))
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
            rolls: vec![],
            elsewhere: vec![],
            cards: vec![],
            names: vec![],
            lists: CrossLists::default(),
            entered_by: vec![],
            own: None,
            filed: vec![],
            paid: vec![],
        };
        let names = ["张建军", "李四", "欧阳春梅", "阿卜杜拉·买买提江"];
        for place in 0..lines {
            let name = names.get(place).map_or_else(|| made_name(place), |name| (*name).to_owned());
            let id = IDS.get(place).map_or_else(|| made_id(place), |id| (*id).to_owned());
            let card =
                CARDS.get(place).map_or_else(|| made_card(place * 7), |card| (*card).to_owned());
            for (field, text) in [(Field::Name, name), (Field::Id, id), (Field::Card, card)] {
                case.set(place, field, &text);
            }
            for (field, text) in
                [(Field::Quantity, "2.335"), (Field::Rate, "67"), (Field::Amount, "156.45")]
            {
                case.set(place, field, text);
            }
        }
        case
    }

    fn set(&mut self, place: usize, field: Field, text: &str) -> &mut Self {
        field.put(&mut self.lines[place], text).unwrap();
        self
    }

    fn run(&self) -> Checked {
        let alone = CheckContext::alone(&self.programme, &self.reference, date(2026, 11, 22));
        let around = CheckContext {
            other_payments: self,
            lists: &self.lists,
            hash: Some(&hash),
            entered_by: &self.entered_by,
            ..alone
        };
        let checked = run(&Roll { key: &self.key, lines: &self.lines }, &around).unwrap();
        let sentence = checked.findings.iter().map(|finding| finding.sentence.clone());
        for sentence in sentence.chain(
            checked
                .report
                .iter()
                .flat_map(|told| [told.outcome.sentence(), Sentence::plain(name(told.check))]),
        ) {
            for lang in [Lang::Zh, Lang::En] {
                let shown = Words::new(lang).say(&sentence);
                assert!(!shown.contains(sentence.key) && !shown.contains('{'), "{shown}");
            }
        }
        for finding in &checked.findings {
            // what needs a reason rests on lines, for the reason is given for lines
            assert!(
                (finding.level == Level::Inform || !finding.lines.is_empty())
                    && finding.lines.is_sorted()
            );
        }
        checked
    }

    /// Which data a check lacks, or why it does not apply; nothing if it ran.
    fn outcome(&self, check: Check) -> Option<&'static str> {
        let told = self.run().report.into_iter().find(|told| told.check == check).unwrap();
        if let Outcome::Ran { .. } = told.outcome {
            None
        } else {
            Some(told.outcome.sentence().key)
        }
    }

    /// Another batch: its number.
    fn another(&mut self, programme: &str, division: &str, period: &str, quantity: &str) -> u32 {
        let key = RollKey::normal(
            programme.into(),
            DivisionCode::parse(division).unwrap(),
            Period::parse(period).unwrap(),
        );
        let name = format!("B-7K3QX2MD-{}", self.rolls.len());
        let quantity = Quantity::parse(quantity).unwrap();
        self.rolls.push(OtherRoll { name, key, quantity });
        u32::try_from(self.rolls.len() - 1).unwrap()
    }

    /// The batch that another roll is.
    fn file(&mut self, roll: u32, batch: &str) -> Subject {
        let subject = Subject::parse(batch).unwrap();
        self.filed.push((roll, subject));
        subject
    }

    fn known(&self, batch: OtherBatch) -> Option<&OtherRoll> {
        let place = (0..self.rolls.len())
            .find(|place| self.handle(u32::try_from(*place).unwrap()) == batch)?;
        self.rolls.get(place)
    }

    fn handle(&self, roll: u32) -> OtherBatch {
        let filed = self.filed.iter().find(|(place, _)| *place == roll);
        filed.map_or(OtherBatch::Beside(roll), |(_, subject)| OtherBatch::Filed(*subject))
    }

    /// A list of persons, each with what is said of them.
    fn list(&mut self, kind: ListKind, persons: &[(&str, Listed)]) -> &mut Self {
        let programme = (kind == ListKind::Register).then(|| self.key.programme.clone());
        self.lists.put(CrossList::new(
            kind,
            programme,
            date(2026, 10, 1),
            persons.iter().map(|(id, listed)| (hash(id), *listed)),
        ));
        self
    }

    /// `(check, level, lines, key)` of all findings.
    fn told(&self) -> Vec<(Check, Level, Vec<u32>, &'static str)> {
        self.run()
            .findings
            .into_iter()
            .map(|finding| (finding.check, finding.level, finding.lines, finding.sentence.key))
            .collect()
    }

    #[track_caller]
    fn tells(&self, check: Check, level: Level, lines: &[u32], key: &'static str) {
        assert_eq!(self.told(), [(check, level, lines.to_vec(), key)]);
    }
}

/// A roll of many with areas that no two share and nobody rounded.
fn many(lines: usize) -> Case {
    let mut case = Case::new(lines);
    for place in 0..lines {
        let area = format!("{}.{:02}", 2 + place % 3, 11 + place % 80);
        case.set(place, Field::Quantity, &area);
        case.lines[place].amount =
            Fen::of(case.lines[place].rate.unwrap(), case.lines[place].quantity.unwrap(), None)
                .unwrap();
    }
    case
}

fn hash(id: &str) -> Hash {
    Hash::of("key", &[id.as_bytes()])
}

fn made_name(place: usize) -> String {
    let one = char::from_u32(0x4E00 + u32::try_from(place).unwrap());
    let two = char::from_u32(0x5200 + u32::try_from(place).unwrap());
    ['王', one.unwrap(), two.unwrap()].iter().collect()
}

/// A right number of somebody born in the 1970s.
fn made_id(place: usize) -> String {
    let head = format!("140923197{}0{}15{:03}", place / 9 % 10, place % 9 + 1, place);
    let whole = |last: &char| IdNumber::parse(&format!("{head}{last}")).is_ok();
    format!("{head}{}", "0123456789X".chars().find(whole).unwrap())
}

/// A valid card; before its check digit the number ends in `number`.
fn made_card(number: usize) -> String {
    let head = format!("622848{number:012}");
    let fits =
        |last: &char| crate::domain::people::card::check_card(&format!("{head}{last}")).is_ok();
    format!("{head}{}", ('0'..='9').find(fits).unwrap())
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

mod beside;
mod corrections;
mod figures;
mod lines;
mod lists;
mod unavailable;
