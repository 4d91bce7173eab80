//! The objects of a PDF file: numbers, names, strings, lists, dictionaries, streams.
//!
//! Reads what our own writer makes (plain objects, flate streams) for the scanner's sake. Anything
//! else is not understood, and what is not understood is not published. Not here: what a page says
//! (see `pdf_text`).
use flate2::read::ZlibDecoder;
use std::collections::BTreeMap;
use std::io::Read;

/// A PDF object or, in page contents, an operator.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Object {
    Number(f64),
    Name(String),
    Text(Vec<u8>),
    List(Vec<Object>),
    Dict(Dict),
    /// `7 0 R`
    Reference(u32),
    /// `true`, `obj`, `BT` ...
    Word(String),
}

pub(super) type Dict = BTreeMap<String, Object>;

/// The file is not one of ours, or damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotUnderstood;

/// An object of the file and, if it is a stream, its decoded bytes.
pub(super) struct IndirectObject {
    pub object: Object,
    pub stream: Option<Vec<u8>>,
}

/// Every object of the file by its number; the trailer's dictionary under 0.
pub(super) fn read(bytes: &[u8]) -> Result<BTreeMap<u32, IndirectObject>, NotUnderstood> {
    let mut reader = Reader::new(bytes);
    let mut entries = BTreeMap::new();
    let mut before: [Option<Object>; 2] = [None, None];
    while let Some(object) = reader.next()? {
        match (&object, &before) {
            (Object::Word(word), [Some(Object::Number(number)), Some(Object::Number(_))])
                if word == "obj" =>
            {
                let entry = reader.entry()?;
                entries.insert(whole(*number).ok_or(NotUnderstood)?, entry);
            }
            (Object::Dict(_), [_, Some(Object::Word(word))]) if word == "trailer" => {
                entries.insert(0, IndirectObject { object: object.clone(), stream: None });
            }
            _ => {}
        }
        before = [before[1].take(), Some(object)];
    }
    Ok(entries)
}

impl Object {
    pub fn dict(&self) -> Option<&Dict> {
        if let Self::Dict(dict) = self { Some(dict) } else { None }
    }

    /// A whole number not below 0.
    pub fn number(&self) -> Option<u32> {
        if let Self::Number(number) = self { whole(*number) } else { None }
    }
}

fn whole(number: f64) -> Option<u32> {
    // By way of text: a cast would turn -1 and 1.5 into numbers that look right.
    format!("{number}").parse().ok()
}

/// Lists and dictionaries inside each other; ours have six at most.
const DEEPEST: u8 = 32;

/// Reads objects one after the other.
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    depth: u8,
}

