//! What becomes of a page: corrections, results, withdrawals, scheduled ends, the log.
use super::*;
use crate::domain::disclosure::revision::{ChangeReason, changes};
use crate::domain::roll::BatchKind;

#[test]
fn a_withdrawn_list_is_gone_and_its_page_says_so() {
    let bytes = several();
    let code = Code::of(&bytes[2]);
    let mut all = several_published(&bytes);
    let withdrawal = all[2].withdrawn.take();
    let mut folder = MemoryFolder::default();
    build(&site(all.clone()), &mut folder).unwrap();
    assert!(text(&folder, &format!("D/{code}/index.html")).contains("赵*撤"));
    all[2].withdrawn = withdrawal;
    let rebuilt = build(&site(all), &mut folder).unwrap();
    assert_eq!(rebuilt.removed, 2);
    for (path, bytes) in &folder.0 {
        assert!(!String::from_utf8_lossy(bytes).contains("赵*撤"), "{path}");
    }
    let page = text(&folder, &format!("D/{code}/index.html"));
    assert!(
        page.contains("2026年7月3日撤回") && page.contains("隐私保护") && !page.contains("<table")
    );
    assert!(!page.contains("捌仟叁佰肆拾元"), "the sum of a list withdrawn for privacy goes too");
}

#[test]
fn a_list_whose_time_has_ended_leaves_its_totals() {
    let mut one = published(SAMPLE);
    one.withdrawn = Some(Withdrawal { on: DAY, reason: WithdrawalReason::Ended });
    let page = built(&site(vec![one]));
    let page = text(&page, &format!("D/{}/index.html", Code::of(SAMPLE)));
    assert!(
        page.contains("8,340.50元（大写：人民币捌仟叁佰肆拾元伍角整）") && !page.contains("张*军")
    );
}

#[test]
fn an_old_revision_leads_to_the_newest() {
    let bytes = several();
    let folder = built(&site(several_published(&bytes)));
    let old = Code::of(&bytes[0]);
    let new = Code::of(&bytes[1]);
    let page = text(&folder, &format!("D/{old}/index.html"));
    assert!(page.contains("本版已更正") && page.contains(&format!("../{new}/index.html")));
    assert!(!text(&folder, &format!("D/{new}/index.html")).contains("本版已更正"));
    assert!(
        text(&folder, &format!("D/{new}/index.html")).contains(&format!("../{old}/index.html"))
    );
    assert!(text(&folder, "V/140923104201/index.html").contains("第2版，更正过"));
}

#[test]
fn revisions_that_replace_each_other_in_a_circle_do_not_hang_the_build() {
    let bytes = several();
    let mut all = several_published(&bytes);
    all[1].replaced_by = Some(all[0].code.clone());
    assert!(build(&site(all), &mut MemoryFolder::default()).is_ok());
}

pub(super) const fn july(day: i8) -> Date {
    jiff::civil::date(2026, 7, day)
}

pub(super) fn page_of<'f>(folder: &'f MemoryFolder, code: &Code) -> &'f str {
    text(folder, &format!("D/{code}/index.html"))
}

/// Revision 1, 2 with one row changed and one removed, 3 with a row added.
fn chain() -> Vec<Vec<u8>> {
    let first = sample();
    let mut second = sample();
    second.revision = 2;
    second.replaces = Some(Code::of(&first.to_bytes().unwrap()).to_string());
    second.rows[0].amount = crate::domain::values::money::Fen::parse("268.00").unwrap();
    second.rows[0].quantity = crate::domain::values::quantity::Quantity::parse("4").ok();
    second.rows.remove(1);
    second.changes = changes(&first.rows, &second.rows, ChangeReason::Objection);
    let mut third = second.clone();
    third.revision = 3;
    third.replaces = Some(Code::of(&second.to_bytes().unwrap()).to_string());
    third.rows.push(crate::domain::disclosure::Row {
        no: 6,
        name: "赵*".into(),
        ..second.rows[0].clone()
    });
    third.changes = changes(&second.rows, &third.rows, ChangeReason::Typing);
    [first, second, third].iter().map(|one| one.to_bytes().unwrap()).collect()
}

fn chain_published(bytes: &[Vec<u8>]) -> Vec<Published<'_>> {
    let mut all: Vec<_> = bytes.iter().map(|bytes| published(bytes)).collect();
    for place in 0..all.len() {
        all[place].published_on = july(1 + i8::try_from(place).unwrap());
        all[place].replaced_by = all.get(place + 1).map(|next| next.code.clone());
    }
    all
}

