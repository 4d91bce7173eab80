//! The parts of the public side, side by side: Tab leads from one to the next.
/// One part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// 公示
    Notices,
    /// 公开栏
    Boards,
    /// 撤下通知
    Recalls,
    /// 异议查询
    Cases,
    /// 张贴情况
    Coverage,
    /// 到期办理
    Due,
}

impl Section {
    /// In the order of the screen.
    pub const ALL: [Self; 6] =
        [Self::Notices, Self::Boards, Self::Recalls, Self::Cases, Self::Coverage, Self::Due];

    /// The word's key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Notices => "app-section-notices",
            Self::Boards => "app-section-boards",
            Self::Recalls => "app-section-recalls",
            Self::Cases => "app-section-cases",
            Self::Coverage => "app-section-coverage",
            Self::Due => "app-section-due",
        }
    }

    /// The one to the right, or to the left; round at the ends.
    #[must_use]
    pub fn beside(self, forward: bool) -> Self {
        let count = Self::ALL.len();
        let here = Self::ALL.iter().position(|section| *section == self).unwrap_or(0);
        let there = if forward { (here + 1) % count } else { (here + count - 1) % count };
        Self::ALL.get(there).copied().unwrap_or(self)
    }
}
