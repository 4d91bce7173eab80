//! What leaves the office as a file: papers, the site, a pay list's files.
use crate::app::dialogs::{FormKind, FormOpening};
use crate::app::go::Go;
use crate::app::paper::Paper;
use crate::domain::text::sentence::Sentence;
use crate::office::Offer;

/// Writes a paper; this file is offered.
#[must_use]
pub fn paper(paper: Paper, title: Sentence, file: &str) -> Go {
    form(FormKind::Paper(paper), title, "file", file)
}

/// Writes a paper that may be a sheet as well.
#[must_use]
pub fn paper_or_sheet(paper: Paper, title: Sentence, file: &str) -> Go {
    form(FormKind::PaperOrSheet(paper), title, "file", file)
}

/// Writes papers into a folder.
#[must_use]
pub fn papers(paper: Paper, title: Sentence, folder: &str) -> Go {
    form(FormKind::Papers(paper), title, "folder", folder)
}

/// One programme's card, or a booklet of all.
#[must_use]
pub fn policy_cards() -> Go {
    let title = Sentence::plain("app-title-policy-cards");
    form(FormKind::PolicyCards, title, "file", "policy-cards.pdf")
}

/// The static site.
#[must_use]
pub fn site() -> Go {
    form(FormKind::Site, Sentence::plain("app-title-site"), "folder", "site")
}

/// A pay list's files.
#[must_use]
pub fn pay_list(id: &str) -> Go {
    let title = Sentence::plain("app-title-export").with("id", id);
    form(FormKind::Export(id.to_owned()), title, "folder", "finance")
}

fn form(kind: FormKind, title: Sentence, field: &'static str, offered: &str) -> Go {
    Go::form(FormOpening::new(kind, title).offer(Offer::default().value(field, offered)))
}
