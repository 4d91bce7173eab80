//! Lists of persons that rolls are matched against.
use super::row::Read::Own;
use super::row::{CommandLineRow, plain};
use crate::cli::command::{Command, OnList};
use crate::cli::reading as read;
use crate::cli::spec::{Positionals, Spec, needed, option, words};
use crate::domain::people::cross_match::ListKind;

/// In the order of the help.
pub(super) const COMMANDS: [CommandLineRow; 2] = [
    CommandLineRow {
        spec: Spec {
            words: &["list", "import"],
            positionals: Positionals::Each(&["FILE"]),
            options: &[
                needed("kind", "KIND", "cli-option-list-kind")
                    .one_of(|| words(&ListKind::ALL, ListKind::word)),
                needed("as-of", "DATE", "cli-option-list-as-of"),
                option("programme", "CODE", "cli-option-list-programme"),
            ],
            help: "cli-help-list-import",
            json: "cli-json-list-import",
        },
        read: Own(read::list_import),
    },
    plain(
        &["list", "list"],
        Positionals::Nothing,
        "cli-help-list-list",
        "cli-json-list-list",
        |_| Ok(Command::OnList(OnList::All)),
    ),
];
