//! What an act is about, as a person names it, with what was on the screen when it was asked for.
use crate::domain::journal::{EntryId, Subject, SubjectKind};

/// How a person names a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BatchName {
    /// `D-12`
    Draft(u32),
    /// `B-7K3QX2MD-42`
    Batch(Subject),
    /// `140923104-2026-GD-0007`
    Label(String),
}

impl BatchName {
    /// Reads any of the three forms.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let text = text.trim();
        let draft = text
            .strip_prefix("D-")
            .or_else(|| text.strip_prefix("d-"))
            .and_then(|number| number.parse().ok());
        let batch =
            || Subject::parse(text).ok().filter(|subject| subject.kind == SubjectKind::Batch);
        draft
            .map(Self::Draft)
            .or_else(|| batch().map(Self::Batch))
            .unwrap_or_else(|| Self::Label(text.to_ascii_uppercase()))
    }
}

/// A batch that an act is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchRef {
    /// Which.
    pub name: BatchName,
    /// The heads that were on the screen; `None` = no screen: those of the moment of the act.
    pub seen: Option<Vec<EntryId>>,
}

/// A case of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRef {
    /// `140923104-2026-YY-0003`
    pub no: String,
    /// As in [`BatchRef`].
    pub seen: Option<Vec<EntryId>>,
}

/// A board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardRef {
    /// `W-7K3QX2MD-3` or `段村/村委会门口栏`
    pub name: String,
    /// As in [`BatchRef`].
    pub seen: Option<Vec<EntryId>>,
}

/// What an act is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Nothing that is there yet.
    Nothing,
    /// One batch.
    Batch(BatchRef),
    /// Several in one act.
    Batches(Vec<BatchRef>),
    /// A case.
    Case(CaseRef),
    /// A board.
    Board(BoardRef),
    /// A pay list, `L-7K3QX2MD-42`.
    PayList(String),
    /// An enquiry about no batch, `E-7K3QX2MD-3`.
    Enquiry(Subject),
}

/// What kind of thing an act is about; the command line makes its words behind the command of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetKind {
    /// [`Target::Nothing`]
    Nothing,
    /// [`Target::Batch`]
    Batch,
    /// [`Target::Batches`]
    Batches,
    /// [`Target::Case`]
    Case,
    /// [`Target::Board`]
    Board,
    /// [`Target::PayList`]
    PayList,
    /// [`Target::Batch`] or [`Target::Enquiry`]
    BatchOrEnquiry,
}

impl BatchRef {
    /// As a person names it, without a screen.
    #[must_use]
    pub fn named(text: &str) -> Self {
        Self { name: BatchName::parse(text), seen: None }
    }
}

impl Target {
    /// The one batch; [`BatchRef::named`] of nothing if the act is about something else, which the
    /// store does not know.
    #[must_use]
    pub fn batch(self) -> BatchRef {
        match self {
            Self::Batch(batch) => batch,
            Self::Batches(batches) => {
                batches.into_iter().next().unwrap_or_else(|| BatchRef::named(""))
            }
            Self::Nothing
            | Self::Case(_)
            | Self::Board(_)
            | Self::PayList(_)
            | Self::Enquiry(_) => BatchRef::named(""),
        }
    }

    /// The batches.
    #[must_use]
    pub fn batches(self) -> Vec<BatchRef> {
        match self {
            Self::Batches(batches) => batches,
            Self::Batch(batch) => vec![batch],
            Self::Nothing
            | Self::Case(_)
            | Self::Board(_)
            | Self::PayList(_)
            | Self::Enquiry(_) => Vec::new(),
        }
    }

    /// The case, likewise.
    #[must_use]
    pub fn case(self) -> CaseRef {
        if let Self::Case(case) = self { case } else { CaseRef { no: String::new(), seen: None } }
    }

    /// The board, likewise.
    #[must_use]
    pub fn board(self) -> BoardRef {
        if let Self::Board(board) = self {
            board
        } else {
            BoardRef { name: String::new(), seen: None }
        }
    }

    /// The pay list, likewise.
    #[must_use]
    pub fn pay_list(self) -> String {
        if let Self::PayList(list) = self { list } else { String::new() }
    }
}
