//! What kind of row stands below the head: a line, a total, a subtotal, the head again, a
//! signature.
use super::cells::{Cell, Cells};
use super::columns::Column;
use super::head_meaning::named;
use super::header::Head;
use super::normalise::bare;

/// The kinds of rows below a head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    Line,
    Total,
    Subtotal,
    HeadAgain,
    Signature,
    Empty,
}

const TOTALS: [&str; 6] = ["合计", "总计", "共计", "总合计", "合计大写", "全村合计"];
const SIGNATURES: [&str; 17] = [
    "负责人",
    "审核人",
    "制表人",
    "填表人",
    "填报人",
    "经办人",
    "复核人",
    "签字",
    "盖章",
    "公章",
    "监督电话",
    "联系电话",
    "说明",
    "注",
    "备注",
    "填报单位",
    "村主任",
];

/// The columns of `head` that tell lines from other rows.
#[derive(Debug, Clone)]
pub(super) struct RowClassifier {
    serial: Option<usize>,
    names: [Option<usize>; 4],
    used: Vec<usize>,
}

impl RowClassifier {
    /// For one head.
    pub(super) fn new(head: &Head) -> Self {
        let names = [Column::HeadName, Column::Name, Column::BeneficiaryName, Column::PayeeName]
            .map(|column| head.place(column));
        let serial = head.place(Column::Serial);
        let told = [
            Column::HeadId,
            Column::Id,
            Column::BeneficiaryId,
            Column::Card,
            Column::Amount,
            Column::Quantity,
        ]
        .map(|column| head.place(column));
        let used = names.iter().chain(&told).copied().flatten().collect();
        Self { serial, names, used }
    }

    /// The kind of a row; `after_total` = a total stood above it, so that notes may follow.
    pub(super) fn kind(&self, cells: &impl Cells, after_total: bool) -> RowKind {
        let Some(first) = cells.each().find(|cell| !cell.is_blank()) else { return RowKind::Empty };
        let Cell::Text(text) = first else { return self.numbered(cells) };
        // A serial number that was typed as text.
        if text.starts_with(|c: char| c.is_ascii_digit()) {
            return self.numbered(cells);
        }
        let word = bare(text);
        let name = self
            .names
            .iter()
            .flatten()
            .map(|column| cells.at(*column))
            .find_map(|cell| if let Cell::Text(text) = cell { Some(text) } else { None });
        if word.contains("小计") || word.starts_with("本页") || word.starts_with("累计") {
            return RowKind::Subtotal;
        }
        if TOTALS.contains(&word.as_str()) {
            return RowKind::Total;
        }
        if named(&word).is_some() && name.is_none_or(|name| named(&bare(name)).is_some()) {
            return RowKind::HeadAgain;
        }
        let colon = text.contains([':', '：']);
        let is_note =
            SIGNATURES.iter().any(|sign| word.starts_with(sign)) && (colon || name.is_none());
        // Below a total only lines of another part follow, and they have names.
        if is_note || (after_total && name.is_none()) || self.stands_apart(cells) {
            RowKind::Signature
        } else {
            RowKind::Line
        }
    }

    /// One text alone in a column that no line needs: a title or note between the lines.
    fn stands_apart(&self, cells: &impl Cells) -> bool {
        cells.each().filter(|cell| !cell.is_blank()).count() == 1
            && self.used.iter().all(|column| cells.at(*column).is_blank())
    }

    /// A row that begins with a number: a line, unless nothing else is in it or a total stands in
    /// the name's place.
    fn numbered(&self, cells: &impl Cells) -> RowKind {
        if self.serial.is_some() && self.used.iter().all(|column| cells.at(*column).is_blank()) {
            return RowKind::Empty;
        }
        let total = self
            .names
            .iter()
            .flatten()
            .any(|column| matches!(cells.at(*column), Cell::Text("合计" | "总计" | "小计")));
        if total { RowKind::Subtotal } else { RowKind::Line }
    }
}

/// The number in `共110户`, with the word after it.
pub(super) fn counted(text: &str) -> Option<(u64, char)> {
    let bare = crate::intake::normalise::digits(text);
    let bare = bare.strip_prefix('共').unwrap_or(&bare);
    let unit = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = bare.get(..bare.len() - unit.len())?.parse().ok()?;
    let mut rest = unit.chars();
    match (rest.next(), rest.next()) {
        (Some(unit @ ('户' | '人' | '笔' | '条' | '行')), None) => Some((number, unit)),
        _ => None,
    }
}
