//! 政策明白卡 on paper: one programme on one A4 sheet in letters that old eyes can read, or several
//! as a booklet.
//!
//! Not here: what is said (see `domain::disclosure::policy_card`). A value that the county has not
//! confirmed says so beside it.
use super::composition::{Block, Composition};
use super::error::DocumentError;
use super::flow::Item;
use super::page::Paper;
use crate::domain::disclosure::policy_card::{CardRate, PolicyCard};
use crate::domain::reference::programme::{
    AgeRule, Certainty, Class, DayKind, Frequency, NoticeTime, PayeeBasis, RateKind,
};
use crate::domain::values::date::in_chinese;

/// In points: old eyes read it at arm's length. Only the page number is smaller.
const SIZE: f32 = 15.0;
/// Stands beside what the county has to confirm.
const UNSURE: &str = "（待县核实）";

/// The card as PDF bytes. The same card gives the same bytes.
///
/// # Errors
/// [`DocumentError::MissingGlyph`]; [`DocumentError::Leak`] if the reference data hold a number of
/// a person.
pub fn policy_card(card: &PolicyCard, practice: bool) -> Result<Vec<u8>, DocumentError> {
    let title = card.title();
    print(std::slice::from_ref(card), &title, &card.code, practice)
}

/// Cards in the given order, each from a page of its own, as one file called
/// `<place>政策明白卡汇编`.
///
/// # Errors
/// As [`policy_card`]; [`DocumentError::NoCards`].
pub fn policy_booklet(cards: &[PolicyCard], practice: bool) -> Result<Vec<u8>, DocumentError> {
    let first = cards.first().ok_or(DocumentError::NoCards)?;
    let title = format!("{}政策明白卡汇编", first.place);
    print(cards, &title, &title, practice)
}

fn print(
    cards: &[PolicyCard],
    title: &str,
    foot: &str,
    practice: bool,
) -> Result<Vec<u8>, DocumentError> {
    let first = cards.first().ok_or(DocumentError::NoCards)?;
    let mut blocks = Vec::new();
    for (number, card) in cards.iter().enumerate() {
        if number > 0 {
            blocks.push(Block::NewPaper(card.title()));
        }
        blocks.extend(page(card));
    }
    let composition = Composition {
        title: title.to_owned(),
        running: first.title(),
        number: foot,
        author: &first.department,
        dated: first.day,
        practice,
        paper: Paper::A4_CARD,
        size: SIZE,
        blocks,
    };
    let phones: Vec<&str> = cards
        .iter()
        .flat_map(|card| &card.contacts)
        .map(|contact| contact.phone.as_str())
        .collect();
    composition.print(&phones)
}

fn page(card: &PolicyCard) -> Vec<Block> {
    let items = policy_words(card).into_iter().map(|(label, text)| Item { label, text });
    vec![
        Block::Title(format!("{}\n政策明白卡", card.name)),
        Block::Number(subtitle(card)),
        Block::Items(items.collect()),
    ]
}

/// `代县枣林镇　按2026年6月1日有效的规定`.
#[must_use]
pub fn subtitle(card: &PolicyCard) -> String {
    format!("{}　按{}有效的规定", card.place, in_chinese(card.day))
}

