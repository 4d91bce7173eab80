//! A batch that was corrected.
use super::cases::cases;
use super::{hash, seen};
use crate::app::views::{DisclosedRow, DossierView, EventRow, NoticeView, PostingRow, Standing};
use crate::domain::disclosure::revision::ChangeReason;
use crate::domain::disclosure::{Code, DisclosureStage};
use crate::domain::dossier::Refusal;
use crate::office::{ActName, Possibilities, Possible};
use jiff::civil::date;

pub(crate) fn dossier() -> DossierView {
    let code = |text: &str| Code::of(text.as_bytes());
    let notice = NoticeView { from: date(2026, 6, 28), to: date(2026, 7, 5), days_left: 4 };
    let disclosed = |revision, live| DisclosedRow {
        stage: DisclosureStage::Notice,
        revision,
        code: code(&revision.to_string()),
        notice: Some(notice),
        on: date(2026, 6, 28),
        live,
        withdrawn: None,
        ended_on: None,
        list_until: Some(date(2026, 8, 4)),
        changed: None,
    };
    let posting = |board: &str, revision: u32, recalled| PostingRow {
        posting: hash(board),
        board: board.into(),
        check_code: code(&revision.to_string()).check_code(),
        revision,
        on: date(2026, 6, 28),
        through: Some(date(2026, 7, 5)),
        down_on: None,
        recalled,
        photos: 2,
        possible: Possibilities::yes(&[ActName::TakeDown]),
    };
    let event = |act, author: &str| EventRow {
        at: "2026-06-28 09:12".into(),
        act,
        author: author.into(),
        without_effect: None,
    };
    DossierView {
        seen: seen("4"),
        title: "沱阳村 耕地地力保护补贴 2026".into(),
        standing: Standing::Noticed,
        next: DisclosureStage::Notice,
        edits: 0,
        possible: Possibilities::yes(&[
            ActName::Publish,
            ActName::Post,
            ActName::WithdrawDisclosure,
            ActName::Raise,
        ])
        .with(ActName::Correct, Possible::No(Refusal::NothingToCorrect))
        .with(ActName::Unsubmit, Possible::No(Refusal::NothingThere)),
        disclosures: vec![
            disclosed(1, false),
            DisclosedRow {
                on: date(2026, 7, 1),
                changed: Some((1, ChangeReason::Objection)),
                ..disclosed(2, true)
            },
        ],
        postings: vec![
            posting("沱阳村/村委会门口栏", 1, true),
            posting("沱阳村/文化广场电子屏", 2, false),
        ],
        cases: cases(),
        events: vec![
            event("act-published", "李秀英"),
            event("act-raised", "李秀英"),
            EventRow {
                without_effect: Some("refused-role".into()),
                ..event("act-approved", "王建国")
            },
        ],
        boards: vec!["沱阳村/村委会门口栏".into(), "沱阳村/文化广场电子屏".into()],
    }
}
