//! The transition table: shown in the rustdoc as it is, and never left by random acts of random
//! roles.
use super::*;
use crate::domain::board::{BoardColumn, BoardKind, Condition, Particulars, QuietColumn};
use crate::domain::case::{Action, CaseKind, CaseType, Channel, Outcome};
use crate::domain::disclosure::erasure_reason::ErasureReason;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::journal::{
    Answered, BoardDescribed, BoardInspected, BoardRetired, DisclosureWithdrawn, Erased, Escalated,
    Investigated, ListsEnded, NothingToReport, Paid, Posted, Raised, ReviewSteps, Signed, Subject,
    SubjectKind, TakenBack, TakenDown, Unsubmitted,
};
use crate::domain::text::sentence::Spoken;
use crate::domain::text::words::{Lang, Words};
use crate::domain::values::date::Date;
use std::fmt::Write;

fn stage_word(stage: Stage) -> &'static str {
    match stage {
        Stage::Withdrawn => "已撤回",
        Stage::Returned => "已退回",
        Stage::Open => "草稿",
        Stage::Submitted => "待审",
        Stage::Reviewed => "待签发",
        Stage::Approved => "已审核",
        Stage::Handed => "已报财政",
        Stage::Paid => "已发放",
    }
}

fn rendered() -> String {
    let mut text =
        "# What may follow what\n\n| act | 事项 | on | who | at | leads to | further |\n|---|---|---|---|---|---|---|\n".to_owned();
    for row in &TABLE {
        let list = |words: Vec<String>| words.join(", ");
        let on = list(row.subjects.iter().map(|kind| format!("{kind:?}").to_lowercase()).collect());
        let who = list(row.roles.iter().map(|role| role.word().to_owned()).collect());
        let every = row.stages.len() == 8;
        let at = if every {
            "any".to_owned()
        } else {
            list(row.stages.iter().map(|stage| stage_word(*stage).to_owned()).collect())
        };
        let to = row.to.map_or("-", stage_word);
        writeln!(
            text,
            "| `{:?}` | {} | {on} | {who} | {at} | {to} | {} |",
            row.act, row.chinese, row.further
        )
        .unwrap();
    }
    text.push_str("\nWhile two desks have decided apart only these are possible: ");
    let careful: Vec<String> =
        TABLE.iter().filter(|row| row.in_conflict).map(|row| format!("`{:?}`", row.act)).collect();
    writeln!(text, "{}.", careful.join(", ")).unwrap();
    text
}

#[test]
fn the_rustdoc_shows_the_table_that_the_rules_ask() {
    let shown = include_str!("../table.md");
    assert!(shown == rendered(), "src/domain/dossier/table.md must read:\n{}", rendered());
}

