//! 张贴情况: which village has posted which disclosure, when and for how long; which boards nobody
//! looked at; who is silent.
//!
//! A view of dossiers and boards as of a day: nothing here is stored. Days are calendar days.
mod owed;

pub use owed::{Owed, is_reported, owed};

use crate::domain::board::{Board, BoardColumn, Condition};
use crate::domain::disclosure::{Code, DisclosureStage};
use crate::domain::dossier::{Disclosed, Dossier, Founding, Posting};
use crate::domain::journal::Subject;
use crate::domain::reference::division::DivisionCode;
use crate::domain::values::date::Date;
use crate::domain::values::period::Period;

/// What the report is made from.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The day.
    pub today: Date,
    /// Villages that ought to post, in the order of the report.
    pub villages: &'a [DivisionCode],
    /// All batches.
    pub dossiers: &'a [(Subject, Dossier)],
    /// All boards.
    pub boards: &'a [(Subject, Board)],
    /// Days between two inspections.
    pub inspect_days: u16,
    /// Days that a posting may stay up after its last day.
    pub grace_days: u16,
}

/// The report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// One for each disclosure that has to hang, hangs or hung, and for each that is owed and not
    /// published at all.
    pub rows: Vec<CoverageRow>,
    /// One for each board in use.
    pub boards: Vec<BoardRow>,
    /// Columns in which a village published nothing at all in the quarter: neither a posting nor
    /// 本期无事项.
    pub silent: Vec<Silent>,
    /// Villages without any board in use.
    pub boardless: Vec<DivisionCode>,
    /// Counts.
    pub totals: CoverageTotals,
}

/// One disclosure of one village, or the lack of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageRow {
    /// The village.
    pub division: DivisionCode,
    /// The batch.
    pub subject: Subject,
    /// The office's running number.
    pub label: String,
    /// Programme code.
    pub programme: String,
    /// Notice or result.
    pub stage: DisclosureStage,
    /// Its revision; of one that is owed the next.
    pub revision: u32,
    /// Its code; `None` = it is owed and not published at all.
    pub code: Option<Code>,
    /// Boards on which it has to hang.
    pub required: u32,
    /// Boards on which it hangs or hung.
    pub posted: u32,
    /// The day on which the last of them was posted.
    pub posted_on: Option<Date>,
    /// By how many days it was hung or published after its day; 0 = it is not late.
    pub late_days: u32,
    /// The day on which the last of them came down.
    pub down_on: Option<Date>,
    /// Was that in time?
    pub down: DownState,
    /// Boards whose recall nobody has confirmed.
    pub recalls_open: u32,
    /// What is owed, where it is not published at all.
    pub owed: Option<Owed>,
}

/// How a posting ended, or why it has not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DownState {
    /// 未张贴
    NotPosted,
    /// 在贴: its time is not over, or only just.
    Hanging,
    /// 按时
    InTime,
    /// 提前, by so many days.
    Early(u32),
    /// 迟, by so many days.
    Late(u32),
    /// 应撤未撤, since so many days.
    Overdue(u32),
    /// 撤回: it came down by recall, or must.
    Recalled,
}

/// One board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardRow {
    /// The board.
    pub subject: Subject,
    /// The village.
    pub division: DivisionCode,
    /// E.g. `村委会门口栏`.
    pub name: String,
    /// Day and condition of the last inspection.
    pub inspected: Option<(Date, Condition)>,
    /// Nobody looked for longer than the county allows.
    pub overdue: bool,
    /// What hangs there now.
    pub hanging: u32,
}

/// A column in which a village published nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silent {
    /// The village.
    pub division: DivisionCode,
    /// The column.
    pub column: BoardColumn,
    /// The quarter.
    pub period: Period,
}

/// Counts of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CoverageTotals {
    /// Disclosures in the report that are published.
    pub disclosures: u32,
    /// Posted on every board on which they had to hang.
    pub complete: u32,
    /// Published, and on no board at all.
    pub unposted: u32,
    /// Posted late somewhere, published late, or still owed after its last day.
    pub late: u32,
    /// Taken down too early somewhere.
    pub early_down: u32,
    /// Taken down too late, or hanging too long.
    pub late_down: u32,
    /// Recall orders that nobody has confirmed.
    pub recalls_open: u32,
    /// Boards that nobody looked at in time.
    pub boards_overdue: u32,
    /// Villages without any board.
    pub villages_without_board: u32,
    /// Owed and not published at all, due or not yet due.
    pub unpublished: u32,
}

