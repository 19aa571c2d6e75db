//! Corrections, judgements and the review, through the engine as the page uses it.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

use cijing::engine::Engine;
use cijing::engine::bytes::InMemory;
use cijing::engine::choices::{Project, Settings};
use cijing::engine::protocol::{
    Export, FromWorker, JobId, Reply, Request, Stage, ToWorker, ViewRequest,
};
use cijing::report::views::{
    CleanView, DocumentId, DocumentView, OverviewView, ReviewScope, ReviewView, UnitKind,
};
use cijing::text::decode::Encoding;
use cijing::text::page::correction::{Correction, FileCorrections, Judgement};
use cijing::text::page::decision::{Answer, BreakAnswer};
use cijing::text::page::model::{HeadlineRole, ParagraphKind};

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
　　摊主说，今年生意和去年一样
好，一直到深夜还有人。（何青）
责编 沈一
";
const OTHER: &str = "　　据说大雪封山，火车停运了三天，\n旅客在车站里等候。\n";

/// The place of some words in a text, in scalar values.
fn at(text: &str, words: &str) -> u32 {
    let byte = text.find(words).expect(words);
    u32::try_from(text[..byte].chars().count()).expect("small")
}

/// An engine with its choices, and the SHA-256 of each document.
struct Desk {
    engine: Engine,
    job: u64,
    settings: Settings,
    project: Project,
    documents: Vec<DocumentView>,
}

impl Desk {
    fn new() -> Self {
        let mut engine = Engine::new();
        engine.take_replies();
        Self {
            engine,
            job: 0,
            settings: Settings::default(),
            project: Project::default(),
            documents: Vec::new(),
        }
    }

    /// A desk with one page on it, as document 1.
    fn with_page() -> Self {
        let mut desk = Self::new();
        desk.read(1, "甲.txt", PAGE.as_bytes(), None);
        desk
    }

    fn send(&mut self, request: Request, bytes: Option<&[u8]>) -> Vec<Reply> {
        self.job += 1;
        let job = JobId(self.job);
        let content = bytes.map(|bytes| Box::new(InMemory(bytes.to_vec())) as Box<_>);
        self.engine.handle(ToWorker { job, request }, content);
        while self.engine.step() {}
        let replies: Vec<FromWorker> = self.engine.take_replies();
        let replies = replies.into_iter().map(|message| message.reply);
        // Comes by itself, where other names are listed.
        replies.filter(|reply| *reply != Reply::Relisted).collect()
    }

    fn ask(&mut self, request: ViewRequest) -> Reply {
        let replies = self.send(Request::View(request), None);
        replies.into_iter().next_back().expect("an answer")
    }

    fn read(&mut self, document: u32, name: &str, bytes: &[u8], encoding: Option<Encoding>) {
        let request = Request::Read {
            document: DocumentId(document),
            name: name.to_owned(),
            encoding,
        };
        let replies = self.send(request, Some(bytes));
        let Some(Reply::Read(view)) = replies.last() else {
            panic!("not read: {replies:?}")
        };
        self.documents.retain(|known| known.id != view.id);
        self.documents.push((**view).clone());
    }

    /// Puts the choices in force; the documents that were mended.
    fn choose(&mut self) -> Vec<DocumentView> {
        let request = Request::Choose {
            settings: self.settings.clone(),
            project: self.project.clone(),
        };
        let mut replies = self.send(request, None);
        assert_eq!(replies.pop(), Some(Reply::Chosen));
        let view = |reply| match reply {
            Reply::Read(view) => Some(*view),
            // What is known of the documents beside their text.
            Reply::Metadata(_) => None,
            other => panic!("not a document: {other:?}"),
        };
        replies.into_iter().filter_map(view).collect()
    }

    /// Corrects the file with these bytes; the documents that were mended.
    fn correct(&mut self, document: usize, corrections: &[Correction]) -> Vec<DocumentView> {
        self.file(document).corrections = corrections.to_vec();
        self.choose()
    }

