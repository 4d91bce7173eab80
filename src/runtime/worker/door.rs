//! First run, login.
use super::office::{Office, trouble};
use crate::app::effect::SetUpOrder;
use crate::app::message::Answer;
use crate::app::views::{SessionView, UserRow};
use crate::domain::people::user::{Role, Roles};
use crate::domain::reference::builtin;
use crate::domain::reference::division::DivisionCode;
use crate::domain::text::secret::Secret;
use crate::domain::text::sentence::Spoken;
use crate::office::{ActName, Possibilities};
use crate::runtime::session::{Failure, NewOffice, NewStore, Session, users_of};
use crate::vault::{KdfCost, Password, UserSlot, VaultError};

impl Office {
    /// Is there a store, and who may log in?
    pub(super) fn probe_store(&self) -> Result<Answer, Failure> {
        match users_of(&self.place) {
            Err(Failure::Vault(VaultError::NoStore)) => Ok(Answer::NoStore),
            Err(error) => Err(error),
            Ok(slots) => {
                let row = |slot: UserSlot| UserRow {
                    id: slot.number.to_string(),
                    roles: roles_on(&slot.label),
                    label: slot.label,
                };
                let users = slots.into_iter().map(row).collect();
                Ok(Answer::Users { users, office: String::new() })
            }
        }
    }

    /// Makes keys and code; the store itself is written when the code was typed back.
    pub(super) fn set_up(&mut self, order: &SetUpOrder) -> Result<Answer, Failure> {
        let Ok(division) = DivisionCode::parse(&order.division) else {
            return Err(Failure::UnknownDivision);
        };
        let password = Password::new(order.password.reveal());
        let asked = NewOffice {
            division,
            name: &order.name,
            host: &order.host,
            practice: order.practice,
            administrator: &order.administrator,
            id_number: order.id_number.reveal(),
            password: &password,
        };
        let new = NewStore::prepare(&self.place, &asked, KdfCost::STANDARD, self.clock)?;
        let code = new.recovery_code().shown().to_string();
        self.founding = Some(new);
        Ok(Answer::RecoveryCode(code))
    }

    /// Writes the store; an office inside the built-in reference set begins with that.
    pub(super) fn prove(&mut self, code: &Secret) -> Result<Answer, Failure> {
        let new = self.founding.take().ok_or(VaultError::NoStore)?;
        if !new.is_code(code.reveal()) {
            self.founding = Some(new);
            return Err(VaultError::WrongCode.into());
        }
        let mut session = new.found()?.session;
        let reference = builtin::daixian()?;
        if reference.division(session.office().division, session.now().date()).is_some() {
            session.import_reference(&reference)?;
        }
        session.close()?;
        self.probe_store()
    }

    pub(super) fn unlock(&mut self, user: &str, password: &Secret) -> Answer {
        self.close();
        let now = self.since.seconds();
        let waited = u32::try_from(now.saturating_sub(self.last_try)).unwrap_or(u32::MAX);
        let opened =
            Session::open(&self.place, user, &Password::new(password.reveal()), waited, self.clock);
        match opened.and_then(|session| Ok((begun(&session)?, session))) {
            Ok((possible, session)) => {
                let signed_in = session.signed_in();
                let office = session.office().clone();
                self.session = Some(session);
                let roles = Roles::new(signed_in.roles).unwrap_or_default();
                Answer::Unlocked(SessionView {
                    name: signed_in.name,
                    roles,
                    office: office.name,
                    practice: office.practice,
                    possible,
                })
            }
            Err(Failure::Vault(error @ VaultError::MustWait { seconds })) => {
                Answer::NotUnlocked { sentence: error.sentence(), wait: u64::from(seconds) }
            }
            Err(Failure::Vault(error)) => {
                self.last_try = now;
                Answer::NotUnlocked { sentence: error.sentence(), wait: 0 }
            }
            Err(error) => Answer::Failed(trouble(&error)),
        }
    }
}

/// What the user may begin.
fn begun(session: &Session) -> Result<Possibilities, Failure> {
    let answers = session.answers()?;
    let acts = [ActName::SetUpBoard, ActName::Raise];
    Ok(acts.into_iter().map(|act| (act, answers.anew(act))).collect())
}

/// The roles that a slot's label names; none, if it says anything else.
fn roles_on(label: &str) -> Vec<Role> {
    let words =
        label.split(|c: char| !c.is_ascii_lowercase() && c != '_').filter(|word| !word.is_empty());
    words.map(Role::parse).collect::<Option<Vec<Role>>>().unwrap_or_default()
}
