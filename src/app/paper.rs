//! Papers that can be made again at any time, as data.
use super::views::BatchId;

/// A paper that can be made again at any time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Paper {
    /// 公示榜
    Poster(BatchId),
    /// 签字表
    SignatureSheet(BatchId),
    /// 更正公告
    CorrectionNotice(BatchId),
    /// 答复书 of the case with this number.
    Reply(String),
    /// 张贴情况; a workbook if the file ends in `.xlsx`.
    Coverage,
    /// 撤下通知, a file for each disclosure, into a folder.
    Recalls,
    /// 政策明白卡 of a programme; empty = a booklet of all.
    PolicyCards(String),
}
