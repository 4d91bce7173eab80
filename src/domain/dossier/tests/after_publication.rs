//! What happens to a disclosure on the wall and after it, as sentences.
use super::*;
use crate::domain::board::{Photo, PhotoView};
use crate::domain::case::{Action, CaseKind, CaseType, Channel, Outcome};
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::journal::{
    Answered, CaseBody, DisclosureWithdrawn, Investigated, Paid, Posted, Raised, ReviewSteps,
    Signed, Subject, TakenBack, TakenDown, Unsubmitted,
};
use crate::domain::values::date::Date;

fn day(n: i8) -> Date {
    jiff::civil::date(2026, 7, n)
}

/// A line of entries on one terminal, each having seen the one before.
fn line(acts: Vec<(Role, Body)>) -> Vec<FoldEntry> {
    let mut entries: Vec<FoldEntry> = Vec::new();
    for (n, (role, body)) in acts.into_iter().enumerate() {
        let saw: Vec<EntryId> = entries.last().map(|last| last.id).into_iter().collect();
        entries.push(entry(u8::try_from(n).unwrap() + 1, 1, n as u64 + 1, &saw, role, body));
    }
    entries
}

fn refused(acts: Vec<(Role, Body)>) -> Option<String> {
    fold(line(acts)).history.last().unwrap().without_effect.clone()
}

fn notice() -> (Role, Body) {
    (Role::Clerk, Body::from(published(NoticeTime::BeforeSubmission, 1, None)))
}

fn handed_in() -> (Role, Body) {
    (Role::Clerk, Body::from(submitted(NoticeTime::BeforeSubmission, Some(hash(1)))))
}

fn approved() -> (Role, Body) {
    (Role::Reviewer, Body::from(Approved { rows: hash(1), rules: None }))
}

fn pay(made_on: Date) -> (Role, Body) {
    (
        Role::Treasurer,
        Body::from(PayListed {
            list: "L".into(),
            rows: hash(1),
            lines: 2,
            fen: totals().fen,
            made_on,
            rules: None,
        }),
    )
}

fn objection(hold: bool) -> (Role, Body) {
    let raised = Raised {
        case: CaseKind::Objection,
        no: "YY-1".into(),
        received_on: day(3),
        channel: Channel::InPerson,
        about: CaseType::Area,
        code: Some(Code::of(&[1])),
        row: Some(2),
        hold,
        due: day(17),
        text: hash(7),
        rules: None,
    };
    (Role::Clerk, Body::from(raised))
}

fn found(case: u8, outcome: Outcome) -> (Role, Body) {
    (
        Role::Clerk,
        Body::from(Investigated { case: hash(case), on: day(4), outcome, facts: hash(6) }),
    )
}

fn answer(case: u8, action: Action) -> (Role, Body) {
    (
        Role::Clerk,
        Body::from(Answered { case: hash(case), on: day(5), action, reply: hash(5), rules: None }),
    )
}

fn board() -> Subject {
    Subject::parse("W-7K3QX2MD-3").unwrap()
}

fn post(code: &[u8], on: Date, through: Date) -> (Role, Body) {
    (
        Role::Clerk,
        Body::from(Posted {
            board: board(),
            code: Code::of(code),
            on,
            through: Some(through),
            photos: vec![],
            rules: None,
        }),
    )
}

fn take_down(posting: u8, photos: usize) -> (Role, Body) {
    let photos = vec![Photo { content: hash(50), view: PhotoView::Near }; photos];
    (Role::Clerk, Body::from(TakenDown { posting: hash(posting), on: day(20), photos }))
}

#[test]
fn nothing_goes_to_finance_with_an_open_objection() {
    let acts = vec![notice(), objection(false), handed_in(), approved(), pay(day(20))];
    assert_eq!(refused(acts).as_deref(), Some("refused-objection-open"));
}

#[test]
fn an_objection_that_is_not_upheld_lets_the_money_go_once_it_is_answered() {
    let acts = vec![
        notice(),
        objection(false),
        found(2, Outcome::NotUpheld),
        answer(2, Action::Explain),
        handed_in(),
        approved(),
        pay(day(20)),
    ];
    assert_eq!(refused(acts), None);
}

