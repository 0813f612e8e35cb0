//! TBX, the ISO format for term bases (ISO 30042; tbxinfo.net).
//!
//! Read are version 3 (`conceptEntry`) in either style, and version 2 (`termEntry`, still what most
//! programs write); the words that other programs use for the state of a term are understood.
//! Written is TBX-Basic of version 3 in the DCA style.

mod read;
mod write;

pub(super) use read::read;
pub(super) use write::write;
