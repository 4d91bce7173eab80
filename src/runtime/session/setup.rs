//! Founding a store, enrolling users, taking in reference data.
use super::error::Failure;
use super::open::{Session, must_be_real, terminal_folder};
use crate::documents::qr::Qr;
use crate::domain::disclosure::Code;
use crate::domain::journal::{NewBlob, OfficeFounded, UserEnrolled};
use crate::domain::people::identity::{IdNumber, normalise_id};
use crate::domain::people::user::{Role, Roles};
use crate::domain::reference::division::DivisionCode;
use crate::runtime::clock::Clock;
use crate::runtime::entropy::{SystemEntropy, salt};
use crate::store::{OfficeKeys, Store, User};
use crate::vault::{
    Created, Founding, KdfCost, Keyring, NewUser, Password, RecoveryCode, SigningKey,
};
use std::path::{Path, PathBuf};

/// What `init` asks.
pub struct NewOffice<'a> {
    /// Township or village.
    pub division: DivisionCode,
    /// As printed.
    pub name: &'a str,
    /// Host and prefix of the site.
    pub host: &'a str,
    /// A practice store, for ever.
    pub practice: bool,
    /// Name of the first user, an administrator.
    pub administrator: &'a str,
    /// The administrator's ID number; only its keyed hash is kept.
    pub id_number: &'a str,
    /// The administrator's password.
    pub password: &'a Password,
}

/// What `user add` asks.
pub struct NewUserAsked<'a> {
    /// The user's name.
    pub name: &'a str,
    /// What the user may do.
    pub roles: Roles,
    /// The user's ID number; only its keyed hash is kept.
    pub id_number: &'a str,
    /// The first password.
    pub password: &'a Password,
}

/// A store that is made in memory and waits for the recovery code to be typed back.
pub struct NewStore {
    created: Created,
    office: OfficeFounded,
    keys: OfficeKeys,
    administrator: String,
    id_number: String,
    place: PathBuf,
    clock: Clock,
}

/// A founded store: the session, open, and the administrator logged in.
pub struct Founded {
    /// The open session.
    pub session: Session,
}

/// The host of every practice store.
const PRACTICE_HOST: &str = "CUNBANG.EXAMPLE";

impl NewStore {
    /// Makes keys and code; nothing is on the disk yet.
    ///
    /// # Errors
    /// A host that does not fit into the QR code, a weak password, a wrong ID number.
    pub fn prepare(
        place: &Path,
        asked: &NewOffice<'_>,
        cost: KdfCost,
        clock: Clock,
    ) -> Result<Self, Failure> {
        must_be_real(clock, asked.practice)?;
        let host = if asked.practice { PRACTICE_HOST } else { asked.host.trim_end_matches('/') };
        let host = checked_host(host)?;
        let id_number = checked_id(asked.id_number, clock)?;
        let founding = Founding { practice: asked.practice, office: asked.name, cost };
        let first = NewUser {
            name: asked.administrator,
            // The label stands in clear in the keys file, so it is a role and not a name.
            label: Role::Administrator.word(),
            password: asked.password,
        };
        let created = Keyring::create(&founding, &first, &mut SystemEntropy)?;
        let keys = OfficeKeys {
            terminal: SigningKey::generate(&mut SystemEntropy)?,
            publication: SigningKey::generate(&mut SystemEntropy)?,
        };
        let office = OfficeFounded {
            division: asked.division,
            name: asked.name.to_owned(),
            host,
            practice: asked.practice,
            terminal_key: keys.terminal.public().to_string(),
            publication_key: keys.publication.public().to_string(),
        };
        Ok(Self {
            created,
            office,
            keys,
            administrator: asked.administrator.to_owned(),
            id_number,
            place: place.to_path_buf(),
            clock,
        })
    }

    /// The recovery code: shown once, to be written on paper.
    #[must_use]
    pub const fn recovery_code(&self) -> &RecoveryCode {
        &self.created.code
    }

    /// Is this the code, typed back?
    #[must_use]
    pub fn is_code(&self, typed: &str) -> bool {
        RecoveryCode::parse(typed).is_ok_and(|code| code.shown() == self.created.code.shown())
    }

    /// Writes the store.
    ///
    /// # Errors
    /// A store is there already, or trouble with the disk.
    pub fn found(self) -> Result<Founded, Failure> {
        let folder = terminal_folder(&self.place)?;
        let Created { keyring, unlocked, .. } = self.created;
        let name = NewBlob::new(salt()?, self.administrator.into_bytes());
        let user = UserEnrolled {
            slot: unlocked.number,
            roles: Roles::new([Role::Administrator]).or(Err(Failure::NotEnrolled))?,
            public_key: unlocked.signing_key.public().to_string(),
            person: unlocked.data_key.person_hash(&self.id_number),
            name: name.hash(),
        };
        let office = self.office;
        let keys = self.keys;
        let at = self.clock.now();
        folder.found::<Failure>(&keyring, &unlocked.data_key, |backend| {
            let store = Store::open(backend)?;
            store.found(&keys, office, user, &name, at)?;
            Ok(store.close()?)
        })?;
        let data_key = unlocked.data_key;
        let signing_key = unlocked.signing_key;
        let keyring = folder.keyring()?;
        let store = Store::open(folder.ledger(&data_key)?)?;
        let session =
            Session::at(store, folder, &self.place, keyring, (data_key, signing_key), self.clock)?;
        Ok(Founded { session })
    }
}

/// A host that every QR code of this office can hold, in upper case.
fn checked_host(host: &str) -> Result<String, Failure> {
    let host = host.trim().to_ascii_uppercase();
    let plain =
        host.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b".-/:".contains(&b));
    if host.is_empty() || !plain {
        return Err(Failure::HostForm);
    }
    if Qr::of(&Code::of(b""), &host).is_err() {
        return Err(Failure::HostTooLong);
    }
    Ok(host)
}

fn checked_id(text: &str, clock: Clock) -> Result<String, Failure> {
    let id = normalise_id(text);
    let valid = IdNumber::parse(&id).and_then(|number| number.on(clock.now().date()));
    valid.map(|_| id).or(Err(Failure::UserId))
}

impl Session {
    /// Gives a further user a slot and an entry.
    ///
    /// # Errors
    /// Only an administrator may; a taken name, a weak password, a wrong ID number.
    pub fn add_user(&mut self, asked: &NewUserAsked<'_>) -> Result<u32, Failure> {
        self.needs(Role::Administrator)?;
        let id_number = checked_id(asked.id_number, self.clock)?;
        let label: Vec<&str> = asked.roles.iter().map(Role::word).collect();
        let new = NewUser { name: asked.name, label: &label.join("+"), password: asked.password };
        let mut keyring = self.keyring.clone();
        let enrolled = keyring.add_user(&self.data_key, &new, &mut SystemEntropy)?;
        self.keyring = self.folder.save(&keyring)?;
        let name = NewBlob::new(salt()?, asked.name.as_bytes().to_vec());
        let user = UserEnrolled {
            slot: enrolled.number,
            roles: asked.roles.clone(),
            public_key: enrolled.public_key.to_string(),
            person: self.data_key.person_hash(&id_number),
            name: name.hash(),
        };
        self.store.enrol(self.pen()?, None, user, &name)?;
        Ok(enrolled.number)
    }

    /// All users of the store.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn users(&self) -> Result<Vec<User>, Failure> {
        Ok(self.store.read()?.users()?)
    }
}
