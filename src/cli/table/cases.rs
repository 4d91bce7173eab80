//! The register of objections and enquiries, and the later stages of a batch.
use super::walls::ON;
use super::{BATCH, Behind, OUT_FILE, Opt, REASON, Spec, needed, option, plain, rendering, switch};
use crate::cli::command::Command;
use crate::cli::life::{OnCase, OnStage, making as make};

const NO: Behind = Behind::Each(&["NO"]);
const ROW: Opt = option("row", "N", "cli-option-row");
const TYPE: Opt = option("type", "WORD", "cli-option-case-type");
const CHANNEL: Opt = option("channel", "WORD", "cli-option-channel");
const WORDS: Opt = needed("words-file", "FILE", "cli-option-words-file");

/// In the order of the help.
pub(super) const COMMANDS: [Spec; 18] = [
    Spec {
        words: &["objection", "add"],
        behind: BATCH,
        options: &[ROW, TYPE, CHANNEL, ON, WORDS, switch("hold", "cli-option-hold")],
        help: "cli-help-objection-add",
        json: "cli-json-case",
        make: make::objection_add,
    },
    Spec {
        words: &["enquiry", "add"],
        behind: Behind::Nothing,
        options: &[option("batch", "BATCH", "cli-option-case-batch"), TYPE, CHANNEL, ON, WORDS],
        help: "cli-help-enquiry-add",
        json: "cli-json-case",
        make: make::enquiry_add,
    },
    Spec {
        words: &["objection", "list"],
        behind: Behind::Nothing,
        options: &[switch("open", "cli-option-open"), switch("overdue", "cli-option-overdue")],
        help: "cli-help-objection-list",
        json: "cli-json-case-list",
        make: |given| {
            Ok(Command::OnCase(OnCase::List {
                open: given.has("open"),
                overdue: given.has("overdue"),
            }))
        },
    },
    plain(
        &["objection", "show"],
        NO,
        "cli-help-objection-show",
        "cli-json-case-show",
        make::case_show,
    ),
    Spec {
        words: &["objection", "investigate"],
        behind: NO,
        options: &[
            needed("outcome", "WORD", "cli-option-outcome"),
            needed("facts-file", "FILE", "cli-option-facts-file"),
            ON,
        ],
        help: "cli-help-objection-investigate",
        json: "cli-json-case",
        make: make::case_investigate,
    },
    Spec {
        words: &["objection", "answer"],
        behind: NO,
        options: &[
            needed("action", "WORD", "cli-option-action"),
            option("note", "TEXT", "cli-option-note"),
            ON,
        ],
        help: "cli-help-objection-answer",
        json: "cli-json-case",
        make: make::case_answer,
    },
    Spec {
        words: &["objection", "escalate"],
        behind: NO,
        options: &[needed("to", "UNIT", "cli-option-unit"), ON],
        help: "cli-help-objection-escalate",
        json: "cli-json-case",
        make: make::case_escalate,
    },
    Spec {
        words: &["objection", "reply"],
        behind: NO,
        options: &[OUT_FILE],
        help: "cli-help-objection-reply",
        json: "cli-json-file",
        make: make::case_reply,
    },
    plain(&["batch", "sign"], BATCH, "cli-help-batch-sign", "cli-json-act", make::sign),
    plain(&["batch", "unsubmit"], BATCH, "cli-help-batch-unsubmit", "cli-json-act", make::unsubmit),
    Spec {
        words: &["batch", "withdraw-disclosure"],
        behind: BATCH,
        options: &[
            needed("class", "WORD", "cli-option-class"),
            REASON,
            option("code", "CODE", "cli-option-code"),
        ],
        help: "cli-help-batch-withdraw-disclosure",
        json: "cli-json-act",
        make: make::withdraw_disclosure,
    },
    Spec {
        words: &["batch", "correct"],
        behind: BATCH,
        options: &[needed("lines", "N,...", "cli-option-lines")],
        help: "cli-help-batch-correct",
        json: "cli-json-act",
        make: make::correct,
    },
    Spec {
        words: &["finance", "paid"],
        behind: Behind::Each(&["LIST"]),
        options: &[needed("on", "DATE", "cli-option-paid-on")],
        help: "cli-help-finance-paid",
        json: "cli-json-acts",
        make: make::paid,
    },
    plain(&["lists", "end"], Behind::Nothing, "cli-help-lists-end", "cli-json-acts", |_| {
        Ok(Command::OnStage(OnStage::EndLists))
    }),
    plain(
        &["results", "due"],
        Behind::Nothing,
        "cli-help-results-due",
        "cli-json-results-due",
        |_| Ok(Command::OnStage(OnStage::ResultsDue)),
    ),
    rendering(
        &["correction-notice"],
        &[OUT_FILE],
        "cli-help-correction-notice",
        make::correction_notice,
    ),
    Spec {
        words: &["policy-card"],
        behind: Behind::Each(&["PROGRAMME"]),
        options: &[OUT_FILE],
        help: "cli-help-policy-card",
        json: "cli-json-file",
        make: make::policy_card,
    },
    Spec {
        words: &["policy-booklet"],
        behind: Behind::Nothing,
        options: &[OUT_FILE],
        help: "cli-help-policy-booklet",
        json: "cli-json-file",
        make: make::policy_booklet,
    },
];
