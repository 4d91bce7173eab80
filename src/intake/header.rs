//! Finds which row is the head of the table, under titles and unit lines, in up to three rows.
use super::cells::{Cell, Cells};
use super::columns::{Column, KINDS};
use super::fault::FileFault;
use super::head_meaning::{named, under};
use super::mapping::Mapping;
use super::normalise::bare;

/// The rank of a column that the clerk named: surer than any word of `head_words`.
const SAID: usize = 0;

fn normalised(words: &[String]) -> Vec<String> {
    words.iter().map(|word| bare(word)).collect()
}

/// The head of a table: which column stands where.
#[derive(Debug, Clone)]
pub(super) struct Head {
    places: [Option<(usize, usize)>; KINDS],
    twice: bool,
    /// The words of each column as the file writes them.
    pub(super) words: Vec<String>,
    /// The words of the merged heads above each column, one after the other.
    groups: Vec<String>,
    /// Columns whose words nobody here knows.
    pub(super) unknown: Vec<usize>,
    known: usize,
    /// The saved profile that named columns.
    pub(super) profile: Option<String>,
}

impl Head {
    /// Where `column` stands (0-based), if the table has it.
    pub(super) fn place(&self, column: Column) -> Option<usize> {
        self.places.get(column as usize).copied().flatten().map(|(place, _)| place)
    }

    /// Reads `words` (one for each column) as a head under `groups`, the merged heads above it.
    fn read(words: Vec<String>, groups: Vec<String>, mapping: &Mapping<'_>) -> Self {
        let bare = normalised(&words);
        let saved = mapping.profile(&bare);
        let profile = saved.map(|saved| saved.name.to_owned());
        let mut head = Self {
            places: [None; KINDS],
            twice: false,
            words,
            groups,
            unknown: Vec::new(),
            known: 0,
            profile,
        };
        for (place, word) in bare.iter().enumerate() {
            let meant = mapping
                .now(word, place)
                .or_else(|| saved.and_then(|saved| saved.meaning(word, place)));
            let group = head.groups.get(place).map_or("", String::as_str);
            match (meant, named(word)) {
                (Some(column), _) => head.put(column, place, SAID),
                // Rank 0 is the clerk's own word, so those of the list begin at 1.
                (None, Some((column, rank))) => head.put(under(group, column), place, rank + 1),
                (None, None) if word.is_empty() => {}
                (None, None) => head.unknown.push(place),
            }
        }
        head.settle_roles();
        head
    }

    /// The words of the head in the form in which profiles are looked up: normalised, without empty
    /// ones at the end.
    pub(super) fn normalised(&self) -> Vec<String> {
        let mut words = normalised(&self.words);
        words.truncate(words.iter().rposition(|word| !word.is_empty()).map_or(0, |last| last + 1));
        words
    }

    fn put(&mut self, column: Column, place: usize, rank: usize) {
        let Some(slot) = self.places.get_mut(column as usize) else { return };
        match slot {
            None => {
                *slot = Some((place, rank));
                self.known += 1;
            }
            Some((_, before)) if rank < *before => *slot = Some((place, rank)),
            Some((_, before)) if rank == *before && column != Column::Aside => self.twice = true,
            Some(_) => {}
        }
    }

    /// Beside a householder's column, a plain 姓名 is the person's own, the beneficiary's.
    fn settle_roles(&mut self) {
        for (head, plain, own) in [
            (Column::HeadName, Column::Name, Column::BeneficiaryName),
            (Column::HeadId, Column::Id, Column::BeneficiaryId),
        ] {
            let takes_over = self.place(head).is_some() && self.place(own).is_none();
            let slot = if takes_over {
                self.places.get_mut(plain as usize).and_then(Option::take)
            } else {
                None
            };
            if let (Some(slot), Some(own)) = (slot, self.places.get_mut(own as usize)) {
                *own = Some(slot);
            }
        }
    }

