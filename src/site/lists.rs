//! The pages of the whole site: home, the keys, unknown codes.
use super::KeyInfo;
use super::embedded_payload::{base64, hex};
use super::error::SiteError;
use super::heading::Item;
use super::pages::{Home, KeyLine, POLICY, Unknown, VillageLink};
use super::render::{File, Renderer, STYLE};
use crate::domain::disclosure::PublicContact;
use crate::domain::reference::division::DivisionCode;
use crate::domain::values::date::in_chinese;
use crate::domain::values::fingerprint::fingerprint;
use askama::Template;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Telephones on the page for unknown codes.
const CONTACTS: usize = 6;

impl<'i, 'a> Renderer<'i, 'a> {
    /// Everything but the pages of the disclosures.
    ///
    /// # Errors
    /// [`SiteError::Template`].
    pub fn others(&self) -> Result<Vec<File>, SiteError> {
        let mut files = Self::assets().to_vec();
        files.extend(self.log()?);
        files.extend(self.cards()?);
        let mut page = |path: &str, text: String| files.push((path.to_owned(), text.into_bytes()));
        page("index.html", self.home()?);
        page("index.js", self.index());
        page("keys.json", keys(self.site.office, &self.site.keys));
        page("D/index.html", self.unknown("../", None)?);
        page("404.html", self.unknown("", Some(STYLE))?);
        for (code, items) in self.villages() {
            page(&format!("V/{code}/index.html"), self.village(code, &items)?);
        }
        Ok(files)
    }

    pub(super) fn newest_first(&self) -> Vec<&'i Item<'a>> {
        let mut items: Vec<&Item<'_>> = self.items.iter().collect();
        items.sort_by(|a, b| {
            (b.published.published_on, &a.published.code)
                .cmp(&(a.published.published_on, &b.published.code))
        });
        items
    }

    fn home(&self) -> Result<String, SiteError> {
        let link = |(code, items): (DivisionCode, Vec<&'i Item<'a>>)| VillageLink {
            code: code.to_string(),
            name: self
                .division(code, &items)
                .map(|division| format!("{}{}", division.township, division.name))
                .unwrap_or_default(),
            count: items.iter().filter(|item| item.fixed_state().is_none()).count(),
        };
        let villages = self.villages().into_iter().map(link).collect();
        let keys = self.site.keys.iter().map(key_line).collect();
        Ok(Home { frame: self.frame(""), villages, cards: self.card_links(), keys }.render()?)
    }

    fn unknown(&self, root: &'static str, style: Option<&str>) -> Result<String, SiteError> {
        let inline = style.map(|style| {
            POLICY.replace(
                "style-src 'self'",
                &format!("style-src 'sha256-{}'", base64(&Sha256::digest(style))),
            )
        });
        let mut frame = self.frame(root);
        frame.policy = inline.as_deref().unwrap_or(POLICY);
        Ok(Unknown { frame, style, contacts: self.contacts() }.render()?)
    }

    /// The telephones that most disclosures name.
    fn contacts(&self) -> Vec<PublicContact> {
        let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for contact in self.items.iter().flat_map(|item| &item.heading.contacts) {
            *counts.entry((&contact.office, &contact.phone)).or_default() += 1;
        }
        let mut named: Vec<_> = counts.into_iter().collect();
        named.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let contact = |((office, phone), _): ((&str, &str), usize)| PublicContact {
            office: office.to_owned(),
            phone: phone.to_owned(),
        };
        named.into_iter().take(CONTACTS).map(contact).collect()
    }
}

fn key_line(key: &KeyInfo) -> KeyLine {
    let to = key.to.map_or_else(|| "至今".to_owned(), |to| format!("至{}", in_chinese(to)));
    KeyLine { fingerprint: fingerprint(&key.public), time: format!("{}{to}", in_chinese(key.from)) }
}

#[derive(Serialize)]
struct Keys<'k> {
    format: &'static str,
    office: &'k str,
    #[serde(rename = "keys")]
    list: Vec<Key>,
}

#[derive(Serialize)]
struct Key {
    public: String,
    fingerprint: String,
    from: String,
    to: Option<String>,
    signed_by: Option<SignedBy>,
}

#[derive(Serialize)]
struct SignedBy {
    public: String,
    signature: String,
}

fn keys(office: &str, keys: &[KeyInfo]) -> String {
    let signed_by = |by: &super::Endorsement| SignedBy {
        public: hex(&by.public),
        signature: hex(&by.signature),
    };
    let key = |key: &KeyInfo| Key {
        public: hex(&key.public),
        fingerprint: fingerprint(&key.public),
        from: key.from.to_string(),
        to: key.to.map(|to| to.to_string()),
        signed_by: key.signed_by.as_ref().map(signed_by),
    };
    let keys = Keys { format: "cunbang/keys/1", office, list: keys.iter().map(key).collect() };
    serde_json::to_string_pretty(&keys).unwrap_or_default()
}
