//! Typed documents -> bytes: PDF with embedded fonts and tags, QR codes, sheets; and photos without
//! metadata.
//!
//! Deliberately absent: paths (callers get bytes), the store, the clock (dates come from the
//! caller), and any decision of what may be public: a poster takes a disclosure, which cannot hold
//! more.
mod changed_rows;
mod code_block;
mod composition;
pub mod correction_notice;
pub mod coverage_boards;
pub mod coverage_report;
pub mod error;
mod flow;
pub mod fonts;
pub mod page;
mod pdf;
mod pdf_object;
mod pdf_text;
pub mod photo;
pub mod policy_card;
pub mod poster;
mod poster_content;
mod poster_words;
pub mod qr;
pub mod recall_order;
pub mod reply;
pub mod scan;
pub mod sheets;
pub mod signature_sheet;
mod table;
pub mod template_sheet;
pub mod text;

pub use correction_notice::correction_notice;
pub use coverage_report::{CoverageReport, coverage_report, coverage_workbook};
pub use error::DocumentError;
pub use policy_card::{policy_booklet, policy_card};
pub use poster::poster;
pub use poster_content::Poster;
pub use recall_order::{RecallOrder, recall_order};
pub use reply::{Reply, reply};
pub use signature_sheet::{SignatureSheet, signature_sheet};
