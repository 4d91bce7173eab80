//! The loop: what happens at the terminal and at the worker becomes messages, effects go out, a
//! frame is drawn.
//!
//! Nothing is drawn without a message, so an input method's candidate window stays where it is.
use super::clock::{Clock, Stopwatch};
use super::input::inputs;
use super::signals::{self, Signal};
use super::terminal::Held;
use super::worker::Worker;
use crate::app::State;
use crate::app::effect::{Effect, TicketedEffect};
use crate::app::input::{Input, Size};
use crate::app::message::Message;
use crate::app::update::update;
use crate::domain::text::words::Words;
use crate::ui::{self, theme::Theme};
use crossterm::event::{self, Event};
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// How the terminal is to be used.
#[derive(Debug, Clone)]
pub struct Wishes {
    /// The store's folder.
    pub place: PathBuf,
    /// The language.
    pub words: Words,
    /// Without colours (`NO_COLOR`).
    pub plain: bool,
    /// The clock; a fixed one in practice stores.
    pub clock: Clock,
}

/// What the loop waits for.
enum Happening {
    Terminal(Vec<Event>),
    Worker(Message),
    System(Signal),
}

impl From<Message> for Happening {
    fn from(message: Message) -> Self {
        Self::Worker(message)
    }
}

impl From<Signal> for Happening {
    fn from(signal: Signal) -> Self {
        Self::System(signal)
    }
}

/// Is there a terminal at both ends?
#[must_use]
pub fn is_possible() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Runs until a person leaves or the system ends it.
///
/// # Errors
/// No terminal, or it went away.
pub fn run(wishes: Wishes) -> io::Result<()> {
    let (to, happenings) = channel();
    // Before the terminal is taken over: an early signal must not leave it in raw mode.
    signals::forward(to.clone())?;
    let worker = Worker::start(wishes.place, wishes.clock, to.clone())?;
    let mut held = Held::take()?;
    read_terminal(to)?;
    let theme = if wishes.plain { Theme::plain() } else { Theme::coloured() };
    let (state, asked) = State::start(ui::vocabulary(&wishes.words));
    let mut session = Seat {
        state: Some(state),
        worker,
        clock: wishes.clock,
        since: Stopwatch::start(),
        leaving: false,
    };
    let size = held.screen.size()?;
    session.take(Message::Input(Input::Resize(Size { columns: size.width, rows: size.height })));
    session.tick();
    session.pass_on(asked);
    while !session.leaving {
        session.draw(&mut held, &wishes.words, &theme)?;
        session.wait(&happenings, &mut held)?;
    }
    session.worker.stop();
    Ok(())
}

/// Events go to the loop as they come; what waits together is passed on together.
fn read_terminal(to: Sender<Happening>) -> io::Result<()> {
    let read = move || {
        while let Ok(first) = event::read() {
            let mut events = vec![first];
            // What already waits comes in one go, so that a pasted burst is seen as one.
            while let Ok(true) = event::poll(Duration::ZERO) {
                let Ok(next) = event::read() else { return };
                events.push(next);
            }
            if to.send(Happening::Terminal(events)).is_err() {
                return;
            }
        }
    };
    std::thread::Builder::new().name("keys".into()).spawn(read)?;
    Ok(())
}

/// The state between two messages.
struct Seat {
    /// Always there; taken out only while `update` has it.
    state: Option<State>,
    worker: Worker,
    clock: Clock,
    since: Stopwatch,
    leaving: bool,
}

impl Seat {
    fn take(&mut self, message: Message) {
        if let Some(state) = self.state.take() {
            let (state, requests) = update(state, message);
            self.state = Some(state);
            self.pass_on(requests);
        }
    }

    fn pass_on(&mut self, requests: Vec<TicketedEffect>) {
        for request in requests {
            if request.effect == Effect::Quit {
                self.leaving = true;
            }
            self.worker.send(request);
        }
    }

    fn draw(&self, held: &mut Held, words: &Words, theme: &Theme) -> io::Result<()> {
        if let Some(state) = &self.state {
            held.screen.draw(|frame| ui::draw(frame, state, words, theme))?;
        }
        Ok(())
    }

    /// Tells the time. Is there something new to be seen?
    fn tick(&mut self) -> bool {
        let seen = |state: &Option<State>| {
            let state = state.as_ref();
            let minute = state
                .and_then(|state| state.world.time.wall)
                .map(|wall| (wall.date(), wall.hour(), wall.minute()));
            (minute, state.is_some_and(State::is_open))
        };
        let before = seen(&self.state);
        let tick = Input::Tick { seconds: self.since.seconds(), wall: self.clock.now().civil() };
        self.take(Message::Input(tick));
        before != seen(&self.state)
    }

    /// Waits for whatever comes first, and takes in all that is waiting then.
    fn wait(&mut self, happenings: &Receiver<Happening>, held: &mut Held) -> io::Result<()> {
        let mut next = loop {
            // A second, for the minutes of the clock and the lock after idling.
            match happenings.recv_timeout(Duration::from_secs(1)) {
                Ok(happening) => break happening,
                Err(RecvTimeoutError::Timeout) if self.tick() => return Ok(()),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    self.leaving = true;
                    return Ok(());
                }
            }
        };
        self.tick();
        loop {
            self.meet(next, held)?;
            match happenings.try_recv() {
                Ok(happening) => next = happening,
                Err(_) => return Ok(()),
            }
        }
    }

    fn meet(&mut self, happening: Happening, held: &mut Held) -> io::Result<()> {
        match happening {
            Happening::Worker(message) => self.take(message),
            Happening::Terminal(events) => {
                for input in inputs(events, cfg!(windows)) {
                    self.take(Message::Input(input));
                }
            }
            Happening::System(Signal::End) => {
                self.take(Message::Away);
                self.leaving = true;
            }
            Happening::System(Signal::Suspend) => {
                self.take(Message::Away);
                held.lend(signals::stop_here)?;
                let size = held.screen.size()?;
                self.take(Message::Input(Input::Resize(Size {
                    columns: size.width,
                    rows: size.height,
                })));
            }
        }
        Ok(())
    }
}
