//! Each failure of the store's file, brought about for real and met by the real binary: its own
//! code word, its own sentence in both languages, exit status 3, and the file left as it was.

use crate::support::township::{PASSWORD, Township};
use cunbang::domain::text::sentence::Spoken;
use cunbang::store::{StoreError, from_io};
use std::io;
use std::path::Path;
use std::process::Command;

/// Exit status and code word of `batch list --json`.
fn list(place: &Path) -> (i32, String) {
    let folder = tempfile::tempdir().unwrap();
    let password = folder.path().join("password");
    std::fs::write(&password, format!("{PASSWORD}2026")).unwrap();
    let mut body = Vec::new();
    for lang in ["zh", "en"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cunbang"));
        command
            .args(["batch", "list", "--json", "--as", "填报员乙", "--lang", lang, "--data"])
            .arg(place);
        command.arg("--password-file").arg(&password).env_remove("CUNBANG_DATA");
        let output = command.output().unwrap();
        let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let sentence = document["said"].as_str().unwrap_or_default().to_owned();
        body.push((
            output.status.code().unwrap(),
            document["code"].as_str().unwrap_or_default().to_owned(),
            sentence,
        ));
    }
    assert!(body[0].2 != body[1].2 && !body[0].2.starts_with('['), "{body:?}");
    (body[0].0, body[0].1.clone())
}

fn with_ledger(change: impl FnOnce(&Path)) -> (i32, String) {
    let township = Township::new();
    change(&township.place.join("ledger.cunbang"));
    list(&township.place)
}

#[test]
fn a_folder_without_a_store() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(list(&folder.path().join("nothing")), (3, "vault-no-store".to_owned()));
}

#[test]
fn a_store_that_is_open_in_another_window() {
    let township = Township::new();
    let session = township.session("填报员乙", "2026-07-01");
    assert_eq!(list(&township.place), (3, "store-open-elsewhere".to_owned()));
    session.close().unwrap();
}

#[test]
fn a_ledger_that_was_deleted_or_replaced_by_a_folder() {
    assert_eq!(
        with_ledger(|ledger| std::fs::remove_file(ledger).unwrap()),
        (3, "vault-ledger-missing".to_owned())
    );
    let (status, code) = with_ledger(|ledger| {
        std::fs::remove_file(ledger).unwrap();
        std::fs::create_dir(ledger).unwrap();
    });
    assert_eq!(status, 3);
    assert!(["store-is-a-folder", "vault-disk"].contains(&code.as_str()), "{code}");
}

#[test]
fn a_ledger_that_is_another_file() {
    let other = b"PK\x03\x04 a workbook, not a ledger".repeat(400);
    let (status, code) = with_ledger(|ledger| std::fs::write(ledger, &other).unwrap());
    assert_eq!((status, code.as_str()), (3, "store-not-a-store"));
}

#[test]
fn a_ledger_that_was_cut_off() {
    for length in [0, 100, 5_000] {
        let township = Township::new();
        let ledger = township.place.join("ledger.cunbang");
        std::fs::OpenOptions::new().write(true).open(&ledger).unwrap().set_len(length).unwrap();
        let (status, code) = list(&township.place);
        assert_eq!((status, code.as_str()), (3, "store-cut-off"), "{length} bytes");
        assert_eq!(std::fs::metadata(&ledger).unwrap().len(), length, "the file is left as it was");
    }
}

#[test]
fn keys_that_were_lost_or_damaged() {
    let lose = |change: fn(&Path)| {
        let township = Township::new();
        for name in ["keys.json", "keys.bak.json"] {
            change(&township.place.join(name));
        }
        list(&township.place)
    };
    assert_eq!(
        lose(|keys| std::fs::remove_file(keys).unwrap()),
        (3, "vault-keys-missing".to_owned())
    );
    assert_eq!(
        lose(|keys| std::fs::write(keys, "{}").unwrap()),
        (3, "vault-keys-damaged".to_owned())
    );
}

#[test]
fn what_cannot_be_brought_about_here_is_told_by_its_kind() {
    let told = |kind: io::ErrorKind| from_io(&io::Error::from(kind)).unwrap().sentence().key;
    assert_eq!(told(io::ErrorKind::StorageFull), "store-disk-full");
    assert_eq!(told(io::ErrorKind::PermissionDenied), "store-no-permission");
    assert_eq!(told(io::ErrorKind::ReadOnlyFilesystem), "store-read-only-disk");
    let of_redb = |error: redb::Error| StoreError::from(error).sentence().key;
    assert_eq!(of_redb(redb::Error::Io(io::Error::from_raw_os_error(28))), "store-disk-full");
    assert_eq!(of_redb(redb::Error::PreviousIo), "store-previous-trouble");
    assert_eq!(of_redb(redb::Error::UpgradeRequired(9)), "store-later-version");
}
