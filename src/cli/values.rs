//! The values of the command line: how each is written, and its typed form.
use super::spec::words;
use super::usage::UsageError;
use crate::domain::disclosure::Code;
use crate::domain::people::user::{Role, Roles};
use crate::domain::reference::division::DivisionCode;
use crate::domain::values::date::Date;
use crate::domain::values::period::Period;
use clap_complete::Shell;
use serde::de::DeserializeOwned;

/// How a day is written.
pub const DAY: &str = "2026-07-01";
/// How a period is written.
pub const PERIOD: &str = "2026, 2026H1, 2026Q2, 2026-07";
/// How the code of a disclosure is written.
pub const CODE: &str = "7K3Q X2MD 9F4T H0VB 5R6W 1NPS 8C";

/// `140923104`, `140923104201`
pub fn division(text: &str) -> Option<DivisionCode> {
    DivisionCode::parse(text).ok()
}

/// `2026`, `2026H1`, `2026Q2`, `2026-07`
pub fn period(text: &str) -> Option<Period> {
    Period::parse(text).ok()
}

/// `2026-11-22`
pub fn date(text: &str) -> Option<Date> {
    text.parse().ok()
}

/// `14`
pub fn line(text: &str) -> Option<u32> {
    text.parse().ok().filter(|&line| line > 0)
}

/// `14,87` or `3-7`, ascending and once each; at most ten thousand.
pub fn lines(text: &str) -> Option<Vec<u32>> {
    let mut all = std::collections::BTreeSet::new();
    for part in text.split([',', '，', '、']).map(str::trim) {
        let (first, last) =
            part.split_once('-').map_or((part, part), |(first, last)| (first.trim(), last.trim()));
        let first = line(first)?;
        let last = line(last)?;
        if first > last || last - first >= 10_000 {
            return None;
        }
        all.extend(first..=last);
    }
    Some(all.into_iter().collect())
}

/// A word of the journal, as it stands in JSON (`submitted`, `A09`), in any case.
pub fn journal_word<T: DeserializeOwned>(text: &str) -> Option<T> {
    let word = |text: String| serde_json::from_value(serde_json::Value::String(text)).ok();
    word(text.to_lowercase()).or_else(|| word(text.to_uppercase()))
}

/// `clerk,reviewer`
///
/// # Errors
/// An unknown role, or a pair that one person may not hold.
pub fn roles(text: &str) -> Result<Roles, UsageError> {
    let form = || UsageError::Form {
        option: "--roles".to_owned(),
        form: words(&Role::ALL, Role::word).join(","),
    };
    let words = text.split([',', '，']).map(str::trim);
    let roles =
        words.map(|word| Role::parse(word).ok_or_else(form)).collect::<Result<Vec<_>, _>>()?;
    Roles::new(roles)
        .map_err(|_refused_pair: crate::domain::people::user::RolesError| UsageError::Roles)
}

const SHELLS: [(&str, Shell); 4] = [
    ("bash", Shell::Bash),
    ("zsh", Shell::Zsh),
    ("fish", Shell::Fish),
    ("powershell", Shell::PowerShell),
];

/// The shells for which there is a completion script.
pub fn shells() -> Vec<&'static str> {
    SHELLS.map(|(word, _)| word).to_vec()
}

/// `bash`
pub fn shell(text: &str) -> Option<Shell> {
    SHELLS.into_iter().find(|(word, _)| *word == text).map(|(_, shell)| shell)
}

/// 26 characters, with or without spaces and hyphens.
///
/// # Errors
/// [`UsageError::Form`].
pub fn code(text: &str) -> Result<Code, UsageError> {
    Code::parse(text).ok_or(UsageError::Form { option: "CODE".to_owned(), form: CODE.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dossier::Stage;
    use crate::domain::roll::finding::Check;

    #[test]
    fn lines_are_written_as_numbers_and_spans() {
        assert_eq!(lines("14,87"), Some(vec![14, 87]));
        assert_eq!(lines("7、3-5，4"), Some(vec![3, 4, 5, 7]));
        assert_eq!(lines("0"), None);
        assert_eq!(lines("5-3"), None);
        assert_eq!(lines("1-4000000000"), None);
    }

    #[test]
    fn words_of_the_journal_are_read_as_json_writes_them() {
        assert_eq!(journal_word::<Stage>("submitted"), Some(Stage::Submitted));
        assert_eq!(journal_word::<Check>("a09"), Some(Check::A09));
        assert_eq!(journal_word::<Stage>("gone"), None);
    }

    #[test]
    fn one_person_cannot_enter_and_review() {
        assert_eq!(roles("clerk,reviewer"), Err(UsageError::Roles));
        assert!(roles("reviewer, signer").is_ok());
        assert!(matches!(roles("king"), Err(UsageError::Form { .. })));
    }
}
