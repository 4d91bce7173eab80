//! Every word of a poster, made from the disclosure; where the words stand is `poster`'s business.
//!
//! Public papers are always Chinese, so their sentences stand here and not among the locales.
use super::changed_rows;
use super::code_block::CodeBlock;
use super::error::DocumentError;
use super::flow::Item;
use super::poster_content::Poster;
use super::table::{Align, Column, Table};
use crate::domain::disclosure::correction;
use crate::domain::disclosure::title::Title;
use crate::domain::disclosure::{
    Column as Cell, Disclosure, DisclosureStage, IssuerKind, NameShow, PublicTotals, Row,
};
use crate::domain::reference::programme::PayeeBasis;
use crate::domain::values::amount_in_words::in_capitals;
use crate::domain::values::date::in_chinese;
use crate::domain::values::money::Fen;
use crate::domain::values::quantity::Quantity;

/// The words in the order of the paper.
pub(super) struct Words {
    /// `枣林镇段村2026年度⏎耕地地力保护补贴发放公示`, broken there if it must be.
    pub title: String,
    /// `140923104-2026-DL-0007　第1版`.
    pub number: String,
    /// When it may be objected to, or when it was published.
    pub time: Item,
    /// Beside the QR code of the first page.
    pub facts: Vec<Item>,
    /// 更正说明: what this revision changes, and the rows.
    pub changes: Option<(Item, Table)>,
    /// The list; `None` for class S2.
    pub table: Option<Table>,
    /// Below the list.
    pub ends: Vec<Item>,
    /// Who signs.
    pub issuer: String,
    /// The day below the list.
    pub day: String,
    /// The QR code and its characters.
    pub mark: CodeBlock,
}

/// Between the changed rows and the list.
pub(super) const CORRECTED: &str = "更正后的名单";
/// Fixed words that `poster` itself writes.
pub(super) const FIXED: [&str; 5] = ["公示编号", "公开码", "（盖章）", "练习", CORRECTED];

impl Words {
    /// The words of a poster.
    ///
    /// # Errors
    /// [`DocumentError::ForeignPaperNames`], [`DocumentError::UnnamedRow`]; an address too long for
    /// the QR code.
    pub fn of(poster: &Poster<'_>) -> Result<Self, DocumentError> {
        let disclosure = poster.disclosure;
        let changes = changed_rows::table(disclosure, poster.names_by_row()?.as_ref());
        let changes = changes.map(|table| {
            (Item { label: "更正说明", text: correction::summary(disclosure) }, table)
        });
        let mut facts = vec![
            Item {
                label: "发放日期",
                text: disclosure.paid_on.map(in_chinese).unwrap_or_default(),
            },
            Item { label: "政策依据", text: disclosure.basis.join("；") },
            Item { label: "对象范围", text: disclosure.programme.audience.clone() },
            Item { label: "补贴标准", text: standard(disclosure) },
            Item { label: "发放汇总", text: totals(disclosure) },
        ];
        facts.retain(|fact| !fact.text.is_empty());
        Ok(Self {
            title: Title::of(disclosure).in_two_lines(),
            number: number(disclosure),
            time: time(poster),
            facts,
            changes,
            table: table(poster)?,
            ends: ends(poster),
            issuer: disclosure.issuer.name.clone(),
            day: in_chinese(poster.dated),
            mark: CodeBlock::of(poster.code, poster.host)?,
        })
    }

    /// All of it, each text with the row it stands in, for the search of glyphs.
    pub fn texts(&self) -> Vec<(Option<u32>, &str)> {
        let singles = [&self.title, &self.number, &self.issuer, &self.day];
        let mut texts: Vec<(Option<u32>, &str)> = FIXED.iter().map(|text| (None, *text)).collect();
        texts.extend(singles.map(|text| (None, text.as_str())));
        texts.extend(self.mark.texts().map(|text| (None, text)));
        let changes = self.changes.as_ref();
        for item in self
            .facts
            .iter()
            .chain(&self.ends)
            .chain([&self.time])
            .chain(changes.map(|(item, _)| item))
        {
            texts.extend([(None, item.label), (None, item.text.as_str())]);
        }
        texts.extend(changes.iter().flat_map(|(_, table)| table.texts()));
        texts.extend(self.table.iter().flat_map(Table::texts));
        texts
    }
}