    fn file(&mut self, document: usize) -> &mut FileCorrections {
        let sha256 = self.documents[document].sha256.clone();
        let files = &mut self.project.corrections;
        let place = files.iter().position(|file| file.sha256 == sha256);
        let place = place.unwrap_or_else(|| {
            files.push(FileCorrections {
                sha256,
                ..FileCorrections::default()
            });
            files.len() - 1
        });
        &mut files[place]
    }

    fn overview(&mut self) -> OverviewView {
        match self.ask(ViewRequest::Overview { keywords: 1000 }) {
            Reply::Overview(view) => view,
            other => panic!("not an overview: {other:?}"),
        }
    }

    fn count(&mut self, word: &str) -> u32 {
        let rows = self.overview().keywords;
        let row = rows.iter().find(|row| row.word == word);
        row.map_or(0, |row| row.count)
    }

    fn clean(&mut self, document: u32) -> CleanView {
        let request = ViewRequest::Clean {
            document: DocumentId(document),
            first_unit: 0,
            units: 1000,
        };
        match self.ask(request) {
            Reply::Clean(Some(view)) => view,
            other => panic!("not a clean page: {other:?}"),
        }
    }

    fn review(&mut self, scope: ReviewScope, first_item: u32, items: u32) -> ReviewView {
        match self.ask(ViewRequest::Review {
            scope,
            first_item,
            items,
        }) {
            Reply::Review(view) => view,
            other => panic!("not a review: {other:?}"),
        }
    }

    fn all(&mut self) -> ReviewView {
        self.review(ReviewScope::Sample { size: 500, seed: 1 }, 0, 1000)
    }

    fn export(&mut self, export: Export) -> String {
        match self.send(Request::Export(export), None).pop() {
            Some(Reply::Export { bytes, .. }) => String::from_utf8(bytes).expect("UTF-8"),
            other => panic!("not an export: {other:?}"),
        }
    }

    /// Whether a document is in work, and in this stage.
    fn is_in(&self, wanted: Stage) -> bool {
        let progress = self.engine.progress().map(|message| message.reply);
        matches!(progress, Some(Reply::Progress { stage, .. }) if stage == wanted)
    }

    /// Everything that shows what the corpus is.
    fn everything(&mut self) -> (String, OverviewView, String) {
        (
            self.export(Export::WordsCsv),
            self.overview(),
            self.export(Export::AllCleanText),
        )
    }
}

#[test]
fn a_correction_changes_page_and_counts_and_undo_takes_it_back() {
    let rows: [(&str, Vec<Correction>, usize, i64); 6] = [
        (
            "a paragraph set aside",
            vec![Correction::SetAside {
                unit: at(PAGE, "会议要求"),
            }],
            2,
            -1,
        ),
        (
            "a headline made a paragraph",
            vec![Correction::MakeParagraph {
                unit: at(PAGE, "秋收进"),
                kind: ParagraphKind::Body,
            }],
            2,
            0,
        ),
        (
            "the staff counted as text of the last article",
            vec![Correction::Restore {
                unit: at(PAGE, "责编"),
            }],
            2,
            0,
        ),
        (
            "an article divided",
            vec![Correction::DivideArticle {
                at: at(PAGE, "会议要求"),
            }],
            3,
            0,
        ),
        (
            "two articles merged",
            vec![Correction::MergeArticles {
                article: at(PAGE, "昨天"),
                into: at(PAGE, "会议"),
            }],
            1,
            0,
        ),
        (
            "a word split and joined again",
            vec![
                Correction::Split {
                    at: at(PAGE, "收，颗"),
                },
                Correction::Join {
                    at: at(PAGE, "会议要求"),
                },
            ],
            2,
            0,
        ),
    ];
    let mut desk = Desk::with_page();
    let before = desk.everything();
    let harvest = i64::from(desk.count("秋收"));
    for (name, corrections, articles, more) in rows {
        let mended = desk.correct(0, &corrections);
        assert_eq!(mended.len(), 1, "{name}: documents mended");
        assert_eq!(mended[0].articles.len(), articles, "{name}: articles");
        assert_eq!(mended[0].corrections as usize, corrections.len(), "{name}");
        assert!(mended[0].unfitting.is_empty(), "{name}: {:?}", mended[0]);
        assert_eq!(
            i64::from(desk.count("秋收")),
            harvest + more,
            "{name}: 秋收"
        );
        let after = desk.everything();
        // Undo, redo.
        assert_eq!(desk.correct(0, &[]).len(), 1);
        assert_eq!(desk.everything(), before, "{name}: taken back");
        desk.correct(0, &corrections);
        assert_eq!(desk.everything(), after, "{name}: made again");
    }
}

