//! Posters and signature sheets as other programs see them: poppler reads the words, qpdf the
//! structure, zbar the code.

use crate::sample_disclosures;
use crate::support::camera;
use crate::support::pdf::{is_sound, run, run_in, words};
use cunbang::documents::qr::Qr;
use cunbang::documents::scan::{self, Leak, Place};
use cunbang::documents::{DocumentError, Poster, SignatureSheet, poster, signature_sheet};
use cunbang::domain::disclosure::scanner::HitKind;
use cunbang::domain::disclosure::{Disclosure, DisclosureStage, PaperNames};
use cunbang::domain::reference::programme::Programme;
use cunbang::domain::roll::{Line, Person};
use jiff::civil::date;

/// Right in check digit, date and province, and nobody's.
const ID: &str = "142225195503151235";
/// Known beginning, right by Luhn.
const CARD: &str = "6222020402012345672";
const PHONE: &str = "13835000001";

fn made(
    disclosure: &Disclosure,
    paper_names: Option<&PaperNames>,
) -> Result<Vec<u8>, DocumentError> {
    let code = sample_disclosures::code(disclosure);
    poster(&Poster {
        disclosure,
        paper_names,
        code: &code,
        host: sample_disclosures::HOST,
        publication_fingerprint: sample_disclosures::FINGERPRINT,
        dated: date(2026, 7, 1),
        practice: false,
    })
}

fn programme() -> Programme {
    serde_json::from_str(
        r#"{"code":"P01","name":"耕地地力保护补贴","department":"农业农村局","basis":[],"audience":"","unit":"亩","payee_basis":"household",
        "rate_kind":"fixed","class":"S0","notice":{"when":"before_submission","days":7,"day_kind":"calendar"}}"#,
    )
    .unwrap()
}

fn sheet(lines: &[Line]) -> Result<Vec<u8>, DocumentError> {
    let programme = programme();
    let period = cunbang::domain::values::period::Period::parse("2026").unwrap();
    let place = "枣林镇段村";
    let label = "140923104-2026-DL-0007";
    signature_sheet(&SignatureSheet {
        lines,
        programme: &programme,
        period,
        place,
        label,
        dated: date(2026, 7, 1),
        practice: false,
    })
}

fn lines(count: u32) -> Vec<Line> {
    let row = |row: cunbang::domain::disclosure::Row| Line {
        householder: Person { name: row.name, id: ID.to_owned() },
        group: row.group,
        card: CARD.to_owned(),
        phone: PHONE.to_owned(),
        quantity: row.quantity,
        rate: row.rate,
        amount: row.amount,
        ..Line::new(row.no)
    };
    sample_disclosures::land(count).rows.into_iter().map(row).collect()
}

#[test]
fn a_poster_says_all_that_the_rules_ask_for() {
    let disclosure = sample_disclosures::land(40);
    let body = words(&made(&disclosure, None).unwrap());
    let code = sample_disclosures::code(&disclosure);
    let grouped = code.grouped().replace(' ', "");
    let expected = [
        "枣林镇段村2026年度耕地地力保护补贴发放公示",
        "公示编号140923104-2026-DL-0007第1版",
        "2026年7月1日至2026年7月8日24时止",
        "晋农计财发〔2026〕12号",
        "拥有耕地承包权的种地农民",
        "67.00元/亩",
        "共40户、40人、40笔；合计509.60亩",
        "人民币叁万肆仟壹佰肆拾叁元贰角整",
        "阿卜杜拉·买买提江",
        "公示期内可向段村村民委员会、村务监督委员会或枣林镇人民政府",
        "0350-5222222",
        "领取补贴不收任何费用",
        "已作去标识化处理",
        "段村村民委员会（盖章）",
        "482913770156288304719562",
        "第1页共2页",
        "第2页共2页",
        &grouped,
        &code.url(sample_disclosures::HOST),
    ];
    for part in expected {
        assert!(body.contains(part), "{part} is missing on the poster");
    }
}

#[test]
fn every_row_stands_on_the_poster_once_and_in_order() {
    let disclosure = sample_disclosures::land(300);
    let text = run("pdftotext", &["-layout", "paper.pdf", "-"], &made(&disclosure, None).unwrap());
    let rows: Vec<Vec<&str>> = text
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>())
        .filter(|cells| cells.len() == 6 && cells[0].parse::<u32>().is_ok())
        .collect();
    let expected: Vec<Vec<String>> = disclosure
        .rows
        .iter()
        .map(|row| {
            let quantity = row.quantity.unwrap().to_string();
            let rate = row.rate.unwrap().to_string();
            vec![
                row.no.to_string(),
                row.name.clone(),
                row.group.clone(),
                quantity,
                rate,
                row.amount.grouped(),
            ]
        })
        .collect();
    assert_eq!(rows, expected);
}

