//! Power cuts, kills and broken files: what was acknowledged is there, and what fails says so.
#![allow(
    clippy::similar_names,
    clippy::cast_possible_truncation,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "what is amiss fails the test"
)]
mod failures;
mod kills;
mod store_crash;
#[path = "../support/mod.rs"]
mod support;
mod unreadable_store;
mod vault_crash;
