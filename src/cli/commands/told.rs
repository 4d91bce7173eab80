//! Which document tells of an act: the one that its door promises.
use super::batch_told;
use super::board_told;
use super::case_told;
use super::draft_told;
use super::erasure_told;
use super::pay_list_told;
use super::performed::Performed;
use super::posting_told;
use super::publication_told;
use crate::cli::output::{Answer, Done};

type Tell = fn(&Performed<'_>) -> Done;

/// Key of the document's description, and who writes it.
const DOCUMENTS: [(&str, Tell); 10] = [
    ("cli-json-act", batch_told::act),
    ("cli-json-acts", batch_told::acts),
    ("cli-json-batch-discard", draft_told::discarded),
    ("cli-json-roll-new", draft_told::begun),
    ("cli-json-batch-publish", publication_told::published),
    ("cli-json-finance-pay", pay_list_told::made),
    ("cli-json-retention-erase", erasure_told::erased),
    ("cli-json-case", case_told::case),
    ("cli-json-board", board_told::board),
    ("cli-json-posting", posting_told::posting),
];

/// What is told of an act.
pub(super) fn told(performed: &Performed<'_>) -> Done {
    let tell = DOCUMENTS.iter().find(|(document, _)| *document == performed.asked.document);
    match tell {
        Some((_, tell)) => tell(performed),
        None => Ok(Answer::default().say(performed.outcome.sentence.clone())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::ActName;

    #[test]
    fn what_every_door_promises_is_told() {
        for door in ActName::ALL.iter().flat_map(|act| act.spec().doors) {
            let is_told = DOCUMENTS.iter().any(|(document, _)| *document == door.json);
            assert!(is_told, "{:?}: {}", door.words, door.json);
        }
    }
}
