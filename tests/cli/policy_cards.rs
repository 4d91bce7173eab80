//! Policy cards by the real binary: one, and the booklet of all.
use crate::support::command_line::{self, Office, is_pdf};

const CLERK: &str = command_line::CLERK.0;

#[test]
fn policy_cards_are_printed_one_by_one_or_as_a_booklet() {
    let office = Office::founded();
    let card = office.done(CLERK, "2026-07-01", "policy-card 耕地地力保护补贴 --out card.pdf");
    let booklet = office.done(CLERK, "2026-07-01", "policy-booklet --out booklet.pdf");
    assert!(is_pdf(&office, &card) && is_pdf(&office, &booklet));
    assert!(booklet["bytes"].as_u64() > card["bytes"].as_u64());
    assert_eq!(
        card["sha256"],
        office.done(CLERK, "2026-07-01", "policy-card P01 --out again.pdf")["sha256"]
    );
    office.refused(
        CLERK,
        "2026-07-01",
        "policy-card 没有的项目 --out none.pdf",
        "desk-unknown-programme",
    );
    assert!(!office.path("none.pdf").exists());
}
