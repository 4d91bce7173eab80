//! The jobs: each runs in a process of its own, so that its peak memory is its own, and prints what
//! it measured.
use cunbang::documents::sheets::{
    About, Cell, CellFormat, Column, Sheet, csv as machine_csv, workbook,
};
use cunbang::domain::checks::{CheckContext, Roll, run};
use cunbang::domain::dossier::Stage;
use cunbang::domain::people::cross_match::{CrossList, CrossLists, ListKind, Listed};
use cunbang::domain::people::user::{Role, Roles};
use cunbang::domain::reference::Reference;
use cunbang::domain::reference::division::DivisionCode;
use cunbang::domain::reference::programme::NoticeTime;
use cunbang::domain::roll::{BatchKind, Edit, Field, Line, RollKey, open_findings};
use cunbang::domain::values::hash::Hash;
use cunbang::domain::values::money::Fen;
use cunbang::domain::values::quantity::{Quantity, Rate};
use cunbang::domain::values::timestamp::Timestamp;
use cunbang::intake::{Asked, take};
use cunbang::office::{
    ActName, BatchName, BatchRef, DraftEdit, Outcome as Done, Request, Target, Values,
};
use cunbang::runtime::clock::Clock;
use cunbang::runtime::files::RealFolder;
use cunbang::runtime::session::{Batch, ImportAsked, NewOffice, NewStore, NewUserAsked, Session};
use cunbang::vault::{DataKey, KdfCost, Password};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs::{self, File};
use std::io::{BufReader, BufWriter};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

pub const PASSWORD: &str = "红门前的三棵老槐树2026";
pub const CLERK: &str = "填报员乙";
const REVIEWER: &str = "审核员丙";
const TREASURER: &str = "财政丁";
/// How often what takes less than a millisecond is done.
const OFTEN: usize = 200;

/// Runs one job by its name.
pub fn job(name: &str, places: &[String]) -> Outcome {
    let place = |at: usize| places.get(at).map(Path::new).ok_or("a path is missing");
    match name {
        "found" => found(place(0)?, place(1)?, KdfCost::FLOOR),
        "found-locked" => found(place(0)?, place(1)?, KdfCost::STANDARD),
        "import" => import(place(0)?, place(1)?),
        "submit" => submit(place(0)?),
        "find" => find(place(0)?, place(1)?),
        "list" => list(place(0)?),
        "totals" => totals(place(0)?),
        "approve" => approve(place(0)?, place(1)?),
        "edit" => edit(place(0)?, place(1)?),
        "checks" => checks(place(0)?, place(1)?),
        "workbook" => book(place(0)?, place(1)?),
        "gb18030" => gb18030(place(0)?, place(1)?),
        "pay" => pay(place(0)?),
        "export" => export(place(0)?, place(1)?),
        "publish" => publish(place(0)?),
        "poster" => poster(place(0)?),
        "site" => site(place(0)?, place(1)?),
        "site-again" => site_again(place(0)?, place(1)?),
        "unlock" => unlock(place(0)?),
        _ => Err("no such job".into()),
    }?;
    say("peak", peak_mb()?);
    Ok(())
}

fn say(what: &str, figure: f64) {
    println!("{what}\t{figure}");
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    say(what, milliseconds(start.elapsed()));
    done
}

/// Median and 99th percentile of [`OFTEN`] times.
fn timed_often<T>(what: &str, mut work: impl FnMut(usize) -> Outcome<T>) -> Outcome {
    let mut times = Vec::with_capacity(OFTEN);
    for turn in 0..OFTEN {
        let start = Instant::now();
        work(turn)?;
        times.push(milliseconds(start.elapsed()));
    }
    times.sort_by(f64::total_cmp);
    say(what, times[OFTEN / 2]);
    say(&format!("{what} p99"), times[OFTEN * 99 / 100]);
    Ok(())
}

/// The most that this process ever held, as the kernel says.
fn peak_mb() -> Outcome<f64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no VmHWM")?;
    Ok(peak.trim().trim_end_matches(" kB").parse::<f64>()? / 1024.0)
}

fn clock() -> Outcome<Clock> {
    Ok(Clock::Fixed(Timestamp::parse("2026-11-22")?))
}

fn reference(folder: &Path) -> Outcome<Reference> {
    Ok(Reference::from_files("bench", &|name| fs::read(folder.join(name)).ok())?)
}

