use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;

/// Thresholds that let everything through which occurs twice.
const OPEN: Thresholds = Thresholds {
    longest_chars: 6,
    fewest: 2,
    fewest_articles: 1,
    least_cohesion: f64::NEG_INFINITY,
    least_entropy: 0.0,
    same_share: 2.0,
    known_share: 1.0,
};

/// Articles whose tokens are parted by `|`.
fn material(articles: &[&str]) -> Material {
    let mut material = Material::default();
    for article in articles {
        material.begin_article();
        for paragraph in article.split('\n') {
            let mut starts = Vec::new();
            let mut text = String::new();
            for token in paragraph.split('|') {
                starts.push(text.len());
                text.push_str(token);
            }
            material.push(&text, &starts);
        }
    }
    material
}

/// A text of which every character is a token, so that no string is left out for being one.
fn single(text: &str) -> String {
    text.chars().flat_map(|c| [c, '|']).collect()
}

fn found(articles: &[&str], thresholds: Thresholds) -> Vec<NewWord> {
    new_words(material(articles), thresholds).words
}

fn words(articles: &[&str], thresholds: Thresholds) -> Vec<String> {
    let mut words: Vec<String> = found(articles, thresholds)
        .into_iter()
        .map(|word| word.word)
        .collect();
    words.sort();
    words
}

#[test]
fn figures_are_as_computed_by_hand() {
    // Text, word, count, articles, cohesion, left and right entropy.
    let rows: [(&[&str], &str, u32, u32, f64, f64, f64); 6] = [
        // N = 8: 2·8 / (2·2) = 4.
        (&["甲新词乙。丙新词丁。"], "新词", 2, 1, 2.0, 1.0, 1.0),
        // N = 10: 4·10 / (4·4) = 2.5. Left four borders, right two and 乙 twice: 2 − 2/4.
        (
            &["新词。新词。", "新词乙。新词乙"],
            "新词",
            4,
            2,
            1.321_928_094_887_362_2,
            2.0,
            1.5,
        ),
        // N = 9: the cut 抗|原试 is the worst, 2·9 / (4·2) = 2.25, and not 抗原|试 with 3.
        (
            &["抗原试。抗原试。抗原。抗"],
            "抗原试",
            2,
            1,
            1.169_925_001_442_312_4,
            1.0,
            1.0,
        ),
        // The border of a paragraph is one, as any mark is; N = 4.
        (&["新词\n新词"], "新词", 2, 1, 1.0, 1.0, 1.0),
        // A joint belongs to the string and is a character of it: N = 10, 2·10 / (2·2).
        (
            &["丹·麦人，丹·麦人，丙丁"],
            "丹·麦人",
            2,
            1,
            2.321_928_094_887_362,
            1.0,
            1.0,
        ),
        // Three neighbours, one of them twice: log₂ 4 − 2/4; N = 12: 4·12 / (4·4) = 3.
        (
            &["甲新词，甲新词，乙新词，丙新词"],
            "新词",
            4,
            1,
            1.584_962_500_721_156,
            1.5,
            2.0,
        ),
    ];
    for (articles, word, count, in_articles, cohesion, left, right) in rows {
        let articles: Vec<String> = articles.iter().map(|article| single(article)).collect();
        let articles: Vec<&str> = articles.iter().map(String::as_str).collect();
        let all = found(&articles, OPEN);
        let row = all.iter().find(|row| row.word == word).expect(word);
        assert_eq!(
            (row.count, row.articles),
            (count, in_articles),
            "{articles:?}"
        );
        let near = |got: f64, expected: f64| (got - expected).abs() < 1e-12;
        assert!(near(row.cohesion, cohesion), "{articles:?}: {row:?}");
        assert!(near(row.left_entropy, left), "{articles:?}: {row:?}");
        assert!(near(row.right_entropy, right), "{articles:?}: {row:?}");
        let score = f64::from(count).log(2.0) * left.min(right) * cohesion.sqrt();
        assert!(near(row.score, score), "{articles:?}: {row:?}");
    }
}

#[test]
fn what_is_no_candidate() {
    let rows: [(&str, &[&str]); 10] = [
        // A single character, and what occurs once.
        ("甲。甲。乙丙", &[]),
        // Over punctuation, blanks, letters and digits.
        ("新，词。新 词。新a词。新3词", &[]),
        // Function characters at an edge; inside they may stand.
        ("我的。我的。的我。的我", &[]),
        (
            "马到成功。马到成功",
            &["到成", "到成功", "成功", "马到", "马到成", "马到成功"],
        ),
        // Numbers.
        ("二〇二二。二〇二二。三千。三千", &[]),
        // A joint at an edge joins nothing.
        ("·丹麦·。·丹麦·", &["丹麦"]),
        // One token everywhere; once cut otherwise is enough.
        ("甲|新词|乙。丙|新词|丁", &[]),
        ("甲|新词|乙|。|丙|新词丁|戊", &[]),
        ("甲|新词|乙。丙|新|词|丁", &["新词"]),
        // Longer than six characters: its parts.
        ("一二子丑寅卯辰巳午", &[]),
    ];
    for (text, expected) in rows {
        let text = match text.contains('|') {
            true => text.to_owned(),
            false => single(text),
        };
        assert_eq!(words(&[&text], OPEN), expected, "{text}");
    }
}

