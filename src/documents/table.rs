//! The ruled table: widths from the contents, heads repeated on every page, zebra stripes, wrapped
//! cells.
use super::flow::{BASE, Flow};
use super::fonts::Letters;
use super::page::{Area, Part, Role, Text};
use super::text::Style;

const PAD: f32 = 3.6;
const LINE: f32 = 1.24;
const RULE: f32 = 0.5;
/// Sizes tried from the first on; a board needs 12 points or more, smaller ones save a list that
/// would not fit.
const SIZES: [f32; 7] = [14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0];

/// Where a cell's text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Centre,
    Right,
}

/// One column.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Column {
    /// Its head; `\n` starts a second line (the unit).
    pub head: String,
    pub align: Align,
    /// In em: a longer text is broken into lines; `None` = never broken (numbers).
    pub longest: Option<f32>,
    /// In em: never narrower (a field to sign in).
    pub least: f32,
}

/// A table before it has a size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
    /// The line's number of each row, for errors.
    pub numbers: Vec<u32>,
    /// The last row, in the title face (合计).
    pub foot: Option<Vec<String>>,
    /// Least height of a row in points.
    pub row_height: f32,
}

/// Where the columns stand, at which size.
struct Grid {
    lefts: Vec<f32>,
    widths: Vec<f32>,
    size: f32,
}

impl Grid {
    fn left(&self) -> f32 {
        self.lefts.first().copied().unwrap_or_default()
    }

    fn width(&self) -> f32 {
        self.widths.iter().sum()
    }
}

impl Table {
    /// Draws the whole table from the flow's place on; the sums never stand alone on a page.
    pub fn draw(&self, flow: &mut Flow<'_>) {
        let grid = self.grid(flow.letters, flow.layout.paper.left(), flow.layout.paper.inner());
        let heads: Vec<String> = self.columns.iter().map(|column| column.head.clone()).collect();
        let head = Band { cells: &heads, kind: BandKind::Head, row: 0, shade: Some(224) };
        let height = |flow: &Flow<'_>, band: &Band<'_>| self.height(flow.letters, &grid, band);
        flow.need(height(flow, &head) + 3.0 * self.row_height.max(grid.size * 2.0));
        let mut top = flow.y;
        self.band(flow, &grid, &head, true);
        let rows = self
            .rows
            .iter()
            .map(|cells| (cells, BandKind::Row))
            .chain(self.foot.iter().map(|cells| (cells, BandKind::Foot)));
        for (number, (cells, kind)) in (1..).zip(rows) {
            let sums =
                if number == self.rows.len() { self.row_height.max(grid.size * 2.0) } else { 0.0 };
            let shade =
                if kind == BandKind::Foot { Some(236) } else { (number % 2 == 0).then_some(244) };
            let band = Band { cells, kind, row: number, shade };
            if !flow.fits(height(flow, &band) + sums) {
                uprights(flow, &grid, top);
                flow.next_page();
                top = flow.y;
                self.band(flow, &grid, &head, false);
            }
            self.band(flow, &grid, &band, true);
        }
        uprights(flow, &grid, top);
    }

    /// The size of the text on paper of this width.
    pub fn size(&self, letters: &Letters, inner: f32) -> f32 {
        self.grid(letters, 0.0, inner).size
    }

    /// The first size at which the contents fit, widened to the full width.
    fn grid(&self, letters: &Letters, left: f32, inner: f32) -> Grid {
        let mut size = SIZES.last().copied().unwrap_or(8.0);
        let mut widths = Vec::new();
        for tried in SIZES {
            size = tried;
            widths = self.widths(letters, tried);
            if widths.iter().sum::<f32>() <= inner {
                break;
            }
        }
        let stretch = inner / widths.iter().sum::<f32>().max(1.0);
        let widths: Vec<f32> = widths.iter().map(|width| width * stretch).collect();
        let lefts =
            widths.iter().scan(left, |x, width| Some(std::mem::replace(x, *x + width))).collect();
        Grid { lefts, widths, size }
    }

    fn widths(&self, letters: &Letters, size: f32) -> Vec<f32> {
        let widest = |place: usize, column: &Column| {
            let cells = self
                .rows
                .iter()
                .filter_map(|row| row.get(place))
                .map(|cell| letters.width(cell, Style::body(size)));
            let foot = self
                .foot
                .iter()
                .filter_map(|row| row.get(place))
                .map(|cell| letters.width(cell, Style::title(size)));
            let heads = column.head.split('\n').map(|line| letters.width(line, head_style(size)));
            let contents = cells.chain(foot).fold(0.0_f32, f32::max);
            let contents = column.longest.map_or(contents, |longest| contents.min(longest * size));
            contents.max(column.least * size).max(heads.fold(0.0_f32, f32::max)) + 2.0 * PAD + 1.0
        };
        self.columns.iter().enumerate().map(|(place, column)| widest(place, column)).collect()
    }

