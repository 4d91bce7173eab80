//! Compares the titles above the table with what was asked for: is it the wrong file?
use super::fault::CellFault;
use super::hints;
use super::roll_key::Places;
use crate::domain::reference::division::DivisionCode;
use crate::domain::values::period::Period;

impl Places<'_> {
    /// What `title` names and was asked for otherwise.
    pub(super) fn contradicted_by(&self, title: &str) -> Vec<CellFault> {
        let mut faults = Vec::new();
        let (programme, division, period) = self.asked();
        let other_place = division.is_some_and(|asked| !self.may_be_of(title, asked));
        if other_place {
            faults.push(CellFault::TitleVillage);
        }
        let named = hints::programme_in(title, self.reference());
        if programme.zip(named).is_some_and(|(asked, named)| asked != named.code) {
            faults.push(CellFault::TitleProgramme);
        }
        let within = |asked: Period, named: Period| {
            named.start() <= asked.start() && asked.end() <= named.end()
        };
        if period.zip(hints::period_in(title)).is_some_and(|(asked, named)| !within(asked, named)) {
            faults.push(CellFault::TitlePeriod);
        }
        faults
    }

    /// Does `title` fit the place that was asked for? It does if it names no village or township,
    /// or one that contains `asked` or lies in it.
    fn may_be_of(&self, title: &str, asked: DivisionCode) -> bool {
        let fits = |code: DivisionCode| asked.holds(code) || code.holds(asked);
        if let Some(village) = hints::village_in(title, self.reference()) {
            return fits(village.code);
        }
        let mut townships = hints::townships_in(title, self.reference()).peekable();
        townships.peek().is_none() || townships.any(|township| fits(township.code))
    }
}