fn session(store: &Path, user: &str) -> Outcome<Session> {
    Ok(Session::open(store, user, &Password::new(PASSWORD), 60, clock()?)?)
}

fn found(store: &Path, folder: &Path, cost: KdfCost) -> Outcome {
    let password = Password::new(PASSWORD);
    let office = NewOffice {
        division: DivisionCode::parse("140923104")?,
        name: "枣林镇人民政府",
        host: "",
        practice: true,
        administrator: "管理员甲",
        id_number: "11010519491231002X",
        password: &password,
    };
    let mut session = NewStore::prepare(store, &office, cost, clock()?)?.found()?.session;
    session.import_reference(&reference(folder)?)?;
    let users = [
        (CLERK, Role::Clerk, "140923200002290103"),
        (REVIEWER, Role::Reviewer, "140923198001010018"),
        (TREASURER, Role::Treasurer, "142225195503151235"),
    ];
    for (name, role, id_number) in users {
        let roles = Roles::new([role])?;
        session.add_user(&NewUserAsked { name, roles, id_number, password: &password })?;
    }
    Ok(session.close()?)
}

/// Asks the office for one act.
fn ask(session: &mut Session, act: ActName, target: Target, values: &Values) -> Outcome<Done> {
    let request = act.read(target, values).map_err(|wrong| format!("{wrong:?}"))?;
    Ok(session.perform(&request)?)
}

fn seen(batch: &Batch) -> BatchRef {
    let name = BatchName::Draft(batch.draft.number);
    BatchRef { name, seen: Some(batch.dossier.heads.clone()) }
}

fn on_batch(session: &mut Session, act: ActName, batch: &Batch, values: &Values) -> Outcome<Done> {
    ask(session, act, Target::Batch(seen(batch)), values)
}

/// One change of a draft, as the sheet asks for it.
fn change(session: &mut Session, batch: &Batch, edit: Edit) -> Outcome {
    let batch = BatchRef { name: BatchName::Draft(batch.draft.number), seen: None };
    session.perform(&Request::edit(batch, DraftEdit::Do(edit)))?;
    Ok(())
}

fn all(batches: &[Batch]) -> Target {
    Target::Batches(batches.iter().map(seen).collect())
}

/// From the call until the file is closed: all checks, one durable commit.
fn import(store: &Path, roll: &Path) -> Outcome {
    let mut session = session(store, CLERK)?;
    let asked = ImportAsked::default();
    let imported = timed("import", || -> Outcome<_> {
        let imported = session.import(roll, &asked, &AtomicBool::new(false), &mut |_| {})?;
        session.close()?;
        Ok(imported)
    })?;
    let held =
        imported.rolls.iter().filter(|roll| roll.found.block + roll.found.unexplained > 0).count();
    say("rolls", imported.rolls.len() as f64);
    say("held back", held as f64);
    Ok(())
}

/// Hands in what has no blocking or unexplained finding and no notice before it, programme by
/// programme: one act each, with all checks once more.
fn submit(store: &Path) -> Outcome {
    let mut clerk = session(store, CLERK)?;
    let mut programmes: BTreeMap<String, Vec<Batch>> = BTreeMap::new();
    for batch in clerk.batches()?.into_iter().rev() {
        let when = clerk.programme_notice(&batch)?;
        if batch.stage() == Stage::Open && when != NoticeTime::BeforeSubmission {
            programmes.entry(batch.draft.key.programme.clone()).or_default().push(batch);
        }
    }
    let mut time = Duration::ZERO;
    let mut submitted = 0;
    let mut lines = 0;
    let mut longest = 0;
    for batches in programmes.into_values() {
        let mut clean = Vec::new();
        for batch in batches {
            let checked = clerk.check(&batch)?;
            let is_clean = checked.found.block == 0 && checked.found.unexplained == 0;
            if is_clean && checked.totals.lines > 0 {
                lines += checked.totals.lines;
                clean.push(batch);
            }
        }
        if clean.is_empty() {
            continue;
        }
        let start = Instant::now();
        submitted +=
            ask(&mut clerk, ActName::Submit, all(&clean), &Values::default())?.subjects.len();
        time += start.elapsed();
        longest = longest.max(clean.len());
    }
    let start = Instant::now();
    clerk.close()?;
    say("submit", milliseconds(time + start.elapsed()));
    say("submitted", submitted as f64);
    say("submitted lines", f64::from(lines));
    say("longest act", longest as f64);
    Ok(())
}

