//! What leaves the office (notices, posters, sheets, site, finance files) and what comes in (roll files).
use super::Going;
use super::office::{Office, done};
use crate::app::message::Answer;
use crate::app::views::{BatchId, FaultRow, ImportRow, ImportView, QrView, RollSource, Seen};
use crate::domain::date::Date;
use crate::domain::division::{Division, DivisionCode};
use crate::domain::period::Period;
use crate::domain::sentence::Sentence;
use crate::intake::{IntakeError, Report};
use crate::runtime::desk::{Desk, DeskError, ImportAsked, ImportedRoll, write_paper};
use crate::runtime::files::{self, RealFolder};
use std::path::Path;

impl Office {
    pub(super) fn publish(&mut self, seen: &Seen, from: Date) -> Result<Answer, DeskError> {
        let batch = self.seen(seen)?;
        let (_, publication) = self.desk_mut()?.publish(&batch, Some(from))?;
        let until = publication.disclosure.notice.map_or_else(String::new, |notice| notice.to.to_string());
        Ok(done(Sentence::plain("runtime-published").with("until", until)))
    }

    pub(super) fn poster(&self, id: &BatchId, path: &str) -> Result<Answer, DeskError> {
        let bytes = self.desk()?.poster(&self.batch(id)?)?;
        write_paper(Path::new(path), &bytes)?;
        Ok(done(written(path)))
    }

    pub(super) fn signature_sheet(&self, id: &BatchId, path: &str) -> Result<Answer, DeskError> {
        let bytes = self.desk()?.signature_sheet(&self.batch(id)?)?;
        write_paper(Path::new(path), &bytes)?;
        Ok(done(written(path)))
    }

    pub(super) fn show_qr(&self, id: &BatchId) -> Result<Answer, DeskError> {
        let batch = self.batch(id)?;
        let (qr, address) = self.desk()?.qr(&batch)?;
        let check_code = batch.dossier.live_disclosure().map(|disclosed| disclosed.said.code.check_code()).unwrap_or_default();
        let side = qr.side();
        let dark = (0..side * side).map(|place| qr.is_dark(place % side, place / side)).collect();
        Ok(Answer::Qr(QrView { title: super::lists::title(&batch), address, check_code, side, dark }))
    }

    pub(super) fn build_site(&self, folder: &str) -> Result<Answer, DeskError> {
        let built = self.desk()?.site(&mut RealFolder::new(folder))?;
        Ok(done(Sentence::plain("runtime-site-built").with("folder", folder).with("files", built.files)))
    }

    pub(super) fn pay(&mut self, seen: &[Seen]) -> Result<Answer, DeskError> {
        let batches = seen.iter().map(|seen| self.seen(seen)).collect::<Result<Vec<_>, _>>()?;
        let list = self.desk_mut()?.pay(&batches)?;
        Ok(done(Sentence::plain("runtime-paid").with("id", list.id).with("lines", list.lines).with("sum", list.fen.grouped())))
    }

    pub(super) fn export(&self, pay_list: &str, folder: &str) -> Result<Answer, DeskError> {
        let made = self.desk()?.export(pay_list)?;
        for (name, bytes) in &made {
            files::write(&Path::new(folder).join(name), bytes)?;
        }
        Ok(done(Sentence::plain("runtime-exported").with("folder", folder).with("files", made.len())))
    }

    /// What the clerk typed because the file leaves it open; a village by name or code.
    fn asked(&self, source: &RollSource) -> Result<ImportAsked, DeskError> {
        let desk = self.desk()?;
        let named = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let is_meant = |division: &&Division| division.name == source.village || division.place() == source.village;
        let village = || desk.reference().villages_on(desk.now().date()).find(is_meant).map(|division| division.code);
        let division = match DivisionCode::parse(&source.village).ok().or_else(village) {
            None if !source.village.is_empty() => return Err(DeskError::UnknownDivision),
            division => division,
        };
        let period = Period::parse(&source.period).ok();
        Ok(ImportAsked { programme: named(&source.programme), division, period, ..ImportAsked::default() })
    }

    /// A file's faults are an answer, not a failure: each stands on the screen with its row.
    pub(super) fn import(&mut self, source: &RollSource, dry_run: bool, going: &mut Going) -> Result<Answer, DeskError> {
        let asked = ImportAsked { dry_run, ..self.asked(source)? };
        let (stop, progress) = (going.stop, &mut going.progress);
        let imported = self.desk_mut()?.import(Path::new(&source.path), &asked, stop, &mut |lines| progress(lines, 0));
        let view = match imported {
            Ok(imported) => {
                let desk = self.desk()?;
                let rolls = imported.rolls.iter().map(|roll| import_row(desk, roll)).collect();
                let Report { errors, more_errors, notes, .. } = imported.report;
                ImportView { rolls, errors: faults(errors, more_errors), remarks: notes }
            }
            Err(DeskError::Intake(errors, more)) => ImportView { errors: faults(errors, more), ..ImportView::default() },
            Err(error) => return Err(error),
        };
        Ok(if dry_run { Answer::DryRun(view) } else { Answer::Imported(view) })
    }
}

/// Each fault of a file with its place, and how many more there are.
fn faults(errors: Vec<IntakeError>, more: u64) -> Vec<FaultRow> {
    let whole = |said| FaultRow { sheet: String::new(), row: 0, column: None, said };
    let more = (more > 0).then(|| whole(Sentence::plain("runtime-more-errors").with("count", more)));
    let placed = |error: IntakeError| FaultRow {
        sheet: error.sheet,
        row: error.row,
        column: error.column.map(|column| (column.letter, column.words)),
        said: error.said,
    };
    errors.into_iter().map(placed).chain(more).collect()
}

fn written(path: &str) -> Sentence {
    Sentence::plain("runtime-written").with("file", path)
}

fn import_row(desk: &Desk, roll: &ImportedRoll) -> ImportRow {
    let (key, reference) = (&roll.key, desk.reference());
    let village = reference.division(key.division, desk.now().date()).map_or_else(|| key.division.to_string(), Division::place);
    let programme =
        reference.programme(&key.programme, key.period.start()).map_or(key.programme.as_str(), |programme| programme.name.as_str());
    ImportRow { title: format!("{village} {programme} {}", key.period), totals: roll.totals }
}
