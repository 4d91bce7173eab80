//! Where a person's number or name may stand, by the real binary: home, temporary folder and data
//! lie in one tree; after each step of the whole job, and after each kill, every file of the tree
//! is looked through.
//!
//! Numbers may stand in the finance files only. Full names may stand there, on the poster (as the
//! programme's class allows) and on the signature sheet; on the site never. On the screen `batch
//! show`, `batch diff` and `find` show names, no command shows a number unmasked. A file's own name
//! is repeated as typed, wherever a file is spoken of.

use crate::support::chance::{self, Chance};
use crate::support::machine::{ADMINISTRATOR, CLERK, OfficeMachine, REVIEWER, TREASURER};
use crate::support::seeker::{Seeker, lines_of, roll_files, written};
use cunbang::domain::roll::FindingTotals;
use cunbang::domain::roll::{Edit, Field, Totals};
use cunbang::domain::values::timestamp::Timestamp;
use cunbang::store::{NewDraft, Store, rows};
use cunbang::vault::{DataKey, Entropy};
use std::process::Output;
use std::time::Instant;

/// What the answer of a command may hold.
#[derive(Clone, Copy, PartialEq)]
enum Says {
    Nobody,
    Names,
}

/// The job under watch.
struct Watched {
    machine: OfficeMachine,
    seeker: Seeker,
}

fn path(name: &str) -> String {
    format!("{}/tests/data/rolls/{name}", env!("CARGO_MANIFEST_DIR"))
}

impl Watched {
    fn new() -> Self {
        let watched = Self { machine: OfficeMachine::new(), seeker: Seeker::of(&roll_files()) };
        watched.look("the founding");
        watched
    }

    /// Does a step, for people and as JSON where it may be repeated, and looks through everything.
    fn step(&self, user: &str, day: &str, arguments: &[&str], status: i32, says: Says) -> Output {
        let output = self.machine.run(user, day, arguments);
        let shown = [output.stdout.as_slice(), &output.stderr].concat();
        let step = arguments.iter().take(2).copied().collect::<Vec<_>>().join(" ");
        let seen = self.seeker.look(&shown);
        assert_eq!(seen.numbers.len(), 0, "the answer of `{step}` shows a number");
        assert!(
            says == Says::Names || seen.names.is_empty(),
            "the answer of `{step}` shows names: {:?}",
            seen.names
        );
        assert_eq!(
            output.status.code(),
            Some(status),
            "{step}: {}",
            String::from_utf8_lossy(&shown)
        );
        assert!(!String::from_utf8_lossy(&shown).contains("panicked"), "{step}");
        self.look(&step);
        output
    }

    fn clerk(&self, day: &str, arguments: &[&str]) {
        self.step(CLERK, day, arguments, 0, Says::Nobody);
    }

    /// Everything of the tree: who may stand where.
    fn look(&self, step: &str) {
        for (file, seen) in self.seeker.look_below(self.machine.tree()) {
            if file.starts_with("finance/") {
                continue;
            }
            assert_eq!(seen.numbers.len(), 0, "after `{step}` {file} holds numbers");
            let paper =
                ["public/poster.pdf", "public/signature-sheet.pdf"].contains(&file.as_str());
            assert!(
                paper || seen.names.is_empty(),
                "after `{step}` {file} holds names: {:?}",
                seen.names
            );
        }
        let stray =
            |file: &&std::path::PathBuf| file.starts_with("home") || file.starts_with("tmp");
        let files = self.machine.files();
        assert_eq!(files.iter().find(stray), None, "after `{step}`");
    }

