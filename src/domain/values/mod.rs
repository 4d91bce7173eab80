//! Values without people: money, quantities, days, periods, hashes.
pub mod amount_in_words;
pub mod crockford;
pub mod date;
pub mod fingerprint;
pub mod hash;
pub mod money;
pub mod period;
pub mod quantity;
pub mod timestamp;
pub mod yuan;
