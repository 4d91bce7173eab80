//! 始末: everything that happened to one batch (disclosures, postings, cases, entries), and the
//! later acts on it.
use crate::app::command::Command;
use crate::app::dialogs::PageText;
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::openings::{batches, cases, papers, publications};
use crate::app::orders::Paper;
use crate::app::screen_target::ScreenTarget;
use crate::app::views::{
    BatchId, CaseRow, DisclosedRow, DossierView, EventRow, PostingRow, Standing,
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

    /// Would this command do anything now?
    #[must_use]
    pub fn offers(&self, command: Command) -> bool {
        let Some(view) = &self.view else { return command == Command::Back };
        match command {
            Command::Unsubmit => view.standing == Standing::Submitted,
            Command::Correct => matches!(view.standing, Standing::HandedOver | Standing::Paid),
            Command::Post | Command::Poster => {
                view.disclosures.iter().any(|disclosed| disclosed.live)
            }
            Command::CorrectionNotice => view
                .disclosures
                .iter()
                .any(|disclosed| disclosed.live && disclosed.changed.is_some()),
            Command::WithdrawDisclosure => !view.disclosures.is_empty(),
            Command::TakeDown => {
                matches!(self.items().get(self.cursor), Some(DossierItem::Posting(row)) if row.down_on.is_none())
            }
            _ => true,
        }
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
            Command::Post => post(view, items.get(self.cursor).copied(), world),
            Command::TakeDown => take_down(view, items.get(self.cursor).copied(), world),
            Command::WithdrawDisclosure => withdraw(view, items.get(self.cursor).copied(), world),
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
fn post(view: &DossierView, chosen: Option<DossierItem>, world: &mut World) -> Go {
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
    let Some(live) = chosen.or_else(newest) else {
        world.refuse(Sentence::plain("app-not-yet-public"));
        return Go::Stay;
    };
    if view.boards.is_empty() {
        world.refuse(Sentence::plain("app-no-board"));
        return Go::Stay;
    }
    publications::post(view, live)
}

fn take_down(view: &DossierView, chosen: Option<DossierItem>, world: &mut World) -> Go {
    let Some(DossierItem::Posting(row)) =
        chosen.filter(|item| matches!(item, DossierItem::Posting(row) if row.down_on.is_none()))
    else {
        world.refuse(Sentence::plain("app-choose-posting"));
        return Go::Stay;
    };
    publications::take_down(&view.seen, row.posting, &row.board, row.recalled)
}

/// The chosen disclosure, else the newest that still holds.
fn withdraw(view: &DossierView, chosen: Option<DossierItem>, world: &mut World) -> Go {
    let meant = match chosen {
        Some(DossierItem::Disclosed(row)) => Some(row),
        _ => view.disclosures.iter().rev().find(|disclosed| disclosed.live),
    };
    let Some(row) = meant.filter(|row| row.withdrawn.is_none()) else {
        world.refuse(Sentence::plain("app-choose-disclosure"));
        return Go::Stay;
    };
    publications::withdraw(view, row)
}

fn paper(paper: Paper, view: &DossierView, title: &'static str, file: &str) -> Go {
    let title = Sentence::plain(title).with("title", &view.title);
    papers::paper(paper, title, file)
}
