//! What must hold for every site, looked at file by file in memory.
use super::*;
use crate::domain::disclosure::scanner::HitKind;
use crate::domain::disclosure::{
    Disclosure, DisclosureStage, NameShow, PublicContact, signed_message,
};
use crate::domain::folder::MemoryFolder;
use ed25519_dalek::{Signer, SigningKey};

mod after_publication;
mod village;

const SAMPLE: &[u8] = include_bytes!("../../tests/data/site/disclosure.json");
const DAY: Date = jiff::civil::date(2026, 7, 1);

fn sample() -> Disclosure {
    Disclosure::from_bytes(SAMPLE).unwrap()
}

fn key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

fn published(bytes: &[u8]) -> Published<'_> {
    let signature = key().sign(&signed_message(bytes)).to_bytes();
    Published::new(bytes, Code::of(bytes), signature, DAY)
}

fn site(disclosures: Vec<Published<'_>>) -> Site<'_> {
    let key =
        KeyInfo { public: key().verifying_key().to_bytes(), from: DAY, to: None, signed_by: None };
    Site {
        office: "枣林镇人民政府",
        host: "CUNBANG.EXAMPLE",
        practice: false,
        keys: vec![key],
        disclosures,
        villages: Vec::new(),
        departments: BTreeMap::new(),
        cards: Vec::new(),
    }
}

fn built(site: &Site<'_>) -> MemoryFolder {
    let mut folder = MemoryFolder::default();
    build(site, &mut folder).unwrap();
    folder
}

fn text<'f>(folder: &'f MemoryFolder, path: &str) -> &'f str {
    std::str::from_utf8(&folder.0[path]).unwrap()
}

fn pages(folder: &MemoryFolder) -> impl Iterator<Item = (&str, &str)> {
    let is_page =
        |path: &str| std::path::Path::new(path).extension().is_some_and(|tail| tail == "html");
    folder
        .0
        .keys()
        .filter(move |path| is_page(path))
        .map(|path| (path.as_str(), text(folder, path)))
}

