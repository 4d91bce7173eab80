//! The demo's boards and register: what hangs where, an objection that was answered and one that
//! waits for the visitor.
use super::script::Play;
use super::users::{AGED, CLERK, GRAIN, LAND, ROLLS};
use crate::cli::error::CommandError;
use crate::domain::board::{BoardColumn, BoardKind, Condition};
use crate::domain::case::{Action, CaseKind, CaseType, Channel, Outcome};
use crate::domain::journal::BoardDescribed;
use crate::runtime::desk::{CaseFacts, CaseWords, Desk, DeskError, KnownBoard, NewCase};

/// Name, place and kind of a village's boards.
const BOARDS: [(&str, &str, BoardKind); 2] = [
    ("村委会门口栏", "村委会大门东侧", BoardKind::Fixed),
    ("文化广场电子屏", "文化广场北侧", BoardKind::Screen),
];

impl Play {
    /// Each village has a board at its office, the first also a screen; what is noticed hangs on
    /// them from its first day.
    pub(super) fn post(&mut self) -> Result<(), CommandError> {
        let mut desk = self.desk(&CLERK, 15)?;
        let today = desk.now().date();
        for roll in 0..ROLLS.len() {
            let village = self.batch(&desk, roll)?.draft.key.division;
            let wanted = if roll == LAND { BOARDS.len() } else { 1 };
            let there = desk.boards(Some(village))?.len();
            for (name, place, kind) in BOARDS.iter().take(wanted).skip(there) {
                let columns = vec![BoardColumn::Village, BoardColumn::Finance];
                let described = BoardDescribed {
                    division: village,
                    name: (*name).into(),
                    place: (*place).into(),
                    kind: *kind,
                    columns,
                    since: None,
                };
                let board = desk.add_board(described)?;
                desk.inspect_board(&board, today, Condition::Good, &[])?;
            }
        }
        for roll in [LAND, GRAIN] {
            self.hang(&mut desk, roll)?;
        }
        Ok(desk.close()?)
    }

    fn hang(&self, desk: &mut Desk, roll: usize) -> Result<(), DeskError> {
        let village = self.batch(desk, roll)?.draft.key.division;
        let boards: Vec<KnownBoard> = desk.boards(Some(village))?;
        for board in &boards {
            let (batch, today) = (self.batch(desk, roll)?, desk.now().date());
            desk.post(&batch, None, board, today, &[])?;
        }
        Ok(())
    }

    /// One objection to the land roll, looked into by two and answered.
    pub(super) fn object(&mut self) -> Result<(), CommandError> {
        let mut desk = self.desk(&CLERK, 12)?;
        let (land, today) = (self.batch(&desk, LAND)?, desk.now().date());
        let case =
            desk.raise(&land, &objection(today, CaseType::Area, 3, "我家三组的地好像少登了"))?;
        let investigators = vec!["韩来旺".to_owned(), "张建军".to_owned()];
        let facts = "现场丈量并对照确权证,登记面积无误".to_owned();
        let case = desk.investigate(
            &case,
            today,
            Outcome::NotUpheld,
            &CaseFacts { investigators, facts },
        )?;
        desk.answer(&case, today, Action::Explain, "已当面说明丈量结果。")?;
        Ok(desk.close()?)
    }

    /// The notice after the review hangs, too; an objection to it waits for the visitor.
    pub(super) fn object_again(&mut self) -> Result<(), CommandError> {
        let mut desk = self.desk(&CLERK, 2)?;
        self.hang(&mut desk, AGED)?;
        let (aged, today) = (self.batch(&desk, AGED)?, desk.now().date());
        desk.raise(&aged, &objection(today, CaseType::Omitted, 1, "邻居满八十了,名单上没有"))?;
        Ok(desk.close()?)
    }
}

fn objection(
    received_on: crate::domain::values::date::Date,
    about: CaseType,
    row: u32,
    text: &str,
) -> NewCase {
    let words = CaseWords { name: String::new(), reach: String::new(), text: text.to_owned() };
    NewCase {
        kind: CaseKind::Objection,
        received_on,
        channel: Channel::InPerson,
        about,
        row: Some(row),
        hold: false,
        words,
    }
}
