//! 新建花名册: a roll without a file: empty, from last season's, or from another batch.
use super::act::{Act, Demand, Done, Door, Outcome, Plan, PlannedDraft, Spec};
use super::batch::Batch;
use super::edit_draft::clerks_only;
use super::facts::Facts;
use super::field::{Field, FieldKind};
use super::target::{BatchRef, Target, TargetKind};
use super::values::{FieldError, Values};
use crate::domain::dossier::Refusal;
use crate::domain::reference::division::Level;
use crate::domain::roll::{BatchKind, Renewal, RollKey};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::period::Period;

/// A roll to be begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewRoll {
    /// From its programme, village and period.
    Typed {
        /// Code, name or alias.
        programme: String,
        /// The village, by name or code.
        village: String,
        /// What is paid for.
        period: Period,
        /// Normal or arrears.
        kind: BatchKind,
        /// Begin with the lines of the last batch of the same programme and village.
        from_last: bool,
    },
    /// For another period, from a batch.
    From {
        /// The batch to copy.
        batch: BatchRef,
        /// The new period.
        period: Period,
    },
}

const FROM: Field =
    Field::open("from", FieldKind::Listed, "", "cli-option-from-batch").called("BATCH");
const PERIOD: Field =
    Field::needed("period", FieldKind::Period, "app-field-period", "cli-option-period");
const KINDS: &[(&str, &str)] = &[("normal", "app-kind-normal"), ("arrears", "app-kind-arrears")];

impl Act for NewRoll {
    const SPEC: Spec = Spec {
        fields: &[
            Field::open(
                "programme",
                FieldKind::Text,
                "app-field-import-programme",
                "cli-option-new-programme",
            )
            .called("CODE"),
            Field::open(
                "division",
                FieldKind::Text,
                "app-field-import-village",
                "cli-option-new-division",
            )
            .called("CODE"),
            PERIOD,
            Field::open("kind", FieldKind::Choice(KINDS), "app-field-kind", "cli-option-kind")
                .called("KIND"),
            Field::open(
                "from-last",
                FieldKind::Switch { no: "app-begin-empty", yes: "app-begin-last" },
                "app-field-begin",
                "cli-option-from-last",
            ),
            FROM,
        ],
        private: None,
        doors: &[Door {
            demand: Demand::OneOf(&[&["from"], &["programme", "division", "kind", "from-last"]]),
            ..Door::new(
                &["roll", "new"],
                TargetKind::Nothing,
                "cli-help-roll-new",
                "cli-json-roll-new",
            )
        }],
    };

    fn read(target: Target, values: &Values) -> Result<Self, FieldError> {
        let period = values.period("period")?;
        let named = values.given("from").map(|name| BatchRef::named(&name));
        let batch = if let Target::Batch(batch) = target { Some(batch) } else { named };
        if let Some(batch) = batch {
            return Ok(Self::From { batch, period });
        }
        let kind = |word: &str| match word {
            "normal" | "正常" => Some(BatchKind::Normal),
            "arrears" | "补发" => Some(BatchKind::Arrears),
            _ => None,
        };
        Ok(Self::Typed {
            programme: values.needed("programme")?,
            village: values.needed("division")?,
            period,
            kind: values.choice("kind", kind)?.unwrap_or_default(),
            from_last: values.switch("from-last"),
        })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        clerks_only(facts)?;
        match self {
            Self::From { batch, period } => {
                let batch = facts.seen_batch(batch)?;
                let key = &batch.draft.key;
                let key = RollKey::normal(key.programme.clone(), key.division, *period);
                renewed(facts, &batch, key)
            }
            Self::Typed { programme, village, period, kind, from_last } => {
                let key = typed_key(facts, programme, village, *period, *kind)?;
                if !from_last {
                    let source = "typed".to_owned();
                    return Ok(draft(PlannedDraft { key, lines: Vec::new(), source }));
                }
                let last = last_of(facts, &key)?.ok_or(Refusal::NoEarlierBatch)?;
                renewed(facts, &last, key)
            }
        }
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        let lines = done.draft.as_ref().map_or(0, |draft| draft.totals.lines);
        let sentence = Sentence::plain("runtime-renewed").with("lines", lines);
        Outcome {
            draft: done.draft.as_ref().map(|draft| draft.number),
            ..Outcome::new(sentence, done)
        }
    }
}

fn typed_key<F: Facts>(
    facts: &F,
    programme: &str,
    village: &str,
    period: Period,
    kind: BatchKind,
) -> Result<RollKey, F::Error> {
    let reference = facts.reference();
    let programme = reference.programme_named(programme).ok_or(Refusal::UnknownProgramme)?;
    let division = reference
        .place_named(village, facts.today())
        .filter(|division| division.level() == Level::Village)
        .filter(|division| reference.division(*division, period.start()).is_some());
    let division = division.ok_or(Refusal::UnknownDivision)?;
    Ok(RollKey { programme: programme.code.clone(), division, period, kind })
}

/// The batch's rows as they would stand in the new period: its rates, ages and places.
fn renewed<F: Facts>(facts: &F, batch: &Batch, key: RollKey) -> Result<Plan, F::Error> {
    let from = batch.draft.key.period;
    let reference = facts.reference();
    let before = reference.programme(&key.programme, from.start());
    let after = reference.programme(&key.programme, key.period.start());
    let renewal = Renewal { before, after, division: key.division, from, to: key.period };
    let lines = facts.rows(batch)?.lines.into_iter().map(|line| renewal.line(line)).collect();
    Ok(draft(PlannedDraft { lines, source: batch.name(), key }))
}

/// The latest batch of the same programme and village; one that pays for the usual before arrears
/// and corrections.
fn last_of<F: Facts>(facts: &F, key: &RollKey) -> Result<Option<Batch>, F::Error> {
    let same = |earlier: &RollKey| {
        earlier.programme == key.programme && earlier.division == key.division && earlier != key
    };
    let batches = facts.batches()?.into_iter().filter(|batch| same(&batch.draft.key));
    Ok(batches.max_by_key(|batch| {
        let key = &batch.draft.key;
        (key.kind.is_normal(), key.period.start(), batch.draft.number)
    }))
}

fn draft(planned: PlannedDraft) -> Plan {
    Plan::Draft(Box::new(planned))
}
