//! 更正说明: the changed rows of a revision as the page tells them. `assets/check.js` tells the same from the bytes.
use super::words::heading;
use crate::domain::disclosure::{Code, Disclosure};
use crate::domain::revision::{ChangeReason, ChangedRow, RowChange};

/// The section of a page that replaces another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Changes {
    /// Against what, and how many rows.
    pub summary: String,
    /// Number, name, what changed, why.
    pub rows: Vec<[String; 4]>,
}

impl Changes {
    /// What a disclosure says of its changes, if it says anything.
    pub fn of(disclosure: &Disclosure) -> Option<Self> {
        let row = |row: &ChangedRow| [row.no.to_string(), row.name.clone(), told(disclosure, row), reason(row.reason).to_owned()];
        let rows: Vec<_> = disclosure.changes.iter().map(row).collect();
        (!rows.is_empty()).then(|| Self { summary: summary(disclosure), rows })
    }
}

/// `与核对码7K3Q-X2MD的上一版相比：更正1行，新增1行。`
fn summary(disclosure: &Disclosure) -> String {
    let before = disclosure.replaces.as_deref().and_then(Code::parse).map(|code| format!("核对码{}的", code.check_code()));
    let count = |change: RowChange, word: &str| {
        let rows = disclosure.changes.iter().filter(|row| row.change == change).count();
        (rows > 0).then(|| format!("{word}{rows}行"))
    };
    let counts = [count(RowChange::Changed, "更正"), count(RowChange::Added, "新增"), count(RowChange::Removed, "删除")];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    format!("与{}上一版相比：{}。", before.unwrap_or_default(), counts.join("，"))
}

/// `面积（亩）由3.75改为4.00；金额（元）由251.25改为268.00`.
fn told(disclosure: &Disclosure, row: &ChangedRow) -> String {
    let hidden = row.reason == ChangeReason::Privacy;
    let or_none = |text: &str| if text.is_empty() { "空".to_owned() } else { text.to_owned() };
    let cells = row.cells.iter().map(|cell| {
        let name = heading(disclosure, cell.column);
        match row.change {
            RowChange::Changed if hidden && cell.before.is_empty() => format!("{name}改为{}，原内容不再公布", or_none(&cell.after)),
            RowChange::Changed => format!("{name}由{}改为{}", or_none(&cell.before), or_none(&cell.after)),
            RowChange::Added => format!("新增，{name}{}", cell.after),
            RowChange::Removed => format!("删除，原{name}{}", cell.before),
        }
    });
    cells.collect::<Vec<_>>().join("；")
}

/// Why rows were changed, in words.
pub(super) const fn reason(reason: ChangeReason) -> &'static str {
    match reason {
        ChangeReason::Objection => "异议属实",
        ChangeReason::Verified => "核实更正",
        ChangeReason::Typing => "录入错误",
        ChangeReason::Facts => "情况变动",
        ChangeReason::Policy => "政策调整",
        ChangeReason::Privacy => "隐私保护",
    }
}
