//! Passwords, key slots, signing keys, the encrypting backend, and the terminal's folder on a disk.
//!
//! ```text
//! password --argon2id--> slot --opens--> data key --by label--> storage key -> EncryptedBackend -> redb
//!                          \--opens--> the user's own signing key           \-> person hash
//! ```
//! What is stored is not known here. Randomness is handed in ([`entropy::Entropy`]), the disk may
//! be a simulated one ([`disk::Disk`]).
pub mod backend;
mod copies;
pub mod disk;
pub mod entropy;
pub mod error;
pub mod folder;
pub mod keyring;
pub mod keys;
pub mod login_attempts;
pub mod password;
pub mod password_weakness;
pub mod recovery;
pub mod signing;
pub mod slots;
pub mod xts;

pub use backend::EncryptedBackend;
pub use disk::{Disk, RealDisk};
pub use entropy::Entropy;
pub use error::VaultError;
pub use folder::{FolderState, TerminalFolder};
pub use keyring::{Created, Enrolled, Founding, Keyring, NewUser, Unlocked, UserSlot};
pub use keys::{DataKey, StorageKey};
pub use password::{KdfCost, Password};
pub use recovery::RecoveryCode;
pub use signing::{PublicKey, Signature, SigningKey};
