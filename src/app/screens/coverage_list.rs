//! 张贴情况: which village has posted which disclosure, late or in time; which boards nobody looked
//! at; who is silent.
use super::{Dossier, Screen};
use crate::app::command::Command;
use crate::app::dialogs::{Ask, Asked, Purpose};
use crate::app::effect::Effect;
use crate::app::listed::Listed;
use crate::app::orders::Paper;
use crate::app::update::Go;
use crate::app::views::{CoverageLine, CoverageView};
use crate::app::world::World;
use crate::domain::dossier::coverage::CoverageTotals;
use crate::domain::text::sentence::Sentence;

/// The screen.
#[derive(Debug, Clone, Default)]
pub struct CoverageList {
    /// The disclosures.
    pub list: Listed<CoverageLine>,
    /// Counts.
    pub totals: CoverageTotals,
    /// Columns of which a village said nothing at all this quarter.
    pub silent: u32,
}

impl CoverageList {
    pub(super) fn load(world: &mut World) {
        world.post.ask(Effect::ShowCoverage);
    }

    /// The view came.
    pub fn arrived(&mut self, view: CoverageView) {
        self.totals = view.totals;
        self.silent = view.silent;
        self.list.arrived(view.lines);
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        match (command, self.list.chosen()) {
            (Command::Back, _) => return Go::Back,
            (Command::Print, _) => {
                let fields = vec![Asked::text("app-field-file-or-sheet", "coverage.pdf")];
                return Ask::open(
                    Purpose::Paper(Paper::Coverage),
                    Sentence::plain("app-title-print-coverage"),
                    fields,
                );
            }
            (Command::Open | Command::Dossier, Some(line)) => {
                return Go::to(Screen::Dossier(Box::new(Dossier::of(line.batch.clone()))));
            }
            (other, _) => self.list.step(other, world),
        }
        Go::Stay
    }
}
