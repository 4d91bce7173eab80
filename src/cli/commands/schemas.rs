//! `schema`: the JSON schema of a command's document.
use crate::cli::documents;
use crate::cli::error::CommandError;
use crate::cli::output::{Answer, Done};
use crate::cli::table;
use crate::domain::text::sentence::Sentence;
use crate::office::views::{SchemaView, trouble};

pub fn show(command: &[String]) -> Done {
    let row = table::find(command);
    let spec = row.map(|row| &row.spec).ok_or_else(unknown)?;
    let schema = documents::schema(spec.json).ok_or_else(unknown)?;
    let shown = serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n";
    let document = SchemaView { command: spec.name(), schema, trouble: trouble() };
    Ok(Answer::default().shows(&document).drawn(shown))
}

/// What was typed is not repeated: it may be a person's number.
fn unknown() -> CommandError {
    CommandError::Field(Sentence::plain("cli-schema-of-none"))
}
