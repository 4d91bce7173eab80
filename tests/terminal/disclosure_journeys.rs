//! Journeys of a published list: posted on two boards with a photo; an objection from the register
//! to the letter; corrected and posted again; withdrawn, recalled and confirmed.

use crate::support::acts::{Acts, NEAR, NewCase};
use crate::support::pdf;
use crate::support::pty::Terminal;
use crate::support::township::{PASSWORD, Township};
use cunbang::domain::board::Particulars;
use cunbang::domain::board::{BoardColumn, BoardKind};
use cunbang::domain::case::{Action, CaseKind, CaseType, Channel, Outcome};
use cunbang::domain::disclosure::revision::ChangeReason;
use cunbang::domain::disclosure::withdrawal::WithdrawalReason;
use cunbang::domain::dossier::Stage;
use cunbang::domain::reference::division::DivisionCode;
use cunbang::domain::values::date::Date;
use cunbang::runtime::session::{Batch, BatchName, CaseFacts, CaseWords, ImportAsked, Session};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

const CLERK: &str = "填报员乙";
const ROLL: &str = "tests/data/rolls/段村-耕地地力保护补贴-2026.csv";
const FIRST: &str = "村委会门口栏";
const SECOND: &str = "文化广场电子屏";

fn photo() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/photos/phone.jpg").display().to_string()
}

fn july(day: i8) -> Date {
    jiff::civil::date(2026, 7, day)
}

/// The roll is in and its notice public since the first of July.
fn published(township: &Township) -> u32 {
    let mut session = township.session(CLERK, "2026-07-01");
    let imported = session
        .import(Path::new(ROLL), &ImportAsked::default(), &AtomicBool::new(false), &mut |_| {})
        .unwrap();
    let draft = imported.rolls[0].draft.unwrap();
    let batch = session.batch(&BatchName::Draft(draft)).unwrap();
    session.publish(&batch, None).unwrap();
    session.close().unwrap();
    draft
}

/// The same, hanging on both boards of the village.
fn posted(township: &Township) -> u32 {
    let draft = published(township);
    let mut session = township.session(CLERK, "2026-07-01");
    for name in [FIRST, SECOND] {
        let division = DivisionCode::parse("140923104204").unwrap();
        let columns = vec![BoardColumn::Village, BoardColumn::Finance];
        let described = Particulars {
            division,
            name: name.into(),
            place: "村中".into(),
            kind: BoardKind::Fixed,
            columns,
            since: None,
        };
        let board = session.add_board(described).unwrap();
        let batch = session.batch(&BatchName::Draft(draft)).unwrap();
        session.post(&batch, None, &board, july(1), &NEAR).unwrap();
    }
    session.close().unwrap();
    draft
}

/// An objection to row 2, looked into and upheld, with the promise of a correction.
fn promised(township: &Township, draft: u32) {
    let mut session = township.session(CLERK, "2026-07-02");
    let batch = session.batch(&BatchName::Draft(draft)).unwrap();
    let words =
        CaseWords { name: String::new(), reach: String::new(), text: "面积少登记了".into() };
    let new = NewCase {
        kind: CaseKind::Objection,
        received_on: july(2),
        channel: Channel::Written,
        about: CaseType::Area,
        row: Some(2),
        hold: false,
        words,
    };
    let case = session.raise(&batch, &new).unwrap();
    let found = CaseFacts {
        investigators: vec!["核实人甲".into(), "核实人乙".into()],
        facts: "实地丈量属实".into(),
    };
    let case = session.investigate(&case, july(2), Outcome::Upheld, &found).unwrap();
    session.answer(&case, july(2), Action::Correct, "").unwrap();
    session.close().unwrap();
}

fn looked_up(township: &Township, draft: u32) -> (Session, Batch) {
    let session = township.session(CLERK, "2026-07-03");
    let batch = session.batch(&BatchName::Draft(draft)).unwrap();
    (session, batch)
}

