//! The HTML report in a real browser: Chromium without a window, driven over the DevTools protocol.
//! Without Chromium the tests say so and pass.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod accessibility;
mod chromium;
mod page;
mod way;
