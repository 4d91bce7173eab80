//! The register of objections and enquiries, and the later stages of a batch.
use super::walls::ON;
use super::{
    BATCH, OUT_FILE, OptionSpec, Positionals, REASON, Row, Spec, needed, option, plain, rendering,
    switch, words,
};
use crate::cli::command::Command;
use crate::cli::life::{OnCase, OnStage, making as make};
use crate::domain::case::{Action, CaseType, Channel, Outcome};
use crate::domain::disclosure::withdrawal::WithdrawalReason;

const NO: Positionals = Positionals::Each(&["NO"]);
const ROW: OptionSpec = option("row", "N", "cli-option-row");
const TYPE: OptionSpec =
    option("type", "WORD", "cli-option-case-type").one_of(|| words(CaseType::ALL, CaseType::word));
const CHANNEL: OptionSpec =
    option("channel", "WORD", "cli-option-channel").one_of(|| words(Channel::ALL, Channel::word));
const WORDS: OptionSpec = needed("words-file", "FILE", "cli-option-words-file");

/// In the order of the help.
pub(super) const COMMANDS: [Row; 18] = [
    Row {
        spec: Spec {
            words: &["objection", "add"],
            positionals: BATCH,
            options: &[ROW, TYPE, CHANNEL, ON, WORDS, switch("hold", "cli-option-hold")],
            help: "cli-help-objection-add",
            json: "cli-json-case",
        },
        make: make::objection_add,
    },
    Row {
        spec: Spec {
            words: &["enquiry", "add"],
            positionals: Positionals::Nothing,
            options: &[option("batch", "BATCH", "cli-option-case-batch"), TYPE, CHANNEL, ON, WORDS],
            help: "cli-help-enquiry-add",
            json: "cli-json-case",
        },
        make: make::enquiry_add,
    },
    Row {
        spec: Spec {
            words: &["objection", "list"],
            positionals: Positionals::Nothing,
            options: &[switch("open", "cli-option-open"), switch("overdue", "cli-option-overdue")],
            help: "cli-help-objection-list",
            json: "cli-json-case-list",
        },
        make: |args| {
            Ok(Command::OnCase(OnCase::List {
                open: args.has("open"),
                overdue: args.has("overdue"),
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
    Row {
        spec: Spec {
            words: &["objection", "investigate"],
            positionals: NO,
            options: &[
                needed("outcome", "WORD", "cli-option-outcome")
                    .one_of(|| words(Outcome::ALL, Outcome::word)),
                needed("facts-file", "FILE", "cli-option-facts-file"),
                ON,
            ],
            help: "cli-help-objection-investigate",
            json: "cli-json-case",
        },
        make: make::case_investigate,
    },
    Row {
        spec: Spec {
            words: &["objection", "answer"],
            positionals: NO,
            options: &[
                needed("action", "WORD", "cli-option-action")
                    .one_of(|| words(Action::ALL, Action::word)),
                option("note", "TEXT", "cli-option-note"),
                ON,
            ],
            help: "cli-help-objection-answer",
            json: "cli-json-case",
        },
        make: make::case_answer,
    },
    Row {
        spec: Spec {
            words: &["objection", "escalate"],
            positionals: NO,
            options: &[needed("to", "UNIT", "cli-option-unit"), ON],
            help: "cli-help-objection-escalate",
            json: "cli-json-case",
        },
        make: make::case_escalate,
    },
    Row {
        spec: Spec {
            words: &["objection", "reply"],
            positionals: NO,
            options: &[OUT_FILE],
            help: "cli-help-objection-reply",
            json: "cli-json-file",
        },
        make: make::case_reply,
    },
    plain(&["batch", "sign"], BATCH, "cli-help-batch-sign", "cli-json-act", make::sign),
    plain(&["batch", "unsubmit"], BATCH, "cli-help-batch-unsubmit", "cli-json-act", make::unsubmit),
    Row {
        spec: Spec {
            words: &["batch", "withdraw-disclosure"],
            positionals: BATCH,
            options: &[
                needed("class", "WORD", "cli-option-class")
                    .one_of(|| words(&WithdrawalReason::GIVEN, WithdrawalReason::word)),
                REASON,
                option("code", "CODE", "cli-option-code"),
            ],
            help: "cli-help-batch-withdraw-disclosure",
            json: "cli-json-act",
        },
        make: make::withdraw_disclosure,
    },
    Row {
        spec: Spec {
            words: &["batch", "correct"],
            positionals: BATCH,
            options: &[needed("lines", "N,...", "cli-option-lines")],
            help: "cli-help-batch-correct",
            json: "cli-json-act",
        },
        make: make::correct,
    },
    Row {
        spec: Spec {
            words: &["finance", "paid"],
            positionals: Positionals::Each(&["LIST"]),
            options: &[needed("on", "DATE", "cli-option-paid-on")],
            help: "cli-help-finance-paid",
            json: "cli-json-acts",
        },
        make: make::paid,
    },
    plain(&["lists", "end"], Positionals::Nothing, "cli-help-lists-end", "cli-json-acts", |_| {
        Ok(Command::OnStage(OnStage::EndLists))
    }),
    plain(
        &["results", "due"],
        Positionals::Nothing,
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
    Row {
        spec: Spec {
            words: &["policy-card"],
            positionals: Positionals::Each(&["PROGRAMME"]),
            options: &[OUT_FILE],
            help: "cli-help-policy-card",
            json: "cli-json-file",
        },
        make: make::policy_card,
    },
    Row {
        spec: Spec {
            words: &["policy-booklet"],
            positionals: Positionals::Nothing,
            options: &[OUT_FILE],
            help: "cli-help-policy-booklet",
            json: "cli-json-file",
        },
        make: make::policy_booklet,
    },
];
