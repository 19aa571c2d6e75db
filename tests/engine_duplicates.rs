//! The same story in several files: found, shown side by side, and counted once.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

use cijing::engine::Engine;
use cijing::engine::bytes::InMemory;
use cijing::engine::choices::{Project, Settings};
use cijing::engine::protocol::{Export, JobId, Reply, Request, ToWorker, ViewRequest};
use cijing::report::metadata::{Condition, GroupKey};
use cijing::report::views::{DocumentId, DuplicatesView};
use cijing::text::page::correction::{Correction, FileCorrections};

const STORY: [&str; 4] = [
    "昨日，记者从市水务局获悉，城区三座老旧泵站的改造全部完成，新装的九台水泵当天投入运行。",
    "市水务局副局长何青说，改造之后，遇到每小时五十毫米的降雨，低洼路段的积水可以在半小时之内排完。",
    "家住河埠街的张秀兰记得，去年夏天的一场大雨，积水漫到了门槛，一家人用脸盆往外舀了一夜。",
    "按照计划，明年还要疏浚十二条河道，新建两座闸站，工程款一亿二千万元已经落实。",
];
const OTHER: &str = "　　晚报讯 江边的夜市开张了，卖糖画的老人坐在灯下，孩子们围成一圈，看一条龙怎样从铜勺里游出来。\n　　到了深夜，潮水涨上来，小船在岸边轻轻地碰着。（陆小满）\n";

fn page(headline: &str, dateline: &str, paragraphs: &[&str]) -> String {
    let body = paragraphs.join("\n　　");
    format!("{headline}\n　　{dateline} {body}（高小梅）\n")
}

struct Desk {
    engine: Engine,
    job: u64,
}

impl Desk {
    /// Files in the given order; documents are numbered from 1.
    fn with(files: &[(&str, String)]) -> Self {
        let mut engine = Engine::new();
        engine.take_replies();
        let mut desk = Self { engine, job: 0 };
        for (number, (name, text)) in (1..).zip(files) {
            desk.read(number, name, text);
        }
        desk
    }

    fn read(&mut self, number: u32, name: &str, text: &str) {
        let request = Request::Read {
            document: DocumentId(number),
            name: name.to_owned(),
            encoding: None,
        };
        self.send(request, Some(text));
    }

    fn send(&mut self, request: Request, text: Option<&str>) -> Vec<Reply> {
        self.queue(request, text);
        self.finish()
    }

    /// Sends a request, and does no work yet.
    fn queue(&mut self, request: Request, text: Option<&str>) {
        self.job += 1;
        let job = JobId(self.job);
        let content = text.map(|text| Box::new(InMemory(text.as_bytes().to_vec())) as Box<_>);
        self.engine.handle(ToWorker { job, request }, content);
    }

    /// Does all the work there is.
    fn finish(&mut self) -> Vec<Reply> {
        while self.engine.step() {}
        let replies = self.engine.take_replies().into_iter();
        replies.map(|message| message.reply).collect()
    }

    fn words(&mut self) -> Vec<Vec<u8>> {
        self.queue(Request::Export(Export::WordsCsv), None);
        let replies = self.finish().into_iter();
        let export = |reply| match reply {
            Reply::Export { bytes, .. } => Some(bytes),
            _ => None,
        };
        replies.filter_map(export).collect()
    }

    fn duplicates(&mut self) -> DuplicatesView {
        match self
            .send(Request::View(ViewRequest::Duplicates), None)
            .pop()
        {
            Some(Reply::Duplicates(view)) => view,
            other => panic!("no duplicates: {other:?}"),
        }
    }

    fn articles_counted(&mut self) -> u32 {
        let request = Request::View(ViewRequest::Overview { keywords: 1 });
        match self.send(request, None).pop() {
            Some(Reply::Overview(view)) => view.totals.articles,
            other => panic!("no overview: {other:?}"),
        }
    }

    fn count_once(&mut self, duplicates_once: bool) {
        let settings = Settings {
            duplicates_once,
            ..Settings::default()
        };
        let project = Project::default();
        let replies = self.send(Request::Choose { settings, project }, None);
        assert_eq!(replies.last(), Some(&Reply::Chosen));
    }

    fn files(&mut self) -> Vec<Vec<(String, bool)>> {
        let view = self.duplicates();
        let members = |group: &Vec<_>| -> Vec<(String, bool)> {
            let members = group.iter();
            members
                .map(|member: &cijing::report::views::DuplicateView| {
                    (member.file.clone(), member.is_identical)
                })
                .collect()
        };
        view.groups.iter().map(members).collect()
    }
}

fn files() -> Vec<(&'static str, String)> {
    vec![
        ("丁.txt", page("泵站改造完成", "本报讯", &STORY)),
        ("丙.txt", OTHER.to_owned()),
        ("乙.txt", page("大雨不再看海", "晚报讯", &STORY[..3])),
        ("甲.txt", page("新泵站投用", "江城日报讯", &STORY)),
    ]
}

