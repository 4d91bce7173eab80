//! What people call the kinds of entries.

/// Key of the name of an act in `domain.ftl`, by the header's `kind` word; a kind of a later
/// version is "another act".
#[must_use]
pub fn act_key(kind: &str) -> &'static str {
    match kind {
        "published" => "act-published",
        "submitted" => "act-submitted",
        "unsubmitted" => "act-unsubmitted",
        "approved" => "act-approved",
        "signed" => "act-signed",
        "returned" => "act-returned",
        "withdrawn" => "act-withdrawn",
        "pay-listed" => "act-pay-listed",
        "paid" => "act-paid",
        "posted" => "act-posted",
        "taken-down" => "act-taken-down",
        "disclosure-withdrawn" => "act-disclosure-withdrawn",
        "lists-ended" => "act-lists-ended",
        "erased" => "act-erased",
        "raised" => "act-raised",
        "investigated" => "act-investigated",
        "answered" => "act-answered",
        "escalated" => "act-escalated",
        "board-described" => "act-board-described",
        "board-inspected" => "act-board-inspected",
        "nothing-to-report" => "act-nothing-to-report",
        "board-retired" => "act-board-retired",
        "office-founded" => "act-office-founded",
        "terminal-founded" => "act-terminal-founded",
        "user-enrolled" => "act-user-enrolled",
        "reference-imported" => "act-reference-imported",
        "cross-match-imported" => "act-cross-match-imported",
        _ => "act-other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::journal::Body;

    #[test]
    fn every_kind_of_entry_has_a_name() {
        for kind in Body::KINDS {
            assert_eq!(act_key(kind), format!("act-{kind}"));
        }
        assert_eq!(act_key("a-kind-of-tomorrow"), "act-other");
    }
}
