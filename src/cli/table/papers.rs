//! What is made of batches: papers, the site, files for the finance bureau.
use super::{BATCH, Behind, OUT_FILE, OUT_FOLDER, Spec, option, plain, rendering};
use crate::cli::command::Command;
use crate::cli::making as make;

/// In the order of the help.
pub(super) const COMMANDS: [Spec; 8] = [
    rendering(
        &["poster"],
        &[OUT_FILE, option("paper-names", "FILE", "cli-option-paper-names")],
        "cli-help-poster",
        make::poster,
    ),
    rendering(&["signature-sheet"], &[OUT_FILE], "cli-help-signature-sheet", make::signature_sheet),
    plain(&["qr"], BATCH, "cli-help-qr", "cli-json-qr", make::qr),
    Spec {
        words: &["template", "blank"],
        behind: Behind::Each(&["PROGRAMME"]),
        options: &[OUT_FILE, option("period", "PERIOD", "cli-option-period")],
        help: "cli-help-template-blank",
        json: "cli-json-template",
        make: make::template_blank,
    },
    Spec {
        words: &["template", "export"],
        behind: BATCH,
        options: &[OUT_FILE],
        help: "cli-help-template-export",
        json: "cli-json-template",
        make: make::template_export,
    },
    Spec {
        words: &["site", "build"],
        behind: Behind::Nothing,
        options: &[OUT_FOLDER],
        help: "cli-help-site-build",
        json: "cli-json-site-build",
        make: make::site_build,
    },
    plain(
        &["finance", "pay"],
        Behind::Many("BATCH"),
        "cli-help-finance-pay",
        "cli-json-finance-pay",
        |given| Ok(Command::FinancePay(given.words.clone())),
    ),
    Spec {
        words: &["finance", "export"],
        behind: Behind::Each(&["PAYLIST"]),
        options: &[OUT_FOLDER],
        help: "cli-help-finance-export",
        json: "cli-json-finance-export",
        make: make::finance_export,
    },
];
