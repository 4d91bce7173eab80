//! Builds the site into a folder: what it consists of, what of it changed since the last build, and
//! the order of writing.
use super::Site;
use super::error::SiteError;
use super::heading::Item;
use super::history::History;
use super::manifest::{self, Manifest};
use super::render::{File, Renderer};
use crate::domain::disclosure::scanner::{self, HitKind};
use crate::domain::folder::Folder;
use crate::domain::values::hash::Hash;
use std::collections::BTreeSet;

/// What a build did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Built {
    /// Files of the site, all in all.
    pub files: usize,
    /// Of these, files that stood there already and were left alone.
    pub unchanged: usize,
    /// Files of earlier builds that were removed.
    pub removed: usize,
}

/// Looks at a finished file before it is written: path and bytes.
type Scan<'s> = &'s dyn Fn(&str, &[u8]) -> Result<(), HitKind>;

/// Builds the site into `folder`, or brings the one that stands there up to date.
///
/// The same site gives the same bytes. Files of an earlier build that this one does not make (the
/// list of a disclosure withdrawn since) are removed before anything is written.
///
/// # Errors
/// [`SiteError`]; files written before the error stay, each of them whole and scanned.
pub fn build(site: &Site<'_>, folder: &mut dyn Folder) -> Result<Built, SiteError> {
    let items = Item::read_all(&site.disclosures)?;
    let contacts = items.iter().flat_map(|item| &item.heading.contacts);
    let others = site
        .cards
        .iter()
        .flat_map(|card| &card.contacts)
        .chain(site.villages.iter().flat_map(|village| &village.contacts));
    let phones: BTreeSet<&str> =
        contacts.chain(others).map(|contact| contact.phone.as_str()).collect();
    let phones: Vec<&str> = phones.into_iter().collect();
    build_scanned(site, &items, folder, &|path, bytes| look(path, bytes, &phones))
}

/// Looks at a file's path and bytes; telephones are allowed in the bytes only.
pub(super) fn look(path: &str, bytes: &[u8], phones: &[&str]) -> Result<(), HitKind> {
    let hits = [scanner::scan(path, &[]), scanner::scan(&String::from_utf8_lossy(bytes), phones)];
    hits.iter().flatten().next().map_or(Ok(()), |hit| Err(hit.kind))
}

fn build_scanned(
    site: &Site<'_>,
    items: &[Item<'_>],
    folder: &mut dyn Folder,
    scan: Scan<'_>,
) -> Result<Built, SiteError> {
    let history = History::of(items);
    let renderer = Renderer::new(site, items, &history)?;
    let others = renderer.others()?;
    let mut session = Session::new(folder, scan)?;
    session.clear(&planned(items, &others), items)?;
    // Pages whose list must go are written first (`false` sorts before `true`): if a later page
    // fails, no withdrawn list is left behind.
    let mut jobs: Vec<_> = items.iter().zip(renderer.recipes()).enumerate().collect();
    jobs.sort_by_key(|(_, (item, _))| item.gone.is_none());
    for (place, (item, recipe)) in jobs {
        let code = item.published.code.as_str();
        if !session.keeps(code, recipe) {
            for (path, bytes) in renderer.disclosure(place)? {
                session.put(&path, &bytes)?;
            }
        }
        session.next.recipes.insert(code.to_owned(), recipe);
    }
    for (path, bytes) in others {
        session.put(&path, &bytes)?;
    }
    session.finish()
}

/// Every path of the site.
fn planned(items: &[Item<'_>], others: &[File]) -> Vec<String> {
    let mut paths: Vec<String> = others.iter().map(|(path, _)| path.clone()).collect();
    for item in items {
        paths.push(item.page());
        if item.gone.is_none() {
            paths.extend(
                ["disclosure.json", "disclosure.json.sig"]
                    .map(|file| format!("D/{}/{file}", item.published.code)),
            );
        }
    }
    paths
}

/// The folder with the manifests of the last build and of this one.
struct Session<'f> {
    folder: &'f mut dyn Folder,
    scan: Scan<'f>,
    there: BTreeSet<String>,
    last: Manifest,
    next: Manifest,
    built: Built,
}

impl<'f> Session<'f> {
    fn new(folder: &'f mut dyn Folder, scan: Scan<'f>) -> Result<Self, SiteError> {
        let there = folder.list()?.into_iter().collect();
        let last = Manifest::read(folder)?;
        Ok(Self { folder, scan, there, last, next: Manifest::default(), built: Built::default() })
    }

    /// Removes what the site no longer holds; before writing, so that a withdrawn list goes first.
    /// What lies beside a page without list goes even where no manifest names it.
    fn clear(&mut self, planned: &[String], items: &[Item<'_>]) -> Result<(), SiteError> {
        let mut stale: BTreeSet<String> = self
            .last
            .stale(planned)
            .filter(|path| self.there.contains(*path))
            .map(str::to_owned)
            .collect();
        for item in items.iter().filter(|item| item.gone.is_some()) {
            let folder = format!("D/{}/", item.published.code);
            let page = item.page();
            let beside =
                self.there.range(folder.clone()..).take_while(|path| path.starts_with(&folder));
            stale.extend(beside.filter(|path| **path != page).cloned());
        }
        for path in stale {
            self.folder.remove(&path)?;
            self.built.removed += 1;
        }
        Ok(())
    }

    /// Were the files of this disclosure made from the same, and do they still stand there? Then
    /// they are carried over into the next manifest.
    fn keeps(&mut self, code: &str, recipe: Hash) -> bool {
        if self.last.recipes.get(code) != Some(&recipe) {
            return false;
        }
        let prefix = format!("D/{code}/");
        let files: Vec<(String, Hash)> = self
            .last
            .files
            .range(prefix.clone()..)
            .take_while(|(path, _)| path.starts_with(&prefix))
            .map(|(path, hash)| (path.clone(), *hash))
            .collect();
        if files.is_empty() || files.iter().any(|(path, _)| !self.there.contains(path)) {
            return false;
        }
        self.built.files += files.len();
        self.built.unchanged += files.len();
        self.next.files.extend(files);
        true
    }

    /// Scans and writes a file, unless the same bytes stand there.
    fn put(&mut self, path: &str, bytes: &[u8]) -> Result<(), SiteError> {
        (self.scan)(path, bytes)
            .map_err(|kind| SiteError::Refused { path: path.to_owned(), kind })?;
        let hash = Hash::of("", &[bytes]);
        let same = self.there.contains(path)
            && (self.last.files.get(path) == Some(&hash)
                || self.folder.read(path)?.as_deref() == Some(bytes));
        if same {
            self.built.unchanged += 1;
        } else {
            self.folder.write(path, bytes)?;
        }
        self.built.files += 1;
        self.next.files.insert(path.to_owned(), hash);
        Ok(())
    }

    fn finish(self) -> Result<Built, SiteError> {
        if self.next != self.last || !self.there.contains(manifest::PATH) {
            self.folder.write(manifest::PATH, &self.next.to_bytes())?;
        }
        Ok(self.built)
    }
}
