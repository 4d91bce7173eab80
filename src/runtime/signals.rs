//! Signals become flags that the loop looks at: end, suspend. On Windows there are none.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What the system asked for.
#[derive(Debug, Clone, Default)]
pub struct Signals {
    end: Arc<AtomicBool>,
    suspend: Arc<AtomicBool>,
}

impl Signals {
    /// Listens from now on.
    ///
    /// # Errors
    /// The system refuses a handler.
    #[cfg(unix)]
    pub fn listen() -> std::io::Result<Self> {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
        let signals = Self::default();
        for signal in [SIGTERM, SIGHUP, SIGINT] {
            signal_hook::flag::register(signal, Arc::clone(&signals.end))?;
        }
        signal_hook::flag::register(SIGTSTP, Arc::clone(&signals.suspend))?;
        Ok(signals)
    }

    /// There are none to listen to.
    ///
    /// # Errors
    /// Never.
    #[cfg(not(unix))]
    pub fn listen() -> std::io::Result<Self> {
        Ok(Self::default())
    }

    /// Was the program told to end?
    #[must_use]
    pub fn must_end(&self) -> bool {
        self.end.load(Ordering::Relaxed)
    }

    /// Was it told to stop for a while? Asked once, forgotten.
    #[must_use]
    pub fn must_suspend(&self) -> bool {
        self.suspend.swap(false, Ordering::Relaxed)
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
}
