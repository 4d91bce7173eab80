//! The printed 公示: the list of one disclosure on A4 sheets for the village's board.
//!
//! Every sheet carries number, dates, code and QR code. Not here: the words (see `poster_words`).
use super::error::DocumentError;
use super::flow::{self, Flow, LEADING};
use super::fonts::Letters;
use super::page::{CodeMark, Layout, Page, Paper, Part, Role, Text, mm};
use super::poster_content::Poster;
use super::poster_words::{CORRECTED, Words};
use super::table::Table;
use super::text::Style;
use super::{pdf, scan};

const TITLE_SIZES: [f32; 5] = [24.0, 22.0, 20.0, 18.0, 16.0];
/// Points; the least for old eyes in front of a board.
const READABLE: f32 = 12.0;
const FACTS: f32 = 12.5;
const ENDS: f32 = 11.5;
const GAP: f32 = 6.0;
const NEXT_CODE: f32 = mm(30.0);

/// The poster as PDF bytes, scanned for numbers of persons. The same poster gives the same bytes.
///
/// The disclosure is scanned field by field too: in print a number may stand right beside another
/// one.
///
/// # Errors
/// See [`DocumentError`]: a character without glyph, names of another disclosure, an address too
/// long for the QR code, a leak.
pub fn poster(poster: &Poster<'_>) -> Result<Vec<u8>, DocumentError> {
    let phones: Vec<&str> =
        poster.disclosure.contacts.iter().map(|contact| contact.phone.as_str()).collect();
    let public = poster.disclosure.to_bytes().or(Err(scan::Leak::Unreadable))?;
    scan::check_disclosure(&public, &phones)?;
    let (layout, letters) = layout(poster)?;
    let bytes = pdf::write(&layout, &letters)?;
    scan::check_pdf(&bytes, &phones)?;
    Ok(bytes)
}

fn layout(poster: &Poster<'_>) -> Result<(Layout, Letters), DocumentError> {
    let words = Words::of(poster)?;
    let letters = Letters::of(words.texts().into_iter().chain([(None, flow::FEET)]))?;
    let practice = poster.practice || poster.disclosure.practice;
    let layout = Layout {
        title: words.title.replace('\n', ""),
        author: words.issuer.clone(),
        dated: poster.dated,
        paper: paper(&words, &letters),
        watermark: practice.then_some("练习"),
        pages: Vec::new(),
        parts: Vec::new(),
    };
    let head = |letters: &Letters, page: &mut Page, paper: Paper| {
        repeated_head(&words, letters, page, paper)
    };
    let mut flow = Flow::new(&letters, layout, &head);
    first_head(&mut flow, &words);
    if let Some((item, table)) = &words.changes {
        changes(&mut flow, item, table);
    }
    if let Some(table) = &words.table {
        table.draw(&mut flow);
    }
    ends(&mut flow, &words);
    flow.feet(
        &format!("公示编号 {}", words.number.split('（').next().unwrap_or_default()),
        &format!("核对码 {}", words.mark.check_code),
    );
    let layout = flow.layout;
    Ok((layout, letters))
}

/// Upright, or landscape if the list would be too small to read from a step away.
fn paper(words: &Words, letters: &Letters) -> Paper {
    let size =
        words.table.as_ref().map_or(READABLE, |table| table.size(letters, Paper::A4.inner()));
    if size < READABLE { Paper::A4_LANDSCAPE } else { Paper::A4 }
}

/// Title, facts on the left, the QR code with the code's characters on the right.
fn first_head(flow: &mut Flow<'_>, words: &Words) {
    flow.title(&words.title, &TITLE_SIZES);
    flow.y += GAP;
    let number = flow::Item { label: "公示编号", text: words.number.clone() };
    let items: Vec<flow::Item> =
        [&number, &words.time].into_iter().chain(&words.facts).cloned().collect();
    words.mark.with_facts(flow, &items, FACTS);
}

/// What a new revision changes, above its list.
fn changes(flow: &mut Flow<'_>, item: &flow::Item, table: &Table) {
    flow.item(item, FACTS, flow.layout.paper.inner());
    flow.y += GAP;
    table.draw(flow);
    flow.y += 2.0 * GAP;
    let style = Style::title(FACTS);
    flow.need(10.0 * style.size);
    let role = flow.layout.part(Part::Section(CORRECTED.to_owned()));
    flow.line((flow.layout.paper.left(), flow.y), CORRECTED, style, role);
    flow.y += LEADING * style.size + GAP;
}

/// What the second and later sheets carry at their top.
fn repeated_head(words: &Words, letters: &Letters, page: &mut Page, paper: Paper) -> f32 {
    let left = paper.left();
    let width = paper.inner() - NEXT_CODE - GAP;
    let role = Role::Furniture;
    page.codes.push(CodeMark {
        x: paper.right() - NEXT_CODE,
        y: paper.margin - 4.0,
        side: NEXT_CODE,
        qr: words.mark.qr.clone(),
        role,
    });
    let (titles, style) =
        flow::title_lines(letters, &words.title, &[16.0, 15.0, 14.0, 13.0, 12.0], width);
    let small = Style::body(11.5);
    let mut lines: Vec<(String, Style)> = titles.into_iter().map(|line| (line, style)).collect();
    lines.push((format!("公示编号　{}", words.number), small));
    lines.push((format!("{}　{}", words.time.label, words.time.text), small));
    lines.push((format!("公开码　{}", words.mark.code), small));
    let mut y = paper.margin;
    for (line, style) in lines {
        page.texts.push(Text { x: left, y: y + flow::BASE * style.size, text: line, style, role });
        y += LEADING * style.size;
    }
    y.max(paper.margin - 4.0 + NEXT_CODE) + 2.0
}

/// Objections, telephones, advice, and who signs; never torn apart.
fn ends(flow: &mut Flow<'_>, words: &Words) {
    let width = flow.layout.paper.inner();
    let sealed = mm(21.0);
    let tall: f32 = words.ends.iter().map(|item| flow.item_height(item, ENDS, width) + 2.0).sum();
    flow.need(GAP + tall + sealed);
    flow.y += GAP;
    for item in &words.ends {
        flow.item(item, ENDS, width);
        flow.y += 2.0;
    }
    flow.y += mm(4.0);
    flow.signed(&[format!("{}（盖章）", words.issuer), words.day.clone()], 14.0);
}
