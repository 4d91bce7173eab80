//! Batches, persons found, the public side, pay lists: lists as the screens show them.
use super::office::Office;
use crate::app::message::Answer;
use crate::app::views::{
    BatchId, BatchRow, DisclosureRow, FinanceView, FoundRow, NoticeView, PayListRow, PublicView,
    PublishRow, Seen, Standing,
};
use crate::domain::disclosure::NoticePeriod;
use crate::domain::dossier::{Dossier, Stage};
use crate::domain::roll::BatchKind;
use crate::domain::values::date::Date;
use crate::office::possibilities::onward;
use crate::office::{ActName, Possibilities, Possible};
use crate::runtime::session::{Answers, Batch, Failure};
use pinyin::ToPinyin;

impl Office {
    pub(super) fn list_batches(&self) -> Result<Vec<BatchRow>, Failure> {
        let session = self.session()?;
        let answers = session.answers()?;
        let today = session.now().date();
        session.batches_as(|batch| batch_row(&answers, batch, today))
    }

    pub(super) fn find(&mut self, text: &str) -> Result<Answer, Failure> {
        let found = self.session_mut()?.find(text)?;
        let rows = found.into_iter().flat_map(|person| {
            let name = person.name;
            let id = person.masked_id;
            person.payments.into_iter().map(move |payment| FoundRow {
                batch: BatchId(payment.batch),
                line: payment.line,
                name: name.clone(),
                id: id.clone(),
                title: format!("{} {} {}", payment.village, payment.programme, payment.period),
                amount: payment.amount,
            })
        });
        Ok(Answer::Found(rows.collect()))
    }

    /// What waits to be published, and what is public.
    pub(super) fn list_public(&self) -> Result<Answer, Failure> {
        let session = self.session()?;
        let answers = session.answers()?;
        let today = session.now().date();
        let mut view = PublicView::default();
        for batch in session.batches()? {
            let title = title(&batch);
            let possible = asked(&answers, PUBLIC_ACTS, &batch);
            for disclosed in batch
                .dossier
                .disclosures
                .iter()
                .rev()
                .filter(|disclosed| disclosed.live || disclosed.withdrawn_on.is_some())
            {
                view.published.push(DisclosureRow {
                    seen: seen_of(&batch),
                    title: title.clone(),
                    revision: disclosed.body.revision,
                    notice: disclosed.body.notice.map(|notice| notice_view(notice, today)),
                    check_code: disclosed.body.code.check_code(),
                    withdrawn: disclosed.withdrawn_on.is_some(),
                    possible: possible.clone(),
                });
            }
            let waits = onward(&batch.dossier, answers.when(&batch)) == Some(ActName::Publish);
            if waits && possible.refusal(ActName::Publish).is_none() {
                let until = session.notice_plan(&batch, today)?.period.to;
                view.waiting.push(PublishRow {
                    seen: seen_of(&batch),
                    title,
                    totals: batch.draft.totals,
                    from: today,
                    until,
                    edits: batch.draft.edits,
                    possible,
                });
            }
        }
        Ok(Answer::Public(view))
    }

    pub(super) fn list_finance(&self) -> Result<Answer, Failure> {
        let session = self.session()?;
        let answers = session.answers()?;
        let row = |list: crate::runtime::session::PayListMade| {
            let made_on = list
                .batches
                .iter()
                .find_map(|batch| batch.dossier.pay_list())
                .map_or_else(|| session.now().date(), |paid| paid.made_on);
            let batches = u32::try_from(list.batches.len()).unwrap_or(u32::MAX);
            let possible = booked(&answers, &list.batches);
            PayListRow { id: list.id, made_on, batches, lines: list.lines, fen: list.fen, possible }
        };
        Ok(Answer::Finance(FinanceView {
            pay_lists: session.pay_lists()?.into_iter().map(row).collect(),
        }))
    }
}

/// What a row of the list of batches offers, and what would bring it on.
const BATCH_ACTS: &[ActName] = &[
    ActName::Publish,
    ActName::Submit,
    ActName::Approve,
    ActName::Sign,
    ActName::PayList,
    ActName::Discard,
];

/// What a row of the public side offers.
const PUBLIC_ACTS: &[ActName] = &[ActName::Publish, ActName::Withdraw, ActName::Raise];

