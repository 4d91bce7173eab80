//! The dossier's rules as sentences, and the fold's promise: any order of arrival, one dossier.
mod after_publication;
mod table;

use super::row_rules::{RowFacts, RowStanding, by_rows};
use super::*;
use crate::domain::disclosure::Code;
use crate::domain::disclosure::{DisclosureStage, IssuerKind, NoticePeriod};
use crate::domain::journal::{
    ActKind, Approved, Body, EntryId, PayListed, Published, Returned, Submitted, TerminalId,
    Withdrawn,
};
use crate::domain::journal::{Author, FoldEntry};
use crate::domain::people::user::{Role, Roles};
use crate::domain::reference::division::DivisionCode;
use crate::domain::reference::programme::{DayKind, NoticeTime};
use crate::domain::roll::{RollKey, Totals};
use crate::domain::values::hash::Hash;
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use crate::domain::values::quantity::Quantity;
use crate::domain::values::timestamp::Timestamp;
use proptest::prelude::*;

fn hash(n: u8) -> Hash {
    Hash::of("test\n", &[&[n]])
}

fn author(role: Role) -> Author {
    Author { roles: Roles::new([role]).unwrap(), person: hash(100 + role as u8) }
}

fn key() -> RollKey {
    let division = DivisionCode::parse("140923104204").unwrap();
    RollKey::normal("P01".into(), division, Period::year_of(2026).unwrap())
}

fn totals() -> Totals {
    Totals {
        lines: 2,
        households: 2,
        persons: 2,
        quantity: Quantity::ZERO,
        fen: Fen::try_from(300).unwrap(),
    }
}

fn submitted(when: NoticeTime, notice: Option<EntryId>) -> Submitted {
    let entered_by = vec![author(Role::Clerk).person];
    Submitted {
        key: key(),
        label: "X-1".into(),
        rows: hash(1),
        totals: totals(),
        findings: vec![],
        reasons: None,
        entered_by,
        when,
        notice,
        steps: crate::domain::journal::ReviewSteps::One,
        rules: None,
    }
}

fn published(when: NoticeTime, revision: u32, replaces: Option<Code>) -> Published {
    let day = |d| jiff::civil::date(2026, 7, d);
    Published {
        key: key(),
        label: "X-1".into(),
        stage: DisclosureStage::Notice,
        issuer: IssuerKind::VillageCommittee,
        revision,
        replaces,
        code: Code::of(&[u8::try_from(revision).unwrap()]),
        content: hash(2),
        signature: String::new(),
        paper_names: None,
        rows: hash(1),
        notice: Some(NoticePeriod { from: day(1), to: day(8), day_kind: DayKind::Calendar }),
        when,
        totals: totals(),
        list_until: None,
        answers: None,
        answers_too: vec![],
        changed: 0,
        changed_rows: vec![],
        change_reason: None,
        rules: None,
    }
}

fn withdrawn(class: crate::domain::disclosure::withdrawal::WithdrawalReason) -> Withdrawn {
    Withdrawn { reason: hash(9), class, lists: vec![] }
}

fn entry(n: u8, terminal: u8, seq: u64, saw: &[EntryId], role: Role, body: Body) -> FoldEntry {
    let at = Timestamp::parse("2026-07-01").unwrap();
    let terminal = TerminalId::of_key(&[terminal; 32]);
    let kind = body.kind().to_owned();
    FoldEntry {
        id: hash(n),
        terminal,
        seq,
        saw: saw.to_vec(),
        at,
        author: Some(hash(200)),
        known: Some(author(role)),
        body,
        kind,
    }
}

fn submit(n: u8, terminal: u8, seq: u64, saw: &[EntryId]) -> FoldEntry {
    entry(n, terminal, seq, saw, Role::Clerk, Body::from(submitted(NoticeTime::None, None)))
}

fn approve(n: u8, terminal: u8, seq: u64, saw: &[EntryId]) -> FoldEntry {
    entry(
        n,
        terminal,
        seq,
        saw,
        Role::Reviewer,
        Body::from(Approved { rows: hash(1), rules: None }),
    )
}