fn find(store: &Path, roll: &Path) -> Outcome {
    let mut session = session(store, CLERK)?;
    let reading = session.store().read()?;
    let people = timed("column", || reading.people())?;
    say("column size", people.size() as f64 / 1e6);
    let mut ids = Vec::new();
    for record in csv::Reader::from_path(roll)?.records().step_by(97).take(OFTEN) {
        ids.push(record?.get(7).unwrap_or_default().to_owned());
    }
    timed_often("id", |turn| Ok(reading.postings(&ids[turn % ids.len()])?.len()))?;
    for (what, text) in
        [("name", "建国"), ("initials", "wjg"), ("ending", "4532"), ("nobody", "无此人")]
    {
        timed_often(what, |_| Ok(people.find(text, 200).len()))?;
    }
    drop((people, reading));
    session.find("1")?;
    timed_often("shown id", |turn| Ok(session.find(&ids[turn % ids.len()])?.len()))?;
    timed_often("shown name", |_| Ok(session.find("建国")?.len()))?;
    Ok(())
}

/// Every batch with its dossier, as a list shows it.
fn list(store: &Path) -> Outcome {
    let session = session(store, CLERK)?;
    timed("list", || session.batches())?;
    Ok(())
}

fn totals(store: &Path) -> Outcome {
    let session = session(store, CLERK)?;
    let reading = session.store().read()?;
    timed_often("totals", |_| Ok(reading.totals()?.len()))
}

/// The newest batch in this stage.
fn newest(session: &Session, stage: Stage) -> Outcome<Batch> {
    session
        .batches()?
        .into_iter()
        .find(|batch| batch.stage() == stage)
        .ok_or_else(|| format!("no batch is {stage:?}").into())
}

/// Imports one more roll into a full store, gives every reason that it wants, submits it, then
/// measures its approval.
fn approve(store: &Path, roll: &Path) -> Outcome {
    let mut clerk = session(store, CLERK)?;
    let asked = ImportAsked { kind: BatchKind::Arrears, ..ImportAsked::default() };
    let imported = clerk.import(roll, &asked, &AtomicBool::new(false), &mut |_| {})?;
    let draft = imported.rolls.first().and_then(|roll| roll.draft).ok_or("no draft came in")?;
    let batch = clerk.batch(&BatchName::Draft(draft))?;
    let findings = clerk.check(&batch)?.findings;
    for finding in open_findings(&findings, &[]) {
        let edit = Edit::Explain {
            check: finding.check,
            lines: finding.lines.clone(),
            reason: "已核实".into(),
        };
        change(&mut clerk, &batch, edit)?;
    }
    let batch = clerk.batch(&BatchName::Draft(draft))?;
    on_batch(&mut clerk, ActName::Submit, &batch, &Values::default())?;
    clerk.close()?;
    let mut reviewer = session(store, REVIEWER)?;
    let batch = reviewer.batch(&BatchName::Draft(draft))?;
    timed("approve", || on_batch(&mut reviewer, ActName::Approve, &batch, &Values::default()))?;
    Ok(())
}

/// One cell of a draft, durable, with the checks of its roll run again.
fn edit(store: &Path, roll: &Path) -> Outcome {
    let mut clerk = session(store, CLERK)?;
    clerk.import(roll, &ImportAsked::default(), &AtomicBool::new(false), &mut |_| {})?;
    let batch = newest(&clerk, Stage::Open)?;
    timed_often("edit", |turn| {
        let edit = Edit::Set { line: 1, field: Field::Remark, value: format!("第{turn}次") };
        change(&mut clerk, &batch, edit)
    })
}

