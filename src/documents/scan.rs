//! The gate before something becomes public: reads the finished artefact and refuses one with a
//! number of a person.
//!
//! It reads the real bytes, not what we meant to write. Not here: what such a number is (see
//! `domain::disclosure::scanner`).
use super::pdf_text::text_of;
use crate::domain::disclosure::scanner::{HitKind, scan};
use crate::domain::text::sentence::{Sentence, Spoken};

/// Where in an artefact a number was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On this page of a PDF, from 1.
    Page(usize),
    /// In a paragraph or cell of a PDF that goes on over several lines.
    Part,
    /// In title, author, headings or hidden descriptions of a PDF.
    Properties,
    /// In this line of a text, from 1.
    Line(usize),
    /// In a field of the disclosure.
    Disclosure,
    /// In the name of a file.
    FileName,
    /// In what was typed for a paper.
    Typed,
}

/// Why an artefact may not become public. Never holds the number itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Leak {
    /// An ID, card or phone number.
    #[error("{place:?} holds a number of a person ({kind:?})")]
    Number {
        /// Which kind.
        kind: HitKind,
        /// Where.
        place: Place,
    },
    /// The bytes cannot be read back, so nobody knows what they say.
    #[error("the finished file cannot be read back")]
    Unreadable,
}

impl Spoken for Leak {
    fn sentence(&self) -> Sentence {
        let Self::Number { kind, place } = self else {
            return Sentence::plain("documents-unreadable");
        };
        let kind = match kind {
            HitKind::Id => "id",
            HitKind::Card => "card",
            HitKind::Phone => "phone",
        };
        let (place, number) = match place {
            Place::Page(page) => ("page", *page),
            Place::Part => ("part", 0),
            Place::Properties => ("properties", 0),
            Place::Line(line) => ("line", *line),
            Place::Disclosure => ("disclosure", 0),
            Place::FileName => ("file-name", 0),
            Place::Typed => ("typed", 0),
        };
        Sentence::plain("documents-leak")
            .with("kind", kind)
            .with("place", place)
            .with("number", number)
    }
}

/// Checks a PDF of ours: pages, paragraphs across lines, metadata, descriptions.
///
/// # Errors
/// The first [`Leak`]; bytes that cannot be read are refused too.
pub fn check_pdf(bytes: &[u8], allowed_phones: &[&str]) -> Result<(), Leak> {
    let text = text_of(bytes).map_err(|_not_understood| Leak::Unreadable)?;
    for (number, page) in (1..).zip(&text.pages) {
        refuse(page, allowed_phones, |_| Place::Page(number))?;
    }
    refuse(&text.parts, allowed_phones, |_| Place::Part)?;
    refuse(&text.properties, allowed_phones, |_| Place::Properties)
}

/// Checks the bytes of a disclosure, field by field.
///
/// # Errors
/// The first [`Leak`].
pub fn check_disclosure(bytes: &[u8], allowed_phones: &[&str]) -> Result<(), Leak> {
    refuse(&String::from_utf8_lossy(bytes), allowed_phones, |_| Place::Disclosure)
}

/// Checks the words of a paper one by one: in print a number may stand right beside another one.
///
/// # Errors
/// The first [`Leak`].
pub fn check_words<'a>(
    words: impl IntoIterator<Item = &'a str>,
    allowed_phones: &[&str],
) -> Result<(), Leak> {
    words.into_iter().try_for_each(|word| refuse(word, allowed_phones, |_| Place::Typed))
}

/// Checks text: HTML, JSON, a QR payload.
///
/// # Errors
/// The first [`Leak`], with its line.
pub fn check_text(text: &str, allowed_phones: &[&str]) -> Result<(), Leak> {
    refuse(text, allowed_phones, |at| {
        Place::Line(1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count())
    })
}

/// Checks the name (and path) of a file; no telephone is allowed there.
///
/// # Errors
/// The first [`Leak`].
pub fn check_file_name(path: &str) -> Result<(), Leak> {
    refuse(path, &[], |_| Place::FileName)
}

fn refuse(text: &str, allowed_phones: &[&str], place: impl Fn(usize) -> Place) -> Result<(), Leak> {
    match scan(text, allowed_phones).first() {
        Some(hit) => Err(Leak::Number { kind: hit.kind, place: place(hit.at) }),
        None => Ok(()),
    }
}
