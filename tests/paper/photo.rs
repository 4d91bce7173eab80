//! A cleaned photo as another program sees it: zbar still reads the code on the board.
use cunbang::documents::photo::{self, PhotoKind};
use std::process::Command;

#[test]
fn the_code_on_a_cleaned_photo_is_still_read() {
    let folder = tempfile::tempdir().unwrap();
    for (name, kind) in [
        ("phone.jpg", PhotoKind::Jpeg),
        ("phone-progressive.jpg", PhotoKind::Jpeg),
        ("screenshot.png", PhotoKind::Png),
    ] {
        let taken =
            std::fs::read(format!("{}/tests/data/photos/{name}", env!("CARGO_MANIFEST_DIR")))
                .unwrap();
        let cleaned = photo::clean(&taken).unwrap();
        assert_eq!(cleaned.kind, kind);
        let path = folder.path().join(name);
        std::fs::write(&path, cleaned.bytes).unwrap();
        let output =
            Command::new("zbarimg").args(["--quiet", "--raw"]).arg(&path).output().unwrap();
        let read = String::from_utf8(output.stdout).unwrap();
        assert_eq!(
            read.trim(),
            "HTTPS://GS.DAIXIAN.EXAMPLE/G/D/7K3QX2MD7K3QX2MD7K3QX2MD7K/",
            "{name}"
        );
    }
}
