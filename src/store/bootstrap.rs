//! Founding: the first entries of a store, users and reference sets.
use super::append::{Signer, append};
use super::codec::{from_row, to_row};
use super::error::StoreError;
use super::journal::{self, Chain, UnsignedEntry};
use super::store::{Reading, Store};
use super::tables::{BLOB_IDS, BLOBS, ENTRIES, ENTRY_IDS, META, SUBJECTS, Tables};
use crate::domain::dossier::Refusal;
use crate::domain::journal::EntrySubject;
use crate::domain::journal::{
    Body, EntryId, NewBlob, OfficeBody, OfficeFounded, Subject, SubjectKind, TerminalId,
    UserEnrolled,
};
use crate::domain::people::user::Role;
use crate::domain::reference::Reference;
use crate::domain::reference::rule::mark;
use crate::domain::values::hash::Hash;
use crate::domain::values::timestamp::Timestamp;
use crate::store::blobs;
use crate::vault::SigningKey;
use redb::ReadableTable;
use serde::{Deserialize, Serialize};

/// The terminal's and the office's own keys; they never leave the encrypted store.
pub struct OfficeKeys {
    /// Signs while founding.
    pub terminal: SigningKey,
    /// Signs disclosures.
    pub publication: SigningKey,
}

#[derive(Serialize, Deserialize)]
struct Secrets {
    terminal: [u8; 32],
    publication: [u8; 32],
}

const SECRETS: &[u8] = b"secrets";
const OFFICE: &[u8] = b"office";

/// A user as the journal knows them.
#[derive(Clone, PartialEq, Eq)]
pub struct User {
    /// The newest entry about the user; what `author` names.
    pub entry: EntryId,
    /// The user.
    pub subject: Subject,
    /// What the entry says.
    pub body: UserEnrolled,
    /// The name, from its blob.
    pub name: String,
}

impl Store {
    /// Begins the journal of a new store: the office, signed by its terminal, and the first user.
    ///
    /// # Errors
    /// [`StoreError::Exists`] if a chain is there already.
    pub fn found(
        &self,
        keys: &OfficeKeys,
        office: OfficeFounded,
        user: UserEnrolled,
        name: &NewBlob,
        at: Timestamp,
    ) -> Result<EntryId, StoreError> {
        self.write(|tables| {
            let mut chain = begin_chain(tables, keys)?;
            let office = Body::from(office);
            let founding = UnsignedEntry::by_terminal(
                EntrySubject::New(SubjectKind::Office),
                Vec::new(),
                &office,
                at,
            );
            let (office_subject, _) =
                journal::append(tables, &mut chain, &founding, Some(&keys.terminal))?;
            tables.meta.insert(OFFICE, to_row(OFFICE, &office_subject)?.as_slice())?;
            blobs::put(tables, name)?;
            let user = Body::from(user);
            let enrolling = UnsignedEntry::by_terminal(
                EntrySubject::New(SubjectKind::User),
                Vec::new(),
                &user,
                at,
            );
            let (_, id) = journal::append(tables, &mut chain, &enrolling, Some(&keys.terminal))?;
            journal::set_chain(tables, &chain)?;
            Ok(id)
        })
    }

    /// Enrols a user, or gives a known one new roles or a new key.
    ///
    /// # Errors
    /// Only an administrator may.
    pub fn enrol(
        &self,
        pen: Signer<'_>,
        known: Option<Subject>,
        user: UserEnrolled,
        name: &NewBlob,
    ) -> Result<EntryId, StoreError> {
        let target = known.map_or(EntrySubject::New(SubjectKind::User), EntrySubject::Known);
        self.administer(pen, target, &Body::from(user), std::slice::from_ref(name))
    }

