//! Care: verifying, backups, retention; the shell's completions, the manual, the schemas; the demonstration.
use super::row::Read::Own;
use super::row::{CommandLineRow, OUT_FOLDER, plain};
use crate::cli::command::Command;
use crate::cli::reading as read;
use crate::cli::spec::{Choices, Positionals, Spec, needed, option, switch};
use crate::cli::values::shells;

/// In the order of the help.
pub(super) const COMMANDS: [CommandLineRow; 11] = [
    CommandLineRow {
        spec: Spec {
            words: &["verify"],
            positionals: Positionals::Each(&["FILE", "CODE"]),
            options: &[option("paper", "FILE", "cli-option-paper")],
            help: "cli-help-verify",
            json: "cli-json-verify",
        },
        read: Own(read::verify),
    },
    plain(
        &["journal", "verify"],
        Positionals::Nothing,
        "cli-help-journal-verify",
        "cli-json-journal-verify",
        |_| Ok(Command::JournalVerify),
    ),
    plain(
        &["store", "check"],
        Positionals::Nothing,
        "cli-help-store-check",
        "cli-json-store-check",
        |_| Ok(Command::StoreCheck),
    ),
    CommandLineRow {
        spec: Spec {
            words: &["store", "backup"],
            positionals: Positionals::Nothing,
            options: &[needed("out", "DIR", "cli-option-backup-folder")],
            help: "cli-help-store-backup",
            json: "cli-json-store-backup",
        },
        read: Own(read::store_backup),
    },
    CommandLineRow {
        spec: Spec {
            words: &["store", "restore"],
            positionals: Positionals::Nothing,
            options: &[needed("from", "DIR", "cli-option-restore-from")],
            help: "cli-help-store-restore",
            json: "cli-json-store-restore",
        },
        read: Own(read::store_restore),
    },
    plain(
        &["store", "rebuild"],
        Positionals::Nothing,
        "cli-help-store-rebuild",
        "cli-json-store-rebuild",
        |_| Ok(Command::StoreRebuild),
    ),
    CommandLineRow {
        spec: Spec {
            words: &["retention", "list"],
            positionals: Positionals::Nothing,
            options: &[option("on", "DATE", "cli-option-on")],
            help: "cli-help-retention-list",
            json: "cli-json-retention-list",
        },
        read: Own(read::retention_list),
    },
    CommandLineRow {
        spec: Spec {
            words: &["completions"],
            positionals: Positionals::OneOf("SHELL", Choices::Listed(shells)),
            options: &[],
            help: "cli-help-completions",
            json: "cli-json-completions",
        },
        read: Own(read::completions),
    },
    CommandLineRow {
        spec: Spec {
            words: &["man"],
            positionals: Positionals::Nothing,
            options: &[OUT_FOLDER],
            help: "cli-help-man",
            json: "cli-json-files",
        },
        read: Own(read::man),
    },
    plain(
        &["schema"],
        Positionals::Many("COMMAND"),
        "cli-help-schema",
        "cli-json-schema",
        |args| Ok(Command::Schema(args.words.clone())),
    ),
    CommandLineRow {
        spec: Spec {
            words: &["demo"],
            positionals: Positionals::Nothing,
            options: &[switch("no-tui", "cli-option-no-tui")],
            help: "cli-help-demo",
            json: "cli-json-demo",
        },
        read: Own(|args| Ok(Command::Demo { no_tui: args.has("no-tui") })),
    },
];
