//! `template blank`, `template export`: collection templates of the provincial platform; rendering,
//! may be repeated.
use super::naming::named;
use super::papers::sha256;
use super::rolls::{fault_document, fault_lines};
use crate::cli::command::Render;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::period::Period;
use crate::runtime::session::{Failure, TemplateMade, write_paper};
use std::path::Path;

pub fn blank(
    invocation: &mut Invocation<'_, '_>,
    programme: &str,
    period: Option<Period>,
    out: &Path,
) -> Done {
    let session = invocation.open()?;
    let this_year = || Period::year_of(session.now().date().year()).or(Err(Failure::NoTemplate));
    let made = session.blank_template(programme, period.map_or_else(this_year, Ok)?)?;
    session.close()?;
    told(invocation, &made, out)
}

pub fn export(invocation: &mut Invocation<'_, '_>, asked: &Render) -> Done {
    let session = invocation.open()?;
    let made = session.in_template(&named(&session, &asked.batch)?)?;
    session.close()?;
    told(invocation, &made, &asked.out)
}

/// The file, or every cell that the platform would refuse; then nothing is written.
fn told(invocation: &Invocation<'_, '_>, made: &TemplateMade, out: &Path) -> Done {
    let faults: Vec<_> =
        made.faults.iter().map(|fault| fault_document(invocation, out, fault)).collect();
    let mut answer = Answer::default()
        .with("file", out.display().to_string())
        .with("rows", made.rows)
        .with("version", made.version.as_str());
    if let Some(bytes) = &made.bytes {
        write_paper(out, bytes)?;
        let sentence =
            Sentence::plain("cli-written").with("file", out.display()).with("bytes", bytes.len());
        answer = answer.say(sentence).with("bytes", bytes.len()).with("sha256", sha256(bytes));
    } else {
        answer = fault_lines(answer, invocation, out, &made.faults)
            .say(Sentence::plain("cli-template-refused").with("count", made.faults.len()));
    }
    Ok(answer.with("errors", faults).found(!made.faults.is_empty()))
}