fn checks(folder: &Path, roll: &Path) -> Outcome {
    let reference = reference(folder)?;
    let today = jiff::civil::date(2026, 11, 22);
    let mut rolls: Vec<(_, Vec<Line>)> = Vec::new();
    let asked = Asked::of(&reference, today);
    timed("intake", || {
        take(
            &mut BufReader::with_capacity(1 << 20, File::open(roll)?),
            "rolls.csv",
            &asked,
            &mut |taken| {
                rolls.push((taken.key, taken.lines));
                ControlFlow::Continue(())
            },
        );
        Ok::<_, std::io::Error>(())
    })?;
    let hasher = DataKey::from_bytes([7; 32]).person_hasher();
    let hash = |id: &str| hasher.hash(id);
    let lists = lists(&rolls, &hash);
    let entered_by = [hash("somebody")];
    timed("checks", || {
        for (key, lines) in &rolls {
            let Some(programme) = reference.programme(&key.programme, key.period.start()) else {
                continue;
            };
            let alone = CheckContext::alone(programme, &reference, today);
            let around =
                CheckContext { lists: &lists, hash: Some(&hash), entered_by: &entered_by, ..alone };
            std::hint::black_box(run(&Roll { key, lines }, &around)?);
        }
        Ok(())
    })
}

/// Lists as a county has them: twenty thousand strangers each, and everybody of the rolls in the
/// register of the land.
fn lists(rolls: &[(RollKey, Vec<Line>)], hash: &dyn Fn(&str) -> Hash) -> CrossLists {
    let day = jiff::civil::date(2026, 10, 1);
    let mut lists = CrossLists::default();
    for kind in [ListKind::Deceased, ListKind::PublicStaff, ListKind::Relatives] {
        let strangers = (0..20_000).map(|number| (hash(&format!("{number}")), Listed::default()));
        lists.put(CrossList::new(kind, None, day, strangers));
    }
    let registered =
        rolls.iter().filter(|(key, _)| key.programme == "P01").flat_map(|(key, lines)| {
            let listed = Listed {
                division: Some(key.division),
                quantity: Quantity::parse("99").ok(),
                died: None,
            };
            lines.iter().map(move |line| (hash(&line.beneficiary().id), listed))
        });
    lists.put(CrossList::new(ListKind::Register, Some("P01".to_owned()), day, registered));
    lists
}

const COLUMNS: [Column; 14] = [
    Column::new("批次号", CellFormat::Text, 24),
    Column::new("年度", CellFormat::Count, 6),
    Column::new("项目名称", CellFormat::Text, 20),
    Column::new("村代码", CellFormat::Text, 14),
    Column::new("村名", CellFormat::Text, 10),
    Column::new("户编号", CellFormat::Text, 18),
    Column::new("姓名", CellFormat::Text, 10),
    Column::new("身份证号", CellFormat::Text, 20),
    Column::new("银行卡号", CellFormat::Text, 22),
    Column::new("补贴标准", CellFormat::Rate, 10),
    Column::new("计量单位", CellFormat::Text, 8),
    Column::new("数量", CellFormat::Quantity, 10),
    Column::new("补贴金额", CellFormat::Amount, 12),
    Column::new("发放日期", CellFormat::Date, 12),
];

fn typed(record: &csv::StringRecord) -> Vec<Cell<'static>> {
    let text = |at: usize| record.get(at).unwrap_or_default();
    let cell = |(at, column): (usize, &Column)| match column.kind {
        CellFormat::Count => text(at).parse().map_or(Cell::Empty, Cell::Count),
        CellFormat::Rate => Rate::parse(text(at)).map_or(Cell::Empty, Cell::Rate),
        CellFormat::Quantity => Quantity::parse(text(at)).map_or(Cell::Empty, Cell::Quantity),
        CellFormat::Amount => Fen::parse(text(at)).map_or(Cell::Empty, Cell::Amount),
        CellFormat::Date => {
            cunbang::domain::values::date::parse(text(at)).map_or(Cell::Empty, Cell::Date)
        }
        CellFormat::Text => Cell::text(text(at).to_owned()),
    };
    COLUMNS.iter().enumerate().map(cell).collect()
}

/// The generated rows as a workbook of 14 columns; reading them is part of the time, as it is for
/// the peers.
fn book(roll: &Path, out: &Path) -> Outcome {
    let mut reader = csv::Reader::from_path(roll)?;
    let rows = reader.records().filter_map(Result::ok).map(|record| typed(&record));
    let sheet = Sheet {
        name: "明细",
        headings: vec![],
        columns: &COLUMNS,
        rows: Box::new(rows),
        totals: vec![],
        footings: vec![],
    };
    let about = About {
        title: "rolls".to_owned(),
        made_on: jiff::civil::date(2026, 11, 22),
        practice: false,
    };
    let file = BufWriter::new(File::create(out)?);
    timed("workbook", || workbook(vec![sheet], &about, file))?;
    Ok(())
}

