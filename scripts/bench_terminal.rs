//! The real binary at a pseudo-terminal of 120x36: first frame, unlocking, key to frame, memory
//! when idle.
use crate::bench_jobs::{CLERK, Outcome, PASSWORD};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

const SIZE: PtySize = PtySize { rows: 36, cols: 120, pixel_width: 0, pixel_height: 0 };
/// A screen is painted when so many cells show something.
const PAINTED: usize = 20;
/// Nothing has changed for so long: the screen is settled.
const QUIET: Duration = Duration::from_millis(300);
const PATIENCE: Duration = Duration::from_secs(20);
const KEYS: usize = 300;
const DOWN: &str = "\x1b[B";
const UP: &str = "\x1b[A";
/// F5.
const LIST: &str = "\x1b[15~";
/// Stands on the screen once the session is open.
const TODAY: &str = "今日";
/// Stands above the batches.
const LIST_HEAD: &str = "项目与期间";

/// What a session showed; milliseconds and MB.
#[derive(Debug, Clone, Copy)]
pub struct Session {
    /// From the start of the process to the first painted screen.
    pub first_frame: f64,
    /// From the enter key after the password to the first screen of the open session that stays.
    pub open: f64,
    /// Median from a key to the changed screen.
    pub key: f64,
    /// 99th percentile.
    pub key_p99: f64,
    /// Resident after all keys, at rest.
    pub idle_mb: f64,
}

struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    painted: Receiver<(Instant, Vec<u8>)>,
    screen: vt100::Parser,
    started: Instant,
    _master: Box<dyn MasterPty + Send>,
}

/// Logs the clerk in and moves through the list of batches. Fails if the binary opens no screen.
pub fn session(binary: &Path, store: &Path) -> Outcome<Session> {
    let mut terminal = Terminal::start(binary, store)?;
    let first = terminal.wait_for(|screen| cells(screen) >= PAINTED).ok_or("no screen")?;
    terminal.settle();
    terminal.press(CLERK)?;
    terminal.settle();
    terminal.press("\r")?;
    terminal.settle();
    terminal.press(PASSWORD)?;
    terminal.settle();
    let entered = Instant::now();
    terminal.press("\r")?;
    terminal.wait_for(|screen| shows(screen, TODAY)).ok_or("the session did not open")?;
    let session = terminal.settle().max(entered);
    terminal.press(LIST)?;
    terminal.wait_for(|screen| shows(screen, LIST_HEAD)).ok_or("no list of batches")?;
    terminal.settle();
    let mut times = terminal.moves()?;
    times.sort_by(f64::total_cmp);
    let at = |share: usize| {
        times.get((times.len() * share / 100).min(times.len().saturating_sub(1))).copied()
    };
    let (key, key_p99) = at(50).zip(at(99)).ok_or("no key changed the screen")?;
    let idle_mb = terminal.resident_mb()?;
    terminal.child.kill()?;
    let since = |from: Instant, to: Instant| to.duration_since(from).as_secs_f64() * 1e3;
    Ok(Session {
        first_frame: since(terminal.started, first),
        open: since(entered, session),
        key,
        key_p99,
        idle_mb,
    })
}

impl Terminal {
    fn start(binary: &Path, store: &Path) -> Outcome<Self> {
        let pair = native_pty_system().openpty(SIZE)?;
        let mut command = CommandBuilder::new(binary);
        command.args(["--data".as_ref(), store.as_os_str()]);
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        let mut reader = pair.master.try_clone_reader()?;
        let keys = pair.master.take_writer()?;
        let (send, painted) = channel();
        std::thread::spawn(move || {
            let mut bytes = vec![0; 1 << 16];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if send.send((Instant::now(), bytes[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        let started = Instant::now();
        let child = pair.slave.spawn_command(command)?;
        let screen = vt100::Parser::new(SIZE.rows, SIZE.cols, 0);
        Ok(Self { child, keys, painted, screen, started, _master: pair.master })
    }

    fn press(&mut self, keys: &str) -> Outcome {
        self.keys.write_all(keys.as_bytes())?;
        Ok(self.keys.flush()?)
    }

    /// When the bytes came that made the screen so; nothing if the program ended or did not in
    /// time.
    fn wait_for(&mut self, is_so: impl Fn(&vt100::Screen) -> bool) -> Option<Instant> {
        let end = Instant::now() + PATIENCE;
        while let Ok((at, bytes)) =
            self.painted.recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            self.screen.process(&bytes);
            if is_so(self.screen.screen()) {
                return Some(at);
            }
        }
        None
    }

    /// Waits until the screen rests; gives the time of the last change.
    fn settle(&mut self) -> Instant {
        let mut last = self.started;
        let mut shown = self.screen.screen().contents();
        while let Ok((at, bytes)) = self.painted.recv_timeout(QUIET) {
            self.screen.process(&bytes);
            let now = self.screen.screen().contents();
            if now != shown {
                (last, shown) = (at, now);
            }
        }
        last
    }

    /// Down and up the list; a key that changes nothing is not counted.
    fn moves(&mut self) -> Outcome<Vec<f64>> {
        let mut times = Vec::with_capacity(KEYS);
        for turn in 0..KEYS {
            let before = self.screen.screen().contents_formatted();
            let pressed = Instant::now();
            self.press(if turn % 60 < 40 { DOWN } else { UP })?;
            while let Ok((at, bytes)) = self.painted.recv_timeout(Duration::from_millis(200)) {
                self.screen.process(&bytes);
                if self.screen.screen().contents_formatted() != before {
                    times.push(at.duration_since(pressed).as_secs_f64() * 1e3);
                    break;
                }
            }
            while let Ok((_, bytes)) = self.painted.recv_timeout(Duration::from_millis(10)) {
                self.screen.process(&bytes);
            }
        }
        Ok(times)
    }

    fn resident_mb(&self) -> Outcome<f64> {
        let id = self.child.process_id().ok_or("the program has ended")?;
        let status = std::fs::read_to_string(format!("/proc/{id}/status"))?;
        let resident =
            status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
        Ok(resident.trim().trim_end_matches(" kB").parse::<f64>()? / 1024.0)
    }
}

fn shows(screen: &vt100::Screen, words: &str) -> bool {
    screen.contents().contains(words)
}

fn cells(screen: &vt100::Screen) -> usize {
    screen.contents().chars().filter(|c| !c.is_whitespace()).count()
}
