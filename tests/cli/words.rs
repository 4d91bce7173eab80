//! Every sentence that the program can say stands in both languages, with the same arguments, and
//! none is left over.
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn below(folder: &str, ending: &str) -> Vec<PathBuf> {
    fn collect(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                collect(&path, ending, found);
            } else if path.extension().is_some_and(|of_file| of_file == ending) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), ending, &mut found);
    found.sort();
    found
}

/// A message of a Fluent file: where it stands and which arguments it names.
struct Message {
    file: String,
    arguments: BTreeSet<String>,
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect()
}

/// The messages of one file, in order: a key begins a line, what is indented belongs to it.
fn messages_of(text: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut messages: Vec<(String, BTreeSet<String>)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            messages.push((word(line), BTreeSet::new()));
        }
        if let Some((_, arguments)) = messages.last_mut() {
            arguments.extend(line.split('$').skip(1).map(word));
        }
    }
    messages
}

fn messages(lang: &str) -> BTreeMap<String, Message> {
    let mut all = BTreeMap::new();
    for path in below(&format!("data/locales/{lang}"), "ftl") {
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        for (key, arguments) in messages_of(&fs::read_to_string(&path).unwrap()) {
            let before = all.insert(key.clone(), Message { file: file.clone(), arguments });
            assert!(before.is_none(), "{lang}: {key} stands twice, once in {file}");
        }
    }
    all
}

fn sources() -> String {
    let files: Vec<(PathBuf, String)> = below("src", "rs")
        .into_iter()
        .map(|path| (path.clone(), fs::read_to_string(path).unwrap()))
        .collect();
    let only_tests: Vec<PathBuf> =
        files.iter().flat_map(|(path, text)| test_modules(path, text)).collect();
    let works = |path: &Path| {
        !only_tests
            .iter()
            .any(|module| path.starts_with(module) || path.with_extension("") == *module)
    };
    files.iter().filter(|(path, _)| works(path)).map(|(_, text)| working(text)).collect()
}

/// Where the modules lie that a file declares under `#[cfg(test)]`, without `.rs`.
fn test_modules(path: &Path, text: &str) -> Vec<PathBuf> {
    let folder = if path.ends_with("mod.rs") {
        path.parent().unwrap().to_path_buf()
    } else {
        path.with_extension("")
    };
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let declared = lines
        .windows(2)
        .filter(|pair| pair[0] == "#[cfg(test)]")
        .filter_map(|pair| pair[1].strip_suffix(';'));
    declared.filter_map(|line| line.split("mod ").nth(1)).map(|name| folder.join(name)).collect()
}

/// Without the tests, which stand last in a file.
fn working(text: &str) -> String {
    let code = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap();
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .fold(String::new(), |all, line| all + line + "\n")
}

/// The literal that follows each `opening`.
fn literals(text: &str, opening: &str) -> BTreeSet<String> {
    let after = text.split(opening).skip(1).map(str::trim_start);
    after
        .filter_map(|rest| rest.strip_prefix('"'))
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn both_languages_say_the_same_things() {
    let zh = messages("zh");
    let en = messages("en");
    let lacks = |of: &BTreeMap<String, Message>, other: &BTreeMap<String, Message>| {
        other
            .iter()
            .filter(|(key, _)| !of.contains_key(*key))
            .map(|(key, message)| format!("{key} ({})", message.file))
            .collect::<Vec<_>>()
    };
    assert_eq!(lacks(&zh, &en), Vec::<String>::new(), "Chinese lacks these");
    assert_eq!(lacks(&en, &zh), Vec::<String>::new(), "English lacks these");
    for (key, message) in &zh {
        assert_eq!(
            message.arguments, en[key].arguments,
            "{key}: the two languages name different arguments"
        );
        assert_eq!(message.file, en[key].file, "{key} stands in different files");
    }
}

#[test]
fn every_key_in_the_code_has_its_words() {
    // what was entered into a field is asked by the field's name, which is no key
    let code = sources().replace("values.text(", "values.entered(");
    let zh = messages("zh");
    let mut keys = BTreeSet::new();
    for opening in ["Sentence::plain(", ".text(", "Sentence { key:"] {
        keys.extend(literals(&code, opening));
    }
    let lost: Vec<&String> = keys.iter().filter(|key| !zh.contains_key(*key)).collect();
    assert!(lost.is_empty(), "no words in data/locales for {lost:?}");
}

#[test]
fn no_words_are_left_over() {
    let code = sources();
    let unused: Vec<String> = messages("zh")
        .into_iter()
        .filter(|(key, _)| !code.contains(&format!("\"{key}\"")))
        .map(|(key, at)| format!("{key} ({})", at.file))
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

#[test]
fn the_reader_of_this_test_sees_keys_and_arguments() {
    let read = messages_of(
        "# room\na-b = Row { $row } of { $sheet }\nc =\n    long { $n ->\n        [one] x\n       *[other] { $n }\n    }\n",
    );
    let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(
        read,
        vec![("a-b".to_owned(), names(&["row", "sheet"])), ("c".to_owned(), names(&["n"]))]
    );
    assert!(literals("Sentence::plain(\"x-y\")", "Sentence::plain(").contains("x-y"));
}
