//! The edits of a draft, and the draft that follows from a base and its edits.
//!
//! [`apply`] is total: what cannot be done is passed over. Whoever takes an edit in asks
//! [`Edit::check`] first.
use super::edit_problem::EditProblem;
use super::finding::{Check, Finding, Level};
use super::{Field, Line};
use crate::domain::values::money::Fen;
use serde::{Deserialize, Serialize};

/// One change of a draft; a durable write each. The list of edits is the undo list.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// A cell gets a new text, see [`Field::put`].
    Set {
        /// The line's number.
        line: u32,
        /// Which cell.
        field: Field,
        /// What was typed.
        value: String,
    },
    /// A new empty line at the end.
    Insert {
        /// Its number: one more than the largest ever used.
        line: u32,
    },
    /// The line leaves the roll.
    Remove {
        /// Its number.
        line: u32,
    },
    /// Why a finding that needs a reason is right all the same.
    Explain {
        /// The check.
        check: Check,
        /// The lines meant.
        lines: Vec<u32>,
        /// The clerk's words.
        reason: String,
    },
}

impl std::fmt::Debug for Edit {
    /// Never shows a value: debug output reaches logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Set { line, field, .. } => write!(f, "Set({line}, {field:?})"),
            Self::Insert { line } => write!(f, "Insert({line})"),
            Self::Remove { line } => write!(f, "Remove({line})"),
            Self::Explain { check, lines, .. } => write!(f, "Explain({check:?}, {lines:?})"),
        }
    }
}

/// The clerk's reason for a finding; travels with the batch.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// The check.
    pub check: Check,
    /// The lines meant, ascending.
    pub lines: Vec<u32>,
    /// The clerk's words.
    pub reason: String,
}

impl std::fmt::Debug for Explanation {
    /// Never shows the reason: it may name people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Explanation({:?}, {:?})", self.check, self.lines)
    }
}

/// A roll as it stands after its edits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// The lines, in the roll's order.
    pub lines: Vec<Line>,
    /// The reasons given and still standing.
    pub explanations: Vec<Explanation>,
}

/// The draft after `edits`. With `computed` (fixed and tiered rates) a new quantity, rate or number
/// of months brings its amount along. A change of a line takes back the reasons that were given for
/// it.
#[must_use]
pub fn apply(base: &[Line], edits: &[Edit], computed: bool) -> Draft {
    let mut draft = Draft { lines: base.to_vec(), explanations: Vec::new() };
    for edit in edits {
        match edit {
            Edit::Set { line, field, value } => draft.set(*line, *field, value, computed),
            Edit::Insert { line } if draft.lines.iter().all(|there| there.no != *line) => {
                draft.lines.push(Line::new(*line));
            }
            Edit::Insert { .. } => {}
            Edit::Remove { line } => {
                draft.lines.retain(|there| there.no != *line);
                draft.explanations.retain(|given| !given.lines.contains(line));
            }
            Edit::Explain { check, lines, reason } => draft.explain(*check, lines, reason),
        }
    }
    draft
}

impl Draft {
    fn set(&mut self, no: u32, field: Field, value: &str, computed: bool) {
        let Some(line) = self.lines.iter_mut().find(|line| line.no == no) else { return };
        if field.put(line, value).is_err() {
            return;
        }
        if let (true, true, Some(rate), Some(quantity)) =
            (computed, field.moves_the_amount(), line.rate, line.quantity)
        {
            line.amount = Fen::of(rate, quantity, line.months).unwrap_or(line.amount);
        }
        self.explanations.retain(|given| !given.lines.contains(&no));
    }

    fn explain(&mut self, check: Check, lines: &[u32], reason: &str) {
        let mut lines = lines.to_vec();
        lines.sort_unstable();
        lines.dedup();
        self.explanations.retain(|given| given.check != check || given.lines != lines);
        if !reason.trim().is_empty() && !lines.is_empty() {
            self.explanations.push(Explanation { check, lines, reason: reason.trim().to_owned() });
        }
    }
}

impl Edit {
    /// Can this edit be taken by a draft whose lines are `lines`?
    ///
    /// # Errors
    /// See [`EditProblem`].
    pub fn check(&self, lines: &[Line]) -> Result<(), EditProblem> {
        let find = |no: u32| {
            lines.iter().find(|line| line.no == no).ok_or(EditProblem::NoSuchLine { line: no })
        };
        match self {
            Self::Set { line, field, value } => field.put(&mut find(*line)?.clone(), value),
            Self::Insert { line } if *line == 0 || find(*line).is_ok() => {
                Err(EditProblem::LineExists { line: *line })
            }
            Self::Insert { .. } => Ok(()),
            Self::Remove { line } => find(*line).map(|_| ()),
            Self::Explain { lines: meant, reason, .. } => {
                if meant.is_empty() || reason.trim().is_empty() {
                    return Err(EditProblem::NoReason);
                }
                if reason.chars().count() > 500 {
                    return Err(EditProblem::TooLong { longest: 500 });
                }
                meant.iter().try_for_each(|no| find(*no).map(|_| ()))
            }
        }
    }
}

