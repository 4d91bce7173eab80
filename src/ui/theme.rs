//! Named looks. The only place that knows colours; no widget mentions one.
use ratatui::style::{Color, Modifier, Style};

/// What things look like. [`Theme::plain`] carries all meaning by reverse and bold, for `NO_COLOR`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Ordinary text: the terminal's own colours.
    pub text: Style,
    /// The line on top.
    pub head: Style,
    /// The line under the cursor.
    pub chosen: Style,
    /// A key, a label, a column's head.
    pub key: Style,
    /// What blocks, what failed.
    pub block: Style,
    /// What wants a reason.
    pub explain: Style,
    /// What only informs.
    pub inform: Style,
    /// What is done and good.
    pub good: Style,
    /// What is not possible here and now.
    pub faint: Style,
    /// A field to type into.
    pub field: Style,
    /// A light module of a QR code.
    pub light: Style,
    /// A dark module of a QR code.
    pub dark: Style,
    /// A dark module above a light one, in half a line each.
    pub dark_over_light: Style,
    /// A light module above a dark one.
    pub light_over_dark: Style,
}

impl Theme {
    /// The 16 colours of every terminal; never blue on black, never grey on the default.
    #[must_use]
    pub const fn coloured() -> Self {
        Self {
            block: Style::new().fg(Color::LightRed).add_modifier(Modifier::BOLD),
            explain: Style::new().fg(Color::Yellow).add_modifier(Modifier::BOLD),
            inform: Style::new().fg(Color::Cyan),
            good: Style::new().fg(Color::Green),
            light: Style::new().fg(Color::White).bg(Color::White),
            dark: Style::new().fg(Color::Black).bg(Color::Black),
            dark_over_light: Style::new().fg(Color::Black).bg(Color::White),
            light_over_dark: Style::new().fg(Color::White).bg(Color::Black),
            ..Self::plain()
        }
    }

    /// Without colours.
    #[must_use]
    pub const fn plain() -> Self {
        let plain = Style::new();
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let reversed = Style::new().add_modifier(Modifier::REVERSED);
        Self {
            text: plain,
            head: reversed,
            chosen: reversed,
            key: bold,
            block: bold,
            explain: bold,
            inform: plain,
            good: plain,
            faint: Style::new().add_modifier(Modifier::DIM),
            field: Style::new().add_modifier(Modifier::UNDERLINED),
            light: reversed,
            dark: plain,
            dark_over_light: reversed,
            light_over_dark: plain,
        }
    }
}
