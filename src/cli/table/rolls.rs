//! Rolls and batches: taking in, mending, the acts of a batch.
use super::{
    BATCH, OptionSpec, Positionals, REASON, Row, Spec, needed, option, plain, switch, words,
};
use crate::cli::command::{Command, OnProfile};
use crate::cli::making as make;
use crate::domain::disclosure::revision::ChangeReason;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::dossier::Stage;
use crate::domain::roll::{BatchKind, Field};

const KIND: OptionSpec =
    option("kind", "KIND", "cli-option-kind").one_of(|| words(&BatchKind::ASKED, BatchKind::word));

/// In the order of the help.
pub(super) const COMMANDS: [Row; 18] = [
    Row {
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
        make: make::roll_import,
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
        make::profile_remove,
    ),
    Row {
        spec: Spec {
            words: &["roll", "new"],
            positionals: Positionals::Nothing,
            options: &[
                needed("period", "PERIOD", "cli-option-period"),
                option("from", "BATCH", "cli-option-from-batch"),
                option("programme", "CODE", "cli-option-new-programme"),
                option("division", "CODE", "cli-option-new-division"),
                KIND,
                switch("from-last", "cli-option-from-last"),
            ],
            help: "cli-help-roll-new",
            json: "cli-json-roll-new",
        },
        make: make::roll_new,
    },
    Row {
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
        make: make::batch_list,
    },
    plain(
        &["batch", "show"],
        BATCH,
        "cli-help-batch-show",
        "cli-json-batch-show",
        make::batch_show,
    ),
    plain(
        &["batch", "rules"],
        BATCH,
        "cli-help-batch-rules",
        "cli-json-batch-rules",
        make::batch_rules,
    ),
    plain(
        &["batch", "check"],
        BATCH,
        "cli-help-batch-check",
        "cli-json-batch-check",
        make::batch_check,
    ),
    Row {
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
        make: make::batch_edit,
    },
    Row {
        spec: Spec {
            words: &["batch", "explain"],
            positionals: BATCH,
            options: &[
                needed("check", "CHECK", "cli-option-check"),
                needed("lines", "N,...", "cli-option-finding-lines"),
                REASON,
            ],
            help: "cli-help-batch-explain",
            json: "cli-json-batch-explain",
        },
        make: make::batch_explain,
    },
    plain(
        &["batch", "diff"],
        BATCH,
        "cli-help-batch-diff",
        "cli-json-batch-diff",
        make::batch_diff,
    ),
    Row {
        spec: Spec {
            words: &["batch", "publish"],
            positionals: BATCH,
            options: &[
                option("from", "DATE", "cli-option-from-day"),
                switch("result", "cli-option-result"),
                option("reason", "WORD", "cli-option-change-reason")
                    .one_of(|| words(ChangeReason::ALL, ChangeReason::word)),
                option("answers", "NO", "cli-option-answers"),
            ],
            help: "cli-help-batch-publish",
            json: "cli-json-batch-publish",
        },
        make: make::batch_publish,
    },
    plain(
        &["batch", "submit"],
        Positionals::Many("BATCH"),
        "cli-help-batch-submit",
        "cli-json-acts",
        |args| Ok(Command::BatchSubmit(args.words.clone())),
    ),
    plain(
        &["batch", "approve"],
        BATCH,
        "cli-help-batch-approve",
        "cli-json-act",
        make::batch_approve,
    ),
    Row {
        spec: Spec {
            words: &["batch", "return"],
            positionals: BATCH,
            options: &[REASON, option("lines", "N,...", "cli-option-lines")],
            help: "cli-help-batch-return",
            json: "cli-json-act",
        },
        make: make::batch_return,
    },
    Row {
        spec: Spec {
            words: &["batch", "withdraw"],
            positionals: BATCH,
            options: &[
                REASON,
                option("class", "WORD", "cli-option-class")
                    .one_of(|| words(&WithdrawalReason::GIVEN, WithdrawalReason::word)),
            ],
            help: "cli-help-batch-withdraw",
            json: "cli-json-act",
        },
        make: make::batch_withdraw,
    },
    plain(
        &["batch", "discard"],
        BATCH,
        "cli-help-batch-discard",
        "cli-json-batch-discard",
        |args| Ok(Command::BatchDiscard(args.word(0)?)),
    ),
    plain(&["find"], Positionals::Each(&["TEXT"]), "cli-help-find", "cli-json-find", make::find),
];
