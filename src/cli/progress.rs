//! A progress bar on standard error, for work that takes long enough to wonder.

use std::io::{IsTerminal, stderr};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar over `total` files, each of which is to be seen `times` times, if standard error is a terminal that
/// shows bars.
pub(super) fn files(total: usize, times: usize, wanted: bool) -> ProgressBar {
    let template = "{bar:30} {percent} % of {msg} files, {elapsed} ({eta} left)";
    bar((total * times) as u64, wanted && total > 1, template).with_message(total.to_string())
}

/// A bar over `total` bytes.
pub(super) fn bytes(total: u64, wanted: bool) -> ProgressBar {
    const LONG: u64 = 1 << 20;
    let template = "{bar:30} {msg}, {bytes}/{total_bytes}, {bytes_per_sec} ({eta} left)";
    bar(total, wanted && total > LONG, template)
}

fn bar(total: u64, wanted: bool, template: &str) -> ProgressBar {
    if !wanted || !stderr().is_terminal() || std::env::var_os("CI").is_some() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr_with_hz(5));
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
