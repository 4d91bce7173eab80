//! Journeys of a roll from the file to the poster by two people, a first run, a kill in the middle of
//! a word, and ways out that give the terminal back.

use crate::support::pty::Terminal;
use cunbang::domain::people::user::{Role, Roles};
use cunbang::domain::reference::builtin;
use cunbang::domain::reference::division::DivisionCode;
use cunbang::runtime::clock::Clock;
use cunbang::runtime::session::{NewOffice, NewStore, NewUserAsked};
use cunbang::vault::{KdfCost, Password};
use std::path::{Path, PathBuf};

const CLERK: (&str, &str) = ("李秀英", "填报 用 的 长口令 三月");
const REVIEWER: (&str, &str) = ("王建国", "审核 用 的 长口令 四月");
const ROLL: &str = "data/demo/段村-耕地地力保护补贴-2026.csv";

/// A practice township with a clerk and a reviewer.
fn township(place: &Path) {
    let password = Password::new("管理 用 的 长口令 五月");
    let office = NewOffice {
        division: DivisionCode::parse("140923104").unwrap(),
        name: "枣林镇人民政府",
        host: "",
        practice: true,
        administrator: "赵明德",
        id_number: "140923197505050019",
        password: &password,
    };
    let mut session = NewStore::prepare(place, &office, KdfCost::FLOOR, Clock::System)
        .unwrap()
        .found()
        .unwrap()
        .session;
    session.import_reference(&builtin::daixian().unwrap()).unwrap();
    for ((name, password), role, id_number) in [
        (CLERK, Role::Clerk, "140923198808080025"),
        (REVIEWER, Role::Reviewer, "140923197909090033"),
    ] {
        let roles = Roles::new([role]).unwrap();
        let password = Password::new(password);
        session.add_user(&NewUserAsked { name, roles, id_number, password: &password }).unwrap();
    }
    session.close().unwrap();
}

fn roll() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(ROLL)
}

/// At the door, or at the lock of somebody else.
fn log_in(terminal: &mut Terminal, (name, password): (&str, &str)) {
    terminal.wait("编号或姓名");
    terminal.press(&format!("{name}<enter>{password}<enter>"));
    terminal.wait("今日");
}

/// Locks the session and hands the chair over.
fn hand_over(terminal: &mut Terminal, to: (&str, &str)) {
    terminal.press("<ctrl-l>");
    terminal.wait("已锁定");
    // From the password to the name of who was here, and away with it.
    terminal.press("<tab><ctrl-u>");
    log_in(terminal, to);
}

/// Yes to a final act: it takes a move.
fn confirm(terminal: &mut Terminal, asked: &str, body: &str) {
    terminal.wait(asked);
    terminal.press("<right><enter>");
    terminal.wait(body);
}

fn take_in(terminal: &mut Terminal) {
    terminal.press("<ctrl-o>");
    terminal.wait("先试读");
    terminal.press(&format!("{}<enter>", roll().display()));
    terminal.wait("将带入 1 份草稿");
    terminal.press("<enter>");
    terminal.wait("已带入 1 份草稿");
    terminal.press("<enter>");
    terminal.wait_gone("导入花名册");
}

/// From the list to the sheet.
fn open_sheet(terminal: &mut Terminal) {
    terminal.press("<f5>");
    terminal.wait("项目与期间");
    terminal.wait("共 1 批");
    terminal.press("<enter>");
    terminal.wait("身份证号");
}

#[test]
fn a_roll_goes_from_the_file_to_the_poster_by_two_people() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("store");
    township(&place);
    let mut terminal = Terminal::open(&place);
    log_in(&mut terminal, CLERK);
    take_in(&mut terminal);

    mend(&mut terminal);
    publish_and_submit(&mut terminal);
    send_back(&mut terminal);
    mend_again(&mut terminal);
    approve(&mut terminal);
    print(&mut terminal, &folder.path().join("poster.pdf"));
    leave(terminal);
}

/// Line 14 has a wrong check character: F3 leads there, Enter opens its form at that cell.
fn mend(terminal: &mut Terminal) {
    open_sheet(terminal);
    terminal.wait("拦截 1");
    terminal.press("<f3><enter>");
    terminal.wait("第 14 行");
    terminal.wait("Tab 下一格");
    terminal.press("<ctrl-u>140923195610138742<tab>");
    terminal.wait("拦截 0");
    terminal.wait("已保存");
    terminal.press("<esc>");
    terminal.wait("F4 检查");
    explain_everything(terminal);
}

