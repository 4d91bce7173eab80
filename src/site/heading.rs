//! What the lists of disclosures need of one: everything but its rows.
use super::words;
use super::{Published, SiteError};
use crate::domain::date::in_chinese;
use crate::domain::disclosure::{Code, DisclosureStage, NoticePeriod, PublicContact, PublicDivision};
use crate::domain::period::Period;
use crate::domain::roll::BatchKind;
use crate::domain::title::Title;
use serde::Deserialize;

/// A disclosure without its rows, which the reader skips.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Heading {
    pub revision: u32,
    pub replaces: Option<String>,
    pub stage: DisclosureStage,
    pub programme: ProgrammeName,
    pub division: PublicDivision,
    pub period: Period,
    pub notice: Option<NoticePeriod>,
    pub contacts: Vec<PublicContact>,
    #[serde(default)]
    pub kind: BatchKind,
}

/// The part of a programme that lists show.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct ProgrammeName {
    pub name: String,
}

/// A disclosure whose code was checked, with its heading.
pub(super) struct Item<'a> {
    pub published: &'a Published<'a>,
    pub heading: Heading,
}

impl<'a> Item<'a> {
    /// Checks the code and reads the heading.
    ///
    /// # Errors
    /// [`SiteError::WrongCode`], [`SiteError::NotADisclosure`].
    pub fn read(published: &'a Published<'a>) -> Result<Self, SiteError> {
        let code = published.code.clone();
        if Code::of(published.bytes) != code {
            return Err(SiteError::WrongCode { code });
        }
        let heading = serde_json::from_slice(published.bytes).map_err(|source| SiteError::NotADisclosure { code, source })?;
        Ok(Self { published, heading })
    }

    /// See [`Title`].
    pub fn title(&self) -> String {
        let Heading { division, period, programme, stage, kind, .. } = &self.heading;
        Title::new(division, *period, &programme.name, *stage, *kind).to_string()
    }

    /// 已撤回 or 已更正: states that no longer depend on the day.
    pub const fn fixed_state(&self) -> Option<&'static str> {
        match (&self.published.withdrawn, &self.published.replaced_by) {
            (Some(_), _) => Some("已撤回"),
            (None, Some(_)) => Some("已更正"),
            (None, None) => None,
        }
    }

    /// First and last day of a notice that is still valid, `2026-07-01`.
    pub fn days(&self) -> Option<(String, String)> {
        let days = self.heading.notice.filter(|_| self.fixed_state().is_none())?;
        Some((days.from.to_string(), days.to.to_string()))
    }

    /// What a list says of it before a script knows today.
    pub fn state(&self) -> &'static str {
        self.fixed_state().unwrap_or(if self.heading.notice.is_some() { "公示" } else { "结果公开" })
    }

    /// When: the notice, or the day of publication.
    pub fn time(&self) -> String {
        let published = || format!("{}公开", in_chinese(self.published.published_on));
        self.heading.notice.map_or_else(published, words::notice)
    }
}
