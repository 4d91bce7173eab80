//! What is asked at the keyboard, through a real terminal: names, passwords, the recovery code
//! typed back.
use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

const PASSWORD: &str = "槐树下的老赵爱喝小米粥";

/// The real binary in a terminal of 80x24.
struct Terminal {
    keyboard: Box<dyn Write + Send>,
    screen: Receiver<Vec<u8>>,
    /// What was shown since the last answer.
    shown: Vec<u8>,
    child: Box<dyn Child + Send + Sync>,
}

impl Terminal {
    fn run(folder: &Path, line: &str) -> Self {
        let pair = native_pty_system()
            .openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 })
            .unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_cunbang"));
        command.args(line.split(' '));
        command.cwd(folder);
        command.env_remove("CUNBANG_DATA");
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keyboard = pair.master.take_writer().unwrap();
        let (send, screen) = channel();
        std::thread::spawn(move || {
            let _kept_open = pair;
            let mut buffer = [0; 4096];
            while let Ok(length @ 1..) = reader.read(&mut buffer) {
                if send.send(buffer[..length].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self { keyboard, screen, shown: Vec::new(), child }
    }

    /// Everything shown until `text` stands there.
    fn wait_for(&mut self, text: &str) -> String {
        loop {
            let shown = String::from_utf8_lossy(&self.shown).into_owned();
            if shown.contains(text) {
                self.shown.clear();
                return shown;
            }
            let more = self.screen.recv_timeout(Duration::from_mins(1));
            self.shown.extend(
                more.unwrap_or_else(|_| unreachable!("waited for {text:?}, saw {shown:?}")),
            );
        }
    }

    fn answer(&mut self, question: &str, text: &str) -> String {
        let shown = self.wait_for(question);
        self.keyboard.write_all(format!("{text}\n").as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
        shown
    }

    fn status(mut self) -> u32 {
        self.child.wait().unwrap().exit_code()
    }
}

const INIT: &str =
    "init --office 140923104 --name 枣林镇人民政府 --host cunbang.example --practice --lang en";

fn code_in(shown: &str) -> String {
    let is_code = |word: &&str| word.len() == 34 && word.split('-').count() == 7;
    shown.split_whitespace().find(is_code).unwrap().to_owned()
}

#[test]
fn an_office_is_founded_at_the_keyboard() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::run(folder.path(), INIT);
    terminal.answer("first administrator:", "赵明德");
    terminal.answer("ID number", "140923197505050019");
    terminal.answer("New password", PASSWORD);
    terminal.answer("Once more:", PASSWORD);
    let code = code_in(&terminal.answer("Type it from your paper:", "7K3Q-X2MD"));
    assert!(
        !folder.path().join("cunbang-data").exists(),
        "nothing is written before the code is on paper"
    );
    terminal.answer("That is not the code", &code.to_lowercase());
    terminal.wait_for("is made");
    assert_eq!(terminal.status(), 0);

    let mut terminal = Terminal::run(folder.path(), "user list --lang en");
    terminal.answer("Password:", PASSWORD);
    terminal.wait_for("赵明德");
    assert_eq!(terminal.status(), 0);
}

#[test]
fn two_different_passwords_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::run(folder.path(), &format!("{INIT} --as 赵明德"));
    terminal.answer("ID number", "140923197505050019");
    terminal.answer("New password", PASSWORD);
    terminal.answer("Once more:", "槐树下的老赵爱喝大米粥");
    terminal.wait_for("The two entries differ");
    assert_eq!(terminal.status(), 1);
    assert!(!folder.path().join("cunbang-data").exists());
}

#[test]
fn a_code_that_is_never_copied_rightly_founds_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::run(folder.path(), &format!("{INIT} --as 赵明德"));
    terminal.answer("ID number", "140923197505050019");
    terminal.answer("New password", PASSWORD);
    terminal.answer("Once more:", PASSWORD);
    terminal.answer("Type it from your paper:", "lost");
    terminal.answer("That is not the code", "lost");
    terminal.answer("That is not the code", "lost");
    terminal.wait_for("no store was made");
    assert_eq!(terminal.status(), 1);
    assert!(!folder.path().join("cunbang-data").exists());
}
