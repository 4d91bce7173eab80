//! The practice demo, months later: what today promises is what the keys then do.

use crate::support::pty::Terminal;
use std::path::Path;
use std::process::{Command, Stdio};

/// The demo's store.
fn demo(folder: &Path) -> std::path::PathBuf {
    let made = Command::new(env!("CARGO_BIN_EXE_cunbang"))
        .args(["demo", "--no-tui"])
        .current_dir(folder)
        .env_remove("CUNBANG_DATA")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    folder.join("demo/data")
}

#[test]
fn the_treasurer_is_not_promised_what_an_open_objection_keeps_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::open_on(&demo(folder.path()), "2026-12-08");
    terminal.wait("编号或姓名");
    terminal.press("周文<enter>lianxi caizheng zhou<enter>");
    // what waits is counted last
    let today = terminal.wait("受阻");
    assert!(!today.contains("可报财政"), "{today}");
    terminal.press("<f7>");
    terminal.wait("1 异议");
    terminal.wait("可报财政 0 批");
    terminal.press("<f8>");
    terminal.wait("还有 1 件异议没有答复, 不能报送财政。");
    terminal.press("<f2>");
    terminal.wait("制支付清单  还有 1 件异议");
    terminal.press("<esc>");
    terminal.wait_gone("制支付清单  还有 1 件异议");
    terminal.press("<f10>");
    terminal.wait("退出村榜?");
    terminal.press("<right><enter>");
    assert_eq!(terminal.end(), (0, true));
}
