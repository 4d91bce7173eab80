//! From disclosures to finished files: `(path, bytes)`.
use super::carried::{carried, hex};
use super::error::SiteError;
use super::heading::Item;
use super::history::History;
use super::pages::{DisclosurePage, Frame, POLICY, Table, Withdrawn};
use super::{Site, WithdrawalReason, words};
use crate::domain::date::in_chinese;
use crate::domain::disclosure::{Column, Disclosure, content_hash, signed_message};
use crate::domain::fingerprint::fingerprint;
use crate::domain::hash::Hash;
use crate::domain::title::Title;
use askama::Template;
use ed25519_dalek::{Signature, VerifyingKey};

pub(super) const STYLE: &str = include_str!("assets/site.css");
const CHECK: &str = include_str!("assets/check.js");
const BOARD: &str = include_str!("assets/board.js");
/// Whatever changes a page of an unchanged disclosure.
const EDITION: [&str; 4] = [
    include_str!("templates/base.html"),
    include_str!("templates/disclosure.html"),
    include_str!("templates/proof.html"),
    include_str!("templates/withdrawn.html"),
];
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A file of the site: path and bytes.
pub(super) type File = (String, Vec<u8>);

/// The site with its disclosures, ready to be written.
pub(super) struct Renderer<'i, 'a> {
    pub site: &'i Site<'a>,
    pub items: &'i [Item<'a>],
    history: &'i History<'i, 'a>,
    keys: Vec<[u8; 32]>,
}

