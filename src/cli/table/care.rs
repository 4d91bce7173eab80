//! Care: verifying, backups, the demonstration.
use super::{Behind, Spec, needed, option, plain, switch};
use crate::cli::command::Command;
use crate::cli::making as make;

/// In the order of the help.
pub(super) const COMMANDS: [Spec; 9] = [
    Spec {
        words: &["verify"],
        behind: Behind::Each(&["FILE", "CODE"]),
        options: &[option("paper", "FILE", "cli-option-paper")],
        help: "cli-help-verify",
        json: "cli-json-verify",
        make: make::verify,
    },
    plain(
        &["journal", "verify"],
        Behind::Nothing,
        "cli-help-journal-verify",
        "cli-json-journal-verify",
        |_| Ok(Command::JournalVerify),
    ),
    plain(
        &["store", "check"],
        Behind::Nothing,
        "cli-help-store-check",
        "cli-json-store-check",
        |_| Ok(Command::StoreCheck),
    ),
    Spec {
        words: &["store", "backup"],
        behind: Behind::Nothing,
        options: &[needed("out", "DIR", "cli-option-backup-folder")],
        help: "cli-help-store-backup",
        json: "cli-json-store-backup",
        make: make::store_backup,
    },
    Spec {
        words: &["store", "restore"],
        behind: Behind::Nothing,
        options: &[needed("from", "DIR", "cli-option-restore-from")],
        help: "cli-help-store-restore",
        json: "cli-json-store-restore",
        make: make::store_restore,
    },
    plain(
        &["store", "rebuild"],
        Behind::Nothing,
        "cli-help-store-rebuild",
        "cli-json-store-rebuild",
        |_| Ok(Command::StoreRebuild),
    ),
    Spec {
        words: &["retention", "list"],
        behind: Behind::Nothing,
        options: &[option("on", "DATE", "cli-option-on")],
        help: "cli-help-retention-list",
        json: "cli-json-retention-list",
        make: make::retention_list,
    },
    Spec {
        words: &["retention", "erase"],
        behind: Behind::Each(&["BATCH"]),
        options: &[needed("reason", "retention|privacy|request", "cli-option-erasure-reason")],
        help: "cli-help-retention-erase",
        json: "cli-json-retention-erase",
        make: make::retention_erase,
    },
    Spec {
        words: &["demo"],
        behind: Behind::Nothing,
        options: &[switch("no-tui", "cli-option-no-tui")],
        help: "cli-help-demo",
        json: "cli-json-demo",
        make: |given| Ok(Command::Demo { no_tui: given.has("no-tui") }),
    },
];
