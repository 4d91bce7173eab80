//! The real binary's command line as shells and the manual see it: completion scripts, manual
//! pages; and that wrong lines never repeat a value that was typed.
use crate::support::command_line::fits;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn cunbang(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cunbang"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("CUNBANG_DATA")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn out(arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let output = cunbang(folder.path(), arguments);
    assert!(output.status.success() && output.stderr.is_empty(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// What `program` says about a file: status, stdout, stderr.
fn judged(program: &str, arguments: &[&str], file: &Path) -> (bool, String, String) {
    let output = Command::new(program)
        .args(arguments)
        .arg(file)
        .env("LC_ALL", "C.UTF-8")
        .env("MANWIDTH", "80")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

/// The commands and their options, as the help lists them: `(["batch", "list"], ["stage", ...])`.
fn listed() -> Vec<(Vec<String>, Vec<String>)> {
    let help = out(&["--help"]);
    let usages = help
        .lines()
        .filter_map(|line| line.strip_prefix("  "))
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    let is_word = |word: &&str| {
        !word.starts_with('-') && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
    };
    let mut commands = Vec::new();
    for usage in usages {
        let words: Vec<String> =
            usage.split_whitespace().take_while(is_word).map(str::to_owned).collect();
        let options = usage.split_whitespace().filter_map(|word| {
            let name = word.trim_start_matches('[').strip_prefix("--")?;
            Some(name.trim_end_matches(']').to_owned())
        });
        commands.push((words, options.collect()));
    }
    assert!(commands.len() > 70, "the help was not understood: {}", commands.len());
    commands
}

fn has(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

#[test]
fn bash_completes_every_command_and_option() {
    let script = out(&["completions", "bash"]);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("cunbang.bash");
    fs::write(&file, &script).unwrap();
    let (sound, _, trouble) = judged("bash", &["-n"], &file);
    assert!(sound && trouble.is_empty(), "{trouble}");
    let commands = listed();
    let mut questions = Vec::new();
    for (words, _) in &commands {
        questions.extend((0..words.len()).map(|depth| format!("{} ''", words[..depth].join(" "))));
        questions.push(format!("{} --", words.join(" ")));
    }
    questions.extend(["board add --kind ''", "completions ''"].map(str::to_owned));
    let asked = questions.iter().map(|question| format!("asked {question}\n"));
    let asked = script
        + "\nasked() { COMP_WORDS=(cunbang \"$@\"); COMP_CWORD=$#; COMPREPLY=(); \
             _cunbang cunbang \"${@: -1}\" \"${COMP_WORDS[COMP_CWORD-1]}\"; \
             echo \" ${COMPREPLY[*]} \"; }\n"
        + &asked.collect::<String>();
    fs::write(&file, asked).unwrap();
    let (done, answers, trouble) = judged("bash", &[], &file);
    assert!(done && trouble.is_empty(), "{trouble}");
    assert_eq!(answers.lines().count(), questions.len());
    let mut answers = answers.lines();
    let mut offers = |word: &str| {
        let answer = answers.next().unwrap();
        assert!(answer.contains(&format!(" {word} ")), "{word} is not in {answer}");
        answer.to_owned()
    };
    for (words, options) in &commands {
        for word in words {
            offers(word);
        }
        let answer = offers("--json");
        for option in options {
            assert!(answer.contains(&format!(" --{option} ")), "{words:?}: {option}: {answer}");
        }
    }
    assert!(offers("fixed").contains(" screen query-point web "));
    assert!(offers("bash").contains(" zsh fish powershell "));
}

#[test]
fn every_shell_has_its_script_in_both_languages() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = out(&["completions", shell]);
        assert!(script.contains("withdraw-disclosure"), "{shell}");
    }
    assert!(out(&["completions", "fish"]).contains("导入花名册"));
    assert!(out(&["completions", "fish", "--lang", "en"]).contains("imports rolls"));
    let document: serde_json::Value =
        serde_json::from_str(&out(&["completions", "zsh", "--json"])).unwrap();
    fits("completions zsh", &document, "schema");
    assert!(document["script"].as_str().unwrap().starts_with("#compdef cunbang"));
    let folder = tempfile::tempdir().unwrap();
    let unknown = cunbang(folder.path(), &["completions", "140923196702300018", "--lang", "en"]);
    assert_eq!(unknown.status.code(), Some(2));
    let sentence = String::from_utf8(unknown.stderr).unwrap();
    assert!(sentence.contains("bash, zsh, fish, powershell") && !sentence.contains("140923"));
}

#[test]
fn the_manual_has_a_page_for_every_command_that_man_reads_without_warnings() {
    let folder = tempfile::tempdir().unwrap();
    let commands = listed();
    for (lang, place, heading) in [("zh", "zh", ".SH 选项"), ("en", "en", ".SH OPTIONS")] {
        let output = cunbang(folder.path(), &["man", "--out", place, "--lang", lang]);
        assert!(output.status.success(), "{output:?}");
        let again = cunbang(folder.path(), &["man", "--out", place, "--lang", lang, "--json"]);
        let document: serde_json::Value = serde_json::from_slice(&again.stdout).unwrap();
        fits("man --out man", &document, "schema");
        let files = document["files"].as_array().unwrap();
        assert_eq!(files.len(), fs::read_dir(folder.path().join(place)).unwrap().count());
        for (words, options) in &commands {
            let name = format!("cunbang-{}", words.join("-"));
            let page = fs::read_to_string(folder.path().join(place).join(format!("{name}.1")))
                .unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(page.contains(&format!(".TH {name} 1 ")), "{name}");
            assert!(options.is_empty() || page.contains(heading), "{name}");
            for option in options.iter().map(String::as_str).chain(["data", "lang", "help"]) {
                let written = format!("\\fB\\-\\-{}\\fR", option.replace('-', "\\-"));
                assert!(page.contains(&written), "{name}: {option}\n{page}");
            }
        }
        if has("man") && has("groff") {
            for file in files {
                let path = folder.path().join(file["file"].as_str().unwrap());
                let arguments = ["--warnings", "-E", "UTF-8", "-Tutf8", "-l"];
                let (read, shown, warnings) = judged("man", &arguments, &path);
                assert!(read && warnings.is_empty(), "{}: {warnings}", path.display());
                assert!(shown.contains(env!("CARGO_PKG_VERSION")), "{}", path.display());
            }
        }
    }
}

#[test]
fn what_was_typed_is_not_repeated_wherever_it_stands() {
    let folder = tempfile::tempdir().unwrap();
    let id = "140923196702300018";
    let option = format!("--{id}=1");
    let switch = format!("--json={id}");
    let short = format!("-x{id}");
    for (arguments, code) in [
        (vec!["batch", id], "usage-unknown-part"),
        (vec!["batch", "show", "D-1", id], "usage-too-many-words"),
        (vec!["batch", "show", "D-1", "--", id], "usage-too-many-words"),
        (vec!["batch", "list", "--stage", id], "usage-form"),
        (vec!["batch", "list", &option], "usage-unknown-option"),
        (vec!["batch", "list", &short], "usage-unknown-option"),
        (vec!["batch", "list", &switch], "usage-needless-value"),
        (vec!["batch", "list", "--stage", id, "--stage", id], "usage-twice"),
        (vec!["--as", id, "batch", "--as", id, "list"], "usage-twice"),
        (vec!["poster", id], "usage-missing-option"),
        (vec!["poster", "--out", id], "usage-missing-word"),
        (vec!["poster", id, "--out"], "usage-no-value"),
        (vec![&option, "batch", "list"], "usage-option-first"),
        (vec!["--", id], "usage-unknown-command"),
        (vec!["--now", id, "store", "check"], "usage-form"),
    ] {
        let line: Vec<&str> = [&["--json", "--lang=en"], arguments.as_slice()].concat();
        let line = if arguments.contains(&switch.as_str()) { line[1..].to_vec() } else { line };
        let output = cunbang(folder.path(), &line);
        assert_eq!(output.status.code(), Some(2), "{line:?}");
        let said = String::from_utf8(output.stdout).unwrap();
        let trouble = String::from_utf8(output.stderr).unwrap();
        assert!(!said.contains(id) && !trouble.contains(id), "{line:?}: {said} {trouble}");
        assert_eq!(trouble.lines().count(), 1, "{line:?}: {trouble}");
        if line[0] == "--json" {
            let document: serde_json::Value = serde_json::from_str(&said).unwrap();
            assert_eq!(document["code"], code, "{line:?}");
        }
    }
}
