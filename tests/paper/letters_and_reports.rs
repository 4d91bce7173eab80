//! Replies, corrections, cards, reports and orders as other programs see them: poppler reads the
//! words, qpdf the structure.

use crate::sample_disclosures;
use crate::sample_papers;
use crate::support::camera;
use crate::support::pdf::{is_sound, pages, run, words};
use cunbang::documents::recall_order::Recalled;
use cunbang::documents::scan::{Leak, Place};
use cunbang::documents::{
    CoverageReport, DocumentError, Poster, RecallOrder, Reply, correction_notice, coverage_report,
    coverage_workbook, poster, recall_order, reply,
};
use cunbang::domain::case::{Action, CaseKind, Outcome};
use cunbang::domain::disclosure::revision::{ChangeReason, ChangedRow, changes};
use cunbang::domain::disclosure::{Code, Disclosure, DisclosureStage, PaperNames};
use cunbang::domain::roll::BatchKind;
use jiff::civil::date;

/// Right in check digit, date and province, and nobody's.
const ID: &str = "142225195503151235";
/// Known beginning, right by Luhn.
const CARD: &str = "6222020402012345672";
const PHONE: &str = "13835000001";

#[test]
fn a_reply_says_what_was_found_on_which_law_and_where_to_turn_next() {
    let bytes = reply(&sample_papers::reply()).unwrap();
    is_sound(&bytes);
    let body = words(&bytes);
    let expected = [
        "枣林镇人民政府异议答复书",
        "编号：140923104-2026-YY-0003",
        "张建军：",
        "您于2026年7月3日当面提出的关于“枣林镇段村2026年度耕地地力保护补贴发放公示”（公示编号140923104-2026-DL-0007，名单第12行）的异议",
        "一、调查核实情况7月6日，核实人员与村民小组长",
        "核实人员：李㛃、王䶮。",
        "二、核实结论经核实，您反映的情况部分属实。",
        "三、处理意见更正公示内容，形成新版公示",
        "第12行面积更正为2.50亩",
        "四、依据1．《中华人民共和国村民委员会组织法》（2025年10月28日修正",
        "五、救济途径和期限",
        "可在收到本答复之日起60日内向代县农业农村局（电话0350-5244444）提出",
        "枣林镇人民政府（盖章）2026年7月9日",
    ];
    for part in expected {
        assert!(body.contains(part), "{part} is missing in {body}");
    }
    assert!(!body.contains("转送"), "it was sent on to nobody");
}

#[test]
fn a_reply_that_was_sent_on_says_where() {
    let body = words(
        &reply(&Reply {
            escalated_to: Some("代县农业农村局".to_owned()),
            ..sample_papers::reply()
        })
        .unwrap(),
    );
    assert!(body.contains("本件已转送代县农业农村局办理。"));
}

#[test]
fn each_finding_has_its_words() {
    for (outcome, told) in [
        (Outcome::Upheld, "情况属实。"),
        (Outcome::Partly, "情况部分属实。"),
        (Outcome::NotUpheld, "情况不属实。"),
    ] {
        let body = words(
            &reply(&Reply {
                outcome: Some(outcome),
                action: Action::Explain,
                ..sample_papers::reply()
            })
            .unwrap(),
        );
        assert!(body.contains(told) && body.contains("公示内容不作变更"));
    }
}

#[test]
fn the_answer_to_an_enquiry_has_no_finding_and_no_empty_section() {
    let enquiry = Reply {
        kind: CaseKind::Enquiry,
        outcome: None,
        action: Action::Explain,
        action_note: String::new(),
        investigators: None,
        ..sample_papers::reply()
    };
    let body = words(&reply(&enquiry).unwrap());
    assert!(
        body.contains("查询答复书") && body.contains("一、查询结果") && body.contains("二、依据")
    );
    assert!(!body.contains("核实人员：") && !body.contains("处理意见") && !body.contains("结论"));
}

