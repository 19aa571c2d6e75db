//! What is known of files beside their text, through the engine: who is right, what follows, what is taken away.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

use cijing::engine::Engine;
use cijing::engine::bytes::{ByteSource, InMemory};
use cijing::engine::choices::{Project, Settings};
use cijing::engine::metadata::{FileMetadata, PatternChoice};
use cijing::engine::protocol::{Export, JobId, Reply, Request, ToWorker, ViewRequest};
use cijing::report::metadata::{
    Condition, DocumentMetadata, GroupKey, MetadataChanges, MetadataSource, TableReport,
};
use cijing::report::views::{DocumentId, DocumentView};
use cijing::text::page::model::{DateSource, Field};

/// A page that names its paper and date, and tells of yesterday.
const WITH_FOLIO: &str = "江城晚报 2022年7月4日 星期一 A02 要闻\n\n秋粮收购开秤\n\n本报讯 昨日，市里的秋粮收购点开秤，农户排队交粮。\
7月1日起价格上调。（陆小满）\n";
/// A page that says nothing of itself.
const BARE: &str = "老桥修好了\n\n本报讯 昨日，城东的老桥修好，行人可以通过。（何青）\n";

/// An engine that answers every request at once.
struct Desk {
    engine: Engine,
    job: u64,
    views: Vec<DocumentView>,
    changes: Vec<MetadataChanges>,
}

impl Desk {
    fn new() -> Self {
        let mut engine = Engine::new();
        engine.take_replies();
        Self {
            engine,
            job: 0,
            views: Vec::new(),
            changes: Vec::new(),
        }
    }

    fn with(files: &[(&str, &str)]) -> Self {
        let mut desk = Self::new();
        for (number, (name, text)) in (1..).zip(files) {
            desk.read(number, name, text);
        }
        desk
    }

    fn read(&mut self, document: u32, name: &str, text: &str) {
        let request = Request::Read {
            document: DocumentId(document),
            name: name.to_owned(),
            encoding: None,
        };
        self.send(request, Some(Box::new(InMemory(text.as_bytes().to_vec()))));
    }

    /// Sends a request, works it off and gives the last answer that is no news of metadata.
    fn send(&mut self, request: Request, content: Option<Box<dyn ByteSource>>) -> Reply {
        self.job += 1;
        let job = JobId(self.job);
        self.engine.handle(ToWorker { job, request }, content);
        while self.engine.step() {}
        let mut last = None;
        for message in self.engine.take_replies() {
            match message.reply {
                Reply::Metadata(changes) => self.changes.push(changes),
                Reply::Read(view) => {
                    self.views.push((*view).clone());
                    last = Some(Reply::Read(view));
                }
                other => last = Some(other),
            }
        }
        last.expect("an answer")
    }

    fn choose(&mut self, change: impl FnOnce(&mut Project)) {
        let mut project = Project::default();
        change(&mut project);
        let settings = Settings::default();
        let reply = self.send(Request::Choose { settings, project }, None);
        assert_eq!(reply, Reply::Chosen);
    }

    fn metadata(&self, document: u32) -> &DocumentMetadata {
        let found = self.engine.metadata().get(DocumentId(document));
        found.expect("a known document")
    }

    fn value(&self, document: u32, field: Field) -> Option<(&str, MetadataSource)> {
        let value = self.metadata(document).get(field)?;
        Some((value.value.as_str(), value.source))
    }

    fn sha256(&self, document: u32) -> String {
        let view = self
            .views
            .iter()
            .find(|view| view.id == DocumentId(document));
        view.expect("a read document").sha256.clone()
    }

    fn report(&self) -> &TableReport {
        let last = self.changes.last().expect("news of metadata");
        &last.tables.first().expect("a table").1
    }

    fn counted(&mut self) -> u32 {
        let request = ViewRequest::Overview { keywords: 0 };
        match self.send(Request::View(request), None) {
            Reply::Overview(view) => view.totals.articles,
            other => panic!("not an overview: {other:?}"),
        }
    }

