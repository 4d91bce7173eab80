//! 异议查询: the register; what is open stands first, the one due soonest on top.
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::listed::Listed;
use crate::app::openings;
use crate::app::readiness::Readiness;
use crate::app::screen_target::ScreenTarget;
use crate::app::views::CaseRow;
use crate::app::world::World;

/// The screen.
#[derive(Debug, Clone, Default)]
pub struct Cases {
    /// The cases.
    pub list: Listed<CaseRow>,
}

impl Cases {
    pub(super) fn load(world: &mut World) {
        world.requests.ask(Effect::ListCases);
    }

    /// The register came: open ones by their last day, then the others, newest first.
    pub fn arrived(&mut self, mut rows: Vec<CaseRow>) {
        rows.sort_by_key(|row| {
            let open = row.case.is_open();
            let day = if open { row.case.due() } else { row.case.raised.received_on };
            (
                !open && !row.case.owes(),
                if open { i64::from(days(day)) } else { -i64::from(days(day)) },
            )
        });
        self.list.arrived(rows);
    }

    /// An enquiry about no batch is what can be begun here.
    #[must_use]
    pub fn readiness(command: Command, world: &World) -> Readiness {
        if command == Command::Enquire { world.may_begin(command) } else { Readiness::Yes }
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        match (command, self.list.chosen()) {
            (Command::Back, _) => return Go::Back,
            (Command::Enquire, _) => return openings::cases::raise(None, None),
            (Command::Open, Some(row)) => {
                return Go::To(ScreenTarget::Case(row.seen.no.clone()));
            }
            (other, _) => self.list.step(other, world),
        }
        Go::Stay
    }
}

/// Days since the turn of the century, to sort by.
fn days(day: crate::domain::values::date::Date) -> i32 {
    jiff::civil::date(2000, 1, 1).until(day).map_or(0, |span| span.get_days())
}
