//! Thirty kills (-9) of the real binary while it imports, edits, submits, approves and backs up.
//! After each, journal and pages are sound, what was acknowledged (exit status 0) is there, and
//! what was not is there whole or not at all.
//!
//! A kill says nothing about power cuts: the system keeps what was written. For those see
//! `store_crash.rs`.

use crate::support::chance::{self, Chance};
use crate::support::machine::{ADMINISTRATOR, CLERK, OfficeMachine, REVIEWER};
use crate::support::seeker::{lines_of, roll_files};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Child;
use std::time::{Duration, Instant};

const KILLS: u32 = 30;
const DAY: &str = "2026-07-01";

/// What is known of a batch: acknowledged, or seen after a kill.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Known {
    stage: String,
    lines: u64,
    /// 备注 of its first line, the cell that is edited.
    remark: String,
}

/// What a command would do if it came to its end.
enum Act {
    Import(Vec<PathBuf>),
    Edit(String, String),
    Submit(String),
    Approve(String),
    Backup,
}

/// Stage and lines of each batch, as `batch list` says.
type Listed = BTreeMap<String, (String, u64)>;

struct Office {
    machine: OfficeMachine,
    chance: Chance,
    rolls: Vec<PathBuf>,
    known: BTreeMap<String, Known>,
    /// Entries in the last backup that was acknowledged.
    backed_up: Option<u64>,
    login: Duration,
    /// Killed after the commit, before the acknowledgement.
    done_all_the_same: u32,
}

impl Office {
    fn new(seed: u64) -> Self {
        let machine = OfficeMachine::new();
        let began = Instant::now();
        machine.must(CLERK, DAY, &["batch", "list"]);
        let login = began.elapsed();
        Self {
            machine,
            chance: Chance(seed),
            rolls: roll_files(),
            known: BTreeMap::new(),
            backed_up: None,
            login,
            done_all_the_same: 0,
        }
    }

    fn at_stage(&mut self, stages: &[&str]) -> Option<String> {
        let there: Vec<&String> = self
            .known
            .iter()
            .filter(|(_, known)| stages.contains(&known.stage.as_str()))
            .map(|(name, _)| name)
            .collect();
        (!there.is_empty()).then(|| there[self.chance.place(there.len())].clone())
    }

    fn next_act(&mut self, round: u32) -> Act {
        let act = match self.chance.below(5) {
            0 => self.at_stage(&["open"]).map(|draft| Act::Edit(draft, format!("第{round}次改"))),
            1 => self.at_stage(&["open"]).map(Act::Submit),
            2 => self.at_stage(&["submitted"]).map(Act::Approve),
            3 => Some(Act::Backup),
            _ => None,
        };
        let two = |office: &mut Self| {
            Act::Import((0..office.rolls.len().min(2)).map(|_| office.rolls.remove(0)).collect())
        };
        act.unwrap_or_else(|| if self.rolls.is_empty() { Act::Backup } else { two(self) })
    }

    /// Starts the act and kills it at some moment; true = it was acknowledged before.
    fn do_and_kill(&mut self, act: &Act) -> bool {
        let backups = self.machine.inside("backups");
        let (user, arguments): (&str, Vec<&str>) = match act {
            Act::Import(files) => (
                CLERK,
                [vec!["roll", "import"], files.iter().map(|file| file.to_str().unwrap()).collect()]
                    .concat(),
            ),
            Act::Edit(draft, remark) => (
                CLERK,
                vec!["batch", "edit", draft, "--line", "1", "--field", "remark", "--value", remark],
            ),
            Act::Submit(draft) => (CLERK, vec!["batch", "submit", draft]),
            Act::Approve(draft) => (REVIEWER, vec!["batch", "approve", draft]),
            Act::Backup => (ADMINISTRATOR, vec!["store", "backup", "--out", &backups]),
        };
        let ledger = self.machine.tree().join("data/ledger.cunbang");
        let touched = || std::fs::metadata(&ledger).unwrap().modified().unwrap();
        let before = touched();
        let mut child = self.machine.start(user, DAY, &arguments);
        let began = Instant::now();
        if self.chance.happens(20) {
            let wait = self
                .login
                .mul_f64(f64::from(u32::try_from(self.chance.below(100)).unwrap()) / 100.0);
            watch(&mut child, || began.elapsed() >= wait);
        } else {
            // the login is over and the store open: the short time in which something is written
            watch(&mut child, || touched() != before);
            let most = if matches!(act, Act::Import(_) | Act::Backup) {
                self.login / 3
            } else {
                self.login / 6
            };
            let wait =
                most.mul_f64(f64::from(u32::try_from(self.chance.below(100)).unwrap()) / 100.0);
            let began = Instant::now();
            watch(&mut child, || began.elapsed() >= wait);
        }
        child.kill().unwrap();
        let output = child.wait_with_output().unwrap();
        let refused = output.status.code().is_some_and(|code| code != 0);
        assert!(
            !refused,
            "{}: {}",
            arguments[..2].join(" "),
            String::from_utf8_lossy(&output.stderr)
        );
        output.status.success()
    }