/// Everything that anybody may try, by number.
#[expect(clippy::too_many_lines, reason = "one arm for each act")]
fn attempt(what: u8, past: &Dossier, board: Subject) -> Body {
    let day: Date = jiff::civil::date(2026, 8, 1);
    let stage =
        if what.is_multiple_of(2) { DisclosureStage::Notice } else { DisclosureStage::Result };
    let code = past
        .disclosures
        .last()
        .map_or_else(|| Code::of(b"none"), |disclosed| disclosed.body.code.clone());
    let posting = past.postings.last().map_or(hash(0), |posting| posting.entry);
    let case = past.cases.last().map_or(hash(0), |case| case.entry);
    let mut public = published(
        if what.is_multiple_of(3) { NoticeTime::AfterReview } else { NoticeTime::BeforeSubmission },
        1,
        None,
    );
    public.stage = stage;
    public.revision = past.next_revision(stage);
    public.replaces = past.live(stage).map(|live| live.body.code.clone());
    public.code = Code::of(&[what, u8::try_from(past.history.len()).unwrap()]);
    let steps = if what.is_multiple_of(2) { ReviewSteps::One } else { ReviewSteps::Two };
    let notice = past.live_notice().map(|live| live.entry);
    match what % 22 {
        0..=2 => Body::from(public),
        3 => Body::from(Submitted { steps, ..submitted(NoticeTime::BeforeSubmission, notice) }),
        4 => Body::from(Submitted { steps, ..submitted(NoticeTime::AfterReview, None) }),
        5 => Body::from(Unsubmitted { rows: hash(1) }),
        6 | 7 => Body::from(Approved { rows: hash(1), rules: None }),
        8 => Body::from(Signed { rows: hash(1), rules: None }),
        9 => Body::from(Returned { rows: hash(1), reason: hash(9), lines: vec![] }),
        10 => Body::from(withdrawn(WithdrawalReason::Mistake)),
        11 => Body::from(PayListed {
            list: "L".into(),
            rows: hash(1),
            lines: 2,
            fen: totals().fen,
            made_on: day,
            rules: None,
        }),
        12 => Body::from(Paid { list: "L".into(), on: day, result_due: day, rules: None }),
        13 => Body::from(DisclosureWithdrawn {
            lists: vec![TakenBack { code, remains: hash(8) }],
            class: WithdrawalReason::Privacy,
            reason: hash(9),
            on: day,
        }),
        14 => Body::from(ListsEnded { lists: vec![TakenBack { code, remains: hash(8) }], on: day }),
        15 => Body::from(Erased {
            blobs: vec![hash(1)],
            reason: ErasureReason::Retention,
            on: day,
            rules: None,
        }),
        16 => Body::from(Posted {
            board,
            code,
            on: day,
            through: Some(day),
            photos: vec![],
            rules: None,
        }),
        17 => Body::from(TakenDown { posting, on: day, photos: vec![] }),
        18 => Body::from(Raised {
            case: CaseKind::Objection,
            no: "YY-1".into(),
            received_on: day,
            channel: Channel::Phone,
            about: CaseType::Area,
            code: Some(code),
            row: Some(1),
            hold: what > 100,
            due: day,
            text: hash(7),
            rules: None,
        }),
        19 => {
            let outcome = if what > 100 { Outcome::Upheld } else { Outcome::NotUpheld };
            Body::from(Investigated { case, on: day, outcome, facts: hash(6) })
        }
        20 => {
            let action = if what > 100 { Action::Correct } else { Action::Explain };
            Body::from(Answered { case, on: day, action, reply: hash(5), rules: None })
        }
        _ => Body::from(Escalated { case, on: day, to: "县农业农村局".into(), due: day }),
    }
}

fn person(role: Role) -> Author {
    author(role)
}

/// What must hold in any dossier, whatever was tried.
fn is_sound(dossier: &Dossier) -> Result<(), TestCaseError> {
    // what a stage needs it has by its type; without a conflict no money outlives its stage
    prop_assert_eq!(dossier.stage() >= Stage::Handed, dossier.pay_list().is_some());
    prop_assert_eq!(dossier.stage() == Stage::Paid, dossier.booked().is_some());
    for stage in [DisclosureStage::Notice, DisclosureStage::Result] {
        prop_assert!(
            dossier.disclosures.iter().filter(|it| it.live && it.body.stage == stage).count() <= 1,
            "two live disclosures"
        );
    }
    prop_assert!(
        dossier.disclosures.iter().all(|it| !(it.live && it.withdrawn_on.is_some())),
        "withdrawn and live"
    );
    let results = dossier.disclosures.iter().filter(|it| it.body.stage == DisclosureStage::Result);
    prop_assert!(results.count() == 0 || dossier.booked().is_some(), "a result before the payment");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]
    #[test]
    fn random_acts_of_random_roles_never_reach_a_forbidden_state(steps in prop::collection::vec((any::<u8>(), 0usize..6), 1..40)) {
        let board = Subject::parse("W-7K3QX2MD-3").unwrap();
        let mut entries: Vec<FoldEntry> = Vec::new();
        let mut dossier = Dossier::default();
        for (seq, (what, role)) in steps.into_iter().enumerate() {
            let role = Role::ALL[role];
            let body = attempt(what, &dossier, board);
            let allowed = permits(Past::Batch(&dossier), &body, Some(&person(role)));
            let row = super::super::table::transition(Past::Batch(&dossier), &body).copied();
            let id = u8::try_from(seq).unwrap();
            entries.push(entry(id, 1, seq as u64 + 1, &dossier.heads, role, body));
            let next = fold(entries.clone());
            prop_assert_eq!(next.history.last().unwrap().without_effect.is_some(), allowed.is_err());
            // an act without effect changes nothing but the history
            if allowed.is_err() {
                prop_assert_eq!(next.stage(), dossier.stage());
            } else {
                let row = row.unwrap();
                prop_assert!(row.roles.contains(&role) && row.stages.contains(&dossier.stage()));
                prop_assert_eq!(next.stage(), row.to.unwrap_or(dossier.stage()));
            }
            // money: never with an open objection, a promised correction or before the end of the
            // notice
            if next.stage() == Stage::Handed && dossier.stage() == Stage::Approved {
                prop_assert_eq!(dossier.open_objections(), 0);
                prop_assert!(!dossier.cases.iter().any(crate::domain::case::Case::owes));
                prop_assert!(dossier.notice_through().is_none_or(|through| through < next.pay_list().unwrap().made_on));
            }
            is_sound(&next)?;
            dossier = next;
        }
    }

    #[test]
    fn random_acts_never_bring_a_given_up_board_back(steps in prop::collection::vec((0u8..4, 0usize..6), 1..20)) {
        use crate::domain::board::{Board, fold_board};
        let day = jiff::civil::date(2026, 8, 1);
        let mut entries: Vec<FoldEntry> = Vec::new();
        let mut board = Board::default();
        for (seq, (what, role)) in steps.into_iter().enumerate() {
            let columns = vec![BoardColumn::Village];
            let division = key().division;
            let name = "村委会门口栏".to_owned();
            let place = "村委会".to_owned();
            let body = match what {
                0 => Body::from(BoardDescribed(Particulars { division, name, place, kind: BoardKind::Fixed, columns, since: None })),
                1 => Body::from(BoardInspected { on: day, condition: Condition::Good, photos: vec![] }),
                2 => Body::from(NothingToReport(QuietColumn { column: BoardColumn::Village, period: key().period, on: day })),
                _ => Body::from(BoardRetired { on: day }),
            };
            let id = u8::try_from(seq).unwrap();
            entries.push(entry(id, 1, seq as u64 + 1, &board.heads, Role::ALL[role], body));
            let next = fold_board(entries.clone());
            prop_assert!(board.retired_on.is_none() || (next.retired_on == board.retired_on && next.nothing == board.nothing));
            prop_assert!(next.nothing.len() <= 1 && (next.described.is_some() || next.inspected.is_none()));
            board = next;
        }
    }
}

