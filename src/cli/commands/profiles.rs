//! `profile list`, `profile remove`.
use crate::cli::command::OnProfile;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::cli::text_table::{Align, Sheet};
use crate::domain::roll::column_profile::ColumnMeaning;
use crate::domain::text::sentence::Sentence;
use serde_json::json;

pub fn run(invocation: &mut Invocation<'_, '_>, command: &OnProfile) -> Done {
    match command {
        OnProfile::All => list(invocation),
        OnProfile::Remove(name) => remove(invocation, name),
    }
}

fn list(invocation: &mut Invocation<'_, '_>) -> Done {
    let session = invocation.open()?;
    let profiles = session.profiles()?;
    session.close()?;
    let mut sheet = Sheet::new([Align::Left, Align::Left, Align::Left]);
    let meaning = |column: &ColumnMeaning| format!("{}={}", column.head, column.means);
    for profile in &profiles {
        let columns: Vec<_> = profile.columns.iter().map(meaning).collect();
        sheet.row([profile.name.clone(), columns.join(","), profile.head.join(" ")]);
    }
    let answer = Answer::default()
        .say(Sentence::plain("cli-profiles").with("count", profiles.len()))
        .sheet(sheet);
    Ok(answer.with("profiles", json!(profiles)))
}

fn remove(invocation: &mut Invocation<'_, '_>, name: &str) -> Done {
    let mut session = invocation.open()?;
    session.forget_profile(name)?;
    session.close()?;
    Ok(Answer::default()
        .say(Sentence::plain("cli-profile-removed").with("name", name))
        .with("name", name))
}
