//! The program as a user meets it: arguments and files in, text and status out.

mod align;
mod baselines;
mod comments;
mod configuration;
mod content;
mod corpora;
mod corpora_whole;
mod errors;
mod extract;
mod files;
mod fix;
mod formats;
mod gate;
mod harness;
mod inputs;
mod layouts;
mod left_out;
mod messages;
mod reports;
mod since;
mod suggestions;
mod untrusted;
mod watch;
