//! One sheet from its first row to its last: titles, head, lines, totals, signatures.
use super::cells::{Cell, Cells};
use super::collect::{Collector, Running};
use super::columns::Column;
use super::fault::{CellFault, FileFault, count_differs, field_count, total_differs};
use super::header::{self, Head};
use super::hints;
use super::line::{self, Reading};
use super::mapping::Mapping;
use super::roll_key::{GroupHead, Hints, KeySource, Places};
use super::row_buffer::RowSink;
use super::rows::{RowClassifier, RowKind, counted};
use super::values;
use crate::domain::reference::Reference;
use crate::domain::reference::division::DivisionCode;
use crate::domain::reference::programme::PayeeBasis;
use crate::domain::roll::RollKey;
use crate::domain::roll::template::Template;
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::domain::values::date::Date;
use crate::domain::values::money::Fen;
use crate::domain::values::quantity::Rate;

/// Rows in which the head must stand.
pub(super) const HEAD_WITHIN: usize = 40;

/// What stays the same for all sheets of a file.
pub(super) struct Setting<'a> {
    pub(super) places: Places<'a>,
    pub(super) mapping: Mapping<'a>,
    pub(super) reference: &'a Reference,
    pub(super) file_name: &'a str,
    pub(super) today: Date,
    /// Records must be as wide as the head (csv); sheets leave empty cells out.
    pub(super) fixed_width: bool,
    /// The file must be in this template, with the key of its rows; heads, titles and totals are
    /// not interpreted then.
    pub(super) template: Option<(&'a Template, RollKey)>,
    /// A title of something else than was asked for is only noted.
    pub(super) despite_title: bool,
}

/// Where in the sheet we are.
enum Stage {
    Above {
        previous: Option<Vec<String>>,
        seen: usize,
    },
    Head(Box<Head>),
    Table(Box<OpenTable>),
    /// The head is unusable, or there is none: nothing more is read.
    Over,
}

struct OpenTable {
    head: Head,
    tell: RowClassifier,
    key: KeySource,
    rate: Option<Rate>,
    after_total: bool,
    basis: Option<PayeeBasis>,
    /// A line above had a householder.
    has_householders: bool,
}

impl OpenTable {
    /// The column of the householder, if it is empty on this line although lines above have one:
    /// merged cells look like this.
    fn lacks_householder(&mut self, cells: &impl Cells) -> Option<usize> {
        let place = self.head.place(Column::HeadName)?;
        let is_blank = cells.filled_down(place).is_blank();
        self.has_householders |= !is_blank;
        (is_blank && self.has_householders).then_some(place)
    }
}

/// A text above the head.
struct Title {
    row: u32,
    column: usize,
    text: String,
}

/// The state machine of one sheet.
pub(super) struct Sheet<'a, 's, 'c> {
    name: &'c str,
    setting: &'c Setting<'a>,
    out: &'c mut Collector<'s>,
    titles: Vec<Title>,
    stage: Stage,
    running: Running,
    total: Option<Fen>,
    last_row: u32,
}

impl RowSink for Sheet<'_, '_, '_> {
    fn row(&mut self, row: u32, cells: &impl Cells) {
        self.last_row = row;
        // Taken out so that the stage and the rest of `self` can change together; each arm puts one
        // back.
        match std::mem::replace(&mut self.stage, Stage::Over) {
            Stage::Table(mut table) => {
                self.below(&mut table, row, cells);
                self.stage = Stage::Table(table);
            }
            Stage::Above { previous, seen } => self.above(row, cells, previous, seen),
            Stage::Head(head) => self.under_head(*head, row, cells),
            Stage::Over => {}
        }
    }

    fn is_over(&self) -> bool {
        matches!(self.stage, Stage::Over) || self.out.stopped
    }

    fn broken(&mut self, fault: &FileFault) {
        self.fault(self.last_row.max(1), fault.sentence());
    }

    fn end(mut self) -> bool {
        match std::mem::replace(&mut self.stage, Stage::Over) {
            Stage::Head(head) => self.begin(*head, self.last_row, None),
            before @ (Stage::Above { .. } | Stage::Table(_) | Stage::Over) => self.stage = before,
        }
        self.out.hand_on();
        if let Some(total) = self.total {
            self.out.report.file_total =
                Some(self.out.report.file_total.unwrap_or(Fen::ZERO).plus(total));
        }
        let found = matches!(self.stage, Stage::Table(_));
        let headless = matches!(self.stage, Stage::Above { .. }) && !self.titles.is_empty();
        if headless && !self.name.is_empty() {
            self.out.report.note(Sentence::plain("intake-note-no-head").with("sheet", self.name));
        }
        found || !self.out.report.errors.is_empty()
    }
}

impl<'a, 's, 'c> Sheet<'a, 's, 'c> {
    pub(super) fn new(name: &'c str, setting: &'c Setting<'a>, out: &'c mut Collector<'s>) -> Self {
        let stage = Stage::Above { previous: None, seen: 0 };
        Self {
            name,
            setting,
            out,
            titles: Vec::new(),
            stage,
            running: Running::default(),
            total: None,
            last_row: 0,
        }
    }

