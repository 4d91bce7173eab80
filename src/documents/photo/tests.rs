use super::*;
use proptest::prelude::*;

static PHONE: &[u8] = include_bytes!("../../../tests/data/photos/phone.jpg");
static PROGRESSIVE: &[u8] = include_bytes!("../../../tests/data/photos/phone-progressive.jpg");
static SCREENSHOT: &[u8] = include_bytes!("../../../tests/data/photos/screenshot.png");
const TELLTALES: [&str; 15] = [
    "GPS",
    "PHONEMAKER",
    "2026:07:01",
    "ZHANG",
    "xmp",
    "SERIAL",
    "PROFILE",
    "SMALL-COPY",
    "JFXX",
    "Ducky",
    "ftyp",
    "BEHIND",
    "eXIf",
    "tIME",
    "tEXt",
];

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

/// A picture of one grey, `width` x `height`, whole and without anything else.
fn grey_png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = png::SIGNATURE.to_vec();
    let mut chunk = |kind: &[u8; 4], content: &[u8]| {
        let mut sum = flate2::Crc::new();
        sum.update(kind);
        sum.update(content);
        bytes.extend(u32::try_from(content.len()).unwrap().to_be_bytes());
        bytes.extend([kind.as_slice(), content, &sum.sum().to_be_bytes()].concat());
    };
    chunk(
        b"IHDR",
        &[&width.to_be_bytes(), &height.to_be_bytes(), [8, 0, 0, 0, 0].as_slice()].concat(),
    );
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let line = vec![0; usize::try_from(width).unwrap() + 1];
    (0..height.min(2000)).for_each(|_| std::io::Write::write_all(&mut packed, &line).unwrap());
    chunk(b"IDAT", &packed.finish().unwrap());
    chunk(b"IEND", &[]);
    bytes
}

#[test]
fn a_photo_keeps_nothing_of_the_phone_the_place_and_the_time() {
    let mut told = 0;
    for photo in [PHONE, PROGRESSIVE, SCREENSHOT] {
        let cleaned = clean(photo).unwrap();
        for word in TELLTALES {
            told += usize::from(holds(photo, word));
            assert!(!holds(&cleaned.bytes, word), "{word} is still there");
        }
        assert!(cleaned.bytes.len() < photo.len());
    }
    assert!(told > TELLTALES.len(), "the samples must hold what is looked for");
}

#[test]
fn a_phone_held_upright_still_shows_its_photo_upright() {
    for photo in [PHONE, PROGRESSIVE] {
        let cleaned = clean(photo).unwrap();
        assert_eq!(
            (cleaned.width, cleaned.height),
            (720, 480),
            "shown across, though stored upright"
        );
        let at = cleaned.bytes.windows(4).position(|window| window == b"Exif").unwrap();
        assert_eq!(at, 24, "right behind JFIF");
        assert_eq!(cleaned.bytes[at - 2..at], [0, 34], "nothing but the orientation");
        assert_eq!(cleaned.bytes[at + 24..at + 32], [0, 6, 0, 0, 0, 0, 0, 0]);
        assert_eq!(dimensions(photo), Ok((720, 480)));
    }
}

#[test]
fn cleaning_twice_changes_nothing_more() {
    for photo in [PHONE, PROGRESSIVE, SCREENSHOT] {
        let once = clean(photo).unwrap();
        assert_eq!(clean(&once.bytes), Ok(once));
    }
}

#[test]
fn a_photo_cut_off_anywhere_is_refused() {
    for photo in [PHONE, PROGRESSIVE, SCREENSHOT] {
        let whole = clean(photo).unwrap().bytes;
        for length in (8..whole.len()).step_by(97).chain(whole.len() - 12..whole.len()) {
            assert_eq!(
                clean(&whole[..length]),
                Err(PhotoError::Broken),
                "cut off after {length} bytes"
            );
        }
    }
}

#[test]
fn a_changed_byte_in_a_screenshot_is_seen() {
    let whole = clean(SCREENSHOT).unwrap().bytes;
    for at in (8..whole.len()).step_by(31) {
        let mut changed = whole.clone();
        changed[at] ^= 0x10;
        assert!(clean(&changed).is_err(), "byte {at}");
    }
}

#[test]
fn what_is_no_photo_is_refused_whatever_its_name() {
    for other in
        [&b""[..], b"%PDF-1.7", b"GIF89a", b"RIFF\0\0\0\0WEBP", b"\0\0\0\x18ftypheic", b"\xFF\xD8"]
    {
        assert_eq!(clean(other), Err(PhotoError::Format));
    }
}

#[test]
fn a_photo_above_the_limit_is_refused_before_it_is_read() {
    let mut large = PHONE.to_vec();
    large.resize(LARGEST + 1, 0);
    assert_eq!(clean(&large), Err(PhotoError::TooLarge { bytes: LARGEST + 1 }));
    large.truncate(LARGEST);
    assert!(clean(&large).is_ok());
}

#[test]
fn a_photo_on_which_nobody_could_read_the_paper_is_refused() {
    assert_eq!(clean(&grey_png(639, 480)), Err(PhotoError::TooSmall { width: 639, height: 480 }));
    assert_eq!(clean(&grey_png(480, 640)).map(|photo| (photo.width, photo.height)), Ok((480, 640)));
    assert_eq!(dimensions(&grey_png(20, 30)), Ok((20, 30)));
}

#[test]
fn a_file_that_claims_a_picture_without_end_is_refused() {
    let refused = clean(&grey_png(12_000, 12_000));
    assert_eq!(refused, Err(PhotoError::TooManyPixels { width: 12_000, height: 12_000 }));
    assert_eq!(clean(&grey_png(1000, 100_000)), Err(PhotoError::Broken), "its data end early");
}

#[test]
fn nothing_hides_behind_a_table_of_a_photo() {
    let at = PHONE.windows(2).position(|window| window == [0xFF, 0xDB]).unwrap();
    let mut stuffed = PHONE.to_vec();
    let length = u16::from_be_bytes([stuffed[at + 2], stuffed[at + 3]]);
    stuffed.splice(at + 2..at + 4, (length + 6).to_be_bytes());
    let end = at + 2 + usize::from(length);
    stuffed.splice(end..end, *b"SECRET");
    assert_eq!(clean(&stuffed), Err(PhotoError::Broken));
}

proptest! {
    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..400), format in 0..3_usize) {
        let beginning: &[u8] = [&[], &jpeg::BEGINNING[..], &png::SIGNATURE[..]][format];
        let _answer = clean(&[beginning, &bytes].concat());
    }

    #[test]
    fn a_damaged_photo_never_gives_back_what_was_to_go(at in 0..PHONE.len(), with in any::<u8>()) {
        let mut damaged = PHONE.to_vec();
        damaged[at] = with;
        if let Ok(photo) = clean(&damaged) {
            prop_assert!(["PHONEMAKER", "ftyp", "SERIAL", "PROFILE", "xap"].iter().all(|word| !holds(&photo.bytes, word)));
        }
    }
}
