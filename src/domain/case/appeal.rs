//! 救济途径: where the person who raised a case can turn after the answer, until when, and on which law
//! the answer rests.
//!
//! Two laws apply. A village committee is not an administrative organ: what it decides is reviewed
//! by the township and the county (村民委员会组织法), and there is no 行政复议 against it. What a township
//! decides may be taken to the county's government within the days of the law of that day. An
//! enquiry decides nothing. Nobody is sent back to the office that has just answered. Printed
//! words, so always Chinese.
use crate::domain::case::CaseKind;
use crate::domain::disclosure::IssuerKind;
use crate::domain::reference::citation;
use crate::domain::reference::division::Level;

/// What the way on depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answering<'a> {
    /// Objection or enquiry.
    pub kind: CaseKind,
    /// Who published the list that the case is about; `None` = it is about no list.
    pub decided_by: Option<IssuerKind>,
    /// Where the office stands that answers.
    pub office: Level,
    /// The township's name, `枣林镇`.
    pub township: &'a str,
    /// The county's name, `代县`.
    pub county: &'a str,
    /// The programme's department, `农业农村局`, where the case is about a programme that names one.
    pub department: Option<&'a str>,
    /// Days for 行政复议 by the citation of that day, if it names them.
    pub days: Option<u16>,
}

impl Answering<'_> {
    /// May the decision be taken to the government above: is it an organ's?
    #[must_use]
    pub fn may_be_appealed(&self) -> bool {
        self.kind == CaseKind::Objection && self.decided_by == Some(IssuerKind::Township)
    }

    /// Keys of the citations that the answer rests on.
    #[must_use]
    pub fn basis(&self) -> &'static [&'static str] {
        basis(self.kind, self.decided_by)
    }

    /// The way on as the letter prints it.
    #[must_use]
    pub fn printed(&self) -> String {
        let report = format!("向{}反映，或者依法信访", self.above().join("或"));
        let ways = if self.may_be_appealed() {
            format!("{}，也可{report}", self.appeal())
        } else {
            report
        };
        format!("如对本答复有不同意见，可{ways}。")
    }

    fn appeal(&self) -> String {
        let within = self.days.map_or_else(
            || "法定期限内".to_owned(),
            |days| format!("自收到本答复之日起{days}日内"),
        );
        format!("在{within}向{}人民政府申请行政复议", self.county)
    }

    /// Who looks into it next, never the office that has answered.
    fn above(&self) -> Vec<String> {
        let department = self.department.unwrap_or("有关主管部门");
        match self.office {
            Level::Village => {
                vec![format!("{}人民政府", self.township), format!("{}{department}", self.county)]
            }
            Level::Township => vec![format!("{}{department}", self.county)],
            Level::County => vec!["上一级主管部门".to_owned()],
        }
    }
}

/// Keys of the citations that the answer to such a case about a list of this issuer rests on.
#[must_use]
pub const fn basis(kind: CaseKind, decided_by: Option<IssuerKind>) -> &'static [&'static str] {
    match (decided_by, kind) {
        (Some(IssuerKind::Township), CaseKind::Objection) => {
            &[citation::GOVERNMENT, citation::REMEDY]
        }
        (Some(IssuerKind::Township), CaseKind::Enquiry) => &[citation::GOVERNMENT],
        (Some(IssuerKind::VillageCommittee), _) => {
            &[citation::VILLAGE_AFFAIRS, citation::VILLAGE_INQUIRY]
        }
        (None, _) => &[citation::VILLAGE_INQUIRY, citation::GOVERNMENT],
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::case::appeal::*;

    const BY_TOWNSHIP: Answering<'_> = Answering {
        kind: CaseKind::Objection,
        decided_by: Some(IssuerKind::Township),
        office: Level::Township,
        township: "枣林镇",
        county: "代县",
        department: Some("民政局"),
        days: Some(60),
    };

    #[test]
    fn what_a_township_decided_is_taken_to_the_county_within_the_days_of_the_law() {
        let body = "如对本答复有不同意见，可在自收到本答复之日起60日内向代县人民政府申请行政复议，也可向代县民政局反映，或者依法信访。";
        assert_eq!(
            (BY_TOWNSHIP.printed().as_str(), BY_TOWNSHIP.basis()),
            (body, &[citation::GOVERNMENT, citation::REMEDY][..])
        );
        assert!(
            Answering { days: None, ..BY_TOWNSHIP }
                .printed()
                .contains("在法定期限内向代县人民政府申请行政复议")
        );
    }

    #[test]
    fn what_a_village_committee_decided_is_looked_into_above_and_has_no_appeal() {
        let committee = Answering { decided_by: Some(IssuerKind::VillageCommittee), ..BY_TOWNSHIP };
        assert_eq!(committee.printed(), "如对本答复有不同意见，可向代县民政局反映，或者依法信访。");
        assert_eq!(committee.basis(), [citation::VILLAGE_AFFAIRS, citation::VILLAGE_INQUIRY]);
        let own = Answering { office: Level::Village, ..committee };
        assert_eq!(
            own.printed(),
            "如对本答复有不同意见，可向枣林镇人民政府或代县民政局反映，或者依法信访。"
        );
    }

    #[test]
    fn nobody_is_sent_back_to_the_township_that_answered() {
        for decided_by in [None, Some(IssuerKind::Township), Some(IssuerKind::VillageCommittee)] {
            for kind in [CaseKind::Objection, CaseKind::Enquiry] {
                assert!(
                    !Answering { kind, decided_by, ..BY_TOWNSHIP }.printed().contains("枣林镇")
                );
            }
        }
    }

    #[test]
    fn an_enquiry_has_no_days() {
        let enquiry = Answering {
            kind: CaseKind::Enquiry,
            decided_by: None,
            department: None,
            ..BY_TOWNSHIP
        };
        assert_eq!(
            enquiry.printed(),
            "如对本答复有不同意见，可向代县有关主管部门反映，或者依法信访。"
        );
        assert!(!enquiry.basis().contains(&citation::REMEDY));
        let about_a_list = Answering { kind: CaseKind::Enquiry, ..BY_TOWNSHIP };
        assert!(
            !about_a_list.printed().contains("日内")
                && !about_a_list.basis().contains(&citation::REMEDY)
        );
    }
}
