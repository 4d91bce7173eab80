//! Revisions: which disclosure was replaced by which.
use super::Withdrawal;
use super::heading::Item;
use crate::domain::disclosure::Code;
use crate::domain::values::date::{Date, in_chinese};
use std::collections::BTreeMap;

/// All items by code.
pub(super) struct History<'i, 'a> {
    by_code: BTreeMap<&'i str, &'i Item<'a>>,
    /// Old code -> code of the disclosure that says it replaces the old one.
    replacing: BTreeMap<&'i str, &'i str>,
}

/// One line of the list of versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Version {
    pub revision: u32,
    pub code: Code,
    pub check_code: String,
    pub published_on: Date,
    pub withdrawn: Option<Withdrawal>,
    /// The version of the page itself.
    pub here: bool,
}

impl Version {
    /// `2026年7月1日公布` and, if so, when its list went.
    pub fn time(&self) -> String {
        let published = format!("{}公布", in_chinese(self.published_on));
        self.withdrawn.map_or_else(
            || published.clone(),
            |gone| format!("{published}，{}{}", in_chinese(gone.on), gone_word(gone)),
        )
    }
}

/// What happened to it.
pub(super) const fn gone_word(withdrawal: Withdrawal) -> &'static str {
    if withdrawal.is_end() { "按期下架" } else { "撤回" }
}

impl<'i, 'a> History<'i, 'a> {
    pub fn of(items: &'i [Item<'a>]) -> Self {
        let replacing = items.iter().filter_map(|item| {
            Some((item.heading.replaces.as_deref()?, item.published.code.as_str()))
        });
        Self {
            by_code: items.iter().map(|item| (item.published.code.as_str(), item)).collect(),
            replacing: replacing.collect(),
        }
    }

    /// All versions of the disclosure of `item`, oldest first; a circle in the data ends the walk.
    pub fn versions(&self, item: &'i Item<'a>) -> Vec<Version> {
        let mut chain = self.walk(item, |item| item.heading.replaces.as_deref());
        chain.reverse();
        chain.extend(self.walk(item, |item| self.after(item)).into_iter().skip(1));
        chain.iter().map(|other| version(other, std::ptr::eq(*other, item))).collect()
    }

    /// The version that took the place of `item` itself.
    pub fn next(&self, item: &'i Item<'a>) -> Option<Version> {
        let found = self
            .after(item)
            .and_then(|code| self.by_code.get(code))
            .filter(|next| !std::ptr::eq(**next, item))?;
        Some(version(found, false))
    }

    /// The version that holds now, if `item` was replaced.
    pub fn newest(&self, item: &'i Item<'a>) -> Option<Version> {
        let chain = self.walk(item, |item| self.after(item));
        chain.last().filter(|last| !std::ptr::eq(**last, item)).map(|last| version(last, false))
    }

    /// What took its place: as the journal says, else as the newer one says of itself.
    fn after(&self, item: &'i Item<'a>) -> Option<&'i str> {
        let body = item.published.replaced_by.as_ref().map(Code::as_str);
        body.or_else(|| self.replacing.get(item.published.code.as_str()).copied())
    }

    fn walk(
        &self,
        from: &'i Item<'a>,
        next: impl Fn(&'i Item<'a>) -> Option<&'i str>,
    ) -> Vec<&'i Item<'a>> {
        let mut chain = vec![from];
        let mut at = from;
        while let Some(item) = next(at).and_then(|code| self.by_code.get(code)) {
            if chain.iter().any(|seen| std::ptr::eq(*seen, *item)) {
                break;
            }
            chain.push(item);
            at = item;
        }
        chain
    }
}

fn version(item: &Item<'_>, here: bool) -> Version {
    Version {
        revision: item.heading.revision,
        code: item.published.code.clone(),
        check_code: item.published.code.check_code(),
        published_on: item.published.published_on,
        withdrawn: item.gone,
        here,
    }
}
