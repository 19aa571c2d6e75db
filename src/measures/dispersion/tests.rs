//! Golden values and laws.
