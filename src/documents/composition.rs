//! A paper as a list of blocks, and the one way in which such a list becomes a file: letters found,
//! laid out, written, scanned. Not here: any paper's words; and the poster and the signature sheet,
//! which have pages of their own kind.
use super::code_block::CodeBlock;
use super::error::DocumentError;
use super::flow::{self, BASE, Flow, Item, LEADING};
use super::fonts::Letters;
use super::page::{Layout, Page, Paper, Part, Role, Text};
use super::table::Table;
use super::text::Style;
use super::{pdf, scan};
use crate::domain::values::date::Date;
use std::cell::Cell;

const PRACTICE: &str = "练习";
const TITLE_SIZES: [f32; 4] = [24.0, 22.0, 20.0, 18.0];
const PARAGRAPH_LEADING: f32 = 1.75;
/// Two characters of blank before a paragraph.
const INDENTED: &str = "　　";

/// One thing below the other.
pub(super) enum Block {
    /// A title, centred; a `\n` is where it is best broken.
    Title(String),
    /// A line below the title, centred (the number of the paper).
    Number(String),
    /// To whom, from the left edge.
    Addressee(String),
    /// A heading within the paper.
    Section(String),
    /// A paragraph, its first line indented.
    Paragraph(String),
    /// Labels and what they say.
    Items(Vec<Item>),
    /// The same beside a QR code.
    Coded(CodeBlock, Vec<Item>),
    /// A ruled table.
    Table(Table),
    /// Who signs and when.
    Signed(Vec<String>),
    /// Lines to be filled in by hand, far apart.
    ByHand(Vec<&'static str>),
    /// Another paper in the same file begins, on a page of its own; its running title.
    NewPaper(String),
}

/// A paper, or several in one file, before the layout.
pub(super) struct Composition<'a> {
    /// Title of the file.
    pub title: String,
    /// At the top of every page but the first, until another paper begins.
    pub running: String,
    /// At the foot of every page.
    pub number: &'a str,
    /// Who made it.
    pub author: &'a str,
    pub dated: Date,
    pub practice: bool,
    pub paper: Paper,
    /// Size of paragraphs, items and signatures in points.
    pub size: f32,
    pub blocks: Vec<Block>,
}

impl Composition<'_> {
    /// The file's bytes, scanned for numbers of persons block by block and as a whole.
    ///
    /// # Errors
    /// [`DocumentError::MissingGlyph`], [`DocumentError::Leak`].
    pub fn print(&self, allowed_phones: &[&str]) -> Result<Vec<u8>, DocumentError> {
        let furniture = [self.running.as_str(), self.number, PRACTICE, INDENTED, flow::FEET]
            .map(|text| (None, text));
        let texts: Vec<(Option<u32>, &str)> =
            furniture.into_iter().chain(self.blocks.iter().flat_map(Block::texts)).collect();
        // Scanned before and after: the words while they are whole, the file as a reader finds it.
        scan::check_words(texts.iter().map(|(_, text)| *text), allowed_phones)?;
        let letters = Letters::of(texts)?;
        let layout = self.layout(&letters);
        let bytes = pdf::write(&layout, &letters)?;
        scan::check_pdf(&bytes, allowed_phones)?;
        Ok(bytes)
    }

    fn layout(&self, letters: &Letters) -> Layout {
        // A cell, because the head is drawn by a closure that lives as long as the pen.
        let running = Cell::new(self.running.as_str());
        let head = |letters: &Letters, page: &mut Page, paper: Paper| {
            repeated_head(running.get(), letters, page, paper)
        };
        let layout = Layout {
            title: self.title.clone(),
            author: self.author.to_owned(),
            dated: self.dated,
            paper: self.paper,
            watermark: self.practice.then_some(PRACTICE),
            pages: Vec::new(),
            parts: Vec::new(),
        };
        let mut flow = Flow::new(letters, layout, &head);
        for block in &self.blocks {
            if let Block::NewPaper(title) = block {
                running.set(title);
                flow.bare_page();
            } else {
                block.draw(&mut flow, self.size);
            }
        }
        flow.feet(self.number, "");
        flow.layout
    }
}