#[test]
fn a_split_word_is_no_word_any_more() {
    let mut desk = Desk::with_page();
    assert_eq!(desk.count("疫情"), 1);
    desk.correct(
        0,
        &[Correction::Split {
            at: at(PAGE, "情防控"),
        }],
    );
    assert_eq!(desk.count("疫情"), 0);
}

#[test]
fn mending_equals_reading_with_the_corrections_in_force() {
    let rows = [
        vec![
            Correction::SetAside {
                unit: at(PAGE, "夜市回来"),
            },
            Correction::DivideArticle {
                at: at(PAGE, "摊主"),
            },
            Correction::Split {
                at: at(PAGE, "情防控"),
            },
        ],
        // The second dateline becomes text.
        vec![Correction::MergeArticles {
            article: at(PAGE, "昨天"),
            into: at(PAGE, "会议"),
        }],
        vec![Correction::Join {
            at: at(PAGE, "昨天"),
        }],
    ];
    for corrections in rows {
        let mut later = Desk::with_page();
        later.read(2, "乙.txt", OTHER.as_bytes(), None);
        later.correct(0, &corrections);
        let mut fresh = Desk::new();
        fresh.project = later.project.clone();
        fresh.choose();
        fresh.read(2, "乙.txt", OTHER.as_bytes(), None);
        fresh.read(1, "甲.txt", PAGE.as_bytes(), None);
        assert_eq!(fresh.everything(), later.everything(), "{corrections:?}");
        assert_eq!(fresh.clean(1).units, later.clean(1).units);
        let page = fresh.export(Export::PageJson(DocumentId(1)));
        assert_eq!(page, later.export(Export::PageJson(DocumentId(1))));
    }
}

#[test]
fn corrections_made_while_the_page_is_read_hold() {
    let long = PAGE.repeat(200);
    let mut early = Desk::new();
    early.read(1, "长.txt", long.as_bytes(), None);
    // What is set aside is unlike any other text: nothing can be missed in its stead.
    let corrections = [
        Correction::Split {
            at: at(&long, "情防控"),
        },
        Correction::SetAside {
            unit: at(&long, "情防控"),
        },
    ];
    early.correct(0, &corrections);
    let expected = early.everything();
    for (stage, steps) in [
        (Stage::Detect, 0),
        (Stage::Decode, 0),
        (Stage::Read, 2),
        (Stage::Segment, 0),
        (Stage::Segment, 3),
    ] {
        let mut late = Desk::new();
        late.project = early.project.clone();
        let request = Request::Read {
            document: DocumentId(1),
            name: "长.txt".to_owned(),
            encoding: None,
        };
        let content = Box::new(InMemory(long.clone().into_bytes()));
        let job = JobId(77);
        late.engine.handle(ToWorker { job, request }, Some(content));
        while !late.is_in(stage) {
            assert!(late.engine.step());
        }
        for _ in 0..steps {
            late.engine.step();
        }
        assert!(late.is_in(stage), "still in {stage:?}");
        let request = Request::Choose {
            settings: late.settings.clone(),
            project: late.project.clone(),
        };
        late.send(request, None);
        assert_eq!(late.everything(), expected, "in {stage:?}");
    }
}

