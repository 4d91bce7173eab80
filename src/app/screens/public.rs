//! 公开: what waits for its notice, what is public; poster, signature sheet, QR code, site.
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::listed::first_shown;
use crate::app::openings::{batches, cases, papers, publications};
use crate::app::paper::Paper;
use crate::app::readiness::Readiness;
use crate::app::views::{BatchId, DisclosureRow, PublicView, PublishRow, RowsState, Seen};
use crate::app::world::{World, moved};
use crate::domain::text::sentence::Sentence;
use crate::office::{ActName, Possibilities};

/// The screen.
#[derive(Debug, Clone, Default)]
pub struct Public {
    /// What there is, once it came.
    pub view: Option<PublicView>,
    /// The chosen item.
    pub cursor: usize,
}

/// Lines above the list.
const HEADS: usize = 2;

/// One item: what waits stands first.
#[derive(Debug, Clone, Copy)]
pub enum PublicItem<'a> {
    /// Waits to be published.
    Waiting(&'a PublishRow),
    /// Is public.
    Published(&'a DisclosureRow),
}

impl PublicItem<'_> {
    /// Its title.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Waiting(row) => &row.title,
            Self::Published(row) => &row.title,
        }
    }

    const fn possible(&self) -> &Possibilities {
        match self {
            Self::Waiting(row) => &row.possible,
            Self::Published(row) => &row.possible,
        }
    }

    const fn seen(&self) -> &Seen {
        match self {
            Self::Waiting(row) => &row.seen,
            Self::Published(row) => &row.seen,
        }
    }
}

impl Public {
    pub(super) fn load(world: &mut World) {
        world.requests.ask(Effect::ListPublic);
    }

    /// The view came.
    pub fn arrived(&mut self, view: PublicView) {
        self.cursor =
            self.cursor.min((view.waiting.len() + view.published.len()).saturating_sub(1));
        self.view = Some(view);
    }

    /// What there is, in order.
    #[must_use]
    pub fn items(&self) -> Vec<PublicItem<'_>> {
        let Some(view) = &self.view else { return Vec::new() };
        let waiting = view.waiting.iter().map(PublicItem::Waiting);
        waiting.chain(view.published.iter().map(PublicItem::Published)).collect()
    }

    /// What is public already is corrected in its 始末.
    #[must_use]
    pub fn readiness(&self, command: Command) -> Readiness {
        let items = self.items();
        match (command, items.get(self.cursor)) {
            (Command::Open, Some(PublicItem::Waiting(row))) => {
                Readiness::of(row.possible.may(ActName::Publish))
            }
            (Command::Publish, Some(PublicItem::Published(_))) => {
                Readiness::No(Sentence::plain("app-already-public"))
            }
            (Command::Poster | Command::Withdraw, Some(PublicItem::Waiting(_))) => {
                Readiness::No(Sentence::plain("app-not-yet-public"))
            }
            (_, Some(item)) => Readiness::to(command, item.possible()),
            (
                Command::Poster | Command::SignatureSheet | Command::Dossier | Command::Open,
                None,
            ) => Readiness::No(Sentence::plain("app-choose-batch")),
            (_, None) => Readiness::if_so(command.act().is_none(), "app-choose-batch"),
        }
    }

    /// What waits on the screen and lacks a look.
    #[must_use]
    pub fn unchecked_in_sight(&self, world: &World) -> Vec<RowsState> {
        let items = self.items();
        let height = world.lines_in_sight(HEADS);
        let first = first_shown(items.len(), self.cursor, height);
        let seen = items.iter().skip(first).take(height).filter_map(|item| match item {
            PublicItem::Waiting(row) => Some(*row),
            PublicItem::Published(_) => None,
        });
        let unchecked = seen.filter(|row| row.possible.is_unchecked(ActName::Publish));
        unchecked.map(|row| RowsState { seen: row.seen.clone(), edits: row.edits }).collect()
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        let items = self.items();
        let chosen = items.get(self.cursor).copied();
        match (command, chosen) {
            (Command::Back, _) => return Go::Back,
            (Command::Site, _) => return papers::site(),
            (Command::PolicyCards, _) => return papers::policy_cards(),
            (Command::Dossier, Some(item)) => {
                return Go::dossier(&item.seen().batch);
            }
            (Command::Register, Some(item)) => {
                return cases::raise(Some((item.seen(), item.title())), None);
            }
            (Command::Open | Command::Publish, Some(PublicItem::Waiting(row))) => {
                return publications::first(row);
            }
            (Command::Open, Some(PublicItem::Published(row))) => {
                world.requests.ask(Effect::ShowQr(row.seen.batch.clone()));
            }
            (Command::Poster, Some(item @ PublicItem::Published(_))) => {
                return paper(Paper::Poster, item, "app-title-poster", "poster.pdf");
            }
            (Command::SignatureSheet, Some(item)) => {
                return paper(
                    Paper::SignatureSheet,
                    item,
                    "app-title-signature-sheet",
                    "signature-sheet.pdf",
                );
            }
            (Command::Withdraw, Some(PublicItem::Published(row))) => {
                return batches::withdraw(&row.seen, &row.title);
            }
            (other, _) => {
                let count = items.len();
                self.cursor = moved(self.cursor, other, count, world.page());
            }
        }
        Go::Stay
    }
}

fn paper(of: fn(BatchId) -> Paper, item: PublicItem, title: &'static str, file: &str) -> Go {
    let title = Sentence::plain(title).with("title", item.title());
    papers::paper(of(item.seen().batch.clone()), title, file)
}
