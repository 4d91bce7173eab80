//! The one executor: whatever somebody asks of the office is planned by its act and carried out here.
use super::batch::BatchName;
use super::error::Failure;
use super::open::Session;
use crate::domain::dossier::SubjectState;
use crate::domain::journal::{NewEntry, Subject};
use crate::domain::roll::DraftRecord;
use crate::office::{Done, Outcome, Plan, PlannedDraft, Request, Rewritten};

/// What was written.
#[derive(Default)]
pub(super) struct Written {
    folded: Vec<(Subject, SubjectState)>,
    draft: Option<DraftRecord>,
    rewritten: Option<Rewritten>,
}

impl Session {
    /// Does what is asked: plans it, writes it in one transaction, says what came of it.
    ///
    /// # Errors
    /// What the rules refuse; trouble with the store, a paper or the disk. Nothing is written then.
    pub fn perform(&mut self, request: &Request) -> Result<Outcome, Failure> {
        let plan = request.plan(&*self)?;
        let written = self.carry_out(plan)?;
        let Written { folded, draft, rewritten } = written;
        let reference = &self.reference;
        let today = self.now().date();
        Ok(request.outcome(&Done { folded, draft, rewritten, reference, today }))
    }

    pub(super) fn carry_out(&mut self, plan: Plan) -> Result<Written, Failure> {
        match plan {
            Plan::Entries(entries) => {
                let folded = self.append(entries)?;
                Ok(Written { folded, ..Written::default() })
            }
            Plan::Erase { entries, blobs } => self.erase_and_rewrite(entries, blobs),
            Plan::Draft(planned) => {
                let PlannedDraft { key, lines, source } = *planned;
                let draft = self.start_draft(key, &lines, &source)?.draft;
                Ok(Written { draft: Some(draft), ..Written::default() })
            }
            Plan::Edit { number, edit } => {
                let batch = self.batch(&BatchName::Draft(number))?;
                let draft = self.change_draft(&batch, &edit)?;
                Ok(Written { draft: Some(draft), ..Written::default() })
            }
            Plan::Undo(number) => {
                let batch = self.batch(&BatchName::Draft(number))?;
                let draft = self.take_change_back(&batch)?;
                Ok(Written { draft: Some(draft), ..Written::default() })
            }
            Plan::Discard(number) => {
                self.store.discard_draft(number)?;
                self.forget_drafts();
                Ok(Written::default())
            }
        }
    }

    fn append(&mut self, entries: Vec<NewEntry>) -> Result<Vec<(Subject, SubjectState)>, Failure> {
        let done = self.store.append(self.pen()?, entries)?;
        self.forget_people();
        Ok(done.into_iter().map(|acted| (acted.subject, acted.state)).collect())
    }

    /// What was destroyed stands in free pages and in backups still: both are written anew.
    fn erase_and_rewrite(
        &mut self,
        entries: Vec<NewEntry>,
        blobs: usize,
    ) -> Result<Written, Failure> {
        let folded = self.append(entries)?;
        self.rewrite()?;
        let (renewed, unreachable) = self.renew_backups()?;
        let shown = |places: Vec<std::path::PathBuf>| {
            places.into_iter().map(|place| place.display().to_string()).collect()
        };
        let rewritten =
            Rewritten { blobs, renewed: shown(renewed), unreachable: shown(unreachable) };
        Ok(Written { folded, rewritten: Some(rewritten), ..Written::default() })
    }
}
