//! The field's acts and rules at the session, from the rolls that come in to the bytes that must never
//! change.
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    missing_docs,
    reason = "what is amiss fails the test"
)]
mod account_holders;
mod boards;
mod cross_match_lists;
mod dated_rules;
mod erasure;
mod golden;
mod golden_bodies;
mod notices;
mod objections;
mod pending;
mod planted_defects;
mod possible;
mod rolls;
mod season;
mod strange_files;
#[path = "../support/mod.rs"]
mod support;
mod template;
mod totals_only;
mod township;
