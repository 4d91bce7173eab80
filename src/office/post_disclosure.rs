//! 张贴: a disclosure is hung on a board.
use super::ActName;
use super::act::{Act, Done, Door, Outcome, Plan, Spec};
use super::allowed::by_entries;
use super::batch::Batch;
use super::decision::into_batch;
use super::facts::Facts;
use super::field::{FAR, Field, FieldKind, NEAR, ON};
use super::photos::Photos;
use super::target::{BatchRef, BoardRef, Target, TargetKind};
use super::values::{FieldError, Values};
use crate::domain::disclosure::Code;
use crate::domain::dossier::{Disclosed, Refusal};
use crate::domain::journal::Posted;
use crate::domain::reference::Reference;
use crate::domain::reference::calendar::notice_end;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;

/// What hangs where since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostDisclosure {
    /// Which batch.
    pub batch: BatchRef,
    /// Which of its disclosures; `None` = the newest that is live.
    pub code: Option<Code>,
    /// Where.
    pub board: BoardRef,
    /// The day; `None` = today.
    pub on: Option<Date>,
    /// Photos.
    pub photos: Photos,
}

pub(super) const BOARD: Field =
    Field::needed("board", FieldKind::Listed, "app-field-board", "cli-option-board")
        .called("BOARD");

impl Act for PostDisclosure {
    const SPEC: Spec = Spec {
        fields: &[
            BOARD,
            ON,
            NEAR,
            FAR,
            Field::open("code", FieldKind::Listed, "", "cli-option-post-code").called("CODE"),
        ],
        private: None,
        doors: &[Door::new(&["post"], TargetKind::Batch, "cli-help-post", "cli-json-posting")],
    };

    fn read(target: Target, values: &Values) -> Result<Self, FieldError> {
        Ok(Self {
            batch: target.batch(),
            code: values.choice("code", Code::parse)?,
            board: BoardRef { name: values.needed("board")?, seen: None },
            on: values.day("on")?,
            photos: Photos::of(values),
        })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let batch = facts.seen_batch(&self.batch)?;
        by_entries(facts, ActName::Post, &batch, None)?;
        let known = facts.seen_board(&self.board)?;
        let disclosed = match &self.code {
            Some(code) => batch.dossier.disclosure(code).ok_or(Refusal::NoSuchDisclosure)?,
            None => batch.dossier.live_disclosure().ok_or(Refusal::NotPublished)?,
        };
        let on = self.on.unwrap_or_else(|| facts.today());
        let (photos, blobs) = self.photos.taken(facts)?;
        let through = through(facts.reference(), &batch, disclosed, on)?;
        known.board.takes(batch.draft.key.division, on)?;
        let body = Posted {
            board: known.subject,
            code: disclosed.body.code.clone(),
            on,
            through,
            photos,
            rules: facts.rules().filter(|_| through.is_some()),
        };
        Ok(into_batch(&batch, body, blobs)?)
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        let posting = done.batches().next().and_then(|dossier| dossier.postings.last());
        let Some((on, through)) = posting.and_then(|there| Some((there.on, there.through?))) else {
            let key = Sentence::plain("runtime-result-posted");
            return Outcome::new(key.with("board", &self.board.name), done);
        };
        let sentence = Sentence::plain("runtime-posted").with("through", through);
        Outcome::new(sentence.with("board", &self.board.name), done).counted(on, through, done)
    }
}

/// Last day of the notice as counted from a posting: its own days where it was late; `None` for a
/// result.
fn through(
    reference: &Reference,
    batch: &Batch,
    disclosed: &Disclosed,
    on: Date,
) -> Result<Option<Date>, Refusal> {
    let Some(notice) = disclosed.body.notice else { return Ok(None) };
    if on <= notice.from {
        return Ok(Some(notice.to));
    }
    let programme = reference.programme(&batch.draft.key.programme, disclosed.at.date());
    let rule = programme.ok_or(Refusal::UnknownProgramme)?.notice;
    let days = if disclosed.body.revision > 1 { rule.days_again() } else { rule.days };
    Ok(Some(notice_end(on, days, notice.day_kind, &reference.holidays).last))
}
