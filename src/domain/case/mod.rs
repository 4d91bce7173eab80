//! 异议和查询: a numbered case, from the day it came to the day it was answered.
//!
//! The same acts serve an objection or enquiry about a batch (in the batch's dossier) and an enquiry
//! about nothing that was published (a subject of its own, [`Enquiry`]).
pub mod appeal;
mod fold;
mod private_words;
pub(in crate::domain) mod rules;
mod state;
mod vocabulary;

pub use fold::fold_enquiry;
pub use private_words::{CaseFacts, CaseReply, CaseWords};
pub use rules::two_people;
pub(in crate::domain) use state::evolve;
pub use state::{Case, Enquiry};
pub use vocabulary::{Action, CaseKind, CaseType, Channel, Outcome};
