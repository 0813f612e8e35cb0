//! Scored benchmarks: faults of known kind are put into good text, and what is said of them is
//! counted. Run with `--nocapture` for the tables; a change must not lower them.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may panic, and it shows what it measured"
)]

mod exchanged;
mod faults;
mod interviews;
mod layouts;
mod links;
mod numbers;
mod pairings;
mod parts;
mod polarity;
mod random;
mod rows;
mod sentences;
mod strays;
mod texts;
mod traditional;
mod written;
