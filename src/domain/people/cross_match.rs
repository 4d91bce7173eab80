//! 比对名单: lists of persons against which rolls are checked, as keyed hashes only.
//!
//! The county hands in ID numbers; whoever takes a list in hashes each with the store's key and
//! keeps nothing else, so that a village never holds a register of deaths or of payrolls. No names
//! here, no keys, no reading of files: text comes in decoded, hashes out.
use super::identity::{IdNumber, normalise_id};
use crate::domain::reference::division::DivisionCode;
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::domain::values::date::{self, Date};
use crate::domain::values::hash::Hash;
use crate::domain::values::quantity::Quantity;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListKind {
    /// 死亡、注销: who has died, and when.
    Deceased,
    /// 财政供养: who is on the public payroll.
    PublicStaff,
    /// 干部亲属备案: village cadres and their declared relatives.
    Relatives,
    /// 名册: who is entitled to one programme, in which village, with which quantity.
    Register,
}

impl ListKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Deceased, Self::PublicStaff, Self::Relatives, Self::Register];

    /// The word of the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Deceased => "deceased",
            Self::PublicStaff => "staff",
            Self::Relatives => "relatives",
            Self::Register => "register",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Its name on screens.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Deceased => "list-deceased",
            Self::PublicStaff => "list-staff",
            Self::Relatives => "list-relatives",
            Self::Register => "list-register",
        }
    }
}

/// What a list says of one person beside that they are on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Listed {
    /// The day of death.
    pub died: Option<Date>,
    /// Their village.
    pub division: Option<DivisionCode>,
    /// The quantity that is confirmed for them, in the programme's unit.
    pub quantity: Option<Quantity>,
}

/// One list, as taken in.
#[derive(Clone, PartialEq, Eq)]
pub struct CrossList {
    /// What it is about.
    pub kind: ListKind,
    /// Programme code; registers only.
    pub programme: Option<String>,
    /// The day for which it was drawn up.
    pub as_of: Date,
    persons: FxHashMap<Hash, Listed>,
    villages: BTreeMap<DivisionCode, Vec<Hash>>,
}

impl std::fmt::Debug for CrossList {
    /// Never shows who is listed: debug output reaches logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CrossList({}, {})", self.kind.word(), self.persons.len())
    }
}

/// Why a list is not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    /// No column of ID numbers.
    #[error("no column of ID numbers")]
    NoIdColumn,
    /// Nobody on it.
    #[error("nobody on the list")]
    Empty,
    /// A row whose number is wrong.
    #[error("row {row}: not an ID number")]
    WrongId {
        /// 1-based, the head is row 1.
        row: u64,
    },
    /// A cell beside the number that cannot be read.
    #[error("row {row}: cannot read {column}")]
    Cell {
        /// 1-based, the head is row 1.
        row: u64,
        /// Title of the column.
        column: &'static str,
    },
    /// A workbook, or bytes in no known encoding.
    #[error("not a CSV file")]
    NotCsv,
    /// A register without the programme that it is for.
    #[error("a register names its programme")]
    NoProgramme,
    /// A programme for a list that concerns all.
    #[error("only a register names a programme")]
    ForAllProgrammes,
    /// The kept bytes are not those of a list.
    #[error("the kept list is not readable")]
    Damaged,
}

impl Spoken for ListError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::NoIdColumn => Sentence::plain("list-no-id-column"),
            Self::Empty => Sentence::plain("list-empty"),
            Self::WrongId { row } => Sentence::plain("list-wrong-id").with("row", row),
            Self::Cell { row, column } => {
                Sentence::plain("list-cell").with("row", row).with("column", column)
            }
            Self::NotCsv => Sentence::plain("list-not-csv"),
            Self::NoProgramme => Sentence::plain("list-no-programme"),
            Self::ForAllProgrammes => Sentence::plain("list-for-all-programmes"),
            Self::Damaged => Sentence::plain("list-damaged"),
        }
    }
}

const ID: [&str; 6] = ["身份证号", "身份证号码", "公民身份号码", "证件号码", "身份证", "id"];
const DIED: [&str; 5] = ["死亡日期", "死亡时间", "注销日期", "死亡年月", "died"];
const DIVISION: [&str; 4] = ["村代码", "行政区划代码", "区划代码", "division"];
const QUANTITY: [&str; 6] = ["数量", "面积", "确权面积", "承包面积", "核定面积", "quantity"];

impl CrossList {
    /// A list of persons.
    #[must_use]
    pub fn new(
        kind: ListKind,
        programme: Option<String>,
        as_of: Date,
        persons: impl IntoIterator<Item = (Hash, Listed)>,
    ) -> Self {
        let persons: FxHashMap<Hash, Listed> = persons.into_iter().collect();
        let mut villages: BTreeMap<DivisionCode, Vec<Hash>> = BTreeMap::new();
        for (who, listed) in &persons {
            if let Some(division) = listed.division {
                villages.entry(division).or_default().push(*who);
            }
        }
        Self { kind, programme, as_of, persons, villages }
    }