#[test]
fn every_sheet_carries_number_dates_and_code() {
    let disclosure = sample_disclosures::land(120);
    let bytes = made(&disclosure, None).unwrap();
    let check_code = sample_disclosures::code(&disclosure).check_code();
    let text = run("pdftotext", &["-layout", "paper.pdf", "-"], &bytes);
    let sheets: Vec<String> = text
        .trim_end_matches('\u{c}')
        .split('\u{c}')
        .map(|sheet| sheet.split_whitespace().collect())
        .collect();
    assert!(sheets.len() > 3);
    for (number, sheet) in (1..).zip(&sheets) {
        let page = format!("第{number}页共{}页", sheets.len());
        for part in [
            "140923104-2026-DL-0007",
            "2026年7月1日至2026年7月8日",
            "耕地地力保护补贴",
            &check_code,
            &page,
        ] {
            assert!(sheet.contains(part), "{part} is missing on sheet {number}");
        }
    }
}

#[test]
fn a_wide_list_is_printed_across() {
    let mut disclosure = sample_disclosures::land(30);
    disclosure.columns.insert(5, cunbang::domain::disclosure::Column::Months);
    for row in &mut disclosure.rows {
        row.months = Some(12);
        row.quantity =
            Some(cunbang::domain::values::quantity::Quantity::parse("1234567890.1234").unwrap());
        "枣林大街北巷第十二村民小组".clone_into(&mut row.group);
        row.rate = Some(cunbang::domain::values::quantity::Rate::parse("124.97883021").unwrap());
        row.amount = cunbang::domain::values::money::Fen::try_from(123_456_789_012).unwrap();
    }
    let bytes = made(&disclosure, None).unwrap();
    let size = |bytes: &[u8]| {
        run("pdfinfo", &["paper.pdf"], bytes)
            .lines()
            .find(|line| line.starts_with("Page size"))
            .unwrap()
            .to_owned()
    };
    assert!(size(&bytes).contains("841.89 x 595.276"), "{}", size(&bytes));
    assert!(size(&made(&sample_disclosures::land(30), None).unwrap()).contains("595.276 x 841.89"));
}

#[test]
fn a_phone_reads_the_code_of_every_sheet() {
    let disclosure = sample_disclosures::land(60);
    let url = sample_disclosures::code(&disclosure).url(sample_disclosures::HOST);
    assert_eq!(camera::codes(&made(&disclosure, None).unwrap()), [url.clone(), url.clone(), url]);
}

#[test]
fn the_file_is_sound_and_holds_its_fonts() {
    for bytes in [made(&sample_disclosures::land(40), None).unwrap(), sheet(&lines(40)).unwrap()] {
        is_sound(&bytes);
    }
}

#[test]
fn the_same_disclosure_gives_the_same_bytes() {
    assert!(
        made(&sample_disclosures::land(120), None).unwrap()
            == made(&sample_disclosures::land(120), None).unwrap()
    );
    assert!(sheet(&lines(20)).unwrap() == sheet(&lines(20)).unwrap());
}

#[test]
fn the_paper_shows_the_full_names_that_the_page_masks() {
    let (disclosure, names) = sample_disclosures::masked(9);
    let paper = words(&made(&disclosure, Some(&names)).unwrap());
    let page = words(&made(&disclosure, None).unwrap());
    assert!(paper.contains("张建军") && !paper.contains("张*"));
    assert!(page.contains("张*") && !page.contains("张建军"));
    assert!(paper.contains("网页上的姓名另作部分隐去"));
}

#[test]
fn names_of_another_disclosure_are_refused() {
    let (disclosure, mut names) = sample_disclosures::masked(9);
    names.names[3].1 = "王小二".to_owned();
    assert_eq!(made(&disclosure, Some(&names)), Err(DocumentError::ForeignPaperNames));
    let (mut disclosure, mut names) = sample_disclosures::masked(9);
    names.names.pop();
    disclosure.paper_names = Some(names.hash().unwrap());
    assert_eq!(made(&disclosure, Some(&names)), Err(DocumentError::UnnamedRow { row: 9 }));
}

#[test]
fn a_programme_that_is_not_listed_shows_counts_only_and_says_when_they_are_too_small() {
    let body = words(&made(&sample_disclosures::counted(), None).unwrap());
    assert!(body.contains("不公布享受人名单") && body.contains("人数不足5的汇总数依规定不予公布"));
    assert!(!body.contains("序号") && !body.contains("金额"));
}

