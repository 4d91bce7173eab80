//! The demo's boards and register: what hangs where, an objection that was answered and one that
//! waits for the visitor.
use super::script::{Play, perform};
use super::users::{AGED, CLERK, GRAIN, LAND, ROLLS};
use crate::cli::error::CommandError;
use crate::domain::board::{BoardColumn, BoardKind, Condition};
use crate::domain::case::{Action, CaseKind, CaseType, Channel, Outcome};
use crate::office::{ActName, BoardRef, CaseRef, Target, Values};
use crate::runtime::session::Session;

/// Name, place and kind of a village's boards.
const BOARDS: [(&str, &str, BoardKind); 2] = [
    ("村委会门口栏", "村委会大门东侧", BoardKind::Fixed),
    ("文化广场电子屏", "文化广场北侧", BoardKind::Screen),
];

impl Play {
    /// Each village has a board at its office, the first also a screen; what is noticed hangs on
    /// them from its first day.
    pub(super) fn post(&mut self) -> Result<(), CommandError> {
        let mut session = self.session(&CLERK, 15)?;
        for roll in 0..ROLLS.len() {
            let village = self.batch(&session, roll)?.draft.key.division;
            let wanted = if roll == LAND { BOARDS.len() } else { 1 };
            let there = session.boards(Some(village))?.len();
            for (name, place, kind) in BOARDS.iter().take(wanted).skip(there) {
                let columns = [BoardColumn::Village.word(), BoardColumn::Finance.word()];
                let described = Values::default()
                    .with("division", village.to_string())
                    .with("name", name)
                    .with("place", place)
                    .with("kind", kind.word())
                    .with("columns", columns.join(","));
                let made = perform(&mut session, ActName::SetUpBoard, Target::Nothing, &described)?;
                let good = Values::default().with("condition", Condition::Good.word());
                for name in made.subjects.iter().map(ToString::to_string) {
                    let board = Target::Board(BoardRef { name, seen: None });
                    perform(&mut session, ActName::InspectBoard, board, &good)?;
                }
            }
        }
        for roll in [LAND, GRAIN] {
            self.hang(&mut session, roll)?;
        }
        Ok(session.close()?)
    }

    fn hang(&self, session: &mut Session, roll: usize) -> Result<(), CommandError> {
        let village = self.batch(session, roll)?.draft.key.division;
        for board in session.boards(Some(village))? {
            let there = Values::default().with("board", board.subject.to_string());
            self.ask(session, ActName::Post, roll, &there)?;
        }
        Ok(())
    }

    /// One objection to the land roll, looked into by two and answered.
    pub(super) fn object(&mut self) -> Result<(), CommandError> {
        let mut session = self.session(&CLERK, 12)?;
        let raised = objection(CaseType::Area, 3, "我家三组的地好像少登了");
        self.ask(&mut session, ActName::Raise, LAND, &raised)?;
        let found = Values::default()
            .with("outcome", Outcome::NotUpheld.word())
            .with("investigator", "韩来旺")
            .with("investigator-too", "张建军")
            .with("facts", "现场丈量并对照确权证,登记面积无误");
        let explained = Values::default()
            .with("action", Action::Explain.word())
            .with("note", "已当面说明丈量结果。");
        for (act, values) in [(ActName::Investigate, found), (ActName::Answer, explained)] {
            for case in self.batch(&session, LAND)?.dossier.cases {
                let case = Target::Case(CaseRef { no: case.raised.no, seen: None });
                perform(&mut session, act, case, &values)?;
            }
        }
        Ok(session.close()?)
    }

    /// The notice after the review hangs, too; an objection to it waits for the visitor.
    pub(super) fn object_again(&mut self) -> Result<(), CommandError> {
        let mut session = self.session(&CLERK, 2)?;
        self.hang(&mut session, AGED)?;
        let raised = objection(CaseType::Omitted, 1, "邻居满八十了,名单上没有");
        self.ask(&mut session, ActName::Raise, AGED, &raised)?;
        Ok(session.close()?)
    }
}

fn objection(about: CaseType, row: u32, text: &str) -> Values {
    Values::default()
        .with("kind", CaseKind::Objection.word())
        .with("type", about.word())
        .with("channel", Channel::InPerson.word())
        .with("row", row.to_string())
        .with("text", text)
}
