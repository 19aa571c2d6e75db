//! Bytes that stand for nothing: counted, placed and shown, and no reason to lose the rest.

use super::*;

/// Each row: encoding, bytes, text, malformed sequences as (offset, bytes, byte in the text).
type Row = (
    Encoding,
    &'static [u8],
    &'static str,
    &'static [(u64, &'static [u8], u32)],
);

const ROWS: &[Row] = &[
    (Encoding::Utf8, b"", "", &[]),
    (Encoding::Utf8, b"a\0b", "a\0b", &[]),
    (Encoding::Utf8, b"\xEF\xBF\xBD", "\u{fffd}", &[]),
    (
        Encoding::Utf8,
        b"\xEF\xBB\xBFa\xFF",
        "a\u{fffd}",
        &[(4, b"\xFF", 1)],
    ),
    (
        Encoding::Utf8,
        b"\xEF\xBB",
        "\u{fffd}",
        &[(0, b"\xEF\xBB", 0)],
    ),
    (
        Encoding::Utf8,
        b"\xE4\xB8\xADx\xE4\xB8",
        "中x\u{fffd}",
        &[(4, b"\xE4\xB8", 4)],
    ),
    (
        Encoding::Utf8,
        b"\xE4\xB8\xE4\xB8\xAD",
        "\u{fffd}中",
        &[(0, b"\xE4\xB8", 0)],
    ),
    (
        Encoding::Utf8,
        b"\xC0\x80",
        "\u{fffd}\u{fffd}",
        &[(0, b"\xC0", 0), (1, b"\x80", 3)],
    ),
    (
        Encoding::Gb18030,
        b"\xD6\xD0\xFF\xCE\xC4",
        "中\u{fffd}文",
        &[(2, b"\xFF", 3)],
    ),
    (
        Encoding::Gb18030,
        b"\xD6\xD0\xCE",
        "中\u{fffd}",
        &[(2, b"\xCE", 3)],
    ),
    (
        Encoding::Gb18030,
        b"\xD6\n\xCE\xC4",
        "\u{fffd}\n文",
        &[(0, b"\xD6", 0)],
    ),
    (
        Encoding::Gb18030,
        b"\x81\x30\x81a",
        "\u{fffd}0乤",
        &[(0, b"\x81", 0)],
    ),
    (
        Encoding::Gb18030,
        b"\x84\x31\x95\x33a\xFF",
        "a\u{fffd}",
        &[(5, b"\xFF", 1)],
    ),
    (
        Encoding::Gb18030,
        b"\x84\x31\x95",
        "\u{fffd}",
        &[(0, b"\x84\x31\x95", 0)],
    ),
    (
        Encoding::Big5,
        b"\xA4\xA4\xFF\xA4\xE5",
        "中\u{fffd}文",
        &[(2, b"\xFF", 3)],
    ),
    (Encoding::Big5, b"\xA4 a", "\u{fffd} a", &[(0, b"\xA4", 0)]),
    (
        Encoding::Utf16Le,
        b"\xFF\xFE\x2D\x4E\x87",
        "中\u{fffd}",
        &[(4, b"\x87", 3)],
    ),
    (
        Encoding::Utf16Le,
        b"\x00\xD8\x2D\x4E",
        "\u{fffd}中",
        &[(0, b"\x00\xD8", 0)],
    ),
    (
        Encoding::Utf16Le,
        b"\x2D\x4E\x00\xDC",
        "中\u{fffd}",
        &[(2, b"\x00\xDC", 3)],
    ),
    (
        Encoding::Utf16Le,
        b"\x00\xD8",
        "\u{fffd}",
        &[(0, b"\x00\xD8", 0)],
    ),
    (
        Encoding::Utf16Be,
        b"\xD8\x00\x4E\x2D",
        "\u{fffd}中",
        &[(0, b"\xD8\x00", 0)],
    ),
    (
        Encoding::Utf16Be,
        b"\xD8\x00\xD8\x3C\xDC\x04",
        "\u{fffd}🀄",
        &[(0, b"\xD8\x00", 0)],
    ),
    (Encoding::Utf16Be, b"\xFE", "\u{fffd}", &[(0, b"\xFE", 0)]),
];

