//! 支付清单: an approved pay list -> what the finance bureau gets: a workbook to read and sign, a
//! csv to import.
//!
//! One pair of files for each programme, because bureaus import by programme. Rendering is no act:
//! the same list gives the same bytes. Not here: who may make a list (`domain::dossier`), the
//! store, paths, the bank's return.
mod control;
mod detail;
mod error;
mod files;
mod pay_list;
mod summary;

pub use control::{account_checksum, content_hash};
pub use error::FinanceError;
pub use files::{File, files};
pub use pay_list::{PaidBatch, PayList};

#[cfg(test)]
mod tests;
