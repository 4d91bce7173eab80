//! Which file of a source tree names which other, and the circles among them.
//!
//! A file names another by `use` or by a path in its code (`crate::a::b`, `super::b`, a child
//! module's `b::c`, or an imported module's `b::c`). A name that a module only passes on with
//! `pub use` leads to the file that defines it, and passing a name on is not using it. Code under
//! `#[cfg(test)]` and files of tests do not count.
use std::collections::{BTreeMap, BTreeSet};

/// `a::b::c` below the crate's root, as its parts; the root itself is empty.
type ModulePath = Vec<String>;

/// A chain of re-exports is followed so far; longer ones run in a circle themselves.
const LONGEST_CHAIN: usize = 16;

/// File -> files that it names.
#[derive(Default)]
pub struct UseGraph {
    names: BTreeMap<String, BTreeSet<String>>,
}

impl UseGraph {
    /// Reads sources: paths below `src` with their texts.
    pub fn of<'s>(sources: impl IntoIterator<Item = (&'s str, &'s str)>) -> Self {
        let tree = Tree::of(sources);
        let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (path, module) in &tree.modules {
            let targets = module.paths_used().filter_map(|used| tree.file_of(path, used));
            let others = targets.filter(|target| *target != module.file).map(str::to_owned);
            names.entry(module.file.clone()).or_default().extend(others);
        }
        Self { names }
    }

    /// The files that import each other in a circle: each circle sorted, the circles as well.
    pub fn circles(&self) -> Vec<Vec<String>> {
        let reached: BTreeMap<&str, BTreeSet<&str>> =
            self.names.keys().map(|file| (file.as_str(), self.reached_from(file))).collect();
        let circle_of = |file: &str| -> Vec<String> {
            let comes_back =
                |other: &&&str| reached.get(**other).is_some_and(|back| back.contains(file));
            reached[file].iter().filter(comes_back).map(|other| (*other).to_owned()).collect()
        };
        let circles: BTreeSet<Vec<String>> = reached.keys().map(|file| circle_of(file)).collect();
        circles.into_iter().filter(|circle| circle.len() > 1).collect()
    }

    /// For each file of a circle, the others of the circle that it names.
    pub fn explain(&self, circle: &[String]) -> String {
        let line = |file: &String| {
            let inside: Vec<&str> = self.names[file]
                .iter()
                .filter(|target| circle.contains(target))
                .map(String::as_str)
                .collect();
            format!("    {file} names {}", inside.join(", "))
        };
        circle.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    fn reached_from(&self, file: &str) -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        let mut open: Vec<&str> = self.names[file].iter().map(String::as_str).collect();
        while let Some(next) = open.pop() {
            if reached.insert(next) {
                open.extend(self.names.get(next).into_iter().flatten().map(String::as_str));
            }
        }
        reached
    }
}

/// A module: a file, or a part of one in `mod name { ... }`.
#[derive(Default)]
struct Module {
    file: String,
    imports: Vec<Import>,
    /// Paths in the code outside `use`, as written.
    paths: Vec<Vec<String>>,
    /// Single words in the code outside `use`.
    words: BTreeSet<String>,
}

struct Import {
    /// As written, `super::finding::Check`.
    path: Vec<String>,
    /// What it is called here.
    name: String,
    is_passed_on: bool,
}

impl Module {
    /// Every path that this module's own code needs.
    fn paths_used(&self) -> impl Iterator<Item = &Vec<String>> {
        let is_used = |import: &&Import| !import.is_passed_on || self.words.contains(&import.name);
        self.imports.iter().filter(is_used).map(|import| &import.path).chain(&self.paths)
    }

    fn import(&self, name: &str) -> Option<&Import> {
        self.imports.iter().find(|import| import.name == name)
    }
}

/// All modules of the crate.
#[derive(Default)]
struct Tree {
    modules: BTreeMap<ModulePath, Module>,
}

