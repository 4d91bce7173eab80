//! Finding people by part of a name, pinyin initials, or the ending of an ID or card: a scan of one
//! compact column in memory. A full-text index finds nothing for one or two Chinese characters, and
//! that is what people type.
use super::codec::from_row;
use super::error::StoreError;
use super::index::Identity;
use super::store::{Reading, guarded};
use super::tables::PEOPLE;
use memchr::{memchr, memmem, memrchr};
use pinyin::ToPinyin;
use redb::ReadableTable;
use rustc_hash::FxHashMap;

/// How many characters at the end of a card are searched.
const CARD_ENDING: usize = 4;

/// Whom the submitted batches pay, under which names and to which accounts.
#[derive(Default)]
pub struct KnownPeople {
    /// Card -> the payee's ID number (the first one known).
    payees: FxHashMap<Box<str>, Box<str>>,
    /// Payee -> cards.
    cards: FxHashMap<Box<str>, Vec<Box<str>>>,
    /// Beneficiary -> names.
    names: FxHashMap<Box<str>, Vec<Box<str>>>,
}

impl KnownPeople {
    /// The payee of a card.
    #[must_use]
    pub fn payee_of(&self, card: &str) -> Option<&str> {
        self.payees.get(card).map(AsRef::as_ref)
    }

    /// Was this payee paid before, and never on this card?
    #[must_use]
    pub fn has_other_card(&self, payee: &str, card: &str) -> bool {
        self.cards.get(payee).is_some_and(|known| known.iter().all(|known| **known != *card))
    }

    /// Is this beneficiary known, and never under this name?
    #[must_use]
    pub fn has_other_name(&self, id: &str, name: &str) -> bool {
        self.names.get(id).is_some_and(|known| known.iter().all(|known| **known != *name))
    }
}

/// All people of the store: one line of text each.
#[derive(Default)]
pub struct People {
    /// `\n` id `\t` names separated by space `\t` initials `\t` card endings, repeated.
    text: String,
}

/// A person found.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FoundPerson {
    /// Key for [`Reading::postings`]: the ID number, or `~` and the name.
    pub key: String,
    /// The names that the rolls give.
    pub names: String,
}

impl Reading {
    /// Reads the column.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn people(&self) -> Result<People, StoreError> {
        guarded(|| {
            let mut people = People::default();
            for row in self.table(PEOPLE)?.iter()? {
                let (key, value) = row?;
                let identity: Identity = from_row(key.value(), value.value())?;
                let id =
                    std::str::from_utf8(key.value()).or(Err(StoreError::Damaged("person key")))?;
                people.add(
                    id,
                    identity.names.iter().map(String::as_str),
                    identity.cards.iter().map(String::as_str),
                );
            }
            people.text.push('\n');
            Ok(people)
        })
    }
}

impl Reading {
    /// Whom the submitted batches pay.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn known_people(&self) -> Result<KnownPeople, StoreError> {
        guarded(|| {
            let mut known = KnownPeople::default();
            for row in self.table(PEOPLE)?.iter()? {
                let (key, value) = row?;
                let identity: Identity = from_row(key.value(), value.value())?;
                let id =
                    std::str::from_utf8(key.value()).or(Err(StoreError::Damaged("person key")))?;
                known.names.insert(
                    id.into(),
                    identity.names.iter().map(|name| name.as_str().into()).collect(),
                );
                for card in &identity.cards {
                    let (number, payee) = card.split_once('=').unwrap_or((card, id));
                    known.payees.entry(number.into()).or_insert_with(|| payee.into());
                    known.cards.entry(payee.into()).or_default().push(number.into());
                }
            }
            Ok(known)
        })
    }
}

