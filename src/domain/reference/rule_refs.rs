//! Which rows of the reference data one entry rests on: for a decision about rows all that were in
//! force, else exactly the rows that counted a day or that a reply cites.
use super::policy::PolicyKey;
use super::programme::Programme;
use super::rule::RuleRef;
use super::rules::{Rule, named};
use crate::domain::case::appeal;
use crate::domain::dossier::Dossier;
use crate::domain::journal::{Body, EntryId, RestsOn};
use crate::domain::reference::Reference;
use crate::domain::reference::effective;
use crate::domain::roll::RollKey;
use crate::domain::values::date::Date;

impl Reference {
    /// The rows behind `body`, an entry of the batch `dossier` that was written on the day `at`.
    #[must_use]
    pub fn rules_behind(
        &self,
        body: &Body,
        dossier: &Dossier,
        key: &RollKey,
        at: Date,
    ) -> Vec<RuleRef> {
        match body.rests_on() {
            RestsOn::Nothing => Vec::new(),
            RestsOn::ItsDay => self.rules_for(&key.programme, key.division, key.period, at),
            RestsOn::Paying(day) => named(&self.paying(key, day)),
            RestsOn::ResultDue { on, due } => named(&self.result_due(key, on, due)),
            RestsOn::Notice { code, on, through } => {
                let published = dossier.disclosure(code).map(|disclosed| disclosed.at.date());
                named(&self.notice_through(key, published, on, through))
            }
            RestsOn::Reply { kind, on, due } => {
                named(&self.counted(PolicyKey::reply_days(kind), on, due))
            }
            RestsOn::Cited { case, on } => named(&self.cited(dossier, case, on)),
            RestsOn::Keeping(day) => named(&self.policy_row(PolicyKey::KeepPrivateYears, day)),
        }
    }

    /// What is paid, at which rates, after which notice.
    fn paying(&self, key: &RollKey, day: Date) -> Vec<Rule<'_>> {
        let Some(programme) = self.programme(&key.programme, day) else { return Vec::new() };
        let paid = [key.period.start(), key.period.end()];
        let rates = paid
            .into_iter()
            .flat_map(|day| programme.nearest_rates(key.division, day))
            .map(|row| Rule::Rate(programme, row));
        [Rule::Programme(programme), Rule::Notice(programme)].into_iter().chain(rates).collect()
    }

    /// The programme says whether it is relief, or how many days it has of its own.
    fn result_due(&self, key: &RollKey, on: Date, due: Date) -> Vec<Rule<'_>> {
        let Some(programme) = self.programme(&key.programme, on) else { return Vec::new() };
        let counted = match programme.result_days {
            Some(_) => self.years(on, due),
            None => self.counted(PolicyKey::result_days(programme), on, due),
        };
        [Rule::Programme(programme)].into_iter().chain(counted).collect()
    }

    /// The notice goes by the rule of the day on which it was published.
    fn notice_through(
        &self,
        key: &RollKey,
        published: Option<Date>,
        on: Date,
        through: Option<Date>,
    ) -> Vec<Rule<'_>> {
        let programme: Option<&Programme> =
            published.and_then(|day| self.programme(&key.programme, day));
        let years = through.map(|through| self.years(on.min(through), through)).unwrap_or_default();
        programme.map(Rule::Notice).into_iter().chain(years).collect()
    }

    /// The articles that the reply to a case cites.
    fn cited(&self, dossier: &Dossier, case: EntryId, on: Date) -> Vec<Rule<'_>> {
        let Some(case) = dossier.cases.iter().find(|there| there.entry == case) else {
            return Vec::new();
        };
        let list = case.raised.code.as_ref().and_then(|code| dossier.disclosure(code));
        let keys = appeal::basis(case.raised.case, list.map(|disclosed| disclosed.body.issuer));
        keys.iter().filter_map(|key| self.citation(key, on)).map(Rule::Citation).collect()
    }

    /// Working days counted by a number of the county.
    fn counted(&self, days: PolicyKey, from: Date, to: Date) -> Vec<Rule<'_>> {
        self.policy_row(days, from).into_iter().chain(self.years(from, to)).collect()
    }

    fn policy_row(&self, key: PolicyKey, day: Date) -> Vec<Rule<'_>> {
        effective::on(&self.policy, key.word(), day).map(Rule::Policy).into_iter().collect()
    }

    /// The holiday tables of the years that were counted over.
    fn years(&self, from: Date, to: Date) -> Vec<Rule<'_>> {
        let counted = self.holidays.years.range(from.year()..=to.year().max(from.year()));
        counted.map(|(year, table)| Rule::Holidays(*year, table)).collect()
    }
}