#[test]
fn an_upheld_objection_asks_for_a_new_revision_before_anything_goes_on() {
    let mut acts = vec![
        notice(),
        objection(false),
        found(2, Outcome::Upheld),
        answer(2, Action::Correct),
        handed_in(),
    ];
    assert_eq!(refused(acts.clone()).as_deref(), Some("refused-correction-due"));
    let mut second = published(NoticeTime::BeforeSubmission, 2, Some(Code::of(&[1])));
    second.answers = Some(hash(2));
    acts.pop();
    acts.push((Role::Clerk, Body::from(second)));
    let dossier = fold(line(acts.clone()));
    assert!(dossier.cases[0].settled && dossier.live_notice().unwrap().body.revision == 2);
    acts.push((Role::Clerk, Body::from(submitted(NoticeTime::BeforeSubmission, Some(hash(5))))));
    assert_eq!(refused(acts), None);
}

#[test]
fn what_a_form_offers_as_an_answer_is_what_the_rules_accept() {
    for outcome in Outcome::ALL {
        let open = vec![notice(), objection(false), found(2, *outcome)];
        let mut handed = vec![notice(), handed_in(), approved(), pay(day(20)), objection(false)];
        handed.push(found(5, *outcome));
        for (acts, case, is_handed) in [(open, 2, false), (handed, 5, true)] {
            let dossier = fold(line(acts.clone()));
            assert_eq!(dossier.stage().is_handed(), is_handed);
            let offered = dossier.cases[0].possible_actions(is_handed);
            for action in Action::ALL {
                let mut answered = acts.clone();
                answered.push(answer(case, *action));
                assert_eq!(
                    refused(answered).is_none(),
                    offered.contains(action),
                    "{outcome:?} {action:?} handed: {is_handed}"
                );
            }
        }
    }
}

#[test]
fn a_correction_that_was_promised_while_the_money_went_is_answered_anew_with_a_correction_batch() {
    let mut entries = line(vec![notice(), handed_in(), approved()]);
    let apart =
        |n, seq, saw: u8, (role, body): (Role, Body)| entry(n, 2, seq, &[hash(saw)], role, body);
    entries.push(apart(4, 1, 3, objection(false)));
    entries.push(apart(5, 2, 4, found(4, Outcome::Upheld)));
    entries.push(apart(6, 3, 5, answer(4, Action::Correct)));
    let (role, body) = pay(day(20));
    entries.push(entry(7, 1, 4, &[hash(3)], role, body));
    let dossier = fold(entries.clone());
    assert_eq!(
        (dossier.stage(), dossier.conflict, dossier.cases[0].owes()),
        (Stage::Handed, false, true)
    );
    let (role, body) = answer(4, Action::CorrectionBatch);
    entries.push(entry(8, 2, 4, &dossier.heads, role, body));
    assert!(!fold(entries).cases[0].owes());
}

#[test]
fn a_promise_to_withdraw_what_is_withdrawn_already_is_kept() {
    let gone = DisclosureWithdrawn {
        lists: vec![TakenBack { code: Code::of(&[1]), remains: hash(8) }],
        class: WithdrawalReason::Mistake,
        reason: hash(9),
        on: day(4),
    };
    let gone = (Role::Clerk, Body::from(gone));
    let acts = |first: Vec<(Role, Body)>| {
        [first, vec![found(2, Outcome::Upheld), answer(2, Action::Withdraw)]].concat()
    };
    let before = fold(line(acts(vec![notice(), objection(false), gone.clone()])));
    assert!(!before.cases[0].owes());
    let mut after = acts(vec![notice(), objection(false)]);
    assert!(fold(line(after.clone())).cases[0].owes());
    after.push(gone);
    assert!(!fold(line(after)).cases[0].owes());
}

