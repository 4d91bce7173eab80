//! One row -> one line of a roll.
use super::cells::{Cell, Cells};
use super::columns::Column;
use super::fault::CellFault;
use super::header::Head;
use super::roll_key::RowFaults;
use super::values;
use crate::domain::roll::{Line, Person};
use crate::domain::values::date::Date;
use crate::domain::values::money::Fen;
use crate::domain::values::quantity::{Quantity, Rate};
use rust_decimal::Decimal;

/// What a row gave: the line, and what was wrong with it.
pub(super) struct Reading {
    pub(super) line: Line,
    pub(super) faults: RowFaults,
}

/// Reads a row under `head`; the line's number and source row are the receiver's. `title_rate`
/// stands in for a missing column.
pub(super) fn read(
    head: &Head,
    cells: &impl Cells,
    title_rate: Option<Rate>,
    today: Date,
) -> Reading {
    let mut line = Line::new(0);
    let mut row = RowReader { head, cells, faults: Vec::new() };
    people(&mut row, &mut line);
    line.household = row.value(Column::Household, values::words);
    line.group = row.value(Column::Group, values::group);
    line.bank = row.value(Column::Bank, values::words);
    line.card = row.value(Column::Card, values::card);
    line.phone = row.value(Column::Phone, values::phone);
    line.remark = row.value(Column::Remark, values::remark);
    line.paid_on = row.value(Column::PaidOn, |cell| values::day(cell, today));
    money(&mut row, &mut line, title_rate);
    Reading { line, faults: row.faults }
}

/// A household's lines may share one merged cell of these.
const OF_HOUSEHOLD: [Column; 4] =
    [Column::HeadName, Column::HeadId, Column::Group, Column::Household];
/// Each line has its own of these: a merged cell must not be counted twice, nor give one person's
/// number to another.
const OF_ONE_LINE: [Column; 10] = [
    Column::Name,
    Column::Id,
    Column::BeneficiaryName,
    Column::BeneficiaryId,
    Column::PayeeName,
    Column::PayeeId,
    Column::Card,
    Column::Quantity,
    Column::Months,
    Column::Amount,
];

const NAMES: [Column; 4] =
    [Column::HeadName, Column::Name, Column::BeneficiaryName, Column::PayeeName];

/// One name column means all three; a number without a name column of its own is the householder's.
fn people<C: Cells>(row: &mut RowReader<'_, C>, line: &mut Line) {
    let mut person =
        |name, id| Person { name: row.value(name, values::name), id: row.value(id, values::id) };
    let head = person(Column::HeadName, Column::HeadId);
    let mut plain = person(Column::Name, Column::Id);
    let beneficiary = person(Column::BeneficiaryName, Column::BeneficiaryId);
    let payee = person(Column::PayeeName, Column::PayeeId);
    // The table has one number column and the names stand under another head.
    let spare = if plain.name.is_empty() { std::mem::take(&mut plain.id) } else { String::new() };
    line.householder =
        match [&head, &plain, &beneficiary].into_iter().find(|person| !person.name.is_empty()) {
            Some(person) => person.clone(),
            None => payee.clone(),
        };
    if line.householder.id.is_empty() {
        line.householder.id = spare;
    }
    line.beneficiary = other_than(&line.householder, beneficiary);
    line.payee = other_than(&line.householder, payee);
    let place = NAMES.iter().find_map(|column| row.head.place(*column)).unwrap_or_default();
    if line.householder.name.is_empty() && row.faults.iter().all(|(column, _)| *column != place) {
        row.faults.push((place, CellFault::NameMissing));
    }
}

fn other_than(head: &Person, person: Person) -> Option<Person> {
    let same = person.name == head.name && (person.id.is_empty() || person.id == head.id);
    if person.name.is_empty() || same { None } else { Some(person) }
}

/// Where a table has months but no quantity, the months are the quantity (unit 人·月).
fn money<C: Cells>(row: &mut RowReader<'_, C>, line: &mut Line, title_rate: Option<Rate>) {
    line.quantity = row.value(Column::Quantity, values::quantity);
    line.months = row.value(Column::Months, values::months);
    line.rate = row.value(Column::Rate, values::rate).or(title_rate);
    if row.head.place(Column::Quantity).is_none() {
        line.quantity =
            line.months.take().and_then(|months| Quantity::try_from(Decimal::from(months)).ok());
    }
    let before = row.faults.len();
    let amount = row.value(Column::Amount, values::amount);
    let place = row
        .head
        .place(Column::Amount)
        .or_else(|| row.head.place(Column::Quantity))
        .unwrap_or_default();
    match (amount, line.rate, line.quantity) {
        (Some(amount), _, _) => line.amount = amount,
        // The amount was there and could not be read, which is reported already.
        (None, _, _) if row.faults.len() > before => {}
        (None, Some(rate), Some(quantity)) => match Fen::of(rate, quantity, line.months) {
            Ok(amount) => line.amount = amount,
            Err(error) => row.faults.push((place, CellFault::of_amount(error, ""))),
        },
        (None, _, _) => row.faults.push((place, CellFault::AmountMissing)),
    }
}

struct RowReader<'r, C> {
    head: &'r Head,
    cells: &'r C,
    faults: RowFaults,
}

impl<C: Cells> RowReader<'_, C> {
    /// The value of a column; nothing if the table lacks it or the cell is at fault.
    fn value<T: Default>(
        &mut self,
        column: Column,
        parse: impl FnOnce(Cell<'_>) -> Result<T, CellFault>,
    ) -> T {
        let Some(place) = self.head.place(column) else { return T::default() };
        let cell = if OF_HOUSEHOLD.contains(&column) {
            self.cells.filled_down(place)
        } else {
            self.cells.at(place)
        };
        if OF_ONE_LINE.contains(&column) && cell.is_blank() && !self.cells.merged(place).is_blank()
        {
            self.faults.push((place, CellFault::MergedAway));
            return T::default();
        }
        match parse(cell) {
            Ok(value) => value,
            Err(fault) => {
                self.faults.push((place, fault));
                T::default()
            }
        }
    }
}
