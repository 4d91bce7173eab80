//! 行: the sheet of one batch, its findings, and the form of the row being mended.
use super::line_editor::LineEditor;
use crate::app::command::{Command, Focus};
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::openings::{batches, cases, papers};
use crate::app::paper::Paper;
use crate::app::readiness::Readiness;
use crate::app::views::{BatchId, FindingRow, LineForm, LineRow, RowsView};
use crate::app::world::{World, moved};
use crate::domain::roll::finding::Level;
use crate::domain::roll::{Edit, Field};
use crate::domain::text::sentence::Sentence;
use crate::office::ActName;

/// The screen.
#[derive(Debug, Clone)]
pub struct Rows {
    /// Whose sheet.
    pub batch: BatchId,
    /// The sheet, once it came.
    pub view: Option<RowsView>,
    /// Place of the chosen line in the sheet.
    pub cursor: usize,
    /// The form, while a row is being mended.
    pub form: Option<LineEditor>,
    /// Line to go to when the sheet comes.
    wanted: Option<u32>,
    /// The line whose form was asked for, and the cell to begin with.
    opening: Option<(u32, Option<Field>)>,
}

impl Rows {
    /// From the top.
    #[must_use]
    pub const fn of(batch: BatchId) -> Self {
        Self { batch, view: None, cursor: 0, form: None, wanted: None, opening: None }
    }

    /// At one line.
    #[must_use]
    pub fn at(batch: BatchId, line: u32) -> Self {
        Self { wanted: Some(line), ..Self::of(batch) }
    }

    /// Does the form have the keyboard?
    #[must_use]
    pub const fn focus(&self) -> Focus {
        if self.form.is_some() { Focus::Line } else { Focus::Rows }
    }

    pub(super) fn load(&self, world: &mut World) {
        world.requests.ask(Effect::ShowRows(self.batch.clone()));
    }

    /// The form takes all its keys; the sheet asks the rules.
    #[must_use]
    pub fn readiness(&self, command: Command) -> Readiness {
        if self.form.is_some() {
            return Readiness::Yes;
        }
        let Some(view) = &self.view else {
            let waits = command.act().is_some() || command == Command::Open;
            return Readiness::if_so(!waits, "app-loading");
        };
        match command {
            Command::Open => Readiness::of(view.possible.may(ActName::Edit)),
            Command::Remove => Readiness::to(command, &view.possible)
                .and(Readiness::if_so(!view.lines.is_empty(), "app-choose-line")),
            Command::Explain => Readiness::to(command, &view.possible)
                .and(Readiness::if_so(self.to_explain().is_some(), "app-nothing-to-explain")),
            other => Readiness::to(other, &view.possible),
        }
    }

    /// The line under the cursor.
    #[must_use]
    pub fn chosen(&self) -> Option<&LineRow> {
        self.view.as_ref().and_then(|view| view.lines.get(self.cursor))
    }

    /// The findings of the line under the cursor, the gravest first.
    pub fn findings(&self) -> impl Iterator<Item = &FindingRow> {
        let places = self.chosen().map_or(&[][..], |line| &line.findings);
        places
            .iter()
            .filter_map(|place| self.view.as_ref().and_then(|view| view.findings.get(*place)))
    }

    /// The sheet came, first or after an edit.
    pub fn arrived(&mut self, view: RowsView, world: &mut World) {
        let line = self.wanted.take().or_else(|| self.chosen().map(|line| line.no));
        let place = line.and_then(|no| view.lines.iter().position(|line| line.no == no));
        self.cursor = place.unwrap_or(self.cursor).min(view.lines.len().saturating_sub(1));
        self.view = Some(view);
        if let Some(form) = &self.form {
            world
                .requests
                .ask(Effect::ShowLine { batch: self.batch.clone(), line: form.line.line });
        }
    }

    /// The row to be mended came: a form that was asked for opens, an open one is renewed, a closed
    /// one stays closed.
    pub fn opened(&mut self, line: LineForm) {
        match (&mut self.form, self.opening) {
            (Some(form), _) if form.line.line == line.line => form.renew(line),
            (_, Some((asked, field))) if asked == line.line => {
                self.form = Some(LineEditor::open(line, field));
            }
            _ => return,
        }
        self.opening = None;
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        if self.form.is_some() {
            return self.act_in_form(command, world);
        }
        match command {
            Command::Open => self.open(world),
            Command::Back if self.opening.take().is_none() => return Go::Back,
            Command::Back => {}
            Command::NextFinding => self.next_finding(world),
            Command::Insert => self.insert(world),
            Command::Remove => self.remove(world),
            Command::Undo => self.undo(world),
            Command::Explain => return self.explain(),
            Command::Check => {
                world.requests.ask(Effect::Check(self.batch.clone()));
            }
            Command::Submit => {
                return self.on_batch(|view| {
                    batches::submit([view.seen.clone()], batches::counts_of(view.totals))
                });
            }
            Command::Withdraw => {
                return self.on_batch(|view| batches::withdraw(&view.seen, &view.title));
            }
            Command::SignatureSheet => return self.signature_sheet(),
            Command::Dossier => return Go::dossier(&self.batch),
            Command::Unsubmit => {
                return self.on_batch(|view| batches::unsubmit(&view.seen, &view.title));
            }
            Command::Register => {
                let row = self.chosen().map(|line| line.no);
                return self.on_batch(|view| cases::raise(Some((&view.seen, &view.title)), row));
            }
            other => {
                let length = self.view.as_ref().map_or(0, |view| view.lines.len());
                self.cursor = moved(self.cursor, other, length, world.page());
            }
        }
        Go::Stay
    }

