//! Column profiles: what a clerk said of heads that nobody knows, kept for the next file with the
//! same head.
//!
//! A private setting of the office, not an official act. Only the intake knows which columns there
//! are; here they are plain texts.
use serde::{Deserialize, Serialize};

/// What one column of a file means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnMeaning {
    /// The words of its head, or its letter (`H`).
    pub head: String,
    /// A word that the intake knows (`补贴金额`, `amount`), or `-`: not read.
    pub means: String,
}

impl ColumnMeaning {
    /// Reads `领取额=补贴金额,H=备注`; nothing if a part is not of that form or one column is named
    /// twice.
    #[must_use]
    pub fn parse_all(text: &str) -> Option<Vec<Self>> {
        let mut all: Vec<Self> = Vec::new();
        for part in text.split([',', '，', '、']).map(str::trim).filter(|part| !part.is_empty()) {
            let (head, means) = part.split_once(['=', '＝'])?;
            let head = head.trim().to_owned();
            let means = means.trim().to_owned();
            if head.is_empty() || means.is_empty() || all.iter().any(|earlier| earlier.head == head)
            {
                return None;
            }
            all.push(Self { head, means });
        }
        if all.is_empty() { None } else { Some(all) }
    }
}

/// A saved profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// What the clerk called it.
    pub name: String,
    /// The head that it is for: normalised words, one for each column.
    pub head: Vec<String>,
    /// What its columns mean.
    pub columns: Vec<ColumnMeaning>,
}

/// Longest name of a profile, in characters.
pub const LONGEST_NAME: usize = 40;

/// A name as it is kept: trimmed, 1 to [`LONGEST_NAME`] characters, none of them invisible.
#[must_use]
pub fn profile_name(text: &str) -> Option<String> {
    let name = text.trim();
    let fits = !name.is_empty()
        && name.chars().count() <= LONGEST_NAME
        && !name.chars().any(char::is_control);
    if fits { Some(name.to_owned()) } else { None }
}

#[cfg(test)]
mod tests {
    use crate::domain::roll::column_profile::*;

    #[test]
    fn a_clerk_says_what_columns_mean_in_any_punctuation() {
        let meaning = |head: &str, means: &str| ColumnMeaning {
            head: head.to_owned(),
            means: means.to_owned(),
        };
        let expected = vec![meaning("领取额", "补贴金额"), meaning("H", "备注")];
        assert_eq!(ColumnMeaning::parse_all("领取额=补贴金额, H＝备注，"), Some(expected));
        for wrong in ["", "领取额", "=备注", "H=", "H=备注,H=姓名"] {
            assert_eq!(ColumnMeaning::parse_all(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_profile_has_a_name_that_can_be_typed_again() {
        assert_eq!(profile_name(" 农商行月表 ").as_deref(), Some("农商行月表"));
        assert_eq!(
            (profile_name(" "), profile_name(&"长".repeat(41)), profile_name("a\nb")),
            (None, None, None)
        );
    }
}
