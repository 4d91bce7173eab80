//! What is made of batches: papers, the site, files for the finance bureau.
use super::row::Read::Own;
use super::row::{BATCH, CommandLineRow, OUT_FILE, OUT_FOLDER, plain, rendering};
use crate::cli::reading as read;
use crate::cli::spec::{Positionals, Spec, option};

/// In the order of the help.
pub(super) const COMMANDS: [CommandLineRow; 7] = [
    rendering(
        &["poster"],
        &[OUT_FILE, option("paper-names", "FILE", "cli-option-paper-names")],
        "cli-help-poster",
        read::poster,
    ),
    rendering(&["signature-sheet"], &[OUT_FILE], "cli-help-signature-sheet", read::signature_sheet),
    plain(&["qr"], BATCH, "cli-help-qr", "cli-json-qr", read::qr),
    CommandLineRow {
        spec: Spec {
            words: &["template", "blank"],
            positionals: Positionals::Each(&["PROGRAMME"]),
            options: &[OUT_FILE, option("period", "PERIOD", "cli-option-period")],
            help: "cli-help-template-blank",
            json: "cli-json-template",
        },
        read: Own(read::template_blank),
    },
    CommandLineRow {
        spec: Spec {
            words: &["template", "export"],
            positionals: BATCH,
            options: &[OUT_FILE],
            help: "cli-help-template-export",
            json: "cli-json-template",
        },
        read: Own(read::template_export),
    },
    CommandLineRow {
        spec: Spec {
            words: &["site", "build"],
            positionals: Positionals::Nothing,
            options: &[OUT_FOLDER],
            help: "cli-help-site-build",
            json: "cli-json-site-build",
        },
        read: Own(read::site_build),
    },
    CommandLineRow {
        spec: Spec {
            words: &["finance", "export"],
            positionals: Positionals::Each(&["PAYLIST"]),
            options: &[OUT_FOLDER],
            help: "cli-help-finance-export",
            json: "cli-json-finance-export",
        },
        read: Own(read::finance_export),
    },
];
