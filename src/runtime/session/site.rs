//! The site, filled from the journal: every disclosure with what became of it, every village with
//! its boards.
use super::boards::KnownBoard;
use super::error::Failure;
use super::open::Session;
use crate::domain::board::{BoardColumn, BoardKind};
use crate::domain::case::{Case, Outcome};
use crate::domain::disclosure::policy_card::PolicyCard;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::disclosure::{Code, Disclosure, PublicDivision};
use crate::domain::dossier::tombstone::Tombstone;
use crate::domain::dossier::{Disclosed, Dossier, Posting};
use crate::domain::folder::Folder;
use crate::domain::journal::Subject;
use crate::domain::reference::division::{Division, DivisionCode};
use crate::domain::reference::effective::Dated;
use crate::domain::values::date::Date;
use crate::site::{
    self, BoardShown, Built, Content, KeyInfo, NothingShown, ObjectionCounts, PostingShown,
    Published, Site, VillageShown, Withdrawal, build,
};
use crate::store::{Reading, StoreError};
use crate::vault::Signature;
use std::collections::{BTreeMap, BTreeSet};

/// What a site build did.
pub type SiteBuilt = Built;

/// A disclosure on its way to the site.
struct Shown {
    content: ShownContent,
    disclosed: Disclosed,
    replaced_by: Option<Code>,
    objections: ObjectionCounts,
}

enum ShownContent {
    Whole(Vec<u8>),
    /// The bytes were destroyed; this stays public.
    Remains(Box<Disclosure>),
}

/// What hangs or hung, by board.
type Postings = BTreeMap<Subject, Vec<PostingShown>>;

impl Session {
    /// Builds the site into `folder`, or brings the one that stands there up to date.
    ///
    /// # Errors
    /// A leak, or trouble with the folder.
    pub fn site(&self, folder: &mut dyn Folder) -> Result<SiteBuilt, Failure> {
        let reading = self.store.read()?;
        let (shown, postings) = self.everything_shown(&reading)?;
        let mut disclosures = Vec::with_capacity(shown.len());
        for one in &shown {
            let signature = Signature::parse(&one.disclosed.body.signature)
                .ok_or(StoreError::Damaged("signature"))?;
            disclosures.push(Published {
                content: match &one.content {
                    ShownContent::Whole(bytes) => Content::Whole(bytes),
                    ShownContent::Remains(disclosure) => Content::Erased(disclosure),
                },
                signature: *signature.bytes(),
                code: one.disclosed.body.code.clone(),
                published_on: one.disclosed.at.date(),
                replaced_by: one.replaced_by.clone(),
                withdrawn: withdrawal(&one.disclosed),
                objections: Some(one.objections),
            });
        }
        let founded = reading.subjects(crate::domain::journal::SubjectKind::Office)?;
        let first = founded
            .first()
            .map(|subject| reading.entries_of(subject))
            .transpose()?
            .unwrap_or_default();
        let from = first.first().map_or_else(|| self.now().date(), |entry| entry.header.at.date());
        let keys = reading.office_keys()?;
        let keys = vec![KeyInfo {
            public: *keys.publication.public().bytes(),
            from,
            to: None,
            signed_by: None,
        }];
        let villages = self.villages_shown(postings)?;
        let departments = self
            .reference
            .programmes
            .iter()
            .map(|programme| (programme.code.clone(), programme.department.clone()))
            .collect();
        let office = self.office.name.as_str();
        let host = self.office.host.as_str();
        let practice = self.office.practice;
        let cards = self.cards(disclosures.iter().map(|one| one.published_on).max());
        Ok(build(
            &Site { office, host, practice, keys, disclosures, villages, departments, cards },
            folder,
        )?)
    }

    /// A card of every programme in force on the day of the newest disclosure: a repeated build
    /// gives the same bytes.
    fn cards(&self, day: Option<Date>) -> Vec<PolicyCard> {
        let Some(day) = day else { return Vec::new() };
        let codes: BTreeSet<&str> =
            self.reference.programmes.iter().map(|programme| programme.code.as_str()).collect();
        let in_force = codes
            .into_iter()
            .filter_map(|code| self.reference.programme(code, day))
            .filter(|one| one.holds_on(day));
        in_force
            .map(|programme| PolicyCard::of(programme, &self.reference, self.office.division, day))
            .collect()
    }

    fn everything_shown(&self, reading: &Reading) -> Result<(Vec<Shown>, Postings), Failure> {
        let mut found: Vec<(Subject, Disclosed, Option<Code>, ObjectionCounts)> = Vec::new();
        let mut postings = Postings::new();
        reading.dossiers(|subject, dossier| {
            for posting in &dossier.postings {
                postings.entry(posting.board).or_default().push(hanging(posting));
            }
            for disclosed in &dossier.disclosures {
                let replaced_by = dossier.successor(disclosed).map(|next| next.body.code.clone());
                found.push((
                    subject,
                    disclosed.clone(),
                    replaced_by,
                    counted(&dossier, &disclosed.body.code),
                ));
            }
            true
        })?;
        let mut shown = Vec::with_capacity(found.len());
        for (subject, disclosed, replaced_by, objections) in found {
            let content = self.content(reading, subject, &disclosed)?;
            shown.push(Shown { content, disclosed, replaced_by, objections });
        }
        Ok((shown, postings))
    }

