//! 财政: approved batches whose notice has ended become a pay list; pay lists become files.
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::openings::{batches, papers};
use crate::app::views::{BatchId, BatchRow, FinanceView, PayListRow};
use crate::app::world::{World, moved};
use crate::domain::people::user::Role;
use crate::domain::text::sentence::Sentence;
use std::collections::BTreeSet;

/// The screen.
#[derive(Debug, Clone, Default)]
pub struct Finance {
    /// Pay lists, once they came.
    pub view: Option<FinanceView>,
    /// The chosen item.
    pub cursor: usize,
    /// Marked batches.
    pub marked: BTreeSet<BatchId>,
}

/// One item: what may be paid stands first.
#[derive(Debug, Clone, Copy)]
pub enum FinanceItem<'a> {
    /// May go into a pay list.
    Payable(&'a BatchRow),
    /// Is a pay list.
    PayList(&'a PayListRow),
}

impl Finance {
    pub(super) fn load(world: &mut World) {
        world.requests.ask(Effect::ListBatches);
        world.requests.ask(Effect::ListFinance);
    }

    /// The view came.
    pub fn arrived(&mut self, view: FinanceView) {
        self.view = Some(view);
    }

    /// What there is, in order.
    #[must_use]
    pub fn items<'a>(&'a self, world: &'a World) -> Vec<FinanceItem<'a>> {
        let payable = world.batches.iter().filter(|batch| batch.payable).map(FinanceItem::Payable);
        let lists =
            self.view.iter().flat_map(|view| view.pay_lists.iter()).map(FinanceItem::PayList);
        payable.chain(lists).collect()
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        let items = self.items(world);
        let (count, chosen) = (items.len(), items.get(self.cursor).copied());
        match (command, chosen) {
            (Command::Back, _) if self.marked.is_empty() => return Go::Back,
            (Command::Back, _) => self.marked.clear(),
            (Command::Mark, Some(FinanceItem::Payable(batch))) => {
                let id = batch.seen.batch.clone();
                if !self.marked.remove(&id) {
                    self.marked.insert(id);
                }
                self.cursor = moved(self.cursor, Command::Down, count, 1);
            }
            (Command::Open | Command::Export, Some(FinanceItem::PayList(list))) => {
                return export(list, world);
            }
            (Command::BookPaid, Some(FinanceItem::PayList(list))) => {
                return batches::book_payment(list);
            }
            (Command::Open | Command::Pay, chosen) => return self.pay(chosen, world),
            (Command::Export | Command::BookPaid, _) => {
                world.refuse(Sentence::plain("app-choose-pay-list"));
            }
            (other, _) => self.cursor = moved(self.cursor, other, count, world.page()),
        }
        Go::Stay
    }

    fn pay(&self, chosen: Option<FinanceItem>, world: &World) -> Go {
        let under_cursor = match chosen {
            Some(FinanceItem::Payable(batch)) => Some(&batch.seen.batch),
            Some(FinanceItem::PayList(_)) | None => None,
        };
        let is_meant = |id: &BatchId| {
            if self.marked.is_empty() { under_cursor == Some(id) } else { self.marked.contains(id) }
        };
        let meant: Vec<&BatchRow> = world
            .batches
            .iter()
            .filter(|batch| batch.payable && is_meant(&batch.seen.batch))
            .collect();
        if meant.is_empty() || !world.holds(Role::Treasurer) {
            return Go::Stay;
        }
        batches::pay(&meant)
    }
}

fn export(list: &PayListRow, world: &World) -> Go {
    if world.holds(Role::Treasurer) { papers::pay_list(&list.id) } else { Go::Stay }
}
