//! What a batch refuses to make public, and to take from the public.
use super::roll_key::same_key;
use crate::domain::dossier::{Disclosed, Dossier, Refusal, retention};
use crate::domain::journal::{
    DisclosureBody, DisclosureWithdrawn, ListsEnded, Published, TakenBack,
};
use crate::domain::reference::programme::NoticeTime;

pub(super) fn further(past: &Dossier, body: &DisclosureBody) -> Result<(), Refusal> {
    match body {
        DisclosureBody::Published(body) => publish(past, body),
        DisclosureBody::DisclosureWithdrawn(body) => take_back(past, body),
        DisclosureBody::ListsEnded(body) => end(past, body),
    }
}

fn publish(past: &Dossier, body: &Published) -> Result<(), Refusal> {
    use crate::domain::disclosure::DisclosureStage::{Notice, Result as Outcome};
    let rows = match (body.stage, body.when) {
        (Notice, NoticeTime::BeforeSubmission | NoticeTime::None) => Some(body.rows),
        (Notice, NoticeTime::AfterReview) => past.approval().map(|approval| approval.rows),
        (Outcome, _) => past.pay_list().map(|list| list.rows),
    };
    if rows != Some(body.rows) {
        return Err(Refusal::OtherRows);
    }
    if !body.all_answers().all(|id| past.cases.iter().any(|case| case.entry == id)) {
        return Err(Refusal::NoSuchCase);
    }
    let replaces = past.live(body.stage).map(|disclosed| &disclosed.body.code);
    let fits =
        body.revision == past.next_revision(body.stage) && body.replaces.as_ref() == replaces;
    if fits { same_key(past, &body.key) } else { Err(Refusal::Stale) }
}

fn take_back(past: &Dossier, body: &DisclosureWithdrawn) -> Result<(), Refusal> {
    let meant = meant(past, &body.lists)?;
    let withdrawn = meant.iter().any(|disclosed| disclosed.withdrawn_on.is_some());
    if withdrawn { Err(Refusal::AlreadyWithdrawn) } else { Ok(()) }
}

fn end(past: &Dossier, body: &ListsEnded) -> Result<(), Refusal> {
    meant(past, &body.lists)?;
    let due = retention::lists_due(past, body.on);
    let all_due = body.lists.iter().all(|list| due.contains(&list.code));
    if all_due { Ok(()) } else { Err(Refusal::ListRuns) }
}

/// The disclosures of this batch that are meant, at least one.
fn meant<'a>(past: &'a Dossier, lists: &[TakenBack]) -> Result<Vec<&'a Disclosed>, Refusal> {
    let known: Option<Vec<&Disclosed>> =
        lists.iter().map(|list| past.disclosure(&list.code)).collect();
    known.filter(|meant| !meant.is_empty()).ok_or(Refusal::NoSuchDisclosure)
}
