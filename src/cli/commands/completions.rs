//! `completions`: the script with which a shell completes commands, options and their words.
use crate::cli::invocation::Invocation;
use crate::cli::output::Answer;
use crate::cli::parser::{self, NAME};
use crate::office::views::Completions;
use clap_complete::Shell;

pub fn script(invocation: &Invocation<'_, '_>, shell: Shell) -> Answer {
    let mut script = Vec::new();
    let mut program = parser::described(&invocation.output.words);
    clap_complete::generate(shell, &mut program, NAME, &mut script);
    let script = String::from_utf8_lossy(&script).into_owned();
    let document = Completions { shell: shell.to_string(), script: script.clone() };
    Answer::default().shows(&document).drawn(script)
}
