//! How a file is divided into chunks makes no difference.

use proptest::prelude::*;

use super::*;

/// Feeds the bytes in chunks of the given sizes, over and over.
fn decode_divided(bytes: &[u8], encoding: Encoding, sizes: &[usize]) -> (Detection, Decoded) {
    let mut detector = Detector::new();
    let mut decoder = Decoder::new(encoding);
    let mut rest = bytes;
    for &size in sizes.iter().cycle() {
        let (chunk, behind) = rest.split_at(size.min(rest.len()));
        detector.feed(chunk);
        decoder.feed(chunk);
        rest = behind;
        if rest.is_empty() {
            break;
        }
    }
    (detector.finish(), decoder.finish())
}

/// Bytes that are nearly text: pieces of every encoding, marks and rubbish.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        "[ -~\n]{0,12}".prop_map(String::into_bytes),
        ("[一-鿿，。a1]{0,12}", 0..4_usize).prop_map(|(text, index)| {
            let encodings = [
                Encoding::Utf8,
                Encoding::Gb18030,
                Encoding::Utf16Le,
                Encoding::Utf16Be,
            ];
            encode(&text, encodings[index])
        }),
        (0..4_usize).prop_map(|index| Encoding::ALL[index].byte_order_mark().to_vec()),
        prop::collection::vec(any::<u8>(), 0..6),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn divided_equals_whole(
        bytes in bytes(),
        sizes in prop::collection::vec(1..9_usize, 1..6),
        index in 0..5_usize,
    ) {
        let encoding = Encoding::ALL[index];
        let (detection, decoded) = decode(&bytes, Some(encoding));
        let (detection_divided, decoded_divided) = decode_divided(&bytes, encoding, &sizes);
        prop_assert_eq!(&detection, &detection_divided);
        prop_assert_eq!(&decoded, &decoded_divided);
    }

    #[test]
    fn entries_agree_with_the_file(bytes in bytes(), index in 0..5_usize) {
        let encoding = Encoding::ALL[index];
        let (_, decoded) = decode(&bytes, Some(encoding));
        let mut end = 0;
        for entry in &decoded.malformed {
            let start = entry.offset_bytes as usize;
            prop_assert!(start >= end, "entries follow each other");
            end = start + entry.bytes.len();
            prop_assert_eq!(bytes.get(start..end), Some(&entry.bytes[..]));
            let text = decoded.text.get(entry.text_byte as usize..).unwrap_or("");
            prop_assert_eq!(text.chars().next(), Some(char::REPLACEMENT_CHARACTER));
        }
    }

    #[test]
    fn text_comes_back(text in "[一-鿿，。a-z1\n🀄]{0,60}", index in 0..5_usize, marked in any::<bool>()) {
        let encoding = Encoding::ALL[index];
        prop_assume!(encoding != Encoding::Big5);
        let bytes = encode(&text, encoding);
        let bytes = if marked { with_mark(encoding, &bytes) } else { bytes };
        let (_, decoded) = decode(&bytes, Some(encoding));
        prop_assert_eq!(decoded.text, text);
        prop_assert_eq!(decoded.malformed_count, 0);
        prop_assert_eq!(decoded.byte_order_mark, marked);
    }
}

#[test]
fn large_files_divide_too() {
    let traditional = traditional_prose();
    for encoding in Encoding::ALL {
        let prose = if encoding == Encoding::Big5 {
            &traditional
        } else {
            PROSE
        };
        let mut bytes = encode(&prose.repeat(8), encoding);
        bytes.insert(40_001, 0xFF);
        let whole = decode(&bytes, Some(encoding));
        for size in [1, 7, 4_096, 16_383, 65_537] {
            let divided = decode_divided(&bytes, encoding, &[size]);
            assert_eq!(
                divided.0,
                whole.0,
                "{} in chunks of {size}",
                encoding.name()
            );
            assert!(
                divided.1 == whole.1,
                "{} in chunks of {size}",
                encoding.name()
            );
        }
    }
}

#[test]
#[ignore = "prints speeds: run it optimised"]
fn speeds() {
    let traditional = traditional_prose();
    for encoding in Encoding::ALL {
        let prose = if encoding == Encoding::Big5 {
            &traditional
        } else {
            PROSE
        };
        let bytes = encode(&prose.repeat(1_000), encoding);
        let megabytes = bytes.len() as f64 / 1e6;
        let start = std::time::Instant::now();
        let mut detector = Detector::new();
        detector.feed(&bytes);
        let detection = detector.finish();
        let detected = start.elapsed().as_secs_f64();
        let mut decoder = Decoder::new(detection.encoding);
        decoder.feed(&bytes);
        let length = decoder.finish().text.len();
        let decoded = start.elapsed().as_secs_f64() - detected;
        println!(
            "{:8} {megabytes:.0} MB: detected at {:.0} MB/s, decoded at {:.0} MB/s to {length} bytes",
            encoding.name(),
            megabytes / detected,
            megabytes / decoded
        );
    }
}
