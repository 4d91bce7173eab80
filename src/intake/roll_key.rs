//! Which roll a row belongs to: its programme, village and period, from what was asked, its
//! columns, or the title.
use super::cells::{Cell, Cells};
use super::columns::Column;
use super::fault::{CellFault, FileFault, shown};
use super::head_meaning::named;
use super::header::Head;
use super::normalise::digits;
use super::values::text;
use super::village::{ended, stem};
use crate::domain::reference::Reference;
use crate::domain::reference::division::{Division, DivisionCode, Level};
use crate::domain::roll::RollKey;
use crate::domain::values::date::Date;
use crate::domain::values::period::Period;
use crate::intake::asked::Asked;
use crate::intake::hints;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// The villages of the reference data by code and by name, and what was asked.
pub(super) struct Places<'a> {
    reference: &'a Reference,
    programme: Option<String>,
    division: Option<DivisionCode>,
    period: Option<Period>,
    by_code: FxHashMap<DivisionCode, Vec<&'a Division>>,
    by_stem: FxHashMap<String, Vec<DivisionCode>>,
    today: Date,
}

impl<'a> Places<'a> {
    /// # Errors
    /// The programme or division asked for is not in the reference data.
    pub(super) fn new(asked: &Asked<'a>) -> Result<Self, FileFault> {
        let programme = match asked.programme {
            None => None,
            Some(words) => Some(
                asked
                    .reference
                    .programme_named(words)
                    .ok_or(FileFault::AskedProgramme)?
                    .code
                    .clone(),
            ),
        };
        let mut by_code: FxHashMap<_, Vec<_>> = FxHashMap::default();
        let mut by_stem: FxHashMap<_, Vec<_>> = FxHashMap::default();
        for division in &asked.reference.divisions {
            by_code.entry(division.code).or_default().push(division);
            if division.code.level() == Level::Village {
                let codes = by_stem.entry(stem(&division.name).to_owned()).or_default();
                if !codes.contains(&division.code) {
                    codes.push(division.code);
                }
            }
        }
        if asked.division.is_some_and(|asked| !by_code.contains_key(&asked)) {
            return Err(FileFault::AskedDivision);
        }
        let reference = asked.reference;
        let today = asked.today;
        if let Some(sentence) =
            asked.division.and_then(|division| ended(reference, division, today))
        {
            return Err(FileFault::DivisionEnded(sentence));
        }
        Ok(Self {
            reference,
            programme,
            division: asked.division,
            period: asked.period,
            by_code,
            by_stem,
            today,
        })
    }

    /// The village, if it is still in force today; for a roll of a village that has ended, the
    /// error names its successor.
    fn still_there(&self, village: DivisionCode) -> Result<DivisionCode, CellFault> {
        ended(self.reference, village, self.today)
            .map_or(Ok(village), |sentence| Err(CellFault::VillageEnded(sentence)))
    }

    /// Programme, division and period asked for.
    pub(super) fn asked(&self) -> (Option<&str>, Option<DivisionCode>, Option<Period>) {
        (self.programme.as_deref(), self.division, self.period)
    }

