//! 张贴情况: which village has posted which disclosure, late or in time; which boards nobody looked
//! at; who is silent.
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::listed::Listed;
use crate::app::openings::papers;
use crate::app::paper::Paper;
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
        world.requests.ask(Effect::ShowCoverage);
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
                let title = Sentence::plain("app-title-print-coverage");
                return papers::paper_or_sheet(Paper::Coverage, title, "coverage.pdf");
            }
            (Command::Open | Command::Dossier, Some(line)) => {
                return Go::dossier(&line.batch);
            }
            (other, _) => self.list.step(other, world),
        }
        Go::Stay
    }
}
