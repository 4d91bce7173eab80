//! What people call the kinds of entries.
use super::Body;

/// Key of the name of an act in `domain.ftl`, by the header's `kind` word; a kind of a later
/// version is "another act".
#[must_use]
pub fn act_key(kind: &str) -> &'static str {
    Body::kinds().find(|(known, _)| *known == kind).map_or("act-other", |(_, key)| key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_entry_has_a_name() {
        for (kind, _) in Body::kinds() {
            assert_eq!(act_key(kind), format!("act-{kind}"));
        }
        assert_eq!(act_key("a-kind-of-tomorrow"), "act-other");
    }
}
