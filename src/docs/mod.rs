//! What is written about the whole house: a page a module, the same text as the file beside it.
//!
//! Deliberately absent: code. What one room or type is stands with its code.

pub mod architecture {
    #![doc = include_str!("architecture.md")]
}
pub mod changes {
    #![doc = include_str!("changes.md")]
}
pub mod contributing {
    #![doc = include_str!("contributing.md")]
}
pub mod decisions {
    #![doc = include_str!("decisions.md")]
}
pub mod formats {
    #![doc = include_str!("formats.md")]
}
