//! 撤回页: what can still be read from the entries of a withdrawn disclosure after its bytes were
//! destroyed and nothing was kept.
//!
//! Batches that were withdrawn before withdrawals kept what stays public are shown like this. No
//! rows, no totals; a page of what was withdrawn shows none anyway. Names of places and of the
//! programme are those of the day of publication.
use crate::domain::disclosure::{
    Disclosure, FORMAT, Issuer, IssuerKind, NameShow, PublicContact, PublicDivision,
    PublicProgramme, PublicTotals,
};
use crate::domain::dossier::Disclosed;
use crate::domain::journal::Subject;
use crate::domain::reference::Reference;
use crate::domain::reference::division::{Division, DivisionCode};
use crate::domain::reference::programme::{PayeeBasis, Programme};
use crate::domain::values::date::Date;

/// All that it is made from.
#[derive(Debug, Clone, Copy)]
pub struct Tombstone<'a> {
    /// The disclosure as the entries know it.
    pub disclosed: &'a Disclosed,
    /// The batch.
    pub subject: Subject,
    /// The day of publication.
    pub on: Date,
    /// Name and division of the township.
    pub office: (&'a str, DivisionCode),
    /// Names of places and programmes, telephones.
    pub reference: &'a Reference,
    /// A practice store prints 练习 everywhere.
    pub practice: bool,
}

impl Tombstone<'_> {
    /// The disclosure without all that was in its bytes only.
    #[must_use]
    pub fn build(&self) -> Disclosure {
        let body = &self.disclosed.body;
        Disclosure {
            format: FORMAT.to_owned(),
            salt: String::new(),
            subject: self.subject.to_string(),
            label: body.label.clone(),
            revision: body.revision,
            replaces: body.replaces.as_ref().map(ToString::to_string),
            stage: body.stage,
            issuer: self.issuer(),
            programme: self.programme(),
            basis: Vec::new(),
            division: self.division(),
            period: body.key.period,
            notice: body.notice,
            names: NameShow::None,
            columns: Vec::new(),
            rows: Vec::new(),
            totals: PublicTotals {
                households: None,
                persons: None,
                lines: None,
                quantity: None,
                fen: None,
            },
            contacts: self.contacts(),
            paper_names: None,
            practice: self.practice,
            kind: body.key.kind,
            paid_on: None,
            changes: Vec::new(),
        }
    }

    fn issuer(&self) -> Issuer {
        let kind = self.disclosed.body.issuer;
        let village = self.disclosed.body.key.division;
        let (name, division) = match kind {
            IssuerKind::Township => (self.office.0.to_owned(), self.office.1),
            IssuerKind::VillageCommittee => (format!("{}村民委员会", self.place(village)), village),
        };
        Issuer { name, division, kind }
    }

    /// As it was on that day, else as it is known from another time, else its code.
    fn programme(&self) -> PublicProgramme {
        let code = &self.disclosed.body.key.programme;
        let any = || self.reference.programmes.iter().find(|programme| programme.code == *code);
        let known: Option<&Programme> = self.reference.programme(code, self.on).or_else(any);
        PublicProgramme {
            code: code.clone(),
            name: known.map_or_else(|| code.clone(), |programme| programme.name.clone()),
            unit: known.map(|programme| programme.unit.clone()).unwrap_or_default(),
            payee_basis: known.map_or(PayeeBasis::Household, |programme| programme.payee_basis),
            audience: String::new(),
            rate: None,
        }
    }

    fn division(&self) -> PublicDivision {
        let code = self.disclosed.body.key.division;
        let township = code.parent();
        PublicDivision {
            code,
            name: self.place(code),
            township: self.place(township),
            county: self.place(township.parent()),
        }
    }

    fn place(&self, code: DivisionCode) -> String {
        self.reference.division(code, self.on).map(Division::place).unwrap_or_default()
    }

    fn contacts(&self) -> Vec<PublicContact> {
        let known = self.reference.contacts_for(self.disclosed.body.key.division, self.on);
        known
            .into_iter()
            .map(|contact| PublicContact {
                office: contact.office.clone(),
                phone: contact.phone.clone(),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::disclosure::title::Title;
    use crate::domain::disclosure::withdrawal::WithdrawalReason;
    use crate::domain::disclosure::{Code, DisclosureStage};
    use crate::domain::dossier::tombstone::*;
    use crate::domain::journal::Published;
    use crate::domain::reference::builtin;
    use crate::domain::reference::programme::NoticeTime;
    use crate::domain::roll::{RollKey, Totals};
    use crate::domain::values::hash::Hash;
    use crate::domain::values::period::Period;
    use crate::domain::values::timestamp::Timestamp;

    fn disclosed(programme: &str) -> Disclosed {
        Disclosed {
            entry: Hash::of("test\n", &[]),
            body: body(programme),
            live: true,
            withdrawn_on: None,
            class: WithdrawalReason::default(),
            ended_on: None,
            remains: None,
            at: Timestamp::epoch(),
        }
    }

    fn body(programme: &str) -> Published {
        let division = DivisionCode::parse("140923104204").unwrap();
        Published {
            key: RollKey::normal(programme.into(), division, Period::parse("2026").unwrap()),
            label: "140923104-2026-GD-0007".into(),
            stage: DisclosureStage::Notice,
            issuer: IssuerKind::VillageCommittee,
            revision: 2,
            replaces: Some(Code::of(b"one")),
            code: Code::of(b"two"),
            content: Hash::of("test\n", &[]),
            signature: String::new(),
            paper_names: None,
            rows: Hash::of("test\n", &[]),
            notice: None,
            when: NoticeTime::BeforeSubmission,
            totals: Totals::of(&[]),
            list_until: None,
            answers: None,
            answers_too: vec![],
            changed: 0,
            changed_rows: vec![],
            change_reason: None,
            rules: None,
        }
    }

    #[test]
    fn what_the_entries_know_names_the_list_without_a_row_or_a_sum() {
        let reference = builtin::daixian().unwrap();
        let of = |disclosed: &Disclosed| {
            let subject = Subject::parse("B-7K3QX2MD-42").unwrap();
            let on = jiff::civil::date(2026, 7, 1);
            let office = ("枣林镇人民政府", disclosed.body.key.division.parent());
            Tombstone { disclosed, subject, on, office, reference: &reference, practice: true }
                .build()
        };
        let left = of(&disclosed("P01"));
        assert_eq!(Title::of(&left).to_string(), "枣林镇段村2026年度耕地地力保护补贴发放公示");
        assert_eq!(
            (left.issuer.name.as_str(), left.revision, left.rows.len(), left.totals.fen),
            ("段村村民委员会", 2, 0, None)
        );
        assert!(!left.contacts.is_empty());
        assert_eq!(of(&disclosed("unheard-of")).programme.name, "unheard-of");
    }
}
