//! The page's self-check in a real browser, over `file://` and from a sub-folder of a small server:
//! it says that list and code agree, and it never says so of a page in which one byte was changed.
//!
//! Needs chromium (`scripts/test` installs it). Nothing leaves this machine.
use cunbang::domain::disclosure::revision::{ChangeReason, changes};
use cunbang::domain::disclosure::{Code, Disclosure, Row, signed_message};
use cunbang::domain::folder::MemoryFolder;
use cunbang::site::{KeyInfo, Published, Site, Withdrawal, WithdrawalReason, build};
use ed25519_dalek::{Signer, SigningKey};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

const SAMPLE: &[u8] = include_bytes!("../data/site/disclosure.json");
const GOOD_LIST: &str = "名单与公开码一致";
const GOOD_SIGNATURE: &str = "签名有效";

fn site_of(bytes: &[u8]) -> MemoryFolder {
    site_with(bytes, None)
}

fn site_with(bytes: &[u8], withdrawn: Option<Withdrawal>) -> MemoryFolder {
    let key = SigningKey::from_bytes(&[7; 32]);
    let day = "2026-07-01".parse().unwrap();
    let site = Site {
        office: "枣林镇人民政府",
        host: "CUNBANG.EXAMPLE",
        practice: false,
        keys: vec![KeyInfo {
            public: key.verifying_key().to_bytes(),
            from: day,
            to: None,
            signed_by: None,
        }],
        disclosures: vec![Published {
            withdrawn,
            ..Published::new(
                bytes,
                Code::of(bytes),
                key.sign(&signed_message(bytes)).to_bytes(),
                day,
            )
        }],
        villages: Vec::new(),
        departments: [("P01".to_owned(), "县农业农村局".to_owned())].into(),
        cards: Vec::new(),
    };
    let mut folder = MemoryFolder::default();
    build(&site, &mut folder).unwrap();
    folder
}

