//! The real program at a terminal of 80x24: keys in, and the screen as a person sees it. Waits for
//! text, never for time.
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

/// Long enough for a slow machine that does other things too; a test that waits so long has failed.
const PATIENCE: Duration = Duration::from_mins(1);

struct Seen {
    screen: vt100::Parser,
    ended: bool,
}

/// The program under a hand.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
}

impl Terminal {
    /// Starts the program over the store in `place`.
    pub fn open(place: &Path) -> Self {
        Self::start(place, None)
    }

    /// The same over a practice store, on a day.
    pub fn open_on(place: &Path, day: &str) -> Self {
        Self::start(place, Some(day))
    }

    fn start(place: &Path, day: Option<&str>) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_cunbang"));
        command.args(["--data".as_ref(), place.as_os_str()]);
        command.args(day.iter().flat_map(|day| ["--now", day]));
        command.env("TERM", "xterm-256color");
        command.env_remove("NO_COLOR");
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let seen = Arc::new((
            Mutex::new(Seen { screen: vt100::Parser::new(24, 80, 0), ended: false }),
            Condvar::new(),
        ));
        let mut output = pair.master.try_clone_reader().unwrap();
        let watcher = Arc::clone(&seen);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            loop {
                let count = output.read(&mut bytes).unwrap_or(0);
                let mut seen = watcher.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                seen.screen.process(&bytes[..count]);
                seen.ended |= count == 0;
                watcher.1.notify_all();
                if count == 0 {
                    return;
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Self { child, keys, master: pair.master, seen }
    }

    /// Waits until the screen is as `wanted`; `what` says what was waited for.
    fn until(&self, what: &str, wanted: impl Fn(&Seen) -> bool) -> String {
        let begin = Instant::now();
        let mut seen = self.seen.0.lock().unwrap();
        while !wanted(&seen) {
            let left = PATIENCE.saturating_sub(begin.elapsed());
            assert!(
                !left.is_zero(),
                "waited in vain for {what}:\n{}",
                seen.screen.screen().contents()
            );
            assert!(
                !seen.ended,
                "the program ended before {what}:\n{}",
                seen.screen.screen().contents()
            );
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
        seen.screen.screen().contents()
    }

    /// Waits until `text` stands on the screen; gives the screen.
    pub fn wait(&self, text: &str) -> String {
        self.until(&format!("{text:?}"), |seen| seen.screen.screen().contents().contains(text))
    }

    /// Waits until `text` stands there no more.
    pub fn wait_gone(&self, text: &str) -> String {
        self.until(&format!("{text:?} to go"), |seen| {
            !seen.screen.screen().contents().contains(text)
        })
    }

    /// Presses keys: `<f5>`, `<enter>`, `<ctrl-o>`; all else is typed as it stands.
    pub fn press(&mut self, keys: &str) {
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|tail| tail.split_once('>'));
            let (bytes, tail) = named.map_or_else(
                || (first.to_string().into_bytes(), &rest[first.len_utf8()..]),
                |(name, tail)| (sequence(name), tail),
            );
            self.keys.write_all(&bytes).unwrap();
            rest = tail;
        }
        self.keys.flush().unwrap();
    }

    /// A window of another size.
    pub fn resize(&self, rows: u16, cols: u16) {
        self.seen.0.lock().unwrap().screen.screen_mut().set_size(rows, cols);
        self.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    /// Waits until the real cursor stands there: an input method opens its window where it is.
    pub fn wait_cursor(&self, row: u16, column: u16) {
        self.until(&format!("the cursor at {row}, {column}"), |seen| {
            seen.screen.screen().cursor_position() == (row, column)
        });
    }

    /// Sends a signal by its name.
    pub fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args([name, &id]).status().unwrap().success());
    }

    /// Waits for the end; gives the exit status and whether the terminal was given back.
    pub fn end(mut self) -> (u32, bool) {
        let status = self.child.wait().unwrap().exit_code();
        let seen = self.seen.0.lock().unwrap();
        let (seen, _) = self.seen.1.wait_timeout_while(seen, PATIENCE, |seen| !seen.ended).unwrap();
        let screen = seen.screen.screen();
        (status, !screen.alternate_screen() && !screen.bracketed_paste() && !screen.hide_cursor())
    }
}

/// What a terminal of today sends.
fn sequence(name: &str) -> Vec<u8> {
    let text = match name {
        "enter" => "\r",
        "esc" => "\x1b",
        "tab" => "\t",
        "back" => "\x7f",
        "up" => "\x1b[A",
        "down" => "\x1b[B",
        "right" => "\x1b[C",
        "left" => "\x1b[D",
        "end" => "\x1b[F",
        "home" => "\x1b[H",
        "ins" => "\x1b[2~",
        "del" => "\x1b[3~",
        "f1" => "\x1bOP",
        "f2" => "\x1bOQ",
        "f3" => "\x1bOR",
        "f4" => "\x1bOS",
        "f5" => "\x1b[15~",
        "f6" => "\x1b[17~",
        "f7" => "\x1b[18~",
        "f8" => "\x1b[19~",
        "f9" => "\x1b[20~",
        "f10" => "\x1b[21~",
        other => {
            let letter = other.strip_prefix("ctrl-").and_then(|rest| rest.bytes().next());
            return vec![letter.unwrap_or_else(|| unreachable!("no key is called {other}")) & 0x1f];
        }
    };
    text.as_bytes().to_vec()
}
