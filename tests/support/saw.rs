//! The saw: lets something work on a machine, cuts the power, looks at what came up again, many
//! times over.
//!
//! A third of the cuts fall within the first operations after the cut before, so that recovery
//! itself is cut too.
use super::chance::Chance;
use super::powercut::Machine;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What is put under the saw.
pub trait Work {
    /// Forgets everything acknowledged: a new machine follows.
    fn begin(&mut self);
    /// Founds or opens what is on the machine and works until the power goes, noting each
    /// acknowledgement.
    fn work(&mut self, machine: &Machine, chance: &mut Chance);
    /// Opens what is on the machine after the cut and compares with what was acknowledged.
    fn inspect(&mut self, machine: &Machine) -> Verdict;
}

/// What came up again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Everything acknowledged is there.
    Whole,
    /// Something acknowledged is missing or changed.
    Lost(String),
    /// Nothing opens.
    Unopenable(String),
}

/// Counts over all cuts.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Power cuts.
    pub cuts: u32,
    /// Cuts that lost something acknowledged.
    pub lost: u32,
    /// Cuts after which nothing opened.
    pub unopenable: u32,
    /// What was said the first few times.
    pub body: Vec<String>,
}

/// Cuts the power of honest (or sync-ignoring) machines `cuts` times under `work`.
pub fn saw(work: &mut impl Work, seed: u64, cuts: u32, honest: bool) -> Tally {
    let mut chance = Chance(seed);
    let mut tally = Tally::default();
    let mut machine = None;
    for round in 0..cuts {
        // A store that lives through some cuts, then a new one: creation is cut as well.
        let before = machine.take().filter(|_| !chance.happens(12)).unwrap_or_else(|| {
            work.begin();
            Machine::default()
        });
        if !honest {
            before.ignore_syncs();
        }
        let reach = match chance.below(12) {
            0..4 => 12,
            4..11 => 240,
            _ => 1200,
        };
        before.die_at(1 + chance.below(reach));
        // A writer may panic when its disk dies under it; what counts is what came up again.
        let _ = catch_unwind(AssertUnwindSafe(|| work.work(&before, &mut chance)));
        assert!(before.is_dead(), "cut {round}: the work ended before the power went");
        let after = before.after_cut(&mut chance);
        tally.cuts += 1;
        let verdict = catch_unwind(AssertUnwindSafe(|| work.inspect(&after.copy())));
        match verdict.unwrap_or_else(|_| Verdict::Unopenable("a panic".to_owned())) {
            // Goes on from the unrepaired disk.
            Verdict::Whole => machine = Some(after),
            Verdict::Lost(why) => tally.note(round, &why, |tally| &mut tally.lost),
            Verdict::Unopenable(why) => tally.note(round, &why, |tally| &mut tally.unopenable),
        }
    }
    tally
}

impl Tally {
    fn note(&mut self, round: u32, why: &str, count: impl Fn(&mut Self) -> &mut u32) {
        *count(self) += 1;
        if self.body.len() < 5 {
            self.body.push(format!("cut {round}: {why}"));
        }
    }
}
