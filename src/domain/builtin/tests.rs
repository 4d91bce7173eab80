//! What the county's own data says: where papers leave a choice, the careful one.
use super::*;
use crate::domain::programme::{Class, Programme};
use jiff::civil::date;

fn programme(code: &str) -> Programme {
    let county = Reference::joined(&[daixian().unwrap()]);
    county.programme(code, date(2026, 6, 1)).unwrap().clone()
}

#[test]
fn a_post_for_those_who_find_no_work_is_as_private_as_relief() {
    assert_eq!(programme("P22").class, Class::S1);
}
