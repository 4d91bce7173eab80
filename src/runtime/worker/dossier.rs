//! 始末: one batch's disclosures, postings, cases and entries, and the rules behind its decisions.
use super::boards::boards_of;
use super::cases::case_row;
use super::lists::{asked, live_notice, notice_view, seen_of, standing, title};
use super::office::Office;
use crate::app::message::Answer;
use crate::app::views::{BatchId, CaseRow, DisclosedRow, DossierView, EventRow, PostingRow, Seen};
use crate::domain::dossier::{Disclosed, Past, Posting};
use crate::domain::journal::Event;
use crate::domain::journal::act_key;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;
use crate::office::ActName;
use crate::office::possible::next_stage;
use crate::runtime::session::{Answers, Batch, Failure, KnownBoard, KnownCase};
use crate::store::User;

impl Office {
    pub(super) fn show_dossier(&self, id: &BatchId) -> Result<Answer, Failure> {
        let batch = self.batch(id)?;
        let session = self.session()?;
        let answers = session.answers()?;
        let today = session.now().date();
        let users = session.users()?;
        let boards = session.boards(None)?;
        let dossier = &batch.dossier;
        let choices = boards_of(session, &batch)?.into_iter();
        Ok(Answer::Dossier(Box::new(DossierView {
            seen: Seen { batch: id.clone(), ..seen_of(&batch) },
            title: title(&batch),
            standing: standing(dossier, live_notice(&batch, today)),
            next: next_stage(Past::Batch(dossier)),
            edits: batch.draft.edits,
            possible: asked(&answers, DOSSIER_ACTS, &batch),
            disclosures: dossier
                .disclosures
                .iter()
                .map(|disclosed| disclosed_row(disclosed, today))
                .collect(),
            postings: dossier
                .postings
                .iter()
                .map(|posting| posting_row(&answers, posting, &batch, &boards))
                .collect::<Result<_, _>>()?,
            cases: cases(&answers, &batch, today)?,
            events: dossier.history.iter().map(|event| event_row(event, &users)).collect(),
            boards: choices.map(|known| known.name()).collect(),
        })))
    }

    pub(super) fn show_rules(&self, id: &BatchId) -> Result<Answer, Failure> {
        let batch = self.batch(id)?;
        let mut sentence = Vec::new();
        for decision in self.session()?.rules_behind(&batch)? {
            sentence.push(Sentence::plain(act_key(decision.kind)));
            sentence.push(Sentence::plain("runtime-rules-of-day").with("day", decision.day));
            sentence.extend(
                decision
                    .rules
                    .iter()
                    .filter_map(|rule| decision.reference.rule(rule))
                    .map(|rule| rule.headline()),
            );
        }
        if sentence.is_empty() {
            sentence.push(Sentence::plain("runtime-no-rules"));
        }
        Ok(Answer::Page(sentence))
    }
}

/// What 始末 offers.
const DOSSIER_ACTS: &[ActName] = &[
    ActName::Publish,
    ActName::Post,
    ActName::WithdrawDisclosure,
    ActName::Raise,
    ActName::Correct,
    ActName::Unsubmit,
];

fn cases(answers: &Answers<'_>, batch: &Batch, today: Date) -> Result<Vec<CaseRow>, Failure> {
    let Some(subject) = batch.draft.subject else { return Ok(Vec::new()) };
    let known = |case: &crate::domain::case::Case| KnownCase {
        subject,
        heads: batch.dossier.heads.clone(),
        batch: Some(batch.clone()),
        case: case.clone(),
    };
    batch.dossier.cases.iter().map(|case| case_row(answers, &known(case), today)).collect()
}

fn disclosed_row(disclosed: &Disclosed, today: Date) -> DisclosedRow {
    let body = &disclosed.body;
    DisclosedRow {
        stage: body.stage,
        revision: body.revision,
        code: body.code.clone(),
        notice: body.notice.map(|notice| notice_view(notice, today)),
        on: disclosed.at.date(),
        live: disclosed.live,
        withdrawn: disclosed.withdrawn_on.map(|on| (on, disclosed.class)),
        ended_on: disclosed.ended_on,
        list_until: body.list_until,
        changed: body.change_reason.map(|reason| (body.changed, reason)),
    }
}

fn posting_row(
    answers: &Answers<'_>,
    posting: &Posting,
    batch: &Batch,
    boards: &[KnownBoard],
) -> Result<PostingRow, Failure> {
    let disclosed = batch.dossier.disclosure(&posting.code);
    Ok(PostingRow {
        possible: answers.all(&[ActName::TakeDown], batch, Some(posting.entry))?,
        posting: posting.entry,
        board: boards
            .iter()
            .find(|known| known.subject == posting.board)
            .map(KnownBoard::name)
            .unwrap_or_default(),
        check_code: posting.code.check_code(),
        revision: disclosed.map_or(0, |disclosed| disclosed.body.revision),
        on: posting.on,
        through: posting.through,
        down_on: posting.down.as_ref().map(|down| down.on),
        recalled: posting.hangs() && batch.dossier.recall_of(posting).is_some(),
        photos: posting.photos.len() + posting.down.as_ref().map_or(0, |down| down.photos.len()),
    })
}

fn event_row(event: &Event, users: &[User]) -> EventRow {
    let author = users.iter().find(|user| Some(user.entry) == event.author);
    EventRow {
        at: format!("{} {}", event.at.date(), event.at.clock()),
        act: act_key(&event.kind),
        author: author.map(|user| user.name.clone()).unwrap_or_default(),
        without_effect: event.without_effect.clone(),
    }
}
