use super::*;
use crate::text::clean::table::{standard, unified, variants};
use proptest::prelude::*;

/// A text as counted, with these passes.
fn cleaned(text: &str, passes: Passes) -> String {
    let mut cleaner = Cleaner::new(passes);
    match cleaner.clean(text, Blanks::MayClose, None) {
        true => cleaner.text().to_owned(),
        false => text.to_owned(),
    }
}

fn only(pass: Pass) -> Passes {
    let mut passes = Passes::all(false);
    passes.set(pass, true);
    passes
}

#[test]
fn each_pass_mends_what_it_is_for() {
    use Pass::*;
    let rows = [
        (Radicals, "⼈⺠日报，⻓江⻔户", "人民日报，长江门户"),
        (Radicals, "不來", "不來"),
        (Radicals, "\u{e000}\u{f8ff}", "\u{e000}\u{f8ff}"),
        (Width, "ＧＤＰ增长５．３％，Ｃ＋＋", "GDP增长5.3%，C++"),
        (Width, "比分３：２，９：３０开会", "比分3:2，9:30开会"),
        (
            Width,
            "附件１：２０２２年计划／说明",
            "附件1：2022年计划／说明",
        ),
        (Width, "ｶﾀｶﾅ", "ｶﾀｶﾅ"),
        (LetterSpacing, "疫 情 防 控", "疫情防控"),
        (LetterSpacing, "疫　情　防　控", "疫情防控"),
        (
            LetterSpacing,
            "疫 情 防 控  工 作 会 议",
            "疫情防控  工作会议",
        ),
        (
            LetterSpacing,
            "关于 疫 情 防 控 的通知",
            "关于 疫情防控 的通知",
        ),
        (LetterSpacing, "通 告", "通告"),
        (LetterSpacing, "王　林 李小明 张　伟", "王林 李小明 张伟"),
        (
            LetterSpacing,
            "值班编委：王　林、张　伟",
            "值班编委：王林、张伟",
        ),
        (
            LetterSpacing,
            "我们 我 在 家 看 电视 他 去 工作 她 很 高兴 今天 天气 好",
            "我们 我 在 家 看 电视 他 去 工作 她 很 高兴 今天 天气 好",
        ),
        (LetterSpacing, "全市动员 全民参与", "全市动员 全民参与"),
        (LetterSpacing, "用 Rust 写", "用 Rust 写"),
        (LayoutSpaces, "2022 年 7 月 3 日召开", "2022年7月3日召开"),
        (LayoutSpaces, "2022年 7月3日 上午", "2022年7月3日 上午"),
        (LayoutSpaces, "1 日本 2 韩国", "1 日本 2 韩国"),
        (
            LayoutSpaces,
            "目标2025 年轻人的选择",
            "目标2025 年轻人的选择",
        ),
        (LayoutSpaces, "增长 3 % 以上", "增长 3% 以上"),
        (LayoutSpaces, "New York 2022", "New York 2022"),
        (
            Punctuation,
            "会议强调,要落实;会后(记者)说:好!",
            "会议强调，要落实；会后（记者）说：好！",
        ),
        (Punctuation, "会议召开.各地落实.", "会议召开。各地落实。"),
        (Punctuation, "增长1.5%,即1,200家", "增长1.5%，即1,200家"),
        (
            Punctuation,
            "Yes, we (can)... 3-5 e.g. this",
            "Yes, we (can)... 3-5 e.g. this",
        ),
        (
            Punctuation,
            "「甲『乙』」︵丙︶﹁丁﹂",
            "“甲‘乙’”（丙）“丁”",
        ),
        (
            Punctuation,
            "迈克尔•乔丹、乔治・W・布什",
            "迈克尔·乔丹、乔治·W·布什",
        ),
        (Punctuation, "• 第一条", "• 第一条"),
        (Punctuation, "等等...以及。。。", "等等……以及……"),
        (Punctuation, "他说――是的──对--好", "他说——是的——对——好"),
        (Punctuation, "3–11岁", "3—11岁"),
        (
            Traditional,
            "會議討論疫情，乾隆年間",
            "会议讨论疫情，乾隆年间",
        ),
        (Variants, "委員黃呂戶別説", "委员黄吕户别说"),
        (Variants, "啓动羣众", "启动群众"),
        (Variants, "李喆昇淼", "李喆昇淼"),
    ];
    for (pass, printed, expected) in rows {
        assert_eq!(
            cleaned(printed, only(pass)),
            expected,
            "{pass:?} of {printed:?}"
        );
        assert_eq!(
            cleaned(printed, Passes::all(false)),
            printed,
            "all passes off"
        );
    }
}