    /// A mistake of a roll file that somebody could make: cells of a person in the wrong columns.
    fn displaced(&self) -> [String; 4] {
        let (_, lines) = lines_of(path("段村-耕地地力保护补贴-2026.csv").as_ref());
        let id = &lines[0].householder.id;
        let card = &lines[0].card;
        let name = &lines[0].householder.name;
        let head = "序号,姓名,身份证号,银行卡号,村名,村代码,年度,数量,标准,金额,发放日期";
        let row = |cells: &str| format!("{head}\n1,{cells}");
        let note = |name: &str, text: &str| self.machine.note(name, text);
        [
            note(
                "耕地地力保护补贴-1.csv",
                &row(&format!("{name},{id},{card},段村,,2026,10,67,{id},")),
            ),
            note(
                "耕地地力保护补贴-2.csv",
                &row(&format!("{name},{id},{card},{name},{card},{id},{card},{id},{card},{id}")),
            ),
            note("耕地地力保护补贴-3.csv", &format!("{name},{id},{card}\n{name},{id},{card},1.00")),
            note(
                "耕地地力保护补贴-4.csv",
                &format!("姓名,身份证号,{card},{name},{id},金额\n{name},{id},{card},,,{name}{id}"),
            ),
        ]
    }
}

#[test]
fn the_whole_job_leaves_no_number_and_no_name_outside_the_papers_and_the_finance_files() {
    let watched = Watched::new();
    let machine = &watched.machine;
    let rolls: Vec<String> =
        roll_files().iter().map(|path| path.to_str().unwrap().to_owned()).collect();
    let rolls: Vec<&str> = rolls.iter().map(String::as_str).collect();
    let (_, lines) = lines_of(path("段村-耕地地力保护补贴-2026.csv").as_ref());
    let id = lines[0].householder.id.as_str();
    let card = lines[0].card.as_str();
    let name = lines[0].householder.name.as_str();

    take_rolls_in(&watched, &rolls);
    let land = draft_of(machine, "P01", "段村");
    let aged = draft_of(machine, "P13", "段村");
    mend(&watched, &land, id, card, name);
    find(&watched, id, name);
    refuse(&watched, id, card);
    publish(&watched, &land, &aged);
    pay(&watched, &land);
    take_care(&watched);

    let found = watched.seeker.look_below(machine.tree());
    let poster = &found["public/poster.pdf"];
    assert!(
        poster.names.contains(name) && found["public/signature-sheet.pdf"].names.len() > 100,
        "the papers name the households"
    );
    for kind in ["xlsx", "csv"] {
        let paid =
            found.iter().filter(|(file, _)| file.starts_with("finance/") && file.ends_with(kind));
        let seen = paid.map(|(_, seen)| seen).next().unwrap();
        assert!(
            lines[1..]
                .iter()
                .all(|line| seen.numbers.contains(&line.card)
                    && seen.names.contains(&line.payee().name)),
            "{kind}"
        );
    }
}

fn take_rolls_in(watched: &Watched, rolls: &[&str]) {
    for form in [["--lang", "zh"].as_slice(), &["--json"]] {
        for file in watched.displaced() {
            watched.step(
                CLERK,
                "2026-07-01",
                &[&["roll", "import", &file], form].concat(),
                1,
                Says::Nobody,
            );
        }
        let dry = [&["roll", "import", "--dry-run"], rolls, form].concat();
        watched.clerk("2026-07-01", &dry);
    }
    watched.clerk("2026-07-01", &[&["roll", "import"], rolls].concat());
    let again = [&["roll", "import"], rolls].concat();
    watched.step(CLERK, "2026-07-01", &again, 1, Says::Nobody);
    watched.clerk("2026-07-01", &["batch", "list"]);
    watched.clerk("2026-07-01", &["batch", "list", "--json"]);
}

fn draft_of(machine: &OfficeMachine, programme: &str, village: &str) -> String {
    let list = machine.must(CLERK, "2026-07-01", &["batch", "list"]);
    let is_it =
        |batch: &&serde_json::Value| batch["programme"] == programme && batch["village"] == village;
    list["batches"].as_array().unwrap().iter().find(is_it).unwrap()["draft"]
        .as_str()
        .unwrap()
        .to_owned()
}

