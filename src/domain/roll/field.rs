//! The cells of a line: their names in files and on the command line, their text, and how a text
//! gets in.
use super::edit_problem::EditProblem;
use super::{Line, Person};
use crate::domain::people::card::normalise_card;
use crate::domain::people::identity::normalise_id;
use crate::domain::people::name;
use crate::domain::people::name::{check_name, clean_text, normalise_group, normalise_name};
use crate::domain::text::half_width::half_width;
use crate::domain::values::date;
use crate::domain::values::money::Fen;
use crate::domain::values::quantity::{Quantity, Rate};
use serde::{Deserialize, Serialize};

/// Longest text of a free cell (bank, household number, remark), in characters.
const LONGEST: usize = 200;

/// A cell of a line, as the form and `batch edit` name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// 户主姓名
    Name,
    /// 户主身份证号
    Id,
    /// 享受人姓名
    BeneficiaryName,
    /// 享受人身份证号
    BeneficiaryId,
    /// 收款人姓名
    PayeeName,
    /// 收款人身份证号
    PayeeId,
    /// 户编号
    Household,
    /// 村民小组
    Group,
    /// 开户银行
    Bank,
    /// 银行卡号
    Card,
    /// 联系电话
    Phone,
    /// 数量
    Quantity,
    /// 补贴标准
    Rate,
    /// 发放月数
    Months,
    /// 补贴金额
    Amount,
    /// 发放日期
    PaidOn,
    /// 备注
    Remark,
}

/// Field, word of the command line, Chinese names (the first is shown).
const WORDS: [(Field, &str, &[&str]); 17] = [
    (Field::Name, "name", &["户主姓名", "户主", "姓名"]),
    (Field::Id, "id", &["户主身份证号", "身份证号", "身份证", "身份证号码"]),
    (Field::BeneficiaryName, "beneficiary_name", &["享受人姓名", "享受人"]),
    (Field::BeneficiaryId, "beneficiary_id", &["享受人身份证号"]),
    (Field::PayeeName, "payee_name", &["收款人姓名", "收款人"]),
    (Field::PayeeId, "payee_id", &["收款人身份证号"]),
    (Field::Household, "household", &["户编号"]),
    (Field::Group, "group", &["村民小组", "组"]),
    (Field::Bank, "bank", &["开户银行", "银行"]),
    (Field::Card, "card", &["银行卡号", "卡号", "社保卡号", "银行账号"]),
    (Field::Phone, "phone", &["联系电话", "电话", "手机号"]),
    (Field::Quantity, "quantity", &["数量", "面积"]),
    (Field::Rate, "rate", &["补贴标准", "标准"]),
    (Field::Months, "months", &["发放月数", "月数"]),
    (Field::Amount, "amount", &["补贴金额", "金额"]),
    (Field::PaidOn, "paid_on", &["发放日期"]),
    (Field::Remark, "remark", &["备注"]),
];

impl Field {
    /// All cells, in the order of the form.
    pub const ALL: [Self; 17] = [
        Self::Name,
        Self::Id,
        Self::BeneficiaryName,
        Self::BeneficiaryId,
        Self::PayeeName,
        Self::PayeeId,
        Self::Household,
        Self::Group,
        Self::Bank,
        Self::Card,
        Self::Phone,
        Self::Quantity,
        Self::Rate,
        Self::Months,
        Self::Amount,
        Self::PaidOn,
        Self::Remark,
    ];

    /// Reads a Chinese or English name: `身份证号`, `id`, `Paid-On`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let word = text.trim().to_ascii_lowercase().replace('-', "_");
        WORDS
            .iter()
            .find(|(_, english, chinese)| *english == word || chinese.contains(&word.as_str()))
            .map(|row| row.0)
    }

    /// The word of the command line and of `--json`.
    #[must_use]
    pub fn word(self) -> &'static str {
        WORDS.iter().find(|row| row.0 == self).map_or("", |row| row.1)
    }

    /// The name on forms and sheets.
    #[must_use]
    pub fn in_chinese(self) -> &'static str {
        WORDS
            .iter()
            .find(|row| row.0 == self)
            .and_then(|row| row.2.first())
            .copied()
            .unwrap_or_default()
    }

    /// What stands in the cell, as a clerk would type it; empty if nothing does.
    #[must_use]
    pub fn text_of(self, line: &Line) -> String {
        let person = |person: &Option<Person>, part: fn(&Person) -> &String| {
            person.as_ref().map(part).cloned().unwrap_or_default()
        };
        match self {
            Self::Name => line.householder.name.clone(),
            Self::Id => line.householder.id.clone(),
            Self::BeneficiaryName => person(&line.beneficiary, |who| &who.name),
            Self::BeneficiaryId => person(&line.beneficiary, |who| &who.id),
            Self::PayeeName => person(&line.payee, |who| &who.name),
            Self::PayeeId => person(&line.payee, |who| &who.id),
            Self::Household => line.household.clone(),
            Self::Group => line.group.clone(),
            Self::Bank => line.bank.clone(),
            Self::Card => line.card.clone(),
            Self::Phone => line.phone.clone(),
            Self::Quantity => line.quantity.map(|n| n.to_string()).unwrap_or_default(),
            Self::Rate => line.rate.map(|n| n.to_string()).unwrap_or_default(),
            Self::Months => line.months.map(|n| n.to_string()).unwrap_or_default(),
            Self::Amount => line.amount.to_string(),
            Self::PaidOn => line.paid_on.map(|day| day.to_string()).unwrap_or_default(),
            Self::Remark => line.remark.clone(),
        }
    }

    /// Puts a typed text into the cell, normalised. Numbers of persons and cards may be wrong:
    /// checks say so. An empty text clears the cell (an amount becomes 0.00).
    ///
    /// # Errors
    /// A text that cannot stand there; the line is unchanged then.
    pub fn put(self, line: &mut Line, text: &str) -> Result<(), EditProblem> {
        let is_empty = text.trim().is_empty();
        match self {
            Self::Name => line.householder.name = typed_name(text)?,
            Self::Id => line.householder.id = short(normalise_id(text))?,
            Self::BeneficiaryName => {
                set(&mut line.beneficiary, typed_name(text)?, |who| &mut who.name);
            }
            Self::BeneficiaryId => {
                set(&mut line.beneficiary, short(normalise_id(text))?, |who| &mut who.id);
            }
            Self::PayeeName => set(&mut line.payee, typed_name(text)?, |who| &mut who.name),
            Self::PayeeId => set(&mut line.payee, short(normalise_id(text))?, |who| &mut who.id),
            Self::Household => line.household = typed_text(text)?,
            Self::Group => line.group = short(normalise_group(&typed_text(text)?))?,
            Self::Bank => line.bank = typed_text(text)?,
            Self::Card => line.card = short(normalise_card(text))?,
            Self::Phone => {
                line.phone = short(
                    typed_text(text)?.chars().map(half_width).filter(|c| *c != ' ').collect(),
                )?;
            }
            Self::Quantity => {
                line.quantity = if is_empty { None } else { Some(Quantity::parse(text)?) }
            }
            Self::Rate => line.rate = if is_empty { None } else { Some(Rate::parse(text)?) },
            Self::Months => line.months = if is_empty { None } else { Some(months(text)?) },
            Self::Amount => line.amount = if is_empty { Fen::ZERO } else { Fen::parse(text)? },
            Self::PaidOn => {
                line.paid_on =
                    if is_empty { None } else { Some(date::parse(text).ok_or(EditProblem::Date)?) }
            }
            Self::Remark => line.remark = typed_text(text)?,
        }
        Ok(())
    }

    /// Does the amount follow from this cell in programmes with fixed or tiered rates?
    #[must_use]
    pub const fn moves_the_amount(self) -> bool {
        matches!(self, Self::Quantity | Self::Rate | Self::Months)
    }
}

