//! Persons: numbers, names, masks, users and the lists that rolls are matched against.
pub mod card;
pub mod cross_match;
pub mod identity;
pub mod masking;
pub mod name;
pub mod user;
