//! In how many files an act stands: its request type and the struct of the body that it writes.
use std::collections::BTreeSet;

/// An act of the office.
pub struct ActFiles {
    /// Its request type, and the body structs that its file writes.
    pub names: Vec<String>,
    /// The files outside tests that define, import or take apart one of them.
    pub files: BTreeSet<String>,
}

/// The acts as `office/act_list.rs` lists them. `sources`: paths below `src` with their working code.
pub fn acts(sources: &[(String, String)]) -> Vec<ActFiles> {
    let text_of =
        |path: &str| sources.iter().find(|(there, _)| there == path).map(|(_, text)| text.as_str());
    let office = text_of("office/act_list.rs").expect("the office lists its acts");
    let bodies = bodies(sources);
    let mut acts = Vec::new();
    for (module, request) in listed(office) {
        let own = text_of(&format!("office/{module}.rs")).expect("each act has its file");
        let written = bodies.iter().filter(|body| makes(own, body));
        let names: Vec<String> = std::iter::once(request).chain(written.cloned()).collect();
        let knows_one = |(path, text): &&(String, String)| {
            names.iter().any(|name| defines(text, name) || uses(path, text, name))
        };
        let files = sources.iter().filter(knows_one);
        let files = files.map(|(path, _)| path.clone()).collect();
        acts.push(ActFiles { names, files });
    }
    acts
}

/// `    Answer(answer_case::AnswerCase),` in the list of acts.
fn listed(office: &str) -> Vec<(String, String)> {
    let list = office.split("$make! {").nth(1).expect("the list of acts");
    let inner = |line: &str| {
        let (_, rest) = line.trim().split_once('(')?;
        let (module, request) = rest.trim_end_matches("),").split_once("::")?;
        Some((module.to_owned(), request.to_owned()))
    };
    list.lines().take_while(|line| line.trim() != "}").filter_map(inner).collect()
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

/// Is a value of the struct made there: `Name { … }` or `Name(…)`?
fn makes(text: &str, name: &str) -> bool {
    words(text, name).any(|place| {
        let behind = &text[place + name.len()..];
        !text[..place].ends_with("::") && (behind.starts_with(" {") || behind.starts_with('('))
    })
}

/// The struct itself, or its line in the list of bodies.
fn defines(text: &str, name: &str) -> bool {
    text.lines().any(|line| line.trim().starts_with(&format!("{name} = \"")))
        || words(text, &format!("struct {name}")).next().is_some()
}

/// Is the struct imported, written with the path of its module, or taken apart as `…Body::Name`?
/// A variant of the same name in an enum (`Stage::Paid`, `Command::Post`) is something else.
fn uses(path: &str, text: &str, name: &str) -> bool {
    let qualified = words(text, name).any(|place| {
        let before = text[..place].strip_suffix("::").unwrap_or_default();
        let part = |c: char| !(c.is_alphanumeric() || c == '_');
        let qualifier = before.rsplit(part).next().unwrap_or_default();
        qualifier.ends_with("Body") || qualifier.starts_with(char::is_lowercase)
    });
    qualified
        || imports(text).any(|import| {
            let from_home = import.contains("journal")
                || import.contains("office")
                || (import.starts_with("super")
                    && (path.starts_with("domain/journal") || path.starts_with("office")));
            from_home && words(import, name).next().is_some()
        })
}

/// What stands between `use` and `;`.
fn imports(text: &str) -> impl Iterator<Item = &str> {
    let starts = words(text, "use").map(|place| &text[place + "use".len()..]);
    starts.filter_map(|rest| rest.split(';').next()).map(str::trim)
}

/// Where `word` stands as a whole word.
fn words<'t>(text: &'t str, word: &str) -> impl Iterator<Item = usize> + use<'t> {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    let length = word.len();
    let whole = move |place: &usize| {
        let before = text[..*place].chars().next_back();
        let behind = text[place + length..].chars().next();
        !before.is_some_and(part) && !behind.is_some_and(part)
    };
    let places: Vec<usize> =
        text.match_indices(word).map(|(place, _)| place).filter(whole).collect();
    places.into_iter()
}

#[test]
fn a_struct_is_known_where_it_is_imported_or_taken_apart_and_not_where_a_variant_is_called_alike() {
    assert!(uses("cli/a.rs", "use crate::domain::journal::{Body, Paid};", "Paid"));
    assert!(uses("cli/a.rs", "let _ = BatchBody::Paid(_);", "Paid"));
    assert!(uses("cli/a.rs", "office::pay::Pay { .. }", "Pay"));
    assert!(!uses("cli/a.rs", "Stage::Paid; use crate::domain::dossier::Stage;", "Paid"));
    assert!(defines("pub struct Paid {", "Paid") && !defines("pub struct Paid2 {", "Paid"));
}
