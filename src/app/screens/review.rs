//! 审核: what changed against the last batch, what to doubt, one decision.
use super::{Dossier, Rows, Screen};
use crate::app::command::Command;
use crate::app::dialogs::{Ask, Asked, Purpose, Question, case_forms};
use crate::app::effect::Effect;
use crate::app::orders::BatchOrder;
use crate::app::update::Go;
use crate::app::views::{BatchId, ChangeRow, FindingRow, ReviewView, Standing};
use crate::app::world::{World, moved};
use crate::domain::roll::finding::Level;
use crate::domain::text::sentence::Sentence;

/// The screen.
#[derive(Debug, Clone)]
pub struct Review {
    /// Which batch.
    pub batch: BatchId,
    /// What there is to see, once it came.
    pub view: Option<ReviewView>,
    /// The chosen item.
    pub cursor: usize,
}

/// One thing to look at: findings first, then differences.
#[derive(Debug, Clone, Copy)]
pub enum ReviewItem<'a> {
    /// A finding with the clerk's reason.
    Finding(&'a FindingRow),
    /// A difference.
    Change(&'a ChangeRow),
}

impl Review {
    /// Of one batch.
    #[must_use]
    pub const fn of(batch: BatchId) -> Self {
        Self { batch, view: None, cursor: 0 }
    }

    pub(super) fn load(&self, world: &mut World) {
        world.post.ask(Effect::ShowReview(self.batch.clone()));
    }

    /// The view came.
    pub fn arrived(&mut self, view: ReviewView) {
        self.cursor = self.cursor.min((view.findings.len() + view.changes.len()).saturating_sub(1));
        self.view = Some(view);
    }

    /// What there is to look at.
    #[must_use]
    pub fn items(&self) -> Vec<ReviewItem<'_>> {
        let Some(view) = &self.view else { return Vec::new() };
        let findings = view.findings.iter().map(ReviewItem::Finding);
        findings.chain(view.changes.iter().map(ReviewItem::Change)).collect()
    }

    fn line(&self) -> Option<u32> {
        match self.items().get(self.cursor)? {
            ReviewItem::Finding(finding) => finding.lines.first().copied(),
            ReviewItem::Change(change) => change.line,
        }
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        match command {
            Command::Open => {
                return Go::to(Screen::Rows(Box::new(Rows::at(
                    self.batch.clone(),
                    self.line().unwrap_or(1),
                ))));
            }
            Command::Back => return Go::Back,
            Command::NextFinding => self.next_finding(),
            Command::Approve => return self.decide(Standing::Submitted, world),
            Command::Sign => return self.decide(Standing::Reviewed, world),
            Command::Dossier => {
                return Go::to(Screen::Dossier(Box::new(Dossier::of(self.batch.clone()))));
            }
            Command::Register => {
                let about = self.view.as_ref().map(|view| (&view.seen, view.title.as_str()));
                return about
                    .map_or(Go::Stay, |about| case_forms::raise(Some(about), self.line(), world));
            }
            Command::Return => return self.send_back(),
            other => self.cursor = moved(self.cursor, other, self.items().len(), world.page()),
        }
        Go::Stay
    }

    fn next_finding(&mut self) {
        let items = self.items();
        let count = items.len();
        let next = (1..=count).map(|step| (self.cursor + step) % count).find(|place| {
            match items.get(*place) {
                Some(ReviewItem::Finding(finding)) => finding.level != Level::Inform,
                Some(ReviewItem::Change(_)) | None => false,
            }
        });
        self.cursor = next.unwrap_or(self.cursor);
    }

    /// 审核 of a submitted batch, 签发 of a reviewed one.
    fn decide(&self, wanted: Standing, world: &mut World) -> Go {
        let Some(view) = &self.view else { return Go::Stay };
        let (ask, none) = match wanted {
            Standing::Reviewed => ("app-ask-sign", "app-none-to-sign"),
            _ => ("app-ask-approve", "app-none-to-approve"),
        };
        if view.standing != wanted {
            world.refuse(Sentence::plain(none));
            return Go::Stay;
        }
        let explained =
            view.findings.iter().filter(|finding| finding.level == Level::Explain).count();
        let facts = vec![
            Sentence::plain(ask),
            Sentence::plain("app-ask-counts")
                .with("batches", 1)
                .with("lines", view.now.lines)
                .with("households", view.now.households)
                .with("sum", view.now.fen.grouped()),
            Sentence::plain("app-ask-explained").with("count", explained),
            Sentence::plain("app-ask-signature"),
        ];
        let effect = match wanted {
            Standing::Reviewed => {
                Effect::OnBatch { seen: view.seen.clone(), order: BatchOrder::Sign }
            }
            _ => Effect::Approve(vec![view.seen.clone()]),
        };
        Question::before(effect, facts)
    }

    fn send_back(&self) -> Go {
        let Some(view) = &self.view else { return Go::Stay };
        let title = Sentence::plain("app-title-return").with("title", &view.title);
        let rows = self.line().map(|line| line.to_string()).unwrap_or_default();
        let fields = vec![Asked::text("app-field-reason", ""), Asked::text("app-field-rows", rows)];
        Ask::open(Purpose::Return(view.seen.clone()), title, fields)
    }
}
