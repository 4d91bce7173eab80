//! Forms of the register: an objection or enquiry comes in, two people look into it, it is answered
//! or sent on.
use super::Purpose;
use super::ask::{Ask, Asked, Label, Ready};
use super::filled::{Filled, Wrong, wrong};
use crate::app::effect::Effect;
use crate::app::orders::{CaseOrder, NewCase};
use crate::app::update::Go;
use crate::app::views::{CaseRow, Seen, SeenCase};
use crate::app::world::World;
use crate::domain::case::{Action, CaseKind, CaseType, Channel, Outcome};
use crate::domain::text::sentence::Sentence;

/// Which act, and on what.
#[derive(Debug, Clone)]
pub enum CaseForm {
    /// Register one of these kinds.
    Raise(Option<Seen>, &'static [CaseKind]),
    /// What two people found.
    Investigate(SeenCase),
    /// The answer, one of these.
    Answer(SeenCase, &'static [Action]),
    /// Unit and day.
    Escalate(SeenCase),
}

impl CaseForm {
    /// What the entries lead to, or which of them is wrong.
    ///
    /// # Errors
    /// [`Wrong`].
    pub fn ready(&self, filled: &Filled) -> Result<Ready, Wrong> {
        let order = match self {
            Self::Raise(batch, kinds) => {
                CaseOrder::Raise(Box::new(raised(batch.clone(), kinds, filled)?))
            }
            Self::Investigate(case) => {
                let investigators = [filled.needed_secret(2)?, filled.needed_secret(3)?];
                if investigators[0] == investigators[1] {
                    return Err(wrong(3, "refused-two-investigators"));
                }
                let (on, outcome, facts) =
                    (filled.day(0)?, filled.chosen(1, Outcome::ALL)?, filled.needed_secret(4)?);
                CaseOrder::Investigate { case: case.clone(), on, outcome, investigators, facts }
            }
            Self::Answer(case, actions) => {
                let (on, action) = (filled.day(0)?, filled.chosen(1, actions)?);
                CaseOrder::Answer { case: case.clone(), on, action, note: filled.secret(2) }
            }
            Self::Escalate(case) => {
                let (on, to) = (filled.day(0)?, filled.needed(1)?);
                CaseOrder::Escalate { case: case.clone(), on, to }
            }
        };
        Ok(Ready::Order(Effect::OnCase(order)))
    }
}

fn raised(batch: Option<Seen>, kinds: &[CaseKind], filled: &Filled) -> Result<NewCase, Wrong> {
    Ok(NewCase {
        batch,
        kind: filled.chosen(0, kinds)?,
        about: filled.chosen(1, CaseType::ALL)?,
        channel: filled.chosen(2, Channel::ALL)?,
        received_on: filled.day(3)?,
        row: filled.row(4)?,
        hold: filled.place_of(5) == 1,
        name: filled.secret(6),
        reach: filled.secret(7),
        text: filled.needed_secret(8)?,
    })
}

/// Registers an objection or enquiry: about a batch, at the row under the cursor, or an enquiry
/// about nothing public.
#[must_use]
pub fn raise(about: Option<(&Seen, &str)>, row: Option<u32>, world: &World) -> Go {
    const EITHER: &[CaseKind] = CaseKind::ALL;
    let kinds = if about.is_some() { EITHER } else { &[CaseKind::Enquiry] };
    let title = match about {
        Some((_, title)) => Sentence::plain("app-title-raise").with("title", title),
        None => Sentence::plain("app-title-enquire"),
    };
    let yes_no = vec![Label::Key("app-no-hold"), Label::Key("app-hold")];
    let fields = vec![
        Asked::word("app-field-case-kind", kinds, CaseKind::key, 0),
        Asked::word("app-field-case-type", CaseType::ALL, CaseType::key, 0),
        Asked::word("app-field-channel", Channel::ALL, Channel::key, 0),
        Asked::text("app-field-received-on", world.today()),
        Asked::text("app-field-case-row", row.map(|row| row.to_string()).unwrap_or_default()),
        Asked::choice("app-field-hold", yes_no, 0),
        Asked::text("app-field-case-name", ""),
        Asked::text("app-field-case-reach", ""),
        Asked::long("app-field-case-text"),
    ];
    Ask::open(
        Purpose::Case(CaseForm::Raise(about.map(|(seen, _)| seen.clone()), kinds)),
        title,
        fields,
    )
}

/// What two people found; the last finding holds.
#[must_use]
pub fn investigate(row: &CaseRow, world: &World) -> Go {
    let fields = vec![
        Asked::text("app-field-day", world.today()),
        Asked::word("app-field-outcome", Outcome::ALL, Outcome::key, 0),
        Asked::text("app-field-investigator", ""),
        Asked::text("app-field-investigator-too", ""),
        Asked::long("app-field-facts"),
    ];
    let title = Sentence::plain("app-title-investigate").with("no", &row.case.raised.no);
    Ask::open(Purpose::Case(CaseForm::Investigate(row.seen.clone())), title, fields)
}

/// The written answer.
#[must_use]
pub fn answer(row: &CaseRow, world: &World) -> Go {
    let actions = row.case.possible_actions(row.handed);
    let fields = vec![
        Asked::text("app-field-day", world.today()),
        Asked::word("app-field-action", actions, Action::key, 0),
        Asked::long("app-field-note"),
    ];
    let title = Sentence::plain("app-title-answer").with("no", &row.case.raised.no);
    Ask::open(Purpose::Case(CaseForm::Answer(row.seen.clone(), actions)), title, fields)
}

/// Sends it on to another unit.
#[must_use]
pub fn escalate(row: &CaseRow, world: &World) -> Go {
    let fields =
        vec![Asked::text("app-field-day", world.today()), Asked::text("app-field-unit", "")];
    let title = Sentence::plain("app-title-escalate").with("no", &row.case.raised.no);
    Ask::open(Purpose::Case(CaseForm::Escalate(row.seen.clone())), title, fields)
}