impl<'i, 'a> Renderer<'i, 'a> {
    /// Finds the key of each disclosure.
    ///
    /// # Errors
    /// [`SiteError::Unsigned`].
    pub fn new(site: &'i Site<'a>, items: &'i [Item<'a>], history: &'i History<'i, 'a>) -> Result<Self, SiteError> {
        let keys = items.iter().map(|item| key_of(site, item)).collect::<Result<_, _>>()?;
        Ok(Self { site, items, history, keys })
    }

    /// What each disclosure's files are made from, as a hash; equal recipes give equal files.
    pub fn recipes(&self) -> impl Iterator<Item = Hash> {
        self.items.iter().zip(&self.keys).map(|(item, key)| {
            let around = (self.site.office, self.site.host, self.site.practice, key, item.published.signature, item.published.published_on);
            let fate = (item.published.withdrawn, self.history.versions(item), self.history.newest(item));
            let told = format!("{VERSION}{POLICY}{}{around:?}{fate:?}", item.published.code);
            let mut parts: Vec<&[u8]> = EDITION.iter().map(|text| text.as_bytes()).collect();
            parts.push(told.as_bytes());
            Hash::of("cunbang/page/1\n", &parts)
        })
    }

    /// Every path of the site.
    pub fn paths(&self) -> Vec<String> {
        let mut paths: Vec<String> = super::lists::PATHS.iter().map(|path| (*path).to_owned()).collect();
        paths.extend(self.villages().into_keys().map(|code| format!("V/{code}/index.html")));
        for item in self.items {
            let files: &[&str] = if item.published.withdrawn.is_some() {
                &["index.html"]
            } else {
                &["index.html", "disclosure.json", "disclosure.json.sig"]
            };
            paths.extend(files.iter().map(|file| path_of(item, file)));
        }
        paths
    }

    /// Style and scripts.
    pub fn assets() -> [File; 3] {
        [("site.css", STYLE), ("check.js", CHECK), ("board.js", BOARD)].map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
    }

    pub(super) const fn frame(&self, root: &'static str) -> Frame<'a> {
        Frame { policy: POLICY, root, office: self.site.office, host: self.site.host, practice: self.site.practice }
    }

    /// The files of one disclosure: page, bytes, signature; of a withdrawn one the tombstone only.
    ///
    /// # Errors
    /// [`SiteError::NotADisclosure`], [`SiteError::Template`].
    pub fn disclosure(&self, place: usize) -> Result<Vec<File>, SiteError> {
        let (Some(item), Some(key)) = (self.items.get(place), self.keys.get(place)) else { return Ok(Vec::new()) };
        let published = item.published;
        let code = published.code.clone();
        let read = Disclosure::from_bytes(published.bytes).map_err(|source| SiteError::NotADisclosure { code, source })?;
        let page = path_of(item, "index.html");
        if published.withdrawn.is_some() {
            return Ok(vec![(page, self.tombstone(item, &read)?.into_bytes())]);
        }
        Ok(vec![
            (page, self.page(item, &read, key)?.into_bytes()),
            (path_of(item, "disclosure.json"), published.bytes.to_vec()),
            (path_of(item, "disclosure.json.sig"), published.signature.to_vec()),
        ])
    }

    fn page(&self, item: &Item<'_>, disclosure: &Disclosure, key: &[u8; 32]) -> Result<String, SiteError> {
        let published = item.published;
        let mut frame = self.frame("../../");
        frame.practice |= disclosure.practice;
        let page = DisclosurePage {
            frame,
            title: Title::of(disclosure).to_string(),
            village: &disclosure.division.name,
            village_code: disclosure.division.code.to_string(),
            newest: self.history.newest(item),
            days: item.days(),
            grouped: published.code.grouped(),
            check_code: published.code.check_code(),
            facts: words::facts(disclosure),
            table: table(disclosure),
            columns: &disclosure.columns,
            rows: &disclosure.rows,
            contacts: &disclosure.contacts,
            versions: self.history.versions(item),
            size: published.bytes.len(),
            fingerprint: fingerprint(key),
            sha256: hex(content_hash(published.bytes).bytes()),
            carried: carried(published.bytes, &published.signature, key),
        };
        Ok(page.render()?)
    }

    fn tombstone(&self, item: &Item<'_>, disclosure: &Disclosure) -> Result<String, SiteError> {
        let published = item.published;
        let withdrawal = published.withdrawn;
        let reason = withdrawal.map_or(WithdrawalReason::Unstated, |withdrawal| withdrawal.reason);
        let mut frame = self.frame("../../");
        frame.practice |= disclosure.practice;
        let page = Withdrawn {
            frame,
            title: Title::of(disclosure).to_string(),
            village: &disclosure.division.name,
            village_code: disclosure.division.code.to_string(),
            newest: self.history.newest(item),
            on: withdrawal.map(|withdrawal| in_chinese(withdrawal.on)).unwrap_or_default(),
            reason: words::reason(reason),
            label: &disclosure.label,
            revision: disclosure.revision,
            grouped: published.code.grouped(),
            check_code: published.code.check_code(),
            facts: if reason == WithdrawalReason::Ended { words::totals(disclosure) } else { Vec::new() },
            contacts: &disclosure.contacts,
        };
        Ok(page.render()?)
    }
}

fn path_of(item: &Item<'_>, file: &str) -> String {
    format!("D/{}/{file}", item.published.code)
}

fn table(disclosure: &Disclosure) -> Option<Table> {
    if disclosure.rows.is_empty() {
        return None;
    }
    let columns = &disclosure.columns;
    let mut classes: Vec<String> =
        columns.iter().enumerate().filter(|(_, column)| words::is_number(**column)).map(|(place, _)| format!("n{}", place + 1)).collect();
    if columns.len() > 5 {
        classes.push("wide".to_owned());
    }
    let of = |text: fn(&Disclosure, Column) -> String| columns.iter().map(|column| text(disclosure, *column)).collect();
    Some(Table { class: classes.join(" "), heads: of(words::heading), foot: of(words::foot) })
}

/// The key that made the signature: a page names it, so a build must know it.
fn key_of(site: &Site<'_>, item: &Item<'_>) -> Result<[u8; 32], SiteError> {
    let message = signed_message(item.published.bytes);
    let signature = Signature::from_bytes(&item.published.signature);
    let made_by = |key: &[u8; 32]| VerifyingKey::from_bytes(key).is_ok_and(|key| key.verify_strict(&message, &signature).is_ok());
    let found = site.keys.iter().map(|key| key.public).find(made_by);
    found.ok_or_else(|| SiteError::Unsigned { code: item.published.code.clone() })
}
