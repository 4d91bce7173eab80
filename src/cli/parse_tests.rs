//! Each command once as typed, and each way to get it wrong.
use super::command::{BatchFilter, Change, Command, Explain, ValueFrom};
use super::parse::{language_of, parse};
use super::table::commands;
use super::usage::UsageError;
use crate::domain::dossier::Stage;
use crate::domain::roll::Field;
use crate::domain::roll::finding::Check;
use crate::domain::text::words::Lang;
use std::ffi::OsString;

fn words(line: &str) -> Vec<OsString> {
    line.split_whitespace().map(OsString::from).collect()
}

fn command(line: &str) -> Command {
    parse(words(line)).unwrap().command
}

fn wrong(line: &str) -> UsageError {
    parse(words(line)).unwrap_err()
}

/// One right line for each row of the table.
const RIGHT: &[&str] = &[
    "init --office 140923104 --name 枣林镇人民政府 --host cunbang.example --practice",
    "user add --name 李秀英 --roles clerk --id-number-file id.txt --new-password-file pw.txt",
    "user list",
    "user password --new-password-file pw.txt",
    "user reset 2 --new-password-file pw.txt",
    "user recover 1 --code-file code.txt --new-password-file pw.txt",
    "reference import data/reference/daixian --dry-run",
    "rule list --on 2026-07-01 --kind rate",
    "rule show programme:P01@2026-01-01",
    "programme list --on 2026-07-01",
    "list import register.csv --kind register --as-of 2026-06-30 --programme P01",
    "list list",
    "roll import a.xlsx b.csv --programme 耕地地力保护补贴 --division 140923104201 --period 2026 --dry-run",
    "profile list",
    "profile remove 农商行月表",
    "roll new --from B-7K3QX2MD-42 --period 2026-07",
    "batch list --stage submitted --programme DL --division 140923104",
    "batch show B-7K3QX2MD-42",
    "batch rules B-7K3QX2MD-42",
    "batch check D-3",
    "batch edit D-3 --line 14 --field id --value-file id.txt",
    "batch explain D-3 --check A07 --lines 14,87 --reason 代领",
    "batch diff D-3",
    "batch publish D-3 --from 2026-07-01",
    "batch submit D-3 D-4",
    "batch approve B-7K3QX2MD-42",
    "batch return B-7K3QX2MD-42 --reason 身份证号错误 --lines 14,87",
    "batch withdraw B-7K3QX2MD-42 --reason 重做",
    "batch discard D-3",
    "find dl",
    "poster B-7K3QX2MD-42 --out poster.pdf",
    "signature-sheet B-7K3QX2MD-42 --out sheet.pdf",
    "qr B-7K3QX2MD-42",
    "template blank P01 --out t.xlsx --period 2026",
    "template export D-3 --out t.xlsx",
    "site build --out site",
    "finance pay B-7K3QX2MD-42 B-7K3QX2MD-43",
    "finance export L-7K3QX2MD-50 --out finance",
    "board add --division 140923104201 --name 门口栏 --place 村委会 --columns village,finance",
    "board change 段村/门口栏 --name 集市栏 --kind screen",
    "board list --division 140923104",
    "board inspect 段村/门口栏 --condition good --near a.jpg",
    "board nothing 段村/门口栏 --column party --period 2026Q3",
    "board retire 段村/门口栏 --on 2026-07-01",
    "post D-3 --board 段村/门口栏 --near a.jpg --far b.jpg",
    "takedown D-3 --board 段村/门口栏",
    "recall list",
    "recall confirm D-3 --board 段村/门口栏 --near a.jpg",
    "recall print --out recalls",
    "coverage --out c.pdf",
    "objection add D-3 --words-file w.txt --row 14 --type area --channel phone --hold",
    "enquiry add --words-file w.txt",
    "objection list --open --overdue",
    "objection show 140923104-2026-YY-0001",
    "objection investigate 140923104-2026-YY-0001 --outcome upheld --facts-file f.txt",
    "objection answer 140923104-2026-YY-0001 --action correct",
    "objection escalate 140923104-2026-YY-0001 --to 代县农业农村局",
    "objection reply 140923104-2026-YY-0001 --out reply.pdf",
    "batch sign D-3",
    "batch unsubmit D-3",
    "batch withdraw-disclosure D-3 --class privacy --reason 身份证号",
    "batch correct D-3 --lines 2",
    "finance paid L-7K3QX2MD-9 --on 2026-07-11",
    "lists end",
    "results due",
    "correction-notice D-3 --out c.pdf",
    "policy-card P01 --out c.pdf",
    "policy-booklet --out b.pdf",
    "verify disclosure.json 7K3QX2MD9F4TH0VB5R6W1NPS8C",
    "journal verify",
    "store check",
    "store backup --out backup",
    "store restore --from backup",
    "store rebuild",
    "retention list --on 2026-07-01",
    "retention erase B-7K3QX2MD-42 --reason privacy",
    "completions bash",
    "man --out man",
    "schema batch list",
    "demo --no-tui",
];

