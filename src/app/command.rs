//! The one command table: key map, footer, help and palette are all made from it.
use super::input::Key;
use crate::domain::user::Role;

/// What a person can tell the program to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each one's words stand in data/locales under the key of its row in TABLE")]
pub enum Command {
    Open,
    Back,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    NextField,
    PreviousField,
    Left,
    Right,
    Find,
    Mark,
    NextFinding,
    Check,
    Batches,
    Public,
    Finance,
    Submit,
    SubmitMarked,
    Approve,
    ApproveMarked,
    Return,
    Withdraw,
    Publish,
    Pay,
    Export,
    Insert,
    Remove,
    Undo,
    Explain,
    Import,
    Renew,
    Poster,
    SignatureSheet,
    Site,
    Lock,
    Leave,
    Help,
    Palette,
    Cancel,
}

/// Where keys go: the screen, or the part of it that has the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the screens' and dialogs' own")]
pub enum Place {
    Waiting,
    SetUp,
    Login,
    Today,
    Batches,
    Search,
    Rows,
    Form,
    Review,
    Public,
    Finance,
    Question,
    Ask,
    Palette,
    Page,
    Import,
}

/// How much a slip would cost; `Final` ones ask first, with counts and sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Danger {
    /// Nothing is changed, or it can be undone.
    None,
    /// An official act, or one that cannot be undone: asks first.
    Final,
}

/// One row of the table.
#[derive(Debug)]
pub struct CommandRow {
    /// Which command.
    pub id: Command,
    /// Key of its words in `app.ftl`.
    pub words: &'static str,
    /// Its keys; the first is the one shown.
    pub keys: &'static [Key],
    /// Where they work.
    pub places: &'static [Place],
    /// Who may; `None` = everybody.
    pub role: Option<Role>,
    /// Does it stand in the line of keys?
    pub in_bar: bool,
    /// What a slip costs.
    pub danger: Danger,
}

use Key::{BackTab, Char, Ctrl, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right, Tab, Up};
use Place as P;

/// Places with a list under the cursor.
const LISTS: &[Place] = &[P::Today, P::Batches, P::Rows, P::Review, P::Public, P::Finance];
/// Everywhere behind the door, but not in dialogs.
const DESK: &[Place] = &[P::Today, P::Batches, P::Search, P::Rows, P::Form, P::Review, P::Public, P::Finance];
const LEAVE: &[Place] =
    &[P::Waiting, P::SetUp, P::Login, P::Today, P::Batches, P::Search, P::Rows, P::Form, P::Review, P::Public, P::Finance];
const INSIDE: &[Place] = &[
    P::SetUp,
    P::Batches,
    P::Search,
    P::Rows,
    P::Form,
    P::Review,
    P::Public,
    P::Finance,
    P::Question,
    P::Ask,
    P::Palette,
    P::Page,
    P::Import,
];
const OPENS: &[Place] = &[P::Today, P::Batches, P::Search, P::Rows, P::Review, P::Public, P::Finance, P::Palette];
const CONFIRMS: &[Place] = &[P::SetUp, P::Login, P::Form, P::Question, P::Ask, P::Import];
const MOVES: &[Place] =
    &[P::Login, P::Today, P::Batches, P::Search, P::Rows, P::Review, P::Public, P::Finance, P::Palette, P::Page, P::Import];
const PAGES: &[Place] = &[P::Today, P::Batches, P::Search, P::Rows, P::Review, P::Public, P::Finance, P::Palette, P::Page, P::Import];
const ENDS: &[Place] = &[P::Today, P::Batches, P::Rows, P::Review, P::Public, P::Finance, P::Page];

const fn row(id: Command, words: &'static str, keys: &'static [Key], places: &'static [Place]) -> CommandRow {
    CommandRow { id, words, keys, places, role: None, in_bar: true, danger: Danger::None }
}

impl CommandRow {
    const fn only(mut self, role: Role) -> Self {
        self.role = Some(role);
        self
    }
    const fn quiet(mut self) -> Self {
        self.in_bar = false;
        self
    }
    const fn asks(mut self) -> Self {
        self.danger = Danger::Final;
        self
    }
}

