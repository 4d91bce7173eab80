//! `scripts/bench`: what the jobs of an office cost, beside other programs doing the same, as one
//! markdown table.
//!
//! Reads what `scripts/make-rolls` made under `target/bench`. Each job runs in a process of its own
//! ([`bench_jobs`]); pairs run in turn (A B A B), because machines are noisy: compare the ratios.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "the table is its output")]
#![expect(
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a measuring tool may stop"
)]
mod bench_jobs;
mod bench_peers;
mod bench_table;
mod bench_terminal;

use bench_jobs::Outcome;
use bench_table::{Goal, Measure, Table};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// Pairs are run so often; the median counts.
const TURNS: usize = 3;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.split_first() {
        Some((word, [name, places @ ..])) if word == "job" => bench_jobs::job(name, places),
        _ => {
            whole(&words);
            Ok(())
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What a job printed: label -> figure.
type Figures = BTreeMap<String, f64>;

fn run(name: &str, places: &[&Path]) -> Outcome<Figures> {
    let output =
        Command::new(std::env::current_exe()?).arg("job").arg(name).args(places).output()?;
    if !output.status.success() {
        return Err(format!("{name}: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let text = String::from_utf8(output.stdout)?;
    let pairs = text.lines().filter_map(|line| line.split_once('\t'));
    Ok(pairs.filter_map(|(label, figure)| Some((label.to_owned(), figure.parse().ok()?))).collect())
}

/// The same job several times; the median of each figure.
fn run_often(name: &str, places: &[&Path]) -> Outcome<Figures> {
    let mut all: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for _ in 0..TURNS {
        for (label, figure) in run(name, places)? {
            all.entry(label).or_default().push(figure);
        }
    }
    Ok(all.into_iter().map(|(label, figures)| (label, median(figures))).collect())
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

fn whole(sizes: &[String]) {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench");
    let mut table = Table::default();
    let named: Vec<&str> = if sizes.is_empty() {
        vec!["100000", "1000000"]
    } else {
        sizes.iter().map(String::as_str).collect()
    };
    for rows in &named {
        table.part(&format!("import {rows}"), |table| import(table, &data, rows));
        table.part(&format!("a store of {rows}"), |table| full_store(table, &data, rows));
    }
    table.part("import of a township", |table| import(table, &data, "township"));
    let small = data.join(named[0]);
    let large = data.join(named[named.len() - 1]);
    table.part("checks", |table| checks(table, &small));
    table.part("sheets", |table| sheets(table, &data, &small, &large));
    table.part("posters", |table| papers(table, &data));
    table.part("site", |table| site(table, &data));
    table.part("unlock", |table| unlock(table, &data));
    for rows in named {
        table.part(&format!("first frame, key to frame, memory at rest, {rows}"), |table| {
            terminal(table, &data, rows)
        });
    }
    table.print();
}

/// An empty store beside the rolls of `data/name`.
fn fresh(data: &Path, name: &str, suffix: &str, job: &str) -> Outcome<PathBuf> {
    let store = data.join(format!("{name}-{suffix}"));
    if store.exists() {
        std::fs::remove_dir_all(&store)?;
    }
    run(job, &[&store, &data.join(name).join("reference")])?;
    Ok(store)
}

fn import(table: &mut Table, data: &Path, name: &str) -> Outcome {
    let roll = data.join(name).join("rolls.csv");
    let mut ours = Vec::new();
    let mut theirs = Vec::new();
    let mut peak = 0.0_f64;
    let mut rolls = 0.0;
    for _ in 0..TURNS {
        let store = fresh(data, name, "store", "found")?;
        let figures = run("import", &[&store, &roll])?;
        ours.push(figures["import"]);
        peak = peak.max(figures["peak"]);
        rolls = figures["rolls"];
        theirs.push(bench_peers::sqlite_import(&roll, &data.join(format!("{name}.sqlite")))?);
    }
    let job = format!(
        "import {name} as drafts: {rolls} rolls, all checks, one commit (peer: sqlite3 .import + 3 indices, no checks)"
    );
    table.row(
        &job,
        Measure::new(median(ours)).beside(median(theirs)).holding(peak),
        Goal::Ratio(0.5, 120.0),
    );
    let figures = run("submit", &[&data.join(format!("{name}-store"))])?;
    let rolls = figures["submitted"];
    let lines = figures["submitted lines"];
    let longest = figures["longest act"];
    table.row(
        &format!(
            "submit {name}: {rolls} rolls with {lines} lines, all checks, an act for each programme (the longest: {longest} rolls)"
        ),
        Measure::new(figures["submit"]).holding(figures["peak"]),
        Goal::None,
    );
    Ok(())
}

/// What is asked of a store with everything in it.
fn full_store(table: &mut Table, data: &Path, rows: &str) -> Outcome {
    let store = data.join(format!("{rows}-store"));
    let roll = data.join(rows).join("rolls.csv");
    let figures = run("find", &[&store, &roll])?;
    let (id, like) = bench_peers::sqlite_find(&data.join(format!("{rows}.sqlite")), &roll)?;
    let peak = figures["peak"];
    table.row(
        &format!("search column ready, {rows}"),
        Measure::new(figures["column"]).holding(peak),
        Goal::Within(50.0, 60.0),
    );
    table.row(
        &format!("exact ID with its payments, {rows} (peer: sqlite3, index)"),
        Measure::new(figures["id"]).beside(id).holding(peak),
        Goal::Ratio(1.0, 60.0),
    );
    table.row(
        &format!("part of a name, {rows} (peer: sqlite3 LIKE)"),
        Measure::new(figures["name"]).beside(like).holding(peak),
        Goal::Within(1.0, 60.0),
    );
    for what in ["initials", "ending", "nobody"] {
        table.row(
            &format!("{what}, {rows}"),
            Measure::new(figures[what]).holding(peak),
            Goal::Within(1.0, 60.0),
        );
    }
    table.row(
        &format!("find, an ID, as the screen shows it, {rows}"),
        Measure::new(figures["shown id"]).holding(peak),
        Goal::None,
    );
    table.row(
        &format!("find, part of a name, 200 people with payments, {rows}"),
        Measure::new(figures["shown name"]).holding(peak),
        Goal::None,
    );
    let figures = run("list", &[&store])?;
    table.row(
        &format!("list of all batches, {rows}"),
        Measure::new(figures["list"]).holding(figures["peak"]),
        Goal::None,
    );
    let figures = run("totals", &[&store])?;
    let theirs = bench_peers::sqlite_totals(&data.join(format!("{rows}.sqlite")))?;
    let job = format!("totals village x programme x year, {rows} (peer: sqlite3 GROUP BY)");
    table.row(
        &job,
        Measure::new(figures["totals"]).beside(theirs).holding(figures["peak"]),
        Goal::Within(5.0, 60.0),
    );
    let figures = run("approve", &[&store, &data.join("roll-10000/rolls.csv")])?;
    table.row(
        &format!("approve a batch of 10,000 lines among {rows}"),
        Measure::new(figures["approve"]).holding(figures["peak"]),
        Goal::Within(50.0, 120.0),
    );
    Ok(())
}

fn checks(table: &mut Table, small: &Path) -> Outcome {
    let figures = run_often("checks", &[&small.join("reference"), &small.join("rolls.csv")])?;
    table.row(
        "all checks with four lists of persons, 100000 lines",
        Measure::new(figures["checks"]),
        Goal::Within(300.0, 0.0),
    );
    table.row("reading the same file", Measure::new(figures["intake"]), Goal::None);
    let store = fresh(small.parent().unwrap_or(small), "roll-300", "store", "found")?;
    let figures = run("edit", &[&store, &small.with_file_name("roll-300").join("rolls.csv")])?;
    table.row(
        "one cell changed in 300 lines, checked, durable",
        Measure::new(figures["edit"]).holding(figures["peak"]),
        Goal::None,
    );
    table.row(
        "the same, p99",
        Measure::new(figures["edit p99"]).holding(figures["peak"]),
        Goal::None,
    );
    Ok(())
}

fn sheets(table: &mut Table, data: &Path, small: &Path, large: &Path) -> Outcome {
    let figures = run_often("workbook", &[&small.join("rolls.csv"), &data.join("out.xlsx")])?;
    table.row(
        "xlsx, 100000 x 14",
        Measure::new(figures["workbook"]).holding(figures["peak"]),
        Goal::Within(1680.0, 25.0),
    );
    let mut ours = Vec::new();
    let mut theirs = Vec::new();
    let mut peak = 0.0_f64;
    for _ in 0..TURNS {
        let figures = run("gb18030", &[&large.join("rolls.csv"), &data.join("out.csv")])?;
        ours.push(figures["gb18030"]);
        peak = peak.max(figures["peak"]);
        theirs.push(bench_peers::iconv(&large.join("rolls.csv"), &data.join("out.gb"))?);
    }
    table.row(
        "GB18030 csv, all rows (peer: iconv, converting only)",
        Measure::new(median(ours)).beside(median(theirs)).holding(peak),
        Goal::Ratio(1.5, 120.0),
    );
    Ok(())
}

fn papers(table: &mut Table, data: &Path) -> Outcome {
    for (name, within, mb) in [("roll-300", 100.0, 40.0), ("roll-5000", 1000.0, 100.0)] {
        let store = fresh(data, name, "store", "found")?;
        run("import", &[&store, &data.join(name).join("rolls.csv")])?;
        run("submit", &[&store])?;
        run("publish", &[&store])?;
        let figures = run_often("poster", &[&store])?;
        table.row(
            &format!("poster, {name}"),
            Measure::new(figures["poster"]).holding(figures["peak"]),
            Goal::Within(within, mb),
        );
    }
    Ok(())
}

fn site(table: &mut Table, data: &Path) -> Outcome {
    let store = data.join("township-store");
    let out = data.join("site");
    if out.exists() {
        std::fs::remove_dir_all(&out)?;
    }
    let made = run("publish", &[&store])?;
    let job = format!("site: {} lines in {} lists", made["lines"], made["lists"]);
    let figures = run("site", &[&store, &out])?;
    table.row(
        &job,
        Measure::new(figures["site"]).holding(figures["peak"]),
        Goal::Within(4000.0, 100.0),
    );
    let figures = run("site-again", &[&store, &out])?;
    table.row(
        "the same after one change",
        Measure::new(figures["site-again"]).holding(figures["peak"]),
        Goal::Within(200.0, 100.0),
    );
    let each = made["publish"] / made["lists"];
    table.row(
        "approve and publish one list of it (poster made and scanned)",
        Measure::new(each).holding(made["peak"]),
        Goal::None,
    );
    let figures = run("pay", &[&store])?;
    table.row(
        &format!("pay list of {} lines", figures["lines"]),
        Measure::new(figures["pay"]).holding(figures["peak"]),
        Goal::None,
    );
    let figures = run("export", &[&store, &data.join("finance")])?;
    table.row(
        "its finance files (xlsx and csv for each programme)",
        Measure::new(figures["export"]).holding(figures["peak"]),
        Goal::None,
    );
    Ok(())
}

fn unlock(table: &mut Table, data: &Path) -> Outcome {
    let store = fresh(data, "roll-300", "locked", "found-locked")?;
    let figures = run_often("unlock", &[&store])?;
    table.row(
        "unlock: argon2id 64 MiB t=3 and open (peer: argon2id alone)",
        Measure::new(figures["unlock"]).beside(figures["kdf"]).holding(figures["peak"]),
        Goal::Over(50.0),
    );
    Ok(())
}

fn terminal(table: &mut Table, data: &Path, rows: &str) -> Outcome {
    let binary = std::env::current_exe()?.ancestors().nth(2).unwrap_or(data).join("cunbang");
    let idle = if rows == "1000000" { 60.0 } else { 30.0 };
    let shown = bench_terminal::session(&binary, &data.join(format!("{rows}-store")))?;
    table.row(
        &format!("first frame, {rows}"),
        Measure::new(shown.first_frame),
        Goal::Within(15.0, 0.0),
    );
    table.row(
        &format!("password to the open session, {rows}"),
        Measure::new(shown.open),
        Goal::None,
    );
    table.row(&format!("key to frame, median, {rows}"), Measure::new(shown.key), Goal::None);
    let job = format!("key to frame, p99; memory at rest, {rows}");
    table.row(&job, Measure::new(shown.key_p99).holding(shown.idle_mb), Goal::Within(5.0, idle));
    Ok(())
}
