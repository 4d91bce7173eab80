//! The terminal itself: raw mode, the alternate screen, bracketed paste; and back again on every
//! way out.
//!
//! Whatever ends the program (a question mark, a panic, a signal) the clerk gets a usable shell
//! back. No mouse: it would take the terminal's own copying away.
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::execute;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use std::io::{self, Stdout};

/// What the program draws on.
pub type Screen = Terminal<CrosstermBackend<Stdout>>;

/// The terminal in the program's hands; given back when dropped.
pub struct Held {
    /// To draw on.
    pub screen: Screen,
}

impl Held {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// It is no terminal, or one that cannot be switched.
    pub fn take() -> io::Result<Self> {
        // The hook runs before anything is dropped, so the message is printed on a usable screen.
        let before = std::panic::take_hook();
        let drawing = std::thread::current().id();
        std::panic::set_hook(Box::new(move |panic| {
            // A panic of another thread is caught there and shown on the screen as a message;
            // printing it would wreck the screen.
            if std::thread::current().id() == drawing {
                give_back();
                before(panic);
            }
        }));
        enter()?;
        let screen = Terminal::new(CrosstermBackend::new(io::stdout()))?;
        Ok(Self { screen })
    }

    /// Gives it back for a while (Ctrl+Z from outside), and takes it again when `stopped` returns.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn lend(&mut self, stopped: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        give_back();
        stopped()?;
        enter()?;
        // A new one, which draws everything; `clear` would ask the terminal for the cursor, and the
        // thread of keys would take the answer away.
        self.screen = Terminal::new(CrosstermBackend::new(io::stdout()))?;
        Ok(())
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        give_back();
    }
}

fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)
}

/// Each step is tried even if the one before failed: a closed window has no one to tell.
fn give_back() {
    let _ = execute!(io::stdout(), DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
}