#[test]
fn choosing_again_without_another_correction_mends_nothing() {
    let mut desk = Desk::with_page();
    let correction = Correction::SetAside {
        unit: at(PAGE, "会议要求"),
    };
    assert_eq!(desk.correct(0, &[correction]).len(), 1);
    assert_eq!(desk.choose(), []);
    desk.settings.shortest_chars = 1;
    assert_eq!(desk.choose(), []);
    desk.file(0).judgements.push(Judgement {
        place: 0,
        answer: Answer::ArticleBegins,
        is_right: true,
    });
    assert_eq!(desk.choose(), []);
}

#[test]
fn corrections_that_no_longer_fit_are_told_and_kept() {
    let mut desk = Desk::with_page();
    let corrections = [
        Correction::SetAside {
            unit: at(PAGE, "会议要求"),
        },
        Correction::SetAside {
            unit: at(PAGE, "何青"),
        },
    ];
    desk.correct(0, &corrections);
    let corrected = desk.everything();
    // Read as UTF-16 the text is half as long, and other text.
    desk.read(1, "甲.txt", PAGE.as_bytes(), Some(Encoding::Utf16Le));
    let view = desk.documents.last().expect("view");
    assert_eq!(view.corrections, 2);
    assert!(view.unfitting.contains(&1), "{:?}", view.unfitting);
    assert_eq!(desk.choose(), [], "nothing changed");
    desk.read(1, "甲.txt", PAGE.as_bytes(), None);
    assert_eq!(desk.everything(), corrected);
    assert!(desk.documents.last().expect("view").unfitting.is_empty());
}

#[test]
fn files_of_the_same_bytes_share_their_corrections_and_not_their_ticks() {
    let mut desk = Desk::with_page();
    desk.read(2, "乙.txt", PAGE.as_bytes(), None);
    let mended = desk.correct(
        0,
        &[Correction::DivideArticle {
            at: at(PAGE, "会议要求"),
        }],
    );
    assert_eq!(mended.len(), 2);
    assert_eq!(desk.overview().totals.articles, 6);
    desk.project
        .articles_left_out
        .push(mended[0].articles[1].key.clone());
    desk.choose();
    assert_eq!(desk.overview().totals.articles, 5);
}

#[test]
fn ticks_stay_with_their_article() {
    let mut desk = Desk::with_page();
    let second = desk.documents[0].articles[1].key.clone();
    desk.project.articles_left_out.push(second.clone());
    desk.choose();
    assert_eq!(desk.count("夜市"), 0);
    let divided = desk.correct(
        0,
        &[
            Correction::DivideArticle {
                at: at(PAGE, "会议要求"),
            },
            Correction::SetAside {
                unit: at(PAGE, "夜市回来"),
            },
        ],
    );
    assert_eq!(divided[0].articles.len(), 3);
    assert_eq!(divided[0].articles[2].key, second);
    assert_eq!(desk.count("夜市"), 0);
    assert!(desk.count("秋收") > 0);
}

#[test]
fn the_order_of_documents_shows_nowhere() {
    let files = [
        ("甲.txt", PAGE.as_bytes()),
        ("乙.txt", OTHER.as_bytes()),
        ("丙.txt", PAGE.as_bytes()),
    ];
    let outputs = [[0, 1, 2], [2, 1, 0], [1, 2, 0]].map(|order| {
        let mut desk = Desk::new();
        for index in order {
            desk.read(10 + index as u32, files[index].0, files[index].1, None);
        }
        let page = order.iter().position(|index| *index == 0).expect("page");
        desk.correct(
            page,
            &[Correction::SetAside {
                unit: at(PAGE, "会议要求"),
            }],
        );
        let mut sample = desk.review(ReviewScope::Sample { size: 9, seed: 3 }, 0, 9);
        sample
            .items
            .iter_mut()
            .for_each(|item| item.document = DocumentId(0));
        let mut doubtful = desk.review(ReviewScope::Doubtful, 0, 1000);
        doubtful
            .items
            .iter_mut()
            .for_each(|item| item.document = DocumentId(0));
        (desk.everything(), sample, doubtful)
    });
    assert_eq!(outputs[0], outputs[1]);
    assert_eq!(outputs[0], outputs[2]);
}

