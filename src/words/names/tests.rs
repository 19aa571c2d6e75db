use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::words::passage::{Passage, PassagePart};
use crate::words::segment::Segmenter;

static SEGMENTER: LazyLock<Segmenter> = LazyLock::new(Segmenter::new);

fn passages(texts: &[&str]) -> Vec<Passage> {
    (0..)
        .zip(texts)
        .map(|(unit, text)| Passage {
            unit,
            article: 0,
            part: PassagePart::Paragraph,
            text: (*text).to_owned(),
            dateline_bytes: 0,
            reporters: Vec::new(),
        })
        .collect()
}

/// The names of a kind, in the order of the text.
fn names(kind: NameKind, texts: &[&str]) -> Vec<String> {
    let passages = passages(texts);
    let found = find(&passages, None, &SEGMENTER);
    let index = NameIndex::new(std::iter::once(&found), &[], &SEGMENTER);
    index
        .mentions(&found, &passages)
        .into_iter()
        .filter(|mention| mention.kind == kind)
        .map(|mention| mention.name)
        .collect()
}

fn check(kind: NameKind, rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(names(kind, &[text]), *expected, "{text}");
    }
}

#[test]
fn persons() {
    check(
        NameKind::Person,
        &[
            // Lists: whatever the dictionary says of an item; a post reopens the list.
            (
                "市领导丁海棠、高峰、秦岭参加会议。",
                &["丁海棠", "高峰", "秦岭"],
            ),
            (
                "市领导丁海棠、方敏，市政府秘书长许如海参加会议。",
                &["丁海棠", "方敏", "许如海"],
            ),
            // Chains of posts, and what is cut off at the right.
            ("市委副书记、市长、新区党工委书记柯以轩到会。", &["柯以轩"]),
            ("市委书记丁钦要求各地抓好落实。", &["丁钦"]),
            ("市长许建军向大家表示慰问。", &["许建军"]),
            ("市长许向东出席会议。", &["许向东"]),
            ("市教育局副局长金海清说，学校已作准备。", &["金海清"]),
            ("国家发展改革委主任何思明出席会议。", &["何思明"]),
            // Posts behind, brackets, verbs.
            ("闻天浩同志主持会议。", &["闻天浩"]),
            ("获奖的有裴小兰（女，回族）。", &["裴小兰"]),
            ("“收成不错。”殷步莲说。", &["殷步莲"]),
            ("任命苏克明、宋颖为副区长。", &["苏克明", "宋颖"]),
            // Names with dots.
            (
                "总统费尔南多·桑切斯表示，谈判仍在进行。",
                &["费尔南多·桑切斯"],
            ),
            // No full names, and no names.
            ("市民王女士说，张某已被抓获，耿阿姨笑了。", &[]),
            ("会议强调，要高度重视，方面军的任务是和平。", &[]),
            ("主席台上，代表团成员单位负责人就座。", &[]),
            ("天蒙蒙亮，江水已经漫过了石桥。", &[]),
        ],
    );
}

#[test]
fn a_longer_name_hides_the_shorter() {
    let texts = [
        "副省长陈星燕主持会议。",
        "陈星燕强调，要抓好落实。陈星燕还看望了居民。",
    ];
    assert_eq!(names(NameKind::Person, &texts), ["陈星燕"; 3]);
}

#[test]
fn headline_names_side_by_side_come_from_the_body() {
    let texts = [
        "许向东闻天浩会见客商",
        "市委书记许向东、市长闻天浩会见了客商。",
    ];
    assert_eq!(
        names(NameKind::Person, &texts),
        ["许向东", "闻天浩", "许向东", "闻天浩"]
    );
}

#[test]
fn places() {
    check(
        NameKind::Place,
        &[
            (
                "视频连线宜兴市丁山镇、惠山区。",
                &["宜兴市", "丁山镇", "惠山区"],
            ),
            // What belongs to what follows.
            ("无锡市级机关干部和无锡市民参加。", &["无锡", "无锡"]),
            ("无锡市委要求各地落实。", &["无锡市"]),
            // A facility's noun closes one name.
            (
                "在无锡西高速道口和海岸城公交停车场",
                &["无锡西高速道口", "海岸城公交停车场"],
            ),
            ("市民来到中山公园和云顶山。", &["中山公园", "云顶山"]),
            // Roads are none, and neither is what is common.
            ("在北京路和中山路的路口", &[]),
            ("该镇各村、本市城区和周边地区、老旧小区", &[]),
            (
                "和平桥街道、三厂街道和梅村街道的采样点",
                &["和平桥街道", "三厂街道", "梅村街道"],
            ),
            // What a post stands before is no place.
            ("后卫金晓峰投中，秘书长桂林森出席。", &[]),
        ],
    );
}

