//! What each correction does, and the laws of all of them on arbitrary pages.

use super::*;
use crate::text::page::{NoWords, read};
use proptest::prelude::*;

const PAGE: &str = "江城晚报
秋收进行时
　　本报讯 7月3日，市里召开会
议，部署疫情防控工作，要求各地
各部门把秋收作为头等大事来抓，
把各项措施落到实处。
　　会议要求，各地抓紧秋收，颗
粒归仓。（陆小满）
夜市回来了
　　晚报讯 昨天，江边的夜市开张
，市民沿江散步，看潮水涨上来。
　　摊主说，今年生意和店名 New
York 一样好，一直到深夜还有人。
（何青）
责编 沈一
";

/// A page and the words of its units, for tests that name places by what stands there.
struct Desk {
    source: Source,
    read: Page,
}

impl Desk {
    fn new(text: &str) -> Self {
        let source = Source::new(text.to_owned());
        let read = read(&source, &NoWords);
        Self { source, read }
    }

    /// The place of some words.
    fn at(&self, words: &str) -> u32 {
        let byte = self.source.text().find(words);
        let byte = byte.unwrap_or_else(|| unreachable!("{words} is not on the page"));
        self.source.scalar_at(u32::try_from(byte).unwrap())
    }

    fn mend(&self, corrections: &[Correction]) -> Mended {
        mend(&self.read, &self.source, corrections)
    }

    /// The mended page, a unit a line.
    fn shown(&self, corrections: &[Correction]) -> String {
        show(&self.source, &self.mend(corrections).page)
    }
}

/// A page, a unit a line: `#` headline, `@` byline, `=` sign-off, `-` set aside, `--` between articles.
fn show(source: &Source, page: &Page) -> String {
    let mut lines = Vec::new();
    for article in &page.articles {
        lines.push("--".to_owned());
        if let Some(dateline) = &article.dateline {
            lines.push(format!("[{dateline}]"));
        }
        if let Some(date) = &article.date {
            lines.push(format!("[{}]", date.text));
        }
        for headline in &article.headlines {
            lines.push(format!(
                "# {:?} {}",
                headline.role,
                headline.printed.text(source)
            ));
        }
        for paragraph in &article.paragraphs {
            let mark = match paragraph.kind {
                ParagraphKind::Body => String::new(),
                kind => format!("{kind:?} "),
            };
            lines.push(format!("{mark}{}", paragraph.printed.text(source)));
        }
        for byline in article.byline.iter().chain(&article.other_bylines) {
            lines.push(format!("@ {}", byline.names.join(" ")));
        }
        for line in &article.signature {
            lines.push(format!("= {}", line.text(source)));
        }
    }
    for run in &page.removed {
        lines.push(format!("- {:?} {}", run.rule, run.printed.text(source)));
    }
    lines.join("\n")
}

/// Checks what a page becomes: the lines that go and the lines that come, in the order of the page.
fn assert_changes(
    name: &str,
    desk: &Desk,
    corrections: &[Correction],
    gone: &[&str],
    come: &[&str],
) {
    let before = desk.shown(&[]);
    let after = desk.shown(corrections);
    let left: Vec<&str> = diff(&before, &after);
    let right: Vec<&str> = diff(&after, &before);
    assert_eq!(
        left, gone,
        "{name}: lines gone\n{before}\n\nbecomes\n{after}"
    );
    assert_eq!(
        right, come,
        "{name}: lines come\n{before}\n\nbecomes\n{after}"
    );
}

/// The lines of one text that the other has not as often.
fn diff<'t>(one: &'t str, other: &str) -> Vec<&'t str> {
    let mut others: Vec<&str> = other.lines().collect();
    let is_missing = |line: &&str| match others.iter().position(|other| other == line) {
        Some(index) => {
            others.remove(index);
            false
        }
        None => true,
    };
    one.lines().filter(is_missing).collect()
}

