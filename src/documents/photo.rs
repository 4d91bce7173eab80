//! Photos of boards and papers: checked, and freed of everything that the picture itself does not
//! need.
//!
//! A phone writes place, time, its own number and a small copy of the picture into the file; none
//! of that belongs into evidence that may be shown. The picture's own data are copied as they are
//! (nothing is encoded again), all other parts are dropped by an allow list, and so is whatever
//! follows the picture's end. Of EXIF only the orientation is kept, newly written, because without
//! it a photo would lie on its side. Not here: looking at the picture.
mod jpeg;
mod picture;
mod png;

pub use picture::{LARGEST, LEAST_SIDE, MOST_MEGAPIXELS, Photo, PhotoError, PhotoKind};

/// Checks a photo and takes everything off it that is not the picture.
///
/// # Errors
/// See [`PhotoError`].
pub fn clean(bytes: &[u8]) -> Result<Photo, PhotoError> {
    if bytes.len() > LARGEST {
        return Err(PhotoError::TooLarge { bytes: bytes.len() });
    }
    let photo = match kind(bytes) {
        Some(PhotoKind::Jpeg) => jpeg::clean(bytes)?,
        Some(PhotoKind::Png) => png::clean(bytes)?,
        None => return Err(PhotoError::Format),
    };
    if photo.width.max(photo.height) < LEAST_SIDE {
        return Err(PhotoError::TooSmall { width: photo.width, height: photo.height });
    }
    Ok(photo)
}

/// Width and height as shown, in pixels, of a sound JPEG or PNG of any size.
///
/// # Errors
/// [`PhotoError::Format`], [`PhotoError::Broken`], [`PhotoError::TooManyPixels`].
pub fn dimensions(bytes: &[u8]) -> Result<(u32, u32), PhotoError> {
    let photo = match kind(bytes) {
        Some(PhotoKind::Jpeg) => jpeg::clean(bytes)?,
        Some(PhotoKind::Png) => png::clean(bytes)?,
        None => return Err(PhotoError::Format),
    };
    Ok((photo.width, photo.height))
}

/// The format by the first bytes, never by the name.
#[must_use]
pub fn kind(bytes: &[u8]) -> Option<PhotoKind> {
    if bytes.starts_with(&jpeg::BEGINNING) {
        Some(PhotoKind::Jpeg)
    } else {
        bytes.starts_with(&png::SIGNATURE).then_some(PhotoKind::Png)
    }
}

#[cfg(test)]
mod tests;