#[test]
fn a_revision_tells_old_and_new_values_and_why() {
    let bytes = chain();
    let folder = built(&site(chain_published(&bytes)));
    let first = Code::of(&bytes[0]);
    let second = Code::of(&bytes[1]);
    let page = page_of(&folder, &second);
    assert!(
        page.contains(&format!("与核对码{}的上一版相比：更正1行，删除1行。", first.check_code()))
    );
    assert!(page.contains(
        "<td>面积（亩）由3.75改为4.00；金额（元）由251.25改为268.00</td><td>异议属实</td>"
    ));
    assert!(
        page.contains("<td>2</td><td>李*</td><td>删除，原金额（元）830.80</td><td>异议属实</td>")
    );
    assert!(
        page_of(&folder, &Code::of(&bytes[2]))
            .contains("<td>6</td><td>赵*</td><td>新增，金额（元）268.00</td><td>录入错误</td>")
    );
    assert!(!page_of(&folder, &first).contains("更正说明"));
}

#[test]
fn in_a_chain_of_three_each_page_leads_to_the_newest_and_to_the_next() {
    let bytes = chain();
    let codes: Vec<Code> = bytes.iter().map(|bytes| Code::of(bytes)).collect();
    let mut all = chain_published(&bytes);
    let told = built(&site(all.clone()));
    // the journal of a neighbour may say only what the newer bytes say themselves
    for one in &mut all {
        one.replaced_by = None;
    }
    for folder in [told, built(&site(all))] {
        let old = page_of(&folder, &codes[0]);
        let warning = old.split("role=\"alert\"").nth(1).unwrap().split("</p>").next().unwrap();
        assert_eq!(
            values(warning, "href"),
            [format!("../{}/index.html", codes[2]), format!("../{}/index.html", codes[1])]
        );
        assert!(
            page_of(&folder, &codes[1]).contains("请看最新的第3版")
                && !page_of(&folder, &codes[1]).contains("下一版")
        );
        assert!(!page_of(&folder, &codes[2]).contains("role=\"alert\""));
        let village = text(&folder, "V/140923104201/index.html");
        assert!(
            village.contains("第3版，更正过") && !village.contains(codes[0].as_str()),
            "the village's page shows what holds"
        );
    }
}

#[test]
fn a_correction_for_privacy_takes_the_lists_before_it_away() {
    let first = sample();
    let mut second = first.clone();
    second.revision = 2;
    second.replaces = Some(Code::of(&first.to_bytes().unwrap()).to_string());
    second.rows[1].amount = crate::domain::values::money::Fen::parse("1").unwrap();
    second.changes = changes(&first.rows, &second.rows, ChangeReason::Typing);
    let mut third = second.clone();
    third.revision = 3;
    third.replaces = Some(Code::of(&second.to_bytes().unwrap()).to_string());
    third.rows[3].name = "欧*".to_owned();
    third.changes = changes(&second.rows, &third.rows, ChangeReason::Privacy);
    let bytes = [first, second, third].map(|one| one.to_bytes().unwrap());
    let mut folder = built(&site(chain_published(&bytes[..2])));
    build(&site(chain_published(&bytes)), &mut folder).unwrap();
    for (path, file) in &folder.0 {
        assert!(!String::from_utf8_lossy(file).contains("欧**娜"), "{path}");
    }
    let old = page_of(&folder, &Code::of(&bytes[0]));
    assert!(old.contains("隐私保护") && old.contains("请看最新的第3版") && !old.contains("<table"));
    assert!(page_of(&folder, &Code::of(&bytes[2])).contains("户主姓名改为欧*，原内容不再公布"));
}

#[test]
fn a_result_names_its_day_of_payment_and_stands_beside_its_notice() {
    let notice = sample().to_bytes().unwrap();
    let mut result = sample();
    result.stage = DisclosureStage::Result;
    result.notice = None;
    result.paid_on = Some(july(20));
    let result = result.to_bytes().unwrap();
    let folder = built(&site(vec![published(&notice), published(&result)]));
    let notice = Code::of(&notice);
    let result = Code::of(&result);
    let page = page_of(&folder, &result);
    assert!(
        page.contains("<dt>发放日期</dt><dd>2026年7月20日</dd>")
            && page.contains("发放结果公开</h1>")
    );
    assert!(!page.contains("公示时间") && page.contains("对发放结果有异议的"));
    assert!(page.contains(&format!("事前公示：<a href=\"../{notice}/")));
    assert!(page_of(&folder, &notice).contains(&format!("结果公开：<a href=\"../{result}/")));
    let village = text(&folder, "V/140923104201/index.html");
    assert_eq!(village.matches("<h3>2026年度耕地地力保护补贴</h3>").count(), 1);
    assert!(village.find(notice.as_str()) < village.find(result.as_str()));
}

