//! Scored benchmarks: faults of known kind are put into good text, and what is said of them is
//! counted. Run with `--nocapture` for the tables; a change must not lower them.

mod faults;
mod links;
mod random;
