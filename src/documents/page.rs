//! A finished layout as data: what stands where on which page, and what it means to a screen
//! reader.
//!
//! Points, from the upper left corner. Not here: where things go (see `flow`, `table`, `poster`)
//! and how they get into a file (see `pdf`).
use super::qr::Qr;
use super::text::Style;
use crate::domain::values::date::Date;

/// Points of a length in millimetres.
#[must_use]
pub const fn mm(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}

/// Sheet of paper.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paper {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// Blank edge on all sides.
    pub margin: f32,
}

impl Paper {
    /// A4 upright, for boards.
    pub const A4: Self = Self { width: mm(210.0), height: mm(297.0), margin: mm(14.0) };
    /// A4 landscape, for lists with many columns.
    pub const A4_LANDSCAPE: Self = Self { width: mm(297.0), height: mm(210.0), margin: mm(14.0) };
    /// A4 upright with the wide edges of a letter.
    pub const A4_LETTER: Self = Self { width: mm(210.0), height: mm(297.0), margin: mm(22.0) };
    /// A4 upright for cards that people keep.
    pub const A4_CARD: Self = Self { width: mm(210.0), height: mm(297.0), margin: mm(17.0) };

    /// Left edge of the text.
    #[must_use]
    pub const fn left(self) -> f32 {
        self.margin
    }

    /// Right edge of the text.
    #[must_use]
    pub const fn right(self) -> f32 {
        self.width - self.margin
    }

    /// Width of the text.
    #[must_use]
    pub const fn inner(self) -> f32 {
        self.width - 2.0 * self.margin
    }
}

/// What a mark is to a screen reader: a part of the document, or furniture around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Repeated heads, page numbers, the practice mark: not read.
    Furniture,
    /// The part with this number in [`Layout::parts`].
    Part(usize),
}

/// Parts in reading order.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// The title of a paper.
    Heading(String),
    /// A heading below it.
    Section(String),
    /// A paragraph.
    Paragraph,
    /// A picture with the words for those who cannot see it.
    Figure(String),
    /// A cell of the table; cells in a row share `row`.
    Cell {
        /// Counted from 0 (the column heads).
        row: usize,
        /// Is it a column head?
        head: bool,
    },
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Left end.
    pub x: f32,
    /// Base line.
    pub y: f32,
    /// The characters.
    pub text: String,
    /// Face and size.
    pub style: Style,
    /// What it is.
    pub role: Role,
}

/// A filled box: zebra stripes, rules, column heads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width; a rule is a thin box.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// 0 black to 255 white.
    pub grey: u8,
}

/// A QR code with its quiet zone.
#[derive(Debug, Clone, PartialEq)]
pub struct CodeMark {
    /// Left edge of the quiet zone.
    pub x: f32,
    /// Upper edge of the quiet zone.
    pub y: f32,
    /// Side with the quiet zone.
    pub side: f32,
    /// The modules.
    pub qr: Qr,
    /// What it is.
    pub role: Role,
}

/// One side of paper; drawn as stripes, practice mark, codes, rules, texts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// Below everything.
    pub stripes: Vec<Area>,
    /// The QR codes.
    pub codes: Vec<CodeMark>,
    /// Lines of the table.
    pub rules: Vec<Area>,
    /// All text.
    pub texts: Vec<Text>,
}

/// A laid out document.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Title of the file.
    pub title: String,
    /// Who publishes it.
    pub author: String,
    /// The date in the file's properties, given by the caller (never the clock's).
    pub dated: Date,
    /// The paper.
    pub paper: Paper,
    /// A word across every page, e.g. 练习.
    pub watermark: Option<&'static str>,
    /// The sides.
    pub pages: Vec<Page>,
    /// What is read aloud, in order.
    pub parts: Vec<Part>,
}

impl Layout {
    /// Adds a part and gives its role.
    pub fn part(&mut self, part: Part) -> Role {
        self.parts.push(part);
        Role::Part(self.parts.len() - 1)
    }
}