/// A second person exists as long as a name or number of theirs is there.
fn set(person: &mut Option<Person>, text: String, part: fn(&mut Person) -> &mut String) {
    *part(person.get_or_insert_default()) = text;
    if person.as_ref().is_some_and(|who| who.name.is_empty() && who.id.is_empty()) {
        *person = None;
    }
}

fn typed_name(text: &str) -> Result<String, EditProblem> {
    let name = normalise_name(text);
    if !name.is_empty() {
        check_name(&name)?;
    }
    Ok(name)
}

fn typed_text(text: &str) -> Result<String, EditProblem> {
    let clean: String = clean_text(text).chars().filter(|c| !name::is_invisible(*c)).collect();
    if clean.chars().count() > LONGEST {
        Err(EditProblem::TooLong { longest: LONGEST })
    } else {
        Ok(clean)
    }
}

fn short(text: String) -> Result<String, EditProblem> {
    let longest = 40;
    if text.chars().count() > longest { Err(EditProblem::TooLong { longest }) } else { Ok(text) }
}

fn months(text: &str) -> Result<u16, EditProblem> {
    let plain: String = text.trim().chars().map(half_width).collect();
    let months = plain.parse().ok().filter(|months| (1..=120).contains(months));
    months.ok_or(EditProblem::Months)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_has_its_words_and_is_found_by_them() {
        for field in Field::ALL {
            assert_eq!(Field::parse(field.word()), Some(field));
            assert_eq!(Field::parse(field.in_chinese()), Some(field));
        }
        assert_eq!(
            (Field::parse("身份证号"), Field::parse("Paid-On"), Field::parse("年龄")),
            (Some(Field::Id), Some(Field::PaidOn), None)
        );
    }

    #[test]
    fn what_is_typed_is_what_the_cell_shows_normalised() {
        let cells = [
            (Field::Name, "张　三", "张三"),
            (Field::Id, "14222519550315003x", "14222519550315003X"),
            (Field::BeneficiaryName, "李四", "李四"),
            (Field::PayeeId, "１４２２２５", "142225"),
            (Field::Group, "第1村民小组", "一组"),
            (Field::Card, "6214 1234 5678 9014", "6214123456789014"),
            (Field::Quantity, "３.75", "3.75"),
            (Field::Rate, "67", "67.00"),
            (Field::Months, "12", "12"),
            (Field::Amount, "1,200.5", "1200.50"),
            (Field::PaidOn, "2026/7/1", "2026-07-01"),
            (Field::Remark, " 补\t发 ", "补 发"),
        ];
        let mut line = Line::new(1);
        for (field, typed, shown) in cells {
            assert_eq!(field.put(&mut line, typed), Ok(()));
            assert_eq!(field.text_of(&line), shown);
        }
    }

    #[test]
    fn clearing_the_last_cell_of_a_second_person_removes_them() {
        let mut line = Line::new(1);
        Field::PayeeName.put(&mut line, "李四").unwrap();
        Field::PayeeName.put(&mut line, "").unwrap();
        assert_eq!(line, Line::new(1));
    }

    #[test]
    fn a_text_that_cannot_stand_there_is_refused_and_changes_nothing() {
        let mut line = Line::new(1);
        for (field, text) in [
            (Field::Name, "=1+1"),
            (Field::Amount, "-3"),
            (Field::Quantity, "五"),
            (Field::Months, "0"),
            (Field::PaidOn, "2026-02-30"),
        ] {
            assert!(field.put(&mut line, text).is_err());
        }
        assert!(Field::Remark.put(&mut line, &"长".repeat(201)).is_err());
        assert_eq!(line, Line::new(1));
    }
}