#[test]
fn arrears_and_corrections_after_payment_say_what_they_are() {
    let paid = sample().to_bytes().unwrap();
    let mut arrears = sample();
    arrears.subject = "B-7K3QX2MD-50".to_owned();
    arrears.kind = BatchKind::Arrears;
    let mut correction = sample();
    correction.subject = "B-7K3QX2MD-51".to_owned();
    correction.kind =
        BatchKind::Correction(crate::domain::journal::Subject::parse("B-7K3QX2MD-42").unwrap());
    let arrears = arrears.to_bytes().unwrap();
    let correction = correction.to_bytes().unwrap();
    let folder =
        built(&site([&paid, &arrears, &correction].map(|bytes| published(bytes)).to_vec()));
    let [paid, arrears, correction] = [&paid, &arrears, &correction].map(|bytes| Code::of(bytes));
    assert!(page_of(&folder, &arrears).contains("<dt>批次类型</dt><dd>补发</dd>"));
    let page = page_of(&folder, &correction);
    assert!(
        page.contains("更正发放（更正批次B-7K3QX2MD-42）")
            && page.contains(&format!("被更正的批次：<a href=\"../{paid}/"))
    );
    assert!(
        page_of(&folder, &paid).contains(&format!("更正发放的批次：<a href=\"../{correction}/"))
    );
    assert!(!page_of(&folder, &paid).contains("批次类型"));
    assert!(
        text(&folder, "V/140923104201/index.html")
            .contains("<h3>2026年度耕地地力保护补贴（补发）</h3>")
    );
}

#[test]
fn every_class_of_withdrawal_says_its_reason_and_leaves_neither_list_nor_file() {
    let words = [
        (WithdrawalReason::Privacy, "隐私保护"),
        (WithdrawalReason::Mistake, "事实错误"),
        (WithdrawalReason::WrongPlace, "发布对象错误"),
        (WithdrawalReason::Ordered, "上级要求"),
        (WithdrawalReason::Unstated, "未注明"),
    ];
    let code = Code::of(SAMPLE);
    for (reason, word) in words {
        let mut one = published(SAMPLE);
        one.withdrawn = Some(Withdrawal { on: july(9), reason });
        let folder = built(&site(vec![one]));
        let page = page_of(&folder, &code);
        for body in [
            word,
            "2026年7月9日",
            "140923104-2026-DL-0007　第1版",
            &code.grouped(),
            "枣林镇人民政府",
        ] {
            assert!(page.contains(body), "{body}");
        }
        assert!(
            !page.contains("8,340.50") && !page.contains("4户") && !page.contains("<script"),
            "{word}"
        );
        assert_eq!(
            folder
                .0
                .keys()
                .filter(|path| path.starts_with("D/") && path.contains(code.as_str()))
                .count(),
            1
        );
        for (path, bytes) in &folder.0 {
            assert!(
                !["张*军", "欧**娜"]
                    .iter()
                    .any(|name| String::from_utf8_lossy(bytes).contains(name)),
                "{path}"
            );
        }
        assert!(text(&folder, "index.js").contains("已撤回"));
    }
}

#[test]
fn a_withdrawn_list_goes_even_if_the_manifest_was_lost_or_another_page_fails() {
    let other = {
        let mut other = sample();
        other.subject = "B-7K3QX2MD-60".into();
        other.programme.name = "高龄津贴".into();
        other
    };
    let clean = other.to_bytes().unwrap();
    let code = Code::of(SAMPLE);
    let mut folder = built(&site(vec![published(&clean), published(SAMPLE)]));
    folder.0.remove("manifest.json");
    folder.0.insert(format!("D/{code}/old.html"), "张*军".into());
    let mut withdrawn = published(SAMPLE);
    withdrawn.withdrawn = Some(Withdrawal { on: july(9), reason: WithdrawalReason::Privacy });
    let mut leaking = other;
    leaking.rows[0].name = "440524188001010014".to_owned();
    leaking.subject = "B-7K3QX2MD-61".to_owned();
    let leaking = leaking.to_bytes().unwrap();
    let refused =
        build(&site(vec![published(&leaking), published(&clean), withdrawn]), &mut folder);
    assert!(matches!(refused, Err(SiteError::Refused { .. })));
    let beside: Vec<&String> =
        folder.0.keys().filter(|path| path.contains(code.as_str())).collect();
    assert_eq!(beside, [&format!("D/{code}/index.html")]);
    assert!(page_of(&folder, &code).contains("撤回，名单不再公布"));
}

