//! 政策明白卡: for whom a programme is, how much, when, and how to object, as the rules say it on
//! one day.
//!
//! Content only; `documents` prints it and `site` shows it. Values that the county has not
//! confirmed carry their mark, so that a card never looks surer than its data.
use crate::domain::disclosure::PublicContact;
use crate::domain::reference::Reference;
use crate::domain::reference::citation::{self, Citation};
use crate::domain::reference::division::{Division, DivisionCode, Level};
use crate::domain::reference::programme::{
    AgeRule, Certainty, Class, Frequency, NoticeRule, PayeeBasis, Programme, RateKind, RateRow,
};
use crate::domain::values::date::Date;
use crate::domain::values::money::Fen;
use crate::domain::values::quantity::Rate;
use serde::{Deserialize, Serialize};

/// The content of one card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyCard {
    /// The county's code of the programme.
    pub code: String,
    /// Its official name; the card is called `<name>政策明白卡`.
    pub name: String,
    /// Whose card: `代县枣林镇段村`.
    pub place: String,
    /// It shows the rules of this day.
    pub day: Date,
    /// 主管部门.
    pub department: String,
    /// 补贴对象与范围.
    pub audience: String,
    /// Ages in full years.
    pub age: AgeRule,
    /// 按户 or 按人.
    pub payee_basis: PayeeBasis,
    /// 计量单位.
    pub unit: String,
    /// How the amount follows.
    pub rate_kind: RateKind,
    /// The rates of the day; empty = not known yet.
    pub rates: Vec<CardRate>,
    /// How often it is paid.
    pub frequency: Frequency,
    /// When and how long it is noticed.
    pub notice: NoticeRule,
    /// How much of a person may be public.
    pub class: Class,
    /// Working days from payment to the public result.
    pub result_days: u16,
    /// How to object.
    pub objection: HowToObject,
    /// Names of programmes that one person may not draw for the same time.
    pub excludes: Vec<String>,
    /// Papers it rests on, then the articles on disclosure of the day.
    pub basis: Vec<String>,
    /// Official telephones, the nearest first.
    pub contacts: Vec<PublicContact>,
    /// How sure the programme's row is.
    pub certainty: Certainty,
    /// What the county notes on it.
    pub remark: String,
    /// Last day of these rules, where one is known.
    pub until: Option<Date>,
}

/// A rate on a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardRate {
    /// Yuan per unit.
    pub rate: Rate,
    /// Name of the tier, if there are several.
    pub tier: Option<String>,
    /// Where only, if not in the whole county: the place's name.
    pub place: Option<String>,
    /// A payment is no more than this.
    pub cap: Option<Fen>,
    /// A payment is no less than this.
    pub floor: Option<Fen>,
    /// 文号.
    pub basis: String,
    /// First valid day.
    pub from: Option<Date>,
    /// Last valid day.
    pub to: Option<Date>,
    /// How sure it is.
    pub certainty: Certainty,
}

/// How a resident objects, by the rules of the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HowToObject {
    /// Working days until the reply.
    pub reply_days: u16,
    /// The article that gives villagers the right to ask and to report, as printed.
    pub inquiry: Option<String>,
    /// What that article says, in our words.
    pub inquiry_summary: String,
    /// The article on the way that is open after the reply, as printed.
    pub remedy: Option<String>,
    /// What that article says, in our words.
    pub remedy_summary: String,
}

impl PolicyCard {
    /// The card of a programme for a village, a township or the county, by the rules of `day`.
    #[must_use]
    pub fn of(
        programme: &Programme,
        reference: &Reference,
        division: DivisionCode,
        day: Date,
    ) -> Self {
        let rates = programme
            .nearest_rates(division, day)
            .into_iter()
            .map(|row| card_rate(programme, row, reference, day));
        let disclosure = [citation::VILLAGE_AFFAIRS, citation::GOVERNMENT]
            .into_iter()
            .filter_map(|key| reference.citation(key, day));
        let basis =
            programme.basis.iter().cloned().chain(disclosure.map(Citation::printed)).collect();
        let excludes = reference
            .exclusives(&programme.code, day)
            .filter_map(|(code, _)| reference.programme(code, day));
        let contacts = reference.contacts_for(division, day).into_iter();
        Self {
            code: programme.code.clone(),
            name: programme.name.clone(),
            place: place(reference, division, day),
            day,
            department: programme.department.clone(),
            audience: programme.audience.clone(),
            age: programme.age,
            payee_basis: programme.payee_basis,
            unit: programme.unit.clone(),
            rate_kind: programme.rate_kind,
            rates: rates.collect(),
            frequency: programme.frequency,
            notice: programme.notice,
            class: programme.class,
            result_days: reference.result_days(programme, day),
            objection: how_to_object(reference, day),
            excludes: excludes.map(|other| other.name.clone()).collect(),
            basis,
            contacts: contacts
                .map(|contact| PublicContact {
                    office: contact.office.clone(),
                    phone: contact.phone.clone(),
                })
                .collect(),
            certainty: programme.certainty,
            remark: programme.remark.clone(),
            until: programme.to,
        }
    }

