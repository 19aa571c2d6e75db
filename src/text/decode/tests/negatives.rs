//! What is not Chinese text, or no text at all.

use super::*;

const FRENCH: &str = "Les élèves du collège ont préparé une exposition sur la forêt. Après la visite, chacun a écrit \
    un poème: les arbres y parlent, la rivière répond, et même les pierres ont un rôle à jouer. Déjà, les parents \
    réclament une deuxième soirée où l'on goûtera les gâteaux de Noël préparés par la cuisinière.";
const GERMAN: &str = "Die Bäckerei am Marktplatz öffnet früh. Schon um fünf Uhr hört man das Klappern der Bleche, \
    und wer dann vorübergeht, riecht Brötchen, Hörnchen und Mohnzöpfe. Die alte Müllerin grüßt jeden, der schläfrig \
    über die Straße läuft, und fragt nach Großvaters Füßen.";
const JAPANESE: &str = "今朝は早く起きて、川のそばを散歩しました。橋の上では釣りをする人が静かに糸を見つめていました。パン屋の前を通る\
    と、焼きたての匂いがして、つい二つも買ってしまいました。午後からは図書館で友だちと宿題をする約束です。";
const KOREAN: &str = "오늘 아침에는 일찍 일어나서 강가를 걸었습니다. 다리 위에서는 낚시하는 사람이 조용히 물을 보고 있었습니다. 빵집 앞을 \
    지나는데 냄새가 좋아서 두 개나 샀습니다. 오후에는 도서관에서 친구와 숙제를 하기로 했습니다.";
const RUSSIAN: &str = "Сегодня утром я встал рано и пошёл к реке. На мосту тихо стоял рыбак и смотрел на воду. У пекарни \
    пахло свежим хлебом, и я купил две булки. Днём мы с другом договорились делать уроки в библиотеке.";

