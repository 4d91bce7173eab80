//! The acts, once: names, requests and what is asked of any of them are made from this list.

/// Hands the list to the macro `$make`.
macro_rules! act_list {
    ($make:ident) => {
        $make! {
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
    };
}

pub(super) use act_list;
