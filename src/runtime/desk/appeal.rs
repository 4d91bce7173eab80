//! What an answer rests on and where it leads, by the county's data of its day.
use super::cases::KnownCase;
use super::open::Desk;
use crate::domain::case::appeal::Answering;
use crate::domain::reference::citation::{self, Citation};
use crate::domain::reference::division::{Division, DivisionCode, Level};
use crate::domain::values::date::Date;

impl Desk {
    /// The laws of the day, each as printed, and the way on in words.
    pub(super) fn remedy_of(&self, known: &KnownCase, on: Date) -> (Vec<String>, String) {
        let (office, batch) = (self.office.division, known.batch.as_ref());
        let place = |code: DivisionCode| {
            self.reference.division(code, on).map(Division::place).unwrap_or_default()
        };
        let disclosed = batch
            .zip(known.case.raised.code.as_ref())
            .and_then(|(batch, code)| batch.dossier.disclosure(code));
        let programme =
            batch.and_then(|batch| self.reference.programme(&batch.draft.key.programme, on));
        let township = if office.level() == Level::Village { office.parent() } else { office };
        let (township, county) = (place(township), place(office.parent().parent()));
        let answering = Answering {
            kind: known.case.raised.case,
            decided_by: disclosed.map(|disclosed| disclosed.body.issuer),
            office: office.level(),
            township: &township,
            county: &county,
            department: programme
                .map(|programme| programme.department.as_str())
                .filter(|department| !department.is_empty()),
            days: self.reference.citation(citation::REMEDY, on).and_then(|cited| cited.days),
        };
        let cited = answering
            .basis()
            .iter()
            .filter_map(|key| self.reference.citation(key, on))
            .map(Citation::printed);
        (cited.collect(), answering.printed())
    }
}
