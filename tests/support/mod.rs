//! What several tests share: chance from a printed seed, a machine whose power can be cut, offices
//! to begin with, and the programs that read papers and screens.
#![allow(
    clippy::panic,
    clippy::string_slice,
    dead_code,
    reason = "what is amiss fails the test; each binary uses its part"
)]
pub mod acts;
pub mod camera;
pub mod chance;
pub mod command_line;
pub mod machine;
pub mod office;
pub mod pdf;
pub mod powercut;
pub mod pty;
pub mod saw;
pub mod seeker;
pub mod township;
pub mod village;