    /// Gives a known administrator a new key on the word of the recovery code: signed by the
    /// terminal itself, since nobody else can.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn recover(
        &self,
        known: Subject,
        user: UserEnrolled,
        name: &NewBlob,
        at: Timestamp,
    ) -> Result<EntryId, StoreError> {
        let keys = self.read()?.office_keys()?;
        self.write(|tables| {
            blobs::put(tables, name)?;
            let mut chain = journal::chain(&tables.meta)?;
            let saw = heads_of(tables, &known)?;
            let body = Body::from(user);
            let entry = UnsignedEntry::by_terminal(EntrySubject::Known(known), saw, &body, at);
            let (_, id) = journal::append(tables, &mut chain, &entry, Some(&keys.terminal))?;
            journal::set_chain(tables, &chain)?;
            Ok(id)
        })
    }

    /// Takes in a reference set; what it says of a row holds from then on, all else stays.
    ///
    /// # Errors
    /// Only an administrator may.
    pub fn import_reference(
        &self,
        pen: Signer<'_>,
        body: &Body,
        content: &NewBlob,
    ) -> Result<EntryId, StoreError> {
        self.administer(
            pen,
            EntrySubject::New(SubjectKind::Reference),
            body,
            std::slice::from_ref(content),
        )
    }

    /// Takes in a list of keyed hashes to match rolls against.
    ///
    /// # Errors
    /// Only an administrator may.
    pub fn import_list(
        &self,
        pen: Signer<'_>,
        body: &Body,
        content: &NewBlob,
    ) -> Result<EntryId, StoreError> {
        self.administer(
            pen,
            EntrySubject::New(SubjectKind::CrossMatch),
            body,
            std::slice::from_ref(content),
        )
    }

    fn administer(
        &self,
        pen: Signer<'_>,
        target: EntrySubject,
        body: &Body,
        new: &[NewBlob],
    ) -> Result<EntryId, StoreError> {
        self.write(|tables| {
            let author = crate::store::fold::Folding::default()
                .author(tables, pen.author)?
                .ok_or(Refusal::UnknownAuthor)?;
            if !author.roles.has(Role::Administrator) {
                return Err(Refusal::Role(Role::Administrator).into());
            }
            for blob in new {
                blobs::put(tables, blob)?;
            }
            let mut chain = journal::chain(&tables.meta)?;
            let saw = match target {
                EntrySubject::Known(subject) => heads_of(tables, &subject)?,
                EntrySubject::New(_) => Vec::new(),
            };
            let (_, id) = append(tables, &mut chain, pen, Some(pen.key), target, saw, body)?;
            journal::set_chain(tables, &chain)?;
            Ok(id)
        })
    }
}

/// The first row of a chain; the terminal's name is the hash of its key.
pub(super) fn begin_chain(tables: &mut Tables<'_>, keys: &OfficeKeys) -> Result<Chain, StoreError> {
    if tables.meta.get(b"chain".as_slice())?.is_some() {
        return Err(StoreError::Exists);
    }
    set_keys(tables, keys)?;
    Ok(Chain {
        terminal: TerminalId::of_key(keys.terminal.public().bytes()),
        seq: 0,
        last: None,
        at: None,
    })
}

pub(super) fn set_keys(tables: &mut Tables<'_>, keys: &OfficeKeys) -> Result<(), StoreError> {
    let secrets =
        Secrets { terminal: *keys.terminal.to_bytes(), publication: *keys.publication.to_bytes() };
    tables.meta.insert(SECRETS, to_row(SECRETS, &secrets)?.as_slice())?;
    Ok(())
}

fn heads_of(tables: &Tables<'_>, subject: &Subject) -> Result<Vec<EntryId>, StoreError> {
    let entries =
        journal::of_subject(&tables.subjects, &tables.entry_ids, &tables.entries, subject)?;
    let seen: Vec<EntryId> =
        entries.iter().flat_map(|entry| entry.header.saw.iter().copied()).collect();
    let mut heads: Vec<EntryId> =
        entries.iter().map(journal::Entry::id).filter(|id| !seen.contains(id)).collect();
    heads.sort_unstable();
    Ok(heads)
}