/// The village posts first, then hands in.
fn publish_and_submit(terminal: &mut Terminal) {
    terminal.press("<f6>");
    terminal.wait("待公示 1 份");
    terminal.press("<f8>");
    terminal.wait("张贴日期");
    terminal.press("<enter>");
    confirm(terminal, "公示的内容一经生成不再改动", "已公示");
    open_sheet(terminal);
    terminal.wait("F8 提交");
    terminal.press("<f8>");
    confirm(terminal, "提交审核?", "已提交 1 批");
}

/// The reviewer wants a telephone number looked at.
fn send_back(terminal: &mut Terminal) {
    hand_over(terminal, REVIEWER);
    review(terminal);
    terminal.press("<f9>");
    terminal.wait("理由");
    terminal.press("第3行请核对电话<enter><ctrl-u>3<enter>");
    terminal.wait("已退回");
}

/// The telephone is not public: the notice on the board still shows this list.
fn mend_again(terminal: &mut Terminal) {
    hand_over(terminal, CLERK);
    open_sheet(terminal);
    terminal.wait("已退回");
    terminal.press("<down><down><enter>");
    terminal.wait("电话 [");
    terminal.press("<tab><tab><tab><tab><tab><tab><tab>");
    terminal.press("13800138000<tab>");
    terminal.wait("已保存");
    terminal.press("<esc>");
    terminal.wait("F8 提交");
    terminal.press("<f8>");
    confirm(terminal, "提交审核?", "已提交 1 批");
}

/// The reviewer agrees.
fn approve(terminal: &mut Terminal) {
    hand_over(terminal, REVIEWER);
    review(terminal);
    terminal.press("<f8>");
    confirm(terminal, "审核通过?", "已审核通过 1 批");
}

/// QR code and poster.
fn print(terminal: &mut Terminal, poster: &Path) {
    hand_over(terminal, CLERK);
    terminal.press("<f6>");
    terminal.wait("已公开 1 份");
    terminal.press("<enter>");
    terminal.wait("HTTPS://CUNBANG.EXAMPLE/D/");
    terminal.press("<enter>");
    terminal.wait_gone("HTTPS://");
    terminal.press("<ctrl-p>");
    terminal.wait("打印公示榜");
    terminal.press(&format!("<ctrl-u>{}<enter>", poster.display()));
    terminal.wait("已写入");
    assert!(std::fs::read(poster).unwrap().starts_with(b"%PDF"));
}

/// Reasons for all findings that want one; F3 finds them.
fn explain_everything(terminal: &mut Terminal) {
    loop {
        terminal.press("<f3>");
        let (given, all) = reasons(terminal);
        if given == all {
            return;
        }
        terminal.press("<ctrl-e>");
        terminal.wait("理由");
        terminal.press("已对照户口簿核实<enter>");
        terminal.wait(&format!("说明 {}/{all}", given + 1));
    }
}

/// How many findings have their reason, of how many; as the line of sums says.
fn reasons(terminal: &Terminal) -> (u32, u32) {
    terminal.wait("F4 检查");
    let screen = terminal.wait("提醒");
    let (_, rest) = screen.split_once("说明 ").unwrap();
    let (given, all) = rest.split_whitespace().next().unwrap().split_once('/').unwrap();
    (given.parse().unwrap(), all.parse().unwrap())
}

/// From the list to the review.
fn review(terminal: &mut Terminal) {
    terminal.press("<f5>");
    terminal.wait("待审");
    terminal.press("<enter>");
    terminal.wait("需要你看的");
}

fn leave(mut terminal: Terminal) {
    terminal.press("<f10>");
    terminal.wait("退出村榜?");
    terminal.press("<right><enter>");
    assert_eq!(terminal.end(), (0, true));
}

#[test]
fn a_kill_in_the_middle_of_a_word_loses_that_word_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("store");
    township(&place);
    let mut terminal = Terminal::open(&place);
    log_in(&mut terminal, CLERK);
    take_in(&mut terminal);
    open_sheet(&mut terminal);
    terminal.press("<enter>");
    terminal.wait("Tab 下一格");
    terminal.press("<ctrl-u>欧阳春梅<tab>");
    terminal.wait("已保存");
    terminal.press("9999");
    terminal.wait("9999");
    terminal.signal("-KILL");
    terminal.end();

    let mut terminal = Terminal::open(&place);
    log_in(&mut terminal, CLERK);
    open_sheet(&mut terminal);
    terminal.wait("欧阳春梅");
    terminal.wait("140923********9278");
    terminal.wait("192 笔");
    leave(terminal);
}