#[test]
fn a_promise_to_correct_a_row_that_a_later_revision_has_corrected_is_kept() {
    let owes = |changed_rows: Vec<u32>| {
        let second = Published {
            changed: 1,
            changed_rows,
            ..published(NoticeTime::BeforeSubmission, 2, Some(Code::of(&[1])))
        };
        let second = (Role::Clerk, Body::from(second));
        let acts = vec![
            notice(),
            objection(false),
            second,
            found(2, Outcome::Upheld),
            answer(2, Action::Correct),
        ];
        fold(line(acts)).cases[0].owes()
    };
    assert!(!owes(vec![2]));
    assert!(owes(vec![3]), "another row");
}

#[test]
fn what_is_upheld_is_not_only_explained_and_nothing_is_answered_before_it_was_looked_into() {
    assert_eq!(
        refused(vec![notice(), objection(false), answer(2, Action::Explain)]).as_deref(),
        Some("refused-not-investigated")
    );
    let upheld =
        vec![notice(), objection(false), found(2, Outcome::Partly), answer(2, Action::Explain)];
    assert_eq!(refused(upheld).as_deref(), Some("refused-upheld-needs-action"));
}

#[test]
fn before_the_money_goes_the_rows_are_corrected_and_after_it_another_batch_corrects_them() {
    let upheld = |answer| vec![objection(false), found(2, Outcome::Upheld), answer];
    let early = [vec![notice()], upheld(answer(2, Action::CorrectionBatch))].concat();
    assert_eq!(refused(early).as_deref(), Some("refused-rows-still-open"));
    let paid = vec![notice(), handed_in(), approved(), pay(day(20))];
    let mut late = [paid, vec![objection(false), found(5, Outcome::Upheld)]].concat();
    let promised = |action| late.iter().cloned().chain([answer(5, action)]).collect::<Vec<_>>();
    assert_eq!(refused(promised(Action::Correct)).as_deref(), Some("refused-rows-are-handed"));
    assert_eq!(refused(promised(Action::CorrectionBatch)), None);
    assert_eq!(refused(promised(Action::Withdraw)), None);
    late.push((
        Role::Treasurer,
        Body::from(Paid { list: "L".into(), on: day(22), result_due: day(30), rules: None }),
    ));
    late.push(answer(5, Action::Correct));
    assert_eq!(refused(late).as_deref(), Some("refused-rows-are-handed"));
}

#[test]
fn an_objection_that_holds_the_batch_stops_the_review_too() {
    let acts = vec![notice(), handed_in(), objection(true), approved()];
    assert_eq!(refused(acts).as_deref(), Some("refused-held"));
}

#[test]
fn a_submission_is_taken_back_only_before_the_next_desk_has_acted_and_the_notice_stays() {
    let back = (Role::Clerk, Body::from(Unsubmitted { rows: hash(1) }));
    let dossier = fold(line(vec![notice(), handed_in(), back.clone()]));
    assert_eq!((dossier.stage(), dossier.live_notice().is_some()), (Stage::Open, true));
    assert_eq!(
        refused(vec![notice(), handed_in(), approved(), back]).as_deref(),
        Some("refused-desk-acted")
    );
}

#[test]
fn two_steps_need_two_people() {
    let two = Submitted {
        steps: ReviewSteps::Two,
        ..submitted(NoticeTime::BeforeSubmission, Some(hash(1)))
    };
    let acts = vec![notice(), (Role::Clerk, Body::from(two)), approved()];
    let reviewed = fold(line(acts.clone()));
    assert_eq!((reviewed.stage(), reviewed.approval()), (Stage::Reviewed, None));
    let sign = || Body::from(Signed { rows: hash(1), rules: None });
    let mut same = author(Role::Signer);
    same.person = author(Role::Reviewer).person;
    assert_eq!(permits(Past::Batch(&reviewed), &sign(), Some(&same)), Err(Refusal::OwnReview));
    let signed = fold(line(acts.into_iter().chain([(Role::Signer, sign())]).collect()));
    assert_eq!((signed.stage(), signed.approval().is_some()), (Stage::Approved, true));
}

