//! `poster`, `signature-sheet`, `correction-notice`, `policy-card`, `qr`, `site build`: rendering,
//! may be repeated.
use super::naming::named;
use crate::cli::command::{Poster, Render};
use crate::cli::error::CommandError;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::documents::qr;
use crate::domain::text::sentence::Sentence;
use crate::runtime::files::RealFolder;
use crate::runtime::session::{Failure, write_paper};
use sha2::{Digest, Sha256};
use std::path::Path;

pub fn poster(invocation: &mut Invocation<'_, '_>, asked: &Poster) -> Done {
    let session = invocation.open()?;
    let batch = named(&session, &asked.render.batch)?;
    let bytes = session.poster(&batch)?;
    let names = asked
        .paper_names
        .as_ref()
        .map(|path| Ok::<_, Failure>((path, session.paper_names(&batch)?)))
        .transpose()?;
    session.close()?;
    if let Some((path, names)) = names {
        write_paper(path, &names)?;
    }
    written(&asked.render.out, &bytes)
}

pub fn signature_sheet(invocation: &mut Invocation<'_, '_>, asked: &Render) -> Done {
    let session = invocation.open()?;
    let bytes = session.signature_sheet(&named(&session, &asked.batch)?)?;
    session.close()?;
    written(&asked.out, &bytes)
}

pub fn correction_notice(invocation: &mut Invocation<'_, '_>, asked: &Render) -> Done {
    let session = invocation.open()?;
    let bytes = session.correction_notice(&named(&session, &asked.batch)?)?;
    session.close()?;
    written(&asked.out, &bytes)
}

pub fn policy_cards(
    invocation: &mut Invocation<'_, '_>,
    programme: Option<&str>,
    out: &Path,
) -> Done {
    let session = invocation.open()?;
    let bytes = session.policy_cards(programme)?;
    session.close()?;
    written(out, &bytes)
}

pub(super) fn written(path: &Path, bytes: &[u8]) -> Done {
    write_paper(path, bytes)?;
    let sentence =
        Sentence::plain("cli-written").with("file", path.display()).with("bytes", bytes.len());
    Ok(Answer::default()
        .say(sentence)
        .with("file", path.display().to_string())
        .with("bytes", bytes.len())
        .with("sha256", sha256(bytes)))
}

/// As `sha256sum` writes it.
pub fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        // writing to a string cannot fail
        let _done = write!(text, "{byte:02x}");
        text
    })
}

pub fn qr(invocation: &mut Invocation<'_, '_>, name: &str) -> Done {
    let session = invocation.open()?;
    let batch = named(&session, name)?;
    let (drawing, url) = session.qr(&batch)?;
    let disclosed =
        batch.dossier.live_disclosure().ok_or(Failure::NotPublished).map_err(CommandError::from)?;
    let code = disclosed.body.code.clone();
    session.close()?;
    let sentence = Sentence::plain("cli-batch-code")
        .with("code", code.grouped())
        .with("check", code.check_code());
    Ok(Answer::default()
        .drawn(qr::ansi(&drawing))
        .say(Sentence::plain("cli-url").with("url", &url))
        .say(sentence)
        .with("url", url)
        .with("code", code.as_str())
        .with("check_code", code.check_code()))
}

pub fn site(invocation: &mut Invocation<'_, '_>, folder: &Path) -> Done {
    let session = invocation.open()?;
    let built = session.site(&mut RealFolder::new(folder))?;
    session.close()?;
    let sentence = Sentence::plain("cli-site-built")
        .with("folder", folder.display())
        .with("files", built.files)
        .with("unchanged", built.unchanged);
    Ok(Answer::default()
        .say(sentence)
        .with("folder", folder.display().to_string())
        .with("files", built.files)
        .with("unchanged", built.unchanged)
        .with("removed", built.removed))
}