#[test]
fn other_languages_are_never_certainly_chinese() {
    let rows: [(&str, &'static encoding_rs::Encoding); 9] = [
        (FRENCH, encoding_rs::WINDOWS_1252),
        (GERMAN, encoding_rs::WINDOWS_1252),
        (FRENCH, encoding_rs::MACINTOSH),
        (JAPANESE, encoding_rs::SHIFT_JIS),
        (JAPANESE, encoding_rs::EUC_JP),
        (KOREAN, encoding_rs::EUC_KR),
        (RUSSIAN, encoding_rs::WINDOWS_1251),
        (RUSSIAN, encoding_rs::KOI8_R),
        (RUSSIAN, encoding_rs::IBM866),
    ];
    for (text, encoding) in rows {
        let (bytes, _, unmappable) = encoding.encode(text);
        assert!(!unmappable, "{}", encoding.name());
        for times in [1, 30] {
            let (detection, _) = decode(&bytes.repeat(times), None);
            assert_ne!(
                detection.certainty,
                Certainty::Certain,
                "{} taken for {}, text {times} times",
                encoding.name(),
                detection.encoding.name()
            );
        }
    }
}

#[test]
fn other_languages_in_unicode_are_read() {
    for text in [FRENCH, GERMAN, JAPANESE, KOREAN, RUSSIAN] {
        for encoding in [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be] {
            let bytes = encode(text, encoding);
            assert_eq!(file_kind(&bytes), None, "{}: {text}", encoding.name());
            let (detection, decoded) = decode(&with_mark(encoding, &bytes), None);
            assert_eq!(detection.encoding, encoding);
            assert_eq!(decoded.text, text);
            if encoding == Encoding::Utf8 {
                assert_eq!(decode(&bytes, None).0.certainty, Certainty::Certain);
            }
        }
    }
}

#[test]
fn random_bytes_are_never_certain() {
    let mut draw = Draw(3);
    for _ in 0..500 {
        let length = 2 + draw.below(400);
        let bytes: Vec<u8> = (0..length).map(|_| draw.below(256) as u8).collect();
        let (detection, _) = decode(&bytes, None);
        assert_ne!(detection.certainty, Certainty::Certain, "{bytes:02X?}");
    }
}

#[test]
fn plain_ascii_is_certain() {
    let (detection, _) = decode(b"plain text\r\n\x1a", None);
    assert_eq!(
        (detection.encoding, detection.certainty),
        (Encoding::Utf8, Certainty::Certain)
    );
    for encoding in [Encoding::Utf16Le, Encoding::Utf16Be] {
        let (detection, _) = decode(&encode("plain text in pairs of bytes\r\n", encoding), None);
        assert_eq!(
            (detection.encoding, detection.certainty),
            (encoding, Certainty::Certain)
        );
    }
}

#[test]
fn files_that_are_no_text_are_refused() {
    let mut tar = vec![0; 1024];
    tar[..8].copy_from_slice(b"page.txt");
    tar[257..262].copy_from_slice(b"ustar");
    let mut draw = Draw(11);
    let random: Vec<u8> = (0..4_096).map(|_| draw.below(256) as u8).collect();
    let rows: [(&[u8], FileKind); 14] = [
        (
            b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
            FileKind::Pdf,
        ),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10",
            FileKind::Image,
        ),
        (
            b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0",
            FileKind::Image,
        ),
        (
            b"GIF89a\x01\0\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02",
            FileKind::Image,
        ),
        (
            b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x02\0\0\0",
            FileKind::Image,
        ),
        (
            b"PK\x03\x04\x14\0\0\0\x08\0\0\0\x21\0\x12\x34\x56\x78\x01\0\0\0",
            FileKind::Archive,
        ),
        (
            b"\x1F\x8B\x08\0\0\0\0\0\0\x03\x4B\x04\0\x43\xBE\xB7",
            FileKind::Archive,
        ),
        (&tar, FileKind::Archive),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0\0\0\0\0\0\0\0\0",
            FileKind::Office,
        ),
        (b"{\\rtf1\\ansi Text}", FileKind::Office),
        (
            b"ID3\x03\0\0\0\0\0\x21TIT2\0\0\0\x07\0\0\0title",
            FileKind::Media,
        ),
        (
            b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\0\x08free",
            FileKind::Media,
        ),
        (
            b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3E\0\x01\0\0\0",
            FileKind::Binary,
        ),
        (&random, FileKind::Binary),
    ];
    for (bytes, kind) in rows {
        let head = &bytes[..bytes.len().min(24)];
        assert_eq!(file_kind(bytes), Some(kind), "{head:02X?}");
    }
}

#[test]
fn text_is_not_refused() {
    let rows: [(&str, Vec<u8>); 10] = [
        ("nothing", Vec::new()),
        ("one letter", b"a".to_vec()),
        ("a word that opens like a bitmap", b"BMW".to_vec()),
        (
            "a word that opens like a sound file",
            b"ID3 is a tag".to_vec(),
        ),
        (
            "a page that speaks of %PDF",
            b"The signature is %PDF-1.4 as a rule.".to_vec(),
        ),
        ("HTML", b"<!DOCTYPE html><p>Text</p>".to_vec()),
        (
            "some NULs",
            [b"Text with a NUL in it".as_slice(), b"\0", PROSE.as_bytes()].concat(),
        ),
        ("a NUL in a short text", "甲\0乙".into()),
        ("one hanzi of UTF-16", encode("万", Encoding::Utf16Le)),
        ("digits in UTF-16", encode("2024 12 31", Encoding::Utf16Be)),
    ];
    for (what, bytes) in rows {
        assert_eq!(file_kind(&bytes), None, "{what}");
    }
    let traditional = traditional_prose();
    for encoding in Encoding::ALL {
        let prose = if encoding == Encoding::Big5 {
            &traditional
        } else {
            PROSE
        };
        let bytes = encode(prose, encoding);
        for length in [2, 3, 100, 8_191, 8_192] {
            assert_eq!(
                file_kind(&bytes[..length]),
                None,
                "{length} bytes of {}",
                encoding.name()
            );
        }
    }
}
