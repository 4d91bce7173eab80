//! The content of `keys.json`: one slot for each user, one for the recovery code.
//!
//! A new user's slot is saved before the user's entry in the journal. If the entry never comes, the
//! slot opens the store but permits no act, since `store` looks for an entry with the public key of
//! [`Unlocked::signing_key`]. All users share one data key, and whoever opens any slot has it: that
//! two persons must act is ensured by the program's rules, not by cryptography. Deliberately
//! absent: files (see [`super::folder`]) and counting of tries (see
//! [`crate::vault::login_attempts`]).
use super::entropy::{Entropy, fresh};
use super::error::VaultError;
use super::keys::DataKey;
use super::password::{KdfCost, Password};
use super::recovery::RecoveryCode;
use super::signing::{PublicKey, SigningKey};
use super::slots::{Bytes, RecoverySlot, StoreMark};
pub use super::slots::{NewUser, StoreId, UserSlot};
use crate::domain::values::hash::Hash;
use serde::{Deserialize, Serialize};

/// All slots of one store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keyring {
    store: StoreMark,
    /// Counts the changes: of two good copies the larger one is the newer.
    change: u64,
    /// Cost of new slots.
    cost: KdfCost,
    /// Tells the store's data key from any other.
    data_key: Hash,
    users: Vec<UserSlot>,
    next_number: u32,
    recovery: RecoverySlot,
}

/// What a new store is to be.
#[derive(Debug, Clone, Copy)]
pub struct Founding<'a> {
    /// A practice store: every output says so.
    pub practice: bool,
    /// The office's name, which no password may be.
    pub office: &'a str,
    /// [`KdfCost::STANDARD`], except in tests.
    pub cost: KdfCost,
}

/// A new keyring, opened, with the code that is shown once.
#[derive(Debug)]
pub struct Created {
    /// To be saved.
    pub keyring: Keyring,
    /// The first user, logged in.
    pub unlocked: Unlocked,
    /// To be written on paper and typed back before anything is saved.
    pub code: RecoveryCode,
}

/// What a user's password opens.
#[derive(Debug)]
pub struct Unlocked {
    /// The slot's number.
    pub number: u32,
    /// Opens the store.
    pub data_key: DataKey,
    /// Signs this user's acts.
    pub signing_key: SigningKey,
}

/// A slot that was just filled: its owner's entry in the journal must follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Enrolled {
    /// The slot's number.
    pub number: u32,
    /// For the user's entry.
    pub public_key: PublicKey,
}

impl Keyring {
    /// The keyring of a new store with its first user.
    ///
    /// # Errors
    /// [`VaultError::WeakPassword`], [`VaultError::NoRandomness`], [`VaultError::OutOfMemory`].
    pub fn create(
        founding: &Founding<'_>,
        first: &NewUser<'_>,
        entropy: &mut dyn Entropy,
    ) -> Result<Created, VaultError> {
        first.password.check(&[first.name, first.label, founding.office])?;
        let store = StoreMark { id: Bytes(*fresh(entropy)?), practice: founding.practice };
        let data_key = DataKey::generate(entropy)?;
        let signing_key = SigningKey::generate(entropy)?;
        let code = RecoveryCode::generate(entropy)?;
        let user = UserSlot::seal(
            store,
            1,
            first,
            (&data_key, &signing_key),
            (founding.cost, &mut *entropy),
        )?;
        let keyring = Self {
            store,
            change: 0,
            cost: founding.cost,
            data_key: data_key.check(),
            users: vec![user],
            next_number: 2,
            recovery: RecoverySlot::seal(store, &code, &data_key, entropy)?,
        };
        Ok(Created { keyring, unlocked: Unlocked { number: 1, data_key, signing_key }, code })
    }

    /// The store's name.
    #[must_use]
    pub const fn store(&self) -> StoreId {
        self.store.id
    }

    /// Is this a practice store?
    #[must_use]
    pub const fn practice(&self) -> bool {
        self.store.practice
    }

    /// The users' slots by number.
    #[must_use]
    pub fn users(&self) -> &[UserSlot] {
        &self.users
    }