#[test]
fn the_page_of_these_tests() {
    let desk = Desk::new(PAGE);
    let expected = "--
[本报讯]
[7月3日]
# Main 秋收进行时
本报讯 7月3日，市里召开会议，部署疫情防控工作，要求各地各部门把秋收作为头等大事来抓，把各项措施落到实处。
会议要求，各地抓紧秋收，颗粒归仓。
@ 陆小满
--
[晚报讯]
[昨天]
# Main 夜市回来了
晚报讯 昨天，江边的夜市开张，市民沿江散步，看潮水涨上来。
摊主说，今年生意和店名New York一样好，一直到深夜还有人。
@ 何青
- Nameplate 江城晚报
- Staff 责编 沈一";
    assert_eq!(desk.shown(&[]), expected);
    assert_eq!(desk.mend(&[]).page, desk.read);
}

#[test]
fn each_correction_changes_its_place_only() {
    let desk = Desk::new(PAGE);
    let at = |words| desk.at(words);
    let rows: [(&str, Vec<Correction>, &[&str], &[&str]); 17] = [
        (
            "split at a wrap",
            vec![Correction::Split {
                at: at("议，部署")
            }],
            &[
                "本报讯 7月3日，市里召开会议，部署疫情防控工作，要求各地各部门把秋收作为头等大事来抓，把各项措施落到实处。",
            ],
            &[
                "本报讯 7月3日，市里召开会",
                "议，部署疫情防控工作，要求各地各部门把秋收作为头等大事来抓，把各项措施落到实处。",
            ],
        ),
        (
            "split before a blank that prints leaves it out",
            vec![Correction::Split { at: at("\nYork") }],
            &["摊主说，今年生意和店名New York一样好，一直到深夜还有人。"],
            &[
                "摊主说，今年生意和店名New",
                "York一样好，一直到深夜还有人。",
            ],
        ),
        (
            "split and join again",
            vec![
                Correction::Split { at: at("York") },
                Correction::Join { at: at("摊主") },
            ],
            &[],
            &[],
        ),
        (
            "join two paragraphs",
            vec![Correction::Join {
                at: at("江边的")
            }],
            &[
                "晚报讯 昨天，江边的夜市开张，市民沿江散步，看潮水涨上来。",
                "摊主说，今年生意和店名New York一样好，一直到深夜还有人。",
            ],
            &[
                "晚报讯 昨天，江边的夜市开张，市民沿江散步，看潮水涨上来。摊主说，今年生意和店名New York一样好，一直到深夜还有人。",
            ],
        ),
        (
            "split a headline",
            vec![Correction::Split {
                at: at("进行时")
            }],
            &["# Main 秋收进行时"],
            &["# Main 秋收", "# Main 进行时"],
        ),
        (
            "another part of the same headline",
            vec![Correction::MakeHeadline {
                unit: at("秋收进"),
                article: at("会议要求"),
                role: HeadlineRole::Kicker,
            }],
            &["# Main 秋收进行时"],
            &["# Kicker 秋收进行时"],
        ),
        (
            "the headline of another article",
            vec![Correction::MakeHeadline {
                unit: at("夜市回来"),
                article: at("会议要求"),
                role: HeadlineRole::Sub,
            }],
            &["# Main 夜市回来了"],
            &["# Sub 夜市回来了"],
        ),
        (
            "a headline that had been set aside",
            vec![Correction::MakeHeadline {
                unit: at("责编"),
                article: at("昨天"),
                role: HeadlineRole::Deck,
            }],
            &["- Staff 责编 沈一"],
            &["# Deck 责编 沈一"],
        ),
        (
            "a crosshead that was taken for a headline stands where the source has it",
            vec![Correction::MakeParagraph {
                unit: at("夜市回来"),
                kind: ParagraphKind::Crosshead,
            }],
            &["# Main 夜市回来了"],
            &["Crosshead 夜市回来了"],
        ),
        (
            "the kind of a paragraph",
            vec![Correction::MakeParagraph {
                unit: at("会议要求"),
                kind: ParagraphKind::Caption,
            }],
            &["会议要求，各地抓紧秋收，颗粒归仓。"],
            &["Caption 会议要求，各地抓紧秋收，颗粒归仓。"],
        ),
        (
            "the first paragraph set aside takes dateline and date with it",
            vec![Correction::SetAside { unit: at("市里") }],
            &[
                "[本报讯]",
                "[7月3日]",
                "本报讯 7月3日，市里召开会议，部署疫情防控工作，要求各地各部门把秋收作为头等大事来抓，把各项措施落到实处。",
            ],
            &[
                "- ByHand 本报讯 7月3日，市里召开会议，部署疫情防控工作，要求各地各部门把秋收作为头等大事来抓，把各项措施落到实处。",
            ],
        ),
        (
            "and restored brings them back",
            vec![
                Correction::SetAside { unit: at("市里") },
                Correction::Restore { unit: at("市里") },
            ],
            &[],
            &[],
        ),
        (
            "set-aside text joins the article before it",
            vec![Correction::Restore { unit: at("责编") }],
            &["- Staff 责编 沈一"],
            &["责编 沈一"],
        ),
        (
            "restored and set aside again has its rule again",
            vec![
                Correction::Restore { unit: at("责编") },
                Correction::SetAside { unit: at("责编") },
            ],
            &[],
            &[],
        ),
        (
            "an article divided: the byline behind goes with the rest",
            vec![Correction::DivideArticle { at: at("摊主") }],
            &[],
            &["--"],
        ),
        (
            "divided and merged again",
            vec![
                Correction::DivideArticle { at: at("摊主") },
                Correction::MergeArticles {
                    article: at("摊主"),
                    into: at("江边的"),
                },
            ],
            &[],
            &[],
        ),
        (
            "articles merged: the headline between paragraphs is a crosshead, the second byline another one",
            vec![Correction::MergeArticles {
                article: at("江边的"),
                into: at("市里"),
            }],
            &["--", "[晚报讯]", "[昨天]", "# Main 夜市回来了"],
            &["Crosshead 夜市回来了"],
        ),
    ];
    for (name, corrections, gone, come) in rows {
        assert_changes(name, &desk, &corrections, gone, come);
        let fits = desk.mend(&corrections).fits;
        assert!(fits.iter().all(|fits| *fits), "{name}: {fits:?}");
    }
}

