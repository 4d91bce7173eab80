//! Photos that come along with an act: files of the user, freed of all but the picture.
use super::facts::Facts;
use super::values::Values;
use crate::domain::board::{Photo, PhotoView};
use crate::domain::journal::NewBlob;

/// Files as typed; empty = none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Photos {
    /// 近景
    pub near: String,
    /// 远景
    pub far: String,
}

impl Photos {
    /// The files of the two fields.
    #[must_use]
    pub fn of(values: &Values) -> Self {
        Self { near: values.text("near").to_owned(), far: values.text("far").to_owned() }
    }

    /// The photos as a body names them, and their blobs.
    pub(super) fn taken<F: Facts>(
        &self,
        facts: &F,
    ) -> Result<(Vec<Photo>, Vec<NewBlob>), F::Error> {
        let mut photos = Vec::new();
        let mut blobs = Vec::new();
        for (file, view) in [(&self.near, PhotoView::Near), (&self.far, PhotoView::Far)] {
            if !file.is_empty() {
                let blob = facts.photo(file, view)?;
                photos.push(Photo { content: blob.hash(), view });
                blobs.push(blob);
            }
        }
        Ok((photos, blobs))
    }
}
