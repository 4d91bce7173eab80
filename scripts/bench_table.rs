//! The table: a row a job, with its goal and whether it was met.
use crate::bench_jobs::Outcome;

/// What performance demands of a job.
#[derive(Debug, Clone, Copy)]
pub enum Goal {
    /// At most so many times the peer's time, and so many MB.
    Ratio(f64, f64),
    /// At most so many milliseconds, and so many MB (0 = any).
    Within(f64, f64),
    /// At most so many milliseconds more than the peer.
    Over(f64),
    /// Told for information.
    None,
}

/// What was measured of a job: milliseconds and MB.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    ours: f64,
    peer: Option<f64>,
    peak_mb: Option<f64>,
}

impl Measure {
    /// Our time.
    pub const fn new(ours: f64) -> Self {
        Self { ours, peer: None, peak_mb: None }
    }

    /// Beside the time of another program.
    pub const fn beside(self, peer: f64) -> Self {
        Self { peer: Some(peer), ..self }
    }

    /// With the most memory that the process held.
    pub const fn holding(self, peak_mb: f64) -> Self {
        Self { peak_mb: Some(peak_mb), ..self }
    }
}

const fn verdict(is_met: bool) -> &'static str {
    if is_met { "met" } else { "**missed**" }
}

/// Finished rows.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<String>,
}

impl Table {
    /// One measured job.
    pub fn row(&mut self, job: &str, measure: Measure, goal: Goal) {
        let Measure { ours, peer, peak_mb } = measure;
        let peak_is_right = |most: f64| most <= 0.0 || peak_mb.is_none_or(|peak| peak <= most);
        let ratio = peer.map(|peer| ours / peer);
        let mb = |most: f64| if most <= 0.0 { String::new() } else { format!(", {most:.0} MB") };
        let (wanted, verdict) = match goal {
            Goal::None => ("-".to_owned(), "-"),
            Goal::Ratio(most, memory) => {
                let is_met = ratio.is_some_and(|ratio| ratio <= most) && peak_is_right(memory);
                (format!("{most}x{}", mb(memory)), verdict(is_met))
            }
            Goal::Within(most, memory) => (
                format!("{}{}", shown(most), mb(memory)),
                verdict(ours <= most && peak_is_right(memory)),
            ),
            Goal::Over(more) => (
                format!("peer + {}", shown(more)),
                verdict(peer.is_some_and(|peer| ours <= peer + more)),
            ),
        };
        let optional = |figure: Option<String>| figure.unwrap_or_else(|| "-".to_owned());
        let peak = optional(peak_mb.map(|peak| format!("{peak:.0}")));
        let peer = optional(peer.map(shown));
        let ratio = optional(ratio.map(|ratio| format!("{ratio:.2}")));
        self.add(format!(
            "| {job} | {} | {peer} | {ratio} | {peak} | {wanted} | {verdict} |",
            shown(ours)
        ));
    }

    /// Measures some jobs; if one of them cannot be measured, the table says why and goes on.
    pub fn part(&mut self, jobs: &str, measure: impl FnOnce(&mut Self) -> Outcome) {
        if let Err(why) = measure(self) {
            self.add(format!(
                "| {jobs} | not measured: {} | - | - | - | - | - |",
                why.to_string().trim()
            ));
        }
    }

    /// Rows are told as they come, too: the whole takes minutes.
    fn add(&mut self, row: String) {
        eprintln!("{row}");
        self.rows.push(row);
    }

    /// The whole table.
    pub fn print(&self) {
        println!("| job | ours | peer | ratio | peak MB | goal | |\n|---|---|---|---|---|---|---|");
        for row in &self.rows {
            println!("{row}");
        }
    }
}

fn shown(milliseconds: f64) -> String {
    match milliseconds {
        1000.0.. => format!("{:.2} s", milliseconds / 1000.0),
        10.0.. => format!("{milliseconds:.0} ms"),
        1.0.. => format!("{milliseconds:.1} ms"),
        _ => format!("{milliseconds:.3} ms"),
    }
}