#[test]
fn a_result_is_called_a_result_and_has_no_notice_period() {
    let mut disclosure = sample_disclosures::land(3);
    disclosure.stage = DisclosureStage::Result;
    disclosure.notice = None;
    let body = words(&made(&disclosure, None).unwrap());
    assert!(
        body.contains("发放结果公开")
            && body.contains("公开日期2026年7月1日")
            && !body.contains("公示期内")
    );
}

#[test]
fn a_second_version_names_the_one_it_replaces() {
    let mut disclosure = sample_disclosures::land(3);
    disclosure.revision = 2;
    disclosure.replaces =
        Some(sample_disclosures::code(&sample_disclosures::land(3)).as_str().to_owned());
    let body = words(&made(&disclosure, None).unwrap());
    assert!(
        body.contains("第2版（替代核对码")
            && body.contains(&sample_disclosures::code(&sample_disclosures::land(3)).check_code())
    );
}

#[test]
fn practice_is_written_across_every_sheet() {
    let mut disclosure = sample_disclosures::land(60);
    disclosure.practice = true;
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("paper.pdf"), made(&disclosure, None).unwrap()).unwrap();
    for sheet in ["1", "2", "3"] {
        let text = run_in(
            folder.path(),
            "pdftotext",
            &["-f", sheet, "-l", sheet, "-raw", "paper.pdf", "-"],
        );
        assert!(text.contains('练') && text.contains('习'), "sheet {sheet} is not marked");
    }
    assert!(!words(&made(&sample_disclosures::land(60), None).unwrap()).contains('练'));
}

#[test]
fn a_name_without_glyph_is_told_with_row_and_character() {
    let mut disclosure = sample_disclosures::land(12);
    disclosure.rows[6].name = "张\u{1F33E}".to_owned();
    assert_eq!(
        made(&disclosure, None),
        Err(DocumentError::MissingGlyph { row: Some(7), character: '\u{1F33E}' })
    );
}

#[test]
fn an_address_too_long_for_the_code_is_refused() {
    let disclosure = sample_disclosures::land(1);
    let code = sample_disclosures::code(&disclosure);
    let host = "A-VERY-LONG-NAME.OF-A-COUNTY.GOV.CN";
    assert_eq!(
        Qr::of(&code, host),
        Err(DocumentError::AddressTooLong { characters: 38 + host.len(), longest: 67 })
    );
}

