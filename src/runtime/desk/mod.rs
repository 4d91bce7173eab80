//! The desk: every act of the program as a function, for the terminal and the command line alike.
//!
//! It fetches what the rules need (rows, reference data, the day), asks `store` to act, and
//! renders. It decides nothing itself: the rules stand in `domain`, and every act passes through
//! `decide`.
mod answers;
mod appeal;
mod batch;
mod boards;
mod cases;
mod check;
mod coverage;
mod decide;
mod edit_draft;
mod error;
mod facts;
mod holiday_gaps;
mod import;
mod lists;
mod maintenance;
mod new_roll;
mod open;
mod other_batches;
mod output;
mod passwords;
mod pay;
mod pending;
mod people;
mod perform;
mod postings;
mod profiles;
mod publish;
mod reference;
mod retention;
mod rules;
mod setup;
mod sibling_rolls;
mod site;
mod submit;
mod templates;
mod unclean_shutdown;
mod verify;

pub use answers::Answers;
pub use batch::{Batch, BatchName, Rows};
pub use boards::{KnownBoard, NewPhoto};
pub use cases::{CaseFacts, CaseReply, CaseWords, KnownCase, NewCase};
pub use check::Checked;
pub use decide::Compared;
pub use error::{Class, DeskError};
pub use import::{ImportAsked, Imported, ImportedRoll, Progress};
pub use lists::{ListAsked, ListHeld};
pub use maintenance::Checked as StoreChecked;
pub use new_roll::NewRoll;
pub use open::{Desk, SignedIn, Waited, users_of};
pub use output::write_paper;
pub use pay::{ExportedFile, PayListMade};
pub use people::{FoundPerson, Payment};
pub use postings::OpenRecall;
pub use publish::{NoticePlan, Publication, PublishAsked};
pub use reference::ReferencePlan;
pub use retention::{Erasure, ErasureDue};
pub use rules::RulesBehind;
pub use setup::{Founded, NewOffice, NewStore, NewUserAsked};
pub use site::SiteBuilt;
pub use templates::TemplateMade;
pub use verify::FileVerdict;
