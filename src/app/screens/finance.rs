//! 财政: approved batches whose notice has ended become a pay list; pay lists become files.
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::listed::first_shown;
use crate::app::openings::{batches, papers};
use crate::app::readiness::Readiness;
use crate::app::views::{BatchId, BatchRow, FinanceView, PayListRow, RowsState};
use crate::app::world::{World, moved};
use crate::domain::people::user::Role;
use crate::domain::text::sentence::Sentence;
use crate::office::ActName;
use std::collections::BTreeSet;

/// Lines above the list.
const HEADS: usize = 1;

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
    /// Waits for its pay list: possible or not, or nobody has looked.
    Batch(&'a BatchRow),
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
        let mut waiting: Vec<&BatchRow> = world.batches.iter().filter(|it| waits(it)).collect();
        waiting.sort_by_key(|batch| (!is_payable(batch), !batch.lacks_a_look()));
        let lists =
            self.view.iter().flat_map(|view| view.pay_lists.iter()).map(FinanceItem::PayList);
        waiting.into_iter().map(FinanceItem::Batch).chain(lists).collect()
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        let items = self.items(world);
        let count = items.len();
        let chosen = items.get(self.cursor).copied();
        match (command, chosen) {
            (Command::Back, _) if self.marked.is_empty() => return Go::Back,
            (Command::Back, _) => self.marked.clear(),
            (Command::Mark, Some(FinanceItem::Batch(batch))) => {
                let id = batch.seen.batch.clone();
                if !self.marked.remove(&id) {
                    self.marked.insert(id);
                }
                self.cursor = moved(self.cursor, Command::Down, count, 1);
            }
            (Command::Open | Command::Export, Some(FinanceItem::PayList(list))) => {
                return papers::pay_list(&list.id);
            }
            (Command::BookPaid, Some(FinanceItem::PayList(list))) => {
                return batches::book_payment(list);
            }
            (Command::Open | Command::Pay, chosen) => return self.pay(chosen, world),
            (other, _) => self.cursor = moved(self.cursor, other, count, world.page()),
        }
        Go::Stay
    }

    /// The marked ones, else the one under the cursor.
    fn meant<'a>(
        &self,
        chosen: Option<FinanceItem<'a>>,
        world: &'a World,
    ) -> impl Iterator<Item = &'a BatchRow> {
        let under_cursor = match chosen {
            Some(FinanceItem::Batch(batch)) => Some(&batch.seen.batch),
            Some(FinanceItem::PayList(_)) | None => None,
        };
        let is_meant = move |id: &BatchId| {
            if self.marked.is_empty() { under_cursor == Some(id) } else { self.marked.contains(id) }
        };
        world.batches.iter().filter(move |batch| is_meant(&batch.seen.batch))
    }

    /// Of the marked ones one is enough; files of a pay list are the treasurer's.
    #[must_use]
    pub fn readiness(&self, command: Command, world: &World) -> Readiness {
        let chosen = self.items(world).get(self.cursor).copied();
        let to_pay = || {
            let meant = self.meant(chosen, world).map(|batch| batch.possible.may(ActName::PayList));
            let nothing = || Readiness::No(Sentence::plain("app-choose-batch"));
            Readiness::to_any(meant).unwrap_or_else(nothing)
        };
        match (command, chosen) {
            (Command::Open | Command::Export, Some(FinanceItem::PayList(_))) => {
                Readiness::only(Role::Treasurer, world.holds(Role::Treasurer))
            }
            (Command::BookPaid, Some(FinanceItem::PayList(list))) => {
                Readiness::to(command, &list.possible)
            }
            (Command::Export | Command::BookPaid, _) => {
                Readiness::No(Sentence::plain("app-choose-pay-list"))
            }
            (Command::Open | Command::Pay, _) => to_pay(),
            _ => Readiness::Yes,
        }
    }

    /// What waits on the screen and lacks a look.
    #[must_use]
    pub fn unchecked_in_sight(&self, world: &World) -> Vec<RowsState> {
        let items = self.items(world);
        let height = world.lines_in_sight(HEADS);
        let first = first_shown(items.len(), self.cursor, height);
        let seen = items.iter().skip(first).take(height).filter_map(|item| match item {
            FinanceItem::Batch(batch) => Some(*batch),
            FinanceItem::PayList(_) => None,
        });
        let unchecked = seen.filter(|batch| batch.lacks_a_look());
        unchecked.map(BatchRow::state).collect()
    }

    fn pay(&self, chosen: Option<FinanceItem>, world: &World) -> Go {
        let meant = self.meant(chosen, world);
        let meant: Vec<&BatchRow> =
            meant.filter(|batch| batch.possible.refusal(ActName::PayList).is_none()).collect();
        batches::pay(&meant)
    }
}

/// It waits for its pay list, and the list is this user's work.
fn waits(batch: &BatchRow) -> bool {
    batch.next == Some(ActName::PayList) && batch.possible.is_own_work(ActName::PayList)
}

/// May it go to finance now?
#[must_use]
pub fn is_payable(batch: &BatchRow) -> bool {
    batch.is_ready_for(ActName::PayList)
}
