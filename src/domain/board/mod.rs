//! 村务公开栏: a board of a village, folded from its entries, and the photos that show what hung
//! there.
mod fold;
pub(in crate::domain) mod rules;
mod state;
mod vocabulary;

pub use fold::fold_board;
pub use state::Board;
pub use vocabulary::{BoardColumn, BoardKind, Condition, Photo, PhotoView};
