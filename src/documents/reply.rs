//! 答复书: the written answer to an objection or enquiry, a private letter to the one who raised
//! it.
//!
//! It says what was found, by whom, on which law of the day, what is done, and where to turn next
//! and until when. Not here: the register, and what an answer leads to (see `domain::case`).
use super::composition::{Block, Composition};
use super::error::DocumentError;
use super::page::Paper;
use crate::domain::case::{Action, CaseKind, Channel, Outcome};
use crate::domain::values::date::{Date, in_chinese};

/// What a reply says. Only the letter holds the addressee's name.
#[derive(Clone, PartialEq, Eq)]
pub struct Reply {
    /// Objection or enquiry.
    pub kind: CaseKind,
    /// Of the register, `140923104-2026-YY-0003`.
    pub number: String,
    /// Who answers, `枣林镇人民政府`.
    pub issuer: String,
    /// Name of the one who raised it; empty for an anonymous one, who may ask for the letter by its
    /// number.
    pub addressee: String,
    /// The day on which it came.
    pub received_on: Date,
    /// How it came.
    pub channel: Channel,
    /// What it is about.
    pub about: About,
    /// What the investigation found, in the office's words; lines are paragraphs.
    pub facts: String,
    /// The finding; an enquiry has none.
    pub outcome: Option<Outcome>,
    /// What follows.
    pub action: Action,
    /// More words on what follows; may be empty.
    pub action_note: String,
    /// Laws and papers as they are valid on the day of the reply, each as printed.
    pub legal_basis: Vec<String>,
    /// Where to turn next.
    pub remedy: Remedy,
    /// The session to which it was sent on, if it was.
    pub escalated_to: Option<String>,
    /// The two who investigated; an enquiry has none.
    pub investigators: Option<[String; 2]>,
    /// The day of the reply.
    pub dated: Date,
    /// Official telephones that may stand in the text.
    pub phones: Vec<String>,
    /// 练习 across every sheet.
    pub practice: bool,
}

/// The disclosure and row that a case is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// As printed, `枣林镇段村2026年度耕地地力保护补贴发放公示`; for an enquiry about nothing
    /// published, its matter.
    pub title: String,
    /// The office's running number of the disclosure, if there is one.
    pub label: Option<String>,
    /// The row's number in the list, if it is about one.
    pub row: Option<u32>,
}

/// Where to turn next, and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    /// The whole sentence of `domain::case::appeal`; in answers that have their time apart, the
    /// place only: `代县农业农村局`.
    pub where_to: String,
    /// `收到本答复之日起60日内`; empty where the sentence says it.
    pub within: String,
}

impl std::fmt::Debug for Reply {
    /// Never shows a name or what was found.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Reply({})", self.number)
    }
}

const SIZE: f32 = 14.0;
const NUMERALS: [&str; 6] = ["一", "二", "三", "四", "五", "六"];

/// The letter as PDF bytes, scanned for numbers of persons. The same reply gives the same bytes.
///
/// # Errors
/// [`DocumentError::MissingGlyph`]; [`DocumentError::Leak`] if a number of a person was typed into
/// the text.
pub fn reply(reply: &Reply) -> Result<Vec<u8>, DocumentError> {
    let title = format!("{}{}", reply.issuer, kind_word(reply.kind));
    let running = format!("{title}　{}", reply.number);
    let composition = Composition {
        title,
        running,
        number: &reply.number,
        author: &reply.issuer,
        dated: reply.dated,
        practice: reply.practice,
        paper: Paper::A4_LETTER,
        size: SIZE,
        blocks: blocks(reply),
    };
    let phones: Vec<&str> = reply.phones.iter().map(String::as_str).collect();
    composition.print(&phones)
}

fn blocks(reply: &Reply) -> Vec<Block> {
    let mut blocks = vec![
        Block::Title(format!("{}\n{}", reply.issuer, kind_word(reply.kind))),
        Block::Number(format!("编号：{}", reply.number)),
        Block::Addressee(if reply.addressee.is_empty() {
            "反映人：".to_owned()
        } else {
            format!("{}：", reply.addressee)
        }),
        Block::Paragraph(opening(reply)),
    ];
    for (numeral, (head, paragraphs)) in NUMERALS.iter().zip(sections(reply)) {
        blocks.push(Block::Section(format!("{numeral}、{head}")));
        blocks.extend(paragraphs.into_iter().map(Block::Paragraph));
    }
    blocks.push(Block::Signed(vec![format!("{}（盖章）", reply.issuer), in_chinese(reply.dated)]));
    blocks.push(Block::ByHand(vec![
        "送达人：＿＿＿＿＿＿＿＿　　送达日期：＿＿＿＿年＿＿月＿＿日",
        "签收人（签字或按手印）：＿＿＿＿＿＿＿＿＿＿＿＿",
    ]));
    blocks
}