    /// `耕地地力保护补贴政策明白卡`.
    #[must_use]
    pub fn title(&self) -> String {
        format!("{}政策明白卡", self.name)
    }

    /// Does anything on the card wait for the county?
    #[must_use]
    pub fn has_placeholder(&self) -> bool {
        let unsure = |certainty| certainty == Certainty::Placeholder;
        unsure(self.certainty) || self.rates.iter().any(|rate| unsure(rate.certainty))
    }
}

fn card_rate(programme: &Programme, row: &RateRow, reference: &Reference, day: Date) -> CardRate {
    CardRate {
        rate: row.rate,
        tier: row.tier.clone(),
        place: row.region.and_then(|region| reference.division(region, day)).map(Division::place),
        cap: row.cap,
        floor: row.floor,
        basis: row.basis.clone(),
        from: row.from,
        to: row.to,
        certainty: row.certainty.unwrap_or(programme.certainty),
    }
}

fn how_to_object(reference: &Reference, day: Date) -> HowToObject {
    let sentence = |key| {
        reference.citation(key, day).map(|cited| (cited.printed(), cited.summary.clone())).unzip()
    };
    let (inquiry, inquiry_summary) = sentence(citation::VILLAGE_INQUIRY);
    let (remedy, remedy_summary): (Option<String>, Option<String>) = sentence(citation::REMEDY);
    HowToObject {
        reply_days: reference
            .policy(crate::domain::reference::policy::PolicyKey::ObjectionReplyDays, day),
        inquiry,
        inquiry_summary: inquiry_summary.unwrap_or_default(),
        remedy,
        remedy_summary: remedy_summary.unwrap_or_default(),
    }
}

/// County, township and village, as far down as the division goes.
fn place(reference: &Reference, division: DivisionCode, day: Date) -> String {
    let above = match division.level() {
        Level::Village => vec![division.parent().parent(), division.parent(), division],
        Level::Township => vec![division.parent(), division],
        Level::County => vec![division],
    };
    above
        .into_iter()
        .filter_map(|code| reference.division(code, day))
        .map(Division::place)
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::domain::disclosure::policy_card::*;
    use crate::domain::reference::builtin;
    use jiff::civil::date;

    fn card(code: &str, division: &str, day: Date) -> PolicyCard {
        let county = builtin::daixian().unwrap();
        PolicyCard::of(
            county.programme(code, day).unwrap(),
            &county,
            DivisionCode::parse(division).unwrap(),
            day,
        )
    }

    #[test]
    fn a_card_says_who_how_much_when_and_how_to_object() {
        let card = card("P01", "140923104204", date(2023, 6, 1));
        assert_eq!(
            (card.title().as_str(), card.place.as_str()),
            ("耕地地力保护补贴政策明白卡", "代县枣林镇段村")
        );
        assert_eq!((card.rates[0].rate.to_string().as_str(), card.unit.as_str()), ("67.00", "亩"));
        assert_eq!(
            (card.frequency, card.notice.days, card.result_days, card.objection.reply_days),
            (Frequency::Year, 7, 20, 10)
        );
        assert!(card.basis.contains(&"《中华人民共和国村民委员会组织法》第三十条".to_owned()));
        assert_eq!(
            card.objection.inquiry.as_deref(),
            Some("《中华人民共和国村民委员会组织法》第三十一条")
        );
        assert!(
            card.contacts.iter().any(|contact| contact.phone == "12345") && !card.has_placeholder()
        );
    }

    #[test]
    fn a_card_of_a_later_day_cites_the_law_of_that_day() {
        let card = card("P01", "140923104204", date(2026, 6, 1));
        assert!(card.basis.contains(&"《中华人民共和国村民委员会组织法》".to_owned()));
        assert!(!card.basis.iter().any(|paper| paper.contains("第三十条")));
    }

    #[test]
    fn a_card_names_what_excludes_it_and_what_the_county_must_still_fill_in() {
        let low_income = card("P13", "140923104", date(2026, 6, 1));
        assert_eq!(low_income.place, "代县枣林镇");
        assert!(low_income.excludes.contains(&"特困人员基本生活费".to_owned()));
        assert!(low_income.has_placeholder() && low_income.result_days == 10);
    }

    #[test]
    fn every_programme_has_a_card() {
        let county = builtin::daixian().unwrap();
        for programme in &county.programmes {
            let card = PolicyCard::of(
                programme,
                &county,
                DivisionCode::parse("140923").unwrap(),
                date(2026, 6, 1),
            );
            assert!(
                !card.audience.is_empty() && !card.basis.is_empty() && !card.department.is_empty(),
                "{}",
                card.code
            );
            assert_eq!(
                serde_json::from_str::<PolicyCard>(&serde_json::to_string(&card).unwrap()).unwrap(),
                card
            );
        }
    }
}
