//! The acts of the demo, step by step, each in the session of the user whose work it is.
use super::users::{
    ADMINISTRATOR, AGED, CLERK, GRAIN, JOBS, LAND, MENDED_ID, MENDED_LINE, PLAYERS, Player,
    REVIEWER, ROLLS, TREASURER,
};
use crate::cli::error::CommandError;
use crate::domain::people::user::Roles;
use crate::domain::reference::builtin;
use crate::domain::reference::division::DivisionCode;
use crate::domain::roll::{Edit, Field, open_findings};
use crate::domain::values::timestamp::Timestamp;
use crate::office::{ActName, BatchName, BatchRef, DraftEdit, Outcome, Request, Target, Values};
use crate::runtime::clock::Clock;
use crate::runtime::files::{self, RealFolder};
use crate::runtime::session::{
    Batch, Failure, ImportAsked, NewOffice, NewStore, NewUserAsked, Session,
};
use crate::vault::{KdfCost, Password};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

/// The poster's file.
pub const POSTER: &str = "poster.pdf";

/// One step, and what is said before it.
pub struct Step {
    /// Key of the sentence.
    pub sentence: &'static str,
    /// What is done.
    pub act: fn(&mut Play) -> Result<(), CommandError>,
}

/// The demo while it runs.
pub struct Play {
    folder: PathBuf,
    today: Timestamp,
    /// Numbers of the drafts, in the order of [`ROLLS`].
    drafts: Vec<u32>,
    pay_list: String,
}

const DAY: i64 = 86_400;

/// Asks the office for one act, as form and command line do.
pub(super) fn perform(
    session: &mut Session,
    act: ActName,
    target: Target,
    values: &Values,
) -> Result<Outcome, CommandError> {
    let request = act.read(target, values).map_err(Failure::from)?;
    Ok(session.perform(&request)?)
}

/// One change of a draft, as the sheet asks for it.
fn change(session: &mut Session, batch: &Batch, edit: Edit) -> Result<(), CommandError> {
    let batch = BatchRef { name: BatchName::Draft(batch.draft.number), seen: None };
    session.perform(&Request::edit(batch, DraftEdit::Do(edit)))?;
    Ok(())
}

impl Play {
    /// The whole job.
    pub const STEPS: [Step; 12] = [
        Step { sentence: "demo-step-found", act: Self::found },
        Step { sentence: "demo-step-import", act: Self::import },
        Step { sentence: "demo-step-mend", act: Self::mend },
        Step { sentence: "demo-step-publish", act: Self::publish },
        Step { sentence: "demo-step-post", act: Self::post },
        Step { sentence: "demo-step-object", act: Self::object },
        Step { sentence: "demo-step-submit", act: Self::submit },
        Step { sentence: "demo-step-review", act: Self::review },
        Step { sentence: "demo-step-mend-again", act: Self::mend_again },
        Step { sentence: "demo-step-object-again", act: Self::object_again },
        Step { sentence: "demo-step-pay", act: Self::pay },
        Step { sentence: "demo-step-print", act: Self::print },
    ];

    /// Begins in `folder`; `today` is the day of the last step.
    #[must_use]
    pub fn new(folder: &Path, today: Timestamp) -> Self {
        Self { folder: folder.to_path_buf(), today, drafts: Vec::new(), pay_list: String::new() }
    }

