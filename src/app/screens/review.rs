//! 审核: what changed against the last batch, what to doubt, one decision.
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::openings::{batches, cases};
use crate::app::readiness::Readiness;
use crate::app::screen_target::ScreenTarget;
use crate::app::views::{BatchId, ChangeRow, FindingRow, ReviewView};
use crate::app::world::{World, moved};
use crate::domain::roll::finding::Level;
use crate::domain::text::sentence::Sentence;
use crate::office::ActName;

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
        world.requests.ask(Effect::ShowReview(self.batch.clone()));
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
                let line = Some(self.line().unwrap_or(1));
                return Go::To(ScreenTarget::Rows { batch: self.batch.clone(), line });
            }
            Command::Back => return Go::Back,
            Command::NextFinding => self.next_finding(),
            Command::Approve => return self.decide(ActName::Approve, "app-ask-approve"),
            Command::Sign => return self.decide(ActName::Sign, "app-ask-sign"),
            Command::Dossier => return Go::dossier(&self.batch),
            Command::Register => {
                let about = self.view.as_ref().map(|view| (&view.seen, view.title.as_str()));
                return about.map_or(Go::Stay, |about| cases::raise(Some(about), self.line()));
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

    /// The rules say what may be decided.
    #[must_use]
    pub fn readiness(&self, command: Command) -> Readiness {
        match &self.view {
            Some(view) => Readiness::to(command, &view.possible),
            None => Readiness::if_so(command.act().is_none(), "app-loading"),
        }
    }

    /// 审核 or 签发.
    fn decide(&self, act: ActName, asked: &'static str) -> Go {
        let Some(view) = &self.view else { return Go::Stay };
        let explained =
            view.findings.iter().filter(|finding| finding.level == Level::Explain).count();
        let facts = vec![
            Sentence::plain(asked),
            batches::counts_of(view.now),
            Sentence::plain("app-ask-explained").with("count", explained),
            Sentence::plain("app-ask-signature"),
        ];
        batches::confirm(act, view.seen.target(), facts)
    }

    fn send_back(&self) -> Go {
        let Some(view) = &self.view else { return Go::Stay };
        batches::send_back(&view.seen, &view.title, self.line())
    }
}
