//! `journal verify`: every entry's form, chain and signature, every blob's hash; each fault by its
//! place.
use super::error::StoreError;
use super::journal::{Entry, signed_bytes};
use super::store::{Reading, guarded};
use super::tables::{BLOB_IDS, ENTRIES, ENTRY_IDS, read_entry_key};
use crate::domain::journal::{Body, EntryId, TerminalId};
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::domain::values::hash::Hash;
use crate::vault::PublicKey;
use redb::{ReadableTable, ReadableTableMetadata};
use std::collections::BTreeMap;

/// One fault, with the entry it was found at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Terminal and number of the entry; `None` = a blob or the whole.
    pub place: Option<(TerminalId, u64)>,
    /// What is wrong.
    pub what: FaultKind,
}

/// What can be wrong with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// Not readable.
    Form,
    /// The number before it is missing.
    Hole,
    /// It does not name its predecessor.
    Chain,
    /// The body is not the one that the header names.
    Body,
    /// Signed by another key, or not signed at all.
    Signature,
    /// The author's user entry is missing.
    Author,
    /// Not found under its own id.
    Index,
    /// A blob's content is not what its name says.
    Blob,
}

impl Spoken for Fault {
    fn sentence(&self) -> Sentence {
        let sentence = Sentence::plain(match self.what {
            FaultKind::Form => "store-fault-form",
            FaultKind::Hole => "store-fault-hole",
            FaultKind::Chain => "store-fault-chain",
            FaultKind::Body => "store-fault-body",
            FaultKind::Signature => "store-fault-signature",
            FaultKind::Author => "store-fault-author",
            FaultKind::Index => "store-fault-index",
            FaultKind::Blob => "store-fault-blob",
        });
        sentence.with(
            "entry",
            self.place
                .map_or_else(|| "-".to_owned(), |(terminal, seq)| format!("{terminal}-{seq}")),
        )
    }
}

/// What `journal verify` found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verified {
    /// Entries read.
    pub entries: u64,
    /// Blobs read.
    pub blobs: u64,
    /// Blobs that entries name and that are not here (erased or withheld).
    pub absent_blobs: u64,
    /// Everything that is wrong.
    pub faults: Vec<Fault>,
    /// The last entry of each terminal: what an outside witness writes down.
    pub heads: Vec<(TerminalId, u64, EntryId)>,
}

/// One terminal's chain while it is walked.
#[derive(Default)]
struct Walk {
    seq: u64,
    last: Option<EntryId>,
    terminal_key: Option<PublicKey>,
    /// Unsigned entries that wait for the signature that covers them.
    waiting: Vec<(u64, Option<EntryId>)>,
}

impl Reading {
    /// Verifies the whole journal.
    ///
    /// # Errors
    /// Only trouble with reading; what is wrong with the content is in [`Verified::faults`].
    pub fn verify(&self) -> Result<Verified, StoreError> {
        guarded(|| {
            let mut verified = Verified::default();
            let authors = self.author_keys()?;
            let mut walks: BTreeMap<TerminalId, Walk> = BTreeMap::new();
            let table = self.table(ENTRIES)?;
            for row in table.iter()? {
                let (key, value) = row?;
                let Some(place) = read_entry_key(key.value()) else {
                    verified.faults.push(Fault { place: None, what: FaultKind::Form });
                    continue;
                };
                verified.entries += 1;
                let walk = walks.entry(place.0).or_default();
                let faults = self.verify_entry(place, value.value(), walk, &authors)?;
                verified
                    .faults
                    .extend(faults.into_iter().map(|what| Fault { place: Some(place), what }));
            }
            for (terminal, walk) in &walks {
                let unsigned = walk.waiting.iter().map(|(seq, _)| Fault {
                    place: Some((*terminal, *seq)),
                    what: FaultKind::Signature,
                });
                verified.faults.extend(unsigned);
                verified.heads.extend(walk.last.map(|last| (*terminal, walk.seq, last)));
            }
            self.verify_blobs(&mut verified)?;
            Ok(verified)
        })
    }

