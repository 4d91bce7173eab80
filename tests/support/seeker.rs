//! The seeker: looks for the numbers and names of the rolls in files, as someone would who found
//! the disk.
//!
//! It looks at the bytes as they are (UTF-8, GB18030, UTF-16 both ways, hexadecimal), at file
//! names, and inside what is packed: members of an xlsx, zstd frames anywhere in a file, the text
//! of a PDF. Two characters are four bytes in GB18030: among millions of encrypted bytes chance
//! writes such a name. In bytes that are no text, names count only from as many hits on as chance
//! would not give once in a million files.
use cunbang::domain::reference::builtin;
use cunbang::domain::roll::{Line, RollKey};
use cunbang::intake::{Asked, take};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{Read, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// All rolls that come with the tests, in the order of their names.
pub fn roll_files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/rolls");
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|ending| ending != "json")).collect();
    files.sort();
    files
}

/// The lines of a roll file.
pub fn lines_of(path: &Path) -> (RollKey, Vec<Line>) {
    let reference = builtin::daixian().unwrap();
    let today = jiff::civil::date(2026, 11, 22);
    let asked = Asked::of(&reference, today);
    let mut taken = Vec::new();
    let mut receive = |part| {
        taken.push(part);
        ControlFlow::Continue(())
    };
    take(
        &mut File::open(path).unwrap(),
        path.file_name().unwrap().to_str().unwrap(),
        &asked,
        &mut receive,
    );
    let roll = taken.remove(0);
    (roll.key, roll.lines)
}

/// What the seeker saw in one place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    /// ID, card and phone numbers.
    pub numbers: BTreeSet<String>,
    /// Full names.
    pub names: BTreeSet<String>,
}

impl Seen {
    /// Nothing at all.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty() && self.names.is_empty()
    }

    /// Takes over what another place showed.
    pub fn add(&mut self, other: Self) {
        self.numbers.extend(other.numbers);
        self.names.extend(other.names);
    }
}

struct Needle {
    bytes: Vec<u8>,
    secret: String,
    is_name: bool,
}

/// Knows what to look for.
pub struct Seeker {
    /// Everything looked for.
    pub all: Seen,
    needles: Vec<Needle>,
    /// Needles by their first two bytes.
    begins: Vec<Vec<u32>>,
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

fn hexadecimal(text: &str) -> Vec<u8> {
    text.bytes().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect()
}

/// The ways in which a text may stand on a disk.
pub fn written(text: &str) -> Vec<Vec<u8>> {
    let gb18030 = encoding_rs::GB18030.encode(text).0.into_owned();
    let mut ways = vec![
        text.as_bytes().to_vec(),
        gb18030,
        utf16(text, u16::to_le_bytes),
        utf16(text, u16::to_be_bytes),
        hexadecimal(text),
    ];
    ways.sort();
    ways.dedup();
    ways
}

impl Seeker {
    /// For everybody in these roll files.
    pub fn of(files: &[PathBuf]) -> Self {
        let mut all = Seen::default();
        for line in files.iter().flat_map(|file| lines_of(file).1) {
            let people = [Some(&line.householder), line.beneficiary.as_ref(), line.payee.as_ref()];
            for person in people.into_iter().flatten() {
                all.names.insert(person.name.clone());
                all.numbers.insert(person.id.clone());
            }
            all.numbers.extend([line.card.clone(), line.phone.clone()]);
        }
        all.names.retain(|name| !name.is_empty());
        all.numbers.retain(|number| !number.is_empty());
        let needles = |(secret, is_name): (&String, bool)| {
            written(secret)
                .into_iter()
                .map(move |bytes| Needle { bytes, secret: secret.clone(), is_name })
                .collect::<Vec<_>>()
        };
        let secrets = all
            .names
            .iter()
            .map(|name| (name, true))
            .chain(all.numbers.iter().map(|number| (number, false)));
        let needles: Vec<Needle> = secrets.flat_map(needles).collect();
        let mut begins = vec![Vec::new(); 1 << 16];
        for (place, needle) in needles.iter().enumerate() {
            begins[begin(&needle.bytes)].push(u32::try_from(place).unwrap());
        }
        Self { all, needles, begins }
    }

