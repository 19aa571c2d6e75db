//! The packed list, and how it is packed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use super::*;

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("static/idf.bin")
}

static PACKED: LazyLock<Vec<u8>> = LazyLock::new(|| std::fs::read(path()).expect("idf.bin"));
static IDF: LazyLock<Idf> = LazyLock::new(|| Idf::from_bytes(&PACKED).expect("the list"));

/// Packs the list anew: `IDF_TXT=…/jieba/analyse/idf.txt cargo test --lib -- --ignored packs_the_list`, with the file of
/// jieba 0.42.1.
#[test]
#[ignore = "needs jieba's idf.txt"]
fn packs_the_list() {
    let source = std::env::var("IDF_TXT").expect("IDF_TXT");
    let text = std::fs::read_to_string(source).expect("idf.txt");
    let mut rows: BTreeMap<&str, f64> = BTreeMap::new();
    for line in text.lines() {
        let (word, value) = line.trim().split_once(' ').expect("word and value");
        rows.insert(word, value.parse().expect("value"));
    }
    std::fs::write(path(), pack(&rows)).expect("idf.bin");
    let packed = Idf::from_bytes(&std::fs::read(path()).expect("idf.bin")).expect("the list");
    assert_eq!(packed.len(), rows.len());
    for (word, value) in &rows {
        assert_eq!(packed.get(word), Some(*value), "{word}");
    }
    let mut values: Vec<f64> = rows.into_values().collect();
    values.sort_by(f64::total_cmp);
    assert_eq!(packed.median(), values[values.len() / 2]);
}

fn pack(rows: &BTreeMap<&str, f64>) -> Vec<u8> {
    const DOCUMENTS: f64 = 1_088_899.0;
    let frequency = |value: &f64| (DOCUMENTS * libm::exp(-value)).round() as u32;
    let mut frequencies: Vec<u32> = rows.values().map(frequency).collect();
    // The greater the df, the smaller the value.
    frequencies.sort_unstable_by(|one, other| other.cmp(one));
    let mut others = rows.clone();
    let (mut first, mut in_dictionary) = (Vec::new(), 0);
    dictionary::each_word(&mut |word| {
        in_dictionary += 1;
        push_number(
            others.remove(word).map_or(0, |value| frequency(&value)),
            &mut first,
        );
    })
    .expect("dictionary");
    let header = [
        DOCUMENTS as u32,
        frequencies[frequencies.len() / 2],
        in_dictionary,
        others.len() as u32,
        first.len() as u32,
    ];
    let mut bytes: Vec<u8> = header
        .iter()
        .flat_map(|number| number.to_le_bytes())
        .collect();
    bytes.extend(first);
    let mut last: &[u8] = &[];
    for (word, value) in &others {
        let word = word.as_bytes();
        let shared = shared(last, word);
        bytes.extend([shared as u8, (word.len() - shared) as u8]);
        bytes.extend(&word[shared..]);
        push_number(frequency(value), &mut bytes);
        last = word;
    }
    let mut packed = MAGIC.to_vec();
    packed.extend(miniz_oxide::deflate::compress_to_vec(&bytes, 10));
    packed
}

#[test]
fn values_are_those_of_the_list() {
    for (word, value) in SAMPLE {
        assert_eq!(IDF.get(word), Some(value), "{word}");
    }
    assert_eq!((IDF.len(), IDF.is_empty()), (270_132, false));
    assert_eq!(IDF.median(), MEDIAN);
}

#[test]
fn words_that_the_list_lacks_have_no_value() {
    for word in [
        "",
        "㐀㐀",
        "词镜编辑部",
        "zzzz",
        "劳动防护用品商店",
        "\u{10FFFF}",
    ] {
        assert_eq!(IDF.get(word), None, "{word}");
    }
}

#[test]
fn damaged_files_are_refused() {
    assert_eq!(Idf::from_bytes(b""), None);
    assert_eq!(Idf::from_bytes(MAGIC), None);
    assert_eq!(Idf::from_bytes(&PACKED[..PACKED.len() / 2]), None);
    let inflated = miniz_oxide::inflate::decompress_to_vec(&PACKED[MAGIC.len()..]).expect("list");
    let load = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = inflated.clone();
        change(&mut bytes);
        let mut packed = MAGIC.to_vec();
        packed.extend(miniz_oxide::deflate::compress_to_vec(&bytes, 1));
        Idf::from_bytes(&packed)
    };
    assert_eq!(load(&|_| ()).as_ref(), Some(&*IDF));
    // A byte more or less; another number of words of the dictionary, of others, of bytes.
    assert_eq!(load(&|bytes| bytes.push(0)), None);
    assert_eq!(load(&|bytes| bytes.truncate(bytes.len() - 1)), None);
    for place in [8, 12, 16] {
        assert_eq!(load(&|bytes| bytes[place] ^= 1), None, "{place}");
    }
}

const MEDIAN: f64 = 11.9547675029;

/// Rows of the list: of its beginning, end and middle, of words that the dictionary lacks, of the smallest values.
const SAMPLE: [(&str, f64); 41] = [
    ("一", 3.69538325294),
    ("一万一千五百二十颗", 13.2075304714),
    ("一万一千八百八十斤", 13.2075304714),
    ("龢", 8.0285598625),
    ("三四分钟", 11.5027823792),
    ("五弟", 11.9547675029),
    ("全塞", 12.5143832909),
    ("化冻", 12.1089181827),
    ("名花有主", 12.5143832909),
    ("壳子", 10.4994802703),
    ("实实在在", 8.40761620864),
    ("底料", 13.2075304714),
    ("托利多", 13.2075304714),
    ("新密", 10.3171587135),
    ("果蝇", 10.4041700905),
    ("法柜奇兵", 13.900677652),
    ("狼嚎", 11.4157710022),
    ("石盐", 10.4666904475),
    ("细观", 10.4349417492),
    ("茅子元", 12.1089181827),
    ("谨身", 10.8561552143),
    ("郑威", 13.2075304714),
    ("霍梅尼", 11.5027823792),
    ("一书", 7.30763311783),
    ("龛着", 13.2075304714),
    ("东翁", 10.8096351986),
    ("华诚", 12.8020653633),
    ("子玉", 10.2897597393),
    ("张诚", 10.1164880181),
    ("李辅", 12.1089181827),
    ("王封", 11.8212361103),
    ("艾锛", 12.1089181827),
    ("郝洪", 11.9547675029),
    ("齐赵", 13.900677652),
    ("的", 0.88474202619),
    ("在", 1.51197516384),
    ("了", 1.51982850882),
    ("如数", 9.85762638414),
    ("杂项", 11.3357282945),
    ("谷头", 12.2912397395),
    ("林英海", 13.2075304714),
];