    fn has_names(&self) -> bool {
        [Column::HeadName, Column::Name, Column::BeneficiaryName, Column::PayeeName]
            .iter()
            .any(|column| self.place(*column).is_some())
    }

    /// Enough known words to be the head of a roll?
    fn is_head(&self) -> bool {
        // Two known words also stand in titles and forms above a table.
        self.known >= 3 && self.has_names()
    }

    /// What a head must have and lacks.
    pub(super) fn fault(&self) -> Option<FileFault> {
        // Amounts in 万元 would be read as yuan, ten thousand times too small.
        let in_ten_thousands = self.words.iter().any(|words| words.contains("万元"));
        let has = |column| self.place(column).is_some();
        if in_ten_thousands {
            Some(FileFault::TenThousands)
        } else if self.twice {
            Some(FileFault::TwoColumns)
        } else if !self.has_names() {
            Some(FileFault::NoName)
        } else if ![Column::Amount, Column::Quantity, Column::Months].into_iter().any(has) {
            Some(FileFault::NoAmount)
        } else {
            None
        }
    }
}

/// The texts of a row; empty for a cell that holds no text.
pub(super) fn words(cells: &impl Cells) -> Vec<String> {
    let text = |cell| match cell {
        Cell::Text(text) => crate::intake::normalise::tidy(text).into_owned(),
        Cell::Number(number) => number.to_string(),
        Cell::Empty | Cell::Date(_) | Cell::Unfilled | Cell::Error => String::new(),
    };
    cells.each().map(text).collect()
}

/// Is `row` the head, alone or under the group heads of `above`?
pub(super) fn find(
    row: &[String],
    above: Option<&[String]>,
    mapping: &Mapping<'_>,
) -> Option<Head> {
    let alone = Head::read(row.to_vec(), Vec::new(), mapping);
    let grouped =
        above.filter(|above| filled(above) > 1).map(|above| merged(above, &[], row, mapping));
    let best = match grouped {
        Some(grouped) if grouped.known > alone.known && filled(row) > 1 => grouped,
        _ => alone,
    };
    best.is_head().then_some(best)
}

/// The head together with the row under it, if that row only goes on with the head.
pub(super) fn with_next_row(head: &Head, row: &[String], mapping: &Mapping<'_>) -> Option<Head> {
    let both = merged(&head.words, &head.groups, row, mapping);
    let profiled = both.profile.is_some() && head.profile.is_none();
    let goes_on =
        row.iter().enumerate().filter(|(_, word)| !word.is_empty()).all(|(place, word)| {
            let under_known =
                head.words.get(place).is_some_and(|above| named(&bare(above)).is_some());
            let word = bare(word);
            !under_known && (named(&word).is_some() || mapping.now(&word, place).is_some())
        });
    let is_more = profiled || (goes_on && filled(row) > 0 && both.known > head.known);
    is_more.then_some(both)
}

/// Is it a row of units in brackets or of column numbers (`甲 乙 1 2 3=1*2`), as forms have them
/// under the head?
pub(super) fn is_legend(row: &[String]) -> bool {
    let words: Vec<_> = row.iter().filter(|word| !word.is_empty()).map(String::as_str).collect();
    if words.iter().all(|word| bare(word).is_empty()) {
        return !words.is_empty();
    }
    let numbers: Vec<_> = words
        .iter()
        .filter(|word| !["栏次", "甲", "乙", "丙", "丁", "戊"].contains(*word))
        .collect();
    let counts = |(word, place): (&&&str, usize)| {
        let number = crate::intake::normalise::digits(word);
        let first = number.split(['=', '＝']).next().unwrap_or_default();
        first == place.to_string()
    };
    numbers.len() >= 3 && numbers.iter().zip(1..).all(counts)
}

