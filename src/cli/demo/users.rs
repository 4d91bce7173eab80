//! Who plays in the demo, and with which papers. All people are invented; the places are real.
use crate::domain::people::user::Role;

/// A practice user.
#[derive(Debug, Clone, Copy)]
pub struct Player {
    /// What is typed at the login.
    pub name: &'static str,
    /// One role each.
    pub role: Role,
    /// Printed at the end: this is practice.
    pub password: &'static str,
    /// An invented number with a right check character.
    pub id_number: &'static str,
}

/// Makes the store and the other users.
pub const ADMINISTRATOR: Player = Player {
    name: "赵明德",
    role: Role::Administrator,
    password: "lianxi guanli zhao",
    id_number: "140923197505050019",
};
/// Takes the rolls.
pub const CLERK: Player = Player {
    name: "李秀英",
    role: Role::Clerk,
    password: "lianxi tianbao li",
    id_number: "140923198808080025",
};
/// Decides.
pub const REVIEWER: Player = Player {
    name: "王建国",
    role: Role::Reviewer,
    password: "lianxi shenhe wang",
    id_number: "140923197909090033",
};
/// Pays.
pub const TREASURER: Player = Player {
    name: "周文",
    role: Role::Treasurer,
    password: "lianxi caizheng zhou",
    id_number: "140923198503150045",
};

/// All of them, in the order of the job.
pub const PLAYERS: [Player; 4] = [ADMINISTRATOR, CLERK, REVIEWER, TREASURER];

/// A roll of the demo: its file name and bytes.
pub struct DemoRoll {
    /// As an office would name it.
    pub file: &'static str,
    /// The file.
    pub bytes: &'static [u8],
}

macro_rules! rolls {
    ($($file:literal)*) => {
        [$(DemoRoll { file: $file, bytes: include_bytes!(concat!("../../../data/demo/", $file)) }),*]
    };
}

/// Noticed before submission: the poster is made of this one. Line 14 has a wrong check character.
pub const LAND: usize = 0;
/// Noticed before submission.
pub const GRAIN: usize = 1;
/// Noticed after the review.
pub const AGED: usize = 2;
/// Returned once, then approved.
pub const JOBS: usize = 4;

/// Three villages, five programmes.
pub const ROLLS: [DemoRoll; 6] = rolls!(
    "段村-耕地地力保护补贴-2026.csv"
    "沱阳村-实际种粮农民一次性补贴-2026.csv"
    "小敦素村-高龄津贴-2026-采集模板.xlsx"
    "段村-公益性岗位补贴-2026-采集模板.xlsx"
    "小敦素村-公益性岗位补贴-2026.csv"
    "沱阳村-农村居民最低生活保障金-2026.xlsx"
);

/// What the clerk finds on the identity card of line 14.
pub const MENDED_LINE: u32 = 14;
/// The right number.
pub const MENDED_ID: &str = "140923195610138742";
