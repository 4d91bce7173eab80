//! What somebody asks of the office: one of its acts, with what that act needs.
use super::act::{Act, Done, Outcome, Plan, Spec};
use super::act_list::act_list;
use super::act_name::ActName;
use super::edit_draft::DraftEdit;
use super::facts::Facts;
use super::target::{BatchRef, Target};
use super::values::{FieldError, Values};
use super::{
    answer_case, approve_batch, book_payment, change_board, correct_batch, discard_draft,
    edit_draft, end_lists, erase_subject, escalate_case, inspect_board, investigate_case,
    make_pay_list, new_roll, post_disclosure, publish_disclosure, raise_case, report_nothing,
    retire_board, return_batch, set_up_board, sign_batch, submit_batch, take_down, unsubmit_batch,
    withdraw_batch, withdraw_disclosure,
};

macro_rules! requests {
    ($($(#[doc = $doc:literal])* $name:ident($module:ident::$request:ident),)*) => {
        /// What somebody asks of the office.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Request {
            $($(#[doc = $doc])* $name($module::$request),)*
        }

        impl ActName {
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

act_list!(requests);

impl Request {
    /// One change of a draft: a cell is no form, so nobody enters fields for it.
    #[must_use]
    pub const fn edit(batch: BatchRef, edit: DraftEdit) -> Self {
        Self::Edit(edit_draft::EditDraft { batch, edit })
    }

    /// All lists of the batch whose public time is over.
    #[must_use]
    pub const fn end_lists(batch: BatchRef) -> Self {
        Self::EndLists(end_lists::EndLists { batch })
    }
}
