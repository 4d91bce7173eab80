//! Passwords: changing one's own, giving a colleague a new one, and the recovery code of the sealed
//! envelope.
use super::error::Failure;
use super::open::{Session, must_be_real, terminal_folder};
use crate::domain::journal::{NewBlob, UserEnrolled};
use crate::domain::people::user::Role;
use crate::runtime::clock::Clock;
use crate::runtime::entropy::{SystemEntropy, salt};
use crate::store::{Store, User};
use crate::vault::{Enrolled, Password, RecoveryCode, VaultError};
use std::path::Path;

impl Session {
    /// Changes the own password; the signing key stays.
    ///
    /// # Errors
    /// The old password is wrong, the new one weak.
    pub fn change_password(&mut self, old: &Password, new: &Password) -> Result<(), Failure> {
        let mut keyring = self.keyring.clone();
        keyring.change_password(self.user.body.slot, (old, new), &mut SystemEntropy)?;
        self.keyring = self.folder.save(&keyring)?;
        Ok(())
    }

    /// Gives a user who forgot the password a new one, with a new signing key and an entry about
    /// it.
    ///
    /// # Errors
    /// Only an administrator may; no such user; a weak password.
    pub fn reset_password(&mut self, who: &str, new: &Password) -> Result<u32, Failure> {
        self.needs(Role::Administrator)?;
        let slot = self.keyring.find(who).ok_or(VaultError::WrongNameOrPassword)?.number;
        let user = self
            .users()?
            .into_iter()
            .find(|user| user.body.slot == slot)
            .ok_or(Failure::NotEnrolled)?;
        let mut keyring = self.keyring.clone();
        let enrolled = keyring.replace_key(slot, &self.data_key, new, &mut SystemEntropy)?;
        self.keyring = self.folder.save(&keyring)?;
        let (body, name) = renewed(&user, &enrolled)?;
        self.store.enrol(self.pen()?, Some(user.subject), body, &name)?;
        self.folder.forgive(slot)?;
        Ok(slot)
    }

    /// Gives an administrator who forgot the password a new one, on the word of the recovery code.
    ///
    /// # Errors
    /// The code is mistyped or of another store; the user is no administrator; a weak password.
    pub fn recover(
        place: &Path,
        code: &str,
        who: &str,
        new: &Password,
        clock: Clock,
    ) -> Result<u32, Failure> {
        if !place.exists() {
            return Err(VaultError::NoStore.into());
        }
        let folder = terminal_folder(place)?;
        let mut keyring = folder.keyring()?;
        must_be_real(clock, keyring.practice())?;
        let data_key = keyring.unlock_by_recovery(&RecoveryCode::parse(code)?)?;
        let slot = keyring.find(who).ok_or(VaultError::WrongNameOrPassword)?.number;
        let store = Store::open_existing(folder.ledger(&data_key)?)?;
        let user = store
            .read()?
            .users()?
            .into_iter()
            .find(|user| user.body.slot == slot)
            .ok_or(Failure::NotEnrolled)?;
        if !user.body.roles.has(Role::Administrator) {
            return Err(crate::store::StoreError::from(crate::domain::dossier::Refusal::Role(
                Role::Administrator,
            ))
            .into());
        }
        let enrolled = keyring.replace_key(slot, &data_key, new, &mut SystemEntropy)?;
        folder.save(&keyring)?;
        let (body, name) = renewed(&user, &enrolled)?;
        store.recover(user.subject, body, &name, clock.now())?;
        folder.forgive(slot)?;
        store.close()?;
        Ok(slot)
    }
}

/// The user's entry with the new key; roles and person stay.
fn renewed(user: &User, enrolled: &Enrolled) -> Result<(UserEnrolled, NewBlob), Failure> {
    let name = NewBlob::new(salt()?, user.name.clone().into_bytes());
    let body = UserEnrolled {
        public_key: enrolled.public_key.to_string(),
        name: name.hash(),
        ..user.body.clone()
    };
    Ok((body, name))
}
