//! 案卷: one case with its private words, what was found, what was answered; F8 is the next step.
use super::{Dossier, Screen};
use crate::app::command::Command;
use crate::app::dialogs::{Ask, Asked, Purpose, case_forms};
use crate::app::effect::Effect;
use crate::app::orders::Paper;
use crate::app::update::Go;
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
        world.post.ask(Effect::ShowCase(self.no.clone()));
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
                return Go::to(Screen::Dossier(Box::new(Dossier::of(batch.clone()))));
            }
            (Command::Print, Some(row)) if !row.case.is_open() => {
                let fields = vec![Asked::text("app-field-file", format!("{}.pdf", self.no))];
                let title = Sentence::plain("app-title-print-reply").with("no", &self.no);
                return Ask::open(Purpose::Paper(Paper::Reply(self.no.clone())), title, fields);
            }
            (Command::Print, Some(_)) => world.refuse(Sentence::plain("refused-no-answer")),
            (Command::Proceed, Some(row)) if row.case.wants_answer(row.handed) => {
                return proceed(row, world);
            }
            (Command::Proceed | Command::InvestigateAgain | Command::Escalate, Some(row))
                if !row.case.is_open() =>
            {
                world.refuse(Sentence::plain("refused-case-closed"));
            }
            (Command::InvestigateAgain, Some(row)) => return case_forms::investigate(row, world),
            (Command::Escalate, Some(row)) => return case_forms::escalate(row, world),
            (other, _) => self.scroll = moved(self.scroll, other, LONGEST, world.page()),
        }
        Go::Stay
    }
}

/// An objection is looked into before it is answered.
fn proceed(row: &CaseRow, world: &World) -> Go {
    if row.case.raised.case == CaseKind::Objection && row.case.investigated.is_none() {
        case_forms::investigate(row, world)
    } else {
        case_forms::answer(row, world)
    }
}
