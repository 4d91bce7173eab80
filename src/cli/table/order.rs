//! In which order the help shows the commands: that of the work.

/// All commands by name; one that is not here stands behind them.
const ORDER: [&str; 80] = [
    "init",
    "user add",
    "user list",
    "user password",
    "user reset",
    "user recover",
    "reference import",
    "rule list",
    "rule show",
    "programme list",
    "list import",
    "list list",
    "roll import",
    "profile list",
    "profile remove",
    "roll new",
    "batch list",
    "batch show",
    "batch rules",
    "batch check",
    "batch edit",
    "batch explain",
    "batch diff",
    "batch publish",
    "batch submit",
    "batch approve",
    "batch return",
    "batch withdraw",
    "batch discard",
    "find",
    "poster",
    "signature-sheet",
    "qr",
    "template blank",
    "template export",
    "site build",
    "finance pay",
    "finance export",
    "board add",
    "board change",
    "board list",
    "board inspect",
    "board nothing",
    "board retire",
    "post",
    "takedown",
    "recall list",
    "recall confirm",
    "recall print",
    "coverage",
    "objection add",
    "enquiry add",
    "objection list",
    "objection show",
    "objection investigate",
    "objection answer",
    "objection escalate",
    "objection reply",
    "batch sign",
    "batch unsubmit",
    "batch withdraw-disclosure",
    "batch correct",
    "finance paid",
    "lists end",
    "results due",
    "correction-notice",
    "policy-card",
    "policy-booklet",
    "verify",
    "journal verify",
    "store check",
    "store backup",
    "store restore",
    "store rebuild",
    "retention list",
    "retention erase",
    "completions",
    "man",
    "schema",
    "demo",
];

/// Where the command stands in the help.
pub fn place_of(name: &str) -> usize {
    ORDER.iter().position(|known| *known == name).unwrap_or(ORDER.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::table::commands;

    #[test]
    fn the_order_is_of_commands_that_are_there() {
        let names: Vec<String> = commands().map(crate::cli::spec::Spec::name).collect();
        assert_eq!(names.get(..ORDER.len()).unwrap(), ORDER);
    }
}
