//! The office and its store: users, verifying, backups, retention; completions, schemas, the
//! demonstration.
use super::batch::BatchNames;
use crate::domain::people::user::Role;
use crate::domain::reference::division::DivisionCode;
use crate::domain::values::date::Date;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

/// A document without members of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NoMembers {}

/// An office that was founded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Founded {
    /// Its division code.
    pub office: DivisionCode,
    /// The administrator's name.
    pub user: String,
    /// It is for practice only.
    pub practice: bool,
    /// The fingerprint of the publication key.
    pub fingerprint: String,
    /// The store's folder.
    pub data: String,
}

/// A user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct UserView {
    /// The user's name.
    pub user: String,
    /// The user's number.
    pub number: u32,
    /// The user's roles.
    pub roles: Vec<Role>,
}

/// The users.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct UserList {
    /// The users.
    pub users: Vec<UserView>,
}

/// A user by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NumberedUser {
    /// The user's number.
    pub number: u32,
}

/// A saved disclosure held against a code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Verdict {
    /// Does it match?
    pub matches: bool,
    /// The file's own code.
    pub code: String,
    /// The file's SHA-256.
    pub sha256: String,
    /// Do the names of the paper match? Null if none were given.
    pub paper: Option<bool>,
}

/// The journal, looked through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct JournalVerified {
    /// Entries read.
    pub entries: u64,
    /// Blobs read.
    pub blobs: u64,
    /// Blobs that are not on this machine.
    pub absent_blobs: u64,
    /// Everything that is wrong.
    pub faults: Vec<FaultView>,
    /// The last entry of each terminal.
    pub heads: Vec<JournalHead>,
}

/// Something that is wrong with the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FaultView {
    /// The place of the entry; null if it is about none.
    pub entry: Option<String>,
    /// The code of the sentence.
    pub code: &'static str,
    /// The sentence, in the language of the run.
    pub said: String,
}

/// The last entry of a terminal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct JournalHead {
    /// Terminal and number.
    pub entry: String,
    /// The entry's id.
    pub id: String,
}

/// The store, looked through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StoreChecked {
    /// Nothing is wrong with it.
    pub whole: bool,
    /// Its journal.
    #[serde(flatten)]
    pub journal: JournalVerified,
}

/// A backup that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Backup {
    /// Where it is.
    pub folder: String,
    /// Its entries.
    pub entries: u64,
    /// Its rows.
    pub rows: u64,
    /// It was read back.
    pub verified: bool,
}

/// A store that was restored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Restored {
    /// Its folder.
    pub data: String,
    /// The new id of the terminal.
    pub terminal: String,
}

/// A store that was computed anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Rebuilt {
    /// How many dossiers.
    pub dossiers: u64,
}

/// What has reached the end of its keeping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RetentionList {
    /// Backups that still hold what was destroyed.
    pub stale_backups: Vec<String>,
    /// The batches.
    pub due: Vec<KeptBatch>,
}

/// A batch that may be destroyed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct KeptBatch {
    /// Which batch.
    #[serde(flatten)]
    pub names: BatchNames,
    /// The last day of its keeping.
    pub keep_until: Date,
}

/// What was destroyed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ErasureDone {
    /// How many blobs are gone.
    pub blobs: usize,
    /// Backups that were written anew.
    pub renewed: Vec<String>,
    /// Backups that could not be reached: they still hold what was destroyed.
    pub unreachable: Vec<String>,
}

/// The script of a shell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Completions {
    /// The shell.
    pub shell: String,
    /// The text of the script.
    pub script: String,
}

/// The schema of a command's document.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SchemaView {
    /// The command's words.
    pub command: String,
    /// The JSON schema of its document.
    pub schema: Schema,
    /// The JSON schema of what is written instead when it cannot be done.
    pub trouble: Schema,
}

/// What a demonstration left behind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DemoView {
    /// The poster.
    pub poster: String,
    /// The site.
    pub site: String,
    /// The files for the finance bureau.
    pub finance: String,
    /// The store's folder.
    pub data: String,
    /// The users.
    pub users: Vec<Player>,
}

/// A user of the demonstration, who exists for practice only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Player {
    /// The user's name.
    pub user: String,
    /// The user's password.
    pub password: String,
    /// The user's roles.
    pub roles: Vec<Role>,
}
