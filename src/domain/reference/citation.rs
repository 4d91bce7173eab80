//! 法律和文件条款: which paper says so, under which article on which day. 村民委员会组织法 was
//! renumbered on 2026-01-01.
use super::effective::dated;
use super::programme::Certainty;
use crate::domain::values::date::Date;
use serde::{Deserialize, Serialize};

/// 村务公开: why the village committee posts at all.
pub const VILLAGE_AFFAIRS: &str = "village-affairs-disclosure";
/// 查询与监督: villagers may ask, and report what is late or untrue.
pub const VILLAGE_INQUIRY: &str = "village-inquiry";
/// 政府信息公开: why the township posts.
pub const GOVERNMENT: &str = "government-disclosure";
/// 公开中的个人隐私.
pub const PRIVACY: &str = "openness-personal-privacy";
/// 异议的救济途径.
pub const REMEDY: &str = "objection-remedy";

/// One article as it stands between two days; key = what it is cited for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// What it is cited for, e.g. [`VILLAGE_AFFAIRS`].
    pub key: String,
    /// Name of the law or paper, without 《》.
    pub title: String,
    /// 文号, where it has one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// `第三十条`; empty or a placeholder while the county has not confirmed it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub article: String,
    /// What it says, in our words.
    pub summary: String,
    /// The days that it gives, where it gives any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u16>,
    /// First valid day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last valid day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// How sure title and article are.
    #[serde(default)]
    pub certainty: Certainty,
}

dated!(Citation, |citation| citation.key.clone());

impl Citation {
    /// As papers print it: `《…法》第三十条`, `《…条例》(国务院令第711号)第十五条`; an unconfirmed
    /// article is left out.
    #[must_use]
    pub fn printed(&self) -> String {
        let number =
            if self.number.is_empty() { String::new() } else { format!("({})", self.number) };
        let article = if self.certainty == Certainty::Placeholder { "" } else { &self.article };
        format!("《{}》{number}{article}", self.title)
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::reference::citation::*;

    #[test]
    fn an_article_that_the_county_has_not_confirmed_is_not_printed() {
        let mut law = Citation {
            key: VILLAGE_AFFAIRS.into(),
            title: "中华人民共和国村民委员会组织法".into(),
            number: String::new(),
            article: "第三十条".into(),
            summary: String::new(),
            days: None,
            from: None,
            to: None,
            certainty: Certainty::Certain,
        };
        assert_eq!(law.printed(), "《中华人民共和国村民委员会组织法》第三十条");
        law.certainty = Certainty::Placeholder;
        assert_eq!(law.printed(), "《中华人民共和国村民委员会组织法》");
    }
}
