//! Its register of objections and enquiries.
use super::hash;
use crate::app::views::{BatchId, CaseRow, CaseView, SeenCase};
use crate::domain::case::{Action, Case, CaseKind, CaseType, Channel, Outcome};
use crate::domain::dossier::Refusal;
use crate::domain::journal::{Answered, Investigated, Raised};
use crate::domain::text::secret::Secret;
use crate::domain::values::date::Date;
use crate::office::{ActName, Possibilities, Possible};
use jiff::civil::date;

fn raised(no: u32, kind: CaseKind, received_on: Date, due: Date) -> Case {
    let letters = if kind == CaseKind::Objection { "YY" } else { "CX" };
    Case {
        entry: hash(&no.to_string()),
        raised: Raised {
            case: kind,
            no: format!("140923104-2026-{letters}-{no:04}"),
            received_on,
            channel: Channel::Phone,
            about: CaseType::Area,
            code: None,
            row: Some(14),
            hold: kind == CaseKind::Objection,
            due,
            text: hash("text"),
            rules: None,
        },
        investigated: None,
        escalated: Vec::new(),
        answered: None,
        settled: false,
    }
}

fn case_row(case: Case, days_left: i32) -> CaseRow {
    CaseRow {
        seen: SeenCase { no: case.raised.no.clone(), heads: vec![hash("head")] },
        batch: Some(BatchId("4".into())),
        title: "沱阳村 耕地地力保护补贴 2026".into(),
        possible: possible(&case),
        case,
        handed: false,
        days_left,
    }
}

/// What the register offers of it.
fn possible(case: &Case) -> Possibilities {
    let acts = [ActName::Investigate, ActName::Answer, ActName::Escalate];
    if !case.is_open() {
        return acts.into_iter().map(|act| (act, Possible::No(Refusal::CaseClosed))).collect();
    }
    let all = Possibilities::yes(&acts);
    if case.investigated.is_some() {
        return all;
    }
    all.with(ActName::Answer, Possible::No(Refusal::NotInvestigated))
}

fn found(outcome: Outcome) -> Investigated {
    Investigated { case: hash("case"), on: date(2026, 6, 30), outcome, facts: hash("facts") }
}

pub(crate) fn cases() -> Vec<CaseRow> {
    let open = raised(3, CaseKind::Objection, date(2026, 6, 29), date(2026, 7, 3));
    let answered = |action| {
        Some(Answered {
            case: hash("case"),
            on: date(2026, 7, 1),
            action,
            reply: hash("reply"),
            rules: None,
        })
    };
    let upheld = Case {
        investigated: Some(found(Outcome::Upheld)),
        answered: answered(Action::Correct),
        ..raised(2, CaseKind::Objection, date(2026, 6, 20), date(2026, 6, 25))
    };
    let enquiry = Case {
        answered: answered(Action::Explain),
        ..raised(1, CaseKind::Enquiry, date(2026, 5, 4), date(2026, 5, 9))
    };
    vec![case_row(enquiry, -50), case_row(upheld, -6), case_row(open, 2)]
}

/// The open objection, looked into.
pub(crate) fn case() -> CaseView {
    let case = Case {
        investigated: Some(found(Outcome::Upheld)),
        ..raised(3, CaseKind::Objection, date(2026, 6, 29), date(2026, 7, 3))
    };
    CaseView {
        row: case_row(case, 2),
        name: Secret::new("曹计明"),
        reach: Secret::new("村东头第三家"),
        text: Secret::new("我家二组那块地少登了一亩二分,去年换证的时候量过,请核实。"),
        investigators: vec![Secret::new("张建军"), Secret::new("韩来旺")],
        facts: Some(Secret::new("现场丈量四至,对照确权证,少登 1.20 亩。")),
        erased: false,
    }
}
