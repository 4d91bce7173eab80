//! The entrance: arguments in, exit status out.
use std::process::ExitCode;

fn main() -> ExitCode {
    cunbang::cli::run(std::env::args_os().skip(1)).into()
}
