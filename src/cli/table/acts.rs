//! The commands that are acts of the office, made from the doors of the acts.
use super::row::{BATCH, CommandLineRow, Read};
use crate::cli::spec::{Choices, OptionSpec, Positionals, Spec, needed, option, switch};
use crate::office::{ActName, Door, Field, FieldKind, TargetKind};
use std::sync::LazyLock;

/// A door of an act with its options.
struct Command {
    act: ActName,
    door: &'static Door,
    options: Vec<OptionSpec>,
}

static COMMANDS: LazyLock<Vec<Command>> = LazyLock::new(|| {
    let acts = ActName::ALL.iter();
    let doors = acts.flat_map(|&act| act.spec().doors.iter().map(move |door| (act, door)));
    doors.map(|(act, door)| Command { act, door, options: options(act, door) }).collect()
});

static ROWS: LazyLock<Vec<CommandLineRow>> = LazyLock::new(|| {
    let row = |Command { act, door, options }: &'static Command| {
        let Door { words, about, help, json, .. } = **door;
        let spec = Spec { words, positionals: positionals(about), options, help, json };
        CommandLineRow { spec, read: Read::Act(*act, door) }
    };
    COMMANDS.iter().map(row).collect()
});

/// One row for each door.
pub(super) fn rows() -> impl Iterator<Item = &'static CommandLineRow> {
    ROWS.iter()
}

const fn positionals(about: TargetKind) -> Positionals {
    match about {
        TargetKind::Nothing => Positionals::Nothing,
        TargetKind::Batch | TargetKind::BatchOrEnquiry => BATCH,
        TargetKind::Batches => Positionals::Many("BATCH"),
        TargetKind::Case => Positionals::Each(&["NO"]),
        TargetKind::Board => Positionals::Each(&["BOARD"]),
        TargetKind::PayList => Positionals::Each(&["LIST"]),
    }
}

/// What the act cannot do without comes first; the rest is in the order of the form.
fn options(act: ActName, door: &Door) -> Vec<OptionSpec> {
    let spec = act.spec();
    let mut options: Vec<OptionSpec> = spec.options(door).map(of_field).collect();
    options.extend(spec.private.map(|file| needed(file.option, "FILE", file.help)));
    options.sort_by_key(|option| !option.needed);
    options
}

fn of_field(field: &Field) -> OptionSpec {
    let choices = match field.kind {
        FieldKind::Switch { .. } => return switch(field.name, field.help),
        FieldKind::Choice(choices) => Some(Choices::OfField(choices)),
        FieldKind::Day
        | FieldKind::OpenDay
        | FieldKind::Period
        | FieldKind::Text
        | FieldKind::Long
        | FieldKind::Row
        | FieldKind::Rows
        | FieldKind::Listed
        | FieldKind::Marks(_)
        | FieldKind::File => None,
    };
    let value = if field.value.is_empty() { usual_value(field.kind) } else { field.value };
    OptionSpec { needed: field.needed, choices, ..option(field.name, value, field.help) }
}

/// What a value of this kind is called in the help.
const fn usual_value(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Day | FieldKind::OpenDay => "DATE",
        FieldKind::Period => "PERIOD",
        FieldKind::Text | FieldKind::Long | FieldKind::Switch { .. } => "TEXT",
        FieldKind::Row => "N",
        FieldKind::Rows => "N,...",
        FieldKind::Choice(_) => "WORD",
        FieldKind::Marks(_) => "WORD,...",
        FieldKind::Listed => "NAME",
        FieldKind::File => "FILE",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_private_field_is_never_an_option() {
        for Command { act, door, options } in COMMANDS.iter() {
            let private: Vec<&str> =
                act.spec().fields.iter().filter(|field| field.private).map(|it| it.name).collect();
            assert!(options.iter().all(|it| !private.contains(&it.name)), "{:?}", door.words);
            assert_eq!(private.is_empty(), act.spec().private.is_none(), "{:?}", door.words);
        }
    }
}