/// One of each refusal. (That a new one has its key in both languages is also what
/// `tests/cli/words.rs` asks.)
fn all_refusals() -> Vec<Refusal> {
    let day = jiff::civil::date(2026, 8, 1);
    let with = vec![
        Refusal::Role(Role::Clerk),
        Refusal::Blocked(1),
        Refusal::Unexplained(1),
        Refusal::NoticeRuns(day),
        Refusal::KeepUntil(day),
        Refusal::ObjectionOpen(1),
        Refusal::PaidTooEarly(day),
        Refusal::PostedTooEarly(day),
        Refusal::TakenDownTooEarly(day),
        Refusal::BoardNotYet(day),
        Refusal::WordsTooLong(40),
    ];
    with.into_iter().chain(Refusal::PLAIN.iter().cloned()).collect()
}

#[test]
fn every_refusal_has_its_sentence_in_both_languages() {
    let zh = Words::new(Lang::Zh);
    let en = Words::new(Lang::En);
    for refusal in all_refusals() {
        let sentence = refusal.sentence();
        let chinese = zh.say(&sentence);
        let english = en.say(&sentence);
        assert!(
            chinese.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
                && !chinese.contains(sentence.key),
            "{}",
            sentence.key
        );
        assert!(
            english.is_ascii() && !english.contains(sentence.key) && english.len() > 10,
            "{}: {english}",
            sentence.key
        );
    }
}

#[test]
fn every_kind_of_entry_about_a_batch_board_or_enquiry_has_its_row() {
    let founding = [
        "office-founded",
        "terminal-founded",
        "user-enrolled",
        "reference-imported",
        "cross-match-imported",
    ];
    let acts = Body::kinds().filter(|(kind, _)| !founding.contains(kind)).count();
    // two kinds of entry are several acts: published (3), approved (2), withdrawn (2)
    assert_eq!(TABLE.len(), acts + 2 + 1 + 1);
    assert!(
        TABLE
            .iter()
            .all(|row| row.subjects.iter().all(|kind| SubjectState::empty(*kind).is_some()))
    );
    assert_eq!(SubjectKind::of_letter('W'), Some(SubjectKind::Board));
}
