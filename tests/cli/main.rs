//! The real binary as scripts and people at a shell meet it, and the sentences that it can say.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "what is amiss fails the test"
)]
mod boards;
mod deadlines;
mod demo;
mod objections;
mod payment;
mod policy_cards;
mod possible;
mod prompts;
mod refusals;
mod rolls;
mod rules;
mod shells;
#[path = "../support/mod.rs"]
mod support;
mod usage;
mod whole_job;
mod words;
