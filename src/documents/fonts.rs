//! The two embedded fonts, and the letters that one document needs, found before it is laid out.
//!
//! Not here: shaping. Chinese and digits in a row need a character map and advance widths, no more.
use super::error::DocumentError;
use rustc_hash::FxHashMap;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

/// 思源黑体: URO, extension A, 通用规范汉字表, and what the source font has beyond.
static BODY: &[u8] = include_bytes!("../../data/fonts/NotoSansSC-Regular-names.otf");
/// 思源宋体 bold: GB 2312 and 通用规范汉字表.
static TITLE: &[u8] = include_bytes!("../../data/fonts/NotoSerifSC-Bold-titles.otf");

/// The font that is tried first; a character that it lacks comes from the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Face {
    /// Lists and paragraphs.
    Body,
    /// Titles, labels and column heads.
    Title,
}

/// A character's drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// The font that has it, which may be the helping one.
    pub font: Face,
    /// Its number in that font.
    pub id: u32,
    /// Advance width in em.
    pub advance: f32,
}

/// Every glyph of one document, and the fonts to embed.
pub struct Letters {
    body: FxHashMap<char, Glyph>,
    title: FxHashMap<char, Glyph>,
    body_font: krilla::text::Font,
    title_font: krilla::text::Font,
}

impl Letters {
    /// Finds the glyphs of `texts`, each with the row it stands in (`None` outside the list).
    ///
    /// # Errors
    /// [`DocumentError::MissingGlyph`] for the first character that neither font has.
    pub fn of<'a>(
        texts: impl IntoIterator<Item = (Option<u32>, &'a str)>,
    ) -> Result<Self, DocumentError> {
        let body = Source::new(BODY, Face::Body)?;
        let title = Source::new(TITLE, Face::Title)?;
        let mut letters = Self {
            body: FxHashMap::default(),
            title: FxHashMap::default(),
            body_font: krilla::text::Font::new(BODY.into(), 0).ok_or(DocumentError::Fonts)?,
            title_font: krilla::text::Font::new(TITLE.into(), 0).ok_or(DocumentError::Fonts)?,
        };
        for (row, text) in texts {
            for character in text.chars().filter(|c| *c != '\n') {
                if letters.body.contains_key(&character) {
                    continue;
                }
                let in_body = body.glyph(character);
                let in_title = title.glyph(character);
                let missing = DocumentError::MissingGlyph { row, character };
                // The two fonts hold different subsets: a letter that one lacks is set in the
                // other.
                letters.body.insert(character, in_body.or(in_title).ok_or(missing.clone())?);
                letters.title.insert(character, in_title.or(in_body).ok_or(missing)?);
            }
        }
        Ok(letters)
    }

    /// The glyph of a character that was among the texts.
    #[must_use]
    pub fn glyph(&self, character: char, face: Face) -> Glyph {
        let found = match face {
            Face::Body => self.body.get(&character),
            Face::Title => self.title.get(&character),
        };
        found.copied().unwrap_or(Glyph { font: face, id: 0, advance: 1.0 })
    }

    /// The font to embed.
    #[must_use]
    pub fn font(&self, face: Face) -> krilla::text::Font {
        match face {
            Face::Body => self.body_font.clone(),
            Face::Title => self.title_font.clone(),
        }
    }
}

struct Source {
    face: Face,
    charmap: skrifa::charmap::Charmap<'static>,
    metrics: skrifa::metrics::GlyphMetrics<'static>,
}

impl Source {
    fn new(bytes: &'static [u8], face: Face) -> Result<Self, DocumentError> {
        let font = FontRef::new(bytes).map_err(|_read_error| DocumentError::Fonts)?;
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        Ok(Self { face, charmap: font.charmap(), metrics })
    }

    fn glyph(&self, character: char) -> Option<Glyph> {
        let id = self.charmap.map(character)?;
        Some(Glyph { font: self.face, id: id.to_u32(), advance: self.metrics.advance_width(id)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_characters_of_names_have_a_glyph() {
        assert!(Letters::of([(Some(1), "㛃䶮𬱖𬭎堃喆𠅤·〇")]).is_ok());
    }

    #[test]
    fn a_character_without_a_glyph_is_told_with_its_row() {
        let refused = Letters::of([(None, "公示"), (Some(7), "张三"), (Some(8), "张\u{1F600}")]);
        assert_eq!(
            refused.err(),
            Some(DocumentError::MissingGlyph { row: Some(8), character: '\u{1F600}' })
        );
    }

    #[test]
    fn a_title_borrows_a_rare_character_from_the_body_font() {
        let letters = Letters::of([(None, "段㛃")]).unwrap();
        assert_eq!(letters.glyph('段', Face::Title).font, Face::Title);
        assert_eq!(letters.glyph('㛃', Face::Body).font, Face::Body);
        assert!(letters.glyph('㛃', Face::Title).id != 0);
    }
}
