//! What a row of the reference data says, as sentences: first what it is, then its basis, its time
//! and how sure it is.
use super::citation::Citation;
use super::division::{Division, DivisionCode};
use super::effective::Dated;
use super::exclusive::Exclusive;
use super::programme::{Certainty, DayKind, NoticeTime, Programme, RateRow};
use super::rules::Rule;
use super::thresholds::Thresholds;
use crate::domain::roll::finding::Level;
use crate::domain::text::sentence::Sentence;

impl Rule<'_> {
    /// What the row is, in one sentence.
    #[must_use]
    pub fn headline(&self) -> Sentence {
        match self {
            Self::Programme(programme) => {
                let sentence = Sentence::plain("rule-programme")
                    .with("code", &programme.code)
                    .with("name", &programme.name);
                sentence
                    .with("department", &programme.department)
                    .with("unit", &programme.unit)
                    .with("class", format!("{:?}", programme.class))
            }
            Self::Rate(programme, row) => rate(programme, row),
            Self::Notice(programme) => notice(programme),
            Self::Division(division) => Sentence::plain("rule-division")
                .with("code", division.code)
                .with("name", &division.name),
            Self::Citation(citation) => Sentence::plain("rule-citation")
                .with("printed", citation.printed())
                .with("summary", &citation.summary),
            Self::Holidays(year, table) => {
                let sentence = Sentence::plain("rule-holidays").with("year", year);
                sentence.with("off", table.off.len()).with("work", table.work.len())
            }
            Self::Policy(row) => Sentence::plain(row.key.sentence_key()).with("value", row.value),
            Self::Exclusive(row) => exclusive(row),
            Self::Thresholds(row) => thresholds(row),
        }
    }

    /// Everything the row says.
    #[must_use]
    pub fn sentences(&self) -> Vec<Sentence> {
        let mut sentence = vec![self.headline()];
        if let Self::Division(Division { predecessors, .. }) = self
            && !predecessors.is_empty()
        {
            let codes: Vec<String> = predecessors.iter().map(|code| code.short()).collect();
            sentence
                .push(Sentence::plain("rule-division-took-over").with("codes", codes.join(" ")));
        }
        let basis = self.basis();
        if !basis.is_empty() {
            sentence.push(Sentence::plain("rule-basis").with("basis", basis));
        }
        sentence.extend(self.time());
        if let Self::Programme(Programme { remark, .. }) = self
            && !remark.is_empty()
        {
            sentence.push(Sentence::plain("rule-remark").with("remark", remark));
        }
        sentence
            .extend(self.certainty().map(|certainty| Sentence::plain(certainty_key(certainty))));
        sentence
    }

    /// The papers it rests on; empty where none is known.
    #[must_use]
    pub fn basis(&self) -> String {
        match self {
            Self::Programme(programme) | Self::Notice(programme) => programme.basis.join("; "),
            Self::Rate(_, row) => row.basis.clone(),
            Self::Policy(row) => row.basis.clone(),
            Self::Exclusive(row) => row.basis.clone(),
            Self::Thresholds(row) => row.basis.clone(),
            Self::Division(_) | Self::Citation(_) | Self::Holidays(..) => String::new(),
        }
    }

    /// How sure the row is; `None` for rows without a mark.
    #[must_use]
    pub fn certainty(&self) -> Option<Certainty> {
        match self {
            Self::Programme(programme) => Some(programme.certainty),
            Self::Notice(programme) => {
                Some(programme.notice.certainty.unwrap_or(programme.certainty))
            }
            Self::Rate(programme, row) => Some(row.certainty.unwrap_or(programme.certainty)),
            Self::Citation(Citation { certainty, .. }) => Some(*certainty),
            Self::Policy(row) => Some(row.certainty),
            Self::Exclusive(row) => Some(row.certainty),
            Self::Thresholds(row) => Some(row.certainty),
            Self::Division(_) | Self::Holidays(..) => None,
        }
    }

    /// From when to when, if that is not always; a void row says so.
    fn time(&self) -> Option<Sentence> {
        let from = self.reference().from;
        let is_void = if let Self::Division(row) = self {
            row.is_void()
        } else {
            matches!((from, self.to()), (Some(a), Some(b)) if b < a)
        };
        if is_void {
            return Some(Sentence::plain("rule-time-void"));
        }
        match (from, self.to()) {
            (None, None) => None,
            (Some(from), None) => Some(Sentence::plain("rule-time-from").with("from", from)),
            (None, Some(to)) => Some(Sentence::plain("rule-time-to").with("to", to)),
            (Some(from), Some(to)) => {
                Some(Sentence::plain("rule-time-between").with("from", from).with("to", to))
            }
        }
    }
}

/// The sentence that says how sure a value is.
#[must_use]
pub const fn certainty_key(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "rule-certain",
        Certainty::Likely => "rule-likely",
        Certainty::Placeholder => "rule-placeholder",
    }
}

fn rate(programme: &Programme, row: &RateRow) -> Sentence {
    let region = row.region.map(DivisionCode::short).unwrap_or_default();
    let key = if region.is_empty() { "rule-rate" } else { "rule-rate-there" };
    let mut sentence = Sentence::plain(key)
        .with("name", &programme.name)
        .with("rate", row.rate)
        .with("unit", &programme.unit);
    sentence = sentence.with("tier", row.tier.as_deref().unwrap_or_default());
    if region.is_empty() { sentence } else { sentence.with("region", region) }
}

fn notice(programme: &Programme) -> Sentence {
    let rule = programme.notice;
    let key = match (rule.when, rule.day_kind) {
        (NoticeTime::None, _) => {
            return Sentence::plain("rule-notice-none").with("name", &programme.name);
        }
        (NoticeTime::BeforeSubmission, DayKind::Calendar) => "rule-notice-before-calendar",
        (NoticeTime::BeforeSubmission, DayKind::Working) => "rule-notice-before-working",
        (NoticeTime::AfterReview, DayKind::Calendar) => "rule-notice-after-calendar",
        (NoticeTime::AfterReview, DayKind::Working) => "rule-notice-after-working",
    };
    Sentence::plain(key)
        .with("name", &programme.name)
        .with("days", rule.days)
        .with("again", rule.days_again())
}

fn exclusive(row: &Exclusive) -> Sentence {
    let key =
        if row.level == Level::Block { "rule-exclusive-block" } else { "rule-exclusive-explain" };
    Sentence::plain(key).with("a", &row.a).with("b", &row.b)
}

fn thresholds(row: &Thresholds) -> Sentence {
    let sentence = Sentence::plain("rule-thresholds").with("lines", row.account_lines);
    let sentence = sentence
        .with("yuan", row.account_yuan.map_or_else(|| "—".to_owned(), |yuan| yuan.to_string()));
    let sentence = sentence.with("village", row.village_percent).with("leap", row.leap_percent);
    sentence.with("leap_yuan", row.leap_yuan).with("households", row.phone_households)
}
