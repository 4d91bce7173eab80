//! 上期名册 -> 本期名册: the lines of an earlier roll as the next period begins with them.
//!
//! People, accounts and areas stay; what belonged to the last payment goes: its day, its months,
//! its rate and amount. What does not follow from the rules is left as it was, for the clerk to
//! look at.
use super::Line;
use crate::domain::reference::division::DivisionCode;
use crate::domain::reference::programme::{Programme, RateRow};
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use crate::domain::values::quantity::Quantity;
use rust_decimal::Decimal;

/// Where and when a roll is renewed.
#[derive(Debug, Clone, Copy)]
pub struct Renewal<'p> {
    /// The programme as it was for the earlier period.
    pub before: Option<&'p Programme>,
    /// The programme as it is for the new one.
    pub after: Option<&'p Programme>,
    /// The village.
    pub division: DivisionCode,
    /// The earlier period.
    pub from: Period,
    /// The new one.
    pub to: Period,
}

impl Renewal<'_> {
    /// The line for the new period: rate and amount as they are valid for it, months of the same
    /// share of the period.
    #[must_use]
    pub fn line(&self, mut line: Line) -> Line {
        line.paid_on = None;
        line.source_row = 0;
        let lost_months = self.months(&mut line);
        let computed = self.after.filter(|programme| programme.rate_kind.is_computed());
        let Some(row) = computed.and_then(|programme| self.rate(programme, &line)) else {
            if lost_months {
                line.amount = Fen::ZERO;
            }
            return line;
        };
        line.rate = Some(row.rate);
        let amount =
            line.quantity.and_then(|quantity| Fen::of(row.rate, quantity, line.months).ok());
        line.amount = match amount {
            Some(_) if lost_months => Fen::ZERO,
            Some(amount) => within(row, amount),
            None => line.amount,
        };
        line
    }

    /// Months of a whole period become those of the new one; those of a part of it must be entered
    /// by the clerk: `true`.
    fn months(&self, line: &mut Line) -> bool {
        let before = length(self.from);
        let after = length(self.to);
        let per_month = self.after.is_some_and(|programme| programme.unit.contains('月'));
        if before == after {
            return false;
        }
        if let Some(months) = line.months {
            line.months = (months == before).then_some(after);
            return line.months.is_none();
        }
        let whole = |quantity: &Quantity| quantity.decimal() == Decimal::from(before);
        if per_month && line.quantity.is_some() {
            line.quantity = line
                .quantity
                .filter(whole)
                .and_then(|_| Quantity::try_from(Decimal::from(after)).ok());
            return line.quantity.is_none();
        }
        false
    }

    /// The row for the line: the only one there is, or the one of its tier.
    fn rate<'r>(&self, programme: &'r Programme, line: &Line) -> Option<&'r RateRow> {
        let rows = programme.nearest_rates(self.division, self.to.start());
        if let [only] = rows.as_slice() {
            return Some(only);
        }
        let old = self
            .before
            .map(|before| before.nearest_rates(self.division, self.from.start()))
            .unwrap_or_default();
        let tier =
            old.iter().find(|row| Some(row.rate) == line.rate).and_then(|row| row.tier.as_ref());
        let of_tier = |row: &&&RateRow| {
            tier.map_or(Some(row.rate) == line.rate, |tier| row.tier.as_ref() == Some(tier))
        };
        rows.iter().find(of_tier).copied()
    }
}

fn within(row: &RateRow, amount: Fen) -> Fen {
    let raised = row.floor.map_or(amount, |floor| amount.max(floor));
    row.cap.map_or(raised, |cap| raised.min(cap))
}

