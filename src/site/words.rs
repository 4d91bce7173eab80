//! Every word that a page takes from a disclosure, in the order of the page.
//!
//! `assets/check.js` makes the same words from the checked bytes and compares: what is changed here
//! is changed there (`tests/paper/site_browser.rs` sees that it was).
use super::{BoardColumn, BoardKind, NothingShown, ObjectionCounts, PostingShown};
use crate::domain::disclosure::correction;
use crate::domain::disclosure::{
    Column, Disclosure, DisclosureStage, NameShow, NoticePeriod, PublicTotals, Row,
};
use crate::domain::reference::programme::{DayKind, PayeeBasis};
use crate::domain::roll::BatchKind;
use crate::domain::values::amount_in_words::in_capitals;
use crate::domain::values::date::in_chinese;
use crate::domain::values::money::Fen;
use crate::domain::values::quantity::Quantity;

/// A labelled sentence of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    /// `政策依据`.
    pub label: &'static str,
    /// What stands beside it.
    pub text: String,
}

/// What stands between title and table; empty ones are left out.
pub(super) fn facts(disclosure: &Disclosure) -> Vec<Fact> {
    let mut facts = vec![
        Fact {
            label: "公示编号",
            text: format!("{}　第{}版", disclosure.label, disclosure.revision),
        },
        Fact { label: "批次类型", text: batch_kind(disclosure.kind) },
        Fact { label: "公示时间", text: disclosure.notice.map(notice).unwrap_or_default() },
        Fact {
            label: "发放日期", text: disclosure.paid_on.map(in_chinese).unwrap_or_default()
        },
        Fact { label: "公示单位", text: disclosure.issuer.name.clone() },
        Fact { label: "政策依据", text: disclosure.basis.join("；") },
        Fact { label: "对象范围", text: disclosure.programme.audience.clone() },
        Fact { label: "补贴标准", text: standard(disclosure) },
        Fact { label: "发放汇总", text: counts(disclosure) },
        Fact { label: "合计金额", text: sum(disclosure.totals) },
        Fact { label: "隐私说明", text: privacy(disclosure).to_owned() },
    ];
    facts.retain(|fact| !fact.text.is_empty());
    facts
}

/// `2026年7月1日至2026年7月8日24时止（自然日）`.
pub(super) fn notice(days: NoticePeriod) -> String {
    let kind = match days.day_kind {
        DayKind::Calendar => "自然日",
        DayKind::Working => "工作日",
    };
    format!("{}至{}24时止（{kind}）", in_chinese(days.from), in_chinese(days.to))
}

/// What a batch that is not the usual one says of itself.
fn batch_kind(kind: BatchKind) -> String {
    match kind {
        BatchKind::Normal => String::new(),
        BatchKind::Arrears => "补发".to_owned(),
        BatchKind::Correction(subject) => format!("更正发放（更正批次{subject}）"),
    }
}

fn standard(disclosure: &Disclosure) -> String {
    match disclosure.programme.rate {
        Some(rate) => format!("{rate}元/{}", disclosure.programme.unit),
        None if disclosure.columns.contains(&Column::Rate) => "分档，见名单".to_owned(),
        None => String::new(),
    }
}

fn counts(disclosure: &Disclosure) -> String {
    let totals = disclosure.totals;
    let named = [(totals.households, "户"), (totals.persons, "人"), (totals.lines, "笔")];
    let mut told: Vec<String> = named
        .iter()
        .filter_map(|(count, unit)| count.map(|count| format!("{count}{unit}")))
        .collect();
    if let Some(quantity) = totals.quantity.filter(|quantity| *quantity > Quantity::ZERO) {
        told.push(format!("{quantity}{}", disclosure.programme.unit));
    }
    if named.iter().any(|(count, _)| count.is_none()) {
        told.push("人数不足5的汇总数依规定不予公布".to_owned());
    }
    told.join("，")
}

fn sum(totals: PublicTotals) -> String {
    totals
        .fen
        .map(|fen| format!("{}元（大写：人民币{}）", fen.grouped(), in_capitals(fen)))
        .unwrap_or_default()
}

fn privacy(disclosure: &Disclosure) -> &'static str {
    match disclosure.names {
        NameShow::Full => "本表不含身份证号、银行卡号和个人电话。",
        NameShow::Masked => {
            "网上姓名已作去标识化处理，完整名单张贴在村务公开栏；序号、数量、金额与纸上相同。"
        }
        NameShow::None => "本项目依规定只公布汇总数，不公布名单。",
    }
}

/// The heading of a column.
pub(super) fn heading(disclosure: &Disclosure, column: Column) -> String {
    correction::heading(&disclosure.programme, column)
}

