//! Gathers lines into rolls and hands each on as soon as it is whole; keeps counts, sums and
//! errors.
use super::fault::{ColumnPlace, IntakeError};
use super::report::{Report, RollChunk};
use crate::domain::roll::{Line, RollKey};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::money::Fen;
use rustc_hash::FxHashMap;
use std::ops::ControlFlow;

/// Errors shown at most; the rest is counted.
pub(super) const ERRORS_SHOWN: usize = 500;
/// Lines handed on at once, so that a long roll does not fill the memory.
const LINES_AT_ONCE: usize = 8_192;

/// The rolls of one file on their way to the receiver.
pub(super) struct Collector<'s> {
    sink: &'s mut dyn FnMut(RollChunk) -> ControlFlow<()>,
    last_numbers: FxHashMap<RollKey, u32>,
    open: Option<RollChunk>,
    last_number: u32,
    /// Good lines are handed on although others are at fault.
    goes_on: bool,
    /// The report at the end.
    pub(super) report: Report,
    /// The receiver wants no more.
    pub(super) stopped: bool,
}

impl<'s> Collector<'s> {
    pub(super) fn new(
        sink: &'s mut dyn FnMut(RollChunk) -> ControlFlow<()>,
        goes_on: bool,
    ) -> Self {
        Self {
            sink,
            goes_on,
            last_numbers: FxHashMap::default(),
            open: None,
            last_number: 0,
            report: Report::default(),
            stopped: false,
        }
    }

    /// Another roll begins, or the same one goes on.
    pub(super) fn turn_to(&mut self, key: &RollKey, sheet: &str) {
        if self.open.as_ref().is_some_and(|open| open.key == *key && open.sheet == sheet) {
            return;
        }
        self.hand_on();
        let known = self.last_numbers.get(key).copied();
        if known.is_none() {
            self.report.rolls += 1;
        }
        self.last_number = known.unwrap_or(0);
        self.open =
            Some(RollChunk { key: key.clone(), lines: Vec::new(), sheet: sheet.to_owned() });
    }

    /// One more line of the roll that is open.
    pub(super) fn push(&mut self, mut line: Line) {
        self.report.lines += 1;
        self.report.lines_total = self.report.lines_total.plus(line.amount);
        self.last_number = self.last_number.saturating_add(1);
        line.no = self.last_number;
        let Some(open) = &mut self.open else { return };
        open.lines.push(line);
        if open.lines.len() >= LINES_AT_ONCE {
            let key = open.key.clone();
            let sheet = open.sheet.clone();
            self.hand_on();
            self.open = Some(RollChunk { key, lines: Vec::new(), sheet });
        }
    }

    /// Gives the open roll to the receiver. Once there is an error nothing more is given, except in
    /// a dry run.
    pub(super) fn hand_on(&mut self) {
        let Some(taken) = self.open.take() else { return };
        match self.last_numbers.get_mut(&taken.key) {
            Some(last) => *last = self.last_number,
            None => drop(self.last_numbers.insert(taken.key.clone(), self.last_number)),
        }
        let wanted = self.goes_on || self.report.errors.is_empty();
        if !taken.lines.is_empty() && wanted && !self.stopped {
            self.stopped = (self.sink)(taken).is_break();
        }
    }

    /// Notes an error at a place; `column` is the 0-based number and the words of its head.
    pub(super) fn error(
        &mut self,
        sheet: &str,
        row: u32,
        column: Option<(usize, &str)>,
        sentence: Sentence,
    ) {
        if self.report.errors.len() >= ERRORS_SHOWN {
            self.report.more_errors += 1;
            return;
        }
        let column = column.map(|(number, words)| ColumnPlace::of(number, words));
        self.report.errors.push(IntakeError { sheet: sheet.to_owned(), row, column, sentence });
    }
}

/// Sums of the lines since a sheet began and since its last total.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Running {
    /// Lines since the sheet began.
    pub(super) lines: u64,
    /// Their sum.
    pub(super) sum: Fen,
    /// Lines since the last total.
    pub(super) part_lines: u64,
    /// Their sum.
    pub(super) part_sum: Fen,
}

impl Running {
    /// One more line.
    pub(super) fn add(&mut self, amount: Fen) {
        self.lines += 1;
        self.part_lines += 1;
        self.sum = self.sum.plus(amount);
        self.part_sum = self.part_sum.plus(amount);
    }

    /// A total was read; the next part begins.
    pub(super) fn begin_part(&mut self) {
        self.part_lines = 0;
        self.part_sum = Fen::ZERO;
    }
}
