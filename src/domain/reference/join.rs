//! The sets of all imports as one: what a later one says of a row holds, and a new row ends the old
//! one.
use super::programme::{Programme, RateRow};
use super::{Holidays, Reference, Switches, VillageDefaults};
use crate::domain::reference::effective;

impl Reference {
    /// Several sets, earliest first, as one.
    ///
    /// Dated rows are joined by key and first day ([`effective::joined`]). A programme's rates are one
    /// table of all its versions. Of a year's holidays, a village's defaults and the switches the
    /// last word holds. Nothing is removed by leaving it out: a row ends by its `to`.
    #[must_use]
    pub fn joined(sets: &[Self]) -> Self {
        let mut names: Vec<String> = Vec::new();
        for set in sets {
            names.extend(Some(set.name.clone()).filter(|name| !names.contains(name)));
        }
        let rates = |code: &str| sets.iter().map(|set| set.rates_of(code)).collect::<Vec<_>>();
        let mut programmes: Vec<Programme> =
            effective::joined(sets.iter().map(|set| set.programmes.clone()));
        for programme in &mut programmes {
            programme.rates = effective::joined(rates(&programme.code));
        }
        let known = |code: &str| programmes.iter().any(|programme| programme.code == code);
        let orphans = sets
            .iter()
            .flat_map(|set| set.rates.iter().filter(|rate| !known(&rate.programme)).cloned())
            .collect();
        Self {
            name: names.join("+"),
            rates: orphans,
            divisions: effective::joined(sets.iter().map(|set| set.divisions.clone())),
            holidays: Holidays {
                years: sets.iter().flat_map(|set| set.holidays.years.clone()).collect(),
            },
            contacts: effective::joined(sets.iter().map(|set| set.contacts.clone())),
            villages: villages(sets),
            switches: sets.iter().rev().find_map(|set: &Self| -> Option<Switches> { set.switches }),
            citations: effective::joined(sets.iter().map(|set| set.citations.clone())),
            policy: effective::joined(sets.iter().map(|set| set.policy.clone())),
            exclusive: effective::joined(sets.iter().map(|set| set.exclusive.clone())),
            thresholds: effective::joined(sets.iter().map(|set| set.thresholds.clone())),
            templates: effective::joined(sets.iter().map(|set| set.templates.clone())),
            programmes,
        }
    }

    /// The rates that this set has for a programme, at its versions and on their own.
    fn rates_of(&self, code: &str) -> Vec<RateRow> {
        let own = self
            .programmes
            .iter()
            .filter(|programme| programme.code == code)
            .flat_map(|programme| programme.rates.iter());
        let new = self.rates.iter().filter(|rate| rate.programme == code).map(|rate| &rate.row);
        own.chain(new).cloned().collect()
    }
}

fn villages(sets: &[Reference]) -> Vec<VillageDefaults> {
    let mut joined: Vec<VillageDefaults> = Vec::new();
    for village in sets.iter().flat_map(|set| &set.villages) {
        match joined.iter_mut().find(|known| known.division == village.division) {
            Some(known) => known.clone_from(village),
            None => joined.push(village.clone()),
        }
    }
    joined
}