#[test]
fn a_correction_that_does_not_fit_changes_nothing() {
    let desk = Desk::new(PAGE);
    let at = |words| desk.at(words);
    let end = u32::try_from(PAGE.chars().count()).unwrap();
    let rows = [
        (
            "split at the beginning",
            Correction::Split {
                at: at("本报讯")
            },
        ),
        (
            "split at the indent before it",
            Correction::Split {
                at: at("　　本报讯"),
            },
        ),
        ("split in a byline", Correction::Split { at: at("小满") }),
        ("split behind the end", Correction::Split { at: end }),
        (
            "split far behind the end",
            Correction::Split { at: u32::MAX },
        ),
        (
            "join the last paragraph",
            Correction::Join { at: at("摊主") },
        ),
        (
            "join the only headline",
            Correction::Join { at: at("秋收") },
        ),
        (
            "join runs set aside by different rules",
            Correction::Join { at: at("江城") },
        ),
        (
            "set aside what is",
            Correction::SetAside { unit: at("责编") },
        ),
        (
            "restore what is not set aside",
            Correction::Restore { unit: at("会议") },
        ),
        (
            "divide at a headline",
            Correction::DivideArticle {
                at: at("夜市回来")
            },
        ),
        (
            "merge with itself",
            Correction::MergeArticles {
                article: at("摊主"),
                into: at("江边的"),
            },
        ),
        (
            "merge what is in no article",
            Correction::MergeArticles {
                article: at("责编"),
                into: at("江边的"),
            },
        ),
        (
            "a headline of no article",
            Correction::MakeHeadline {
                unit: at("会议"),
                article: at("责编"),
                role: HeadlineRole::Main,
            },
        ),
    ];
    for (name, correction) in rows {
        let mended = desk.mend(&[correction]);
        assert_eq!(mended.fits, [false], "{name}");
        assert_eq!(mended.page, desk.read, "{name}");
    }
}

