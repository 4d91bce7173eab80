//! 更正公告: what a new revision of a disclosure changes, on a paper of its own.
//!
//! It hangs beside the replaced list or is handed out. Not here: the list itself (see `poster`) and
//! the words of a single change (see `domain::disclosure::correction`).
use super::changed_rows;
use super::composition::{Block, Composition};
use super::error::DocumentError;
use super::flow::Item;
use super::page::Paper;
use super::poster_content::Poster;
use super::poster_words::Words;
use super::scan;
use crate::domain::disclosure::correction;
use crate::domain::disclosure::title::Title;
use crate::domain::disclosure::{Code, Disclosure};
use crate::domain::values::date::in_chinese;

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
    let names = poster.names_by_row()?;
    let table =
        changed_rows::table(disclosure, names.as_ref()).ok_or(DocumentError::NothingCorrected)?;
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
