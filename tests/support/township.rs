//! A practice township with its users, on the real disk: what tests of the session begin with.
use cunbang::domain::people::user::{Role, Roles};
use cunbang::domain::reference::Reference;
use cunbang::domain::reference::builtin;
use cunbang::domain::reference::division::DivisionCode;
use cunbang::domain::values::timestamp::Timestamp;
use cunbang::runtime::clock::Clock;
use cunbang::runtime::session::{NewOffice, NewStore, NewUserAsked, Session};
use cunbang::vault::{KdfCost, Password, RealDisk, TerminalFolder};
use redb::StorageBackend;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub const PASSWORD: &str = "红门前的三棵老槐树";

/// The folder of a founded store; removed with the value.
pub struct Township {
    pub place: PathBuf,
    _folder: tempfile::TempDir,
}

/// A clock that stands still.
pub fn clock(text: &str) -> Clock {
    Clock::Fixed(Timestamp::parse(text).unwrap())
}

/// Everybody's.
pub fn password() -> Password {
    Password::new(&format!("{PASSWORD}2026"))
}

impl Township {
    /// With the reference data of 代县.
    pub fn new() -> Self {
        Self::with(&builtin::daixian().unwrap())
    }

    /// With another reference set.
    pub fn with(reference: &Reference) -> Self {
        Self::founded(reference).0
    }

    /// The same with its recovery code.
    pub fn with_code() -> (Self, String) {
        Self::founded(&builtin::daixian().unwrap())
    }

    fn founded(reference: &Reference) -> (Self, String) {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("store");
        let office = NewOffice {
            division: DivisionCode::parse("140923104").unwrap(),
            name: "枣林镇人民政府",
            host: "",
            practice: true,
            administrator: "管理员甲",
            id_number: "11010519491231002X",
            password: &password(),
        };
        let new = NewStore::prepare(&place, &office, KdfCost::FLOOR, clock("2026-06-01")).unwrap();
        assert!(new.is_code(&new.recovery_code().shown().to_lowercase()));
        let code = new.recovery_code().shown().to_string();
        let mut session = new.found().unwrap().session;
        session.import_reference(reference).unwrap();
        let users = [
            ("填报员乙", Role::Clerk, "140923200002290103"),
            ("审核员丙", Role::Reviewer, "140923198001010018"),
            ("财政丁", Role::Treasurer, "142225195503151235"),
        ];
        for (name, role, id_number) in users {
            let roles = Roles::new([role]).unwrap();
            session
                .add_user(&NewUserAsked { name, roles, id_number, password: &password() })
                .unwrap();
        }
        session.close().unwrap();
        (Self { place, _folder: folder }, code)
    }

    /// Logged in on a day.
    pub fn session(&self, user: &str, day: &str) -> Session {
        Session::open(&self.place, user, &password(), 60, clock(day)).unwrap()
    }
}

/// Every byte of every ledger in a folder, decrypted: of a store the one, of a backup both.
pub fn decrypted_ledgers(place: &Path) -> Vec<Vec<u8>> {
    let names = std::fs::read_dir(place)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".cunbang")).collect();
    names.sort();
    names.iter().map(|name| decrypted(place, name)).collect()
}

fn decrypted(place: &Path, file: &str) -> Vec<u8> {
    let whole = tempfile::tempdir().unwrap();
    std::fs::copy(place.join(file), whole.path().join("ledger.cunbang")).unwrap();
    for keys in ["keys.json", "keys.bak.json"] {
        std::fs::copy(place.join(keys), whole.path().join(keys)).unwrap();
    }
    let folder = TerminalFolder::new(Arc::new(RealDisk::new(whole.path()).unwrap()));
    let keyring = folder.keyring().unwrap();
    let unlocked = folder.unlock(&keyring, "管理员甲", &password(), 60).unwrap();
    let ledger = folder.ledger(&unlocked.data_key).unwrap();
    let mut bytes = vec![0; usize::try_from(ledger.len().unwrap()).unwrap()];
    ledger.read(0, &mut bytes).unwrap();
    bytes
}