fn log_in(township: &Township, day: &str) -> Terminal {
    let mut terminal = Terminal::open_on(&township.place, day);
    terminal.wait("编号或姓名");
    terminal.press(&format!("{CLERK}<enter>{PASSWORD}2026<enter>"));
    terminal.wait("今日");
    terminal
}

fn leave(mut terminal: Terminal) {
    terminal.press("<f10>");
    terminal.wait("退出村榜?");
    terminal.press("<right><enter>");
    assert_eq!(terminal.end(), (0, true));
}

/// To the batch's dossier, from the public side.
fn open_dossier(terminal: &mut Terminal) {
    terminal.press("<f6>");
    terminal.wait("已公开");
    terminal.wait("核对码");
    terminal.press("<ctrl-d>");
    terminal.wait("处   未答复");
}

/// To a part of the public side, so many to the right.
fn open_section(terminal: &mut Terminal, right: usize, shown: &str) {
    terminal.press("<f6>");
    terminal.wait("[公示榜]");
    terminal.wait("已公开");
    terminal.press(&"<tab>".repeat(right));
    terminal.wait(shown);
}

/// Yes to a final act: it takes a move.
fn confirm(terminal: &mut Terminal, asked: &str, body: &str) {
    terminal.wait(asked);
    terminal.press("<right><enter>");
    terminal.wait(body);
}

#[test]
fn a_notice_is_posted_on_two_boards_with_a_photo_and_coverage_says_so() {
    let township = Township::new();
    let draft = published(&township);
    let mut terminal = log_in(&township, "2026-07-01");

    open_section(&mut terminal, 1, "还没有登记公开栏");
    terminal.press("<ins>");
    terminal.wait("增设公开栏");
    terminal.press(&format!("没有这个村<tab>{FIRST}<tab>村委会大门东侧<f8>"));
    terminal.wait("没有这个村。请输入");
    terminal.press("<ctrl-u>段村<f8>");
    terminal.wait(&format!("已增设公开栏 段村/{FIRST}"));
    terminal.press("<ins>");
    terminal.wait("[段村");
    terminal.press(&format!("<tab>{SECOND}<tab>广场北侧<tab><right><f8>"));
    terminal.wait(&format!("已增设公开栏 段村/{SECOND}"));

    open_dossier(&mut terminal);
    terminal.press("<ctrl-t>");
    terminal.wait(&format!("[段村/{FIRST}]"));
    terminal.press("<tab><tab>没有这张.jpg<f8>");
    // What was typed is still there when the file is not.
    terminal.wait("找不到文件 没有这张.jpg");
    terminal.press(&format!("<ctrl-u>{}<f8>", photo()));
    terminal.wait(&format!("已登记张贴于 段村/{FIRST}"));
    terminal.press("<ctrl-t>");
    terminal.wait(&format!("[段村/{SECOND}]"));
    terminal.press(&format!("<tab><tab>{}<tab>{}<f8>", photo(), photo()));
    terminal.wait(&format!("已登记张贴于 段村/{SECOND}"));
    open_section(&mut terminal, 4, "2/2");
    terminal.wait("贴齐 1");
    leave(terminal);

    let (session, batch) = looked_up(&township, draft);
    let photos: Vec<usize> =
        batch.dossier.postings.iter().map(|posting| posting.photos.len()).collect();
    assert_eq!(photos, [1, 2]);
    session.close().unwrap();
}

