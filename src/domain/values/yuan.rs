//! How an amount stands in an editable file: yuan as text, `"10000.00"`; with `#[serde(with =
//! "…")]`.
use super::money::Fen;
use serde::{Deserialize, Deserializer, Serializer};

/// An amount that may be absent.
pub mod option {
    use crate::domain::values::yuan::{Deserialize, Deserializer, Fen, Serializer};

    /// Writes yuan.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn serialize<S: Serializer>(amount: &Option<Fen>, out: S) -> Result<S::Ok, S::Error> {
        match amount {
            Some(fen) => out.serialize_some(&fen.to_string()),
            None => out.serialize_none(),
        }
    }

    /// Reads yuan.
    ///
    /// # Errors
    /// A text that is not an amount.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Fen>, D::Error> {
        let text = Option::<String>::deserialize(from)?;
        text.map(|text| Fen::parse(&text).map_err(serde::de::Error::custom)).transpose()
    }
}
