//! What the command line asks for, typed: everything that can be judged without a store has been
//! judged.
use super::act::ActAsked;
use crate::domain::disclosure::Code;
use crate::domain::dossier::Stage;
use crate::domain::people::user::Roles;
use crate::domain::reference::division::DivisionCode;
use crate::domain::reference::rule::{RuleKind, RuleRef};
use crate::domain::roll::column_profile::ColumnMeaning;
use crate::domain::roll::finding::Check;
use crate::domain::roll::{BatchKind, Field};
use crate::domain::text::words::Lang;
use crate::domain::values::date::Date;
use crate::domain::values::period::Period;
use crate::domain::values::timestamp::Timestamp;
use crate::intake::HeaderPolicy;
use crate::runtime::session::ListAsked;
use clap_complete::Shell;
use std::path::PathBuf;

/// Options that every command takes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Globals {
    /// Folder of the store; `None` = `CUNBANG_DATA`, else `cunbang-data` in the current folder.
    pub data: Option<PathBuf>,
    /// Language of everything said.
    pub lang: Lang,
    /// Who acts; `None` = asked, or the only user.
    pub user: Option<String>,
    /// First line = the password; `None` = asked.
    pub password_file: Option<PathBuf>,
    /// One JSON document instead of sentences and tables.
    pub json: bool,
    /// The clock of a practice store.
    pub now: Option<Timestamp>,
}

/// One command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The global options.
    pub globals: Globals,
    /// What is to be done.
    pub command: Command,
}

/// What is to be done. A batch is named by its subject, its draft number or its running number; the
/// store knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// No command: the terminal's screens.
    Screens,
    /// An act of the office.
    Act(ActAsked),
    /// `--help`, of everything, a group or one command (its words, joined by a space).
    Help(Option<String>),
    /// `--version`
    Version,
    /// `init`
    Init(Init),
    /// `user add`
    UserAdd(UserAdd),
    /// `user list`
    UserList,
    /// `user password`
    UserPassword(Option<PathBuf>),
    /// `user reset`
    UserReset(NewPassword),
    /// `user recover`
    UserRecover(NewPassword),
    /// `reference import`
    ReferenceImport {
        /// The folder of files.
        folder: PathBuf,
        /// Only say what it would change.
        dry_run: bool,
    },
    /// `rule list`
    RuleList {
        /// The day; `None` = today.
        on: Option<Date>,
        /// Only this kind; `None` = all but divisions.
        kind: Option<RuleKind>,
    },
    /// `rule show`
    RuleShow(RuleRef),
    /// `programme list` on a day; `None` = today
    ProgrammeList(Option<Date>),
    /// `list ...`
    OnList(OnList),
    /// `roll import`
    RollImport(RollImport),
    /// `profile ...`
    OnProfile(OnProfile),
    /// `template blank`
    TemplateBlank {
        /// Code, name or alias.
        programme: String,
        /// What is paid for; `None` = this year.
        period: Option<Period>,
        /// The file to write.
        out: PathBuf,
    },
    /// `template export`
    TemplateExport(Render),
    /// `batch list`
    BatchList(BatchFilter),
    /// `batch show`
    BatchShow(String),
    /// `batch rules`
    BatchRules(String),
    /// `batch check`
    BatchCheck(String),
    /// `batch edit`
    BatchEdit {
        /// Which batch.
        batch: String,
        /// What changes.
        change: Change,
    },
    /// `batch explain`
    BatchExplain(Explain),
    /// `batch diff`
    BatchDiff(String),
    /// `board list`, within a village or township
    BoardList(Option<DivisionCode>),
    /// `recall list`
    RecallList,
    /// `recall print`, into this folder
    RecallPrint(PathBuf),
    /// `coverage`, and the paper of it
    Coverage(Option<PathBuf>),
    /// `objection list`
    CaseList {
        /// Only what is not answered.
        open: bool,
        /// Only what is overdue.
        overdue: bool,
    },
    /// `objection show`
    CaseShow(String),
    /// `objection reply`
    CaseReply {
        /// Its number.
        no: String,
        /// The letter.
        out: PathBuf,
    },
    /// `lists end`
    ListsEnd,
    /// `results due`
    ResultsDue,
    /// `correction-notice`
    CorrectionNotice(Render),
    /// `policy-card`, `policy-booklet`
    PolicyCards {
        /// Which programme; `None` = a booklet of all in force.
        programme: Option<String>,
        /// The paper.
        out: PathBuf,
    },
    /// `find`
    Find(String),
    /// `poster`
    Poster(Poster),
    /// `signature-sheet`
    SignatureSheet(Render),
    /// `qr`
    Qr(String),
    /// `site build`
    SiteBuild(PathBuf),
    /// `finance export`
    FinanceExport {
        /// The pay list, `L-7K3QX2MD-42`.
        list: String,
        /// The folder.
        out: PathBuf,
    },
    /// `verify`
    Verify(Verify),
    /// `journal verify`
    JournalVerify,
    /// `store check`
    StoreCheck,
    /// `store backup`
    StoreBackup(PathBuf),
    /// `store restore`
    StoreRestore(PathBuf),
    /// `store rebuild`
    StoreRebuild,
    /// `retention list`
    RetentionList(Option<Date>),
    /// `completions`
    Completions(Shell),
    /// `man`, into this folder
    Man(PathBuf),
    /// `demo`
    Demo {
        /// Do not open the screens at the end.
        no_tui: bool,
    },
}

