//! Exit statuses: what a script may count on.
use std::process::ExitCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// 0: done.
    Done,
    /// 1: refused, or something was found.
    Refused,
    /// 2: the command line was wrong.
    Usage,
    /// 3: the store or a file could not be read or written.
    Trouble,
    /// 4: wrong password, or locked.
    Locked,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Refused => 1,
            Exit::Usage => 2,
            Exit::Trouble => 3,
            Exit::Locked => 4,
        })
    }
}