#[test]
fn addresses_are_found_whole() {
    let rows: [(&str, &[&str]); 8] = [
        (
            "见http://www.example.com/a?b=1。",
            &["http://www.example.com/a?b=1"],
        ),
        (
            "网址：www.example.cn，邮箱：a.b-c@mail.example.com.",
            &["www.example.cn", "a.b-c@mail.example.com"],
        ),
        ("官网example.com/cn已上线", &["example.com/cn"]),
        ("增长1.5%，Node.js，3.com", &[]),
        ("@张三 你好", &[]),
        ("ｗｗｗ．ｅｘａｍｐｌｅ．ｃｏｍ", &["www.example.com"]),
        ("：//", &[]),
        ("http://", &[]),
    ];
    for (text, expected) in rows {
        let mut cleaner = Cleaner::new(Passes::default());
        cleaner.clean(text, Blanks::MayClose, None);
        let found: Vec<&str> = cleaner
            .addresses()
            .iter()
            .map(|address| &cleaner.text()[address.clone()])
            .collect();
        assert_eq!(found, expected, "addresses of {text:?}");
    }
}

#[test]
fn passes_work_together() {
    let rows = [
        ("⼈⺠ 日报", "人民 日报"),
        ("２０２２ 年 ７ 月", "2022年7月"),
        ("委⾧説,Ａ股", "委長说，A股"),
        ("疫 情 防 控,从 我 做 起", "疫情防控，从我做起"),
    ];
    for (printed, expected) in rows {
        assert_eq!(cleaned(printed, Passes::default()), expected, "{printed:?}");
    }
}

#[test]
fn traditional_text_is_simplified_on_request() {
    let mut passes = Passes::default();
    assert!(!passes.traditional);
    assert_eq!(cleaned("會議,3 億", passes), "會議，3 億");
    passes.set(Pass::Traditional, true);
    let rows = [
        ("會議,說：3 億", "会议，说：3亿"),
        ("啓動羣眾", "启动群众"),
        ("會 議 討 論", "会议讨论"),
        ("⾧江與黃河", "长江与黄河"),
        ("\u{f939}迅", "鲁迅"),
    ];
    for (printed, expected) in rows {
        assert_eq!(cleaned(printed, passes), expected, "{printed}");
    }
}

#[test]
fn blanks_of_a_table_stay() {
    let mut cleaner = Cleaner::new(Passes::default());
    assert!(!cleaner.clean("男 汉 族 3 月", Blanks::Part, None));
    assert!(cleaner.clean("男 汉 族 ３ 月", Blanks::Part, None));
    assert_eq!(cleaner.text(), "男 汉 族 3 月");
}

#[test]
fn changes_are_counted_and_heard_of() {
    struct Heard(Vec<(Pass, String, String)>);
    impl Listener for Heard {
        fn changed(&mut self, pass: Pass, found: &str, change: &Change<'_>, _map: &Map) {
            let before = found[change.found.clone()].to_owned();
            self.0.push((pass, before, edit::after(found, change)));
        }
    }
    let mut heard = Heard(Vec::new());
    let mut cleaner = Cleaner::new(Passes::default());
    let text = "委員⼈:7 月 3 日 疫 情 防 控...a@b.cn";
    assert!(cleaner.clean(text, Blanks::MayClose, Some(&mut heard)));
    let heard: Vec<String> = heard
        .0
        .iter()
        .map(|(pass, before, after)| format!("{pass:?} {before}→{after}"))
        .collect();
    assert_eq!(
        heard,
        [
            "Radicals ⼈→人",
            "LayoutSpaces 7 月 3 日→7月3日",
            "LetterSpacing 疫 情 防 控→疫情防控",
            "Punctuation :→：",
            "Punctuation ...→……",
            "Variants 員→员",
            "Addresses a@b.cn→a@b.cn",
        ]
    );
    assert_eq!(cleaner.take_counts(), [1, 0, 0, 1, 1, 2, 1, 1]);
    assert_eq!(cleaner.take_counts(), PassCounts::default());
}

#[test]
fn radicals_agree_with_normalization() {
    use unicode_normalization::UnicodeNormalization as _;
    let mut mended = 0;
    for character in ('\u{2e80}'..='\u{2fdf}')
        .chain('\u{f900}'..='\u{faff}')
        .chain('\u{2f800}'..='\u{2fa1f}')
    {
        let normal: String = std::iter::once(character).nfkc().collect();
        if normal != character.to_string() {
            let target = unified(character).map(String::from);
            assert_eq!(target.as_deref(), Some(normal.as_str()), "{character}");
            mended += 1;
        }
    }
    assert_eq!(
        mended,
        214 + 2 + 460 + 542,
        "characters that normalization mends"
    );
    assert_eq!(unified('⺠'), Some('民'));
    assert_eq!(unified('⺀'), None, "Unicode names no character for it");
}

/// Whether GB 2312, the set in which simplified text was written before Unicode, has a Han character.
fn is_in_gb2312(character: char) -> bool {
    let text = character.to_string();
    let (bytes, ..) = encoding_rs::GBK.encode(&text);
    matches!(*bytes, [0xB0..=0xF7, 0xA1..=0xFE])
}

