//! Why a document cannot be made. No error holds a name or a number of a person.
use super::scan::Leak;
use crate::domain::text::sentence::{Sentence, Spoken};

/// Why a poster, signature sheet or QR code cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// No font of ours draws this character; found before anything is laid out.
    #[error("no font has the character U+{:04X} (row {row:?})", u32::from(*character))]
    MissingGlyph {
        /// The line's number; `None` = outside the list (title, basis, contacts).
        row: Option<u32>,
        /// The character itself.
        character: char,
    },
    /// The full names of the paper are not those that the disclosure vouches for.
    #[error("the names of the paper do not belong to this disclosure")]
    ForeignPaperNames,
    /// A list without rows was given full names, or a row has no full name.
    #[error("row {row} has no name for the paper")]
    UnnamedRow {
        /// The line's number.
        row: u32,
    },
    /// The disclosure lists no changed rows, so there is nothing to announce.
    #[error("this disclosure corrects nothing")]
    NothingCorrected,
    /// A recall order without a board.
    #[error("the poster hangs on no board, so there is nothing to take down")]
    NoBoards,
    /// A booklet without cards.
    #[error("there is no programme to make a card of")]
    NoCards,
    /// More characters than a QR code of version 4 holds at level Q.
    #[error("the address has {characters} characters, a QR code of the poster holds {longest}")]
    AddressTooLong {
        /// Characters of the whole address.
        characters: usize,
        /// Characters that the code holds.
        longest: usize,
    },
    /// Lower case or a sign outside the QR alphanumeric set.
    #[error("the address holds U+{:04X}, which the QR code's alphabet lacks", u32::from(*character))]
    AddressCharacter {
        /// The first such character.
        character: char,
    },
    /// The finished artefact holds a number of a person.
    #[error(transparent)]
    Leak(#[from] Leak),
    /// One of the two embedded fonts cannot be read: the program itself is damaged.
    #[error("an embedded font cannot be read")]
    Fonts,
    /// The PDF writer refused; its word is kept for the log.
    #[error("the PDF writer refused: {reason}")]
    Writer {
        /// What it said; it speaks of glyphs and tags, never of text.
        reason: String,
    },
}

impl Spoken for DocumentError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::MissingGlyph { row: Some(row), character } => {
                Sentence::plain("documents-missing-glyph")
                    .with("row", row)
                    .with("character", character)
                    .with("point", point(*character))
            }
            Self::MissingGlyph { row: None, character } => {
                Sentence::plain("documents-missing-glyph-outside")
                    .with("character", character)
                    .with("point", point(*character))
            }
            Self::ForeignPaperNames => Sentence::plain("documents-foreign-paper-names"),
            Self::NothingCorrected => Sentence::plain("documents-nothing-corrected"),
            Self::NoBoards => Sentence::plain("documents-no-boards"),
            Self::NoCards => Sentence::plain("documents-no-cards"),
            Self::UnnamedRow { row } => Sentence::plain("documents-unnamed-row").with("row", row),
            Self::AddressTooLong { characters, longest } => {
                Sentence::plain("documents-address-too-long")
                    .with("characters", characters)
                    .with("longest", longest)
            }
            Self::AddressCharacter { character } => {
                Sentence::plain("documents-address-character").with("point", point(*character))
            }
            Self::Leak(leak) => leak.sentence(),
            Self::Fonts => Sentence::plain("documents-fonts"),
            Self::Writer { .. } => Sentence::plain("documents-writer"),
        }
    }
}

fn point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}
