//! What can be wrong with a file, a row or a cell, and where; the sentences stand in
//! `data/locales/*/intake.ftl`.
//!
//! Deliberately absent: what is only doubtful (check digits, duplicates, rates); the checks find
//! that later.
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::domain::values::money::{AmountError, Fen};
use crate::domain::values::quantity::NumberError;

/// One thing that keeps a file out, with its place as Excel shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntakeError {
    /// Name of the sheet; empty for csv.
    pub sheet: String,
    /// Row, 1-based; 0 = the whole file.
    pub row: u32,
    /// The column, if it is one cell.
    pub column: Option<ColumnPlace>,
    /// What is wrong and what to do.
    pub sentence: Sentence,
}

/// A column as the clerk finds it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnPlace {
    /// `A`, `B` .. `AA`.
    pub letter: String,
    /// The words of its head, e.g. `身份证号`.
    pub words: String,
}

impl ColumnPlace {
    /// Of a 0-based column.
    #[must_use]
    pub fn of(column: usize, words: &str) -> Self {
        Self { letter: super::cells::letter(column), words: words.to_owned() }
    }
}

impl Spoken for IntakeError {
    fn sentence(&self) -> Sentence {
        self.sentence.clone()
    }
}

/// What is wrong with a whole file or sheet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum FileFault {
    #[error("empty file")]
    Empty,
    #[error("a workbook from before Excel 97, or an .et of another kind")]
    OldWorkbook,
    #[error("protected by a password")]
    Protected,
    #[error("a PDF")]
    Pdf,
    #[error("a web page or another text in angle brackets")]
    WebPage,
    #[error("a zip file that holds no workbook")]
    NotAWorkbook,
    #[error("neither xlsx nor csv")]
    Unknown,
    #[error("the workbook is damaged")]
    BrokenWorkbook,
    #[error("larger than a roll can be")]
    TooBig,
    #[error("neither UTF-8 nor GB18030")]
    Encoding,
    #[error("the file cannot be read")]
    Unreadable,
    #[error("separated by something else than commas, tabs and semicolons")]
    Separator,
    #[error("a quotation mark is not closed")]
    OpenQuote,
    #[error("no header row")]
    NoHeader,
    #[error("no column of names")]
    NoName,
    #[error("no column of amounts")]
    NoAmount,
    #[error("two columns of the same meaning")]
    TwoColumns,
    #[error("amounts in ten thousands of yuan")]
    TenThousands,
    #[error("no lines")]
    NoLines,
    #[error("the programme is not known")]
    NeedProgramme,
    #[error("the village is not known")]
    NeedDivision,
    #[error("the period is not known")]
    NeedPeriod,
    #[error("no template of the programme and year")]
    NoTemplate,
    #[error("the head of the template is not there")]
    NoTemplateHead,
    #[error("a template is a workbook")]
    TemplateKind,
    #[error("a column is said to mean something that is no column")]
    ColumnMeaning,
    #[error("the programme asked for is not in the reference data")]
    AskedProgramme,
    #[error("the division asked for is not in the reference data")]
    AskedDivision,
    #[error("the division is no longer in force")]
    DivisionEnded(Sentence),
}

impl From<std::io::Error> for FileFault {
    fn from(_: std::io::Error) -> Self {
        Self::Unreadable
    }
}

impl Spoken for FileFault {
    fn sentence(&self) -> Sentence {
        Sentence::plain(match self {
            Self::DivisionEnded(sentence) => return sentence.clone(),
            Self::Empty => "intake-empty",
            Self::OldWorkbook => "intake-old-workbook",
            Self::Protected => "intake-protected",
            Self::Pdf => "intake-pdf",
            Self::WebPage => "intake-web-page",
            Self::NotAWorkbook => "intake-not-a-workbook",
            Self::Unknown => "intake-unknown-kind",
            Self::BrokenWorkbook => "intake-broken-workbook",
            Self::TooBig => "intake-too-big",
            Self::Encoding => "intake-encoding",
            Self::Unreadable => "intake-unreadable",
            Self::Separator => "intake-separator",
            Self::OpenQuote => "intake-open-quote",
            Self::NoHeader => "intake-no-header",
            Self::NoName => "intake-no-name-column",
            Self::NoAmount => "intake-no-amount-column",
            Self::TwoColumns => "intake-two-columns",
            Self::TenThousands => "intake-ten-thousands",
            Self::NoLines => "intake-no-lines",
            Self::NeedProgramme => "intake-need-programme",
            Self::NeedDivision => "intake-need-division",
            Self::NeedPeriod => "intake-need-period",
            Self::NoTemplate => "template-none",
            Self::NoTemplateHead => "template-no-head",
            Self::TemplateKind => "template-workbook",
            Self::ColumnMeaning => "intake-column-meaning",
            Self::AskedProgramme => "intake-asked-programme",
            Self::AskedDivision => "intake-asked-division",
        })
    }
}

