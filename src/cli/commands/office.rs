//! `init`, `user add`, `user list`.
use crate::cli::command::{Init, UserAdd};
use crate::cli::error::CommandError;
use crate::cli::invocation::Invocation;
use crate::cli::output::Answer;
use crate::cli::text_table::{Align, Sheet};
use crate::domain::people::user::{Role, Roles};
use crate::domain::text::sentence::Sentence;
use crate::runtime::files;
use crate::runtime::session::{Failure, NewOffice, NewStore, NewUserAsked};
use crate::vault::KdfCost;
use serde_json::{Value, json};
use std::path::Path;
use zeroize::Zeroizing;

type Done = Result<Answer, CommandError>;

pub fn init(invocation: &mut Invocation<'_, '_>, asked: &Init) -> Done {
    if invocation.globals.now.is_some() && !asked.practice {
        return Err(Failure::NotPractice.into());
    }
    let administrator = match &invocation.globals.user {
        Some(name) => Zeroizing::new(name.clone()),
        None => invocation.ask(&Sentence::plain("cli-ask-administrator"), "--as")?,
    };
    let id_number = invocation.id_number(asked.id_number_file.as_deref())?;
    let file = invocation.globals.password_file.clone();
    let password = invocation.new_password(file.as_deref(), "--password-file")?;
    let office = NewOffice {
        division: asked.office,
        name: &asked.name,
        host: &asked.host,
        practice: asked.practice,
        administrator: &administrator,
        id_number: &id_number,
        password: &password,
    };
    let place = invocation.place();
    let prepared = NewStore::prepare(&place, &office, KdfCost::STANDARD, invocation.clock())?;
    keep_code(invocation, &prepared, asked.recovery_file.as_deref())?;
    let session = prepared.found()?.session;
    let answer = Answer::default()
        .say(
            Sentence::plain("cli-founded")
                .with("office", &asked.name)
                .with("data", place.display()),
        )
        .with("office", session.office().division.to_string())
        .with("user", administrator.as_str())
        .with("practice", asked.practice)
        .with("fingerprint", session.fingerprint()?)
        .with("data", place.display().to_string());
    session.close()?;
    Ok(answer)
}

/// The code goes to a file, or is shown once and typed back; before that nothing is written.
fn keep_code(
    invocation: &mut Invocation<'_, '_>,
    prepared: &NewStore,
    file: Option<&Path>,
) -> Result<(), CommandError> {
    const TRIES: usize = 3;
    let shown = prepared.recovery_code().shown();
    if let Some(path) = file {
        return Ok(files::write(path, format!("{}\n", shown.as_str()).as_bytes())?);
    }
    let mut question = Sentence::plain("cli-recovery-code").with("code", shown.as_str());
    for _ in 0..TRIES {
        let typed = invocation.ask(&question, "--recovery-file")?;
        if prepared.is_code(&typed) {
            return Ok(());
        }
        question = Sentence::plain("cli-recovery-again");
    }
    Err(CommandError::CodeNotProved)
}

pub fn user_add(invocation: &mut Invocation<'_, '_>, asked: &UserAdd) -> Done {
    let mut session = invocation.open()?;
    let id_number = invocation.id_number(asked.id_number_file.as_deref())?;
    let password =
        invocation.new_password(asked.new_password_file.as_deref(), "--new-password-file")?;
    let new = NewUserAsked {
        name: &asked.name,
        roles: asked.roles.clone(),
        id_number: &id_number,
        password: &password,
    };
    let number = session.add_user(&new)?;
    session.close()?;
    let sentence = Sentence::plain("cli-user-added").with("number", number);
    Ok(Answer::default()
        .say(sentence)
        .with("user", asked.name.as_str())
        .with("number", number)
        .with("roles", words_of(&asked.roles)))
}

pub fn user_list(invocation: &mut Invocation<'_, '_>) -> Done {
    let session = invocation.open()?;
    let users = session.users()?;
    session.close()?;
    let mut sheet = Sheet::new([Align::Right, Align::Left, Align::Left]);
    for user in &users {
        let roles: Vec<String> =
            user.body.roles.iter().map(|role| invocation.output.words.text(role.key())).collect();
        sheet.row([user.body.slot.to_string(), user.name.clone(), roles.join(" ")]);
    }
    let listed = users.iter().map(|user| json!({"number": user.body.slot, "user": user.name, "roles": words_of(&user.body.roles)}));
    Ok(Answer::default().sheet(sheet).with("users", listed.collect::<Vec<Value>>()))
}

fn words_of(roles: &Roles) -> Vec<&'static str> {
    roles.iter().map(Role::word).collect()
}
