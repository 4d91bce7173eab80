//! 卷宗: all that happened to one batch, and what may happen next.
//!
//! [`decide`] runs once, where the act is made; [`fold`] runs wherever the entries arrive, so all
//! machines that hold the same entries show the same dossier. The rules that both need stand once, in
//! [`permits`]. What rests on the content of a blob (blocking findings, the reviewer's own line) only
//! `decide` can ask.
//!
//! # What may follow what
//! | act | who | stages | further |
//! |---|---|---|---|
//! | publish (before submission) | clerk | open, returned, withdrawn | |
//! | publish (after review) | clerk, reviewer | approved | the approved rows |
//! | submit | clerk | open, returned, withdrawn | rests on a live notice where the programme wants one first |
//! | approve | reviewer | submitted | not by who entered it or stands in it |
//! | return | reviewer | submitted, approved | also ends a conflict |
//! | withdraw | clerk (before a decision), reviewer | all but handed | also ends a conflict |
//! | pay list | treasurer | approved | after the notice has ended |
mod decide;
mod fold;
mod permits;
mod refusal;
mod state;

pub use decide::{Act, Acting, decide};
pub use fold::{FoldEntry, fold};
pub use permits::{Author, permits};
pub use refusal::Refusal;
pub use state::{Disclosed, Dossier, Event, Paid, Stage, Submission};

#[cfg(test)]
mod tests;
