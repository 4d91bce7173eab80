//! Forms for later acts on a batch: posting, taking down, the next publication, withdrawal, a
//! correction batch.
use super::Purpose;
use super::ask::{Ask, Asked, Label, Ready};
use super::filled::{Filled, Wrong, wrong};
use crate::app::effect::Effect;
use crate::app::orders::{Answers, BatchOrder};
use crate::app::update::Go;
use crate::app::views::{DisclosedRow, DossierView, Seen};
use crate::app::world::World;
use crate::domain::case::Action;
use crate::domain::disclosure::revision::ChangeReason;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::disclosure::{Code, DisclosureStage};
use crate::domain::journal::{EntryId, Subject};
use crate::domain::text::sentence::Sentence;

/// Which act, and on what.
#[derive(Debug, Clone)]
pub enum BatchForm {
    /// Board, day, photos.
    Post(Seen, Code, Vec<Subject>),
    /// Day, photos.
    TakeDown(Seen, EntryId),
    /// The next publication.
    Publish(NextPublication),
    /// Class, reason.
    WithdrawDisclosure(Seen, Code),
    /// Rows.
    Correct(Seen),
}

/// What the next publication of a batch would be; the form asks only what is open.
#[derive(Debug, Clone)]
pub struct NextPublication {
    seen: Seen,
    title: String,
    stage: DisclosureStage,
    revision: u32,
    /// Is a reason asked: a live one is corrected, or a promise to correct is kept?
    corrects: bool,
    /// Upheld objections that it may answer, in the order of the form.
    answers: Vec<Answers>,
}

impl BatchForm {
    /// What the entries lead to, or which of them is wrong.
    ///
    /// # Errors
    /// [`Wrong`].
    pub fn ready(&self, filled: &Filled) -> Result<Ready, Wrong> {
        let (seen, order) = match self {
            Self::Post(seen, code, boards) => {
                let (board, on) = (filled.chosen(0, boards)?, filled.day(1)?);
                (seen, BatchOrder::Post { code: code.clone(), board, on, photos: filled.photos(2) })
            }
            Self::TakeDown(seen, posting) => (
                seen,
                BatchOrder::TakeDown {
                    posting: *posting,
                    on: filled.day(0)?,
                    photos: filled.photos(1),
                },
            ),
            Self::Publish(next) => return next.ready(filled),
            Self::WithdrawDisclosure(seen, code) => {
                let (class, reason) =
                    (filled.chosen(0, &WithdrawalReason::GIVEN)?, filled.needed(1)?);
                let order = BatchOrder::WithdrawDisclosure { code: code.clone(), class, reason };
                let privacy = class == WithdrawalReason::Privacy;
                let asked = if privacy {
                    "app-ask-withdraw-for-privacy"
                } else {
                    "app-ask-withdraw-disclosure"
                };
                let facts = vec![
                    Sentence::plain(asked).with("code", code.check_code()),
                    Sentence::plain("app-ask-withdraw-follows"),
                    Sentence::plain("app-ask-signature"),
                ];
                return Ok(Ready::Confirm(Effect::OnBatch { seen: seen.clone(), order }, facts));
            }
            Self::Correct(seen) => {
                filled.needed(0)?;
                (seen, BatchOrder::Correct(filled.rows(0)?))
            }
        };
        Ok(Ready::Order(Effect::OnBatch { seen: seen.clone(), order }))
    }
}

impl NextPublication {
    /// As the batch stands.
    #[must_use]
    pub fn of(view: &DossierView) -> Self {
        let stage = view.next.0;
        let of_stage = || view.disclosures.iter().filter(|disclosed| disclosed.stage == stage);
        let answers = answers(view);
        Self {
            seen: view.seen.clone(),
            title: view.title.clone(),
            stage,
            revision: of_stage().map(|disclosed| disclosed.revision).max().unwrap_or(0) + 1,
            corrects: of_stage().any(|disclosed| disclosed.live) || !answers.is_empty(),
            answers,
        }
    }

    /// Day, reason and answered objection, each only where it is open.
    fn fields(&self, world: &World) -> Vec<Asked> {
        let mut fields = Vec::new();
        if self.stage == DisclosureStage::Notice {
            fields.push(Asked::text("app-field-from", world.today()));
        }
        if self.corrects {
            let usual = if self.answers.is_empty() {
                ChangeReason::Verified
            } else {
                ChangeReason::Objection
            };
            let chosen = ChangeReason::ALL.iter().position(|one| *one == usual).unwrap_or(0);
            fields.push(Asked::word(
                "app-field-change-reason",
                ChangeReason::ALL,
                ChangeReason::key,
                chosen,
            ));
            if !self.answers.is_empty() {
                fields.push(Asked::choice(
                    "app-field-answers",
                    self.answers.iter().map(named).collect(),
                    0,
                ));
            }
        }
        fields
    }

    fn ready(&self, filled: &Filled) -> Result<Ready, Wrong> {
        let is_notice = self.stage == DisclosureStage::Notice;
        let from = if is_notice { Some(filled.day(0)?) } else { None };
        let first = usize::from(is_notice);
        let reason =
            if self.corrects { Some(filled.chosen(first, ChangeReason::ALL)?) } else { None };
        let answers = self.answers.get(filled.place_of(first + 1)).cloned().unwrap_or(Answers::All);
        let names_none = self.answers.is_empty() || answers == Answers::These(Vec::new());
        if names_none && reason == Some(ChangeReason::Objection) {
            return Err(wrong(first, "app-wrong-no-objection"));
        }
        let order = BatchOrder::Publish { stage: self.stage, from, reason, answers };
        Ok(Ready::Confirm(Effect::OnBatch { seen: self.seen.clone(), order }, self.facts()))
    }

