//! What leaves the office (posters, sheets, site, finance files) and what comes in (roll
//! files).
use super::office::{Office, done};
use super::task::TaskContext;
use crate::app::message::Answer;
use crate::app::paper::Paper;
use crate::app::views::{BatchId, FaultRow, ImportRow, ImportView, QrView, RollSource};
use crate::domain::reference::division::{Division, DivisionCode};
use crate::domain::roll::BatchKind;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::period::Period;
use crate::intake::{IntakeError, Report};
use crate::runtime::files::{self, RealFolder};
use crate::runtime::session::{Failure, ImportAsked, ImportedRoll, Session, write_paper};
use std::path::Path;

impl Office {
    /// Writes a paper; recall orders are a file for each disclosure.
    pub(super) fn paper(&self, paper: &Paper, path: &str) -> Result<Answer, Failure> {
        let session = self.session()?;
        let file = Path::new(path);
        let bytes = match paper {
            Paper::Poster(id) => session.poster(&self.batch(id)?)?,
            Paper::SignatureSheet(id) => session.signature_sheet(&self.batch(id)?)?,
            Paper::CorrectionNotice(id) => session.correction_notice(&self.batch(id)?)?,
            Paper::Reply(no) => session.reply_letter(&session.case(no)?)?,
            Paper::Coverage => {
                let as_sheet = file.extension().is_some_and(|ending| ending == "xlsx");
                session.coverage_paper(&session.coverage()?, as_sheet)?
            }
            Paper::PolicyCards(programme) => {
                session.policy_cards(Some(programme.as_str()).filter(|named| !named.is_empty()))?
            }
            Paper::Recalls => return self.recall_orders(path),
        };
        write_paper(file, &bytes)?;
        Ok(done(written(path)))
    }

    fn recall_orders(&self, folder: &str) -> Result<Answer, Failure> {
        let orders = self.session()?.recall_orders()?;
        for (name, bytes) in &orders {
            write_paper(&Path::new(folder).join(name), bytes)?;
        }
        Ok(done(
            Sentence::plain("runtime-exported").with("folder", folder).with("files", orders.len()),
        ))
    }

    pub(super) fn show_qr(&self, id: &BatchId) -> Result<Answer, Failure> {
        let batch = self.batch(id)?;
        let (qr, address) = self.session()?.qr(&batch)?;
        let check_code = batch
            .dossier
            .live_disclosure()
            .map(|disclosed| disclosed.body.code.check_code())
            .unwrap_or_default();
        let side = qr.side();
        let dark = (0..side * side).map(|place| qr.is_dark(place % side, place / side)).collect();
        Ok(Answer::Qr(QrView {
            title: super::lists::title(&batch),
            address,
            check_code,
            side,
            dark,
        }))
    }

    pub(super) fn build_site(&self, folder: &str) -> Result<Answer, Failure> {
        let built = self.session()?.site(&mut RealFolder::new(folder))?;
        Ok(done(
            Sentence::plain("runtime-site-built").with("folder", folder).with("files", built.files),
        ))
    }

    pub(super) fn export(&self, pay_list: &str, folder: &str) -> Result<Answer, Failure> {
        let made = self.session()?.export(pay_list)?;
        for (name, bytes) in &made {
            files::write(&Path::new(folder).join(name), bytes)?;
        }
        Ok(done(
            Sentence::plain("runtime-exported").with("folder", folder).with("files", made.len()),
        ))
    }

    /// A village by name or code; nothing if nothing was typed.
    pub(super) fn village_named(&self, typed: &str) -> Result<Option<DivisionCode>, Failure> {
        if typed.is_empty() {
            return Ok(None);
        }
        let session = self.session()?;
        let is_meant = |division: &&Division| division.name == typed || division.place() == typed;
        let named = || {
            session
                .reference()
                .villages_on(session.now().date())
                .find(is_meant)
                .map(|division| division.code)
        };
        Ok(Some(DivisionCode::parse(typed).ok().or_else(named).ok_or(Failure::UnknownDivision)?))
    }

    /// What the clerk typed because the file leaves it open.
    fn asked(&self, source: &RollSource) -> Result<ImportAsked, Failure> {
        let named = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Ok(ImportAsked {
            programme: named(&source.programme),
            division: self.village_named(&source.village)?,
            period: Period::parse(&source.period).ok(),
            profile: named(&source.profile),
            kind: if source.arrears { BatchKind::Arrears } else { BatchKind::Normal },
            ..ImportAsked::default()
        })
    }

    /// A file's faults are an answer, not a failure: each stands on the screen with its row.
    pub(super) fn import(
        &mut self,
        source: &RollSource,
        dry_run: bool,
        going: &mut TaskContext,
    ) -> Result<Answer, Failure> {
        let asked = ImportAsked { dry_run, ..self.asked(source)? };
        let stop = going.stop;
        let progress = &mut going.progress;
        let imported =
            self.session_mut()?
                .import(Path::new(&source.path), &asked, stop, &mut |lines| progress(lines, 0));
        let view = match imported {
            Ok(imported) => {
                let session = self.session()?;
                let rolls = imported.rolls.iter().map(|roll| import_row(session, roll)).collect();
                let Report { errors, more_errors, notes, .. } = imported.report;
                ImportView { rolls, errors: faults(errors, more_errors), remarks: notes }
            }
            Err(Failure::Intake(errors, more)) => {
                ImportView { errors: faults(errors, more), ..ImportView::default() }
            }
            Err(error) => return Err(error),
        };
        Ok(if dry_run { Answer::DryRun(view) } else { Answer::Imported(view) })
    }
}

/// Each fault of a file with its place, and how many more there are.
fn faults(errors: Vec<IntakeError>, more: u64) -> Vec<FaultRow> {
    let whole = |sentence| FaultRow { sheet: String::new(), row: 0, column: None, sentence };
    let more =
        (more > 0).then(|| whole(Sentence::plain("runtime-more-errors").with("count", more)));
    let placed = |error: IntakeError| FaultRow {
        sheet: error.sheet,
        row: error.row,
        column: error.column.map(|column| (column.letter, column.words)),
        sentence: error.sentence,
    };
    errors.into_iter().map(placed).chain(more).collect()
}

fn written(path: &str) -> Sentence {
    Sentence::plain("runtime-written").with("file", path)
}

fn import_row(session: &Session, roll: &ImportedRoll) -> ImportRow {
    let key = &roll.key;
    let reference = session.reference();
    let village = reference
        .division(key.division, session.now().date())
        .map_or_else(|| key.division.to_string(), Division::place);
    let programme = reference
        .programme(&key.programme, key.period.start())
        .map_or(key.programme.as_str(), |programme| programme.name.as_str());
    ImportRow { title: format!("{village} {programme} {}", key.period), totals: roll.totals }
}
