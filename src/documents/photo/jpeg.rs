//! JPEG: the segments that a decoder needs, in their order, and the scans between them.
//!
//! Kept: tables, frame, scans, JFIF without its thumbnail, Adobe's colour transform. Everything
//! else goes, and a segment whose length does not fit its content is refused: nothing may hide
//! behind a table.
use super::picture::{Photo, PhotoError, PhotoKind, check_sides};

/// Start of image and the first byte of the next marker.
pub(super) const BEGINNING: [u8; 3] = [0xFF, 0xD8, 0xFF];
const MARK: u8 = 0xFF;
const END: u8 = 0xD9;
const SCAN: u8 = 0xDA;
const APP0: u8 = 0xE0;
const APP1: u8 = 0xE1;
const APP14: u8 = 0xEE;
/// `Exif`, big-endian TIFF, one entry: 0112 orientation, one short; no further directory.
const EXIF: [u8; 24] = *b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01";

/// The picture without metadata.
///
/// # Errors
/// [`PhotoError::Broken`], [`PhotoError::TooManyPixels`].
pub(super) fn clean(bytes: &[u8]) -> Result<Photo, PhotoError> {
    let mut walk = Walk {
        bytes,
        at: 2,
        kept: Vec::with_capacity(bytes.len()),
        sides: None,
        orientation: 1,
        has_scan: false,
    };
    while let Some(marker) = walk.marker()? {
        walk.segment(marker)?;
    }
    walk.finish()
}

/// Where the reader stands, and what it found.
struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
    /// All that is kept after the start of image.
    kept: Vec<u8>,
    sides: Option<(u32, u32)>,
    /// 1 to 8, as EXIF counts.
    orientation: u8,
    has_scan: bool,
}

impl<'a> Walk<'a> {
    /// The next marker; `None` at the end of the image.
    fn marker(&mut self) -> Result<Option<u8>, PhotoError> {
        if self.byte()? != MARK {
            return Err(PhotoError::Broken);
        }
        let mut marker = self.byte()?;
        while marker == MARK {
            marker = self.byte()?; // fill bytes
        }
        Ok((marker != END).then_some(marker))
    }

    fn segment(&mut self, marker: u8) -> Result<(), PhotoError> {
        if !matches!(marker, 0xC0..=0xCF | 0xDA..=0xFE) {
            return Err(PhotoError::Broken);
        }
        let content = self.content()?;
        match marker {
            APP0 if content.starts_with(b"JFIF\0") => self.jfif(content)?,
            APP1 if content.starts_with(b"Exif\0\0") => {
                self.orientation = orientation(content).unwrap_or(self.orientation);
            }
            APP14 if content.starts_with(b"Adobe") => {
                self.keep(marker, content.get(..12).ok_or(PhotoError::Broken)?);
            }
            APP0..=0xFE => {}
            SCAN => self.scan(content)?,
            _ => {
                if !is_sound(marker, content) {
                    return Err(PhotoError::Broken);
                }
                if is_frame(marker) {
                    self.frame(content)?;
                }
                self.keep(marker, content);
            }
        }
        Ok(())
    }