impl<'a> Reader<'a> {
    /// From the first byte on.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, depth: 0 }
    }

    /// The next object, `None` at the end.
    pub fn next(&mut self) -> Result<Option<Object>, NotUnderstood> {
        self.skip_space();
        let Some(first) = self.peek(0) else { return Ok(None) };
        let object = match (first, self.peek(1)) {
            (b'<', Some(b'<')) => self.deeper(Self::dict)?,
            (b'<', _) => self.hex(),
            (b'(', _) => self.literal(),
            (b'[', _) => self.deeper(Self::list)?,
            (b'/', _) => self.name(),
            (b']' | b'>' | b'{' | b'}' | b')', _) => {
                self.at += 1;
                Object::Word(char::from(first).to_string())
            }
            _ => self.number_or_word(),
        };
        Ok(Some(object))
    }

    fn entry(&mut self) -> Result<IndirectObject, NotUnderstood> {
        let object = self.next()?.ok_or(NotUnderstood)?;
        let at = self.at;
        if self.next()? != Some(Object::Word("stream".to_owned())) {
            // No stream follows: what was read ahead is given back.
            self.at = at;
            return Ok(IndirectObject { object, stream: None });
        }
        self.at += usize::from(self.peek(0) == Some(b'\r'));
        self.at += usize::from(self.peek(0) == Some(b'\n'));
        let dict = object.dict().ok_or(NotUnderstood)?;
        let length = dict
            .get("Length")
            .and_then(Object::number)
            .and_then(|length| usize::try_from(length).ok())
            .ok_or(NotUnderstood)?;
        let raw = self.bytes.get(self.at..self.at.saturating_add(length)).ok_or(NotUnderstood)?;
        self.at += length;
        if self.next()? != Some(Object::Word("endstream".to_owned())) {
            return Err(NotUnderstood);
        }
        let stream = match dict.get("Filter") {
            None => raw.to_vec(),
            Some(Object::Name(filter)) if filter == "FlateDecode" => inflate(raw)?,
            Some(_) => return Err(NotUnderstood),
        };
        Ok(IndirectObject { object, stream: Some(stream) })
    }

    fn deeper(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<Object, NotUnderstood>,
    ) -> Result<Object, NotUnderstood> {
        if self.depth == DEEPEST {
            return Err(NotUnderstood);
        }
        self.depth += 1;
        let object = read(self);
        self.depth -= 1;
        object
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    fn skip_space(&mut self) {
        while let Some(byte) = self.peek(0) {
            if byte == b'%' {
                while self.peek(0).is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                    self.at += 1;
                }
            } else if !is_space(byte) {
                return;
            }
            self.at += 1;
        }
    }

    fn dict(&mut self) -> Result<Object, NotUnderstood> {
        self.at += 2;
        let mut dict = Dict::new();
        loop {
            self.skip_space();
            if (self.peek(0), self.peek(1)) == (Some(b'>'), Some(b'>')) {
                self.at += 2;
                return Ok(Object::Dict(dict));
            }
            let Some(Object::Name(key)) = self.next()? else { return Err(NotUnderstood) };
            dict.insert(key, self.value()?);
        }
    }

    fn list(&mut self) -> Result<Object, NotUnderstood> {
        self.at += 1;
        let mut list = Vec::new();
        loop {
            self.skip_space();
            if self.peek(0) == Some(b']') {
                self.at += 1;
                return Ok(Object::List(list));
            }
            list.push(self.value()?);
        }
    }

    /// An object that may be a reference.
    fn value(&mut self) -> Result<Object, NotUnderstood> {
        let object = self.next()?.ok_or(NotUnderstood)?;
        let Some(number) = object.number() else { return Ok(object) };
        let at = self.at;
        let generation = self.next()?;
        if generation.is_some_and(|object| object.number().is_some())
            && self.next()? == Some(Object::Word("R".to_owned()))
        {
            return Ok(Object::Reference(number));
        }
        self.at = at;
        Ok(object)
    }

    fn hex(&mut self) -> Object {
        let mut digits = Vec::new();
        self.at += 1;
        while let Some(byte) = self.peek(0) {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            digits.extend(char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok()));
        }
        // An odd number of digits counts as if a zero followed.
        let pair = |pair: &[u8]| {
            pair.first().copied().unwrap_or(0) * 16 + pair.get(1).copied().unwrap_or(0)
        };
        Object::Text(digits.chunks(2).map(pair).collect())
    }

    fn literal(&mut self) -> Object {
        let mut text = Vec::new();
        let mut depth = 1_u32;
        self.at += 1;
        while let Some(byte) = self.peek(0) {
            self.at += 1;
            match byte {
                b'\\' => self.escape(&mut text),
                b'(' => {
                    depth += 1;
                    text.push(byte);
                }
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                    text.push(byte);
                }
                other => text.push(other),
            }
        }
        Object::Text(text)
    }

    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek(0) else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\n' => {}
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek(0) else { break };
                    value = value * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                text.extend(u8::try_from(value & 0xFF));
            }
            other => text.push(other),
        }
    }

    fn name(&mut self) -> Object {
        self.at += 1;
        Object::Name(self.regular())
    }

    fn number_or_word(&mut self) -> Object {
        let word = self.regular();
        let looks_numeric =
            word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'));
        match word.parse() {
            Ok(number) if looks_numeric => Object::Number(number),
            _ => Object::Word(word),
        }
    }

    fn regular(&mut self) -> String {
        let from = self.at;
        while self.peek(0).is_some_and(|byte| !is_space(byte) && !b"()<>[]{}/%".contains(&byte)) {
            self.at += 1;
        }
        String::from_utf8_lossy(self.bytes.get(from..self.at).unwrap_or_default()).into_owned()
    }
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn inflate(raw: &[u8]) -> Result<Vec<u8>, NotUnderstood> {
    let mut bytes = Vec::new();
    ZlibDecoder::new(raw).read_to_end(&mut bytes).map_err(|_io_error| NotUnderstood)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn first(text: &str) -> Result<Option<Object>, NotUnderstood> {
        Reader::new(text.as_bytes()).next()
    }

    #[test]
    fn strings_are_read_in_both_spellings() {
        assert_eq!(first("(a\\(b\\051 (c) \\\\)"), Ok(Some(Object::Text(b"a(b) (c) \\".to_vec()))));
        assert_eq!(first("<4a4 B5>"), Ok(Some(Object::Text(vec![0x4A, 0x4B, 0x50]))));
    }

    #[test]
    fn a_dictionary_tells_numbers_from_references() {
        let expected = [
            ("A".to_owned(), Object::Number(7.0)),
            ("B".to_owned(), Object::Reference(7)),
            ("C".to_owned(), Object::List(vec![Object::Number(7.0), Object::Number(0.0)])),
        ];
        assert_eq!(
            first("<</A 7/B 7 0 R/C [7 0]>> % end"),
            Ok(Some(Object::Dict(Dict::from(expected))))
        );
    }

    #[test]
    fn lists_without_end_or_bottom_are_not_understood() {
        assert_eq!(first("[1 2"), Err(NotUnderstood));
        assert_eq!(first(&"[".repeat(100_000)), Err(NotUnderstood));
        assert_eq!(first("<</A"), Err(NotUnderstood));
    }

    proptest! {
        #[test]
        fn no_bytes_stop_the_reader(text in "([0-9]{1,2}|obj|stream|endstream|<<|>>|/[A-Z]|[(<)>\\[\\]\\\\ ]|/Length [0-9]){0,40}") {
            let entries = read(text.as_bytes()).map(|entries| entries.len());
            prop_assert!(entries.is_err() || entries.is_ok_and(|count| count <= text.len()));
        }
    }
}
