//! A village's page, the digital 村务公开栏: its batches with notice and result, its boards,
//! 本期无事项, how to object.
use super::error::SiteError;
use super::heading::Item;
use super::history::History;
use super::pages::{Companion, Village};
use super::render::Renderer;
use super::village_input::{BoardShown, PostingShown, VillageShown};
use super::{Site, words};
use crate::domain::disclosure::{DisclosureStage, PublicContact, PublicDivision};
use crate::domain::reference::division::DivisionCode;
use crate::domain::roll::BatchKind;
use crate::domain::values::date::in_chinese;
use askama::Template;
use std::collections::BTreeMap;

/// Telephones on a village's page.
const CONTACTS: usize = 8;

/// What stands beside a disclosure: the others of its batch, the boards where it hangs.
pub(super) struct Beside<'i, 'a> {
    /// The newest of each chain, by batch.
    batches: BTreeMap<&'i str, Vec<&'i Item<'a>>>,
    /// The newest of batches that correct this one.
    corrections: BTreeMap<String, Vec<&'i Item<'a>>>,
    postings: BTreeMap<&'i str, Vec<(&'i BoardShown, &'i PostingShown)>>,
}

impl<'i, 'a> Beside<'i, 'a> {
    pub fn of(site: &'i Site<'a>, items: &'i [Item<'a>], history: &History<'i, 'a>) -> Self {
        let mut batches: BTreeMap<&str, Vec<&Item<'_>>> = BTreeMap::new();
        let mut corrections: BTreeMap<String, Vec<&Item<'_>>> = BTreeMap::new();
        for item in items.iter().filter(|item| history.next(item).is_none()) {
            batches.entry(&item.heading.subject).or_default().push(item);
            if let BatchKind::Correction(subject) = item.heading.kind {
                corrections.entry(subject.to_string()).or_default().push(item);
            }
        }
        let mut postings: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for board in site.villages.iter().flat_map(|village| &village.boards) {
            for posting in &board.postings {
                postings.entry(posting.code.as_str()).or_default().push((board, posting));
            }
        }
        for list in postings.values_mut() {
            list.sort_by_key(|(_, posting)| posting.from);
        }
        Self { batches, corrections, postings }
    }

    /// The other stage of the batch, the batch that it corrects, those that correct it.
    pub fn companions(&self, item: &Item<'_>) -> Vec<Companion> {
        let own = self.batches.get(item.heading.subject.as_str()).into_iter().flatten();
        let own = own
            .filter(|other| other.heading.stage != item.heading.stage)
            .map(|other| companion(stage(other.heading.stage), other));
        let corrected = match item.heading.kind {
            BatchKind::Correction(subject) => self.batches.get(subject.to_string().as_str()),
            BatchKind::Normal | BatchKind::Arrears => None,
        };
        let corrected =
            corrected.into_iter().flatten().map(|other| companion("被更正的批次", other));
        let correcting = self.corrections.get(&item.heading.subject).into_iter().flatten();
        own.chain(corrected)
            .chain(correcting.map(|other| companion("更正发放的批次", other)))
            .collect()
    }

    /// Where it hangs and hung, with the days.
    pub fn postings(&self, item: &Item<'_>) -> Vec<String> {
        let told = self.postings.get(item.published.code.as_str()).into_iter().flatten();
        told.map(|(board, posting)| {
            format!(
                "{}（{}）：{}",
                board.place,
                words::board_kind(board.kind),
                words::posting(posting)
            )
        })
        .collect()
    }

    fn batches_of(&self, items: &[&'i Item<'a>]) -> Vec<Vec<&'i Item<'a>>> {
        let mut seen: Vec<&str> = Vec::new();
        let mut found = Vec::new();
        for item in items {
            let subject = item.heading.subject.as_str();
            if !seen.contains(&subject) {
                seen.push(subject);
                let mut batch = self.batches.get(subject).cloned().unwrap_or_default();
                batch.sort_by_key(|item| {
                    (item.heading.stage == DisclosureStage::Result, item.published.published_on)
                });
                found.push(batch);
            }
        }
        found
    }
}

fn companion(word: &'static str, other: &Item<'_>) -> Companion {
    let code = &other.published.code;
    Companion { word, code: code.to_string(), title: other.title(), check_code: code.check_code() }
}

const fn stage(stage: DisclosureStage) -> &'static str {
    match stage {
        DisclosureStage::Notice => "事前公示",
        DisclosureStage::Result => "结果公开",
    }
}

/// One batch on its village's page.
pub(super) struct BatchShown {
    /// `2026年度耕地地力保护补贴`.
    pub title: String,
    /// Notice first, then result.
    pub stages: Vec<StageShown>,
}

/// A disclosure of the batch.
pub(super) struct StageShown {
    pub word: &'static str,
    pub code: String,
    pub check_code: String,
    pub revision: u32,
    pub days: Option<(String, String)>,
    pub state: &'static str,
    pub time: String,
    pub objections: Option<String>,
    pub postings: Vec<String>,
}

/// One board of the village.
pub(super) struct BoardLine {
    pub place: String,
    /// `固定公开栏　栏目：村务、财务`.
    pub about: String,
    /// What hangs there now.
    pub posted: Vec<PostedLine>,
}

