//! 卷宗: all that happened to one batch, and what may happen next.
//!
//! [`fold`] runs wherever the entries arrive, so all machines that hold the same entries show the
//! same dossier. Who may do what at which stage stands once, in [`TABLE`]; what else entries alone
//! decide, in [`permits`], which is asked where an entry is written and wherever it is folded. What
//! rests on the content of a blob or on another subject (blocking findings, the reviewer's own line,
//! a board in use) only the act itself can ask, in [`row_rules`], before there is an entry.
#![doc = include_str!("table.md")]
pub mod coverage;
mod evolve;
mod fold;
mod former;
pub mod free_text;
mod may;
mod past;
pub mod pending;
mod permits;
mod posting;
mod progress;
mod recall;
mod refusal;
pub mod retention;
pub mod row_rules;
mod stage;
mod state;
mod steps;
mod subject_state;
mod table;
pub mod tombstone;

pub use fold::fold;
pub use former::Former;
pub use may::{Standing, may};
pub use past::Past;
pub use permits::permits;
pub use posting::{Down, Posting};
pub use progress::Progress;
pub use recall::{Recall, RecallReason};
pub use refusal::Refusal;
pub use stage::Stage;
pub use state::{Disclosed, Dossier, Founding};
pub use steps::{Approval, Booked, PayList, Return, Review, Submission};
pub use subject_state::SubjectState;
pub use table::{TABLE, Transition};

#[cfg(test)]
mod tests;