#[test]
fn every_proposed_correction_fits_and_contradicts_its_decision() {
    let mut desk = Desk::with_page();
    let items = desk.all().items;
    assert!(items.len() > 10, "{}", items.len());
    for item in items {
        let Some(correction) = item.if_wrong else {
            let is_open = matches!(
                item.answer,
                Answer::Headline(_) | Answer::ArticleBegins | Answer::Break(BreakAnswer::Unit)
            );
            assert!(is_open, "nothing proposed for {item:?}");
            continue;
        };
        let view = desk.correct(0, &[correction]).remove(0);
        assert!(view.unfitting.is_empty(), "{correction:?} for {item:?}");
        let same = |other: &&_| is_same(other, &item);
        let after = desk.all().items;
        let after = after.iter().find(same).expect("the same decision");
        assert_eq!(after.judged, Some(false), "{correction:?} for {item:?}");
        assert_eq!(after.if_wrong, None);
        desk.correct(0, &[]);
    }
}

fn is_same(
    one: &cijing::report::views::ReviewItem,
    other: &cijing::report::views::ReviewItem,
) -> bool {
    (one.place, one.answer) == (other.place, other.answer)
}

#[test]
fn the_review_has_as_many_items_as_it_says_on_every_page() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages");
    let paths = std::fs::read_dir(folder).expect("the pages");
    let mut paths: Vec<_> = paths.map(|entry| entry.expect("a page").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    assert!(paths.len() > 5);
    for path in paths {
        let mut desk = Desk::new();
        desk.read(1, "甲.txt", &std::fs::read(&path).expect("a page"), None);
        for scope in [
            ReviewScope::Doubtful,
            ReviewScope::Sample { size: 500, seed: 1 },
        ] {
            let review = desk.review(scope, 0, 1000);
            let items = u32::try_from(review.items.len()).expect("few");
            assert_eq!(items, review.items_total, "{} {scope:?}", path.display());
        }
    }
}

#[test]
fn the_head_of_a_column_is_shown_behind_the_end_of_the_column_before() {
    let text = include_str!("pages/side_by_side.txt");
    let mut desk = Desk::new();
    desk.read(1, "甲.txt", text.as_bytes(), None);
    let items = desk.all().items;
    let document = &desk.engine.corpus().documents()[0];
    let source = &document.source;
    let heads: Vec<(&str, &str)> = document
        .decisions()
        .iter()
        .filter(|decision| decision.place.is_empty())
        .filter_map(|decision| {
            let place = source.scalar_at(decision.place.start);
            let item = items.iter().find(|item| item.place == place)?;
            Some((item.before.as_str(), item.behind.as_str()))
        })
        .collect();
    let expected = [
        ("（陆小满）", "老码头灯又亮了"),
        ("（周雨）", "图书馆晚上也坐满了"),
    ];
    assert_eq!(heads.len(), expected.len(), "{heads:?}");
    for ((before, behind), (end, start)) in heads.into_iter().zip(expected) {
        assert!(before.ends_with(end), "{before} does not end with {end}");
        assert!(
            behind.starts_with(start),
            "{behind} does not start with {start}"
        );
    }
}

#[test]
fn an_item_shows_what_stands_around_its_place() {
    let mut desk = Desk::with_page();
    let items = desk.all().items;
    let wrap = items
        .iter()
        .find(|item| item.behind.starts_with("议，部署"))
        .expect("the wrap");
    assert_eq!(wrap.answer, Answer::Break(BreakAnswer::Wrap));
    assert!(wrap.before.ends_with("市里召开会"), "{}", wrap.before);
    assert!(wrap.before.chars().count() <= 24 && wrap.behind.chars().count() <= 24);
    assert_eq!(
        wrap.if_wrong,
        Some(Correction::Split {
            at: at(PAGE, "议，部署")
        })
    );
    assert_eq!((wrap.source_line, wrap.row), (4, 3));
    let unit = &desk.clean(1).units[wrap.unit as usize];
    assert_eq!(unit.kind, UnitKind::Paragraph(ParagraphKind::Body));
    assert_eq!(unit.anchor, Some(at(PAGE, "本报讯")));
    let aside = items
        .iter()
        .find(|item| item.behind.starts_with("责编") && matches!(item.answer, Answer::SetAside(_)));
    assert_eq!(
        aside.expect("the staff").if_wrong,
        Some(Correction::Restore {
            unit: at(PAGE, "责编")
        })
    );
}

