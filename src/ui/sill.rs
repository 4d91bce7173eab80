//! The lower part of the screen, on which dialogs stand.
use super::canvas::Canvas;
use super::layout::Body;
use ratatui::layout::Rect;

/// The last `height` lines of the body, emptied, under a rule; what comes back is inside.
pub fn sill(pen: &mut Canvas, body: Body, height: u16) -> Rect {
    let whole = body.whole();
    let height = height.min(whole.height);
    // The sums and the notice belong to the screen below: a dialog covers them too.
    let area = Rect { y: whole.y + whole.height - height, height: height + 3, ..whole };
    pen.veil(area);
    if height == whole.height {
        // The line below the head parts it already.
        return Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    }
    pen.rule(area, 0);
    Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height - 1,
    }
}
