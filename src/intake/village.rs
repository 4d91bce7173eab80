//! A village as papers write it: its name without titles, and the message about one that no longer
//! exists.
use crate::domain::reference::Reference;
use crate::domain::reference::division::DivisionCode;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;

/// A village's name without what differs between papers: `段村村委会`, `段村`, `段村村民委员会` ->
/// `段`.
pub(super) fn stem(name: &str) -> &str {
    let tails = ["村民委员会", "居民委员会", "村委会", "居委会"];
    let place = tails.iter().find_map(|tail| name.strip_suffix(tail)).unwrap_or(name);
    let place = place.strip_suffix("社区").unwrap_or(place);
    match place.strip_suffix('村') {
        Some(bare) if !bare.is_empty() => bare,
        _ => place,
    }
}

/// What is said of a division that ended before today: its name, and who took it over. A division
/// with a later row is only early.
pub(super) fn ended(reference: &Reference, code: DivisionCode, today: Date) -> Option<Sentence> {
    if reference.is_in_force(code, today)
        || reference.divisions.iter().any(|row| row.code == code && row.from > Some(today))
    {
        return None;
    }
    let name =
        reference.division(code, today).map(|division| division.name.clone()).unwrap_or_default();
    let mut next = reference.successors(code, today);
    if next.is_empty() {
        next = reference.successors(code.parent(), today);
    }
    let next: Vec<String> = next
        .iter()
        .map(|division| format!("{} {}", division.name, division.code.short()))
        .collect();
    let key = if next.is_empty() { "intake-village-ended" } else { "intake-village-taken-over" };
    let sentence = Sentence::plain(key).with("village", name);
    Some(if next.is_empty() { sentence } else { sentence.with("next", next.join("、")) })
}