impl Tree {
    fn of<'s>(sources: impl IntoIterator<Item = (&'s str, &'s str)>) -> Self {
        let mut tree = Self::default();
        let mut tests = Vec::new();
        for (file, text) in sources.into_iter().filter(|(file, _)| is_working_code(file)) {
            let path = module_path(file);
            let (tokens, test_modules) = without_tests(&tokens(text));
            tests.extend(test_modules.into_iter().map(|name| joined(&path, &[name])));
            tree.read(file, path, &tokens);
        }
        tree.modules.retain(|path, _| !tests.iter().any(|test| path.starts_with(test)));
        tree
    }

    /// Notes the modules of one file.
    fn read(&mut self, file: &str, path: ModulePath, tokens: &[String]) {
        let mut path = path;
        let mut depth = 0;
        // Depths at which `mod name {` was opened.
        let mut opened = Vec::new();
        let mut at = 0;
        self.module(file, &path);
        while let Some(token) = tokens.get(at) {
            let module = self.module(file, &path);
            match token.as_str() {
                "use" if tokens.get(at + 1).is_some_and(|next| next != "<") => {
                    let end = find(tokens, at, ";");
                    let is_passed_on = is_public(&tokens[..at]);
                    module.imports.extend(imports(&tokens[at + 1..end], is_passed_on));
                    at = end;
                }
                "mod" if tokens.get(at + 2).is_some_and(|brace| brace == "{") => {
                    path.push(tokens[at + 1].clone());
                    opened.push(depth);
                    depth += 1;
                    at += 2;
                }
                "mod" => at += 1,
                "{" => depth += 1,
                "}" => {
                    depth -= 1;
                    if opened.last() == Some(&depth) {
                        opened.pop();
                        path.pop();
                    }
                }
                word if is_word(word) => {
                    let parts = path_at(&tokens[at..]);
                    at += 2 * (parts.len() - 1);
                    module.words.extend(parts.first().cloned());
                    if parts.len() > 1 {
                        module.paths.push(parts);
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }

    fn module(&mut self, file: &str, path: &[String]) -> &mut Module {
        let module = self.modules.entry(path.to_vec()).or_default();
        file.clone_into(&mut module.file);
        module
    }

    /// The file that defines what `written`, a path in the module `at`, leads to; `None` outside
    /// the crate.
    fn file_of(&self, at: &[String], written: &[String]) -> Option<&str> {
        self.absolute(at, written).and_then(|path| self.definition(path))
    }

    /// `written` from the crate's root on.
    fn absolute(&self, at: &[String], written: &[String]) -> Option<ModulePath> {
        let (first, rest) = written.split_first()?;
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => Some(joined(at, rest)),
            "super" => {
                let ups = written.iter().take_while(|part| *part == "super").count();
                let above = at.get(..at.len().checked_sub(ups)?)?;
                Some(joined(above, &written[ups..]))
            }
            child if self.modules.contains_key(&joined(at, &[child.to_owned()])) => {
                Some(joined(at, written))
            }
            name => {
                let import = self.modules.get(at)?.import(name)?;
                let is_itself = import.path.first().is_some_and(|part| part == name);
                let imported = (!is_itself).then(|| self.absolute(at, &import.path)).flatten()?;
                Some(joined(&imported, rest))
            }
        }
    }

    /// The file of the module that `path` ends in, re-exports followed.
    fn definition(&self, path: ModulePath) -> Option<&str> {
        let mut path = path;
        for _ in 0..LONGEST_CHAIN {
            let depth = (0..=path.len()).rev().find(|n| self.modules.contains_key(&path[..*n]))?;
            let (module, rest) = path.split_at(depth);
            let found = &self.modules[module];
            let passed_on = rest
                .first()
                .and_then(|name| found.import(name))
                .filter(|import| import.is_passed_on)
                .and_then(|import| self.absolute(module, &import.path))
                .map(|defined| joined(&defined, &rest[1..]));
            match passed_on {
                Some(next) if next != path => path = next,
                _ => return Some(&found.file),
            }
        }
        None
    }
}

fn is_working_code(file: &str) -> bool {
    file != "main.rs" && !file.ends_with("tests.rs") && !file.contains("/tests/")
}

/// `a/b/mod.rs` and `a/b.rs` are `a::b`; `lib.rs` is the root.
fn module_path(file: &str) -> ModulePath {
    let stem = file.trim_end_matches(".rs");
    let mut parts: ModulePath = stem.split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|last| ["mod", "lib"].contains(&last.as_str())) {
        parts.pop();
    }
    parts
}

fn joined(path: &[String], rest: &[String]) -> ModulePath {
    [path, rest].concat()
}

/// Where `token` stands next, or the end.
fn find(tokens: &[String], from: usize, token: &str) -> usize {
    (from..tokens.len()).find(|at| tokens[*at] == token).unwrap_or(tokens.len())
}

/// Does an item whose beginning stands after `before` begin with `pub` or `pub(...)`?
fn is_public(before: &[String]) -> bool {
    let end = match before.last().map(String::as_str) {
        Some(")") => before.iter().rposition(|token| token == "(").unwrap_or(0),
        _ => before.len(),
    };
    before[..end].last().is_some_and(|token| token == "pub")
}

/// The longest path at the beginning: `a::b::c`.
fn path_at(tokens: &[String]) -> Vec<String> {
    let mut parts = vec![tokens[0].clone()];
    let mut at = 1;
    while tokens.get(at).is_some_and(|token| token == "::")
        && tokens.get(at + 1).is_some_and(|token| is_word(token))
    {
        parts.push(tokens[at + 1].clone());
        at += 2;
    }
    parts
}

/// The imports of `use <tree>;`, groups taken apart.
fn imports(tree: &[String], is_passed_on: bool) -> Vec<Import> {
    let mut found = Vec::new();
    take_apart(tree, &[], is_passed_on, &mut found);
    found
}

fn take_apart(tree: &[String], above: &[String], is_passed_on: bool, found: &mut Vec<Import>) {
    if let Some(brace) = tree.iter().position(|token| token == "{") {
        let above = joined(above, &parts_of(&tree[..brace]));
        for branch in branches(&tree[brace + 1..tree.len() - 1]) {
            take_apart(branch, &above, is_passed_on, found);
        }
        return;
    }
    let (path, renamed) = match tree.iter().position(|token| token == "as") {
        Some(place) => (&tree[..place], tree.get(place + 1)),
        None => (tree, None),
    };
    let mut path = joined(above, &parts_of(path));
    if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    if let Some(name) = renamed.or(path.last()).cloned() {
        found.push(Import { path, name, is_passed_on });
    }
}

/// The words of a path; a `*` is left out, so that a glob imports the module.
fn parts_of(tokens: &[String]) -> Vec<String> {
    tokens.iter().filter(|token| is_word(token)).cloned().collect()
}

/// The branches of a group, parted by the commas that stand in no inner group.
fn branches(group: &[String]) -> Vec<&[String]> {
    let mut depth = 0;
    let is_end = |token: &String| {
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        depth == 0 && token == ","
    };
    group.split(is_end).filter(|branch| !branch.is_empty()).collect()
}

/// The tokens without what stands under `#[cfg(test)]`, and the names of modules declared there.
fn without_tests(tokens: &[String]) -> (Vec<String>, Vec<String>) {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::new();
    let mut modules = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at..].iter().take(MARK.len()).eq(MARK.iter()) {
            let end = end_of_item(tokens, at + MARK.len());
            let item = &tokens[at..end];
            let name = item.iter().position(|token| token == "mod").and_then(|n| item.get(n + 1));
            modules.extend(name.cloned());
            at = end;
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    (kept, modules)
}

/// Behind the `;` or the closing brace that ends the item which begins at `from`.
fn end_of_item(tokens: &[String], from: usize) -> usize {
    let is_import = tokens[from..].iter().take(5).any(|token| token == "use");
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        match token.as_str() {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => depth -= 1,
            _ => {}
        }
        if depth == 0 && (token == ";" || (token == "}" && !is_import)) {
            return at + 1;
        }
    }
    tokens.len()
}

fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Words, `::` and single marks; comments, texts, characters and lifetimes are left out.
fn tokens(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some(length) = raw_text(rest) {
            length
        } else if first == '"' {
            quoted(rest, '"')
        } else if first == '\'' {
            character_or_lifetime(rest)
        } else if first.is_alphanumeric() || first == '_' {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        let (token, after) = rest.split_at(length);
        let is_code = !["//", "/*", "\"", "'", "r\"", "r#", "br\"", "br#"]
            .iter()
            .any(|start| token.starts_with(start));
        if is_code && !first.is_whitespace() {
            found.push(token.to_owned());
        }
        rest = after;
    }
    found
}

/// Length of `/* ... */`, which may hold others.
fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    for (at, _) in text.char_indices() {
        let (_, rest) = text.split_at(at);
        if rest.starts_with("/*") {
            depth += 1;
        } else if rest.starts_with("*/") {
            depth -= 1;
        }
        if depth == 0 {
            return at + 2;
        }
    }
    text.len()
}

/// Length of `r"..."`, `r#"..."#` and their like with a `b`, if one begins here.
fn raw_text(text: &str) -> Option<usize> {
    let behind = text.strip_prefix('b').unwrap_or(text).strip_prefix('r')?;
    let quote = behind.trim_start_matches('#');
    let hashes = behind.len() - quote.len();
    let inside = quote.strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let start = text.len() - inside.len();
    Some(inside.find(&end).map_or(text.len(), |at| start + at + end.len()))
}

