//! The pen that walks down the pages: new pages with their repeated head, paragraphs, labelled
//! lines.
use super::fonts::Letters;
use super::page::{Layout, Page, Paper, Part, Role, Text, mm};
use super::text::Style;

/// Height of a line of text, in sizes.
pub(super) const LEADING: f32 = 1.42;
/// Where the base line stands below the upper edge of a line, in sizes.
pub(super) const BASE: f32 = 1.06;
/// Lines of a signature, in sizes.
const SIGNED: f32 = 1.7;
/// Kept free above the lower margin for the page number.
const FOOT: f32 = 14.0;

/// Draws what stands at the top of every page after the first; gives where the text may start.
pub(super) type Head<'a> = dyn Fn(&Letters, &mut Page, Paper) -> f32 + 'a;

/// A label and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub label: &'static str,
    pub text: String,
}

/// A layout being made, and how far down its last page is filled.
pub(super) struct Flow<'a> {
    pub letters: &'a Letters,
    pub layout: Layout,
    pub y: f32,
    head: &'a Head<'a>,
}

impl<'a> Flow<'a> {
    /// Starts the first page, which has no repeated head.
    pub fn new(letters: &'a Letters, layout: Layout, head: &'a Head<'a>) -> Self {
        let y = layout.paper.margin;
        let mut flow = Self { letters, layout, y, head };
        flow.layout.pages.push(Page::default());
        flow
    }

    /// Starts another page below its head.
    pub fn next_page(&mut self) {
        let mut page = Page::default();
        self.y = (self.head)(self.letters, &mut page, self.layout.paper);
        self.layout.pages.push(page);
    }

    /// Starts another page without a head: another paper begins.
    pub fn bare_page(&mut self) {
        self.y = self.layout.paper.margin;
        self.layout.pages.push(Page::default());
    }

    /// Is there room for `height` on this page?
    pub fn fits(&self, height: f32) -> bool {
        self.y + height <= self.layout.paper.height - self.layout.paper.margin - FOOT
    }

    /// Turns the page unless `height` fits.
    pub fn need(&mut self, height: f32) {
        if !self.fits(height) {
            self.next_page();
        }
    }

    /// Changes the page being filled.
    pub fn on_page(&mut self, change: impl FnOnce(&mut Page)) {
        if let Some(page) = self.layout.pages.last_mut() {
            change(page);
        }
    }

    /// One line with its upper left corner there.
    pub fn line(&mut self, (x, top): (f32, f32), text: &str, style: Style, role: Role) {
        let text = Text { x, y: top + BASE * style.size, text: text.to_owned(), style, role };
        self.on_page(|page| page.texts.push(text));
    }

    /// The main heading, centred; see [`title_lines`].
    pub fn title(&mut self, text: &str, sizes: &[f32]) {
        let width = self.layout.paper.inner();
        let (lines, style) = title_lines(self.letters, text, sizes, width);
        let role = self.layout.part(Part::Heading(text.replace('\n', "")));
        for line in lines {
            let x = self.layout.paper.left() + (width - self.letters.width(&line, style)) / 2.0;
            self.line((x, self.y), &line, style, role);
            self.y += LEADING * style.size;
        }
    }

    /// A label in the title face and its text beside it, down to where both end; a long one goes on
    /// on the next page.
    pub fn item(&mut self, item: &Item, size: f32, width: f32) {
        let left = self.layout.paper.left();
        let beside = indent(size);
        self.need(LEADING * size);
        let role = self.layout.part(Part::Paragraph);
        self.line((left, self.y), item.label, Style::title(size), role);
        for line in self.letters.lines(&item.text, Style::body(size), width - beside) {
            self.need(LEADING * size);
            self.line((left + beside, self.y), &line, Style::body(size), role);
            self.y += LEADING * size;
        }
    }

    /// How high [`Flow::item`] would be.
    pub fn item_height(&self, item: &Item, size: f32, width: f32) -> f32 {
        self.letters
            .lines(&item.text, Style::body(size), width - indent(size))
            .iter()
            .map(|_| LEADING * size)
            .sum()
    }

    /// A paragraph, its lines so many sizes apart; a long one goes on on the next page.
    pub fn paragraph(&mut self, text: &str, style: Style, leading: f32) {
        let role = self.layout.part(Part::Paragraph);
        for line in self.letters.lines(text, style, self.layout.paper.inner()) {
            self.need(leading * style.size);
            self.line((self.layout.paper.left(), self.y), &line, style, role);
            self.y += leading * style.size;
        }
    }

    /// Who signs and when, centred below each other at the right; never torn apart.
    pub fn signed(&mut self, lines: &[String], size: f32) {
        let style = Style::body(size);
        let right = self.layout.paper.right();
        self.need(lines.iter().map(|_| SIGNED * size).sum());
        let role = self.layout.part(Part::Paragraph);
        let centre = right - mm(42.0);
        for line in lines {
            let width = self.letters.width(line, style);
            self.line(((centre - width / 2.0).min(right - width), self.y), line, style, role);
            self.y += SIGNED * size;
        }
    }

    /// `left` and, at the right, `right` with the page's number at the foot of every page.
    pub fn feet(&mut self, left: &str, right: &str) {
        let paper = self.layout.paper;
        let letters = self.letters;
        let style = Style::body(10.0);
        let all = self.layout.pages.len();
        let y = paper.height - paper.margin;
        for (number, page) in (1..).zip(&mut self.layout.pages) {
            let right = format!("{right}　第 {number} 页　共 {all} 页");
            // Without a word of its own the right foot would begin with the space between.
            let right = right.trim_start();
            let end = paper.right() - letters.width(right, style);
            let feet = [(paper.left(), left), (end, right)];
            page.texts.extend(feet.map(|(x, text)| Text {
                x,
                y,
                text: text.to_owned(),
                style,
                role: Role::Furniture,
            }));
        }
    }
}

/// Where the text beside a label of four characters begins.
const fn indent(size: f32) -> f32 {
    if size * 4.6 > 64.0 { size * 4.6 } else { 64.0 }
}

/// The characters of [`Flow::feet`], for the search of glyphs.
pub(super) const FEET: &str = "第页共　 0123456789";

/// The largest of `sizes` at which a title needs two lines at most, and its lines.
///
/// A `\n` is where it is best broken if one line is too short: place and time above, programme
/// below.
pub(super) fn title_lines(
    letters: &Letters,
    text: &str,
    sizes: &[f32],
    width: f32,
) -> (Vec<String>, Style) {
    let whole = text.replace('\n', "");
    let mut last = (Vec::new(), Style::title(0.0));
    for style in sizes.iter().map(|&size| Style::title(size)) {
        let freely = letters.balanced(&whole, style, width);
        let at_seam = letters.lines(text, style, width);
        // Of two lines the seam between them is the better place to break.
        let lines = if freely.len() == 2 && at_seam.len() == 2 { at_seam } else { freely };
        let done = lines.len() <= 2;
        last = (lines, style);
        if done {
            break;
        }
    }
    last
}
