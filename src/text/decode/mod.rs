//! From bytes to text: which encoding a file is in, and its characters with every bad byte accounted for.
//!
//! ```text
//! first bytes  ->  file_kind      refuses what is no text
//! all bytes    ->  Detector       which encoding, how surely
//! all bytes    ->  Decoder        the text, and a list of the malformed sequences
//! ```
//!
//! Detector and Decoder take the file in chunks of any size: the result does not depend on how it was divided.

mod candidate;
mod decoder;
mod detector;
mod encoding;
mod frequency;
mod kind;
mod preview;

pub use decoder::{Decoded, Decoder, MALFORMED_LISTED, Malformed};
pub use detector::{Certainty, Detection, Detector};
pub use encoding::Encoding;
pub use kind::{FileKind, file_kind};
pub use preview::preview;

/// Finds the encoding of a whole file, unless the user chose one, and decodes it.
///
/// The detection reports what the bytes look like also where the user chose otherwise; an empty file is UTF-8.
pub fn decode(bytes: &[u8], choice: Option<Encoding>) -> (Detection, Decoded) {
    let mut detector = Detector::new();
    detector.feed(bytes);
    let detection = detector.finish();
    let mut decoder = Decoder::new(choice.unwrap_or(detection.encoding));
    decoder.feed(bytes);
    (detection, decoder.finish())
}

#[cfg(test)]
mod tests;
