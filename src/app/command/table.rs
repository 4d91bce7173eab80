//! The rows of the table, and the groups of places that they name.
use super::row::{Command, CommandRow, Focus, row};
use crate::app::input::Key;
use crate::domain::people::user::Role;
use Focus as At;
use Key::{
    BackTab, Char, Ctrl, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right,
    Tab, Up,
};

/// The parts of the public side, side by side.
const SECTIONS: &[Focus] = &[At::Public, At::Boards, At::Recalls, At::Cases, At::Coverage, At::Due];
/// Places with a list under the cursor.
const LISTS: &[Focus] = &joined::<14>(&[
    &[
        At::Today,
        At::Batches,
        At::Rows,
        At::Review,
        At::Finance,
        At::Case,
        At::Dossier,
        At::RuleBook,
    ],
    SECTIONS,
]);
/// Everywhere behind the door, but not in dialogs.
const DESK: &[Focus] = &joined::<16>(&[LISTS, &[At::Search, At::Line]]);
/// The program can be left there.
const LEAVE: &[Focus] = &joined::<19>(&[DESK, &[At::Waiting, At::SetUp, At::Login]]);
/// Esc leads one step back there.
const INSIDE: &[Focus] = &joined::<22>(&[
    &[
        At::SetUp,
        At::Batches,
        At::Search,
        At::Rows,
        At::Line,
        At::Review,
        At::Finance,
        At::Case,
        At::Dossier,
        At::RuleBook,
    ],
    SECTIONS,
    &[At::Confirm, At::Form, At::Choice, At::Palette, At::Page, At::Import],
]);
/// Enter opens what is chosen.
const OPENS: &[Focus] = &joined::<15>(&[
    &[
        At::Today,
        At::Batches,
        At::Search,
        At::Rows,
        At::Review,
        At::Finance,
        At::Dossier,
        At::RuleBook,
        At::Palette,
    ],
    SECTIONS,
]);
/// Enter confirms what was entered.
const CONFIRMS: &[Focus] =
    &[At::SetUp, At::Login, At::Line, At::Confirm, At::Form, At::Choice, At::Import];
/// Something is longer than the screen, or may be.
const PAGES: &[Focus] = &joined::<18>(&[LISTS, &[At::Search, At::Palette, At::Page, At::Import]]);
const MOVES: &[Focus] = &joined::<19>(&[PAGES, &[At::Login]]);
const ENDS: &[Focus] = &joined::<15>(&[LISTS, &[At::Page]]);
/// From there all that happened to a batch can be looked at.
const BATCHES: &[Focus] =
    &[At::Batches, At::Rows, At::Review, At::Public, At::Recalls, At::Case, At::Coverage, At::Due];

