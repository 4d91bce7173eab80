//! Screens as a person sees them, and the looks as letters of the theme's names. Not
//! `backend.to_string()`, which adds a remark to every row that holds Chinese and panics at width
//! zero.
use super::theme::Theme;
use super::{FLOOR, draw};
use crate::app::State;
use crate::app::message::Answer;
use crate::app::samples::{Desk, dry_run, finance, line_form, public, qr, users};
use crate::app::samples::{boards, cases, pending, rules as rules_of};
use crate::domain::people::user::Role;
use crate::domain::text::words::{Lang, Words};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

fn painted(state: &State, width: u16, height: u16, theme: &Theme, lang: Lang) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    let words = Words::new(lang);
    terminal.draw(|frame| draw(frame, state, &words, theme)).unwrap().buffer.clone()
}

/// One line per row; the cell behind a wide character is skipped.
fn text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut x = 0;
        let mut line = String::new();
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += u16::try_from(symbol.width().max(1)).unwrap();
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

/// The look of each row as runs of theme names: `4 block 12, text 68`.
fn looks(buffer: &Buffer, theme: &Theme) -> String {
    let look = |style: Style| {
        let names: [(&str, Style); 9] = [
            ("chosen", theme.chosen),
            ("chosen block", theme.block.patch(theme.chosen)),
            ("chosen explain", theme.explain.patch(theme.chosen)),
            ("block", theme.block),
            ("explain", theme.explain),
            ("inform", theme.inform),
            ("good", theme.good),
            ("faint", theme.faint),
            ("field", theme.field),
        ];
        let same = |other: &Style| {
            (style.fg == other.fg || other.fg.is_none())
                && style.add_modifier == other.add_modifier
                && other.add_modifier.bits() + u16::from(other.fg.is_some()) > 0
        };
        names.into_iter().find(|(_, other)| same(other)).map_or("", |(name, _)| name)
    };
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut names: Vec<&str> = (0..buffer.area.width)
            .map(|x| look(buffer[(x, y)].style()))
            .filter(|name| !name.is_empty())
            .collect();
        names.dedup();
        if !names.is_empty() {
            let _ = writeln!(text, "{y:>2} {}", names.join(", "));
        }
    }
    text
}

fn screen(desk: &mut Desk, width: u16, height: u16) -> String {
    desk.resize(width, height);
    text(&painted(&desk.state, width, height, &Theme::coloured(), Lang::Zh))
}

/// The screens before anybody is logged in.
fn doors() -> Vec<(&'static str, Desk)> {
    let mut set_up = Desk::start();
    set_up.answer(Answer::NoStore);
    set_up.press("140923104<enter>枣林镇<enter>");
    let mut code = Desk::start();
    code.answer(Answer::NoStore);
    code.press("140923104<enter>枣林镇<enter>y<enter><enter>陈桂花<enter>1<enter>secret-1234<enter>secret-1234<enter>");
    code.answer(Answer::RecoveryCode("7K3Q-X2MD-V9TR-0042-7K3Q-X2MD-V9TR-0042".into()));
    let mut login = Desk::start();
    login.answer(Answer::Users { users: users(), office: "枣林镇".into() });
    login.press("2<enter>secret");
    vec![("set_up", set_up), ("recovery_code", code), ("login", login)]
}

/// Every screen and dialog of the program, by name.
fn every_screen() -> Vec<(&'static str, Desk)> {
    let mut batches = Desk::of(Role::Reviewer);
    batches.press("<f5><down><space>");
    let mut form = Desk::at_rows();
    form.press("<f3><enter>");
    form.answer(Answer::Line(Box::new(line_form(14))));
    let mut public_side = Desk::of(Role::Clerk);
    public_side.press("<f6>");
    public_side.answer(Answer::Public(public()));
    let mut qr_code = Desk::of(Role::Clerk);
    qr_code.press("<f6>");
    qr_code.answer(Answer::Public(public()));
    qr_code.press("<end><enter>");
    qr_code.answer(Answer::Qr(qr()));
    let mut money = Desk::of(Role::Treasurer);
    money.press("<f7>");
    money.answer(Answer::Finance(finance()));
    let held = Desk::held_up();
    let mut held_money = Desk::held_up();
    let held_batches = held;
    held_money.press("<f7>");
    held_money.answer(Answer::Batches(held_batches.state.world.batches.clone()));
    held_money.answer(Answer::Finance(finance()));
    let mut import = Desk::of(Role::Clerk);
    import.press("<ctrl-o>/media/usb/花名册.xlsx<enter>");
    import.answer(Answer::DryRun(dry_run(0)));
    let pressed = |mut desk: Desk, keys: &str| {
        desk.press(keys);
        desk
    };
    let mut all = doors();
    all.extend(vec![
        ("today", Desk::of(Role::Clerk)),
        ("batches", batches),
        ("search", pressed(Desk::of(Role::Clerk), "<f5>/zl")),
        ("rows", Desk::at_rows()),
        ("form", form),
        ("review", Desk::at_review()),
        ("approve", pressed(Desk::at_review(), "<f8>")),
        ("return", pressed(Desk::at_review(), "<f9>身份证号错误")),
        ("public", public_side),
        ("qr", qr_code),
        ("finance", money),
        ("finance_held_up", held_money),
        ("batches_held_up", pressed(held_batches, "<f5><down><down><down><down>")),
        ("import", import),
        ("help", pressed(Desk::at_rows(), "<f1>")),
        ("palette", pressed(Desk::at_rows(), "<f2>")),
        ("locked", pressed(Desk::at_rows(), "<ctrl-l>")),
    ]);
    all.extend(boards_and_register());
    all
}