/// The groups of [`files`]: in canonical order, each with whether it repeats an earlier one word for word.
fn expected() -> Vec<Vec<(String, bool)>> {
    let group = [("丁.txt", false), ("乙.txt", false), ("甲.txt", true)];
    vec![
        group
            .map(|(name, identical)| (name.to_owned(), identical))
            .to_vec(),
    ]
}

#[test]
fn the_same_story_is_found_whatever_the_order_of_files() {
    let mut desk = Desk::with(&files());
    assert_eq!(desk.files(), expected());
    let mut reversed = files();
    reversed.reverse();
    assert_eq!(Desk::with(&reversed).files(), expected());
}

#[test]
fn each_story_is_counted_once_on_request() {
    let mut desk = Desk::with(&files());
    assert_eq!(desk.articles_counted(), 4);
    desk.count_once(true);
    assert_eq!(desk.articles_counted(), 2);
    desk.count_once(false);
    assert_eq!(desk.articles_counted(), 4);
}

#[test]
fn a_file_that_comes_later_is_compared_too() {
    let mut desk = Desk::with(&files()[..2]);
    desk.count_once(true);
    assert_eq!(desk.articles_counted(), 2);
    for (number, (name, text)) in (3..).zip(&files()[2..]) {
        desk.read(number, name, text);
    }
    assert_eq!(desk.articles_counted(), 2);
    desk.send(
        Request::Remove {
            document: DocumentId(1),
        },
        None,
    );
    assert_eq!(desk.articles_counted(), 2);
}

#[test]
fn two_articles_stand_side_by_side() {
    let mut desk = Desk::with(&files());
    let view = desk.duplicates();
    let (left, right) = (view.groups[0][0].article, view.groups[0][1].article);
    let request = Request::View(ViewRequest::SideBySide { left, right });
    let Some(Reply::SideBySide(Some(pair))) = desk.send(request, None).pop() else {
        panic!("not side by side");
    };
    let shares = |article: &cijing::report::views::ComparedArticle| -> Vec<bool> {
        let paragraphs = article.paragraphs.iter();
        paragraphs
            .map(|paragraph| paragraph.shared.is_some_and(|shared| shared > 850))
            .collect()
    };
    assert_eq!(shares(&pair.0), [true, true, true, false]);
    assert_eq!(shares(&pair.1), [true, true, true]);
}

#[test]
fn a_story_stays_once_under_a_filter_whatever_the_order_of_files() {
    let kept = (
        "江城日报20220705.txt",
        page("大雨不再看海", "晚报讯", &STORY),
    );
    let filtered_out = (
        "江城日报20220704.txt",
        page("泵站改造完成", "本报讯", &STORY),
    );
    for order in [[&kept, &filtered_out], [&filtered_out, &kept]] {
        let mut desk = Desk::with(&[]);
        let mut project = Project::default();
        project.metadata.counted_only.conditions = vec![Condition {
            key: GroupKey::Published,
            value: "2022-07-05".to_owned(),
        }];
        desk.send(choice(&project), None);
        for (number, (name, text)) in (1..).zip(order) {
            desk.read(number, name, text);
        }
        let first = order[0].0;
        assert_eq!(desk.articles_counted(), 1, "{first} is read first");
    }
}

fn once() -> Settings {
    Settings {
        duplicates_once: true,
        ..Settings::default()
    }
}

fn choice(project: &Project) -> Request {
    Request::Choose {
        settings: once(),
        project: project.clone(),
    }
}

#[test]
fn a_file_to_take_away_waits_for_the_comparison() {
    let mut desk = Desk::with(&[]);
    desk.send(choice(&Project::default()), None);
    for (number, (name, text)) in (1..).zip(files()) {
        let request = Request::Read {
            document: DocumentId(number),
            name: name.to_owned(),
            encoding: None,
        };
        desk.queue(request, Some(&text));
    }
    let (at_once, later) = (desk.words(), desk.words());
    assert!(at_once == later, "asked for while the files are read");

    let document = &desk.engine.corpus().documents()[0];
    let corrections = FileCorrections {
        sha256: document.origin.sha256.clone(),
        corrections: vec![Correction::DivideArticle { at: 60 }],
        ..FileCorrections::default()
    };
    let project = Project {
        corrections: vec![corrections],
        ..Project::default()
    };
    desk.queue(choice(&project), None);
    let (at_once, later) = (desk.words(), desk.words());
    assert!(at_once == later, "asked for with a correction");

    desk.count_once(false);
    desk.queue(choice(&project), None);
    let (at_once, later) = (desk.words(), desk.words());
    assert!(at_once == later, "asked for with the choice");
}