#[test]
fn variants_are_none_of_todays_characters() {
    let to_simplified =
        ferrous_opencc::OpenCC::from_config(ferrous_opencc::config::BuiltinConfig::T2s).unwrap();
    for (variant, target) in variants() {
        assert!(
            !is_in_gb2312(*variant),
            "{variant} is a character of its own"
        );
        assert!(is_in_gb2312(*target), "{target} is no standard character");
        assert_eq!(standard(*target), None, "{variant} leads to {target}");
        let converted = to_simplified.convert(&variant.to_string());
        let agrees = converted == target.to_string() || converted == variant.to_string();
        assert!(agrees, "{variant}: {target} here, {converted} there");
    }
    for pair in variants().windows(2) {
        assert!(pair[0].0 < pair[1].0, "{} stands twice", pair[0].0);
    }
}

#[test]
fn traditional_text_is_told_from_simplified() {
    assert!(is_traditional(
        "這個會議討論了個人電話的問題，開會時間為三點。"
    ));
    assert!(!is_traditional(
        "这个会议讨论了个人电话的问题，委員們都说好。"
    ));
    assert!(!is_traditional(""));
    assert!(!is_traditional("English only"));
}

/// Texts in which the passes find much to do.
fn messy() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "疫",
        "情",
        "防控",
        "員",
        "會",
        "億",
        "乾",
        "隆",
        "瞭",
        "解",
        "⺠",
        "⼈",
        "\u{2f800}",
        "Ａ",
        "３",
        "3",
        "a",
        "B",
        " ",
        "　",
        "  ",
        ",",
        ".",
        "...",
        "。",
        "：",
        ":",
        "(",
        ")",
        "（",
        "-",
        "--",
        "–",
        "─",
        "•",
        "·",
        "「",
        "」",
        "＋",
        "％",
        "．",
        "年",
        "月",
        "日",
        "@",
        "/",
        "www.",
        ".com",
        "http://",
        "。。。",
        "!",
        "“",
        "\u{e000}",
        "…",
        "—",
        "本",
        "王",
        "林",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn any_passes() -> impl Strategy<Value = Passes> {
    prop::collection::vec(any::<bool>(), Pass::ALL.len()).prop_map(|switches| {
        let mut passes = Passes::all(false);
        for (pass, on) in Pass::ALL.into_iter().zip(switches) {
            passes.set(pass, on);
        }
        passes
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn cleaning_twice_is_cleaning_once(text in messy(), passes in any_passes()) {
        let once = cleaned(&text, passes);
        let twice = cleaned(&once, passes);
        prop_assert_eq!(twice, once, "of {:?}", text);
    }

    #[test]
    fn the_quick_look_overlooks_nothing(text in messy()) {
        for pass in Pass::ALL {
            let mut edits = Vec::new();
            match pass {
                Pass::Radicals => radical::edits(&text, &mut edits),
                Pass::Width => width::edits(&text, &mut edits),
                Pass::Traditional => traditional::edits(&text, &mut edits),
                Pass::LetterSpacing => letter_spacing::edits(&text, &mut edits),
                Pass::LayoutSpaces => layout::edits(&text, &mut edits),
                Pass::Punctuation => punctuation::edits(&text, &mut edits),
                Pass::Variants => variant::edits(&text, &mut edits),
                Pass::Addresses => {
                    let mut addresses = Vec::new();
                    address::find(&text, &mut addresses);
                    edits.extend(addresses.iter().map(|found| Edit::remove(found.start, found.end)));
                }
            }
            let needed = scan::needed(&text, only(pass)).has(pass);
            prop_assert!(needed || edits.is_empty(), "{:?} of {:?}: {:?}", pass, text, edits);
        }
    }

    #[test]
    fn the_map_covers_every_printed_character_once(text in messy(), passes in any_passes(), cuts in prop::collection::vec(1_usize..5, 64)) {
        let mut cleaner = Cleaner::new(passes);
        if !cleaner.clean(&text, Blanks::MayClose, None) {
            return Ok(());
        }
        let mut walk = map::Walk::default();
        let (mut counted, mut printed) = (0, 0);
        let mut lengths = cuts.into_iter().cycle();
        while counted < cleaner.text().len() {
            printed += walk.over_taken_out(cleaner.map()) as usize;
            let rest = &cleaner.text()[counted..];
            let len: usize = rest.chars().take(lengths.next().unwrap()).map(char::len_utf8).sum();
            let stretch = walk.over(cleaner.map(), u32::try_from(len).unwrap()) as usize;
            prop_assert!(text.is_char_boundary(printed) && text.is_char_boundary(printed + stretch));
            prop_assert!(stretch > 0, "a stretch without printed text in {:?}", text);
            prop_assert_eq!(cleaner.map().printed(counted..counted + len), printed..printed + stretch, "{:?}", text);
            counted += len;
            printed += stretch;
        }
        printed += walk.over_taken_out(cleaner.map()) as usize;
        prop_assert_eq!(printed, text.len(), "{:?} as {:?}", text, cleaner.text());
    }

    #[test]
    fn any_text_can_be_cleaned(text in "\\PC{0,40}", passes in any_passes()) {
        let once = cleaned(&text, passes);
        prop_assert_eq!(cleaned(&once, passes), once);
    }
}
