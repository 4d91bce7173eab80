//! 控制表: what the receiver recounts before anything is paid.
//!
//! All hashes are plain SHA-256, so that any other program can make them again.
use super::{PaidBatch, PayList};
use crate::documents::sheets::{Cell, CellFormat, Column};
use crate::domain::roll::Totals;
use crate::domain::values::amount_in_words::in_capitals;
use crate::domain::values::crockford;
use crate::domain::values::hash::Hash;
use std::fmt::Write as _;

/// Titles and widths.
pub(super) const COLUMNS: [Column; 5] = [
    Column::new("项目", CellFormat::Text, 20),
    Column::new("内容", CellFormat::Text, 70),
    Column::new("笔数", CellFormat::Count, 8),
    Column::new("金额(元)", CellFormat::Amount, 18),
    Column::new("批次数据散列", CellFormat::Text, 58),
];

/// Which program wrote the files.
const SOFTWARE: &str = concat!("cunbang ", env!("CARGO_PKG_VERSION"));

/// What is known of the other sheets and of the csv when the control sheet is made.
pub(super) struct Made<'a> {
    pub(super) csv_name: &'a str,
    pub(super) csv: &'a [u8],
    pub(super) content: Hash,
    pub(super) totals: Totals,
}

/// The rows: facts of the list, then one row a batch.
pub(super) fn rows<'a>(
    list: &'a PayList,
    batches: &[&'a PaidBatch],
    made: &Made<'a>,
) -> Vec<Vec<Cell<'a>>> {
    let Totals { lines, households, persons, quantity, fen } = made.totals;
    let lines_in_order = || batches.iter().flat_map(|batch| &batch.lines);
    let programme = batches
        .first()
        .map(|batch| format!("{} {}", batch.programme, batch.programme_name))
        .unwrap_or_default();
    let unit = batches.first().map(|batch| batch.unit.as_str()).unwrap_or_default();
    let facts: [(&str, Cell<'a>); 17] = [
        ("支付清单", Cell::text(&list.id)),
        ("编制单位", Cell::text(&list.office)),
        ("编制日期", Cell::text(list.made_on.to_string())),
        ("补贴项目", Cell::text(programme)),
        ("机读文件", Cell::text(made.csv_name)),
        ("机读文件 SHA-256", Cell::text(hex(&Hash::of("", &[made.csv])))),
        ("明细内容 SHA-256", Cell::text(hex(&made.content))),
        (
            "账号校验和",
            Cell::text(account_checksum(lines_in_order().map(|line| line.card.as_str()))),
        ),
        ("批次数", Cell::text(batches.len().to_string())),
        ("笔数", Cell::text(lines.to_string())),
        ("户数", Cell::text(households.to_string())),
        ("人数", Cell::text(persons.to_string())),
        ("数量合计", Cell::text(format!("{quantity} {unit}"))),
        ("金额合计(分)", Cell::text(fen.fen().to_string())),
        ("金额合计(元)", Cell::text(fen.to_string())),
        ("金额合计(大写)", Cell::text(format!("人民币{}", in_capitals(fen)))),
        ("软件", Cell::text(SOFTWARE)),
    ];
    let facts = facts.map(|(title, content)| vec![Cell::text(title), content]);
    facts.into_iter().chain(batches.iter().map(|batch| of_batch(batch))).collect()
}

fn of_batch(batch: &PaidBatch) -> Vec<Cell<'_>> {
    let village = &batch.village;
    let words = format!(
        "{} {} {}{} 第{}稿",
        batch.subject, batch.label, village.township, village.name, batch.revision
    );
    vec![
        Cell::text("批次"),
        Cell::text(words),
        Cell::Count(batch.said_lines),
        Cell::Amount(batch.said_fen),
        Cell::text(batch.rows.to_string()),
    ]
}

/// 账号校验和: the first 16 Crockford characters of the SHA-256 over the accounts in order, each
/// followed by a line feed. Two lists with it in common pay the same accounts in the same order.
pub fn account_checksum<'a>(accounts: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for account in accounts {
        text.push_str(account);
        text.push('\n');
    }
    let mut sum = crockford::encode(Hash::of("", &[text.as_bytes()]).bytes());
    sum.truncate(16);
    sum
}

/// 明细内容: the SHA-256 over the rows as plain UTF-8 text, the cells separated by tabulators, each
/// row followed by a line feed.
///
/// The same for the csv and for the sheet, whatever encodes them.
pub fn content_hash<'a>(rows: impl Iterator<Item = Vec<Cell<'a>>>) -> Hash {
    let mut text = String::new();
    for cells in rows {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                text.push('\t');
            }
            text.push_str(&cell.plain());
        }
        text.push('\n');
    }
    Hash::of("", &[text.as_bytes()])
}

/// As `sha256sum` prints it.
fn hex(hash: &Hash) -> String {
    hash.bytes().iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing into a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
