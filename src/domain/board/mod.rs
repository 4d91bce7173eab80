//! 村务公开栏: a board of a village, folded from its entries, and the photos that show what hung
//! there.
mod fold;
mod particulars;
pub(in crate::domain) mod rules;
mod state;
mod vocabulary;

pub use fold::fold_board;
pub use particulars::{Particulars, QuietColumn};
pub use state::Board;
pub use vocabulary::{BoardColumn, BoardKind, Condition, Photo, PhotoView};