#[test]
fn organisations() {
    check(
        NameKind::Organisation,
        &[
            (
                "市委应对疫情工作领导小组第二次会议",
                &["市委应对疫情工作领导小组"],
            ),
            (
                "和省疫情防控工作领导小组会议部署",
                &["省疫情防控工作领导小组"],
            ),
            (
                "按照省委省政府的部署和党中央、国务院的要求",
                &["省委", "省政府", "党中央", "国务院"],
            ),
            ("与市五院视频连线", &["市五院"]),
            ("听取市指各组汇报。全市指挥部", &["市指"]),
            ("江阴市住房和城乡建设局", &["江阴市住房和城乡建设局"]),
            // Bodies that belong to posts, and common ones.
            (
                "市委书记、市政府秘书长、市水利局局长、市纪委常委到会。",
                &[],
            ),
            (
                "各市（县）区疫情防控应急指挥部、各有关单位、电话流调组",
                &[],
            ),
            ("上市公司、定点医院、一所民办学校和物流公司", &[]),
            ("她先失一局，社区举办活动。", &[]),
        ],
    );
}

#[test]
fn short_places_stand_in_closed_contexts_only() {
    check(
        NameKind::ShortPlace,
        &[
            ("来锡返锡人员", &["锡", "锡"]),
            ("援鄂队员和锡器、苏打", &["鄂"]),
        ],
    );
}

#[test]
fn posts_and_lists_keep_their_order() {
    let passages = passages(&["市委副书记、市长柯以轩主持会议，市领导丁海棠、方敏参加会议。"]);
    let found = find(&passages, None, &SEGMENTER);
    let posts: Vec<(&str, &str)> = found
        .posts()
        .iter()
        .map(|post| (post.person.as_str(), post.post.as_str()))
        .collect();
    assert_eq!(posts, [("柯以轩", "市委副书记、市长")]);
    let [list] = found.lists() else {
        panic!("{:?}", found.lists());
    };
    assert_eq!(list.heading, "市领导");
    assert_eq!(list.names, ["丁海棠", "方敏"]);
}

#[test]
fn the_user_has_the_last_word() {
    let passages = passages(&["市长柯以轩与老范去看了枕水巷。"]);
    let found = find(&passages, None, &SEGMENTER);
    let decision = |kind, name: &str, choice| NameDecision {
        kind,
        name: name.to_owned(),
        choice,
    };
    let decisions = [
        decision(NameKind::Person, "柯以轩", NameChoice::Rejected),
        decision(NameKind::Person, "老范", NameChoice::Accepted),
        decision(NameKind::Place, "枕水巷", NameChoice::Accepted),
        decision(
            NameKind::Person,
            "老范",
            NameChoice::FormOf("范若水".to_owned()),
        ),
    ];
    let index = NameIndex::new(std::iter::once(&found), &decisions, &SEGMENTER);
    let mentions: Vec<(NameKind, String)> = index
        .mentions(&found, &passages)
        .into_iter()
        .map(|mention| (mention.kind, mention.name))
        .collect();
    assert_eq!(
        mentions,
        [
            (NameKind::Person, "老范".to_owned()),
            (NameKind::Place, "枕水巷".to_owned())
        ]
    );
    assert_eq!(index.canonical(NameKind::Person, "老范"), "范若水");
    assert_eq!(index.evidence(NameKind::Place, "枕水巷"), [Evidence::User]);
}

/// The names that are mentioned where the user accepts one.
fn accepted(kind: NameKind, name: &str, texts: &[&str]) -> Vec<(NameKind, String)> {
    let passages = passages(texts);
    let found = find(&passages, None, &SEGMENTER);
    let decision = NameDecision {
        kind,
        name: name.to_owned(),
        choice: NameChoice::Accepted,
    };
    let index = NameIndex::new(std::iter::once(&found), &[decision], &SEGMENTER);
    let mentions = index.mentions(&found, &passages).into_iter();
    mentions
        .filter(|mention| mention.kind == kind && mention.name == name)
        .map(|mention| (mention.kind, mention.name))
        .collect()
}