#[test]
fn a_late_posting_makes_the_money_wait_for_its_own_days() {
    let acts = vec![notice(), post(&[1], day(6), day(13)), handed_in(), approved(), pay(day(9))];
    assert_eq!(refused(acts.clone()).as_deref(), Some("refused-notice-runs"));
    let later = acts.into_iter().take(4).chain([pay(day(14))]).collect();
    assert_eq!(refused(later), None);
}

#[test]
fn a_withdrawal_for_privacy_recalls_every_poster_until_a_photo_shows_the_empty_place() {
    let withdrawn = DisclosureWithdrawn {
        lists: vec![TakenBack { code: Code::of(&[1]), remains: hash(8) }],
        class: WithdrawalReason::Privacy,
        reason: hash(9),
        on: day(7),
    };
    let acts = vec![notice(), post(&[1], day(1), day(8)), (Role::Reviewer, Body::from(withdrawn))];
    let dossier = fold(line(acts.clone()));
    let recall = dossier.recalls().next().unwrap();
    assert_eq!(
        (recall.since, recall.because),
        (day(7), RecallReason::Withdrawn(WithdrawalReason::Privacy))
    );
    assert!(dossier.live_notice().is_none());
    let without: Vec<_> = acts.clone().into_iter().chain([take_down(2, 0)]).collect();
    assert_eq!(refused(without).as_deref(), Some("refused-photo-needed"));
    let shown = fold(line(acts.into_iter().chain([take_down(2, 1)]).collect()));
    assert_eq!(shown.recalls().count(), 0);
}

/// A notice, its correction, both on a board.
fn corrected_on_a_board() -> Vec<(Role, Body)> {
    let second = published(NoticeTime::BeforeSubmission, 2, Some(Code::of(&[1])));
    vec![
        notice(),
        post(&[1], day(1), day(8)),
        (Role::Clerk, Body::from(second)),
        post(&[2], day(2), day(9)),
    ]
}

fn classes(acts: Vec<(Role, Body)>) -> (Vec<Option<WithdrawalReason>>, usize) {
    let dossier = fold(line(acts));
    let gone = dossier.disclosures.iter().map(|it| it.withdrawn_on.map(|_| it.class)).collect();
    (gone, dossier.recalls().filter(|recall| recall.because != RecallReason::Corrected).count())
}

#[test]
fn a_withdrawal_for_privacy_reaches_every_list_that_is_still_shown() {
    let privacy = Some(WithdrawalReason::Privacy);
    let batch = |class| (Role::Reviewer, Body::from(withdrawn(class)));
    let of_all = [corrected_on_a_board(), vec![batch(WithdrawalReason::Privacy)]].concat();
    assert_eq!(classes(of_all), (vec![privacy, privacy], 2));
    let mistake = [corrected_on_a_board(), vec![batch(WithdrawalReason::Mistake)]].concat();
    assert_eq!(
        classes(mistake),
        (vec![None, Some(WithdrawalReason::Mistake)], 1),
        "what was replaced stays to be read"
    );
    let one = DisclosureWithdrawn {
        lists: vec![TakenBack { code: Code::of(&[2]), remains: hash(8) }],
        class: WithdrawalReason::Privacy,
        reason: hash(9),
        on: day(4),
    };
    let of_one = [corrected_on_a_board(), vec![(Role::Reviewer, Body::from(one))]].concat();
    assert_eq!(classes(of_one), (vec![privacy, privacy], 2));
}

#[test]
fn a_correction_recalls_the_poster_of_the_revision_before() {
    let second = published(NoticeTime::BeforeSubmission, 2, Some(Code::of(&[1])));
    let acts = vec![notice(), post(&[1], day(1), day(8)), (Role::Clerk, Body::from(second))];
    let dossier = fold(line(acts.clone()));
    assert_eq!(dossier.recalls().next().unwrap().because, RecallReason::Corrected);
    let old_again = acts.into_iter().chain([post(&[1], day(9), day(16))]).collect();
    assert_eq!(refused(old_again).as_deref(), Some("refused-not-live"));
}