#[test]
fn a_long_reply_goes_on_over_pages_that_name_it_and_none_begins_with_a_comma() {
    let facts = "经逐户走访、查阅承包合同、实地丈量（含“河滩地”“坡地”），结果如下：".repeat(60);
    let bytes = reply(&Reply { facts: facts.clone(), ..sample_papers::reply() }).unwrap();
    let pages = pages(&bytes);
    assert!(pages.len() > 3);
    for (number, page) in (1..).zip(&pages) {
        assert!(
            page.contains("140923104-2026-YY-0003")
                && page.contains(&format!("第{number}页共{}页", pages.len()))
        );
    }
    assert!(pages.concat().matches("查阅承包合同").count() > 50);
    let lines = run("pdftotext", &["-layout", "paper.pdf", "-"], &bytes);
    assert!(
        lines
            .lines()
            .all(|line| !line.trim_start().starts_with(['，', '。', '、', '”', '）', '：']))
    );
    assert!(lines.lines().all(|line| !line.trim_end().ends_with(['（', '“', '《'])));
}

#[test]
fn a_number_of_a_person_typed_into_a_reply_is_refused_and_not_repeated() {
    for number in [ID, CARD, PHONE] {
        let refused = reply(&Reply {
            facts: format!("查实其账户为{number}。"),
            ..sample_papers::reply()
        })
        .unwrap_err();
        assert!(matches!(refused, DocumentError::Leak(Leak::Number { place: Place::Typed, .. })));
        assert!(!refused.to_string().contains(number));
    }
}

