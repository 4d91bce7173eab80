//! What a disclosure is called, on paper, on its page and in lists: place, period, programme and what is made public.
//!
//! Printed words, so always Chinese. `site/assets/check.js` makes the same ones.
use super::disclosure::{Disclosure, DisclosureStage};
use super::period::Period;

/// The two halves of a title; paper breaks between them if one line is too short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// Place and time, `枣林镇段村2026年度`.
    pub place_and_time: String,
    /// Programme and kind, `耕地地力保护补贴发放公示`.
    pub matter: String,
}

impl Title {
    /// The title of these parts.
    #[must_use]
    pub fn new(township: &str, village: &str, period: Period, programme: &str, stage: DisclosureStage) -> Self {
        let kind = match stage {
            DisclosureStage::Notice => "发放公示",
            DisclosureStage::Result => "发放结果公开",
        };
        Self { place_and_time: format!("{township}{village}{}", period.in_chinese()), matter: format!("{programme}{kind}") }
    }

    /// The title of a disclosure.
    #[must_use]
    pub fn of(disclosure: &Disclosure) -> Self {
        let place = &disclosure.division;
        Self::new(&place.township, &place.name, disclosure.period, &disclosure.programme.name, disclosure.stage)
    }

    /// With a line feed where it is best broken.
    #[must_use]
    pub fn in_two_lines(&self) -> String {
        format!("{}\n{}", self.place_and_time, self.matter)
    }
}

impl std::fmt::Display for Title {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", self.place_and_time, self.matter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(stage: DisclosureStage) -> Title {
        Title::new("枣林镇", "段村", Period::parse("2026").unwrap(), "耕地地力保护补贴", stage)
    }

    #[test]
    fn a_title_names_place_time_programme_and_what_is_made_public() {
        assert_eq!(title(DisclosureStage::Notice).to_string(), "枣林镇段村2026年度耕地地力保护补贴发放公示");
        assert_eq!(title(DisclosureStage::Result).to_string(), "枣林镇段村2026年度耕地地力保护补贴发放结果公开");
    }

    #[test]
    fn a_title_too_long_for_a_line_breaks_before_the_programme() {
        assert_eq!(title(DisclosureStage::Notice).in_two_lines(), "枣林镇段村2026年度\n耕地地力保护补贴发放公示");
    }
}