#[test]
fn an_objection_goes_from_the_register_to_the_letter() {
    let township = Township::new();
    published(&township);
    let folder = tempfile::tempdir().unwrap();
    let letter: PathBuf = folder.path().join("答复书.pdf");
    let mut terminal = log_in(&township, "2026-07-02");

    open_dossier(&mut terminal);
    terminal.press("<ctrl-y>");
    terminal.wait("登记异议或查询");
    // About the area, by telephone, row 2, by name, in the resident's words.
    terminal.press("<tab><right><tab><right><tab><tab>2<tab><tab>韩来旺<tab>二组");
    terminal.press("<f8>");
    terminal.wait("这一格不能空着");
    terminal.press("我家的地少登了一亩<f8>");
    terminal.wait("已登记 140923104-2026-YY-0001");
    terminal.wait("待核实");

    open_section(&mut terminal, 3, "未答复 1 件");
    assert!(!terminal.wait(">2026-YY-0001").contains("韩来旺"), "the register names nobody");
    terminal.press("<enter>");
    terminal.wait("韩来旺");
    terminal.press("<f8>");
    terminal.wait("核实人一");
    terminal.press("<tab><right><tab>核实人甲<tab>核实人甲<tab>实地丈量,界线清楚<f8>");
    terminal.wait("核实须两人");
    terminal.press("<ctrl-u>核实人乙<f8>");
    terminal.wait("已登记 140923104-2026-YY-0001 的核实结果");
    terminal.wait("部分属实");
    terminal.press("<ctrl-e>");
    terminal.wait("核实人一");
    terminal.press("<tab><right><right><tab>核实人甲<tab>核实人乙<tab>实地丈量,没有少登<f8>");
    terminal.wait("核实:不属实");
    terminal.press("<f8>");
    terminal.wait("补充说明");
    terminal.press("<tab><tab>已当面说明丈量结果。<f8>");
    terminal.wait("已答复 140923104-2026-YY-0001");
    terminal.wait("已答复。Ctrl+P 打印答复书");
    terminal.press("<ctrl-p>");
    terminal.wait("打印答复书");
    terminal.press(&format!("<ctrl-u>{}<enter>", letter.display()));
    terminal.wait("已写入");
    leave(terminal);

    let words = pdf::words(&std::fs::read(&letter).unwrap());
    for part in [
        "异议答复书",
        "140923104-2026-YY-0001",
        "韩来旺",
        "不属实",
        "实地丈量",
        "已当面说明丈量结果",
    ] {
        assert!(words.contains(part), "{part} is missing in the letter: {words}");
    }
}

/// Row 2 gets its right area; what is promised is seen in the batch's dossier.
fn mend_row_two(terminal: &mut Terminal) {
    terminal.press("<f5>");
    terminal.wait("共 1 批");
    terminal.press("<enter>");
    terminal.wait("身份证号");
    terminal.press("<down><enter>");
    terminal.wait("数量 [");
    terminal.press("<tab><tab><tab><tab><ctrl-u>9.99<tab>");
    terminal.wait("已保存");
    terminal.press("<esc>");
    // the public list is another one now: it is published anew before it is handed in
    assert!(!terminal.wait("F4 检查").contains("F8 提交"));
    terminal.press("<ctrl-d>");
    terminal.wait("待更正");
}

