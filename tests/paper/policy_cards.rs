//! 政策明白卡 of the built-in county as other programs see them.

use crate::support::pdf::{self, is_sound, pages, words};
use cunbang::documents::{DocumentError, policy_booklet, policy_card};
use cunbang::domain::disclosure::policy_card::PolicyCard;
use cunbang::domain::reference::builtin;
use cunbang::domain::reference::division::DivisionCode;
use cunbang::domain::reference::programme::Certainty;
use cunbang::domain::values::money::Fen;
use jiff::civil::{Date, date};

fn cards(day: Date) -> Vec<PolicyCard> {
    let county = builtin::daixian().unwrap();
    let village = DivisionCode::parse("140923104204").unwrap();
    county
        .programmes
        .iter()
        .map(|programme| PolicyCard::of(programme, &county, village, day))
        .collect()
}

fn land(day: Date) -> PolicyCard {
    cards(day).into_iter().find(|card| card.code == "P01").unwrap()
}

#[test]
fn a_card_says_who_how_much_when_how_to_object_and_whom_to_call() {
    let bytes = policy_card(&land(date(2025, 6, 1)), false).unwrap();
    is_sound(&bytes);
    let body = words(&bytes);
    let expected = [
        "耕地地力保护补贴政策明白卡",
        "代县枣林镇段村按2025年6月1日有效的规定",
        "补贴对象拥有耕地承包权的种地农民。按户发放。",
        "67.00元/亩",
        "金额＝标准×数量（亩）",
        "每年发放一次",
        "公示7天；发放后20个工作日内公开结果",
        "登记后10个工作日内书面答复",
        "《中华人民共和国村民委员会组织法》第三十一条",
        "村务监督委员会0350-5550204",
        "12345",
        "领取补贴不收任何费用",
    ];
    for part in expected {
        assert!(body.contains(part), "{part} is missing in {body}");
    }
}

#[test]
fn a_card_of_a_later_day_cites_the_law_of_that_day() {
    let body = words(&policy_card(&land(date(2026, 6, 1)), false).unwrap());
    assert!(
        body.contains("《中华人民共和国村民委员会组织法》")
            && !body.contains("第三十一条")
            && !body.contains("第三十条")
    );
}

#[test]
fn what_the_county_has_not_confirmed_is_marked_on_the_card() {
    let mut card = land(date(2026, 6, 1));
    assert!(words(&policy_card(&card, false).unwrap()).contains("67.00元/亩（待县核实）"));
    card.rates[0].certainty = Certainty::Certain;
    card.rates[0].basis = "晋农计财发〔2026〕12号".to_owned();
    card.rates[0].cap = Some(Fen::parse("1000.00").unwrap());
    let body = words(&policy_card(&card, false).unwrap());
    assert!(
        body.contains("67.00元/亩，每次最多1,000.00元（晋农计财发〔2026〕12号）")
            && !body.contains("待县核实")
    );
}

#[test]
fn each_tier_and_place_has_its_line() {
    let mut card = land(date(2026, 6, 1));
    let first = card.rates[0].clone();
    let tier = |place: Option<&str>, tier: &str| {
        let place = place.map(str::to_owned);
        let tier = Some(tier.to_owned());
        cunbang::domain::disclosure::policy_card::CardRate {
            place,
            tier,
            certainty: Certainty::Certain,
            basis: String::new(),
            ..first.clone()
        }
    };
    card.rates = vec![tier(Some("枣林镇"), "一档"), tier(None, "二档")];
    let body = words(&policy_card(&card, false).unwrap());
    assert!(body.contains("枣林镇一档：67.00元/亩") && body.contains("二档：67.00元/亩"));
}

#[test]
fn a_programme_whose_names_may_not_be_shown_says_so_on_its_card() {
    let card = cards(date(2026, 6, 1))
        .into_iter()
        .find(|card| card.name.contains("事实无人抚养"))
        .unwrap();
    let body = words(&policy_card(&card, false).unwrap());
    assert!(body.contains("发放前不公示") && body.contains("只公布汇总数，不公布名单"));
}

#[test]
fn a_booklet_has_a_page_for_each_programme_and_every_card_fits_its_page() {
    let cards = cards(date(2026, 6, 1));
    let bytes = policy_booklet(&cards, true).unwrap();
    is_sound(&bytes);
    let pages = pages(&bytes);
    assert_eq!((cards.len(), pages.len()), (46, 46));
    for (page, card) in pages.iter().zip(&cards) {
        assert!(page.contains(&card.title().replace(' ', "")), "{}", card.name);
        assert!(
            page.contains('练')
                && page.contains("温馨提示")
                && page.contains("代县枣林镇段村政策明白卡汇编")
        );
    }
}

#[test]
fn the_letters_of_a_card_are_large_enough_for_old_eyes() {
    let bytes = policy_card(&land(date(2026, 6, 1)), false).unwrap();
    let boxes = pdf::run("pdftotext", &["-bbox-layout", "paper.pdf", "-"], &bytes);
    let number = |line: &str, name: &str| -> f64 {
        line.split(&format!("{name}=\""))
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .parse()
            .unwrap()
    };
    let words: Vec<&str> = boxes.lines().filter(|line| line.contains("<word")).collect();
    let small = words.iter().filter(|line| number(line, "yMax") - number(line, "yMin") < 14.0);
    let furniture = small.filter(|line| number(line, "yMin") < 780.0).count();
    assert!(words.len() > 20);
    assert_eq!(furniture, 0, "a word above the page number is smaller than 14 points");
}

#[test]
fn a_booklet_of_nothing_is_refused_and_the_same_cards_give_the_same_bytes() {
    assert_eq!(policy_booklet(&[], false), Err(DocumentError::NoCards));
    let card = land(date(2026, 6, 1));
    assert!(policy_card(&card, false).unwrap() == policy_card(&card, false).unwrap());
}

#[test]
fn a_mobile_number_is_printed_only_if_it_is_an_official_one() {
    let mut card = land(date(2026, 6, 1));
    card.contacts[0].phone = "13835000001".to_owned();
    assert!(words(&policy_card(&card, false).unwrap()).contains("13835000001"));
    card.audience = "有疑问请拨打13835000002".to_owned();
    assert!(matches!(policy_card(&card, false), Err(DocumentError::Leak(_))));
}
