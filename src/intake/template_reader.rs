//! Files in the platform's collection template: the head must equal it column by column, and
//! nothing is mended.
use super::cells::{Cell, Cells};
use super::collect::Collector;
use super::fault::{CellFault, FileFault};
use super::normalise::tidy;
use super::roll_key::Places;
use super::row_buffer::RowSink;
use super::sheet::Setting;
use crate::domain::reference::division::Level;
use crate::domain::roll::template::{Bind, CellProblem, Column, ColumnKind, Template};
use crate::domain::roll::{Field, RollKey};
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::intake::values;
use std::collections::BTreeSet;

/// Rows in which the head must stand: a practice mark and merged heads may be above it.
const HEAD_WITHIN: u32 = 10;
const TOTALS: [&str; 4] = ["合计", "总计", "小计", "本页小计"];

/// Where in the sheet we are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Above,
    Rows,
    /// The head is another: nothing more is read.
    Over,
}

/// One sheet of a file in the template.
pub(super) struct StrictSheet<'a, 's, 'c> {
    name: &'c str,
    template: &'a Template,
    key: RollKey,
    has_village: bool,
    places: &'c Places<'a>,
    out: &'c mut Collector<'s>,
    stage: Stage,
    last_row: u32,
    /// Columns with something that a roll has no place for.
    passed_over: BTreeSet<usize>,
}

/// The template of what was asked, and the key of its rows; the village may still come from a
/// column.
///
/// # Errors
/// What must be asked for and was not, or no such template.
pub(super) fn asked<'a>(places: &Places<'a>) -> Result<(&'a Template, RollKey), FileFault> {
    let (programme, division, period) = places.asked();
    let programme = programme.ok_or(FileFault::NeedProgramme)?;
    let period = period.ok_or(FileFault::NeedPeriod)?;
    let template =
        places.reference().template(programme, period.start()).ok_or(FileFault::NoTemplate)?;
    let has_village = template.columns().iter().any(|column| column.bind == Bind::Village);
    let village = division.filter(|division| division.level() == Level::Village);
    let division = village
        .or(division.filter(|_| has_village))
        .or_else(|| has_village.then(|| places.anywhere()).flatten());
    Ok((
        template,
        RollKey::normal(programme.to_owned(), division.ok_or(FileFault::NeedDivision)?, period),
    ))
}