    fn act_in_form(&mut self, command: Command, world: &mut World) -> Go {
        match command {
            Command::Open | Command::NextField => {
                self.save(world);
                if !self.form.as_mut().is_some_and(|form| form.step(true))
                    && command == Command::Open
                {
                    self.form = None;
                }
            }
            Command::PreviousField => {
                self.save(world);
                self.form.as_mut().map(|form| form.step(false));
            }
            Command::NextFinding => {
                self.save(world);
                self.form = None;
                self.next_finding(world);
                self.open(world);
            }
            Command::Undo => self.undo(world),
            // One step back: first what was typed, then the form.
            Command::Back => match &mut self.form {
                Some(form) if form.is_changed() => form.take_up(),
                _ => self.form = None,
            },
            _ => {}
        }
        Go::Stay
    }

    /// Saves the cell with the keyboard, before anything else takes it.
    pub fn save(&mut self, world: &mut World) {
        if let Some(edit) = self.form.as_mut().and_then(LineEditor::leave) {
            world.requests.ask(Effect::Edit { batch: self.batch.clone(), edit });
        }
    }

    fn open(&mut self, world: &mut World) {
        let Some(line) = self.chosen().map(|line| line.no) else { return };
        let field = self.findings().find_map(|finding| finding.field);
        self.opening = Some((line, field));
        world.requests.ask(Effect::ShowLine { batch: self.batch.clone(), line });
    }

    fn next_finding(&mut self, world: &mut World) {
        let Some(view) = &self.view else { return };
        let level = |line: &LineRow| {
            line.findings
                .iter()
                .filter_map(|place| view.findings.get(*place))
                .filter(|f| wants_work(f))
                .count()
        };
        let count = view.lines.len();
        let next = (1..=count)
            .map(|step| (self.cursor + step) % count)
            .find(|place| view.lines.get(*place).is_some_and(|l| level(l) > 0));
        match next {
            Some(next) => self.cursor = next,
            None => world.say(Sentence::plain("app-no-more-findings")),
        }
    }

    fn edit(&self, edit: Edit, world: &mut World) {
        world.requests.ask(Effect::Edit { batch: self.batch.clone(), edit });
    }

    fn insert(&mut self, world: &mut World) {
        let Some(line) = self.view.as_ref().map(|view| view.next_line) else { return };
        self.edit(Edit::Insert { line }, world);
        self.wanted = Some(line);
    }

    fn remove(&self, world: &mut World) {
        if let Some(line) = self.chosen().map(|line| line.no) {
            self.edit(Edit::Remove { line }, world);
            world.say(Sentence::plain("app-removed").with("line", line));
        }
    }

    fn undo(&mut self, world: &mut World) {
        if let Some(form) = self.form.as_mut().filter(|form| form.is_changed()) {
            form.take_up();
        } else {
            world.requests.ask(Effect::Undo(self.batch.clone()));
        }
    }

    /// What wants a reason, or has one, at the line under the cursor.
    fn to_explain(&self) -> Option<&FindingRow> {
        self.findings().find(|finding| finding.level == Level::Explain)
    }

    fn explain(&self) -> Go {
        self.to_explain().map_or(Go::Stay, |finding| batches::explain(&self.batch, finding))
    }

    /// An act on the whole batch.
    fn on_batch(&self, act: impl FnOnce(&RowsView) -> Go) -> Go {
        self.view.as_ref().map_or(Go::Stay, act)
    }

    fn signature_sheet(&self) -> Go {
        let Some(view) = &self.view else { return Go::Stay };
        let title = Sentence::plain("app-title-signature-sheet").with("title", &view.title);
        papers::paper(Paper::SignatureSheet(self.batch.clone()), title, "signature-sheet.pdf")
    }
}

fn wants_work(finding: &FindingRow) -> bool {
    finding.level == Level::Block || (finding.level == Level::Explain && finding.reason.is_none())
}
