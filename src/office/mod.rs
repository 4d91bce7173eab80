//! 办事: every act of an office, once: what it asks, who may, what it writes, what is said.
//!
//! Pure: an act gets the world through [`Facts`] and gives back a [`Plan`]; `runtime::perform` carries
//! plans out. Form and command line both make their request from the act's [`Spec`], so nothing is
//! asked twice or in two ways. To add an act, see `src/docs/contributing.md`.
pub mod act;
mod act_list;
mod act_name;
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
mod request;
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

pub use act::{Act, Demand, Done, Door, Outcome, Plan, PlannedDraft, PrivateFile, Rewritten, Spec};
pub use act_name::ActName;
pub use allowed::notice_time;
pub use edit_draft::DraftEdit;
pub use facts::Facts;
pub use field::{Choice, Field, FieldKind};
pub use offer::{Choosable, Label, Offer};
pub use possibilities::Possibilities;
pub use possible::{Possible, possible};
pub use request::Request;
pub use target::{BatchName, BatchRef, BoardRef, CaseRef, Target, TargetKind};
pub use values::{FieldError, Values, YES};