/// What is wrong with a cell. A `String` is the cell as it stands, only where it is short and
/// cannot be a person's number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum CellFault {
    #[error("a line break inside the cell")]
    LineBreak,
    #[error("too long")]
    TooLong,
    #[error("a formula without a stored value")]
    Unfilled,
    #[error("an Excel error value")]
    ErrorValue,
    #[error("no name")]
    NameMissing,
    #[error("no householder below lines that have one")]
    HouseholderMissing,
    #[error("a lower part of a merged cell whose value belongs to one line")]
    MergedAway,
    #[error("a number damaged by Excel")]
    Damaged,
    #[error("no amount")]
    AmountMissing,
    #[error("not a number")]
    NotANumber(String),
    #[error("below zero")]
    Negative(String),
    #[error("too many decimals")]
    TooFine(String),
    #[error("too large")]
    TooLarge(String),
    #[error("not a date")]
    Date(String),
    #[error("a date after today")]
    Future(String),
    #[error("not a village code")]
    VillageCode(String),
    #[error("not a village of the reference data")]
    VillageUnknown,
    #[error("several villages of that name")]
    VillageAmbiguous,
    #[error("code and name are of different villages")]
    VillageDiffers,
    #[error("a village that is no longer in force")]
    VillageEnded(Sentence),
    #[error("not a programme of the reference data")]
    ProgrammeUnknown,
    #[error("not a period")]
    PeriodUnknown(String),
    #[error("a title of another village than asked for")]
    TitleVillage,
    #[error("a title of another programme than asked for")]
    TitleProgramme,
    #[error("a title of another period than asked for")]
    TitlePeriod,
    #[error("another village than asked for")]
    OtherVillage,
    #[error("another programme than asked for")]
    OtherProgramme,
    #[error("another period than asked for")]
    OtherPeriod,
    #[error("not a name")]
    Name(Sentence),
}

impl Spoken for CellFault {
    fn sentence(&self) -> Sentence {
        let (key, cell) = match self {
            Self::LineBreak => ("intake-line-break", None),
            Self::TooLong => ("intake-too-long", None),
            Self::Unfilled => ("intake-unfilled", None),
            Self::ErrorValue => ("intake-error-value", None),
            Self::NameMissing => ("intake-name-missing", None),
            Self::HouseholderMissing => ("intake-householder-missing", None),
            Self::MergedAway => ("intake-merged-away", None),
            Self::Damaged => ("intake-damaged", None),
            Self::AmountMissing => ("intake-amount-missing", None),
            Self::NotANumber(cell) => ("intake-not-a-number", Some(cell)),
            Self::Negative(cell) => ("intake-negative", Some(cell)),
            Self::TooFine(cell) => ("intake-too-fine", Some(cell)),
            Self::TooLarge(cell) => ("intake-too-large", Some(cell)),
            Self::Date(cell) => ("intake-date", Some(cell)),
            Self::Future(cell) => ("intake-future", Some(cell)),
            Self::VillageCode(cell) => ("intake-village-code", Some(cell)),
            Self::VillageUnknown => ("intake-village-unknown", None),
            Self::VillageAmbiguous => ("intake-village-ambiguous", None),
            Self::VillageDiffers => ("intake-village-differs", None),
            Self::ProgrammeUnknown => ("intake-programme-unknown", None),
            Self::PeriodUnknown(cell) => ("intake-period-unknown", Some(cell)),
            Self::TitleVillage => ("intake-title-village", None),
            Self::TitleProgramme => ("intake-title-programme", None),
            Self::TitlePeriod => ("intake-title-period", None),
            Self::OtherVillage => ("intake-other-village", None),
            Self::OtherProgramme => ("intake-other-programme", None),
            Self::OtherPeriod => ("intake-other-period", None),
            Self::Name(sentence) | Self::VillageEnded(sentence) => return sentence.clone(),
        };
        cell.map_or_else(|| Sentence::plain(key), |cell| Sentence::plain(key).with("cell", cell))
    }
}

impl CellFault {
    /// A text that is not an amount.
    pub(super) fn of_amount(error: AmountError, cell: &str) -> Self {
        match error {
            AmountError::NotANumber => Self::NotANumber(shown(cell)),
            AmountError::Negative => Self::Negative(shown(cell)),
            AmountError::TooFine => Self::TooFine(shown(cell)),
            AmountError::TooLarge => Self::TooLarge(shown(cell)),
        }
    }

    /// A text that is not a quantity, rate or number of months.
    pub(super) fn of_number(error: NumberError, cell: &str) -> Self {
        match error {
            NumberError::NotANumber => Self::NotANumber(shown(cell)),
            NumberError::Negative => Self::Negative(shown(cell)),
            NumberError::TooFine => Self::TooFine(shown(cell)),
            NumberError::TooLarge => Self::TooLarge(shown(cell)),
        }
    }
}

/// A cell as a message may show it: short, and with fewer digits than a phone number has; else
/// nothing.
pub(super) fn shown(cell: &str) -> String {
    let digits = cell.chars().filter(|c| c.is_numeric()).count();
    let plain =
        cell.chars().all(|c| c.is_numeric() || "+-.,/ ￥¥元整年月日第季度上下半HQ:".contains(c));
    if plain && digits < 11 && cell.chars().count() <= 16 {
        cell.trim().to_owned()
    } else {
        "…".to_owned()
    }
}

/// A row with more or fewer fields than the header.
pub(super) fn field_count(found: usize, expected: usize) -> Sentence {
    Sentence::plain("intake-field-count").with("found", found).with("expected", expected)
}

/// The file's own total and the sum of its lines.
pub(super) fn total_differs(file: Fen, lines: Fen) -> Sentence {
    Sentence::plain("intake-total-differs")
        .with("file", file.grouped())
        .with("lines", lines.grouped())
}

/// The file's own count and the number of its lines.
pub(super) fn count_differs(file: u64, lines: u64) -> Sentence {
    Sentence::plain("intake-count-differs").with("file", file).with("lines", lines)
}