fn number(disclosure: &Disclosure) -> String {
    let replaced = disclosure.replaces.as_deref().and_then(crate::domain::disclosure::Code::parse);
    let replaced = replaced
        .map(|code| format!("（替代核对码{}的版本）", code.check_code()))
        .unwrap_or_default();
    format!("{}　第{}版{replaced}", disclosure.label, disclosure.revision)
}

fn time(poster: &Poster<'_>) -> Item {
    match poster.disclosure.notice {
        Some(days) => Item {
            label: "公示时间",
            text: format!("{}至{}24时止", in_chinese(days.from), in_chinese(days.to)),
        },
        None => Item { label: "公开日期", text: in_chinese(poster.dated) },
    }
}

fn standard(disclosure: &Disclosure) -> String {
    match disclosure.programme.rate {
        Some(rate) => format!("{rate}元/{}", disclosure.programme.unit),
        None if disclosure.columns.contains(&Cell::Rate) => "分档，见名单".to_owned(),
        None => String::new(),
    }
}

/// Counts and sums, or that they are too small to be published.
fn totals(disclosure: &Disclosure) -> String {
    let PublicTotals { households, persons, lines, quantity, fen } = disclosure.totals;
    let counts = [(households, "户"), (persons, "人"), (lines, "笔")];
    let told: Vec<String> = counts
        .iter()
        .filter_map(|(count, unit)| count.map(|count| format!("{count}{unit}")))
        .collect();
    let mut text = if told.is_empty() { String::new() } else { format!("共{}", told.join("、")) };
    if let Some(quantity) = quantity.filter(|quantity| *quantity > Quantity::ZERO) {
        push(
            &mut text,
            &format!("合计{}{}", grouped(&quantity.to_string()), disclosure.programme.unit),
        );
    }
    if let Some(fen) = fen {
        push(&mut text, &format!("金额{}元（大写：人民币{}）", fen.grouped(), in_capitals(fen)));
    }
    if [households, persons, lines].contains(&None) || quantity.is_none() || fen.is_none() {
        push(&mut text, "人数不足5的汇总数依规定不予公布");
    }
    text
}

fn push(text: &mut String, more: &str) {
    if !text.is_empty() {
        text.push('；');
    }
    text.push_str(more);
}

/// `1025.40` as `1,025.40`.
fn grouped(number: &str) -> String {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let mut text = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if decimals.is_empty() { text } else { format!("{text}.{decimals}") }
}

fn table(poster: &Poster<'_>) -> Result<Option<Table>, DocumentError> {
    let disclosure = poster.disclosure;
    if disclosure.names == NameShow::None || disclosure.rows.is_empty() {
        return Ok(None);
    }
    let names = poster.names_by_row()?;
    let mut rows = Vec::with_capacity(disclosure.rows.len());
    for row in &disclosure.rows {
        let name = match &names {
            Some(names) => *names.get(&row.no).ok_or(DocumentError::UnnamedRow { row: row.no })?,
            None => row.name.as_str(),
        };
        rows.push(disclosure.columns.iter().map(|column| cell(row, name, *column)).collect());
    }
    let columns = disclosure.columns.iter().map(|column| head(disclosure, *column)).collect();
    let numbers = disclosure.rows.iter().map(|row| row.no).collect();
    Ok(Some(Table { columns, rows, numbers, foot: Some(foot(disclosure)), row_height: 20.8 }))
}

fn cell(row: &Row, name: &str, column: Cell) -> String {
    match column {
        Cell::No => row.no.to_string(),
        Cell::Name => name.to_owned(),
        Cell::Group => row.group.clone(),
        Cell::Quantity => row.quantity.map(|quantity| quantity.to_string()).unwrap_or_default(),
        Cell::Rate => row.rate.map(|rate| rate.to_string()).unwrap_or_default(),
        Cell::Months => row.months.map(|months| months.to_string()).unwrap_or_default(),
        Cell::Amount => row.amount.grouped(),
    }
}

