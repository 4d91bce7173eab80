//! The real binary, as a script sees it: help, sentences for wrong usage, exit statuses.
use std::process::{Command, Output};

fn cunbang(arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_cunbang"));
    command
        .args(arguments)
        .current_dir(folder.path())
        .env_remove("CUNBANG_DATA")
        .stdin(std::process::Stdio::null());
    command.output().unwrap()
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn body(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn the_help_is_chinese_and_english_on_wish() {
    let chinese = cunbang(&["--help"]);
    assert_eq!(status(&chinese), 0);
    assert!(body(&chinese.stdout).contains("导入花名册"));
    let english = cunbang(&["--help", "--lang", "en"]);
    assert!(body(&english.stdout).contains("imports rolls"));
    assert!(chinese.stderr.is_empty() && english.stderr.is_empty());
}

#[test]
fn a_wrong_word_is_answered_with_what_to_do() {
    let output = cunbang(&["batch", "lst"]);
    assert_eq!(status(&output), 2);
    assert!(output.stdout.is_empty());
    let sentence = body(&output.stderr);
    assert!(sentence.contains("list, show, ") && sentence.lines().count() == 1, "{sentence}");
}

#[test]
fn a_script_gets_its_document_even_for_wrong_usage() {
    let output = cunbang(&["poster", "B-7K3QX2MD-42", "--json", "--lang", "en"]);
    assert_eq!(status(&output), 2);
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["ok"], false);
    assert_eq!(document["code"], "usage-missing-option");
    assert!(document["said"].as_str().unwrap().contains("--out FILE"));
}

#[test]
fn a_number_typed_in_the_wrong_place_is_not_repeated() {
    for arguments in [["140923196702300018", "--lang=zh"], ["--140923196702300018", "--lang=zh"]] {
        let output = cunbang(&arguments);
        assert_eq!(status(&output), 2);
        assert!(!body(&output.stderr).contains("140923"), "{}", body(&output.stderr));
    }
}

#[test]
fn the_version_is_one_line() {
    assert_eq!(
        body(&cunbang(&["--version"]).stdout),
        format!("cunbang {}\n", env!("CARGO_PKG_VERSION"))
    );
}
