//! Typed pages and sheets -> bytes. No store, no paths: callers give values and take bytes.
pub mod sheets;
