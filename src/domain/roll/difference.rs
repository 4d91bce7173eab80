//! What differs between two rolls of one programme and village: new, gone, changed, by beneficiary.
//!
//! Used by the review and by `batch diff`. Holds line numbers and amounts only; the screens show
//! the lines themselves.
use crate::domain::roll::{Line, Person};
use crate::domain::values::money::Fen;
use rustc_hash::FxHashMap;

/// The difference between a former roll and a present one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Difference {
    /// Lines of the present roll whose beneficiary was not in the former one.
    pub new: Vec<u32>,
    /// Lines of the former roll whose beneficiary is not in the present one.
    pub gone: Vec<u32>,
    /// Beneficiaries in both, with something changed; in the order of the present roll.
    pub changed: Vec<Change>,
    /// How many are the same in both.
    pub same: u32,
}

/// One beneficiary whose line has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Line number in the former roll.
    pub before: u32,
    /// Line number in the present roll.
    pub after: u32,
    /// Amounts before and after; equal if only something else changed.
    pub amounts: (Fen, Fen),
    /// What changed.
    pub cells: Changed,
}

/// Which cells differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Changed(u8);

impl Changed {
    const NAME: u8 = 1;
    const QUANTITY: u8 = 2;
    const AMOUNT: u8 = 4;
    const CARD: u8 = 8;

    fn between(before: &Line, after: &Line) -> Self {
        let bit = |differs: bool, bit: u8| if differs { bit } else { 0 };
        Self(
            bit(before.beneficiary().name != after.beneficiary().name, Self::NAME)
                | bit(before.quantity != after.quantity, Self::QUANTITY)
                | bit(before.amount != after.amount, Self::AMOUNT)
                | bit(before.card != after.card, Self::CARD),
        )
    }

    /// Nothing that is compared.
    #[must_use]
    pub const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// 姓名: the same number under another name.
    #[must_use]
    pub const fn name(self) -> bool {
        self.0 & Self::NAME != 0
    }

    /// 数量.
    #[must_use]
    pub const fn quantity(self) -> bool {
        self.0 & Self::QUANTITY != 0
    }

    /// 金额.
    #[must_use]
    pub const fn amount(self) -> bool {
        self.0 & Self::AMOUNT != 0
    }

    /// 换卡.
    #[must_use]
    pub const fn card(self) -> bool {
        self.0 & Self::CARD != 0
    }
}

/// Compares two rolls by the beneficiary's ID number (by name where there is none). A person who is
/// on several lines is paired line by line in order.
#[must_use]
pub fn between(before: &[Line], after: &[Line]) -> Difference {
    let mut former: FxHashMap<&str, Vec<&Line>> = FxHashMap::default();
    for line in before.iter().rev() {
        former.entry(key_of(line.beneficiary())).or_default().push(line);
    }
    let mut difference = Difference::default();
    for line in after {
        let Some(old) = former.get_mut(key_of(line.beneficiary())).and_then(Vec::pop) else {
            difference.new.push(line.no);
            continue;
        };
        let cells = Changed::between(old, line);
        if cells.is_none() {
            difference.same += 1;
        } else {
            difference.changed.push(Change {
                before: old.no,
                after: line.no,
                amounts: (old.amount, line.amount),
                cells,
            });
        }
    }
    difference.gone = former.values().flatten().map(|line| line.no).collect();
    difference.gone.sort_unstable();
    difference
}

fn key_of(person: &Person) -> &str {
    if person.id.is_empty() { &person.name } else { &person.id }
}

#[cfg(test)]
mod tests {
    use crate::domain::roll::Field;
    use crate::domain::roll::difference::*;

    fn line(no: u32, name: &str, id: &str, amount: &str) -> Line {
        let mut line = Line::new(no);
        for (field, text) in [
            (Field::Name, name),
            (Field::Id, id),
            (Field::Amount, amount),
            (Field::Card, "6214123456789014"),
        ] {
            field.put(&mut line, text).unwrap();
        }
        line
    }

    #[test]
    fn a_reviewer_sees_who_is_new_gone_and_changed_wherever_they_stand_on_the_roll() {
        let before = [
            line(1, "张三", "140923198001010018", "100"),
            line(2, "李四", "142225195503151235", "50"),
            line(3, "王五", "142225196507120043", "70"),
        ];
        let mut after = [
            line(1, "王五", "142225196507120043", "80"),
            line(2, "赵六", "142225197111302566", "60"),
            line(3, "张三", "140923198001010018", "100"),
        ];
        let seen = between(&before, &after);
        assert_eq!((seen.new, seen.gone, seen.same), (vec![2], vec![2], 1));
        let change = seen.changed[0];
        assert_eq!((change.before, change.after), (3, 1));
        assert_eq!(
            (
                change.cells.amount(),
                change.cells.card(),
                change.cells.name(),
                change.cells.quantity()
            ),
            (true, false, false, false)
        );
        after[2].card = "6214123456789012348".into();
        after[2].householder.name = "张山".into();
        let change = between(&before, &after).changed[1];
        assert!(change.cells.card() && change.cells.name() && !change.cells.amount());
        assert_eq!(change.amounts.0, change.amounts.1);
    }

    #[test]
    fn a_roll_does_not_differ_from_itself_even_with_a_person_on_two_lines() {
        let roll = [
            line(1, "张三", "140923198001010018", "100"),
            line(2, "张三", "140923198001010018", "50"),
            line(3, "无号", "", "1"),
        ];
        let seen = between(&roll, &roll);
        assert_eq!(seen, Difference { same: 3, ..Difference::default() });
    }
}