    /// What the job leaves: key of the sentence and place.
    #[must_use]
    pub fn left(&self) -> [(&'static str, PathBuf); 4] {
        let place = |name: &str| self.folder.join(name);
        [
            ("demo-left-poster", place(POSTER)),
            ("demo-left-site", place("site").join("index.html")),
            ("demo-left-finance", place("finance")),
            ("demo-left-data", place("data")),
        ]
    }

    /// The clock `days` before the last step.
    fn ago(&self, days: i64) -> Clock {
        let seconds = self.today.seconds().saturating_sub(days.saturating_mul(DAY));
        Clock::Fixed(Timestamp::from_seconds(seconds).unwrap_or(self.today))
    }

    pub(super) fn session(&self, player: &Player, days_ago: i64) -> Result<Session, Failure> {
        Session::open(
            &self.folder.join("data"),
            player.name,
            &Password::new(player.password),
            0,
            self.ago(days_ago),
        )
    }

    pub(super) fn batch(&self, session: &Session, roll: usize) -> Result<Batch, Failure> {
        session.batch(&self.named(roll).name)
    }

    fn named(&self, roll: usize) -> BatchRef {
        let draft = self.drafts.get(roll).copied().unwrap_or_default();
        BatchRef { name: BatchName::Draft(draft), seen: None }
    }

    fn batches(&self, rolls: &[usize]) -> Target {
        Target::Batches(rolls.iter().map(|&roll| self.named(roll)).collect())
    }

    /// One act on the batch of a roll.
    pub(super) fn ask(
        &self,
        session: &mut Session,
        act: ActName,
        roll: usize,
        values: &Values,
    ) -> Result<Outcome, CommandError> {
        perform(session, act, Target::Batch(self.named(roll)), values)
    }

    fn found(&mut self) -> Result<(), CommandError> {
        let password = Password::new(ADMINISTRATOR.password);
        let division = DivisionCode::parse("140923104").map_err(
            |_constant: crate::domain::reference::division::DivisionCodeError| {
                Failure::UnknownDivision
            },
        )?;
        let office = NewOffice {
            division,
            name: "枣林镇人民政府",
            host: "CUNBANG.EXAMPLE",
            practice: true,
            administrator: ADMINISTRATOR.name,
            id_number: ADMINISTRATOR.id_number,
            password: &password,
        };
        let prepared =
            NewStore::prepare(&self.folder.join("data"), &office, KdfCost::STANDARD, self.ago(16))?;
        let mut session = prepared.found()?.session;
        session.import_reference(&builtin::daixian().map_err(Failure::from)?)?;
        for player in PLAYERS.iter().filter(|player| player.name != ADMINISTRATOR.name) {
            let roles = Roles::new([player.role]).map_err(
                |_one_role: crate::domain::people::user::RolesError| Failure::NotEnrolled,
            )?;
            let password = Password::new(player.password);
            session.add_user(&NewUserAsked {
                name: player.name,
                roles,
                id_number: player.id_number,
                password: &password,
            })?;
        }
        Ok(session.close()?)
    }

    fn import(&mut self) -> Result<(), CommandError> {
        let mut session = self.session(&CLERK, 15)?;
        for roll in &ROLLS {
            let path = self.folder.join("rolls").join(roll.file);
            files::write(&path, roll.bytes)?;
            let imported = session.import(
                &path,
                &ImportAsked::default(),
                &AtomicBool::new(false),
                &mut |_| {},
            )?;
            self.drafts.extend(imported.rolls.iter().filter_map(|roll| roll.draft));
        }
        Ok(session.close()?)
    }

    /// One number is mended; what only needs a reason gets one.
    fn mend(&mut self) -> Result<(), CommandError> {
        let mut session = self.session(&CLERK, 15)?;
        let land = self.batch(&session, LAND)?;
        let number = Edit::Set { line: MENDED_LINE, field: Field::Id, value: MENDED_ID.to_owned() };
        change(&mut session, &land, number)?;
        for roll in 0..ROLLS.len() {
            let batch = self.batch(&session, roll)?;
            let checked = session.check(&batch)?;
            let given = session.rows(&batch)?.explanations;
            for finding in open_findings(&checked.findings, &given) {
                let reason = "已对照身份证、户口簿和村级台账核实,情况属实".to_owned();
                let lines = finding.lines.clone();
                change(
                    &mut session,
                    &batch,
                    Edit::Explain { check: finding.check, lines, reason },
                )?;
            }
        }
        Ok(session.close()?)
    }

    fn publish(&mut self) -> Result<(), CommandError> {
        let mut session = self.session(&CLERK, 15)?;
        for roll in [LAND, GRAIN] {
            self.ask(&mut session, ActName::Publish, roll, &Values::default())?;
        }
        Ok(session.close()?)
    }

    fn submit(&mut self) -> Result<(), CommandError> {
        let mut session = self.session(&CLERK, 6)?;
        let all: Vec<usize> = (0..ROLLS.len()).collect();
        perform(&mut session, ActName::Submit, self.batches(&all), &Values::default())?;
        Ok(session.close()?)
    }

    /// One batch goes back; one stays for the visitor to review; one is noticed after its approval.
    fn review(&mut self) -> Result<(), CommandError> {
        let mut session = self.session(&REVIEWER, 5)?;
        for roll in [LAND, GRAIN, AGED] {
            self.ask(&mut session, ActName::Approve, roll, &Values::default())?;
        }
        self.ask(&mut session, ActName::Publish, AGED, &Values::default())?;
        let back = Values::default().with("reason", "第1行请补写村民小组").with("lines", "1");
        self.ask(&mut session, ActName::Return, JOBS, &back)?;
        Ok(session.close()?)
    }

    fn mend_again(&mut self) -> Result<(), CommandError> {
        let mut session = self.session(&CLERK, 4)?;
        let jobs = self.batch(&session, JOBS)?;
        change(
            &mut session,
            &jobs,
            Edit::Set { line: 1, field: Field::Group, value: "一组".to_owned() },
        )?;
        self.ask(&mut session, ActName::Submit, JOBS, &Values::default())?;
        session.close()?;
        let mut session = self.session(&REVIEWER, 3)?;
        self.ask(&mut session, ActName::Approve, JOBS, &Values::default())?;
        Ok(session.close()?)
    }

    fn pay(&mut self) -> Result<(), CommandError> {
        let mut session = self.session(&TREASURER, 0)?;
        perform(&mut session, ActName::PayList, self.batches(&[LAND, GRAIN]), &Values::default())?;
        let land = self.batch(&session, LAND)?;
        self.pay_list = land.dossier.pay_list().map(|paid| paid.list.clone()).unwrap_or_default();
        for (name, bytes) in session.export(&self.pay_list)? {
            files::write(&self.folder.join("finance").join(name), &bytes)?;
        }
        Ok(session.close()?)
    }

    fn print(&mut self) -> Result<(), CommandError> {
        let session = self.session(&CLERK, 0)?;
        let land = self.batch(&session, LAND)?;
        files::write(&self.folder.join(POSTER), &session.poster(&land)?)?;
        session.site(&mut RealFolder::new(self.folder.join("site")))?;
        Ok(session.close()?)
    }
}
