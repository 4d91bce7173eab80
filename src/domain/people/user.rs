//! Who may do what: roles, and the pairs that one person may not hold.
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// 岗位. A user holds a set of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 村级填报员: takes rolls, mends, publishes the village's notice, submits.
    Clerk,
    /// 乡镇审核员: approves or returns.
    Reviewer,
    /// 签发人 (used when the policy has two steps).
    Signer,
    /// 财政所: makes pay lists and finance files.
    Treasurer,
    /// 管理员: users, reference data, backups.
    Administrator,
    /// 审计员: reads everything, does nothing.
    Auditor,
}

/// A set of roles without a refused pair.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "BTreeSet<Role>", into = "BTreeSet<Role>")]
pub struct Roles(BTreeSet<Role>);

/// Pairs that one person may not hold: four eyes need two people.
pub const REFUSED_PAIRS: [(Role, Role); 11] = [
    (Role::Clerk, Role::Reviewer),
    (Role::Clerk, Role::Signer),
    (Role::Clerk, Role::Treasurer),
    (Role::Reviewer, Role::Treasurer),
    (Role::Signer, Role::Treasurer),
    (Role::Reviewer, Role::Administrator),
    (Role::Signer, Role::Administrator),
    (Role::Treasurer, Role::Administrator),
    (Role::Auditor, Role::Clerk),
    (Role::Auditor, Role::Reviewer),
    (Role::Auditor, Role::Treasurer),
];

/// Why a set of roles cannot be given to one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RolesError {
    /// No role at all.
    #[error("a user needs at least one role")]
    Empty,
    /// A pair of [`REFUSED_PAIRS`].
    #[error("one person cannot hold {0:?} and {1:?}")]
    RefusedPair(Role, Role),
}

impl Roles {
    /// A checked set.
    ///
    /// # Errors
    /// [`RolesError`].
    pub fn new(roles: impl IntoIterator<Item = Role>) -> Result<Self, RolesError> {
        let set: BTreeSet<Role> = roles.into_iter().collect();
        if set.is_empty() {
            return Err(RolesError::Empty);
        }
        let refused = REFUSED_PAIRS.iter().find(|(a, b)| set.contains(a) && set.contains(b));
        refused.map_or(Ok(Self(set)), |&(a, b)| Err(RolesError::RefusedPair(a, b)))
    }

    /// Does the user hold `role`?
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.0.contains(&role)
    }

    /// The roles in a fixed order.
    pub fn iter(&self) -> impl Iterator<Item = Role> {
        self.0.iter().copied()
    }
}

impl TryFrom<BTreeSet<Role>> for Roles {
    type Error = RolesError;
    fn try_from(set: BTreeSet<Role>) -> Result<Self, RolesError> {
        Self::new(set)
    }
}

impl From<Roles> for BTreeSet<Role> {
    fn from(roles: Roles) -> Self {
        roles.0
    }
}

impl Role {
    /// The word that files and the command line use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Clerk => "clerk",
            Self::Reviewer => "reviewer",
            Self::Signer => "signer",
            Self::Treasurer => "treasurer",
            Self::Administrator => "administrator",
            Self::Auditor => "auditor",
        }
    }

    /// Key of its name in `data/locales`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Clerk => "app-role-clerk",
            Self::Reviewer => "app-role-reviewer",
            Self::Signer => "app-role-signer",
            Self::Treasurer => "app-role-treasurer",
            Self::Administrator => "app-role-administrator",
            Self::Auditor => "app-role-auditor",
        }
    }

    /// All roles.
    pub const ALL: [Self; 6] = [
        Self::Clerk,
        Self::Reviewer,
        Self::Signer,
        Self::Treasurer,
        Self::Administrator,
        Self::Auditor,
    ];

    /// Reads the word, English or Chinese (`填报员`, `审核员`, `签发人`, `财政`, `管理员`, `审计`).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let chinese = match text {
            "填报员" => Some(Self::Clerk),
            "审核员" => Some(Self::Reviewer),
            "签发人" => Some(Self::Signer),
            "财政" | "财政所" => Some(Self::Treasurer),
            "管理员" => Some(Self::Administrator),
            "审计" | "审计员" => Some(Self::Auditor),
            _ => None,
        };
        chinese.or_else(|| Self::ALL.into_iter().find(|role| role.word() == text))
    }
}