/// Boards, register, calendar and rules.
fn boards_and_register() -> Vec<(&'static str, Desk)> {
    let pressed = |mut desk: Desk, keys: &str| {
        desk.press(keys);
        desk
    };
    let boards = || Desk::at_section(Role::Clerk, 1, Answer::Boards(boards::boards()));
    let mut case = Desk::at_section(Role::Clerk, 3, Answer::Cases(cases::cases()));
    case.press("<down><enter>");
    case.answer(Answer::Case(Box::new(cases::case())));
    let mut rules = Desk::of(Role::Administrator);
    rules.press("<ctrl-v>");
    rules.answer(Answer::Rules(rules_of::rules()));
    let reference = pressed(
        Desk { state: rules.state.clone(), sent: rules.sent.clone() },
        "<ctrl-o>/media/usb/代县2027",
    );
    let answering = pressed(
        Desk { state: case.state.clone(), sent: case.sent.clone() },
        "<f8><tab><right><tab>面积",
    );
    vec![
        ("boards", boards()),
        ("board_page", pressed(boards(), "<enter>")),
        (
            "add_board",
            pressed(boards(), "<ins><tab>文化广场栏<tab><tab><right><tab><right><space>"),
        ),
        ("recalls", Desk::at_section(Role::Clerk, 2, Answer::Recalls(boards::recalls()))),
        ("cases", Desk::at_section(Role::Clerk, 3, Answer::Cases(cases::cases()))),
        ("case", case),
        ("answer", answering),
        ("coverage", Desk::at_section(Role::Reviewer, 4, Answer::Coverage(boards::coverage()))),
        ("due", Desk::at_section(Role::Clerk, 5, Answer::Due(pending::due(Role::Clerk)))),
        ("dossier", Desk::at_dossier(Role::Clerk)),
        ("rules", rules),
        ("reference", reference),
        ("publish_next", pressed(Desk::at_dossier(Role::Clerk), "<f8>")),
        ("post", pressed(Desk::at_dossier(Role::Clerk), "<ctrl-t>")),
        (
            "raise",
            pressed(
                Desk::at_dossier(Role::Clerk),
                "<ctrl-y><tab><tab><tab><tab><tab><tab>曹计明<tab><tab>少登一亩二分",
            ),
        ),
    ]
}

#[test]
fn every_screen_at_80_by_24() {
    for (name, mut desk) in every_screen() {
        insta::assert_snapshot!(format!("{name}_80x24"), screen(&mut desk, 80, 24));
    }
}

#[test]
fn every_screen_at_60_by_20() {
    for (name, mut desk) in every_screen() {
        insta::assert_snapshot!(format!("{name}_60x20"), screen(&mut desk, 60, 20));
    }
}

#[test]
fn the_main_screens_at_120_by_40() {
    for (name, mut desk) in every_screen() {
        if ["today", "batches", "form", "review", "boards", "dossier", "recalls"].contains(&name) {
            insta::assert_snapshot!(format!("{name}_120x40"), screen(&mut desk, 120, 40));
        }
    }
}

#[test]
fn the_looks_of_the_main_screens() {
    for (name, desk) in every_screen() {
        if ["today", "batches", "form", "review", "approve", "cases", "dossier", "palette"]
            .contains(&name)
        {
            let theme = Theme::coloured();
            insta::assert_snapshot!(
                format!("{name}_looks"),
                looks(&painted(&desk.state, 80, 24, &theme, Lang::Zh), &theme)
            );
        }
    }
}

