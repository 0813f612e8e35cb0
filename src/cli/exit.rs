//! How the program ends.

use std::process::ExitCode;

/// What a run came to; the only thing that is made into an exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitStatus {
    /// Nothing at or above `--fail-on`: status 0.
    Clean,
    /// Findings at or above `--fail-on`: status 1.
    Findings,
    /// The program could not do what was asked: status 2.
    Failed,
}

impl From<ExitStatus> for ExitCode {
    fn from(status: ExitStatus) -> ExitCode {
        ExitCode::from(match status {
            ExitStatus::Clean => 0,
            ExitStatus::Findings => 1,
            ExitStatus::Failed => 2,
        })
    }
}