    /// A row under the head: one more row of it, or the first line.
    fn under_head(&mut self, head: Head, row: u32, cells: &impl Cells) {
        let words = header::words(cells);
        if let Some(more) = header::with_next_row(&head, &words, &self.setting.mapping) {
            self.stage = Stage::Head(Box::new(more));
        } else if header::is_legend(&words) {
            self.out.report.skipped.heads += 1;
            self.stage = Stage::Head(Box::new(head));
        } else {
            let village = match self.setting.places.group_head(cells) {
                Some(GroupHead::Village(village)) => Some(village),
                Some(GroupHead::Fault(..)) | None => None,
            };
            self.begin(head, row.saturating_sub(1), village);
            self.row(row, cells);
        }
    }

    /// Lines of a csv with nothing at all in them.
    pub(super) const fn empty_lines(&mut self, count: usize) {
        self.out.report.skipped.empty += count as u64;
    }

    /// Errors of the file itself found while reading rows, e.g. bytes that are no text.
    pub(super) fn fault(&mut self, row: u32, sentence: Sentence) {
        self.out.error(self.name, row, None, sentence);
    }

    fn above(&mut self, row: u32, cells: &impl Cells, previous: Option<Vec<String>>, seen: usize) {
        let words = header::words(cells);
        if words.iter().all(String::is_empty) {
            self.out.report.skipped.empty += 1;
            self.stage = Stage::Above { previous, seen };
            return;
        }
        if let Some(head) = header::find(&words, previous.as_deref(), &self.setting.mapping) {
            self.stage = Stage::Head(Box::new(head));
            return;
        }
        if words.iter().any(|word| hints::in_ten_thousands(word)) {
            self.out.error(self.name, row, None, FileFault::TenThousands.sentence());
            return;
        }
        let titles = words.iter().enumerate().filter(|(_, word)| !word.is_empty());
        self.titles.extend(titles.map(|(column, text)| Title { row, column, text: text.clone() }));
        self.stage = if seen + 1 < HEAD_WITHIN {
            Stage::Above { previous: Some(words), seen: seen + 1 }
        } else {
            Stage::Over
        };
    }

    /// The head is whole; `village` = the first row below it names the village of the lines after
    /// it.
    fn begin(&mut self, head: Head, row: u32, village: Option<DivisionCode>) {
        if let Some(fault) = head.fault() {
            self.out.error(self.name, row, None, fault.sentence());
            return;
        }
        self.titles_fit();
        let texts: Vec<_> = self
            .titles
            .iter()
            .map(|title| title.text.as_str())
            .chain([self.name, self.setting.file_name])
            .collect();
        let mut hints = Hints::of(&texts, &self.setting.places);
        hints.village = village.or(hints.village);
        let rate = self.titles.iter().find_map(|title| hints::rate_in(&title.text));
        let key = match KeySource::new(&head, &self.setting.places, &hints) {
            Ok(key) => key,
            Err(faults) => {
                for fault in faults {
                    self.out.error(self.name, row, None, fault.sentence());
                }
                return;
            }
        };
        if hints.contradicts(&self.setting.places) && self.out.report.errors.is_empty() {
            self.out.report.note(Sentence::plain("intake-note-title-differs"));
        }
        if key.leans_on_title(&self.setting.places) {
            self.out.report.note(Sentence::plain("intake-note-from-title"));
        }
        self.note_columns(&head);
        let tell = RowClassifier::new(&head);
        self.stage = Stage::Table(Box::new(OpenTable {
            head,
            tell,
            key,
            rate,
            after_total: false,
            basis: None,
            has_householders: false,
        }));
    }

    /// Refuses titles that name something else than was asked for: the wrong file may have been
    /// chosen.
    fn titles_fit(&mut self) {
        if self.setting.despite_title {
            return;
        }
        for title in &self.titles {
            for fault in self.setting.places.contradicted_by(&title.text) {
                self.out.error(self.name, title.row, Some((title.column, "")), fault.sentence());
            }
        }
    }

    fn note_columns(&mut self, head: &Head) {
        let report = &mut self.out.report;
        if !head.unknown.is_empty() {
            let told = |place: &usize| {
                format!(
                    "{}({})",
                    super::cells::letter(*place),
                    head.words.get(*place).map_or("", String::as_str)
                )
            };
            let columns: Vec<_> = head.unknown.iter().map(told).collect();
            report.note(
                Sentence::plain("intake-note-unknown-columns").with("columns", columns.join(" ")),
            );
        }
        if let Some(profile) = &head.profile {
            report.note(Sentence::plain("intake-note-profile").with("profile", profile));
        }
        if self.setting.mapping.is_said_now() {
            report.told_heads.push(head.normalised());
        }
    }