/// What the second and later sheets of a paper carry at their top.
fn repeated_head(title: &str, letters: &Letters, page: &mut Page, paper: Paper) -> f32 {
    let (lines, style) = flow::title_lines(letters, title, &[12.0, 11.0], paper.inner());
    let mut y = paper.margin;
    for text in lines {
        page.texts.push(Text {
            x: paper.left(),
            y: y + BASE * style.size,
            text,
            style,
            role: Role::Furniture,
        });
        y += LEADING * style.size;
    }
    y + 6.0
}

impl Block {
    fn draw(&self, flow: &mut Flow<'_>, size: f32) {
        match self {
            Self::Title(title) => {
                flow.title(title, &TITLE_SIZES);
                flow.y += 0.6 * size;
            }
            Self::Number(text) => {
                let style = Style::body(size.min(14.0));
                let role = flow.layout.part(Part::Paragraph);
                let x = flow.layout.paper.left()
                    + (flow.layout.paper.inner() - flow.letters.width(text, style)) / 2.0;
                flow.line((x, flow.y), text, style, role);
                flow.y += 2.2 * style.size;
            }
            Self::Addressee(text) => flow.paragraph(text, Style::body(size), PARAGRAPH_LEADING),
            Self::Section(text) => section(flow, text, size),
            Self::Paragraph(text) => {
                let indented: Vec<String> =
                    text.lines().map(|line| format!("{INDENTED}{line}")).collect();
                flow.paragraph(&indented.join("\n"), Style::body(size), PARAGRAPH_LEADING);
            }
            Self::Items(items) => {
                for item in items {
                    flow.item(item, size, flow.layout.paper.inner());
                    flow.y += 0.35 * size;
                }
            }
            Self::Coded(code, items) => code.with_facts(flow, items, size),
            Self::Table(table) => {
                table.draw(flow);
                flow.y += size;
            }
            Self::Signed(lines) => {
                flow.y += size;
                flow.signed(lines, size);
            }
            Self::ByHand(lines) => by_hand(flow, lines, size),
            Self::NewPaper(_) => {}
        }
    }

    /// Its words, each with the row it stands in.
    fn texts(&self) -> Vec<(Option<u32>, &str)> {
        let words: Vec<&str> = match self {
            Self::Table(table) => return table.texts().collect(),
            Self::Title(text)
            | Self::Number(text)
            | Self::Addressee(text)
            | Self::Section(text)
            | Self::Paragraph(text)
            | Self::NewPaper(text) => vec![text],
            Self::Items(items) => words_of(items).collect(),
            Self::Coded(code, items) => code.texts().into_iter().chain(words_of(items)).collect(),
            Self::Signed(lines) => lines.iter().map(String::as_str).collect(),
            Self::ByHand(lines) => lines.clone(),
        };
        words.into_iter().map(|text| (None, text)).collect()
    }
}

fn words_of(items: &[Item]) -> impl Iterator<Item = &str> {
    items.iter().flat_map(|item| [item.label, item.text.as_str()])
}

/// A heading, never alone at the end of a page.
fn section(flow: &mut Flow<'_>, text: &str, size: f32) {
    let style = Style::title(size);
    flow.y += 0.4 * size;
    flow.need((PARAGRAPH_LEADING * 2.0 + LEADING) * size);
    let role = flow.layout.part(Part::Section(text.to_owned()));
    for line in flow.letters.lines(text, style, flow.layout.paper.inner()) {
        flow.line((flow.layout.paper.left(), flow.y), &line, style, role);
        flow.y += PARAGRAPH_LEADING * size;
    }
}

fn by_hand(flow: &mut Flow<'_>, lines: &[&str], size: f32) {
    flow.y += size;
    flow.need(lines.iter().map(|_| 2.2 * size).sum());
    for line in lines {
        let role = flow.layout.part(Part::Paragraph);
        flow.line((flow.layout.paper.left(), flow.y), line, Style::body(size), role);
        flow.y += 2.2 * size;
    }
}
