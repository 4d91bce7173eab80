//! An act of the office as it is asked for on the command line: the words say what it is about, the
//! options fill its fields.
use super::args::Args;
use super::usage::UsageError;
use super::values::{CODE, DAY, PERIOD, line, lines};
use crate::domain::journal::{Subject, SubjectKind};
use crate::office::{
    ActName, BatchRef, BoardRef, CaseRef, Demand, Door, Field, FieldError, FieldKind, Target,
    TargetKind, Values, YES,
};
use std::path::PathBuf;

/// An act that is asked for; all but its private file has been judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActAsked {
    /// Which act.
    pub act: ActName,
    /// Key of the document that is told.
    pub document: &'static str,
    /// What it is about.
    pub target: Target,
    /// Its fields, without the private ones.
    pub values: Values,
    /// The file of its private fields.
    pub private: Option<PathBuf>,
}

/// Reads what was typed at a door of the act.
///
/// # Errors
/// The first option that is missing or cannot be used.
pub fn read(args: &Args, act: ActName, door: &'static Door) -> Result<ActAsked, UsageError> {
    let spec = act.spec();
    let mut values = Values::default();
    for (name, word) in door.preset {
        values.set(name, word);
    }
    for field in spec.options(door) {
        if let Some(text) = args.value(field.name) {
            values.set(field.name, value(args, field, text)?);
        }
    }
    demanded(args, door.demand)?;
    let private = spec.private.map(|file| args.needed(file.option)).transpose()?;
    let target = target(args, door.about)?;
    let stood_for = spec.private.iter().flat_map(|file| file.fields);
    // the private file is read after login: until then each of its fields says its own name, so
    // that two fields which must differ do
    let whole = stood_for.fold(values.clone(), |values, name| values.with(name, name));
    act.read(target.clone(), &whole).map_err(|error| wrong(args, act, &whole, error))?;
    let private = private.map(PathBuf::from);
    Ok(ActAsked { act, document: door.json, target, values, private })
}

/// What the words behind the command name.
fn target(args: &Args, about: TargetKind) -> Result<Target, UsageError> {
    let batch = || Ok(Target::Batch(BatchRef::named(&args.word(0)?)));
    match about {
        TargetKind::Nothing => Ok(Target::Nothing),
        TargetKind::Batch => batch(),
        TargetKind::Batches => {
            Ok(Target::Batches(args.words.iter().map(|word| BatchRef::named(word)).collect()))
        }
        TargetKind::Case => Ok(Target::Case(CaseRef { no: args.word(0)?, seen: None })),
        TargetKind::Board => Ok(Target::Board(BoardRef { name: args.word(0)?, seen: None })),
        TargetKind::PayList => Ok(Target::PayList(args.word(0)?)),
        TargetKind::BatchOrEnquiry => {
            let subject = Subject::parse(&args.word(0)?).ok();
            let enquiry = subject.filter(|subject| subject.kind == SubjectKind::Enquiry);
            enquiry.map_or_else(batch, |subject| Ok(Target::Enquiry(subject)))
        }
    }
}

/// An option's text as the field reads it: a span of rows, `3-7`, is written out.
fn value(args: &Args, field: &'static Field, text: String) -> Result<String, UsageError> {
    match field.kind {
        FieldKind::Switch { .. } => Ok(YES.to_owned()),
        FieldKind::Rows => {
            let rows = args.read_needed(field.name, &form(field), lines)?;
            Ok(rows.iter().map(u32::to_string).collect::<Vec<_>>().join(","))
        }
        FieldKind::Row => Ok(args.read_needed(field.name, &form(field), line)?.to_string()),
        FieldKind::Day
        | FieldKind::OpenDay
        | FieldKind::Period
        | FieldKind::Text
        | FieldKind::Long
        | FieldKind::Choice(_)
        | FieldKind::Listed
        | FieldKind::Marks(_)
        | FieldKind::File => Ok(text),
    }
}

/// Is enough named, and nothing that does not go together?
fn demanded(args: &Args, demand: Demand) -> Result<(), UsageError> {
    let written = |names: &[&str]| {
        names.iter().map(|name| format!("--{name}")).collect::<Vec<_>>().join(", ")
    };
    let command = args.spec.name();
    match demand {
        Demand::NoMore => Ok(()),
        Demand::AnyOf(names) if names.iter().any(|name| args.has(name)) => Ok(()),
        Demand::AnyOf(names) => Err(UsageError::AnyOf { command, options: written(names) }),
        Demand::OneOf(groups) => {
            let is_named = |group: &&&[&str]| group.iter().any(|name| args.has(name));
            let mut named = groups.iter().filter(is_named);
            let first = named.next().and_then(|group| group.first());
            if first.is_some_and(|name| args.has(name)) && named.next().is_none() {
                return Ok(());
            }
            let firsts: Vec<&str> = groups.iter().filter_map(|it| it.first()).copied().collect();
            Err(UsageError::OneOf { command, options: written(&firsts) })
        }
    }
}