    fn below(&mut self, table: &mut OpenTable, row: u32, cells: &impl Cells) {
        if let Some(group) = self.setting.places.group_head(cells) {
            self.group(table, row, group);
            return;
        }
        let skipped = &mut self.out.report.skipped;
        match table.tell.kind(cells, table.after_total) {
            RowKind::Empty => skipped.empty += 1,
            RowKind::Subtotal => skipped.subtotals += 1,
            RowKind::HeadAgain => skipped.heads += 1,
            RowKind::Signature => skipped.signatures += 1,
            RowKind::Total => {
                skipped.totals += 1;
                self.total_row(table, row, cells);
            }
            // One separator too many in a csv shifts every cell behind it.
            RowKind::Line
                if self.setting.fixed_width && cells.count() != table.head.words.len() =>
            {
                self.out.error(
                    self.name,
                    row,
                    None,
                    field_count(cells.count(), table.head.words.len()),
                );
            }
            RowKind::Line => self.line(table, row, cells),
        }
    }

    /// The lines after this row are of another village.
    fn group(&mut self, table: &mut OpenTable, row: u32, group: GroupHead) {
        table.after_total = false;
        self.out.report.skipped.heads += 1;
        match group {
            GroupHead::Village(village) => table.key.turn_to(village),
            GroupHead::Fault(column, fault) => {
                let words = table.head.words.get(column).map_or("", String::as_str);
                self.out.error(self.name, row, Some((column, words)), fault.sentence());
            }
        }
    }

    fn line(&mut self, table: &mut OpenTable, row: u32, cells: &impl Cells) {
        table.after_total = false;
        let mut faults = Vec::new();
        match table.key.key(cells, &self.setting.places) {
            Ok((_, false)) => {}
            Ok((key, true)) => {
                table.basis = self
                    .setting
                    .reference
                    .programme(&key.programme, key.period.start())
                    .map(|programme| programme.payee_basis);
                self.out.turn_to(key, self.name);
            }
            Err(found) => faults = found,
        }
        let Reading { mut line, faults: mut more } =
            line::read(&table.head, cells, table.rate, self.setting.today);
        if let Some(place) = table.lacks_householder(cells) {
            more.retain(|(column, _)| *column != place);
            more.push((place, CellFault::HouseholderMissing));
        }
        if faults.is_empty() && more.is_empty() {
            line.source_row = row;
            self.running.add(line.amount);
            self.out.push(line);
            return;
        }
        for (column, fault) in faults.iter().chain(&more) {
            let words = table.head.words.get(*column).map_or("", String::as_str);
            self.out.error(self.name, row, Some((*column, words)), fault.sentence());
        }
        // Wrong lines count, too: the total of the file was made with them.
        self.running.add(line.amount);
    }

    fn total_row(&mut self, table: &mut OpenTable, row: u32, cells: &impl Cells) {
        table.after_total = true;
        let place = table.head.place(Column::Amount);
        let written = place.map_or(Ok(None), |column| values::amount(cells.at(column)));
        match written {
            Ok(Some(file)) => self.compare_sum(table, row, file),
            Err(CellFault::Unfilled) => {
                self.out.report.note(Sentence::plain("intake-note-total-not-computed"));
            }
            Ok(None) | Err(_) => {}
        }
        let count = cells
            .each()
            .find_map(|cell| if let Cell::Text(text) = cell { counted(text) } else { None });
        if let Some((file, unit)) = count {
            self.compare_count(table, row, file, unit);
        }
        self.running.begin_part();
    }

    fn compare_sum(&mut self, table: &OpenTable, row: u32, file: Fen) {
        if file == self.running.sum {
            self.total = Some(file);
        // A total of one part, such as a village of several in one sheet: the parts add up.
        } else if file == self.running.part_sum {
            self.total = Some(self.total.unwrap_or(Fen::ZERO).plus(file));
        } else {
            self.total = Some(file);
            let place = table.head.place(Column::Amount).unwrap_or_default();
            let words = table.head.words.get(place).map_or("", String::as_str);
            // Lines with errors have no certain amount: their own messages come first.
            if self.out.report.errors.is_empty() {
                self.out.error(
                    self.name,
                    row,
                    Some((place, words)),
                    total_differs(file, self.running.sum),
                );
            }
        }
    }

    /// Households and persons may be fewer than lines, unless the programme has one line for each.
    fn compare_count(&mut self, table: &OpenTable, row: u32, file: u64, unit: char) {
        let one_each = matches!(unit, '笔' | '条' | '行')
            || (unit == '户' && table.basis == Some(PayeeBasis::Household))
            || (unit == '人' && table.basis == Some(PayeeBasis::Person));
        let all = self.running.lines;
        let part = self.running.part_lines;
        let fits = file == all || file == part || (!one_each && file < part);
        if !fits && self.out.report.errors.is_empty() {
            self.out.error(self.name, row, None, count_differs(file, all));
        }
    }
}
