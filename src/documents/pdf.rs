//! A layout as PDF/A-2a + PDF/UA-1 bytes: fonts embedded as subsets, every text tagged, nothing
//! from the clock.
use super::error::DocumentError;
use super::fonts::{Face, Letters};
use super::page::{Area, CodeMark, Layout, Page, Paper, Part, Role, Text};
use super::qr::QUIET;
use super::text::Style;
use krilla::color::luma::Color as Grey;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag,
    TagGroup, TagTree,
};
use krilla::text::{GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use std::num::NonZeroU16;

/// What was drawn of each part, and the box of each picture.
struct Drawn {
    pieces: Vec<Vec<Identifier>>,
    boxes: Vec<Option<BBox>>,
}

/// The bytes of a layout. The same layout gives the same bytes.
///
/// # Errors
/// [`DocumentError::Writer`] if the writer finds the file unfit for PDF/A-2a or PDF/UA-1.
pub(super) fn write(layout: &Layout, letters: &Letters) -> Result<Vec<u8>, DocumentError> {
    let refused = |reason: String| DocumentError::Writer { reason };
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| refused(format!("{error:?}")))?;
    let mut document =
        Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let mut drawn = Drawn {
        pieces: vec![Vec::new(); layout.parts.len()],
        boxes: vec![None; layout.parts.len()],
    };
    let settings = PageSettings::from_wh(layout.paper.width, layout.paper.height)
        .ok_or_else(|| refused("page size".to_owned()))?;
    for (number, page) in layout.pages.iter().enumerate() {
        let mut sheet = document.start_page_with(settings.clone());
        let mut surface = sheet.surface();
        Pen { surface: &mut surface, letters, drawn: &mut drawn }.page(page, number, layout);
        surface.finish();
        sheet.finish();
    }
    document.set_tag_tree(tag_tree(layout, drawn));
    document.set_metadata(metadata(layout));
    document.set_outline(krilla::outline::Outline::new());
    document.finish().map_err(|error| refused(error.to_string()))
}

fn metadata(layout: &Layout) -> Metadata {
    let part = |number: i8| u8::try_from(number).unwrap_or(1);
    let dated = DateTime::new(u16::try_from(layout.dated.year()).unwrap_or_default())
        .month(part(layout.dated.month()))
        .day(part(layout.dated.day()))
        // Midnight: the same paper made twice on one day has the same bytes.
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(8)
        .utc_offset_minute(0);
    Metadata::new()
        .title(layout.title.clone())
        .authors(vec![layout.author.clone()])
        .creator("村榜 cunbang".to_owned())
        .language("zh-CN".to_owned())
        .creation_date(dated)
}

/// Draws one page and notes which part each piece belongs to.
struct Pen<'a, 'surface> {
    surface: &'a mut Surface<'surface>,
    letters: &'a Letters,
    drawn: &'a mut Drawn,
}

impl Pen<'_, '_> {
    fn page(&mut self, page: &Page, number: usize, layout: &Layout) {
        self.areas(&page.stripes);
        if let Some(word) = layout.watermark {
            self.watermark(word, layout.paper);
        }
        for code in &page.codes {
            self.code(code, number);
        }
        self.areas(&page.rules);
        self.surface.set_fill(Some(grey(0)));
        for text in &page.texts {
            let tag = match text.role {
                Role::Furniture => furniture(ArtifactType::Header),
                Role::Part(_) => ContentTag::Span(SpanTag::empty()),
            };
            let id = self.surface.start_tagged(tag);
            self.text(text);
            self.surface.end_tagged();
            self.note(text.role, id);
        }
    }

    fn note(&mut self, role: Role, id: Identifier) {
        if let Role::Part(part) = role
            && let Some(pieces) = self.drawn.pieces.get_mut(part)
        {
            pieces.push(id);
        }
    }

    /// Boxes of one grey in a row are one path.
    fn areas(&mut self, areas: &[Area]) {
        if areas.is_empty() {
            return;
        }
        self.surface.start_tagged(furniture(ArtifactType::Layout));
        // Areas of one grey become one path, which keeps the file small.
        for alike in areas.chunk_by(|a, b| a.grey == b.grey) {
            let boxes = alike
                .iter()
                .filter_map(|area| Rect::from_xywh(area.x, area.y, area.width, area.height));
            if let (Some(path), Some(first)) = (boxes_path(boxes), alike.first()) {
                self.surface.set_fill(Some(grey(first.grey)));
                self.surface.draw_path(&path);
            }
        }
        self.surface.end_tagged();
    }

    fn watermark(&mut self, word: &str, paper: Paper) {
        let style = Style { face: Face::Title, size: paper.width.min(paper.height) / 2.6 };
        let width = self.letters.width(word, style);
        self.surface.start_tagged(furniture(ArtifactType::Watermark));
        self.surface.set_fill(Some(grey(228)));
        self.surface
            .push_transform(&Transform::from_translate(paper.width / 2.0, paper.height / 2.0));
        self.surface.push_transform(&Transform::from_rotate(-35.0));
        let text = Text {
            x: -width / 2.0,
            y: style.size * 0.35,
            text: word.to_owned(),
            style,
            role: Role::Furniture,
        };
        self.text(&text);
        self.surface.pop();
        self.surface.pop();
        self.surface.end_tagged();
    }

