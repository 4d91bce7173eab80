//! `user password`, `user reset`, `user recover`.
use crate::cli::command::NewPassword;
use crate::cli::output::{Answer, Done};
use crate::cli::session::Session;
use crate::domain::text::sentence::Sentence;
use crate::runtime::desk::Desk;
use std::path::Path;

const NEW: &str = "--new-password-file";

pub fn change(session: &mut Session<'_, '_>, file: Option<&Path>) -> Done {
    let place = session.place();
    let old = session.password()?;
    let mut desk = session.unlocking_with(&place, &old, |user, password, waited, clock| {
        Desk::open(&place, user, password, waited, clock)
    })?;
    let new = session.new_password(file, NEW)?;
    desk.change_password(&old, &new)?;
    desk.close()?;
    Ok(Answer::default().say(Sentence::plain("cli-password-changed")))
}

pub fn reset(session: &mut Session<'_, '_>, asked: &NewPassword) -> Done {
    let mut desk = session.open()?;
    let new = session.new_password(asked.file.as_deref(), NEW)?;
    let number = desk.reset_password(&asked.user, &new)?;
    desk.close()?;
    Ok(Answer::default()
        .say(Sentence::plain("cli-password-reset").with("number", number))
        .with("number", number))
}

pub fn recover(session: &mut Session<'_, '_>, asked: &NewPassword) -> Done {
    let code = session.code(asked.code_file.as_deref())?;
    let new = session.new_password(asked.file.as_deref(), NEW)?;
    let number = Desk::recover(&session.place(), &code, &asked.user, &new, session.clock())?;
    Ok(Answer::default()
        .say(Sentence::plain("cli-password-reset").with("number", number))
        .with("number", number))
}
