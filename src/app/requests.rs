//! Which requests are under way, and which answers still count.
use super::effect::{Effect, RequestId, TicketedEffect};

/// What a request is for. A newer one for the same thing makes the older answer stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestKind {
    /// The door: set-up, users, unlocking.
    Door,
    /// The list of batches.
    Batches,
    /// Rows that lists know nothing of yet.
    Looking,
    /// The persons of a search.
    Find,
    /// A sheet.
    Rows,
    /// One line's form.
    Line,
    /// The differences.
    Review,
    /// The public side.
    Public,
    /// The finance side.
    Finance,
    /// A QR code, or a page to read.
    Page,
    /// The boards.
    Boards,
    /// Postings under recall.
    Recalls,
    /// The register.
    Cases,
    /// One case.
    Case,
    /// 张贴情况
    Coverage,
    /// What is due.
    Due,
    /// How much of all that waits.
    Pending,
    /// A batch's history.
    Dossier,
    /// The rules of a day.
    Rules,
    /// An import's dry run.
    DryRun,
    /// A change of a draft: several may be under way, each answer counts.
    Edit,
    /// An official act or long work: one at a time.
    Act,
}

impl RequestKind {
    const fn of(effect: &Effect) -> Option<Self> {
        Some(match effect {
            Effect::ProbeStore
            | Effect::SetUp(_)
            | Effect::ProveRecovery(_)
            | Effect::Unlock { .. } => Self::Door,
            Effect::ListBatches => Self::Batches,
            Effect::LookAtRows(_) => Self::Looking,
            Effect::Find(_) => Self::Find,
            Effect::ShowRows(_) | Effect::Check(_) => Self::Rows,
            Effect::ShowLine { .. } => Self::Line,
            Effect::ShowReview(_) => Self::Review,
            Effect::ListPublic => Self::Public,
            Effect::ListFinance => Self::Finance,
            Effect::ShowQr(_) | Effect::ShowRules(_) => Self::Page,
            Effect::ListBoards => Self::Boards,
            Effect::ListRecalls => Self::Recalls,
            Effect::ListCases => Self::Cases,
            Effect::ShowCase(_) => Self::Case,
            Effect::ShowCoverage => Self::Coverage,
            Effect::ListDue => Self::Due,
            Effect::CountPending => Self::Pending,
            Effect::ShowDossier(_) => Self::Dossier,
            Effect::ListRules(_) => Self::Rules,
            Effect::DryRun(_) => Self::DryRun,
            Effect::Edit { .. } | Effect::Undo(_) => Self::Edit,
            Effect::Perform(_)
            | Effect::PerformEach(_)
            | Effect::Paper { .. }
            | Effect::Reference { .. }
            | Effect::BuildSite { .. }
            | Effect::Export { .. }
            | Effect::Import(_) => Self::Act,
            Effect::Lock | Effect::Cancel(_) | Effect::Quit => return None,
        })
    }

    const fn one_at_a_time(self) -> bool {
        matches!(self, Self::Act | Self::Door)
    }
}

/// How far long work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Done so far.
    pub done: u64,
    /// Of so many; 0 = unknown.
    pub total: u64,
}

/// Requests sent and awaited.
#[derive(Debug, Clone, Default)]
pub struct Requests {
    last: u64,
    awaited: Vec<(RequestKind, RequestId)>,
    sent: Vec<TicketedEffect>,
    progress: Option<(RequestId, Progress)>,
}

impl Requests {
    /// Sends `effect`, unless one of its kind is under way and only one may be. Was it sent?
    pub fn ask(&mut self, effect: Effect) -> bool {
        self.last += 1;
        let ticket = RequestId(self.last);
        if let Some(slot) = RequestKind::of(&effect) {
            if slot.one_at_a_time() && self.awaits(slot) {
                return false;
            }
            if slot != RequestKind::Edit {
                self.awaited.retain(|(other, _)| *other != slot);
            }
            self.awaited.push((slot, ticket));
        }
        self.sent.push(TicketedEffect { ticket, effect });
        true
    }

    /// Takes the answer's slot off the list; `None` = stale, to be ignored.
    pub fn arrived(&mut self, ticket: RequestId) -> Option<RequestKind> {
        if self.progress.is_some_and(|(of, _)| of == ticket) {
            self.progress = None;
        }
        let place = self.awaited.iter().position(|(_, awaited)| *awaited == ticket)?;
        Some(self.awaited.remove(place).0)
    }

    /// Notes how far a request has come, if it still counts.
    pub fn progressed(&mut self, ticket: RequestId, progress: Progress) {
        if self.awaited.iter().any(|(_, awaited)| *awaited == ticket) {
            self.progress = Some((ticket, progress));
        }
    }

    /// Is an answer for `slot` awaited?
    #[must_use]
    pub fn awaits(&self, slot: RequestKind) -> bool {
        self.ticket_of(slot).is_some()
    }

    /// How far the long work has come.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        self.progress.map(|(_, progress)| progress)
    }

    /// Asks the long work (act or dry run) to stop. Was there one?
    pub fn cancel(&mut self) -> bool {
        let ticket =
            self.ticket_of(RequestKind::Act).or_else(|| self.ticket_of(RequestKind::DryRun));
        ticket.is_some_and(|ticket| self.ask(Effect::Cancel(ticket)))
    }

    /// Nothing awaited counts any more, but what changes the store: its failure must be told.
    pub fn forget_views(&mut self) {
        self.awaited.retain(|(slot, _)| matches!(slot, RequestKind::Edit | RequestKind::Act));
    }

    /// Hands the requests over to the world.
    pub fn take(&mut self) -> Vec<TicketedEffect> {
        std::mem::take(&mut self.sent)
    }

    fn ticket_of(&self, slot: RequestKind) -> Option<RequestId> {
        self.awaited.iter().find(|(other, _)| *other == slot).map(|(_, ticket)| *ticket)
    }
}
