//! 规则: programmes, rates, notices, laws, holidays and terms in force on a day; a county's new set
//! is read and taken in here.
use crate::app::command::Command;
use crate::app::dialogs::{Ask, Asked, Dialog, Label, Page, PageText, Purpose};
use crate::app::effect::Effect;
use crate::app::listed::Listed;
use crate::app::update::Go;
use crate::app::views::{RuleRow, RulesView};
use crate::app::world::World;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;

/// The screen.
#[derive(Debug, Clone, Default)]
pub struct RuleBook {
    /// The rules.
    pub list: Listed<RuleRow>,
    /// Of which day; `None` = of today, as the desk knows it.
    pub day: Option<Date>,
}

impl RuleBook {
    /// Of one day.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self { list: Listed::default(), day: Some(day) }
    }

    pub(super) fn load(&self, world: &mut World) {
        world.post.ask(Effect::ListRules(self.day));
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
                return Go::Open(Box::new(Dialog::Page(Page::new(PageText::Said(sentence)))));
            }
            (Command::RuleDay, _) => {
                let day = self.day.map(|day| day.to_string()).unwrap_or_default();
                return Ask::open(
                    Purpose::RuleDay,
                    Sentence::plain("app-title-rule-day"),
                    vec![Asked::text("app-field-day", day)],
                );
            }
            (Command::ReadReference, _) => return read_reference(),
            (other, _) => self.list.step(other, world),
        }
        Go::Stay
    }
}

/// First what would change is shown; taking in is the other choice.
fn read_reference() -> Go {
    let options =
        ["app-reference-look", "app-reference-take-in"].into_iter().map(Label::Key).collect();
    let fields =
        vec![Asked::text("app-field-folder", ""), Asked::choice("app-field-reference", options, 0)];
    Ask::open(Purpose::Reference, Sentence::plain("app-title-reference"), fields)
}
