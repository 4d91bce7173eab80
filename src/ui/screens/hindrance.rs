//! What is in the way of a batch's next step, in few words.
use crate::domain::dossier::Refusal;
use crate::domain::text::sentence::{Sentence, Spoken};

/// The few words that fit into the column; the whole sentence where nobody has found shorter ones.
#[expect(clippy::wildcard_enum_match_arm, reason = "only the usual ones have short words")]
pub fn short(why: &Refusal) -> Sentence {
    let counted = |key, count: &u32| Sentence::plain(key).with("count", count);
    match why {
        Refusal::Blocked(count) => counted("app-hint-blocking", count),
        Refusal::Unexplained(count) => counted("app-hint-unexplained", count),
        Refusal::ObjectionOpen(count) => counted("app-hint-objections", count),
        Refusal::CorrectionDue => Sentence::plain("app-case-owes"),
        Refusal::NeverPosted => Sentence::plain("app-down-not-posted"),
        Refusal::NoticeDiffers | Refusal::NoticeOutdated => Sentence::plain("app-hint-differs"),
        Refusal::NoticeCutShort => Sentence::plain("app-hint-cut-short"),
        Refusal::Held => Sentence::plain("app-hold"),
        Refusal::OwnBatch | Refusal::OwnLine | Refusal::OwnReview => {
            Sentence::plain("app-hint-own")
        }
        other => other.sentence(),
    }
}