    pub(super) const fn reference(&self) -> &'a Reference {
        self.reference
    }

    /// Any division: stands in until a column has named the village.
    pub(super) fn anywhere(&self) -> Option<DivisionCode> {
        self.reference.divisions.first().map(|division| division.code)
    }

    /// The village of exactly this name; `None` = there is none.
    pub(super) fn by_full_name(&self, name: &str) -> Option<Result<DivisionCode, CellFault>> {
        let villages = self
            .reference
            .divisions
            .iter()
            .filter(|division| division.code.level() == Level::Village);
        let mut codes: Vec<_> = villages
            .filter(|division| division.name == name)
            .map(|division| division.code)
            .collect();
        codes.sort_unstable();
        codes.dedup();
        if codes.is_empty() { None } else { Some(self.the_one(codes.into_iter())) }
    }

    fn in_scope(&self, village: DivisionCode) -> bool {
        self.division.is_none_or(|asked| asked.holds(village))
    }

    fn by_name(&self, name: &str) -> Result<DivisionCode, CellFault> {
        let whole = self.by_stem.get(stem(name));
        let codes = whole
            .or_else(|| self.by_stem.get(stem(self.without_township(name))))
            .ok_or(CellFault::VillageUnknown)?;
        self.the_one(codes.iter().copied())
    }

    /// Of several villages with this name: the one that still exists.
    fn the_one(
        &self,
        codes: impl Iterator<Item = DivisionCode>,
    ) -> Result<DivisionCode, CellFault> {
        let in_scope: Vec<DivisionCode> = codes.filter(|code| self.in_scope(*code)).collect();
        // a village that was moved keeps its name under a new code: the one that exists is meant
        let there: Vec<DivisionCode> = in_scope
            .iter()
            .copied()
            .filter(|code| self.reference.is_in_force(*code, self.today))
            .collect();
        match if there.is_empty() { in_scope } else { there }.as_slice() {
            [] => Err(CellFault::OtherVillage),
            [code] => self.still_there(*code),
            _ => Err(CellFault::VillageAmbiguous),
        }
    }

    fn without_township<'t>(&self, name: &'t str) -> &'t str {
        let above = self
            .reference
            .divisions
            .iter()
            .filter(|division| division.code.level() != Level::Village);
        let mut rest = name;
        for level in [Level::County, Level::Township] {
            rest = above
                .clone()
                .filter(|d| d.code.level() == level)
                .find_map(|d| rest.strip_prefix(d.name.as_str()))
                .unwrap_or(rest);
        }
        rest
    }

    fn by_code(&self, written: &str) -> Result<DivisionCode, CellFault> {
        let written = digits(written);
        let code = DivisionCode::parse(&written)
            .ok()
            .filter(|code| written.len() == 12 && code.level() == Level::Village);
        let code = code
            .filter(|code| self.by_code.contains_key(code))
            .ok_or_else(|| code_fault(&written))?;
        if self.in_scope(code) { self.still_there(code) } else { Err(CellFault::OtherVillage) }
    }

    fn is_called(&self, code: DivisionCode, name: &str) -> bool {
        let same = |division: &&Division| {
            stem(&division.name) == stem(name)
                || stem(&division.name) == stem(self.without_township(name))
        };
        self.by_code.get(&code).is_some_and(|divisions| divisions.iter().any(same))
    }

    fn programme(&self, words: &str) -> Result<String, CellFault> {
        let found = self
            .reference
            .programme_named(words)
            .or_else(|| hints::programme_in(words, self.reference));
        let code = &found.ok_or(CellFault::ProgrammeUnknown)?.code;
        if self.programme.as_ref().is_none_or(|asked| asked == code) {
            Ok(code.clone())
        } else {
            Err(CellFault::OtherProgramme)
        }
    }

    fn period(&self, words: &str) -> Result<Period, CellFault> {
        let period =
            hints::period_in(words).ok_or_else(|| CellFault::PeriodUnknown(shown(words)))?;
        if self.period.is_none_or(|asked| asked == period) {
            Ok(period)
        } else {
            Err(CellFault::OtherPeriod)
        }
    }
}

/// What a row without a line may say of the lines after it.
pub(super) enum GroupHead {
    /// They are of this village.
    Village(DivisionCode),
    /// They are of a village (0-based column) that is not known or not wanted.
    Fault(usize, CellFault),
}

/// Words at the end of the title of a further table.
const TITLES: [&str; 7] = ["花名册", "清册", "明细表", "公示表", "发放表", "登记表", "名单"];

impl Places<'_> {
    /// The village that a row between the lines names: `村名：段村`, `段村` alone, or the title of
    /// a further table.
    pub(super) fn group_head(&self, cells: &impl Cells) -> Option<GroupHead> {
        let mut filled = cells.each().enumerate().filter(|(_, cell)| !cell.is_blank());
        let (column, Cell::Text(first)) = filled.next()? else { return None };
        let second = filled.next();
        if filled.next().is_some() {
            return None;
        }
        let tidied = bare_with_colon(first);
        let (label, name) = tidied.split_once(':').unwrap_or(("", &tidied));
        let is_labelled = matches!(named(label), Some((Column::VillageName, _)));
        match second {
            None if is_labelled && !name.is_empty() => Some(self.group_of(name, column)),
            None if label.is_empty()
                && self.by_stem.contains_key(stem(name))
                && name.ends_with(['村', '会', '区']) =>
            {
                Some(self.group_of(name, column))
            }
            None if TITLES.iter().any(|title| tidied.ends_with(title)) => {
                let village = hints::village_in(&tidied, self.reference)?.code;
                Some(if self.in_scope(village) {
                    GroupHead::Village(village)
                } else {
                    GroupHead::Fault(column, CellFault::OtherVillage)
                })
            }
            Some((column, Cell::Text(name))) if is_labelled => {
                Some(self.group_of(&bare_with_colon(name), column))
            }
            None | Some(_) => None,
        }
    }

    fn group_of(&self, name: &str, column: usize) -> GroupHead {
        self.by_name(name).map_or_else(|fault| GroupHead::Fault(column, fault), GroupHead::Village)
    }
}