    fn facts(&self) -> Vec<Sentence> {
        let key = match self.stage {
            DisclosureStage::Notice => "app-ask-publish-revision",
            DisclosureStage::Result => "app-ask-publish-result",
        };
        let asked = Sentence::plain(key).with("title", &self.title).with("revision", self.revision);
        vec![asked, Sentence::plain("app-ask-publish-final"), Sentence::plain("app-ask-signature")]
    }
}

/// All of several promises, each one that may be answered, none; nothing if no objection waits.
fn answers(view: &DossierView) -> Vec<Answers> {
    let cases = || view.cases.iter().map(|row| &row.case);
    let several = cases().filter(|case| case.promised(Action::Correct)).count() > 1;
    let mut answers: Vec<Answers> = several.then_some(Answers::All).into_iter().collect();
    answers.extend(
        cases()
            .filter(|case| case.may_be_corrected())
            .map(|case| Answers::These(vec![case.raised.no.clone()])),
    );
    if !answers.is_empty() {
        answers.push(Answers::These(Vec::new()));
    }
    answers
}

fn named(answers: &Answers) -> Label {
    match answers {
        Answers::All => Label::Key("app-answers-all"),
        Answers::These(numbers) if numbers.is_empty() => Label::Key("app-answers-none"),
        Answers::These(numbers) => Label::Said(numbers.join("、")),
    }
}

/// The next publication of a batch: the result after payment, else a notice.
#[must_use]
pub fn publish(view: &DossierView, world: &World) -> Go {
    let next = NextPublication::of(view);
    let key = match next.stage {
        DisclosureStage::Notice => "app-title-publish-revision",
        DisclosureStage::Result => "app-title-publish-result",
    };
    let title = Sentence::plain(key).with("title", &next.title).with("revision", next.revision);
    let fields = next.fields(world);
    if fields.is_empty() {
        let order = BatchOrder::Publish {
            stage: next.stage,
            from: None,
            reason: None,
            answers: Answers::All,
        };
        return super::Question::before(
            Effect::OnBatch { seen: next.seen.clone(), order },
            next.facts(),
        );
    }
    Ask::open(Purpose::Batch(BatchForm::Publish(next)), title, fields)
}

/// Hangs a disclosure on a board; one where it does not hang yet is offered, if there is such a
/// one.
#[must_use]
pub fn post(view: &DossierView, live: &DisclosedRow, world: &World) -> Go {
    let check_code = live.code.check_code();
    let hangs = |name: &str| {
        view.postings.iter().any(|there| {
            there.board == name && there.check_code == check_code && there.down_on.is_none()
        })
    };
    let chosen = view.boards.iter().position(|board| !hangs(&board.name)).unwrap_or(0);
    let options = view.boards.iter().map(|board| Label::Said(board.name.clone())).collect();
    let fields = vec![
        Asked::choice("app-field-board", options, chosen),
        Asked::text("app-field-day", world.today()),
        Asked::text("app-field-photo-near", ""),
        Asked::text("app-field-photo-far", ""),
    ];
    let title =
        Sentence::plain("app-title-post").with("title", &view.title).with("code", check_code);
    let boards = view.boards.iter().map(|board| board.board).collect();
    Ask::open(
        Purpose::Batch(BatchForm::Post(view.seen.clone(), live.code.clone(), boards)),
        title,
        fields,
    )
}

/// Takes a posting down; under recall a photo is needed, and the title says so.
#[must_use]
pub fn take_down(seen: &Seen, posting: EntryId, board: &str, recalled: bool, world: &World) -> Go {
    let fields = vec![
        Asked::text("app-field-day", world.today()),
        Asked::text("app-field-photo-near", ""),
        Asked::text("app-field-photo-far", ""),
    ];
    let title =
        Sentence::plain(if recalled { "app-title-confirm-recall" } else { "app-title-take-down" })
            .with("board", board);
    Ask::open(Purpose::Batch(BatchForm::TakeDown(seen.clone(), posting)), title, fields)
}

/// Takes one disclosure back; the batch stands.
#[must_use]
pub fn withdraw(view: &DossierView, disclosed: &DisclosedRow) -> Go {
    let fields = vec![class_field(), Asked::text("app-field-reason", "")];
    let title = Sentence::plain("app-title-withdraw-disclosure")
        .with("title", &view.title)
        .with("code", disclosed.code.check_code());
    Ask::open(
        Purpose::Batch(BatchForm::WithdrawDisclosure(view.seen.clone(), disclosed.code.clone())),
        title,
        fields,
    )
}

/// The class of the reason, which becomes public.
#[must_use]
pub fn class_field() -> Asked {
    Asked::word("app-field-class", &WithdrawalReason::GIVEN, WithdrawalReason::key, 1)
}

/// Takes back the submission and all live disclosures.
#[must_use]
pub fn withdraw_all(seen: &Seen, title: &str) -> Go {
    let sentence = Sentence::plain("app-title-withdraw").with("title", title);
    Ask::open(
        Purpose::Withdraw(seen.clone()),
        sentence,
        vec![Asked::text("app-field-reason", ""), class_field()],
    )
}

/// 更正批次 of some lines.
#[must_use]
pub fn correct(view: &DossierView) -> Go {
    let title = Sentence::plain("app-title-correct").with("title", &view.title);
    Ask::open(
        Purpose::Batch(BatchForm::Correct(view.seen.clone())),
        title,
        vec![Asked::text("app-field-rows", "")],
    )
}