/// What a card says, each part with its label, in the order of the paper; the same words on paper
/// and page.
#[must_use]
pub fn policy_words(card: &PolicyCard) -> Vec<(&'static str, String)> {
    let items = [
        ("补贴对象", who(card)),
        ("主管部门", card.department.clone()),
        ("补贴标准", how_much(card)),
        ("发放时间", when(card)),
        ("公示公开", publicity(card)),
        ("不可兼领", excludes(card)),
        ("有异议时", objection(card)),
        ("咨询监督", contacts(card)),
        ("政策依据", full_width(&card.basis.join("；"))),
    ];
    let mut items: Vec<(&'static str, String)> =
        items.into_iter().filter(|(_, text)| !text.is_empty()).collect();
    let is_unsure = items.iter().any(|(_, text)| text.contains(UNSURE));
    items.push(("温馨提示", reminder(is_unsure)));
    items
}

fn who(card: &PolicyCard) -> String {
    let age = match card.age {
        // The audience names the age already, in the words of its own rule.
        _ if card.audience.contains("周岁") => String::new(),
        AgeRule { min: Some(min), max: Some(max) } => format!("；年龄{min}至{max}周岁"),
        AgeRule { min: Some(min), max: None } => format!("；年满{min}周岁"),
        AgeRule { min: None, max: Some(max) } => format!("；年龄不超过{max}周岁"),
        AgeRule { min: None, max: None } => String::new(),
    };
    let payee = match card.payee_basis {
        PayeeBasis::Household => "按户发放",
        PayeeBasis::Person => "按人发放",
    };
    let unsure = if card.certainty == Certainty::Placeholder { UNSURE } else { "" };
    format!("{}{age}。{payee}。{unsure}", full_width(card.audience.trim_end_matches('。')))
}

fn how_much(card: &PolicyCard) -> String {
    let unit = &card.unit;
    let rule = match card.rate_kind {
        RateKind::Fixed => format!("金额＝标准×数量（{unit}）。"),
        RateKind::Tiered => format!("分档计算，金额＝本档标准×数量（{unit}）。"),
        RateKind::TopUp => "按保障标准补差，各户金额不同。".to_owned(),
        RateKind::Share => "按规定比例计算。".to_owned(),
        RateKind::FreeAmount => "按核定金额发放。".to_owned(),
    };
    if card.rates.is_empty() {
        return format!("{rule}标准以县主管部门公布的为准{UNSURE}。");
    }
    let rates: Vec<String> = card.rates.iter().map(|rate| told(rate, unit)).collect();
    format!("{}\n{rule}", rates.join("\n"))
}

/// `全县80岁以上：50.00元/人·月（待县核实），每次最多1,000.00元`.
fn told(rate: &CardRate, unit: &str) -> String {
    let which: String = rate.place.iter().chain(&rate.tier).map(String::as_str).collect();
    let which = if which.is_empty() { which } else { format!("{which}：") };
    let cap = rate.cap.map(|cap| format!("，每次最多{}元", cap.grouped()));
    let floor = rate.floor.map(|floor| format!("，每次最少{}元", floor.grouped()));
    let paper = (rate.certainty == Certainty::Certain && !rate.basis.is_empty())
        .then(|| format!("（{}）", full_width(&rate.basis)));
    let more: String = cap.into_iter().chain(floor).chain(paper).collect();
    format!("{which}{}元/{unit}{}{more}", rate.rate, mark(rate.certainty))
}

const fn mark(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "",
        Certainty::Likely | Certainty::Placeholder => UNSURE,
    }
}

fn when(card: &PolicyCard) -> String {
    let frequency = match card.frequency {
        Frequency::Month => "按月发放",
        Frequency::Quarter => "按季度发放",
        Frequency::HalfYear => "每半年发放一次",
        Frequency::Year => "每年发放一次",
        Frequency::Term => "按学期发放",
        Frequency::Event => "符合条件时按次发放",
    };
    let until = card.until.map(|until| format!("；本规定执行至{}", in_chinese(until)));
    format!("{frequency}，直接打入本人（户主）社会保障卡或存折{}。", until.unwrap_or_default())
}

fn publicity(card: &PolicyCard) -> String {
    let days = match card.notice.day_kind {
        DayKind::Calendar => "天",
        DayKind::Working => "个工作日",
    };
    let notice = match card.notice.when {
        NoticeTime::BeforeSubmission => format!("上报前在村务公开栏公示{}{days}", card.notice.days),
        NoticeTime::AfterReview => format!("乡镇审核后在村务公开栏公示{}{days}", card.notice.days),
        NoticeTime::None => "发放前不公示".to_owned(),
    };
    let names = match card.class {
        Class::S0 | Class::S1 => "不公布身份证号、银行账号和电话",
        Class::S2 => "只公布汇总数，不公布名单",
    };
    format!("{notice}；发放后{}个工作日内公开结果。{names}。", card.result_days)
}

fn excludes(card: &PolicyCard) -> String {
    let named: Vec<String> = card.excludes.iter().map(|name| format!("“{name}”")).collect();
    if named.is_empty() {
        String::new()
    } else {
        format!("同一时期不能同时领取{}。", named.join("、"))
    }
}

fn objection(card: &PolicyCard) -> String {
    let body = &card.objection;
    let reply =
        format!("口头、书面、电话都可以提出，登记后{}个工作日内书面答复。", body.reply_days);
    let report = |law: &String| {
        format!(
            "公布不及时或不真实的，可以向乡镇、县级人民政府及有关部门反映（{}）。",
            full_width(law)
        )
    };
    let after = |law: &String| {
        format!(
            "{}（{}）。",
            full_width(body.remedy_summary.trim_end_matches('。')),
            full_width(law)
        )
    };
    [Some(reply), body.inquiry.as_ref().map(report), body.remedy.as_ref().map(after)]
        .into_iter()
        .flatten()
        .collect()
}

fn contacts(card: &PolicyCard) -> String {
    let told: Vec<String> = card
        .contacts
        .iter()
        .map(|contact| format!("{} {}", contact.office, contact.phone))
        .collect();
    told.join("；")
}

fn reminder(is_unsure: bool) -> String {
    let unsure = if is_unsure {
        "标有“待县核实”的内容，以县主管部门公布的为准。"
    } else {
        ""
    };
    format!("领取补贴不收任何费用，不需向任何账户转账。{unsure}")
}

/// The marks of the reference data in the width of print.
fn full_width(text: &str) -> String {
    text.replace(", ", "，").replace("; ", "；").replace('(', "（").replace(')', "）")
}