#[test]
fn the_same_screens_in_english() {
    for (name, desk) in every_screen() {
        if ["today", "batches", "form", "cases", "dossier", "raise"].contains(&name) {
            insta::assert_snapshot!(
                format!("{name}_english"),
                text(&painted(&desk.state, 80, 24, &Theme::plain(), Lang::En))
            );
        }
    }
}

#[test]
fn without_colours_the_chosen_line_is_reversed_and_what_blocks_is_bold() {
    let desk = Desk::of(Role::Clerk);
    let theme = Theme::plain();
    let buffer = painted(&desk.state, 80, 24, &theme, Lang::Zh);
    assert!(looks(&buffer, &theme).contains("chosen"));
    let plain = buffer.content.iter().all(|cell| {
        let style = cell.style();
        style.fg == Some(ratatui::style::Style::reset().fg.unwrap())
            && style.bg == ratatui::style::Style::reset().bg
    });
    assert!(plain, "the plain theme names no colour");
}

#[test]
fn no_size_of_terminal_panics() {
    for (_, mut desk) in every_screen() {
        for (width, height) in (0..=20).flat_map(|width| (0..=6).map(move |height| (width, height)))
        {
            screen(&mut desk, width, height);
        }
        for (width, height) in [
            (48, 14),
            (49, 15),
            (61, 17),
            (99, 24),
            (100, 24),
            (101, 14),
            (300, 100),
            (48, 100),
            (300, 14),
        ] {
            screen(&mut desk, width, height);
        }
    }
}

#[test]
fn below_the_floor_one_sentence_says_what_is_needed() {
    let mut desk = Desk::at_rows();
    let shown = screen(&mut desk, FLOOR.0 - 1, FLOOR.1).replace('\n', "");
    assert!(shown.contains(&format!("{} 列 {} 行", FLOOR.0, FLOOR.1)), "{shown}");
    assert!(!screen(&mut desk, FLOOR.0, FLOOR.1).contains("窗口太小"));
}

#[test]
fn frames_hold_no_character_of_doubtful_width() {
    for (name, mut desk) in every_screen() {
        if name == "qr" {
            continue; // half blocks, and they are explained in `ui::qr`
        }
        let shown = screen(&mut desk, 120, 40);
        let doubtful: String = shown.chars().filter(Doubtful::width_cjk_differs).collect();
        // The one in the name of the person who is called so.
        assert_eq!(doubtful.replace('·', ""), "", "{name}");
    }
}

trait Doubtful {
    fn width_cjk_differs(&self) -> bool;
}

impl Doubtful for char {
    fn width_cjk_differs(&self) -> bool {
        use unicode_width::UnicodeWidthChar;
        self.width() != self.width_cjk()
    }
}

#[test]
fn the_real_cursor_stands_in_the_field_with_the_keyboard() {
    for (name, desk) in every_screen() {
        let typed = [
            "set_up",
            "recovery_code",
            "login",
            "search",
            "form",
            "return",
            "palette",
            "locked",
            "answer",
            "publish_next",
            "raise",
            "reference",
        ]
        .contains(&name);
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        let words = Words::new(Lang::Zh);
        let mut cursor = None;
        terminal
            .draw(|frame| {
                let theme = Theme::plain();
                let mut pen = super::Canvas::new(frame.buffer_mut(), &words, &theme);
                let body = super::layout::draw(
                    &mut pen,
                    ratatui::layout::Rect::new(0, 0, 80, 24),
                    &desk.state,
                );
                match &desk.state.locked {
                    Some(login) => {
                        super::screens::login(&mut pen, body.whole(), login, &desk.state.world);
                    }
                    None => super::screens::draw(&mut pen, body, &desk.state),
                }
                if let Some(dialog) = &desk.state.dialog {
                    super::dialogs::draw(&mut pen, body, dialog, &desk.state.world);
                }
                cursor = pen.cursor;
            })
            .unwrap();
        assert_eq!(cursor.is_some(), typed, "{name}");
    }
}

#[test]
fn a_full_number_is_seen_only_in_the_row_being_mended() {
    for (name, mut desk) in every_screen() {
        let shown = screen(&mut desk, 120, 40);
        assert_eq!(shown.contains("14092319670230001X"), name == "form", "{name}");
    }
}

#[test]
fn the_palette_finds_commands_by_pinyin_initials_and_by_words() {
    let named: Vec<String> = super::vocabulary(&Words::new(Lang::Zh));
    assert!(named.iter().any(|words| words.contains("导入") && words.contains("dr")));
    assert!(super::vocabulary(&Words::new(Lang::En)).iter().any(|words| words.contains("import")));
}