/// Groups of places as one; a wrong count does not compile.
#[expect(
    clippy::indexing_slicing,
    reason = "done when the program is built: a place too many or too few fails there"
)]
const fn joined<const N: usize>(groups: &[&[Focus]]) -> [Focus; N] {
    let mut all = [Focus::Waiting; N];
    let mut group = 0;
    let mut count = 0;
    while group < groups.len() {
        let mut place = 0;
        while place < groups[group].len() {
            all[count] = groups[group][place];
            place += 1;
            count += 1;
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
    row(Command::Open, "app-do-close", &[Enter], &[At::Page]),
    row(Command::NextSection, "app-do-next-section", &[Tab, Right], SECTIONS),
    row(Command::Cancel, "app-do-cancel", &[Esc], &[At::Waiting]),
    row(Command::Find, "app-do-find", &[Char('/'), Ctrl('f')], &[At::Today, At::Batches]),
    row(Command::Mark, "app-do-mark", &[Char(' '), Key::Insert], &[At::Batches, At::Finance]),
    row(Command::NextFinding, "app-do-next-finding", &[F(3)], &[At::Rows, At::Line, At::Review]),
    row(Command::Submit, "app-do-submit", &[F(8)], &[At::Rows]).only(Role::Clerk).asks(),
    row(Command::SubmitMarked, "app-do-submit-marked", &[F(8)], &[At::Batches])
        .only(Role::Clerk)
        .asks(),
    row(Command::ApproveMarked, "app-do-approve-marked", &[F(8)], &[At::Batches])
        .only(Role::Reviewer)
        .asks(),
    row(Command::Approve, "app-do-approve", &[F(8)], &[At::Review]).only(Role::Reviewer).asks(),
    row(Command::Sign, "app-do-sign", &[F(8)], &[At::Review]).only(Role::Signer).asks(),
    row(Command::Publish, "app-do-publish", &[F(8)], &[At::Public]).asks(),
    row(Command::PublishNext, "app-do-publish-next", &[F(8)], &[At::Dossier]).asks(),
    row(Command::Inspect, "app-do-inspect", &[F(8)], &[At::Boards]),
    row(Command::ConfirmRecall, "app-do-confirm-recall", &[F(8)], &[At::Recalls]),
    row(Command::Proceed, "app-do-proceed", &[F(8)], &[At::Case]),
    row(Command::DoDue, "app-do-due", &[F(8)], &[At::Due]).asks(),
    row(Command::Finish, "app-do-finish", &[F(8)], &[At::Form, At::Choice]),
    row(Command::Pay, "app-do-pay", &[F(8)], &[At::Finance]).only(Role::Treasurer).asks(),
    row(Command::Return, "app-do-return", &[F(9)], &[At::Review]).only(Role::Reviewer),
    row(Command::Return, "app-do-return", &[F(9)], &[At::Review]).only(Role::Signer),
    row(Command::Withdraw, "app-do-withdraw", &[F(9)], &[At::Rows, At::Public]).asks(),
    row(Command::WithdrawDisclosure, "app-do-withdraw-disclosure", &[F(9)], &[At::Dossier]).asks(),
    row(Command::RetireBoard, "app-do-retire-board", &[F(9)], &[At::Boards]).asks(),
    row(Command::Escalate, "app-do-escalate", &[F(9)], &[At::Case]),
    row(Command::Post, "app-do-post", &[Ctrl('t')], &[At::Dossier]),
    row(Command::TakeDown, "app-do-take-down", &[Delete], &[At::Dossier]),
    row(Command::AddBoard, "app-do-add-board", &[Key::Insert], &[At::Boards]),
    row(Command::ChangeBoard, "app-do-change-board", &[Ctrl('e')], &[At::Boards]),
    row(Command::NothingToReport, "app-do-nothing", &[Ctrl('n')], &[At::Boards]),
    row(Command::Enquire, "app-do-enquire", &[Key::Insert], &[At::Cases]),
    row(Command::InvestigateAgain, "app-do-investigate-again", &[Ctrl('e')], &[At::Case]).quiet(),
    row(Command::Import, "app-do-import", &[Ctrl('o')], &[At::Today, At::Batches])
        .only(Role::Clerk),
    row(Command::NewRoll, "app-do-new-roll", &[Ctrl('r')], &[At::Today, At::Batches])
        .only(Role::Clerk),
    row(Command::Check, "app-do-check", &[F(4)], &[At::Rows]),
    row(Command::Insert, "app-do-insert", &[Key::Insert], &[At::Rows]).only(Role::Clerk),
    row(Command::Remove, "app-do-remove", &[Delete], &[At::Rows]).only(Role::Clerk),
    row(Command::Undo, "app-do-undo", &[Ctrl('z')], &[At::Rows, At::Line]).only(Role::Clerk),
    row(Command::Explain, "app-do-explain", &[Ctrl('e')], &[At::Rows]).only(Role::Clerk),
    row(Command::Dossier, "app-do-dossier", &[Ctrl('d')], BATCHES),
    row(
        Command::Register,
        "app-do-register",
        &[Ctrl('y')],
        &[At::Rows, At::Review, At::Public, At::Dossier],
    ),
    row(Command::Poster, "app-do-poster", &[Ctrl('p')], &[At::Public, At::Dossier]),
    row(Command::Print, "app-do-print-reply", &[Ctrl('p')], &[At::Case]),
    row(Command::Print, "app-do-print-recalls", &[Ctrl('p')], &[At::Recalls]),
    row(Command::Print, "app-do-print-coverage", &[Ctrl('p')], &[At::Coverage]),
    row(Command::CorrectionNotice, "app-do-correction-notice", &[Ctrl('k')], &[At::Dossier])
        .quiet(),
    row(Command::PolicyCards, "app-do-policy-cards", &[Ctrl('k')], &[At::Public]).quiet(),
    row(Command::RuleBook, "app-do-rule-book", &[Ctrl('v')], &[At::Today, At::Batches]).quiet(),
    row(Command::RuleDay, "app-do-rule-day", &[Ctrl('f')], &[At::RuleBook]),
    row(Command::ReadReference, "app-do-read-reference", &[Ctrl('o')], &[At::RuleBook])
        .only(Role::Administrator),
    row(Command::Rules, "app-do-rules", &[Ctrl('v')], &[At::Dossier]).quiet(),
    row(Command::Correct, "app-do-correct", &[Ctrl('n')], &[At::Dossier]).only(Role::Clerk).quiet(),
    row(Command::Unsubmit, "app-do-unsubmit", &[Ctrl('u')], &[At::Rows, At::Dossier])
        .only(Role::Clerk)
        .quiet()
        .asks(),
    row(Command::Discard, "app-do-discard", &[Delete], &[At::Batches])
        .only(Role::Clerk)
        .quiet()
        .asks(),
    row(Command::BookPaid, "app-do-book-paid", &[Ctrl('a')], &[At::Finance])
        .only(Role::Treasurer)
        .asks(),
    row(Command::SignatureSheet, "app-do-signature-sheet", &[Ctrl('g')], &[At::Rows, At::Public])
        .quiet(),
    row(Command::Site, "app-do-site", &[Ctrl('b')], &[At::Public]),
    row(Command::Export, "app-do-export", &[Ctrl('x')], &[At::Finance]).only(Role::Treasurer),
    row(Command::Renew, "app-do-renew", &[Ctrl('n')], &[At::Batches]).only(Role::Clerk).quiet(),
    row(Command::Right, "app-do-next-choice", &[Right], &[At::Choice]),
    row(Command::Left, "app-do-previous-choice", &[Left], &[At::Choice]).quiet(),
    row(Command::Mark, "app-do-tick", &[Char(' '), Key::Insert], &[At::Choice]),
    row(Command::PreviousSection, "app-do-previous-section", &[BackTab, Left], SECTIONS).quiet(),
    row(
        Command::NextField,
        "app-do-next-field",
        &[Tab, Down],
        &[At::SetUp, At::Line, At::Form, At::Choice],
    ),
    row(Command::NextField, "app-do-next-field", &[Tab], &[At::Login, At::Import, At::Confirm]),
    row(
        Command::PreviousField,
        "app-do-previous-field",
        &[BackTab, Up],
        &[At::SetUp, At::Line, At::Form, At::Choice],
    )
    .quiet(),
    row(
        Command::PreviousField,
        "app-do-previous-field",
        &[BackTab],
        &[At::Login, At::Import, At::Confirm],
    )
    .quiet(),
    row(Command::Batches, "app-do-batches", &[F(5)], DESK),
    row(Command::Public, "app-do-public", &[F(6)], DESK),
    row(Command::Finance, "app-do-finance", &[F(7)], DESK),
    row(Command::Palette, "app-do-palette", &[F(2)], DESK),
    row(Command::Lock, "app-do-lock", &[Ctrl('l')], DESK).quiet(),
    row(Command::Leave, "app-do-leave", &[F(10), Ctrl('c')], LEAVE),
    row(Command::Back, "app-do-back", &[Esc], INSIDE),
    row(Command::Back, "app-do-back", &[Esc], &[At::Today, At::Login]).quiet(),
    row(Command::Help, "app-do-help", &[F(1), Char('?')], LISTS),
    row(Command::Help, "app-do-help", &[F(1)], &[At::SetUp, At::Login, At::Search, At::Line]),
    row(Command::Left, "app-do-left", &[Left], &[At::Confirm]).quiet(),
    row(Command::Right, "app-do-right", &[Right], &[At::Confirm]).quiet(),
    row(Command::Up, "app-do-up", &[Up], MOVES).quiet(),
    row(Command::Down, "app-do-down", &[Down], MOVES).quiet(),
    row(Command::PageUp, "app-do-page-up", &[PageUp], PAGES).quiet(),
    row(Command::PageDown, "app-do-page-down", &[PageDown], PAGES).quiet(),
    row(Command::First, "app-do-first", &[Home], ENDS).quiet(),
    row(Command::Last, "app-do-last", &[End], ENDS).quiet(),
];
