//! 政策明白卡 as pages, `P/<code of the programme>/`: the words of the paper, with telephones that
//! can be tapped.
use super::error::SiteError;
use super::pages::{CardLink, CardPage};
use super::render::{File, Renderer};
use super::words::Fact;
use crate::documents::policy_card::{policy_words, subtitle};
use crate::domain::disclosure::policy_card::PolicyCard;
use askama::Template;

/// Stands on the card as a list of links instead.
const CONTACTS: &str = "咨询监督";

/// Path of a programme's card from the root of the site; `None` for a code that is no plain name of
/// a folder.
pub(super) fn path(code: &str) -> Option<String> {
    let is_plain = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_plain.then(|| format!("P/{code}/index.html"))
}

impl Renderer<'_, '_> {
    /// The page of every card.
    ///
    /// # Errors
    /// [`SiteError::Template`].
    pub(super) fn cards(&self) -> Result<Vec<File>, SiteError> {
        let page = |card: &PolicyCard| {
            let Some(path) = path(&card.code) else { return Ok(None) };
            let told = policy_words(card).into_iter().filter(|(label, _)| *label != CONTACTS);
            let facts = told.map(|(label, text)| Fact { label, text }).collect();
            let title = card.title();
            let subtitle = subtitle(card);
            let page = CardPage {
                frame: self.frame("../../"),
                title,
                subtitle,
                facts,
                contacts: &card.contacts,
            }
            .render()?;
            Ok(Some((path, page.into_bytes())))
        };
        self.site.cards.iter().filter_map(|card| page(card).transpose()).collect()
    }

    /// All cards, in the order given.
    pub(super) fn card_links(&self) -> Vec<CardLink> {
        let link =
            |card: &PolicyCard| Some(CardLink { path: path(&card.code)?, name: card.name.clone() });
        self.site.cards.iter().filter_map(link).collect()
    }

    /// Path of the card of a disclosure's programme, if the site has one.
    pub(super) fn card_of(&self, code: &str) -> Option<String> {
        self.site.cards.iter().any(|card| card.code == code).then(|| path(code)).flatten()
    }
}