    /// Reads the text of a CSV file whose first row holds titles; `hash` turns a normalised ID
    /// number into what is kept.
    ///
    /// # Errors
    /// The first thing to mend, by row; never what stands in it.
    pub fn read(
        text: &str,
        kind: ListKind,
        programme: Option<String>,
        as_of: Date,
        hash: &dyn Fn(&str) -> Hash,
    ) -> Result<Self, ListError> {
        let mut table = csv::ReaderBuilder::new()
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let titles = table.headers().ok().ok_or(ListError::NoIdColumn)?.clone();
        let column = |words: &[&str]| {
            titles.iter().position(|title| words.contains(&title.trim_start_matches('\u{FEFF}')))
        };
        let id = column(&ID).ok_or(ListError::NoIdColumn)?;
        let died = column(&DIED);
        let division = column(&DIVISION);
        let quantity = column(&QUANTITY);
        let mut persons = Vec::new();
        for (row, record) in (2..).zip(table.records()) {
            let record = record.ok().ok_or(ListError::WrongId { row })?;
            if record.iter().all(str::is_empty) {
                continue;
            }
            let number = normalise_id(record.get(id).unwrap_or_default());
            IdNumber::parse(&number).ok().ok_or(ListError::WrongId { row })?;
            let cell = |place: Option<usize>| {
                place.and_then(|place| record.get(place)).filter(|text| !text.is_empty())
            };
            let read = |column| ListError::Cell { row, column };
            let listed = Listed {
                died: cell(died).map(|text| day(text).ok_or(read("死亡日期"))).transpose()?,
                division: cell(division)
                    .map(|text| DivisionCode::parse(text).ok().ok_or(read("村代码")))
                    .transpose()?,
                quantity: cell(quantity)
                    .map(|text| Quantity::parse(text).ok().ok_or(read("数量")))
                    .transpose()?,
            };
            persons.push((hash(&number), listed));
        }
        if persons.is_empty() {
            Err(ListError::Empty)
        } else {
            Ok(Self::new(kind, programme, as_of, persons))
        }
    }

    /// The bytes that are kept: `hash,died,division,quantity` a line, sorted.
    #[must_use]
    pub fn content(&self) -> Vec<u8> {
        let shown = |(who, listed): (&Hash, &Listed)| {
            let died = listed.died.map(|day| day.to_string()).unwrap_or_default();
            let division = listed.division.map(|code| code.to_string()).unwrap_or_default();
            let quantity = listed.quantity.map(|quantity| quantity.to_string()).unwrap_or_default();
            format!("{who},{died},{division},{quantity}\n")
        };
        let rows: BTreeSet<String> = self.persons.iter().map(shown).collect();
        rows.into_iter().collect::<String>().into_bytes()
    }

    /// Reads the kept bytes.
    ///
    /// # Errors
    /// [`ListError::Damaged`].
    pub fn from_content(
        kind: ListKind,
        programme: Option<String>,
        as_of: Date,
        content: &[u8],
    ) -> Result<Self, ListError> {
        let text = std::str::from_utf8(content).ok().ok_or(ListError::Damaged)?;
        let persons = text
            .lines()
            .map(|line| kept(line).ok_or(ListError::Damaged))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self::new(kind, programme, as_of, persons))
    }

    /// How many persons are on it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.persons.len()
    }

    /// Is nobody on it?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.persons.is_empty()
    }

    /// What it says of a person.
    #[must_use]
    pub fn get(&self, who: &Hash) -> Option<&Listed> {
        self.persons.get(who)
    }

    /// Who is listed for this village; nobody if the list does not tell villages.
    #[must_use]
    pub fn of_village(&self, division: DivisionCode) -> &[Hash] {
        self.villages.get(&division).map(Vec::as_slice).unwrap_or_default()
    }

    /// Does it tell who belongs to which village?
    #[must_use]
    pub fn tells_villages(&self) -> bool {
        !self.villages.is_empty()
    }

    /// Does it hold confirmed quantities?
    #[must_use]
    pub fn tells_quantities(&self) -> bool {
        self.persons.values().any(|listed| listed.quantity.is_some())
    }
}

/// All lists of a store, the newest of each kind and programme.
#[derive(Debug, Clone, Default)]
pub struct CrossLists {
    lists: Vec<CrossList>,
}

impl CrossLists {
    /// No list at all.
    pub const NONE: &'static Self = &Self { lists: Vec::new() };

    /// Takes a list in; an older one of the same kind and programme goes.
    pub fn put(&mut self, list: CrossList) {
        let same =
            |there: &CrossList| (there.kind, &there.programme) == (list.kind, &list.programme);
        if self.lists.iter().any(|there| same(there) && there.as_of > list.as_of) {
            return;
        }
        self.lists.retain(|there| !same(there));
        self.lists.push(list);
    }

