//! What stands beside the disclosures: boards, 本期无事项, objections, policy cards.
use super::after_publication::{july, page_of};
use super::*;

fn village_shown() -> VillageShown {
    let posting = |code: &Code, taken_down_on| PostingShown {
        code: code.clone(),
        from: july(1),
        until: Some(july(8)),
        taken_down_on,
    };
    let wall = BoardShown {
        place: "村委会东墙".to_owned(),
        kind: BoardKind::Fixed,
        columns: vec![BoardColumn::Village, BoardColumn::Finance],
        inspected_on: Some(july(2)),
        postings: vec![posting(&Code::of(SAMPLE), None)],
    };
    let screen = BoardShown {
        place: "文化广场".to_owned(),
        kind: BoardKind::Screen,
        postings: vec![posting(&Code::of(SAMPLE), Some(july(3)))],
        ..wall.clone()
    };
    let period = crate::domain::values::period::Period::parse("2026Q2").unwrap();
    let nothing = vec![NothingShown { column: BoardColumn::Finance, period, on: july(5) }];
    VillageShown {
        division: sample().division,
        boards: vec![wall, screen],
        nothing,
        contacts: Vec::new(),
    }
}

#[test]
fn a_villages_page_shows_its_boards_its_silence_and_how_objections_ended() {
    let mut one = published(SAMPLE);
    one.objections =
        Some(ObjectionCounts { received: 3, upheld: 1, partly: 0, rejected: 1, open: 1 });
    let mut site = site(vec![one]);
    site.villages.push(village_shown());
    let folder = built(&site);
    let page = text(&folder, "V/140923104201/index.html");
    for body in [
        "<p>固定公开栏　栏目：村务、财务　最近检查：2026年7月2日</p>",
        "现在没有张贴公示",
        "财务栏　2026年第2季度：本期无事项（2026年7月5日确认）",
        "受理异议3件：属实1件，不属实1件，办理中1件",
        "可在公示时间内向下列单位反映",
    ] {
        assert!(page.contains(body), "{body}: {page}");
    }
    let disclosure = page_of(&folder, &Code::of(SAMPLE));
    assert!(
        disclosure.contains("村委会东墙（固定公开栏）：2026年7月1日起张贴，至2026年7月8日</li>")
    );
    assert!(disclosure.contains("2026年7月3日已取下") && disclosure.contains("受理异议3件"));
}

#[test]
fn a_village_with_boards_and_no_disclosure_has_its_page_too() {
    let mut site = site(Vec::new());
    site.villages.push(village_shown());
    let folder = built(&site);
    assert!(text(&folder, "V/140923104201/index.html").contains("还没有公示"));
    assert!(text(&folder, "index.html").contains("枣林镇段村"));
}

#[test]
fn a_number_in_the_place_of_a_board_is_refused() {
    for number in ["440524188001010014", "6217001234567890122", "13800138000"] {
        let mut site = site(vec![published(SAMPLE)]);
        let mut village = village_shown();
        village.boards[0].place = format!("联系{number}");
        site.villages.push(village);
        assert!(
            matches!(build(&site, &mut MemoryFolder::default()), Err(SiteError::Refused { .. })),
            "{number}"
        );
    }
}

#[test]
fn a_change_of_boards_or_objections_writes_only_the_pages_that_tell_it() {
    let bytes = several();
    let mut folder = built(&site(several_published(&bytes)));
    let mut site = site(several_published(&bytes));
    site.disclosures[1].objections =
        Some(ObjectionCounts { received: 1, open: 1, ..ObjectionCounts::default() });
    let again = build(&site, &mut folder).unwrap();
    // its own page and its village's
    assert_eq!((again.files - again.unchanged, again.removed), (2, 0));
}

fn card() -> PolicyCard {
    let county = crate::domain::reference::builtin::daixian().unwrap();
    let division = crate::domain::reference::division::DivisionCode::parse("140923104").unwrap();
    PolicyCard::of(county.programme("P01", DAY).unwrap(), &county, division, DAY)
}

#[test]
fn a_programmes_card_is_a_page_that_home_and_disclosure_lead_to() {
    let mut with_card = site(vec![published(SAMPLE)]);
    let mut folder = built(&with_card);
    assert!(!page_of(&folder, &Code::of(SAMPLE)).contains("政策明白卡"));
    with_card.cards.push(card());
    let built = build(&with_card, &mut folder).unwrap();
    // the card, home and the page of the disclosure
    assert_eq!(built.files - built.unchanged, 3);
    let page = text(&folder, "P/P01/index.html");
    for body in [
        "耕地地力保护补贴政策明白卡",
        "代县枣林镇　按2026年7月1日有效的规定",
        "补贴标准",
        "67.00元/亩",
        "tel:12345",
        "不收任何费用",
    ] {
        assert!(page.contains(body), "{body}");
    }
    assert!(text(&folder, "index.html").contains("href=\"P/P01/index.html\""));
    assert!(page_of(&folder, &Code::of(SAMPLE)).contains("href=\"../../P/P01/index.html\""));
}

#[test]
fn a_programme_whose_code_is_no_name_of_a_folder_has_no_page() {
    for code in ["", "../x", "P 01", "耕地"] {
        let mut with_card = site(Vec::new());
        with_card.cards.push(PolicyCard { code: code.to_owned(), ..card() });
        assert!(!built(&with_card).0.keys().any(|path| path.starts_with("P/")), "{code}");
    }
}

#[test]
fn a_card_may_name_an_office_that_no_disclosure_names_and_no_person() {
    let mut with_card = site(Vec::new());
    with_card.cards.push(card());
    with_card.cards[0].contacts[0].phone = "13800138000".to_owned();
    assert!(build(&with_card, &mut MemoryFolder::default()).is_ok());
    with_card.cards[0].remark = String::new();
    with_card.cards[0].audience = "联系13900139000".to_owned();
    assert!(matches!(
        build(&with_card, &mut MemoryFolder::default()),
        Err(SiteError::Refused { .. })
    ));
}
