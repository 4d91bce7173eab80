//! One command line being run: from its global options to an open session. Which folder, whose password,
//! which clock.
use super::command::Globals;
use super::error::CommandError;
use super::output::Output;
use super::secret::{SecretError, ask_hidden, ask_line, ask_twice, first_line};
use crate::domain::dossier::Stage;
use crate::domain::roll::FindingTotals;
use crate::domain::text::sentence::Sentence;
use crate::runtime::clock::{self, Clock};
use crate::runtime::files;
use crate::runtime::session::{Failure, Session, Waited, users_of};
use crate::vault::{Password, VaultError};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Where the store is, if nobody says so.
const DATA: &str = "cunbang-data";

/// One command line that is being run.
pub struct Invocation<'a, 'o> {
    /// The global options.
    pub globals: &'a Globals,
    /// Where questions and answers go.
    pub output: &'a mut Output<'o>,
}

impl Invocation<'_, '_> {
    /// The folder of the store: `--data`, `CUNBANG_DATA`, or `cunbang-data` here.
    #[must_use]
    pub fn place(&self) -> PathBuf {
        let set = || {
            std::env::var_os("CUNBANG_DATA").filter(|value| !value.is_empty()).map(PathBuf::from)
        };
        self.globals.data.clone().or_else(set).unwrap_or_else(|| PathBuf::from(DATA))
    }

    /// The system's clock, or `--now`.
    #[must_use]
    pub const fn clock(&self) -> Clock {
        match self.globals.now {
            Some(moment) => Clock::Fixed(moment),
            None => Clock::System,
        }
    }

    /// Logs in.
    ///
    /// # Errors
    /// No store, wrong name or password, or nobody to ask.
    pub fn open(&mut self) -> Result<Session, CommandError> {
        let place = self.place();
        self.unlocking(&place, |user, password, waited, clock| {
            Session::open(&place, user, password, waited, clock)
        })
    }

    /// Does `act` with the user and password of the store in `place`; a wait after failed tries is
    /// waited for once.
    ///
    /// # Errors
    /// What `act` says, or nobody to ask.
    pub fn unlocking<T>(
        &mut self,
        place: &Path,
        act: impl Fn(&str, &Password, Waited, Clock) -> Result<T, Failure>,
    ) -> Result<T, CommandError> {
        let user = self.user(place)?;
        let password = self.password()?;
        self.trying(&user, &password, act)
    }

    /// The same with a password that is at hand.
    ///
    /// # Errors
    /// As [`Invocation::unlocking`].
    pub fn unlocking_with<T>(
        &mut self,
        place: &Path,
        password: &Password,
        act: impl Fn(&str, &Password, Waited, Clock) -> Result<T, Failure>,
    ) -> Result<T, CommandError> {
        let user = self.user(place)?;
        self.trying(&user, password, act)
    }

    fn trying<T>(
        &mut self,
        user: &str,
        password: &Password,
        act: impl Fn(&str, &Password, Waited, Clock) -> Result<T, Failure>,
    ) -> Result<T, CommandError> {
        match act(user, password, 0, self.clock()) {
            // each run starts its own count: a script waits here as a person would at the screen
            Err(Failure::Vault(VaultError::MustWait { seconds })) => {
                self.output.note(&Sentence::plain("cli-waiting").with("seconds", seconds));
                clock::wait(seconds);
                Ok(act(user, password, seconds, self.clock())?)
            }
            done => Ok(done?),
        }
    }

    fn user(&mut self, place: &Path) -> Result<String, CommandError> {
        if let Some(user) = &self.globals.user {
            return Ok(user.clone());
        }
        match users_of(place) {
            Ok(users) if users.len() == 1 => {
                Ok(users.first().map(|only| only.number.to_string()).unwrap_or_default())
            }
            // whatever is wrong with the folder, opening it says so better
            Ok(_) | Err(_) => Ok(self.ask(&Sentence::plain("cli-ask-user"), "--as")?.to_string()),
        }
    }

    /// The password of who acts.
    ///
    /// # Errors
    /// [`SecretError`], or the file cannot be read.
    pub fn password(&mut self) -> Result<Password, CommandError> {
        let typed = match &self.globals.password_file {
            Some(path) => secret_of_file(path, "--password-file")?,
            None => ask_hidden(&self.prompt("cli-ask-password"), "--password-file")?,
        };
        Ok(Password::new(&typed))
    }

    /// A password that is new: from a file, or asked twice.
    ///
    /// # Errors
    /// [`SecretError`], or the file cannot be read.
    pub fn new_password(
        &mut self,
        file: Option<&Path>,
        option: &'static str,
    ) -> Result<Password, CommandError> {
        let typed = match file {
            Some(path) => secret_of_file(path, option)?,
            None => ask_twice(
                (&self.prompt("cli-ask-new-password"), &self.prompt("cli-ask-again")),
                option,
            )?,
        };
        Ok(Password::new(&typed))
    }

    /// An ID number, from a file or asked without showing it.
    ///
    /// # Errors
    /// [`SecretError`], or the file cannot be read.
    pub fn id_number(&mut self, file: Option<&Path>) -> Result<Zeroizing<String>, CommandError> {
        match file {
            Some(path) => secret_of_file(path, "--id-number-file"),
            None => Ok(ask_hidden(&self.prompt("cli-ask-id-number"), "--id-number-file")?),
        }
    }

    /// The recovery code, from a file or asked without showing it.
    ///
    /// # Errors
    /// [`SecretError`], or the file cannot be read.
    pub fn code(&mut self, file: Option<&Path>) -> Result<Zeroizing<String>, CommandError> {
        match file {
            Some(path) => secret_of_file(path, "--code-file"),
            None => Ok(ask_hidden(&self.prompt("cli-ask-code"), "--code-file")?),
        }
    }

    /// Asks for something that may be seen; `option` says how to give it without being asked.
    ///
    /// # Errors
    /// [`SecretError::NoTerminal`].
    pub fn ask(
        &mut self,
        question: &Sentence,
        option: &'static str,
    ) -> Result<Zeroizing<String>, SecretError> {
        let prompt = self.output.words.say(question);
        ask_line(&prompt, option, self.output.err)
    }

    /// The heads of a sheet's columns.
    #[must_use]
    pub fn titles<const N: usize>(&self, keys: [&'static str; N]) -> [String; N] {
        keys.map(|key| self.output.words.text(key))
    }

    /// 草稿, 待审 ...
    #[must_use]
    pub fn stage(&self, stage: Stage) -> String {
        self.output.words.text(stage.key())
    }

    /// `1 拦截 2 说明`; `-` if nothing is open.
    #[must_use]
    pub fn found(&self, found: &FindingTotals) -> String {
        if found.block == 0 && found.unexplained == 0 {
            return "-".to_owned();
        }
        let counts = Sentence::plain("cli-found")
            .with("block", found.block)
            .with("unexplained", found.unexplained);
        self.output.words.say(&counts)
    }

    fn prompt(&self, key: &'static str) -> String {
        self.output.words.text(key)
    }
}

/// The first line of a file that holds a secret.
///
/// # Errors
/// [`SecretError::EmptyFile`], or the file cannot be read.
pub fn secret_of_file(
    path: &Path,
    option: &'static str,
) -> Result<Zeroizing<String>, CommandError> {
    let bytes = Zeroizing::new(files::read(path)?);
    Ok(first_line(&bytes, option)?)
}
