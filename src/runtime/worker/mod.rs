//! The worker: one thread that does the effects in order and answers by ticket. The screens never
//! wait for it.
//!
//! A panic in it (redb panics on damaged pages) is caught, told, and puts the keys away: what the
//! store holds is whole, what was in memory is not trusted any more.
mod acts;
mod boards;
mod cases;
mod door;
mod dossier;
mod lists;
mod look;
mod office;
mod papers;
mod pending;
mod review;
mod rows;
mod rules;
mod task;
#[cfg(test)]
mod tests;

use crate::app::effect::{Effect, RequestId, TicketedEffect};
use crate::app::message::{Answer, Message};
use crate::app::views::Trouble;
use crate::domain::text::sentence::Sentence;
use crate::runtime::clock::Clock;
use office::Office;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use task::TaskContext;

/// What the worker is doing, and whether it shall stop.
#[derive(Debug, Default)]
struct Desired {
    running: AtomicU64,
    unwanted: AtomicU64,
    stop: AtomicBool,
    /// Requests sent and not yet begun.
    waiting: AtomicU64,
}

/// The screens' end of the worker.
pub struct Worker {
    requests: Option<Sender<TicketedEffect>>,
    desired: Arc<Desired>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Begins to wait for requests; messages go to `to`.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start<T: From<Message> + Send + 'static>(
        place: PathBuf,
        clock: Clock,
        to: Sender<T>,
    ) -> std::io::Result<Self> {
        let (requests, waiting) = channel();
        let desired = Arc::new(Desired::default());
        let seen = Arc::clone(&desired);
        let work = move || work(Office::new(place, clock), &waiting, &seen, &to);
        let thread = std::thread::Builder::new().name("worker".into()).spawn(work)?;
        Ok(Self { requests: Some(requests), desired, thread: Some(thread) })
    }

    /// Passes a request on; stopping one does not wait in line.
    pub fn send(&self, request: TicketedEffect) {
        if let Effect::Cancel(ticket) = request.effect {
            self.desired.unwanted.store(ticket.0, Ordering::SeqCst);
            if self.desired.running.load(Ordering::SeqCst) == ticket.0 {
                self.desired.stop.store(true, Ordering::SeqCst);
            }
        } else if let Some(requests) = &self.requests {
            self.desired.waiting.fetch_add(1, Ordering::SeqCst);
            // A worker that is gone has said so; there is nobody left to tell.
            let _ = requests.send(request);
        }
    }

    /// Stops long work at its next safe place.
    pub fn stop(&self) {
        self.desired.stop.store(true, Ordering::SeqCst);
    }
}

impl Drop for Worker {
    /// What was asked is done, the store is closed, then the program ends.
    fn drop(&mut self) {
        self.requests = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn work<T: From<Message>>(
    mut office: Office,
    waiting: &Receiver<TicketedEffect>,
    desired: &Desired,
    to: &Sender<T>,
) {
    while let Ok(TicketedEffect { ticket, effect }) = waiting.recv() {
        desired.waiting.fetch_sub(1, Ordering::SeqCst);
        desired.running.store(ticket.0, Ordering::SeqCst);
        desired.stop.store(desired.unwanted.load(Ordering::SeqCst) == ticket.0, Ordering::SeqCst);
        let answer = done(&mut office, ticket, effect, desired, to);
        desired.running.store(0, Ordering::SeqCst);
        if let Some(answer) = answer
            && to.send(Message::Answer { ticket, answer }.into()).is_err()
        {
            break;
        }
    }
    office.close();
}

fn done<T: From<Message>>(
    office: &mut Office,
    ticket: RequestId,
    effect: Effect,
    desired: &Desired,
    to: &Sender<T>,
) -> Option<Answer> {
    let mut progress = |done, total| {
        let _ = to.send(Message::Progress { ticket, done, total }.into());
    };
    let others_wait = || desired.waiting.load(Ordering::SeqCst) > 0;
    let mut going =
        TaskContext { stop: &desired.stop, progress: &mut progress, others_wait: &others_wait };
    let attempt = catch_unwind(AssertUnwindSafe(|| office.act(effect, &mut going)));
    attempt.unwrap_or_else(|_panic| {
        office.forget();
        Some(Answer::Failed(Trouble {
            sentence: Sentence::plain("runtime-worker-broke"),
            because: Vec::new(),
        }))
    })
}
