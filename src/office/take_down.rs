//! 撤下: a disclosure hangs there no longer. Under recall this is the confirmation, and needs a photo.
use super::ActName;
use super::act::{Act, Done, Door, Outcome, Plan, Spec};
use super::allowed::by_entries;
use super::batch::Batch;
use super::decision::into_batch;
use super::facts::Facts;
use super::field::{FAR, Field, FieldKind, NEAR, ON};
use super::photos::Photos;
use super::post_disclosure::BOARD;
use super::target::{BatchRef, BoardRef, Target, TargetKind};
use super::values::{FieldError, Values};
use crate::domain::disclosure::Code;
use crate::domain::dossier::{Posting, Refusal};
use crate::domain::journal::{EntryId, TakenDown};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;

/// What comes down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeDown {
    /// Which batch.
    pub batch: BatchRef,
    /// Which posting.
    pub posting: PostingRef,
    /// The day; `None` = today.
    pub on: Option<Date>,
    /// Photos of the empty place.
    pub photos: Photos,
}

/// How a posting is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PostingRef {
    /// By its entry.
    Entry(EntryId),
    /// By where it hangs, and which disclosure it shows.
    On {
        /// The board.
        board: BoardRef,
        /// Which of the batch's disclosures; `None` = what is under recall, else what hangs.
        code: Option<Code>,
        /// What is not under recall stays up.
        recalled_only: bool,
    },
}

const RECALLED: &str = "recalled";

impl Act for TakeDown {
    const SPEC: Spec = Spec {
        fields: &[
            ON,
            NEAR,
            FAR,
            Field { label: "", ..BOARD },
            Field::open("code", FieldKind::Listed, "", "cli-option-down-code").called("CODE"),
        ],
        private: None,
        doors: &[
            Door::new(&["takedown"], TargetKind::Batch, "cli-help-takedown", "cli-json-posting"),
            Door {
                preset: &[(RECALLED, super::values::YES)],
                ..Door::new(
                    &["recall", "confirm"],
                    TargetKind::Batch,
                    "cli-help-recall-confirm",
                    "cli-json-posting",
                )
            },
        ],
    };

    fn read(target: Target, values: &Values) -> Result<Self, FieldError> {
        let posting = match values.choice("posting", EntryId::parse)? {
            Some(entry) => PostingRef::Entry(entry),
            None => PostingRef::On {
                board: BoardRef { name: values.needed("board")?, seen: None },
                code: values.choice("code", Code::parse)?,
                recalled_only: values.switch(RECALLED),
            },
        };
        let photos = Photos::of(values);
        Ok(Self { batch: target.batch(), posting, on: values.day("on")?, photos })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let batch = facts.seen_batch(&self.batch)?;
        by_entries(facts, ActName::TakeDown, &batch, None)?;
        let posting = match &self.posting {
            PostingRef::Entry(entry) => *entry,
            PostingRef::On { board, code, recalled_only } => {
                let board = facts.seen_board(board)?.subject;
                let is_meant = |there: &Posting| {
                    there.board == board && code.as_ref().is_none_or(|code| *code == there.code)
                };
                hanging(&batch, is_meant, *recalled_only)?.entry
            }
        };
        let (photos, blobs) = self.photos.taken(facts)?;
        let on = self.on.unwrap_or_else(|| facts.today());
        Ok(into_batch(&batch, TakenDown { posting, on, photos }, blobs)?)
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        Outcome::new(Sentence::plain("runtime-taken-down"), done)
    }
}

/// What hangs there under recall goes first; else the oldest posting.
fn hanging(
    batch: &Batch,
    is_meant: impl Fn(&Posting) -> bool,
    recalled_only: bool,
) -> Result<&Posting, Refusal> {
    let recalled = batch.dossier.recalls().map(|recall| recall.posting);
    if let Some(posting) = recalled.into_iter().find(|posting| is_meant(posting)) {
        return Ok(posting);
    }
    if recalled_only {
        return Err(Refusal::NotRecalled);
    }
    let mut there = batch.dossier.postings.iter().filter(|posting| posting.hangs());
    there.find(|posting| is_meant(posting)).ok_or(Refusal::NotPosted)
}
