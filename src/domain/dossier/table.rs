//! The transition table: which act, of whom, at which stage, leads where. The only place that says
//! so.
use super::Past;
use super::stage::Stage;
use crate::domain::journal::{ActKind, Body, ReviewSteps, SubjectKind};
use crate::domain::people::user::Role;
use Role::{Administrator, Clerk, Reviewer, Signer, Treasurer};
use Stage::{Approved, Handed, Open, Paid, Returned, Reviewed, Submitted, Withdrawn};

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Transition {
    /// The act.
    pub act: ActKind,
    /// As people call it.
    pub chinese: &'static str,
    /// On which subjects.
    pub subjects: &'static [SubjectKind],
    /// Any of these.
    pub roles: &'static [Role],
    /// At these stages of a batch.
    pub stages: &'static [Stage],
    /// Where it leads; `None` = the stage stays.
    pub to: Option<Stage>,
    /// Is it possible while two desks have decided differently? Only acts that protect somebody at
    /// once, and those that end the conflict.
    pub in_conflict: bool,
    /// What else must hold.
    pub further: &'static str,
}

const OPEN: &[Stage] = &[Withdrawn, Returned, Open];
const UNDECIDED: &[Stage] = &[Returned, Open, Submitted];
const DECIDABLE: &[Stage] = &[Submitted, Reviewed, Approved];
const BEFORE_FINANCE: &[Stage] = &[Returned, Open, Submitted, Reviewed, Approved];
const ANY: &[Stage] = &[Withdrawn, Returned, Open, Submitted, Reviewed, Approved, Handed, Paid];
const BATCH: &[SubjectKind] = &[SubjectKind::Batch];
const BOARD: &[SubjectKind] = &[SubjectKind::Board];
const CASE: &[SubjectKind] = &[SubjectKind::Batch, SubjectKind::Enquiry];

const fn row(
    act: ActKind,
    chinese: &'static str,
    roles: &'static [Role],
    stages: &'static [Stage],
    to: Option<Stage>,
    further: &'static str,
) -> Transition {
    Transition { act, chinese, subjects: BATCH, roles, stages, to, in_conflict: false, further }
}

const fn always(
    act: ActKind,
    chinese: &'static str,
    roles: &'static [Role],
    stages: &'static [Stage],
    to: Option<Stage>,
    further: &'static str,
) -> Transition {
    Transition { in_conflict: true, ..row(act, chinese, roles, stages, to, further) }
}

const fn of(
    subjects: &'static [SubjectKind],
    act: ActKind,
    chinese: &'static str,
    roles: &'static [Role],
    further: &'static str,
) -> Transition {
    Transition { subjects, ..always(act, chinese, roles, ANY, None, further) }
}