    /// The slot that a typed name or number means.
    #[must_use]
    pub fn find(&self, name_or_number: &str) -> Option<&UserSlot> {
        let number = name_or_number.trim().parse().ok();
        self.users.iter().find(|slot| slot.is_of(name_or_number) || Some(slot.number) == number)
    }

    /// Opens a user's slot. Takes as long as the key derivation; tries are counted by
    /// [`super::folder::TerminalFolder::unlock`].
    ///
    /// # Errors
    /// [`VaultError::WrongNameOrPassword`], [`VaultError::OutOfMemory`],
    /// [`VaultError::KeysDamaged`].
    pub fn unlock(
        &self,
        name_or_number: &str,
        password: &Password,
    ) -> Result<Unlocked, VaultError> {
        let slot = self.find(name_or_number).ok_or(VaultError::WrongNameOrPassword)?;
        let (data_key, signing_key) = slot.open(self.store, password)?;
        self.must_be_ours(&data_key)?;
        Ok(Unlocked { number: slot.number, data_key, signing_key })
    }

    /// Opens the data key by the code on paper, but nobody's signing key. An administrator's slot
    /// is then given a new key by [`Keyring::replace_key`].
    ///
    /// # Errors
    /// [`VaultError::WrongCode`], [`VaultError::KeysDamaged`].
    pub fn unlock_by_recovery(&self, code: &RecoveryCode) -> Result<DataKey, VaultError> {
        let data_key = self.recovery.open(self.store, code)?;
        self.must_be_ours(&data_key)?;
        Ok(data_key)
    }

    /// Gives a user a slot with a new signing key.
    ///
    /// # Errors
    /// [`VaultError::NameTaken`], [`VaultError::WeakPassword`], [`VaultError::ForeignKey`],
    /// [`VaultError::NoRandomness`], [`VaultError::OutOfMemory`].
    pub fn add_user(
        &mut self,
        data_key: &DataKey,
        user: &NewUser<'_>,
        entropy: &mut dyn Entropy,
    ) -> Result<Enrolled, VaultError> {
        self.must_be_ours(data_key)?;
        if self.find(user.name).is_some() {
            return Err(VaultError::NameTaken);
        }
        user.password.check(&[user.name, user.label])?;
        let number = self.next_number;
        let signing_key = SigningKey::generate(entropy)?;
        self.users.push(UserSlot::seal(
            self.store,
            number,
            user,
            (data_key, &signing_key),
            (self.cost, entropy),
        )?);
        self.next_number += 1;
        Ok(Enrolled { number, public_key: signing_key.public() })
    }

    /// Seals a user's slot anew; the signing key stays.
    ///
    /// # Errors
    /// [`VaultError::UnknownUser`], [`VaultError::WrongNameOrPassword`] (the old one),
    /// [`VaultError::WeakPassword`] (the new one), [`VaultError::NoRandomness`],
    /// [`VaultError::OutOfMemory`].
    pub fn change_password(
        &mut self,
        number: u32,
        passwords: (&Password, &Password),
        entropy: &mut dyn Entropy,
    ) -> Result<(), VaultError> {
        let store = self.store;
        let cost = self.cost;
        let slot = self.slot(number)?;
        passwords.1.check(&[&slot.label])?;
        let (data_key, signing_key) = slot.open(store, passwords.0)?;
        *slot = slot.reseal(store, passwords.1, (&data_key, &signing_key), (cost, entropy))?;
        Ok(())
    }

    /// Gives a user who forgot the password a new one **and a new signing key**: the old one is
    /// lost. An administrator's entry must follow.
    ///
    /// # Errors
    /// [`VaultError::UnknownUser`], [`VaultError::ForeignKey`], [`VaultError::WeakPassword`],
    /// [`VaultError::NoRandomness`], [`VaultError::OutOfMemory`].
    pub fn replace_key(
        &mut self,
        number: u32,
        data_key: &DataKey,
        password: &Password,
        entropy: &mut dyn Entropy,
    ) -> Result<Enrolled, VaultError> {
        self.must_be_ours(data_key)?;
        let store = self.store;
        let cost = self.cost;
        let slot = self.slot(number)?;
        password.check(&[&slot.label])?;
        let signing_key = SigningKey::generate(entropy)?;
        *slot = slot.reseal(store, password, (data_key, &signing_key), (cost, entropy))?;
        Ok(Enrolled { number, public_key: signing_key.public() })
    }