#[test]
fn thresholds_hold() {
    let text = &single("甲新词乙。丙新词丁");
    let rows = [
        (OPEN, 1),
        (Thresholds { fewest: 3, ..OPEN }, 0),
        (
            Thresholds {
                least_cohesion: 2.0,
                ..OPEN
            },
            1,
        ),
        (
            Thresholds {
                least_cohesion: 2.1,
                ..OPEN
            },
            // In so short a text a third of log₂ 8 is enough.
            1,
        ),
        (
            Thresholds {
                least_entropy: 1.1,
                ..OPEN
            },
            0,
        ),
        (
            Thresholds {
                longest_chars: 1,
                ..OPEN
            },
            0,
        ),
    ];
    for (thresholds, expected) in rows {
        assert_eq!(found(&[text], thresholds).len(), expected, "{thresholds:?}");
    }
}

#[test]
fn a_single_article_is_enough_where_there_is_no_other() {
    let two = Thresholds {
        fewest_articles: 2,
        ..OPEN
    };
    let text = &single("甲新词乙。丙新词丁");
    let alone = new_words(material(&[text]), two);
    assert_eq!((alone.words.len(), alone.fewest_articles), (1, 1));
    let with_other = new_words(material(&[text, "戊己"]), two);
    assert_eq!((with_other.words.len(), with_other.fewest_articles), (0, 2));
    let in_both = new_words(
        material(&[&single("甲新词乙"), "", &single("丙新词丁")]),
        two,
    );
    assert_eq!((in_both.words.len(), in_both.articles), (1, 2));
}

#[test]
fn a_part_of_a_longer_candidate_goes() {
    let strict = Thresholds {
        same_share: 0.9,
        ..OPEN
    };
    let rows: [(&str, &[&str]); 2] = [
        // 核酸 only in 核酸码.
        ("甲核酸码乙，丙核酸码丁", &["核酸码"]),
        // 核酸 twice as often.
        ("甲核酸码乙，丙核酸码丁，核酸，核酸", &["核酸", "核酸码"]),
    ];
    for (text, expected) in rows {
        assert_eq!(words(&[&single(text)], strict), expected, "{text}");
    }
}

#[test]
fn it_says_how_a_candidate_is_cut_now() {
    let text = "内|防扩散|，|内|防扩散|，|内防|扩散|，|内|防扩散工作|，|严内防扩散";
    let rows = found(&[text], OPEN);
    let cuts = |word: &str| {
        let row = rows.iter().find(|row| row.word == word).expect(word);
        let cuts = row.cuts.iter().map(|(cut, count)| format!("{cut} {count}"));
        cuts.collect::<Vec<String>>()
    };
    assert_eq!(
        cuts("内防扩散"),
        ["内|防扩散 2", "…内防扩散 1", "内|防扩散… 1"]
    );
    assert_eq!(cuts("防扩散"), ["防扩散 2", "…防|扩散 1", "…防扩散 1"]);
}

/// Every figure again, from the definitions, without any economy.
fn plain(articles: &[Vec<String>]) -> BTreeMap<String, (u32, u32, f64)> {
    let runs: Vec<(usize, Vec<char>)> = articles
        .iter()
        .enumerate()
        .flat_map(|(number, runs)| runs.iter().map(move |run| (number, run.chars().collect())))
        .collect();
    let mut counts: BTreeMap<Vec<char>, (u32, BTreeSet<usize>)> = BTreeMap::new();
    for (article, run) in &runs {
        for start in 0..run.len() {
            for end in start + 1..=run.len().min(start + 7) {
                let entry = counts.entry(run[start..end].to_vec()).or_default();
                entry.0 += 1;
                entry.1.insert(*article);
            }
        }
    }
    let all: usize = runs.iter().map(|(_, run)| run.len()).sum();
    let count = |letters: &[char]| f64::from(counts[letters].0);
    let rows = counts
        .iter()
        .filter(|(letters, (times, _))| (2..=6).contains(&letters.len()) && *times >= 2);
    rows.map(|(letters, (times, in_articles))| {
        let cohesion = (1..letters.len())
            .map(|cut| {
                f64::from(*times) * all as f64 / (count(&letters[..cut]) * count(&letters[cut..]))
            })
            .fold(f64::INFINITY, f64::min);
        let figures = (*times, in_articles.len() as u32, libm::log2(cohesion));
        (letters.iter().collect(), figures)
    })
    .collect()
}

fn any_articles() -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(prop::collection::vec("[甲乙丙丁]{1,12}", 1..5), 1..6)
}

fn part(articles: &[Vec<String>]) -> Material {
    let mut material = Material::default();
    for article in articles {
        material.begin_article();
        for run in article {
            let starts: Vec<usize> = (0..run.len()).step_by(3).collect();
            material.push(run, &starts);
        }
    }
    material
}

proptest! {
    #[test]
    fn figures_agree_with_the_definitions(articles in any_articles()) {
        let found = new_words(part(&articles), OPEN);
        let rows: BTreeMap<String, (u32, u32, f64)> = found
            .words
            .into_iter()
            .map(|row| (row.word, (row.count, row.articles, row.cohesion)))
            .collect();
        prop_assert_eq!(rows, plain(&articles));
    }

    #[test]
    fn neither_order_nor_division_shows(articles in any_articles(), cut in 0_usize..6) {
        let whole = new_words(part(&articles), OPEN);
        let mut turned = articles.clone();
        turned.reverse();
        prop_assert_eq!(&new_words(part(&turned), OPEN), &whole);
        let (left, right) = articles.split_at(cut.min(articles.len()));
        let mut merged = part(right);
        merged.merge(&Material::default());
        merged.merge(&part(left));
        prop_assert_eq!(&new_words(merged, OPEN), &whole);
    }

    #[test]
    fn any_text_can_be_searched(text in "[\\PC新词·，]{0,40}", starts in prop::collection::vec(0_usize..200, 0..20)) {
        let mut starts = starts;
        starts.sort_unstable();
        let mut material = Material::default();
        material.push(&text, &starts);
        material.push(&text, &[]);
        new_words(material, OPEN);
    }
}
