//! 采集模板: the columns, in their order, in which the provincial platform imports and exports the roll
//! of a programme.
//!
//! One engine reads and writes ([`Template::read`], [`Template::write`]); both work on texts, so
//! files and sheets are elsewhere. A template holds for one programme (or all without one of their
//! own) between two days.
mod cell;
mod row;

pub use cell::CellProblem;
pub use row::{Place, TemplateRow};

use crate::domain::reference::effective::{self, Dated};
use crate::domain::reference::programme::Certainty;
use crate::domain::roll::Field;
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::domain::values::date::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// What a column of a template stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Bind {
    /// Nothing that a roll holds: written empty, looked at, not kept.
    #[default]
    Free,
    /// 序号.
    Serial,
    /// 村委会, by its full name.
    Village,
    /// Age of the beneficiary at the start of the period; not kept.
    Age,
    /// 填报日期: the day of writing; not kept.
    FilledOn,
    /// A cell of the line. The persons are always written out, though they are the householder.
    Cell(Field),
}

impl TryFrom<String> for Bind {
    type Error = &'static str;

    fn try_from(word: String) -> Result<Self, Self::Error> {
        match word.as_str() {
            "free" => Ok(Self::Free),
            "serial" => Ok(Self::Serial),
            "village" => Ok(Self::Village),
            "age" => Ok(Self::Age),
            "filled_on" => Ok(Self::FilledOn),
            field => Field::parse(field)
                .filter(|found| found.word() == field)
                .map(Self::Cell)
                .ok_or("not a cell of a line"),
        }
    }
}

impl From<Bind> for String {
    fn from(bind: Bind) -> Self {
        match bind {
            Bind::Free => "free",
            Bind::Serial => "serial",
            Bind::Village => "village",
            Bind::Age => "age",
            Bind::FilledOn => "filled_on",
            Bind::Cell(field) => field.word(),
        }
        .to_owned()
    }
}

/// What may stand in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// Any words.
    #[default]
    Text,
    /// 身份证号: 18 characters.
    Id,
    /// A whole number without sign.
    Integer,
    /// A number of at most four decimals.
    Decimal,
    /// Yuan: at most ten digits before and two after the point, no separators.
    Amount,
    /// `2026-07-01`
    Date,
}

impl ColumnKind {
    const fn is_number(self) -> bool {
        matches!(self, Self::Integer | Self::Decimal | Self::Amount)
    }
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// The words of its head; a file must have exactly these.
    pub label: String,
    /// What it stands for.
    #[serde(default)]
    pub bind: Bind,
    /// What may stand in it.
    #[serde(default)]
    pub kind: ColumnKind,
    /// No cell of it may be empty.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// The only words allowed; empty = any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// Labels of the columns that are multiplied to get it; empty = it is typed. A value in the
    /// file is ignored then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formula: Vec<String>,
    /// The head above it and its neighbours, if any.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
}

/// A template as a file or the store holds it, not looked at yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// Code of the programme; `None` = all that have none of their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<String>,
    /// First day of payments for which it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// The platform's name of this version, e.g. `2026-1`.
    pub version: String,
    /// Name of the sheet that is written.
    pub sheet: String,
    /// How sure the columns are.
    #[serde(default)]
    pub certainty: Certainty,
    /// In the platform's order.
    pub columns: Vec<Column>,
}

/// A template that can be read and written by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Template(Written);

/// What keeps a template from being one; `column` = its label.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("template {version}: {problem:?} {column}")]
pub struct TemplateError {
    /// Version of the template.
    pub version: String,
    /// Label of the column, if it is one.
    pub column: String,
    /// What is wrong.
    pub problem: TemplateProblem,
}

/// What can be wrong with a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateProblem {
    /// No column of names, or none of amounts.
    Incomplete,
    /// An empty label, or one that stands twice.
    Label,
    /// Two columns stand for the same thing.
    BoundTwice,
    /// A formula of what is no other, typed, numeric and required column.
    Formula,
    /// The name of the sheet is empty or longer than 31 characters.
    Sheet,
}

