//! What the checks say of themselves: each either ran, did not apply, or lacked data. Shown, never
//! stored.
use crate::domain::roll::finding::{Check, Finding};
use crate::domain::text::sentence::Sentence;

/// Findings, and what every check says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// By first line, the serious ones first; what concerns the whole roll stands in front.
    pub findings: Vec<Finding>,
    /// One a check, in the order of their numbers.
    pub report: Vec<CheckReport>,
}

/// What one check says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckReport {
    /// Which.
    pub check: Check,
    /// Ran or not.
    pub outcome: Outcome,
}

/// Ran or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It looked.
    Ran {
        /// At how many lines.
        lines: usize,
        /// And found so many things.
        findings: usize,
    },
    /// It does not concern this roll; why.
    NotApplicable(Sentence),
    /// It concerns this roll and could not look; which data it lacks.
    Lacks(Sentence),
}

impl Outcome {
    /// The word of `--json`.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Ran { .. } => "ran",
            Self::NotApplicable(_) => "not_applicable",
            Self::Lacks(_) => "lacks_data",
        }
    }

    /// The sentence that tells it.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Ran { lines, findings } => {
                Sentence::plain("check-ran").with("lines", lines).with("findings", findings)
            }
            Self::NotApplicable(why) | Self::Lacks(why) => why.clone(),
        }
    }
}

/// What a check answers when asked to look.
pub(super) enum Answer {
    /// It looked at so many lines.
    Ran(usize),
    /// Key of why it does not concern the roll.
    NotApplicable(&'static str),
    /// Key of what it lacks.
    Lacks(&'static str),
}

impl Answer {
    pub(super) fn outcome(self, findings: usize) -> Outcome {
        match self {
            Self::Ran(lines) => Outcome::Ran { lines, findings },
            Self::NotApplicable(key) => Outcome::NotApplicable(Sentence::plain(key)),
            Self::Lacks(key) => Outcome::Lacks(Sentence::plain(key)),
        }
    }
}

/// Key of a check's name.
#[must_use]
pub const fn name(check: Check) -> &'static str {
    match check {
        Check::A01 => "check-a01",
        Check::A02 => "check-a02",
        Check::A03 => "check-a03",
        Check::A04 => "check-a04",
        Check::A05 => "check-a05",
        Check::A06 => "check-a06",
        Check::A07 => "check-a07",
        Check::A08 => "check-a08",
        Check::A09 => "check-a09",
        Check::A10 => "check-a10",
        Check::A11 => "check-a11",
        Check::A12 => "check-a12",
        Check::A13 => "check-a13",
        Check::A14 => "check-a14",
        Check::A15 => "check-a15",
        Check::A16 => "check-a16",
        Check::A17 => "check-a17",
        Check::A18 => "check-a18",
        Check::A19 => "check-a19",
        Check::A20 => "check-a20",
        Check::A21 => "check-a21",
        Check::A22 => "check-a22",
        Check::A23 => "check-a23",
        Check::A24 => "check-a24",
        Check::A25 => "check-a25",
        Check::A26 => "check-a26",
        Check::A27 => "check-a27",
        Check::A28 => "check-a28",
        Check::A29 => "check-a29",
        Check::A30 => "check-a30",
        Check::A31 => "check-a31",
        Check::A32 => "check-a32",
        Check::A33 => "check-a33",
        Check::Z01 => "check-z01",
        Check::Z02 => "check-z02",
    }
}
