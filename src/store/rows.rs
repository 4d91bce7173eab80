//! The rows of a roll as a blob: JSON, one object a line.
use super::error::StoreError;
use crate::domain::roll::Line;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

#[derive(Serialize, Deserialize)]
struct Rows<'a> {
    v: u8,
    lines: Cow<'a, [Line]>,
}

/// The blob's content.
#[must_use]
pub fn to_content(lines: &[Line]) -> Vec<u8> {
    serde_json::to_vec(&Rows { v: 1, lines: Cow::Borrowed(lines) }).unwrap_or_default()
}

/// Reads the blob's content.
///
/// # Errors
/// [`StoreError::Damaged`] or [`StoreError::LaterVersion`].
pub fn from_content(content: &[u8]) -> Result<Vec<Line>, StoreError> {
    let rows: Rows<'_> = super::codec::from_json(content)?;
    if rows.v == 1 { Ok(rows.lines.into_owned()) } else { Err(StoreError::LaterVersion) }
}
