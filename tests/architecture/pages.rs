//! The pages of `src/docs` and the README against the files that they name.
use super::{act_files, none, outside_tests};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the repository begins.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The README and the pages of `src/docs`.
fn pages() -> Vec<(PathBuf, String)> {
    let docs = fs::read_dir(root().join("src/docs")).unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<PathBuf> =
        docs.filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect();
    assert!(pages.len() > 4, "the pages were not found");
    pages.push(root().join("README.md"));
    pages.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// What stands between backticks on a line.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// The files that begin the items of the list behind a heading, up to the next heading.
fn listed(page: &str, heading: &str) -> BTreeSet<String> {
    let behind = page.lines().skip_while(|line| *line != heading).skip(1);
    let items =
        behind.take_while(|line| !line.starts_with('#')).filter(|line| line.starts_with("- "));
    items.filter_map(|line| quoted(line).next()).map(str::to_owned).collect()
}

#[test]
fn the_files_of_an_act_are_those_that_contributing_lists() {
    let acts = act_files::acts(&outside_tests());
    let answer = acts.iter().find(|act| act.names.iter().any(|name| name == "AnswerCase"));
    let files = &answer.unwrap().files;
    let counted: BTreeSet<String> = files.iter().map(|file| format!("src/{file}")).collect();
    let page = fs::read_to_string(root().join("src/docs/contributing.md")).unwrap();
    assert_eq!(listed(&page, "### The files that know it"), counted);
}

#[test]
fn pages_name_files_that_are_there() {
    let begins = ["src/", "tests/", "data/", "scripts/"];
    let mut offences = Vec::new();
    for (path, text) in pages() {
        let names = text.lines().flat_map(quoted).filter_map(|text| text.split(' ').next());
        for name in names.filter(|name| begins.iter().any(|begin| name.starts_with(begin))) {
            if !root().join(name).exists() {
                offences.push(format!("{}: {name} is not there", path.display()));
            }
        }
    }
    none(&offences);
}