/// All commands, in the order in which the line of keys shows them.
pub const TABLE: &[CommandRow] = &[
    row(Command::Open, "app-do-open", &[Enter], OPENS),
    row(Command::Open, "app-do-confirm", &[Enter], CONFIRMS),
    row(Command::Open, "app-do-close", &[Enter], &[P::Page]),
    row(Command::Cancel, "app-do-cancel", &[Esc], &[P::Waiting]),
    row(Command::Find, "app-do-find", &[Char('/'), Ctrl('f')], &[P::Today, P::Batches]),
    row(Command::Mark, "app-do-mark", &[Char(' '), Key::Insert], &[P::Batches, P::Finance]),
    row(Command::NextFinding, "app-do-next-finding", &[F(3)], &[P::Rows, P::Form, P::Review]),
    row(Command::Submit, "app-do-submit", &[F(8)], &[P::Rows]).only(Role::Clerk).asks(),
    row(Command::SubmitMarked, "app-do-submit-marked", &[F(8)], &[P::Batches]).only(Role::Clerk).asks(),
    row(Command::ApproveMarked, "app-do-approve-marked", &[F(8)], &[P::Batches]).only(Role::Reviewer).asks(),
    row(Command::Approve, "app-do-approve", &[F(8)], &[P::Review]).only(Role::Reviewer).asks(),
    row(Command::Publish, "app-do-publish", &[F(8)], &[P::Public]).asks(),
    row(Command::Pay, "app-do-pay", &[F(8)], &[P::Finance]).only(Role::Treasurer).asks(),
    row(Command::Return, "app-do-return", &[F(9)], &[P::Review]).only(Role::Reviewer),
    row(Command::Withdraw, "app-do-withdraw", &[F(9)], &[P::Rows, P::Public]).only(Role::Clerk),
    row(Command::Import, "app-do-import", &[Ctrl('o')], &[P::Today, P::Batches]).only(Role::Clerk),
    row(Command::Check, "app-do-check", &[F(4)], &[P::Rows]),
    row(Command::Insert, "app-do-insert", &[Key::Insert], &[P::Rows]).only(Role::Clerk),
    row(Command::Remove, "app-do-remove", &[Delete], &[P::Rows]).only(Role::Clerk),
    row(Command::Undo, "app-do-undo", &[Ctrl('z')], &[P::Rows, P::Form]).only(Role::Clerk),
    row(Command::Explain, "app-do-explain", &[Ctrl('e')], &[P::Rows]).only(Role::Clerk),
    row(Command::Poster, "app-do-poster", &[Ctrl('p')], &[P::Public]),
    row(Command::SignatureSheet, "app-do-signature-sheet", &[Ctrl('g')], &[P::Rows, P::Public]).quiet(),
    row(Command::Site, "app-do-site", &[Ctrl('b')], &[P::Public]),
    row(Command::Export, "app-do-export", &[Ctrl('x')], &[P::Finance]).only(Role::Treasurer),
    row(Command::Renew, "app-do-renew", &[Ctrl('n')], &[P::Batches]).only(Role::Clerk).quiet(),
    row(Command::NextField, "app-do-next-field", &[Tab, Down], &[P::SetUp, P::Form, P::Ask]),
    row(Command::NextField, "app-do-next-field", &[Tab], &[P::Login, P::Import, P::Question]),
    row(Command::PreviousField, "app-do-previous-field", &[BackTab, Up], &[P::SetUp, P::Form, P::Ask]).quiet(),
    row(Command::PreviousField, "app-do-previous-field", &[BackTab], &[P::Login, P::Import, P::Question]).quiet(),
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

/// The command that `key` means at `place`, for a user with these rights.
///
/// Two commands may share a key at a place if two different roles own them (F8 in the list of batches);
/// the first whose role the user holds is meant, else the first.
#[must_use]
pub fn meant(place: Place, key: Key, holds: impl Fn(Role) -> bool) -> Option<&'static CommandRow> {
    let key = if takes_text(place) { key } else { key.folded() };
    let bound = || TABLE.iter().filter(move |row| row.places.contains(&place) && row.keys.contains(&key));
    bound().find(|row| row.role.is_none_or(&holds)).or_else(|| bound().next())
}

/// Does a field have the keyboard there? Then characters are text, never commands.
#[must_use]
pub const fn takes_text(place: Place) -> bool {
    matches!(place, P::SetUp | P::Login | P::Search | P::Form | P::Ask | P::Palette | P::Import)
}

/// The rows of a place that this user may use, in the table's order.
pub fn at(place: Place, holds: impl Fn(Role) -> bool) -> impl Iterator<Item = &'static CommandRow> {
    TABLE.iter().filter(move |row| row.places.contains(&place) && row.role.is_none_or(&holds))
}

/// A key as it is printed on keyboards; the same in both languages but for the four named ones of `ui`.
#[must_use]
pub fn key_name(key: Key) -> String {
    match key {
        Char(' ') => "Space".into(),
        Char(c) => c.to_string(),
        Ctrl(c) => format!("Ctrl+{}", c.to_ascii_uppercase()),
        F(n) => format!("F{n}"),
        Enter => "Enter".into(),
        Esc => "Esc".into(),
        Tab => "Tab".into(),
        BackTab => "Shift+Tab".into(),
        Up => "Up".into(),
        Down => "Down".into(),
        Left => "Left".into(),
        Right => "Right".into(),
        PageUp => "PgUp".into(),
        PageDown => "PgDn".into(),
        Home => "Home".into(),
        End => "End".into(),
        Key::Insert => "Ins".into(),
        Delete => "Del".into(),
        Key::Backspace => "Backspace".into(),
    }
}
