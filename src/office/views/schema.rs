//! The schemas of the documents (JSON Schema 2020-12), derived from the read models. Texts and
//! words of the domain are described here, so that the domain needs no schema of its own.
use crate::domain::board::{BoardColumn, BoardKind, Condition};
use crate::domain::case::{Action, CaseKind, CaseType, Channel, Outcome};
use crate::domain::disclosure::{Code, DisclosureStage};
use crate::domain::dossier::Stage;
use crate::domain::journal::{EntryId, Subject};
use crate::domain::people::cross_match::ListKind;
use crate::domain::people::user::Role;
use crate::domain::reference::division::DivisionCode;
use crate::domain::reference::programme::{Certainty, Class};
use crate::domain::roll::finding::{Check, Level};
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use crate::domain::values::timestamp::Timestamp;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde_json::{Map, Value};
use std::borrow::Cow;

macro_rules! described {
    ($($type:ty = $name:literal: $schema:expr;)*) => {
        $(impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        })*
    };
}

described! {
    Timestamp = "Timestamp": text();
    Period = "Period": text();
    DivisionCode = "DivisionCode": text();
    Subject = "Subject": text();
    EntryId = "EntryId": text();
    Code = "Code": text();
    Check = "Check": text();
    Fen = "Fen": json_schema!({ "type": "integer" });
    Stage = "Stage": one_of(&Stage::ALL);
    DisclosureStage = "DisclosureStage": one_of(&[DisclosureStage::Notice, DisclosureStage::Result]);
    Level = "Level": one_of(&[Level::Inform, Level::Explain, Level::Block]);
    ListKind = "ListKind": one_of(&ListKind::ALL);
    Role = "Role": one_of(&Role::ALL);
    Class = "Class": one_of(&[Class::S0, Class::S1, Class::S2]);
    Certainty = "Certainty":
        one_of(&[Certainty::Certain, Certainty::Likely, Certainty::Placeholder]);
    BoardKind = "BoardKind": one_of(BoardKind::ALL);
    BoardColumn = "BoardColumn": one_of(BoardColumn::ALL);
    Condition = "Condition": one_of(Condition::ALL);
    CaseKind = "CaseKind": one_of(CaseKind::ALL);
    CaseType = "CaseType": one_of(CaseType::ALL);
    Channel = "Channel": one_of(Channel::ALL);
    Outcome = "Outcome": one_of(Outcome::ALL);
    Action = "Action": one_of(Action::ALL);
}

fn text() -> Schema {
    json_schema!({ "type": "string" })
}

/// The words as they are written.
fn one_of(all: &[impl Serialize]) -> Schema {
    let words: Vec<Value> = all.iter().filter_map(|word| serde_json::to_value(word).ok()).collect();
    json_schema!({ "type": "string", "enum": words })
}

/// The schema of a document with these members, and the outcome that every document begins with.
#[must_use]
pub fn schema_of<Members: JsonSchema>() -> Schema {
    let mut schema = generator().into_root_schema_for::<Members>();
    with_outcome(
        &mut schema,
        json_schema!({
            "type": "boolean",
            "description": "All is well; false = exit status 1, something was found."
        }),
    );
    RecursiveTransform(closed).transform(&mut schema);
    schema
}

/// What is written instead of a command's document when it cannot be done.
#[derive(Debug, Clone, Serialize, JsonSchema)]
struct Trouble {
    /// The code of the sentence; it does not change with the language.
    code: String,
    /// The sentence, in the language of the run.
    said: String,
}

/// The schema of the document of a refusal or trouble; what its sentence names stands beside it.
#[must_use]
pub fn trouble() -> Schema {
    let mut schema = generator().into_root_schema_for::<Trouble>();
    with_outcome(&mut schema, json_schema!({ "const": false, "description": "It was not done." }));
    schema.insert("additionalProperties".to_owned(), Value::from(text()));
    schema
}

fn generator() -> SchemaGenerator {
    SchemaSettings::draft2020_12().for_serialize().into_generator()
}

fn with_outcome(schema: &mut Schema, outcome: Schema) {
    const OK: &str = "ok";
    let members = schema.ensure_object();
    members.insert("type".to_owned(), "object".into());
    let properties = members.entry("properties").or_insert_with(|| Value::Object(Map::default()));
    if let Some(properties) = properties.as_object_mut() {
        properties.insert(OK.to_owned(), outcome.into());
    }
    let required = members.entry("required").or_insert_with(|| Value::Array(Vec::new()));
    if let Some(required) = required.as_array_mut() {
        required.push(OK.into());
    }
}

/// An object has the members that are described and no others.
fn closed(schema: &mut Schema) {
    const OTHERS: &str = "additionalProperties";
    if schema.get("properties").is_some() && schema.get(OTHERS).is_none() {
        schema.insert(OTHERS.to_owned(), false.into());
    }
}
