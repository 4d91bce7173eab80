//! The one door out: sentences and sheets, or one JSON document, on stdout; one sentence of trouble
//! on stderr. Whatever they hold (a remark, a reason, a path), no ID, card or phone number passes
//! it.
use super::error::CommandError;
use super::exit::Exit;
use super::text_table::Sheet;
use crate::domain::disclosure::scanner::hidden;
use crate::domain::text::display::visible;
use crate::domain::text::sentence::Sentence;
use crate::domain::text::words::Words;
use serde::Serialize;
use serde_json::{Map, Value};
use std::io::{self, Write};

/// What a command comes to.
pub type Done = Result<Answer, CommandError>;

/// What a command has to tell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    parts: Vec<Part>,
    document: Map<String, Value>,
    found: bool,
}

#[derive(Debug, Clone, PartialEq)]
enum Part {
    Said(Sentence),
    Sheet(Sheet),
    /// Drawn by us, with our own control sequences.
    Drawn(String),
}

impl Answer {
    /// One more sentence.
    #[must_use]
    pub fn say(mut self, sentence: Sentence) -> Self {
        self.parts.push(Part::Said(sentence));
        self
    }

    /// One more sheet.
    #[must_use]
    pub fn sheet(mut self, sheet: Sheet) -> Self {
        self.parts.push(Part::Sheet(sheet));
        self
    }

    /// A drawing of ours (the QR code), passed on as it is.
    #[must_use]
    pub fn drawn(mut self, text: String) -> Self {
        self.parts.push(Part::Drawn(text));
        self
    }

    /// The JSON document: a read model of the office. The names of its members are part of the
    /// program's promise.
    #[must_use]
    pub fn shows(mut self, document: &impl Serialize) -> Self {
        // read models hold texts and numbers under names: they always are objects
        if let Ok(Value::Object(members)) = serde_json::to_value(document) {
            self.document = members;
        }
        self
    }

    /// Something was found: exit status 1, `"ok": false`.
    #[must_use]
    pub const fn found(mut self, found: bool) -> Self {
        self.found = found;
        self
    }
}

/// Where answers go.
pub struct Output<'a> {
    /// The dictionary.
    pub words: Words,
    /// One JSON document instead of text.
    pub json: bool,
    /// For answers.
    pub out: &'a mut dyn Write,
    /// For trouble.
    pub err: &'a mut dyn Write,
}

impl Output<'_> {
    /// Writes an answer. A reader that has gone (`| head`) is no trouble.
    pub fn answer(&mut self, answer: &Answer) -> Exit {
        let exit = if answer.found { Exit::Refused } else { Exit::Done };
        let written = if self.json { self.document(answer) } else { self.parts(answer) };
        self.ended(written, exit)
    }

    /// Writes text that is already in the language: the help.
    pub fn text(&mut self, text: &str) -> Exit {
        let written = self.out.write_all(text.as_bytes());
        self.ended(written, Exit::Done)
    }

    /// Writes one sentence of trouble to stderr; as JSON also to stdout, so that a script has its
    /// document.
    pub fn trouble(&mut self, sentence: &Sentence, exit: Exit) -> Exit {
        let shown = hidden(&self.words.say(sentence)).into_owned();
        if self.json {
            let mut document = Map::new();
            document.insert("ok".to_owned(), Value::Bool(false));
            document.insert("code".to_owned(), sentence.key.into());
            document.insert("said".to_owned(), shown.as_str().into());
            for (name, value) in &sentence.args {
                document.entry(*name).or_insert_with(|| value.as_str().into());
            }
            // the status tells the outcome even if nobody reads
            let _gone = self.object(document);
        }
        let _gone = writeln!(self.err, "{shown}");
        exit
    }

    /// Says something on the way, to stderr; not to scripts.
    pub fn note(&mut self, sentence: &Sentence) {
        if !self.json {
            // nothing depends on being heard
            let _gone = writeln!(self.err, "{}", hidden(&self.words.say(sentence)));
        }
    }

    fn document(&mut self, answer: &Answer) -> io::Result<()> {
        let mut document = Map::new();
        document.insert("ok".to_owned(), Value::Bool(!answer.found));
        document.extend(answer.document.clone());
        self.object(document)
    }

    fn object(&mut self, document: Map<String, Value>) -> io::Result<()> {
        writeln!(self.out, "{}", without_numbers(Value::Object(document)))
    }

    fn parts(&mut self, answer: &Answer) -> io::Result<()> {
        for part in &answer.parts {
            match part {
                Part::Said(sentence) => {
                    let sentence = self.words.say(sentence);
                    sentence.lines().try_for_each(|line| self.line(&visible(line)))?;
                }
                Part::Sheet(sheet) => sheet.lines().iter().try_for_each(|line| self.line(line))?,
                Part::Drawn(text) => self.out.write_all(text.as_bytes())?,
            }
        }
        self.out.flush()
    }

    fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", hidden(text))
    }

    fn ended(&mut self, written: io::Result<()>, exit: Exit) -> Exit {
        match written.and_then(|()| self.out.flush()) {
            Ok(()) => exit,
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => exit,
            Err(_) => self.trouble(&Sentence::plain("cli-output-failed"), Exit::Trouble),
        }
    }
}

