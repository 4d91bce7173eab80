//! The words of the register: kinds, channels, what a case is about, what was found and what follows.
use crate::domain::text::word_list::words;

words! {
    /// 异议 or 查询.
    CaseKind {
        /// 异议: something in a disclosure is said to be wrong.
        Objection = "objection" => "case-kind-objection",
        /// 查询: a question.
        Enquiry = "enquiry" => "case-kind-enquiry",
    }
}

words! {
    /// How it came.
    Channel {
        /// 当面
        InPerson = "in-person" => "channel-in-person",
        /// 电话
        Phone = "phone" => "channel-phone",
        /// 书面
        Written = "written" => "channel-written",
        /// 意见箱
        Box = "box" => "channel-box",
        /// 网络
        Online = "online" => "channel-online",
    }
}

words! {
    /// What it is about.
    CaseType {
        /// 身份
        Identity = "identity" => "case-type-identity",
        /// 面积
        Area = "area" => "case-type-area",
        /// 标准
        Standard = "standard" => "case-type-standard",
        /// 金额
        Amount = "amount" => "case-type-amount",
        /// 漏报
        Omitted = "omitted" => "case-type-omitted",
        /// 不符合条件
        NotEligible = "not-eligible" => "case-type-not-eligible",
        /// 隐私
        Privacy = "privacy" => "case-type-privacy",
        /// 其他
        Other = "other" => "case-type-other",
    }
}

words! {
    /// What two people found.
    Outcome {
        /// 属实
        Upheld = "upheld" => "outcome-upheld",
        /// 部分属实
        Partly = "partly" => "outcome-partly",
        /// 不属实
        NotUpheld = "not-upheld" => "outcome-not-upheld",
    }
}

words! {
    /// What follows from the answer.
    Action {
        /// 更正: a new revision with a new notice for the changed rows.
        Correct = "correct" => "case-action-correct",
        /// 撤回: the disclosure is withdrawn.
        Withdraw = "withdraw" => "case-action-withdraw",
        /// 更正批次: the money is out, another batch corrects it.
        CorrectionBatch = "correction-batch" => "case-action-correction-batch",
        /// 说明: nothing changes, the answer explains why.
        Explain = "explain" => "case-action-explain",
    }
}

impl CaseKind {
    /// The letters of its register number: YY 异议, CX 查询.
    #[must_use]
    pub const fn letters(self) -> &'static str {
        match self {
            Self::Objection => "YY",
            Self::Enquiry => "CX",
        }
    }
}

impl Outcome {
    /// Was the objector right, wholly or partly?
    #[must_use]
    pub const fn is_upheld(self) -> bool {
        matches!(self, Self::Upheld | Self::Partly)
    }
}