fn send_back(n: u8, terminal: u8, seq: u64, saw: &[EntryId]) -> FoldEntry {
    entry(
        n,
        terminal,
        seq,
        saw,
        Role::Reviewer,
        Body::from(Returned { rows: hash(1), reason: hash(9), lines: vec![1] }),
    )
}

/// May this author write this about the batch?
fn may(dossier: &Dossier, body: impl Into<Body>, author: &Author) -> Result<(), Refusal> {
    permits(Past::Batch(dossier), &body.into(), Some(author))
}

#[test]
fn whoever_entered_a_batch_cannot_approve_it() {
    let dossier = fold(vec![submit(1, 1, 1, &[])]);
    let mut reviewer = author(Role::Reviewer);
    let approved = || Approved { rows: hash(1), rules: None };
    assert_eq!(may(&dossier, approved(), &reviewer), Ok(()));
    reviewer.person = author(Role::Clerk).person;
    assert_eq!(may(&dossier, approved(), &reviewer), Err(Refusal::OwnBatch));
}

/// What the rows say of an act: of `lines` lines, so many findings that block and that wait for a
/// reason; `same` = the live notice shows them; the reviewer stands in them.
fn rows_say(
    act: ActKind,
    dossier: &Dossier,
    when: NoticeTime,
    (lines, findings, same): (u32, (u32, u32), bool),
) -> Result<(), Refusal> {
    let reviewer = author(Role::Reviewer);
    let at = RowStanding { dossier, author: &reviewer, when, board_in_use: false };
    let rows = RowFacts {
        lines: Some(lines),
        findings: Some(findings),
        shows_notice: Some(same),
        shows_result: Some(same),
        users: Some(vec![reviewer.person]),
    };
    by_rows(act, &at, &rows).unwrap()
}

#[test]
fn whoever_stands_in_a_batch_cannot_approve_it() {
    let dossier = fold(vec![submit(1, 1, 1, &[])]);
    for act in [ActKind::Approve, ActKind::Review, ActKind::Sign] {
        let said = rows_say(act, &dossier, NoticeTime::None, (2, (0, 0), true));
        assert_eq!(said, Err(Refusal::OwnLine));
    }
}

#[test]
fn a_roll_is_handed_in_only_with_lines_and_without_open_findings() {
    let handed_in = |lines, findings| {
        let rows = (lines, findings, false);
        rows_say(ActKind::Submit, &Dossier::default(), NoticeTime::None, rows)
    };
    assert_eq!(handed_in(0, (0, 0)), Err(Refusal::Empty));
    assert_eq!(handed_in(2, (3, 2)), Err(Refusal::Blocked(3)));
    assert_eq!(handed_in(2, (0, 1)), Err(Refusal::Unexplained(1)));
    assert_eq!(handed_in(2, (0, 0)), Ok(()));
}

#[test]
fn what_differs_from_its_notice_is_not_handed_in_and_what_is_public_is_not_published_again() {
    let notice = Body::from(published(NoticeTime::BeforeSubmission, 1, None));
    let dossier = fold(vec![entry(1, 1, 1, &[], Role::Clerk, notice)]);
    let say = |act, same| rows_say(act, &dossier, NoticeTime::BeforeSubmission, (2, (0, 0), same));
    assert_eq!(say(ActKind::Submit, false), Err(Refusal::NoticeDiffers));
    assert_eq!(say(ActKind::Submit, true), Ok(()));
    assert_eq!(say(ActKind::PublishFirst, true), Err(Refusal::AlreadyPublic));
    assert_eq!(say(ActKind::PublishFirst, false), Ok(()));
}

#[test]
fn an_approval_names_the_rows_so_other_rows_are_another_submission() {
    let other = entry(
        2,
        1,
        2,
        &[hash(1)],
        Role::Reviewer,
        Body::from(Approved { rows: hash(7), rules: None }),
    );
    let dossier = fold(vec![submit(1, 1, 1, &[]), other]);
    assert_eq!(dossier.stage(), Stage::Submitted);
    assert_eq!(
        dossier.history.last().unwrap().without_effect.as_deref(),
        Some("refused-other-rows")
    );
}

