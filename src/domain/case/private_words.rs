//! What a case holds of persons: who raised it and how to reach them, what two people found, the
//! answer. Each is a private blob in the form given here.
use serde::{Deserialize, Serialize};

/// What was said, by whom, and how to reach them: a private blob.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CaseWords {
    /// Name; empty = anonymous.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Telephone or address; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reach: String,
    /// In the words of the resident.
    pub text: String,
}

impl std::fmt::Debug for CaseWords {
    /// Never shows a word.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CaseWords(..)")
    }
}

/// What two people found: a private blob.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseFacts {
    /// Who looked into it.
    pub investigators: Vec<String>,
    /// What they found.
    pub facts: String,
}

impl std::fmt::Debug for CaseFacts {
    /// Never shows a word.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CaseFacts(..)")
    }
}

/// The answer as given: a private blob.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseReply {
    /// More words on what follows; may be empty.
    pub note: String,
    /// Laws and papers as valid on that day.
    pub legal_basis: Vec<String>,
    /// Where to turn next and until when, as printed; in older answers the place only.
    pub remedy: String,
    /// Until when, in older answers; empty since.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub within: String,
}

impl std::fmt::Debug for CaseReply {
    /// Never shows a word.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CaseReply(..)")
    }
}
