//! What a finished PDF says: the text of its pages through the fonts' own tables, and every string
//! beside it.
//!
//! Runs of one marked piece are joined, and so are the lines of one paragraph or cell: a number
//! cannot hide by being split between fonts or lines.
use super::pdf_object::{Dict, IndirectObject, NotUnderstood, Object, Reader, read};
use std::collections::BTreeMap;

/// The text of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct PdfText {
    /// Page by page, each marked piece on a line.
    pub pages: Vec<String>,
    /// Paragraphs and cells with their lines joined, each on a line.
    pub parts: String,
    /// Title, author, headings, descriptions of pictures, replaced texts, XMP metadata.
    pub properties: String,
}

type Entries = BTreeMap<u32, IndirectObject>;
/// Text by page object and marked-content number.
type Pieces = BTreeMap<(u32, u32), String>;
/// Glyph number -> characters.
type Letters = BTreeMap<u16, String>;

/// Reads a file that `pdf` made.
pub(super) fn text_of(bytes: &[u8]) -> Result<PdfText, NotUnderstood> {
    let entries = read(bytes)?;
    let mut text = PdfText::default();
    let mut pieces = Pieces::new();
    for (number, entry) in &entries {
        strings(&entry.object, &mut text.properties);
        let Some(dict) = entry.object.dict() else { continue };
        if is_a(dict, "Type", "Metadata") {
            text.properties
                .push_str(&String::from_utf8_lossy(entry.stream.as_deref().unwrap_or_default()));
        }
        if is_a(dict, "Type", "Page") {
            text.pages.push(page(*number, dict, &entries, &mut pieces)?);
        }
    }
    if text.pages.is_empty() {
        return Err(NotUnderstood);
    }
    for dict in entries
        .values()
        .filter_map(|entry| entry.object.dict())
        .filter(|dict| is_a(dict, "Type", "StructElem"))
    {
        part(dict, &pieces, &mut text.parts);
    }
    Ok(text)
}

fn is_a(dict: &Dict, key: &str, name: &str) -> bool {
    matches!(dict.get(key), Some(Object::Name(found)) if found == name)
}

fn resolved<'a>(object: Option<&'a Object>, entries: &'a Entries) -> Option<&'a Object> {
    match object {
        Some(Object::Reference(number)) => entries.get(number).map(|entry| &entry.object),
        other => other,
    }
}

/// Every string inside an object, a line each.
fn strings(object: &Object, into: &mut String) {
    match object {
        Object::Text(bytes) => {
            into.push_str(&decoded(bytes));
            into.push('\n');
        }
        Object::List(list) => list.iter().for_each(|object| strings(object, into)),
        Object::Dict(dict) => dict.values().for_each(|object| strings(object, into)),
        Object::Number(_) | Object::Name(_) | Object::Reference(_) | Object::Word(_) => {}
    }
}

/// A text string: UTF-16 with its mark, else bytes as characters.
fn decoded(bytes: &[u8]) -> String {
    match bytes {
        // A mark says UTF-16; else each byte is a character, as in PDFDocEncoding's common part.
        [0xFE, 0xFF, rest @ ..] => utf16(rest),
        other => other.iter().copied().map(char::from).collect(),
    }
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(pair).collect();
    String::from_utf16_lossy(&units)
}

fn pair(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |value, byte| value << 8 | u16::from(*byte))
}

fn page(
    number: u32,
    dict: &Dict,
    entries: &Entries,
    pieces: &mut Pieces,
) -> Result<String, NotUnderstood> {
    let Some(Object::Reference(contents)) = dict.get("Contents") else { return Err(NotUnderstood) };
    let bytes =
        entries.get(contents).and_then(|entry| entry.stream.as_deref()).ok_or(NotUnderstood)?;
    let resources = resolved(dict.get("Resources"), entries).and_then(Object::dict);
    let mut fonts = BTreeMap::new();
    if let Some(list) =
        resources.and_then(|dict| resolved(dict.get("Font"), entries)).and_then(Object::dict)
    {
        for (name, font) in list {
            let font = resolved(Some(font), entries).and_then(Object::dict).ok_or(NotUnderstood)?;
            fonts.insert(name.as_str(), letters(font, entries)?);
        }
    }
    let mut contents = Contents {
        page: number,
        fonts,
        pieces,
        font: String::new(),
        marks: Vec::new(),
        text: String::new(),
    };
    contents.read(bytes)?;
    Ok(contents.text)
}

/// The table from glyphs to characters, by which PDF readers copy text.
fn letters(font: &Dict, entries: &Entries) -> Result<Letters, NotUnderstood> {
    let Some(Object::Reference(table)) = font.get("ToUnicode") else { return Err(NotUnderstood) };
    let bytes =
        entries.get(table).and_then(|entry| entry.stream.as_deref()).ok_or(NotUnderstood)?;
    let mut reader = Reader::new(bytes);
    let mut letters = Letters::new();
    let mut waiting = Vec::new();
    while let Some(object) = reader.next()? {
        let Object::Word(word) = object else {
            waiting.push(object);
            continue;
        };
        match word.as_str() {
            "endbfchar" => single(&waiting, &mut letters),
            "endbfrange" => ranges(&waiting, &mut letters),
            _ => {}
        }
        waiting.clear();
    }
    Ok(letters)
}

