//! 村务公开栏: a board of a village, folded from its entries, and the photos that show what hung
//! there.
use super::date::Date;
use super::division::DivisionCode;
use super::dossier::{Event, FoldEntry, Past, Refusal, permits};
use super::hash::Hash;
use super::journal::{BoardDescribed, Body, EntryId, NothingToReport};
use super::order::{self, Ordered};
use super::sentence::Spoken;
use super::word_list::words;
use serde::{Deserialize, Serialize};

words! {
    /// What kind of board.
    BoardKind {
        /// 固定栏
        Fixed = "fixed" => "board-kind-fixed",
        /// 电子屏
        Screen = "screen" => "board-kind-screen",
        /// 公共查阅点
        QueryPoint = "query-point" => "board-kind-query-point",
        /// 网页栏目
        Web = "web" => "board-kind-web",
    }
}

words! {
    /// A column of the board.
    BoardColumn {
        /// 党务
        Party = "party" => "board-column-party",
        /// 政务
        Government = "government" => "board-column-government",
        /// 村务
        Village = "village" => "board-column-village",
        /// 财务
        Finance = "finance" => "board-column-finance",
    }
}

words! {
    /// What a board was like when somebody looked.
    Condition {
        /// 完好
        Good = "good" => "condition-good",
        /// 破损
        Damaged = "damaged" => "condition-damaged",
        /// 看不清
        Unreadable = "unreadable" => "condition-unreadable",
        /// 不在原处
        Missing = "missing" => "condition-missing",
    }
}

/// A photo, without its metadata.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Blob with the picture.
    pub content: Hash,
    /// Near or far.
    pub view: PhotoView,
}

words! {
    /// 近景 or 远景.
    PhotoView {
        /// 近景: the sheet can be read.
        Near = "near" => "photo-near",
        /// 远景: the board and where it stands.
        Far = "far" => "photo-far",
    }
}

/// A board as folded from its entries.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Board {
    /// Entries that nobody has answered yet, sorted. First in the row: a view with other heads is
    /// stale.
    pub heads: Vec<EntryId>,
    /// Entries that were seen by their authors and are missing here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<EntryId>,
    /// Its particulars; the last description in fold order holds.
    pub described: Option<BoardDescribed>,
    /// The day from which it was used: as confirmed, else the date on which the first description
    /// was written.
    pub since: Option<Date>,
    /// Day and condition of the last inspection.
    pub inspected: Option<(Date, Condition)>,
    /// 本期无事项, in fold order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nothing: Vec<NothingToReport>,
    /// The day on which it was given up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired_on: Option<Date>,
    /// Everything that happened, in fold order.
    pub history: Vec<Event>,
}

impl Board {
    /// Is it in use on `day`?
    #[must_use]
    pub fn is_used_on(&self, day: Date) -> bool {
        self.since.is_some_and(|since| since <= day)
            && self.retired_on.is_none_or(|retired| day < retired)
    }

    /// May a disclosure of `village` have been hung here on `day`?
    ///
    /// # Errors
    /// It stands elsewhere, was not in use yet, or had been given up.
    pub fn takes(&self, village: DivisionCode, day: Date) -> Result<(), Refusal> {
        if self.described.as_ref().is_none_or(|described| described.division != village) {
            return Err(Refusal::BoardElsewhere);
        }
        match self.since {
            Some(since) if day < since => Err(Refusal::BoardNotYet(since)),
            _ if self.is_used_on(day) => Ok(()),
            _ => Err(Refusal::BoardRetired),
        }
    }
}

/// The board of `entries`, which may come in any order. Two terminals that describe a board apart
/// do not conflict: the later in fold order holds, nobody's money hangs on it.
#[must_use]
pub fn fold_board(mut entries: Vec<FoldEntry>) -> Board {
    entries.sort_by_key(|entry| entry.id);
    entries.dedup_by(|a, b| a.id == b.id);
    let Ordered { order, heads, gaps, .. } = order::of(&entries);
    let mut board = Board::default();
    for place in order {
        let Some(entry) = entries.get(place) else { continue };
        let refused = permits(Past::Board(&board), &entry.body, entry.known.as_ref()).err();
        let without_effect = refused.as_ref().map(|refusal| refusal.sentence().key.to_owned());
        board.history.push(Event {
            entry: entry.id,
            kind: entry.kind.clone(),
            author: entry.author,
            at: entry.at,
            without_effect,
        });
        if refused.is_none() {
            evolve(&mut board, entry);
        }
    }
    Board { heads, gaps, ..board }
}

fn evolve(board: &mut Board, entry: &FoldEntry) {
    if let Body::BoardDescribed(said) = &entry.body {
        board.since = said.since.or(board.since).or_else(|| Some(entry.at.date()));
        board.described = Some(said.clone());
    } else if let Body::BoardInspected(said) = &entry.body {
        let newer = board.inspected.is_none_or(|(on, _)| on <= said.on);
        board.inspected = if newer { Some((said.on, said.condition)) } else { board.inspected };
    } else if let Body::NothingToReport(said) = &entry.body {
        board.nothing.push(said.clone());
    } else if let Body::BoardRetired(said) = &entry.body {
        board.retired_on = Some(said.on);
    }
}

/// What only a board's own past can refuse; roles and kinds stand in the table.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the table lets only these kinds through; a new one is refused"
)]
pub(super) fn further(board: &Board, body: &Body) -> Result<(), Refusal> {
    let is_new = board.described.is_none();
    match body {
        Body::BoardDescribed(said) => {
            if board.described.as_ref().is_some_and(|known| known.division != said.division) {
                return Err(Refusal::Misfit);
            }
            if said.columns.is_empty() || said.name.is_empty() {
                Err(Refusal::BoardWords)
            } else {
                still_used(board)
            }
        }
        Body::NothingToReport(said) => {
            let columns =
                board.described.as_ref().map(|known| known.columns.as_slice()).unwrap_or_default();
            let known = board
                .nothing
                .iter()
                .any(|there| there.column == said.column && there.period == said.period);
            if known {
                return Err(Refusal::AlreadySaid);
            }
            if columns.contains(&said.column) {
                still_used(board)
            } else {
                Err(Refusal::NoSuchColumn)
            }
        }
        _ if is_new => Err(Refusal::NothingThere),
        _ => still_used(board),
    }
}

fn still_used(board: &Board) -> Result<(), Refusal> {
    if board.retired_on.is_some() { Err(Refusal::BoardRetired) } else { Ok(()) }
}