impl Spoken for TemplateError {
    fn sentence(&self) -> Sentence {
        let sentence = Sentence::plain(match self.problem {
            TemplateProblem::Incomplete => {
                return Sentence::plain("template-incomplete").with("version", &self.version);
            }
            TemplateProblem::Sheet => {
                return Sentence::plain("template-sheet").with("version", &self.version);
            }
            TemplateProblem::Label => "template-label",
            TemplateProblem::BoundTwice => "template-bound-twice",
            TemplateProblem::Formula => "template-formula",
        });
        sentence.with("version", &self.version).with("column", &self.column)
    }
}

impl TryFrom<Written> for Template {
    type Error = TemplateError;

    fn try_from(written: Written) -> Result<Self, TemplateError> {
        let wrong = |column: &str, problem| {
            Err(TemplateError {
                version: written.version.clone(),
                column: column.to_owned(),
                problem,
            })
        };
        if written.sheet.is_empty() || written.sheet.chars().count() > 31 {
            return wrong("", TemplateProblem::Sheet);
        }
        let mut labels = HashSet::new();
        let mut bound = Vec::new();
        for column in &written.columns {
            if column.label.trim().is_empty()
                || column.label.trim() != column.label
                || !labels.insert(column.label.as_str())
            {
                return wrong(&column.label, TemplateProblem::Label);
            }
            if column.bind != Bind::Free && bound.contains(&column.bind) {
                return wrong(&column.label, TemplateProblem::BoundTwice);
            }
            bound.push(column.bind);
            if !column.formula.iter().all(|operand| is_operand(&written.columns, operand))
                || column.is_odd()
            {
                return wrong(&column.label, TemplateProblem::Formula);
            }
        }
        let has = |field| bound.contains(&Bind::Cell(field));
        if !has(Field::Name) || !has(Field::Amount) {
            return wrong("", TemplateProblem::Incomplete);
        }
        Ok(Self(written))
    }
}

impl Column {
    /// A formula gives a number, and cannot also be chosen.
    const fn is_odd(&self) -> bool {
        !self.formula.is_empty() && (!self.kind.is_number() || !self.choices.is_empty())
    }
}

fn is_operand(columns: &[Column], label: &str) -> bool {
    columns.iter().any(|column| {
        column.label == label
            && column.kind.is_number()
            && column.formula.is_empty()
            && column.required
    })
}

impl From<Template> for Written {
    fn from(template: Template) -> Self {
        template.0
    }
}

impl Dated for Template {
    /// The programme, or `*` for all without one of their own.
    fn key(&self) -> String {
        self.programme().unwrap_or(FOR_ALL).to_owned()
    }

    fn from(&self) -> Option<Date> {
        self.0.from
    }

    fn to(&self) -> Option<Date> {
        self.0.to
    }

    fn end(&mut self, last: Date) {
        self.0.to = Some(last);
    }
}

/// The template of `programme` for payments that begin on `day`: its own before the one for all.
#[must_use]
pub fn template_for<'t>(
    templates: &'t [Template],
    programme: &str,
    day: Date,
) -> Option<&'t Template> {
    effective::on(templates, programme, day).or_else(|| effective::on(templates, FOR_ALL, day))
}

/// Key of templates for all programmes.
const FOR_ALL: &str = "*";

impl Template {
    /// Code of the programme; `None` = all that have none of their own.
    #[must_use]
    pub fn programme(&self) -> Option<&str> {
        self.0.programme.as_deref()
    }

    /// The platform's name of this version.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.0.version
    }

    /// Name of the sheet.
    #[must_use]
    pub fn sheet(&self) -> &str {
        &self.0.sheet
    }

    /// How sure the columns are.
    #[must_use]
    pub const fn certainty(&self) -> Certainty {
        self.0.certainty
    }

    /// The columns, in their order.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.0.columns
    }
}

#[cfg(test)]
mod tests;
