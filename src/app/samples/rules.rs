//! Rules of a day.
use crate::app::views::{RuleRow, RulesView};
use crate::domain::text::sentence::Sentence;
use jiff::civil::date;

pub(crate) fn rules() -> RulesView {
    let row = |name: &str, headline: Sentence| RuleRow {
        name: name.into(),
        sentence: vec![
            headline.clone(),
            Sentence::plain("rule-basis").with("basis", "山西省耕地地力保护补贴年度实施方案"),
        ],
        headline,
    };
    let programme = Sentence::plain("rule-programme")
        .with("code", "P01")
        .with("name", "耕地地力保护补贴")
        .with("department", "农业农村局");
    RulesView {
        day: date(2026, 7, 1),
        rules: vec![
            row("programme:P01@2016-01-01", programme.with("unit", "亩").with("class", "S0")),
            row(
                "citation:notice@2026-01-01",
                Sentence::plain("rule-citation")
                    .with("printed", "《村民委员会组织法》")
                    .with("summary", "公开"),
            ),
        ],
    }
}
