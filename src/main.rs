//! The `duizhao` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    duizhao::cli::main().into()
}
