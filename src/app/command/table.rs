//! The rows of the table, and the groups of places that they name.
use super::{Command, CommandRow, Place, row};
use crate::app::input::Key;
use crate::domain::people::user::Role;
use Key::{
    BackTab, Char, Ctrl, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right,
    Tab, Up,
};
use Place as P;

/// The parts of the public side, side by side.
const SECTIONS: &[Place] = &[P::Public, P::Boards, P::Recalls, P::Cases, P::Coverage, P::Due];
/// Places with a list under the cursor.
const LISTS: &[Place] = &joined::<14>(&[
    &[P::Today, P::Batches, P::Rows, P::Review, P::Finance, P::Case, P::Dossier, P::RuleBook],
    SECTIONS,
]);
/// Everywhere behind the door, but not in dialogs.
const DESK: &[Place] = &joined::<16>(&[LISTS, &[P::Search, P::Form]]);
/// The program can be left there.
const LEAVE: &[Place] = &joined::<19>(&[DESK, &[P::Waiting, P::SetUp, P::Login]]);
/// Esc leads one step back there.
const INSIDE: &[Place] = &joined::<22>(&[
    &[
        P::SetUp,
        P::Batches,
        P::Search,
        P::Rows,
        P::Form,
        P::Review,
        P::Finance,
        P::Case,
        P::Dossier,
        P::RuleBook,
    ],
    SECTIONS,
    &[P::Question, P::Ask, P::Choice, P::Palette, P::Page, P::Import],
]);
/// Enter opens what is chosen.
const OPENS: &[Place] = &joined::<15>(&[
    &[
        P::Today,
        P::Batches,
        P::Search,
        P::Rows,
        P::Review,
        P::Finance,
        P::Dossier,
        P::RuleBook,
        P::Palette,
    ],
    SECTIONS,
]);
/// Enter confirms what was entered.
const CONFIRMS: &[Place] =
    &[P::SetUp, P::Login, P::Form, P::Question, P::Ask, P::Choice, P::Import];
/// Something is longer than the screen, or may be.
const PAGES: &[Place] = &joined::<18>(&[LISTS, &[P::Search, P::Palette, P::Page, P::Import]]);
const MOVES: &[Place] = &joined::<19>(&[PAGES, &[P::Login]]);
const ENDS: &[Place] = &joined::<15>(&[LISTS, &[P::Page]]);
/// From there a batch's life can be looked at.
const BATCHES: &[Place] =
    &[P::Batches, P::Rows, P::Review, P::Public, P::Recalls, P::Case, P::Coverage, P::Due];

/// Groups of places as one; a wrong count does not compile.
#[expect(
    clippy::indexing_slicing,
    reason = "done when the program is built: a place too many or too few fails there"
)]
const fn joined<const N: usize>(groups: &[&[Place]]) -> [Place; N] {
    let mut all = [Place::Waiting; N];
    let (mut group, mut count) = (0, 0);
    while group < groups.len() {
        let mut place = 0;
        while place < groups[group].len() {
            all[count] = groups[group][place];
            (place, count) = (place + 1, count + 1);
        }
        group += 1;
    }
    assert!(count == N, "count the places of the group anew");
    all
}

