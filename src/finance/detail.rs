//! 明细: one row a payment, in the columns that provincial platforms export by default.
use super::{PaidBatch, PayList};
use crate::documents::sheets::{Cell, CellFormat, Column};
use crate::domain::people::identity::IdNumber;
use crate::domain::roll::{Line, Person};
use crate::domain::values::date::Date;

/// Titles and widths. 现居住地 stays empty: rolls do not hold it.
pub(super) const COLUMNS: [Column; 19] = [
    Column::new("序号", CellFormat::Count, 6),
    Column::new("支付状态", CellFormat::Text, 9),
    Column::new("户主姓名", CellFormat::Text, 11),
    Column::new("户主身份证号", CellFormat::Text, 20),
    Column::new("收款人姓名", CellFormat::Text, 11),
    Column::new("收款人身份证号", CellFormat::Text, 20),
    Column::new("银行账号", CellFormat::Text, 22),
    Column::new("开户银行", CellFormat::Text, 20),
    Column::new("村(居)委会", CellFormat::Text, 14),
    Column::new("村(居)民小组", CellFormat::Text, 9),
    Column::new("享受人", CellFormat::Text, 11),
    Column::new("享受人身份证号", CellFormat::Text, 20),
    Column::new("联系电话", CellFormat::Text, 14),
    Column::new("现居住地", CellFormat::Text, 9),
    Column::new("年龄", CellFormat::Count, 6),
    Column::new("补贴标准", CellFormat::Rate, 10),
    Column::new("补贴金额", CellFormat::Amount, 14),
    Column::new("填报日期", CellFormat::Date, 12),
    Column::new("备注", CellFormat::Text, 12),
];
/// Place of 补贴金额 in [`COLUMNS`].
pub(super) const AMOUNT: usize = 16;
/// What every row says in 支付状态: the file only asks for payment; whether it was paid is known only
/// from the bank's return.
const STATUS: &str = "待支付";
/// The same in a practice list: even the csv must not look payable.
const PRACTICE_STATUS: &str = "练习";

/// The rows of `batches` in their order, numbered through from 1.
pub(super) fn rows<'a>(
    list: &PayList,
    batches: &'a [&'a PaidBatch],
) -> impl Iterator<Item = Vec<Cell<'a>>> + use<'a> {
    let made_on = list.made_on;
    let status = if list.practice { PRACTICE_STATUS } else { STATUS };
    let lines = batches.iter().flat_map(|batch| batch.lines.iter().map(move |line| (*batch, line)));
    (1_u32..).zip(lines).map(move |(no, (batch, line))| row(no, status, (batch, line), made_on))
}

fn row<'a>(
    no: u32,
    status: &'static str,
    (batch, line): (&'a PaidBatch, &'a Line),
    made_on: Date,
) -> Vec<Cell<'a>> {
    let payee = line.payee();
    let beneficiary = line.beneficiary();
    vec![
        Cell::Count(no),
        Cell::text(status),
        Cell::text(&line.householder.name),
        Cell::text(&line.householder.id),
        Cell::text(&payee.name),
        Cell::text(&payee.id),
        Cell::text(&line.card),
        Cell::text(&line.bank),
        Cell::text(&batch.village.name),
        Cell::text(&line.group),
        Cell::text(&beneficiary.name),
        Cell::text(&beneficiary.id),
        Cell::text(&line.phone),
        Cell::Empty,
        age(beneficiary, made_on),
        line.rate.map_or(Cell::Empty, Cell::Rate),
        Cell::Amount(line.amount),
        Cell::Date(made_on),
        Cell::text(&line.remark),
    ]
}

/// Full years on the day of the list; empty where the number does not tell.
fn age<'a>(person: &Person, day: Date) -> Cell<'a> {
    let years = IdNumber::parse(&person.id).ok().map(|id| id.age_on(day));
    years.and_then(|years| u32::try_from(years).ok()).map_or(Cell::Empty, Cell::Count)
}
