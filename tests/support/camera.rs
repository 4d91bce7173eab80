//! A phone in front of a paper: poppler draws the sheets, zbar reads the codes.
use super::pdf::run_in;

/// What a phone reads of the codes on its pages.
pub fn codes(bytes: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("paper.pdf"), bytes).unwrap();
    run_in(folder.path(), "pdftoppm", &["-r", "150", "-gray", "paper.pdf", "sheet"]);
    let mut sheets: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    sheets.retain(|name| name.starts_with("sheet"));
    sheets.sort();
    let read = |sheet: &String| {
        run_in(folder.path(), "zbarimg", &["--quiet", "--raw", sheet]).trim().to_owned()
    };
    sheets.iter().map(read).collect()
}