/// Lists of persons that rolls are matched against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OnList {
    /// `list import`
    Import(PathBuf, ListAsked),
    /// `list list`
    All,
}

/// Column profiles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OnProfile {
    /// `profile list`
    All,
    /// `profile remove`
    Remove(String),
}

/// A new store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Init {
    /// Township or village.
    pub office: DivisionCode,
    /// As printed, e.g. `枣林镇人民政府`.
    pub name: String,
    /// Host and prefix of the site.
    pub host: String,
    /// Born a practice store.
    pub practice: bool,
    /// First line = the first administrator's ID number; `None` = asked.
    pub id_number_file: Option<PathBuf>,
    /// The recovery code is written here instead of being typed back.
    pub recovery_file: Option<PathBuf>,
}

/// A new password for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPassword {
    /// Name or number.
    pub user: String,
    /// Where the recovery code is read from.
    pub code_file: Option<PathBuf>,
    /// Where the new password is read from.
    pub file: Option<PathBuf>,
}

/// A new user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserAdd {
    /// The user's name.
    pub name: String,
    /// A set without a refused pair.
    pub roles: Roles,
    /// First line = the ID number; `None` = asked.
    pub id_number_file: Option<PathBuf>,
    /// First line = the new user's password; `None` = asked twice.
    pub new_password_file: Option<PathBuf>,
}

/// Roll files, and what they do not say themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollImport {
    /// At least one.
    pub files: Vec<PathBuf>,
    /// Code, name or alias.
    pub programme: Option<String>,
    /// The village.
    pub division: Option<DivisionCode>,
    /// What is paid for.
    pub period: Option<Period>,
    /// What columns mean whose heads nobody knows.
    pub columns: Vec<ColumnMeaning>,
    /// The saved profile that says it.
    pub profile: Option<String>,
    /// Keep the columns under this name.
    pub save_profile: Option<String>,
    /// Normal or arrears.
    pub kind: BatchKind,
    /// What the files' own heads and titles count for.
    pub manner: HeaderPolicy,
    /// Show what would come in, write nothing.
    pub dry_run: bool,
}

/// Which batches to list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BatchFilter {
    /// In this stage only.
    pub stage: Option<Stage>,
    /// Of this programme only.
    pub programme: Option<String>,
    /// In this village or township only.
    pub division: Option<DivisionCode>,
}

/// One change of a draft.
#[derive(Clone, PartialEq, Eq)]
pub enum Change {
    /// A cell gets a new text.
    Set {
        /// The line's number.
        line: u32,
        /// Which cell.
        field: Field,
        /// Where the text comes from.
        value: ValueFrom,
    },
    /// A new empty line at the end.
    Insert,
    /// The line leaves the roll.
    Remove(u32),
    /// The last change goes.
    Undo,
}

/// Where a cell's new text comes from: a number of a person belongs in a file, for other users of
/// the machine see arguments.
#[derive(Clone, PartialEq, Eq)]
pub enum ValueFrom {
    /// The argument itself.
    Argument(String),
    /// The first line of a file.
    File(PathBuf),
}

impl std::fmt::Debug for Change {
    /// Never shows a value: debug output reaches logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Set { line, field, .. } => write!(f, "Set({line}, {field:?})"),
            Self::Insert => f.write_str("Insert"),
            Self::Remove(line) => write!(f, "Remove({line})"),
            Self::Undo => f.write_str("Undo"),
        }
    }
}

/// The reason of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explain {
    /// Which batch.
    pub batch: String,
    /// Which check.
    pub check: Check,
    /// The lines of the finding.
    pub lines: Vec<u32>,
    /// The clerk's words.
    pub reason: String,
}

/// A paper to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Render {
    /// Which batch.
    pub batch: String,
    /// The file to write.
    pub out: PathBuf,
}

/// A poster, and the names that it shows, for `verify --paper`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poster {
    /// The poster.
    pub render: Render,
    /// File for the names of the paper.
    pub paper_names: Option<PathBuf>,
}

/// A saved `disclosure.json` against a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verify {
    /// The saved bytes or page.
    pub file: PathBuf,
    /// What stands on the paper.
    pub code: Code,
    /// The names of the paper, as the office keeps them.
    pub paper: Option<PathBuf>,
}