fn mend(watched: &Watched, land: &str, id: &str, card: &str, name: &str) {
    let machine = &watched.machine;
    let set = |field: &str, value: &str, status: i32| {
        let file = machine.note("value", value);
        let edit = ["batch", "edit", land, "--line", "2", "--field", field, "--value-file", &file];
        let form = if status == 0 { "--lang=zh" } else { "--json" };
        watched.step(
            CLERK,
            "2026-07-01",
            &[edit.as_slice(), &[form]].concat(),
            status,
            Says::Nobody,
        );
    };
    set("id", id, 0); // twice in one batch: a finding
    set("card", card, 0);
    set("name", name, 0);
    set("remark", &format!("代领人{name}{id}卡{card}"), 0);
    for field in ["amount", "quantity", "rate"] {
        set(field, &format!("{id}{name}"), 1);
    }
    for form in [["--lang", "en"].as_slice(), &["--json"]] {
        watched.step(
            CLERK,
            "2026-07-01",
            &[&["batch", "check", land], form].concat(),
            1,
            Says::Nobody,
        );
        watched.step(
            CLERK,
            "2026-07-01",
            &[&["batch", "show", land], form].concat(),
            0,
            Says::Names,
        );
    }
    watched.step(CLERK, "2026-07-01", &["batch", "diff", land, "--json"], 0, Says::Names);
    watched.clerk("2026-07-01", &["batch", "edit", land, "--insert"]);
    for _ in 0..5 {
        watched.clerk("2026-07-01", &["batch", "edit", land, "--undo"]);
    }
    watched.step(CLERK, "2026-07-01", &["batch", "check", land], 0, Says::Nobody);
}

fn find(watched: &Watched, id: &str, name: &str) {
    let initials = "wf";
    for text in [id, id.get(14..).unwrap(), name, initials] {
        for form in [["--lang", "zh"].as_slice(), &["--json"]] {
            let output = watched.step(
                CLERK,
                "2026-07-01",
                &[&["find", text], form].concat(),
                0,
                Says::Names,
            );
            assert!(String::from_utf8(output.stdout).unwrap().contains(name));
        }
    }
}

/// Numbers typed where they do not belong.
fn refuse(watched: &Watched, id: &str, card: &str) {
    for (number, form) in [(id, ["--lang", "zh"].as_slice()), (card, &["--json"])] {
        let wrong = [
            vec!["batch", "show", number],
            vec!["batch", "list", number],
            vec!["batch", "edit", "D-1", "--line", number, "--field", "card", "--value", number],
            vec!["batch", "edit", "D-1", "--line", "1", "--field", number, "--value", number],
            vec!["batch", "edit", "D-1", "--value", number],
            vec!["batch", "return", "D-1", "--reason", number, "--lines", number],
            vec!["batch", "publish", "D-1", "--from", number],
            vec!["roll", "new", "--from", number, "--period", "2027"],
            vec!["roll", "import", "--programme", number, "--division", number, "x.csv"],
            vec!["roll", "import", "--programme", number, "x.csv"],
            vec!["finance", "export", number, "--out", "x"],
            vec!["finance", "pay", number],
            vec!["verify", "x", number],
            vec![number],
            vec!["batch", number],
        ];
        for arguments in wrong {
            let output =
                watched.machine.run(CLERK, "2026-07-01", &[arguments.as_slice(), form].concat());
            let seen = watched.seeker.look(&[output.stdout, output.stderr].concat());
            assert_eq!(
                seen.numbers.len(),
                0,
                "{:?} repeats the number",
                &arguments[..arguments.len().min(2)]
            );
            assert!(
                output.status.code().unwrap() > 0,
                "{:?} was done",
                &arguments[..arguments.len().min(2)]
            );
        }
    }
    watched.look("refusals");
}