/// The texts of a document without numbers of persons; amounts and counts are no texts.
fn without_numbers(value: Value) -> Value {
    match value {
        Value::String(text) => hidden(&text).into(),
        Value::Array(values) => values.into_iter().map(without_numbers).collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|(name, value)| (name, without_numbers(value)))
            .collect::<Map<_, _>>()
            .into(),
        Value::Null | Value::Bool(_) | Value::Number(_) => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::words::Lang;

    fn written(json: bool, act: impl Fn(&mut Output<'_>) -> Exit) -> (String, String, Exit) {
        let mut out = Vec::new();
        let mut err = Vec::new();
        let exit =
            act(&mut Output { words: Words::new(Lang::En), json, out: &mut out, err: &mut err });
        (String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap(), exit)
    }

    #[test]
    fn trouble_is_a_sentence_for_people_and_a_code_for_scripts() {
        let sentence = Sentence::plain("usage-no-value").with("option", "--data");
        let (out, err, exit) = written(false, |output| output.trouble(&sentence, Exit::Usage));
        assert_eq!((out.as_str(), exit), ("", Exit::Usage));
        assert!(err.contains("--data") && err.ends_with(".\n"), "{err}");
        let (out, _, _) = written(true, |output| output.trouble(&sentence, Exit::Usage));
        let document: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(
            (&document["ok"], &document["code"], &document["option"]),
            (&false.into(), &"usage-no-value".into(), &"--data".into())
        );
    }

    #[test]
    fn no_number_of_a_person_passes_the_door() {
        let id = "11010519491231002X";
        let sentence = Sentence::plain("file-missing").with("file", format!("/media/{id}.csv"));
        for json in [false, true] {
            let (out, err, _) = written(json, |output| output.trouble(&sentence, Exit::Trouble));
            assert!(
                err.contains("/media/******************.csv") && !out.contains(id),
                "{out} {err}"
            );
            let answer = Answer::default()
                .say(sentence.clone())
                .shows(&serde_json::json!({"rows": [{"remark": id, "fen": 13_912_345_678_i64}]}));
            let (out, _, _) = written(json, |output| output.answer(&answer));
            assert!(out.contains("******") && !out.contains(id), "{out}");
            assert!(!json || out.contains("13912345678"), "an amount is no phone: {out}");
        }
    }

    #[test]
    fn a_document_says_first_whether_all_is_well() {
        let answer = Answer::default().shows(&serde_json::json!({"lines": 214})).found(true);
        let (out, _, exit) = written(true, |output| output.answer(&answer));
        assert_eq!((out.as_str(), exit), ("{\"lines\":214,\"ok\":false}\n", Exit::Refused));
    }

    #[test]
    fn a_reader_that_leaves_early_is_no_trouble() {
        struct Gone;
        impl Write for Gone {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut err = Vec::new();
        let mut output =
            Output { words: Words::new(Lang::Zh), json: false, out: &mut Gone, err: &mut err };
        assert_eq!(output.text("help"), Exit::Done);
        assert!(err.is_empty());
    }
}