#[test]
fn two_desks_that_decided_apart_leave_a_conflict_and_the_careful_answer() {
    let entries =
        vec![submit(1, 1, 1, &[]), approve(2, 2, 1, &[hash(1)]), send_back(3, 3, 1, &[hash(1)])];
    let dossier = fold(entries.clone());
    assert_eq!(
        (dossier.stage(), dossier.conflict, dossier.heads.len()),
        (Stage::Returned, true, 2)
    );
    let clerk = author(Role::Clerk);
    let again = submitted(NoticeTime::None, None);
    let clean = (2, (0, 0), true);
    assert_eq!(rows_say(ActKind::Submit, &dossier, NoticeTime::None, clean), Ok(()));
    assert_eq!(may(&dossier, again, &clerk), Err(Refusal::Conflict));
    let heads = dossier.heads.clone();
    let ended = fold(entries.into_iter().chain([send_back(4, 2, 2, &heads)]).collect());
    assert_eq!(
        (ended.stage(), ended.conflict, ended.heads),
        (Stage::Returned, false, vec![hash(4)])
    );
}

#[test]
fn money_waits_until_the_notice_has_ended() {
    let notice = entry(
        1,
        1,
        1,
        &[],
        Role::Clerk,
        Body::from(published(NoticeTime::BeforeSubmission, 1, None)),
    );
    let roll = Body::from(submitted(NoticeTime::BeforeSubmission, Some(hash(1))));
    let dossier = fold(vec![
        notice,
        entry(2, 1, 2, &[hash(1)], Role::Clerk, roll),
        approve(3, 1, 3, &[hash(2)]),
    ]);
    assert_eq!(dossier.stage(), Stage::Approved);
    let treasurer = author(Role::Treasurer);
    let pay = |day| {
        let made_on = jiff::civil::date(2026, 7, day);
        let body = PayListed {
            list: "L".into(),
            rows: hash(1),
            lines: 2,
            fen: totals().fen,
            made_on,
            rules: None,
        };
        rows_say(ActKind::PayList, &dossier, NoticeTime::BeforeSubmission, (2, (0, 0), true))?;
        may(&dossier, body, &treasurer)
    };
    assert_eq!(pay(8), Err(Refusal::NoticeRuns(jiff::civil::date(2026, 7, 8))));
    assert!(pay(9).is_ok());
}

#[test]
fn a_programme_that_is_noticed_first_is_not_submitted_without_it() {
    let clerk = author(Role::Clerk);
    let body = submitted(NoticeTime::BeforeSubmission, None);
    let when = NoticeTime::BeforeSubmission;
    let clean = (2, (0, 0), true);
    assert_eq!(rows_say(ActKind::Submit, &Dossier::default(), when, clean), Ok(()));
    let refused = may(&Dossier::default(), body, &clerk);
    assert_eq!(refused, Err(Refusal::NoticeFirst));
}

#[test]
fn a_line_is_in_at_most_one_live_pay_list() {
    let pay = |n, seq, saw| {
        let made_on = jiff::civil::date(2026, 7, 9);
        let body = PayListed {
            list: format!("L-{n}"),
            rows: hash(1),
            lines: 2,
            fen: totals().fen,
            made_on,
            rules: None,
        };
        entry(n, 1, seq, saw, Role::Treasurer, Body::from(body))
    };
    let entries = vec![
        submit(1, 1, 1, &[]),
        approve(2, 1, 2, &[hash(1)]),
        pay(3, 3, &[hash(2)]),
        pay(4, 4, &[hash(3)]),
    ];
    let dossier = fold(entries);
    assert_eq!(dossier.pay_list().unwrap().list, "L-3");
    assert_eq!(
        dossier.history.last().unwrap().without_effect.as_deref(),
        Some("refused-already-handed")
    );
}