/// `row` below `above`, which stood below `groups`.
fn merged(above: &[String], groups: &[String], row: &[String], mapping: &Mapping<'_>) -> Head {
    let width = above.len().max(row.len());
    let pick = |place: usize| match row.get(place) {
        Some(word) if !word.is_empty() => word.clone(),
        _ => above.get(place).cloned().unwrap_or_default(),
    };
    let mut group = String::new();
    // A merged head stands in its leftmost column only and reaches over the empty ones after it.
    let mut grown = |place: usize| {
        let word = above.get(place).map(|text| bare(text)).unwrap_or_default();
        if !word.is_empty() {
            group = word;
        }
        format!("{}{group}", groups.get(place).map_or("", String::as_str))
    };
    let groups = (0..width).map(&mut grown).collect();
    Head::read((0..width).map(pick).collect(), groups, mapping)
}

fn filled(row: &[String]) -> usize {
    row.iter().filter(|word| !word.is_empty()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str) -> Vec<String> {
        text.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn titles_and_unit_lines_are_no_heads() {
        assert!(
            find(
                &row("代县枣林镇段村2026年耕地地力保护补贴发放花名册,,,"),
                None,
                &Mapping::default()
            )
            .is_none()
        );
        assert!(
            find(&row("填报单位(盖章):,,单位:亩、元,2026-04-16"), None, &Mapping::default())
                .is_none()
        );
        assert!(find(&row("1,张三,140923198001010018,一组"), None, &Mapping::default()).is_none());
    }

    #[test]
    fn a_head_may_stand_in_two_rows() {
        let upper = find(
            &row("序号,户主姓名,身份证号码,组别,补贴情况,,,联系电话"),
            None,
            &Mapping::default(),
        )
        .unwrap();
        let both =
            with_next_row(&upper, &row(",,,,补贴面积,补贴标准,补贴金额(元),"), &Mapping::default())
                .unwrap();
        assert_eq!(
            (both.place(Column::Quantity), both.place(Column::Amount), both.place(Column::Phone)),
            (Some(4), Some(6), Some(7))
        );
        assert!(
            with_next_row(&both, &row("1,张三,1409,一组,2.5,67,167.5,"), &Mapping::default())
                .is_none()
        );
    }

    #[test]
    fn a_head_may_stand_in_three_rows() {
        let upper = row("序号,户主信息,,补贴情况,,,联系电话");
        let both =
            find(&row(",姓名,身份证号,面积情况,,补贴标准,"), Some(&upper), &Mapping::default())
                .unwrap();
        let all =
            with_next_row(&both, &row(",,,承包面积,补贴面积,,"), &Mapping::default()).unwrap();
        assert_eq!(
            (all.place(Column::HeadName), all.place(Column::HeadId), all.place(Column::Quantity)),
            (Some(1), Some(2), Some(4))
        );
        assert_eq!((all.place(Column::Rate), all.place(Column::Phone)), (Some(5), Some(6)));
    }

    #[test]
    fn units_and_column_numbers_under_the_head_are_no_line() {
        for legend in [",,(亩),（元/亩）,(元)", "甲,乙,1,2,3=1*2", "1,2,3,4,5", "栏次,1,2,3"]
        {
            assert!(is_legend(&row(legend)), "{legend}");
        }
        for line in ["1,张三,1409,2", "1,2,4,5", ",,,", "1,2"] {
            assert!(!is_legend(&row(line)), "{line}");
        }
    }

    #[test]
    fn group_heads_tell_whose_name_it_is() {
        let upper = row("序号,户主信息,,享受人信息,,补贴金额");
        let both =
            find(&row(",姓名,身份证号,姓名,身份证号,"), Some(&upper), &Mapping::default()).unwrap();
        assert_eq!(
            (
                both.place(Column::HeadName),
                both.place(Column::BeneficiaryId),
                both.place(Column::Amount)
            ),
            (Some(1), Some(4), Some(5))
        );
    }

    #[test]
    fn ten_thousands_of_yuan_are_refused() {
        assert_eq!(
            find(&row("姓名,身份证号,金额(万元)"), None, &Mapping::default()).unwrap().fault(),
            Some(FileFault::TenThousands)
        );
    }
}