    /// Takes a user's slot away; its number is not given again. Who kept a copy of the folder still
    /// opens that copy.
    ///
    /// # Errors
    /// [`VaultError::UnknownUser`], [`VaultError::LastUser`].
    pub fn remove(&mut self, number: u32) -> Result<(), VaultError> {
        self.slot(number)?;
        if self.users.len() == 1 {
            return Err(VaultError::LastUser);
        }
        self.users.retain(|slot| slot.number != number);
        Ok(())
    }

    /// How often this keyring was saved.
    #[must_use]
    pub const fn change(&self) -> u64 {
        self.change
    }

    /// The keyring as it is saved next.
    pub(super) fn next_change(&self) -> Self {
        Self { change: self.change + 1, ..self.clone() }
    }

    fn slot(&mut self, number: u32) -> Result<&mut UserSlot, VaultError> {
        self.users
            .iter_mut()
            .find(|slot| slot.number == number)
            .ok_or(VaultError::UnknownUser { number })
    }

    fn must_be_ours(&self, data_key: &DataKey) -> Result<(), VaultError> {
        if data_key.check() == self.data_key { Ok(()) } else { Err(VaultError::ForeignKey) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::entropy::Counted;
    use super::*;

    const TREE: &str = "羊圈门口有三棵老枣树";
    const MULE: &str = "快乐的小毛驴 42 号";

    fn clerk(password: &Password) -> NewUser<'_> {
        NewUser { name: "段建国", label: "填报员", password }
    }

    fn reviewer(password: &Password) -> NewUser<'_> {
        NewUser { name: "李秀英", label: "审核员", password }
    }

    fn created() -> Created {
        let founding =
            Founding { practice: true, office: "枣林镇人民政府", cost: KdfCost::FLOOR };
        Keyring::create(&founding, &clerk(&Password::new(TREE)), &mut Counted(0)).unwrap()
    }

    #[test]
    fn a_user_is_found_by_name_or_number_and_opens_the_same_keys() {
        let Created { keyring, unlocked, .. } = created();
        for who in ["段建国", " 段建国 ", "1"] {
            let again = keyring.unlock(who, &Password::new(TREE)).unwrap();
            assert_eq!(again.number, 1);
            assert_eq!(again.data_key.check(), unlocked.data_key.check());
            assert_eq!(again.signing_key.public(), unlocked.signing_key.public());
            assert_eq!(again.signing_key.public(), keyring.users()[0].public_key);
        }
    }

    #[test]
    fn a_wrong_name_and_a_wrong_password_are_refused_in_the_same_words() {
        let Created { keyring, .. } = created();
        for (who, password) in [("段建国", MULE), ("李秀英", TREE), ("2", TREE), ("", TREE)] {
            assert!(matches!(
                keyring.unlock(who, &Password::new(password)),
                Err(VaultError::WrongNameOrPassword)
            ));
        }
    }

    #[test]
    fn the_recovery_code_opens_the_data_key_but_nobodys_signing_key() {
        let Created { mut keyring, unlocked, code } = created();
        let typed = RecoveryCode::parse(&code.shown().to_lowercase()).unwrap();
        let data_key = keyring.unlock_by_recovery(&typed).unwrap();
        assert_eq!(data_key.check(), unlocked.data_key.check());
        let enrolled =
            keyring.replace_key(1, &data_key, &Password::new(MULE), &mut Counted(50)).unwrap();
        assert_ne!(enrolled.public_key, unlocked.signing_key.public());
        assert!(matches!(
            keyring.unlock("段建国", &Password::new(TREE)),
            Err(VaultError::WrongNameOrPassword)
        ));
        assert_eq!(
            keyring.unlock("段建国", &Password::new(MULE)).unwrap().signing_key.public(),
            enrolled.public_key
        );
        let other = RecoveryCode::generate(&mut Counted(99)).unwrap();
        assert!(matches!(keyring.unlock_by_recovery(&other), Err(VaultError::WrongCode)));
    }

