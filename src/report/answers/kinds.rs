//! The words in which answers speak and choices are made, for the screen: it must not name the layer of the dictionary.
//! These types only hold data; beside them stands the key under which a phrase is decided.

pub use crate::measures::options::{
    Boundary, CollocationOptions, ContextSize, CountedParts, DiversityOptions, ItemKind,
    KeynessEvidence, KeynessOptions, KeywordMethod, MeasureOptions, NgramOptions, NgramUnit,
    RowTotal, Sign, Significance,
};
pub use crate::words::groups::ConceptGroup;
pub use crate::words::lexicon::{
    Dictionary, FaultyLine, LexiconEntry, LexiconRule, LineFault, NotApplied,
};
pub use crate::words::names::{Evidence, NameChoice, NameDecision, NameKind};
pub use crate::words::passage::PassagePart;
pub use crate::words::phrases::{PhraseDecision, PhraseKind, key_of as phrase_key};
pub use crate::words::speech::SpeechKind;