/// The report of a day.
#[must_use]
pub fn coverage(seen: Seen<'_>) -> Coverage {
    let mut rows: Vec<CoverageRow> = Vec::new();
    for (subject, dossier) in seen.dossiers {
        let Some(founding) = &dossier.founding else { continue };
        if seen.villages.contains(&founding.key.division) {
            let shown = dossier.disclosures.iter().filter(|disclosed| concerns(dossier, disclosed));
            rows.extend(shown.map(|disclosed| row(seen, *subject, dossier, disclosed, founding)));
            rows.extend(
                owed(dossier).map(|owed| owed_row(seen, *subject, dossier, founding, owed)),
            );
        }
    }
    let order = |code: DivisionCode| seen.villages.iter().position(|village| *village == code);
    rows.sort_by(|a, b| {
        (order(a.division), &a.label, a.revision).cmp(&(order(b.division), &b.label, b.revision))
    });
    let boards: Vec<BoardRow> = seen
        .boards
        .iter()
        .filter_map(|(subject, board)| board_row(seen, *subject, board))
        .collect();
    let has_board = |village: &DivisionCode| boards.iter().any(|board| board.division == *village);
    let boardless: Vec<DivisionCode> =
        seen.villages.iter().copied().filter(|village| !has_board(village)).collect();
    let totals = totals(&rows, &boards, &boardless);
    Coverage { rows, boards, silent: silent(seen), boardless, totals }
}

/// Live ones have to hang; replaced and withdrawn ones only count if they ever hung.
fn concerns(dossier: &Dossier, disclosed: &Disclosed) -> bool {
    disclosed.live || dossier.postings.iter().any(|posting| posting.code == disclosed.body.code)
}

fn row(
    seen: Seen<'_>,
    subject: Subject,
    dossier: &Dossier,
    disclosed: &Disclosed,
    founding: &Founding,
) -> CoverageRow {
    let division = founding.key.division;
    let code = &disclosed.body.code;
    let postings: Vec<&Posting> =
        dossier.postings.iter().filter(|posting| posting.code == *code).collect();
    let due = disclosed.body.notice.map_or(disclosed.at.date(), |notice| notice.from);
    let required: Vec<Subject> = boards_of(seen, division, due).collect();
    let mut on: Vec<Subject> = postings.iter().map(|posting| posting.board).collect();
    on.sort_unstable();
    on.dedup();
    let posted_on = postings.iter().map(|posting| posting.on).max();
    let missing = disclosed.live && required.iter().any(|board| !on.contains(board));
    let reached = if missing { Some(seen.today) } else { posted_on };
    let last = deadline(dossier, disclosed);
    let late_from = last.map_or(due, |last| last.min(due));
    let published_late = last.map_or(0, |last| days(last, disclosed.at.date()));
    let recalls = dossier.recalls().filter(|recall| recall.posting.code == *code).count();
    CoverageRow {
        division,
        subject,
        label: founding.label.clone(),
        programme: disclosed.body.key.programme.clone(),
        stage: disclosed.body.stage,
        revision: disclosed.body.revision,
        code: Some(code.clone()),
        required: count(required.len()),
        posted: count(on.len()),
        posted_on,
        late_days: reached.map_or(0, |day| days(late_from, day)).max(published_late),
        down_on: postings
            .iter()
            .filter_map(|posting| posting.down.as_ref())
            .map(|down| down.on)
            .max(),
        down: down_state(seen, dossier, disclosed, &postings),
        recalls_open: count(recalls),
        owed: None,
    }
}

/// The last day for publishing it: the first result of a paid batch has one.
fn deadline(dossier: &Dossier, disclosed: &Disclosed) -> Option<Date> {
    let is_first_result =
        disclosed.body.stage == DisclosureStage::Result && disclosed.body.revision == 1;
    dossier.booked().filter(|_| is_first_result).map(|booked| booked.body.result_due)
}

fn owed_row(
    seen: Seen<'_>,
    subject: Subject,
    dossier: &Dossier,
    Founding { key, label }: &Founding,
    owed: Owed,
) -> CoverageRow {
    CoverageRow {
        division: key.division,
        subject,
        label: label.clone(),
        programme: key.programme.clone(),
        stage: owed.stage,
        revision: dossier.next_revision(owed.stage),
        code: None,
        required: count(boards_of(seen, key.division, seen.today).count()),
        posted: 0,
        posted_on: None,
        late_days: owed.due.map_or(0, |due| days(due, seen.today)),
        down_on: None,
        down: DownState::NotPosted,
        recalls_open: 0,
        owed: Some(owed),
    }
}

/// Boards of a village in use on a day, on which subsidies belong: every column but the party's.
fn boards_of(seen: Seen<'_>, division: DivisionCode, day: Date) -> impl Iterator<Item = Subject> {
    let fits = move |board: &Board| {
        let described = board.described.as_ref().filter(|described| described.division == division);
        described.is_some_and(|described| {
            described.columns.iter().any(|column| *column != BoardColumn::Party)
        })
    };
    seen.boards
        .iter()
        .filter(move |(_, board)| fits(board) && board.is_used_on(day))
        .map(|(subject, _)| *subject)
}

/// The worst of its postings: hanging too long before early before late.
fn down_state(
    seen: Seen<'_>,
    dossier: &Dossier,
    disclosed: &Disclosed,
    postings: &[&Posting],
) -> DownState {
    let of_each = postings.iter().map(|posting| one_down(seen, dossier, disclosed, posting));
    of_each.max_by_key(|state| weight(*state)).unwrap_or(DownState::NotPosted)
}