#[test]
fn money_that_went_stays_known_where_another_desk_returned_the_batch_apart_from_it() {
    let made_on = jiff::civil::date(2026, 8, 1);
    let list = "L-1".to_owned();
    let rows = hash(1);
    let rules = None;
    let body = PayListed { list, rows, lines: 2, fen: totals().fen, made_on, rules };
    let entries = vec![
        submit(1, 1, 1, &[]),
        approve(2, 1, 2, &[hash(1)]),
        entry(3, 2, 1, &[hash(2)], Role::Treasurer, Body::from(body)),
        send_back(4, 1, 3, &[hash(2)]),
    ];
    let dossier = fold(entries);
    assert_eq!((dossier.stage(), dossier.conflict), (Stage::Returned, true));
    assert_eq!((dossier.approval(), dossier.rows()), (None, Some(hash(1))));
    assert_eq!(dossier.pay_list().map(|there| there.list.as_str()), Some("L-1"));
}

#[test]
fn a_missing_entry_is_a_gap_until_it_arrives() {
    let dossier = fold(vec![approve(2, 2, 1, &[hash(1)])]);
    assert_eq!(dossier.gaps, [hash(1)]);
    let whole = fold(vec![approve(2, 2, 1, &[hash(1)]), submit(1, 1, 1, &[])]);
    assert_eq!((whole.gaps.len(), whole.stage()), (0, Stage::Approved));
}

/// A random journal: three terminals act on one batch, each having seen some of what stands.
fn journals() -> impl Strategy<Value = Vec<FoldEntry>> {
    let step = (0u8..3, 0usize..5, any::<u8>());
    prop::collection::vec(step, 1..14).prop_map(|steps| {
        let mut entries: Vec<FoldEntry> = Vec::new();
        let mut seqs = [0u64; 3];
        for (n, (terminal, what, seen)) in steps.into_iter().enumerate() {
            seqs[usize::from(terminal)] += 1;
            // some terminals know all, some half, some nothing of the others
            let known: Vec<FoldEntry> = match seen % 3 {
                0 => entries.clone(),
                1 => entries.iter().take(entries.len() / 2).cloned().collect(),
                _ => entries
                    .iter()
                    .filter(|e| e.terminal == TerminalId::of_key(&[terminal; 32]))
                    .cloned()
                    .collect(),
            };
            let past = fold(known);
            let id = u8::try_from(n).unwrap();
            let body = match what {
                0 => Body::from(published(
                    NoticeTime::BeforeSubmission,
                    past.next_revision(DisclosureStage::Notice),
                    past.live_notice().map(|d| d.body.code.clone()),
                )),
                1 => Body::from(submitted(NoticeTime::None, None)),
                2 => Body::from(Approved { rows: hash(1), rules: None }),
                3 => Body::from(Returned { rows: hash(1), reason: hash(9), lines: vec![] }),
                _ => Body::from(withdrawn(
                    crate::domain::disclosure::withdrawal::WithdrawalReason::Unstated,
                )),
            };
            let role = if what < 2 { Role::Clerk } else { Role::Reviewer };
            entries.push(entry(id, terminal, seqs[usize::from(terminal)], &past.heads, role, body));
        }
        entries
    })
}

proptest! {
    #[test]
    fn the_order_of_arrival_does_not_matter((entries, shuffled) in journals().prop_flat_map(|entries| {
        (Just(entries.clone()), Just(entries).prop_shuffle())
    })) {
        prop_assert_eq!(fold(entries), fold(shuffled));
    }

    #[test]
    fn a_conflict_never_ends_in_a_forward_stage(entries in journals()) {
        let dossier = fold(entries);
        if dossier.conflict {
            prop_assert!(dossier.heads.len() > 1 || dossier.history.last().unwrap().without_effect.is_some());
        }
        prop_assert!(dossier.stage() != Stage::Handed);
        prop_assert_eq!(dossier.stage() == Stage::Approved, dossier.approval().is_some());
    }
}
