//! 比对名单: lists that rolls are matched against, held as keyed hashes of ID numbers only.
use serde::{Deserialize, Serialize};

/// What a list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListKind {
    /// 死亡、注销.
    Deceased,
    /// 财政供养.
    PublicStaff,
    /// 村干部、经办人及其近亲属, as declared.
    Relatives,
    /// 应享受名册: who is entitled to one programme.
    Register,
}
