//! Screens from what is meant.
use super::super::screen_target::ScreenTarget;
use super::super::screens::{
    Batches, Boards, CaseFile, Cases, CoverageList, Dossier, DueList, Finance, Public, Recalls,
    Review, Rows, RuleBook, Screen,
};
use super::super::section::Section;
use super::super::world::World;

/// The screen that is meant, before its answer came.
pub(super) fn screen(target: ScreenTarget, world: &World) -> Screen {
    match target {
        ScreenTarget::Batches { only, searching } => {
            Screen::Batches(Batches::of(only, searching, world))
        }
        ScreenTarget::Rows { batch, line: Some(line) } => {
            Screen::Rows(Box::new(Rows::at(batch, line)))
        }
        ScreenTarget::Rows { batch, line: None } => Screen::Rows(Box::new(Rows::of(batch))),
        ScreenTarget::Review(batch) => Screen::Review(Box::new(Review::of(batch))),
        ScreenTarget::Section(part) => section(part),
        ScreenTarget::Finance => Screen::Finance(Finance::default()),
        ScreenTarget::Case(no) => Screen::Case(Box::new(CaseFile::of(no))),
        ScreenTarget::Dossier(batch) => Screen::Dossier(Box::new(Dossier::of(batch))),
        ScreenTarget::RuleBook(day) => Screen::RuleBook(RuleBook::of(day)),
    }
}

/// The screen of a part of the public side.
pub(super) fn section(section: Section) -> Screen {
    match section {
        Section::Notices => Screen::Public(Public::default()),
        Section::Boards => Screen::Boards(Boards::default()),
        Section::Recalls => Screen::Recalls(Recalls::default()),
        Section::Cases => Screen::Cases(Cases::default()),
        Section::Coverage => Screen::Coverage(CoverageList::default()),
        Section::Due => Screen::Due(DueList::default()),
    }
}
