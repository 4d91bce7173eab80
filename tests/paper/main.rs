//! What leaves the office, as other programs and eyes see it: papers, pages, pay files, and where a
//! person's number may stand.
#![allow(
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::case_sensitive_file_extension_comparisons,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "what is amiss fails the test"
)]
mod finance;
mod letters_and_reports;
mod photo;
mod policy_cards;
mod posters;
mod privacy;
mod reply_letters;
mod sample_disclosures;
mod sample_papers;
mod site_browser;
#[path = "../support/mod.rs"]
mod support;
