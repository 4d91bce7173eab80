//! 撤下通知: tells whoever looks after a board to take down a poster, one page for each board.
//!
//! The order stays open until each board has confirmed with a photo. Not here: that register (see
//! `domain::dossier`).
use super::composition::{Block, Composition};
use super::error::DocumentError;
use super::flow::Item;
use super::page::Paper;
use crate::domain::disclosure::Code;
use crate::domain::disclosure::correction;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::values::date::{Date, in_chinese};

/// A recall on paper: what it is about, and its boards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecallOrder {
    /// Of the order, printed on every page.
    pub number: String,
    /// Who orders it.
    pub issuer: String,
    /// The poster's title, `枣林镇段村2026年度耕地地力保护补贴发放公示`.
    pub title: String,
    /// The office's running number of the disclosure.
    pub label: String,
    /// Its revision.
    pub revision: u32,
    /// Its code.
    pub code: Code,
    /// Why.
    pub why: Recalled,
    /// Since which day it may not hang any more.
    pub since: Date,
    /// The boards on which it hangs; each gets a page.
    pub boards: Vec<RecalledBoard>,
    /// The last day for the confirmation.
    pub confirm_by: Date,
    /// Whom to ask, as printed: `枣林镇人民政府 0350-5233333`.
    pub contact: String,
    /// The day of the order.
    pub dated: Date,
    /// 练习 across every sheet.
    pub practice: bool,
}

/// Why a poster has to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recalled {
    /// The disclosure was withdrawn.
    Withdrawn(WithdrawalReason),
    /// Another version takes its place.
    Replaced {
        /// Code of the new version.
        by: Code,
        /// Its revision.
        revision: u32,
    },
}

/// A board that shows the poster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecalledBoard {
    /// Village, `枣林镇段村`.
    pub village: String,
    /// The board's name, `村委会门前公开栏`.
    pub name: String,
    /// Where it stands.
    pub place: String,
    /// Since when the poster hangs there.
    pub posted_on: Date,
}

const SIZE: f32 = 15.0;

/// The order as PDF bytes, a page for each board. The same order gives the same bytes.
///
/// # Errors
/// [`DocumentError::NoBoards`]; [`DocumentError::MissingGlyph`]; [`DocumentError::Leak`].
pub fn recall_order(order: &RecallOrder) -> Result<Vec<u8>, DocumentError> {
    if order.boards.is_empty() {
        return Err(DocumentError::NoBoards);
    }
    let title = format!("{}张贴件撤下通知", order.issuer);
    let running = format!("{title}　{}", order.number);
    let mut blocks = Vec::new();
    for (number, board) in (1..).zip(&order.boards) {
        if number > 1 {
            blocks.push(Block::NewPaper(running.clone()));
        }
        blocks.extend(page(order, board, number));
    }
    let composition = Composition {
        title,
        running,
        number: &order.number,
        author: &order.issuer,
        dated: order.dated,
        practice: order.practice,
        paper: Paper::A4_LETTER,
        size: SIZE,
        blocks,
    };
    composition.print(&[])
}

fn page(order: &RecallOrder, board: &RecalledBoard, number: usize) -> Vec<Block> {
    let hangs = vec![
        Item { label: "公示名称", text: order.title.clone() },
        Item { label: "公示编号", text: format!("{}　第{}版", order.label, order.revision) },
        Item {
            label: "核对码",
            text: format!("{}（印在二维码下方，请先核对再撤下）", order.code.check_code()),
        },
        Item { label: "公开码", text: order.code.grouped() },
        Item { label: "公开栏", text: format!("{}（{}）", board.name, board.place) },
        Item { label: "张贴日期", text: in_chinese(board.posted_on) },
        Item { label: "撤下原因", text: why(order) },
    ];
    let mut blocks = vec![
        Block::Title(format!("{}\n张贴件撤下通知", order.issuer)),
        Block::Number(format!(
            "编号：{}　第{number}张（共{}张）",
            order.number,
            order.boards.len()
        )),
        Block::Addressee(format!("{}：", board.village)),
        Block::Paragraph("下列公示张贴件须立即撤下：".to_owned()),
        Block::Items(hangs),
        Block::Section("请按以下步骤办理".to_owned()),
    ];
    blocks.extend(steps(order).into_iter().map(Block::Paragraph));
    blocks.push(Block::Signed(vec![format!("{}（盖章）", order.issuer), in_chinese(order.dated)]));
    blocks
        .push(Block::ByHand(vec!["撤下人（签字）：＿＿＿＿＿＿　撤下日期：＿＿＿年＿＿月＿＿日"]));
    blocks
}

fn why(order: &RecallOrder) -> String {
    let since = in_chinese(order.since);
    match &order.why {
        Recalled::Withdrawn(reason) => {
            format!("公示已于{since}撤回（{}）", correction::withdrawn(*reason))
        }
        Recalled::Replaced { by, revision } => {
            format!("公示已于{since}更正，由第{revision}版（核对码 {}）替换", by.check_code())
        }
    }
}

fn steps(order: &RecallOrder) -> Vec<String> {
    let instead = match &order.why {
        Recalled::Withdrawn(_) => {
            "撤下全部页，不得留存、转贴、拍照转发；撤下的纸张收回村委会，碎毁或交回。".to_owned()
        }
        Recalled::Replaced { by, .. } => format!(
            "撤下全部页，在原处张贴新版（核对码 {}）；撤下的纸张交回存档。",
            by.check_code()
        ),
    };
    let by = in_chinese(order.confirm_by);
    vec![
        format!("1．{instead}"),
        "2．撤下后拍照两张：近景能看清该栏位已无此件，远景能看清公开栏全貌。".to_owned(),
        format!("3．{by}前将照片交村级填报员登记确认；没有确认的，视为未撤下。"),
        format!("4．有疑问请联系：{}。", order.contact),
    ]
}
