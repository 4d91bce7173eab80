//! PNG: the chunks that a decoder needs, each with its checksum right, up to the end of the
//! picture.
//!
//! The picture's data are unpacked once to see that they are whole. Kept beside the critical
//! chunks: transparency, gamma, colour space, pixel size. Texts, times, EXIF, profiles and private
//! chunks go.
use super::picture::{Photo, PhotoError, PhotoKind, check_sides};
use flate2::Crc;
use flate2::bufread::ZlibDecoder;
use std::io::Read;

/// The first bytes of every PNG.
pub(super) const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

/// A chunk with its kind.
struct Chunk<'a> {
    kind: [u8; 4],
    content: &'a [u8],
    /// Length, kind, content and checksum.
    whole: &'a [u8],
}

/// The picture without metadata.
///
/// # Errors
/// [`PhotoError::Broken`], [`PhotoError::TooManyPixels`].
pub(super) fn clean(bytes: &[u8]) -> Result<Photo, PhotoError> {
    let mut rest = bytes.get(SIGNATURE.len()..).unwrap_or_default();
    let mut kept = SIGNATURE.to_vec();
    let mut data = Vec::new();
    let mut header = None;
    loop {
        let (chunk, after) = next(rest).ok_or(PhotoError::Broken)?;
        rest = after;
        if header.is_none() {
            header = Some(Header::read(&chunk).ok_or(PhotoError::Broken)?);
        } else if chunk.kind == *b"IHDR" {
            return Err(PhotoError::Broken);
        }
        if is_needed(&chunk)? {
            kept.extend(chunk.whole);
        }
        match &chunk.kind {
            b"IDAT" => data.push(chunk.content),
            b"IEND" => break,
            _ => {}
        }
    }
    let header = header.ok_or(PhotoError::Broken)?;
    check_sides(header.width, header.height)?;
    if unpacked(&data.concat(), header.size())? == header.size() {
        Ok(Photo { bytes: kept, kind: PhotoKind::Png, width: header.width, height: header.height })
    } else {
        Err(PhotoError::Broken)
    }
}

/// The chunk at the beginning, its checksum right, and what follows.
fn next(bytes: &[u8]) -> Option<(Chunk<'_>, &[u8])> {
    let (length, after) = bytes.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (kind, _) = after.split_first_chunk::<4>()?;
    let (whole, rest) = bytes.split_at_checked(length.checked_add(12)?)?;
    let content = after.get(4..4 + length)?;
    let mut sum = Crc::new();
    sum.update(after.get(..4 + length)?);
    whole
        .ends_with(&sum.sum().to_be_bytes())
        .then_some((Chunk { kind: *kind, content, whole }, rest))
}

/// Is the chunk part of the picture? A critical one that nobody knows or that is too long is
/// refused.
fn is_needed(chunk: &Chunk<'_>) -> Result<bool, PhotoError> {
    let most = match &chunk.kind {
        b"IHDR" | b"IDAT" => usize::MAX,
        b"IEND" => 0,
        b"PLTE" => 768,
        b"tRNS" => 256,
        b"gAMA" => 4,
        b"sRGB" => 1,
        b"pHYs" => 9,
        _ => return if is_critical(chunk) { Err(PhotoError::Broken) } else { Ok(false) },
    };
    let is_needed = chunk.content.len() <= most;
    if !is_needed && is_critical(chunk) { Err(PhotoError::Broken) } else { Ok(is_needed) }
}

/// Written with a capital letter: no decoder may leave it out.
fn is_critical(chunk: &Chunk<'_>) -> bool {
    chunk.kind.first().is_some_and(u8::is_ascii_uppercase)
}

/// What the first chunk says.
struct Header {
    width: u32,
    height: u32,
    bits_a_pixel: u64,
    is_interlaced: bool,
}

impl Header {
    fn read(chunk: &Chunk<'_>) -> Option<Self> {
        let &[w3, w2, w1, w0, h3, h2, h1, h0, depth, colour, 0, 0, interlace @ (0 | 1)] =
            chunk.content
        else {
            return None;
        };
        let samples = match colour {
            0 | 3 => 1,
            4 => 2,
            2 => 3,
            6 => 4,
            _ => return None,
        };
        (chunk.kind == *b"IHDR" && matches!(depth, 1 | 2 | 4 | 8 | 16)).then_some(Self {
            width: u32::from_be_bytes([w3, w2, w1, w0]),
            height: u32::from_be_bytes([h3, h2, h1, h0]),
            bits_a_pixel: samples * u64::from(depth),
            is_interlaced: interlace == 1,
        })
    }

    /// Bytes of the unpacked picture: each line has one byte more, for its filter.
    fn size(&self) -> u64 {
        let width = u64::from(self.width);
        let height = u64::from(self.height);
        let part = |width: u64, height: u64| {
            if width == 0 { 0 } else { height * (1 + (width * self.bits_a_pixel).div_ceil(8)) }
        };
        if !self.is_interlaced {
            return part(width, height);
        }
        // Adam7: first column and line, and the steps.
        let passes = [
            (0, 0, 8, 8),
            (4, 0, 8, 8),
            (0, 4, 4, 8),
            (2, 0, 4, 4),
            (0, 2, 2, 4),
            (1, 0, 2, 2),
            (0, 1, 1, 2),
        ];
        let count = |all: u64, first: u64, step: u64| all.saturating_sub(first).div_ceil(step);
        passes
            .iter()
            .map(|&(x, y, across, down)| part(count(width, x, across), count(height, y, down)))
            .sum()
    }
}

/// How many bytes the packed data hold, never more than one above `expected`.
fn unpacked(packed: &[u8], expected: u64) -> Result<u64, PhotoError> {
    // One byte more than expected shows that there is too much, without unpacking a bomb.
    let mut limited = ZlibDecoder::new(packed).take(expected + 1);
    std::io::copy(&mut limited, &mut std::io::sink()).or(Err(PhotoError::Broken))
}