fn length(period: Period) -> u16 {
    let (first, last) = period.months();
    u16::try_from(last - first + 1).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reference::builtin;
    use crate::domain::reference::programme::RateKind;
    use crate::domain::roll::Person;
    use crate::domain::values::quantity::Rate;

    fn line(quantity: &str, rate: &str, months: Option<u16>) -> Line {
        let mut line = Line::new(1);
        line.householder = Person { name: "张三".into(), id: "140923198001010018".into() };
        line.quantity = Quantity::parse(quantity).ok();
        line.rate = Rate::parse(rate).ok();
        line.months = months;
        line.amount = Fen::of(line.rate.unwrap(), line.quantity.unwrap(), months).unwrap();
        line.paid_on = Some(jiff::civil::date(2026, 7, 1));
        line.source_row = 7;
        line
    }

    fn row(rate: &str, tier: Option<&str>, from: i16, to: Option<i16>) -> RateRow {
        let day = |year, month, day| jiff::civil::date(year, month, day);
        let from = Some(day(from, 1, 1));
        let to = to.map(|year| day(year, 12, 31));
        RateRow {
            tier: tier.map(str::to_owned),
            from,
            to,
            ..RateRow::of(Rate::parse(rate).unwrap())
        }
    }

    fn programme(kind: RateKind, rates: Vec<RateRow>) -> Programme {
        let mut programme = builtin::daixian().unwrap().programmes[0].clone();
        programme.rate_kind = kind;
        programme.rates = rates;
        programme
    }

    fn renewed(programme: &Programme, from: &str, to: &str, line: Line) -> Line {
        let period = |text: &str| Period::parse(text).unwrap();
        let division = DivisionCode::parse("140923104204").unwrap();
        Renewal {
            before: Some(programme),
            after: Some(programme),
            division,
            from: period(from),
            to: period(to),
        }
        .line(line)
    }

    fn sentence(line: &Line) -> (String, Option<u16>, i64) {
        (line.rate.map(|rate| rate.to_string()).unwrap_or_default(), line.months, line.amount.fen())
    }

    #[test]
    fn the_amount_follows_the_rate_that_is_valid_for_the_new_period() {
        let programme = programme(
            RateKind::Fixed,
            vec![row("67", None, 2016, Some(2026)), row("70.5", None, 2027, None)],
        );
        let next = renewed(&programme, "2026", "2027", line("2.35", "67", None));
        assert_eq!(sentence(&next), ("70.50".to_owned(), None, 16_568));
        assert_eq!(
            (next.paid_on, next.source_row, next.householder.name.as_str()),
            (None, 0, "张三")
        );
        assert_eq!(
            sentence(&renewed(&programme, "2025", "2026", line("2.35", "67", None))),
            ("67.00".to_owned(), None, 15_745)
        );
    }

    #[test]
    fn a_line_stays_in_its_tier() {
        let low = Some("80岁以上");
        let high = Some("100岁以上");
        let rates = vec![
            row("50", low, 2020, Some(2026)),
            row("300", high, 2020, Some(2026)),
            row("60", low, 2027, None),
            row("400", high, 2027, None),
        ];
        let programme = programme(RateKind::Tiered, rates);
        assert_eq!(
            sentence(&renewed(&programme, "2026", "2027", line("1", "300", Some(12)))),
            ("400.00".to_owned(), Some(12), 480_000)
        );
        let unknown = renewed(&programme, "2026", "2027", line("1", "55", Some(12)));
        assert_eq!(
            sentence(&unknown),
            ("55.00".to_owned(), Some(12), 66_000),
            "a rate of no tier is the clerk's to mend"
        );
    }

    #[test]
    fn months_of_a_whole_period_follow_and_others_are_the_clerks_to_say() {
        let programme = programme(RateKind::Fixed, vec![row("50", None, 2020, None)]);
        assert_eq!(
            sentence(&renewed(&programme, "2026H1", "2026Q3", line("1", "50", Some(6)))),
            ("50.00".to_owned(), Some(3), 15_000)
        );
        assert_eq!(
            sentence(&renewed(&programme, "2026H1", "2026Q3", line("1", "50", Some(2)))),
            ("50.00".to_owned(), None, 0)
        );
        assert_eq!(
            sentence(&renewed(&programme, "2026H1", "2026H2", line("1", "50", Some(2)))),
            ("50.00".to_owned(), Some(2), 10_000)
        );
    }

    #[test]
    fn a_cap_and_a_floor_hold_and_free_amounts_stay() {
        let rows = vec![RateRow { cap: Fen::parse("100").ok(), ..row("67", None, 2020, None) }];
        let capped = programme(RateKind::Fixed, rows);
        assert_eq!(renewed(&capped, "2026", "2027", line("2", "67", None)).amount.fen(), 10_000);
        let free = programme(RateKind::FreeAmount, vec![row("70", None, 2020, None)]);
        assert_eq!(
            sentence(&renewed(&free, "2026", "2027", line("2", "67", None))),
            ("67.00".to_owned(), None, 13_400)
        );
    }
}
