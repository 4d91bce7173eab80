//! XTS-AES-256 (IEEE 1619) in units of 4096 bytes, many blocks at a time.
//!
//! The cipher is the crate `aes`; only the mode stands here, because block-by-block callers lose
//! the processor's pipelining. XTS keeps blocks secret, but does not notice changed ones: those are
//! found by the hashes and signatures of the journal. Deliberately absent: ciphertext stealing
//! (every length here is a multiple of 16).
use aes::Aes256;
use aes::cipher::consts::U16;
use aes::cipher::{Array, BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};

/// Bytes of a cipher block.
pub const BLOCK: usize = 16;
/// Bytes of a data unit: one page of the store. The tweak is the unit's number.
pub const UNIT: usize = 4096;
/// Blocks handed to the cipher at once.
const BATCH: usize = 64;
/// Feedback of the doubling in GF(2^128): x^128 = x^7 + x^2 + x + 1.
const FEEDBACK: u128 = 0x87;

type Block = Array<u8, U16>;

/// The two keyed ciphers of XTS.
pub struct Xts {
    data: Aes256,
    tweak: Aes256,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Encrypt,
    Decrypt,
}

impl Xts {
    /// Keys for the data and for the tweak; they must differ, which independent derivation gives.
    #[must_use]
    pub fn new(data: &[u8; 32], tweak: &[u8; 32]) -> Self {
        Self { data: Aes256::new(&Array(*data)), tweak: Aes256::new(&Array(*tweak)) }
    }

    /// Encrypts `bytes`, which stand at `offset` of the file. Both must be multiples of [`BLOCK`].
    pub fn encrypt(&self, offset: u64, bytes: &mut [u8]) {
        self.each_unit(offset, bytes, Direction::Encrypt);
    }

    /// Decrypts `bytes`, which stand at `offset` of the file. Both must be multiples of [`BLOCK`].
    ///
    /// A block of zeros was never written (a file grows with zeros), so it reads as zeros.
    pub fn decrypt(&self, offset: u64, bytes: &mut [u8]) {
        self.each_unit(offset, bytes, Direction::Decrypt);
    }

    fn each_unit(&self, offset: u64, bytes: &mut [u8], way: Direction) {
        let mut unit = offset / UNIT as u64;
        let mut skipped = usize::try_from(offset % UNIT as u64).unwrap_or(0);
        let mut rest = bytes;
        while !rest.is_empty() {
            let (head, tail) = rest.split_at_mut((UNIT - skipped).min(rest.len()));
            self.one_unit(unit, skipped / BLOCK, head, way);
            unit += 1;
            skipped = 0;
            rest = tail;
        }
    }

    /// Blocks of one unit, of which the first stands `skipped` blocks into it.
    fn one_unit(&self, number: u64, skipped: usize, bytes: &mut [u8], way: Direction) {
        let mut first: Block = Array(u128::from(number).to_le_bytes());
        self.tweak.encrypt_block(&mut first);
        let mut tweak = (0..skipped).fold(u128::from_le_bytes(first.0), |tweak, _| doubled(tweak));
        for batch in bytes.chunks_mut(BATCH * BLOCK) {
            tweak = self.batch(tweak, batch, way);
        }
    }

    /// At most [`BATCH`] blocks; gives the tweak of the block that follows.
    fn batch(&self, first: u128, bytes: &mut [u8], way: Direction) -> u128 {
        // No rest: every length is a multiple of the block.
        let (blocks, _) = Block::slice_as_chunks_mut(bytes);
        let mut tweaks = [0_u128; BATCH];
        let mut unwritten = [false; BATCH];
        let mut next = first;
        for ((block, tweak), unwritten) in blocks.iter_mut().zip(&mut tweaks).zip(&mut unwritten) {
            *tweak = next;
            next = doubled(next);
            *unwritten = way == Direction::Decrypt && block.0 == [0; BLOCK];
            mask(block, *tweak);
        }
        match way {
            Direction::Encrypt => self.data.encrypt_blocks(blocks),
            Direction::Decrypt => self.data.decrypt_blocks(blocks),
        }
        for ((block, tweak), unwritten) in blocks.iter_mut().zip(&tweaks).zip(&unwritten) {
            if *unwritten {
                block.0 = [0; BLOCK];
            } else {
                mask(block, *tweak);
            }
        }
        next
    }
}

fn mask(block: &mut Block, tweak: u128) {
    block.0 = (u128::from_le_bytes(block.0) ^ tweak).to_le_bytes();
}