fn bare_with_colon(text: &str) -> String {
    digits(text).replace('：', ":")
}

fn code_fault(written: &str) -> CellFault {
    let is_code = written.len() <= 13 && written.bytes().all(|byte| byte.is_ascii_digit());
    CellFault::VillageCode(if is_code { written.to_owned() } else { "…".to_owned() })
}

/// What the lines above the table, the sheet's name and the file's name say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Hints {
    pub(super) programme: Option<String>,
    pub(super) village: Option<DivisionCode>,
    pub(super) period: Option<Period>,
}

impl Hints {
    /// The first of `texts` (surest first) that names each thing.
    pub(super) fn of(texts: &[&str], places: &Places<'_>) -> Self {
        let scoped = |text: &str| {
            hints::village_in(text, places.reference)
                .map(|village| village.code)
                .filter(|code| places.in_scope(*code))
        };
        Self {
            programme: texts
                .iter()
                .find_map(|text| hints::programme_in(text, places.reference))
                .map(|programme| programme.code.clone()),
            village: texts.iter().copied().find_map(scoped),
            period: texts.iter().copied().find_map(hints::period_in),
        }
    }

    fn or(self, other: &Self) -> Self {
        let programme = self.programme.or_else(|| other.programme.clone());
        Self {
            programme,
            village: self.village.or(other.village),
            period: self.period.or(other.period),
        }
    }

    /// Does it name another programme or period than was asked for? Titles above the table were
    /// looked at before.
    pub(super) fn contradicts(&self, places: &Places<'_>) -> bool {
        let other_programme = places.programme.is_some()
            && self.programme.is_some()
            && places.programme != self.programme;
        other_programme
            || (places.period.is_some() && self.period.is_some() && places.period != self.period)
    }
}

/// How the rows of one sheet tell their roll.
pub(super) struct KeySource {
    columns: [Option<usize>; 4],
    fixed: Hints,
    last: Option<([String; 4], RollKey)>,
}

/// The columns that a key is read from.
const KEY_COLUMNS: [Column; 4] =
    [Column::Programme, Column::VillageCode, Column::VillageName, Column::Period];

/// Faults of one row, each with the 0-based column.
pub(super) type RowFaults = Vec<(usize, CellFault)>;

impl KeySource {
    /// From the columns of `head`, else from what was asked, else from `hints`.
    ///
    /// # Errors
    /// What neither says: the option that the clerk should give.
    pub(super) fn new(
        head: &Head,
        places: &Places<'_>,
        hints: &Hints,
    ) -> Result<Self, Vec<FileFault>> {
        let columns = KEY_COLUMNS.map(|column| head.place(column));
        let asked = Hints {
            programme: places.programme.clone(),
            village: places.division.filter(|division| division.level() == Level::Village),
            period: places.period,
        };
        let fixed = asked.or(hints);
        let [programme, code, name, period] = columns;
        if let Some(sentence) =
            fixed.village.and_then(|village| ended(places.reference, village, places.today))
        {
            return Err(vec![FileFault::DivisionEnded(sentence)]);
        }
        let mut needs = Vec::new();
        let mut need = |missing: bool, fault| {
            if missing {
                needs.push(fault);
            }
        };
        need(programme.is_none() && fixed.programme.is_none(), FileFault::NeedProgramme);
        need(code.is_none() && name.is_none() && fixed.village.is_none(), FileFault::NeedDivision);
        need(period.is_none() && fixed.period.is_none(), FileFault::NeedPeriod);
        if needs.is_empty() { Ok(Self { columns, fixed, last: None }) } else { Err(needs) }
    }

    /// Are the programme, village or period taken from the title rather than asked or read from a
    /// column?
    pub(super) fn leans_on_title(&self, places: &Places<'_>) -> bool {
        let [programme, code, name, period] = self.columns;
        (programme.is_none() && places.programme.is_none())
            || (code.is_none()
                && name.is_none()
                && places.division.is_none_or(|division| division.level() != Level::Village))
            || (period.is_none() && places.period.is_none())
    }