    fn verify_entry(
        &self,
        place: (TerminalId, u64),
        bytes: &[u8],
        walk: &mut Walk,
        authors: &BTreeMap<EntryId, PublicKey>,
    ) -> Result<Vec<FaultKind>, StoreError> {
        let mut faults = Vec::new();
        let Ok(entry) = Entry::from_bytes(bytes) else {
            walk.seq = place.1;
            walk.last = None;
            return Ok(vec![FaultKind::Form]);
        };
        let id = entry.id();
        let expected_hole = place.1 != walk.seq.saturating_add(1);
        if expected_hole {
            faults.push(FaultKind::Hole);
        }
        let header = &entry.header;
        if (header.terminal, header.seq) != place || header.prev != walk.last && !expected_hole {
            faults.push(FaultKind::Chain);
        }
        let known = self
            .table(ENTRY_IDS)?
            .get(id.bytes().as_slice())?
            .and_then(|row| read_entry_key(row.value()));
        if known != Some(place) {
            faults.push(FaultKind::Index);
        }
        let body = entry.body();
        if body.is_err()
            || body
                .as_ref()
                .is_ok_and(|body| body.blobs() != header.blobs && *body != Body::Unknown)
        {
            faults.push(FaultKind::Body);
        }
        if let Ok(body) = &body {
            learn_terminal(body, place.0, walk);
        }
        faults.extend(signature_fault(&entry, walk, authors));
        walk.seq = place.1;
        walk.last = Some(id);
        Ok(faults)
    }

    /// Every user key that the journal knows; an author may have been enrolled on another terminal.
    fn author_keys(&self) -> Result<BTreeMap<EntryId, PublicKey>, StoreError> {
        let mut keys = BTreeMap::new();
        for row in self.table(ENTRIES)?.iter()? {
            let (_, value) = row?;
            // an entry that cannot be read is reported as a fault elsewhere in this run
            let Ok(entry) = Entry::from_bytes(value.value()) else { continue };
            let user = entry.body().ok().and_then(Body::enrolled);
            let key = user.and_then(|user| PublicKey::parse(&user.public_key));
            keys.extend(key.map(|key| (entry.id(), key)));
        }
        Ok(keys)
    }

    fn verify_blobs(&self, verified: &mut Verified) -> Result<(), StoreError> {
        let ids = self.table(BLOB_IDS)?;
        for row in ids.iter()? {
            let (key, _) = row?;
            verified.blobs += 1;
            let hash = key.value().try_into().map(Hash::from_bytes);
            let is_whole = match hash.map(|hash| self.blob(hash)) {
                Ok(Ok(_)) => true,
                // the key is no hash, or the blob is not what it says
                Err(_) | Ok(Err(StoreError::Damaged(_) | StoreError::Unknown)) => false,
                Ok(Err(error)) => return Err(error),
            };
            if !is_whole {
                verified.faults.push(Fault { place: None, what: FaultKind::Blob });
            }
        }
        for row in self.table(ENTRIES)?.iter()? {
            let (_, value) = row?;
            // reported as a fault already
            let Ok(entry) = Entry::from_bytes(value.value()) else { continue };
            for blob in &entry.header.blobs {
                verified.absent_blobs += u64::from(ids.get(blob.bytes().as_slice())?.is_none());
            }
        }
        let stored = self.table(super::tables::BLOBS)?.len()?;
        // A content without a name, or a name without a content.
        if stored != verified.blobs {
            verified.faults.push(Fault { place: None, what: FaultKind::Blob });
        }
        Ok(())
    }
}

/// A terminal's key stands in its founding entry, and the terminal's name is its hash.
fn learn_terminal(body: &Body, terminal: TerminalId, walk: &mut Walk) {
    let key = body.terminal_key().and_then(PublicKey::parse);
    if walk.terminal_key.is_none() {
        walk.terminal_key = key.filter(|key| TerminalId::of_key(key.bytes()) == terminal);
    }
}

fn signature_fault(
    entry: &Entry,
    walk: &mut Walk,
    authors: &BTreeMap<EntryId, PublicKey>,
) -> Option<FaultKind> {
    let author = entry.header.author;
    let Some(signature) = &entry.signature else {
        walk.waiting.push((entry.header.seq, author));
        return None;
    };
    let covered = walk.waiting.iter().all(|(_, waiting)| *waiting == author);
    walk.waiting.clear();
    let key = match author {
        Some(author) => authors.get(&author),
        None if entry.may_be_the_terminals() => walk.terminal_key.as_ref(),
        None => None,
    };
    match key {
        None => Some(FaultKind::Author),
        Some(key) if covered && key.verifies(&signed_bytes(&entry.header_bytes), signature) => None,
        Some(_) => Some(FaultKind::Signature),
    }
}
