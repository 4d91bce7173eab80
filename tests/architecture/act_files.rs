//! In how many files an act stands: its request type and the struct of the body that it writes.
use std::collections::BTreeSet;

/// An act of the office.
pub struct ActFiles {
    /// Its request type, and the body structs that its file writes.
    pub names: Vec<String>,
    /// The files outside tests that name one of them.
    pub files: BTreeSet<String>,
}

/// The acts as `office/mod.rs` lists them. `sources`: paths below `src` with their working code.
pub fn acts(sources: &[(String, String)]) -> Vec<ActFiles> {
    let text_of =
        |path: &str| sources.iter().find(|(there, _)| there == path).map(|(_, text)| text.as_str());
    let office = text_of("office/mod.rs").expect("the office lists its acts");
    let bodies = bodies(sources);
    let mut acts = Vec::new();
    for (module, request) in listed(office) {
        let own = text_of(&format!("office/{module}.rs")).expect("each act has its file");
        let written = bodies.iter().filter(|body| own.contains(&format!("{body} {{")));
        let names: Vec<String> = std::iter::once(request).chain(written.cloned()).collect();
        let names_one = |text: &str| names.iter().any(|name| has_word(text, name));
        let files = sources.iter().filter(|(_, text)| names_one(text));
        let files = files.map(|(path, _)| path.clone()).collect();
        acts.push(ActFiles { names, files });
    }
    acts
}

/// `    Answer(answer_case::AnswerCase),` in the list of acts.
fn listed(office: &str) -> Vec<(String, String)> {
    let list = office.split("acts! {").nth(1).expect("the list of acts");
    let inner = |line: &str| {
        let (_, rest) = line.trim().split_once('(')?;
        let (module, request) = rest.trim_end_matches("),").split_once("::")?;
        Some((module.to_owned(), request.to_owned()))
    };
    list.lines().filter_map(inner).collect()
}

/// `        Answered = "answered" => ...` in the lists of bodies.
fn bodies(sources: &[(String, String)]) -> Vec<String> {
    let lists = sources.iter().filter(|(path, _)| path.starts_with("domain/journal/body/"));
    let name = |line: &str| {
        let (name, rest) = line.trim().split_once(" = \"")?;
        let is_body = name.chars().all(char::is_alphanumeric) && rest.contains("\" => \"act-");
        is_body.then(|| name.to_owned())
    };
    lists.flat_map(|(_, text)| text.lines().filter_map(name).collect::<Vec<_>>()).collect()
}

/// Does the text hold `word` as a whole word of code?
fn has_word(text: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(place, _)| {
        let before = text[..place].chars().next_back();
        let behind = text[place + word.len()..].chars().next();
        !before.is_some_and(part) && !behind.is_some_and(part)
    })
}
