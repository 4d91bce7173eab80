//! Words: sentences by key, how foreign text is shown, and the lists of words that files and
//! commands use.
pub mod display;
pub mod half_width;
pub mod secret;
pub mod sentence;
pub(crate) mod word_list;
pub mod words;