#[test]
fn the_first_run_makes_a_store_and_wants_its_recovery_code_back() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("store");
    let mut terminal = Terminal::open(&place);
    terminal.wait("第一次使用");
    terminal.press("140923104<enter>枣林镇人民政府<enter>y<enter>");
    terminal.wait("CUNBANG.EXAMPLE");
    terminal.press("<enter>赵明德<enter>140923197505050019<enter>管理 用 的 长口令 五月<enter>管理 用 的 长口令 五月<enter>");
    let screen = terminal.wait("请把恢复码照纸上抄的输入一遍");
    let code: String = screen
        .lines()
        .skip_while(|line| !line.contains("恢复码"))
        .find(|line| line.matches('-').count() > 3)
        .unwrap()
        .trim()
        .to_owned();
    terminal.press("AAAA<enter>");
    terminal.wait("与显示的恢复码不同");
    terminal.press(&format!("<ctrl-u>{}<enter>", code.to_lowercase()));
    terminal.wait("管理员");
    log_in(&mut terminal, ("赵明德", "管理 用 的 长口令 五月"));
    terminal.wait("练习");
    leave(terminal);
}

#[test]
fn a_wrong_password_is_said_and_the_next_try_works() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("store");
    township(&place);
    let mut terminal = Terminal::open(&place);
    terminal.wait("编号或姓名");
    terminal.press("李秀英<enter>不是 这个 口令 啊<enter>");
    terminal.wait("用户名或密码不对");
    terminal.press(&format!("{}<enter>", CLERK.1));
    terminal.wait("今日");
    leave(terminal);
}

#[test]
fn an_end_from_outside_saves_the_field_and_gives_the_terminal_back() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("store");
    township(&place);
    let mut terminal = Terminal::open(&place);
    log_in(&mut terminal, CLERK);
    take_in(&mut terminal);
    open_sheet(&mut terminal);
    terminal.press("<enter>");
    terminal.wait("Tab 下一格");
    terminal.press("<ctrl-u>司马长风");
    terminal.wait("司马长风");
    terminal.signal("-TERM");
    assert_eq!(terminal.end(), (0, true));

    let mut terminal = Terminal::open(&place);
    log_in(&mut terminal, CLERK);
    open_sheet(&mut terminal);
    terminal.wait("司马长风");
    leave(terminal);
}

#[test]
fn a_smaller_window_draws_anew_and_the_cursor_stays_in_its_field() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("store");
    township(&place);
    let mut terminal = Terminal::open(&place);
    log_in(&mut terminal, CLERK);
    terminal.press("<f5>");
    terminal.wait("项目与期间");
    terminal.press("/耕地");
    terminal.wait("[耕地");
    // Two characters of two cells behind " 查找: [".
    terminal.wait_cursor(2, 12);
    terminal.resize(20, 60);
    terminal.wait("[耕地");
    terminal.resize(10, 30);
    terminal.wait("窗口太小");
    terminal.resize(24, 80);
    terminal.wait("[耕地");
    terminal.press("<esc>");
    terminal.wait_gone("[耕地");
    leave(terminal);
}

#[test]
fn the_faults_of_a_file_stand_on_the_screen_before_anything_comes_in() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("store");
    township(&place);
    let text = std::fs::read(roll()).unwrap();
    let faulty = folder.path().join(roll().file_name().unwrap());
    // a sum that is no number, in the first row of people
    let (text, _, _) = encoding_rs::GB18030.decode(&text);
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let row = lines
        .iter()
        .position(|line| line.contains("6230") || line.contains("6228") || line.contains("6210"))
        .unwrap();
    let amount = lines[row].split(',').rfind(|cell| cell.contains('.')).unwrap().to_owned();
    lines[row] = lines[row].replace(&amount, "三百元");
    std::fs::write(&faulty, lines.join("\n")).unwrap();
    let mut terminal = Terminal::open(&place);
    log_in(&mut terminal, CLERK);
    terminal.press("<ctrl-o>");
    terminal.wait("先试读");
    terminal.press(&format!("{}<enter>", faulty.display()));
    terminal.wait(&format!("第 {} 行", row + 1));
    terminal.press("<esc>");
    terminal.wait("先试读");
    terminal.press("<esc>");
    terminal.wait("没有待办");
    leave(terminal);
}
