//! The files of a pay list: for each programme `<division>-<list>-<programme>.xlsx` and the same as
//! `.csv`.
use super::control::{self, Made};
use super::{FinanceError, PaidBatch, PayList, detail, summary};
use crate::documents::sheets::{About, Cell, Sheet, SheetError, csv, workbook};
use crate::domain::roll::Totals;
use crate::domain::values::amount_in_words::in_capitals;
use crate::domain::values::date::in_chinese;
use std::collections::BTreeMap;

/// A file's name (ASCII, without personal data) and its bytes.
pub type File = (String, Vec<u8>);

/// Writes all files of `list`; the same list gives the same bytes.
///
/// # Errors
/// [`FinanceError`]; nothing is given then.
pub fn files(list: &PayList) -> Result<Vec<File>, FinanceError> {
    list.check()?;
    let mut by_programme: BTreeMap<&str, Vec<&PaidBatch>> = BTreeMap::new();
    for batch in &list.batches {
        by_programme.entry(&batch.programme).or_default().push(batch);
    }
    let mut files = Vec::with_capacity(by_programme.len() * 2);
    for (programme, batches) in by_programme {
        files.extend(pair(list, programme, &batches)?);
    }
    Ok(files)
}

/// Workbook and csv of one programme.
fn pair(
    list: &PayList,
    programme: &str,
    batches: &[&PaidBatch],
) -> Result<[File; 2], FinanceError> {
    let practice = if list.practice { "PRACTICE-" } else { "" };
    let stem =
        format!("{practice}{}-{}-{}", list.division.short(), ascii(&list.id), ascii(programme));
    let book_name = format!("{stem}.xlsx");
    let csv_name = format!("{stem}.csv");
    let refused = |file: &str| {
        let file = file.to_owned();
        move |why: SheetError| FinanceError::Sheet { file, why }
    };
    let csv = machine_csv(list, batches).map_err(refused(&csv_name))?;
    let summary = summary::of(batches)?;
    let content = control::content_hash(detail::rows(list, batches));
    let made = Made { csv_name: &csv_name, csv: &csv, content, totals: summary.totals };
    let control = control::rows(list, batches, &made);
    let sheets = vec![
        detail_sheet(list, batches, summary.totals),
        summary_sheet(list, batches, summary),
        control_sheet(control),
    ];
    let about = About { title: stem, made_on: list.made_on, practice: list.practice };
    let mut book = Vec::new();
    workbook(sheets, &about, &mut book).map_err(refused(&book_name))?;
    Ok([(book_name, book), (csv_name, csv)])
}

fn machine_csv(list: &PayList, batches: &[&PaidBatch]) -> Result<Vec<u8>, SheetError> {
    let mut table = csv::CsvTable::new(Vec::new());
    table.record(detail::COLUMNS.map(|column| column.title))?;
    for cells in detail::rows(list, batches) {
        table.cells(&cells)?;
    }
    table.finish()
}

fn detail_sheet<'a>(list: &'a PayList, batches: &'a [&'a PaidBatch], totals: Totals) -> Sheet<'a> {
    let mut total: Vec<_> = detail::COLUMNS.iter().map(|_| Cell::Empty).collect();
    let placed = [
        (0, Cell::text("合计")),
        (2, Cell::text(format!("{}笔", totals.lines))),
        (detail::AMOUNT, Cell::Amount(totals.fen)),
    ];
    for (place, cell) in placed {
        if let Some(empty) = total.get_mut(place) {
            *empty = cell;
        }
    }
    Sheet {
        name: "明细",
        headings: headings(list, batches, "资金发放明细表"),
        columns: &detail::COLUMNS,
        rows: Box::new(detail::rows(list, batches)),
        totals: vec![total],
        footings: vec![format!("合计金额(大写): 人民币{}", in_capitals(totals.fen)), signatures()],
    }
}

fn summary_sheet<'a>(
    list: &'a PayList,
    batches: &[&'a PaidBatch],
    summary: summary::Summary<'a>,
) -> Sheet<'a> {
    Sheet {
        name: "汇总",
        headings: headings(list, batches, "资金发放汇总表"),
        columns: &summary::COLUMNS,
        rows: Box::new(summary.rows.into_iter()),
        totals: vec![summary.total],
        footings: vec![signatures()],
    }
}

fn control_sheet(rows: Vec<Vec<Cell<'_>>>) -> Sheet<'_> {
    Sheet {
        name: "控制表",
        headings: vec!["控制表".to_owned()],
        columns: &control::COLUMNS,
        rows: Box::new(rows.into_iter()),
        totals: vec![],
        footings: vec![],
    }
}

/// Title, and who hands it over, when, in which units.
fn headings(list: &PayList, batches: &[&PaidBatch], what: &str) -> Vec<String> {
    let (name, unit) =
        batches.first().map_or(("", ""), |batch| (&batch.programme_name, &batch.unit));
    let title = format!("{name}{what}");
    let facts = format!(
        "填报单位(盖章): {}    支付清单: {}    单位: {unit}、元    填报日期: {}",
        list.office,
        list.id,
        in_chinese(list.made_on)
    );
    vec![title, facts]
}

fn signatures() -> String {
    "负责人(签字):                审核人:                制表人:                联系电话:"
        .to_owned()
}

/// For file names: every machine's disk takes it.
fn ascii(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }).collect()
}