#[test]
fn an_upheld_objection_is_corrected_and_posted_again() {
    let township = Township::new();
    let draft = posted(&township);
    promised(&township, draft);
    let folder = tempfile::tempdir().unwrap();
    let notice: PathBuf = folder.path().join("更正公告.pdf");
    let mut terminal = log_in(&township, "2026-07-03");
    terminal.wait("已认定属实");

    mend_row_two(&mut terminal);
    terminal.press("<f8>");
    terminal.wait("[异议属实]");
    terminal.wait("[140923104-2026-YY-0001]");
    terminal.press("<f8>");
    confirm(&mut terminal, "旧版页面保留并指向新版", "已公示");
    terminal.wait("公示 第2版");
    terminal.wait("应撤未撤");
    terminal.press("<ctrl-k>");
    terminal.wait("更正公告:");
    terminal.press(&format!("<ctrl-u>{}<enter>", notice.display()));
    terminal.wait("已写入");

    open_section(&mut terminal, 2, "待确认撤下 2 处");
    for left in ["待确认撤下 1 处", "没有应撤未撤的榜"] {
        terminal.press("<f8>");
        terminal.wait("必须附照片");
        terminal.press(&format!("<tab>{}<f8>", photo()));
        terminal.wait(left);
    }
    open_dossier(&mut terminal);
    for board in [FIRST, SECOND] {
        terminal.press("<ctrl-t>");
        terminal.wait(&format!("[段村/{board}]"));
        terminal.press(&format!("<tab><tab>{}<f8>", photo()));
        terminal.wait(&format!("已登记张贴于 段村/{board}"));
    }
    leave(terminal);

    let (session, batch) = looked_up(&township, draft);
    let live = batch.dossier.live_notice().unwrap();
    assert_eq!(
        (live.body.revision, live.body.change_reason, live.body.changed),
        (2, Some(ChangeReason::Objection), 1)
    );
    let hanging = batch
        .dossier
        .postings
        .iter()
        .filter(|posting| posting.hangs() && posting.code == live.body.code)
        .count();
    assert_eq!((hanging, batch.dossier.postings.len(), batch.dossier.recalls().count()), (2, 4, 0));
    assert!(batch.dossier.cases.iter().all(|case| case.settled));
    assert!(pdf::words(&std::fs::read(&notice).unwrap()).contains("9.99"));
    session.close().unwrap();
}

#[test]
fn what_is_withdrawn_for_privacy_is_recalled_until_a_photo_shows_each_board_without_it() {
    let township = Township::new();
    let draft = posted(&township);
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = log_in(&township, "2026-07-03");

    open_dossier(&mut terminal);
    terminal.press("<f9>");
    terminal.wait("公布的原因");
    terminal.press("<left><tab><f8>");
    terminal.wait("这一格不能空着");
    terminal.press("第2行多公布了住址<f8>");
    confirm(&mut terminal, "张贴的榜要立即撤下并拍照确认", "已撤回公示");
    terminal.wait("撤回(隐私泄露)");
    terminal.wait("应撤未撤");

    open_section(&mut terminal, 2, "待确认撤下 2 处");
    terminal.press("<ctrl-p>");
    terminal.wait("打印撤下通知书");
    terminal.press(&format!("<ctrl-u>{}<enter>", folder.path().display()));
    terminal.wait("共 1 个文件");
    terminal.press("<f8>");
    terminal.wait("必须附照片");
    terminal.press("<f8>");
    terminal.wait("请附撤下后的照片");
    terminal.press(&format!("<tab>{}<f8>", photo()));
    terminal.wait("待确认撤下 1 处");
    terminal.press("<f8>");
    terminal.wait("必须附照片");
    terminal.press(&format!("<tab>{}<f8>", photo()));
    terminal.wait("没有应撤未撤的榜");
    leave(terminal);

    let (session, batch) = looked_up(&township, draft);
    let withdrawn = &batch.dossier.disclosures[0];
    assert_eq!(
        (withdrawn.withdrawn_on, withdrawn.class),
        (Some(july(3)), WithdrawalReason::Privacy)
    );
    assert_eq!((batch.stage(), batch.dossier.recalls().count()), (Stage::Open, 0));
    assert!(
        batch
            .dossier
            .postings
            .iter()
            .all(|posting| posting.down.as_ref().is_some_and(|down| !down.photos.is_empty()))
    );
    session.close().unwrap();
}

#[test]
fn a_deadline_in_a_year_without_holidays_is_to_be_checked_by_hand() {
    let township = Township::new();
    published(&township);
    let mut terminal = log_in(&township, "2026-12-28");
    open_dossier(&mut terminal);
    terminal.press("<ctrl-y>");
    terminal.wait("登记异议或查询");
    terminal.press("<up>面积不对<f8>");
    terminal.wait("2027 年没有放假安排");
    terminal.press("<enter>");
    terminal.wait("待核实");
    leave(terminal);
}
