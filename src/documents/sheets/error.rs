//! Why a table could not be written: where, and what to do. Never the content of a cell.
use crate::domain::text::sentence::{Sentence, Spoken};
use rust_xlsxwriter::XlsxError;

/// Why a workbook or csv was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// More than 1,048,575 rows.
    #[error("sheet {sheet} has more rows than a workbook can hold")]
    TooManyRows {
        /// The sheet's name.
        sheet: String,
    },
    /// More than 32,767 characters.
    #[error("sheet {sheet}, row {row}, column {column}: the text is too long")]
    TooLong {
        /// The sheet's name.
        sheet: String,
        /// As Excel counts.
        row: u32,
        /// 1-based.
        column: u16,
    },
    /// Blank, too long, used twice, or with a character that sheet names cannot have.
    #[error("{sheet} cannot be the name of a sheet")]
    Name {
        /// The name.
        sheet: String,
    },
    /// A machine's csv: the field would be run as a formula.
    #[error("row {row}, column {column}: the field begins like a formula")]
    Formula {
        /// Record of the file, the header is 1.
        row: u64,
        /// 1-based.
        column: usize,
    },
    /// A machine's csv: a line break, tabulator or other control character inside a field.
    #[error("row {row}, column {column}: the field holds a control character")]
    Control {
        /// Record of the file, the header is 1.
        row: u64,
        /// 1-based.
        column: usize,
    },
    /// A machine's csv: GB18030 has no bytes for a character.
    #[error("row {row}: a character cannot be written in GB18030")]
    Unmappable {
        /// Record of the file, the header is 1.
        row: u64,
    },
    /// What the disk or the receiving writer said.
    #[error("cannot write: {0}")]
    Disk(String),
    /// The spreadsheet library gave up (a full disk for its work file, a clock before 1970).
    #[error("the workbook could not be finished: {0}")]
    Unfinished(String),
}

impl SheetError {
    /// What the library said about `sheet`, at 0-based `row` and `column`.
    pub(super) fn from_library(error: &XlsxError, sheet: &str, row: u32, column: u16) -> Self {
        let sheet = sheet.to_owned();
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "the library's other errors are about things we never write"
        )]
        match error {
            XlsxError::RowColumnLimitError => Self::TooManyRows { sheet },
            XlsxError::MaxStringLengthExceeded => Self::TooLong {
                sheet,
                row: row.saturating_add(1),
                column: column.saturating_add(1),
            },
            XlsxError::SheetnameCannotBeBlank(_)
            | XlsxError::SheetnameLengthExceeded(_)
            | XlsxError::SheetnameReused(_)
            | XlsxError::SheetnameContainsInvalidCharacter(_)
            | XlsxError::SheetnameStartsOrEndsWithApostrophe(_) => Self::Name { sheet },
            XlsxError::IoError(why) => Self::Disk(why.to_string()),
            other => Self::Unfinished(other.to_string()),
        }
    }
}

impl Spoken for SheetError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::TooManyRows { sheet } => {
                Sentence::plain("sheets-too-many-rows").with("sheet", sheet)
            }
            Self::TooLong { sheet, row, column } => Sentence::plain("sheets-too-long")
                .with("sheet", sheet)
                .with("row", row)
                .with("column", column),
            Self::Name { sheet } => Sentence::plain("sheets-name").with("sheet", sheet),
            Self::Formula { row, column } => {
                Sentence::plain("sheets-formula").with("row", row).with("column", column)
            }
            Self::Control { row, column } => {
                Sentence::plain("sheets-control").with("row", row).with("column", column)
            }
            Self::Unmappable { row } => Sentence::plain("sheets-unmappable").with("row", row),
            Self::Disk(why) => Sentence::plain("sheets-disk").with("why", why),
            Self::Unfinished(why) => Sentence::plain("sheets-unfinished").with("why", why),
        }
    }
}
