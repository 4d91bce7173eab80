//! The acts of the demo, step by step, each at the desk of the user whose work it is.
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
use crate::office::{ActName, BatchName, BatchRef, Outcome, Target, Values};
use crate::runtime::clock::Clock;
use crate::runtime::desk::{
    Batch, Desk, DeskError, ImportAsked, NewOffice, NewStore, NewUserAsked,
};
use crate::runtime::files::{self, RealFolder};
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
    desk: &mut Desk,
    act: ActName,
    target: Target,
    values: &Values,
) -> Result<Outcome, CommandError> {
    let request = act.read(target, values).map_err(DeskError::from)?;
    Ok(desk.perform(&request)?)
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

    pub(super) fn desk(&self, player: &Player, days_ago: i64) -> Result<Desk, DeskError> {
        Desk::open(
            &self.folder.join("data"),
            player.name,
            &Password::new(player.password),
            0,
            self.ago(days_ago),
        )
    }

    pub(super) fn batch(&self, desk: &Desk, roll: usize) -> Result<Batch, DeskError> {
        desk.batch(&self.named(roll).name)
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
        desk: &mut Desk,
        act: ActName,
        roll: usize,
        values: &Values,
    ) -> Result<Outcome, CommandError> {
        perform(desk, act, Target::Batch(self.named(roll)), values)
    }

    fn found(&mut self) -> Result<(), CommandError> {
        let password = Password::new(ADMINISTRATOR.password);
        let division = DivisionCode::parse("140923104").map_err(
            |_constant: crate::domain::reference::division::DivisionCodeError| {
                DeskError::UnknownDivision
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
        let mut desk = prepared.found()?.desk;
        desk.import_reference(&builtin::daixian().map_err(DeskError::from)?)?;
        for player in PLAYERS.iter().filter(|player| player.name != ADMINISTRATOR.name) {
            let roles = Roles::new([player.role]).map_err(
                |_one_role: crate::domain::people::user::RolesError| DeskError::NotEnrolled,
            )?;
            let password = Password::new(player.password);
            desk.add_user(&NewUserAsked {
                name: player.name,
                roles,
                id_number: player.id_number,
                password: &password,
            })?;
        }
        Ok(desk.close()?)
    }

    fn import(&mut self) -> Result<(), CommandError> {
        let mut desk = self.desk(&CLERK, 15)?;
        for roll in &ROLLS {
            let path = self.folder.join("rolls").join(roll.file);
            files::write(&path, roll.bytes)?;
            let imported =
                desk.import(&path, &ImportAsked::default(), &AtomicBool::new(false), &mut |_| {})?;
            self.drafts.extend(imported.rolls.iter().filter_map(|roll| roll.draft));
        }
        Ok(desk.close()?)
    }

    /// One number is mended; what only needs a reason gets one.
    fn mend(&mut self) -> Result<(), CommandError> {
        let mut desk = self.desk(&CLERK, 15)?;
        let land = self.batch(&desk, LAND)?;
        desk.edit(
            &land,
            &Edit::Set { line: MENDED_LINE, field: Field::Id, value: MENDED_ID.to_owned() },
        )?;
        for roll in 0..ROLLS.len() {
            let batch = self.batch(&desk, roll)?;
            let (checked, given) = (desk.check(&batch)?, desk.rows(&batch)?.explanations);
            for finding in open_findings(&checked.findings, &given) {
                let reason = "已对照身份证、户口簿和村级台账核实,情况属实".to_owned();
                desk.edit(
                    &batch,
                    &Edit::Explain { check: finding.check, lines: finding.lines.clone(), reason },
                )?;
            }
        }
        Ok(desk.close()?)
    }

    fn publish(&mut self) -> Result<(), CommandError> {
        let mut desk = self.desk(&CLERK, 15)?;
        for roll in [LAND, GRAIN] {
            self.ask(&mut desk, ActName::Publish, roll, &Values::default())?;
        }
        Ok(desk.close()?)
    }

    fn submit(&mut self) -> Result<(), CommandError> {
        let mut desk = self.desk(&CLERK, 6)?;
        let all: Vec<usize> = (0..ROLLS.len()).collect();
        perform(&mut desk, ActName::Submit, self.batches(&all), &Values::default())?;
        Ok(desk.close()?)
    }

    /// One batch goes back; one stays for the visitor to review; one is noticed after its approval.
    fn review(&mut self) -> Result<(), CommandError> {
        let mut desk = self.desk(&REVIEWER, 5)?;
        for roll in [LAND, GRAIN, AGED] {
            self.ask(&mut desk, ActName::Approve, roll, &Values::default())?;
        }
        self.ask(&mut desk, ActName::Publish, AGED, &Values::default())?;
        let back = Values::default().with("reason", "第1行请补写村民小组").with("lines", "1");
        self.ask(&mut desk, ActName::Return, JOBS, &back)?;
        Ok(desk.close()?)
    }

    fn mend_again(&mut self) -> Result<(), CommandError> {
        let mut desk = self.desk(&CLERK, 4)?;
        let jobs = self.batch(&desk, JOBS)?;
        desk.edit(&jobs, &Edit::Set { line: 1, field: Field::Group, value: "一组".to_owned() })?;
        self.ask(&mut desk, ActName::Submit, JOBS, &Values::default())?;
        desk.close()?;
        let mut desk = self.desk(&REVIEWER, 3)?;
        self.ask(&mut desk, ActName::Approve, JOBS, &Values::default())?;
        Ok(desk.close()?)
    }

    fn pay(&mut self) -> Result<(), CommandError> {
        let mut desk = self.desk(&TREASURER, 0)?;
        perform(&mut desk, ActName::PayList, self.batches(&[LAND, GRAIN]), &Values::default())?;
        let land = self.batch(&desk, LAND)?;
        self.pay_list = land.dossier.pay_list().map(|paid| paid.list.clone()).unwrap_or_default();
        for (name, bytes) in desk.export(&self.pay_list)? {
            files::write(&self.folder.join("finance").join(name), &bytes)?;
        }
        Ok(desk.close()?)
    }

    fn print(&mut self) -> Result<(), CommandError> {
        let desk = self.desk(&CLERK, 0)?;
        let land = self.batch(&desk, LAND)?;
        files::write(&self.folder.join(POSTER), &desk.poster(&land)?)?;
        desk.site(&mut RealFolder::new(self.folder.join("site")))?;
        Ok(desk.close()?)
    }
}