#[test]
fn judgements_give_the_precision() {
    let mut desk = Desk::with_page();
    let scope = ReviewScope::Sample { size: 8, seed: 5 };
    let view = desk.review(scope, 0, 100);
    assert_eq!((view.items_total, view.items.len()), (8, 8));
    assert_eq!((view.precision.judged, view.precision.high), (0, 1.0));
    for (number, item) in view.items.iter().enumerate() {
        let judgement = |is_right| Judgement {
            place: item.place,
            answer: item.answer,
            is_right,
        };
        // The later judgement holds.
        desk.file(0).judgements.push(judgement(false));
        desk.file(0).judgements.push(judgement(number != 2));
    }
    desk.choose();
    let view = desk.review(scope, 0, 100);
    assert_eq!((view.precision.judged, view.precision.right), (8, 7));
    assert!(
        (view.precision.low - 0.5291).abs() < 0.0001,
        "{:?}",
        view.precision
    );
    assert!(
        (view.precision.high - 0.9776).abs() < 0.0001,
        "{:?}",
        view.precision
    );
    // A correction of a place that was judged right says that it was wrong.
    let wrong = view
        .items
        .iter()
        .find(|item| item.judged == Some(true) && item.if_wrong.is_some())
        .expect("one that can be corrected");
    desk.correct(0, &[wrong.if_wrong.expect("correction")]);
    let after = desk.review(scope, 0, 100).precision;
    assert!(after.judged == 8 && after.right < 7, "{after:?}");
}

#[test]
fn windows_of_the_review_laid_side_by_side_are_the_review() {
    let mut desk = Desk::with_page();
    desk.read(2, "乙.txt", OTHER.as_bytes(), None);
    let scope = ReviewScope::Sample { size: 20, seed: 2 };
    let whole = desk.review(scope, 0, 1000);
    let parts: Vec<_> = (0..whole.items_total)
        .step_by(3)
        .flat_map(|first| desk.review(scope, first, 3).items)
        .collect();
    assert_eq!(parts, whole.items);
    assert_eq!(
        whole.decisions,
        desk.documents
            .iter()
            .map(|view| view.decisions)
            .sum::<u32>()
    );
}

#[test]
fn corrections_pass_between_page_and_worker() {
    let mut desk = Desk::with_page();
    let items = desk.all().items;
    let corrections = items.iter().filter_map(|item| item.if_wrong).collect();
    desk.file(0).corrections = corrections;
    desk.file(0).judgements = items
        .iter()
        .map(|item| Judgement {
            place: item.place,
            answer: item.answer,
            is_right: false,
        })
        .collect();
    let message = ToWorker {
        job: JobId(1),
        request: Request::Choose {
            settings: desk.settings.clone(),
            project: desk.project.clone(),
        },
    };
    let bytes = postcard::to_allocvec(&message).expect("bytes");
    assert_eq!(postcard::from_bytes::<ToWorker>(&bytes), Ok(message));
    let reply = FromWorker {
        job: JobId(1),
        reply: Reply::Review(desk.all()),
    };
    let bytes = postcard::to_allocvec(&reply).expect("bytes");
    assert_eq!(postcard::from_bytes::<FromWorker>(&bytes), Ok(reply));
    let reply = FromWorker {
        job: JobId(1),
        reply: Reply::Clean(Some(desk.clean(1))),
    };
    let bytes = postcard::to_allocvec(&reply).expect("bytes");
    assert_eq!(postcard::from_bytes::<FromWorker>(&bytes), Ok(reply));
}

