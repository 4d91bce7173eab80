//! The system's randomness, the only source in the program.
use crate::vault::{Entropy, VaultError};

/// Asks the operating system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), VaultError> {
        getrandom::fill(bytes).or(Err(VaultError::NoRandomness))
    }
}

/// 16 fresh bytes: the salt of a blob or disclosure.
///
/// # Errors
/// [`VaultError::NoRandomness`].
pub fn salt() -> Result<[u8; 16], VaultError> {
    let mut bytes = [0; 16];
    SystemEntropy.fill(&mut bytes)?;
    Ok(bytes)
}
