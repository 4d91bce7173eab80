//! Lines of evidence in the pane at the right of a wide terminal.
use crate::ui::canvas::Canvas;
use crate::ui::width::broken;
use ratatui::layout::Rect;

/// Draws them, broken to the width of the pane.
pub(super) fn draw(pen: &mut Canvas, pane: Rect, sentence: &[String]) {
    let lines = sentence.iter().flat_map(|line| broken(line, usize::from(pane.width)));
    for (row, line) in (0..pane.height).zip(lines.collect::<Vec<_>>()) {
        pen.text(pane, row, &line, pen.theme.text);
    }
}
