//! What a form is for: an act of the office, or one of the few things that write nothing into the
//! journal and have fields of their own.
use crate::app::effect::Effect;
use crate::app::paper::Paper;
use crate::app::screen_target::ScreenTarget;
use crate::app::views::BatchId;
use crate::domain::roll::Edit;
use crate::domain::roll::finding::Check;
use crate::office::field::{Field, FieldKind, REASON};
use crate::office::{ActName, FieldError, Target, Values};

/// What a form is for.
#[derive(Debug, Clone)]
pub enum FormKind {
    /// An act, and what it is about.
    Act {
        /// Which act.
        act: ActName,
        /// About what.
        target: Target,
    },
    /// Why a finding is right all the same.
    Explain {
        /// The draft.
        batch: BatchId,
        /// The check.
        check: Check,
        /// The lines meant.
        lines: Vec<u32>,
    },
    /// Write a paper into a file.
    Paper(Paper),
    /// Write a paper as a file or, by the file's ending, as a sheet.
    PaperOrSheet(Paper),
    /// Write papers into a folder.
    Papers(Paper),
    /// 政策明白卡, of one programme or of all.
    PolicyCards,
    /// Write the site.
    Site,
    /// Write a pay list's files.
    Export(String),
    /// The rules of another day.
    RuleDay,
    /// A county's reference set: look, or take in.
    Reference,
}

/// What complete entries lead to.
#[derive(Debug)]
pub enum Ready {
    /// Something to be done.
    Order(Effect),
    /// Another screen in place of this one.
    Go(ScreenTarget),
}

/// What the field `TAKE_IN` holds when the set is to be taken in.
pub const TO_TAKE_IN: &str = "take-in";

const FILE: Field = Field::needed("file", FieldKind::Text, "app-field-file", "");
const FILE_OR_SHEET: Field = Field { label: "app-field-file-or-sheet", ..FILE };
const FOLDER: Field = Field::needed("folder", FieldKind::Text, "app-field-folder", "");
const PROGRAMME: Field = Field::open("programme", FieldKind::Text, "app-field-card-programme", "");
const DAY: Field = Field::needed("day", FieldKind::OpenDay, "app-field-day", "");
const TAKE_IN: Field = Field::open(
    "reference",
    FieldKind::Choice(&[("look", "app-reference-look"), (TO_TAKE_IN, "app-reference-take-in")]),
    "app-field-reference",
    "",
);

impl FormKind {
    /// What it asks.
    #[must_use]
    pub const fn fields(&self) -> &'static [Field] {
        match self {
            Self::Act { act, .. } => act.spec().fields,
            Self::Explain { .. } => &[REASON],
            Self::Paper(_) => &[FILE],
            Self::PaperOrSheet(_) => &[FILE_OR_SHEET],
            Self::Papers(_) | Self::Site | Self::Export(_) => &[FOLDER],
            Self::PolicyCards => &[PROGRAMME, FILE],
            Self::RuleDay => &[DAY],
            Self::Reference => &[FOLDER, TAKE_IN],
        }
    }

    /// What the entries lead to.
    ///
    /// # Errors
    /// The first field that cannot be used.
    pub fn ready(&self, values: &Values) -> Result<Ready, FieldError> {
        let effect = match self {
            Self::Act { act, target } => Effect::Perform(act.read(target.clone(), values)?),
            Self::Explain { batch, check, lines } => {
                let reason = values.needed("reason")?;
                let edit = Edit::Explain { check: *check, lines: lines.clone(), reason };
                Effect::Edit { batch: batch.clone(), edit }
            }
            Self::Paper(paper) | Self::PaperOrSheet(paper) => {
                Effect::Paper { paper: paper.clone(), path: values.needed("file")? }
            }
            Self::Papers(paper) => {
                Effect::Paper { paper: paper.clone(), path: values.needed("folder")? }
            }
            Self::PolicyCards => {
                let paper = Paper::PolicyCards(values.text("programme").to_owned());
                Effect::Paper { paper, path: values.needed("file")? }
            }
            Self::Site => Effect::BuildSite { folder: values.needed("folder")? },
            Self::Export(pay_list) => {
                Effect::Export { pay_list: pay_list.clone(), folder: values.needed("folder")? }
            }
            Self::RuleDay => return Ok(Ready::Go(ScreenTarget::RuleBook(values.day("day")?))),
            Self::Reference => {
                let take_in = values.text("reference") == TO_TAKE_IN;
                Effect::Reference { folder: values.needed("folder")?, take_in }
            }
        };
        Ok(Ready::Order(effect))
    }
}
