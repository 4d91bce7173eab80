//! What a file is, by its content, for names and endings are often wrong.
use super::fault::FileFault;

/// What can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileKind {
    Workbook,
    OldWorkbook,
    Csv,
}

/// `EncryptedPackage` as a compound file spells it.
const ENCRYPTED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

impl FileKind {
    /// Is it what the file's name says? Names without an ending that is known say nothing.
    pub(super) fn fits(self, file_name: &str) -> bool {
        let ending = file_name
            .rsplit_once('.')
            .map(|(_, ending)| ending.to_ascii_lowercase())
            .unwrap_or_default();
        match ending.as_str() {
            "xlsx" | "xlsm" => self == Self::Workbook,
            "xls" => self == Self::OldWorkbook,
            "csv" | "tsv" | "txt" => self == Self::Csv,
            _ => true,
        }
    }
}

/// By the first bytes.
///
/// # Errors
/// A sentence for each kind that offices send and that cannot be read.
pub(super) fn of(start: &[u8]) -> Result<FileKind, FileFault> {
    let marks: [&[u8]; 3] = [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"];
    let text = marks.iter().find_map(|mark| start.strip_prefix(*mark)).unwrap_or(start);
    let is_utf16 = start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff");
    // A byte order mark alone is an empty file, too.
    if text.iter().all(u8::is_ascii_whitespace) {
        Err(FileFault::Empty)
    } else if start.starts_with(b"PK\x03\x04") {
        Ok(FileKind::Workbook)
    } else if start.starts_with(b"\xd0\xcf\x11\xe0") {
        let protected = start.windows(ENCRYPTED.len()).any(|window| window == ENCRYPTED);
        if protected { Err(FileFault::Protected) } else { Ok(FileKind::OldWorkbook) }
    } else if start.starts_with(b"%PDF") {
        Err(FileFault::Pdf)
    } else if text.trim_ascii_start().starts_with(b"<") || start.starts_with(b"MIME-Version:") {
        // Web systems send pages and mail archives under the name `.xls`.
        Err(FileFault::WebPage)
    } else if start.contains(&0) && !is_utf16 {
        Err(FileFault::Unknown)
    } else {
        Ok(FileKind::Csv)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_that_offices_send_has_its_sentence() {
        assert_eq!(of(b" \r\n"), Err(FileFault::Empty));
        assert_eq!(of(b"%PDF-1.7"), Err(FileFault::Pdf));
        for page in
            ["\r\n<html><table>", "<?xml version=\"1.0\"?>", "\u{feff}<TABLE>", "MIME-Version: 1.0"]
        {
            assert_eq!(of(page.as_bytes()), Err(FileFault::WebPage), "{page}");
        }
        assert_eq!(of(b"\xff\xfe<\0h\0"), Err(FileFault::WebPage));
        assert_eq!(of(b"\xd0\xcf\x11\xe0\xa1\xb1"), Ok(FileKind::OldWorkbook));
        assert_eq!(of(&[b"\xd0\xcf\x11\xe0", ENCRYPTED].concat()), Err(FileFault::Protected));
        assert_eq!(of(b"\xff\xfeA\0"), Ok(FileKind::Csv));
        assert_eq!(of(b"\xfe\xff"), Err(FileFault::Empty));
        assert_eq!(of(b"\x7fELF\0\0"), Err(FileFault::Unknown));
        assert_eq!(of("姓名,金额".as_bytes()), Ok(FileKind::Csv));
    }
}