fn publish(watched: &Watched, land: &str, aged: &str) {
    let inside = |name: &str| watched.machine.inside(name);
    watched.clerk("2026-07-01", &["batch", "publish", land]);
    watched.clerk("2026-07-01", &["poster", land, "--out", &inside("public/poster.pdf")]);
    watched.clerk(
        "2026-07-01",
        &["signature-sheet", land, "--out", &inside("public/signature-sheet.pdf")],
    );
    watched.clerk("2026-07-01", &["qr", land]);
    for paper in ["poster", "signature-sheet"] {
        for number in watched.seeker.all.numbers.iter().take(2) {
            let name = inside(&format!("public/段村 {number}.pdf"));
            watched.step(CLERK, "2026-07-01", &[paper, land, "--out", &name], 1, Says::Nobody);
        }
    }
    watched.clerk("2026-07-01", &["batch", "submit", land, aged]);
    let office =
        |arguments: &[&str]| watched.step(REVIEWER, "2026-07-02", arguments, 0, Says::Nobody);
    watched.step(REVIEWER, "2026-07-02", &["batch", "diff", land], 0, Says::Names);
    office(&["batch", "return", aged, "--reason", "第1行请核对", "--lines", "1"]);
    watched.clerk(
        "2026-07-03",
        &["batch", "edit", aged, "--line", "1", "--field", "group", "--value", "二组"],
    );
    watched.clerk("2026-07-03", &["batch", "submit", aged]);
    office(&["batch", "approve", land]);
    office(&["batch", "approve", aged]);
    office(&["batch", "publish", aged]);
    let site = inside("public/site");
    office(&["site", "build", "--out", &site]);
    office(&["batch", "withdraw", aged, "--reason", "名单有误"]);
    office(&["site", "build", "--out", &site]);
}