    /// Journal, pages and every batch after a kill.
    fn inspect(&mut self, act: Act, acknowledged: bool) {
        let verified = self.machine.must(ADMINISTRATOR, DAY, &["journal", "verify"]);
        assert_eq!(verified["faults"].as_array().unwrap().len(), 0);
        assert_eq!(self.machine.must(ADMINISTRATOR, DAY, &["store", "check"])["whole"], true);
        let listed = self.listed();
        let mut may_be = self.known.clone();
        match act {
            Act::Import(files) => self.inspect_import(&listed, files, acknowledged, &mut may_be),
            Act::Edit(draft, remark) => {
                self.inspect_change(&draft, acknowledged, &mut may_be, |known| {
                    known.remark = remark;
                });
            }
            Act::Submit(draft) => {
                self.inspect_change(&draft, acknowledged, &mut may_be, |known| {
                    known.stage = "submitted".into();
                });
            }
            Act::Approve(draft) => {
                self.inspect_change(&draft, acknowledged, &mut may_be, |known| {
                    known.stage = "approved".into();
                });
            }
            Act::Backup => self.inspect_backup(verified["entries"].as_u64().unwrap(), acknowledged),
        }
        self.done_all_the_same += u32::from(!acknowledged && may_be != self.known);
        self.known = may_be;
        let known: Listed = self
            .known
            .iter()
            .map(|(name, known)| (name.clone(), (known.stage.clone(), known.lines)))
            .collect();
        assert_eq!(listed, known);
    }

    fn inspect_import(
        &mut self,
        listed: &Listed,
        files: Vec<PathBuf>,
        acknowledged: bool,
        may_be: &mut BTreeMap<String, Known>,
    ) {
        let mut new: Vec<String> =
            listed.keys().filter(|name| !self.known.contains_key(*name)).cloned().collect();
        assert!(!acknowledged || new.len() == files.len(), "an acknowledged import is lost");
        // D-9 comes before D-10
        new.sort_by_key(|name| (name.len(), name.clone()));
        let mut drafts = new.into_iter();
        // one transaction a file: what came in is a beginning of the files, each of them whole
        for file in files {
            let Some(draft) = drafts.next() else {
                self.rolls.insert(0, file);
                continue;
            };
            let now = self.shown(&draft);
            assert_eq!(now.lines, lines_of(&file).1.len() as u64, "half a roll");
            may_be.insert(draft, now);
        }
        assert_eq!(drafts.next(), None);
    }

    fn inspect_change(
        &self,
        draft: &str,
        acknowledged: bool,
        may_be: &mut BTreeMap<String, Known>,
        change: impl FnOnce(&mut Known),
    ) {
        let before = self.known[draft].clone();
        let mut after = before.clone();
        change(&mut after);
        let now = self.shown(draft);
        assert!(
            now == after || (!acknowledged && now == before),
            "{draft} is {now:?}, acknowledged: {acknowledged}, after: {after:?}"
        );
        may_be.insert(draft.to_owned(), now);
    }

    /// The newest backup that was acknowledged can always be brought back.
    fn inspect_backup(&mut self, entries: u64, acknowledged: bool) {
        if acknowledged {
            self.backed_up = Some(entries);
        }
        let Some(kept) = self.backed_up else { return };
        let place = tempfile::tempdir().unwrap();
        let restored = place.path().join("restored").to_str().unwrap().to_owned();
        self.machine.must(
            ADMINISTRATOR,
            DAY,
            &["store", "restore", "--from", &self.machine.inside("backups"), "--data", &restored],
        );
        let verified =
            self.machine.must(ADMINISTRATOR, DAY, &["journal", "verify", "--data", &restored]);
        let in_copy = verified["entries"].as_u64().unwrap();
        assert!(in_copy >= kept, "the backup holds {in_copy} entries of {kept}");
    }

    fn listed(&self) -> Listed {
        let list = self.machine.must(CLERK, DAY, &["batch", "list"]);
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let batches = list["batches"].as_array().unwrap().iter();
        batches
            .map(|batch| {
                (text(&batch["draft"]), (text(&batch["stage"]), batch["lines"].as_u64().unwrap()))
            })
            .collect()
    }

    fn shown(&self, draft: &str) -> Known {
        let shown = self.machine.must(CLERK, DAY, &["batch", "show", draft]);
        let rows = shown["rows"].as_array().unwrap();
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        assert_eq!(shown["totals"]["lines"].as_u64().unwrap(), rows.len() as u64);
        Known {
            stage: text(&shown["stage"]),
            lines: rows.len() as u64,
            remark: text(&rows[0]["remark"]),
        }
    }
}

/// Until `now` says so or the program has ended.
fn watch(child: &mut Child, now: impl Fn() -> bool) {
    while !now() && child.try_wait().unwrap().is_none() {
        std::hint::spin_loop();
    }
}

#[test]
fn thirty_kills_lose_nothing_that_was_acknowledged() {
    let seed = chance::seed();
    println!("seed {seed}");
    let mut office = Office::new(seed);
    // only programmes that are submitted without a notice before, and rolls without open findings
    office.rolls.retain(|file| {
        ["高龄津贴", "公益性岗位补贴", "最低生活保障金"]
            .iter()
            .any(|name| file.to_str().unwrap().contains(name))
    });
    // one person of this village has two incomes on one account: whichever roll comes second wants
    // a reason (A06)
    office.rolls.retain(|file| !file.to_str().unwrap().contains("小敦素村-农村居民最低生活保障金"));
    let first = office.machine.must(
        ADMINISTRATOR,
        DAY,
        &["store", "backup", "--out", &office.machine.inside("backups")],
    );
    office.backed_up = first["entries"].as_u64();
    let mut killed = 0;
    let mut rounds = 0;
    while killed < KILLS {
        assert!(rounds < 4 * KILLS, "only {killed} of {rounds} commands could be killed");
        let act = office.next_act(rounds);
        let acknowledged = office.do_and_kill(&act);
        killed += u32::from(!acknowledged);
        rounds += 1;
        office.inspect(act, acknowledged);
    }
    for (draft, known) in &office.known {
        assert_eq!(office.shown(draft), *known);
    }
    let acknowledged = rounds - killed;
    let done = office.done_all_the_same;
    println!(
        "{killed} kills ({done} after the commit), {acknowledged} acknowledged, {} batches",
        office.known.len()
    );
}
