//! Collection templates of the provincial platform: an empty one, and a batch in its template.
use super::batch::Batch;
use super::error::Failure;
use super::open::Session;
use crate::documents::sheets::About;
use crate::documents::template_sheet::{first_row, template_sheet};
use crate::domain::roll::template::{Place, Template};
use crate::domain::text::sentence::Spoken;
use crate::domain::values::period::Period;
use crate::intake::{ColumnPlace, IntakeError};

/// A batch in its template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateMade {
    /// The workbook; nothing while the platform would refuse a cell.
    pub bytes: Option<Vec<u8>>,
    /// Each cell that the platform would refuse, at its place in the workbook.
    pub faults: Vec<IntakeError>,
    /// Rows written or looked at.
    pub rows: u32,
    /// Version of the template.
    pub version: String,
}

impl Session {
    /// The empty template of a programme (code, name or alias) for payments of `period`; with its
    /// version.
    ///
    /// # Errors
    /// No such programme, or no template of it.
    pub fn blank_template(&self, programme: &str, period: Period) -> Result<TemplateMade, Failure> {
        let code = self
            .reference
            .programme_named(programme)
            .ok_or(Failure::UnknownProgramme)?
            .code
            .clone();
        let template = self.template(&code, period)?;
        let bytes = template_sheet(template, &[], &self.about(&code))?;
        Ok(TemplateMade {
            bytes: Some(bytes),
            faults: Vec::new(),
            rows: 0,
            version: template.version().to_owned(),
        })
    }

    /// A batch in the template that holds for its programme and period.
    ///
    /// # Errors
    /// No such template. What the platform would refuse is in the answer, and then there is no
    /// workbook.
    pub fn in_template(&self, batch: &Batch) -> Result<TemplateMade, Failure> {
        let key = &batch.draft.key;
        let template = self.template(&key.programme, key.period)?;
        let about = self.about(&key.programme);
        let today = self.now().date();
        let village = self
            .reference
            .division(key.division, today)
            .map(|division| division.name.clone())
            .unwrap_or_default();
        let bank = self.reference.villages.iter().find(|village| village.division == key.division);
        let bank = bank.map_or("", |village| village.bank.as_str());
        let first = first_row(template, &about);
        let mut rows = Vec::new();
        let mut faults = Vec::new();
        for (serial, line) in (1_u32..).zip(&self.rows(batch)?.lines) {
            let place = Place {
                serial,
                village: &village,
                bank,
                period_start: key.period.start(),
                filled_on: today,
            };
            let (cells, problems) = template.write(line, &place);
            rows.push(cells);
            faults.extend(problems.into_iter().map(|(column, problem)| IntakeError {
                sheet: template.sheet().to_owned(),
                row: first.saturating_add(serial).saturating_sub(1),
                column: Some(ColumnPlace::of(
                    column,
                    template.columns().get(column).map_or("", |column| &column.label),
                )),
                sentence: problem.sentence(),
            }));
        }
        let bytes =
            if faults.is_empty() { Some(template_sheet(template, &rows, &about)?) } else { None };
        let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        Ok(TemplateMade { bytes, faults, rows: count, version: template.version().to_owned() })
    }

    fn template(&self, programme: &str, period: Period) -> Result<&Template, Failure> {
        self.reference.template(programme, period.start()).ok_or(Failure::NoTemplate)
    }

    fn about(&self, programme: &str) -> About {
        let made_on = self.now().date();
        let name = self
            .reference
            .programme(programme, made_on)
            .map_or(programme, |programme| programme.name.as_str());
        About { title: format!("{name}采集模板"), made_on, practice: self.office.practice }
    }
}