/// The findings that still wait for a reason: they need one, and no explanation covers their check
/// and all their lines.
#[must_use]
pub fn open_findings<'a>(
    findings: &'a [Finding],
    explanations: &[Explanation],
) -> Vec<&'a Finding> {
    let covers = |finding: &Finding, given: &Explanation| {
        given.check == finding.check && finding.lines.iter().all(|no| given.lines.contains(no))
    };
    let is_open = |finding: &&Finding| {
        finding.level == Level::Explain && !explanations.iter().any(|given| covers(finding, given))
    };
    findings.iter().filter(is_open).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::people::name::NameProblem;
    use crate::domain::text::sentence::Sentence;
    use crate::domain::values::money::AmountError;

    fn set(line: u32, field: Field, value: &str) -> Edit {
        Edit::Set { line, field, value: value.to_owned() }
    }

    fn explain(lines: &[u32], reason: &str) -> Edit {
        Edit::Explain { check: Check::A09, lines: lines.to_vec(), reason: reason.to_owned() }
    }

    #[test]
    fn a_draft_is_its_base_and_its_edits_in_order() {
        let edits = [
            Edit::Insert { line: 3 },
            set(3, Field::Name, "张 三"),
            set(1, Field::Name, "李四"),
            Edit::Remove { line: 2 },
            set(1, Field::Name, "李五"),
        ];
        let draft = apply(&[Line::new(1), Line::new(2)], &edits, true);
        let names: Vec<_> =
            draft.lines.iter().map(|line| (line.no, line.householder.name.as_str())).collect();
        assert_eq!(names, [(1, "李五"), (3, "张三")]);
    }

    #[test]
    fn the_amount_follows_the_area_in_a_programme_with_a_rate_and_only_there() {
        let edits = [set(1, Field::Rate, "2.335"), set(1, Field::Quantity, "67")];
        assert_eq!(
            apply(&[Line::new(1)], &edits, true).lines[0].amount,
            Fen::parse("156.45").unwrap()
        );
        assert_eq!(apply(&[Line::new(1)], &edits, false).lines[0].amount, Fen::ZERO);
        let typed = [&edits[..], &[set(1, Field::Amount, "1")]].concat();
        assert_eq!(apply(&[Line::new(1)], &typed, true).lines[0].amount, Fen::parse("1").unwrap());
    }

    #[test]
    fn what_cannot_be_done_is_refused_before_and_passed_over_after() {
        let base = [Line::new(1)];
        let wrong = [
            (set(2, Field::Name, "张三"), EditProblem::NoSuchLine { line: 2 }),
            (Edit::Insert { line: 1 }, EditProblem::LineExists { line: 1 }),
            (Edit::Remove { line: 9 }, EditProblem::NoSuchLine { line: 9 }),
            (set(1, Field::Amount, "-3"), EditProblem::Amount(AmountError::Negative)),
            (set(1, Field::Name, "=1"), EditProblem::Name(NameProblem::Formula)),
            (explain(&[1], " "), EditProblem::NoReason),
            (explain(&[7], "查过"), EditProblem::NoSuchLine { line: 7 }),
        ];
        for (edit, problem) in wrong {
            assert_eq!(edit.check(&base), Err(problem));
            if !matches!(edit, Edit::Explain { .. }) {
                assert_eq!(apply(&base, &[edit], true).lines, base);
            }
        }
        assert_eq!(set(1, Field::Id, "身份证不全").check(&base), Ok(()));
    }

    #[test]
    fn a_finding_is_open_until_its_check_and_all_its_lines_have_a_reason() {
        let finding = Finding {
            check: Check::A09,
            level: Level::Explain,
            lines: vec![1, 2],
            field: None,
            sentence: Sentence::plain("finding-a09-card-luhn"),
        };
        let block = Finding { level: Level::Block, ..finding.clone() };
        let base = [Line::new(1), Line::new(2)];
        let open = |edits: &[Edit]| {
            open_findings(
                &[finding.clone(), block.clone()],
                &apply(&base, edits, true).explanations,
            )
            .len()
        };
        assert_eq!(open(&[]), 1);
        assert_eq!(open(&[explain(&[1], "存折")]), 1);
        assert_eq!(open(&[explain(&[2, 1], "存折")]), 0);
        assert_eq!(open(&[explain(&[2, 1], "存折"), explain(&[1, 2], "")]), 1);
    }

    #[test]
    fn a_changed_line_needs_its_reason_again() {
        let edits = [explain(&[1], "存折"), set(1, Field::Card, "101010101010")];
        assert_eq!(apply(&[Line::new(1)], &edits, true).explanations, []);
    }

    #[test]
    fn debug_output_holds_no_word_that_was_typed() {
        let edits = [set(1, Field::Name, "张三"), explain(&[1], "张三去世")];
        assert!(!format!("{edits:?} {:?}", apply(&[Line::new(1)], &edits, true)).contains('张'));
    }
}