#[test]
fn a_divided_article_reads_its_dateline_and_date() {
    let text = "　　本报讯 7月3日，市里开会。（陆小满）\n　　晚报讯 7月2日，夜市开张。（何青）\n";
    let desk = Desk::new(text);
    let divided = desk.mend(&[
        Correction::MergeArticles {
            article: desk.at("夜市"),
            into: desk.at("市里"),
        },
        Correction::DivideArticle {
            at: desk.at("夜市"),
        },
    ]);
    assert_eq!(show(&desk.source, &divided.page), desk.shown(&[]));
    let expected = "--\n[本报讯]\n[7月3日]\n本报讯 7月3日，市里开会。\n@ 陆小满\n--\n[晚报讯]\n[7月2日]\n晚报讯 7月2日，夜市开张。\n@ 何青";
    assert_eq!(show(&desk.source, &divided.page), expected);
}

#[test]
fn blanks_print_as_the_page_as_read_printed_them() {
    let rows = [
        (
            "ordinary text keeps its spaces",
            "用 Rust 写，\n另一行。\n",
            "Rust",
        ),
        (
            "a headline of two clauses",
            "江边夜市开张了\n秋收全面铺开了\n　　本报讯 市里开会，部署秋收。夜市开张。（何青）\n",
            "秋收全面",
        ),
    ];
    for (name, text, words) in rows {
        let desk = Desk::new(text);
        let split = Correction::Split { at: desk.at(words) };
        assert_ne!(desk.shown(&[split]), desk.shown(&[]), "{name}: split");
        let join = Correction::Join { at: 0 };
        assert_eq!(desk.shown(&[split, join]), desk.shown(&[]), "{name}");
    }
}

#[test]
fn an_article_without_units_goes_and_comes_back() {
    let desk = Desk::new("　　本报讯 市里开会。\n　　晚报讯 夜市开张。\n");
    let aside = Correction::SetAside {
        unit: desk.at("夜市"),
    };
    let without = desk.mend(&[aside]);
    assert_eq!(without.page.articles.len(), 1);
    assert_eq!(without.anchors.len(), 1);
    let back = desk.mend(&[
        aside,
        Correction::Restore {
            unit: desk.at("夜市"),
        },
    ]);
    assert_eq!(back.page, desk.read);
}

#[test]
fn text_without_an_article_becomes_one() {
    let desk = Desk::new("江城晚报\n2022年7月4日 星期一 A02 要闻\n");
    assert!(desk.read.articles.is_empty(), "{:?}", desk.read);
    let mended = desk.mend(&[Correction::Restore { unit: 0 }]);
    assert_eq!(mended.fits, [true]);
    assert_eq!(mended.page.articles.len(), 1);
    assert_eq!(mended.page.removed.len(), 1);
}

#[test]
fn an_article_keeps_its_anchor() {
    let desk = Desk::new(PAGE);
    let before = desk.mend(&[]).anchors;
    let after = desk.mend(&[
        Correction::SetAside {
            unit: desk.at("秋收进"),
        },
        Correction::Split {
            at: desk.at("会议要求"),
        },
        Correction::DivideArticle {
            at: desk.at("会议要求"),
        },
    ]);
    assert_eq!(after.anchors.len(), 3);
    assert_eq!((after.anchors[0], after.anchors[2]), (before[0], before[1]));
}

/// Pieces of pages, so that arbitrary pages have every sort of unit.
const PIECES: [&str; 31] = [
    "本报讯 7月3日，",
    "新华社北京7月3日电（记者陆小满）昨日，",
    "（陆小满）\n",
    "（记者 陆小满 通讯员 何青）\n",
    "□ 本报记者 陆小满\n",
    "江城晚报\n",
    "2022年7月4日 星期一 A02 要闻\n",
    "国内统一刊号:CN00-0000\n",
    "责编 陆小满\n",
    "关于秋收用电的通告\n",
    "一、全市各单位要加强巡查。\n",
    "江城市供电公司\n2022年7月4日\n",
    "（下转第3版）\n",
    "（上接第1版）",
    "# 标题\n",
    "**",
    "图为江边的市民。\n",
    "上一篇 下一篇\n",
    "\n　　",
    "市民沿江散步，看潮水一寸一寸",
    "涨上来。\n",
    "“好。”\n",
    "秋收进行时\n",
    "夜市回来了\n",
    "the quick brown fox\njumps over ",
    "用 Rust 写的 工具，",
    "\u{200b}",
    "\u{202e}",
    " ",
    "\n",
    "\n\n",
];

