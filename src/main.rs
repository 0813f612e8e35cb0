//! The `duizhao` program.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// A check takes and gives back memory all the time: with this allocator it is an eighth faster (docs/performance.md).
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    duizhao::cli::main().into()
}
