//! From a private roll to the public bytes: the one place where lines become a [`Disclosure`].
//!
//! What leaves here has no field for a number of a person. Class S0: full names on paper, masked on
//! the web unless the county switches it. S1: full on paper, masked on the web. S2: no rows
//! anywhere, totals only from five persons on. No clock and no randomness: days and salts come from
//! the caller.
use super::changed_row::{ChangeReason, ChangedRow};
use super::revision;
use crate::domain::disclosure::{
    Column, Disclosure, DisclosureStage, FORMAT, Issuer, IssuerKind, NameShow, NoticePeriod,
    PaperNames, PublicContact, PublicDivision, PublicProgramme, PublicTotals, Row,
};
use crate::domain::people::masking::{public_names, with_letters};
use crate::domain::reference::Reference;
use crate::domain::reference::citation::{self, Citation};
use crate::domain::reference::division::{Division, DivisionCode};
use crate::domain::reference::programme::{Class, PayeeBasis, Programme};
use crate::domain::roll::{Line, Person, RollKey, Totals};
use crate::domain::values::date::Date;
use crate::domain::values::quantity::Rate;
use std::collections::HashMap;

/// Fewer persons than this are not counted in public where no names are shown.
const SMALLEST_COUNT: u32 = 5;

/// All that a disclosure is made from.
#[derive(Clone)]
pub struct Publication<'a> {
    /// Programme, village, period.
    pub key: &'a RollKey,
    /// The lines, in order.
    pub lines: &'a [Line],
    /// The programme.
    pub programme: &'a Programme,
    /// Names of places, telephones, switches.
    pub reference: &'a Reference,
    /// Who publishes.
    pub issuer: Issuer,
    /// Notice or result.
    pub stage: DisclosureStage,
    /// Day of posting; names of places are those of this day.
    pub posted: Date,
    /// Its days, for a notice.
    pub notice: Option<NoticePeriod>,
    /// 1 for the first.
    pub revision: u32,
    /// Code of the revision before.
    pub replaces: Option<String>,
    /// The batch, `B-7K3QX2MD-42`.
    pub subject: String,
    /// The office's running number.
    pub label: String,
    /// 16 random bytes in Crockford base32.
    pub salt: String,
    /// 16 other random bytes, for the names of the paper.
    pub paper_salt: String,
    /// A practice store prints 练习 everywhere.
    pub practice: bool,
    /// The day of payment, for a result.
    pub paid_on: Option<Date>,
    /// Rows of the revision before, and why they change.
    pub former: Option<(&'a [Row], ChangeReason)>,
}

impl std::fmt::Debug for Publication<'_> {
    /// Never shows a line: debug output reaches logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Publication({}, {} lines)", self.label, self.lines.len())
    }
}

