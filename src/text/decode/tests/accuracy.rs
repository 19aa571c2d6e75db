//! How often the encoding is found.

use super::*;

/// Stretches of prose drawn for each figure.
const WINDOWS: usize = 2_000;

/// What became of the stretches.
#[derive(Debug, Default)]
struct Score {
    right: usize,
    certain: usize,
    certain_but_wrong: usize,
}

/// Detects stretches of prose with so many hanzi each.
fn score(prose: &[char], encoding: Encoding, hanzi: usize) -> Score {
    let mut draw = Draw(hanzi as u64);
    let mut score = Score::default();
    for _ in 0..WINDOWS {
        let mut detector = Detector::new();
        detector.feed(&encode(&window(prose, hanzi, &mut draw), encoding));
        let detection = detector.finish();
        let right = detection.encoding == encoding;
        let certain = detection.certainty == Certainty::Certain;
        score.right += usize::from(right);
        score.certain += usize::from(right && certain);
        score.certain_but_wrong += usize::from(!right && certain);
    }
    println!(
        "{:8} {hanzi:3} hanzi: {score:?} of {WINDOWS}",
        encoding.name()
    );
    score
}

/// The scores of every encoding, simplified and traditional where it can write both.
fn scores(hanzi: &[usize]) -> Vec<(Encoding, usize, Score)> {
    let simplified: Vec<char> = PROSE.chars().collect();
    let traditional: Vec<char> = traditional_prose().chars().collect();
    let mut scores = Vec::new();
    for encoding in Encoding::ALL {
        let forms: &[&[char]] = match encoding {
            Encoding::Gb18030 => &[&simplified],
            Encoding::Big5 => &[&traditional],
            _ => &[&simplified, &traditional],
        };
        for prose in forms {
            scores.extend(
                hanzi
                    .iter()
                    .map(|&hanzi| (encoding, hanzi, score(prose, encoding, hanzi))),
            );
        }
    }
    scores
}

#[test]
fn stretches_of_ten_hanzi_are_found() {
    for (encoding, hanzi, score) in scores(&[10, 20, 100]) {
        let name = encoding.name();
        assert!(score.right >= 1_998, "{name} with {hanzi} hanzi: {score:?}");
        assert_eq!(
            score.certain_but_wrong, 0,
            "{name} with {hanzi} hanzi: {score:?}"
        );
    }
}

#[test]
fn very_short_texts_are_mostly_found() {
    for (encoding, hanzi, score) in scores(&[2, 3, 4, 6]) {
        let name = encoding.name();
        assert!(score.right >= 1_700, "{name} with {hanzi} hanzi: {score:?}");
        assert!(
            score.certain_but_wrong <= 40,
            "{name} with {hanzi} hanzi: {score:?}"
        );
    }
}

#[test]
fn a_byte_order_mark_decides() {
    for encoding in Encoding::ALL {
        let text = "字";
        let bytes = with_mark(encoding, &encode(text, encoding));
        let (detection, decoded) = decode(&bytes, None);
        let marked = encoding != Encoding::Big5;
        assert_eq!(detection.byte_order_mark, marked, "{}", encoding.name());
        if marked {
            assert_eq!(detection.encoding, encoding);
            assert_eq!(
                detection.certainty,
                Certainty::Certain,
                "{}",
                encoding.name()
            );
            assert_eq!(detection.candidates, [encoding]);
            assert_eq!(
                decoded.text,
                text,
                "{}: the mark is no character",
                encoding.name()
            );
            assert!(decoded.byte_order_mark);
        }
    }
}

#[test]
fn whole_texts_are_certain() {
    let traditional = traditional_prose();
    for encoding in Encoding::ALL {
        let prose = if encoding == Encoding::Big5 {
            &traditional
        } else {
            PROSE
        };
        let (detection, decoded) = decode(&encode(prose, encoding), None);
        assert_eq!(detection.encoding, encoding);
        assert_eq!(
            detection.certainty,
            Certainty::Certain,
            "{}",
            encoding.name()
        );
        assert_eq!(detection.candidates.first(), Some(&encoding));
        assert_eq!(decoded.text, prose, "{}", encoding.name());
        assert_eq!(decoded.malformed_count, 0);
    }
}

#[test]
fn a_few_hanzi_behind_much_ascii_are_found() {
    let head = "name,date,title\n".repeat(5_000);
    for encoding in Encoding::ALL {
        let text = format!("{head}我們在學校的時候都是一起上課的\n");
        let (detection, decoded) = decode(&encode(&text, encoding), None);
        assert_eq!(detection.encoding, encoding);
        assert_eq!(decoded.text, text, "{}", encoding.name());
    }
}

#[test]
fn little_evidence_is_no_certainty() {
    let rows = [
        ("的", Encoding::Gb18030),
        ("中国", Encoding::Gb18030),
        ("我的", Encoding::Big5),
    ];
    for (text, encoding) in rows {
        let (detection, _) = decode(&encode(text, encoding), None);
        assert_ne!(
            detection.certainty,
            Certainty::Certain,
            "{text} in {}",
            encoding.name()
        );
    }
}

#[test]
fn the_users_choice_is_kept() {
    let bytes = encode("全市粮食收购工作会议召开", Encoding::Gb18030);
    let (detection, decoded) = decode(&bytes, Some(Encoding::Utf16Le));
    assert_eq!(detection.encoding, Encoding::Gb18030);
    assert_eq!(decoded.text.chars().count(), 12);
    assert!(!decoded.text.contains('市'));
}
