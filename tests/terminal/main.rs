//! Journeys with the real program at a terminal of 80x24.
#![cfg(unix)]
#![allow(
    clippy::string_slice,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "what is amiss fails the test"
)]
mod demo_journey;
mod disclosure_journeys;
mod roll_journeys;
#[path = "../support/mod.rs"]
mod support;