const fn weight(state: DownState) -> (u8, u32) {
    match state {
        DownState::NotPosted => (0, 0),
        DownState::InTime => (1, 0),
        DownState::Hanging => (2, 0),
        DownState::Late(days) => (3, days),
        DownState::Early(days) => (4, days),
        DownState::Overdue(days) => (5, days),
        DownState::Recalled => (6, 0),
    }
}

/// The first day on which it may be gone is the one after its last day.
fn one_down(
    seen: Seen<'_>,
    dossier: &Dossier,
    disclosed: &Disclosed,
    posting: &Posting,
) -> DownState {
    let recalled = dossier.recall_of(posting).map(|recall| recall.since);
    if recalled.is_some_and(|since| posting.down.as_ref().is_none_or(|down| since <= down.on)) {
        return DownState::Recalled;
    }
    let last = posting.through.or(disclosed.body.list_until);
    let Some(free) = last.and_then(|last| last.tomorrow().ok()) else { return DownState::Hanging };
    let grace = u32::from(seen.grace_days);
    match &posting.down {
        None if days(free, seen.today) > grace => DownState::Overdue(days(free, seen.today)),
        None => DownState::Hanging,
        Some(down) if down.on < free => DownState::Early(days(down.on, free)),
        Some(down) if days(free, down.on) > grace => DownState::Late(days(free, down.on)),
        Some(_) => DownState::InTime,
    }
}

fn board_row(seen: Seen<'_>, subject: Subject, board: &Board) -> Option<BoardRow> {
    let described = board.described.as_ref().filter(|_| board.is_used_on(seen.today))?;
    if !seen.villages.contains(&described.division) {
        return None;
    }
    let looked = board.inspected.map(|(on, _)| on).or(board.since)?;
    let hanging = seen.dossiers.iter().flat_map(|(_, dossier)| &dossier.postings);
    let hanging = hanging.filter(|posting| posting.board == subject && posting.hangs()).count();
    Some(BoardRow {
        subject,
        division: described.division,
        name: described.name.clone(),
        inspected: board.inspected,
        overdue: days(looked, seen.today) > u32::from(seen.inspect_days),
        hanging: count(hanging),
    })
}

/// Columns of boards in use without a posting or a word of 本期无事项 in the day's quarter.
fn silent(seen: Seen<'_>) -> Vec<Silent> {
    let quarter = (seen.today.month() + 2) / 3;
    let Ok(period) = Period::parse(&format!("{}Q{quarter}", seen.today.year())) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for &division in seen.villages {
        for &column in BoardColumn::ALL {
            let mut with = seen.boards.iter().filter(|(_, board)| {
                let described =
                    board.described.as_ref().filter(|described| described.division == division);
                described.is_some_and(|described| described.columns.contains(&column))
                    && board.is_used_on(seen.today)
            });
            let mut any = false;
            let spoke = with.any(|(subject, board)| {
                any = true;
                speaks(seen, *subject, board, column, period)
            });
            if any && !spoke {
                found.push(Silent { division, column, period });
            }
        }
    }
    found
}

/// A posting counts for the columns of subsidies: village affairs, finance and government, not for
/// the party's.
fn speaks(
    seen: Seen<'_>,
    subject: Subject,
    board: &Board,
    column: BoardColumn,
    quarter: Period,
) -> bool {
    let inside = |day: Date| quarter.start() <= day && day <= quarter.end();
    let body = board
        .nothing
        .iter()
        .any(|nothing| nothing.column == column && inside(nothing.period.start()));
    let mut postings = seen.dossiers.iter().flat_map(|(_, dossier)| &dossier.postings);
    body || (column != BoardColumn::Party
        && postings.any(|posting| posting.board == subject && inside(posting.on)))
}

fn totals(rows: &[CoverageRow], boards: &[BoardRow], boardless: &[DivisionCode]) -> CoverageTotals {
    let of = |is: &dyn Fn(&CoverageRow) -> bool| count(rows.iter().filter(|row| is(row)).count());
    CoverageTotals {
        disclosures: of(&|row| row.owed.is_none()),
        complete: of(&|row| row.required > 0 && row.posted >= row.required),
        unposted: of(&|row| row.owed.is_none() && row.posted == 0),
        late: of(&|row| row.late_days > 0),
        early_down: of(&|row| matches!(row.down, DownState::Early(_))),
        late_down: of(&|row| matches!(row.down, DownState::Late(_) | DownState::Overdue(_))),
        recalls_open: rows.iter().map(|row| row.recalls_open).sum(),
        boards_overdue: count(boards.iter().filter(|board| board.overdue).count()),
        villages_without_board: count(boardless.len()),
        unpublished: of(&|row| row.owed.is_some()),
    }
}

/// Calendar days from one day to a later one; 0 if it is not later.
fn days(from: Date, to: Date) -> u32 {
    from.until(to).ok().and_then(|span| u32::try_from(span.get_days()).ok()).unwrap_or(0)
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
