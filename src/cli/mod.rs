//! The same acts as the screens', from the command line: parse, ask the session, answer. No rules and
//! no screens here.
//!
//! One table (`table`) makes parser, help, completions and manual; one door (`output`) writes what
//! is said.
mod act;
mod args;
mod command;
mod commands;
mod demo;
mod documents;
mod error;
mod exit;
mod help;
mod invocation;
mod output;
mod parse;
#[cfg(test)]
mod parse_tests;
mod parser;
mod reading;
mod screens;
mod secret;
mod spec;
mod table;
mod text_table;
mod usage;
mod values;

use crate::domain::text::sentence::Spoken;
use crate::domain::text::words::Words;
use crate::runtime::tui;
use command::{Call, Command};
use error::CommandError;
pub use exit::Exit;
use invocation::Invocation;
use output::{Answer, Output};
use std::ffi::OsString;
use std::io;

/// Runs the program with these arguments (without its own name).
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let mut out = io::stdout();
    let mut err = io::stderr();
    let json = arguments.iter().any(|argument| argument == "--json");
    let words = Words::new(parse::language_of(&arguments));
    let mut output = Output { words, json, out: &mut out, err: &mut err };
    match parse::parse(arguments) {
        Ok(call) => done(&call, &mut output),
        Err(error) => output.trouble(&error.sentence(), Exit::Usage),
    }
}

fn done(call: &Call, output: &mut Output<'_>) -> Exit {
    let mut invocation = Invocation { globals: &call.globals, output };
    if let Some(done) = commands::run(&mut invocation, &call.command) {
        return told(done, output);
    }
    if let Command::Demo { no_tui } = &call.command {
        let done = demo::run(&mut invocation);
        let opens = !no_tui && !invocation.output.json && done.is_ok() && tui::is_possible();
        let exit = told(done, invocation.output);
        return if opens { screens::run(&mut invocation, demo::place()) } else { exit };
    }
    if call.command == Command::Screens {
        let place = invocation.place();
        return screens::run(&mut invocation, place);
    }
    if let Command::Help(about) = &call.command {
        let text = help::help(&output.words, about.as_deref());
        return output.text(&text);
    }
    if call.command == Command::Version {
        return output.text(concat!("cunbang ", env!("CARGO_PKG_VERSION"), "\n"));
    }
    Exit::Usage
}

fn told(done: Result<Answer, CommandError>, output: &mut Output<'_>) -> Exit {
    match done {
        Ok(answer) => output.answer(&answer),
        Err(error) => output.trouble(&error.sentence(), error.exit()),
    }
}
