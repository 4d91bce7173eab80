//! A clerk's machine: the real binary with its home, temporary folder and data in one tree,
//! everything else outside.
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// Everybody's password.
const PASSWORD: &str = "红门前的三棵老槐树2026";
/// Users: name, role, ID number; none of them stands in a roll.
const USERS: [(&str, &str, &str); 4] = [
    ("管理员甲", "administrator", "11010519491231002X"),
    ("填报员乙", "clerk", "140923200002290103"),
    ("审核员丙", "reviewer", "140923198001010018"),
    ("财政丁", "treasurer", "142225195503151235"),
];
/// Founds the office.
pub const ADMINISTRATOR: &str = USERS[0].0;
/// Takes rolls.
pub const CLERK: &str = USERS[1].0;
/// Decides.
pub const REVIEWER: &str = USERS[2].0;
/// Pays.
pub const TREASURER: &str = USERS[3].0;

/// The machine; gone with the value.
pub struct OfficeMachine {
    tree: tempfile::TempDir,
    /// The stick with the rolls, passwords and typed values: not part of the tree.
    outside: tempfile::TempDir,
}

impl OfficeMachine {
    /// With a founded practice office, reference data and one user of each role.
    pub fn new() -> Self {
        let machine =
            Self { tree: tempfile::tempdir().unwrap(), outside: tempfile::tempdir().unwrap() };
        for folder in ["home", "tmp"] {
            std::fs::create_dir(machine.tree().join(folder)).unwrap();
        }
        machine.note("password", PASSWORD);
        for (place, (name, role, id_number)) in USERS.into_iter().enumerate() {
            let id_file = machine.note("id", id_number);
            let recovery = machine.outside("recovery");
            let password = machine.outside("password");
            let arguments: Vec<&str> = match place {
                0 => vec![
                    "init",
                    "--office",
                    "140923104",
                    "--name",
                    "枣林镇人民政府",
                    "--host",
                    "-",
                    "--practice",
                    "--recovery-file",
                    &recovery,
                ],
                _ => vec![
                    "user",
                    "add",
                    "--name",
                    name,
                    "--roles",
                    role,
                    "--new-password-file",
                    &password,
                ],
            };
            machine.must(
                ADMINISTRATOR,
                "2026-06-01",
                &[arguments, vec!["--id-number-file", &id_file]].concat(),
            );
        }
        let reference = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/reference/daixian");
        machine.must(
            ADMINISTRATOR,
            "2026-06-01",
            &["reference", "import", reference.to_str().unwrap()],
        );
        machine
    }

    /// The tree that is searched.
    pub fn tree(&self) -> &Path {
        self.tree.path()
    }

    /// A path in the tree, as typed.
    pub fn inside(&self, name: &str) -> String {
        self.tree().join(name).to_str().unwrap().to_owned()
    }

    /// A path on the stick, as typed.
    pub fn outside(&self, name: &str) -> String {
        self.outside.path().join(name).to_str().unwrap().to_owned()
    }

    /// Writes a file on the stick.
    pub fn note(&self, name: &str, text: &str) -> String {
        std::fs::write(self.outside.path().join(name), format!("{text}\n")).unwrap();
        self.outside(name)
    }

    /// A command line of this user on this day.
    pub fn command(&self, user: &str, day: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cunbang"));
        command.env_clear().current_dir(self.tree().join("home")).stdin(Stdio::null());
        for variable in ["TMPDIR", "TMP", "TEMP"] {
            command.env(variable, self.tree().join("tmp"));
        }
        command
            .env("HOME", self.tree().join("home"))
            .env("LANG", "zh_CN.UTF-8")
            .env("RUST_BACKTRACE", "full");
        command.args(["--password-file", &self.outside("password"), "--as", user, "--now", day]);
        if !arguments.contains(&"--data") {
            command.args(["--data", &self.inside("data")]);
        }
        command.args(arguments);
        command
    }

    /// Runs it to its end.
    pub fn run(&self, user: &str, day: &str, arguments: &[&str]) -> Output {
        self.command(user, day, arguments).output().unwrap()
    }

    /// Runs it to its good end and gives its document.
    pub fn must(&self, user: &str, day: &str, arguments: &[&str]) -> serde_json::Value {
        let output = self.run(user, day, &[arguments, &["--json"]].concat());
        assert_eq!(
            output.status.code(),
            Some(0),
            "{}: {}",
            arguments[..2].join(" "),
            String::from_utf8_lossy(&output.stderr)
        );
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// Starts it, with its answers kept.
    pub fn start(&self, user: &str, day: &str, arguments: &[&str]) -> Child {
        self.command(user, day, arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }

    /// All paths of the tree, relative.
    pub fn files(&self) -> Vec<PathBuf> {
        let files = super::seeker::files_below(self.tree()).into_iter();
        files.map(|path| path.strip_prefix(self.tree()).unwrap().to_path_buf()).collect()
    }
}