impl Publication<'_> {
    /// The disclosure, and the names of the paper where they differ from those of the web.
    ///
    /// # Errors
    /// The names of the paper cannot be written, so that nothing vouches for them.
    pub fn build(&self) -> Result<(Disclosure, Option<PaperNames>), serde_json::Error> {
        let names = self.name_show();
        let paper = self.paper_names(names);
        let rows = self.rows(names);
        let disclosure = Disclosure {
            format: FORMAT.to_owned(),
            salt: self.salt.clone(),
            subject: self.subject.clone(),
            label: self.label.clone(),
            revision: self.revision,
            replaces: self.replaces.clone(),
            stage: self.stage,
            issuer: self.issuer.clone(),
            programme: self.public_programme(),
            basis: self.basis(),
            division: self.public_division(),
            period: self.key.period,
            notice: self.notice,
            names,
            columns: columns(&rows),
            totals: self.totals(),
            contacts: self.contacts(),
            paper_names: paper.as_ref().map(PaperNames::hash).transpose()?,
            practice: self.practice,
            kind: self.key.kind,
            paid_on: self.paid_on,
            changes: self.changes(&rows),
            rows,
        };
        Ok((disclosure, paper))
    }

    /// The programme's papers, then the article that obliges this issuer to publish, in its wording
    /// on the day of posting.
    fn basis(&self) -> Vec<String> {
        let key = match self.issuer.kind {
            IssuerKind::VillageCommittee => citation::VILLAGE_AFFAIRS,
            IssuerKind::Township => citation::GOVERNMENT,
        };
        let cited = self.reference.citation(key, self.posted).map(Citation::printed);
        self.programme.basis.iter().cloned().chain(cited).collect()
    }

    /// What changes against the revision before.
    fn changes(&self, rows: &[Row]) -> Vec<ChangedRow> {
        self.former
            .map(|(before, reason)| revision::changes(before, rows, reason))
            .unwrap_or_default()
    }

    fn name_show(&self) -> NameShow {
        match self.programme.class {
            Class::S0 if self.reference.full_names_on_web() => NameShow::Full,
            Class::S0 | Class::S1 => NameShow::Masked,
            Class::S2 => NameShow::None,
        }
    }

    /// Whom a row names: 享受人 where each person is paid, 户主 where each household is.
    fn named<'l>(&self, line: &'l Line) -> &'l Person {
        match self.programme.payee_basis {
            PayeeBasis::Person => line.beneficiary(),
            PayeeBasis::Household => &line.householder,
        }
    }

    fn rows(&self, names: NameShow) -> Vec<Row> {
        let persons: Vec<(&str, &str)> = self
            .lines
            .iter()
            .map(|line| (self.named(line).name.as_str(), line.group.as_str()))
            .collect();
        let shown = match names {
            NameShow::Full => with_letters(
                persons.into_iter().map(|(name, group)| (name.to_owned(), group)).collect(),
            ),
            NameShow::Masked => public_names(&persons),
            NameShow::None => return Vec::new(),
        };
        let row = |(line, name): (&Line, String)| Row {
            no: line.no,
            name,
            group: line.group.clone(),
            quantity: line.quantity,
            rate: line.rate,
            months: line.months,
            amount: line.amount,
        };
        self.lines.iter().zip(shown).map(row).collect()
    }

    /// Full names; people of the same name are distinguished by their groups, else by the last four
    /// of their ID number.
    fn paper_names(&self, names: NameShow) -> Option<PaperNames> {
        if names == NameShow::None {
            return None;
        }
        let mut together: HashMap<&str, Vec<&str>> = HashMap::new();
        for line in self.lines {
            together.entry(self.named(line).name.as_str()).or_default().push(&line.group);
        }
        let printed = self.lines.iter().map(|line| {
            let person = self.named(line);
            let groups = together.get(person.name.as_str()).map(Vec::as_slice).unwrap_or_default();
            (
                line.no,
                if are_told_apart(groups) { person.name.clone() } else { with_last_four(person) },
            )
        });
        let names_on_paper: Vec<(u32, String)> = printed.collect();
        Some(PaperNames { salt: self.paper_salt.clone(), names: names_on_paper })
    }

    fn totals(&self) -> PublicTotals {
        let all = Totals::of(self.lines);
        if self.programme.class == Class::S2 && all.persons < SMALLEST_COUNT {
            return PublicTotals {
                households: None,
                persons: None,
                lines: None,
                quantity: None,
                fen: None,
            };
        }
        let has_quantity = self.lines.iter().any(|line| line.quantity.is_some());
        PublicTotals {
            households: Some(all.households),
            persons: Some(all.persons),
            lines: Some(all.lines),
            quantity: has_quantity.then_some(all.quantity),
            fen: Some(all.fen),
        }
    }

    fn public_programme(&self) -> PublicProgramme {
        let programme = self.programme;
        PublicProgramme {
            code: programme.code.clone(),
            name: programme.name.clone(),
            unit: programme.unit.clone(),
            payee_basis: programme.payee_basis,
            audience: programme.audience.clone(),
            rate: if programme.class == Class::S2 { None } else { one_rate(self.lines) },
        }
    }

    fn public_division(&self) -> PublicDivision {
        let place = |code: DivisionCode| {
            self.reference.division(code, self.posted).map(Division::place).unwrap_or_default()
        };
        let township = self.key.division.parent();
        PublicDivision {
            code: self.key.division,
            name: place(self.key.division),
            township: place(township),
            county: place(township.parent()),
        }
    }

    fn contacts(&self) -> Vec<PublicContact> {
        let known = self.reference.contacts_for(self.key.division, self.posted);
        known
            .into_iter()
            .map(|contact| PublicContact {
                office: contact.office.clone(),
                phone: contact.phone.clone(),
            })
            .collect()
    }
}

/// One bearer of the name, or each in a group of their own.
fn are_told_apart(groups: &[&str]) -> bool {
    let mut distinct = groups.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    groups.len() < 2 || (distinct.len() == groups.len() && !distinct.contains(&""))
}

fn with_last_four(person: &Person) -> String {
    let last_four: String = person.id.chars().skip(14).collect();
    if last_four.chars().count() == 4 {
        format!("{}({last_four})", person.name)
    } else {
        person.name.clone()
    }
}

fn one_rate(lines: &[Line]) -> Option<Rate> {
    let rate = lines.first()?.rate?;
    lines.iter().all(|line| line.rate == Some(rate)).then_some(rate)
}

/// The cells that any row uses; number, name and amount always.
fn columns(rows: &[Row]) -> Vec<Column> {
    if rows.is_empty() {
        return Vec::new();
    }
    let used = [
        (Column::No, true),
        (Column::Name, true),
        (Column::Group, rows.iter().any(|row| !row.group.is_empty())),
        (Column::Quantity, rows.iter().any(|row| row.quantity.is_some())),
        (Column::Rate, rows.iter().any(|row| row.rate.is_some())),
        (Column::Months, rows.iter().any(|row| row.months.is_some())),
        (Column::Amount, true),
    ];
    used.into_iter().filter_map(|(column, is_used)| is_used.then_some(column)).collect()
}

#[cfg(test)]
mod tests;
