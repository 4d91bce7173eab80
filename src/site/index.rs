//! `index.js`: what the home page searches; titles in parts, so that thousands of disclosures stay
//! small.
//!
//! Never a name, a row or a sum: of a disclosure without list there stands what its page says too.
use super::embedded_payload::for_script;
use super::heading::Item;
use super::render::Renderer;
use crate::domain::disclosure::title::Title;
use serde::Serialize;

/// What `board.js` searches.
#[derive(Default, Serialize)]
struct Index {
    villages: Vec<String>,
    programmes: Vec<String>,
    periods: Vec<String>,
    /// How titles end: `发放公示`, `补发结果公开` ...
    kinds: Vec<String>,
    /// 主管部门; the first is empty = not known.
    departments: Vec<String>,
    /// Place of the department, by programme.
    led_by: Vec<usize>,
    entries: Vec<IndexEntry>,
}

/// Code, village, year, programme, period, kind, revision, first and last day, state that no longer
/// depends on the day.
#[derive(Serialize)]
struct IndexEntry(String, usize, i16, usize, usize, usize, u32, String, String, &'static str);

impl Renderer<'_, '_> {
    /// The script that holds the index.
    pub(super) fn index(&self) -> String {
        let mut index = Index { departments: vec![String::new()], ..Index::default() };
        for item in self.newest_first() {
            index.add(item, self);
        }
        format!("var CUNBANG_INDEX={};\n", for_script(&index))
    }
}

impl Index {
    fn add(&mut self, item: &Item<'_>, renderer: &Renderer<'_, '_>) {
        let heading = &item.heading;
        let village = place(
            &mut self.villages,
            format!("{}{}", heading.division.township, heading.division.name),
        );
        let programme = place(&mut self.programmes, heading.programme.name.clone());
        if self.led_by.len() <= programme {
            let department =
                renderer.site.departments.get(&heading.programme.code).cloned().unwrap_or_default();
            self.led_by.push(place(&mut self.departments, department));
        }
        let period = place(&mut self.periods, heading.period.in_chinese());
        let matter = Title::new(
            &heading.division,
            heading.period,
            &heading.programme.name,
            heading.stage,
            heading.kind,
        )
        .matter;
        let kind = matter.strip_prefix(&heading.programme.name).unwrap_or_default();
        let kind = place(&mut self.kinds, kind.to_owned());
        let (from, to) = item.days().unwrap_or_default();
        let code = item.published.code.to_string();
        let year = heading.period.year();
        let fixed = item.fixed_state().unwrap_or("");
        self.entries.push(IndexEntry(
            code,
            village,
            year,
            programme,
            period,
            kind,
            heading.revision,
            from,
            to,
            fixed,
        ));
    }
}

fn place(list: &mut Vec<String>, text: String) -> usize {
    list.iter().position(|known| *known == text).unwrap_or_else(|| {
        list.push(text);
        list.len() - 1
    })
}
