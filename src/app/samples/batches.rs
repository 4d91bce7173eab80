//! Its batches, and what somebody may do with them.
use super::{seen, totals};
use crate::app::views::{BatchRow, NoticeView, Standing};
use crate::domain::dossier::Refusal;
use crate::domain::people::user::Role;
use crate::domain::roll::{BatchKind, Totals};
use crate::domain::values::period::Period;
use crate::office::{ActName, Possibilities, Possible};
use jiff::civil::date;

/// Whose the acts of the samples are.
#[expect(clippy::wildcard_enum_match_arm, reason = "all other acts are the clerk's")]
fn owner(act: ActName) -> Role {
    match act {
        ActName::Approve | ActName::Return => Role::Reviewer,
        ActName::Sign => Role::Signer,
        ActName::PayList | ActName::BookPayment => Role::Treasurer,
        ActName::Erase => Role::Administrator,
        _ => Role::Clerk,
    }
}

/// As this role is told: whose an act is comes before all else.
pub(crate) fn as_role(role: Role, possible: &Possibilities) -> Possibilities {
    let refused = |act: &&ActName| possible.refusal(**act).is_some() || possible.is_yes(**act);
    let asked = ActName::ALL.iter().filter(refused).filter(|act| owner(**act) != role);
    let others = |all: Possibilities, act: &ActName| {
        all.with(*act, Possible::No(Refusal::Role(owner(*act))))
    };
    asked.fold(possible.clone(), others)
}

/// What is possible where a batch stands, for somebody with all roles.
fn possible(standing: Standing) -> Possibilities {
    let open = matches!(
        standing,
        Standing::Draft | Standing::Noticed | Standing::NoticeEnded | Standing::Returned
    );
    let if_so = |so: bool, refusal| if so { Possible::Yes } else { Possible::No(refusal) };
    Possibilities::default()
        .with(ActName::Submit, if_so(open, Refusal::NotOpen))
        .with(ActName::Publish, if_so(standing == Standing::Draft, Refusal::AlreadyPublic))
        .with(ActName::Approve, if_so(standing == Standing::Submitted, Refusal::NotSubmitted))
        .with(ActName::Sign, if_so(standing == Standing::Reviewed, Refusal::NotReviewed))
        .with(ActName::PayList, if_so(standing == Standing::Approved, Refusal::NotApproved))
        .with(ActName::Discard, if_so(standing == Standing::Draft, Refusal::NotOpen))
}

#[expect(clippy::wildcard_enum_match_arm, reason = "nothing more is to be done with the others")]
fn next(standing: Standing) -> Option<ActName> {
    match standing {
        Standing::Draft | Standing::Noticed | Standing::NoticeEnded | Standing::Returned => {
            Some(ActName::Submit)
        }
        Standing::Submitted => Some(ActName::Approve),
        Standing::Reviewed => Some(ActName::Sign),
        Standing::Approved => Some(ActName::PayList),
        _ => None,
    }
}

/// One of its findings blocks.
fn blocked(batch: BatchRow) -> BatchRow {
    let possible = batch.possible.with(ActName::Submit, Possible::No(Refusal::Blocked(1)));
    BatchRow { blocking: 1, possible, ..batch }
}

/// The batches as this role is told of them.
pub(crate) fn batches_of(role: Role) -> Vec<BatchRow> {
    let told = |batch: BatchRow| BatchRow { possible: as_role(role, &batch.possible), ..batch };
    batches().into_iter().map(told).collect()
}

fn batch(id: &str, village: &str, initials: &str, standing: Standing, totals: Totals) -> BatchRow {
    BatchRow {
        seen: seen(id),
        label: format!("140923104-2026-DL-{id}"),
        village: village.into(),
        programme: "耕地地力保护补贴".into(),
        initials: format!("{initials} gddlbhbt"),
        period: Period::year_of(2026).unwrap(),
        kind: BatchKind::Normal,
        standing,
        totals,
        blocking: 0,
        unexplained: 0,
        explained: 0,
        notice: None,
        next: next(standing),
        possible: possible(standing),
        edits: 0,
    }
}

pub(crate) fn batches() -> Vec<BatchRow> {
    let notice = NoticeView { from: date(2026, 6, 28), to: date(2026, 7, 5), days_left: 4 };
    let mut all = vec![
        BatchRow {
            unexplained: 1,
            ..blocked(batch(
                "1",
                "段村村",
                "dcc",
                Standing::Draft,
                totals(214, "1025.40", 6_870_180),
            ))
        },
        BatchRow {
            explained: 2,
            ..batch("2", "小敦素村", "xdsc", Standing::Submitted, totals(176, "766.15", 5_133_267))
        },
        blocked(batch(
            "3",
            "何家寨村",
            "hjzc",
            Standing::Returned,
            totals(203, "955.52", 6_402_010),
        )),
        BatchRow {
            notice: Some(notice),
            ..batch("4", "沱阳村", "tyc", Standing::Noticed, totals(98, "449.44", 3_011_244))
        },
        batch("5", "枣林东村", "zldc", Standing::Approved, totals(151, "715.05", 4_790_802)),
        batch("6", "枣林西村", "zlxc", Standing::HandedOver, totals(122, "588.33", 3_941_790)),
    ];
    let social = batch(
        "7",
        "买买提艾力村民小组联合示范新村",
        "mmtal",
        Standing::Submitted,
        totals(42, "42.00", 12_184_200),
    );
    all.push(BatchRow {
        programme: "农村最低生活保障".into(),
        initials: "mmtal nczdshbz".into(),
        ..social
    });
    all
}
