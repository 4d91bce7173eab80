//! The journal: entries appended to this terminal's chain and read back.
use super::codec::{from_row, to_row};
use super::error::StoreError;
use super::tables::{Tables, entry_key, read_entry_key, subject_key};
use crate::domain::journal::{
    Body, EntryId, EntrySubject, Header, SUITE, Subject, TerminalId, VERSION, body_hash, entry_id,
};
use crate::domain::values::timestamp::Timestamp;
use crate::vault::{Signature, SigningKey};
use redb::ReadableTable;
use serde::{Deserialize, Serialize};

/// Where this terminal's chain stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chain {
    /// This terminal.
    pub terminal: TerminalId,
    /// Number of the last entry; 0 = none.
    pub seq: u64,
    /// Its id.
    pub last: Option<EntryId>,
    /// What the clock said then.
    pub at: Option<Timestamp>,
}

/// An entry as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The header's bytes, exactly as written.
    pub header_bytes: Vec<u8>,
    /// The header.
    pub header: Header,
    /// The author's signature; `None` = covered by the next signed entry of the chain.
    pub signature: Option<Signature>,
    /// The body's bytes.
    pub body_bytes: Vec<u8>,
}

impl Entry {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> EntryId {
        entry_id(&self.header_bytes)
    }

    /// The terminal itself signs only while it founds, and when the recovery code gives a user a
    /// new key.
    #[must_use]
    pub fn may_be_the_terminals(&self) -> bool {
        // 1 founds the office or the terminal, 2 enrols the first user.
        self.header.seq <= 2 || self.header.kind == "user-enrolled"
    }

    /// The body, if its hash fits the header.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] or [`StoreError::LaterVersion`].
    pub fn body(&self) -> Result<Body, StoreError> {
        if body_hash(&self.body_bytes) != self.header.body {
            return Err(StoreError::Damaged("body"));
        }
        Body::from_bytes(&self.header.kind, &self.body_bytes).map_err(|error| match error {
            crate::domain::journal::BodyError::Version(_) => StoreError::LaterVersion,
            crate::domain::journal::BodyError::Form(_)
            | crate::domain::journal::BodyError::Unknown => StoreError::Damaged("body"),
        })
    }

    /// Version, signature, header length, header, body.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // 70: two bytes of form, the signature, four bytes of length.
        let mut bytes = Vec::with_capacity(
            self.header_bytes.len().saturating_add(self.body_bytes.len()).saturating_add(70),
        );
        bytes.extend_from_slice(&[1, u8::from(self.signature.is_some())]);
        if let Some(signature) = &self.signature {
            bytes.extend_from_slice(signature.bytes());
        }
        bytes.extend_from_slice(
            &u32::try_from(self.header_bytes.len()).unwrap_or(u32::MAX).to_be_bytes(),
        );
        bytes.extend_from_slice(&self.header_bytes);
        bytes.extend_from_slice(&self.body_bytes);
        bytes
    }

    /// Reads [`Entry::to_bytes`]; proves nothing yet.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, StoreError> {
        let damaged = || StoreError::Damaged("entry");
        let ([version, signed], rest) = bytes.split_first_chunk::<2>().ok_or_else(damaged)?;
        let (signature, rest) = match (version, signed) {
            (1, 0) => (None, rest),
            (1, 1) => {
                let (signature, rest) = rest.split_first_chunk::<64>().ok_or_else(damaged)?;
                (Some(Signature::from_bytes(*signature)), rest)
            }
            _ => return Err(damaged()),
        };
        let (length, rest) = rest.split_first_chunk::<4>().ok_or_else(damaged)?;
        let length = usize::try_from(u32::from_be_bytes(*length)).or(Err(damaged()))?;
        let (header_bytes, body_bytes) = rest.split_at_checked(length).ok_or_else(damaged)?;
        let header = Header::from_bytes(header_bytes).or(Err(damaged()))?;
        Ok(Self {
            header_bytes: header_bytes.to_vec(),
            header,
            signature,
            body_bytes: body_bytes.to_vec(),
        })
    }
}

/// What a new entry is to say, before it gets its place in the chain.
pub(super) struct UnsignedEntry<'a> {
    pub(super) subject: EntrySubject,
    pub(super) saw: Vec<EntryId>,
    pub(super) body: &'a Body,
    pub(super) author: Option<EntryId>,
    pub(super) at: Timestamp,
    pub(super) clock_doubtful: bool,
}

impl<'a> UnsignedEntry<'a> {
    /// What the terminal says by itself, without a user.
    pub(super) const fn by_terminal(
        subject: EntrySubject,
        saw: Vec<EntryId>,
        body: &'a Body,
        at: Timestamp,
    ) -> Self {
        Self { subject, saw, body, author: None, at, clock_doubtful: false }
    }
}

const CHAIN: &[u8] = b"chain";