/// All commands, in the order in which the line of keys shows them.
pub const TABLE: &[CommandRow] = &[
    row(Command::Open, "app-do-open", &[Enter], OPENS),
    row(Command::Open, "app-do-confirm", &[Enter], CONFIRMS),
    row(Command::Open, "app-do-close", &[Enter], &[P::Page]),
    row(Command::NextSection, "app-do-next-section", &[Tab, Right], SECTIONS),
    row(Command::Cancel, "app-do-cancel", &[Esc], &[P::Waiting]),
    row(Command::Find, "app-do-find", &[Char('/'), Ctrl('f')], &[P::Today, P::Batches]),
    row(Command::Mark, "app-do-mark", &[Char(' '), Key::Insert], &[P::Batches, P::Finance]),
    row(Command::NextFinding, "app-do-next-finding", &[F(3)], &[P::Rows, P::Form, P::Review]),
    row(Command::Submit, "app-do-submit", &[F(8)], &[P::Rows]).only(Role::Clerk).asks(),
    row(Command::SubmitMarked, "app-do-submit-marked", &[F(8)], &[P::Batches])
        .only(Role::Clerk)
        .asks(),
    row(Command::ApproveMarked, "app-do-approve-marked", &[F(8)], &[P::Batches])
        .only(Role::Reviewer)
        .asks(),
    row(Command::Approve, "app-do-approve", &[F(8)], &[P::Review]).only(Role::Reviewer).asks(),
    row(Command::Sign, "app-do-sign", &[F(8)], &[P::Review]).only(Role::Signer).asks(),
    row(Command::Publish, "app-do-publish", &[F(8)], &[P::Public]).asks(),
    row(Command::PublishNext, "app-do-publish-next", &[F(8)], &[P::Dossier]).asks(),
    row(Command::Inspect, "app-do-inspect", &[F(8)], &[P::Boards]),
    row(Command::ConfirmRecall, "app-do-confirm-recall", &[F(8)], &[P::Recalls]),
    row(Command::Proceed, "app-do-proceed", &[F(8)], &[P::Case]),
    row(Command::DoDue, "app-do-due", &[F(8)], &[P::Due]).asks(),
    row(Command::Finish, "app-do-finish", &[F(8)], &[P::Ask, P::Choice]),
    row(Command::Pay, "app-do-pay", &[F(8)], &[P::Finance]).only(Role::Treasurer).asks(),
    row(Command::Return, "app-do-return", &[F(9)], &[P::Review]).only(Role::Reviewer),
    row(Command::Return, "app-do-return", &[F(9)], &[P::Review]).only(Role::Signer),
    row(Command::Withdraw, "app-do-withdraw", &[F(9)], &[P::Rows, P::Public]).asks(),
    row(Command::WithdrawDisclosure, "app-do-withdraw-disclosure", &[F(9)], &[P::Dossier]).asks(),
    row(Command::RetireBoard, "app-do-retire-board", &[F(9)], &[P::Boards]).asks(),
    row(Command::Escalate, "app-do-escalate", &[F(9)], &[P::Case]),
    row(Command::Post, "app-do-post", &[Ctrl('t')], &[P::Dossier]),
    row(Command::TakeDown, "app-do-take-down", &[Delete], &[P::Dossier]),
    row(Command::AddBoard, "app-do-add-board", &[Key::Insert], &[P::Boards]),
    row(Command::ChangeBoard, "app-do-change-board", &[Ctrl('e')], &[P::Boards]),
    row(Command::NothingToReport, "app-do-nothing", &[Ctrl('n')], &[P::Boards]),
    row(Command::Enquire, "app-do-enquire", &[Key::Insert], &[P::Cases]),
    row(Command::InvestigateAgain, "app-do-investigate-again", &[Ctrl('e')], &[P::Case]).quiet(),
    row(Command::Import, "app-do-import", &[Ctrl('o')], &[P::Today, P::Batches]).only(Role::Clerk),
    row(Command::NewRoll, "app-do-new-roll", &[Ctrl('r')], &[P::Today, P::Batches])
        .only(Role::Clerk),
    row(Command::Check, "app-do-check", &[F(4)], &[P::Rows]),
    row(Command::Insert, "app-do-insert", &[Key::Insert], &[P::Rows]).only(Role::Clerk),
    row(Command::Remove, "app-do-remove", &[Delete], &[P::Rows]).only(Role::Clerk),
    row(Command::Undo, "app-do-undo", &[Ctrl('z')], &[P::Rows, P::Form]).only(Role::Clerk),
    row(Command::Explain, "app-do-explain", &[Ctrl('e')], &[P::Rows]).only(Role::Clerk),
    row(Command::Dossier, "app-do-dossier", &[Ctrl('d')], BATCHES),
    row(
        Command::Register,
        "app-do-register",
        &[Ctrl('y')],
        &[P::Rows, P::Review, P::Public, P::Dossier],
    ),
    row(Command::Poster, "app-do-poster", &[Ctrl('p')], &[P::Public, P::Dossier]),
    row(Command::Print, "app-do-print-reply", &[Ctrl('p')], &[P::Case]),
    row(Command::Print, "app-do-print-recalls", &[Ctrl('p')], &[P::Recalls]),
    row(Command::Print, "app-do-print-coverage", &[Ctrl('p')], &[P::Coverage]),
    row(Command::CorrectionNotice, "app-do-correction-notice", &[Ctrl('k')], &[P::Dossier]).quiet(),
    row(Command::PolicyCards, "app-do-policy-cards", &[Ctrl('k')], &[P::Public]).quiet(),
    row(Command::RuleBook, "app-do-rule-book", &[Ctrl('v')], &[P::Today, P::Batches]).quiet(),
    row(Command::RuleDay, "app-do-rule-day", &[Ctrl('f')], &[P::RuleBook]),
    row(Command::ReadReference, "app-do-read-reference", &[Ctrl('o')], &[P::RuleBook])
        .only(Role::Administrator),
    row(Command::Rules, "app-do-rules", &[Ctrl('v')], &[P::Dossier]).quiet(),
    row(Command::Correct, "app-do-correct", &[Ctrl('n')], &[P::Dossier]).only(Role::Clerk).quiet(),
    row(Command::Unsubmit, "app-do-unsubmit", &[Ctrl('u')], &[P::Rows, P::Dossier])
        .only(Role::Clerk)
        .quiet()
        .asks(),
    row(Command::Discard, "app-do-discard", &[Delete], &[P::Batches])
        .only(Role::Clerk)
        .quiet()
        .asks(),
    row(Command::BookPaid, "app-do-book-paid", &[Ctrl('a')], &[P::Finance])
        .only(Role::Treasurer)
        .asks(),
    row(Command::SignatureSheet, "app-do-signature-sheet", &[Ctrl('g')], &[P::Rows, P::Public])
        .quiet(),
    row(Command::Site, "app-do-site", &[Ctrl('b')], &[P::Public]),
    row(Command::Export, "app-do-export", &[Ctrl('x')], &[P::Finance]).only(Role::Treasurer),
    row(Command::Renew, "app-do-renew", &[Ctrl('n')], &[P::Batches]).only(Role::Clerk).quiet(),
    row(Command::Right, "app-do-next-choice", &[Right], &[P::Choice]),
    row(Command::Left, "app-do-previous-choice", &[Left], &[P::Choice]).quiet(),
    row(Command::Mark, "app-do-tick", &[Char(' '), Key::Insert], &[P::Choice]),
    row(Command::PreviousSection, "app-do-previous-section", &[BackTab, Left], SECTIONS).quiet(),
    row(
        Command::NextField,
        "app-do-next-field",
        &[Tab, Down],
        &[P::SetUp, P::Form, P::Ask, P::Choice],
    ),
    row(Command::NextField, "app-do-next-field", &[Tab], &[P::Login, P::Import, P::Question]),
    row(
        Command::PreviousField,
        "app-do-previous-field",
        &[BackTab, Up],
        &[P::SetUp, P::Form, P::Ask, P::Choice],
    )
    .quiet(),
    row(
        Command::PreviousField,
        "app-do-previous-field",
        &[BackTab],
        &[P::Login, P::Import, P::Question],
    )
    .quiet(),
    row(Command::Batches, "app-do-batches", &[F(5)], DESK),
    row(Command::Public, "app-do-public", &[F(6)], DESK),
    row(Command::Finance, "app-do-finance", &[F(7)], DESK),
    row(Command::Palette, "app-do-palette", &[F(2)], DESK),
    row(Command::Lock, "app-do-lock", &[Ctrl('l')], DESK).quiet(),
    row(Command::Leave, "app-do-leave", &[F(10), Ctrl('c')], LEAVE),
    row(Command::Back, "app-do-back", &[Esc], INSIDE),
    row(Command::Back, "app-do-back", &[Esc], &[P::Today, P::Login]).quiet(),
    row(Command::Help, "app-do-help", &[F(1), Char('?')], LISTS),
    row(Command::Help, "app-do-help", &[F(1)], &[P::SetUp, P::Login, P::Search, P::Form]),
    row(Command::Left, "app-do-left", &[Left], &[P::Question]).quiet(),
    row(Command::Right, "app-do-right", &[Right], &[P::Question]).quiet(),
    row(Command::Up, "app-do-up", &[Up], MOVES).quiet(),
    row(Command::Down, "app-do-down", &[Down], MOVES).quiet(),
    row(Command::PageUp, "app-do-page-up", &[PageUp], PAGES).quiet(),
    row(Command::PageDown, "app-do-page-down", &[PageDown], PAGES).quiet(),
    row(Command::First, "app-do-first", &[Home], ENDS).quiet(),
    row(Command::Last, "app-do-last", &[End], ENDS).quiet(),
];