fn page_like() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(&PIECES[..]);
    proptest::collection::vec(piece, 0..50).prop_map(|pieces| pieces.concat())
}

fn correction() -> impl Strategy<Value = Correction> {
    let place = || 0_u32..400;
    let role = proptest::sample::select(vec![
        HeadlineRole::Kicker,
        HeadlineRole::Main,
        HeadlineRole::Sub,
        HeadlineRole::Deck,
    ]);
    let kind = proptest::sample::select(vec![ParagraphKind::Body, ParagraphKind::Crosshead]);
    prop_oneof![
        place().prop_map(|at| Correction::Split { at }),
        place().prop_map(|at| Correction::Join { at }),
        (place(), place(), role).prop_map(|(unit, article, role)| Correction::MakeHeadline {
            unit,
            article,
            role
        }),
        (place(), kind).prop_map(|(unit, kind)| Correction::MakeParagraph { unit, kind }),
        place().prop_map(|unit| Correction::SetAside { unit }),
        place().prop_map(|unit| Correction::Restore { unit }),
        place().prop_map(|at| Correction::DivideArticle { at }),
        (place(), place()).prop_map(|(article, into)| Correction::MergeArticles { article, into }),
    ]
}

fn corrections() -> impl Strategy<Value = Vec<Correction>> {
    proptest::collection::vec(correction(), 0..12)
}

/// The law of pages: each non-blank character in one unit, each blank in one at most, no unit empty or with blanks at
/// its ends, no article empty, one anchor each.
fn check(source: &Source, mended: &Mended) -> Result<(), String> {
    let mut owners = vec![0_u8; source.text().len()];
    for unit in place::units(&mended.page) {
        for piece in &unit.pieces {
            if piece.is_empty() || source.slice(*piece).is_empty() {
                return Err(format!("a piece of nothing: {piece:?}"));
            }
            for byte in piece.range() {
                owners[byte] += 1;
            }
        }
        let text: Vec<char> = unit
            .pieces
            .iter()
            .flat_map(|piece| source.slice(*piece).chars())
            .collect();
        if [text.first(), text.last()]
            .into_iter()
            .flatten()
            .any(|end| is_blank(*end))
        {
            return Err(format!("blanks at an end of {text:?}"));
        }
    }
    for (byte, character) in source.text().char_indices() {
        let owned = owners[byte];
        if owned > 1 || (owned == 0 && !is_blank(character)) {
            return Err(format!(
                "{character:?} at byte {byte} stands in {owned} units"
            ));
        }
    }
    let mut anchors = mended.anchors.clone();
    anchors.sort_unstable();
    anchors.dedup();
    if anchors.len() != mended.page.articles.len() {
        return Err(format!("anchors {:?}", mended.anchors));
    }
    let is_empty =
        |article: &Article| place::article_units(article).all(|unit| unit.pieces.is_empty());
    if mended.page.articles.iter().any(is_empty) {
        return Err("an article without units".to_owned());
    }
    let order = mended.page.removed.iter().map(|run| start_of(&run.printed));
    if !order.is_sorted() {
        return Err("set-aside text out of order".to_owned());
    }
    Ok(())
}

