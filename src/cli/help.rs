//! `--help`, made from the table: everything, one group, or one command with its JSON document.
use super::spec::{OptionSpec, Spec};
use super::table::{GLOBAL, commands};
use crate::domain::text::words::Words;

/// The help about everything (`None`), a group (`batch`) or a command (`batch list`).
#[must_use]
pub fn help(words: &Words, about: Option<&str>) -> String {
    let named = |spec: &&Spec| about.is_some_and(|name| spec.name() == name);
    if let Some(spec) = commands().find(named) {
        return of_command(words, spec);
    }
    let in_group = |spec: &&Spec| about.is_none_or(|group| spec.words.first() == Some(&group));
    let mut text = words.text("cli-help-what");
    text.push_str("\n\n");
    text.push_str(&words.text("cli-help-usage"));
    text.push_str(&list(
        commands().filter(in_group).map(|spec| (spec.usage(), words.text(spec.help))),
    ));
    text.push_str(&globals(words));
    text.push_str(&words.text("cli-help-exit"));
    text.push_str("\n\n");
    text.push_str(&words.text("cli-help-json"));
    text.push('\n');
    text
}

fn of_command(words: &Words, spec: &Spec) -> String {
    let mut text = format!("cunbang {}\n\n{}\n", spec.usage(), words.text(spec.help));
    if !spec.options.is_empty() {
        text.push('\n');
        text.push_str(&words.text("cli-help-options"));
        text.push_str(&options(words, spec.options));
    }
    text.push_str(&globals(words));
    text.push_str(&words.text("cli-help-json-document"));
    for line in words.text(spec.json).lines() {
        text.push_str("\n  ");
        text.push_str(line);
    }
    text.push('\n');
    text
}

fn globals(words: &Words) -> String {
    format!("\n{}{}\n", words.text("cli-help-globals"), options(words, &GLOBAL))
}

fn options(words: &Words, options: &[OptionSpec]) -> String {
    list(options.iter().map(|option| (option.written(), words.text(option.help))))
}

/// Indented pairs; what is long stands on a line of its own above its description.
fn list(pairs: impl Iterator<Item = (String, String)>) -> String {
    const LEFT: usize = 30;
    let mut text = String::from("\n");
    for (left, right) in pairs {
        let gap = if left.len() < LEFT {
            " ".repeat(LEFT - left.len())
        } else {
            format!("\n{}", " ".repeat(LEFT + 2))
        };
        text.extend(["  ", &left, &gap, &right, "\n"]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::words::Lang;

    #[test]
    fn every_command_and_option_is_described_in_both_languages() {
        for lang in [Lang::Zh, Lang::En] {
            let words = Words::new(lang);
            for spec in commands() {
                assert!(words.knows(spec.help), "{}", spec.help);
                assert!(words.knows(spec.json), "{}", spec.json);
            }
            for option in commands().flat_map(|spec| spec.options).chain(&GLOBAL) {
                assert!(words.knows(option.help), "{}", option.help);
            }
        }
    }

    #[test]
    fn the_help_names_every_command() {
        let text = help(&Words::new(Lang::Zh), None);
        for spec in commands() {
            assert!(text.contains(&spec.usage()), "{}", spec.usage());
        }
    }

    #[test]
    fn a_group_shows_its_own_commands() {
        let text = help(&Words::new(Lang::En), Some("store"));
        assert!(text.contains("store backup --out DIR"));
        assert!(!text.contains("batch list"));
    }

    #[test]
    fn a_command_describes_its_json() {
        let text = help(&Words::new(Lang::En), Some("batch list"));
        assert!(text.starts_with("cunbang batch list [--stage STAGE]"));
        assert!(text.contains("\"batches\""));
    }
}
