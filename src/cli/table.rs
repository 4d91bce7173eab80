//! The one table of commands: words, options, help and how each becomes a [`Command`]. Parser and help are made from it.
use super::command::Command;
use super::given::Given;
use super::making as make;
use super::usage::UsageError;

/// One command.
#[derive(Debug)]
pub struct Spec {
    /// `["batch", "list"]`
    pub words: &'static [&'static str],
    /// What follows, by its name in the help.
    pub behind: Behind,
    /// Its own options.
    pub options: &'static [Opt],
    /// Key of what it does, in one line.
    pub help: &'static str,
    /// Key of the description of its JSON document.
    pub json: &'static str,
    /// To its typed form.
    pub make: fn(&Given) -> Result<Command, UsageError>,
}

/// Words behind a command.
#[derive(Debug, Clone, Copy)]
pub enum Behind {
    /// None.
    Nothing,
    /// Exactly these.
    Each(&'static [&'static str]),
    /// One or more of this.
    Many(&'static str),
}

/// An option of one command.
#[derive(Debug, Clone, Copy)]
pub struct Opt {
    /// Without hyphens.
    pub name: &'static str,
    /// What follows, by its name in the help; `None` = a switch.
    pub value: Option<&'static str>,
    /// The command cannot do without.
    pub needed: bool,
    /// Key of its description.
    pub help: &'static str,
}

const fn needed(name: &'static str, value: &'static str, help: &'static str) -> Opt {
    Opt { name, value: Some(value), needed: true, help }
}

const fn option(name: &'static str, value: &'static str, help: &'static str) -> Opt {
    Opt { name, value: Some(value), needed: false, help }
}

const fn switch(name: &'static str, help: &'static str) -> Opt {
    Opt { name, value: None, needed: false, help }
}

/// Options of every command.
pub const GLOBAL: [Opt; 7] = [
    option("data", "DIR", "cli-option-data"),
    option("lang", "zh|en", "cli-option-lang"),
    option("as", "USER", "cli-option-as"),
    option("password-file", "FILE", "cli-option-password-file"),
    option("now", "DATE[THH:MM]", "cli-option-now"),
    switch("json", "cli-option-json"),
    switch("help", "cli-option-help"),
];

const BATCH: Behind = Behind::Each(&["BATCH"]);
const OUT_FILE: Opt = needed("out", "FILE", "cli-option-out-file");
const OUT_FOLDER: Opt = needed("out", "DIR", "cli-option-out-folder");
const REASON: Opt = needed("reason", "TEXT", "cli-option-reason");

/// All commands, in the order of the help.
pub const TABLE: [Spec; 35] = [
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
    plain(&["user", "list"], Behind::Nothing, "cli-help-user-list", "cli-json-user-list", |_| Ok(Command::UserList)),
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
    plain(
        &["reference", "import"],
        Behind::Each(&["DIR"]),
        "cli-help-reference-import",
        "cli-json-reference-import",
        make::reference_import,
    ),
    Spec {
        words: &["roll", "import"],
        behind: Behind::Many("FILE"),
        options: &[
            option("programme", "CODE", "cli-option-programme"),
            option("division", "CODE", "cli-option-division"),
            option("period", "PERIOD", "cli-option-period"),
            switch("dry-run", "cli-option-dry-run"),
        ],
        help: "cli-help-roll-import",
        json: "cli-json-roll-import",
        make: make::roll_import,
    },
    Spec {
        words: &["roll", "new"],
        behind: Behind::Nothing,
        options: &[needed("from", "BATCH", "cli-option-from-batch"), needed("period", "PERIOD", "cli-option-period")],
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
        options: &[option("from", "DATE", "cli-option-from-day")],
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
        options: &[REASON],
        help: "cli-help-batch-withdraw",
        json: "cli-json-act",
        make: make::batch_withdraw,
    },
    plain(&["batch", "discard"], BATCH, "cli-help-batch-discard", "cli-json-batch-discard", |given| {
        Ok(Command::BatchDiscard(given.word(0)?))
    }),
    plain(&["find"], Behind::Each(&["TEXT"]), "cli-help-find", "cli-json-find", make::find),
    rendering(&["poster"], &[OUT_FILE, option("paper-names", "FILE", "cli-option-paper-names")], "cli-help-poster", make::poster),
    rendering(&["signature-sheet"], &[OUT_FILE], "cli-help-signature-sheet", make::signature_sheet),
    plain(&["qr"], BATCH, "cli-help-qr", "cli-json-qr", make::qr),
    Spec {
        words: &["site", "build"],
        behind: Behind::Nothing,
        options: &[OUT_FOLDER],
        help: "cli-help-site-build",
        json: "cli-json-site-build",
        make: make::site_build,
    },
    plain(&["finance", "pay"], Behind::Many("BATCH"), "cli-help-finance-pay", "cli-json-finance-pay", |given| {
        Ok(Command::FinancePay(given.words.clone()))
    }),
    Spec {
        words: &["finance", "export"],
        behind: Behind::Each(&["PAYLIST"]),
        options: &[OUT_FOLDER],
        help: "cli-help-finance-export",
        json: "cli-json-finance-export",
        make: make::finance_export,
    },
    Spec {
        words: &["verify"],
        behind: Behind::Each(&["FILE", "CODE"]),
        options: &[option("paper", "FILE", "cli-option-paper")],
        help: "cli-help-verify",
        json: "cli-json-verify",
        make: make::verify,
    },
    plain(&["journal", "verify"], Behind::Nothing, "cli-help-journal-verify", "cli-json-journal-verify", |_| Ok(Command::JournalVerify)),
    plain(&["store", "check"], Behind::Nothing, "cli-help-store-check", "cli-json-store-check", |_| Ok(Command::StoreCheck)),
    Spec {
        words: &["store", "backup"],
        behind: Behind::Nothing,
        options: &[needed("out", "DIR", "cli-option-backup-folder")],
        help: "cli-help-store-backup",
        json: "cli-json-store-backup",
        make: make::store_backup,
    },
    Spec {
        words: &["store", "restore"],
        behind: Behind::Nothing,
        options: &[needed("from", "DIR", "cli-option-restore-from")],
        help: "cli-help-store-restore",
        json: "cli-json-store-restore",
        make: make::store_restore,
    },
    plain(&["store", "rebuild"], Behind::Nothing, "cli-help-store-rebuild", "cli-json-store-rebuild", |_| Ok(Command::StoreRebuild)),
    Spec {
        words: &["demo"],
        behind: Behind::Nothing,
        options: &[switch("no-tui", "cli-option-no-tui")],
        help: "cli-help-demo",
        json: "cli-json-demo",
        make: |given| Ok(Command::Demo { no_tui: given.has("no-tui") }),
    },
];

