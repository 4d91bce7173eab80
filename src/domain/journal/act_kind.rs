//! The acts on batches, boards and cases, one word for each.

/// Acts as the rules tell them apart: one kind of entry may be two acts with different rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActKind {
    /// 公示 before submission.
    PublishFirst,
    /// 公示 after review.
    PublishReviewed,
    /// 结果公开.
    PublishResult,
    /// 送审.
    Submit,
    /// 取消送审.
    Unsubmit,
    /// 审核 where one step decides.
    Approve,
    /// 审核 where 签发 follows.
    Review,
    /// 签发.
    Sign,
    /// 退回.
    Return,
    /// 撤回 of a batch that nobody has approved.
    WithdrawUndecided,
    /// 撤回 of a batch by the township.
    WithdrawDecided,
    /// 报财政.
    PayList,
    /// 到账.
    BookPaid,
    /// 撤回公示.
    WithdrawDisclosure,
    /// 下架.
    EndLists,
    /// 销毁.
    Erase,
    /// 张贴.
    Post,
    /// 撤下.
    TakeDown,
    /// 登记异议、查询.
    Raise,
    /// 核实.
    Investigate,
    /// 答复.
    Answer,
    /// 转办.
    Escalate,
    /// 设置公开栏.
    DescribeBoard,
    /// 巡查.
    InspectBoard,
    /// 本期无事项.
    NothingToReport,
    /// 停用.
    RetireBoard,
}