/// Values of `name="..."` in a page.
fn values<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let start = format!(" {name}=\"");
    page.split(start.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

fn resolved(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        if part == ".." {
            assert!(parts.pop().is_some(), "{from}: {link} leaves the site");
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

/// Revisions 1 and 2, a withdrawn one, one of totals only, a result.
fn several() -> Vec<Vec<u8>> {
    let first = sample();
    let mut second = sample();
    second.revision = 2;
    second.replaces = Some(Code::of(&first.to_bytes().unwrap()).to_string());
    second.rows.remove(0);
    let mut withdrawn = sample();
    withdrawn.subject = "B-7K3QX2MD-43".to_owned();
    withdrawn.programme.name = "高龄津贴".to_owned();
    withdrawn.rows[0].name = "赵*撤".to_owned();
    let mut totals = sample();
    totals.names = NameShow::None;
    totals.programme.name = "孤儿基本生活费".to_owned();
    totals.subject = "B-7K3QX2MD-44".to_owned();
    totals.rows.clear();
    totals.columns.clear();
    let mut result = sample();
    result.stage = DisclosureStage::Result;
    result.notice = None;
    [first, second, withdrawn, totals, result].iter().map(|one| one.to_bytes().unwrap()).collect()
}

fn several_published(bytes: &[Vec<u8>]) -> Vec<Published<'_>> {
    let mut all: Vec<_> = bytes.iter().map(|bytes| published(bytes)).collect();
    all[0].replaced_by = Some(all[1].code.clone());
    all[2].withdrawn =
        Some(Withdrawal { on: jiff::civil::date(2026, 7, 3), reason: WithdrawalReason::Privacy });
    all
}

#[test]
fn every_link_leads_to_a_file_of_the_site() {
    let bytes = several();
    let folder = built(&site(several_published(&bytes)));
    for (path, page) in pages(&folder) {
        for link in [values(page, "href"), values(page, "src")].concat() {
            let known = link.starts_with("tel:") || folder.0.contains_key(&resolved(path, link));
            assert!(known, "{path}: {link}");
        }
        assert!(
            !page.contains("http:") && !page.contains("https:") && !page.contains("\"//"),
            "{path}"
        );
    }
}

#[test]
fn no_page_may_ask_for_anything_or_load_from_elsewhere() {
    let bytes = several();
    for (path, page) in pages(&built(&site(several_published(&bytes)))) {
        for head in [
            "default-src &#39;none&#39;; ",
            "content=\"noindex,nofollow,noarchive\"",
            "<meta name=\"referrer\" content=\"no-referrer\">",
        ] {
            assert!(page.contains(head), "{path}: {head}");
        }
        for foreign in
            ["<form", "<input", "<iframe", "<img", " style=", " onload=", " onclick=", "unsafe-"]
        {
            assert!(!page.contains(foreign), "{path}: {foreign}");
        }
        for script in page.split("<script").skip(1) {
            assert!(
                script.starts_with(" src=\"") || script.starts_with(" type=\"application/json\""),
                "{path}"
            );
        }
    }
}

#[test]
fn practice_stands_on_every_page_of_a_practice_site_and_on_none_else() {
    let bytes = several();
    let mut site = site(several_published(&bytes));
    assert!(pages(&built(&site)).all(|(_, page)| !page.contains("练习")));
    site.practice = true;
    assert!(pages(&built(&site)).all(|(_, page)| page.contains("练习")));
}

#[test]
fn hostile_words_stay_words() {
    let naughty = [
        "<script>alert(1)</script>",
        "\" onmouseover=alert(1) x=\"",
        "</script><img src=x onerror=alert(1)>",
        "'; alert(1) //",
        "{{ 7*7 }}",
        "<!--",
        "javascript:alert(1)",
        "＜script＞",
        "\u{202e}张",
        "&lt;b&gt;",
        "]]>",
        "\u{2028}",
    ];
    for word in naughty {
        let mut one = sample();
        one.rows[0].name = word.to_owned();
        one.label = word.to_owned();
        one.issuer.name = word.to_owned();
        one.programme.name = word.to_owned();
        one.programme.unit = word.to_owned();
        one.division.name = word.to_owned();
        one.rows[1].group = word.to_owned();
        one.contacts = vec![PublicContact { office: word.to_owned(), phone: word.to_owned() }];
        let bytes = one.to_bytes().unwrap();
        let mut site = site(vec![published(&bytes)]);
        site.office = word;
        let folder = built(&site);
        for (path, page) in pages(&folder) {
            assert!(
                !page.contains("<script>") && !page.contains("<img") && !page.contains("<!--"),
                "{path}"
            );
            assert!(
                !page.contains("\" onmouseover") && !page.contains("href=\"javascript"),
                "{path}"
            );
        }
        assert!(!text(&folder, "index.js").contains(['<', '\u{2028}']));
    }
}

#[test]
fn the_exact_bytes_and_their_signature_lie_beside_the_page() {
    let folder = built(&site(vec![published(SAMPLE)]));
    let code = Code::of(SAMPLE);
    assert_eq!(folder.0[&format!("D/{code}/disclosure.json")], SAMPLE);
    assert_eq!(folder.0[&format!("D/{code}/disclosure.json.sig")], published(SAMPLE).signature);
    assert!(text(&folder, "keys.json").contains(&crate::domain::values::fingerprint::fingerprint(
        &key().verifying_key().to_bytes()
    )));
}

#[test]
fn a_second_build_touches_nothing_and_a_change_touches_little() {
    let bytes = several();
    let mut all = several_published(&bytes);
    let mut folder = MemoryFolder::default();
    let first = build(&site(all.clone()), &mut folder).unwrap();
    let before = folder.clone();
    let second = build(&site(all.clone()), &mut folder).unwrap();
    assert_eq!((second.files, second.unchanged, second.removed), (first.files, first.files, 0));
    assert_eq!(folder, before);
    all.pop();
    let third = build(&site(all), &mut folder).unwrap();
    // Home, index, village page, both revisions of the notice that named the result; its three
    // files are removed.
    assert_eq!((third.files - third.unchanged, third.removed), (5, 3));
}

#[test]
fn a_file_that_was_removed_by_hand_is_written_again() {
    let mut folder = built(&site(vec![published(SAMPLE)]));
    let before = folder.clone();
    folder.0.remove(&format!("D/{}/index.html", Code::of(SAMPLE)));
    folder.0.remove("site.css");
    build(&site(vec![published(SAMPLE)]), &mut folder).unwrap();
    assert_eq!(folder, before);
}

#[test]
fn without_a_manifest_equal_files_are_left_alone_and_foreign_files_stay() {
    let mut folder = built(&site(vec![published(SAMPLE)]));
    folder.0.remove("manifest.json");
    folder.0.insert("CNAME".to_owned(), b"x".to_vec());
    let again = build(&site(vec![published(SAMPLE)]), &mut folder).unwrap();
    assert_eq!((again.unchanged, again.removed), (again.files, 0));
    assert!(folder.0.contains_key("CNAME"));
}

/// Puts a text into one public field.
type Plant = (&'static str, fn(&mut Disclosure, String));

const PLANTS: [Plant; 20] = [
    ("salt", |d, n| d.salt = n),
    ("subject", |d, n| d.subject = n),
    ("label", |d, n| d.label = n),
    ("replaced code", |d, n| d.replaces = Some(n)),
    ("issuer", |d, n| d.issuer.name = n),
    ("programme code", |d, n| d.programme.code = n),
    ("programme", |d, n| d.programme.name = n),
    ("unit", |d, n| d.programme.unit = n),
    ("audience", |d, n| d.programme.audience = n),
    ("basis", |d, n| d.basis.push(n)),
    ("village", |d, n| d.division.name = n),
    ("township", |d, n| d.division.township = n),
    ("county", |d, n| d.division.county = n),
    ("name", |d, n| d.rows[1].name = n),
    ("last name", |d, n| d.rows.last_mut().unwrap().name = n),
    ("group", |d, n| d.rows[0].group = n),
    ("group within words", |d, n| d.rows[0].group = format!("一组（{n}）")),
    ("group, full width", |d, n| {
        d.rows[0].group =
            n.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect();
    }),
    ("office", |d, n| d.contacts[0].office = n),
    ("another telephone", |d, n| d.contacts[0].office = format!("监督电话{n}")),
];

#[test]
fn no_planted_number_in_any_public_field_is_written() {
    let numbers = [
        ("440524188001010014", HitKind::Id),
        ("6217001234567890122", HitKind::Card),
        ("13800138000", HitKind::Phone),
    ];
    for (number, kind) in numbers {
        for (field, put) in PLANTS {
            let mut leaking = sample();
            put(&mut leaking, number.to_owned());
            let bytes = leaking.to_bytes().unwrap();
            let mut folder = MemoryFolder::default();
            let refused = build(&site(vec![published(&bytes)]), &mut folder);
            assert!(
                matches!(refused, Err(SiteError::Refused { kind: found, .. }) if found == kind),
                "{kind:?} in {field}: {refused:?}"
            );
            let holds = |(path, file): (&String, &Vec<u8>)| {
                path.contains(number) || String::from_utf8_lossy(file).contains(number)
            };
            assert!(!folder.0.iter().any(holds), "{kind:?} in {field} was written");
        }
        for (office, host) in [(number, "CUNBANG.EXAMPLE"), ("枣林镇人民政府", number)] {
            let named = Site { office, host, ..site(vec![published(SAMPLE)]) };
            let refused = build(&named, &mut MemoryFolder::default());
            assert!(
                matches!(refused, Err(SiteError::Refused { kind: found, .. }) if found == kind),
                "{kind:?}: {refused:?}"
            );
        }
    }
}

/// No path of the site holds words of a disclosure today; should one come to, it is scanned like
/// the rest.
#[test]
fn a_number_in_a_file_name_is_refused() {
    let bytes = sample().to_bytes().unwrap();
    let mut folder = MemoryFolder::default();
    build(&site(vec![published(&bytes)]), &mut folder).unwrap();
    for path in folder.0.keys() {
        assert_eq!(crate::domain::disclosure::scanner::scan(path, &[]), [], "{path}");
    }
    for path in
        ["D/440524188001010014/index.html", "6217001234567890122.json", "段村 13800138000.pdf"]
    {
        assert!(super::build::look(path, b"", &["13800138000"]).is_err(), "{path}");
    }
}

#[test]
fn official_telephones_may_be_mobile_phones() {
    let mut with_mobile = sample();
    with_mobile.contacts[0].phone = "13800138000".to_owned();
    let bytes = with_mobile.to_bytes().unwrap();
    assert!(build(&site(vec![published(&bytes)]), &mut MemoryFolder::default()).is_ok());
}

#[test]
fn bytes_of_another_code_or_without_our_signature_are_refused() {
    let mut foreign = published(SAMPLE);
    foreign.signature[3] ^= 1;
    assert!(matches!(
        build(&site(vec![foreign]), &mut MemoryFolder::default()),
        Err(SiteError::Unsigned { .. })
    ));
    let other = several().remove(4);
    let mut swapped = published(SAMPLE);
    swapped.code = Code::of(&other);
    assert!(matches!(
        build(&site(vec![swapped]), &mut MemoryFolder::default()),
        Err(SiteError::WrongCode { .. })
    ));
}

#[test]
fn the_scripts_run_in_an_old_webview_and_put_no_text_in_as_html() {
    let folder = built(&site(Vec::new()));
    for path in ["check.js", "board.js"] {
        let newer =
            ["=>", "`", "let ", "const ", "class ", "async ", "await ", "import ", "BigInt", "..."];
        let unsafe_ways =
            ["innerHTML", "outerHTML", "document.write", "eval(", "fetch(", "XMLHttpRequest"];
        for word in newer.iter().chain(&unsafe_ways) {
            assert!(!text(&folder, path).contains(word), "{path}: {word}");
        }
    }
}

#[test]
fn a_page_of_six_hundred_rows_stays_below_200_kb() {
    let mut long = sample();
    let row = long.rows[0].clone();
    long.rows = (1..=600).map(|no| crate::domain::disclosure::Row { no, ..row.clone() }).collect();
    let bytes = long.to_bytes().unwrap();
    let folder = built(&site(vec![published(&bytes)]));
    let size = folder.0[&format!("D/{}/index.html", Code::of(&bytes))].len();
    assert!(size < 200_000, "{size}");
}

#[test]
fn the_page_of_a_disclosure_looks_like_this() {
    let folder = built(&site(vec![published(SAMPLE)]));
    insta::assert_snapshot!(text(&folder, &format!("D/{}/index.html", Code::of(SAMPLE))));
}
