//! `user password`, `user reset`, `user recover`.
use crate::cli::command::NewPassword;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::domain::text::sentence::Sentence;
use crate::runtime::session::Session;
use std::path::Path;

const NEW: &str = "--new-password-file";

pub fn change(invocation: &mut Invocation<'_, '_>, file: Option<&Path>) -> Done {
    let place = invocation.place();
    let old = invocation.password()?;
    let mut session =
        invocation.unlocking_with(&place, &old, |user, password, waited, clock| {
            Session::open(&place, user, password, waited, clock)
        })?;
    let new = invocation.new_password(file, NEW)?;
    session.change_password(&old, &new)?;
    session.close()?;
    Ok(Answer::default().say(Sentence::plain("cli-password-changed")))
}

pub fn reset(invocation: &mut Invocation<'_, '_>, asked: &NewPassword) -> Done {
    let mut session = invocation.open()?;
    let new = invocation.new_password(asked.file.as_deref(), NEW)?;
    let number = session.reset_password(&asked.user, &new)?;
    session.close()?;
    Ok(Answer::default()
        .say(Sentence::plain("cli-password-reset").with("number", number))
        .with("number", number))
}

pub fn recover(invocation: &mut Invocation<'_, '_>, asked: &NewPassword) -> Done {
    let code = invocation.code(asked.code_file.as_deref())?;
    let new = invocation.new_password(asked.file.as_deref(), NEW)?;
    let number =
        Session::recover(&invocation.place(), &code, &asked.user, &new, invocation.clock())?;
    Ok(Answer::default()
        .say(Sentence::plain("cli-password-reset").with("number", number))
        .with("number", number))
}
