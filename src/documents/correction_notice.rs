//! 更正公告: what a new revision of a disclosure changes, on a paper of its own and as a block of
//! its poster.
//!
//! It hangs beside the replaced list or is handed out. Not here: the list itself (see `poster`) and
//! the words of a single change (see `domain::correction`).
use super::composition::{Block, Composition};
use super::error::DocumentError;
use super::flow::Item;
use super::page::Paper;
use super::poster::Poster;
use super::poster_words::{self, Words};
use super::scan;
use super::table::{Align, Column, Table};
use crate::domain::disclosure::correction;
use crate::domain::disclosure::title::Title;
use crate::domain::disclosure::{Code, Column as Cell, Disclosure};
use crate::domain::values::date::in_chinese;
use std::collections::BTreeMap;

const SIZE: f32 = 13.0;

/// The notice as PDF bytes, made from what the poster of the new revision is made from. The same
/// poster gives the same bytes.
///
/// # Errors
/// [`DocumentError::NothingCorrected`] for a disclosure that lists no changes; else as
/// [`super::poster()`].
pub fn correction_notice(poster: &Poster<'_>) -> Result<Vec<u8>, DocumentError> {
    let disclosure = poster.disclosure;
    let phones: Vec<&str> =
        disclosure.contacts.iter().map(|contact| contact.phone.as_str()).collect();
    let public = disclosure.to_bytes().or(Err(scan::Leak::Unreadable))?;
    scan::check_disclosure(&public, &phones)?;
    let names = poster_words::paper_names(poster)?;
    let table = table(disclosure, names.as_ref()).ok_or(DocumentError::NothingCorrected)?;
    let words = Words::of(poster)?;
    let title = format!("{}更正公告", Title::of(disclosure));
    let composition = Composition {
        running: format!("{title}　{}", disclosure.label),
        title,
        number: &disclosure.label,
        author: &disclosure.issuer.name,
        dated: poster.dated,
        practice: poster.practice || disclosure.practice,
        paper: Paper::A4,
        size: SIZE,
        blocks: vec![
            Block::Title(format!("{}更正公告", Title::of(disclosure).in_two_lines())),
            Block::Paragraph(opening(disclosure)),
            Block::Coded(words.mark, items(poster, words.time)),
            Block::Items(vec![Item {
                label: "更正说明", text: correction::summary(disclosure)
            }]),
            Block::Table(table),
            Block::Items(words.ends),
            Block::Signed(vec![
                format!("{}（盖章）", disclosure.issuer.name),
                in_chinese(poster.dated),
            ]),
        ],
    };
    composition.print(&phones)
}

fn opening(disclosure: &Disclosure) -> String {
    let changed = disclosure.changes.len();
    let title = Title::of(disclosure);
    format!(
        "“{title}”有{changed}行内容更正，以第{}版为准。原公示的网页保留并注明“已更正”，扫描原张贴件的二维码可以转到新版。",
        disclosure.revision
    )
}

fn items(poster: &Poster<'_>, time: Item) -> Vec<Item> {
    let disclosure = poster.disclosure;
    let before = disclosure.replaces.as_deref().and_then(Code::parse);
    let mut items = vec![
        Item {
            label: "公示编号",
            text: format!("{}　第{}版", disclosure.label, disclosure.revision),
        },
        Item { label: "更正日期", text: in_chinese(poster.dated) },
        Item { label: "新版代码", text: format!("核对码 {}", poster.code.check_code()) },
        Item {
            label: "原版代码",
            text: before
                .map(|code| format!("核对码 {}（{}）", code.check_code(), code.grouped()))
                .unwrap_or_default(),
        },
        time,
    ];
    items.retain(|item| !item.text.is_empty() && item.label != "公开日期");
    items
}

/// The changed rows; `None` if there are none.
pub(super) fn table(disclosure: &Disclosure, names: Option<&BTreeMap<u32, &str>>) -> Option<Table> {
    let column = |head: String, align, longest, least| Column { head, align, longest, least };
    let columns = vec![
        column("序号".to_owned(), Align::Centre, None, 2.0),
        column(
            correction::heading(&disclosure.programme, Cell::Name),
            Align::Centre,
            Some(7.0),
            3.0,
        ),
        column("更正内容".to_owned(), Align::Left, Some(20.0), 14.0),
        column("原因".to_owned(), Align::Centre, Some(4.0), 4.0),
    ];
    let rows = disclosure.changes.iter().map(|row| {
        let name = names.and_then(|names| names.get(&row.no).copied()).unwrap_or(&row.name);
        let (told, reason) =
            (correction::told(&disclosure.programme, row), correction::reason(row.reason));
        vec![row.no.to_string(), name.to_owned(), told, reason.to_owned()]
    });
    let table = Table {
        columns,
        rows: rows.collect(),
        numbers: disclosure.changes.iter().map(|row| row.no).collect(),
        foot: None,
        row_height: 20.8,
    };
    (!table.rows.is_empty()).then_some(table)
}
