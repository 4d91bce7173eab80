//! `man`: the manual, one page for the program, each group and each command, in the language of
//! the run.
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::cli::parser::{self, NAME};
use crate::cli::spec::Spec;
use crate::cli::table::{commands, groups};
use crate::domain::text::sentence::Sentence;
use crate::domain::text::words::Words;
use crate::office::views::{FileSize, FilesView};
use crate::runtime::files;
use clap::{Arg, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};
use std::path::Path;

const NAME_HEADING: &str = ".SH NAME";

/// `clap_mangen`'s own headings and the keys of ours.
const HEADINGS: [(&str, &str); 6] = [
    (NAME_HEADING, "cli-man-name"),
    (".SH SYNOPSIS", "cli-man-synopsis"),
    (".SH DESCRIPTION", "cli-man-description"),
    (".SH OPTIONS", "cli-man-options"),
    (".SH \"GLOBAL OPTIONS\"", "cli-man-globals"),
    (".SH SUBCOMMANDS", "cli-man-commands"),
];

pub fn write(invocation: &Invocation<'_, '_>, folder: &Path) -> Done {
    let mut written = Vec::new();
    for (name, page) in pages(&invocation.output.words) {
        let path = folder.join(name);
        files::write(&path, page.as_bytes())?;
        written.push(FileSize { file: path.display().to_string(), bytes: page.len() });
    }
    let sentence = Sentence::plain("cli-man-written")
        .with("folder", folder.display())
        .with("pages", written.len());
    Ok(Answer::default().say(sentence).shows(&FilesView { files: written }))
}

/// File names and pages.
fn pages(words: &Words) -> Vec<(String, String)> {
    let mut program = parser::described(words);
    program.build();
    let below = |path: &[&str]| {
        path.iter().try_fold(&program, |command, word| command.find_subcommand(word)).cloned()
    };
    let of_groups = groups().into_iter().filter_map(|group| Some((below(&[group])?, None)));
    let of_commands = commands().filter_map(|spec| Some((below(spec.words)?, Some(spec))));
    let all = std::iter::once((program.clone(), None)).chain(of_groups).chain(of_commands);
    all.map(|(command, spec)| page(words, command, spec)).collect()
}

fn page(words: &Words, command: Command, spec: Option<&Spec>) -> (String, String) {
    let options = spec.map_or(&[][..], |spec| spec.options);
    let command = command.mut_args(|argument: Arg| {
        let is_own = options.iter().any(|option| argument.get_id() == option.name);
        // the usage shows what follows the command; the descriptions name the words of the values
        let is_positional = argument.is_positional();
        let argument = argument.hide_possible_values(true).hide(is_positional);
        argument.help_heading(if is_own { "OPTIONS" } else { "GLOBAL OPTIONS" })
    });
    // pages are the same on each day: the version stands in the place of a date
    let manual = Man::new(command)
        .date(env!("CARGO_PKG_VERSION"))
        .source(NAME)
        .manual(words.text("cli-man-manual"));
    let name = manual.get_filename();
    (name, with_our_words(words, &manual, spec))
}

/// The page with our headings, and what `clap_mangen` does not know.
fn with_our_words(words: &Words, manual: &Man, spec: Option<&Spec>) -> String {
    let mut text = Vec::new();
    // writing to memory cannot fail
    let _done = manual.render(&mut text);
    let text = String::from_utf8_lossy(&text);
    let mut lines: Vec<String> = Vec::new();
    let mut is_name = false;
    for line in text.lines() {
        let ours = HEADINGS.iter().find(|(heading, _)| *heading == line);
        lines.push(match ours {
            Some((_, key)) => format!(".SH {}", words.text(key)),
            // programs that list the pages of a manual read this line as it is
            None if is_name || line.starts_with('.') => line.to_owned(),
            None => breakable(line),
        });
        if line.starts_with(".TH ") {
            // ragged lines without hyphenation: Chinese has few spaces to stretch
            lines.extend([".ad l", ".nh"].map(str::to_owned));
        }
        is_name = line == NAME_HEADING;
    }
    if let Some(spec) = spec {
        lines.push(section(&words.text("cli-man-json"), &words.text(spec.json)));
    }
    lines.push(section(&words.text("cli-man-exit"), &words.text("cli-help-exit")));
    lines.join("\n") + "\n"
}

fn section(heading: &str, text: &str) -> String {
    let mut roff = Roff::new();
    roff.control("SH", [heading]);
    for line in text.lines() {
        roff.text([roman(line.trim_start())]);
    }
    roff.to_roff().lines().map(breakable).collect::<Vec<_>>().join("\n")
}

/// Lets a line break after punctuation beside Chinese: roff by itself breaks at spaces only.
fn breakable(line: &str) -> String {
    const AFTER: [char; 7] = ['、', '。', '”', ',', ':', ';', ')'];
    let is_chinese = |char: &char| *char >= '\u{2e80}';
    let mut broken = String::with_capacity(line.len());
    let mut before = ' ';
    let mut chars = line.chars().peekable();
    while let Some(char) = chars.next() {
        broken.push(char);
        let next = chars.peek().filter(|next| **next != ' ' && !AFTER.contains(next));
        let chinese = [Some(&before), Some(&char), next].into_iter().flatten().any(is_chinese);
        if AFTER.contains(&char) && next.is_some() && chinese {
            broken.push_str("\\:");
        }
        before = char;
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_may_break_after_punctuation_beside_chinese() {
        assert_eq!(breakable("日期,例如 T09:15"), "日期,\\:例如 T09:15");
        assert_eq!(breakable("每项:\"a\"、\"b\" (c),d。"), "每项:\\:\"a\"、\\:\"b\" (c),d。");
    }
}
