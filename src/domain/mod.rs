//! The field, pure: no disk, clock, randomness or terminal.
//!
//! # Glossary: one word for one thing
//! | English here | Chinese | what it is |
//! |---|---|---|
//! | roll | 花名册 | the list of lines that an office sends or a clerk types |
//! | line | 明细 | one payment: householder 户主, beneficiary 享受人, payee 收款人, quantity, rate, amount |
//! | draft | 草稿 | a mutable roll of one programme, village and period |
//! | batch | 批次 | a roll after its first official act; the subject of a dossier |
//! | dossier | 卷宗 | all that happened to one batch, folded from its entries |
//! | programme | 补贴项目 | what is paid for, with unit, rate kind, class and notice rule |
//! | division | 行政区划 | county, township or village with its 12-digit code |
//! | period | 所属期 | the year, half-year, quarter or month that is paid for |
//! | finding | 疑点 | what a check found: blocks 拦截, needs a reason 说明, informs 提醒 |
//! | disclosure | 公示 | the bytes that become public |
//! | code, check code | 公开码, 核对码 | the hash of those bytes, and its first 8 characters |
//! | board | 公开栏 | a place on which a village posts, with its columns |
//! | posting | 张贴 | a disclosure on a board, from a day to a day, with photos |
//! | recall | 撤下通知 | a posting whose disclosure was withdrawn or corrected, until it is taken down with a photo |
//! | result | 结果公开 | the disclosure after payment |
//! | objection, enquiry | 异议, 查询 | a case in the office's register |
//! | review, signing | 审核, 签发 | the one or two steps of the township |
//! | arrears, correction | 补发, 更正 | batches for what was left out, or paid wrongly |
//! | pay list | 支付清单 | the lines handed to the finance bureau in one go |
//! | entry | 记录 | one signed act in the journal |
//! | blob | 附件数据 | personal or bulky content, named by its salted hash |
pub mod board;
pub mod case;
pub mod checks;
pub mod disclosure;
pub mod dossier;
pub mod folder;
pub mod journal;
pub mod people;
pub mod reference;
pub mod roll;
pub mod text;
pub mod values;
