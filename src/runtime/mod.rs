//! The imperative shell: clock, randomness, files, the session (all acts), the terminal and its
//! worker.
//!
//! What is deliberately absent: rules (they stand in `domain`), words on the screen (`app`, `ui`).
pub mod clock;
pub mod entropy;
pub mod files;
mod input;
pub mod session;
mod signals;
mod terminal;
pub mod tui;
mod worker;
