//! From disclosures to finished files: `(path, bytes)`.
use super::beside::Beside;
use super::changes::Changes;
use super::embedded_payload::{carried, hex};
use super::error::SiteError;
use super::heading::Item;
use super::history::History;
use super::pages::{DisclosurePage, Frame, ListTable, POLICY};
use super::{Content, Site, words};
use crate::domain::disclosure::title::Title;
use crate::domain::disclosure::{Column, Disclosure, content_hash, signed_message};
use crate::domain::values::fingerprint::fingerprint;
use crate::domain::values::hash::Hash;
use askama::Template;
use ed25519_dalek::{Signature, VerifyingKey};

pub(super) const STYLE: &str = include_str!("assets/site.css");
const CHECK: &str = include_str!("assets/check.js");
const BOARD: &str = include_str!("assets/board.js");
/// The templates of the pages of disclosures: when one of them changes, the pages are written anew
/// though their disclosures are the same.
const EDITION: [&str; 6] = [
    include_str!("templates/base.html"),
    include_str!("templates/disclosure.html"),
    include_str!("templates/beside.html"),
    include_str!("templates/proof.html"),
    include_str!("templates/withdrawn.html"),
    include_str!("templates/ended.html"),
];
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A file of the site: path and bytes.
pub(super) type File = (String, Vec<u8>);

/// The site with its disclosures, ready to be written.
pub(super) struct Renderer<'i, 'a> {
    pub site: &'i Site<'a>,
    pub items: &'i [Item<'a>],
    pub history: &'i History<'i, 'a>,
    pub beside: Beside<'i, 'a>,
    keys: Vec<Option<[u8; 32]>>,
}

impl<'i, 'a> Renderer<'i, 'a> {
    /// Finds the key of each disclosure.
    ///
    /// # Errors
    /// [`SiteError::Unsigned`].
    pub fn new(
        site: &'i Site<'a>,
        items: &'i [Item<'a>],
        history: &'i History<'i, 'a>,
    ) -> Result<Self, SiteError> {
        let keys = items.iter().map(|item| key_of(site, item)).collect::<Result<_, _>>()?;
        Ok(Self { site, items, history, beside: Beside::of(site, items, history), keys })
    }

    /// What each disclosure's files are made from, as a hash; equal recipes give equal files.
    pub fn recipes(&self) -> impl Iterator<Item = Hash> {
        self.items.iter().zip(&self.keys).map(|(item, key)| {
            let published = item.published;
            let has_bytes = matches!(published.content, Content::Whole(_));
            let around = (
                self.site.office,
                self.site.host,
                self.site.practice,
                key,
                published.signature,
                published.published_on,
                has_bytes,
            );
            let fate = (
                item.gone,
                self.history.versions(item),
                self.history.newest(item),
                self.history.next(item),
            );
            let card = self.card_of(&item.heading.programme.code);
            let beside = (
                published.objections,
                self.beside.companions(item),
                self.beside.postings(item),
                card,
            );
            let told = format!("{VERSION}{POLICY}{}{around:?}{fate:?}{beside:?}", published.code);
            let mut parts: Vec<&[u8]> = EDITION.iter().map(|text| text.as_bytes()).collect();
            parts.push(told.as_bytes());
            Hash::of("cunbang/page/1\n", &parts)
        })
    }

    /// Style and scripts.
    pub fn assets() -> [File; 3] {
        [("site.css", STYLE), ("check.js", CHECK), ("board.js", BOARD)]
            .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
    }

    pub(super) const fn frame(&self, root: &'static str) -> Frame<'a> {
        Frame {
            policy: POLICY,
            root,
            office: self.site.office,
            host: self.site.host,
            practice: self.site.practice,
        }
    }

    /// The files of one disclosure: page, bytes, signature; of one without list the page only.
    ///
    /// # Errors
    /// [`SiteError::NotADisclosure`], [`SiteError::Template`].
    pub fn disclosure(&self, place: usize) -> Result<Vec<File>, SiteError> {
        let (Some(item), Some(key)) = (self.items.get(place), self.keys.get(place)) else {
            return Ok(Vec::new());
        };
        let published = item.published;
        let read = item.disclosure()?;
        if let Some(withdrawal) = item.gone {
            let page = self.without_list(item, &read, withdrawal, key.as_ref())?;
            return Ok(vec![(item.page(), page.into_bytes())]);
        }
        let (Content::Whole(bytes), Some(key)) = (published.content, key) else {
            return Ok(Vec::new());
        };
        let beside = |file: &str| format!("D/{}/{file}", published.code);
        Ok(vec![
            (item.page(), self.page(item, bytes, &read, key)?.into_bytes()),
            (beside("disclosure.json"), bytes.to_vec()),
            (beside("disclosure.json.sig"), published.signature.to_vec()),
        ])
    }

    fn page(
        &self,
        item: &Item<'_>,
        bytes: &[u8],
        disclosure: &Disclosure,
        key: &[u8; 32],
    ) -> Result<String, SiteError> {
        let published = item.published;
        let mut frame = self.frame("../../");
        frame.practice |= disclosure.practice;
        let newest = self.history.newest(item);
        let page = DisclosurePage {
            frame,
            title: Title::of(disclosure).to_string(),
            village: &disclosure.division.name,
            village_code: disclosure.division.code.to_string(),
            next: self.history.next(item).filter(|next| newest.as_ref() != Some(next)),
            newest,
            days: item.days(),
            state: item.state(),
            changes: Changes::of(disclosure),
            companions: self.beside.companions(item),
            postings: self.beside.postings(item),
            objections: published.objections.map(words::objections),
            card: self.card_of(&disclosure.programme.code),
            programme: &disclosure.programme.name,
            object: words::object(disclosure.stage),
            grouped: published.code.grouped(),
            check_code: published.code.check_code(),
            facts: words::facts(disclosure),
            table: table(disclosure),
            columns: &disclosure.columns,
            rows: &disclosure.rows,
            contacts: &disclosure.contacts,
            versions: self.history.versions(item),
            size: bytes.len(),
            fingerprint: fingerprint(key),
            sha256: hex(content_hash(bytes).bytes()),
            carried: carried(bytes, &published.signature, key),
        };
        Ok(page.render()?)
    }
}

fn table(disclosure: &Disclosure) -> Option<ListTable> {
    if disclosure.rows.is_empty() {
        return None;
    }
    let columns = &disclosure.columns;
    let mut classes: Vec<String> = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| words::is_number(**column))
        .map(|(place, _)| format!("n{}", place + 1))
        .collect();
    if columns.len() > 5 {
        classes.push("wide".to_owned());
    }
    let of = |text: fn(&Disclosure, Column) -> String| {
        columns.iter().map(|column| text(disclosure, *column)).collect()
    };
    Some(ListTable { class: classes.join(" "), heads: of(words::heading), foot: of(words::foot) })
}

/// The key that made the signature: a page names it, so a build must know it. Without the bytes it
/// cannot be found out.
fn key_of(site: &Site<'_>, item: &Item<'_>) -> Result<Option<[u8; 32]>, SiteError> {
    let Content::Whole(bytes) = item.published.content else { return Ok(None) };
    let message = signed_message(bytes);
    let signature = Signature::from_bytes(&item.published.signature);
    let made_by = |key: &[u8; 32]| {
        VerifyingKey::from_bytes(key)
            .is_ok_and(|key| key.verify_strict(&message, &signature).is_ok())
    };
    let found = site.keys.iter().map(|key| key.public).find(made_by);
    found.map(Some).ok_or_else(|| SiteError::Unsigned { code: item.published.code.clone() })
}
