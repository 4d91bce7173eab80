//! 审核: what changed against the last batch, what to doubt, one decision.
use super::{Rows, Screen};
use crate::app::command::Command;
use crate::app::dialogs::{Ask, Purpose, Question};
use crate::app::effect::Effect;
use crate::app::update::Go;
use crate::app::views::{BatchId, ChangeRow, FindingRow, ReviewView};
use crate::app::world::{World, moved};
use crate::domain::finding::Level;
use crate::domain::sentence::Sentence;

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
            Command::Open => return Go::to(Screen::Rows(Box::new(Rows::at(self.batch.clone(), self.line().unwrap_or(1))))),
            Command::Back => return Go::Back,
            Command::NextFinding => self.next_finding(),
            Command::Approve => return self.approve(world),
            Command::Return => return self.send_back(),
            other => self.cursor = moved(self.cursor, other, self.items().len(), world.page()),
        }
        Go::Stay
    }

    fn next_finding(&mut self) {
        let items = self.items();
        let count = items.len();
        let next = (1..=count).map(|step| (self.cursor + step) % count).find(|place| match items.get(*place) {
            Some(ReviewItem::Finding(finding)) => finding.level != Level::Inform,
            Some(ReviewItem::Change(_)) | None => false,
        });
        self.cursor = next.unwrap_or(self.cursor);
    }

    fn approve(&self, world: &mut World) -> Go {
        let Some(view) = &self.view else { return Go::Stay };
        if view.standing != crate::app::views::Standing::Submitted {
            world.refuse(Sentence::plain("app-none-to-approve"));
            return Go::Stay;
        }
        let explained = view.findings.iter().filter(|finding| finding.level == Level::Explain).count();
        let facts = vec![
            Sentence::plain("app-ask-approve"),
            Sentence::plain("app-ask-counts")
                .with("batches", 1)
                .with("lines", view.now.lines)
                .with("households", view.now.households)
                .with("sum", view.now.fen.grouped()),
            Sentence::plain("app-ask-explained").with("count", explained),
            Sentence::plain("app-ask-signature"),
        ];
        Question::before(Effect::Approve(vec![view.seen.clone()]), facts)
    }

    fn send_back(&self) -> Go {
        let Some(view) = &self.view else { return Go::Stay };
        let title = Sentence::plain("app-title-return").with("title", &view.title);
        let rows = self.line().map(|line| line.to_string()).unwrap_or_default();
        let fields = [("app-field-reason", String::new()), ("app-field-rows", rows)];
        Ask::open(Purpose::Return(view.seen.clone()), title, &fields)
    }
}