const fn doubled(tweak: u128) -> u128 {
    let carry = tweak >> 127;
    (tweak << 1) ^ (carry * FEEDBACK)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Vector 10 of IEEE 1619-2007, annex B: 512 bytes, unit 0xff.
    const VECTOR_10: &str = "1c3b3a102f770386e4836c99e370cf9bea00803f5e482357a4ae12d414a3e63b5d31e276f8fe4a8d66b317f9ac683f44\
        680a86ac35adfc3345befecb4bb188fd5776926c49a3095eb108fd1098baec70aaa66999a72a82f27d848b21d4a741b0c5cd4d5fff9dac89aeba122961\
        d03a757123e9870f8acf1000020887891429ca2a3e7a7d7df7b10355165c8b9a6d0a7de8b062c4500dc4cd120c0f7418dae3d0b5781c34803fa75421c7\
        90dfe1de1834f280d7667b327f6c8cd7557e12ac3a0f93ec05c52e0493ef31a12d3d9260f79a289d6a379bc70c50841473d1a8cc81ec583e9645e07b8d\
        9670655ba5bbcfecc6dc3966380ad8fecb17b6ba02469a020a84e18e8f84252070c13e9f1f289be54fbc481457778f616015e1327a02b140f1505eb309\
        326d68378f8374595c849d84f4c333ec4423885143cb47bd71c5edae9be69a2ffeceb1bec9de244fbe15992b11b77c040f12bd8f6a975a44a0f90c29a9\
        abc3d4d893927284c58754cce294529f8614dcd2aba991925fedc4ae74ffac6e333b93eb4aff0479da9a410e4450e0dd7ae4c6e2910900575da401fc07\
        059f645e8b7e9bfdef33943054ff84011493c27b3429eaedb4ed5376441a77ed43851ad77f16f541dfd269d50d6a5f14fb0aab1cbb4c1550be97f7ab40\
        66193c4caa773dad38014bd2092fa755c824bb5e54c4f36ffda9fcea70b9c6e693e148c151";

    fn bytes_of(hex: &str) -> Vec<u8> {
        (0..hex.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(hex.get(at..at + 2).unwrap(), 16).unwrap())
            .collect()
    }

    #[test]
    fn the_standards_own_vector_is_met() {
        let key = |hex: &str| <[u8; 32]>::try_from(bytes_of(hex)).unwrap();
        let data = key("2718281828459045235360287471352662497757247093699959574966967627");
        let tweak = key("3141592653589793238462643383279502884197169399375105820974944592");
        let plain: Vec<u8> = (0..=255).chain(0..=255).collect();
        let mut bytes = plain.clone();
        let xts = Xts::new(&data, &tweak);
        xts.one_unit(0xff, 0, &mut bytes, Direction::Encrypt);
        assert_eq!(bytes, bytes_of(VECTOR_10));
        xts.one_unit(0xff, 0, &mut bytes, Direction::Decrypt);
        assert_eq!(bytes, plain);
    }

    #[test]
    fn a_block_never_written_reads_as_zeros() {
        let xts = Xts::new(&[1; 32], &[2; 32]);
        let mut bytes = vec![7_u8; UNIT * 2];
        xts.encrypt(UNIT as u64, &mut bytes);
        bytes[160..320].fill(0);
        xts.decrypt(UNIT as u64, &mut bytes);
        assert!(bytes[160..320].iter().all(|&byte| byte == 0));
        assert!(bytes[..160].iter().chain(&bytes[320..]).all(|&byte| byte == 7));
    }

    fn by_the_crate(keys: ([u8; 32], [u8; 32]), unit: u64, bytes: &mut [u8]) {
        let mode = xts_mode::Xts128::new(Aes256::new(&Array(keys.0)), Aes256::new(&Array(keys.1)));
        mode.encrypt_area(bytes, UNIT, u128::from(unit), xts_mode::get_tweak_default);
    }

    proptest! {
        #[test]
        fn our_batches_equal_the_crate_block_by_block(
            keys: ([u8; 32], [u8; 32]), unit in 0_u64..1 << 40, blocks in 1_usize..700, seed: u8,
        ) {
            let plain: Vec<u8> = (0..blocks * BLOCK).map(|at| at.to_le_bytes()[0].wrapping_mul(31) ^ seed).collect();
            let mut ours = plain.clone();
            let mut theirs = plain.clone();
            let xts = Xts::new(&keys.0, &keys.1);
            xts.encrypt(unit * UNIT as u64, &mut ours);
            by_the_crate(keys, unit, &mut theirs);
            prop_assert_eq!(&ours, &theirs);
            xts.decrypt(unit * UNIT as u64, &mut ours);
            prop_assert_eq!(ours, plain);
        }

        #[test]
        fn any_part_of_a_unit_can_be_read_alone(from in 0_usize..512, blocks in 1_usize..300) {
            let xts = Xts::new(&[3; 32], &[4; 32]);
            let plain: Vec<u8> = (0..UNIT * 4).map(|at| (at / 7).to_le_bytes()[0]).collect();
            let mut whole = plain.clone();
            xts.encrypt(0, &mut whole);
            let place = from * BLOCK..(from + blocks) * BLOCK;
            let mut part = whole[place.clone()].to_vec();
            xts.decrypt(place.start as u64, &mut part);
            prop_assert_eq!(&part, &plain[place]);
        }
    }
}
