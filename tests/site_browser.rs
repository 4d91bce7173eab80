//! The page's self-check in a real browser, over `file://` and from a sub-folder of a small server:
//! it says that list and code agree, and it never says so of a page in which one byte was changed.
//!
//! Needs chromium (`scripts/test` installs it). Nothing leaves this machine.
#![allow(clippy::string_slice, clippy::case_sensitive_file_extension_comparisons)] // test pages are ASCII where they are cut
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]
use cunbang::domain::disclosure::{Code, Disclosure, signed_message};
use cunbang::domain::folder::MemoryFolder;
use cunbang::site::{KeyInfo, Published, Site, build};
use ed25519_dalek::{Signer, SigningKey};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

const SAMPLE: &[u8] = include_bytes!("data/site/disclosure.json");
const GOOD_LIST: &str = "名单与公开码一致";
const GOOD_SIGNATURE: &str = "签名有效";

fn site_of(bytes: &[u8]) -> MemoryFolder {
    let key = SigningKey::from_bytes(&[7; 32]);
    let day = "2026-07-01".parse().unwrap();
    let site = Site {
        office: "枣林镇人民政府",
        host: "CUNBANG.EXAMPLE",
        practice: false,
        keys: vec![KeyInfo { public: key.verifying_key().to_bytes(), from: day, to: None, signed_by: None }],
        disclosures: vec![Published {
            bytes,
            signature: key.sign(&signed_message(bytes)).to_bytes(),
            code: Code::of(bytes),
            published_on: day,
            replaced_by: None,
            withdrawn: None,
        }],
    };
    let mut folder = MemoryFolder::default();
    build(&site, &mut folder).unwrap();
    folder
}

fn page_path(bytes: &[u8]) -> String {
    format!("D/{}/index.html", Code::of(bytes))
}

fn lay_down(site: &MemoryFolder, folder: &Path) {
    for (path, bytes) in &site.0 {
        let file = folder.join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }
}

/// The page as it stands after its scripts ran.
fn opened(url: &str) -> String {
    let output = Command::new("scripts/check-site").arg(url).output().unwrap();
    let page = String::from_utf8(output.stdout).unwrap();
    assert!(page.contains("</html>"), "the browser drew nothing: {}", String::from_utf8_lossy(&output.stderr));
    page
}

fn answer(page: &str, id: &str) -> String {
    let from = page.split_once(&format!("id=\"{id}\"")).unwrap().1;
    from.split_once('>').unwrap().1.split_once('<').unwrap().0.to_owned()
}

/// What the page says of list and signature, opened from a folder.
fn answers_of(site: &MemoryFolder, path: &str) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    lay_down(site, folder.path());
    let page = opened(&format!("file://{}/{path}", folder.path().display()));
    (answer(&page, "answer-list"), answer(&page, "answer-signature"))
}

fn changed(mut site: MemoryFolder, path: &str, change: impl FnOnce(String) -> String) -> MemoryFolder {
    let page = String::from_utf8(site.0[path].clone()).unwrap();
    let other = change(page.clone());
    assert_ne!(page, other, "nothing was changed");
    site.0.insert(path.to_owned(), other.into_bytes());
    site
}

/// Flips one character of the base64 text that follows `start`.
fn flip_after(page: &str, start: &str, at: usize) -> String {
    let place = page.find(start).unwrap() + start.len() + at;
    let other = if &page[place..=place] == "A" { "B" } else { "A" };
    format!("{}{other}{}", &page[..place], &page[place + 1..])
}

/// Serves the site below `/xiang/bang/`, for one page and what it loads.
fn served(site: MemoryFolder, path: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut request = [0; 4096];
            let length = stream.read(&mut request).unwrap_or(0);
            let head = String::from_utf8_lossy(&request[..length]).into_owned();
            let asked = head.split(' ').nth(1).and_then(|url| url.strip_prefix("/xiang/bang/")).unwrap_or("").to_owned();
            let asked = if asked.ends_with('/') { format!("{asked}index.html") } else { asked };
            let kind = if asked.ends_with(".css") {
                "text/css"
            } else if asked.ends_with(".js") {
                "text/javascript"
            } else {
                "text/html"
            };
            let (status, body) = site.0.get(&asked).map_or(("404 Not Found", &b""[..]), |body| ("200 OK", body));
            let head = format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
            stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body)).ok();
        }
    });
    opened(&format!("http://127.0.0.1:{port}/xiang/bang/{path}"))
}

#[test]
fn an_untouched_page_says_that_list_code_and_signature_agree() {
    let (list, signature) = answers_of(&site_of(SAMPLE), &page_path(SAMPLE));
    assert_eq!(list, GOOD_LIST);
    assert!(signature.starts_with(GOOD_SIGNATURE), "{signature}");
    assert!(signature.contains("密钥指纹"));
}

#[test]
fn the_same_holds_on_a_server_below_a_folder_without_a_file_name() {
    let path = format!("D/{}/", Code::of(SAMPLE));
    let page = served(site_of(SAMPLE), &path);
    assert_eq!(answer(&page, "answer-list"), GOOD_LIST);
    assert!(answer(&page, "answer-signature").starts_with(GOOD_SIGNATURE));
}

