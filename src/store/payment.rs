//! A posting: what one line put on one person, 24 bytes, so that a look-up never opens a roll.
use crate::domain::journal::{Subject, SubjectKind, TerminalId};
use crate::domain::values::crockford;
use crate::domain::values::hash::Hash;
use crate::domain::values::money::Fen;
use crate::domain::values::period::{Part, Period};

/// Bytes of a stored posting.
pub(super) const SIZE: usize = 24;

/// One payment of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    /// The batch.
    pub subject: Subject,
    /// Number of the line in it.
    pub line: u32,
    /// First four bytes of the hash of the programme's code; see [`programme_mark`].
    pub programme: [u8; 4],
    /// What the payment is for.
    pub period: Period,
    /// The amount.
    pub amount: Fen,
}

/// A short mark of a programme code, the same on every machine.
#[must_use]
pub fn programme_mark(code: &str) -> [u8; 4] {
    let hash = Hash::of("cunbang/programme/1\n", &[code.as_bytes()]);
    hash.bytes().first_chunk::<4>().copied().unwrap_or_default()
}

/// What the postings of one batch have in common. Terminal 5, seq 4, line 3, programme 4, year from
/// 2000 1, part 1, fen 6: sorts by batch and line.
pub(super) struct Form([u8; SIZE]);

/// Where the line's number stands.
const LINE: std::ops::Range<usize> = 9..12;
/// Where the amount stands.
const AMOUNT: std::ops::Range<usize> = 18..24;

impl Form {
    pub(super) fn of(subject: &Subject, programme: [u8; 4], period: Period) -> Self {
        // a terminal's characters are Crockford's by its type
        let terminal = crockford::decode(&subject.terminal.to_string()).unwrap_or_default();
        let seq = u32::try_from(subject.seq).unwrap_or(u32::MAX).to_be_bytes();
        let year = u8::try_from(period.year() - 2000).unwrap_or(u8::MAX);
        let parts: [&[u8]; 6] =
            [&terminal, &seq, &[0; 3], &programme, &[year], &[part_byte(period.part())]];
        let mut bytes = [0; SIZE];
        for (slot, byte) in bytes.iter_mut().zip(parts.into_iter().flatten()) {
            *slot = *byte;
        }
        Self(bytes)
    }

    /// The posting of one line.
    pub(super) fn bytes(&self, line: u32, amount: Fen) -> [u8; SIZE] {
        let mut bytes = self.0;
        // Three bytes: no roll has 16 million lines.
        put(&mut bytes, LINE, &line.min(0x00FF_FFFF).to_be_bytes());
        put(&mut bytes, AMOUNT, &amount.fen().to_be_bytes());
        bytes
    }
}

/// The last bytes of `number`.
fn put(bytes: &mut [u8; SIZE], place: std::ops::Range<usize>, number: &[u8]) {
    let tail = number.get(number.len().saturating_sub(place.len())..).unwrap_or_default();
    for (slot, byte) in bytes.get_mut(place).into_iter().flatten().zip(tail) {
        *slot = *byte;
    }
}

/// Reads one posting.
pub(super) fn from_bytes(bytes: &[u8]) -> Option<Posting> {
    let (terminal, rest) = bytes.split_first_chunk::<5>()?;
    let (seq, rest) = rest.split_first_chunk::<4>()?;
    let (line, rest) = rest.split_first_chunk::<3>()?;
    let (programme, rest) = rest.split_first_chunk::<4>()?;
    let ([year, part], rest) = rest.split_first_chunk::<2>()?;
    let fen = rest.first_chunk::<6>()?;
    let terminal = TerminalId::parse(&crockford::encode(terminal))?;
    let subject =
        Subject { kind: SubjectKind::Batch, terminal, seq: u64::from(u32::from_be_bytes(*seq)) };
    let line = line.iter().fold(0, |number: u32, byte| (number << 8) | u32::from(*byte));
    let fen = fen.iter().fold(0, |number: i64, byte| (number << 8) | i64::from(*byte));
    let period = Period::new(2000 + i16::from(*year), byte_part(*part)?).ok()?;
    Some(Posting { subject, line, programme: *programme, period, amount: Fen::try_from(fen).ok()? })
}

fn part_byte(part: Part) -> u8 {
    // Months 1 to 12, quarters 21 to 24, halves 31 and 32.
    let number = match part {
        Part::Year => 0,
        Part::Month(n) => n,
        Part::Quarter(n) => n + 20,
        Part::Half(n) => n + 30,
    };
    u8::try_from(number).unwrap_or(0)
}

fn byte_part(byte: u8) -> Option<Part> {
    let number = i8::try_from(byte).ok()?;
    Some(match number {
        0 => Part::Year,
        1..=12 => Part::Month(number),
        21..=24 => Part::Quarter(number - 20),
        31..=32 => Part::Half(number - 30),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::store::payment::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_posting_survives_its_24_bytes(seq in 1u64..=u64::from(u32::MAX), line in 1u32..0x00FF_FFFF, fen in 0..=Fen::LINE_MAX, part in 0u8..=32) {
            let Some(part) = byte_part(part) else { return Ok(()) };
            let subject = Subject { kind: SubjectKind::Batch, terminal: TerminalId::of_key(&[7; 32]), seq };
            let period = Period::new(2026, part).unwrap();
            let posting = Posting { subject, line, programme: programme_mark("P01"), period, amount: Fen::try_from(fen).unwrap() };
            let bytes = Form::of(&subject, posting.programme, period).bytes(posting.line, posting.amount);
            prop_assert_eq!(from_bytes(&bytes), Some(posting));
        }
    }
}