/// Where the chain stands.
pub(super) fn chain(
    meta: &impl ReadableTable<&'static [u8], &'static [u8]>,
) -> Result<Chain, StoreError> {
    let row = meta.get(CHAIN)?.ok_or(StoreError::Damaged("chain"))?;
    from_row(CHAIN, row.value())
}

pub(super) fn set_chain(tables: &mut Tables<'_>, chain: &Chain) -> Result<(), StoreError> {
    tables.meta.insert(CHAIN, to_row(CHAIN, chain)?.as_slice())?;
    Ok(())
}

/// Appends an entry to this terminal's chain; `key` = the signing key, `None` where a later entry
/// signs for it.
pub(super) fn append(
    tables: &mut Tables<'_>,
    chain: &mut Chain,
    draft: &UnsignedEntry<'_>,
    key: Option<&SigningKey>,
) -> Result<(Subject, EntryId), StoreError> {
    let seq = chain.seq.saturating_add(1);
    let subject = match draft.subject {
        EntrySubject::Known(subject) => subject,
        EntrySubject::New(kind) => Subject { kind, terminal: chain.terminal, seq },
    };
    let body_bytes = draft.body.to_bytes().or(Err(StoreError::Damaged("body")))?;
    let header = Header {
        v: VERSION,
        suite: SUITE,
        terminal: chain.terminal,
        seq,
        prev: chain.last,
        at: draft.at,
        clock_doubtful: draft.clock_doubtful,
        author: draft.author,
        kind: draft.body.kind().to_owned(),
        subject,
        saw: draft.saw.clone(),
        body: body_hash(&body_bytes),
        blobs: draft.body.blobs(),
    };
    let header_bytes = header.to_bytes().or(Err(StoreError::Damaged("header")))?;
    let signature = key.map(|key| key.sign(&signed_bytes(&header_bytes)));
    let entry = Entry { header_bytes, header, signature, body_bytes };
    let id = put(tables, &entry)?;
    *chain = Chain { terminal: chain.terminal, seq, last: Some(id), at: Some(draft.at) };
    Ok((subject, id))
}

/// What an author signs: the same bytes that are hashed to the id.
#[must_use]
pub fn signed_bytes(header_bytes: &[u8]) -> Vec<u8> {
    [b"cunbang/entry/1\n".as_slice(), header_bytes].concat()
}

/// Stores an entry that has its place.
pub(super) fn put(tables: &mut Tables<'_>, entry: &Entry) -> Result<EntryId, StoreError> {
    let id = entry.id();
    let key = entry_key(entry.header.terminal, entry.header.seq);
    tables.entries.insert(key.as_slice(), entry.to_bytes().as_slice())?;
    let mut subject = subject_key(&entry.header.subject).to_vec();
    subject.extend_from_slice(&key);
    tables.subjects.insert(subject.as_slice(), [].as_slice())?;
    tables.entry_ids.insert(id.bytes().as_slice(), key.as_slice())?;
    Ok(id)
}

/// The entry with this id, its bytes hashing to it.
pub(super) fn by_id(
    ids: &impl ReadableTable<&'static [u8], &'static [u8]>,
    entries: &impl ReadableTable<&'static [u8], &'static [u8]>,
    id: EntryId,
) -> Result<Entry, StoreError> {
    let place = ids.get(id.bytes().as_slice())?.ok_or(StoreError::Unknown)?;
    let bytes = entries.get(place.value())?.ok_or(StoreError::Damaged("entry missing"))?;
    let entry = Entry::from_bytes(bytes.value())?;
    if entry.id() == id { Ok(entry) } else { Err(StoreError::Damaged("entry")) }
}

/// All entries of a subject, in key order.
pub(super) fn of_subject(
    subjects: &impl ReadableTable<&'static [u8], &'static [u8]>,
    ids: &impl ReadableTable<&'static [u8], &'static [u8]>,
    entries: &impl ReadableTable<&'static [u8], &'static [u8]>,
    subject: &Subject,
) -> Result<Vec<Entry>, StoreError> {
    let from = subject_key(subject);
    let mut found = Vec::new();
    for row in subjects.range(from.as_slice()..)? {
        let (key, _) = row?;
        let Some(place) = key.value().strip_prefix(from.as_slice()) else { break };
        read_entry_key(place).ok_or(StoreError::Damaged("subject key"))?;
        let bytes = entries.get(place)?.ok_or(StoreError::Damaged("entry missing"))?;
        let entry = Entry::from_bytes(bytes.value())?;
        // The id, made anew from the bytes, must lead back here: otherwise rows were exchanged.
        let known =
            ids.get(entry.id().bytes().as_slice())?.is_some_and(|known| known.value() == place);
        if !known {
            return Err(StoreError::Damaged("entry"));
        }
        found.push(entry);
    }
    Ok(found)
}
