//! What several tests share: chance from a printed seed, and a machine whose power can be cut.
#![allow(dead_code, reason = "each test binary uses its own part")]
pub mod chance;
pub mod machine;
pub mod office;
pub mod powercut;
pub mod saw;
pub mod seeker;
pub mod township;