/// The text of a cell.
pub(super) fn cell(row: &Row, column: Column) -> String {
    match column {
        Column::No => row.no.to_string(),
        Column::Name => row.name.clone(),
        Column::Group => row.group.clone(),
        Column::Quantity => row.quantity.map(|quantity| quantity.to_string()).unwrap_or_default(),
        Column::Rate => row.rate.map(|rate| rate.to_string()).unwrap_or_default(),
        Column::Months => row.months.map(|months| months.to_string()).unwrap_or_default(),
        Column::Amount => row.amount.grouped(),
    }
}

/// The last row: 合计 below the numbers, the sums below their columns.
pub(super) fn foot(disclosure: &Disclosure, column: Column) -> String {
    let totals = disclosure.totals;
    match column {
        Column::No => "合计".to_owned(),
        Column::Name => match disclosure.programme.payee_basis {
            PayeeBasis::Household => {
                totals.households.map(|count| format!("{count}户")).unwrap_or_default()
            }
            PayeeBasis::Person => {
                totals.persons.map(|count| format!("{count}人")).unwrap_or_default()
            }
        },
        Column::Quantity => {
            totals.quantity.map(|quantity| quantity.to_string()).unwrap_or_default()
        }
        Column::Amount => totals.fen.map(Fen::grouped).unwrap_or_default(),
        Column::Group | Column::Rate | Column::Months => String::new(),
    }
}

/// Are the column's cells numbers, to be set flush right?
pub(super) const fn is_number(column: Column) -> bool {
    matches!(column, Column::Quantity | Column::Rate | Column::Months | Column::Amount)
}

/// The totals of a list that has gone because its time ended.
pub(super) fn totals(disclosure: &Disclosure) -> Vec<Fact> {
    let mut facts = facts(disclosure);
    facts.retain(|fact| {
        matches!(
            fact.label,
            "批次类型"
                | "公示时间"
                | "发放日期"
                | "公示单位"
                | "政策依据"
                | "发放汇总"
                | "合计金额"
        )
    });
    facts
}

/// The stage of a disclosure.
pub(super) const fn stage(stage: DisclosureStage) -> &'static str {
    match stage {
        DisclosureStage::Notice => "事前公示",
        DisclosureStage::Result => "结果公开",
    }
}

/// How to object; a fixed sentence of every page.
pub(super) const fn object(stage: DisclosureStage) -> &'static str {
    match stage {
        DisclosureStage::Notice => {
            "对名单、数量、标准或金额有异议的，请在公示时间内向下列单位反映，口头、书面、电话都可以。"
        }
        DisclosureStage::Result => "对发放结果有异议的，请向下列单位反映，口头、书面、电话都可以。",
    }
}

/// `受理3件：属实1件，不属实1件，办理中1件`.
pub(super) fn objections(counts: ObjectionCounts) -> String {
    if counts.received == 0 {
        return "没有收到异议".to_owned();
    }
    let ends = [
        (counts.upheld, "属实"),
        (counts.partly, "部分属实"),
        (counts.rejected, "不属实"),
        (counts.open, "办理中"),
    ];
    let told: Vec<String> = ends
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, end)| format!("{end}{count}件"))
        .collect();
    let received = format!("受理异议{}件", counts.received);
    if told.is_empty() { received } else { format!("{received}：{}", told.join("，")) }
}

/// `2026年7月1日起张贴，至2026年7月8日` and, if so, when it was taken down.
pub(super) fn posting(posting: &PostingShown) -> String {
    let until = posting.until.map(|until| format!("，至{}", in_chinese(until))).unwrap_or_default();
    let down =
        posting.taken_down_on.map(|on| format!("，{}已取下", in_chinese(on))).unwrap_or_default();
    format!("{}起张贴{until}{down}", in_chinese(posting.from))
}

/// `财务栏　2026年第3季度：本期无事项（2026年10月9日确认）`.
pub(super) fn nothing(nothing: NothingShown) -> String {
    let period = nothing.period.in_chinese();
    format!("{}栏　{period}：本期无事项（{}确认）", column(nothing.column), in_chinese(nothing.on))
}

/// What a board is.
pub(super) const fn board_kind(kind: BoardKind) -> &'static str {
    match kind {
        BoardKind::Fixed => "固定公开栏",
        BoardKind::Screen => "电子屏",
        BoardKind::QueryPoint => "公共查询点",
        BoardKind::Web => "网上专栏",
    }
}

/// 栏目.
pub(super) const fn column(column: BoardColumn) -> &'static str {
    match column {
        BoardColumn::Party => "党务",
        BoardColumn::Village => "村务",
        BoardColumn::Finance => "财务",
        BoardColumn::Government => "政务",
    }
}
