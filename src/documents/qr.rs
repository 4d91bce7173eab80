//! The QR code of a disclosure: modules as a square of dark and light, and its picture in a
//! terminal.
//!
//! Not here: drawing on paper (see `pdf`) and the colours of the screens (see `ui`).
use super::error::DocumentError;
use crate::domain::disclosure::Code;

/// Characters that a version 4 code holds at level Q in alphanumeric mode.
pub const LONGEST_URL: usize = 67;
/// Light modules around the code that every reader needs.
pub const QUIET: usize = 4;
const ALPHABET: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// A QR code of level Q, at most version 4 (33 modules a side).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    side: usize,
    dark: Vec<bool>,
}

impl Qr {
    /// The code of a disclosure's address on `host` (which may end in a path prefix).
    ///
    /// # Errors
    /// See [`Qr::of_text`].
    pub fn of(code: &Code, host: &str) -> Result<Self, DocumentError> {
        Self::of_text(&code.url(host))
    }

    /// The code of a text in upper case.
    ///
    /// # Errors
    /// [`DocumentError::AddressTooLong`] beyond [`LONGEST_URL`],
    /// [`DocumentError::AddressCharacter`] for a character outside the alphanumeric set.
    pub fn of_text(text: &str) -> Result<Self, DocumentError> {
        let characters = text.chars().count();
        if characters > LONGEST_URL {
            return Err(DocumentError::AddressTooLong { characters, longest: LONGEST_URL });
        }
        if let Some(character) = text.chars().find(|c| !ALPHABET.contains(*c)) {
            return Err(DocumentError::AddressCharacter { character });
        }
        let code = qrcode::QrCode::with_error_correction_level(text, qrcode::EcLevel::Q).map_err(
            |error: qrcode::types::QrError| DocumentError::Writer { reason: error.to_string() },
        )?;
        Ok(Self {
            side: code.width(),
            dark: code.into_colors().into_iter().map(|module| module.select(true, false)).collect(),
        })
    }

    /// Modules a side, without the quiet zone.
    #[must_use]
    pub const fn side(&self) -> usize {
        self.side
    }

    /// Is the module dark? Light outside the code.
    #[must_use]
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        column < self.side
            && row < self.side
            && self.dark.get(row * self.side + column).copied().unwrap_or(false)
    }

    /// Runs of dark modules, row by row: `(column, row, length)`.
    #[must_use]
    pub fn runs(&self) -> Vec<(usize, usize, usize)> {
        let mut runs = Vec::new();
        for row in 0..self.side {
            let mut column = 0;
            while column < self.side {
                let length = (column..self.side).take_while(|&at| self.is_dark(at, row)).count();
                if length > 0 {
                    runs.push((column, row, length));
                }
                column += length.max(1);
            }
        }
        runs
    }
}

/// The code as lines of half blocks, quiet zone included.
///
/// Readers need dark on light: paint these lines black on white explicitly; the theme's own colours
/// would turn the code inside out on a dark terminal.
#[must_use]
pub fn terminal(qr: &Qr) -> Vec<String> {
    let whole = qr.side() + 2 * QUIET;
    let dark = |column: usize, row: usize| {
        column >= QUIET && row >= QUIET && qr.is_dark(column - QUIET, row - QUIET)
    };
    let cell = |column: usize, row: usize| match (dark(column, row), dark(column, row + 1)) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    };
    (0..whole).step_by(2).map(|row| (0..whole).map(|column| cell(column, row)).collect()).collect()
}

/// The same lines for the command line, each painted black on bright white.
#[must_use]
pub fn ansi(qr: &Qr) -> String {
    let mut text = String::new();
    for line in terminal(qr) {
        text.push_str("\u{1b}[30;107m");
        text.push_str(&line);
        text.push_str("\u{1b}[0m\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> Code {
        Code::of(b"a list")
    }

    #[test]
    fn the_longest_address_is_a_version_4_code() {
        let address = format!("HTTPS://{}/D/{}/", "A".repeat(LONGEST_URL - 38), code());
        assert_eq!(address.len(), LONGEST_URL);
        assert_eq!(Qr::of_text(&address).unwrap().side(), 33);
    }

    #[test]
    fn a_longer_address_is_refused() {
        let refused = Qr::of(&code(), &"a".repeat(LONGEST_URL - 37));
        let characters = LONGEST_URL + 1;
        let too_long = DocumentError::AddressTooLong { characters, longest: LONGEST_URL };
        assert_eq!(refused, Err(too_long));
    }

    #[test]
    fn an_address_outside_the_alphabet_is_refused() {
        assert_eq!(
            Qr::of(&code(), "村.example"),
            Err(DocumentError::AddressCharacter { character: '村' })
        );
        assert_eq!(
            Qr::of_text("https://"),
            Err(DocumentError::AddressCharacter { character: 'h' })
        );
    }

    #[test]
    fn the_terminal_shows_the_same_modules_within_a_quiet_zone() {
        let qr = Qr::of(&code(), "gs.example").unwrap();
        let lines = terminal(&qr);
        assert_eq!(lines.len(), (qr.side() + 2 * QUIET).div_ceil(2));
        assert!(lines.iter().all(|line| line.chars().count() == qr.side() + 2 * QUIET));
        let shown_dark = |column: usize, row: usize| {
            let cell = lines[row / 2 + QUIET / 2].chars().nth(column + QUIET).unwrap();
            cell == '█' || cell == if (row + QUIET).is_multiple_of(2) { '▀' } else { '▄' }
        };
        for row in 0..qr.side() {
            for column in 0..qr.side() {
                assert_eq!(shown_dark(column, row), qr.is_dark(column, row));
            }
        }
        assert!(lines[0].trim().is_empty() && lines[1].trim().is_empty());
    }

    #[test]
    fn the_command_line_paints_black_on_white_itself() {
        let qr = Qr::of(&code(), "gs.example").unwrap();
        assert!(
            ansi(&qr)
                .lines()
                .all(|line| line.starts_with("\u{1b}[30;107m") && line.ends_with("\u{1b}[0m"))
        );
    }

    #[test]
    fn runs_cover_each_dark_module_once() {
        let qr = Qr::of(&code(), "gs.example").unwrap();
        let covered: usize = qr.runs().iter().map(|run| run.2).sum();
        assert_eq!(covered, qr.dark.iter().filter(|dark| **dark).count());
    }
}