    fn code(&mut self, code: &CodeMark, page: usize) {
        let Some(frame) = Rect::from_xywh(code.x, code.y, code.side, code.side) else { return };
        let tag = if code.role == Role::Furniture {
            furniture(ArtifactType::Header)
        } else {
            ContentTag::Other
        };
        let id = self.surface.start_tagged(tag);
        if let Some(path) = boxes_path(std::iter::once(frame)) {
            self.surface.set_fill(Some(grey(255)));
            self.surface.draw_path(&path);
        }
        let module = code.side / cast(code.qr.side() + 2 * QUIET);
        let runs = code.qr.runs();
        let boxes = runs.iter().filter_map(|&(column, row, length)| {
            let x = code.x + cast(column + QUIET) * module;
            let y = code.y + cast(row + QUIET) * module;
            Rect::from_xywh(x, y, cast(length) * module, module)
        });
        if let Some(path) = boxes_path(boxes) {
            self.surface.set_fill(Some(grey(0)));
            self.surface.draw_path(&path);
        }
        self.surface.end_tagged();
        self.note(code.role, id);
        if let Role::Part(part) = code.role
            && let Some(place) = self.drawn.boxes.get_mut(part)
        {
            *place = Some(BBox { page_idx: page, rect: frame });
        }
    }

    /// One run of glyphs per font.
    fn text(&mut self, text: &Text) {
        let mut x = text.x;
        let mut rest = text.text.as_str();
        while let Some(first) = rest.chars().next() {
            let font = self.letters.glyph(first, text.style.face).font;
            // One run a font: a letter may come from the other font.
            let same = |c: &char| self.letters.glyph(*c, text.style.face).font == font;
            let length = rest.chars().take_while(same).map(char::len_utf8).sum();
            let Some((run, after)) = rest.split_at_checked(length) else { return };
            let glyphs = self.glyphs(run, text.style);
            self.surface.draw_glyphs(
                Point::from_xy(x, text.y),
                &glyphs,
                self.letters.font(font),
                run,
                text.style.size,
                false,
            );
            x += self.letters.width(run, text.style);
            rest = after;
        }
    }

    fn glyphs(&self, run: &str, style: Style) -> Vec<KrillaGlyph> {
        let glyph = |(start, character): (usize, char)| {
            let glyph = self.letters.glyph(character, style.face);
            KrillaGlyph {
                glyph_id: GlyphId::new(glyph.id),
                text_range: start..start + character.len_utf8(),
                x_advance: glyph.advance,
                x_offset: 0.0,
                y_offset: 0.0,
                y_advance: 0.0,
                location: None,
            }
        };
        run.char_indices().map(glyph).collect()
    }
}

fn furniture(kind: ArtifactType) -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(kind))
}

fn grey(level: u8) -> Fill {
    Fill { paint: Grey::new(level).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn boxes_path(boxes: impl Iterator<Item = Rect>) -> Option<Path> {
    let mut builder = PathBuilder::new();
    boxes.for_each(|frame| builder.push_rect(frame));
    builder.finish()
}

/// Small counts (modules of a code) as lengths.
fn cast(count: usize) -> f32 {
    u16::try_from(count).map_or(0.0, f32::from)
}

/// The parts as krilla's tree; cells in a row become one table.
fn tag_tree(layout: &Layout, drawn: Drawn) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some("zh-CN".to_owned()));
    let mut table = TaggedTable::default();
    for ((part, pieces), bounds) in layout.parts.iter().zip(drawn.pieces).zip(drawn.boxes) {
        if let Part::Cell { row, head } = part {
            table.cell(*row, *head, pieces);
            continue;
        }
        table.finish(&mut tree);
        let mut group = match part {
            Part::Heading(text) => TagGroup::new(Tag::Hn(NonZeroU16::MIN, Some(text.clone()))),
            Part::Section(text) => {
                TagGroup::new(Tag::Hn(NonZeroU16::MIN.saturating_add(1), Some(text.clone())))
            }
            Part::Figure(alt) => TagGroup::new(Tag::Figure(Some(alt.clone())).with_bbox(bounds)),
            Part::Paragraph | Part::Cell { .. } => TagGroup::new(Tag::P),
        };
        for piece in pieces {
            group.push(Node::Leaf(piece));
        }
        tree.push(group);
    }
    table.finish(&mut tree);
    tree
}

#[derive(Default)]
struct TaggedTable {
    head: Vec<TagGroup>,
    rows: Vec<TagGroup>,
    last: Option<usize>,
}

impl TaggedTable {
    fn cell(&mut self, row: usize, head: bool, pieces: Vec<Identifier>) {
        let mut cell = if head {
            TagGroup::new(Tag::TH(TableHeaderScope::Column))
        } else {
            TagGroup::new(Tag::TD)
        };
        for piece in pieces {
            cell.push(Node::Leaf(piece));
        }
        let rows = if head { &mut self.head } else { &mut self.rows };
        if self.last != Some(row) {
            rows.push(TagGroup::new(Tag::TR));
            self.last = Some(row);
        }
        if let Some(open) = rows.last_mut() {
            open.push(cell);
        }
    }

    fn finish(&mut self, tree: &mut TagTree) {
        let Self { head, rows, .. } = std::mem::take(self);
        if head.is_empty() && rows.is_empty() {
            return;
        }
        let mut table = TagGroup::new(Tag::Table.with_summary(Some("表格".to_owned())));
        let mut thead = TagGroup::new(Tag::THead);
        let mut tbody = TagGroup::new(Tag::TBody);
        for row in head {
            thead.push(row);
        }
        for row in rows {
            tbody.push(row);
        }
        table.push(thead);
        table.push(tbody);
        tree.push(table);
    }
}