    fn export(&mut self, export: Export) -> String {
        match self.send(Request::Export(export), None) {
            Reply::Export { bytes, .. } => String::from_utf8(bytes).expect("UTF-8"),
            other => panic!("not an export: {other:?}"),
        }
    }
}

#[test]
fn who_says_it_by_hand_is_right_then_table_name_and_page() {
    use MetadataSource::{Hand, Name, Page, Table};
    let mut desk = Desk::with(&[("2022-07-05 A03.txt", WITH_FOLIO)]);
    let published = |desk: &Desk| {
        let value = desk.value(1, Field::Published);
        value.map(|(value, source)| (value.to_owned(), source))
    };
    let said = |value: &str, source| Some((value.to_owned(), source));
    assert_eq!(published(&desk), said("2022-07-05", Name));
    assert_eq!(desk.value(1, Field::PageNumber), Some(("A03", Name)));
    assert_eq!(desk.value(1, Field::Newspaper), Some(("江城晚报", Page)));

    desk.choose(|project| project.metadata.pattern = PatternChoice::Off);
    assert_eq!(published(&desk), said("2022-07-04", Page));

    desk.read(
        2,
        "表.csv",
        "文件名,见报日期,责编\n2022-07-05 a03,2022/7/6,于成\n",
    );
    assert_eq!(published(&desk), said("2022-07-06", Table));
    assert_eq!(
        desk.metadata(1).free,
        [("责编".to_owned(), "于成".to_owned())]
    );

    let sha256 = desk.sha256(1);
    desk.choose(|project| project.metadata.set(&sha256, Field::Published, "20220707"));
    assert_eq!(published(&desk), said("2022-07-07", Hand));

    desk.send(
        Request::Remove {
            document: DocumentId(2),
        },
        None,
    );
    desk.choose(|project| {
        project.metadata.from_tables = vec![FileMetadata {
            sha256: sha256.clone(),
            values: vec![(Field::Published, "2022-07-08".to_owned())],
            free: Vec::new(),
        }];
    });
    assert_eq!(
        published(&desk),
        said("2022-07-08", Table),
        "kept in the project"
    );
}

#[test]
fn dates_follow_the_publication_date() {
    let mut desk = Desk::with(&[("甲.txt", BARE)]);
    let date = |desk: &Desk| {
        desk.metadata(1)
            .articles
            .first()
            .and_then(|article| article.date.clone())
    };
    assert_eq!(date(&desk), None, "nothing tells when it was printed");
    let sha256 = desk.sha256(1);
    let resolved = |iso: &str| Some((iso.to_owned(), DateSource::Published));
    for (set, iso) in [("2022-07-04", "2022-07-03"), ("2022-03-01", "2022-02-28")] {
        desk.choose(|project| project.metadata.set(&sha256, Field::Published, set));
        assert_eq!(date(&desk), resolved(iso));
        let json = desk.export(Export::PageJson(DocumentId(1)));
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(json["articles"][0]["date"]["iso"], iso);
        assert_eq!(json["articles"][0]["date"]["iso_from"], "published");
        assert_eq!(json["meta"]["published"], set);
        assert_eq!(json["meta_from"]["published"], "hand");
    }
    desk.choose(|_| {});
    assert_eq!(date(&desk), None, "taken back");
    assert_eq!(desk.changes.len(), 3, "each change is told");
}