#[test]
fn a_result_is_public_only_after_the_payment_and_stands_beside_the_notice() {
    let mut result = published(NoticeTime::BeforeSubmission, 1, None);
    result.stage = DisclosureStage::Result;
    result.code = Code::of(&[9]);
    result.notice = None;
    let result = (Role::Clerk, Body::from(result));
    let mut acts = vec![notice(), handed_in(), approved(), pay(day(20))];
    let early: Vec<_> = acts.clone().into_iter().chain([result.clone()]).collect();
    assert_eq!(refused(early).as_deref(), Some("refused-not-paid"));
    acts.push((
        Role::Treasurer,
        Body::from(Paid { list: "L".into(), on: day(22), result_due: day(30), rules: None }),
    ));
    acts.push(result);
    let dossier = fold(line(acts));
    assert_eq!(dossier.disclosures.iter().filter(|disclosed| disclosed.live).count(), 2);
    assert_eq!(dossier.live_disclosure().unwrap().body.stage, DisclosureStage::Result);
}

#[test]
fn nothing_of_a_paid_batch_is_destroyed_before_its_questions_are_answered_and_its_promises_kept() {
    use crate::domain::disclosure::erasure_reason::ErasureReason;
    use crate::domain::journal::Erased;
    let erased = (
        Role::Administrator,
        Body::from(Erased {
            blobs: vec![hash(1)],
            reason: ErasureReason::Retention,
            on: day(30),
            rules: None,
        }),
    );
    let mut acts = vec![notice(), handed_in(), approved(), pay(day(20))];
    acts.push((
        Role::Treasurer,
        Body::from(Paid { list: "L".into(), on: day(22), result_due: day(30), rules: None }),
    ));
    let ends = |acts: &[(Role, Body)]| refused([acts, std::slice::from_ref(&erased)].concat());
    assert_eq!(ends(&acts), None);
    let mut question = objection(false);
    if let Body::Case(CaseBody::Raised(raised)) = &mut question.1 {
        raised.case = CaseKind::Enquiry;
    }
    assert_eq!(
        ends(&[acts.clone(), vec![question]].concat()).as_deref(),
        Some("refused-not-closed")
    );
    acts.extend([objection(false), found(6, Outcome::Upheld), answer(6, Action::Withdraw)]);
    assert_eq!(ends(&acts).as_deref(), Some("refused-not-closed"), "a promised withdrawal");
    let gone = DisclosureWithdrawn {
        lists: vec![TakenBack { code: Code::of(&[1]), remains: hash(8) }],
        class: WithdrawalReason::Mistake,
        reason: hash(9),
        on: day(25),
    };
    acts.push((Role::Reviewer, Body::from(gone)));
    assert_eq!(ends(&acts), None);
}

#[test]
fn a_posting_and_an_objection_made_apart_are_no_conflict() {
    let saw = [hash(1)];
    let (clerk, first) = notice();
    let entries = vec![
        entry(1, 1, 1, &[], clerk, first),
        entry(2, 2, 1, &saw, Role::Clerk, post(&[1], day(1), day(8)).1),
        entry(3, 3, 1, &saw, Role::Reviewer, objection(false).1),
        entry(4, 1, 2, &saw, Role::Clerk, handed_in().1),
    ];
    let dossier = fold(entries);
    assert_eq!(
        (dossier.conflict, dossier.stage(), dossier.heads.len()),
        (false, Stage::Submitted, 3)
    );
    assert_eq!((dossier.postings.len(), dossier.open_objections()), (1, 1));
}

#[test]
fn what_only_records_the_wall_does_not_end_a_conflict() {
    let entries =
        vec![submit(1, 1, 1, &[]), approve(2, 2, 1, &[hash(1)]), send_back(3, 3, 1, &[hash(1)])];
    let heads = fold(entries.clone()).heads;
    let mut about_nothing = objection(false).1;
    if let Body::Case(CaseBody::Raised(raised)) = &mut about_nothing {
        raised.code = None;
    }
    let after = fold(
        entries
            .into_iter()
            .chain([entry(4, 2, 2, &heads, Role::Reviewer, about_nothing)])
            .collect(),
    );
    assert_eq!(
        (after.conflict, after.stage(), after.open_objections()),
        (true, Stage::Returned, 1)
    );
}
