//! 疑点: what a check found, at which lines, how serious, and what to do.
use crate::domain::roll::Field;
use crate::domain::text::sentence::{Sentence, Spoken};
use serde::{Deserialize, Serialize};

/// The checks, each by its fixed number. What each needs and finds stands in its file of
/// [`crate::domain::checks`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Check {
    /// Same beneficiary twice in one batch.
    A01,
    /// Same beneficiary, programme and overlapping period in another batch of the village.
    A02,
    /// The same in a batch of another village.
    A03,
    /// Same household twice in a per-household programme.
    A04,
    /// One account, several payees.
    A05,
    /// One account, too many lines in the period.
    A06,
    /// The payee is neither beneficiary nor householder.
    A07,
    /// The account's holder is not the payee.
    A08,
    /// ID number or card damaged or doubtful.
    A09,
    /// One name with two numbers, or one number with two names.
    A10,
    /// The beneficiary is on the list of the deceased.
    A11,
    /// The beneficiary is on the public payroll, and the programme is not for such.
    A12,
    /// The beneficiary or payee is on the declared list of cadres and their relatives.
    A13,
    /// Who entered the roll stands on it.
    A14,
    /// More quantity than the register confirms.
    A15,
    /// The village's sum of quantities has grown.
    A16,
    /// Amount is not rate x quantity.
    A17,
    /// Rate not in the rate table.
    A18,
    /// The amount stands far from those of the others.
    A19,
    /// The amount has leapt since last year; who is new, who is gone.
    A20,
    /// Two programmes of which a person may have one.
    A21,
    /// Age outside the programme's rule.
    A22,
    /// One telephone, many households.
    A23,
    /// Account numbers in a row.
    A24,
    /// Round quantities.
    A25,
    /// One machine's serial number or ear-tag on two lines.
    A26,
    /// The account is another than in earlier batches.
    A27,
    /// Not in the register that the programme requires.
    A28,
    /// In the register, but not on the roll.
    A29,
    /// More than the budget, or not what was posted.
    A30,
    /// Not what was posted, or not posted long enough.
    A31,
    /// First digits against Benford's law.
    A32,
    /// A stretch of persons copied from another village.
    A33,
    /// What a line must have and lacks (name, bank, amount); ours, not of the auditors' list.
    Z01,
    /// A correction that adds somebody or pays more than the batch that it corrects; ours as well.
    Z02,
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
    pub sentence: Sentence,
}

impl Spoken for Finding {
    fn sentence(&self) -> Sentence {
        self.sentence.clone()
    }
}