#[test]
fn an_accepted_name_does_not_cut_words() {
    let rows: [(NameKind, &str, &str, usize); 9] = [
        (
            NameKind::Reporter,
            "许建军",
            "许建军看望了许建军的老师。",
            0,
        ),
        (NameKind::ShortPlace, "锡", "他们在无锡参观锡器。", 0),
        (NameKind::Place, "南京", "河南京剧团来演出。", 0),
        (NameKind::Place, "南京", "他从南京来。", 1),
        (NameKind::Place, "枕水巷", "他去看了枕水巷。", 1),
        (NameKind::Organisation, "市指", "城市指导意见发布。", 0),
        (
            NameKind::Organisation,
            "河南京剧团",
            "河南京剧团来演出。",
            1,
        ),
        (NameKind::Person, "老范", "他与老范去了。", 1),
        (NameKind::Place, "南京", "", 0),
    ];
    for (kind, name, text, count) in rows {
        let found = accepted(kind, name, &[text]);
        assert_eq!(found.len(), count, "{name} in {text}: {found:?}");
    }
}

#[test]
fn parts_of_one_document_are_no_other_documents() {
    let part = |text: &str| find(&passages(&[text]), None, &SEGMENTER);
    let parts = [part("市长许建军出席会议。"), part("市长许建军主持会议。")];
    let corpus = |index: &NameIndex| {
        let evidence = index.evidence(NameKind::Person, "许建军");
        assert!(!evidence.is_empty());
        evidence.contains(&Evidence::Corpus)
    };
    let one = NameIndex::of_parts(std::iter::once(parts.iter()), &[], &SEGMENTER);
    assert!(!corpus(&one));
    let two = NameIndex::new(parts.iter(), &[], &SEGMENTER);
    assert!(corpus(&two));
}

#[test]
fn lists_are_read_within_a_sentence_only() {
    let long = "会议强调要切实抓好落实".repeat(40);
    let texts = [
        format!("市领导丁海棠、方敏{long}。"),
        format!("市领导丁海棠（{long}）、方敏参加会议。"),
        format!("市领导丁海棠（女）、方敏参加会议。{long}"),
        format!("市领导丁海棠{}方敏", " ".repeat(200)),
    ];
    for text in &texts {
        let found = names(NameKind::Person, &[text]);
        assert_eq!(found.first().map(String::as_str), Some("丁海棠"), "{text}");
    }
}

#[test]
fn bodies_of_the_home_place_are_resolved() {
    let index = NameIndex::default();
    let resolved = |kind, name, home| index.resolved(kind, name, home);
    let body = NameKind::Organisation;
    assert_eq!(
        resolved(body, "市委", Some("无锡")).as_deref(),
        Some("无锡市委")
    );
    assert_eq!(
        resolved(body, "市委", Some("无锡市")).as_deref(),
        Some("无锡市委")
    );
    assert_eq!(resolved(body, "省委", Some("无锡市")), None);
    assert_eq!(
        resolved(body, "县委", Some("如东县")).as_deref(),
        Some("如东县委")
    );
    assert_eq!(
        resolved(NameKind::Place, "我市", Some("南通")).as_deref(),
        Some("南通市")
    );
    assert_eq!(resolved(body, "市委", None), None);
}

/// Pieces of which texts are made that look like what the rules look for.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "[市县区省镇村委局厅办院指和与的、，。（）·/ ]{1,3}",
        "[王李欧阳桂林金海晓峰建军向说]{1,4}",
        Just("市领导".to_owned()),
        Just("指挥部".to_owned()),
        Just("无锡".to_owned()),
        Just("同志".to_owned()),
        Just("有限公司".to_owned()),
        any::<char>().prop_map(String::from),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn mentions_are_what_the_text_has(pieces in prop::collection::vec(piece(), 0..40)) {
        let text = pieces.concat();
        let passages = passages(&[&text]);
        let found = find(&passages, Some("无锡"), &SEGMENTER);
        let index = NameIndex::new(std::iter::once(&found), &[], &SEGMENTER);
        let mentions = index.mentions(&found, &passages);
        let mut ends = std::collections::BTreeMap::new();
        for mention in &mentions {
            let (start, end) = (mention.start as usize, mention.end as usize);
            prop_assert_eq!(text.get(start..end), Some(mention.name.as_str()));
            let last = ends.insert(mention.kind, end).unwrap_or(0);
            prop_assert!(last <= start, "mentions of a kind overlap");
        }
        prop_assert!(mentions.is_sorted_by_key(|mention| (mention.unit, mention.start, mention.kind)));
    }

    #[test]
    fn the_order_of_documents_does_not_show(texts in prop::collection::vec(prop::collection::vec(piece(), 0..12), 2..5)) {
        let documents: Vec<DocumentNames> = texts
            .iter()
            .map(|pieces| find(&passages(&[&pieces.concat()]), None, &SEGMENTER))
            .collect();
        let forward = NameIndex::new(documents.iter(), &[], &SEGMENTER);
        let backward = NameIndex::new(documents.iter().rev(), &[], &SEGMENTER);
        prop_assert_eq!(forward, backward);
    }
}