    /// Length and content of a segment.
    fn content(&mut self) -> Result<&'a [u8], PhotoError> {
        let length = usize::from(u16::from_be_bytes([self.byte()?, self.byte()?]));
        let end = self.at + length.checked_sub(2).ok_or(PhotoError::Broken)?;
        let content = self.bytes.get(self.at..end).ok_or(PhotoError::Broken)?;
        self.at = end;
        Ok(content)
    }

    fn byte(&mut self) -> Result<u8, PhotoError> {
        let byte = self.bytes.get(self.at).copied().ok_or(PhotoError::Broken)?;
        self.at += 1;
        Ok(byte)
    }

    fn keep(&mut self, marker: u8, content: &[u8]) {
        self.kept.extend(segment(marker, content));
    }

    /// Version and density, with no thumbnail.
    fn jfif(&mut self, content: &[u8]) -> Result<(), PhotoError> {
        let mut head = content.get(..12).ok_or(PhotoError::Broken)?.to_vec();
        // The thumbnail's width and height: it has none.
        head.extend([0, 0]);
        self.keep(APP0, &head);
        Ok(())
    }

    fn frame(&mut self, content: &[u8]) -> Result<(), PhotoError> {
        let &[_, h1, h0, w1, w0, ..] = content else { return Err(PhotoError::Broken) };
        let width = u32::from(u16::from_be_bytes([w1, w0]));
        let height = u32::from(u16::from_be_bytes([h1, h0]));
        check_sides(width, height)?;
        if self.sides.replace((width, height)).is_some() { Err(PhotoError::Broken) } else { Ok(()) }
    }

    /// A scan's head and its data, up to the marker that ends them.
    fn scan(&mut self, content: &[u8]) -> Result<(), PhotoError> {
        let components = content.first().copied().map(usize::from).unwrap_or_default();
        if self.sides.is_none()
            || !(1..=4).contains(&components)
            || content.len() != 4 + 2 * components
        {
            return Err(PhotoError::Broken);
        }
        self.keep(SCAN, content);
        let data = self.bytes.get(self.at..).unwrap_or_default();
        let ends =
            // A scan ends at a mark that is neither a stuffed zero nor a restart.
            |pair: &[u8]| matches!(pair, [MARK, next] if !matches!(next, 0x00 | 0xD0..=0xD7));
        let length = data.windows(2).position(ends).ok_or(PhotoError::Broken)?;
        self.kept.extend(data.get(..length).unwrap_or_default());
        self.at += length;
        self.has_scan |= length > 0;
        Ok(())
    }

    fn finish(self) -> Result<Photo, PhotoError> {
        let (Some((width, height)), true) = (self.sides, self.has_scan) else {
            return Err(PhotoError::Broken);
        };
        let mut bytes = vec![MARK, 0xD8];
        // JFIF has to come first; what is read of EXIF stands right behind it.
        let after_jfif = if self.kept.starts_with(&[MARK, APP0]) { 18 } else { 0 };
        let (first, rest) = self.kept.split_at_checked(after_jfif).ok_or(PhotoError::Broken)?;
        bytes.extend(first);
        if self.orientation != 1 {
            let mut exif = EXIF.to_vec();
            exif.extend([0, self.orientation, 0, 0, 0, 0, 0, 0]);
            bytes.extend(segment(APP1, &exif));
        }
        bytes.extend(rest);
        bytes.extend([MARK, END]);
        // Orientations 5 to 8 lie on their side.
        let (width, height) = if self.orientation > 4 { (height, width) } else { (width, height) };
        Ok(Photo { bytes, kind: PhotoKind::Jpeg, width, height })
    }
}

/// A segment of at most 65,533 bytes, as one was read.
fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap_or(u16::MAX);
    let mut bytes = vec![MARK, marker];
    bytes.extend(length.to_be_bytes());
    bytes.extend(content);
    bytes
}

const fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}

/// Does the segment hold what its kind says, and not a byte more?
fn is_sound(marker: u8, content: &[u8]) -> bool {
    match marker {
        0xC4 => is_all_tables(content, |_, rest| {
            let symbols: usize = rest.get(..16)?.iter().map(|count| usize::from(*count)).sum();
            Some(16 + symbols)
        }),
        0xDB => is_all_tables(content, |head, _| Some(if head >> 4 == 0 { 64 } else { 128 })),
        0xDD => content.len() == 2,
        0xCC => content.len().is_multiple_of(2),
        _ if is_frame(marker) => content
            .get(5)
            .is_some_and(|components| content.len() == 6 + 3 * usize::from(*components)),
        _ => false,
    }
}

/// Does the content consist of whole tables? `length` gives the length of a table from its first
/// byte and the bytes after it.
fn is_all_tables(content: &[u8], length: impl Fn(u8, &[u8]) -> Option<usize>) -> bool {
    let mut rest = content;
    while let Some((head, after)) = rest.split_first() {
        let Some(next) = length(*head, after).and_then(|length| after.get(length..)) else {
            return false;
        };
        rest = next;
    }
    true
}

/// The orientation in a segment of EXIF, 1 to 8; `None` if it has none.
fn orientation(content: &[u8]) -> Option<u8> {
    let tiff = content.get(6..)?;
    let is_little = tiff.starts_with(b"II");
    let number = |at: usize, length: usize| -> Option<usize> {
        let digits = tiff.get(at..at.checked_add(length)?)?;
        let add = |sum: usize, byte: &u8| (sum << 8) | usize::from(*byte);
        Some(if is_little { digits.iter().rev().fold(0, add) } else { digits.iter().fold(0, add) })
    };
    let directory = number(4, 4)?;
    let entry = (0..number(directory, 2)?)
        .map(|place| directory + 2 + 12 * place)
        .find(|at| number(*at, 2) == Some(0x0112))?;
    u8::try_from(number(entry + 8, 2)?).ok().filter(|value| (1..=8).contains(value))
}
