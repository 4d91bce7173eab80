//! Files that were written: papers, templates, the site, pay lists.
use super::roll::CellFault;
use crate::domain::values::money::Fen;
use schemars::JsonSchema;
use serde::Serialize;

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FileView {
    /// Where it is.
    pub file: String,
    /// Its size.
    pub bytes: usize,
    /// Its SHA-256.
    pub sha256: String,
}

/// A file and its size.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FileSize {
    /// Where it is.
    pub file: String,
    /// Its size.
    pub bytes: usize,
}

/// Several files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FilesView {
    /// The files.
    pub files: Vec<FileSize>,
}

/// The files of a pay list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExportedFiles {
    /// The number of the list.
    pub list: String,
    /// Where the files are.
    pub folder: String,
    /// The files.
    pub files: Vec<FileView>,
}

/// A pay list that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PayListView {
    /// Its number.
    pub list: String,
    /// The batches on it.
    pub batches: Vec<String>,
    /// Lines of all.
    pub lines: u32,
    /// The sum of all, in fen.
    pub fen: Fen,
}

/// The code of a disclosure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CodeView {
    /// The page behind the QR code.
    pub url: String,
    /// The code.
    pub code: String,
    /// The check code that stands on the paper.
    pub check_code: String,
}

/// A collection template. With errors no file is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TemplateView {
    /// Where it is.
    pub file: String,
    /// Its rows.
    pub rows: u32,
    /// The version of the template.
    pub version: String,
    /// Its size; absent if it was not written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes: Option<usize>,
    /// Its SHA-256; absent if it was not written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// Cells that the platform would refuse.
    pub errors: Vec<CellFault>,
}

/// The site that was built.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SiteView {
    /// Where it is.
    pub folder: String,
    /// Its files.
    pub files: usize,
    /// Files that were there already.
    pub unchanged: usize,
    /// Files that are gone.
    pub removed: usize,
}
