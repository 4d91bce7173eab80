//! `demo`: a practice township from nothing, the whole job by four users, and what it leaves
//! behind.
//!
//! It replaces what an earlier run left in its own folder. The days are counted back from today, so
//! that the screens afterwards show notices that run and notices that have ended.
mod boards_and_cases;
mod script;
mod users;

use super::error::CommandError;
use super::invocation::Invocation;
use super::output::Answer;
use super::text_table::{Align, Sheet};
use crate::domain::text::sentence::Sentence;
use crate::office::views::{DemoView, Player};
use crate::runtime::files;
use script::Play;
use std::path::{Path, PathBuf};
use users::PLAYERS;

/// Where everything goes, below the current folder.
const FOLDER: &str = "demo";
/// What a run leaves there; nothing else is touched.
const LEFT: [&str; 4] = ["data", "rolls", "site", "finance"];

/// The store of the demo.
#[must_use]
pub fn place() -> PathBuf {
    Path::new(FOLDER).join("data")
}

/// Plays the whole job.
///
/// # Errors
/// Trouble with the disk; a refusal would be a fault of ours.
pub fn run(session: &mut Invocation<'_, '_>) -> Result<Answer, CommandError> {
    let folder = Path::new(FOLDER);
    for name in LEFT {
        files::clear(&folder.join(name))?;
    }
    let mut play = Play::new(folder, session.clock().now());
    for step in Play::STEPS {
        session.output.note(&Sentence::plain(step.sentence));
        (step.act)(&mut play)?;
    }
    let mut answer = Answer::default().say(Sentence::plain("demo-done"));
    for (sentence, place) in play.left() {
        answer = answer.say(Sentence::plain(sentence).with("place", place.display()));
    }
    let mut users = Sheet::new([Align::Left, Align::Left, Align::Left]);
    for player in &PLAYERS {
        users.row([
            player.name.to_owned(),
            session.output.words.text(player.role.key()),
            player.password.to_owned(),
        ]);
    }
    let told = PLAYERS.iter().map(|player| Player {
        user: player.name.to_owned(),
        password: player.password.to_owned(),
        roles: vec![player.role],
    });
    let path = |path: PathBuf| path.display().to_string();
    Ok(answer.say(Sentence::plain("demo-users")).sheet(users).shows(&DemoView {
        poster: path(folder.join(script::POSTER)),
        site: path(folder.join("site")),
        finance: path(folder.join("finance")),
        data: path(place()),
        users: told.collect(),
    }))
}
