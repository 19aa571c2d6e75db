//! One corpus and the jobs on it: the protocol, the user's choices compiled to a plan, and work in small steps.

pub mod choices;
pub mod error;
pub mod protocol;