#[test]
fn every_command_of_the_table_is_understood() {
    assert_eq!(commands().count(), RIGHT.len());
    for (spec, line) in commands().zip(RIGHT) {
        assert!(line.starts_with(&spec.name()), "{line} is not {}", spec.name());
        assert!(parse(words(line)).is_ok(), "{line}: {:?}", parse(words(line)));
    }
}

#[test]
fn every_command_asks_for_what_it_needs() {
    for spec in commands() {
        if let Some(option) = spec.options.iter().find(|option| option.needed) {
            let line =
                RIGHT.iter().find(|line| line.starts_with(&format!("{} ", spec.name()))).unwrap();
            let without: Vec<&str> = line.split(&format!("--{}", option.name)).collect();
            let rest: String = without[1]
                .trim_start()
                .split_once(' ')
                .map_or(String::new(), |(_, rest)| rest.to_owned());
            assert!(
                matches!(
                    wrong(&format!("{} {rest}", without[0])),
                    UsageError::MissingOption { .. }
                ),
                "{line}"
            );
        }
    }
}

/// What clap offers for completion is what the field reads.
#[test]
fn every_word_that_is_offered_for_an_option_is_understood() {
    for (spec, line) in commands().zip(RIGHT) {
        for option in spec.options {
            let Some(choices) = option.choices else { continue };
            for word in choices.words() {
                let written = format!("--{}", option.name);
                let mut typed: Vec<&str> = line.split(' ').collect();
                if let Some(place) = typed.iter().position(|it| *it == written) {
                    typed.drain(place..place + 2);
                }
                typed.extend([&written, word]);
                let read = parse(typed.iter().map(OsString::from));
                assert!(!matches!(read, Err(UsageError::Form { .. })), "{typed:?}: {read:?}");
            }
        }
    }
}

#[test]
fn other_spellings_are_understood_too() {
    for line in [
        "batch list --stage SUBMITTED",
        "roll import a.xlsx --kind 补发",
        "batch edit D-3 --line 1 --field 身份证号 --value-file id.txt",
        "batch return D-3 --reason -面积不对",
    ] {
        assert!(parse(words(line)).is_ok(), "{line}: {:?}", parse(words(line)));
    }
}

#[test]
fn whoever_asks_for_help_gets_it_whatever_is_missing_or_wrong_behind() {
    assert_eq!(command("--help batch show"), Command::Help(Some("batch show".to_owned())));
    assert_eq!(command("poster --help --out"), Command::Help(Some("poster".to_owned())));
    assert_eq!(command("batch --help shwo"), Command::Help(Some("batch".to_owned())));
    assert_eq!(command("batch list --version"), Command::Version);
}

#[test]
fn global_options_stand_anywhere() {
    let call = parse(words("--data here batch --as 王建国 list --json --lang en --now 2026-11-22T09:15 --password-file pw")).unwrap();
    assert_eq!(call.command, Command::BatchList(BatchFilter::default()));
    let globals = call.globals;
    assert_eq!((globals.json, globals.lang), (true, Lang::En));
    assert_eq!(globals.data.unwrap().to_str(), Some("here"));
    assert_eq!(globals.user.as_deref(), Some("王建国"));
    assert_eq!(globals.now.unwrap().to_string(), "2026-11-22T09:15:00+08:00");
}