/// The correction that takes another one back, where there is one.
fn opposite(source: &Source, page: &Page, correction: Correction) -> Option<Correction> {
    let mending = Mending::new(page, source);
    match correction {
        Correction::Split { at } => {
            let byte = mending.byte(at)?;
            let unit = place::units(page).find(|unit| place::holds(unit, byte))?;
            Some(Correction::Join {
                at: source.scalar_at(start_of(unit)),
            })
        }
        Correction::SetAside { unit } => Some(Correction::Restore { unit }),
        Correction::Restore { unit } => Some(Correction::SetAside { unit }),
        Correction::Join { at } => {
            let Place::InArticle {
                article,
                section,
                index,
            } = mending.find(at)?
            else {
                return None;
            };
            let article = page.articles.get(article)?;
            let is_same = match section {
                Section::Headline => {
                    article.headlines.get(index)?.role == article.headlines.get(index + 1)?.role
                }
                Section::Paragraph => {
                    article.paragraphs.get(index)?.kind == article.paragraphs.get(index + 1)?.kind
                }
                _ => true,
            };
            let second = start_of(place::printed(article, section, index + 1)?);
            is_same.then_some(Correction::Split {
                at: source.scalar_at(second),
            })
        }
        Correction::DivideArticle { at } => {
            let Place::InArticle { article, .. } = mending.find(at)? else {
                return None;
            };
            let byte = mending.byte(at)?;
            let article = page.articles.get(article)?;
            // Any unit that stays behind names the article.
            let rest = article
                .paragraphs
                .iter()
                .position(|unit| place::holds(&unit.printed, byte))?;
            let kept = article.headlines.iter().map(|unit| &unit.printed);
            let kept = kept.chain(
                article
                    .paragraphs
                    .iter()
                    .take(rest)
                    .map(|unit| &unit.printed),
            );
            let into = kept.map(start_of).next()?;
            Some(Correction::MergeArticles {
                article: at,
                into: source.scalar_at(into),
            })
        }
        _ => None,
    }
}

#[test]
fn a_paragraph_of_a_column_made_a_headline_and_back_stands_where_it_stood() {
    let desk = Desk::new(include_str!("../../../../tests/pages/side_by_side.txt"));
    assert!(!desk.read.columns.is_empty());
    let mut tried = 0;
    for article in &desk.read.articles {
        for (index, paragraph) in article.paragraphs.iter().enumerate() {
            let place = |unit: &Paragraph| desk.source.scalar_at(start_of(&unit.printed));
            let unit = place(paragraph);
            let other = article.paragraphs.iter().enumerate();
            let Some((_, other)) = other.into_iter().find(|(number, _)| *number != index) else {
                continue;
            };
            let corrections = [
                Correction::MakeHeadline {
                    unit,
                    article: place(other),
                    role: HeadlineRole::Main,
                },
                Correction::MakeParagraph {
                    unit,
                    kind: paragraph.kind,
                },
            ];
            let shown = desk.shown(&corrections);
            assert_eq!(shown, show(&desk.source, &desk.read));
            tried += 1;
        }
    }
    assert!(tried > 2, "{tried}");
}

#[test]
fn articles_in_columns_merge_and_divide_in_reading_order() {
    let desk = Desk::new(include_str!("../../../../tests/pages/side_by_side.txt"));
    let first = desk.at("本报讯 昨日，城东");
    let second = desk.at("本报讯 江边");
    let merge = Correction::MergeArticles {
        article: second,
        into: first,
    };
    let divided = desk.mend(&[merge, Correction::DivideArticle { at: second }]);
    let bylines = |page: &Page| -> Vec<Vec<String>> {
        let articles = page.articles.iter();
        articles
            .map(|article| {
                article
                    .byline
                    .iter()
                    .flat_map(|line| line.names.clone())
                    .collect()
            })
            .collect()
    };
    assert_eq!(divided.fits, [true, true]);
    assert_eq!(bylines(&divided.page), bylines(&desk.read));
}

#[test]
fn text_restored_at_the_head_of_a_later_page_goes_to_an_article_of_that_page() {
    let desk = Desk::new(include_str!("../../../../tests/pages/several_pages.txt"));
    assert!(desk.read.sheets.len() > 1, "{:?}", desk.read.sheets);
    for run in &desk.read.removed {
        let byte = start_of(&run.printed);
        let begun = desk.read.sheets.iter().filter(|sheet| sheet.start <= byte);
        let unit = desk.source.scalar_at(byte);
        let mended = desk.mend(&[Correction::Restore { unit }]);
        let articles = mended.page.articles.iter();
        let sheets: Vec<usize> = articles
            .filter(|article| place::article_units(article).any(|unit| place::holds(unit, byte)))
            .map(|article| article.sheet as usize + 1)
            .collect();
        assert_eq!(
            sheets,
            [begun.count().max(1)],
            "{:?}",
            run.printed.text(&desk.source)
        );
    }
}

