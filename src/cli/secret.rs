//! Passwords, ID numbers and the recovery code: asked on the terminal or read from a file, never an
//! argument.
use crate::domain::text::sentence::{Sentence, Spoken};
use std::io::{self, BufRead, IsTerminal, Write};
use zeroize::Zeroizing;

/// Why a secret could not be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SecretError {
    /// Nobody sits there to be asked; `option` names the file to give instead.
    #[error("there is no terminal to ask on: give {option} FILE")]
    NoTerminal {
        /// With hyphens.
        option: &'static str,
    },
    /// The two entries differ.
    #[error("the two entries differ")]
    Differ,
    /// The file's first line is empty or not UTF-8.
    #[error("the first line of the file of {option} is empty or not UTF-8")]
    EmptyFile {
        /// With hyphens.
        option: &'static str,
    },
}

impl Spoken for SecretError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::NoTerminal { option } => {
                Sentence::plain("cli-no-terminal").with("option", option)
            }
            Self::Differ => Sentence::plain("cli-secrets-differ"),
            Self::EmptyFile { option } => {
                Sentence::plain("cli-empty-secret").with("option", option)
            }
        }
    }
}

/// The first line of a secret's file, without its line end; spaces inside and at the ends belong to
/// a password.
///
/// # Errors
/// [`SecretError::EmptyFile`].
pub fn first_line(bytes: &[u8], option: &'static str) -> Result<Zeroizing<String>, SecretError> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    match std::str::from_utf8(line) {
        Ok(text) if !text.is_empty() => Ok(Zeroizing::new(text.to_owned())),
        Ok(_) | Err(_) => Err(SecretError::EmptyFile { option }),
    }
}

/// Asks without showing what is typed.
///
/// # Errors
/// [`SecretError::NoTerminal`]: nobody to ask; `option` names the file to give instead.
pub fn ask_hidden(prompt: &str, option: &'static str) -> Result<Zeroizing<String>, SecretError> {
    let nobody = SecretError::NoTerminal { option };
    if !io::stdin().is_terminal() {
        return Err(nobody);
    }
    rpassword::prompt_password(prompt).map(Zeroizing::new).map_err(|_no_terminal: io::Error| nobody)
}

/// Asks twice; both entries must be the same.
///
/// # Errors
/// [`SecretError`].
pub fn ask_twice(
    prompts: (&str, &str),
    option: &'static str,
) -> Result<Zeroizing<String>, SecretError> {
    let first = ask_hidden(prompts.0, option)?;
    let second = ask_hidden(prompts.1, option)?;
    if first == second { Ok(first) } else { Err(SecretError::Differ) }
}

/// Asks for something that may be seen: a name, the recovery code typed back. The question goes to
/// `err`, so that stdout stays the answer's.
///
/// # Errors
/// [`SecretError::NoTerminal`].
pub fn ask_line(
    prompt: &str,
    option: &'static str,
    err: &mut dyn Write,
) -> Result<Zeroizing<String>, SecretError> {
    let nobody = SecretError::NoTerminal { option };
    if !io::stdin().is_terminal() {
        return Err(nobody);
    }
    let mut line = Zeroizing::new(String::new());
    let asked = write!(err, "{prompt}")
        .and_then(|()| err.flush())
        .and_then(|()| io::stdin().lock().read_line(&mut line));
    match asked {
        Ok(length) if length > 0 => Ok(Zeroizing::new(line.trim().to_owned())),
        Ok(_) | Err(_) => Err(nobody),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(bytes: &[u8]) -> Result<String, SecretError> {
        first_line(bytes, "--password-file").map(|line| line.to_string())
    }

    #[test]
    fn a_password_file_may_come_from_any_editor() {
        assert_eq!(first(b"correct horse battery\n").as_deref(), Ok("correct horse battery"));
        assert_eq!(
            first("\u{feff}枣林镇的春天来了\r\nsecond".as_bytes()).as_deref(),
            Ok("枣林镇的春天来了")
        );
        assert_eq!(first(b" kept \n").as_deref(), Ok(" kept "));
    }

    #[test]
    fn an_empty_file_is_no_password() {
        assert_eq!(first(b""), Err(SecretError::EmptyFile { option: "--password-file" }));
        assert_eq!(first(b"\r\nx"), Err(SecretError::EmptyFile { option: "--password-file" }));
        assert_eq!(first(&[0xd5, 0xc5]), Err(SecretError::EmptyFile { option: "--password-file" }));
    }
}
