//! The rows of a roll as a blob: JSON, one object a line.
use super::error::StoreError;
use crate::domain::roll::Line;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Most lines are shorter.
const LINE: usize = 240;

#[derive(Serialize, Deserialize)]
struct Rows<'a> {
    v: u8,
    lines: Cow<'a, [Line]>,
}

/// The blob's content.
///
/// # Errors
/// [`StoreError::Damaged`] if the lines cannot be written: no roll is stored as an empty one.
pub fn to_content(lines: &[Line]) -> Result<Vec<u8>, StoreError> {
    let mut content = Vec::with_capacity(lines.len().saturating_mul(LINE));
    serde_json::to_writer(&mut content, &Rows { v: 1, lines: Cow::Borrowed(lines) })
        .or(Err(StoreError::Damaged("json")))?;
    Ok(content)
}

/// Reads the blob's content.
///
/// # Errors
/// [`StoreError::Damaged`] or [`StoreError::LaterVersion`].
pub fn from_content(content: &[u8]) -> Result<Vec<Line>, StoreError> {
    let rows: Rows<'_> = super::codec::from_json(content)?;
    if rows.v == 1 { Ok(rows.lines.into_owned()) } else { Err(StoreError::LaterVersion) }
}