#[test]
fn values_are_typed() {
    let listed = BatchFilter { stage: Some(Stage::Handed), ..BatchFilter::default() };
    assert_eq!(command("batch list --stage handed"), Command::BatchList(listed));
    let batch = "D-3".to_owned();
    let explain = Explain {
        batch: batch.clone(),
        check: Check::A07,
        lines: vec![3, 4, 5],
        reason: "代领".to_owned(),
    };
    assert_eq!(
        command("batch explain D-3 --check a07 --lines 3-5 --reason 代领"),
        Command::BatchExplain(explain)
    );
    let change = Change::Set {
        line: 2,
        field: Field::BeneficiaryId,
        value: ValueFrom::Argument("x".to_owned()),
    };
    assert_eq!(
        command("batch edit D-3 --line 2 --field beneficiary-id --value x"),
        Command::BatchEdit { batch, change }
    );
}

#[test]
fn without_a_command_the_screens_open() {
    assert_eq!(command(""), Command::Screens);
    assert_eq!(command("--data here"), Command::Screens);
}

#[test]
fn help_is_about_what_stands_before_it() {
    assert_eq!(command("--help"), Command::Help(None));
    assert_eq!(command("batch -h"), Command::Help(Some("batch".to_owned())));
    assert_eq!(command("batch show --help"), Command::Help(Some("batch show".to_owned())));
}

#[test]
fn a_wrong_line_is_named_for_what_it_is() {
    let group = |parts: &str| UsageError::UnknownPart {
        group: "store".to_owned(),
        parts: parts.to_owned(),
    };
    assert_eq!(wrong("stroe check"), UsageError::UnknownCommand("stroe".to_owned()));
    assert_eq!(wrong("store"), group("check, backup, restore, rebuild"));
    assert_eq!(wrong("store chekc"), group("check, backup, restore, rebuild"));
    assert_eq!(wrong("--stage open batch list"), UsageError::OptionFirst("--stage".to_owned()));
    assert!(matches!(wrong("batch list --sage open"), UsageError::UnknownOption { .. }));
    assert!(matches!(wrong("batch list -x"), UsageError::UnknownOption { .. }));
    assert_eq!(wrong("batch list --stage"), UsageError::NoValue("--stage".to_owned()));
    assert_eq!(wrong("batch list --json=yes"), UsageError::NeedlessValue("--json".to_owned()));
    assert_eq!(
        wrong("batch list --stage open --stage open"),
        UsageError::Twice("--stage".to_owned())
    );
    assert_eq!(wrong("--lang en batch --lang en list"), UsageError::Twice("--lang".to_owned()));
    assert!(matches!(wrong("batch show"), UsageError::MissingWord { .. }));
    assert!(matches!(wrong("batch submit"), UsageError::MissingWord { .. }));
    assert_eq!(wrong("batch show D-1 D-2"), UsageError::TooManyWords("batch show".to_owned()));
    assert!(matches!(wrong("batch list --stage gone"), UsageError::Form { .. }));
    assert!(matches!(wrong("verify a.json 7K3Q"), UsageError::Form { .. }));
    assert!(matches!(wrong("--now tomorrow store check"), UsageError::Form { .. }));
    assert!(matches!(wrong("board change 段村/门口栏"), UsageError::AnyOf { .. }));
    assert!(matches!(wrong("batch edit D-3 --insert --undo"), UsageError::OneOf { .. }));
    assert!(matches!(wrong("batch edit D-3 --line 3 --field id"), UsageError::OneOf { .. }));
    assert_eq!(wrong("user add --name 王 --roles clerk,reviewer"), UsageError::Roles);
}

#[test]
fn the_language_is_known_even_where_the_line_is_wrong() {
    assert_eq!(language_of(&words("stroe --lang en")), Lang::En);
    assert_eq!(language_of(&words("--lang=en stroe")), Lang::En);
    assert_eq!(language_of(&words("stroe --lang")), Lang::Zh);
}