fn opening(reply: &Reply) -> String {
    let About { title, label, row } = &reply.about;
    let mut place: Vec<String> = label.iter().map(|label| format!("公示编号{label}")).collect();
    place.extend(row.map(|row| format!("名单第{row}行")));
    let place =
        if place.is_empty() { String::new() } else { format!("（{}）", place.join("，")) };
    let (verb, kind) = match reply.kind {
        CaseKind::Objection => ("提出的", "异议"),
        CaseKind::Enquiry => ("提出的", "查询"),
    };
    let day = in_chinese(reply.received_on);
    let channel = channel_word(reply.channel);
    format!("您于{day}{channel}{verb}关于“{title}”{place}的{kind}，已受理登记。现答复如下：")
}

/// Heads and paragraphs, in order; those without content are left out.
fn sections(reply: &Reply) -> Vec<(&'static str, Vec<String>)> {
    let found = match reply.kind {
        CaseKind::Objection => "调查核实情况",
        CaseKind::Enquiry => "查询结果",
    };
    let mut facts: Vec<String> = vec![reply.facts.clone()];
    facts.extend(
        reply
            .investigators
            .as_ref()
            .map(|[first, second]| format!("核实人员：{first}、{second}。")),
    );
    let outcome =
        reply.outcome.map(|outcome| format!("经核实，您反映的情况{}。", outcome_word(outcome)));
    let basis = (1..).zip(&reply.legal_basis).map(|(number, law)| format!("{number}．{law}"));
    let mut sections = vec![
        (found, facts),
        ("核实结论", outcome.into_iter().collect()),
        ("处理意见", handling(reply)),
        ("依据", basis.collect()),
        ("救济途径和期限", vec![remedy(&reply.remedy)]),
    ];
    sections.retain(|(_, paragraphs)| paragraphs.iter().any(|paragraph| !paragraph.is_empty()));
    sections
}

fn handling(reply: &Reply) -> Vec<String> {
    let follows = match (reply.action, reply.kind) {
        (Action::Correct, _) => {
            "更正公示内容，形成新版公示并就更正的行重新公示；原公示页面保留，注明已更正。"
        }
        (Action::Withdraw, _) => "撤回该公示，撤下张贴件。",
        (Action::CorrectionBatch, _) => "款项已经发放，另编更正批次予以更正，并另行公示。",
        (Action::Explain, CaseKind::Objection) => "公示内容不作变更。",
        (Action::Explain, CaseKind::Enquiry) => "",
    };
    let escalated = reply.escalated_to.as_ref().map(|session| format!("本件已转送{session}办理。"));
    let note = [follows.to_owned(), reply.action_note.clone()].concat();
    [note].into_iter().filter(|note| !note.is_empty()).chain(escalated).collect()
}

fn remedy(remedy: &Remedy) -> String {
    if remedy.where_to.is_empty() {
        return String::new();
    }
    let Remedy { where_to, within } = remedy;
    let way = if within.is_empty() {
        where_to.clone()
    } else {
        format!("如对本答复有不同意见，可在{within}向{where_to}提出。")
    };
    format!("{way}提出时请出示本答复书或说明编号。")
}

const fn kind_word(kind: CaseKind) -> &'static str {
    match kind {
        CaseKind::Objection => "异议答复书",
        CaseKind::Enquiry => "查询答复书",
    }
}

const fn channel_word(channel: Channel) -> &'static str {
    match channel {
        Channel::InPerson => "当面",
        Channel::Phone => "通过电话",
        Channel::Written => "书面",
        Channel::Box => "通过意见箱",
        Channel::Online => "通过网络",
    }
}

const fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Upheld => "属实",
        Outcome::Partly => "部分属实",
        Outcome::NotUpheld => "不属实",
    }
}
