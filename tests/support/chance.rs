//! Chance that can be repeated: the same seed gives the same run.
use cunbang::vault::{Entropy, VaultError};

/// A small generator (`SplitMix64`); for tests only.
#[derive(Debug, Clone)]
pub struct Chance(pub u64);

impl Chance {
    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 to `end - 1`; 0 if `end` is 0.
    pub fn below(&mut self, end: u64) -> u64 {
        self.number() % end.max(1)
    }

    /// The same for places in memory.
    pub fn place(&mut self, end: usize) -> usize {
        usize::try_from(self.below(end as u64)).unwrap()
    }

    /// True in `percent` of 100 cases.
    pub fn happens(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

impl Entropy for Chance {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), VaultError> {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.number().to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

/// Another seed in every run, or `CUNBANG_SEED` when the tests are built; print it.
pub fn seed() -> u64 {
    let asked = option_env!("CUNBANG_SEED").and_then(|text| text.parse().ok());
    asked.unwrap_or_else(|| {
        let mut bytes = [0; 8];
        cunbang::runtime::entropy::SystemEntropy.fill(&mut bytes).unwrap();
        u64::from_le_bytes(bytes)
    })
}
