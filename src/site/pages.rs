//! The pages as types; what they look like stands in `templates/`.
use super::history::Version;
use super::words::{self, Fact};
use crate::domain::disclosure::{Column, PublicContact, Row};
use askama::Template;

/// May load its own style and scripts, nothing else, and send nothing anywhere.
pub(super) const POLICY: &str =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

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
    pub keys: Vec<KeyLine>,
}

/// A village on the home page.
pub(super) struct VillageLink {
    pub code: String,
    pub name: String,
    pub count: usize,
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
    pub name: &'a str,
    pub place: String,
    pub entries: Vec<Entry>,
}

/// A disclosure on its village's page.
pub(super) struct Entry {
    pub code: String,
    pub check_code: String,
    pub title: String,
    pub revision: u32,
    pub days: Option<(String, String)>,
    pub state: &'static str,
    pub time: String,
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
    pub days: Option<(String, String)>,
    /// The code in groups of four, as on the paper.
    pub grouped: String,
    pub check_code: String,
    pub facts: Vec<Fact>,
    pub table: Option<Table>,
    pub columns: &'a [Column],
    pub rows: &'a [Row],
    pub contacts: &'a [PublicContact],
    pub versions: Vec<Version>,
    pub size: usize,
    pub fingerprint: String,
    pub sha256: String,
    /// JSON, see [`super::carried`].
    pub carried: String,
}

impl DisclosurePage<'_> {
    /// The texts of a row, in the order of the columns in use.
    fn cells(&self, row: &Row) -> impl Iterator<Item = String> {
        self.columns.iter().map(|column| words::cell(row, *column))
    }
}

/// First and last row of the list; the rows are drawn straight from the disclosure.
pub(super) struct Table {
    /// `n4` = the fourth column is set flush right; `wide` = may be moved sideways on a phone.
    pub class: String,
    pub heads: Vec<String>,
    pub foot: Vec<String>,
}

/// `D/<CODE>/index.html` after a withdrawal.
#[derive(Template)]
#[template(path = "withdrawn.html", config = "src/site/askama.toml")]
pub(super) struct Withdrawn<'a> {
    pub frame: Frame<'a>,
    pub title: String,
    pub village: &'a str,
    pub village_code: String,
    pub newest: Option<Version>,
    pub on: String,
    pub reason: &'static str,
    pub label: &'a str,
    pub revision: u32,
    /// The code in groups of four, as on the paper.
    pub grouped: String,
    pub check_code: String,
    pub facts: Vec<Fact>,
    pub contacts: &'a [PublicContact],
}

/// `D/index.html` and `404.html`: nobody published this code.
#[derive(Template)]
#[template(path = "unknown.html", config = "src/site/askama.toml")]
pub(super) struct Unknown<'a> {
    pub frame: Frame<'a>,
    /// The style itself, where no relative link can lead to it (a host serves `404.html` at any depth).
    pub style: Option<&'a str>,
    pub contacts: Vec<PublicContact>,
}
