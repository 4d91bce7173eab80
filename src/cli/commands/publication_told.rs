//! What is told of a disclosure that has become public: its code, its page, its days.
use super::naming::who;
use super::performed::{Performed, unknown};
use crate::cli::output::{Answer, Done};
use crate::domain::text::sentence::Sentence;

pub(super) fn published(performed: &Performed<'_>) -> Done {
    let batch = performed.batch()?;
    let url = performed.session.qr(&batch)?.1;
    let last = batch.dossier.history.last().map(|event| event.entry);
    let mut disclosures = batch.dossier.disclosures.iter();
    let disclosed = disclosures.find(|there| Some(there.entry) == last).ok_or_else(unknown)?;
    let (code, notice) = (&disclosed.body.code, disclosed.body.notice);
    let sentence = match notice {
        Some(days) => Sentence::plain("cli-published").with("from", days.from).with("to", days.to),
        None => Sentence::plain("cli-result-published"),
    };
    let sentence = sentence.with("name", batch.name()).with("revision", disclosed.body.revision);
    let shown = Sentence::plain("cli-batch-code")
        .with("code", code.grouped())
        .with("check", code.check_code());
    Ok(Answer::default()
        .say(sentence)
        .say(shown)
        .say(Sentence::plain("cli-url").with("url", &url))
        .members(who(&batch))
        .with("revision", disclosed.body.revision)
        .with("code", code.as_str())
        .with("check_code", code.check_code())
        .with("url", url)
        .with("notice_from", notice.map(|days| days.from.to_string()))
        .with("notice_to", notice.map(|days| days.to.to_string()))
        .with("entry", disclosed.entry.to_string()))
}
