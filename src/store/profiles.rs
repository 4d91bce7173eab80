//! Column profiles: private settings of the office, one row each by name. No act rests on them.
use super::codec::{from_row, to_row};
use super::error::StoreError;
use super::store::{Reading, Store, guarded};
use super::tables::PROFILES;
use crate::domain::roll::column_profile::Profile;
use redb::ReadableTable;

impl Store {
    /// Keeps a profile; an earlier one of the same name, or for the same head, goes.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn keep_profile(&self, profile: &Profile) -> Result<(), StoreError> {
        self.write(|tables| {
            let mut older = Vec::new();
            for row in tables.profiles.iter()? {
                let (key, bytes) = row?;
                let there: Profile = from_row(key.value(), bytes.value())?;
                if there.head == profile.head {
                    older.push(there.name);
                }
            }
            for name in older {
                tables.profiles.remove(name.as_bytes())?;
            }
            let key = profile.name.as_bytes();
            tables.profiles.insert(key, to_row(key, profile)?.as_slice())?;
            Ok(())
        })
    }

    /// Forgets a profile.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] if there is none of that name.
    pub fn forget_profile(&self, name: &str) -> Result<(), StoreError> {
        self.write(|tables| {
            let there = tables.profiles.remove(name.as_bytes())?.is_some();
            if there { Ok(()) } else { Err(StoreError::Unknown) }
        })
    }
}

impl Reading {
    /// All profiles, by name.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn profiles(&self) -> Result<Vec<Profile>, StoreError> {
        guarded(|| {
            let mut found = Vec::new();
            for row in self.table(PROFILES)?.iter()? {
                let (key, bytes) = row?;
                found.push(from_row(key.value(), bytes.value())?);
            }
            Ok(found)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tables::ALL;
    use redb::backends::InMemoryBackend;
    use redb::{Database, ReadableDatabase};

    fn profile(name: &str, head: &str) -> Profile {
        Profile { name: name.to_owned(), head: vec![head.to_owned()], columns: Vec::new() }
    }

    #[test]
    fn one_profile_stands_for_one_name_and_one_head() {
        let store = Store::open(InMemoryBackend::new()).unwrap();
        for new in [
            profile("甲", "名儿"),
            profile("乙", "领取额"),
            profile("丙", "名儿"),
            profile("乙", "钱"),
        ] {
            store.keep_profile(&new).unwrap();
        }
        assert_eq!(
            store.read().unwrap().profiles().unwrap(),
            [profile("丙", "名儿"), profile("乙", "钱")]
        );
        store.forget_profile("丙").unwrap();
        assert!(matches!(store.forget_profile("丙"), Err(StoreError::Unknown)));
        assert_eq!(store.read().unwrap().profiles().unwrap().len(), 1);
    }

    #[test]
    fn a_store_from_before_there_were_profiles_opens_and_keeps_them() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let db = Database::create(file.path()).unwrap();
        let txn = db.begin_write().unwrap();
        for table in ALL.into_iter().filter(|table| redb::TableHandle::name(table) != "profiles/1")
        {
            txn.open_table(table).unwrap();
        }
        txn.commit().unwrap();
        assert!(db.begin_read().unwrap().open_table(PROFILES).is_err());
        drop(db);
        let backend = redb::backends::FileBackend::new(file.reopen().unwrap()).unwrap();
        let store = Store::open_existing(backend).unwrap();
        assert_eq!(store.read().unwrap().profiles().unwrap(), []);
        store.keep_profile(&profile("甲", "名儿")).unwrap();
        assert_eq!(store.read().unwrap().profiles().unwrap().len(), 1);
    }
}
