//! The JSON documents of the commands: for each description that a command promises the read model
//! that it prints, and so the schema.
use crate::office::views::{self, schema_of};
use schemars::Schema;

/// Key of the description, and the schema.
type Document = (&'static str, fn() -> Schema);

/// Every document that the table of commands promises.
pub const DOCUMENTS: [Document; 54] = [
    ("cli-json-init", schema_of::<views::Founded>),
    ("cli-json-user-add", schema_of::<views::UserView>),
    ("cli-json-user-list", schema_of::<views::UserList>),
    ("cli-json-user-password", schema_of::<views::NoMembers>),
    ("cli-json-user-reset", schema_of::<views::NumberedUser>),
    ("cli-json-reference-import", schema_of::<views::ReferenceView>),
    ("cli-json-rule-list", schema_of::<views::RuleList>),
    ("cli-json-rule-show", schema_of::<views::RuleShown>),
    ("cli-json-programme-list", schema_of::<views::ProgrammeList>),
    ("cli-json-list-import", schema_of::<views::NewList>),
    ("cli-json-list-list", schema_of::<views::MatchLists>),
    ("cli-json-roll-import", schema_of::<views::RollImport>),
    ("cli-json-profile-list", schema_of::<views::ProfileList>),
    ("cli-json-profile-remove", schema_of::<views::ProfileName>),
    ("cli-json-roll-new", schema_of::<views::BegunRoll>),
    ("cli-json-batch-list", schema_of::<views::BatchList>),
    ("cli-json-batch-show", schema_of::<views::BatchView>),
    ("cli-json-batch-rules", schema_of::<views::DecisionRules>),
    ("cli-json-batch-check", schema_of::<views::BatchFindings>),
    ("cli-json-batch-edit", schema_of::<views::DraftChanged>),
    ("cli-json-batch-explain", schema_of::<views::ReasonGiven>),
    ("cli-json-batch-diff", schema_of::<views::BatchComparison>),
    ("cli-json-batch-publish", schema_of::<views::PublicationView>),
    ("cli-json-batch-discard", schema_of::<views::DiscardedDraft>),
    ("cli-json-act", schema_of::<views::BatchDeed>),
    ("cli-json-acts", schema_of::<views::BatchesDone>),
    ("cli-json-find", schema_of::<views::FoundPeople>),
    ("cli-json-file", schema_of::<views::FileView>),
    ("cli-json-files", schema_of::<views::FilesView>),
    ("cli-json-qr", schema_of::<views::CodeView>),
    ("cli-json-template", schema_of::<views::TemplateView>),
    ("cli-json-site-build", schema_of::<views::SiteView>),
    ("cli-json-finance-pay", schema_of::<views::PayListView>),
    ("cli-json-finance-export", schema_of::<views::ExportedFiles>),
    ("cli-json-board", schema_of::<views::BoardView>),
    ("cli-json-board-list", schema_of::<views::BoardList>),
    ("cli-json-posting", schema_of::<views::PostingView>),
    ("cli-json-recall-list", schema_of::<views::RecallList>),
    ("cli-json-coverage", schema_of::<views::CoverageView>),
    ("cli-json-case", schema_of::<views::CaseView>),
    ("cli-json-case-list", schema_of::<views::CaseList>),
    ("cli-json-case-show", schema_of::<views::CaseFile>),
    ("cli-json-results-due", schema_of::<views::ResultsDue>),
    ("cli-json-verify", schema_of::<views::Verdict>),
    ("cli-json-journal-verify", schema_of::<views::JournalVerified>),
    ("cli-json-store-check", schema_of::<views::StoreChecked>),
    ("cli-json-store-backup", schema_of::<views::Backup>),
    ("cli-json-store-restore", schema_of::<views::Restored>),
    ("cli-json-store-rebuild", schema_of::<views::Rebuilt>),
    ("cli-json-retention-list", schema_of::<views::RetentionList>),
    ("cli-json-retention-erase", schema_of::<views::ErasureDone>),
    ("cli-json-completions", schema_of::<views::Completions>),
    ("cli-json-schema", schema_of::<views::SchemaView>),
    ("cli-json-demo", schema_of::<views::DemoView>),
];

/// The schema of the document that this key describes.
#[must_use]
pub fn schema(key: &str) -> Option<Schema> {
    let document = DOCUMENTS.iter().find(|(known, _)| *known == key);
    document.map(|(_, schema)| schema())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::table::commands;
    use serde_json::Value;

    #[test]
    fn every_document_that_a_command_promises_has_its_schema() {
        for spec in commands() {
            assert!(schema(spec.json).is_some(), "{}: {}", spec.name(), spec.json);
        }
        for (key, _) in DOCUMENTS {
            assert!(commands().any(|spec| spec.json == key), "{key} is of no command");
        }
    }

    /// Every member of every object, with the pointer to it.
    fn members(schema: &Value, place: &str, found: &mut Vec<(String, Value)>) {
        for (name, member) in schema["properties"].as_object().into_iter().flatten() {
            found.push((format!("{place}/{name}"), member.clone()));
        }
        for (name, part) in schema.as_object().into_iter().flatten() {
            members(part, &format!("{place}/{name}"), found);
        }
        for part in schema.as_array().into_iter().flatten() {
            members(part, place, found);
        }
    }

    #[test]
    fn every_member_is_described_and_no_amount_is_a_fraction() {
        for (key, schema) in DOCUMENTS {
            let schema = Value::from(schema());
            assert_eq!(schema["type"], "object", "{key}");
            let mut found = Vec::new();
            members(&schema, key, &mut found);
            assert!(!found.is_empty(), "{key}");
            for (place, member) in found {
                // what may be done is described once, at the word
                let is_answer = place.contains("/May/");
                assert!(member["description"].is_string() || is_answer, "{place}: {member}");
                assert!(!member.to_string().contains("\"number\""), "{place}: {member}");
            }
        }
    }
}
