//! The only clock. Days that count in law are dates in the bodies; order never comes from here.
use crate::domain::values::timestamp::Timestamp;
use std::time::{SystemTime, UNIX_EPOCH};

/// What the time is: the system's, or a fixed one in practice stores (`--now`) and tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The computer's clock.
    System,
    /// Stands still.
    Fixed(Timestamp),
}

/// No clock of a running office says less: 2026-11-01, the month of this build.
const BUILD: i64 = 1_793_462_400;
/// How far ahead of all entries a clock may be before somebody must look: a year without any entry
/// is doubtful.
const FAR_AHEAD: i64 = 400 * 86_400;

impl Clock {
    /// Now, to the second; a clock before 1970 reads as 1970.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place where the system clock is read")]
    pub fn now(self) -> Timestamp {
        match self {
            Self::Fixed(moment) => moment,
            Self::System => {
                let seconds =
                    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
                let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
                Timestamp::from_seconds(seconds).unwrap_or_else(|_| Timestamp::epoch())
            }
        }
    }

    /// Is the clock before the build, before the last entry, or far ahead of it?
    #[must_use]
    pub fn is_doubtful(self, last: Option<Timestamp>) -> bool {
        let Self::System = self else { return false };
        let now = self.now().seconds();
        let against_last =
            // Five minutes behind are a clock that was set right, not a doubtful one.
            last.is_some_and(|last| now < last.seconds() - 300 || now > last.seconds() + FAR_AHEAD);
        now < BUILD || against_last
    }
}

/// Waits, after failed tries at the login.
pub fn wait(seconds: u32) {
    std::thread::sleep(std::time::Duration::from_secs(seconds.into()));
}

/// Seconds since the program began, by a clock that never goes back; for waits and locks, never for
/// dates.
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch(std::time::Instant);

impl Stopwatch {
    /// Begins to count.
    #[must_use]
    pub fn start() -> Self {
        Self(std::time::Instant::now())
    }

    /// Whole seconds so far.
    #[must_use]
    pub fn seconds(self) -> u64 {
        self.0.elapsed().as_secs()
    }
}
