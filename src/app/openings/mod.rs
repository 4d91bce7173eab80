//! How the screens open the forms of acts: title, what stands in the fields at first, and what is
//! said before an act is confirmed. What an act asks is the office's to say.
pub mod batches;
pub mod boards;
pub mod cases;
pub mod papers;
pub mod publications;