#[test]
fn malformed_sequences_are_placed() {
    for (encoding, bytes, text, malformed) in ROWS {
        for size in [1, 2, 3, 100] {
            let mut decoder = Decoder::new(*encoding);
            bytes.chunks(size).for_each(|chunk| decoder.feed(chunk));
            let decoded = decoder.finish();
            let what = format!("{} {bytes:02X?} in chunks of {size}", encoding.name());
            let found: Vec<_> = decoded
                .malformed
                .iter()
                .map(|entry| (entry.offset_bytes, &entry.bytes[..], entry.text_byte))
                .collect();
            assert_eq!(decoded.text, *text, "{what}");
            assert_eq!(found, *malformed, "{what}");
            assert_eq!(decoded.malformed_count, malformed.len() as u64, "{what}");
        }
    }
}

#[test]
fn inserted_bytes_are_found_again() {
    let mut draw = Draw(7);
    let traditional = traditional_prose();
    for encoding in [Encoding::Utf8, Encoding::Gb18030, Encoding::Big5] {
        let prose = if encoding == Encoding::Big5 {
            &traditional
        } else {
            PROSE
        };
        let mut bytes = Vec::new();
        let mut offsets = Vec::new();
        for character in prose.chars() {
            bytes.extend(encode(&character.to_string(), encoding));
            if draw.below(300) == 0 {
                offsets.push(bytes.len() as u64);
                bytes.push(0xFF);
            }
        }
        assert!(offsets.len() > 5);
        let (detection, decoded) = decode(&bytes, None);
        let found: Vec<u64> = decoded
            .malformed
            .iter()
            .map(|entry| entry.offset_bytes)
            .collect();
        assert_eq!(detection.encoding, encoding);
        assert_eq!(found, offsets, "{}", encoding.name());
        assert!(decoded.malformed.iter().all(|entry| entry.bytes == [0xFF]));
        assert_eq!(decoded.text.replace('\u{fffd}', ""), *prose);
        for entry in &decoded.malformed {
            assert!(decoded.text[entry.text_byte as usize..].starts_with('\u{fffd}'));
        }
    }
}

#[test]
fn one_bad_byte_changes_no_encoding() {
    let traditional = traditional_prose();
    for encoding in Encoding::ALL {
        let prose = if encoding == Encoding::Big5 {
            &traditional
        } else {
            PROSE
        };
        let mut bytes = encode(&prose.chars().take(200).collect::<String>(), encoding);
        bytes.push(0xFF);
        let (detection, decoded) = decode(&bytes, None);
        assert_eq!(detection.encoding, encoding);
        assert_eq!(
            detection.certainty,
            Certainty::Certain,
            "{}",
            encoding.name()
        );
        assert_eq!(decoded.malformed_count, 1, "{}", encoding.name());
    }
}

#[test]
fn the_list_is_bounded_and_the_count_is_not() {
    let bytes = vec![0xFF; MALFORMED_LISTED + 5];
    let (_, decoded) = decode(&bytes, Some(Encoding::Utf8));
    assert_eq!(decoded.malformed.len(), MALFORMED_LISTED);
    assert_eq!(decoded.malformed_count, MALFORMED_LISTED as u64 + 5);
}

#[test]
fn a_preview_forgives_the_cut() {
    let text = "\n  第一行\r\n\r\n第二行\n第三行";
    for encoding in Encoding::ALL {
        let bytes = encode(text, encoding);
        assert_eq!(
            preview(&bytes, encoding, 100),
            "第一行\n第二行",
            "{}",
            encoding.name()
        );
        assert_eq!(
            preview(&bytes, encoding, 5),
            "第一行\n第",
            "{}",
            encoding.name()
        );
    }
    let bytes = encode("一二三", Encoding::Utf8);
    assert_eq!(preview(&bytes[..8], Encoding::Utf8, 100), "一二");
    assert_eq!(preview(b"", Encoding::Utf8, 100), "");
    assert_eq!(preview(b"\xFFa", Encoding::Utf8, 100), "\u{fffd}a");
}
