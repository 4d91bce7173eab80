//! The register of objections and enquiries, lists and results that are due, policy cards.
use super::row::Read::Own;
use super::row::{CommandLineRow, OUT_FILE, plain, rendering};
use crate::cli::command::Command;
use crate::cli::reading as read;
use crate::cli::spec::{Positionals, Spec, switch};

const NO: Positionals = Positionals::Each(&["NO"]);

/// In the order of the help.
pub(super) const COMMANDS: [CommandLineRow; 8] = [
    CommandLineRow {
        spec: Spec {
            words: &["objection", "list"],
            positionals: Positionals::Nothing,
            options: &[switch("open", "cli-option-open"), switch("overdue", "cli-option-overdue")],
            help: "cli-help-objection-list",
            json: "cli-json-case-list",
        },
        read: Own(|args| {
            Ok(Command::CaseList { open: args.has("open"), overdue: args.has("overdue") })
        }),
    },
    plain(
        &["objection", "show"],
        NO,
        "cli-help-objection-show",
        "cli-json-case-show",
        read::case_show,
    ),
    CommandLineRow {
        spec: Spec {
            words: &["objection", "reply"],
            positionals: NO,
            options: &[OUT_FILE],
            help: "cli-help-objection-reply",
            json: "cli-json-file",
        },
        read: Own(read::case_reply),
    },
    plain(&["lists", "end"], Positionals::Nothing, "cli-help-lists-end", "cli-json-acts", |_| {
        Ok(Command::ListsEnd)
    }),
    plain(
        &["results", "due"],
        Positionals::Nothing,
        "cli-help-results-due",
        "cli-json-results-due",
        |_| Ok(Command::ResultsDue),
    ),
    rendering(
        &["correction-notice"],
        &[OUT_FILE],
        "cli-help-correction-notice",
        read::correction_notice,
    ),
    CommandLineRow {
        spec: Spec {
            words: &["policy-card"],
            positionals: Positionals::Each(&["PROGRAMME"]),
            options: &[OUT_FILE],
            help: "cli-help-policy-card",
            json: "cli-json-file",
        },
        read: Own(read::policy_card),
    },
    CommandLineRow {
        spec: Spec {
            words: &["policy-booklet"],
            positionals: Positionals::Nothing,
            options: &[OUT_FILE],
            help: "cli-help-policy-booklet",
            json: "cli-json-file",
        },
        read: Own(read::policy_booklet),
    },
];
