//! Lists of persons that rolls are matched against.
use super::{Behind, Spec, needed, option, plain};
use crate::cli::command::{Command, OnList};
use crate::cli::making as make;

/// In the order of the help.
pub(super) const COMMANDS: [Spec; 2] = [
    Spec {
        words: &["list", "import"],
        behind: Behind::Each(&["FILE"]),
        options: &[
            needed("kind", "KIND", "cli-option-list-kind"),
            needed("as-of", "DATE", "cli-option-list-as-of"),
            option("programme", "CODE", "cli-option-list-programme"),
        ],
        help: "cli-help-list-import",
        json: "cli-json-list-import",
        make: make::list_import,
    },
    plain(&["list", "list"], Behind::Nothing, "cli-help-list-list", "cli-json-list-list", |_| {
        Ok(Command::OnList(OnList::All))
    }),
];
