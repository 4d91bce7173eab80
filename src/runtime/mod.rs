//! The imperative shell: clock, randomness, files, the desk (all acts), the terminal and its
//! worker.
//!
//! What is deliberately absent: rules (they stand in `domain`), words on the screen (`app`, `ui`).
pub mod clock;
pub mod desk;
pub mod entropy;
pub mod files;
mod input;
mod signals;
mod terminal;
pub mod tui;
mod worker;
