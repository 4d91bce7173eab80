//! 村榜 `cunbang`: the offline terminal with which a village discloses its subsidies.
//!
//! # The one idea
//! Drafts are mutable and private; every official act is one signed entry in an append-only
//! journal; everything else (dossiers, search, totals, posters, pages, exports) is folded from the
//! entries.
//!
//! # The rooms
//! | room | what it is | what is deliberately absent |
//! |---|---|---|
//! | [`domain`] | the field's rules, pure | disk, clock, randomness, terminal |
//! | [`vault`] | passwords, key slots, signing keys, the encrypting backend | what is stored |
//! | [`store`] | redb: journal, blobs, views, indexes, drafts, search | rules (it asks `domain`) |
//! | [`intake`] | roll files -> lines, errors by row | the store |
//! | [`documents`] | typed pages and sheets -> PDF, xlsx, csv, QR | paths, the store |
//! | [`site`] | disclosures -> the static site | names of the paper, the store |
//! | [`finance`] | pay lists -> typed sheets | the store |
//! | [`office`] | every act once: request, fields, plan, outcome, pure | disk, store, clock |
//! | [`app`] | the terminal's state machine, pure | terminal, store |
//! | [`ui`] | drawing of `app`'s state, pure | decisions |
//! | [`runtime`] | the imperative shell: terminal, worker, files, clock, the session | rules |
//! | [`cli`] | the same acts from the command line | the terminal's screens |
//! | [`docs`] | pages on the whole house | code |
//!
//! Who may import whom stands in `tests/architecture.rs`. [`docs::architecture`] tells the ways
//! through the rooms and what is kept, [`docs::contributing`] which files a new act, check, screen or
//! document touches.
//!
//! # A keystroke's way to the disk and back
//! `runtime::input` -> `app::command` (one table) -> `app::update` -> effects -> `runtime::worker`
//! -> `Session::perform` (the act of [`office`] plans its entries) -> `Store::append` (asks
//! `domain::dossier::permits`, appends, folds, commits) -> message -> `app::update` -> `ui`. The
//! form on the screen (`app::dialogs::form`) is made from what `office` says the act asks, and the
//! request that `office` reads out of it is one effect.
pub mod app;
pub mod cli;
pub mod docs;
pub mod documents;
pub mod domain;
pub mod finance;
pub mod intake;
pub mod office;
pub mod runtime;
pub mod site;
pub mod store;
pub mod ui;
pub mod vault;
