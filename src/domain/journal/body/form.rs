//! How a body is written: JSON with its version in front.
use serde::{Deserialize, Serialize};

/// The body does not fit its kind or version.
#[derive(Debug, thiserror::Error)]
pub enum BodyError {
    /// Not the JSON of this kind.
    #[error("the body is not readable or writable")]
    Form(#[from] serde_json::Error),
    /// Written by a later version.
    #[error("the body has version {0}")]
    Version(u64),
    /// A kind that this version does not know cannot be written by it.
    #[error("the body is of an unknown kind")]
    Unknown,
}

/// The version in front of the fields.
#[derive(Serialize, Deserialize)]
struct Versioned<T> {
    v: u64,
    #[serde(flatten)]
    body: T,
}

pub(super) fn written<T: Serialize>(body: &T) -> Result<Vec<u8>, BodyError> {
    Ok(serde_json::to_vec(&Versioned { v: 1, body })?)
}

pub(super) fn read<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, BodyError> {
    #[derive(Deserialize)]
    struct Version {
        v: u64,
    }
    let version: Version = serde_json::from_slice(bytes)?;
    if version.v != 1 {
        return Err(BodyError::Version(version.v));
    }
    Ok(serde_json::from_slice(bytes)?)
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde's skip_serializing_if hands a reference"
)]
pub(super) fn is_zero(count: &u32) -> bool {
    *count == 0
}
