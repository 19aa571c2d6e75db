use proptest::prelude::*;

use super::*;

#[test]
fn lines_are_words_or_faults() {
    use LineFault::{BadBytes, BadFrequency, NoWord, Repeated, TooLong, TooManyFields};
    let long = "长".repeat(65);
    let rows: [(&str, Result<&str, LineFault>); 25] = [
        ("疫情防控", Ok("疫情防控")),
        ("疫情防控 n", Ok("疫情防控 n")),
        ("疫情防控 5", Ok("疫情防控 5")),
        ("疫情防控 5 n", Ok("疫情防控 5 n")),
        ("疫情防控\t5\tn\t", Ok("疫情防控 5 n")),
        ("　疫情防控  5\u{3000}n \r", Ok("疫情防控 5 n")),
        ("New York\t5\tns", Ok("New York\t5\tns")),
        ("New York\t", Ok("New York\t")),
        ("迈克尔·乔丹 nr", Ok("迈克尔·乔丹 nr")),
        ("糖类抗原19-9", Ok("糖类抗原19-9")),
        ("大数据+网格化+铁脚板 3", Ok("大数据+网格化+铁脚板 3")),
        ("C++ eng", Ok("C++ eng")),
        ("19 m", Ok("19 m")),
        ("甲乙 000000001", Ok("甲乙 000000001")),
        ("甲乙 1234567890", Err(BadFrequency)),
        ("甲乙 -1", Err(BadFrequency)),
        ("甲乙 丙丁", Err(BadFrequency)),
        ("New York", Err(BadFrequency)),
        ("New York City", Err(BadFrequency)),
        ("甲乙 5 n 丙", Err(TooManyFields)),
        ("甲乙 5 名", Err(TooManyFields)),
        ("+-·", Err(NoWord)),
        ("\t5", Err(NoWord)),
        (&long, Err(TooLong)),
        ("甲\u{FFFD}", Err(BadBytes)),
    ];
    for (line, expected) in rows {
        let list = read(&format!("{line}\n"));
        let got = match list.faulty.first() {
            Some(faulty) => Err(faulty.fault),
            None => Ok(list.lines.trim_end_matches('\n')),
        };
        assert_eq!(got, expected, "{line:?}");
    }
    let list = read("\u{FEFF}甲乙\r\n\r\n# 说明\r\n甲乙 3\r\n丙\r\n");
    assert_eq!((list.words, list.empty_lines), (2, 2));
    let faulty = FaultyLine {
        line: 4,
        fault: Repeated,
        beginning: "甲乙 3".to_owned(),
    };
    assert_eq!(list.faulty, [faulty]);
    assert_eq!(read("甲\r乙\r丙").words, 3);
    assert_eq!(read(""), WordList::default());
    assert_eq!(read("\n").empty_lines, 1, "one empty line is a line");
}

#[test]
fn what_is_written_is_read() {
    let entry = |word: &str, rule, tag: &str| LexiconEntry {
        word: word.to_owned(),
        rule,
        tag: tag.to_owned(),
    };
    let pieces = vec!["疫情".to_owned(), "防控".to_owned()];
    let own = [
        entry("New York", LexiconRule::Whole { always: false }, ""),
        entry("内防", LexiconRule::Whole { always: false }, "v"),
        entry("国人", LexiconRule::Whole { always: true }, "n"),
        entry("疫情防控", LexiconRule::Apart { pieces }, ""),
        entry("的话", LexiconRule::Apart { pieces: Vec::new() }, ""),
    ];
    let dictionary = |lines: &str, on| Dictionary {
        name: String::new(),
        lines: lines.into(),
        words: 0,
        on,
    };
    let dictionaries = [
        dictionary("乔丹 3 nr\n内防 n\n", true),
        dictionary("不用\n", false),
        dictionary("乔丹\n大 数据\t4\n", true),
    ];
    let written = write(&own, &dictionaries);
    let expected = "New York\t\n内防 v\n# always: 国人\tn\n# apart: 疫情防控\t疫情\t防控\n# apart: 的话\n乔丹 3 nr\n大 数据\t4\n";
    assert_eq!(written, expected);
    let read = read(&written);
    assert_eq!(read.lines, "New York\t\n内防 v\n乔丹 3 nr\n大 数据\t4\n");
    assert_eq!((read.words, read.faulty_total, read.empty_lines), (4, 0, 0));
    let mut said = own[2..].to_vec();
    said.sort_by(|one, other| one.word.cmp(&other.word));
    assert_eq!(read.entries, said);
}

fn line() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec!["甲乙", "丙", "n", "5", " ", "\t", "#", "# apart: 甲乙\t甲\t乙", "# always: 丙", "\u{FFFD}", "1234567890"])
            .prop_map(str::to_owned),
        1 => any::<char>().prop_map(|character| character.to_string()),
    ];
    prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat().replace(['\n', '\r'], ""))
}

proptest! {
    #[test]
    fn no_line_is_lost(lines in prop::collection::vec(line(), 1..20), line_end in prop::sample::select(vec!["\n", "\r\n"])) {
        let text: String = lines.iter().map(|line| format!("{line}{line_end}")).collect();
        let list = read(&text);
        let told = list.words as usize + list.entries.len() + list.faulty_total as usize + list.empty_lines as usize;
        prop_assert_eq!(told, lines.len());
        prop_assert_eq!(list.faulty.len(), list.faulty_total as usize);
        for faulty in &list.faulty {
            let line = &lines[faulty.line as usize - 1];
            let line = line.trim().trim_start_matches('\u{FEFF}').trim();
            let beginning = faulty.beginning.trim_start_matches('\u{FEFF}').trim();
            let told = line.starts_with(beginning);
            prop_assert!(told, "{}", line);
        }
    }

    #[test]
    fn a_byte_order_mark_inside_hides_no_comment(blank in prop::sample::select(vec!["", " ", "\t"])) {
        let list = read(&format!("甲乙\n{blank}\u{FEFF}{blank}#丙\n{blank}\u{FEFF}丁\n"));
        prop_assert_eq!((list.words, list.empty_lines), (2 - u32::from(blank == "\t"), 1));
    }

    /// Good lines are kept as they are read again.
    #[test]
    fn good_lines_stay_good(lines in prop::collection::vec(line(), 1..20)) {
        let list = read(&lines.join("\n"));
        let again = read(&list.lines);
        prop_assert_eq!(&again.lines, &list.lines);
        prop_assert_eq!(again.words, list.words);
        prop_assert_eq!(again.faulty, []);
    }
}

#[test]
fn a_word_with_a_free_tag_comes_back() {
    for (tag, always) in [
        ("名词", false),
        ("名词", true),
        ("n", false),
        ("pinyinpinyin", false),
    ] {
        let own = LexiconEntry {
            word: "国人".to_owned(),
            rule: LexiconRule::Whole { always },
            tag: tag.to_owned(),
        };
        let list = read(&write(&[own], &[]));
        assert_eq!(list.faulty, [], "{tag}");
        assert_eq!(list.words as usize + list.entries.len(), 1, "{tag}");
    }
}

#[test]
fn pinyin_is_no_part_of_speech() {
    assert_eq!(read("国人 guorenmen").faulty_total, 1);
    assert_eq!(read("国人 nrfg").words, 1);
}