#[test]
fn text_restored_on_a_page_without_articles_begins_one_there() {
    let mut desk = Desk::new(include_str!("../../../../tests/pages/several_pages.txt"));
    let last = u32::try_from(desk.read.sheets.len()).unwrap() - 1;
    let gone: Vec<Article> = desk
        .read
        .articles
        .extract_if(.., |article| article.sheet == 1)
        .collect();
    assert!(!gone.is_empty());
    let byte = desk.read.sheets[1].start;
    let run = desk.read.removed.iter();
    let mut run = run.filter(|run| start_of(&run.printed) >= byte);
    let unit = desk
        .source
        .scalar_at(start_of(&run.next().unwrap().printed));
    let mended = desk.mend(&[Correction::Restore { unit }]);
    let sheets: Vec<u32> = mended
        .page
        .articles
        .iter()
        .map(|article| article.sheet)
        .collect();
    assert!(
        sheets.is_sorted() && sheets.contains(&1),
        "{sheets:?} of {last}"
    );
}

#[test]
fn two_articles_never_share_an_anchor_even_within_one_character() {
    let text = "江城晚报
　　本报讯 7月3日，市里召开会
议，部署疫情防控工作，要求各地
各部门把秋收作为头等大事来抓，
把各项措施落到实处。
　　会议要求，各地抓紧秋收，颗
粒归仓。（陆小满）
秋收进行时
责编 沈一
";
    let desk = Desk::new(text);
    let first = desk.at("本报讯");
    // The headline stands behind the body, so that the article is named by its first paragraph.
    let mended = desk.mend(&[
        Correction::MakeHeadline {
            unit: desk.at("秋收进行时"),
            article: first,
            role: HeadlineRole::Main,
        },
        Correction::DivideArticle { at: first },
    ]);
    assert_eq!(mended.fits, [true, true]);
    assert_eq!(mended.anchors.len(), 2);
    assert_eq!(check_anchors(&desk.source, &mended), Ok(()));
}

/// Checks that each anchor begins a character, and that no two are one place.
fn check_anchors(source: &Source, mended: &Mended) -> Result<(), String> {
    let anchors = mended.anchors.iter();
    let places: std::collections::BTreeSet<u32> =
        anchors.map(|anchor| source.scalar_at(*anchor)).collect();
    if places.len() < mended.anchors.len() {
        return Err(format!("one anchor twice: {:?}", mended.anchors));
    }
    let text = source.text();
    match mended
        .anchors
        .iter()
        .find(|anchor| !text.is_char_boundary(**anchor as usize))
    {
        Some(anchor) => Err(format!("an anchor within a character: {anchor}")),
        None => Ok(()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_whatever_is_corrected(text in page_like(), corrections in corrections()) {
        let desk = Desk::new(&text);
        let mended = desk.mend(&corrections);
        prop_assert_eq!(check(&desk.source, &mended), Ok(()));
        prop_assert_eq!(check_anchors(&desk.source, &mended), Ok(()));
        prop_assert_eq!(mended.fits.len(), corrections.len());
    }

    #[test]
    fn what_does_not_fit_changes_nothing(text in page_like(), corrections in corrections()) {
        let desk = Desk::new(&text);
        let mended = desk.mend(&corrections);
        let fitting: Vec<Correction> = corrections
            .iter()
            .zip(&mended.fits)
            .filter(|(_, fits)| **fits)
            .map(|(correction, _)| *correction)
            .collect();
        prop_assert_eq!(desk.mend(&fitting).page, mended.page);
    }

    #[test]
    fn the_opposite_correction_takes_one_back(text in page_like(), before in corrections(), correction in correction()) {
        let desk = Desk::new(&text);
        let mut corrections = before;
        let page = desk.mend(&corrections).page;
        corrections.push(correction);
        let fits = desk.mend(&corrections).fits.last() == Some(&true);
        if let Some(opposite) = opposite(&desk.source, &page, correction).filter(|_| fits) {
            corrections.push(opposite);
            let back = desk.mend(&corrections);
            prop_assert_eq!(back.fits.last(), Some(&true), "{:?} does not fit", opposite);
            prop_assert_eq!(show(&desk.source, &back.page), show(&desk.source, &page));
            prop_assert_eq!(back.page, page);
        }
    }
}