#[test]
fn a_table_says_what_did_not_fit() {
    let table = "文件名;报名;日期;栏目主持\r\n江南/A02;江南晚报;44746;何青\r\nA03.TXT;江南晚报;七月;\r\nA04;江南晚报;20220704;\r\n\
B01;江城日报;20220704;\r\n江南/A02.txt;再来;20220704;\r\n";
    let mut desk = Desk::with(&[
        ("表.csv", table),
        ("江南/A02.txt", BARE),
        ("江南/a03.txt", WITH_FOLIO),
        ("江南/B01.txt", "一\n"),
        ("江北/B01.txt", "二\n"),
        ("丙.txt", "三\n"),
    ]);
    assert_eq!(
        desk.value(2, Field::Published),
        Some(("2022-07-04", MetadataSource::Table))
    );
    assert_eq!(
        desk.metadata(2).free,
        [("栏目主持".to_owned(), "何青".to_owned())]
    );
    assert_eq!(
        desk.value(3, Field::Newspaper),
        Some(("江南晚报", MetadataSource::Table))
    );
    let report = desk.report().clone();
    let told = |rows: &[(u32, &str)]| -> Vec<(u32, String)> {
        rows.iter()
            .map(|(line, name)| (*line, (*name).to_owned()))
            .collect()
    };
    assert_eq!((report.rows, report.matched), (5, 2));
    assert_eq!(report.unreadable_dates, told(&[(3, "七月")]));
    assert_eq!(report.without_file, told(&[(4, "A04")]));
    assert_eq!(report.ambiguous, told(&[(5, "B01")]));
    assert_eq!(report.repeated, told(&[(6, "江南/A02.txt")]));
    assert_eq!(report.files_without_row, [4, 5, 6].map(DocumentId));
    assert_eq!(report.columns.len(), 2);
    assert_eq!(desk.counted(), 5, "a table has no articles");

    desk.read(7, "A04.txt", "四\n");
    assert_eq!(
        desk.report().without_file,
        [],
        "a file that comes later fits too"
    );
    assert_eq!(
        desk.value(7, Field::Newspaper),
        Some(("江南晚报", MetadataSource::Table))
    );
}

#[test]
fn a_pattern_of_the_user_reads_all_names() {
    let mut desk = Desk::with(&[("jn-04-2022-07-05.txt", BARE), ("乙.txt", BARE)]);
    let pattern = PatternChoice::Pattern("{报名}-{版次}-{日期}".to_owned());
    desk.choose(|project| project.metadata.pattern = pattern);
    assert_eq!(
        desk.value(1, Field::Newspaper),
        Some(("jn", MetadataSource::Name))
    );
    assert_eq!(
        desk.value(1, Field::PageNumber),
        Some(("04", MetadataSource::Name))
    );
    assert_eq!(desk.value(2, Field::Newspaper), None);
}

#[test]
fn only_what_a_filter_keeps_is_counted() {
    let mut desk = Desk::with(&[
        ("江南晚报 2022-07-04.txt", BARE),
        ("江南晚报 2022-08-01.txt", WITH_FOLIO),
        ("甲.txt", "别的文字。\n"),
    ]);
    assert_eq!(desk.counted(), 3);
    let condition = |key, value: &str| Condition {
        key,
        value: value.to_owned(),
    };
    let july = condition(GroupKey::Month, "2022-07");
    desk.choose(|project| project.metadata.counted_only.toggle(july.clone()));
    assert_eq!(desk.counted(), 1);
    assert!(
        desk.export(Export::WordsJson).contains("\"2022-07\""),
        "the filter is named"
    );
    let sheet = desk.export(Export::ArticlesCsv { with_text: false });
    assert_eq!(sheet.matches("\"否\"").count(), 2, "{sheet}");

    desk.read(4, "江南晚报 2022-07-09.txt", "又一篇。\n");
    assert_eq!(desk.counted(), 2, "files that come later are filtered too");

    let unknown = condition(GroupKey::Newspaper, "");
    desk.choose(|project| project.metadata.counted_only.toggle(unknown.clone()));
    assert_eq!(desk.counted(), 1);
    desk.choose(|_| {});
    assert_eq!(desk.counted(), 4);
}

