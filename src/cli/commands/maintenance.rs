//! `verify`, `journal verify`, `store check|backup|restore|rebuild`.
use super::papers::sha256;
use crate::cli::command::Verify;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::office::views::{
    Backup, FaultView, JournalHead, JournalVerified, Rebuilt, Restored, StoreChecked, Verdict,
};
use crate::runtime::files;
use crate::runtime::session::{FileVerdict, Session};
use crate::store::{Fault, Verified};
use std::path::Path;

pub fn verify(asked: &Verify) -> Done {
    let verdict = FileVerdict::of(&asked.file, &asked.code, asked.paper.as_deref())?;
    let key = match (verdict.matches, verdict.disclosure.is_some(), verdict.paper_matches) {
        (false, _, _) => "cli-verify-differs",
        (true, false, _) => "cli-verify-no-disclosure",
        (true, true, Some(false)) => "cli-verify-paper-differs",
        (true, true, None | Some(true)) => "cli-verify-matches",
    };
    let sum = sha256(&files::read(&asked.file)?);
    let sentence = Sentence::plain(key)
        .with("code", verdict.code.grouped())
        .with("check", verdict.code.check_code());
    Ok(Answer::default()
        .say(sentence)
        .say(Sentence::plain("cli-sha256").with("sum", &sum))
        .shows(&Verdict {
            matches: verdict.matches,
            code: verdict.code.as_str().to_owned(),
            sha256: sum,
            paper: verdict.paper_matches,
        })
        .found(!verdict.agrees()))
}

pub fn journal(invocation: &mut Invocation<'_, '_>) -> Done {
    let session = invocation.open()?;
    let verified = session.verify_journal()?;
    session.close()?;
    let document = journal_view(invocation, &verified);
    Ok(told(Answer::default(), &verified).shows(&document))
}

pub fn check(invocation: &mut Invocation<'_, '_>) -> Done {
    let mut session = invocation.open()?;
    let checked = session.check_store()?;
    session.close()?;
    let pages = if checked.pages_sound { "cli-pages-sound" } else { "cli-pages-damaged" };
    let answer = Answer::default().say(Sentence::plain(pages));
    let whole = checked.pages_sound && checked.journal.faults.is_empty();
    let document = StoreChecked { whole, journal: journal_view(invocation, &checked.journal) };
    Ok(told(answer, &checked.journal).shows(&document).found(!whole))
}

fn told(answer: Answer, verified: &Verified) -> Answer {
    let counts = Sentence::plain("cli-journal-counts")
        .with("entries", verified.entries)
        .with("blobs", verified.blobs)
        .with("faults", verified.faults.len());
    let faults = verified.faults.iter();
    let answer = faults.fold(answer.say(counts), |answer, fault| answer.say(fault.sentence()));
    answer.found(!verified.faults.is_empty())
}

fn journal_view(invocation: &Invocation<'_, '_>, verified: &Verified) -> JournalVerified {
    let fault = |fault: &Fault| {
        let sentence = fault.sentence();
        let entry = fault.place.map(|(terminal, seq)| format!("{terminal}-{seq}"));
        FaultView { entry, code: sentence.key, said: invocation.output.words.say(&sentence) }
    };
    let heads = verified.heads.iter().map(|(terminal, seq, entry)| JournalHead {
        entry: format!("{terminal}-{seq}"),
        id: entry.to_string(),
    });
    JournalVerified {
        entries: verified.entries,
        blobs: verified.blobs,
        absent_blobs: verified.absent_blobs,
        faults: verified.faults.iter().map(fault).collect(),
        heads: heads.collect(),
    }
}

pub fn backup(invocation: &mut Invocation<'_, '_>, folder: &Path) -> Done {
    let session = invocation.open()?;
    let backup = session.backup(folder)?;
    session.close()?;
    let sentence = Sentence::plain("cli-backed-up")
        .with("folder", folder.display())
        .with("entries", backup.entries);
    let entries = backup.entries;
    let rows = backup.rows;
    let folder = folder.display().to_string();
    Ok(Answer::default().say(sentence).shows(&Backup { folder, entries, rows, verified: true }))
}

pub fn restore(invocation: &mut Invocation<'_, '_>, from: &Path) -> Done {
    let place = invocation.place();
    let (session, restored) = invocation.unlocking(from, |user, password, waited, clock| {
        Session::restore(from, &place, user, password, waited, clock)
    })?;
    session.close()?;
    let sentence = Sentence::plain("cli-restored")
        .with("data", place.display())
        .with("terminal", restored.terminal);
    Ok(Answer::default().say(sentence).shows(&Restored {
        data: place.display().to_string(),
        terminal: restored.terminal.to_string(),
    }))
}

pub fn rebuild(invocation: &mut Invocation<'_, '_>) -> Done {
    let mut session = invocation.open()?;
    let dossiers = session.rebuild()?;
    session.close()?;
    Ok(Answer::default()
        .say(Sentence::plain("cli-rebuilt").with("dossiers", dossiers))
        .shows(&Rebuilt { dossiers }))
}
