//! 案卷: one case with its private words, what was found, what was answered; F8 is the next step.
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::openings::{cases, papers};
use crate::app::paper::Paper;
use crate::app::readiness::Readiness;
use crate::app::views::{CaseRow, CaseView};
use crate::app::world::{World, moved};
use crate::domain::dossier::Refusal;
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::office::ActName;

/// The longest file, in lines: the cursor never goes beyond it.
const LONGEST: usize = 100;

/// The screen.
#[derive(Debug, Clone)]
pub struct CaseFile {
    /// Number of the register.
    pub no: String,
    /// The case, once it came.
    pub view: Option<CaseView>,
    /// Lines scrolled away.
    pub scroll: usize,
}

impl CaseFile {
    /// Of one case.
    #[must_use]
    pub const fn of(no: String) -> Self {
        Self { no, view: None, scroll: 0 }
    }

    pub(super) fn load(&self, world: &mut World) {
        world.requests.ask(Effect::ShowCase(self.no.clone()));
    }

    /// The view came.
    pub fn arrived(&mut self, view: CaseView) {
        self.view = Some(view);
    }

    /// The rules say what may be done with the case.
    #[must_use]
    pub fn readiness(&self, command: Command) -> Readiness {
        let Some(row) = self.view.as_ref().map(|view| &view.row) else {
            let waits = command.act().is_some() || command == Command::Proceed;
            return Readiness::if_so(!waits, "app-loading");
        };
        match command {
            Command::Proceed => Readiness::of(row.possible.may(proceeding(row))),
            Command::Print if row.case.is_open() => Readiness::No(Refusal::NoAnswer.sentence()),
            Command::Dossier => Readiness::if_so(row.batch.is_some(), "app-case-about-nothing"),
            other => Readiness::to(other, &row.possible),
        }
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        match (command, self.view.as_ref().map(|view| &view.row)) {
            (Command::Back, _) => return Go::Back,
            (Command::Dossier, Some(CaseRow { batch: Some(batch), .. })) => {
                return Go::dossier(batch);
            }
            (Command::Print, Some(_)) => {
                let title = Sentence::plain("app-title-print-reply").with("no", &self.no);
                let file = format!("{}.pdf", self.no);
                return papers::paper(Paper::Reply(self.no.clone()), title, &file);
            }
            (Command::Proceed, Some(row)) => return proceed(row),
            (Command::InvestigateAgain, Some(row)) => return cases::investigate(row),
            (Command::Escalate, Some(row)) => return cases::escalate(row),
            (other, _) => self.scroll = moved(self.scroll, other, LONGEST, world.page()),
        }
        Go::Stay
    }
}

/// The next act: what must be looked into first is looked into.
#[must_use]
pub fn proceeding(row: &CaseRow) -> ActName {
    match row.possible.refusal(ActName::Answer) {
        Some(Refusal::NotInvestigated) => ActName::Investigate,
        _ => ActName::Answer,
    }
}

fn proceed(row: &CaseRow) -> Go {
    if proceeding(row) == ActName::Investigate {
        cases::investigate(row)
    } else {
        cases::answer(row)
    }
}
