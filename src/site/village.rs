//! A village's page, the digital 村务公开栏: its batches with notice and result, its boards,
//! 本期无事项, how to object.
use super::error::SiteError;
use super::heading::Item;
use super::pages::{BatchShown, BoardLine, PostedLine, StageShown, Village};
use super::render::Renderer;
use super::village_input::{BoardShown, PostingShown, VillageShown};
use super::words;
use crate::domain::disclosure::{PublicContact, PublicDivision};
use crate::domain::reference::division::DivisionCode;
use crate::domain::roll::BatchKind;
use crate::domain::values::date::in_chinese;
use askama::Template;
use std::collections::BTreeMap;

/// Telephones on a village's page.
const CONTACTS: usize = 8;

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
            word: words::stage(item.heading.stage),
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
