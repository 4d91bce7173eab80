//! What the lists of disclosures need of one: everything but its rows.
use super::{Content, Published, SiteError, Withdrawal, WithdrawalReason, words};
use crate::domain::disclosure::changed_row::{ChangeReason, ChangedRow};
use crate::domain::disclosure::title::Title;
use crate::domain::disclosure::{
    Code, Disclosure, DisclosureStage, NoticePeriod, PublicContact, PublicDivision,
};
use crate::domain::roll::BatchKind;
use crate::domain::values::date::{Date, in_chinese};
use crate::domain::values::period::Period;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A disclosure without its rows, which the reader skips.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Heading {
    pub subject: String,
    pub label: String,
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
    #[serde(default)]
    pub changes: Vec<ChangedRow>,
}

/// The part of a programme that lists show.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct ProgrammeName {
    pub code: String,
    pub name: String,
}

impl Heading {
    fn of(left: &Disclosure) -> Self {
        Self {
            subject: left.subject.clone(),
            label: left.label.clone(),
            revision: left.revision,
            replaces: left.replaces.clone(),
            stage: left.stage,
            programme: ProgrammeName {
                code: left.programme.code.clone(),
                name: left.programme.name.clone(),
            },
            division: left.division.clone(),
            period: left.period,
            notice: left.notice,
            contacts: left.contacts.clone(),
            kind: left.kind,
            changes: left.changes.clone(),
        }
    }
}

/// A disclosure whose code was checked, with its heading.
pub(super) struct Item<'a> {
    pub published: &'a Published<'a>,
    pub heading: Heading,
    /// Why and when its list went, if it did.
    pub gone: Option<Withdrawal>,
}

impl<'a> Item<'a> {
    /// Checks the code and reads the heading.
    ///
    /// # Errors
    /// [`SiteError::WrongCode`], [`SiteError::NotADisclosure`], [`SiteError::Erased`].
    fn read(published: &'a Published<'a>) -> Result<Self, SiteError> {
        let code = published.code.clone();
        let bytes = match published.content {
            Content::Whole(bytes) => bytes,
            Content::Erased(_) if published.withdrawn.is_none() => {
                return Err(SiteError::Erased { code });
            }
            Content::Erased(left) => {
                return Ok(Self {
                    published,
                    heading: Heading::of(left),
                    gone: published.withdrawn,
                });
            }
        };
        if Code::of(bytes) != code {
            return Err(SiteError::WrongCode { code });
        }
        let heading = serde_json::from_slice(bytes)
            .map_err(|source| SiteError::NotADisclosure { code, source })?;
        Ok(Self { published, heading, gone: published.withdrawn })
    }

    /// All of `published`. A correction for privacy takes the lists before it away: a name that was
    /// hidden in revision 2 must not be read in revision 1.
    ///
    /// # Errors
    /// As for [`Self::read`].
    pub fn read_all(published: &'a [Published<'a>]) -> Result<Vec<Self>, SiteError> {
        let mut items = published.iter().map(Self::read).collect::<Result<Vec<_>, _>>()?;
        let before: BTreeMap<&str, Option<String>> = items
            .iter()
            .map(|item| (item.published.code.as_str(), item.heading.replaces.clone()))
            .collect();
        let mut hidden: BTreeMap<String, Date> = BTreeMap::new();
        for item in items.iter().filter(|item| {
            item.heading.changes.iter().any(|row| row.reason == ChangeReason::Privacy)
        }) {
            let mut former = item.heading.replaces.clone();
            // A code that is hidden already ends the walk, even if the data run in a circle.
            while let Some(code) = former.filter(|code| !hidden.contains_key(code)) {
                former = before.get(code.as_str()).cloned().flatten();
                hidden.insert(code, item.published.published_on);
            }
        }
        for item in &mut items {
            let privacy = |on: &Date| Withdrawal { on: *on, reason: WithdrawalReason::Privacy };
            item.gone = item.gone.or_else(|| hidden.get(item.published.code.as_str()).map(privacy));
        }
        Ok(items)
    }

    /// All of it.
    ///
    /// # Errors
    /// [`SiteError::NotADisclosure`].
    pub fn disclosure(&self) -> Result<Disclosure, SiteError> {
        match self.published.content {
            Content::Whole(bytes) => Disclosure::from_bytes(bytes).map_err(|source| {
                SiteError::NotADisclosure { code: self.published.code.clone(), source }
            }),
            Content::Erased(left) => Ok(left.clone()),
        }
    }

    /// See [`Title`].
    pub fn title(&self) -> String {
        let Heading { division, period, programme, stage, kind, .. } = &self.heading;
        Title::new(division, *period, &programme.name, *stage, *kind).to_string()
    }

    /// 已撤回, 已下架 or 已更正: states that no longer depend on the day.
    pub fn fixed_state(&self) -> Option<&'static str> {
        match (self.gone, &self.published.replaced_by) {
            (Some(withdrawal), _) => {
                Some(if withdrawal.is_end() { "已下架" } else { "已撤回" })
            }
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
        self.fixed_state().unwrap_or(if self.heading.notice.is_some() {
            "公示"
        } else {
            "结果公开"
        })
    }

    /// When: the notice, or the day of publication.
    pub fn time(&self) -> String {
        let published = || format!("{}公开", in_chinese(self.published.published_on));
        self.heading.notice.map_or_else(published, words::notice)
    }

    /// Path of its page, from the root of the site.
    pub fn page(&self) -> String {
        format!("D/{}/index.html", self.published.code)
    }
}