    /// The list of a kind that concerns every programme.
    #[must_use]
    pub fn of(&self, kind: ListKind) -> Option<&CrossList> {
        self.lists.iter().find(|list| list.kind == kind)
    }

    /// The register of a programme.
    #[must_use]
    pub fn register(&self, programme: &str) -> Option<&CrossList> {
        self.lists.iter().find(|list| {
            list.kind == ListKind::Register && list.programme.as_deref() == Some(programme)
        })
    }

    /// Is there none?
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }
}

/// A day, or a month (`2024-03`, `2024年3月`): its last day.
fn day(text: &str) -> Option<Date> {
    date::parse(text).or_else(|| {
        let (year, month) = text.split_once(['-', '/', '年', '.'])?;
        let first = jiff::civil::Date::new(
            year.parse().ok()?,
            month.trim_end_matches('月').parse().ok()?,
            1,
        )
        .ok()?;
        Some(first.last_of_month())
    })
}

fn kept(line: &str) -> Option<(Hash, Listed)> {
    let mut cells = line.split(',');
    let who = Hash::parse(cells.next()?)?;
    let died = cells.next()?;
    let division = cells.next()?;
    let quantity = cells.next()?;
    let given = |text: &'_ str| !text.is_empty();
    let listed = Listed {
        died: if given(died) { Some(date::parse(died)?) } else { None },
        division: if given(division) { Some(DivisionCode::parse(division).ok()?) } else { None },
        quantity: if given(quantity) { Some(Quantity::parse(quantity).ok()?) } else { None },
    };
    Some((who, listed))
}

#[cfg(test)]
mod tests {
    use crate::domain::people::cross_match::*;
    use jiff::civil::date;

    const TEXT: &str = "\u{FEFF}姓名,身份证号,死亡日期,村代码,确权面积\n甲,140923198001010018,2024-03,140923104203,5.25\n,,,,\n乙,14092319850620001x,2025/1/9,,\n";

    fn hash(id: &str) -> Hash {
        Hash::of("key", &[id.as_bytes()])
    }

    fn read(text: &str) -> Result<CrossList, ListError> {
        CrossList::read(text, ListKind::Deceased, None, date(2026, 11, 1), &hash)
    }

    #[test]
    fn a_list_keeps_hashes_and_what_is_said_beside_them_and_no_number_or_name() {
        let list = read(TEXT).unwrap();
        let village = DivisionCode::parse("140923104203").unwrap();
        let first = list.get(&hash("140923198001010018")).unwrap();
        let confirmed = Quantity::parse("5.25").ok();
        assert_eq!(
            (first.died, first.division, first.quantity),
            (Some(date(2024, 3, 31)), Some(village), confirmed)
        );
        assert_eq!(list.get(&hash("14092319850620001X")).unwrap().died, Some(date(2025, 1, 9)));
        assert_eq!(
            (list.len(), list.of_village(village).len(), list.tells_quantities()),
            (2, 1, true)
        );
        let kept = String::from_utf8(list.content()).unwrap();
        assert!(!kept.contains("1409231980") && !kept.contains('甲'));
    }

    #[test]
    fn what_is_kept_is_read_back_the_same() {
        let list = read(TEXT).unwrap();
        assert_eq!(CrossList::from_content(list.kind, None, list.as_of, &list.content()), Ok(list));
        assert_eq!(
            CrossList::from_content(ListKind::PublicStaff, None, date(2026, 1, 1), b"x,,,\n"),
            Err(ListError::Damaged)
        );
    }

    #[test]
    fn a_list_that_cannot_be_used_is_refused_by_row() {
        assert_eq!(read("姓名\n甲\n"), Err(ListError::NoIdColumn));
        assert_eq!(read("身份证号\n"), Err(ListError::Empty));
        assert_eq!(
            read("身份证号\n140923198001010018\n140923198001010019\n"),
            Err(ListError::WrongId { row: 3 })
        );
        assert_eq!(
            read("身份证号,死亡日期\n140923198001010018,去年\n"),
            Err(ListError::Cell { row: 2, column: "死亡日期" })
        );
    }

    #[test]
    fn the_newer_list_of_a_kind_stands() {
        let list = |day, id: &str| {
            CrossList::new(ListKind::PublicStaff, None, day, [(hash(id), Listed::default())])
        };
        let mut lists = CrossLists::default();
        lists.put(list(date(2026, 5, 1), "new"));
        lists.put(list(date(2025, 5, 1), "old"));
        assert!(lists.of(ListKind::PublicStaff).unwrap().get(&hash("new")).is_some());
        assert!(lists.of(ListKind::Deceased).is_none() && lists.register("P01").is_none());
    }
}