    /// Looks at some bytes and at what is packed in them.
    pub fn look(&self, bytes: &[u8]) -> Seen {
        let mut seen = self.look_at_layer(bytes);
        for layer in packed_in(bytes) {
            seen.add(self.look_at_layer(&layer));
        }
        seen
    }

    /// Looks at every file below `root`, contents and names; paths are relative, with `/`.
    pub fn look_below(&self, root: &Path) -> BTreeMap<String, Seen> {
        let mut found = BTreeMap::new();
        for path in files_below(root) {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            let mut seen = self.look(name.as_bytes());
            seen.add(self.look(&fs::read(&path).unwrap()));
            found.insert(name, seen);
        }
        found
    }

    fn look_at_layer(&self, bytes: &[u8]) -> Seen {
        let mut hits: BTreeMap<usize, Vec<&Needle>> = BTreeMap::new();
        let mut seen = Seen::default();
        for place in 0..bytes.len().saturating_sub(1) {
            let rest = &bytes[place..];
            for &number in &self.begins[begin(rest)] {
                let needle = &self.needles[number as usize];
                if rest.starts_with(&needle.bytes) {
                    if needle.is_name {
                        hits.entry(needle.bytes.len()).or_default().push(needle);
                    } else {
                        seen.numbers.insert(needle.secret.clone());
                    }
                }
            }
        }
        let is_text = std::str::from_utf8(bytes).is_ok();
        for (length, hits) in hits {
            let kinds = self
                .needles
                .iter()
                .filter(|needle| needle.is_name && needle.bytes.len() == length)
                .count();
            if is_text || hits.len() > by_chance(kinds, bytes.len(), length) {
                seen.names.extend(hits.into_iter().map(|needle| needle.secret.clone()));
            }
        }
        seen
    }
}

fn begin(bytes: &[u8]) -> usize {
    usize::from(bytes[0]) << 8 | usize::from(bytes[1])
}

/// So many hits and no more are chance in random bytes (Poisson, one file in a million).
fn by_chance(needles: usize, bytes: usize, length: usize) -> usize {
    let [needles, bytes, length] =
        [needles, bytes, length].map(|count| f64::from(u32::try_from(count).unwrap()));
    let expected = needles * bytes / 256_f64.powf(length);
    let mut count = 0_u32;
    let mut term = (-expected).exp();
    let mut below = term;
    while 1.0 - below > 1e-6 {
        count += 1;
        term *= expected / f64::from(count);
        below += term;
    }
    count as usize
}

/// All files below a folder.
pub fn files_below(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

fn packed_in(bytes: &[u8]) -> Vec<Vec<u8>> {
    if bytes.starts_with(b"PK\x03\x04") {
        return members(bytes);
    }
    if bytes.starts_with(b"%PDF") {
        return vec![text_of_pdf(bytes)];
    }
    let frames = bytes.windows(4).enumerate().filter(|(_, four)| *four == [0x28, 0xB5, 0x2F, 0xFD]);
    frames.map(|(place, _)| unpacked(&bytes[place..])).collect()
}

/// As much of a zstd frame as can be read.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    let mut part = [0; 4096];
    if let Ok(decoder) = zstd::stream::read::Decoder::with_buffer(bytes) {
        let mut decoder = decoder.single_frame();
        while let Ok(read @ 1..) = decoder.read(&mut part) {
            content.extend_from_slice(&part[..read]);
        }
    }
    content
}

fn members(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut read = |place| {
        let mut content = Vec::new();
        archive.by_index(place).unwrap().read_to_end(&mut content).unwrap();
        content
    };
    let count = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap().len();
    (0..count).map(&mut read).collect()
}

/// What a reader of the paper reads: `pdftotext` (scripts/test installs it).
fn text_of_pdf(bytes: &[u8]) -> Vec<u8> {
    let mut reader = Command::new("pdftotext")
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    reader.stdin.take().unwrap().write_all(bytes).unwrap();
    reader.wait_with_output().unwrap().stdout
}