/// A disclosure that hangs on the board.
pub(super) struct PostedLine {
    /// Empty if the site does not hold it.
    pub code: String,
    pub title: String,
    pub time: String,
}

impl<'i, 'a> Renderer<'i, 'a> {
    /// The disclosures of each village, newest first; a village that shows only boards has none.
    pub(super) fn villages(&self) -> BTreeMap<DivisionCode, Vec<&'i Item<'a>>> {
        let mut villages: BTreeMap<DivisionCode, Vec<&Item<'_>>> =
            self.site.villages.iter().map(|village| (village.division.code, Vec::new())).collect();
        for item in self.newest_first() {
            villages.entry(item.heading.division.code).or_default().push(item);
        }
        villages
    }

    /// Names of a village, from what it shows or from its disclosures.
    pub(super) fn division(
        &self,
        code: DivisionCode,
        items: &[&'i Item<'a>],
    ) -> Option<&'i PublicDivision> {
        items
            .first()
            .map(|item| &item.heading.division)
            .or_else(|| self.shown(code).map(|shown| &shown.division))
    }

    fn shown(&self, code: DivisionCode) -> Option<&'i VillageShown> {
        self.site.villages.iter().find(|village| village.division.code == code)
    }

    /// `V/<12 digits>/index.html`.
    ///
    /// # Errors
    /// [`SiteError::Template`].
    pub(super) fn village(
        &self,
        code: DivisionCode,
        items: &[&'i Item<'a>],
    ) -> Result<String, SiteError> {
        let division = self.division(code, items);
        let shown = self.shown(code);
        let mut nothing: Vec<_> = shown.map(|shown| shown.nothing.clone()).unwrap_or_default();
        nothing.sort_by_key(|body| std::cmp::Reverse(body.on));
        let page = Village {
            frame: self.frame("../../"),
            name: division.map(|division| division.name.clone()).unwrap_or_default(),
            place: division
                .map(|division| format!("{}{}", division.county, division.township))
                .unwrap_or_default(),
            batches: self.beside.batches_of(items).iter().map(|batch| self.batch(batch)).collect(),
            boards: shown
                .into_iter()
                .flat_map(|shown| &shown.boards)
                .map(|board| self.board(board))
                .collect(),
            nothing: nothing.into_iter().map(words::nothing).collect(),
            contacts: contacts(shown, items),
        };
        Ok(page.render()?)
    }

    fn batch(&self, batch: &[&Item<'_>]) -> BatchShown {
        let title = batch.first().map(|item| {
            let kind = match item.heading.kind {
                BatchKind::Normal => "",
                BatchKind::Arrears => "（补发）",
                BatchKind::Correction(_) => "（更正发放）",
            };
            format!("{}{}{kind}", item.heading.period.in_chinese(), item.heading.programme.name)
        });
        BatchShown {
            title: title.unwrap_or_default(),
            stages: batch.iter().map(|item| self.stage(item)).collect(),
        }
    }

    fn stage(&self, item: &Item<'_>) -> StageShown {
        StageShown {
            word: stage(item.heading.stage),
            code: item.published.code.to_string(),
            check_code: item.published.code.check_code(),
            revision: item.heading.revision,
            days: item.days(),
            state: item.state(),
            time: item.time(),
            objections: item.published.objections.map(words::objections),
            postings: self.beside.postings(item),
        }
    }

    fn board(&self, board: &BoardShown) -> BoardLine {
        let columns: Vec<&str> =
            board.columns.iter().map(|column| words::column(*column)).collect();
        let columns = if columns.is_empty() {
            String::new()
        } else {
            format!("　栏目：{}", columns.join("、"))
        };
        let inspected = board
            .inspected_on
            .map(|on| format!("　最近检查：{}", in_chinese(on)))
            .unwrap_or_default();
        let mut hanging: Vec<&PostingShown> =
            board.postings.iter().filter(|posting| posting.taken_down_on.is_none()).collect();
        hanging.sort_by_key(|posting| std::cmp::Reverse(posting.from));
        let posted = hanging.into_iter().map(|posting| {
            let item = self.items.iter().find(|item| item.published.code == posting.code);
            let title =
                item.map_or_else(|| format!("核对码{}", posting.code.check_code()), Item::title);
            let code = item.map(|item| item.published.code.to_string()).unwrap_or_default();
            PostedLine { code, title, time: words::posting(posting) }
        });
        let about = format!("{}{columns}{inspected}", words::board_kind(board.kind));
        BoardLine { place: board.place.clone(), about, posted: posted.collect() }
    }
}

/// Where to object: what its disclosures say, newest first, then what the village says.
fn contacts(shown: Option<&VillageShown>, items: &[&Item<'_>]) -> Vec<PublicContact> {
    let mut found: Vec<PublicContact> = Vec::new();
    let of_items = items.iter().flat_map(|item| &item.heading.contacts);
    for contact in of_items.chain(shown.into_iter().flat_map(|shown| &shown.contacts)) {
        if !found.contains(contact) {
            found.push(contact.clone());
        }
    }
    found.truncate(CONTACTS);
    found
}