/// Length of a text or character between `quote`s.
fn quoted(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == quote && !is_escaped {
            return at + c.len_utf8();
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    text.len()
}

fn character_or_lifetime(text: &str) -> usize {
    let mut chars = text.chars().skip(1);
    let first = chars.next();
    let second = chars.next();
    if first == Some('\\') || second == Some('\'') { quoted(text, '\'') } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn circles(sources: &[(&str, &str)]) -> Vec<Vec<String>> {
        UseGraph::of(sources.iter().copied()).circles()
    }

    #[test]
    fn two_files_that_import_each_other_are_a_circle() {
        let sources = [
            ("lib.rs", "pub mod goods;\npub mod money;"),
            ("goods.rs", "use crate::money::{Fen, Rate};\npub struct Goods(Fen);"),
            ("money.rs", "use super::goods::Goods;\npub struct Fen;"),
        ];
        assert_eq!(circles(&sources), [["goods.rs", "money.rs"]]);
    }

    #[test]
    fn a_circle_may_lead_over_a_path_in_code_and_over_a_name_passed_on() {
        let sources = [
            ("room/mod.rs", "mod a;\nmod b;\nmod c;\npub use b::{Deep, inner::Other as Renamed};"),
            ("room/a.rs", "fn f() -> u8 { crate::room::Deep::new() }"),
            (
                "room/b.rs",
                "use self::inner::Other;\nuse super::c;\npub mod inner { pub struct Other; }",
            ),
            ("room/c.rs", "use crate::room::{a as first, Unknown};"),
        ];
        assert_eq!(circles(&sources), [["room/a.rs", "room/b.rs", "room/c.rs"]]);
    }

    #[test]
    fn the_name_of_an_imported_module_leads_to_what_stands_behind_it() {
        let sources = [
            ("room/mod.rs", "pub mod a;\nmod b;\npub use b::Deep;"),
            ("room/a.rs", "use crate::room;\nfn f() { room::Deep::new() }"),
            ("room/b.rs", "use super::a;"),
        ];
        assert_eq!(circles(&sources), [["room/a.rs", "room/b.rs"]]);
    }

    #[test]
    fn a_module_that_uses_what_it_passes_on_is_in_the_circle() {
        let passes_on = ("room/mod.rs", "mod b;\npub use b::{Deep, b};\npub struct Line;");
        let uses = ("room/mod.rs", "mod b;\npub use b::Deep;\npub struct Line(Deep);");
        let below = ("room/b.rs", "use super::Line;\npub struct Deep;");
        assert_eq!(circles(&[passes_on, below]), Vec::<Vec<String>>::new());
        assert_eq!(circles(&[uses, below]), [["room/b.rs", "room/mod.rs"]]);
    }

    #[test]
    fn tests_comments_and_texts_are_no_code() {
        let sources = [
            (
                "a.rs",
                "#[cfg(test)]\nuse crate::b::{X};\n// use crate::b;\n/* crate::b::X /* */ */\n\
                 const T: &str = \"crate::b::X\";\nconst R: &str = r#\"\"crate::b::X\"#;\n\
                 fn f<'a>(c: char) -> bool { c == '\"' }\n\
                 #[cfg(test)]\nmod sample;\n#[cfg(test)]\nmod tests { use crate::b::X; }",
            ),
            ("a/sample.rs", "use crate::b::X;"),
            ("a/tests.rs", "use crate::b::X;"),
            ("b.rs", "use crate::a::f;\nuse crate::a::sample;"),
        ];
        assert_eq!(circles(&sources), Vec::<Vec<String>>::new());
    }
}