/// `make` of the poster of a disclosure.
fn of_poster<T>(
    disclosure: &Disclosure,
    paper_names: Option<&PaperNames>,
    make: impl Fn(&Poster<'_>) -> T,
) -> T {
    let code = sample_disclosures::code(disclosure);
    let host = sample_disclosures::HOST;
    let dated = date(2026, 7, 12);
    make(&Poster {
        disclosure,
        paper_names,
        code: &code,
        host,
        publication_fingerprint: sample_disclosures::FINGERPRINT,
        dated,
        practice: false,
    })
}

#[test]
fn a_correction_says_which_rows_changed_from_what_to_what_and_why() {
    let disclosure = sample_papers::corrected();
    let bytes = of_poster(&disclosure, None, correction_notice).unwrap();
    is_sound(&bytes);
    let body = words(&bytes);
    let old = Code::parse(disclosure.replaces.as_ref().unwrap()).unwrap();
    let new = sample_disclosures::code(&disclosure);
    let expected = [
        "耕地地力保护补贴发放公示更正公告",
        "有3行内容更正，以第2版为准",
        "140923104-2026-DL-0007第2版",
        "更正日期2026年7月12日",
        &format!("新版代码核对码{}", new.check_code()),
        &format!("核对码{}（", old.check_code()),
        "更正1行，新增1行，删除1行。",
        "面积（亩）由16.56改为2.50",
        "录入错误",
        "删除，原金额（元）718.91",
        "新增，金额（元）739.01",
        "异议属实",
        "提出异议",
        "段村村民委员会（盖章）2026年7月12日",
        &new.url(sample_disclosures::HOST),
    ];
    for part in expected {
        assert!(body.contains(part), "{part} is missing in {body}");
    }
}

#[test]
fn the_code_on_a_correction_leads_to_the_new_version() {
    let disclosure = sample_papers::corrected();
    let bytes = of_poster(&disclosure, None, correction_notice).unwrap();
    assert_eq!(
        camera::codes(&bytes),
        [sample_disclosures::code(&disclosure).url(sample_disclosures::HOST)]
    );
}

#[test]
fn a_first_version_has_nothing_to_correct() {
    for disclosure in [sample_disclosures::land(3), sample_disclosures::counted()] {
        assert_eq!(
            of_poster(&disclosure, None, correction_notice),
            Err(DocumentError::NothingCorrected)
        );
    }
}

#[test]
fn the_poster_of_a_second_version_tells_its_changes_above_the_list() {
    let bytes = of_poster(&sample_papers::corrected(), None, poster).unwrap();
    is_sound(&bytes);
    let body = words(&bytes);
    let places = ["更正说明与核对码", "面积（亩）由16.56改为2.50", "更正后的名单", "提出异议"]
        .map(|part| body.find(part).unwrap());
    assert!(places.is_sorted());
    assert!(
        !words(&of_poster(&sample_disclosures::land(3), None, poster).unwrap()).contains("更正")
    );
}

#[test]
fn a_poster_with_very_many_changes_goes_on() {
    let mut disclosure = sample_papers::corrected();
    let first = disclosure.changes[0].clone();
    disclosure.changes = (1..=90).map(|no| ChangedRow { no, ..first.clone() }).collect();
    let pages = pages(&of_poster(&disclosure, None, poster).unwrap());
    assert_eq!(pages.concat().matches("由16.56改为2.50").count(), 90);
    assert!(pages.len() > 4 && pages.iter().all(|page| page.contains("140923104-2026-DL-0007")));
}

#[test]
fn the_full_names_of_the_paper_stand_in_its_correction_too() {
    let (mut disclosure, _) = sample_disclosures::masked(9);
    let before = sample_disclosures::masked(8).0.rows;
    let after = disclosure.rows.clone();
    disclosure.changes = changes(&before, &after, ChangeReason::Facts);
    let names = PaperNames { salt: "0".repeat(26), names: sample_disclosures::masked(9).1.names };
    disclosure.paper_names = Some(names.hash().unwrap());
    let body = words(&of_poster(&disclosure, Some(&names), correction_notice).unwrap());
    assert!(body.contains("李㛃新增，金额（元）") && !body.contains("李*"));
    assert!(words(&of_poster(&disclosure, None, correction_notice).unwrap()).contains("李*新增"));
}

#[test]
fn a_result_names_the_day_of_payment_and_its_kind() {
    let mut disclosure = sample_disclosures::land(3);
    disclosure.stage = DisclosureStage::Result;
    disclosure.notice = None;
    disclosure.paid_on = Some(date(2026, 7, 20));
    disclosure.kind = BatchKind::Arrears;
    let body = words(&of_poster(&disclosure, None, poster).unwrap());
    assert!(
        body.contains("耕地地力保护补贴补发结果公开") && body.contains("发放日期2026年7月20日")
    );
    assert!(
        body.contains("公开日期2026年7月12日")
            && !body.contains("公示期内")
            && !body.contains("公示时间")
    );
}

#[test]
fn a_recall_order_has_a_page_for_each_board() {
    let order = sample_papers::recall();
    let bytes = recall_order(&order).unwrap();
    is_sound(&bytes);
    let pages = pages(&bytes);
    assert_eq!(pages.len(), 3);
    let places = [
        "村委会门前公开栏（村委会大门东侧）",
        "河南自然村公开栏（小卖部西墙）",
        "便民服务站电子屏（服务站大厅）",
    ];
    for (page, place) in pages.iter().zip(places) {
        let check_code = order.code.check_code();
        for part in [
            place,
            "140923104-2026-DL-0007第1版",
            &check_code,
            "公示已于2026年7月10日撤回（隐私保护）",
            "2026年7月11日前",
            "近景",
            "远景",
        ] {
            assert!(page.contains(part), "{part} is missing in {page}");
        }
    }
    assert!(pages[1].contains("第2张（共3张）") && pages[1].contains("2026年7月2日"));
}

#[test]
fn the_order_after_a_correction_names_the_version_to_hang_up_instead() {
    let by = Code::of(b"the second version");
    let order = RecallOrder {
        why: Recalled::Replaced { by: by.clone(), revision: 2 },
        ..sample_papers::recall()
    };
    let body = words(&recall_order(&order).unwrap());
    assert!(
        body.contains(&format!("由第2版（核对码{}）替换", by.check_code()))
            && body.contains("在原处张贴新版")
    );
}

#[test]
fn a_poster_that_hangs_nowhere_is_not_recalled() {
    assert_eq!(
        recall_order(&RecallOrder { boards: Vec::new(), ..sample_papers::recall() }),
        Err(DocumentError::NoBoards)
    );
}

#[test]
fn the_coverage_report_shows_who_has_posted_what_and_its_sums() {
    let report = sample_papers::coverage();
    let bytes = coverage_report(&report).unwrap();
    is_sound(&bytes);
    let text = run("pdftotext", &["-layout", "paper.pdf", "-"], &bytes);
    let body: String = text.split_whitespace().collect();
    for part in [
        "代县枣林镇公示张贴情况表",
        "统计日期：2026年8月1日",
        "应张贴公示3件：未公开1件，未贴全1件，迟贴2件，逾期撤下或未撤1件，撤回未确认1件。",
    ] {
        assert!(body.contains(part), "{part} is missing in {body}");
    }
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
    let in_time = [
        "1",
        "段村",
        "耕地地力保护补贴",
        "140923104-2026-DL-0007",
        "公示",
        "XG5B-2810",
        "2",
        "2",
        "2026-07-01",
        "2026-07-09",
        "按时",
    ];
    assert!(rows.iter().any(|row| row[..] == in_time), "{text}");
    assert!(
        rows.iter().any(|row| row.starts_with(&["3", "沱阳村", "高龄津贴", "结果", "2", "0", "9"])),
        "{text}"
    );
    assert!(["未公开", "公开期限", "2026-07-23"].iter().all(|part| body.contains(part)), "{text}");
    assert!(rows.iter().any(|row| row[..] == ["合计", "6", "3", "1"]), "{text}");
}

#[test]
fn a_long_coverage_report_repeats_its_heads() {
    let mut report = sample_papers::coverage();
    report.lines = report.lines.iter().cycle().take(120).cloned().collect();
    let pages = pages(&coverage_report(&report).unwrap());
    assert!(pages.len() > 3);
    assert!(
        pages[1..].iter().all(|page| page.contains("公示张贴情况表") && page.contains("张贴日期"))
    );
}

#[test]
fn the_coverage_sheet_holds_the_same_lines_as_the_paper() {
    let mut bytes = std::io::Cursor::new(Vec::new());
    coverage_workbook(&sample_papers::coverage(), &mut bytes).unwrap();
    let mut book: calamine::Xlsx<_> = calamine::Reader::new(bytes).unwrap();
    let sheet = calamine::Reader::worksheet_range(&mut book, "张贴情况").unwrap();
    let rows: Vec<Vec<String>> =
        sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(rows[3][1..4], ["村", "补贴项目", "公示编号"]);
    assert_eq!(
        rows[4][1..8],
        ["段村", "耕地地力保护补贴", "140923104-2026-DL-0007", "公示", "XG5B-2810", "2", "2"]
    );
    assert_eq!(
        (rows[5][9].as_str(), rows[5][11].as_str(), rows[5][12].as_str()),
        ("3", "应撤未撤12天", "1")
    );
    assert_eq!((rows[7][0].as_str(), rows[7][6].as_str(), rows[7][7].as_str()), ("合计", "6", "3"));
}

#[test]
fn an_office_that_is_in_time_is_told_so() {
    let mut report = sample_papers::coverage();
    report.lines.truncate(1);
    assert!(
        words(&coverage_report(&report).unwrap())
            .contains("应张贴公示1件：全部按时张贴、按时撤下。")
    );
}

#[test]
fn all_in_time_is_said_only_where_something_had_to_hang_and_every_village_has_a_board() {
    let body = |report: &CoverageReport| words(&coverage_report(report).unwrap());
    let nothing = CoverageReport { lines: Vec::new(), ..sample_papers::coverage() };
    assert!(body(&nothing).contains("没有应张贴的公示。") && !body(&nothing).contains("全部按时"));
    let mut boardless = sample_papers::coverage();
    boardless.lines.truncate(1);
    boardless.boards = sample_papers::neglected();
    assert!(
        body(&boardless).contains("应张贴公示1件：没有公开栏的村1个。")
            && !body(&boardless).contains("全部按时")
    );
    let mut pending = sample_papers::coverage();
    pending.lines.remove(1);
    pending.lines[1].late_days = 0;
    assert!(
        body(&pending)
            .contains("应张贴公示1件：全部按时张贴、按时撤下。另有1件结果尚在公开期限内。")
    );
    let mut nowhere = sample_papers::coverage();
    nowhere.lines.truncate(1);
    nowhere.lines[0].required = 0;
    nowhere.lines[0].posted = 0;
    assert!(
        body(&nowhere).contains("应张贴公示1件：未贴全1件。"),
        "where no board is, nothing hangs"
    );
}

#[test]
fn neglected_boards_villages_without_one_and_silent_columns_stand_on_paper_and_in_the_workbook() {
    let report = CoverageReport { boards: sample_papers::neglected(), ..sample_papers::coverage() };
    let bytes = coverage_report(&report).unwrap();
    is_sound(&bytes);
    let body = words(&bytes);
    for part in [
        "没有公开栏的村1个。逾期未巡查的公开栏2处，本季没有任何公开的栏目1个。",
        "1段村村委会门前公开栏逾期未巡查2026-03-05",
        "2枣林东村广场电子屏启用后从未巡查",
        "3沱阳村没有公开栏",
        "4段村党务栏目2026年第3季度没有公开，也没有登记本期无事项",
    ] {
        assert!(body.contains(part), "{part} is missing in {body}");
    }
    let mut bytes = std::io::Cursor::new(Vec::new());
    coverage_workbook(&report, &mut bytes).unwrap();
    let mut book: calamine::Xlsx<_> = calamine::Reader::new(bytes).unwrap();
    let sheet = calamine::Reader::worksheet_range(&mut book, "公开栏").unwrap();
    let rows: Vec<Vec<String>> =
        sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(rows[2][1..4], ["段村", "村委会门前公开栏", "逾期未巡查"]);
    assert_eq!((rows[4][1].as_str(), rows[4][3].as_str(), rows.len()), ("沱阳村", "没有公开栏", 6));
}

#[test]
fn the_same_papers_give_the_same_bytes() {
    assert!(reply(&sample_papers::reply()).unwrap() == reply(&sample_papers::reply()).unwrap());
    assert!(
        recall_order(&sample_papers::recall()).unwrap()
            == recall_order(&sample_papers::recall()).unwrap()
    );
    assert!(
        coverage_report(&sample_papers::coverage()).unwrap()
            == coverage_report(&sample_papers::coverage()).unwrap()
    );
    let corrected = sample_papers::corrected();
    assert!(
        of_poster(&corrected, None, correction_notice).unwrap()
            == of_poster(&corrected, None, correction_notice).unwrap()
    );
}

#[test]
fn practice_is_written_across_every_paper() {
    let papers = [
        reply(&Reply { practice: true, ..sample_papers::reply() }).unwrap(),
        recall_order(&RecallOrder { practice: true, ..sample_papers::recall() }).unwrap(),
        coverage_report(&CoverageReport { practice: true, ..sample_papers::coverage() }).unwrap(),
        of_poster(
            &Disclosure { practice: true, ..sample_papers::corrected() },
            None,
            correction_notice,
        )
        .unwrap(),
    ];
    assert!(
        papers.iter().all(|bytes| pages(bytes)
            .iter()
            .all(|page| page.contains('练') && page.contains('习')))
    );
    assert!(!words(&reply(&sample_papers::reply()).unwrap()).contains('练'));
}