/// Revision 2: one row changed, one removed, one new, in turn for every reason.
fn corrected(first: &Disclosure) -> Disclosure {
    let mut second = first.clone();
    second.revision = 2;
    second.replaces = Some(Code::of(&first.to_bytes().unwrap()).to_string());
    second.rows[0].quantity =
        "4".parse().ok().map(|quantity: rust_decimal::Decimal| quantity.try_into().unwrap());
    second.rows[0].group = String::new();
    second.rows[0].name = "张*".into();
    second.rows.remove(1);
    second.rows.push(Row { no: 9, name: "赵*".to_owned(), ..first.rows[0].clone() });
    second.changes = ChangeReason::ALL
        .iter()
        .copied()
        .flat_map(|reason| changes(&first.rows, &second.rows, reason))
        .collect();
    second
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
    assert!(
        page.contains("</html>"),
        "the browser drew nothing: {}",
        String::from_utf8_lossy(&output.stderr)
    );
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

fn changed(
    mut site: MemoryFolder,
    path: &str,
    change: impl FnOnce(String) -> String,
) -> MemoryFolder {
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
            let asked = head
                .split(' ')
                .nth(1)
                .and_then(|url| url.strip_prefix("/xiang/bang/"))
                .unwrap_or("")
                .to_owned();
            let asked = if asked.ends_with('/') { format!("{asked}index.html") } else { asked };
            let kind = if asked.ends_with(".css") {
                "text/css"
            } else if asked.ends_with(".js") {
                "text/javascript"
            } else {
                "text/html"
            };
            let (status, body) =
                site.0.get(&asked).map_or(("404 Not Found", &b""[..]), |body| ("200 OK", body));
            let head = format!(
                "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                body.len()
            );
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
    use cunbang::domain::journal::Subject;
    use cunbang::domain::roll::BatchKind;
    let sample = Disclosure::from_bytes(SAMPLE).unwrap();
    let mut months = sample.clone();
    months.columns = vec![
        Column::No,
        Column::Name,
        Column::Group,
        Column::Quantity,
        Column::Rate,
        Column::Months,
        Column::Amount,
    ];
    months.rows[0].months = Some(12);
    months.rows[1].rate =
        "124.9788302".parse().ok().map(|rate: rust_decimal::Decimal| rate.try_into().unwrap());
    months.programme.rate = None;
    months.period = "2026Q3".to_owned().try_into().unwrap();
    months.programme.unit = "人·月".to_owned();
    let mut totals = sample.clone();
    totals.stage = DisclosureStage::Result;
    totals.notice = None;
    totals.names = NameShow::None;
    totals.rows = Vec::new();
    totals.columns = Vec::new();
    totals.totals.households = None;
    totals.totals.fen = None;
    let mut result = sample.clone();
    result.stage = DisclosureStage::Result;
    result.notice = None;
    result.paid_on = "2026-07-20".parse().ok();
    let mut arrears = sample.clone();
    arrears.kind = BatchKind::Arrears;
    let mut correction = sample.clone();
    correction.kind = BatchKind::Correction(Subject::parse("B-7K3QX2MD-41").unwrap());
    let mut hostile = sample.clone();
    hostile.rows[0].name = "<b>\"'&amp;</b></script>".to_owned();
    hostile.contacts[0].phone = "\" onclick=\"x".to_owned();
    for disclosure in [months, totals, result, arrears, correction, hostile, corrected(&sample)] {
        let bytes = disclosure.to_bytes().unwrap();
        assert_eq!(
            answers_of(&site_of(&bytes), &page_path(&bytes)).0,
            GOOD_LIST,
            "{:?}",
            disclosure.columns
        );
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
fn changed_words_of_a_correction_are_never_called_right() {
    let bytes = corrected(&Disclosure::from_bytes(SAMPLE).unwrap()).to_bytes().unwrap();
    let path = page_path(&bytes);
    let section = |page: &str| {
        let from = page.find("<section id=\"changes\">").unwrap();
        let to = from + page[from..].find("</section>").unwrap() + "</section>".len();
        page[from..to].to_owned()
    };
    let changes: [&dyn Fn(String) -> String; 6] = [
        &|page| page.replacen("由3.75改为4.00", "由3.75改为5.00", 1),
        &|page| page.replacen("由3.75改为4.00", "由4.00改为4.00", 1),
        &|page| page.replacen("<td>异议属实</td>", "<td>核实更正</td>", 1),
        &|page| page.replacen("更正6行", "更正5行", 1),
        &|page| page.replacen("新增，金额", "删除，金额", 1),
        &|page| page.replacen(&section(&page), "", 1),
    ];
    for (number, change) in changes.into_iter().enumerate() {
        let site = changed(site_of(&bytes), &path, change);
        let (list, signature) = answers_of(&site, &path);
        assert!(
            list.contains("不一致") && !signature.contains("有效"),
            "change {number}: {list} {signature}"
        );
    }
    let site = changed(site_of(SAMPLE), &page_path(SAMPLE), |page| {
        page.replacen(
            "<section id=\"public\">",
            "<section id=\"changes\"><h2>更正说明</h2></section><section id=\"public\">",
            1,
        )
    });
    assert!(
        answers_of(&site, &page_path(SAMPLE)).0.contains("不一致"),
        "a correction that the bytes do not name"
    );
}

#[test]
fn a_page_without_its_correction_gets_it_back_from_the_bytes() {
    let bytes = corrected(&Disclosure::from_bytes(SAMPLE).unwrap()).to_bytes().unwrap();
    let path = page_path(&bytes);
    let site = changed(site_of(&bytes), &path, |page| {
        page.replacen("由3.75改为4.00", "由3.75改为5.00", 1)
    });
    let folder = tempfile::tempdir().unwrap();
    lay_down(&site, folder.path());
    let page = opened(&format!("file://{}/{path}", folder.path().display()));
    assert!(page.contains("由3.75改为4.00") && !page.contains("由3.75改为5.00"));
}

#[test]
fn a_list_taken_down_on_schedule_is_neither_called_right_nor_wrong() {
    let ended =
        Some(Withdrawal { on: "2027-01-01".parse().unwrap(), reason: WithdrawalReason::Ended });
    let site = site_with(SAMPLE, ended);
    let path = page_path(SAMPLE);
    let (list, signature) = answers_of(&site, &path);
    assert!(list.contains("按期下架") && !list.contains("一致"), "{list}");
    assert!(signature.starts_with(GOOD_SIGNATURE), "{signature}");
    for start in ["\"signature\":\"", "\"hash\":\"", "\"key\":\""] {
        let lying = changed(site.clone(), &path, |page| flip_after(&page, start, 3));
        let (list, signature) = answers_of(&lying, &path);
        assert!(
            list.contains("按期下架") && !signature.contains("有效"),
            "{start} {list} {signature}"
        );
    }
    let other = "D/7K3QX2MD7K3QX2MD7K3QX2MD7K/index.html";
    let mut moved = site;
    moved.0.insert(other.to_owned(), moved.0[&path].clone());
    assert!(answers_of(&moved, other).1.contains("公开码与网址不一致"));
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
        let lie =
            printed.replacen(&printed[..1], if printed.starts_with('7') { "8" } else { "7" }, 1);
        let site = changed(site_of(SAMPLE), &path, |page| {
            page.replace(&format!(">{printed}<"), &format!(">{lie}<"))
        });
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
    assert!(
        page.contains("共1件")
            && page.contains("枣林镇段村2026年度耕地地力保护补贴发放公示　第1版")
    );
    for choice in [
        "全部村",
        "全部年度",
        "全部项目",
        "县农业农村局",
        "公示中",
        "已结束",
        "已更正",
        "已撤回",
        "结果公开",
    ] {
        assert!(page.contains(&format!(">{choice}</option>")), "{choice}");
    }
    assert!(page.contains(&format!("href=\"D/{}/index.html\"", Code::of(SAMPLE))));
}
