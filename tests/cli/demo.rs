//! `demo` on a fresh machine, again, and once more: the artefacts are there each time, and the
//! practice users can log in.
use crate::support::command_line::fits;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn cunbang(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cunbang"));
    command
        .args(arguments)
        .current_dir(folder)
        .env_remove("CUNBANG_DATA")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

#[test]
fn the_demo_leaves_its_artefacts_however_often_it_is_run() {
    let folder = tempfile::tempdir().unwrap();
    for _ in 0..3 {
        let output = cunbang(folder.path(), &["demo", "--no-tui", "--json"]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let told: Value = serde_json::from_slice(&output.stdout).unwrap();
        fits("demo --no-tui", &told, "schema");
        assert!(
            fs::read(folder.path().join(told["poster"].as_str().unwrap()))
                .unwrap()
                .starts_with(b"%PDF")
        );
        let site = folder.path().join(told["site"].as_str().unwrap());
        assert!(site.join("index.html").is_file());
        assert_eq!(
            fs::read_dir(site.join("D"))
                .unwrap()
                .filter(|entry| entry.as_ref().unwrap().path().is_dir())
                .count(),
            3
        );
        assert_eq!(fs::read_dir(folder.path().join("demo/finance")).unwrap().count(), 4);
        assert_eq!(told["users"].as_array().unwrap().len(), 4);
    }
}

#[test]
fn the_demo_shows_every_stage_of_a_batch() {
    let folder = tempfile::tempdir().unwrap();
    let demo = cunbang(folder.path(), &["demo", "--no-tui"]);
    let body = String::from_utf8(demo.stdout).unwrap();
    assert!(body.contains("demo/poster.pdf") && body.contains("lianxi tianbao li"), "{body}");
    fs::write(folder.path().join("password"), "lianxi tianbao li").unwrap();
    let list = [
        "batch",
        "list",
        "--data",
        "demo/data",
        "--as",
        "李秀英",
        "--password-file",
        "password",
        "--json",
    ];
    let listed: Value = serde_json::from_slice(&cunbang(folder.path(), &list).stdout).unwrap();
    fits("batch list", &listed, "schema");
    let batches = listed["batches"].as_array().unwrap();
    for stage in ["submitted", "approved", "handed"] {
        assert!(batches.iter().any(|batch| batch["stage"] == stage), "{stage}");
    }
    let asked = [
        "objection",
        "list",
        "--data",
        "demo/data",
        "--as",
        "李秀英",
        "--password-file",
        "password",
        "--json",
    ];
    let register: Value = serde_json::from_slice(&cunbang(folder.path(), &asked).stdout).unwrap();
    fits("objection list", &register, "schema");
    let open = register["cases"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|case| case["answered_on"].is_null())
        .count();
    assert_eq!((register["cases"].as_array().unwrap().len(), open), (2, 1));
    let different = |key: &str| {
        batches
            .iter()
            .map(|batch| batch[key].as_str().unwrap())
            .collect::<std::collections::BTreeSet<_>>()
            .len()
    };
    assert!(different("village") >= 3 && different("programme") >= 4);
}

#[test]
fn the_demo_touches_nothing_else_in_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("demo")).unwrap();
    fs::write(folder.path().join("demo/letter.txt"), "mine").unwrap();
    assert_eq!(cunbang(folder.path(), &["demo", "--no-tui"]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(folder.path().join("demo/letter.txt")).unwrap(), "mine");
}
