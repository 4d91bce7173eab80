//! The office: founding, users, reference data and its rules.
use super::row::Read::Own;
use super::row::{CommandLineRow, ON, plain};
use crate::cli::command::Command;
use crate::cli::reading as read;
use crate::cli::spec::{Positionals, Spec, needed, option, switch, words};
use crate::domain::reference::rule::RuleKind;

/// In the order of the help.
pub(super) const COMMANDS: [CommandLineRow; 10] = [
    CommandLineRow {
        spec: Spec {
            words: &["init"],
            positionals: Positionals::Nothing,
            options: &[
                needed("office", "CODE", "cli-option-office"),
                needed("name", "NAME", "cli-option-office-name"),
                needed("host", "HOST", "cli-option-host"),
                switch("practice", "cli-option-practice"),
                option("id-number-file", "FILE", "cli-option-id-number-file"),
                option("recovery-file", "FILE", "cli-option-recovery-file"),
            ],
            help: "cli-help-init",
            json: "cli-json-init",
        },
        read: Own(read::init),
    },
    CommandLineRow {
        spec: Spec {
            words: &["user", "add"],
            positionals: Positionals::Nothing,
            options: &[
                needed("name", "NAME", "cli-option-user-name"),
                needed("roles", "ROLE,...", "cli-option-roles"),
                option("id-number-file", "FILE", "cli-option-id-number-file"),
                option("new-password-file", "FILE", "cli-option-new-password-file"),
            ],
            help: "cli-help-user-add",
            json: "cli-json-user-add",
        },
        read: Own(read::user_add),
    },
    plain(
        &["user", "list"],
        Positionals::Nothing,
        "cli-help-user-list",
        "cli-json-user-list",
        |_| Ok(Command::UserList),
    ),
    CommandLineRow {
        spec: Spec {
            words: &["user", "password"],
            positionals: Positionals::Nothing,
            options: &[option("new-password-file", "FILE", "cli-option-new-password-file")],
            help: "cli-help-user-password",
            json: "cli-json-user-password",
        },
        read: Own(|args| Ok(Command::UserPassword(args.path("new-password-file")))),
    },
    CommandLineRow {
        spec: Spec {
            words: &["user", "reset"],
            positionals: Positionals::Each(&["USER"]),
            options: &[option("new-password-file", "FILE", "cli-option-new-password-file")],
            help: "cli-help-user-reset",
            json: "cli-json-user-reset",
        },
        read: Own(read::user_reset),
    },
    CommandLineRow {
        spec: Spec {
            words: &["user", "recover"],
            positionals: Positionals::Each(&["USER"]),
            options: &[
                option("code-file", "FILE", "cli-option-code-file"),
                option("new-password-file", "FILE", "cli-option-new-password-file"),
            ],
            help: "cli-help-user-recover",
            json: "cli-json-user-reset",
        },
        read: Own(read::user_recover),
    },
    CommandLineRow {
        spec: Spec {
            words: &["reference", "import"],
            positionals: Positionals::Each(&["DIR"]),
            options: &[switch("dry-run", "cli-option-reference-dry-run")],
            help: "cli-help-reference-import",
            json: "cli-json-reference-import",
        },
        read: Own(read::reference_import),
    },
    CommandLineRow {
        spec: Spec {
            words: &["rule", "list"],
            positionals: Positionals::Nothing,
            options: &[
                ON,
                option("kind", "KIND", "cli-option-rule-kind")
                    .one_of(|| words(&RuleKind::ALL, RuleKind::word)),
            ],
            help: "cli-help-rule-list",
            json: "cli-json-rule-list",
        },
        read: Own(read::rule_list),
    },
    plain(
        &["rule", "show"],
        Positionals::Each(&["RULE"]),
        "cli-help-rule-show",
        "cli-json-rule-show",
        read::rule_show,
    ),
    CommandLineRow {
        spec: Spec {
            words: &["programme", "list"],
            positionals: Positionals::Nothing,
            options: &[ON],
            help: "cli-help-programme-list",
            json: "cli-json-programme-list",
        },
        read: Own(read::programme_list),
    },
];
