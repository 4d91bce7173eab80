//! Read models: what the office shows of its batches, cases, boards and papers. The command line
//! prints them; its JSON documents and their schemas are derived from them.
//!
//! Amounts are integers in fen. Numbers of persons and cards are masked before they come here. What
//! a field is for stands in its description, which is the schema's, too.
mod batch;
mod board;
mod case;
mod check;
mod coverage;
mod maintenance;
mod papers;
mod people;
mod possible_acts;
mod publication;
mod roll;
mod rules;
mod schema;

pub use batch::{
    BatchComparison, BatchDeed, BatchDue, BatchList, BatchNames, BatchRow, BatchView, BatchesDone,
    CountsView, EventView, LineChange, LineView, ResultsDue,
};
pub use board::{BoardList, BoardRow, BoardView, NothingView};
pub use case::{CaseFile, CaseList, CaseRow, CaseView, FoundView, WordsView};
pub use check::{BatchFindings, CheckView, FindingView};
pub use coverage::{BoardCare, CoverageLine, CoverageSums, CoverageView, SilentColumn};
pub use maintenance::{
    Backup, Completions, DemoView, ErasureDone, FaultView, Founded, JournalHead, JournalVerified,
    KeptBatch, NoMembers, NumberedUser, Player, Rebuilt, Restored, RetentionList, SchemaView,
    StoreChecked, UserList, UserView, Verdict,
};
pub use papers::{
    CodeView, ExportedFiles, FileSize, FileView, FilesView, PayListView, SiteView, TemplateView,
};
pub use people::{FoundPeople, PaymentView, PersonView};
pub use possible_acts::{May, PossibleActs};
pub use publication::{PostingView, PublicationView, RecallList, RecallView};
pub use roll::{
    BegunRoll, CellFault, DiscardedDraft, DraftChanged, ImportFinding, ListRow, MatchLists,
    NewList, ProfileColumn, ProfileList, ProfileName, ProfileView, ReasonGiven, RollImport,
    RollView, SavedDraft,
};
pub use rules::{
    BehindDecision, DecisionRules, ProgrammeList, ProgrammeView, ReferenceChange, ReferenceView,
    RuleList, RuleShown, RuleView,
};
pub use schema::{schema_of, trouble};
