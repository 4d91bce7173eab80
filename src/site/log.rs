//! 更正与撤回记录: every correction, withdrawal and scheduled end, newest first, as pages by year
//! and as `log.json`.
//!
//! Says what was done to which disclosure, never what stood in it: numbers of rows and classes of
//! reasons only.
use super::embedded_payload::for_script;
use super::error::SiteError;
use super::heading::Item;
use super::history::gone_word;
use super::pages::{LogLine, LogPage, LogYear};
use super::render::{File, Renderer};
use crate::domain::disclosure::DisclosureStage;
use crate::domain::disclosure::changed_row::ChangeReason;
use crate::domain::disclosure::correction;
use crate::domain::values::date::{Date, in_chinese};
use askama::Template;
use serde::Serialize;
use std::collections::BTreeMap;

/// Lines on the first page of the log; the pages of the years have all.
const NEWEST: usize = 100;

#[derive(Serialize)]
struct Log<'l> {
    format: &'static str,
    office: &'l str,
    entries: Vec<LogEntry<'l>>,
}

/// One act. The fields and their order are a format: `tests.rs` pins them.
#[derive(Serialize)]
struct LogEntry<'l> {
    on: String,
    act: Act,
    label: &'l str,
    revision: u32,
    code: &'l str,
    /// The code that it replaces; only of a correction.
    replaces: Option<&'l str>,
    stage: DisclosureStage,
    division: String,
    village: String,
    programme: &'l str,
    period: String,
    /// Rows changed; only of a correction.
    rows: Option<usize>,
    /// Classes: of the changes, or of the withdrawal.
    reasons: Vec<&'static str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
enum Act {
    Correction,
    Withdrawal,
    End,
}

impl<'i, 'a> Renderer<'i, 'a> {
    /// The pages of the log and `log.json`.
    ///
    /// # Errors
    /// [`SiteError::Template`].
    pub(super) fn log(&self) -> Result<Vec<File>, SiteError> {
        let acts = self.acts();
        let mut by_year: BTreeMap<i16, Vec<LogLine>> = BTreeMap::new();
        for act in &acts {
            by_year.entry(act.0.year()).or_default().push(line(act));
        }
        let years: Vec<LogYear> = by_year
            .iter()
            .rev()
            .map(|(year, lines)| LogYear { year: *year, count: lines.len() })
            .collect();
        let newest = acts.iter().take(NEWEST).map(line).collect();
        let page = |root, year, lines, more| {
            LogPage { frame: self.frame(root), year, years: &years, lines, more }.render()
        };
        let mut files = vec![(
            "log/index.html".to_owned(),
            page("../", None, newest, acts.len() > NEWEST)?.into_bytes(),
        )];
        for (year, lines) in by_year {
            files.push((
                format!("log/{year}/index.html"),
                page("../../", Some(year), lines, false)?.into_bytes(),
            ));
        }
        let log = Log {
            format: "cunbang/log/1",
            office: self.site.office,
            entries: acts.iter().map(entry).collect(),
        };
        files.push(("log.json".to_owned(), for_script(&log).into_bytes()));
        Ok(files)
    }

    /// Every act with its day, newest first.
    fn acts(&self) -> Vec<(Date, Act, &'i Item<'a>)> {
        let mut acts = Vec::new();
        for item in self.items {
            if item.heading.replaces.is_some() {
                acts.push((item.published.published_on, Act::Correction, item));
            }
            if let Some(gone) = item.gone {
                acts.push((gone.on, if gone.is_end() { Act::End } else { Act::Withdrawal }, item));
            }
        }
        let key = |(_, act, item): &(Date, Act, &'i Item<'a>)| (*act, item.published.code.as_str());
        acts.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| key(a).cmp(&key(b))));
        acts
    }
}

fn line((on, act, item): &(Date, Act, &Item<'_>)) -> LogLine {
    let gone = item.gone;
    let (word, detail) = match act {
        Act::Correction => ("更正", corrected(item)),
        Act::Withdrawal | Act::End => (
            gone.map_or("撤回", gone_word),
            gone.map(|gone| format!("原因：{}", correction::withdrawn(gone.reason)))
                .unwrap_or_default(),
        ),
    };
    LogLine {
        on: in_chinese(*on),
        act: word,
        title: item.title(),
        number: format!("{}　第{}版", item.heading.label, item.heading.revision),
        detail,
        code: item.published.code.to_string(),
        check_code: item.published.code.check_code(),
    }
}

/// `3行：异议属实2行，录入错误1行`.
fn corrected(item: &Item<'_>) -> String {
    let told = |reason: ChangeReason| {
        let rows = item.heading.changes.iter().filter(|row| row.reason == reason).count();
        (rows > 0).then(|| format!("{}{rows}行", correction::reason(reason)))
    };
    let told: Vec<String> = ChangeReason::ALL.iter().copied().filter_map(told).collect();
    if told.is_empty() {
        String::new()
    } else {
        format!("更正{}行：{}", item.heading.changes.len(), told.join("，"))
    }
}

fn entry<'l>((on, act, item): &(Date, Act, &'l Item<'_>)) -> LogEntry<'l> {
    let heading = &item.heading;
    let is_correction = *act == Act::Correction;
    let given = |reason: &ChangeReason| heading.changes.iter().any(|row| row.reason == *reason);
    let reasons = if is_correction {
        ChangeReason::ALL.iter().copied().filter(given).map(ChangeReason::word).collect()
    } else {
        item.gone.iter().map(|gone| gone.reason.word()).collect()
    };
    LogEntry {
        on: on.to_string(),
        act: *act,
        label: &heading.label,
        revision: heading.revision,
        code: item.published.code.as_str(),
        replaces: heading.replaces.as_deref().filter(|_| is_correction),
        stage: heading.stage,
        division: heading.division.code.to_string(),
        village: format!("{}{}", heading.division.township, heading.division.name),
        programme: &heading.programme.code,
        period: heading.period.to_string(),
        rows: is_correction.then_some(heading.changes.len()),
        reasons,
    }
}
