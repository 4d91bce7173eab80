//! What can be wrong with a reference set: where it stands and what to do.
use crate::domain::reference::division::DivisionCode;
use crate::domain::roll::template::TemplateError;
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::domain::values::date::Date;

/// Why a set is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReferenceError {
    /// A file that every set needs.
    #[error("{file} is missing")]
    Missing {
        /// Its name.
        file: &'static str,
    },
    /// The table is neither UTF-8 nor UTF-8 with BOM.
    #[error("{file} is not UTF-8")]
    NotUtf8 {
        /// Its name.
        file: &'static str,
    },
    /// Not the JSON that the file should hold.
    #[error("{file}:{line}:{column}: {why}")]
    Json {
        /// Its name.
        file: &'static str,
        /// 1-based.
        line: usize,
        /// 1-based.
        column: usize,
        /// What the parser expected.
        why: String,
    },
    /// The first row does not hold the expected titles.
    #[error("{file}: the first row must be {expected}")]
    Titles {
        /// Its name.
        file: &'static str,
        /// The titles, comma-separated.
        expected: String,
    },
    /// A cell that cannot be read.
    #[error("{file}:{line}: cannot read {column}")]
    Cell {
        /// Its name.
        file: &'static str,
        /// 1-based line of the file.
        line: u64,
        /// Title of the column.
        column: &'static str,
    },
    /// Two rows claim the same code on the same day.
    #[error("divisions.csv:{line}: {code} stands there twice for the same time")]
    DuplicateDivision {
        /// The second row's line.
        line: u64,
        /// The code.
        code: DivisionCode,
    },
    /// A village without its township, or a township without its county.
    #[error("divisions.csv:{line}: the division above {code} is missing")]
    UnknownParent {
        /// The row's line.
        line: u64,
        /// The child's code.
        code: DivisionCode,
    },
    /// A file names a division that `divisions.csv` lacks.
    #[error("{file}: {code} is not in divisions.csv")]
    UnknownDivision {
        /// Its name.
        file: &'static str,
        /// The code.
        code: DivisionCode,
    },
    /// A file names a programme that is known nowhere.
    #[error("{file}: {code} is not in programmes.json")]
    UnknownProgramme {
        /// Its name.
        file: &'static str,
        /// The code.
        code: String,
    },
    /// A collection template that cannot be used.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// Two rows with one key hold on the same day.
    #[error("{file}: two rows of {key} hold at the same time")]
    Overlapping {
        /// Its name.
        file: &'static str,
        /// The key.
        key: String,
    },
    /// A row whose last day lies before its first.
    #[error("{file}: {key} ends before it begins")]
    EndsBeforeItBegins {
        /// Its name.
        file: &'static str,
        /// The key.
        key: String,
    },
    /// A key, tier or office with `@` or a line break: a rule reference could not name the row.
    #[error("{file}: a key cannot hold @ or a line break")]
    Key {
        /// Its name.
        file: &'static str,
    },
    /// Two programmes share a code, name or alias.
    #[error("programmes.json: {name} names both {first} and {second}")]
    SameName {
        /// The shared word.
        name: String,
        /// Code of the first.
        first: String,
        /// Code of the second.
        second: String,
    },
    /// Two rates of one programme, region and tier hold on the same day.
    #[error("programmes.json: two rates of {programme} hold at the same time")]
    OverlappingRates {
        /// The programme's code.
        programme: String,
    },
    /// A day of another year, a worked weekday, or a day both off and worked.
    #[error("holidays.json: {date} is wrong in {year}")]
    Holiday {
        /// The year's key.
        year: i16,
        /// The day.
        date: Date,
    },
}

impl Spoken for ReferenceError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::Missing { file } => Sentence::plain("reference-missing").with("file", file),
            Self::NotUtf8 { file } => Sentence::plain("reference-not-utf8").with("file", file),
            Self::Json { file, line, column, why } => {
                let place = Sentence::plain("reference-json").with("file", file).with("line", line);
                place.with("column", column).with("why", why)
            }
            Self::Titles { file, expected } => {
                Sentence::plain("reference-titles").with("file", file).with("expected", expected)
            }
            Self::Cell { file, line, column } => Sentence::plain("reference-cell")
                .with("file", file)
                .with("line", line)
                .with("column", column),
            Self::DuplicateDivision { line, code } => {
                Sentence::plain("reference-duplicate-division")
                    .with("line", line)
                    .with("code", code)
            }
            Self::UnknownParent { line, code } => {
                let sentence = Sentence::plain("reference-unknown-parent").with("line", line);
                sentence.with("code", code).with("parent", code.parent())
            }
            Self::UnknownDivision { file, code } => {
                Sentence::plain("reference-unknown-division").with("file", file).with("code", code)
            }
            Self::Template(error) => error.sentence(),
            Self::UnknownProgramme { file, code } => {
                Sentence::plain("reference-unknown-programme").with("file", file).with("code", code)
            }
            Self::Overlapping { file, key } => {
                Sentence::plain("reference-overlapping").with("file", file).with("key", key)
            }
            Self::EndsBeforeItBegins { file, key } => {
                Sentence::plain("reference-ends-before-it-begins")
                    .with("file", file)
                    .with("key", key)
            }
            Self::Key { file } => Sentence::plain("reference-key").with("file", file),
            Self::SameName { name, first, second } => Sentence::plain("reference-same-name")
                .with("name", name)
                .with("first", first)
                .with("second", second),
            Self::OverlappingRates { programme } => {
                Sentence::plain("reference-overlapping-rates").with("programme", programme)
            }
            Self::Holiday { year, date } => {
                Sentence::plain("reference-holiday").with("year", year).with("date", date)
            }
        }
    }
}
