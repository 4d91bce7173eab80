//! The engine: cells of a template <-> a line.
use super::cell::number;
use crate::domain::people::identity::IdNumber;
use crate::domain::roll::template::{Bind, CellProblem, Column, Template};
use crate::domain::roll::{Field, Line, Person};
use crate::domain::values::date::Date;
use rust_decimal::{Decimal, RoundingStrategy};

/// Problems of one row, each with its 0-based column.
pub type RowProblems = Vec<(usize, CellProblem)>;

/// A row that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateRow {
    /// The line, number 0.
    pub line: Line,
    /// 村委会 as written; empty if the template has none.
    pub village: String,
}

/// What a row is written with beside its line.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// 序号, 1..
    pub serial: u32,
    /// Full name of the village.
    pub village: &'a str,
    /// 开户银行 where the line has none.
    pub bank: &'a str,
    /// First day of the period paid for.
    pub period_start: Date,
    /// 填报日期.
    pub filled_on: Date,
}

impl Template {
    /// Reads the cells of a row; columns with a formula are computed and what stands there is
    /// passed over.
    ///
    /// # Errors
    /// Every cell that the platform would refuse.
    pub fn read(&self, cells: &[String]) -> Result<TemplateRow, RowProblems> {
        let mut texts: Vec<&str> = (0..self.columns().len())
            .map(|place| cells.get(place).map_or("", |text| text.trim()))
            .collect();
        let mut problems = self.problems(&texts);
        let typed_right = problems.is_empty();
        let computed = self.computed(&texts);
        for (place, text) in &computed {
            if let Some(cell) = texts.get_mut(*place) {
                *cell = text;
            }
        }
        let mut row = TemplateRow { line: Line::new(0), village: String::new() };
        for (place, (column, text)) in self.columns().iter().zip(&texts).enumerate() {
            match column.bind {
                Bind::Village => (*text).clone_into(&mut row.village),
                // a wrong number makes its product wrong, too: one problem is reported, not two
                Bind::Cell(_) if !typed_right && !column.formula.is_empty() => {}
                Bind::Cell(field) => {
                    if let Err(problem) = field.put(&mut row.line, text) {
                        problems.push((place, problem.into()));
                    }
                }
                Bind::Free | Bind::Serial | Bind::Age | Bind::FilledOn => {}
            }
        }
        // one problem a cell is enough
        problems.sort_by_key(|(place, _)| *place);
        problems.dedup_by_key(|(place, _)| *place);
        row.line.beneficiary = other_than(&row.line.householder, row.line.beneficiary.take());
        row.line.payee = other_than(&row.line.householder, row.line.payee.take());
        if problems.is_empty() { Ok(row) } else { Err(problems) }
    }

    /// The cells of a line, and which of them the platform would refuse.
    #[must_use]
    pub fn write(&self, line: &Line, place: &Place<'_>) -> (Vec<String>, RowProblems) {
        let mut cells: Vec<String> =
            self.columns().iter().map(|column| text_of(column, line, place)).collect();
        let texts: Vec<&str> = cells.iter().map(String::as_str).collect();
        let mut problems = self.problems(&texts);
        for (place, text) in self.computed(&texts) {
            let bound = self.columns().get(place).is_some_and(|column| column.bind != Bind::Free);
            let same = cells.get(place).is_some_and(|cell| number(cell) == number(&text));
            if bound && !same {
                problems.push((place, CellProblem::Formula));
            } else if let Some(cell) = cells.get_mut(place) {
                *cell = text;
            }
        }
        (cells, problems)
    }

    fn problems(&self, texts: &[&str]) -> RowProblems {
        let typed = self
            .columns()
            .iter()
            .zip(texts)
            .enumerate()
            .filter(|(_, (column, _))| column.formula.is_empty());
        typed
            .filter_map(|(place, (column, text))| {
                column.check(text).err().map(|problem| (place, problem))
            })
            .collect()
    }

    /// Place and text of each formula, if its operands are present.
    fn computed(&self, texts: &[&str]) -> Vec<(usize, String)> {
        let operand = |label: &String| {
            let place = self.columns().iter().position(|column| column.label == *label)?;
            number(texts.get(place)?)
        };
        let product =
            |column: &Column| {
                let product = column.formula.iter().try_fold(Decimal::ONE, |product, label| {
                    product.checked_mul(operand(label)?)
                })?;
                Some(product.round_dp_with_strategy(
                    column.decimals(),
                    RoundingStrategy::MidpointAwayFromZero,
                ))
            };
        let formulas =
            self.columns().iter().enumerate().filter(|(_, column)| !column.formula.is_empty());
        formulas
            .filter_map(|(place, column)| product(column).map(|number| (place, number.to_string())))
            .collect()
    }
}

fn text_of(column: &Column, line: &Line, place: &Place<'_>) -> String {
    match column.bind {
        Bind::Free => String::new(),
        Bind::Serial => place.serial.to_string(),
        Bind::Village => place.village.to_owned(),
        Bind::Age => IdNumber::parse(&line.beneficiary().id)
            .map(|id| id.age_on(place.period_start).to_string())
            .unwrap_or_default(),
        Bind::FilledOn => place.filled_on.to_string(),
        Bind::Cell(Field::BeneficiaryName) => line.beneficiary().name.clone(),
        Bind::Cell(Field::BeneficiaryId) => line.beneficiary().id.clone(),
        Bind::Cell(Field::PayeeName) => line.payee().name.clone(),
        Bind::Cell(Field::PayeeId) => line.payee().id.clone(),
        Bind::Cell(Field::Bank) if line.bank.is_empty() => place.bank.to_owned(),
        Bind::Cell(field) => field.text_of(line),
    }
}

fn other_than(head: &Person, person: Option<Person>) -> Option<Person> {
    person.filter(|person| {
        !person.name.is_empty()
            && (person.name != head.name || (!person.id.is_empty() && person.id != head.id))
    })
}