/// A column: its head's unit on a line of its own.
fn head(disclosure: &Disclosure, column: Cell) -> Column {
    let head = correction::heading(&disclosure.programme, column).replacen('（', "\n（", 1);
    let (align, longest, least) = match column {
        Cell::No => (Align::Centre, None, 2.0),
        Cell::Name => (Align::Centre, Some(9.0), 3.0),
        Cell::Group => (Align::Centre, Some(6.0), 3.0),
        Cell::Quantity | Cell::Rate | Cell::Months | Cell::Amount => (Align::Right, None, 0.0),
    };
    Column { head, align, longest, least }
}

/// 合计: the count below the names, the sums below their columns.
fn foot(disclosure: &Disclosure) -> Vec<String> {
    let totals = disclosure.totals;
    let people = match disclosure.programme.payee_basis {
        PayeeBasis::Household => totals.households.map(|count| format!("{count}户")),
        PayeeBasis::Person => totals.persons.map(|count| format!("{count}人")),
    };
    let cell = |column: &Cell| match column {
        Cell::No => Some("合计".to_owned()),
        Cell::Name => people.clone(),
        Cell::Quantity => totals.quantity.map(|quantity| grouped(&quantity.to_string())),
        Cell::Amount => totals.fen.map(Fen::grouped),
        Cell::Group | Cell::Rate | Cell::Months => None,
    };
    disclosure.columns.iter().map(|column| cell(column).unwrap_or_default()).collect()
}

fn ends(poster: &Poster<'_>) -> Vec<Item> {
    let disclosure = poster.disclosure;
    let contacts: Vec<String> = disclosure
        .contacts
        .iter()
        .map(|contact| format!("{} {}", contact.office, contact.phone))
        .collect();
    let check = poster.code.check_code();
    let key: Vec<String> = poster
        .publication_fingerprint
        .chars()
        .filter(char::is_ascii_digit)
        .collect::<Vec<_>>()
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    let mut ends = vec![
        Item { label: "提出异议", text: objection(disclosure) },
        Item { label: "监督电话", text: contacts.join("；") },
        Item {
            label: "核对方法",
            text: format!("扫码页面应显示同一核对码 {check}，不同即非本公示，请拨打监督电话。"),
        },
        Item { label: "密钥指纹", text: key.join(" ") },
        Item {
            label: "温馨提示",
            text: "领取补贴不收任何费用，不需向任何账户转账；扫码页面不会要求填写任何信息。"
                .to_owned(),
        },
        Item { label: "隐私说明", text: privacy(poster).to_owned() },
    ];
    ends.retain(|end| !end.text.is_empty());
    ends
}

fn objection(disclosure: &Disclosure) -> String {
    let issuer = &disclosure.issuer.name;
    let office = match disclosure.issuer.kind {
        IssuerKind::VillageCommittee => {
            format!("{issuer}、村务监督委员会或{}人民政府", disclosure.division.township)
        }
        IssuerKind::Township => issuer.clone(),
    };
    match disclosure.stage {
        DisclosureStage::Notice => format!(
            "公示期内可向{office}口头或书面提出，也可拨打下列电话；受理单位登记后予以答复。"
        ),
        DisclosureStage::Result => format!(
            "对发放结果有异议，可向{office}口头或书面提出，也可拨打下列电话；受理单位登记后予以答复。"
        ),
    }
}

fn privacy(poster: &Poster<'_>) -> &'static str {
    match (poster.disclosure.names, poster.paper_names) {
        (NameShow::None, _) => "本项目依规定不公布享受人名单，只公布汇总数。",
        (NameShow::Masked, Some(_)) => {
            "本表已作去标识化处理，不登载身份证号、银行账号、电话和住址；网页上的姓名另作部分隐去。请勿拍照转发，公示期满即行撤下。"
        }
        (NameShow::Masked | NameShow::Full, _) => {
            "本表已作去标识化处理，不登载身份证号、银行账号、电话和住址。"
        }
    }
}
