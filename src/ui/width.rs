//! Text in terminal cells: a Chinese character takes two. Cutting, filling, breaking; nothing is
//! drawn here.
use crate::domain::text::display::visible;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Cells that `text` takes.
#[must_use]
pub fn cells(text: &str) -> usize {
    text.width()
}

/// `text` made visible and cut to `columns` cells, at a character; `..` stands for what is gone.
#[must_use]
pub fn fit(text: &str, columns: usize) -> String {
    let text = visible(text);
    if text.width() <= columns {
        return text.into_owned();
    }
    let room = columns.saturating_sub(2);
    let mut used = 0;
    let kept = text.chars().take_while(|c| {
        used += c.width().unwrap_or(0);
        used <= room
    });
    kept.chain("..".chars().take(columns)).collect()
}

/// Exactly `columns` cells, text at the left.
#[must_use]
pub fn left(text: &str, columns: usize) -> String {
    let text = fit(text, columns);
    let rest = columns.saturating_sub(text.width());
    text + &" ".repeat(rest)
}

/// Exactly `columns` cells, text at the right. A number that does not fit shows `#`: a part of
/// it would be read as another number.
#[must_use]
pub fn right(text: &str, columns: usize) -> String {
    if text.width() > columns {
        return "#".repeat(columns);
    }
    " ".repeat(columns - text.width()) + &visible(text)
}

/// Lines of at most `columns` cells. Chinese breaks anywhere, other text at blanks where it can.
#[must_use]
pub fn broken(text: &str, columns: usize) -> Vec<String> {
    if columns < 2 {
        return Vec::new();
    }
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in words(&visible(text)) {
        if cells(&line) + cells(word.trim_end()) > columns && !line.is_empty() {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        for c in word.chars() {
            if cells(&line) + c.width().unwrap_or(0) > columns {
                lines.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
    }
    if !line.trim().is_empty() {
        lines.push(line);
    }
    lines
}

/// Pieces between which a line may break: single wide characters, and runs of narrow ones up to a
/// blank.
fn words(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (place, c) in text.char_indices() {
        let end = place + c.len_utf8();
        let is_wide = c.width().unwrap_or(0) > 1;
        if is_wide && start < place {
            pieces.extend(text.get(start..place));
            start = place;
        }
        if is_wide || c == ' ' {
            pieces.extend(text.get(start..end));
            start = end;
        }
    }
    pieces.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_village_name_is_cut_at_a_character_not_through_one() {
        assert_eq!(fit("柳河镇东风村二〇二六年", 12), "柳河镇东风..");
        assert_eq!(fit("柳河镇东风村二〇二六年", 13), "柳河镇东风..");
        assert_eq!(left("赵𬭎", 6), "赵𬭎  ");
    }

    #[test]
    fn a_sum_is_shown_whole_or_not_at_all() {
        assert_eq!(right("68,701.80", 10), " 68,701.80");
        assert_eq!(right("68,701.80", 5), "#####");
    }

    #[test]
    fn no_line_is_wider_than_it_may_be() {
        let text = "第 14 行 A09 身份证号:出生日期不存在。See the ID card, please.";
        for columns in 2..40 {
            let lines = broken(text, columns);
            assert!(lines.iter().all(|line| cells(line) <= columns), "{columns}: {lines:?}");
            assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
        }
    }
}
