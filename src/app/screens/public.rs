//! 公开: what waits for its notice, what is public; poster, signature sheet, QR code, site.
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::openings::{batches, cases, papers, publications};
use crate::app::orders::Paper;
use crate::app::views::{BatchId, DisclosureRow, PublicView, PublishRow, Seen};
use crate::app::world::{World, moved};
use crate::domain::text::sentence::Sentence;

/// The screen.
#[derive(Debug, Clone, Default)]
pub struct Public {
    /// What there is, once it came.
    pub view: Option<PublicView>,
    /// The chosen item.
    pub cursor: usize,
}

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
            (Command::Publish, Some(PublicItem::Published(_))) => {
                world.refuse(Sentence::plain("app-already-public"));
            }
            (Command::Poster, Some(item @ PublicItem::Published(_))) => {
                return paper(Paper::Poster, item, "app-title-poster", "poster.pdf");
            }
            (Command::Poster, Some(PublicItem::Waiting(_))) => {
                world.refuse(Sentence::plain("app-not-yet-public"));
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
