//! 销毁原因: why blobs were destroyed.
use crate::domain::text::word_list::words;

words! {
    /// Why blobs were destroyed.
    ErasureReason {
        /// 保管期满
        Retention = "retention" => "erasure-reason-retention",
        /// 隐私: they should never have been kept or shown.
        Privacy = "privacy" => "erasure-reason-privacy",
        /// 当事人要求, decided under the law (个人信息保护法 第四十七条).
        Request = "request" => "erasure-reason-request",
    }
}