#[test]
fn a_list_that_has_ended_keeps_totals_code_and_signature_and_nothing_else() {
    let mut one = published(SAMPLE);
    one.withdrawn =
        Some(Withdrawal { on: jiff::civil::date(2027, 1, 1), reason: WithdrawalReason::Ended });
    let signature = crate::site::embedded_payload::hex(&one.signature);
    let folder = built(&site(vec![one]));
    let code = Code::of(SAMPLE);
    let page = page_of(&folder, &code);
    for body in [
        "名单已于2027年1月1日按期下架",
        "8,340.50元",
        "4户",
        &code.grouped(),
        &signature,
        "妥善保存",
    ] {
        assert!(page.contains(body), "{body}");
    }
    assert!(!page.contains("张*军") && !page.contains("<table") && !page.contains("撤回，"));
    assert_eq!(folder.0.keys().filter(|path| path.contains(code.as_str())).count(), 1);
    assert!(
        text(&folder, "index.js").contains("已下架")
            && text(&folder, "log/2027/index.html").contains("按期下架")
    );
}

#[test]
fn totals_that_were_suppressed_stay_suppressed_when_the_list_has_ended() {
    let mut few = sample();
    few.names = NameShow::None;
    few.rows = Vec::new();
    few.columns = Vec::new();
    few.totals = crate::domain::disclosure::PublicTotals {
        households: None,
        persons: None,
        lines: None,
        quantity: None,
        fen: None,
    };
    let bytes = few.to_bytes().unwrap();
    let mut one = published(&bytes);
    one.withdrawn = Some(Withdrawal { on: july(31), reason: WithdrawalReason::Ended });
    let folder = built(&site(vec![one]));
    let page = page_of(&folder, &Code::of(&bytes));
    assert!(page.contains("人数不足5的汇总数依规定不予公布") && !page.contains("合计金额"));
}

#[test]
fn erased_bytes_leave_the_same_page_without_what_only_the_bytes_could_prove() {
    let mut left = sample();
    left.rows.clear();
    let mut one = published(SAMPLE);
    one.content = Content::Erased(&left);
    one.withdrawn = Some(Withdrawal { on: july(31), reason: WithdrawalReason::Ended });
    let folder = built(&site(vec![one.clone()]));
    let page = page_of(&folder, &Code::of(SAMPLE));
    assert!(
        page.contains("8,340.50元") && page.contains("按期下架") && !page.contains("sha256sum")
    );
    one.withdrawn = None;
    assert!(matches!(
        build(&site(vec![one]), &mut MemoryFolder::default()),
        Err(SiteError::Erased { .. })
    ));
}

#[test]
fn the_log_tells_every_correction_withdrawal_and_end_newest_first() {
    let bytes = chain();
    let mut all = chain_published(&bytes);
    all[0].withdrawn =
        Some(Withdrawal { on: jiff::civil::date(2027, 2, 1), reason: WithdrawalReason::Privacy });
    let folder = built(&site(all));
    insta::assert_snapshot!("log", text(&folder, "log.json").replace("},{", "},\n{"));
    let page = text(&folder, "log/index.html");
    assert!(
        page.contains("2027年（1件）")
            && page.contains("2026年（2件）")
            && page.contains("更正2行：异议属实2行")
    );
    let at = |words: &str| page.find(words).unwrap();
    assert!(
        at("2027年2月1日　撤回") < at("2026年7月3日　更正")
            && at("2026年7月3日　更正") < at("2026年7月2日　更正")
    );
    assert!(
        text(&folder, "log/2027/index.html").contains("原因：隐私保护")
            && !text(&folder, "log/2026/index.html").contains("撤回，")
    );
    for path in ["log/index.html", "log.json"] {
        assert!(
            !text(&folder, path).contains("张*军") && !text(&folder, path).contains("李*"),
            "{path}"
        );
    }
    assert!(text(&folder, "index.html").contains("href=\"log/index.html\""));
}
