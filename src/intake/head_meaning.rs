//! Which column of a roll the words of a head cell mean.
use super::columns::Column;
use super::head_words::WORDS;

/// The column that a head cell means, and how sure its word is (0 = surest).
pub(super) fn named(bare: &str) -> Option<(Column, usize)> {
    WORDS.iter().find_map(|(column, words)| {
        words.iter().position(|word| *word == bare).map(|rank| (*column, rank))
    })
}

/// The column of a person's cell below a group head such as `享受人信息`.
pub(super) fn under(group: &str, column: Column) -> Column {
    let says = |words: &[&str]| words.iter().any(|word| group.contains(word));
    let (name, id) = if says(&["户主", "农户"]) {
        (Column::HeadName, Column::HeadId)
    } else if says(&["享受", "受益", "保障对象", "补贴对象"]) {
        (Column::BeneficiaryName, Column::BeneficiaryId)
    } else if says(&["收款", "领款", "持卡", "开户"]) {
        (Column::PayeeName, Column::PayeeId)
    } else {
        return column;
    };
    if column == Column::Name {
        name
    } else if column == Column::Id {
        id
    } else {
        column
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::normalise::bare;

    #[test]
    fn a_head_is_known_by_its_words_in_any_dress() {
        for (words, column) in [
            ("姓  名", Column::Name),
            ("社保卡(一卡通)账号", Column::Card),
            ("补贴金额（元）", Column::Amount),
            ("村(居)委会", Column::VillageName),
            ("村(居)民小组", Column::Group),
            ("享受人身份证号", Column::BeneficiaryId),
        ] {
            assert_eq!(named(&bare(words)).map(|(column, _)| column), Some(column), "{words}");
        }
        assert_eq!(named("家庭成员"), None);
    }

    #[test]
    fn every_word_means_one_column() {
        let mut all: Vec<_> = WORDS.iter().flat_map(|(_, words)| words.iter()).collect();
        let before = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), before);
    }
}
