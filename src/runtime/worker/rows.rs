//! The sheet of a batch and the row being mended. Numbers are masked here, but for that one row.
use super::lists::{asked, live_notice, seen_of, standing, title};
use super::office::Office;
use crate::app::message::Answer;
use crate::app::views::{
    BatchId, CellView, FindingRow, LastTime, LineForm, LineRow, RowsView, Seen,
};
use crate::domain::people::masking::{mask_card, mask_id};
use crate::domain::reference::programme::{PayeeBasis, Programme};
use crate::domain::roll::finding::{Finding, Level};
use crate::domain::roll::{Explanation, Field, Line};
use crate::office::{ActName, BatchName, BatchRef, DraftEdit, Request};
use crate::runtime::session::{Batch, Checked, Failure, Rows, Session};
use crate::store::StoreError;
use std::collections::HashMap;

impl Office {
    pub(super) fn show_rows(&self, id: &BatchId) -> Result<Answer, Failure> {
        let batch = self.batch(id)?;
        let session = self.session()?;
        let checked = session.check(&batch)?;
        Ok(Answer::Rows(Box::new(sheet(session, id, &batch, checked)?)))
    }

    /// One change, or the last one taken back; the sheet as it is then.
    pub(super) fn edit(&mut self, id: &BatchId, edit: DraftEdit) -> Result<Answer, Failure> {
        let batch = BatchRef { name: BatchName::parse(&id.0), seen: None };
        self.session_mut()?.perform(&Request::edit(batch, edit))?;
        self.show_rows(id)
    }

    pub(super) fn show_line(&self, id: &BatchId, no: u32) -> Result<Answer, Failure> {
        let batch = self.batch(id)?;
        let session = self.session()?;
        let rows = session.rows(&batch)?;
        let line = rows.lines.iter().find(|line| line.no == no).ok_or(StoreError::Unknown)?;
        let programme = session.programme_paid(&batch);
        let cells = cells_of(line, programme);
        let last = last_time(session, &batch, line)?;
        Ok(Answer::Line(Box::new(LineForm { batch: id.clone(), line: no, cells, last })))
    }
}

/// What the sheet offers.
const SHEET_ACTS: &[ActName] =
    &[ActName::Edit, ActName::Submit, ActName::Unsubmit, ActName::Withdraw, ActName::Raise];

/// The id is the one that was asked for, whichever of its names that is.
fn sheet(
    session: &Session,
    id: &BatchId,
    batch: &Batch,
    checked: Checked,
) -> Result<RowsView, Failure> {
    let rows = session.rows(batch)?;
    let mut answers = session.answers()?;
    answers.look(batch, &rows, &checked);
    let person = session
        .programme_paid(batch)
        .is_some_and(|programme| programme.payee_basis == PayeeBasis::Person);
    let findings = findings(checked.findings, &rows.explanations);
    let mut at: HashMap<u32, Vec<usize>> = HashMap::new();
    for (place, finding) in findings.iter().enumerate() {
        for line in &finding.lines {
            at.entry(*line).or_default().push(place);
        }
    }
    let lines = lines(&rows, person, &mut at);
    let notice = live_notice(batch, session.now().date());
    Ok(RowsView {
        seen: Seen { batch: id.clone(), ..seen_of(batch) },
        title: title(batch),
        standing: standing(&batch.dossier, notice),
        possible: asked(&answers, SHEET_ACTS, batch),
        unit: batch.unit.clone(),
        lines,
        findings,
        totals: checked.totals,
        next_line: session.next_line(batch)?,
        saved_at: (batch.draft.edits > 0)
            .then(|| batch.draft.at.to_string().chars().skip(11).take(8).collect()),
    })
}

fn lines(rows: &Rows, person: bool, at: &mut HashMap<u32, Vec<usize>>) -> Vec<LineRow> {
    let shown = |line: &Line| {
        let who = if person { line.beneficiary() } else { &line.householder };
        LineRow {
            no: line.no,
            name: who.name.clone(),
            id: mask_id(&who.id),
            card: mask_card(&line.card),
            group: line.group.clone(),
            quantity: line.quantity,
            rate: line.rate,
            amount: line.amount,
            findings: at.remove(&line.no).unwrap_or_default(),
        }
    };
    rows.lines.iter().map(shown).collect()
}

/// The gravest first; each with its reason, if one covers all its lines.
pub(super) fn findings(found: Vec<Finding>, explanations: &[Explanation]) -> Vec<FindingRow> {
    let reason = |finding: &Finding| {
        let covers = |given: &&Explanation| {
            given.check == finding.check
                && finding.lines.iter().all(|line| given.lines.contains(line))
        };
        explanations.iter().rev().find(covers).map(|given| given.reason.clone())
    };
    let row = |finding: Finding| FindingRow {
        reason: reason(&finding).filter(|_| finding.level == Level::Explain),
        check: finding.check,
        level: finding.level,
        field: finding.field,
        sentence: finding.sentence,
        lines: finding.lines,
    };
    let mut rows: Vec<FindingRow> = found.into_iter().map(row).collect();
    rows.sort_by_key(|finding| (std::cmp::Reverse(finding.level), finding.lines.first().copied()));
    rows
}

/// The cells that this programme uses, and any other in which something stands.
fn cells_of(line: &Line, programme: Option<&Programme>) -> Vec<CellView> {
    let computed = programme.is_some_and(|programme| programme.rate_kind.is_computed());
    let person = programme.is_some_and(|programme| programme.payee_basis == PayeeBasis::Person);
    let is_used = |field: Field| match field {
        Field::BeneficiaryName | Field::BeneficiaryId => person || line.beneficiary.is_some(),
        Field::PayeeName | Field::PayeeId => line.payee.is_some(),
        Field::Household => !line.household.is_empty(),
        Field::Months => line.months.is_some(),
        Field::PaidOn => line.paid_on.is_some(),
        Field::Name
        | Field::Id
        | Field::Group
        | Field::Bank
        | Field::Card
        | Field::Phone
        | Field::Quantity
        | Field::Rate
        | Field::Amount
        | Field::Remark => true,
    };
    let cell = |field: Field| CellView {
        field,
        value: field.text_of(line),
        computed: computed && field == Field::Amount,
    };
    FORM.into_iter().filter(|field| is_used(*field)).map(cell).collect()
}

/// The order of the form: what is mended most stands first.
const FORM: [Field; 17] = [
    Field::Name,
    Field::Id,
    Field::BeneficiaryName,
    Field::BeneficiaryId,
    Field::PayeeName,
    Field::PayeeId,
    Field::Card,
    Field::Group,
    Field::Quantity,
    Field::Rate,
    Field::Months,
    Field::Amount,
    Field::Bank,
    Field::Phone,
    Field::Household,
    Field::PaidOn,
    Field::Remark,
];

/// The same beneficiary in the batch before, by ID number, else by name.
fn last_time(session: &Session, batch: &Batch, line: &Line) -> Result<Option<LastTime>, Failure> {
    let compared = session.compare(batch)?;
    let who = line.beneficiary();
    let same = |other: &&Line| {
        let other = other.beneficiary();
        (!who.id.is_empty() && other.id == who.id)
            || (!who.name.is_empty() && other.name == who.name)
    };
    Ok(compared.before.iter().find(same).map(|before| LastTime {
        quantity: before.quantity,
        amount: before.amount,
        id: mask_id(&before.beneficiary().id),
    }))
}
