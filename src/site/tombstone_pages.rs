//! Pages without list: of what was taken back, and of what has ended.
//!
//! Withdrawn: number, code, day, class of the reason, office; not even a total. Ended: totals
//! (suppressed ones stay suppressed), code and signature; the script checks only the signature,
//! for the bytes are not there any more.
use super::embedded_payload::{carried_end, hex};
use super::error::SiteError;
use super::heading::Item;
use super::pages::{Ended, Frame, Gone, Withdrawn};
use super::render::Renderer;
use crate::domain::disclosure::correction;
use crate::domain::disclosure::title::Title;
use crate::domain::disclosure::{Disclosure, content_hash};
use crate::domain::values::date::in_chinese;
use crate::domain::values::fingerprint::fingerprint;
use crate::site::{Content, Withdrawal, words};
use askama::Template;

impl Renderer<'_, '_> {
    /// The only file that remains of a disclosure when its list is gone.
    ///
    /// # Errors
    /// [`SiteError::Template`].
    pub fn without_list(
        &self,
        item: &Item<'_>,
        disclosure: &Disclosure,
        withdrawal: Withdrawal,
        key: Option<&[u8; 32]>,
    ) -> Result<String, SiteError> {
        let mut frame = self.frame("../../");
        frame.practice |= disclosure.practice;
        let code = &item.published.code;
        let gone = Gone {
            title: Title::of(disclosure).to_string(),
            village: &disclosure.division.name,
            village_code: disclosure.division.code.to_string(),
            newest: self.history.newest(item),
            on: in_chinese(withdrawal.on),
            label: &disclosure.label,
            revision: disclosure.revision,
            issuer: &disclosure.issuer.name,
            grouped: code.grouped(),
            check_code: code.check_code(),
            contacts: &disclosure.contacts,
        };
        if withdrawal.is_end() {
            return Ok(ended(frame, gone, item, disclosure, key).render()?);
        }
        Ok(Withdrawn { frame, gone, reason: correction::withdrawn(withdrawal.reason) }.render()?)
    }
}

fn ended<'p>(
    frame: Frame<'p>,
    gone: Gone<'p>,
    item: &Item<'_>,
    disclosure: &Disclosure,
    key: Option<&[u8; 32]>,
) -> Ended<'p> {
    let signature = &item.published.signature;
    let hash = match item.published.content {
        Content::Whole(bytes) => Some(*content_hash(bytes).bytes()),
        Content::Erased(_) => None,
    };
    Ended {
        frame,
        gone,
        facts: words::totals(disclosure),
        sha256: hash.map(|hash| hex(&hash)),
        signature: hex(signature),
        fingerprint: key.map(fingerprint),
        carried: carried_end(hash.as_ref(), signature, key),
    }
}