    /// The rows that follow are of this village, unless a column says otherwise.
    pub(super) fn turn_to(&mut self, village: DivisionCode) {
        self.fixed.village = Some(village);
        self.last = None;
    }

    /// The roll of a row; `false` beside it = the same as the row before.
    ///
    /// # Errors
    /// Each cell that names something unknown or something else than was asked.
    pub(super) fn key(
        &mut self,
        cells: &impl Cells,
        places: &Places<'_>,
    ) -> Result<(&RollKey, bool), RowFaults> {
        let same = self.last.as_ref().is_some_and(|(last, _)| {
            last.iter().zip(self.columns).all(|(last, column)| {
                column.is_none_or(|column| is_written(cells.at(column), last))
            })
        });
        if !same {
            let key = self.resolve(cells, places)?;
            let written = self.columns.map(|column| {
                column.map_or_else(String::new, |column| as_written(cells.at(column)))
            });
            self.last = Some((written, key));
        }
        self.last.as_ref().map(|(_, key)| (key, !same)).ok_or_else(Vec::new)
    }

    fn texts<'c>(&self, cells: &'c impl Cells) -> Result<[Cow<'c, str>; 4], RowFaults> {
        let mut faults = Vec::new();
        let texts = self.columns.map(|column| {
            let Some(column) = column else { return Cow::Borrowed("") };
            text(cells.at(column)).map_or_else(
                |fault| {
                    faults.push((column, fault));
                    Cow::Borrowed("")
                },
                Option::unwrap_or_default,
            )
        });
        if faults.is_empty() { Ok(texts) } else { Err(faults) }
    }

    fn resolve(&self, cells: &impl Cells, places: &Places<'_>) -> Result<RollKey, RowFaults> {
        let [programme, code, name, period] = self.texts(cells)?;
        let [programme_at, code_at, name_at, period_at] =
            self.columns.map(Option::unwrap_or_default);
        let mut faults = Vec::new();
        let programme = match (programme.as_ref(), &self.fixed.programme) {
            ("", Some(fixed)) => Ok(fixed.clone()),
            (words, _) => places.programme(words),
        };
        let village = match (code.as_ref(), name.as_ref(), self.fixed.village) {
            ("", "", Some(fixed)) => Ok(fixed),
            ("", "", None) => Err((code_at.max(name_at), CellFault::VillageUnknown)),
            ("", name, _) => places.by_name(name).map_err(|fault| (name_at, fault)),
            (code, "", _) => places.by_code(code).map_err(|fault| (code_at, fault)),
            (code, name, _) => {
                places.by_code(code).map_err(|fault| (code_at, fault)).and_then(|code| {
                    if places.is_called(code, name) {
                        Ok(code)
                    } else {
                        Err((name_at, CellFault::VillageDiffers))
                    }
                })
            }
        };
        let period = match (period.as_ref(), self.fixed.period) {
            ("", Some(fixed)) => Ok(fixed),
            (words, _) => places.period(words),
        };
        match (programme, village, period) {
            (Ok(programme), Ok(division), Ok(period)) => {
                Ok(RollKey::normal(programme, division, period))
            }
            (programme, village, period) => {
                faults.extend(programme.err().map(|fault| (programme_at, fault)));
                faults.extend(village.err());
                faults.extend(period.err().map(|fault| (period_at, fault)));
                Err(faults)
            }
        }
    }
}

/// A cell in the form in which it is compared with the row before; a cell without text is never
/// equal.
fn as_written(cell: Cell<'_>) -> String {
    if let Cell::Text(text) = cell { text.to_owned() } else { String::new() }
}

fn is_written(cell: Cell<'_>, before: &str) -> bool {
    match cell {
        Cell::Text(text) => text == before,
        Cell::Empty => before.is_empty(),
        Cell::Number(_) | Cell::Date(_) | Cell::Unfilled | Cell::Error => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::intake::roll_key::stem;

    #[test]
    fn a_village_is_the_same_on_every_paper() {
        for name in ["段村村委会", "段村", "段村村民委员会"] {
            assert_eq!(stem(name), "段");
        }
        assert_eq!(stem("郭家湾"), "郭家湾");
        assert_eq!(stem("东关社区居委会"), "东关");
    }
}
