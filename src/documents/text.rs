//! Widths and line breaking: greedy, with kinsoku (no closing mark starts a line, no opening mark
//! ends one).
//!
//! Words and numbers of Latin letters and digits stay whole, and so does the end of a paper's
//! number (`〔2026〕12号`); spaces between them vanish at a line's end.
use super::fonts::{Face, Letters};

/// Marks that never start a line.
const NO_START: &str = "，。、；：？！）》〉」』】〕”’…—～·％℃元年月日号%,.;:?!)";
/// Marks that never end a line.
const NO_END: &str = "（《〈「『【〔“‘(￥";

/// Face and size of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Which font first.
    pub face: Face,
    /// In points.
    pub size: f32,
}

impl Style {
    /// A style of the body face.
    #[must_use]
    pub const fn body(size: f32) -> Self {
        Self { face: Face::Body, size }
    }

    /// A style of the title face.
    #[must_use]
    pub const fn title(size: f32) -> Self {
        Self { face: Face::Title, size }
    }
}

impl Letters {
    /// Width of one line, in points.
    #[must_use]
    pub fn width(&self, text: &str, style: Style) -> f32 {
        text.chars().map(|c| self.glyph(c, style.face).advance).sum::<f32>() * style.size
    }

    /// `text` in lines of at most `width` points; one empty line for an empty text.
    #[must_use]
    pub fn lines(&self, text: &str, style: Style, width: f32) -> Vec<String> {
        let mut breaker = Breaker {
            letters: self,
            style,
            width,
            line: String::new(),
            filled: 0.0,
            lines: Vec::new(),
        };
        for paragraph in text.split('\n') {
            for atom in &atoms(paragraph) {
                breaker.place(atom);
            }
            breaker.end_line();
        }
        breaker.lines
    }

    /// Lines of nearly equal length, for titles: as few as possible, the longest as short as
    /// possible.
    #[must_use]
    pub fn balanced(&self, text: &str, style: Style, width: f32) -> Vec<String> {
        let fewest = self.lines(text, style, width);
        let mut best = fewest.clone();
        let mut narrower = width;
        while narrower > width / 2.0 {
            narrower -= style.size / 2.0;
            let tried = self.lines(text, style, narrower);
            if tried.len() > fewest.len() {
                break;
            }
            best = tried;
        }
        best
    }
}

/// A paragraph being broken.
struct Breaker<'a> {
    letters: &'a Letters,
    style: Style,
    width: f32,
    line: String,
    filled: f32,
    lines: Vec<String>,
}

impl Breaker<'_> {
    /// Puts an atom on the line or the next one; one that is too long for any line is broken
    /// anywhere.
    fn place(&mut self, atom: &str) {
        let needed = self.letters.width(atom.trim_end(), self.style);
        if self.filled + needed > self.width && !self.line.is_empty() {
            self.end_line();
        }
        if needed <= self.width {
            self.line.push_str(atom);
            self.filled += self.letters.width(atom, self.style);
            return;
        }
        for character in atom.chars() {
            let advance = self.letters.glyph(character, self.style.face).advance * self.style.size;
            if self.filled + advance > self.width && !self.line.is_empty() {
                self.end_line();
            }
            self.line.push(character);
            self.filled += advance;
        }
    }

    fn end_line(&mut self) {
        self.lines.push(self.line.trim_end().to_owned());
        self.line.clear();
        self.filled = 0.0;
    }
}

/// The pieces between which a line may break.
fn atoms(text: &str) -> Vec<String> {
    let mut atoms: Vec<String> = Vec::new();
    for character in text.chars() {
        match atoms.last_mut() {
            Some(last) if sticks(last.chars().next_back(), character) => last.push(character),
            _ => atoms.push(character.to_string()),
        }
    }
    atoms
}

fn sticks(before: Option<char>, character: char) -> bool {
    before.is_some_and(|before| {
        let within_word =
            (before.is_ascii_graphic() || before == '〕') && character.is_ascii_graphic();
        within_word || character == ' ' || NO_START.contains(character) || NO_END.contains(before)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const STYLE: Style = Style::body(10.0);

    fn broken(text: &str, width: f32) -> Vec<String> {
        Letters::of([(None, text)]).unwrap().lines(text, STYLE, width)
    }

    #[test]
    fn no_closing_mark_starts_a_line_and_no_opening_mark_ends_one() {
        assert_eq!(broken("公示期满，无异议", 40.0), ["公示期", "满，无异", "议"]);
        assert_eq!(broken("依据《办法》", 30.0), ["依据", "《办", "法》"]);
    }

    #[test]
    fn the_number_of_a_paper_is_not_torn_from_its_year() {
        assert_eq!(broken("晋农〔2026〕12号文", 70.0), ["晋农", "〔2026〕12号", "文"]);
    }

    #[test]
    fn a_telephone_number_stays_whole() {
        assert_eq!(broken("电话0350-5222222", 75.0), ["电话", "0350-5222222"]);
    }

    #[test]
    fn groups_of_a_code_break_between_the_groups() {
        assert_eq!(broken("7K3Q X2MD 9ABC", 60.0), ["7K3Q X2MD", "9ABC"]);
    }

    #[test]
    fn a_title_is_broken_into_lines_of_nearly_equal_length() {
        let title = "枣林镇段村耕地地力保护补贴发放公示";
        let letters = Letters::of([(None, title)]).unwrap();
        assert_eq!(
            letters.balanced(title, STYLE, 160.0),
            ["枣林镇段村耕地地力", "保护补贴发放公示"]
        );
    }

    proptest! {
        #[test]
        fn breaking_loses_nothing_but_spaces(text in "[张村，。（）《》a-z0-9 ]{0,40}", width in 10_u16..200) {
            let kept: String = broken(&text, f32::from(width)).concat().replace(' ', "");
            prop_assert_eq!(kept, text.replace(' ', ""));
        }
    }
}
