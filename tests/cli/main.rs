//! The program as a user meets it: arguments and files in, text and status out.

mod errors;
mod fix;
mod formats;
mod harness;
mod inputs;