impl Reading {
    /// Where the chain stands; `None` in a store that has not been founded.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn chain(&self) -> Result<Chain, StoreError> {
        journal::chain(&self.table(META)?)
    }

    /// The office's keys.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn office_keys(&self) -> Result<OfficeKeys, StoreError> {
        let meta = self.table(META)?;
        let row = meta.get(SECRETS)?.ok_or(StoreError::Damaged("secrets"))?;
        let secrets: Secrets = from_row(SECRETS, row.value())?;
        Ok(OfficeKeys {
            terminal: SigningKey::from_bytes(&secrets.terminal),
            publication: SigningKey::from_bytes(&secrets.publication),
        })
    }

    /// The office, as its founding entry says.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn office(&self) -> Result<OfficeFounded, StoreError> {
        let meta = self.table(META)?;
        let row = meta.get(OFFICE)?.ok_or(StoreError::Damaged("office"))?;
        let subject: Subject = from_row(OFFICE, row.value())?;
        let entries = self.entries_of(&subject)?;
        let founding = entries.first().ok_or(StoreError::Damaged("office"))?.body()?;
        if let Some(OfficeBody::OfficeFounded(office)) = founding.office() {
            Ok(office)
        } else {
            Err(StoreError::Damaged("office"))
        }
    }

    /// Entries of a subject, in key order.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn entries_of(&self, subject: &Subject) -> Result<Vec<journal::Entry>, StoreError> {
        journal::of_subject(
            &self.table(SUBJECTS)?,
            &self.table(ENTRY_IDS)?,
            &self.table(ENTRIES)?,
            subject,
        )
    }

    /// The subjects of a kind, in the order of their founding on each terminal.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn subjects(&self, kind: SubjectKind) -> Result<Vec<Subject>, StoreError> {
        let letter = u8::try_from(kind.letter()).unwrap_or(b'?');
        let table = self.table(SUBJECTS)?;
        let mut found: Vec<Subject> = Vec::new();
        // The keys begin with the letter of the kind: up to the next letter lie all of this kind.
        for row in table.range([letter].as_slice()..[letter + 1].as_slice())? {
            let (key, _) = row?;
            let subject = key
                .value()
                .get(..17)
                .and_then(crate::store::tables::read_subject_key)
                .ok_or(StoreError::Damaged("subject key"))?;
            if found.last() != Some(&subject) {
                found.push(subject);
            }
        }
        Ok(found)
    }

    /// All users, each by the newest entry.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn users(&self) -> Result<Vec<User>, StoreError> {
        let mut users = Vec::new();
        for subject in self.subjects(SubjectKind::User)? {
            let entries = self.entries_of(&subject)?;
            let seen: Vec<EntryId> =
                entries.iter().flat_map(|entry| entry.header.saw.iter().copied()).collect();
            // after a restore the newer entry may stand on a terminal whose name sorts first
            let Some(newest) = entries.iter().rfind(|entry| !seen.contains(&entry.id())) else {
                continue;
            };
            let Some(body) = newest.body()?.enrolled() else { continue };
            let name =
                String::from_utf8(self.blob(body.name)?).or(Err(StoreError::Damaged("name")))?;
            users.push(User { entry: newest.id(), subject, body, name });
        }
        Ok(users)
    }

    /// All reference sets that were ever imported, earliest first; in force is what
    /// [`Reference::joined`] makes of them.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn reference_sets(&self) -> Result<Vec<Reference>, StoreError> {
        self.reference_entries()?
            .into_iter()
            .map(|(_, content)| crate::store::codec::from_json(&self.blob(content)?))
            .collect()
    }

    /// Entries and contents of the reference sets, earliest first.
    fn reference_entries(&self) -> Result<Vec<(EntryId, Hash)>, StoreError> {
        let mut sets: Vec<(Timestamp, EntryId, Hash)> = Vec::new();
        for subject in self.subjects(SubjectKind::Reference)? {
            for entry in self.entries_of(&subject)? {
                let Some(OfficeBody::ReferenceImported(body)) = entry.body()?.office() else {
                    continue;
                };
                sets.push((entry.header.at, entry.id(), body.content));
            }
        }
        // subjects come terminal by terminal; after a restore the later import may stand on the
        // earlier name. The sort is stable: what one terminal wrote within a minute keeps its order
        sets.sort_by_key(|(at, ..)| *at);
        Ok(sets.into_iter().map(|(_, id, content)| (id, content)).collect())
    }

    /// All reference sets, joined.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn reference(&self) -> Result<Reference, StoreError> {
        Ok(Reference::joined(&self.reference_sets()?))
    }

    /// The mark of the sets in force, for decisions to name; `None` = there are none.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn rules_mark(&self) -> Result<Option<Hash>, StoreError> {
        let sets: Vec<EntryId> = self.reference_entries()?.into_iter().map(|(id, _)| id).collect();
        Ok((!sets.is_empty()).then(|| mark(&sets)))
    }

    /// The reference data as it was when a decision named this mark; `None` = those sets are not
    /// all here.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn reference_then(&self, named: Hash) -> Result<Option<Reference>, StoreError> {
        let entries = self.reference_entries()?;
        let ids: Vec<EntryId> = entries.iter().map(|(id, _)| *id).collect();
        let Some(count) =
            (1..=ids.len()).find(|count| ids.get(..*count).is_some_and(|sets| mark(sets) == named))
        else {
            return Ok(None);
        };
        let sets: Vec<Reference> = entries
            .into_iter()
            .take(count)
            .map(|(_, content)| crate::store::codec::from_json(&self.blob(content)?))
            .collect::<Result<_, _>>()?;
        Ok(Some(Reference::joined(&sets)))
    }

    /// The content of a blob.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] if it was never here or was erased.
    pub fn blob(&self, hash: crate::domain::values::hash::Hash) -> Result<Vec<u8>, StoreError> {
        crate::store::store::guarded(|| {
            blobs::get(&self.table(BLOB_IDS)?, &self.table(BLOBS)?, hash)
        })
    }
}
