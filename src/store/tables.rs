//! The tables, their keys and their opening. Byte keys and byte values only.
use super::error::StoreError;
use crate::domain::journal::{Subject, SubjectKind, TerminalId};
use redb::{Table, TableDefinition, TableHandle, WriteTransaction};
use std::cmp::Ordering;

pub(super) type Bytes = &'static [u8];
pub(super) type Definition = TableDefinition<'static, Bytes, Bytes>;

/// Terminal, seq -> entry. Appended, never changed.
pub(super) const ENTRIES: Definition = TableDefinition::new("entries/1");
/// Entry id -> terminal, seq.
pub(super) const ENTRY_IDS: Definition = TableDefinition::new("entry-ids/1");
/// Subject, terminal, seq -> nothing.
pub(super) const SUBJECTS: Definition = TableDefinition::new("subjects/1");
/// Running number -> salt and packed content.
pub(super) const BLOBS: Definition = TableDefinition::new("blobs/1");
/// Blob hash -> running number.
pub(super) const BLOB_IDS: Definition = TableDefinition::new("blob-ids/1");
/// Subject -> folded dossier (view).
pub(super) const DOSSIERS: Definition = TableDefinition::new("dossiers/2");
/// ID number -> names and card endings (view).
pub(super) const PEOPLE: Definition = TableDefinition::new("people/1");
/// ID number -> postings of 24 bytes (view).
pub(super) const POSTINGS: Definition = TableDefinition::new("postings/1");
/// Village, year, programme -> counts and sums (view).
pub(super) const TOTALS: Definition = TableDefinition::new("totals/1");
/// Draft number -> draft.
pub(super) const DRAFTS: Definition = TableDefinition::new("drafts/1");
/// Draft number, edit number -> edit.
pub(super) const EDITS: Definition = TableDefinition::new("edits/1");
/// Names -> chain state, counters, secrets.
pub(super) const META: Definition = TableDefinition::new("meta/1");

/// Name -> column profile; a private setting.
pub(super) const PROFILES: Definition = TableDefinition::new("profiles/1");

/// Draft number -> what was found out about its rows, and for which state of them.
pub(super) const ROW_FACTS: Definition = TableDefinition::new("row-facts/1");

pub(super) const ALL: [Definition; 14] = [
    ENTRIES, ENTRY_IDS, SUBJECTS, BLOBS, BLOB_IDS, DOSSIERS, PEOPLE, POSTINGS, TOTALS, DRAFTS,
    EDITS, META, PROFILES, ROW_FACTS,
];
/// What `rebuild` empties and folds again.
pub(super) const VIEWS: [Definition; 4] = [DOSSIERS, PEOPLE, POSTINGS, TOTALS];

/// Is a table of this name one of ours in another form? The form is the number behind the stroke.
pub(super) fn other_form(name: &str) -> Option<Ordering> {
    let (stem, form) = parted(name)?;
    let ours = ALL.iter().filter_map(|table| parted(table.name()));
    let (_, current) = ours.into_iter().find(|(known, _)| *known == stem)?;
    Some(form.cmp(&current)).filter(|order| order.is_ne())
}

fn parted(name: &str) -> Option<(&str, u32)> {
    let (stem, form) = name.split_once('/')?;
    Some((stem, form.parse().ok()?))
}

/// All tables, open in one transaction.
pub(super) struct Tables<'t> {
    pub(super) entries: Table<'t, Bytes, Bytes>,
    pub(super) entry_ids: Table<'t, Bytes, Bytes>,
    pub(super) subjects: Table<'t, Bytes, Bytes>,
    pub(super) blobs: Table<'t, Bytes, Bytes>,
    pub(super) blob_ids: Table<'t, Bytes, Bytes>,
    pub(super) dossiers: Table<'t, Bytes, Bytes>,
    pub(super) people: Table<'t, Bytes, Bytes>,
    pub(super) postings: Table<'t, Bytes, Bytes>,
    pub(super) totals: Table<'t, Bytes, Bytes>,
    pub(super) drafts: Table<'t, Bytes, Bytes>,
    pub(super) edits: Table<'t, Bytes, Bytes>,
    pub(super) meta: Table<'t, Bytes, Bytes>,
    pub(super) profiles: Table<'t, Bytes, Bytes>,
    pub(super) row_facts: Table<'t, Bytes, Bytes>,
}

