//! The recovery code: on paper, in an envelope; opens the store's data key, not anybody's signing
//! key.
use super::entropy::{Entropy, fresh};
use super::error::VaultError;
use super::keys::keyed;
use crate::domain::values::crockford;
use std::fmt;
use zeroize::Zeroizing;

/// Random characters: 27 of five bits are 135 bits.
const SYMBOLS: usize = 27;
/// Characters of a printed group.
const GROUP: usize = 4;
const SLOT_KEY: &str = "cunbang/key/recovery/1\n";

/// 27 random Crockford characters and a check character, shown as seven groups of four; wiped when
/// dropped.
#[derive(PartialEq, Eq)]
pub struct RecoveryCode(Zeroizing<Vec<u8>>);

impl RecoveryCode {
    /// A new code.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`].
    pub fn generate(entropy: &mut dyn Entropy) -> Result<Self, VaultError> {
        let random = fresh::<SYMBOLS>(entropy)?;
        let mut symbols = Zeroizing::new(random.iter().map(|byte| byte & 31).collect::<Vec<u8>>());
        let check = check_symbol(&symbols);
        symbols.push(check);
        Ok(Self(symbols))
    }

    /// Reads what a person copied from paper: any case, any spaces and hyphens, `O` for 0, `I` and
    /// `L` for 1.
    ///
    /// # Errors
    /// [`VaultError::MistypedCode`]: a wrong length or character; any one wrong character and any
    /// two exchanged ones are found.
    pub fn parse(typed: &str) -> Result<Self, VaultError> {
        let wanted =
            typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '－' | '—' | '.'));
        let symbol = |c| u8::try_from(crockford::value(c)?).ok();
        let symbols: Option<Vec<u8>> = wanted.map(symbol).collect();
        let symbols = Zeroizing::new(symbols.ok_or(VaultError::MistypedCode)?);
        match symbols.split_last() {
            Some((check, code)) if code.len() == SYMBOLS && check_symbol(code) == *check => {
                Ok(Self(symbols))
            }
            _ => Err(VaultError::MistypedCode),
        }
    }

    /// The code as it is shown once: `7K3Q-X2MD-…`.
    #[must_use]
    pub fn shown(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(self.0.len() * 2));
        for group in self.0.chunks(GROUP) {
            if !text.is_empty() {
                text.push('-');
            }
            text.extend(group.iter().map(|&symbol| crockford::symbol(u64::from(symbol))));
        }
        text
    }

    /// The key of the recovery slot. The code is random, so no slow derivation is needed.
    pub(super) fn slot_key(&self, salt: &[u8; 16]) -> Zeroizing<[u8; 32]> {
        keyed(&self.0, SLOT_KEY, &[salt])
    }
}

impl fmt::Debug for RecoveryCode {
    /// Never shows the code.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(..)")
    }
}

/// The characters as coefficients of a polynomial over GF(32), evaluated at its generator: each
/// place has a weight of its own, so that exchanged characters are found too.
fn check_symbol(symbols: &[u8]) -> u8 {
    symbols.iter().fold(0, |sum, symbol| doubled(sum) ^ symbol)
}

/// Times x in GF(32), with x^5 = x^2 + 1.
const fn doubled(element: u8) -> u8 {
    ((element << 1) & 31) ^ (if element & 16 == 0 { 0 } else { 0b101 })
}

#[cfg(test)]
mod tests {
    use super::super::entropy::Counted;
    use super::*;

    #[test]
    fn a_code_is_seven_groups_of_four_and_reads_back_however_typed() {
        let code = RecoveryCode::generate(&mut Counted(1)).unwrap();
        let shown = code.shown();
        assert_eq!(shown.split('-').map(str::len).collect::<Vec<_>>(), [4; 7]);
        assert_eq!(RecoveryCode::parse(&shown).unwrap(), code);
        let careless = shown.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(RecoveryCode::parse(&careless).unwrap(), code);
    }

    #[test]
    fn every_single_slip_and_every_exchange_is_found() {
        let code = RecoveryCode::generate(&mut Counted(2)).unwrap();
        let symbols: Vec<char> = code.shown().chars().filter(|&c| c != '-').collect();
        let is_read =
            |symbols: &[char]| RecoveryCode::parse(&symbols.iter().collect::<String>()).is_ok();
        for at in 0..symbols.len() {
            for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().filter(|&c| c != symbols[at]) {
                let mut slip = symbols.clone();
                slip[at] = other;
                assert!(!is_read(&slip));
            }
            for with in (at + 1..symbols.len() - 1).filter(|&with| symbols[with] != symbols[at]) {
                let mut exchanged = symbols.clone();
                exchanged.swap(at, with);
                assert!(!is_read(&exchanged), "{at} and {with}");
            }
            assert!(!is_read(&symbols[..at]));
        }
    }

    #[test]
    fn two_codes_open_different_slots() {
        let mut entropy = Counted(1);
        let one = RecoveryCode::generate(&mut entropy).unwrap();
        let two = RecoveryCode::generate(&mut entropy).unwrap();
        assert_ne!(one.slot_key(&[0; 16]), two.slot_key(&[0; 16]));
        assert_eq!(format!("{one:?}"), "RecoveryCode(..)");
    }
}
