//! The house's rules that the compiler cannot see: who may look at whom, words that stand in one
//! place only, how long a file may be, and what lies at the top of the repository.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::unwrap_used,
    missing_docs
)]
#[path = "architecture/act_files.rs"]
mod act_files;
#[path = "architecture/pages.rs"]
mod pages;
#[path = "architecture/use_graph.rs"]
mod use_graph;

use std::fs;
use std::path::{Path, PathBuf};
use use_graph::UseGraph;

/// Room -> rooms that it may name. What is absent here is forbidden.
const MAY_IMPORT: [(&str, &[&str]); 13] = [
    ("domain", &[]),
    ("vault", &["domain"]),
    ("store", &["domain", "vault"]),
    ("intake", &["domain"]),
    ("documents", &["domain"]),
    // The control sheet names the SHA-256 of the csv, so finance needs the bytes.
    ("finance", &["domain", "documents"]),
    ("site", &["domain", "documents"]),
    ("office", &["domain"]),
    ("app", &["domain", "office"]),
    ("ui", &["app", "domain", "office"]),
    (
        "runtime",
        &[
            "domain",
            "vault",
            "store",
            "intake",
            "documents",
            "finance",
            "site",
            "office",
            "app",
            "ui",
        ],
    ),
    (
        "cli",
        &[
            "domain",
            "vault",
            "store",
            "intake",
            "documents",
            "finance",
            "site",
            "office",
            "runtime",
        ],
    ),
    ("docs", &[]),
];

/// Word -> the places (beginnings of paths below `src`) that may use it outside tests.
const ONE_PLACE: [(&str, &[&str]); 17] = [
    ("redb::", &["store/", "vault/backend"]),
    ("crossterm::", &["runtime/"]),
    ("ratatui::", &["ui/", "runtime/"]),
    ("Color::", &["ui/theme"]),
    ("std::fs", &["runtime/files", "vault/"]),
    ("fs::File", &["runtime/files", "vault/"]),
    ("SystemTime", &["runtime/clock"]),
    ("Instant::now", &["runtime/clock"]),
    ("Timestamp::now", &["runtime/clock"]),
    ("Zoned::now", &["runtime/clock"]),
    ("thread::sleep", &["runtime/clock"]),
    ("env::var", &["cli/"]),
    ("env::args", &["main.rs"]),
    ("process::exit", &[]),
    ("io::stdout", &["cli/mod.rs", "runtime/"]),
    ("io::stderr", &["cli/mod.rs", "runtime/"]),
    ("rpassword::", &["cli/"]),
];

/// Printing macros write past the one door for foreign text.
const NOWHERE: [&str; 4] = ["println!", "eprintln!", "print!(", "dbg!"];

const LONGEST_FILE: usize = 500;

/// Names that say nothing.
const EMPTY_NAMES: [&str; 7] =
    ["utils", "helpers", "common", "manager", "handler", "types", "misc"];

struct Source {
    /// Below its folder, with `/`.
    path: String,
    text: String,
}

impl Source {
    fn room(&self) -> &str {
        self.path.split('/').next().unwrap()
    }

    /// Numbered lines of code; comments are no code.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line))
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// The same without tests, which stand last in a file or in a file of their own.
    fn working_code(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_test = self.path.ends_with("tests.rs") || self.path.contains("/tests/");
        self.code()
            .take_while(move |(_, line)| !is_test && !line.trim_start().starts_with("#[cfg(test)]"))
    }
}