#[test]
fn articles_are_taken_away_as_a_table() {
    let mut desk = Desk::with(&[
        ("江城晚报/A02.txt", WITH_FOLIO),
        ("表.csv", "文件,地点,学号\nA02,江城,=1+1\n"),
    ]);
    let sheet = desk.export(Export::ArticlesCsv { with_text: true });
    let mut reader = csv::Reader::from_reader(sheet.trim_start_matches('\u{feff}').as_bytes());
    let heads = reader.headers().expect("heads").clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let cell = |row: usize, head: &str| {
        let place = heads.iter().position(|known| known == head);
        rows.get(row)
            .and_then(|row| row.get(place?))
            .unwrap_or("")
            .to_owned()
    };
    assert_eq!(rows.len(), 1);
    let expected = [
        ("文件", "江城晚报/A02.txt"),
        ("篇号", "1"),
        ("报名", "江城晚报"),
        ("见报日期", "2022-07-04"),
        ("版次", "A02"),
        ("版名", "要闻"),
        ("所在地", "江城"),
        ("主标题", "秋粮收购开秤"),
        ("署名", "陆小满"),
        ("消息头", "本报讯"),
        ("文中日期", "昨日"),
        ("文中日期（年月日）", "2022-07-03"),
        ("计入统计", "是"),
        ("学号", "'=1+1"),
    ];
    for (head, value) in expected {
        assert_eq!(cell(0, head), value, "{head}");
    }
    assert!(
        cell(0, "正文").starts_with("本报讯 昨日，"),
        "{}",
        cell(0, "正文")
    );
}

#[test]
fn choices_that_change_nothing_say_nothing() {
    let mut desk = Desk::with(&[("江南晚报 2022-07-04.txt", BARE)]);
    desk.choose(|project| project.stop_words_added.push("市里".to_owned()));
    assert!(desk.changes.is_empty());
}

#[test]
fn records_speak_for_their_articles() {
    let table = "标题,见报日期,版次,作者,正文\n秋粮收购开秤,2022/7/4,A02,陆小满,昨日，市里的秋粮收购点开秤，农户排队交粮。\n\
老桥修好了,2022-08-01,A03,何青,昨日，城东的老桥修好，行人可以通过。\n";
    let mut desk = Desk::with(&[("江城晚报 2022-07-05.csv", table)]);
    let said = |desk: &Desk, article: usize, field| {
        let value = desk.metadata(1).of_article(article, field);
        value.map(|value| (value.value.clone(), value.source))
    };
    let expected = [("2022-07-04", "A02"), ("2022-08-01", "A03")];
    for (article, (published, page)) in expected.into_iter().enumerate() {
        let record = |value: &str| Some((value.to_owned(), MetadataSource::Record));
        assert_eq!(said(&desk, article, Field::Published), record(published));
        assert_eq!(said(&desk, article, Field::PageNumber), record(page));
        let newspaper = said(&desk, article, Field::Newspaper);
        assert_eq!(
            newspaper,
            Some(("江城晚报".to_owned(), MetadataSource::Name))
        );
    }
    let sha256 = desk.sha256(1);
    desk.choose(|project| project.metadata.set(&sha256, Field::PageNumber, "B01"));
    let by_hand = Some(("B01".to_owned(), MetadataSource::Hand));
    assert_eq!(
        said(&desk, 1, Field::PageNumber),
        by_hand,
        "a hand is above a record"
    );
    let sheet = desk.export(Export::ArticlesCsv { with_text: false });
    assert!(sheet.contains("\"2022-08-01\""), "{sheet}");
}

#[test]
fn each_newspaper_page_of_a_file_speaks_for_its_articles() {
    let page = |number: &str, article: &str| {
        format!("江城晚报 2022年7月4日 星期一 {number} 要闻\n\n{article}")
    };
    let text = format!(
        "{}\u{c}\n{}",
        page("A02", BARE),
        page(
            "A03",
            "河道清淤\n\n本报讯 昨日，河道清淤工程过半，月底完工。（周雨）\n"
        )
    );
    let desk = Desk::with(&[("甲.txt", &text)]);
    let pages: Vec<Option<String>> = (0..desk.metadata(1).articles.len())
        .map(|article| {
            let value = desk.metadata(1).of_article(article, Field::PageNumber);
            value.map(|value| value.value.clone())
        })
        .collect();
    assert_eq!(pages, [Some("A02".to_owned()), Some("A03".to_owned())]);
}