/// All transitions. An act that has no row here has no effect anywhere.
pub const TABLE: [Transition; 26] = [
    row(
        ActKind::PublishFirst,
        "公示(送审前)",
        &[Clerk],
        OPEN,
        None,
        "next revision; not the list that is public already",
    ),
    row(
        ActKind::PublishReviewed,
        "公示(审核后)",
        &[Clerk, Reviewer],
        &[Approved],
        None,
        "the approved rows; next revision",
    ),
    row(
        ActKind::PublishResult,
        "结果公开",
        &[Clerk, Reviewer],
        &[Paid],
        None,
        "the paid rows; next revision of the result",
    ),
    row(
        ActKind::Submit,
        "送审",
        &[Clerk],
        OPEN,
        Some(Submitted),
        "nothing blocks, reasons are written; rests on a live notice of this list where it comes first",
    ),
    row(
        ActKind::Unsubmit,
        "取消送审",
        &[Clerk],
        &[Submitted],
        Some(Open),
        "no desk has acted; the notice stays",
    ),
    row(
        ActKind::Approve,
        "审核(一步)",
        &[Reviewer],
        &[Submitted],
        Some(Approved),
        "these rows; not by who entered it or stands in it; no objection holds it",
    ),
    row(
        ActKind::Review,
        "审核(两步)",
        &[Reviewer],
        &[Submitted],
        Some(Reviewed),
        "these rows; not by who entered it or stands in it; no objection holds it",
    ),
    row(
        ActKind::Sign,
        "签发",
        &[Signer],
        &[Reviewed],
        Some(Approved),
        "these rows; not by who entered, reviewed or stands in it; no objection holds it",
    ),
    always(
        ActKind::Return,
        "退回",
        &[Reviewer, Signer],
        DECIDABLE,
        Some(Returned),
        "these rows, with a reason; ends a conflict",
    ),
    always(
        ActKind::WithdrawUndecided,
        "撤回(未审)",
        &[Clerk, Reviewer],
        UNDECIDED,
        Some(Withdrawn),
        "with a reason; takes back all live disclosures, for privacy all lists; ends a conflict if a reviewer does it",
    ),
    always(
        ActKind::WithdrawDecided,
        "撤回(已审)",
        &[Reviewer],
        BEFORE_FINANCE,
        Some(Withdrawn),
        "with a reason; takes back all live disclosures, for privacy all lists; ends a conflict",
    ),
    row(
        ActKind::PayList,
        "报财政",
        &[Treasurer],
        &[Approved],
        Some(Handed),
        "the approved rows; a notice of these rows has ended, counted from the first posting that hung until its last day; no open objection, no promised correction",
    ),
    row(
        ActKind::BookPaid,
        "到账",
        &[Treasurer],
        &[Handed],
        Some(Paid),
        "the same pay list; not before it was made",
    ),
    always(
        ActKind::WithdrawDisclosure,
        "撤回公示",
        &[Clerk, Reviewer, Administrator],
        ANY,
        None,
        "with a reason class, for privacy all lists; opens recall orders",
    ),
    always(
        ActKind::EndLists,
        "下架",
        &[Clerk, Reviewer, Administrator],
        ANY,
        None,
        "their public time is over",
    ),
    of(
        CASE,
        ActKind::Erase,
        "销毁",
        &[Administrator],
        "paid or withdrawn and nothing open, or only what was withdrawn from the public",
    ),
    always(
        ActKind::Post,
        "张贴",
        &[Clerk, Reviewer],
        ANY,
        None,
        "a disclosure that is neither withdrawn nor replaced; not twice on one board",
    ),
    always(
        ActKind::TakeDown,
        "撤下",
        &[Clerk, Reviewer],
        ANY,
        None,
        "a posting that hangs; under recall with a photo",
    ),
    of(
        CASE,
        ActKind::Raise,
        "登记",
        &[Clerk, Reviewer],
        "a number of the register; its disclosure is one of this batch",
    ),
    of(
        CASE,
        ActKind::Investigate,
        "核实",
        &[Clerk, Reviewer],
        "two people; the case is open; after it was sent on only the township",
    ),
    of(
        CASE,
        ActKind::Answer,
        "答复",
        &[Clerk, Reviewer],
        "an objection only after it was looked into; upheld needs an action: a correction before the money goes, a correction batch after it",
    ),
    of(CASE, ActKind::Escalate, "转办", &[Clerk, Reviewer], "the case is open"),
    of(
        BOARD,
        ActKind::DescribeBoard,
        "设置公开栏",
        &[Clerk, Reviewer, Administrator],
        "a name and a column; the village stays the same",
    ),
    of(BOARD, ActKind::InspectBoard, "巡查", &[Clerk, Reviewer], "the board is in use"),
    of(
        BOARD,
        ActKind::NothingToReport,
        "本期无事项",
        &[Clerk, Reviewer],
        "a column of the board, once a period",
    ),
    of(
        BOARD,
        ActKind::RetireBoard,
        "停用",
        &[Clerk, Reviewer, Administrator],
        "the board is in use",
    ),
];

/// The table's row for an entry, given what came before it; `None` = no act on this subject.
#[must_use]
pub fn transition(past: Past<'_>, body: &Body) -> Option<&'static Transition> {
    let act = act_kind(past, body)?;
    TABLE.iter().find(|row| row.act == act && row.subjects.contains(&past.subject()))
}

/// One kind of entry may be two different acts, depending on the state of the subject.
fn act_kind(past: Past<'_>, body: &Body) -> Option<ActKind> {
    let act = body.act()?;
    let is_first_step = act == ActKind::Approve && past.steps() == ReviewSteps::Two;
    let meets_a_decision = act == ActKind::WithdrawUndecided && !past.is_undecided();
    Some(match (is_first_step, meets_a_decision) {
        (true, _) => ActKind::Review,
        (_, true) => ActKind::WithdrawDecided,
        (false, false) => act,
    })
}