#[test]
fn the_page_json_is_the_mended_one() {
    let mut desk = Desk::with_page();
    let before = desk.export(Export::PageJson(DocumentId(1)));
    assert!(!before.contains("\"corrections\""), "{before}");
    desk.correct(
        0,
        &[Correction::MakeHeadline {
            unit: at(PAGE, "夜市回来"),
            article: at(PAGE, "会议要求"),
            role: HeadlineRole::Sub,
        }],
    );
    let after = desk.export(Export::PageJson(DocumentId(1)));
    let page: serde_json::Value = serde_json::from_str(&after).expect("JSON");
    assert_eq!(page["articles"][0]["headlines"][1]["text"], "夜市回来了");
    let expected = serde_json::json!([{"make-headline": {
        "unit": at(PAGE, "夜市回来"), "article": at(PAGE, "会议要求"), "role": "sub"
    }}]);
    assert_eq!(page["corrections"], expected);
    assert!(page.get("judgements").is_none());
}

#[test]
fn a_table_that_was_body_for_a_while_is_counted_as_before() {
    let text =
        "| 姓 名 | 单 位 |\n| --- | --- |\n| 张 三 | 人 民 政 府 |\n| 李 四 | 疫 情 防 控 |\n";
    let mut desk = Desk::new();
    desk.read(1, "甲.txt", text.as_bytes(), None);
    let before = desk.everything();
    let make_body = Correction::MakeParagraph {
        unit: at(text, "张 三"),
        kind: ParagraphKind::Body,
    };
    desk.correct(0, &[make_body]);
    assert_ne!(desk.everything(), before, "blanks of a table stay");
    desk.correct(0, &[]);
    assert_eq!(desk.everything(), before);
}

#[test]
fn corrections_are_not_applied_to_another_decoding() {
    let mut desk = Desk::with_page();
    let first = at(PAGE, "夜市回来了");
    // At the same number, both decodings have a character of a unit.
    let corrections = [Correction::SetAside { unit: first }];
    let judgement = Judgement {
        place: first,
        answer: Answer::ArticleBegins,
        is_right: true,
    };
    let unfitting = |desk: &Desk| desk.documents[0].unfitting.clone();
    let as_read = |desk: &mut Desk, encoding| {
        desk.project.corrections.clear();
        desk.choose();
        desk.read(1, "甲.txt", PAGE.as_bytes(), encoding);
        desk.export(Export::AllCleanText)
    };
    let garbled = as_read(&mut desk, Some(Encoding::Gb18030));
    let plain = as_read(&mut desk, None);

    *desk.file(0) = FileCorrections {
        sha256: desk.documents[0].sha256.clone(),
        encoding: Some(Encoding::Utf8),
        corrections: corrections.to_vec(),
        judgements: vec![judgement],
    };
    desk.choose();
    let mended = desk.export(Export::AllCleanText);
    assert_ne!(mended, plain);
    desk.read(1, "甲.txt", PAGE.as_bytes(), Some(Encoding::Gb18030));
    assert_eq!(unfitting(&desk), [0], "told");
    assert_eq!(desk.export(Export::AllCleanText), garbled, "not applied");
    let origin = &desk.engine.corpus().documents()[0].origin;
    assert_eq!(desk.engine.plan().judgements(origin), []);

    desk.file(0).encoding = None;
    desk.choose();
    assert_ne!(
        desk.export(Export::AllCleanText),
        garbled,
        "an older project does not say in which encoding, and is applied"
    );
    desk.file(0).encoding = Some(Encoding::Utf8);
    desk.choose();
    assert_eq!(desk.export(Export::AllCleanText), garbled, "again not");

    desk.read(1, "甲.txt", PAGE.as_bytes(), None);
    assert!(unfitting(&desk).is_empty());
    assert_eq!(desk.export(Export::AllCleanText), mended);
}