#[test]
fn lists_of_every_kind_are_redrawn_as_they_were_printed() {
    use cunbang::domain::disclosure::{Column, DisclosureStage, NameShow};
    let sample = Disclosure::from_bytes(SAMPLE).unwrap();
    let mut months = sample.clone();
    months.columns = vec![Column::No, Column::Name, Column::Group, Column::Quantity, Column::Rate, Column::Months, Column::Amount];
    months.rows[0].months = Some(12);
    months.rows[1].rate = "124.9788302".parse().ok().map(|rate: rust_decimal::Decimal| rate.try_into().unwrap());
    (months.programme.rate, months.period) = (None, "2026Q3".to_owned().try_into().unwrap());
    months.programme.unit = "人·月".to_owned();
    let mut totals = sample.clone();
    (totals.stage, totals.notice, totals.names) = (DisclosureStage::Result, None, NameShow::None);
    (totals.rows, totals.columns) = (Vec::new(), Vec::new());
    (totals.totals.households, totals.totals.fen) = (None, None);
    let mut hostile = sample;
    hostile.rows[0].name = "<b>\"'&amp;</b></script>".to_owned();
    hostile.contacts[0].phone = "\" onclick=\"x".to_owned();
    for disclosure in [months, totals, hostile] {
        let bytes = disclosure.to_bytes();
        assert_eq!(answers_of(&site_of(&bytes), &page_path(&bytes)).0, GOOD_LIST, "{:?}", disclosure.columns);
    }
}

#[test]
fn a_changed_byte_of_the_list_is_never_called_right() {
    let path = page_path(SAMPLE);
    for at in [0, 700] {
        let site = changed(site_of(SAMPLE), &path, |page| flip_after(&page, "\"bytes\":\"", at));
        let (list, signature) = answers_of(&site, &path);
        assert!(list.contains("不一致") && !list.contains(GOOD_LIST), "{list}");
        assert!(!signature.contains("有效"), "{signature}");
    }
}

#[test]
fn a_changed_signature_is_called_wrong() {
    let path = page_path(SAMPLE);
    let site = changed(site_of(SAMPLE), &path, |page| flip_after(&page, "\"signature\":\"", 20));
    let (_, signature) = answers_of(&site, &path);
    assert!(signature.starts_with("签名无效"), "{signature}");
}

#[test]
fn another_key_than_the_printed_fingerprint_is_called_wrong() {
    let path = page_path(SAMPLE);
    let site = changed(site_of(SAMPLE), &path, |page| flip_after(&page, "\"key\":\"", 5));
    let (_, signature) = answers_of(&site, &path);
    assert!(!signature.contains("有效"), "{signature}");
}

#[test]
fn a_changed_cell_title_total_or_telephone_is_never_called_right() {
    let path = page_path(SAMPLE);
    let changes = [
        ("<td>251.25</td>", "<td>951.25</td>"),
        ("<td>张*军</td>", "<td>张*民</td>"),
        ("<h1>枣林镇", "<h1>枣树镇"),
        ("<title>枣林镇", "<title>枣树镇"),
        ("捌仟叁佰", "玖仟叁佰"),
        ("tel:12345", "tel:12346"),
        ("<tbody>", "<tbody hidden>"),
        ("<tfoot>", "<tbody><tr><td>6</td></tr></tbody><tfoot>"),
    ];
    for (from, to) in changes {
        let site = changed(site_of(SAMPLE), &path, |page| page.replacen(from, to, 1));
        let (list, signature) = answers_of(&site, &path);
        assert!(list.contains("不一致") && !list.contains(GOOD_LIST), "{to}: {list}");
        assert!(!signature.contains("有效"), "{to}: {signature}");
    }
}

#[test]
fn a_page_under_another_code_or_with_another_printed_code_is_never_called_right() {
    let path = page_path(SAMPLE);
    let other = "D/7K3QX2MD7K3QX2MD7K3QX2MD7K/index.html";
    let mut moved = site_of(SAMPLE);
    let page = moved.0[&path].clone();
    moved.0.insert(other.to_owned(), page);
    let (list, signature) = answers_of(&moved, other);
    assert!(list.contains("不一致") && !signature.contains("有效"), "{list} {signature}");
    let code = Code::of(SAMPLE);
    for printed in [code.grouped(), code.check_code()] {
        let lie = printed.replacen(&printed[..1], if printed.starts_with('7') { "8" } else { "7" }, 1);
        let site = changed(site_of(SAMPLE), &path, |page| page.replace(&format!(">{printed}<"), &format!(">{lie}<")));
        let (list, _) = answers_of(&site, &path);
        assert!(list.contains("不一致") && !list.contains(GOOD_LIST), "{list}");
    }
}

#[test]
fn a_saved_page_without_a_code_in_its_address_gives_no_answer_on_the_list() {
    let mut site = site_of(SAMPLE);
    let page = site.0[&page_path(SAMPLE)].clone();
    site.0.insert("saved/x/index.html".to_owned(), page);
    let (list, _) = answers_of(&site, "saved/x/index.html");
    assert!(list.contains("不能核对"), "{list}");
}

#[test]
fn without_its_script_a_page_claims_nothing() {
    let mut site = site_of(SAMPLE);
    site.0.remove("check.js");
    let (list, signature) = answers_of(&site, &page_path(SAMPLE));
    assert!(list.contains("正在核对") && signature.contains("正在核对"), "{list} {signature}");
}

#[test]
fn the_home_page_finds_disclosures_from_a_stick() {
    let folder = tempfile::tempdir().unwrap();
    lay_down(&site_of(SAMPLE), folder.path());
    let page = opened(&format!("file://{}/index.html", folder.path().display()));
    assert!(page.contains("共1件"));
    assert!(page.contains(&format!("href=\"D/{}/index.html\"", Code::of(SAMPLE))));
}
