//! Rolls and batches: taking in, looking at, mending.
use super::row::Read::Own;
use super::row::{BATCH, CommandLineRow, plain};
use crate::cli::command::{Command, OnProfile};
use crate::cli::reading as read;
use crate::cli::spec::{OptionSpec, Positionals, Spec, needed, option, switch, words};
use crate::domain::dossier::Stage;
use crate::domain::roll::{BatchKind, Field};

const KIND: OptionSpec =
    option("kind", "KIND", "cli-option-kind").one_of(|| words(&BatchKind::ASKED, BatchKind::word));

/// In the order of the help.
pub(super) const COMMANDS: [CommandLineRow; 11] = [
    CommandLineRow {
        spec: Spec {
            words: &["roll", "import"],
            positionals: Positionals::Many("FILE"),
            options: &[
                option("programme", "CODE", "cli-option-programme"),
                option("division", "CODE", "cli-option-division"),
                option("period", "PERIOD", "cli-option-period"),
                option("columns", "HEAD=FIELD,...", "cli-option-columns"),
                option("profile", "NAME", "cli-option-profile"),
                option("save-profile", "NAME", "cli-option-save-profile"),
                KIND,
                switch("template", "cli-option-template"),
                switch("despite-title", "cli-option-despite-title"),
                switch("dry-run", "cli-option-dry-run"),
            ],
            help: "cli-help-roll-import",
            json: "cli-json-roll-import",
        },
        read: Own(read::roll_import),
    },
    plain(
        &["profile", "list"],
        Positionals::Nothing,
        "cli-help-profile-list",
        "cli-json-profile-list",
        |_| Ok(Command::OnProfile(OnProfile::All)),
    ),
    plain(
        &["profile", "remove"],
        Positionals::Each(&["NAME"]),
        "cli-help-profile-remove",
        "cli-json-profile-remove",
        read::profile_remove,
    ),
    CommandLineRow {
        spec: Spec {
            words: &["batch", "list"],
            positionals: Positionals::Nothing,
            options: &[
                option("stage", "STAGE", "cli-option-stage")
                    .one_of(|| words(&Stage::ALL, Stage::word)),
                option("programme", "CODE", "cli-option-only-programme"),
                option("division", "CODE", "cli-option-only-division"),
            ],
            help: "cli-help-batch-list",
            json: "cli-json-batch-list",
        },
        read: Own(read::batch_list),
    },
    plain(
        &["batch", "show"],
        BATCH,
        "cli-help-batch-show",
        "cli-json-batch-show",
        read::batch_show,
    ),
    plain(
        &["batch", "rules"],
        BATCH,
        "cli-help-batch-rules",
        "cli-json-batch-rules",
        read::batch_rules,
    ),
    plain(
        &["batch", "check"],
        BATCH,
        "cli-help-batch-check",
        "cli-json-batch-check",
        read::batch_check,
    ),
    CommandLineRow {
        spec: Spec {
            words: &["batch", "edit"],
            positionals: BATCH,
            options: &[
                option("line", "N", "cli-option-line"),
                option("field", "FIELD", "cli-option-field")
                    .one_of(|| words(&Field::ALL, Field::word)),
                option("value", "TEXT", "cli-option-value"),
                option("value-file", "FILE", "cli-option-value-file"),
                switch("insert", "cli-option-insert"),
                option("remove", "N", "cli-option-remove"),
                switch("undo", "cli-option-undo"),
            ],
            help: "cli-help-batch-edit",
            json: "cli-json-batch-edit",
        },
        read: Own(read::batch_edit),
    },
    CommandLineRow {
        spec: Spec {
            words: &["batch", "explain"],
            positionals: BATCH,
            options: &[
                needed("check", "CHECK", "cli-option-check"),
                needed("lines", "N,...", "cli-option-finding-lines"),
                needed("reason", "TEXT", "cli-option-reason"),
            ],
            help: "cli-help-batch-explain",
            json: "cli-json-batch-explain",
        },
        read: Own(read::batch_explain),
    },
    plain(
        &["batch", "diff"],
        BATCH,
        "cli-help-batch-diff",
        "cli-json-batch-diff",
        read::batch_diff,
    ),
    plain(&["find"], Positionals::Each(&["TEXT"]), "cli-help-find", "cli-json-find", read::find),
];
