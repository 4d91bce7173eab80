//! 公示: the bytes that become public, and the names that only the paper carries.
//!
//! A type that cannot hold an ID, card or phone number, an address or a birth date: what is not a
//! field here cannot leak. The bytes are made once, at `publish`, and copied ever after.
pub mod changed_row;
mod code;
mod content;
pub mod correction;
pub mod erasure_reason;
mod paper_names;
pub mod policy_card;
pub mod publication;
pub mod revision;
mod row;
pub mod scanner;
pub mod title;
pub mod withdrawal;

pub use code::{Code, content_hash, signed_message};
pub use content::{
    Disclosure, DisclosureStage, FORMAT, Issuer, IssuerKind, NameShow, NoticePeriod, PublicContact,
    PublicDivision, PublicProgramme, PublicTotals,
};
pub use paper_names::PaperNames;
pub use row::{Column, Row};
