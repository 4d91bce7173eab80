//! A08, A26, A30 and A31: what no roll of this version can be asked, and why. Said plainly in the
//! report.
use super::look::Look;
use super::report::Answer;
use crate::domain::roll::finding::Finding;

/// What is counted in pieces that bear a number of their own.
const NUMBERED: [&str; 6] = ["台", "头", "只", "匹", "口", "套"];

/// A08: lines name the payee and the account, and no holder of the account beside them.
///
/// A file's 户名 or 持卡人 is read as the payee: a holder who is neither beneficiary nor householder is
/// reported by A07, at the same level. Only a file with payee *and* holder could show more. That
/// would need a field for the holder in the form, because a finding that blocks must be mendable.
pub(super) fn account_holder(_: &Look, _: &mut Vec<Finding>) -> Answer {
    Answer::Lacks("check-lacks-account-holders")
}

/// A26: lines have no cell for a machine's serial number, an ear-tag or a plot.
pub(super) fn serial_number(at: &Look, _: &mut Vec<Finding>) -> Answer {
    if NUMBERED.iter().any(|unit| at.around.programme.unit.starts_with(unit)) {
        Answer::Lacks("check-lacks-serial-numbers")
    } else {
        Answer::NotApplicable("check-not-numbered")
    }
}

/// A30: whether list, posting and payment agree is decided at submission and at the pay list; the
/// budget (指标) is not kept.
pub(super) fn budget(_: &Look, _: &mut Vec<Finding>) -> Answer {
    Answer::Lacks("check-lacks-budget")
}

/// A31: decided by the dossier's rules at submission and at the pay list, not by looking at rows.
pub(super) fn posting(_: &Look, _: &mut Vec<Finding>) -> Answer {
    Answer::NotApplicable("check-decided-later")
}