/// What the office says of a field, as a sentence about the option.
fn wrong(args: &Args, act: ActName, values: &Values, error: FieldError) -> UsageError {
    let name = error.field;
    let Some(field) = act.spec().field(name).filter(|_| !values.text(name).is_empty()) else {
        return UsageError::MissingOption {
            command: args.spec.name(),
            option: args.spec.written(name),
        };
    };
    let is_choice = field.choices().iter().any(|(word, _)| *word == values.text(name));
    if is_choice {
        return UsageError::Misfit(error.sentence);
    }
    UsageError::Form { option: format!("--{name}"), form: form(field) }
}

/// How a field is written, as sentences show it.
fn form(field: &Field) -> String {
    let words =
        |between| field.choices().iter().map(|(word, _)| *word).collect::<Vec<_>>().join(between);
    match field.kind {
        FieldKind::Day | FieldKind::OpenDay => DAY.to_owned(),
        FieldKind::Period => PERIOD.to_owned(),
        FieldKind::Row => "14".to_owned(),
        FieldKind::Rows => "14,87".to_owned(),
        FieldKind::Choice(_) => words(", "),
        FieldKind::Marks(_) => words(","),
        // of what the office holds, codes alone have a form
        FieldKind::Listed => CODE.to_owned(),
        FieldKind::Text | FieldKind::Long | FieldKind::Switch { .. } | FieldKind::File => {
            field.value.to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::command::Command;
    use crate::cli::parse::parse;
    use std::ffi::OsString;

    fn read(line: &str) -> Result<ActAsked, UsageError> {
        let call = parse(line.split_whitespace().map(OsString::from))?;
        let Command::Act(asked) = call.command else { unreachable!("{line} is no act") };
        Ok(asked)
    }

    fn field(line: &str, name: &str) -> String {
        read(line).unwrap().values.text(name).to_owned()
    }

    #[test]
    fn options_fill_the_fields_of_their_names() {
        let raised = "objection add D-3 --words-file w.txt --row 14 --hold";
        assert_eq!(field(raised, "kind"), "objection");
        assert_eq!(field(raised, "hold"), YES);
        assert_eq!(field("batch correct D-3 --lines 2、5-7", "lines"), "2,5,6,7");
        assert_eq!(read(raised).unwrap().private, Some(PathBuf::from("w.txt")));
        let several = read("batch submit D-3 D-4").unwrap().target;
        assert_eq!(several, Target::Batches(vec![BatchRef::named("D-3"), BatchRef::named("D-4")]));
        let enquiry = read("retention erase E-7K3QX2MD-3 --reason request").unwrap().target;
        assert!(matches!(enquiry, Target::Enquiry(_)));
    }

    #[test]
    fn what_is_wrong_with_a_field_is_said_of_its_option() {
        let wrong = |line: &str| read(line).unwrap_err();
        let form = |option: &str, form: &str| UsageError::Form {
            option: option.to_owned(),
            form: form.to_owned(),
        };
        assert_eq!(wrong("board retire 段村/栏 --on 昨天"), form("--on", DAY));
        assert_eq!(wrong("batch return D-3 --reason 错 --lines 0"), form("--lines", "14,87"));
        assert_eq!(wrong("post D-3 --board 段村/栏 --code 7K3Q"), form("--code", CODE));
        assert_eq!(
            wrong("batch withdraw D-3 --reason 错 --class unstated"),
            form("--class", "privacy, mistake, wrong-place, ordered")
        );
        let nowhere = "board add --division 140923104201 --name 栏 --place 墙 --columns 墙";
        assert_eq!(wrong(nowhere), form("--columns", "party,government,village,finance"));
        let empty = ["batch", "return", "D-3", "--reason", ""].map(OsString::from);
        assert!(matches!(parse(empty), Err(UsageError::MissingOption { .. })));
        let none = wrong("batch publish D-3 --answers none --reason objection");
        assert!(matches!(none, UsageError::Misfit(_)));
    }

    #[test]
    fn a_roll_begins_from_a_batch_or_from_its_programme() {
        for line in [
            "roll new --period 2026",
            "roll new --period 2026 --from D-3 --programme P01",
            "roll new --period 2026 --from D-3 --from-last",
            "roll new --period 2026 --division 140923104201",
        ] {
            let options = "--from, --programme".to_owned();
            let command = "roll new".to_owned();
            assert_eq!(read(line), Err(UsageError::OneOf { command, options }), "{line}");
        }
        let typed = "roll new --period 2026 --programme P01 --division 140923104201 --kind 补发";
        assert!(read(typed).is_ok());
        let nowhere = read("roll new --period 2026 --programme P01").unwrap_err();
        assert!(matches!(nowhere, UsageError::MissingOption { .. }));
    }
}
