//! 办事: every act of an office, once: what it asks, who may, what it writes, what is said.
//!
//! Pure: an act gets the world through [`Facts`] and gives back a [`Plan`]; `runtime::perform` carries
//! plans out. Form and command line both make their request from the act's [`Spec`], so nothing is
//! asked twice or in two ways. To add an act, see `docs/contributing.md`.
pub mod act;
mod allowed;
mod answer_case;
mod approve_batch;
pub mod batch;
pub mod board;
mod board_act;
mod book_payment;
pub mod case;
mod change_board;
pub mod checked;
mod correct_batch;
pub mod deadline;
mod decision;
mod discard_draft;
pub mod edit_draft;
mod end_lists;
pub mod erase_subject;
mod escalate_case;
pub mod facts;
pub mod field;
mod inspect_board;
mod investigate_case;
mod make_pay_list;
pub mod new_roll;
pub mod offer;
pub mod photos;
pub mod possibilities;
pub mod possible;
pub mod post_disclosure;
pub mod publication;
pub mod publish_disclosure;
mod raise_case;
mod register;
mod report_nothing;
mod retire_board;
mod return_batch;
mod running_number;
pub mod same_list;
mod set_up_board;
mod sign_batch;
pub mod submit_batch;
pub mod take_down;
pub mod target;
mod unsubmit_batch;
pub mod values;
mod withdraw_batch;
mod withdraw_disclosure;

pub use act::{Act, Done, Door, Outcome, Plan, PlannedDraft, PrivateFile, Rewritten, Spec};
pub use allowed::notice_time;
pub use edit_draft::DraftEdit;
pub use facts::Facts;
pub use field::{Choice, Field, FieldKind};
pub use offer::{Choosable, Label, Offer};
pub use possibilities::Possibilities;
pub use possible::{Possible, possible};
pub use target::{BatchName, BatchRef, BoardRef, CaseRef, Target, TargetKind};
pub use values::{FieldError, Values, YES};

/// The acts, once: the names, the requests and what is asked of any of them are made from this list.
macro_rules! acts {
    ($($(#[doc = $doc:literal])* $name:ident($module:ident::$request:ident),)*) => {
        /// An act by name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum ActName {
            $($(#[doc = $doc])* $name,)*
        }

        /// What somebody asks of the office.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Request {
            $($(#[doc = $doc])* $name($module::$request),)*
        }

        impl ActName {
            /// All acts.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// What it asks.
            #[must_use]
            pub const fn spec(self) -> &'static Spec {
                match self {
                    $(Self::$name => &<$module::$request as Act>::SPEC,)*
                }
            }

            /// The request that these values make.
            ///
            /// # Errors
            /// The first field that cannot be used.
            pub fn read(self, target: Target, values: &Values) -> Result<Request, FieldError> {
                Ok(match self {
                    $(Self::$name => {
                        Request::$name(<$module::$request as Act>::read(target, values)?)
                    })*
                })
            }
        }

        impl Request {
            /// Which act it is.
            #[must_use]
            pub const fn name(&self) -> ActName {
                match self {
                    $(Self::$name(_) => ActName::$name,)*
                }
            }

            /// What is to be written.
            ///
            /// # Errors
            /// What the rules refuse; facts that cannot be had.
            pub fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
                match self {
                    $(Self::$name(request) => request.plan(facts),)*
                }
            }

            /// What is said when it is done.
            #[must_use]
            pub fn outcome(&self, done: &Done<'_>) -> Outcome {
                match self {
                    $(Self::$name(request) => request.outcome(done),)*
                }
            }
        }
    };
}

acts! {
    /// 新建花名册
    NewRoll(new_roll::NewRoll),
    /// 更正批次
    Correct(correct_batch::CorrectBatch),
    /// 改一格、撤销
    Edit(edit_draft::EditDraft),
    /// 丢弃草稿
    Discard(discard_draft::DiscardDraft),
    /// 公示、结果公开
    Publish(publish_disclosure::PublishDisclosure),
    /// 送审
    Submit(submit_batch::SubmitBatches),
    /// 取消送审
    Unsubmit(unsubmit_batch::UnsubmitBatch),
    /// 审核
    Approve(approve_batch::ApproveBatch),
    /// 签发
    Sign(sign_batch::SignBatch),
    /// 退回
    Return(return_batch::ReturnBatch),
    /// 撤回
    Withdraw(withdraw_batch::WithdrawBatch),
    /// 报财政
    PayList(make_pay_list::MakePayList),
    /// 到账
    BookPayment(book_payment::BookPayment),
    /// 张贴
    Post(post_disclosure::PostDisclosure),
    /// 撤下
    TakeDown(take_down::TakeDown),
    /// 撤回公示
    WithdrawDisclosure(withdraw_disclosure::WithdrawDisclosure),
    /// 下架
    EndLists(end_lists::EndLists),
    /// 销毁
    Erase(erase_subject::EraseSubject),
    /// 登记异议、查询
    Raise(raise_case::RaiseCase),
    /// 核实
    Investigate(investigate_case::InvestigateCase),
    /// 答复
    Answer(answer_case::AnswerCase),
    /// 转办
    Escalate(escalate_case::EscalateCase),
    /// 设置公开栏
    SetUpBoard(set_up_board::SetUpBoard),
    /// 修改公开栏
    ChangeBoard(change_board::ChangeBoard),
    /// 巡查
    InspectBoard(inspect_board::InspectBoard),
    /// 本期无事项
    ReportNothing(report_nothing::ReportNothing),
    /// 停用
    RetireBoard(retire_board::RetireBoard),
}

impl Request {
    /// One change of a draft: a cell is no form, so nobody enters fields for it.
    #[must_use]
    pub const fn edit(batch: BatchRef, edit: DraftEdit) -> Self {
        Self::Edit(edit_draft::EditDraft { batch, edit })
    }
}
