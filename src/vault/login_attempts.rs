//! Failed tries at the login: counted before the password is looked at, slowed down, refused in the
//! end.
//!
//! Clocks in village offices are not to be trusted, so nothing is locked "until" a time: the caller
//! says how long it has waited by its monotonic clock. Who copies the folder skips all of this;
//! against them stands the cost of the key derivation alone.
use super::disk::{Disk, replace};
use super::error::VaultError;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The file of the counts.
pub const TRIES: &str = "tries.json";
/// After so many failed tries in a row only an administrator or the recovery code helps.
pub const LAST_TRY: u32 = 20;
/// Longest wait, in seconds.
const LONGEST_WAIT: u32 = 60;

/// Seconds to wait before a try when `fails` have failed in a row: 0, 0, 0, 2, 4, 8 … 60.
#[must_use]
pub fn delay_before_try(fails: u32) -> u32 {
    match fails {
        0..=2 => 0,
        3..=7 => 2 << (fails - 3),
        _ => LONGEST_WAIT,
    }
}

/// Failed tries in a row, by slot number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Tries(BTreeMap<u32, u32>);

impl Tries {
    /// What is counted on `disk`. A missing or broken file counts nothing: who can break it could
    /// as well remove it.
    pub(super) fn load(disk: &dyn Disk) -> Result<Self, VaultError> {
        let bytes = disk.read(TRIES).map_err(|error| VaultError::of_disk(TRIES, error))?;
        Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default())
    }

    /// Counts a try for `slot` durably, or refuses it: too many, or too early after only `waited`
    /// seconds.
    pub(super) fn count(
        mut self,
        disk: &dyn Disk,
        slot: u32,
        waited: u32,
    ) -> Result<(), VaultError> {
        let fails = self.0.entry(slot).or_default();
        if *fails >= LAST_TRY {
            return Err(VaultError::TooManyTries);
        }
        let delay = delay_before_try(*fails);
        if waited < delay {
            return Err(VaultError::MustWait { seconds: delay - waited });
        }
        // Counted and saved before the password is looked at: pulling the plug does not undo a try.
        *fails += 1;
        self.save(disk)
    }

    /// Forgets the failed tries of `slot`.
    pub(super) fn forgive(mut self, disk: &dyn Disk, slot: u32) -> Result<(), VaultError> {
        if self.0.remove(&slot).is_some() { self.save(disk) } else { Ok(()) }
    }

    fn save(&self, disk: &dyn Disk) -> Result<(), VaultError> {
        let bytes =
            serde_json::to_vec(self).map_err(|error| VaultError::of_disk(TRIES, error.into()))?;
        replace(disk, TRIES, &bytes).map_err(|error| VaultError::of_disk(TRIES, error))
    }
}

#[cfg(test)]
mod tests {
    use super::super::disk::RealDisk;
    use crate::vault::login_attempts::*;

    #[test]
    fn waits_double_from_the_fourth_try_on_up_to_a_minute() {
        let delays: Vec<u32> = (0..10).map(delay_before_try).collect();
        assert_eq!(delays, [0, 0, 0, 2, 4, 8, 16, 32, 60, 60]);
    }

    #[test]
    fn tries_are_counted_across_restarts_and_end_at_twenty() {
        let folder = tempfile::tempdir().unwrap();
        let disk = RealDisk::new(folder.path()).unwrap();
        let try_after = |waited| Tries::load(&disk).unwrap().count(&disk, 1, waited);
        for _ in 0..3 {
            try_after(0).unwrap();
        }
        assert!(matches!(try_after(0), Err(VaultError::MustWait { seconds: 2 })));
        assert!(matches!(try_after(1), Err(VaultError::MustWait { seconds: 1 })));
        for _ in 3..LAST_TRY {
            try_after(60).unwrap();
        }
        assert!(matches!(try_after(3600), Err(VaultError::TooManyTries)));
        Tries::load(&disk).unwrap().count(&disk, 2, 0).unwrap();
        Tries::load(&disk).unwrap().forgive(&disk, 1).unwrap();
        try_after(0).unwrap();
    }

    #[test]
    fn a_broken_count_locks_nobody_out() {
        let folder = tempfile::tempdir().unwrap();
        let disk = RealDisk::new(folder.path()).unwrap();
        disk.write_synced(TRIES, b"{\"1\":").unwrap();
        Tries::load(&disk).unwrap().count(&disk, 1, 0).unwrap();
    }
}