impl People {
    fn add<'a>(
        &mut self,
        id: &str,
        names: impl Iterator<Item = &'a str> + Clone,
        cards: impl Iterator<Item = &'a str>,
    ) {
        self.text.push('\n');
        self.text.push_str(id);
        self.text.push('\t');
        for name in names.clone() {
            self.text.push_str(name);
            self.text.push(' ');
        }
        self.text.push('\t');
        for name in names {
            push_initials(name, &mut self.text);
            self.text.push(' ');
        }
        self.text.push('\t');
        for card in cards {
            let number = card.split('=').next().unwrap_or(card);
            self.text
                .push_str(number.get(number.len().saturating_sub(CARD_ENDING)..).unwrap_or(number));
            self.text.push(' ');
        }
    }

    /// People whose name holds `text`, whose initials begin with it, or whose ID or card ends in
    /// it; at most `limit`, in key order. Fewer than two characters of an ending find nothing.
    #[must_use]
    pub fn find(&self, text: &str, limit: usize) -> Vec<FoundPerson> {
        let wanted = text.trim();
        if wanted.is_empty() {
            return Vec::new();
        }
        let upper = wanted.to_ascii_uppercase();
        // What a needle ends or begins with names the column: see [`People::text`]. IDs end before
        // a tab, card endings before a space; initials begin after either.
        let needles: Vec<String> =
            if wanted.bytes().all(|b| b.is_ascii_digit() || b == b'x' || b == b'X') {
                vec![format!("{upper}\t"), format!("{wanted} ")]
            } else if wanted.is_ascii() {
                let lower = wanted.to_ascii_lowercase();
                vec![format!("\t{lower}"), format!(" {lower}")]
            } else {
                vec![wanted.to_owned()]
            };
        let mut found = Vec::new();
        for needle in needles {
            self.scan(&needle, limit, &mut found);
        }
        found.sort();
        found.dedup();
        found.truncate(limit);
        found
    }

    fn scan(&self, needle: &str, limit: usize, found: &mut Vec<FoundPerson>) {
        let finder = memmem::Finder::new(needle);
        let bytes = self.text.as_bytes();
        let mut from = 0;
        while let Some(place) = bytes
            .get(from..)
            .and_then(|rest| finder.find(rest))
            .map(|place| place.saturating_add(from))
        {
            let start = bytes
                .get(..place)
                .and_then(|before| memrchr(b'\n', before))
                .map_or(0, |at| at.saturating_add(1));
            let end = bytes
                .get(place..)
                .and_then(|after| memchr(b'\n', after))
                .map_or(bytes.len(), |at| at.saturating_add(place));
            if let Some(person) = self.text.get(start..end).and_then(read_line) {
                found.push(person);
            }
            // Twice, because the same person may be found once for each needle.
            if found.len() >= limit.saturating_mul(2) {
                return;
            }
            // One hit a person is enough: on with the next line.
            from = end;
        }
    }

    /// How many bytes the column takes.
    #[must_use]
    pub fn size(&self) -> usize {
        self.text.len()
    }
}

fn read_line(line: &str) -> Option<FoundPerson> {
    let mut parts = line.split('\t');
    let key = parts.next()?;
    let names = parts.next()?;
    (!key.is_empty())
        .then(|| FoundPerson { key: key.to_owned(), names: names.trim().replace(' ', " / ") })
}

fn push_initials(name: &str, text: &mut String) {
    for syllable in name.to_pinyin().flatten() {
        text.push_str(syllable.first_letter());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people() -> People {
        let mut people = People::default();
        people.add("14092319670112001X", ["王建国"].into_iter(), ["4532"].into_iter());
        people.add("140923198801010044", ["欧阳春梅", "欧阳梅"].into_iter(), ["0044"].into_iter());
        people.text.push('\n');
        people
    }

    fn keys(text: &str) -> Vec<String> {
        people().find(text, 10).into_iter().map(|person| person.key).collect()
    }

    #[test]
    fn a_person_is_found_by_part_of_a_name_initials_or_an_ending() {
        assert_eq!(keys("建国"), ["14092319670112001X"]);
        assert_eq!(keys("wjg"), ["14092319670112001X"]);
        assert_eq!(keys("OYCM"), ["140923198801010044"]);
        assert_eq!(keys("oym"), ["140923198801010044"]);
        assert_eq!(keys("001x"), ["14092319670112001X"]);
        assert_eq!(keys("4532"), ["14092319670112001X"]);
        assert_eq!(keys("不存在"), Vec::<String>::new());
        assert_eq!(keys(" "), Vec::<String>::new());
    }
}
