//! Boards, postings, recalls, coverage.
use super::{BATCH, Behind, OUT_FOLDER, Opt, Spec, needed, option, plain};
use crate::cli::command::Command;
use crate::cli::life::{OnBoard, making as make};

const BOARD: Behind = Behind::Each(&["BOARD"]);
pub(super) const ON: Opt = option("on", "DATE", "cli-option-on");
const NEAR: Opt = option("near", "FILE", "cli-option-near");
const FAR: Opt = option("far", "FILE", "cli-option-far");
const AT_BOARD: Opt = needed("board", "BOARD", "cli-option-board");

const DOWN: &[Opt] = &[AT_BOARD, option("code", "CODE", "cli-option-down-code"), ON, NEAR, FAR];

/// In the order of the help.
pub(super) const COMMANDS: [Spec; 12] = [
    Spec {
        words: &["board", "add"],
        behind: Behind::Nothing,
        options: &[
            needed("division", "CODE", "cli-option-board-division"),
            needed("name", "NAME", "cli-option-board-name"),
            needed("place", "TEXT", "cli-option-board-place"),
            needed("columns", "COLUMN,...", "cli-option-board-columns"),
            option("kind", "KIND", "cli-option-board-kind"),
            option("since", "DATE", "cli-option-board-since"),
        ],
        help: "cli-help-board-add",
        json: "cli-json-board",
        make: make::board_add,
    },
    Spec {
        words: &["board", "change"],
        behind: BOARD,
        options: &[
            option("name", "NAME", "cli-option-board-name"),
            option("place", "TEXT", "cli-option-board-place"),
            option("columns", "COLUMN,...", "cli-option-board-columns"),
            option("kind", "KIND", "cli-option-board-new-kind"),
            option("since", "DATE", "cli-option-board-new-since"),
        ],
        help: "cli-help-board-change",
        json: "cli-json-board",
        make: make::board_change,
    },
    Spec {
        words: &["board", "list"],
        behind: Behind::Nothing,
        options: &[option("division", "CODE", "cli-option-only-division")],
        help: "cli-help-board-list",
        json: "cli-json-board-list",
        make: make::board_list,
    },
    Spec {
        words: &["board", "inspect"],
        behind: BOARD,
        options: &[needed("condition", "WORD", "cli-option-condition"), ON, NEAR, FAR],
        help: "cli-help-board-inspect",
        json: "cli-json-board",
        make: make::board_inspect,
    },
    Spec {
        words: &["board", "nothing"],
        behind: BOARD,
        options: &[
            needed("column", "COLUMN", "cli-option-column"),
            needed("period", "PERIOD", "cli-option-nothing-period"),
            ON,
        ],
        help: "cli-help-board-nothing",
        json: "cli-json-board",
        make: make::board_nothing,
    },
    Spec {
        words: &["board", "retire"],
        behind: BOARD,
        options: &[ON],
        help: "cli-help-board-retire",
        json: "cli-json-board",
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
        Behind::Nothing,
        "cli-help-recall-list",
        "cli-json-recall-list",
        |_| Ok(Command::OnBoard(OnBoard::Recalls)),
    ),
    wall(&["recall", "confirm"], DOWN, "cli-help-recall-confirm", make::recall_confirm),
    Spec {
        words: &["recall", "print"],
        behind: Behind::Nothing,
        options: &[OUT_FOLDER],
        help: "cli-help-recall-print",
        json: "cli-json-files",
        make: make::recall_print,
    },
    Spec {
        words: &["coverage"],
        behind: Behind::Nothing,
        options: &[option("out", "FILE", "cli-option-coverage-out")],
        help: "cli-help-coverage",
        json: "cli-json-coverage",
        make: |given| Ok(Command::OnBoard(OnBoard::Coverage(given.path("out")))),
    },
];

const fn wall(
    words: &'static [&'static str],
    options: &'static [Opt],
    help: &'static str,
    make: super::Make,
) -> Spec {
    Spec { words, behind: BATCH, options, help, json: "cli-json-posting", make }
}
