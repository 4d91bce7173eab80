//! A photo without metadata, its bounds, and why one is not taken.
use crate::domain::text::sentence::{Sentence, Spoken};

/// Largest file taken, in bytes (10 MB): a phone's photo has 2 to 8.
pub const LARGEST: usize = 10 * 1024 * 1024;
/// The longer side must have at least so many pixels, or nobody can read the paper on the board.
pub const LEAST_SIDE: u32 = 640;
/// At most so many millions of pixels; a file that claims more is meant to exhaust the memory.
pub const MOST_MEGAPIXELS: u64 = 120;

/// The two formats that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoKind {
    /// `.jpg`
    Jpeg,
    /// `.png`
    Png,
}

/// A photo without metadata.
#[derive(Clone, PartialEq, Eq)]
pub struct Photo {
    /// The cleaned file; cleaning it again gives the same bytes.
    pub bytes: Vec<u8>,
    /// Its format.
    pub kind: PhotoKind,
    /// Pixels from left to right, as shown.
    pub width: u32,
    /// Pixels from top to bottom, as shown.
    pub height: u32,
}

impl std::fmt::Debug for Photo {
    /// Never shows the picture.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Photo({:?} {}x{}, {} bytes)",
            self.kind,
            self.width,
            self.height,
            self.bytes.len()
        )
    }
}

/// Why a photo is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    /// Neither JPEG nor PNG, whatever its name says.
    #[error("the file is neither JPEG nor PNG")]
    Format,
    /// More than [`LARGEST`] bytes.
    #[error("the file has {bytes} bytes, at most {LARGEST} are taken")]
    TooLarge {
        /// Of the file.
        bytes: usize,
    },
    /// Cut off or damaged.
    #[error("the picture's data are damaged or cut off")]
    Broken,
    /// The longer side has fewer than [`LEAST_SIDE`] pixels.
    #[error("the picture has {width}x{height} pixels, the longer side needs {LEAST_SIDE}")]
    TooSmall {
        /// Pixels from left to right.
        width: u32,
        /// Pixels from top to bottom.
        height: u32,
    },
    /// More than [`MOST_MEGAPIXELS`].
    #[error("the picture has {width}x{height} pixels, it may have {MOST_MEGAPIXELS} millions")]
    TooManyPixels {
        /// Pixels from left to right.
        width: u32,
        /// Pixels from top to bottom.
        height: u32,
    },
}

impl Spoken for PhotoError {
    fn sentence(&self) -> Sentence {
        let sides = |key, (width, height): (u32, u32), limit: u64| {
            Sentence::plain(key).with("width", width).with("height", height).with("limit", limit)
        };
        match *self {
            Self::Format => Sentence::plain("documents-photo-format"),
            Self::TooLarge { bytes } => {
                let megabytes = |bytes: usize| bytes.div_ceil(1024 * 1024);
                Sentence::plain("documents-photo-too-large")
                    .with("size", megabytes(bytes))
                    .with("limit", megabytes(LARGEST))
            }
            Self::Broken => Sentence::plain("documents-photo-broken"),
            Self::TooSmall { width, height } => {
                sides("documents-photo-too-small", (width, height), LEAST_SIDE.into())
            }
            Self::TooManyPixels { width, height } => {
                sides("documents-photo-too-many-pixels", (width, height), MOST_MEGAPIXELS)
            }
        }
    }
}

/// Refuses sides of no pixels and of too many.
pub(super) fn check_sides(width: u32, height: u32) -> Result<(), PhotoError> {
    if width == 0 || height == 0 {
        return Err(PhotoError::Broken);
    }
    let is_too_much = u64::from(width) * u64::from(height) > MOST_MEGAPIXELS * 1_000_000;
    if is_too_much { Err(PhotoError::TooManyPixels { width, height }) } else { Ok(()) }
}
