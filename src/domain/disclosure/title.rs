//! What a disclosure is called, on paper, on its page and in lists: place, period, programme and
//! what is made public.
//!
//! Printed words, so always Chinese. `site/assets/check.js` makes the same ones.
use crate::domain::disclosure::{Disclosure, DisclosureStage, PublicDivision};
use crate::domain::roll::BatchKind;
use crate::domain::values::period::Period;

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
    pub fn new(
        place: &PublicDivision,
        period: Period,
        programme: &str,
        stage: DisclosureStage,
        kind: BatchKind,
    ) -> Self {
        let payment = match kind {
            BatchKind::Normal => "发放",
            BatchKind::Arrears => "补发",
            BatchKind::Correction(_) => "更正发放",
        };
        let stage = match stage {
            DisclosureStage::Notice => "公示",
            DisclosureStage::Result => "结果公开",
        };
        let place_and_time = format!("{}{}{}", place.township, place.name, period.in_chinese());
        Self { place_and_time, matter: format!("{programme}{payment}{stage}") }
    }

    /// The title of a disclosure.
    #[must_use]
    pub fn of(disclosure: &Disclosure) -> Self {
        Self::new(
            &disclosure.division,
            disclosure.period,
            &disclosure.programme.name,
            disclosure.stage,
            disclosure.kind,
        )
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
    use crate::domain::disclosure::title::*;
    use crate::domain::journal::Subject;
    use crate::domain::reference::division::DivisionCode;

    fn title(stage: DisclosureStage, kind: BatchKind) -> Title {
        let place = PublicDivision {
            code: DivisionCode::parse("140923104208").unwrap(),
            name: "段村".to_owned(),
            township: "枣林镇".to_owned(),
            county: "代县".to_owned(),
        };
        Title::new(&place, Period::parse("2026").unwrap(), "耕地地力保护补贴", stage, kind)
    }

    #[test]
    fn a_title_names_place_time_programme_and_what_is_made_public() {
        let correction = BatchKind::Correction(Subject::parse("B-7K3QX2MD-42").unwrap());
        let expected = [
            (
                DisclosureStage::Notice,
                BatchKind::Normal,
                "枣林镇段村2026年度耕地地力保护补贴发放公示",
            ),
            (
                DisclosureStage::Result,
                BatchKind::Normal,
                "枣林镇段村2026年度耕地地力保护补贴发放结果公开",
            ),
            (
                DisclosureStage::Notice,
                BatchKind::Arrears,
                "枣林镇段村2026年度耕地地力保护补贴补发公示",
            ),
            (
                DisclosureStage::Result,
                correction,
                "枣林镇段村2026年度耕地地力保护补贴更正发放结果公开",
            ),
        ];
        for (stage, kind, told) in expected {
            assert_eq!(title(stage, kind).to_string(), told);
        }
    }

    #[test]
    fn a_title_too_long_for_a_line_breaks_before_the_programme() {
        let title = title(DisclosureStage::Notice, BatchKind::Normal);
        assert_eq!(title.in_two_lines(), "枣林镇段村2026年度\n耕地地力保护补贴发放公示");
    }
}
