//! Care: verifying, backups, retention; the shell's completions and the manual; the demonstration.
use super::{OUT_FOLDER, Positionals, Row, Spec, needed, option, plain, switch, words};
use crate::cli::command::Command;
use crate::cli::making as make;
use crate::cli::values::shells;
use crate::domain::disclosure::erasure_reason::ErasureReason;

/// In the order of the help.
pub(super) const COMMANDS: [Row; 11] = [
    Row {
        spec: Spec {
            words: &["verify"],
            positionals: Positionals::Each(&["FILE", "CODE"]),
            options: &[option("paper", "FILE", "cli-option-paper")],
            help: "cli-help-verify",
            json: "cli-json-verify",
        },
        make: make::verify,
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
    Row {
        spec: Spec {
            words: &["store", "backup"],
            positionals: Positionals::Nothing,
            options: &[needed("out", "DIR", "cli-option-backup-folder")],
            help: "cli-help-store-backup",
            json: "cli-json-store-backup",
        },
        make: make::store_backup,
    },
    Row {
        spec: Spec {
            words: &["store", "restore"],
            positionals: Positionals::Nothing,
            options: &[needed("from", "DIR", "cli-option-restore-from")],
            help: "cli-help-store-restore",
            json: "cli-json-store-restore",
        },
        make: make::store_restore,
    },
    plain(
        &["store", "rebuild"],
        Positionals::Nothing,
        "cli-help-store-rebuild",
        "cli-json-store-rebuild",
        |_| Ok(Command::StoreRebuild),
    ),
    Row {
        spec: Spec {
            words: &["retention", "list"],
            positionals: Positionals::Nothing,
            options: &[option("on", "DATE", "cli-option-on")],
            help: "cli-help-retention-list",
            json: "cli-json-retention-list",
        },
        make: make::retention_list,
    },
    Row {
        spec: Spec {
            words: &["retention", "erase"],
            positionals: Positionals::Each(&["BATCH"]),
            options: &[needed("reason", "REASON", "cli-option-erasure-reason")
                .one_of(|| words(ErasureReason::ALL, ErasureReason::word))],
            help: "cli-help-retention-erase",
            json: "cli-json-retention-erase",
        },
        make: make::retention_erase,
    },
    Row {
        spec: Spec {
            words: &["completions"],
            positionals: Positionals::OneOf("SHELL", shells),
            options: &[],
            help: "cli-help-completions",
            json: "cli-json-completions",
        },
        make: make::completions,
    },
    Row {
        spec: Spec {
            words: &["man"],
            positionals: Positionals::Nothing,
            options: &[OUT_FOLDER],
            help: "cli-help-man",
            json: "cli-json-files",
        },
        make: make::man,
    },
    Row {
        spec: Spec {
            words: &["demo"],
            positionals: Positionals::Nothing,
            options: &[switch("no-tui", "cli-option-no-tui")],
            help: "cli-help-demo",
            json: "cli-json-demo",
        },
        make: |args| Ok(Command::Demo { no_tui: args.has("no-tui") }),
    },
];
