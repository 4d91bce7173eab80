//! Signals of the system, passed on to the loop as they come. On Windows there are none.
use std::sync::mpsc::Sender;

/// What the system wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// The window was closed, the machine goes down, or somebody sent an end.
    End,
    /// Stop for a while.
    Suspend,
}

/// Listens on a thread of its own, from now on.
///
/// # Errors
/// The system refuses a handler.
#[cfg(unix)]
pub fn forward<T: From<Signal> + Send + 'static>(to: Sender<T>) -> std::io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP])?;
    std::thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            let wanted = if signal == SIGTSTP { Signal::Suspend } else { Signal::End };
            // The loop is gone: the program ends, and this thread with it.
            if to.send(wanted.into()).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

/// There are none to listen to.
///
/// # Errors
/// Never.
#[cfg(not(unix))]
pub fn forward<T: From<Signal> + Send + 'static>(_to: Sender<T>) -> std::io::Result<()> {
    Ok(())
}

/// Stops until somebody lets the program go on.
///
/// # Errors
/// The system refuses.
pub fn stop_here() -> std::io::Result<()> {
    #[cfg(unix)]
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
    Ok(())
}