    /// The exact bytes; of what was destroyed, what stays public.
    fn content(
        &self,
        reading: &Reading,
        subject: Subject,
        disclosed: &Disclosed,
    ) -> Result<ShownContent, Failure> {
        match reading.blob(disclosed.body.content) {
            Ok(bytes) => Ok(ShownContent::Whole(bytes)),
            Err(StoreError::Unknown) => {
                Ok(ShownContent::Remains(Box::new(self.left_of(reading, subject, disclosed)?)))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// What stays public of a disclosure whose bytes are gone: what was kept when its list went,
    /// else what the entries know of one that was withdrawn.
    pub(super) fn left_of(
        &self,
        reading: &Reading,
        subject: Subject,
        disclosed: &Disclosed,
    ) -> Result<Disclosure, Failure> {
        match disclosed.remains.map_or(Err(StoreError::Unknown), |remains| reading.blob(remains)) {
            Ok(kept) => {
                return Ok(
                    Disclosure::from_bytes(&kept).or(Err(StoreError::Damaged("disclosure")))?
                );
            }
            Err(StoreError::Unknown) if disclosed.withdrawn_on.is_some() => {}
            Err(error) => return Err(error.into()),
        }
        let office = (self.office.name.as_str(), self.office.division);
        let tombstone = Tombstone {
            disclosed,
            subject,
            on: disclosed.at.date(),
            office,
            reference: &self.reference,
            practice: self.office.practice,
        };
        Ok(tombstone.build())
    }

    /// Villages that have a board.
    fn villages_shown(&self, mut postings: Postings) -> Result<Vec<VillageShown>, Failure> {
        let mut villages: BTreeMap<DivisionCode, VillageShown> = BTreeMap::new();
        for known in self.boards(None)? {
            let Some(described) = known.described() else { continue };
            let code = described.division;
            let village = villages.entry(code).or_insert_with(|| VillageShown {
                division: self.public_division(code),
                boards: Vec::new(),
                nothing: Vec::new(),
                contacts: Vec::new(),
            });
            village.nothing.extend(known.board.nothing.iter().map(|body| NothingShown {
                column: column(body.column),
                period: body.period,
                on: body.on,
            }));
            village
                .boards
                .extend(board(&known, postings.remove(&known.subject).unwrap_or_default()));
        }
        Ok(villages.into_values().collect())
    }

    fn public_division(&self, code: DivisionCode) -> PublicDivision {
        let today = self.now().date();
        let place = |code: DivisionCode| {
            self.reference.division(code, today).map(Division::place).unwrap_or_default()
        };
        let township = code.parent();
        PublicDivision {
            code,
            name: place(code),
            township: place(township),
            county: place(township.parent()),
        }
    }
}

fn withdrawal(disclosed: &Disclosed) -> Option<Withdrawal> {
    let withdrawn = disclosed.withdrawn_on.map(|on| Withdrawal { on, reason: disclosed.class });
    withdrawn
        .or_else(|| disclosed.ended_on.map(|on| Withdrawal { on, reason: WithdrawalReason::Ended }))
}

fn hanging(posting: &Posting) -> PostingShown {
    let code = posting.code.clone();
    let from = posting.on;
    let until = posting.through;
    PostingShown { code, from, until, taken_down_on: posting.down.as_ref().map(|down| down.on) }
}

/// Objections that speak of this disclosure.
fn counted(dossier: &Dossier, code: &Code) -> ObjectionCounts {
    let of_code: Vec<&Case> =
        dossier.objections().filter(|case| case.raised.code.as_ref() == Some(code)).collect();
    let count = |is: &dyn Fn(&Case) -> bool| {
        u32::try_from(of_code.iter().filter(|case| is(case)).count()).unwrap_or(u32::MAX)
    };
    let ended = |outcome: Outcome| {
        count(&|case: &Case| {
            !case.is_open()
                && case.investigated.as_ref().is_some_and(|found| found.outcome == outcome)
        })
    };
    ObjectionCounts {
        received: count(&|_| true),
        upheld: ended(Outcome::Upheld),
        partly: ended(Outcome::Partly),
        rejected: ended(Outcome::NotUpheld),
        open: count(&Case::is_open),
    }
}

/// A board that was given up leaves the page.
fn board(known: &KnownBoard, postings: Vec<PostingShown>) -> Option<BoardShown> {
    let described = known.described().filter(|_| known.board.retired_on.is_none())?;
    Some(BoardShown {
        place: described.place.clone(),
        kind: match described.kind {
            BoardKind::Fixed => site::BoardKind::Fixed,
            BoardKind::Screen => site::BoardKind::Screen,
            BoardKind::QueryPoint => site::BoardKind::QueryPoint,
            BoardKind::Web => site::BoardKind::Web,
        },
        columns: described.columns.iter().copied().map(column).collect(),
        inspected_on: known.board.inspected.map(|(on, _)| on),
        postings,
    })
}

const fn column(column: BoardColumn) -> site::BoardColumn {
    match column {
        BoardColumn::Party => site::BoardColumn::Party,
        BoardColumn::Government => site::BoardColumn::Government,
        BoardColumn::Village => site::BoardColumn::Village,
        BoardColumn::Finance => site::BoardColumn::Finance,
    }
}
