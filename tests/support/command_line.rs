//! A store in a folder, run by the real binary with `--json`: one password file and one ID file a
//! person.
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

pub const ADMINISTRATOR: (&str, &str) = ("赵明德", "140923197505050019");
pub const CLERK: (&str, &str) = ("李秀英", "140923198808080025");
pub const REVIEWER: (&str, &str) = ("王建国", "140923197909090033");
pub const TREASURER: (&str, &str) = ("周文", "140923198503150045");

/// A folder with a store, and a file for each secret.
pub struct Office {
    pub folder: tempfile::TempDir,
}

/// What one run said.
pub struct Said {
    pub status: i32,
    pub document: Value,
    pub trouble: String,
}

impl Office {
    pub fn new() -> Self {
        let office = Self { folder: tempfile::tempdir().unwrap() };
        for (name, id) in [ADMINISTRATOR, CLERK, REVIEWER, TREASURER] {
            office.write(&format!("{name}.password"), &format!("槐树下的{name}爱喝小米粥\n"));
            office.write(&format!("{name}.id"), id);
        }
        office
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// One run on `day` by `user`, with `--json`; every document is held against the help.
    pub fn run(&self, user: &str, day: &str, line: &str) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cunbang"));
        command.current_dir(self.folder.path()).env_remove("CUNBANG_DATA").stdin(Stdio::null());
        command.args(line.split(' ')).args(["--json", "--lang", "en", "--now", day, "--as", user]);
        if !line.contains("--password-file") {
            command.arg("--password-file").arg(self.path(&format!("{user}.password")));
        }
        let output = command.output().unwrap();
        let document: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
        assert!(document.is_object(), "{line}: {output:?}");
        let trouble = String::from_utf8(output.stderr).unwrap();
        let body = Said { status: output.status.code().unwrap(), document, trouble };
        let refused = body.document.get("code").is_some() && body.document.get("said").is_some();
        if !refused {
            described(line, &body.document);
        }
        fits(line, &body.document, if refused { "trouble" } else { "schema" });
        body
    }

    /// What people read: one run on `day` by `user`, in Chinese and without `--json`.
    pub fn read(&self, user: &str, day: &str, line: &str) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cunbang"));
        command.current_dir(self.folder.path()).env_remove("CUNBANG_DATA").stdin(Stdio::null());
        command.args(line.split(' ')).args(["--lang", "zh", "--now", day, "--as", user]);
        let output = command
            .arg("--password-file")
            .arg(self.path(&format!("{user}.password")))
            .output()
            .unwrap();
        assert!(output.status.success(), "{line}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    pub fn done(&self, user: &str, day: &str, line: &str) -> Value {
        let body = self.run(user, day, line);
        assert_eq!(body.status, 0, "{line}: {}", body.document);
        assert_eq!(body.document["ok"], true);
        body.document
    }

    pub fn refused(&self, user: &str, day: &str, line: &str, code: &str) {
        let body = self.run(user, day, line);
        assert_eq!(
            (body.status, &body.document["code"]),
            (1, &Value::from(code)),
            "{line}: {}",
            body.document
        );
    }

    pub fn founded() -> Self {
        let office = Self::new();
        let day = "2026-06-01";
        office.done(
            "赵明德",
            day,
            "init --office 140923104 --name 枣林镇人民政府 --host x.example --practice --id-number-file 赵明德.id --recovery-file recovery.txt",
        );
        let reference = format!("{}/data/reference/daixian", env!("CARGO_MANIFEST_DIR"));
        office.done("赵明德", day, &format!("reference import {reference}"));
        for (name, role) in [("李秀英", "clerk"), ("王建国", "审核员"), ("周文", "treasurer")]
        {
            let line = format!(
                "user add --name {name} --roles {role} --id-number-file {name}.id --new-password-file {name}.password"
            );
            office.done("赵明德", day, &line);
        }
        office
    }

    /// A copy of a file of the repository, beside the store.
    pub fn copied(&self, folder: &str, file: &str) -> String {
        fs::copy(format!("{}/{folder}/{file}", env!("CARGO_MANIFEST_DIR")), self.path(file))
            .unwrap();
        self.path(file).display().to_string()
    }

    pub fn roll(&self, file: &str) -> String {
        self.copied("data/demo", file)
    }
}

/// The texts under `key` in each item of a document's `list`.
pub fn texts(document: &Value, list: &str, key: &str) -> Vec<String> {
    document[list]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item[key].as_str().unwrap().to_owned())
        .collect()
}

/// What a command says that it has written is a PDF of that size.
pub fn is_pdf(office: &Office, written: &Value) -> bool {
    let bytes = fs::read(office.path(written["file"].as_str().unwrap())).unwrap();
    bytes.starts_with(b"%PDF") && written["bytes"] == bytes.len()
}

/// The words of the command at the beginning of a line.
fn words_of(line: &str) -> Vec<&str> {
    line.split(' ')
        .take_while(|word| {
            !word.starts_with('-') && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
        })
        .take(if ["completions", "demo", "man"].iter().any(|word| line.starts_with(word)) {
            1
        } else {
            2
        })
        .collect()
}

/// A document is as the command's schema, or that of a refusal, says.
pub fn fits(line: &str, document: &Value, which: &str) {
    // refusals are alike, also of a line that is no command
    let words = if which == "trouble" { vec!["batch", "list"] } else { words_of(line) };
    let mut command = Command::new(env!("CARGO_BIN_EXE_cunbang"));
    let output = command.arg("schema").args(&words).arg("--json").output().unwrap();
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["ok"], true, "{words:?} has no schema: {told}");
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    compiler.add_resource("schema.json", told[which].clone()).unwrap();
    let schema = compiler.compile("schema.json", &mut schemas).unwrap();
    let found = schemas.validate(document, schema);
    assert!(found.is_ok(), "{line}: {}\n{document}", found.unwrap_err());
}

/// Every member of a document stands in the command's help.
fn described(line: &str, document: &Value) {
    let words = words_of(line);
    let help =
        Command::new(env!("CARGO_BIN_EXE_cunbang")).args(&words).arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let mut keys = BTreeSet::new();
    collect(document, &mut keys);
    keys.remove("ok");
    let silent: Vec<&String> =
        keys.iter().filter(|key| !help.contains(&format!("\"{key}\""))).collect();
    assert!(silent.is_empty(), "{words:?} --help does not mention {silent:?}\n{help}");
}

fn collect(value: &Value, keys: &mut BTreeSet<String>) {
    if let Value::Array(items) = value {
        for item in items {
            collect(item, keys);
        }
    }
    for (key, member) in value.as_object().into_iter().flatten() {
        keys.insert(key.clone());
        // below it stand the words of commands
        if key != "possible" {
            collect(member, keys);
        }
    }
}
