//! Randomness, always handed in: `runtime` gives the system's, tests give a seeded one.
use super::error::VaultError;
use zeroize::Zeroizing;

/// A source of random bytes for keys, salts and codes.
pub trait Entropy {
    /// Fills `bytes`.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`] if the system has none; nothing must then be made from `bytes`.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), VaultError>;
}

/// `N` fresh bytes, wiped when dropped.
pub(super) fn fresh<const N: usize>(
    entropy: &mut dyn Entropy,
) -> Result<Zeroizing<[u8; N]>, VaultError> {
    let mut bytes = Zeroizing::new([0; N]);
    entropy.fill(bytes.as_mut())?;
    Ok(bytes)
}

/// A source for tests of this room: the same bytes each time, none twice.
#[cfg(test)]
pub(super) struct Counted(pub u64);

#[cfg(test)]
impl Entropy for Counted {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), VaultError> {
        for chunk in bytes.chunks_mut(32) {
            self.0 += 1;
            let hash = crate::domain::values::hash::Hash::of("test\n", &[&self.0.to_le_bytes()]);
            chunk.copy_from_slice(&hash.bytes()[..chunk.len()]);
        }
        Ok(())
    }
}
