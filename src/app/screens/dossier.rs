//! 始末: everything that happened to one batch (disclosures, postings, cases, entries), and the
//! later acts on it.
use crate::app::command::Command;
use crate::app::dialogs::PageText;
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::openings::{batches, cases, papers, publications};
use crate::app::paper::Paper;
use crate::app::readiness::Readiness;
use crate::app::screen_target::ScreenTarget;
use crate::app::views::{
    BatchId, CaseRow, DisclosedRow, DossierView, EventRow, PostingRow, RowsState,
};
use crate::app::world::{World, moved};
use crate::domain::disclosure::DisclosureStage;
use crate::domain::text::sentence::Sentence;

/// The screen.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// Which batch.
    pub batch: BatchId,
    /// What happened, once it came.
    pub view: Option<DossierView>,
    /// The chosen item.
    pub cursor: usize,
}

/// One thing that happened.
#[derive(Debug, Clone, Copy)]
pub enum DossierItem<'a> {
    /// A disclosure; the newest first.
    Disclosed(&'a DisclosedRow),
    /// A posting; the newest first.
    Posting(&'a PostingRow),
    /// A case.
    Case(&'a CaseRow),
    /// An entry of the journal, oldest first.
    Event(&'a EventRow),
}

impl Dossier {
    /// Of one batch.
    #[must_use]
    pub const fn of(batch: BatchId) -> Self {
        Self { batch, view: None, cursor: 0 }
    }

    pub(super) fn load(&self, world: &mut World) {
        world.requests.ask(Effect::ShowDossier(self.batch.clone()));
    }

    /// The view came.
    pub fn arrived(&mut self, view: DossierView) {
        self.view = Some(view);
        self.cursor = self.cursor.min(self.items().len().saturating_sub(1));
    }

    /// What there is, in order.
    #[must_use]
    pub fn items(&self) -> Vec<DossierItem<'_>> {
        let Some(view) = &self.view else { return Vec::new() };
        let disclosed = view.disclosures.iter().rev().map(DossierItem::Disclosed);
        let postings = view.postings.iter().rev().map(DossierItem::Posting);
        let rest = view
            .cases
            .iter()
            .map(DossierItem::Case)
            .chain(view.events.iter().map(DossierItem::Event));
        disclosed.chain(postings).chain(rest).collect()
    }

    /// The rules say what may be done; some acts want something chosen as well.
    #[must_use]
    pub fn readiness(&self, command: Command) -> Readiness {
        let Some(view) = &self.view else {
            return Readiness::if_so(command.act().is_none(), "app-loading");
        };
        let live = |row: &&DisclosedRow| row.live;
        let items = self.items();
        let chosen = items.get(self.cursor).copied();
        match (command, chosen) {
            (Command::TakeDown, Some(DossierItem::Posting(row))) => {
                Readiness::to(command, &row.possible)
            }
            (Command::TakeDown, _) => Readiness::No(Sentence::plain("app-choose-posting")),
            (Command::Post, _) => Readiness::to(command, &view.possible)
                .and(Readiness::if_so(!view.boards.is_empty(), "app-no-board")),
            (Command::WithdrawDisclosure, _) => {
                let there = to_withdraw(view, chosen).is_some();
                Readiness::to(command, &view.possible)
                    .and(Readiness::if_so(there, "app-choose-disclosure"))
            }
            (Command::Poster, _) => {
                Readiness::if_so(view.disclosures.iter().any(|row| row.live), "app-not-yet-public")
            }
            (Command::CorrectionNotice, _) => {
                let mut live = view.disclosures.iter().filter(live);
                Readiness::if_so(live.any(|row| row.changed.is_some()), "app-not-corrected")
            }
            (other, _) => Readiness::to(other, &view.possible),
        }
    }

    /// Nobody has looked at its rows.
    #[must_use]
    pub fn unchecked_in_sight(&self) -> Vec<RowsState> {
        let view = self.view.iter().filter(|view| view.possible.lacks_a_look());
        view.map(|view| RowsState { seen: view.seen.clone(), edits: view.edits }).collect()
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        let Some(view) = &self.view else {
            return if command == Command::Back { Go::Back } else { Go::Stay };
        };
        let items = self.items();
        match command {
            Command::Back => Go::Back,
            Command::Open => items.get(self.cursor).map_or(Go::Stay, open),
            Command::PublishNext => publications::next(view),
            Command::Post => post(view, items.get(self.cursor).copied()),
            Command::TakeDown => take_down(view, items.get(self.cursor).copied()),
            Command::WithdrawDisclosure => to_withdraw(view, items.get(self.cursor).copied())
                .map_or(Go::Stay, |row| publications::withdraw(view, row)),
            Command::Register => cases::raise(Some((&view.seen, &view.title)), None),
            Command::Poster => {
                paper(Paper::Poster(self.batch.clone()), view, "app-title-poster", "poster.pdf")
            }
            Command::CorrectionNotice => paper(
                Paper::CorrectionNotice(self.batch.clone()),
                view,
                "app-title-correction-notice",
                "correction-notice.pdf",
            ),
            Command::Rules => {
                world.requests.ask(Effect::ShowRules(self.batch.clone()));
                Go::Stay
            }
            Command::Correct => batches::correct(&view.seen, &view.title),
            Command::Unsubmit => batches::unsubmit(&view.seen, &view.title),
            other => {
                self.cursor = moved(self.cursor, other, items.len(), world.page());
                Go::Stay
            }
        }
    }
}

fn open(item: &DossierItem) -> Go {
    let text = match item {
        DossierItem::Disclosed(row) => PageText::Disclosure((*row).clone()),
        DossierItem::Posting(row) => PageText::Posting((*row).clone()),
        DossierItem::Case(row) => {
            return Go::To(ScreenTarget::Case(row.seen.no.clone()));
        }
        DossierItem::Event(_) => return Go::Stay,
    };
    Go::Read(text)
}

/// The chosen disclosure if it holds, else what a resident finds: the result before the notice, the
/// newest of each.
fn post(view: &DossierView, chosen: Option<DossierItem>) -> Go {
    let chosen = match chosen {
        Some(DossierItem::Disclosed(row)) if row.live => Some(row),
        _ => None,
    };
    let newest = || {
        view.disclosures
            .iter()
            .filter(|row| row.live)
            .max_by_key(|row| (row.stage == DisclosureStage::Result, row.revision))
    };
    chosen.or_else(newest).map_or(Go::Stay, |live| publications::post(view, live))
}

fn take_down(view: &DossierView, chosen: Option<DossierItem>) -> Go {
    let Some(DossierItem::Posting(row)) = chosen else { return Go::Stay };
    publications::take_down(&view.seen, row.posting, &row.board, row.recalled)
}

/// The chosen disclosure, else the newest that still holds; none that was withdrawn already.
fn to_withdraw<'a>(
    view: &'a DossierView,
    chosen: Option<DossierItem<'a>>,
) -> Option<&'a DisclosedRow> {
    let meant = match chosen {
        Some(DossierItem::Disclosed(row)) => Some(row),
        _ => view.disclosures.iter().rev().find(|disclosed| disclosed.live),
    };
    meant.filter(|row| row.withdrawn.is_none())
}

fn paper(paper: Paper, view: &DossierView, title: &'static str, file: &str) -> Go {
    let title = Sentence::plain(title).with("title", &view.title);
    papers::paper(paper, title, file)
}
