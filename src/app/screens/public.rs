//! 公开: what waits for its notice, what is public; poster, signature sheet, QR code, site.
use super::{Dossier, Screen};
use crate::app::command::Command;
use crate::app::dialogs::{Ask, Asked, Purpose, batch_forms, case_forms};
use crate::app::effect::Effect;
use crate::app::orders::Paper;
use crate::app::update::Go;
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
        world.post.ask(Effect::ListPublic);
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
            (Command::Site, _) => {
                return Ask::open(
                    Purpose::Site,
                    Sentence::plain("app-title-site"),
                    vec![Asked::text("app-field-folder", "site")],
                );
            }
            (Command::PolicyCards, _) => return policy_cards(),
            (Command::Dossier, Some(item)) => {
                return Go::to(Screen::Dossier(Box::new(Dossier::of(item.seen().batch.clone()))));
            }
            (Command::Register, Some(item)) => {
                return case_forms::raise(Some((item.seen(), item.title())), None, world);
            }
            (Command::Open | Command::Publish, Some(PublicItem::Waiting(row))) => {
                return publish(row);
            }
            (Command::Open, Some(PublicItem::Published(row))) => {
                world.post.ask(Effect::ShowQr(row.seen.batch.clone()));
            }
            (Command::Publish, Some(PublicItem::Published(_))) => {
                world.refuse(Sentence::plain("app-already-public"))
            }
            (Command::Poster, Some(item @ PublicItem::Published(_))) => {
                return paper(Paper::Poster, item, "app-title-poster", "poster.pdf");
            }
            (Command::Poster, Some(PublicItem::Waiting(_))) => {
                world.refuse(Sentence::plain("app-not-yet-public"))
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
                return batch_forms::withdraw_all(&row.seen, &row.title);
            }
            (other, _) => {
                let count = items.len();
                self.cursor = moved(self.cursor, other, count, world.page());
            }
        }
        Go::Stay
    }
}

fn publish(row: &PublishRow) -> Go {
    let title = Sentence::plain("app-title-publish").with("title", &row.title);
    Ask::open(
        Purpose::Publish(row.clone()),
        title,
        vec![Asked::text("app-field-from", row.from.to_string())],
    )
}

fn paper(of: fn(BatchId) -> Paper, item: PublicItem, title: &'static str, file: &str) -> Go {
    let title = Sentence::plain(title).with("title", item.title());
    Ask::open(
        Purpose::Paper(of(item.seen().batch.clone())),
        title,
        vec![Asked::text("app-field-file", file)],
    )
}

/// One programme's card, or a booklet of all.
fn policy_cards() -> Go {
    let fields = vec![
        Asked::text("app-field-card-programme", ""),
        Asked::text("app-field-file", "policy-cards.pdf"),
    ];
    Ask::open(Purpose::PolicyCards, Sentence::plain("app-title-policy-cards"), fields)
}