/// The generated rows as the machine's csv; reading them is part of the time, as it is for the
/// peer.
fn gb18030(roll: &Path, out: &Path) -> Outcome {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(roll)?;
    let mut record = csv::StringRecord::new();
    timed("gb18030", || -> Outcome {
        let mut table =
            machine_csv::CsvTable::new(BufWriter::with_capacity(1 << 17, File::create(out)?));
        while reader.read_record(&mut record)? {
            table.record(record.iter())?;
        }
        table.finish()?;
        Ok(())
    })
}

/// Puts every batch whose notice is over or that needs none into one pay list.
fn pay(store: &Path) -> Outcome {
    let day = Clock::Fixed(Timestamp::parse("2026-12-21")?);
    let mut treasurer = Session::open(store, TREASURER, &Password::new(PASSWORD), 60, day)?;
    let batches: Vec<Batch> =
        treasurer.batches()?.into_iter().filter(|batch| batch.stage() == Stage::Approved).collect();
    timed("pay", || ask(&mut treasurer, ActName::PayList, all(&batches), &Values::default()))?;
    let list = treasurer.pay_lists()?.into_iter().next().ok_or("no pay list")?;
    say("lines", f64::from(list.lines));
    Ok(treasurer.close()?)
}

/// All finance files of the list, with the disk.
fn export(store: &Path, out: &Path) -> Outcome {
    let treasurer = session(store, TREASURER)?;
    let list = treasurer.pay_lists()?.into_iter().next().ok_or("no pay list")?;
    fs::create_dir_all(out)?;
    timed("export", || -> Outcome {
        for (name, bytes) in treasurer.export(&list.id)? {
            fs::write(out.join(name), bytes)?;
        }
        Ok(())
    })
}

/// Approves and publishes everything that waits, as far as its programme is published at all.
fn publish(store: &Path) -> Outcome {
    let mut reviewer = session(store, REVIEWER)?;
    let start = Instant::now();
    let mut lines = 0;
    let mut lists = 0;
    for batch in reviewer.batches()?.into_iter().filter(|batch| batch.stage() == Stage::Submitted) {
        on_batch(&mut reviewer, ActName::Approve, &batch, &Values::default())?;
        let approved = reviewer.batch(&BatchName::Draft(batch.draft.number))?;
        // a programme that is not published at all is refused
        if on_batch(&mut reviewer, ActName::Publish, &approved, &Values::default()).is_ok() {
            lists += 1;
            lines += batch.draft.totals.lines;
        }
    }
    say("publish", milliseconds(start.elapsed()));
    say("lists", f64::from(lists));
    say("lines", f64::from(lines));
    Ok(reviewer.close()?)
}

fn poster(store: &Path) -> Outcome {
    let reviewer = session(store, REVIEWER)?;
    let batch = newest(&reviewer, Stage::Approved)?;
    timed("poster", || reviewer.poster(&batch))?;
    Ok(())
}

fn site(store: &Path, out: &Path) -> Outcome {
    let reviewer = session(store, REVIEWER)?;
    timed("site", || reviewer.site(&mut RealFolder::new(out)))?;
    Ok(())
}

/// One list is withdrawn, then the site is brought up to date.
fn site_again(store: &Path, out: &Path) -> Outcome {
    let mut reviewer = session(store, REVIEWER)?;
    let batches = reviewer.batches()?;
    let public = batches
        .iter()
        .find(|batch| batch.dossier.live_disclosure().is_some())
        .ok_or("nothing is public")?;
    let reason = Values::default().with("reason", "名单有误");
    on_batch(&mut reviewer, ActName::Withdraw, public, &reason)?;
    timed("site-again", || reviewer.site(&mut RealFolder::new(out)))?;
    Ok(())
}

/// The whole of logging in, and beside it the key derivation alone.
fn unlock(store: &Path) -> Outcome {
    let session = timed("unlock", || session(store, CLERK))?;
    drop(session);
    let cost = argon2::Params::new(64 << 10, 3, 1, Some(32)).map_err(|error| error.to_string())?;
    let argon2 = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, cost);
    let mut key = [0; 32];
    timed("kdf", || argon2.hash_password_into(PASSWORD.as_bytes(), &[7; 16], &mut key))
        .map_err(|error| error.to_string())?;
    Ok(())
}