/// The answers for these acts. A batch that corrects one that is not here yet stays unchecked: the
/// list goes on without it.
pub(super) fn asked(answers: &Answers<'_>, acts: &[ActName], batch: &Batch) -> Possibilities {
    answers.all(acts, batch, None).unwrap_or_default()
}

/// A list is booked as one: what keeps one of its batches keeps the list.
fn booked(answers: &Answers<'_>, batches: &[Batch]) -> Possibilities {
    let act = ActName::BookPayment;
    let each = || batches.iter().map(|batch| answers.of(act, batch, None));
    let kept = each().find_map(|answer| answer.ok().filter(|answer| *answer != Possible::Yes));
    let answer =
        kept.unwrap_or(if batches.is_empty() { Possible::Unchecked } else { Possible::Yes });
    std::iter::once((act, answer)).collect()
}

fn batch_row(answers: &Answers<'_>, batch: Batch, today: Date) -> BatchRow {
    let notice = batch
        .dossier
        .live_notice()
        .and_then(|disclosed| disclosed.body.notice)
        .map(|notice| notice_view(notice, today));
    let initials = format!("{} {}", initials(&batch.village), initials(&batch.programme));
    let totals = batch
        .dossier
        .submission()
        .filter(|_| !batch.stage().is_open())
        .map_or(batch.draft.totals, |submission| submission.body.totals);
    BatchRow {
        seen: seen_of(&batch),
        label: batch.dossier.label().unwrap_or_default().to_owned(),
        initials,
        period: batch.draft.key.period,
        kind: batch.draft.key.kind,
        standing: standing(&batch.dossier, notice),
        totals,
        blocking: batch.draft.found.block,
        unexplained: batch.draft.found.unexplained,
        explained: batch.draft.found.explained,
        next: onward(&batch.dossier, answers.when(&batch)),
        possible: asked(answers, BATCH_ACTS, &batch),
        edits: batch.draft.edits,
        notice,
        village: batch.village,
        programme: batch.programme,
    }
}

/// The word for where it stands; a running notice is said where nothing more urgent is.
pub(super) fn standing(dossier: &Dossier, notice: Option<NoticeView>) -> Standing {
    if dossier.conflict {
        return Standing::Conflict;
    }
    match (dossier.stage(), notice) {
        (Stage::Withdrawn, _) => Standing::Withdrawn,
        (Stage::Returned, _) => Standing::Returned,
        (Stage::Submitted, _) => Standing::Submitted,
        (Stage::Reviewed, _) => Standing::Reviewed,
        (Stage::Handed, _) => Standing::HandedOver,
        (Stage::Paid, _) => Standing::Paid,
        (Stage::Open | Stage::Approved, Some(notice)) if notice.days_left >= 0 => Standing::Noticed,
        (Stage::Open, Some(_)) => Standing::NoticeEnded,
        (Stage::Open, None) => Standing::Draft,
        (Stage::Approved, _) => Standing::Approved,
    }
}

pub(super) fn notice_view(notice: NoticePeriod, today: Date) -> NoticeView {
    let days_left = today.until(notice.to).map_or(0, |span| span.get_days());
    NoticeView { from: notice.from, to: notice.to, days_left }
}

/// The notice that counts now.
pub(super) fn live_notice(batch: &Batch, today: Date) -> Option<NoticeView> {
    batch
        .dossier
        .live_notice()
        .and_then(|disclosed| disclosed.body.notice)
        .map(|notice| notice_view(notice, today))
}

/// A draft's number stays when it becomes a batch: so a screen keeps its batch through every act.
pub(super) fn seen_of(batch: &Batch) -> Seen {
    Seen { batch: BatchId(format!("D-{}", batch.draft.number)), heads: batch.dossier.heads.clone() }
}

/// As on paper, a kind other than the usual is said.
pub(super) fn title(batch: &Batch) -> String {
    let kind = match batch.draft.key.kind {
        BatchKind::Normal => "",
        BatchKind::Arrears => " 补发",
        BatchKind::Correction(_) => " 更正",
    };
    format!("{} {} {}{kind}", batch.village, batch.programme, batch.draft.key.period)
}

fn initials(text: &str) -> String {
    text.to_pinyin().flatten().map(pinyin::Pinyin::first_letter).collect()
}
