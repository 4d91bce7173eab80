//! One or two fields that an act needs: a reason and rows, a last day, a path, a period.
use super::{Dialog, Question};
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::text_field::TextField;
use crate::app::update::Go;
use crate::app::views::{BatchId, PublishRow, Seen};
use crate::app::world::World;
use crate::domain::date::Date;
use crate::domain::finding::Check;
use crate::domain::period::Period;
use crate::domain::roll::Edit;
use crate::domain::sentence::Sentence;

/// What the fields are for.
#[derive(Debug, Clone)]
pub enum Purpose {
    /// Send a batch back: reason, rows.
    Return(Seen),
    /// Take a batch back: reason.
    Withdraw(Seen),
    /// Why a finding is right all the same: reason.
    Explain {
        /// The draft.
        batch: BatchId,
        /// The check.
        check: Check,
        /// The lines meant.
        lines: Vec<u32>,
    },
    /// Publish a notice: first day.
    Publish(PublishRow),
    /// Write the poster: path.
    Poster(BatchId),
    /// Write the signature sheet: path.
    SignatureSheet(BatchId),
    /// Write the site: folder.
    Site,
    /// Write a pay list's files: folder.
    Export(String),
    /// A draft for another period: period.
    Renew(BatchId),
}

/// A field and the key of its label.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Key of the label in `app.ftl`.
    pub label: &'static str,
    /// What is typed.
    pub field: TextField,
}

/// The dialog.
#[derive(Debug, Clone)]
pub struct Ask {
    /// What it is about.
    pub title: Sentence,
    /// Its fields; at least one.
    pub fields: Vec<Asked>,
    /// Which one has the keyboard.
    pub focus: usize,
    /// What is wrong with what was typed.
    pub wrong: Option<Sentence>,
    purpose: Purpose,
}

impl Ask {
    /// Opens it with the texts that are offered.
    #[must_use]
    pub fn open(purpose: Purpose, title: Sentence, fields: &[(&'static str, String)]) -> Go {
        let fields = fields.iter().map(|(label, offered)| Asked { label, field: TextField::with(offered) }).collect();
        Go::Open(Box::new(Dialog::Ask(Self { title, fields, focus: 0, wrong: None, purpose })))
    }

    /// The field with the keyboard.
    pub fn field(&mut self) -> Option<&mut TextField> {
        self.fields.get_mut(self.focus).map(|asked| &mut asked.field)
    }

    fn text(&self, place: usize) -> &str {
        self.fields.get(place).map_or("", |asked| asked.field.text().trim())
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        let count = self.fields.len().max(1);
        match command {
            Command::NextField => self.focus = (self.focus + 1) % count,
            Command::PreviousField => self.focus = (self.focus + count - 1) % count,
            Command::Open if self.focus + 1 < count => self.focus += 1,
            Command::Open => return self.finish(world),
            Command::Back => return Go::Close,
            _ => {}
        }
        Go::Stay
    }

    fn finish(&mut self, world: &mut World) -> Go {
        match self.ready() {
            Ok(Ready::Order(effect)) => {
                world.order(effect);
                Go::Close
            }
            Ok(Ready::Confirm(effect, facts)) => Question::before(effect, facts),
            Err((place, wrong)) => {
                self.focus = place;
                self.wrong = Some(wrong);
                Go::Stay
            }
        }
    }

    fn ready(&self) -> Result<Ready, (usize, Sentence)> {
        if self.text(0).is_empty() {
            return Err((0, Sentence::plain("app-wrong-empty")));
        }
        let first = self.text(0).to_owned();
        let effect = match &self.purpose {
            Purpose::Return(seen) => Effect::Return { seen: seen.clone(), reason: first, lines: numbers(self.text(1))? },
            Purpose::Withdraw(seen) => Effect::Withdraw { seen: seen.clone(), reason: first },
            Purpose::Explain { batch, check, lines } => {
                let edit = Edit::Explain { check: *check, lines: lines.clone(), reason: first };
                Effect::Edit { batch: batch.clone(), edit }
            }
            Purpose::Publish(row) => return publish(row, &first),
            Purpose::Poster(batch) => Effect::Poster { batch: batch.clone(), path: first },
            Purpose::SignatureSheet(batch) => Effect::SignatureSheet { batch: batch.clone(), path: first },
            Purpose::Site => Effect::BuildSite { folder: first },
            Purpose::Export(pay_list) => Effect::Export { pay_list: pay_list.clone(), folder: first },
            Purpose::Renew(batch) => {
                let Ok(period) = Period::parse(&first) else { return Err((0, Sentence::plain("app-wrong-period"))) };
                Effect::Renew { batch: batch.clone(), period: period.to_string() }
            }
        };
        Ok(Ready::Order(effect))
    }
}

/// What complete fields lead to.
enum Ready {
    Order(Effect),
    Confirm(Effect, Vec<Sentence>),
}

fn publish(row: &PublishRow, typed: &str) -> Result<Ready, (usize, Sentence)> {
    let Ok(from) = typed.parse::<Date>() else { return Err((0, Sentence::plain("app-wrong-date"))) };
    let facts = vec![
        Sentence::plain("app-ask-publish").with("title", &row.title),
        Sentence::plain("app-ask-counts")
            .with("batches", 1)
            .with("lines", row.totals.lines)
            .with("households", row.totals.households)
            .with("sum", row.totals.fen.grouped()),
        Sentence::plain(if from == row.from { "app-ask-until" } else { "app-ask-from" }).with("from", from).with("until", row.until),
        Sentence::plain("app-ask-publish-final"),
    ];
    Ok(Ready::Confirm(Effect::Publish { seen: row.seen.clone(), from }, facts))
}

/// Row numbers as clerks write them: `14、87` or `14, 87`.
fn numbers(text: &str) -> Result<Vec<u32>, (usize, Sentence)> {
    let plain: String = text.chars().map(crate::domain::money::half_width).collect();
    let parts = plain.split(|c: char| c == ',' || c == '、' || c == ';' || c.is_whitespace()).filter(|part| !part.is_empty());
    let numbers: Option<Vec<u32>> = parts.map(|part| part.parse().ok()).collect();
    numbers.ok_or_else(|| (1, Sentence::plain("app-wrong-rows")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_may_be_written_with_chinese_commas_and_full_width_digits() {
        assert_eq!(numbers("１４、87, 9").unwrap(), [14, 87, 9]);
        assert_eq!(numbers("").unwrap(), Vec::<u32>::new());
        assert!(numbers("第14行").is_err());
    }
}
