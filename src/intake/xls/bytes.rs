//! Numbers as an old workbook writes them: little-endian, at a place.

/// Two bytes.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().copied().map(u16::from_le_bytes)
}

/// Four bytes.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().copied().map(u32::from_le_bytes)
}

/// Eight bytes, a number of Excel.
pub(super) fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    bytes.get(at..)?.first_chunk().copied().map(f64::from_le_bytes)
}

/// A packed number (RK): the upper 30 bits are a whole number (bit 1 set) or the upper bits of a
/// float; if bit 0 is set, a hundredth of it is meant.
pub(super) fn packed_at(bytes: &[u8], at: usize) -> Option<f64> {
    let packed = u32_at(bytes, at)?;
    let number = if packed & 2 == 0 {
        // The two lowest bits are flags, not digits.
        f64::from_bits(u64::from(packed & !3) << 32)
    } else {
        f64::from(packed.cast_signed() >> 2)
    };
    Some(if packed & 1 == 0 { number } else { number / 100.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers_are_whole_numbers_floats_or_hundredths() {
        let packed = |number: u32| packed_at(&number.to_le_bytes(), 0);
        assert_eq!(packed((31_825 << 2) | 3), Some(318.25));
        assert_eq!(packed((7_u32 << 2) | 2), Some(7.0));
        assert_eq!(packed(0x3FF0_0000), Some(1.0));
        assert_eq!(packed(((-5_i32) << 2).cast_unsigned() | 2), Some(-5.0));
        assert_eq!(packed_at(&[1, 2, 3], 0), None);
    }
}
