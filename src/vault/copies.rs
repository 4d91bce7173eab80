//! `keys.json` in two copies, each with its own checksum: one survives what hits the other.
//!
//! The checksum finds accidental damage. What somebody changed on purpose is found by the slots'
//! own seals, for a checksum could be made anew.
use super::disk::{Disk, replace};
use super::error::VaultError;
use super::keyring::Keyring;
use crate::domain::values::hash::Hash;
use serde::{Deserialize, Serialize};

/// The first copy of the keys.
pub const KEYS: &str = "keys.json";
/// The second copy of the keys.
pub const KEYS_COPY: &str = "keys.bak.json";
/// The `format` that this version writes.
const FORMAT: &str = "cunbang/keys/1";
const TAG: &str = "cunbang/keys/1\n";

#[derive(Serialize, Deserialize)]
struct KeysFile {
    format: String,
    /// Over the keyring's JSON bytes.
    checksum: Hash,
    keyring: Keyring,
}

/// What one copy turned out to be.
enum Copy {
    Good(Box<Keyring>),
    Absent,
    Damaged,
    OfVersion(String),
}

/// Reads the newer good copy and writes a damaged, absent or older one anew from it.
pub(super) fn load(disk: &dyn Disk) -> Result<Keyring, VaultError> {
    let (keyring, stale) = newest((read(disk, KEYS)?, read(disk, KEYS_COPY)?))?;
    if let Some(name) = stale {
        write(disk, name, &keyring)?;
    }
    Ok(keyring)
}

/// Writes both copies, one after the other; gives the keyring back as saved.
pub(super) fn save(disk: &dyn Disk, keyring: &Keyring) -> Result<Keyring, VaultError> {
    let saved = keyring.next_change();
    write_both(disk, &saved)?;
    Ok(saved)
}

/// Writes both copies of `keyring` as it is.
pub(super) fn write_both(disk: &dyn Disk, keyring: &Keyring) -> Result<(), VaultError> {
    // One is durable before the other is touched: a power cut damages one at most.
    write(disk, KEYS, keyring)?;
    write(disk, KEYS_COPY, keyring)
}

fn read(disk: &dyn Disk, name: &str) -> Result<Copy, VaultError> {
    let bytes = disk.read(name).map_err(|error| VaultError::of_disk(name, error))?;
    Ok(bytes.map_or(Copy::Absent, |bytes| understand(&bytes)))
}

fn understand(bytes: &[u8]) -> Copy {
    #[derive(Deserialize)]
    struct Format {
        format: String,
    }
    // The format alone comes first: a later version may have changed all the rest.
    match serde_json::from_slice::<Format>(bytes) {
        Ok(Format { format }) if format != FORMAT && format.starts_with("cunbang/keys/") => {
            Copy::OfVersion(format)
        }
        _ => match serde_json::from_slice::<KeysFile>(bytes) {
            Ok(file) if file.format == FORMAT && checksum(&file.keyring) == Some(file.checksum) => {
                Copy::Good(Box::new(file.keyring))
            }
            _ => Copy::Damaged,
        },
    }
}

/// The newer good copy, and the name of the copy to write anew.
fn newest(copies: (Copy, Copy)) -> Result<(Keyring, Option<&'static str>), VaultError> {
    match copies {
        (Copy::Good(one), Copy::Good(two)) if one.change() == two.change() => Ok((*one, None)),
        (Copy::Good(one), Copy::Good(two)) if one.change() < two.change() => Ok((*two, Some(KEYS))),
        (Copy::Good(one), Copy::Good(_) | Copy::Absent | Copy::Damaged) => {
            Ok((*one, Some(KEYS_COPY)))
        }
        (Copy::Absent | Copy::Damaged, Copy::Good(two)) => Ok((*two, Some(KEYS))),
        (Copy::Absent | Copy::Damaged, Copy::Absent | Copy::Damaged) => {
            Err(VaultError::KeysDamaged)
        }
        // A copy of a later version is never overwritten.
        (Copy::OfVersion(found), _) | (_, Copy::OfVersion(found)) => {
            Err(VaultError::OtherVersion { found })
        }
    }
}

fn write(disk: &dyn Disk, name: &str, keyring: &Keyring) -> Result<(), VaultError> {
    let sentence = |error| VaultError::of_disk(name, error);
    let checksum = checksum(keyring).ok_or(VaultError::KeysDamaged)?;
    let file = KeysFile { format: FORMAT.to_owned(), checksum, keyring: keyring.clone() };
    let bytes = serde_json::to_vec_pretty(&file).map_err(|error| sentence(error.into()))?;
    replace(disk, name, &bytes).map_err(sentence)
}

fn checksum(keyring: &Keyring) -> Option<Hash> {
    serde_json::to_vec(keyring).ok().map(|bytes| Hash::of(TAG, &[&bytes]))
}

#[cfg(test)]
mod tests {
    use super::super::entropy::Counted;
    use super::super::{Founding, KdfCost, NewUser, Password};
    use super::*;

    #[test]
    fn any_flipped_bit_of_a_copy_is_noticed_or_harmless() {
        let password = Password::new("羊圈门口有三棵老枣树");
        let first = NewUser { name: "段建国", label: "管理员", password: &password };
        let founding = Founding { practice: true, office: "枣林镇", cost: KdfCost::FLOOR };
        let keyring = Keyring::create(&founding, &first, &mut Counted(0)).unwrap().keyring;
        let file =
            KeysFile { format: FORMAT.to_owned(), checksum: checksum(&keyring).unwrap(), keyring };
        let good = serde_json::to_vec_pretty(&file).unwrap();
        assert!(matches!(understand(&good), Copy::Good(_)));
        for at in 0..good.len() {
            let mut bytes = good.clone();
            bytes[at] ^= 1 << (at % 8);
            match understand(&bytes) {
                Copy::Good(keyring) => assert_eq!(*keyring, file.keyring, "{at}"),
                Copy::Damaged | Copy::OfVersion(_) => {}
                Copy::Absent => unreachable!(),
            }
        }
    }
}
