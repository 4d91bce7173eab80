//! Bytes of a csv -> UTF-8: the encoding is found by content and then held strictly, never guessed
//! again.
use encoding_rs::{Decoder, DecoderResult, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use std::io::{self, Read};

/// How much is looked at to tell UTF-8 from GB18030. Chinese text in GB18030 is never valid UTF-8
/// for long.
pub(super) const LOOKED_AT: usize = 1 << 20;

/// How much is looked at to find the head of the table.
const GLANCED_AT: usize = 1 << 16;

/// What a csv is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf8WithMark,
    Gb18030,
    Utf16Le,
    Utf16Be,
}

impl Encoding {
    /// By the first [`LOOKED_AT`] bytes; `whole` = there are no more.
    pub(super) fn of(start: &[u8], whole: bool) -> Self {
        let valid = encoding_rs::Encoding::utf8_valid_up_to(start);
        // A character of up to four bytes may be cut in two where the looking stops.
        let cut = !whole && start.len() - valid < 4;
        if start.starts_with(b"\xff\xfe") {
            Self::Utf16Le
        } else if start.starts_with(b"\xfe\xff") {
            Self::Utf16Be
        } else if start.starts_with(b"\xef\xbb\xbf") {
            Self::Utf8WithMark
        } else if valid == start.len() || cut {
            Self::Utf8
        } else {
            Self::Gb18030
        }
    }

    /// As a person names it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8WithMark => "UTF-8 (BOM)",
            Self::Gb18030 => "GB18030",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
        }
    }

    /// Length of the byte order mark.
    pub(super) const fn mark(self) -> usize {
        match self {
            Self::Utf8WithMark => 3,
            Self::Utf16Le | Self::Utf16Be => 2,
            Self::Utf8 | Self::Gb18030 => 0,
        }
    }

    const fn table(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 | Self::Utf8WithMark => UTF_8,
            Self::Gb18030 => GB18030,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
        }
    }

    /// The beginning of a file, as far as it can be read: only to look at, never to take in.
    pub(super) fn glance(self, start: &[u8]) -> String {
        let top = start.get(self.mark()..start.len().min(GLANCED_AT)).unwrap_or_default();
        self.table().decode_without_bom_handling(top).0.into_owned()
    }
}

/// The whole text of a CSV file in any of the known encodings; `None` = a workbook, or bytes that
/// are no text.
#[must_use]
pub fn text_of(bytes: &[u8]) -> Option<String> {
    // Only UTF-16 has zero bytes in its text.
    if bytes.contains(&0) && !bytes.starts_with(b"\xff\xfe") && !bytes.starts_with(b"\xfe\xff") {
        return None;
    }
    let encoding = Encoding::of(bytes.get(..LOOKED_AT).unwrap_or(bytes), bytes.len() <= LOOKED_AT);
    let (text, is_damaged) = encoding
        .table()
        .decode_without_bom_handling(bytes.get(encoding.mark()..).unwrap_or_default());
    (!is_damaged).then(|| text.into_owned())
}

/// UTF-8 as it comes (the csv reader checks it), others decoded; always ends with a line feed, so
/// that lines can be counted.
pub(super) struct Text<'r> {
    source: &'r mut dyn Read,
    decoder: Option<Decoder>,
    input: Vec<u8>,
    waiting: std::ops::Range<usize>,
    last: u8,
    ended: bool,
}

impl<'r> Text<'r> {
    /// `source` stands at the first byte after a byte order mark.
    pub(super) fn new(source: &'r mut dyn Read, encoding: Encoding) -> Self {
        let comes_as_it_is = matches!(encoding, Encoding::Utf8 | Encoding::Utf8WithMark);
        let decoder =
            (!comes_as_it_is).then(|| encoding.table().new_decoder_without_bom_handling());
        // UTF-8 is passed through and needs no buffer; `read` tells the two apart by it.
        let input = if decoder.is_some() { vec![0; 1 << 16] } else { Vec::new() };
        Self { source, decoder, input, waiting: 0..0, last: b'\n', ended: false }
    }

    /// Decodes what there is; 0 = the source ended and nothing is left in the decoder.
    fn decode(&mut self, mut decoder: Decoder, out: &mut [u8]) -> io::Result<usize> {
        loop {
            if self.waiting.is_empty() {
                self.waiting = 0..self.source.read(&mut self.input)?;
            }
            let last = self.waiting.is_empty();
            let bytes = self.input.get(self.waiting.clone()).unwrap_or_default();
            let (result, read, written) =
                decoder.decode_to_utf8_without_replacement(bytes, out, last);
            self.waiting.start += read;
            match result {
                DecoderResult::Malformed(..) => {
                    return Err(io::Error::from(io::ErrorKind::InvalidData));
                }
                // Half a character was read: zero bytes would mean the end, so more is read first.
                DecoderResult::InputEmpty | DecoderResult::OutputFull if written == 0 && !last => {}
                DecoderResult::InputEmpty | DecoderResult::OutputFull => {
                    if !last {
                        self.decoder = Some(decoder);
                    }
                    return Ok(written);
                }
            }
        }
    }
}

impl Read for Text<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.ended || out.is_empty() {
            return Ok(0);
        }
        let read = match self.decoder.take() {
            Some(decoder) => self.decode(decoder, out)?,
            None if self.input.is_empty() => self.source.read(out)?,
            None => 0,
        };
        if let Some(last) = out.get(..read).and_then(<[u8]>::last) {
            self.last = *last;
            return Ok(read);
        }
        self.ended = true;
        Ok(self.close(out))
    }
}

impl Text<'_> {
    fn close(&self, out: &mut [u8]) -> usize {
        match out.first_mut() {
            Some(first) if self.last != b'\n' => {
                *first = b'\n';
                1
            }
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(mut bytes: &[u8]) -> io::Result<String> {
        let mut text = String::new();
        let encoding = Encoding::of(bytes, true);
        bytes = &bytes[encoding.mark()..];
        Text::new(&mut bytes, encoding).read_to_string(&mut text)?;
        Ok(text)
    }

    #[test]
    fn rare_names_survive_in_gb18030() {
        let (bytes, _, unmapped) = GB18030.encode("禤𬭎,张㛃,䶮");
        assert!(!unmapped);
        assert_eq!(decoded(&bytes).unwrap(), "禤𬭎,张㛃,䶮\n");
    }

    #[test]
    fn utf8_is_found_even_when_the_look_ends_inside_a_character() {
        let text = "姓名,金额\n".repeat(20);
        assert_eq!(Encoding::of(text.as_bytes(), true), Encoding::Utf8);
        assert_eq!(Encoding::of(text.as_bytes().get(..4).unwrap(), false), Encoding::Utf8);
        assert_eq!(decoded(text.as_bytes()).unwrap(), text);
    }

    #[test]
    fn rare_names_survive_in_utf16_and_half_characters_are_an_error() {
        let wide = |text: &str, bytes: fn(u16) -> [u8; 2]| {
            text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>()
        };
        for bytes in
            [wide("\u{feff}禤𬭎\t5", u16::to_le_bytes), wide("\u{feff}禤𬭎\t5", u16::to_be_bytes)]
        {
            assert_eq!(decoded(&bytes).unwrap(), "禤𬭎\t5\n");
            assert!(decoded(&bytes[..bytes.len() - 1]).is_err());
        }
    }

    #[test]
    fn bytes_of_neither_encoding_are_an_error() {
        assert!(decoded(b"\xff\xff\x80,1\n").is_err());
    }
}
