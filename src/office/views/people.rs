//! People who were found, with what the batches pay them.
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use schemars::JsonSchema;
use serde::Serialize;

/// Who was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FoundPeople {
    /// The people.
    pub people: Vec<PersonView>,
}

/// A person.
#[derive(Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PersonView {
    /// As the rolls give it.
    pub name: String,
    /// The ID number, masked.
    pub id: String,
    /// The payments, newest batch first.
    pub payments: Vec<PaymentView>,
}

impl std::fmt::Debug for PersonView {
    /// Never shows a person: debug output reaches logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PersonView")
    }
}

/// A line of a batch or draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PaymentView {
    /// The batch or draft.
    pub batch: String,
    /// The line's number.
    pub line: u32,
    /// The programme's name.
    pub programme: String,
    /// The village.
    pub village: String,
    /// What is paid for.
    pub period: Period,
    /// The amount, in fen.
    pub fen: Fen,
}