    #[test]
    fn a_changed_password_keeps_the_signing_key() {
        let Created { mut keyring, unlocked, .. } = created();
        let tree = Password::new(TREE);
        let mule = Password::new(MULE);
        assert!(matches!(
            keyring.change_password(1, (&mule, &tree), &mut Counted(50)),
            Err(VaultError::WrongNameOrPassword)
        ));
        keyring.change_password(1, (&tree, &mule), &mut Counted(50)).unwrap();
        assert!(keyring.unlock("1", &tree).is_err());
        assert_eq!(
            keyring.unlock("1", &mule).unwrap().signing_key.public(),
            unlocked.signing_key.public()
        );
        let short = Password::new("短");
        assert!(matches!(
            keyring.change_password(1, (&mule, &short), &mut Counted(60)),
            Err(VaultError::WeakPassword(_))
        ));
    }

    #[test]
    fn a_second_user_has_a_slot_of_their_own() {
        let Created { mut keyring, unlocked, .. } = created();
        let mule = Password::new(MULE);
        let enrolled =
            keyring.add_user(&unlocked.data_key, &reviewer(&mule), &mut Counted(50)).unwrap();
        assert_eq!(enrolled.number, 2);
        assert!(matches!(
            keyring.add_user(&unlocked.data_key, &reviewer(&mule), &mut Counted(60)),
            Err(VaultError::NameTaken)
        ));
        let second = keyring.unlock("李秀英", &mule).unwrap();
        assert_eq!(second.data_key.check(), unlocked.data_key.check());
        assert_ne!(second.signing_key.public(), unlocked.signing_key.public());
        keyring.remove(1).unwrap();
        assert!(matches!(keyring.remove(2), Err(VaultError::LastUser)));
        assert!(matches!(keyring.remove(1), Err(VaultError::UnknownUser { number: 1 })));
        let third = NewUser { name: "王桂兰", ..reviewer(&mule) };
        assert_eq!(
            keyring.add_user(&unlocked.data_key, &third, &mut Counted(70)).unwrap().number,
            3
        );
    }

    #[test]
    fn a_key_of_another_store_fills_no_slot() {
        let Created { mut keyring, .. } = created();
        let stranger = DataKey::generate(&mut Counted(80)).unwrap();
        let mule = Password::new(MULE);
        assert!(matches!(
            keyring.add_user(&stranger, &reviewer(&mule), &mut Counted(50)),
            Err(VaultError::ForeignKey)
        ));
        assert!(matches!(
            keyring.replace_key(1, &stranger, &mule, &mut Counted(50)),
            Err(VaultError::ForeignKey)
        ));
    }

    #[test]
    fn nothing_that_stands_in_clear_can_be_changed_or_moved() {
        let Created { keyring, .. } = created();
        let tree = Password::new(TREE);
        let edited = |from: &str, to: &str| {
            let json = serde_json::to_string(&keyring).unwrap();
            assert!(json.contains(from), "{from}");
            serde_json::from_str::<Keyring>(&json.replacen(from, to, 1)).unwrap().unlock("1", &tree)
        };
        edited("\"填报员\"", "\"填报员\"").unwrap();
        for (from, to) in [
            ("\"practice\":true".to_owned(), "\"practice\":false".to_owned()),
            ("填报员".to_owned(), "管理员".to_owned()),
            (
                "\"passes\":2,\"lanes\":1},\"salt\"".to_owned(),
                "\"passes\":3,\"lanes\":1},\"salt\"".to_owned(),
            ),
            (keyring.store().to_string(), StoreId::from_zeros().to_string()),
        ] {
            assert!(matches!(edited(&from, &to), Err(VaultError::WrongNameOrPassword)), "{from}");
        }
    }

    impl StoreId {
        fn from_zeros() -> Self {
            Bytes([0; 16])
        }
    }

    #[test]
    fn no_name_and_no_key_stands_in_the_file() {
        let Created { keyring, unlocked, code } = created();
        let json = serde_json::to_string(&keyring).unwrap();
        let secret = crate::domain::values::crockford::encode(unlocked.data_key.bytes());
        for hidden in ["段建国", TREE, &secret, &code.shown()] {
            assert!(!json.contains(hidden));
        }
    }
}
