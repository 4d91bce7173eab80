//! The records of an old workbook, and the texts in them, which may go on in further records.
use super::bytes::{u16_at, u32_at};

/// Record kinds, by the names of the format's description.
pub(super) mod kind {
    pub const FORMULA: u16 = 0x0006;
    pub const EOF: u16 = 0x000A;
    pub const DATE_MODE: u16 = 0x0022;
    pub const FILE_PASS: u16 = 0x002F;
    pub const CONTINUE: u16 = 0x003C;
    pub const BOUND_SHEET: u16 = 0x0085;
    pub const MUL_RK: u16 = 0x00BD;
    pub const R_STRING: u16 = 0x00D6;
    pub const XF: u16 = 0x00E0;
    pub const MERGED_CELLS: u16 = 0x00E5;
    pub const SST: u16 = 0x00FC;
    pub const LABEL_SST: u16 = 0x00FD;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const BOOL_ERR: u16 = 0x0205;
    pub const STRING: u16 = 0x0207;
    pub const RK: u16 = 0x027E;
    pub const FORMAT: u16 = 0x041E;
    pub const BOF: u16 = 0x0809;
}

/// One record with what goes on in the ones after it.
pub(super) struct Record<'s> {
    pub(super) kind: u16,
    pub(super) data: &'s [u8],
    more: Vec<&'s [u8]>,
}

impl<'s> Record<'s> {
    /// Its content from byte `at` on, piece by piece.
    pub(super) fn pieces(&self, at: usize) -> Option<Pieces<'s>> {
        Some(Pieces { now: self.data.get(at..)?, later: self.more.clone().into_iter() })
    }
}

/// Reads records one after the other; ends early where the stream is cut.
pub(super) struct Records<'s> {
    rest: &'s [u8],
}

impl<'s> Records<'s> {
    /// From byte `at` of the stream.
    pub(super) fn new(stream: &'s [u8], at: usize) -> Option<Self> {
        Some(Self { rest: stream.get(at..)? })
    }

    fn one(&mut self) -> Option<(u16, &'s [u8])> {
        let kind = u16_at(self.rest, 0)?;
        let length = usize::from(u16_at(self.rest, 2)?);
        let data = self.rest.get(4..4 + length)?;
        self.rest = self.rest.get(4 + length..)?;
        Some((kind, data))
    }
}

impl<'s> Iterator for Records<'s> {
    type Item = Record<'s>;

    fn next(&mut self) -> Option<Record<'s>> {
        let (kind, data) = self.one()?;
        let mut more = Vec::new();
        while u16_at(self.rest, 0) == Some(kind::CONTINUE) {
            more.push(self.one()?.1);
        }
        Some(Record { kind, data, more })
    }
}

/// Bytes that lie in several records.
pub(super) struct Pieces<'s> {
    now: &'s [u8],
    later: std::vec::IntoIter<&'s [u8]>,
}

impl<'s> Pieces<'s> {
    /// The next part of at most `most` bytes, never empty.
    fn part(&mut self, most: usize) -> Option<&'s [u8]> {
        while self.now.is_empty() {
            self.now = self.later.next()?;
        }
        let (part, rest) = self.now.split_at(most.min(self.now.len()));
        self.now = rest;
        Some(part)
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            count -= self.part(count)?.len();
        }
        Some(())
    }

    fn byte(&mut self) -> Option<u8> {
        self.part(1)?.first().copied()
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | (u32::from(self.u16()?) << 16))
    }

    /// `count` characters in one or two bytes each; where a text goes on in the next record, that
    /// one says anew which.
    fn chars(&mut self, count: usize, mut wide: bool) -> Option<String> {
        let mut units = Vec::with_capacity(count);
        while units.len() < count {
            if self.now.is_empty() {
                self.now = self.later.next()?;
                // Excel repeats the width at each record, and it may differ.
                wide = self.byte()? & 1 == 1;
            }
            let missing = count - units.len();
            if wide {
                let part = self
                    .now
                    .get(..self.now.len().min(missing * 2) & !1)
                    .filter(|part| !part.is_empty())?;
                self.now = self.now.get(part.len()..)?;
                units.extend(part.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit)));
            } else {
                units.extend(self.part(missing)?.iter().copied().map(u16::from));
            }
        }
        Some(String::from_utf16_lossy(&units))
    }

    /// The name of a sheet: its length in one byte.
    pub(super) fn short_text(&mut self) -> Option<String> {
        let count = self.byte()?;
        let flags = self.byte()?;
        self.chars(usize::from(count), flags & 1 == 1)
    }

    /// A text with its fonts and readings, which are passed over.
    pub(super) fn text(&mut self) -> Option<String> {
        let count = self.u16()?;
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.u16()?) * 4 };
        let readings = if flags & 4 == 0 { 0 } else { self.u32()? as usize };
        let text = self.chars(usize::from(count), flags & 1 == 1)?;
        self.skip(runs)?;
        self.skip(readings)?;
        Some(text)
    }
}

/// The texts that all sheets share.
pub(super) fn shared_texts(record: &Record<'_>) -> Option<Vec<String>> {
    let count = u32_at(record.data, 4)?;
    let mut pieces = record.pieces(8)?;
    (0..count).map(|_| pieces.text()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_may_go_on_in_the_next_record_in_other_bytes() {
        let mut stream = vec![0xFC, 0, 0, 0];
        stream.extend([1, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, b'A', b'B']);
        stream[2] = u8::try_from(stream.len() - 4).unwrap();
        stream.extend([0x3C, 0, 7, 0, 1, 0xB5, 0x6B, 0x51, 0x67, b'C', 0]);
        let record = Records::new(&stream, 0).unwrap().next().unwrap();
        assert_eq!(shared_texts(&record), Some(vec!["AB段村C".to_owned()]));
    }

    #[test]
    fn a_text_that_is_cut_off_is_none() {
        let record = Record {
            kind: kind::SST,
            data: &[1, 0, 0, 0, 1, 0, 0, 0, 5, 0, 1, 0xB5],
            more: vec![],
        };
        assert_eq!(shared_texts(&record), None);
    }
}