/// The Rust files below a folder of the repository, whose name is left out of their paths.
fn below(folder: &str) -> Vec<Source> {
    fn collect(folder: &Path, root: &Path, found: &mut Vec<Source>) {
        let mut entries: Vec<PathBuf> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                collect(&path, root, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let below = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                found.push(Source { path: below, text: fs::read_to_string(&path).unwrap() });
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    assert!(found.len() > 30, "the files of {folder} were not found");
    found
}

fn sources() -> Vec<Source> {
    below("src")
}

fn none(offences: &[String]) {
    assert!(offences.is_empty(), "\n{}\n", offences.join("\n"));
}

/// Rooms that a line of code names after `crate::` or `cunbang::`.
fn named_rooms(line: &str) -> Vec<String> {
    let word = |text: &str| {
        text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()
    };
    ["crate::", "cunbang::"].iter().flat_map(|root| line.split(root).skip(1).map(word)).collect()
}

#[test]
fn every_room_looks_only_downwards() {
    let mut offences = Vec::new();
    for source in sources().iter().filter(|source| source.path.contains('/')) {
        let room = source.room();
        let allowed =
            MAY_IMPORT.iter().find(|(known, _)| *known == room).map(|(_, allowed)| *allowed);
        let Some(allowed) = allowed else {
            offences.push(format!("{}: `{room}` is not in the table of rooms", source.path));
            continue;
        };
        for (number, line) in source.code() {
            for target in named_rooms(line) {
                if target.is_empty() {
                    offences
                        .push(format!("{}:{number}: write one `use` for each room", source.path));
                } else if target != room && !allowed.contains(&target.as_str()) {
                    offences
                        .push(format!("{}:{number}: `{room}` may not use `{target}`", source.path));
                }
            }
        }
    }
    none(&offences);
}

#[test]
fn no_two_files_import_each_other_in_a_circle() {
    let sources = sources();
    let texts = sources.iter().map(|source| (source.path.as_str(), source.text.as_str()));
    let graph = UseGraph::of(texts);
    let circles = graph.circles();
    let offences: Vec<String> = circles
        .iter()
        .map(|circle| format!("import each other: {circle:?}\n{}", graph.explain(circle)))
        .collect();
    none(&offences);
}

/// Where the bracket that `text` begins with is closed, counted in bytes behind it.
fn after_bracket(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (place, character) in text.char_indices() {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            return Some(place + 1);
        }
    }
    None
}

/// Does a statement that begins here read `let (a, b) = (x, y);`, or the same without `let`?
fn is_tuple_taken_apart(statement: &str) -> Option<bool> {
    let names = statement.strip_prefix("let ").unwrap_or(statement);
    let after_names = &names[after_bracket(names.starts_with('(').then_some(names)?)?..];
    let value = after_names.trim_start().strip_prefix('=')?.trim_start();
    let after_value = &value[after_bracket(value.starts_with('(').then_some(value)?)?..];
    Some(after_value.starts_with(';'))
}

#[test]
fn no_tuple_is_taken_apart_where_it_is_made() {
    assert_eq!(is_tuple_taken_apart("let (a, b) =\n    (f(x), y);"), Some(true));
    assert_eq!(is_tuple_taken_apart("(a.b, a.c) = (x, y);"), Some(true));
    assert_eq!(is_tuple_taken_apart("let (a, b) = (x, y).max(z);"), Some(false));
    assert_eq!(is_tuple_taken_apart("let (a, b) = f(x);"), None);
    let mut offences = Vec::new();
    for source in &sources() {
        let lines: Vec<&str> = source.code().map(|(_, line)| line).collect();
        for (place, line) in lines.iter().enumerate() {
            let rest = lines[place..].join("\n");
            if ["let (", "("].iter().any(|begin| line.trim_start().starts_with(begin))
                && is_tuple_taken_apart(rest.trim_start()) == Some(true)
            {
                let line = line.trim();
                offences.push(format!("{}: one statement for each name: {line}", source.path));
            }
        }
    }
    none(&offences);
}

/// An act is written once: in few files anybody has to know its request or its body.
const MOST_FILES_OF_AN_ACT: usize = 6;

/// The files outside tests: paths below `src` with their working code.
fn outside_tests() -> Vec<(String, String)> {
    let working = |source: &Source| {
        let code: Vec<&str> = source.working_code().map(|(_, line)| line).collect();
        (source.path.clone(), code.join("\n"))
    };
    let is_test = |source: &&Source| {
        let path = &source.path;
        path.ends_with("tests.rs") || path.contains("/tests/") || path.contains("/samples/")
    };
    sources().iter().filter(|source| !is_test(source)).map(working).collect()
}

#[test]
fn every_act_stands_in_at_most_six_files() {
    let sources = outside_tests();
    let acts = act_files::acts(&sources);
    assert!(acts.len() > 20, "the acts were not found");
    let mut offences = Vec::new();
    for act in &acts {
        let names = act.names.join(", ");
        println!("{:2}  {names}", act.files.len());
        if act.files.len() > MOST_FILES_OF_AN_ACT {
            let files: Vec<&str> = act.files.iter().map(String::as_str).collect();
            offences.push(format!("{names}: {} files: {}", files.len(), files.join(", ")));
        }
    }
    none(&offences);
}

#[test]
fn the_entrance_only_parses_runs_and_exits() {
    let sources = sources();
    let main = sources.iter().find(|source| source.path == "main.rs").unwrap();
    assert!(main.code().flat_map(|(_, line)| named_rooms(line)).all(|room| room == "cli"));
    assert!(main.text.lines().count() < 40, "main.rs holds no logic");
}

#[test]
fn some_words_stand_in_one_place_only() {
    let mut offences = Vec::new();
    for source in &sources() {
        for (number, line) in source.working_code() {
            for (word, places) in ONE_PLACE {
                if line.contains(word) && !places.iter().any(|place| source.path.starts_with(place))
                {
                    offences
                        .push(format!("{}:{number}: `{word}` belongs to {places:?}", source.path));
                }
            }
            for word in NOWHERE.iter().filter(|word| line.contains(**word)) {
                offences
                    .push(format!("{}:{number}: `{word}` nowhere; cli/output writes", source.path));
            }
        }
    }
    none(&offences);
}

#[test]
fn files_are_short_say_what_they_hold_and_have_telling_names() {
    let mut offences = Vec::new();
    for source in &sources() {
        let length = source.text.lines().count();
        if length > LONGEST_FILE {
            offences.push(format!("{}: {length} lines, more than {LONGEST_FILE}", source.path));
        }
        let is_test = source.path.ends_with("tests.rs") || source.path.contains("/tests/");
        if !is_test && !source.text.starts_with("//! ") {
            offences.push(format!("{}: does not begin by saying what is here", source.path));
        }
        if source.text.contains("//! (stub)") {
            offences.push(format!("{}: is a stub", source.path));
        }
        let stem = source.path.trim_end_matches(".rs");
        if EMPTY_NAMES.iter().any(|name| stem.split('/').any(|part| part == *name)) {
            offences.push(format!("{}: the name says nothing", source.path));
        }
    }
    none(&offences);
}

#[test]
fn no_test_is_switched_off_or_waits_by_the_clock() {
    // This file names what it forbids; the program's clock may wait.
    let tests = below("tests")
        .into_iter()
        .filter(|source| source.path != "architecture.rs")
        .map(|source| Source { path: format!("tests/{}", source.path), ..source });
    let sources = sources()
        .into_iter()
        .map(|source| Source { text: source.text.replace("thread::sleep", ""), ..source });
    let offences: Vec<String> = tests
        .chain(sources)
        .filter(|source| source.text.contains("#[ignore") || source.text.contains("thread::sleep"))
        .map(|source| source.path)
        .collect();
    none(&offences);
}

#[test]
fn the_top_of_the_repository_holds_only_what_was_agreed() {
    let agreed = [
        "Cargo.toml",
        "Cargo.lock",
        "src",
        "data",
        "tests",
        "README.md",
        "scripts",
        "LICENSE-MIT",
        "LICENSE-APACHE",
    ];
    let made_by_running = ["target", "demo"];
    let mut offences = Vec::new();
    for entry in fs::read_dir(env!("CARGO_MANIFEST_DIR")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        let known = name.starts_with('.')
            || agreed.contains(&name.as_str())
            || made_by_running.contains(&name.as_str());
        if !known {
            offences.push(name);
        }
    }
    none(&offences);
}
