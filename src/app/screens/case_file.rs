//! 案卷: one case with its private words, what was found, what was answered; F8 is the next step.
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::openings::{cases, papers};
use crate::app::orders::Paper;
use crate::app::views::{CaseRow, CaseView};
use crate::app::world::{World, moved};
use crate::domain::case::CaseKind;
use crate::domain::text::sentence::Sentence;

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

    /// Would this command do anything now?
    #[must_use]
    pub fn offers(&self, command: Command) -> bool {
        let Some(row) = self.view.as_ref().map(|view| &view.row) else {
            return command == Command::Back;
        };
        match command {
            Command::Proceed => row.case.wants_answer(row.handed),
            Command::Escalate => row.case.is_open(),
            Command::InvestigateAgain => row.case.is_open() && row.case.investigated.is_some(),
            Command::Print => !row.case.is_open(),
            Command::Dossier => row.batch.is_some(),
            _ => true,
        }
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        match (command, self.view.as_ref().map(|view| &view.row)) {
            (Command::Back, _) => return Go::Back,
            (Command::Dossier, Some(CaseRow { batch: Some(batch), .. })) => {
                return Go::dossier(batch);
            }
            (Command::Print, Some(row)) if !row.case.is_open() => {
                let title = Sentence::plain("app-title-print-reply").with("no", &self.no);
                let file = format!("{}.pdf", self.no);
                return papers::paper(Paper::Reply(self.no.clone()), title, &file);
            }
            (Command::Print, Some(_)) => world.refuse(Sentence::plain("refused-no-answer")),
            (Command::Proceed, Some(row)) if row.case.wants_answer(row.handed) => {
                return proceed(row);
            }
            (Command::Proceed | Command::InvestigateAgain | Command::Escalate, Some(row))
                if !row.case.is_open() =>
            {
                world.refuse(Sentence::plain("refused-case-closed"));
            }
            (Command::InvestigateAgain, Some(row)) => return cases::investigate(row),
            (Command::Escalate, Some(row)) => return cases::escalate(row),
            (other, _) => self.scroll = moved(self.scroll, other, LONGEST, world.page()),
        }
        Go::Stay
    }
}

/// An objection is looked into before it is answered.
fn proceed(row: &CaseRow) -> Go {
    if row.case.raised.case == CaseKind::Objection && row.case.investigated.is_none() {
        cases::investigate(row)
    } else {
        cases::answer(row)
    }
}
