//! The pages as types; what they look like stands in `templates/`.
use super::changes::Changes;
use super::history::Version;
use super::words::{self, Fact};
use crate::domain::disclosure::{Column, PublicContact, Row};
use askama::Template;

/// May load its own style and scripts, nothing else, and send nothing anywhere.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/// What stands around every page.
#[derive(Debug, Clone)]
pub(super) struct Frame<'a> {
    /// Content security policy.
    pub policy: &'a str,
    /// Path to the root of the site: nothing, `../` or `../../`.
    pub root: &'a str,
    pub office: &'a str,
    pub host: &'a str,
    pub practice: bool,
}

/// `index.html`.
#[derive(Template)]
#[template(path = "home.html", config = "src/site/askama.toml")]
pub(super) struct Home<'a> {
    pub frame: Frame<'a>,
    pub villages: Vec<VillageLink>,
    pub cards: Vec<CardLink>,
    pub keys: Vec<KeyLine>,
}

/// A village on the home page.
pub(super) struct VillageLink {
    pub code: String,
    pub name: String,
    pub count: usize,
}

/// A policy card on the home page.
pub(super) struct CardLink {
    pub path: String,
    pub name: String,
}

/// `P/<code>/index.html`: 政策明白卡.
#[derive(Template)]
#[template(path = "card.html", config = "src/site/askama.toml")]
pub(super) struct CardPage<'a> {
    pub frame: Frame<'a>,
    pub title: String,
    pub subtitle: String,
    pub facts: Vec<Fact>,
    pub contacts: &'a [PublicContact],
}

/// A key on the home page.
pub(super) struct KeyLine {
    pub fingerprint: String,
    pub time: String,
}

/// `V/<12 digits>/index.html`: 村务公开栏.
#[derive(Template)]
#[template(path = "village.html", config = "src/site/askama.toml")]
pub(super) struct Village<'a> {
    pub frame: Frame<'a>,
    pub name: String,
    pub place: String,
    pub batches: Vec<BatchShown>,
    pub boards: Vec<BoardLine>,
    /// `财务栏　2026年第3季度：本期无事项（2026年10月9日确认）`.
    pub nothing: Vec<String>,
    pub contacts: Vec<PublicContact>,
}

/// One batch on its village's page.
pub(super) struct BatchShown {
    /// `2026年度耕地地力保护补贴`.
    pub title: String,
    /// Notice first, then result.
    pub stages: Vec<StageShown>,
}

/// A disclosure of the batch.
pub(super) struct StageShown {
    pub word: &'static str,
    pub code: String,
    pub check_code: String,
    pub revision: u32,
    pub days: Option<(String, String)>,
    pub state: &'static str,
    pub time: String,
    pub objections: Option<String>,
    pub postings: Vec<String>,
}

/// One board of the village.
pub(super) struct BoardLine {
    pub place: String,
    /// `固定公开栏　栏目：村务、财务`.
    pub about: String,
    /// What hangs there now.
    pub posted: Vec<PostedLine>,
}

/// A disclosure that hangs on the board.
pub(super) struct PostedLine {
    /// Empty if the site does not hold it.
    pub code: String,
    pub title: String,
    pub time: String,
}

/// `log/index.html` and `log/<year>/index.html`: 更正与撤回记录.
#[derive(Template)]
#[template(path = "log.html", config = "src/site/askama.toml")]
pub(super) struct LogPage<'a> {
    pub frame: Frame<'a>,
    /// Of one year, or the newest of all.
    pub year: Option<i16>,
    pub years: &'a [LogYear],
    pub lines: Vec<LogLine>,
    /// Are there more than stand here?
    pub more: bool,
}

/// A line of the log's page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LogLine {
    pub on: String,
    /// 更正, 撤回 or 按期下架.
    pub act: &'static str,
    pub title: String,
    /// `140923104-2026-DL-0007　第2版`.
    pub number: String,
    pub detail: String,
    pub code: String,
    pub check_code: String,
}

