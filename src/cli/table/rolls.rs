//! Rolls and batches: taking in, mending, the acts of a batch.
use super::{BATCH, Behind, REASON, Spec, needed, option, plain, switch};
use crate::cli::command::{Command, OnProfile};
use crate::cli::making as make;

/// In the order of the help.
pub(super) const COMMANDS: [Spec; 18] = [
    Spec {
        words: &["roll", "import"],
        behind: Behind::Many("FILE"),
        options: &[
            option("programme", "CODE", "cli-option-programme"),
            option("division", "CODE", "cli-option-division"),
            option("period", "PERIOD", "cli-option-period"),
            option("columns", "HEAD=FIELD,...", "cli-option-columns"),
            option("profile", "NAME", "cli-option-profile"),
            option("save-profile", "NAME", "cli-option-save-profile"),
            option("kind", "KIND", "cli-option-kind"),
            switch("template", "cli-option-template"),
            switch("despite-title", "cli-option-despite-title"),
            switch("dry-run", "cli-option-dry-run"),
        ],
        help: "cli-help-roll-import",
        json: "cli-json-roll-import",
        make: make::roll_import,
    },
    plain(&["profile", "list"], Behind::Nothing, "cli-help-profile-list", "cli-json-profile-list", |_| {
        Ok(Command::OnProfile(OnProfile::All))
    }),
    plain(&["profile", "remove"], Behind::Each(&["NAME"]), "cli-help-profile-remove", "cli-json-profile-remove", make::profile_remove),
    Spec {
        words: &["roll", "new"],
        behind: Behind::Nothing,
        options: &[
            needed("period", "PERIOD", "cli-option-period"),
            option("from", "BATCH", "cli-option-from-batch"),
            option("programme", "CODE", "cli-option-new-programme"),
            option("division", "CODE", "cli-option-new-division"),
            option("kind", "KIND", "cli-option-kind"),
            switch("from-last", "cli-option-from-last"),
        ],
        help: "cli-help-roll-new",
        json: "cli-json-roll-new",
        make: make::roll_new,
    },
    Spec {
        words: &["batch", "list"],
        behind: Behind::Nothing,
        options: &[
            option("stage", "STAGE", "cli-option-stage"),
            option("programme", "CODE", "cli-option-only-programme"),
            option("division", "CODE", "cli-option-only-division"),
        ],
        help: "cli-help-batch-list",
        json: "cli-json-batch-list",
        make: make::batch_list,
    },
    plain(&["batch", "show"], BATCH, "cli-help-batch-show", "cli-json-batch-show", make::batch_show),
    plain(&["batch", "rules"], BATCH, "cli-help-batch-rules", "cli-json-batch-rules", make::batch_rules),
    plain(&["batch", "check"], BATCH, "cli-help-batch-check", "cli-json-batch-check", make::batch_check),
    Spec {
        words: &["batch", "edit"],
        behind: BATCH,
        options: &[
            option("line", "N", "cli-option-line"),
            option("field", "FIELD", "cli-option-field"),
            option("value", "TEXT", "cli-option-value"),
            option("value-file", "FILE", "cli-option-value-file"),
            switch("insert", "cli-option-insert"),
            option("remove", "N", "cli-option-remove"),
            switch("undo", "cli-option-undo"),
        ],
        help: "cli-help-batch-edit",
        json: "cli-json-batch-edit",
        make: make::batch_edit,
    },
    Spec {
        words: &["batch", "explain"],
        behind: BATCH,
        options: &[needed("check", "CHECK", "cli-option-check"), needed("lines", "N,...", "cli-option-finding-lines"), REASON],
        help: "cli-help-batch-explain",
        json: "cli-json-batch-explain",
        make: make::batch_explain,
    },
    plain(&["batch", "diff"], BATCH, "cli-help-batch-diff", "cli-json-batch-diff", make::batch_diff),
    Spec {
        words: &["batch", "publish"],
        behind: BATCH,
        options: &[
            option("from", "DATE", "cli-option-from-day"),
            switch("result", "cli-option-result"),
            option("reason", "WORD", "cli-option-change-reason"),
            option("answers", "NO", "cli-option-answers"),
        ],
        help: "cli-help-batch-publish",
        json: "cli-json-batch-publish",
        make: make::batch_publish,
    },
    plain(&["batch", "submit"], Behind::Many("BATCH"), "cli-help-batch-submit", "cli-json-acts", |given| {
        Ok(Command::BatchSubmit(given.words.clone()))
    }),
    plain(&["batch", "approve"], BATCH, "cli-help-batch-approve", "cli-json-act", make::batch_approve),
    Spec {
        words: &["batch", "return"],
        behind: BATCH,
        options: &[REASON, option("lines", "N,...", "cli-option-lines")],
        help: "cli-help-batch-return",
        json: "cli-json-act",
        make: make::batch_return,
    },
    Spec {
        words: &["batch", "withdraw"],
        behind: BATCH,
        options: &[REASON, option("class", "WORD", "cli-option-class")],
        help: "cli-help-batch-withdraw",
        json: "cli-json-act",
        make: make::batch_withdraw,
    },
    plain(&["batch", "discard"], BATCH, "cli-help-batch-discard", "cli-json-batch-discard", |given| {
        Ok(Command::BatchDiscard(given.word(0)?))
    }),
    plain(&["find"], Behind::Each(&["TEXT"]), "cli-help-find", "cli-json-find", make::find),
];
