//! Which cell formats of an old workbook show dates.
use super::bytes::u16_at;
use super::records::{Record, kind};
use rustc_hash::FxHashMap;

/// The formats seen so far; cells name them by number.
#[derive(Default)]
pub(super) struct Formats {
    written: FxHashMap<u16, bool>,
    of_cells: Vec<u16>,
}

impl Formats {
    /// Takes note of a format or of the format of cells.
    pub(super) fn see(&mut self, record: &Record<'_>) -> Option<()> {
        if record.kind == kind::FORMAT {
            let code = record.pieces(2)?.text()?;
            self.written.insert(u16_at(record.data, 0)?, shows_a_date(&code));
        } else {
            self.of_cells.push(u16_at(record.data, 2)?);
        }
        Some(())
    }

    /// Does the cell format of that number show a date?
    pub(super) fn is_date(&self, cell_format: u16) -> bool {
        let Some(format) = self.of_cells.get(usize::from(cell_format)) else { return false };
        // A number without a written format is one of Excel's built-in ones; these are its dates,
        // with those of the Chinese version (27 to 31, 36, 50 to 54, 57, 58).
        self.written
            .get(format)
            .copied()
            .unwrap_or(matches!(format, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58))
    }
}

/// Has it a day or year outside of quoted words and of `[...]`? Months are no sign: `m` also means
/// minutes.
fn shows_a_date(code: &str) -> bool {
    let mut quoted = false;
    let mut bracketed = false;
    let mut escaped = false;
    for c in code.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' | '_' | '*' => escaped = true,
            '"' => quoted = !quoted,
            '[' if !quoted => bracketed = true,
            ']' if !quoted => bracketed = false,
            'y' | 'Y' | 'd' | 'D' if !quoted && !bracketed => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::shows_a_date;

    #[test]
    fn dates_are_told_from_money() {
        for code in ["yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]m/d/yy"] {
            assert!(shows_a_date(code), "{code}");
        }
        for code in ["#,##0.00", "0\"dy\"", "[Red]0", "@", "General", "\\d0"] {
            assert!(!shows_a_date(code), "{code}");
        }
    }
}
