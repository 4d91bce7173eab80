//! 到期办理: results to be made public, lists to be taken off, rows to be destroyed; F8 does what
//! is due.
use super::{Dossier, Screen};
use crate::app::command::Command;
use crate::app::dialogs::Question;
use crate::app::effect::Effect;
use crate::app::listed::Listed;
use crate::app::orders::{Answers, BatchOrder};
use crate::app::update::Go;
use crate::app::views::{DueKind, DueRow};
use crate::app::world::World;
use crate::domain::disclosure::DisclosureStage;
use crate::domain::disclosure::erasure_reason::ErasureReason;
use crate::domain::people::user::Role;
use crate::domain::text::sentence::Sentence;

/// The screen.
#[derive(Debug, Clone, Default)]
pub struct DueList {
    /// What is due.
    pub list: Listed<DueRow>,
}

impl DueList {
    pub(super) fn load(world: &mut World) {
        world.post.ask(Effect::ListDue);
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        match (command, self.list.chosen()) {
            (Command::Back, _) => return Go::Back,
            (Command::Open | Command::Dossier, Some(row)) => {
                return Go::to(Screen::Dossier(Box::new(Dossier::of(row.seen.batch.clone()))));
            }
            (Command::DoDue, Some(row)) => return settle(row, world),
            (other, _) => self.list.step(other, world),
        }
        Go::Stay
    }
}

fn settle(row: &DueRow, world: &mut World) -> Go {
    let (key, order) = match row.kind {
        DueKind::Result(_) => {
            let order = BatchOrder::Publish {
                stage: DisclosureStage::Result,
                from: None,
                reason: None,
                answers: Answers::All,
            };
            ("app-ask-result-due", order)
        }
        DueKind::Lists(_) => ("app-ask-end-lists", BatchOrder::EndLists),
        DueKind::Erase(_) if !world.holds(Role::Administrator) => {
            world.refuse(Sentence::plain("app-needs-administrator"));
            return Go::Stay;
        }
        DueKind::Erase(_) => ("app-ask-erase", BatchOrder::Erase(ErasureReason::Retention)),
    };
    let facts =
        vec![Sentence::plain(key).with("title", &row.title), Sentence::plain("app-ask-signature")];
    Question::before(Effect::OnBatch { seen: row.seen.clone(), order }, facts)
}