impl<'t> Tables<'t> {
    pub(super) fn open(txn: &'t WriteTransaction) -> Result<Self, StoreError> {
        Ok(Self {
            entries: txn.open_table(ENTRIES)?,
            entry_ids: txn.open_table(ENTRY_IDS)?,
            subjects: txn.open_table(SUBJECTS)?,
            blobs: txn.open_table(BLOBS)?,
            blob_ids: txn.open_table(BLOB_IDS)?,
            dossiers: txn.open_table(DOSSIERS)?,
            people: txn.open_table(PEOPLE)?,
            postings: txn.open_table(POSTINGS)?,
            totals: txn.open_table(TOTALS)?,
            drafts: txn.open_table(DRAFTS)?,
            edits: txn.open_table(EDITS)?,
            meta: txn.open_table(META)?,
            profiles: txn.open_table(PROFILES)?,
            row_facts: txn.open_table(ROW_FACTS)?,
        })
    }
}

impl<'t> Tables<'t> {
    /// The table of a definition, for copying whole stores.
    pub(super) fn by_name(&mut self, definition: Definition) -> &mut Table<'t, Bytes, Bytes> {
        match definition.name() {
            "entries/1" => &mut self.entries,
            "entry-ids/1" => &mut self.entry_ids,
            "subjects/1" => &mut self.subjects,
            "blobs/1" => &mut self.blobs,
            "blob-ids/1" => &mut self.blob_ids,
            "dossiers/2" => &mut self.dossiers,
            "people/1" => &mut self.people,
            "postings/1" => &mut self.postings,
            "totals/1" => &mut self.totals,
            "drafts/1" => &mut self.drafts,
            "edits/1" => &mut self.edits,
            "profiles/1" => &mut self.profiles,
            "row-facts/1" => &mut self.row_facts,
            // Only definitions of `ALL` come here, and `META` is the one that is left.
            _ => &mut self.meta,
        }
    }
}

/// Terminal and number: 16 bytes, in the order of the chain.
pub(super) fn entry_key(terminal: TerminalId, seq: u64) -> [u8; 16] {
    let mut key = [0; 16];
    let (left, right) = key.split_at_mut(8);
    left.copy_from_slice(terminal.bytes());
    right.copy_from_slice(&seq.to_be_bytes());
    key
}

/// Reads an [`entry_key`].
pub(super) fn read_entry_key(key: &[u8]) -> Option<(TerminalId, u64)> {
    let (terminal, seq) = key.split_at_checked(8)?;
    let terminal = TerminalId::parse(std::str::from_utf8(terminal).ok()?)?;
    Some((terminal, u64::from_be_bytes(seq.try_into().ok()?)))
}

/// Kind letter, terminal, number: 17 bytes.
pub(super) fn subject_key(subject: &Subject) -> [u8; 17] {
    let mut key = [0; 17];
    let (kind, rest) = key.split_at_mut(1);
    // All letters are ASCII.
    kind.fill(u8::try_from(subject.kind.letter()).unwrap_or(b'?'));
    rest.copy_from_slice(&entry_key(subject.terminal, subject.seq));
    key
}

/// Reads a [`subject_key`].
pub(super) fn read_subject_key(key: &[u8]) -> Option<Subject> {
    let (kind, rest) = key.split_first()?;
    let kind = SubjectKind::of_letter(char::from(*kind))?;
    let (terminal, seq) = read_entry_key(rest)?;
    Some(Subject { kind, terminal, seq })
}
