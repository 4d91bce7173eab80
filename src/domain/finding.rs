//! 疑点: what a check found, at which lines, how serious, and what to do.
use super::roll::Field;
use super::sentence::{Sentence, Spoken};
use serde::{Deserialize, Serialize};

/// The checks of domain 8 that this version runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Check {
    /// Same beneficiary twice in one batch.
    A01,
    /// Same beneficiary, programme and overlapping period in another batch.
    A02,
    /// Same household twice in a per-household programme.
    A04,
    /// One account, several payees.
    A05,
    /// The payee is neither beneficiary nor householder.
    A07,
    /// ID number or card damaged or doubtful.
    A09,
    /// Amount is not rate x quantity.
    A17,
    /// Rate not in the rate table.
    A18,
    /// Age outside the programme's rule.
    A22,
    /// What a line must have and lacks (name, bank, amount); ours, not of the auditors' list.
    Z01,
}

/// How serious a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 提醒: informs.
    Inform,
    /// 说明: the clerk writes the reason, the approval accepts it.
    Explain,
    /// 拦截: blocks publishing and submitting.
    Block,
}

/// One finding. Holds no name or number, only line numbers: the screen shows the lines themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which check.
    pub check: Check,
    /// How serious.
    pub level: Level,
    /// The evidence: line numbers, ascending; at least one.
    pub lines: Vec<u32>,
    /// The cell to mend, if it is one.
    pub field: Option<Field>,
    /// What is wrong and what to do (`finding-a09-check-digit` ...).
    pub said: Sentence,
}

impl Spoken for Finding {
    fn sentence(&self) -> Sentence {
        self.said.clone()
    }
}
