//! Boards, recalls, coverage.
use super::row::Read::Own;
use super::row::{CommandLineRow, OUT_FOLDER, plain};
use crate::cli::command::Command;
use crate::cli::reading as read;
use crate::cli::spec::{Positionals, Spec, option};

/// In the order of the help.
pub(super) const COMMANDS: [CommandLineRow; 4] = [
    CommandLineRow {
        spec: Spec {
            words: &["board", "list"],
            positionals: Positionals::Nothing,
            options: &[option("division", "CODE", "cli-option-only-division")],
            help: "cli-help-board-list",
            json: "cli-json-board-list",
        },
        read: Own(read::board_list),
    },
    plain(
        &["recall", "list"],
        Positionals::Nothing,
        "cli-help-recall-list",
        "cli-json-recall-list",
        |_| Ok(Command::RecallList),
    ),
    CommandLineRow {
        spec: Spec {
            words: &["recall", "print"],
            positionals: Positionals::Nothing,
            options: &[OUT_FOLDER],
            help: "cli-help-recall-print",
            json: "cli-json-files",
        },
        read: Own(read::recall_print),
    },
    CommandLineRow {
        spec: Spec {
            words: &["coverage"],
            positionals: Positionals::Nothing,
            options: &[option("out", "FILE", "cli-option-coverage-out")],
            help: "cli-help-coverage",
            json: "cli-json-coverage",
        },
        read: Own(|args| Ok(Command::Coverage(args.path("out")))),
    },
];