fn pay(watched: &Watched, land: &str) {
    let treasurer = |status: i32, arguments: &[&str]| {
        watched.step(TREASURER, "2026-07-09", arguments, status, Says::Nobody)
    };
    let paid = treasurer(0, &["finance", "pay", land, "--json"]);
    treasurer(1, &["finance", "pay", land]);
    let paid: serde_json::Value = serde_json::from_slice(&paid.stdout).unwrap();
    let list = paid["list"].as_str().unwrap();
    let folder = watched.machine.inside("finance");
    let began = Instant::now();
    watched.machine.run(TREASURER, "2026-07-09", &["finance", "export", list, "--out", &folder]);
    let whole = began.elapsed();
    treasurer(0, &["finance", "export", list, "--out", &folder, "--json"]);
    // while the workbook is written its rows lie in a work file of the temporary folder
    let killed = watched.machine.inside("finance/killed");
    for tenth in 2..9 {
        let mut child = watched.machine.start(
            TREASURER,
            "2026-07-09",
            &["finance", "export", list, "--out", &killed],
        );
        let began = Instant::now();
        while began.elapsed() < whole * tenth / 10 {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        watched.look("a killed export");
    }
}

fn take_care(watched: &Watched) {
    let machine = &watched.machine;
    let office =
        |arguments: &[&str]| watched.step(ADMINISTRATOR, "2026-07-10", arguments, 0, Says::Nobody);
    let backups = machine.inside("backups");
    for _ in 0..3 {
        office(&["store", "backup", "--out", &backups]);
    }
    office(&["store", "rebuild"]);
    office(&["store", "check"]);
    office(&["journal", "verify"]);
    office(&["user", "list"]);
    office(&["store", "restore", "--from", &backups, "--data", &machine.inside("restored")]);
}

#[test]
fn a_killed_program_leaves_no_number_and_no_name() {
    let watched = Watched::new();
    let machine = &watched.machine;
    let seed = chance::seed();
    println!("seed {seed}");
    let mut chance = Chance(seed);
    let rolls: Vec<String> =
        roll_files().iter().map(|path| path.to_str().unwrap().to_owned()).collect();
    let whole = [vec!["roll", "import"], rolls.iter().map(String::as_str).collect()].concat();
    let began = Instant::now();
    machine.run(
        CLERK,
        "2026-07-01",
        &["roll", "import", "--dry-run", &path("段村-高龄津贴-2026.xlsx")],
    );
    let login = began.elapsed();
    machine.must(CLERK, "2026-07-01", &["roll", "import", &path("段村-耕地地力保护补贴-2026.csv")]);
    let value = machine.note(
        "value",
        &lines_of(path("段村-耕地地力保护补贴-2026.csv").as_ref()).1[7].householder.id,
    );
    let edit = vec!["batch", "edit", "D-1", "--line", "2", "--field", "id", "--value-file", &value];
    let backups = machine.inside("backups");
    let backup = vec!["store", "backup", "--out", &backups];
    let mut killed = 0;
    for round in 0..15 {
        let arguments = [&whole, &edit, &backup][round % 3];
        let mut child = machine.start(CLERK, "2026-07-01", arguments);
        // most of a short command is the login: half of the kills fall behind it
        let wait = login.mul_f64(0.5)
            + login.mul_f64(f64::from(u32::try_from(chance.below(100)).unwrap()) / 100.0);
        let began = Instant::now();
        while began.elapsed() < wait {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        let output = child.wait_with_output().unwrap();
        killed += usize::from(output.status.code().is_none());
        assert!(watched.seeker.look(&[output.stdout, output.stderr].concat()).is_empty());
        watched.look("a kill");
    }
    assert!(killed >= 5, "only {killed} of 15 were killed before their end");
}

#[test]
fn the_same_search_finds_everybody_where_the_backend_is_plain() {
    let files = [path("段村-耕地地力保护补贴-2026.csv"), path("段村-高龄津贴-2026.xlsx")]
        .map(std::path::PathBuf::from);
    let seeker = Seeker::of(&files);
    let folder = tempfile::tempdir().unwrap();
    let file = std::fs::OpenOptions::new()
        .read(true)
        .write(true)
        .create_new(true)
        .open(folder.path().join("plain.redb"))
        .unwrap();
    let store = Store::open(redb::backends::FileBackend::new(file).unwrap()).unwrap();
    let mut chance = Chance(8);
    let mut key = [0; 32];
    chance.fill(&mut key).unwrap();
    let by = DataKey::from_bytes(key).person_hash("11010519491231002X");
    let at = Timestamp::parse("2026-07-01").unwrap();
    for path in &files {
        let (key, lines) = lines_of(path);
        let rows =
            cunbang::domain::journal::NewBlob::new([7; 16], rows::to_content(&lines).unwrap());
        let totals = Totals::of(&lines);
        let found = FindingTotals::default();
        let new = NewDraft { key, rows, totals, found, entered_by: by, source: "typed".into() };
        let draft = store.new_draft(new, at).unwrap();
        let edit =
            Edit::Set { line: 1, field: Field::Name, value: lines[0].householder.name.clone() };
        store.edit(draft.number, &edit, by, (totals, found), at).unwrap();
    }
    store.close().unwrap();
    assert_eq!(seeker.look_below(folder.path())["plain.redb"], seeker.all);
}

#[test]
fn the_search_sees_every_encoding_and_file_names() {
    let files = [path("段村-高龄津贴-2026.xlsx")].map(std::path::PathBuf::from);
    let seeker = Seeker::of(&files);
    assert_eq!(
        seeker.look(&std::fs::read(&files[0]).unwrap()),
        seeker.all,
        "members of a workbook"
    );
    let ways = written("王飞").len();
    assert_eq!(ways, 5);
    for way in 0..ways {
        let mut bytes = vec![0xFF];
        for secret in seeker.all.names.iter().chain(&seeker.all.numbers) {
            let forms = written(secret);
            bytes.extend_from_slice(&forms[way.min(forms.len() - 1)]);
            bytes.push(0xFF);
        }
        assert_eq!(seeker.look(&bytes), seeker.all, "way {way}");
    }
    let folder = tempfile::tempdir().unwrap();
    let name = seeker.all.numbers.first().unwrap();
    std::fs::write(folder.path().join(format!("{name}.txt")), "").unwrap();
    let found = seeker.look_below(folder.path());
    assert!(found.values().all(|seen| seen.numbers.contains(name)) && found.len() == 1);
}
