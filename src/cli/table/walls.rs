//! Boards, postings, recalls, coverage.
use super::{BATCH, OUT_FOLDER, OptionSpec, Positionals, Row, Spec, needed, option, plain, words};
use crate::cli::command::Command;
use crate::cli::life::{OnBoard, making as make};
use crate::domain::board::{BoardColumn, BoardKind, Condition};

const BOARD: Positionals = Positionals::Each(&["BOARD"]);
pub(super) const ON: OptionSpec = option("on", "DATE", "cli-option-on");
const NEAR: OptionSpec = option("near", "FILE", "cli-option-near");
const FAR: OptionSpec = option("far", "FILE", "cli-option-far");
const AT_BOARD: OptionSpec = needed("board", "BOARD", "cli-option-board");

const DOWN: &[OptionSpec] =
    &[AT_BOARD, option("code", "CODE", "cli-option-down-code"), ON, NEAR, FAR];

/// In the order of the help.
pub(super) const COMMANDS: [Row; 12] = [
    Row {
        spec: Spec {
            words: &["board", "add"],
            positionals: Positionals::Nothing,
            options: &[
                needed("division", "CODE", "cli-option-board-division"),
                needed("name", "NAME", "cli-option-board-name"),
                needed("place", "TEXT", "cli-option-board-place"),
                needed("columns", "COLUMN,...", "cli-option-board-columns"),
                option("kind", "KIND", "cli-option-board-kind")
                    .one_of(|| words(BoardKind::ALL, BoardKind::word)),
                option("since", "DATE", "cli-option-board-since"),
            ],
            help: "cli-help-board-add",
            json: "cli-json-board",
        },
        make: make::board_add,
    },
    Row {
        spec: Spec {
            words: &["board", "change"],
            positionals: BOARD,
            options: &[
                option("name", "NAME", "cli-option-board-name"),
                option("place", "TEXT", "cli-option-board-place"),
                option("columns", "COLUMN,...", "cli-option-board-columns"),
                option("kind", "KIND", "cli-option-board-new-kind")
                    .one_of(|| words(BoardKind::ALL, BoardKind::word)),
                option("since", "DATE", "cli-option-board-new-since"),
            ],
            help: "cli-help-board-change",
            json: "cli-json-board",
        },
        make: make::board_change,
    },
    Row {
        spec: Spec {
            words: &["board", "list"],
            positionals: Positionals::Nothing,
            options: &[option("division", "CODE", "cli-option-only-division")],
            help: "cli-help-board-list",
            json: "cli-json-board-list",
        },
        make: make::board_list,
    },
    Row {
        spec: Spec {
            words: &["board", "inspect"],
            positionals: BOARD,
            options: &[
                needed("condition", "WORD", "cli-option-condition")
                    .one_of(|| words(Condition::ALL, Condition::word)),
                ON,
                NEAR,
                FAR,
            ],
            help: "cli-help-board-inspect",
            json: "cli-json-board",
        },
        make: make::board_inspect,
    },
    Row {
        spec: Spec {
            words: &["board", "nothing"],
            positionals: BOARD,
            options: &[
                needed("column", "COLUMN", "cli-option-column")
                    .one_of(|| words(BoardColumn::ALL, BoardColumn::word)),
                needed("period", "PERIOD", "cli-option-nothing-period"),
                ON,
            ],
            help: "cli-help-board-nothing",
            json: "cli-json-board",
        },
        make: make::board_nothing,
    },
    Row {
        spec: Spec {
            words: &["board", "retire"],
            positionals: BOARD,
            options: &[ON],
            help: "cli-help-board-retire",
            json: "cli-json-board",
        },
        make: make::board_retire,
    },
    wall(
        &["post"],
        &[AT_BOARD, option("code", "CODE", "cli-option-post-code"), ON, NEAR, FAR],
        "cli-help-post",
        make::post,
    ),
    wall(&["takedown"], DOWN, "cli-help-takedown", make::take_down),
    plain(
        &["recall", "list"],
        Positionals::Nothing,
        "cli-help-recall-list",
        "cli-json-recall-list",
        |_| Ok(Command::OnBoard(OnBoard::Recalls)),
    ),
    wall(&["recall", "confirm"], DOWN, "cli-help-recall-confirm", make::recall_confirm),
    Row {
        spec: Spec {
            words: &["recall", "print"],
            positionals: Positionals::Nothing,
            options: &[OUT_FOLDER],
            help: "cli-help-recall-print",
            json: "cli-json-files",
        },
        make: make::recall_print,
    },
    Row {
        spec: Spec {
            words: &["coverage"],
            positionals: Positionals::Nothing,
            options: &[option("out", "FILE", "cli-option-coverage-out")],
            help: "cli-help-coverage",
            json: "cli-json-coverage",
        },
        make: |args| Ok(Command::OnBoard(OnBoard::Coverage(args.path("out")))),
    },
];

const fn wall(
    words: &'static [&'static str],
    options: &'static [OptionSpec],
    help: &'static str,
    make: super::Make,
) -> Row {
    Row { spec: Spec { words, positionals: BATCH, options, help, json: "cli-json-posting" }, make }
}
