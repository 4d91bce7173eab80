//! The desk: every act of the program as a function, for the terminal and the command line alike.
//!
//! It fetches what the rules need (rows, reference data, the day), asks `store` to act, and
//! renders. It decides nothing itself: the rules stand in `domain`, and every act passes through
//! `decide`.
mod batch;
mod begin;
mod boards;
mod care;
mod cases;
mod check;
mod coverage;
mod days;
mod decide;
mod elsewhere;
mod error;
mod found;
mod import;
mod lists;
mod mend;
mod open;
mod output;
mod passwords;
mod pay;
mod people;
mod postings;
mod presence;
mod profiles;
mod publish;
mod reference;
mod remedy;
mod retention;
mod rules;
mod siblings;
mod site_shown;
mod submit;
mod templates;
mod verify;
mod waiting;

pub use batch::{Batch, BatchName, Rows};
pub use begin::NewRoll;
pub use boards::{KnownBoard, NewPhoto};
pub use care::Checked as StoreChecked;
pub use cases::{CaseFacts, CaseReply, CaseWords, KnownCase, NewCase};
pub use check::Checked;
pub use decide::Compared;
pub use error::{Class, DeskError};
pub use found::{Founded, NewOffice, NewStore, NewUserAsked};
pub use import::{ImportAsked, Imported, ImportedRoll, Progress};
pub use lists::{ListAsked, ListHeld};
pub use open::{Desk, SignedIn, Waited, users_of};
pub use output::write_paper;
pub use pay::{ExportedFile, PayListMade};
pub use people::{FoundPerson, Payment};
pub use postings::OpenRecall;
pub use publish::{NoticePlan, Publication, PublishAsked};
pub use reference::ReferencePlan;
pub use retention::{Erasure, ErasureDue};
pub use rules::RulesBehind;
pub use site_shown::SiteBuilt;
pub use templates::TemplateMade;
pub use verify::FileVerdict;