/// Puts `number` into one public field each.
fn plants(number: &str) -> Vec<(&'static str, Disclosure)> {
    type Plant = (&'static str, fn(&mut Disclosure, String));
    let fields: [Plant; 20] = [
        ("name", |d, n| d.rows[1].name = n),
        ("group", |d, n| d.rows[1].group = n),
        ("label", |d, n| d.label = n),
        ("issuer", |d, n| d.issuer.name = n),
        ("programme", |d, n| d.programme.name = n),
        ("unit", |d, n| d.programme.unit = n),
        ("audience", |d, n| d.programme.audience = n),
        ("basis", |d, n| d.basis.push(n)),
        ("village", |d, n| d.division.name = n),
        ("county", |d, n| d.division.county = n),
        ("programme code", |d, n| d.programme.code = n),
        ("township", |d, n| d.division.township = n),
        ("office", |d, n| d.contacts[0].office = n),
        ("salt", |d, n| d.salt = n),
        ("subject", |d, n| d.subject = n),
        ("replaced code", |d, n| d.replaces = Some(n)),
        ("office with a telephone of its own", |d, n| {
            d.contacts[0].office = format!("监督电话{n}");
        }),
        ("name within words", |d, n| d.rows[1].name = format!("张三（{n}）")),
        ("name among rare characters", |d, n| d.rows[1].name = format!("㛃{n}𬱖")),
        ("audience over two lines", |d, n| {
            d.programme.audience = format!("{}{n}的农户", "拥有耕地承包权的种地农民".repeat(2));
        }),
    ];
    let plant = |(field, put): Plant| {
        let mut disclosure = sample_disclosures::land(3);
        put(&mut disclosure, number.to_owned());
        (field, disclosure)
    };
    fields.into_iter().map(plant).collect()
}

#[test]
fn no_planted_number_reaches_the_paper() {
    for (number, kind) in [(ID, HitKind::Id), (CARD, HitKind::Card), (PHONE, HitKind::Phone)] {
        for (field, disclosure) in plants(number) {
            let refused = matches!(made(&disclosure, None), Err(DocumentError::Leak(Leak::Number { kind: found, .. })) if found == kind);
            assert!(refused, "{kind:?} in {field} was printed");
        }
    }
}

#[test]
fn a_refused_number_is_told_by_its_place_and_not_repeated() {
    let (mut disclosure, mut names) = sample_disclosures::masked(3);
    names.names[2].1 = ID.to_owned();
    disclosure.paper_names = Some(names.hash().unwrap());
    let refused = made(&disclosure, Some(&names));
    assert_eq!(
        refused,
        Err(DocumentError::Leak(Leak::Number { kind: HitKind::Id, place: Place::Page(1) }))
    );
    let mut disclosure = sample_disclosures::land(3);
    disclosure.division.name = ID.to_owned();
    assert_eq!(
        made(&disclosure, None),
        Err(DocumentError::Leak(Leak::Number { kind: HitKind::Id, place: Place::Disclosure }))
    );
    assert!(!made(&disclosure, None).unwrap_err().to_string().contains(ID));
}

#[test]
fn a_number_in_the_properties_of_a_file_is_found() {
    let bytes = made(&sample_disclosures::land(3), None).unwrap();
    let author = "段村村民委员会";
    let at = bytes.windows(author.len()).position(|window| window == author.as_bytes()).unwrap();
    let mut planted = bytes.clone();
    planted[at..at + 18].copy_from_slice(ID.as_bytes());
    let refused = scan::check_pdf(&planted, &["0350-5222222"]);
    assert_eq!(refused, Err(Leak::Number { kind: HitKind::Id, place: Place::Properties }));
}

#[test]
fn a_file_that_cannot_be_read_back_is_refused() {
    let bytes = made(&sample_disclosures::land(3), None).unwrap();
    for damaged in [&bytes[..bytes.len() / 2], &bytes[..100], b"%PDF-1.7", b""] {
        assert_eq!(scan::check_pdf(damaged, &[]), Err(Leak::Unreadable));
    }
}

#[test]
fn texts_and_file_names_are_looked_through_too() {
    let refused = scan::check_text(&format!("<p>\n<td>{ID}</td>"), &[]);
    assert_eq!(refused, Err(Leak::Number { kind: HitKind::Id, place: Place::Line(2) }));
    assert_eq!(
        scan::check_file_name(&format!("D/{PHONE}.html")),
        Err(Leak::Number { kind: HitKind::Phone, place: Place::FileName })
    );
    assert_eq!(scan::check_text(&format!("监督电话 {PHONE}"), &[PHONE]), Ok(()));
    assert_eq!(scan::check_file_name("140923104-2026-DL-0007.pdf"), Ok(()));
}

#[test]
fn fingerprints_and_codes_of_many_posters_are_never_taken_for_numbers() {
    for number in 0_u64..40 {
        let mut disclosure = sample_disclosures::land(2);
        disclosure.salt = number.to_string();
        let digits = (number + 1) * 6_222_020_402_012_345;
        let fingerprint: String = format!("{digits:0>24}").chars().take(24).collect();
        let code = sample_disclosures::code(&disclosure);
        let made = poster(&Poster {
            disclosure: &disclosure,
            paper_names: None,
            code: &code,
            host: sample_disclosures::HOST,
            publication_fingerprint: &fingerprint,
            dated: date(2026, 7, 1),
            practice: false,
        });
        assert!(made.is_ok(), "{fingerprint} {code}");
    }
}

#[test]
fn a_signature_sheet_names_every_household_and_no_number_of_anyone() {
    let body = words(&sheet(&lines(40)).unwrap());
    for part in [
        "枣林镇段村2026年度耕地地力保护补贴农户签字表",
        "签字",
        "（按手印）",
        "张建军",
        "合计",
        "40笔",
        "34,143.20",
    ] {
        assert!(body.contains(part), "{part} is missing");
    }
    for number in [ID, CARD, PHONE] {
        assert!(!body.contains(number));
    }
    let mut mistyped = lines(3);
    mistyped[1].householder.name = ID.to_owned();
    assert!(matches!(sheet(&mistyped), Err(DocumentError::Leak(_))));
}

#[test]
fn a_number_broken_over_two_lines_of_a_cell_is_found() {
    let mut mistyped = lines(3);
    mistyped[1].group = ID.to_owned();
    let refused = sheet(&mistyped);
    assert_eq!(
        refused,
        Err(DocumentError::Leak(Leak::Number { kind: HitKind::Id, place: Place::Part }))
    );
}
