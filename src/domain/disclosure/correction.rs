//! 更正说明: the changed rows of a revision and the reason of a withdrawal in words, the same on
//! paper and page.
//!
//! Printed words, so always Chinese. `site/assets/check.js` tells the same from the bytes.
use super::changed_row::{ChangeReason, ChangedRow, RowChange};
use super::withdrawal::WithdrawalReason;
use crate::domain::disclosure::{Code, Column, Disclosure, PublicProgramme};
use crate::domain::reference::programme::PayeeBasis;

/// The heading of a column: `面积（亩）`.
#[must_use]
pub fn heading(programme: &PublicProgramme, column: Column) -> String {
    let unit = &programme.unit;
    match column {
        Column::No => "序号".to_owned(),
        Column::Name if programme.payee_basis == PayeeBasis::Household => "户主姓名".to_owned(),
        Column::Name => "姓名".to_owned(),
        Column::Group => "组别".to_owned(),
        Column::Quantity if unit == "亩" => "面积（亩）".to_owned(),
        Column::Quantity => format!("数量（{unit}）"),
        Column::Rate => format!("标准（元/{unit}）"),
        Column::Months => "月数".to_owned(),
        Column::Amount => "金额（元）".to_owned(),
    }
}

/// `与核对码7K3Q-X2MD的上一版相比：更正1行，新增1行。`
#[must_use]
pub fn summary(disclosure: &Disclosure) -> String {
    let before = disclosure
        .replaces
        .as_deref()
        .and_then(Code::parse)
        .map(|code| format!("核对码{}的", code.check_code()));
    let count = |change: RowChange, word: &str| {
        let rows = disclosure.changes.iter().filter(|row| row.change == change).count();
        (rows > 0).then(|| format!("{word}{rows}行"))
    };
    let counts = [
        count(RowChange::Changed, "更正"),
        count(RowChange::Added, "新增"),
        count(RowChange::Removed, "删除"),
    ];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    format!("与{}上一版相比：{}。", before.unwrap_or_default(), counts.join("，"))
}

/// `面积（亩）由3.75改为4.00；金额（元）由251.25改为268.00`.
#[must_use]
pub fn told(programme: &PublicProgramme, row: &ChangedRow) -> String {
    let or_none = |text: &str| if text.is_empty() { "空".to_owned() } else { text.to_owned() };
    let hidden = row.reason == ChangeReason::Privacy;
    let cells = row.cells.iter().map(|cell| {
        let name = heading(programme, cell.column);
        match row.change {
            RowChange::Changed if hidden && cell.before.is_empty() => {
                format!("{name}改为{}，原内容不再公布", or_none(&cell.after))
            }
            RowChange::Changed => {
                format!("{name}由{}改为{}", or_none(&cell.before), or_none(&cell.after))
            }
            RowChange::Added => format!("新增，{name}{}", cell.after),
            RowChange::Removed => format!("删除，原{name}{}", cell.before),
        }
    });
    cells.collect::<Vec<_>>().join("；")
}

/// Why rows were changed.
#[must_use]
pub const fn reason(reason: ChangeReason) -> &'static str {
    match reason {
        ChangeReason::Objection => "异议属实",
        ChangeReason::Verified => "核实更正",
        ChangeReason::Typing => "录入错误",
        ChangeReason::Facts => "情况变动",
        ChangeReason::Policy => "政策调整",
        ChangeReason::Privacy => "隐私保护",
    }
}

/// Why a disclosure was withdrawn.
#[must_use]
pub const fn withdrawn(reason: WithdrawalReason) -> &'static str {
    match reason {
        WithdrawalReason::Mistake => "事实错误",
        WithdrawalReason::Privacy => "隐私保护",
        WithdrawalReason::WrongPlace => "发布对象错误",
        WithdrawalReason::Ordered => "上级要求",
        WithdrawalReason::Ended => "公示期满",
        WithdrawalReason::Unstated => "未注明",
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::disclosure::changed_row::ChangedCell;
    use crate::domain::disclosure::correction::*;

    fn programme(unit: &str, payee_basis: PayeeBasis) -> PublicProgramme {
        let code = "P01".to_owned();
        let name = "耕地地力保护补贴".to_owned();
        let audience = String::new();
        PublicProgramme { code, name, unit: unit.to_owned(), payee_basis, audience, rate: None }
    }

    fn row(change: RowChange, cells: &[(Column, &str, &str)]) -> ChangedRow {
        let cell = |&(column, before, after): &(Column, &str, &str)| ChangedCell {
            column,
            before: before.into(),
            after: after.into(),
        };
        ChangedRow {
            no: 12,
            name: "张*".to_owned(),
            change,
            cells: cells.iter().map(cell).collect(),
            reason: ChangeReason::Objection,
        }
    }

    #[test]
    fn a_changed_row_tells_old_and_new_by_the_heads_of_its_list() {
        let land = programme("亩", PayeeBasis::Household);
        let changed = row(
            RowChange::Changed,
            &[(Column::Quantity, "3.75", "4.00"), (Column::Group, "", "二组")],
        );
        assert_eq!(told(&land, &changed), "面积（亩）由3.75改为4.00；组别由空改为二组");
        assert_eq!(
            told(&land, &row(RowChange::Added, &[(Column::Amount, "", "268.00")])),
            "新增，金额（元）268.00"
        );
        assert_eq!(
            told(&land, &row(RowChange::Removed, &[(Column::Amount, "268.00", "")])),
            "删除，原金额（元）268.00"
        );
    }

    #[test]
    fn a_name_is_the_householders_where_households_are_paid() {
        assert_eq!(heading(&programme("亩", PayeeBasis::Household), Column::Name), "户主姓名");
        assert_eq!(heading(&programme("人·月", PayeeBasis::Person), Column::Name), "姓名");
        assert_eq!(
            heading(&programme("人·月", PayeeBasis::Person), Column::Rate),
            "标准（元/人·月）"
        );
    }
}
