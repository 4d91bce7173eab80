//! The office: founding, users, reference data and its rules.
use super::{Behind, ON, Spec, needed, option, plain, switch};
use crate::cli::command::Command;
use crate::cli::making as make;

/// In the order of the help.
pub(super) const COMMANDS: [Spec; 10] = [
    Spec {
        words: &["init"],
        behind: Behind::Nothing,
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
        make: make::init,
    },
    Spec {
        words: &["user", "add"],
        behind: Behind::Nothing,
        options: &[
            needed("name", "NAME", "cli-option-user-name"),
            needed("roles", "ROLE,...", "cli-option-roles"),
            option("id-number-file", "FILE", "cli-option-id-number-file"),
            option("new-password-file", "FILE", "cli-option-new-password-file"),
        ],
        help: "cli-help-user-add",
        json: "cli-json-user-add",
        make: make::user_add,
    },
    plain(&["user", "list"], Behind::Nothing, "cli-help-user-list", "cli-json-user-list", |_| {
        Ok(Command::UserList)
    }),
    Spec {
        words: &["user", "password"],
        behind: Behind::Nothing,
        options: &[option("new-password-file", "FILE", "cli-option-new-password-file")],
        help: "cli-help-user-password",
        json: "cli-json-user-password",
        make: |given| Ok(Command::UserPassword(given.path("new-password-file"))),
    },
    Spec {
        words: &["user", "reset"],
        behind: Behind::Each(&["USER"]),
        options: &[option("new-password-file", "FILE", "cli-option-new-password-file")],
        help: "cli-help-user-reset",
        json: "cli-json-user-reset",
        make: make::user_reset,
    },
    Spec {
        words: &["user", "recover"],
        behind: Behind::Each(&["USER"]),
        options: &[
            option("code-file", "FILE", "cli-option-code-file"),
            option("new-password-file", "FILE", "cli-option-new-password-file"),
        ],
        help: "cli-help-user-recover",
        json: "cli-json-user-reset",
        make: make::user_recover,
    },
    Spec {
        words: &["reference", "import"],
        behind: Behind::Each(&["DIR"]),
        options: &[switch("dry-run", "cli-option-reference-dry-run")],
        help: "cli-help-reference-import",
        json: "cli-json-reference-import",
        make: make::reference_import,
    },
    Spec {
        words: &["rule", "list"],
        behind: Behind::Nothing,
        options: &[ON, option("kind", "KIND", "cli-option-rule-kind")],
        help: "cli-help-rule-list",
        json: "cli-json-rule-list",
        make: make::rule_list,
    },
    plain(
        &["rule", "show"],
        Behind::Each(&["RULE"]),
        "cli-help-rule-show",
        "cli-json-rule-show",
        make::rule_show,
    ),
    Spec {
        words: &["programme", "list"],
        behind: Behind::Nothing,
        options: &[ON],
        help: "cli-help-programme-list",
        json: "cli-json-programme-list",
        make: make::programme_list,
    },
];
