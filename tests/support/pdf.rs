//! A finished PDF in the hands of poppler and qpdf. A program that is missing fails the test.
use std::path::Path;
use std::process::Command;

/// Runs a program on `paper.pdf`, which holds `bytes`; its output.
pub fn run(program: &str, arguments: &[&str], bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("paper.pdf"), bytes).unwrap();
    run_in(folder.path(), program, arguments)
}

/// Runs a program in a folder.
pub fn run_in(folder: &Path, program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).current_dir(folder).output();
    let output = output.unwrap_or_else(|error| {
        std::panic::panic_any(format!("{program} is needed; scripts/test installs it: {error}"))
    });
    let body = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{program} refused the file: {body}");
    String::from_utf8(output.stdout).unwrap()
}

/// The words of each page as poppler reads them, without any space.
pub fn pages(bytes: &[u8]) -> Vec<String> {
    let text = run("pdftotext", &["-layout", "paper.pdf", "-"], bytes);
    text.trim_end_matches('\u{c}')
        .split('\u{c}')
        .map(|page| page.split_whitespace().collect())
        .collect()
}

/// The words of the whole file.
pub fn words(bytes: &[u8]) -> String {
    pages(bytes).concat()
}

/// Sound in structure, tagged, its fonts embedded as subsets that can be read back.
pub fn is_sound(bytes: &[u8]) {
    run("qpdf", &["--check", "paper.pdf"], bytes);
    let fonts = run("pdffonts", &["paper.pdf"], bytes);
    assert_eq!(fonts.lines().skip(2).count(), 2, "body and title face: {fonts}");
    for font in fonts.lines().skip(2) {
        let marks: Vec<&str> = font.split_whitespace().rev().take(5).collect();
        assert_eq!(
            marks[2..],
            ["yes", "yes", "yes"],
            "not embedded, subset and with Unicode: {font}"
        );
    }
    assert!(
        run("pdfinfo", &["paper.pdf"], bytes)
            .lines()
            .any(|line| line.split_whitespace().eq(["Tagged:", "yes"]))
    );
}
