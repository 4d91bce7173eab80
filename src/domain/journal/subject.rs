//! What an entry is about: `B-7K3QX2MD-42`.
use super::terminal::TerminalId;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Kind letter, terminal and number of the founding entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Subject {
    /// What kind of thing.
    pub kind: SubjectKind,
    /// Where it was founded.
    pub terminal: TerminalId,
    /// `seq` of the founding entry.
    pub seq: u64,
}

/// The kinds of subjects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SubjectKind {
    /// 批次: a batch with its disclosures, decisions and pay lists.
    Batch,
    /// 单位.
    Office,
    /// 参考数据.
    Reference,
    /// 终端.
    Terminal,
    /// 用户.
    User,
    /// 公开栏: a board on a wall.
    Board,
    /// 查询: an enquiry that concerns no batch.
    Enquiry,
    /// 比对名单.
    CrossMatch,
}

impl SubjectKind {
    const ALL: [(Self, char); 8] = [
        (Self::Batch, 'B'),
        (Self::Enquiry, 'E'),
        (Self::Office, 'O'),
        (Self::Reference, 'R'),
        (Self::Terminal, 'T'),
        (Self::User, 'U'),
        (Self::Board, 'W'),
        (Self::CrossMatch, 'X'),
    ];

    /// The letter in front.
    #[must_use]
    pub fn letter(self) -> char {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or('?', |(_, letter)| *letter)
    }

    /// The kind of a letter.
    #[must_use]
    pub fn of_letter(letter: char) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == letter).map(|(kind, _)| *kind)
    }
}

/// Not of the form `B-7K3QX2MD-42`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a subject is written B-7K3QX2MD-42")]
pub struct SubjectError;

impl Subject {
    /// Reads the text form; any case.
    ///
    /// # Errors
    /// [`SubjectError`].
    pub fn parse(text: &str) -> Result<Self, SubjectError> {
        let mut parts = text.trim().splitn(3, '-');
        let kind = parts.next();
        let terminal = parts.next();
        let seq = parts.next();
        let mut letters = kind.ok_or(SubjectError)?.chars();
        let letter = letters.next().ok_or(SubjectError)?.to_ascii_uppercase();
        let kind = SubjectKind::of_letter(letter).ok_or(SubjectError)?;
        if letters.next().is_some() {
            return Err(SubjectError);
        }
        let terminal = TerminalId::parse(terminal.ok_or(SubjectError)?).ok_or(SubjectError)?;
        let seq = seq.ok_or(SubjectError)?.parse().or(Err(SubjectError))?;
        Ok(Self { kind, terminal, seq })
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.kind.letter(), self.terminal, self.seq)
    }
}

impl TryFrom<String> for Subject {
    type Error = SubjectError;
    fn try_from(text: String) -> Result<Self, SubjectError> {
        Self::parse(&text)
    }
}

impl From<Subject> for String {
    fn from(subject: Subject) -> Self {
        subject.to_string()
    }
}
