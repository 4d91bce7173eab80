//! 规则: programmes, rates, notices, laws, holidays and terms in force on a day; a county's new set
//! is read and taken in here.
use crate::app::command::Command;
use crate::app::dialogs::{Fact, FormKind, FormOpening, PageText, TO_TAKE_IN};
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::listed::Listed;
use crate::app::views::{RuleRow, RulesView};
use crate::app::world::World;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;
use crate::office::Offer;

/// The screen.
#[derive(Debug, Clone, Default)]
pub struct RuleBook {
    /// The rules.
    pub list: Listed<RuleRow>,
    /// Of which day; `None` = of today, as the desk knows it.
    pub day: Option<Date>,
}

impl RuleBook {
    /// Of one day; `None` = of today.
    #[must_use]
    pub fn of(day: Option<Date>) -> Self {
        Self { list: Listed::default(), day }
    }

    pub(super) fn load(&self, world: &mut World) {
        world.requests.ask(Effect::ListRules(self.day));
    }

    /// The view came.
    pub fn arrived(&mut self, view: RulesView) {
        self.day = Some(view.day);
        self.list.arrived(view.rules);
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        match (command, self.list.chosen()) {
            (Command::Back, _) => return Go::Back,
            (Command::Open, Some(row)) => {
                let mut sentence = row.sentence.clone();
                sentence.push(Sentence::plain("app-rule-name").with("name", &row.name));
                return Go::Read(PageText::Said(sentence));
            }
            (Command::RuleDay, _) => {
                let day = self.day.map(|day| day.to_string()).unwrap_or_default();
                let title = Sentence::plain("app-title-rule-day");
                let opening = FormOpening::new(FormKind::RuleDay, title);
                return Go::form(opening.offer(Offer::default().value("day", day)));
            }
            (Command::ReadReference, _) => return read_reference(),
            (other, _) => self.list.step(other, world),
        }
        Go::Stay
    }
}

/// First what would change is shown; taking in is the other choice.
fn read_reference() -> Go {
    let asked = Fact::plain("app-ask-reference").naming("folder");
    let facts = vec![
        asked.where_entered("reference", TO_TAKE_IN),
        Fact::plain("app-ask-signature").where_entered("reference", TO_TAKE_IN),
    ];
    let title = Sentence::plain("app-title-reference");
    Go::form(FormOpening::new(FormKind::Reference, title).confirm(facts))
}
