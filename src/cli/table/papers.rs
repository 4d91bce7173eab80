//! What is made of batches: papers, the site, files for the finance bureau.
use super::{BATCH, OUT_FILE, OUT_FOLDER, Positionals, Row, Spec, option, plain, rendering};
use crate::cli::command::Command;
use crate::cli::making as make;

/// In the order of the help.
pub(super) const COMMANDS: [Row; 8] = [
    rendering(
        &["poster"],
        &[OUT_FILE, option("paper-names", "FILE", "cli-option-paper-names")],
        "cli-help-poster",
        make::poster,
    ),
    rendering(&["signature-sheet"], &[OUT_FILE], "cli-help-signature-sheet", make::signature_sheet),
    plain(&["qr"], BATCH, "cli-help-qr", "cli-json-qr", make::qr),
    Row {
        spec: Spec {
            words: &["template", "blank"],
            positionals: Positionals::Each(&["PROGRAMME"]),
            options: &[OUT_FILE, option("period", "PERIOD", "cli-option-period")],
            help: "cli-help-template-blank",
            json: "cli-json-template",
        },
        make: make::template_blank,
    },
    Row {
        spec: Spec {
            words: &["template", "export"],
            positionals: BATCH,
            options: &[OUT_FILE],
            help: "cli-help-template-export",
            json: "cli-json-template",
        },
        make: make::template_export,
    },
    Row {
        spec: Spec {
            words: &["site", "build"],
            positionals: Positionals::Nothing,
            options: &[OUT_FOLDER],
            help: "cli-help-site-build",
            json: "cli-json-site-build",
        },
        make: make::site_build,
    },
    plain(
        &["finance", "pay"],
        Positionals::Many("BATCH"),
        "cli-help-finance-pay",
        "cli-json-finance-pay",
        |args| Ok(Command::FinancePay(args.words.clone())),
    ),
    Row {
        spec: Spec {
            words: &["finance", "export"],
            positionals: Positionals::Each(&["PAYLIST"]),
            options: &[OUT_FOLDER],
            help: "cli-help-finance-export",
            json: "cli-json-finance-export",
        },
        make: make::finance_export,
    },
];
