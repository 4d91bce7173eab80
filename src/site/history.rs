//! Revisions: which disclosure took the place of which.
use super::heading::Item;
use crate::domain::date::{Date, in_chinese};
use crate::domain::disclosure::Code;
use std::collections::BTreeMap;

/// All items by code.
pub(super) struct History<'i, 'a> {
    by_code: BTreeMap<&'i str, &'i Item<'a>>,
}

/// One line of the list of versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Version {
    pub revision: u32,
    pub code: Code,
    pub check_code: String,
    pub published_on: Date,
    pub withdrawn_on: Option<Date>,
    /// The version of the page itself.
    pub here: bool,
}

impl Version {
    /// `2026年7月1日公布` and, if so, when it was withdrawn.
    pub fn time(&self) -> String {
        let published = format!("{}公布", in_chinese(self.published_on));
        self.withdrawn_on.map_or_else(|| published.clone(), |on| format!("{published}，{}撤回", in_chinese(on)))
    }
}

impl<'i, 'a> History<'i, 'a> {
    pub fn of(items: &'i [Item<'a>]) -> Self {
        Self { by_code: items.iter().map(|item| (item.published.code.as_str(), item)).collect() }
    }

    /// All versions of the disclosure of `item`, oldest first; a circle in the data ends the walk.
    pub fn versions(&self, item: &'i Item<'a>) -> Vec<Version> {
        let mut chain = self.walk(item, |item| item.heading.replaces.as_deref());
        chain.reverse();
        chain.extend(self.walk(item, after).into_iter().skip(1));
        chain.iter().map(|other| version(other, std::ptr::eq(*other, item))).collect()
    }

    /// The version that holds now, if `item` was replaced.
    pub fn newest(&self, item: &'i Item<'a>) -> Option<Version> {
        let chain = self.walk(item, after);
        chain.last().filter(|last| !std::ptr::eq(**last, item)).map(|last| version(last, false))
    }

    fn walk(&self, from: &'i Item<'a>, next: impl Fn(&'i Item<'a>) -> Option<&'i str>) -> Vec<&'i Item<'a>> {
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

fn after<'i>(item: &'i Item<'_>) -> Option<&'i str> {
    item.published.replaced_by.as_ref().map(Code::as_str)
}

fn version(item: &Item<'_>, here: bool) -> Version {
    Version {
        revision: item.heading.revision,
        code: item.published.code.clone(),
        check_code: item.published.code.check_code(),
        published_on: item.published.published_on,
        withdrawn_on: item.published.withdrawn.map(|withdrawal| withdrawal.on),
        here,
    }
}
