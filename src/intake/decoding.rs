//! Bytes of a csv -> UTF-8: the encoding is found by content and then held strictly, never guessed again.
use encoding_rs::{Decoder, DecoderResult, GB18030};
use std::io::{self, Read};

/// How much is looked at to tell UTF-8 from GB18030. Chinese text in GB18030 is never valid UTF-8 for long.
pub(super) const LOOKED_AT: usize = 1 << 20;

/// What a csv is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf8WithMark,
    Gb18030,
}

impl Encoding {
    /// By the first [`LOOKED_AT`] bytes; `whole` = there are no more.
    pub(super) fn of(start: &[u8], whole: bool) -> Self {
        let valid = encoding_rs::Encoding::utf8_valid_up_to(start);
        let cut = !whole && start.len() - valid < 4;
        if start.starts_with(b"\xef\xbb\xbf") {
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
        }
    }
}

/// UTF-8 as it comes (the csv reader checks it), GB18030 decoded; always ends with a line feed, so that lines can be counted.
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
        let decoder = (encoding == Encoding::Gb18030).then(|| GB18030.new_decoder_without_bom_handling());
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
            let (result, read, written) = decoder.decode_to_utf8_without_replacement(bytes, out, last);
            self.waiting.start += read;
            match result {
                DecoderResult::Malformed(..) => return Err(io::Error::from(io::ErrorKind::InvalidData)),
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
    fn bytes_of_neither_encoding_are_an_error() {
        assert!(decoded(b"\xff\xff\x80,1\n").is_err());
    }
}
