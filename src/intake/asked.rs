//! What intake is asked: a file, and what the clerk said about it.
use crate::domain::reference::Reference;
use crate::domain::reference::division::DivisionCode;
use crate::domain::roll::column_profile::{ColumnMeaning, Profile};
use crate::domain::values::date::Date;
use crate::domain::values::period::Period;
use std::io::{Read, Seek};

/// A file that can be looked at twice.
pub trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

/// What a file's own head and titles count for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HeaderPolicy {
    /// Any head; titles must not name another village, programme or period than was asked for.
    #[default]
    TitlesFit,
    /// Any head; such titles are only noted.
    DespiteTitles,
    /// The head is that of the collection template of the programme and period asked for; nothing
    /// is mended.
    Template,
}

/// What the clerk said about the file; what is `None` is read from columns, else from titles.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Programme by code, name or alias.
    pub programme: Option<&'a str>,
    /// A village; or a township, which then holds every village of the file.
    pub division: Option<DivisionCode>,
    /// The period paid for.
    pub period: Option<Period>,
    /// What the clerk says that columns mean. It is used for heads that are not known, and goes
    /// before every other source.
    pub columns: &'a [ColumnMeaning],
    /// Profiles that speak for the heads they were saved for.
    pub profiles: &'a [Profile],
    /// What the file's own head and titles count for.
    pub manner: HeaderPolicy,
    /// Today at +08:00: no day of payment is after it.
    pub today: Date,
    /// Villages and programmes.
    pub reference: &'a Reference,
    /// Hand on good lines although others are at fault: a dry run shows faults and findings at
    /// once.
    pub dry_run: bool,
}

impl<'a> Asked<'a> {
    /// Nothing said: everything is read from the file.
    #[must_use]
    pub const fn of(reference: &'a Reference, today: Date) -> Self {
        Self {
            programme: None,
            division: None,
            period: None,
            columns: &[],
            profiles: &[],
            manner: HeaderPolicy::TitlesFit,
            today,
            reference,
            dry_run: false,
        }
    }
}
