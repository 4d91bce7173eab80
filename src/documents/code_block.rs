//! A disclosure's QR code at the right edge of a page, its characters below it, and facts to its
//! left.
use super::error::DocumentError;
use super::flow::{Flow, Item, LEADING};
use super::page::{CodeMark, Part, mm};
use super::qr::Qr;
use super::text::Style;
use crate::domain::disclosure::Code;

const SIDE: f32 = mm(40.0);
const GAP: f32 = 6.0;
const ADDRESS: &str = "网址";
const SCAN_ME: &str = "扫码查看、核对";

/// What identifies the bytes of one disclosure on paper.
pub(super) struct CodeBlock {
    pub qr: Qr,
    /// `7K3Q-X2MD`.
    pub check_code: String,
    /// The code in groups of four.
    pub code: String,
    /// What the QR code holds.
    pub url: String,
}

impl CodeBlock {
    /// The block of a code on `host`.
    ///
    /// # Errors
    /// See [`Qr::of`].
    pub fn of(code: &Code, host: &str) -> Result<Self, DocumentError> {
        Ok(Self {
            qr: Qr::of(code, host)?,
            check_code: code.check_code(),
            code: code.grouped(),
            url: code.url(host),
        })
    }

    /// Its words, for the search of glyphs.
    pub fn texts(&self) -> [&str; 6] {
        [ADDRESS, SCAN_ME, "核对码 ", &self.check_code, &self.code, &self.url]
    }

    /// The items from the flow's place down, the code beside them; below both the address.
    pub fn with_facts(&self, flow: &mut Flow<'_>, items: &[Item], size: f32) {
        let top = flow.y;
        let inner = flow.layout.paper.inner();
        let below = self.draw(flow);
        flow.y = top + 2.0;
        for item in items {
            let width = if flow.y < below { inner - SIDE - GAP } else { inner };
            flow.item(item, size, width);
            flow.y += 1.5;
        }
        flow.y = flow.y.max(below);
        flow.item(&Item { label: ADDRESS, text: self.url.clone() }, 11.0, inner);
        flow.y += GAP;
    }

    /// The code at the right edge from the flow's place on; gives where it ends.
    fn draw(&self, flow: &mut Flow<'_>) -> f32 {
        let paper = flow.layout.paper;
        let top = flow.y;
        let x = paper.right() - SIDE;
        let role = flow.layout.part(Part::Figure(format!("二维码：{}", self.url)));
        flow.on_page(|page| {
            page.codes.push(CodeMark { x, y: top, side: SIDE, qr: self.qr.clone(), role });
        });
        let role = flow.layout.part(Part::Paragraph);
        let mut y = top + SIDE;
        let small = Style::body(9.5);
        let mut lines = vec![
            (SCAN_ME.to_owned(), small),
            (format!("核对码 {}", self.check_code), Style::title(12.0)),
        ];
        lines.extend(
            flow.letters.lines(&self.code, small, SIDE).into_iter().map(|line| (line, small)),
        );
        for (line, style) in lines {
            let free = SIDE - flow.letters.width(&line, style);
            flow.line((x + free / 2.0, y), &line, style, role);
            y += LEADING * style.size;
        }
        y + GAP
    }
}
