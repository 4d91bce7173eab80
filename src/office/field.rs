//! What an act asks beside what it is about. The form on the screen and the options of the command
//! line are both made from these.

/// A word as files and the command line write it, and the key of what people call it.
pub type Choice = (&'static str, &'static str);

/// How a field is entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// A day. A form offers today; the command line means today where it says nothing.
    Day,
    /// A day that may stay open.
    OpenDay,
    /// A period.
    Period,
    /// One line of text.
    Text,
    /// A few lines' worth, as one.
    Long,
    /// The number of one row; may stay open.
    Row,
    /// Numbers of rows; may stay open.
    Rows,
    /// One of these words.
    Choice(&'static [Choice]),
    /// One of what the office holds: a board, a disclosure, an objection. The form offers those that
    /// are there; the command line names one.
    Listed,
    /// Any of these words, at least one.
    Marks(&'static [Choice]),
    /// Yes or no; what a form calls the two.
    Switch {
        /// Key of "no".
        no: &'static str,
        /// Key of "yes".
        yes: &'static str,
    },
    /// A file of the user.
    File,
}

/// One thing that an act asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The option's name without hyphens; the only name by which anybody reads it.
    pub name: &'static str,
    /// How it is entered.
    pub kind: FieldKind,
    /// Key of its label on the form, in `app.ftl`.
    pub label: &'static str,
    /// Key of its line in the command line's help, in `cli.ftl`; empty = a form asks it, the command
    /// line does not.
    pub help: &'static str,
    /// What its value is called in the command line's help, `UNIT`; empty = the usual word of its
    /// kind.
    pub value: &'static str,
    /// The act cannot do without.
    pub needed: bool,
    /// Private: never in an argument, where other users of the machine see it. The command line
    /// reads private fields from one file.
    pub private: bool,
}

impl Field {
    /// A field that may stay empty.
    #[must_use]
    pub const fn open(
        name: &'static str,
        kind: FieldKind,
        label: &'static str,
        help: &'static str,
    ) -> Self {
        Self { name, kind, label, help, value: "", needed: false, private: false }
    }

    /// A field that cannot stay empty.
    #[must_use]
    pub const fn needed(
        name: &'static str,
        kind: FieldKind,
        label: &'static str,
        help: &'static str,
    ) -> Self {
        Self { needed: true, ..Self::open(name, kind, label, help) }
    }

    /// A private text.
    #[must_use]
    pub const fn private(name: &'static str, kind: FieldKind, label: &'static str) -> Self {
        Self { private: true, ..Self::open(name, kind, label, "") }
    }

    /// The same field, whose value the help calls so.
    #[must_use]
    pub const fn called(self, value: &'static str) -> Self {
        Self { value, ..self }
    }

    /// The words that may stand here, if they are a list of the field.
    #[must_use]
    pub const fn choices(&self) -> &'static [Choice] {
        match self.kind {
            FieldKind::Choice(choices) | FieldKind::Marks(choices) => choices,
            FieldKind::Day
            | FieldKind::OpenDay
            | FieldKind::Period
            | FieldKind::Text
            | FieldKind::Long
            | FieldKind::Row
            | FieldKind::Rows
            | FieldKind::Listed
            | FieldKind::Switch { .. }
            | FieldKind::File => &[],
        }
    }
}

/// The day of an act, confirmed by a person.
pub const ON: Field = Field::open("on", FieldKind::Day, "app-field-day", "cli-option-on");
/// 近景
pub const NEAR: Field =
    Field::open("near", FieldKind::File, "app-field-photo-near", "cli-option-near");
/// 远景
pub const FAR: Field = Field::open("far", FieldKind::File, "app-field-photo-far", "cli-option-far");
/// The office's words for what it does.
pub const REASON: Field =
    Field::needed("reason", FieldKind::Text, "app-field-reason", "cli-option-reason");
