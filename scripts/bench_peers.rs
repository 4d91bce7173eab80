//! Other programs doing the same with the same file: sqlite3 (no checks, no signatures, no
//! encryption) and iconv.
use crate::bench_jobs::Outcome;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

const TABLE: &str =
    "create table r(batch,year,prog,vcode,vname,hh,name,id,card,std,unit,qty,amt,date);";
const INDICES: &str =
    "create index r_i on r(id);\ncreate index r_n on r(name);\ncreate index r_v on r(vcode);";
/// Asks an indexed file through Python's sqlite3, inside one process, as ours is asked; prints two
/// medians.
const FIND: &str = r#"
import csv, itertools, sqlite3, statistics, sys, time
db = sqlite3.connect(sys.argv[1])
with open(sys.argv[2], encoding="utf-8", newline="") as file:
    ids = [row[7] for row in itertools.islice(csv.reader(file), 1, 97 * 200, 97)]
def median(query, words, times):
    taken = []
    for turn in range(times):
        start = time.perf_counter()
        db.execute(query, (words[turn % len(words)],)).fetchall()
        taken.append((time.perf_counter() - start) * 1e3)
    return statistics.median(taken)
print(median("select * from r where id=?", ids, 200))
print(median("select * from r where name like ?", ["%建国%"], 5))
"#;

/// Milliseconds of `.import` and three indices into a new file.
pub fn sqlite_import(roll: &Path, db: &Path) -> Outcome<f64> {
    if db.exists() {
        std::fs::remove_file(db)?;
    }
    let script = format!("{TABLE}\n.import --csv --skip 1 \"{}\" r\n{INDICES}\n", roll.display());
    let start = Instant::now();
    let mut child =
        Command::new("sqlite3").arg(db).stdin(Stdio::piped()).stdout(Stdio::null()).spawn()?;
    child.stdin.take().ok_or("no pipe")?.write_all(script.as_bytes())?;
    finished(child.wait()?.success(), "sqlite3")?;
    Ok(start.elapsed().as_secs_f64() * 1e3)
}

/// Milliseconds of an exact ID and of LIKE.
pub fn sqlite_find(db: &Path, roll: &Path) -> Outcome<(f64, f64)> {
    let output = Command::new("python3").args(["-c", FIND]).args([db, roll]).output()?;
    finished(output.status.success(), "python3")?;
    let text = String::from_utf8(output.stdout)?;
    let mut figures = text.lines().map(str::parse);
    match (figures.next(), figures.next()) {
        (Some(Ok(id)), Some(Ok(like))) => Ok((id, like)),
        _ => Err("python3 said no two figures".into()),
    }
}

/// Milliseconds of totals by village, programme and year.
pub fn sqlite_totals(db: &Path) -> Outcome<f64> {
    let query = "select vcode,prog,year,sum(cast(round(amt*100) as integer)),count(*) from r group by 1,2,3";
    let start = Instant::now();
    finished(
        Command::new("sqlite3").arg(db).arg(query).stdout(Stdio::null()).status()?.success(),
        "sqlite3",
    )?;
    Ok(start.elapsed().as_secs_f64() * 1e3)
}

/// Milliseconds of UTF-8 to GB18030.
pub fn iconv(roll: &Path, out: &Path) -> Outcome<f64> {
    let start = Instant::now();
    let status = Command::new("iconv")
        .args(["-f", "utf-8", "-t", "gb18030"])
        .arg(roll)
        .stdout(File::create(out)?)
        .status()?;
    finished(status.success(), "iconv")?;
    Ok(start.elapsed().as_secs_f64() * 1e3)
}

fn finished(well: bool, program: &str) -> Outcome {
    if well { Ok(()) } else { Err(format!("{program} failed").into()) }
}