    fn height(&self, letters: &Letters, grid: &Grid, band: &Band<'_>) -> f32 {
        let style = band.style(grid.size);
        let most = band
            .cells
            .iter()
            .zip(&grid.widths)
            .map(|(cell, width)| broken(letters, cell, style, *width).len())
            .max();
        let lines: f32 = (0..most.unwrap_or(1)).map(|_| LINE * style.size).sum();
        let least = if band.kind == BandKind::Head { 0.0 } else { self.row_height };
        (lines + PAD).max(least)
    }

    fn band(&self, flow: &mut Flow<'_>, grid: &Grid, band: &Band<'_>, is_read: bool) {
        let height = self.height(flow.letters, grid, band);
        let left = grid.left();
        let width = grid.width();
        let top = flow.y;
        flow.on_page(|page| {
            page.stripes.extend(band.shade.map(|grey| Area {
                x: left,
                y: top,
                width,
                height,
                grey,
            }));
            page.rules.push(Area { x: left, y: top, width, height: RULE, grey: 60 });
            page.rules.push(Area { x: left, y: top + height, width, height: RULE, grey: 60 });
        });
        let style = band.style(grid.size);
        for (place, cell) in band.cells.iter().enumerate() {
            let (Some(column), Some(x), Some(width)) =
                (self.columns.get(place), grid.lefts.get(place), grid.widths.get(place))
            else {
                continue;
            };
            let head = band.kind == BandKind::Head;
            let role = if is_read {
                flow.layout.part(Part::Cell { row: band.row, head })
            } else {
                Role::Furniture
            };
            let align = if head { Align::Centre } else { column.align };
            let lines = broken(flow.letters, cell, style, *width);
            let tall: f32 = lines.iter().map(|_| LINE * style.size).sum();
            let mut y = top + (height - tall) / 2.0;
            for line in lines {
                let free = width - flow.letters.width(&line, style);
                let x = x + match align {
                    Align::Left => PAD,
                    Align::Centre => free / 2.0,
                    Align::Right => free - PAD,
                };
                let base = y + BASE * style.size;
                if !line.is_empty() {
                    flow.on_page(|page| {
                        page.texts.push(Text { x, y: base, text: line, style, role });
                    });
                }
                y += LINE * style.size;
            }
        }
        flow.y += height;
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum BandKind {
    Head,
    Row,
    Foot,
}

struct Band<'a> {
    cells: &'a [String],
    kind: BandKind,
    row: usize,
    shade: Option<u8>,
}

impl Band<'_> {
    fn style(&self, size: f32) -> Style {
        match self.kind {
            BandKind::Head => head_style(size),
            BandKind::Row => Style::body(size),
            BandKind::Foot => Style::title(size),
        }
    }
}

fn head_style(size: f32) -> Style {
    Style::title(size.min(12.5))
}

fn broken(letters: &Letters, cell: &str, style: Style, width: f32) -> Vec<String> {
    letters.lines(cell, style, width - 2.0 * PAD)
}

/// The upright rules of the part of the table that stands on this page.
fn uprights(flow: &mut Flow<'_>, grid: &Grid, top: f32) {
    let height = flow.y - top + RULE;
    let right = grid.left() + grid.width();
    let edges: Vec<f32> = grid.lefts.iter().copied().chain([right]).collect();
    flow.on_page(|page| {
        page.rules.extend(edges.into_iter().map(|x| Area {
            x,
            y: top,
            width: RULE,
            height,
            grey: 60,
        }));
    });
}

impl Table {
    /// Every cell with its line's number, for the search of glyphs.
    pub fn texts(&self) -> impl Iterator<Item = (Option<u32>, &str)> {
        let heads = self.columns.iter().map(|column| (None, column.head.as_str()));
        let rows = self
            .numbers
            .iter()
            .zip(&self.rows)
            .flat_map(|(row, cells)| cells.iter().map(move |cell| (Some(*row), cell.as_str())));
        heads.chain(rows).chain(self.foot.iter().flatten().map(|cell| (None, cell.as_str())))
    }
}
