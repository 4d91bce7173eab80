//! What is told of a disclosure that has become public: its code, its page, its days.
use super::performed::{Performed, unknown};
use crate::cli::output::{Answer, Done};
use crate::domain::text::sentence::Sentence;
use crate::office::views::{BatchNames, PublicationView};

pub(super) fn published(performed: &Performed<'_>) -> Done {
    let batch = performed.batch()?;
    let url = performed.session.qr(&batch)?.1;
    let last = batch.dossier.history.last().map(|event| event.entry);
    let mut disclosures = batch.dossier.disclosures.iter();
    let disclosed = disclosures.find(|there| Some(there.entry) == last).ok_or_else(unknown)?;
    let code = &disclosed.body.code;
    let notice = disclosed.body.notice;
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
        .shows(&PublicationView {
            names: BatchNames::of(&batch),
            revision: disclosed.body.revision,
            code: code.as_str().to_owned(),
            check_code: code.check_code(),
            url,
            notice_from: notice.map(|days| days.from),
            notice_to: notice.map(|days| days.to),
            entry: disclosed.entry,
        }))
}