fn single(pairs: &[Object], letters: &mut Letters) {
    for two in pairs.chunks_exact(2) {
        if let [Object::Text(glyph), Object::Text(text)] = two {
            letters.insert(pair(glyph), utf16(text));
        }
    }
}

fn ranges(triples: &[Object], letters: &mut Letters) {
    for three in triples.chunks_exact(3) {
        match three {
            [Object::Text(from), Object::Text(to), Object::Text(text)] => {
                let first = utf16(text);
                for (offset, glyph) in (0..).zip(pair(from)..=pair(to)) {
                    let last = first
                        .chars()
                        .next_back()
                        .and_then(|c| char::from_u32(u32::from(c) + offset));
                    let mut shown: String = first.clone();
                    shown.pop();
                    shown.extend(last);
                    letters.insert(glyph, shown);
                }
            }
            [Object::Text(from), Object::Text(_), Object::List(texts)] => {
                for (glyph, text) in (pair(from)..).zip(texts) {
                    if let Object::Text(text) = text {
                        letters.insert(glyph, utf16(text));
                    }
                }
            }
            _ => {}
        }
    }
}

/// A walk through one page's operators.
struct Contents<'a> {
    page: u32,
    fonts: BTreeMap<&'a str, Letters>,
    pieces: &'a mut Pieces,
    font: String,
    /// The marked pieces we are inside of, with their numbers.
    marks: Vec<Option<u32>>,
    text: String,
}

impl Contents<'_> {
    fn read(&mut self, bytes: &[u8]) -> Result<(), NotUnderstood> {
        let mut reader = Reader::new(bytes);
        let mut operands = Vec::new();
        while let Some(object) = reader.next()? {
            let Object::Word(operator) = object else {
                operands.push(object);
                continue;
            };
            self.operate(&operator, &operands)?;
            operands.clear();
        }
        Ok(())
    }

    fn operate(&mut self, operator: &str, operands: &[Object]) -> Result<(), NotUnderstood> {
        match (operator, operands) {
            ("Tf", [Object::Name(font), ..]) => self.font.clone_from(font),
            ("Tj", [Object::Text(glyphs)]) => self.show(glyphs)?,
            ("TJ", [Object::List(list)]) => {
                for object in list {
                    if let Object::Text(glyphs) = object {
                        self.show(glyphs)?;
                    }
                }
            }
            ("BMC" | "BDC", operands) => self.begin(operands),
            ("EMC", _) => {
                self.marks.pop();
                // Only the outermost mark ends a piece: marks may lie in each other.
                if self.marks.is_empty() {
                    self.text.push('\n');
                }
            }
            // Ways of showing something that we never write: what they hide cannot be scanned.
            ("Tj" | "TJ" | "'" | "\"" | "Do" | "BI", _) => return Err(NotUnderstood),
            _ => {}
        }
        Ok(())
    }

    fn begin(&mut self, operands: &[Object]) {
        let properties = operands.iter().find_map(Object::dict);
        let number = properties.and_then(|dict| dict.get("MCID")).and_then(Object::number);
        if let Some(Object::Text(replaced)) = properties.and_then(|dict| dict.get("ActualText")) {
            self.add(&decoded(replaced), number);
        }
        self.marks.push(number);
    }

    fn show(&mut self, glyphs: &[u8]) -> Result<(), NotUnderstood> {
        let letters = self.fonts.get(self.font.as_str()).ok_or(NotUnderstood)?;
        let mut shown = String::new();
        for glyph in glyphs.chunks(2) {
            shown.push_str(letters.get(&pair(glyph)).ok_or(NotUnderstood)?);
        }
        let number = self.marks.iter().rev().find_map(|number| *number);
        self.add(&shown, number);
        Ok(())
    }

    fn add(&mut self, shown: &str, number: Option<u32>) {
        self.text.push_str(shown);
        if let Some(number) = number {
            self.pieces.entry((self.page, number)).or_default().push_str(shown);
        }
    }
}

/// The text of one paragraph or cell, its pieces joined.
fn part(dict: &Dict, pieces: &Pieces, into: &mut String) {
    let own = page_of(dict);
    let kids = match dict.get("K") {
        Some(Object::List(kids)) => kids.as_slice(),
        Some(kid) => std::slice::from_ref(kid),
        None => &[],
    };
    let before = into.len();
    for kid in kids {
        let mark = kid.dict();
        let page = mark.and_then(page_of).or(own);
        let number =
            mark.map_or_else(|| kid.number(), |mark| mark.get("MCID").and_then(Object::number));
        let piece = page.zip(number).and_then(|at| pieces.get(&at));
        into.push_str(piece.map(String::as_str).unwrap_or_default());
    }
    if into.len() > before {
        into.push('\n');
    }
}

fn page_of(dict: &Dict) -> Option<u32> {
    if let Some(Object::Reference(page)) = dict.get("Pg") { Some(*page) } else { None }
}
