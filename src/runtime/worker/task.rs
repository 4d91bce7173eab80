//! What an effect may use beside the office.
use std::sync::atomic::AtomicBool;

/// The flag that stops an effect, and where it says how far it is.
pub(super) struct TaskContext<'a> {
    /// Set when the person at the screen wants it to stop.
    pub stop: &'a AtomicBool,
    /// Says how far it is: done, of so many (0 = unknown).
    pub progress: &'a mut dyn FnMut(u64, u64),
    /// Has something else been asked for meanwhile?
    pub others_wait: &'a dyn Fn() -> bool,
}