type Make = fn(&Given) -> Result<Command, UsageError>;

/// A command without options of its own.
const fn plain(words: &'static [&'static str], behind: Behind, help: &'static str, json: &'static str, make: Make) -> Spec {
    Spec { words, behind, options: &[], help, json, make }
}

/// A paper of one batch.
const fn rendering(words: &'static [&'static str], options: &'static [Opt], help: &'static str, make: Make) -> Spec {
    Spec { words, behind: BATCH, options, help, json: "cli-json-file", make }
}

impl Spec {
    /// The words with spaces: `batch list`.
    #[must_use]
    pub fn name(&self) -> String {
        self.words.join(" ")
    }

    /// The option of this command or of all.
    #[must_use]
    pub fn option(&self, name: &str) -> Option<&'static Opt> {
        self.options.iter().find(|option| option.name == name)
    }

    /// `--out FILE`, as sentences show it.
    #[must_use]
    pub fn written(&self, name: &str) -> String {
        self.option(name).map_or_else(|| format!("--{name}"), Opt::written)
    }

    /// The help's name of the word at `place`.
    #[must_use]
    pub fn word_name(&self, place: usize) -> String {
        let name = match self.behind {
            Behind::Nothing => None,
            Behind::Each(names) => names.get(place).copied(),
            Behind::Many(name) => Some(name),
        };
        name.unwrap_or_default().to_owned()
    }

    /// `batch return BATCH --reason TEXT [--lines N,...]`
    #[must_use]
    pub fn usage(&self) -> String {
        let mut text = self.name();
        match self.behind {
            Behind::Nothing => {}
            Behind::Each(names) => names.iter().for_each(|name| text.extend([" ", name])),
            Behind::Many(name) => text.extend([" ", name, "..."]),
        }
        for option in self.options {
            let written = option.written();
            let (before, after) = if option.needed { (" ", "") } else { (" [", "]") };
            text.extend([before, &written, after]);
        }
        text
    }
}

impl Opt {
    /// `--out FILE`
    #[must_use]
    pub fn written(&self) -> String {
        self.value.map_or_else(|| format!("--{}", self.name), |value| format!("--{} {value}", self.name))
    }
}

/// The command with exactly these words.
#[must_use]
pub fn find(words: &[String]) -> Option<&'static Spec> {
    TABLE.iter().find(|spec| spec.words == words)
}

/// The second words of a group, in the order of the table; empty if `first` is no group.
#[must_use]
pub fn parts_of(first: &str) -> Vec<&'static str> {
    let in_group = TABLE.iter().filter(|spec| spec.words.first() == Some(&first));
    in_group.filter_map(|spec| spec.words.get(1).copied()).collect()
}
