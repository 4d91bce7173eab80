//! The words of boards: kinds, columns, conditions, and photos of what hung there.
use crate::domain::text::word_list::words;
use crate::domain::values::hash::Hash;
use serde::{Deserialize, Serialize};

words! {
    /// What kind of board.
    BoardKind {
        /// 固定栏
        Fixed = "fixed" => "board-kind-fixed",
        /// 电子屏
        Screen = "screen" => "board-kind-screen",
        /// 公共查阅点
        QueryPoint = "query-point" => "board-kind-query-point",
        /// 网页栏目
        Web = "web" => "board-kind-web",
    }
}

words! {
    /// A column of the board.
    BoardColumn {
        /// 党务
        Party = "party" => "board-column-party",
        /// 政务
        Government = "government" => "board-column-government",
        /// 村务
        Village = "village" => "board-column-village",
        /// 财务
        Finance = "finance" => "board-column-finance",
    }
}

words! {
    /// What a board was like when somebody looked.
    Condition {
        /// 完好
        Good = "good" => "condition-good",
        /// 破损
        Damaged = "damaged" => "condition-damaged",
        /// 看不清
        Unreadable = "unreadable" => "condition-unreadable",
        /// 不在原处
        Missing = "missing" => "condition-missing",
    }
}

/// A photo, without its metadata.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Blob with the picture.
    pub content: Hash,
    /// Near or far.
    pub view: PhotoView,
}

impl Photo {
    /// The blobs of these photos.
    #[must_use]
    pub fn contents(photos: &[Self]) -> Vec<Hash> {
        photos.iter().map(|photo| photo.content).collect()
    }
}

words! {
    /// 近景 or 远景.
    PhotoView {
        /// 近景: the sheet can be read.
        Near = "near" => "photo-near",
        /// 远景: the board and where it stands.
        Far = "far" => "photo-far",
    }
}