impl<'a, 's, 'c> StrictSheet<'a, 's, 'c> {
    pub(super) fn new(
        name: &'c str,
        of: (&'a Template, RollKey),
        setting: &'c Setting<'a>,
        out: &'c mut Collector<'s>,
    ) -> Self {
        let (template, key) = of;
        let has_village = template.columns().iter().any(|column| column.bind == Bind::Village);
        let places = &setting.places;
        let passed_over = BTreeSet::new();
        Self {
            name,
            template,
            key,
            has_village,
            places,
            out,
            stage: Stage::Above,
            last_row: 0,
            passed_over,
        }
    }

    fn fault(&mut self, row: u32, column: usize, sentence: Sentence) {
        let label = self.template.columns().get(column).map_or("", |column| column.label.as_str());
        self.out.error(self.name, row, Some((column, label)), sentence);
    }

    fn above(&mut self, row: u32, cells: &impl Cells) {
        let words = crate::intake::header::words(cells);
        let word = |place: usize| words.get(place).map_or("", String::as_str);
        let columns = self.template.columns();
        let same = columns
            .iter()
            .enumerate()
            .filter(|(place, column)| word(*place) == column.label)
            .count();
        if same * 2 < columns.len() {
            if row >= HEAD_WITHIN {
                self.out.error(self.name, row, None, FileFault::NoTemplateHead.sentence());
                self.stage = Stage::Over;
            }
            return;
        }
        self.stage = Stage::Rows;
        for place in 0..columns.len().max(words.len()) {
            let expected = columns.get(place).map_or("", |column| column.label.as_str());
            if word(place) != expected {
                let sentence = Sentence::plain("template-head-differs")
                    .with("expected", expected)
                    .with("found", word(place));
                self.fault(row, place, sentence);
                self.stage = Stage::Over;
            }
        }
    }

    fn line(&mut self, row: u32, cells: &impl Cells) {
        let Some(first) = cells.each().find(|cell| !cell.is_blank()) else {
            self.out.report.skipped.empty += 1;
            return;
        };
        if matches!(first, Cell::Text(text) if TOTALS.contains(&tidy(text).as_ref())) {
            self.out.error(self.name, row, None, Sentence::plain("template-total-row"));
            return;
        }
        let template = self.template;
        let mut texts = Vec::with_capacity(template.columns().len());
        let before = self.out.report.errors.len() as u64 + self.out.report.more_errors;
        for (place, column) in template.columns().iter().enumerate() {
            let text = text_of(column, cells.at(place)).unwrap_or_else(|fault| {
                self.fault(row, place, fault.sentence());
                String::new()
            });
            if column.bind == Bind::Free && !text.is_empty() && column.formula.is_empty() {
                self.passed_over.insert(place);
            }
            texts.push(text);
        }
        // a cell that cannot be read is reported once, not a second time as empty
        let is_readable =
            self.out.report.errors.len() as u64 + self.out.report.more_errors == before;
        match template.read(&texts) {
            Ok(read) if is_readable => self.push(row, read),
            Err(problems) if is_readable => {
                for (place, problem) in problems {
                    self.fault(row, place, problem.sentence());
                }
            }
            Ok(_) | Err(_) => {}
        }
    }

    fn push(&mut self, row: u32, read: crate::domain::roll::template::TemplateRow) {
        if self.has_village {
            let village = self.places.by_full_name(&read.village);
            let village = village.map_or_else(
                || Err(CellProblem::Village.sentence()),
                |found| found.map_err(|fault| fault.sentence()),
            );
            match village {
                Ok(village) => self.key.division = village,
                Err(sentence) => {
                    let place = self
                        .template
                        .columns()
                        .iter()
                        .position(|column| column.bind == Bind::Village)
                        .unwrap_or_default();
                    self.fault(row, place, sentence);
                    return;
                }
            }
        }
        let key = self.key.clone();
        self.out.turn_to(&key, self.name);
        let mut line = read.line;
        line.source_row = row;
        self.out.push(line);
    }
}

impl RowSink for StrictSheet<'_, '_, '_> {
    fn row(&mut self, row: u32, cells: &impl Cells) {
        self.last_row = row;
        match self.stage {
            Stage::Above => self.above(row, cells),
            Stage::Rows => self.line(row, cells),
            Stage::Over => {}
        }
    }

    fn is_over(&self) -> bool {
        self.stage == Stage::Over || self.out.stopped
    }

    fn broken(&mut self, fault: &FileFault) {
        self.out.error(self.name, self.last_row.max(1), None, fault.sentence());
    }

    fn end(self) -> bool {
        if self.stage == Stage::Above {
            self.out.error(
                self.name,
                self.last_row.max(1),
                None,
                FileFault::NoTemplateHead.sentence(),
            );
        }
        self.out.hand_on();
        let labels: Vec<_> = self
            .passed_over
            .iter()
            .filter_map(|place| self.template.columns().get(*place))
            .collect();
        if !labels.is_empty() {
            let columns: Vec<_> = labels.iter().map(|column| column.label.as_str()).collect();
            self.out
                .report
                .note(Sentence::plain("template-note-free").with("columns", columns.join(" ")));
        }
        true
    }
}

/// The text of a cell; ID and card numbers that Excel damaged are reported. The content of a
/// formula column is ignored.
fn text_of(column: &Column, cell: Cell<'_>) -> Result<String, CellFault> {
    if !column.formula.is_empty() {
        return Ok(String::new());
    }
    match column.bind {
        Bind::Cell(Field::Card) => values::card(cell),
        _ if column.kind == ColumnKind::Id => values::id(cell),
        Bind::Free | Bind::Serial | Bind::Village | Bind::Age | Bind::FilledOn | Bind::Cell(_) => {
            Ok(values::text(cell)?.map(std::borrow::Cow::into_owned).unwrap_or_default())
        }
    }
}