/// A year with its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LogYear {
    pub year: i16,
    pub count: usize,
}

/// A disclosure of the same batch, or the batch that a correction corrects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Companion {
    /// `结果公开`, `事前公示`, `被更正的批次`.
    pub word: &'static str,
    pub code: String,
    pub title: String,
    pub check_code: String,
}

/// `D/<CODE>/index.html` with its list.
#[derive(Template)]
#[template(path = "disclosure.html", config = "src/site/askama.toml")]
pub(super) struct DisclosurePage<'a> {
    pub frame: Frame<'a>,
    pub title: String,
    pub village: &'a str,
    pub village_code: String,
    pub newest: Option<Version>,
    /// The version after this one, unless it is the newest.
    pub next: Option<Version>,
    pub days: Option<(String, String)>,
    /// Its fixed state, or that it is a result.
    pub state: &'static str,
    pub changes: Option<Changes>,
    pub companions: Vec<Companion>,
    /// Where it hangs and hung.
    pub postings: Vec<String>,
    pub objections: Option<String>,
    /// Of the programme's policy card, if the site has one.
    pub card: Option<String>,
    pub programme: &'a str,
    /// How to object.
    pub object: &'static str,
    /// The code in groups of four, as on the paper.
    pub grouped: String,
    pub check_code: String,
    pub facts: Vec<Fact>,
    pub table: Option<ListTable>,
    pub columns: &'a [Column],
    pub rows: &'a [Row],
    pub contacts: &'a [PublicContact],
    pub versions: Vec<Version>,
    pub size: usize,
    pub fingerprint: String,
    pub sha256: String,
    /// JSON, see [`crate::site::embedded_payload`].
    pub carried: String,
}

impl DisclosurePage<'_> {
    /// The texts of a row, in the order of the columns in use.
    fn cells(&self, row: &Row) -> impl Iterator<Item = String> {
        self.columns.iter().map(|column| words::cell(row, *column))
    }
}

/// First and last row of the list; the rows are drawn straight from the disclosure.
pub(super) struct ListTable {
    /// `n4` = the fourth column is set flush right; `wide` = may be moved sideways on a phone.
    pub class: String,
    pub heads: Vec<String>,
    pub foot: Vec<String>,
}

/// What both pages without list say.
pub(super) struct Gone<'a> {
    pub title: String,
    pub village: &'a str,
    pub village_code: String,
    pub newest: Option<Version>,
    pub on: String,
    pub label: &'a str,
    pub revision: u32,
    pub issuer: &'a str,
    /// The code in groups of four, as on the paper.
    pub grouped: String,
    pub check_code: String,
    pub contacts: &'a [PublicContact],
}

/// `D/<CODE>/index.html` after a withdrawal.
#[derive(Template)]
#[template(path = "withdrawn.html", config = "src/site/askama.toml")]
pub(super) struct Withdrawn<'a> {
    pub frame: Frame<'a>,
    pub gone: Gone<'a>,
    pub reason: &'static str,
}

/// `D/<CODE>/index.html` after the end of the time for which its list is shown.
#[derive(Template)]
#[template(path = "ended.html", config = "src/site/askama.toml")]
pub(super) struct Ended<'a> {
    pub frame: Frame<'a>,
    pub gone: Gone<'a>,
    pub facts: Vec<Fact>,
    /// Of the bytes, while the office still has them.
    pub sha256: Option<String>,
    /// Hexadecimal.
    pub signature: String,
    pub fingerprint: Option<String>,
    /// JSON, see [`crate::site::embedded_payload`].
    pub carried: String,
}

/// `D/index.html` and `404.html`: nobody published this code.
#[derive(Template)]
#[template(path = "unknown.html", config = "src/site/askama.toml")]
pub(super) struct Unknown<'a> {
    pub frame: Frame<'a>,
    /// The style itself, where no relative link can lead to it (a host serves `404.html` at any
    /// depth).
    pub style: Option<&'a str>,
    pub contacts: Vec<PublicContact>,
}
