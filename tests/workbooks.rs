//! Workbooks as several programs write them, whole and damaged: what text they give, and what the engine makes of it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

mod workbook;

use cijing::engine::Engine;
use cijing::engine::bytes::InMemory;
use cijing::engine::error::{DocumentError, FileKind};
use cijing::engine::protocol::{JobId, Reply, Request, ToWorker};
use cijing::report::views::{DocumentId, DocumentView};
use cijing::text::decode::Encoding;
use cijing::text::table::{Column, header};
use cijing::text::workbook::{WorkbookError, read};
use proptest::prelude::*;
use workbook::{Parts, archive, inline, relations};

fn text(parts: &Parts) -> String {
    read(parts.bytes()).expect("readable").expect("a workbook")
}

#[test]
fn cells_of_every_kind_print() {
    let strings = "<si><t>文件名</t></si><si><r><rPr><b/></rPr><t>见报</t></r><r><t xml:space=\"preserve\">日期 </t></r>\
        <rPh sb=\"0\" eb=\"1\"><t>じ</t></rPh><phoneticPr fontId=\"1\"/></si><si><t/></si>";
    let rows = [
        (
            "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>",
            "文件名\t见报日期 ",
        ),
        (
            "<c r=\"A1\" t=\"inlineStr\"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>",
            "甲乙",
        ),
        ("<c t=\"str\"><f>A1&amp;B1</f><v>由公式</v></c>", "由公式"),
        (
            "<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c>",
            "TRUE\tFALSE",
        ),
        ("<c t=\"e\"><v>#N/A</v></c>", "#N/A"),
        ("<c t=\"d\"><v>2022-07-04T00:00:00</v></c>", "2022-07-04"),
        (
            "<c s=\"1\"><v>44746</v></c><c s=\"2\"><v>44746</v></c><c s=\"0\"><v>44746</v></c>",
            "2022-07-04\t2022-07-04\t44746",
        ),
        (
            "<c s=\"3\"><v>2</v></c><c s=\"4\"><v>0.5</v></c><c s=\"99\"><v>1.5</v></c>",
            "02\t12:00:00\t1.5",
        ),
        ("<c><v>1.2E+3</v></c><c t=\"n\"><v>3.0</v></c>", "1200\t3"),
        (
            "<c r=\"A1\"><v>1</v></c><c r=\"D1\"><v>4</v></c><c><v>5</v></c>",
            "1\t\t\t4\t5",
        ),
        (
            "<c r=\"B1\"><v>2</v></c><c r=\"C1\" s=\"1\"/><c r=\"AA1\"/>",
            "\t2",
        ),
        (
            "<c t=\"inlineStr\"><is><t>一\t二</t></is></c><c><v>1</v></c>",
            "\"一\t二\"\t1",
        ),
        (
            "<c t=\"inlineStr\"><is><t>一\n“二”\n\"三\"</t></is></c>",
            "\"一\n“二”\n\"\"三\"\"\"",
        ),
        (
            "<c t=\"inlineStr\"><is><t>一_x000D_\n二</t></is></c>",
            "\"一\n二\"",
        ),
        (
            "<c t=\"inlineStr\"><is><t>\"引\"起</t></is></c>",
            "\"\"\"引\"\"起\"",
        ),
        (
            "<c t=\"inlineStr\"><is><t>他说\"好\"</t></is></c>",
            "他说\"好\"",
        ),
        (
            "<c t=\"inlineStr\"><is><t>A&amp;B&#20013;&lt;<![CDATA[&]]></t></is></c>",
            "A&B中<&",
        ),
        ("<c t=\"s\"><v>2</v></c><c><v>1</v></c>", "\t1"),
    ];
    for (cells, expected) in rows {
        let parts = Parts::new(&[&format!("<row r=\"1\">{cells}</row>")]).strings(strings);
        assert_eq!(text(&parts), format!("{expected}\n"), "{cells}");
    }
}

#[test]
fn rows_and_cells_that_are_left_out_keep_their_place() {
    let rows = "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"C2\"><v>3</v></c></row><row r=\"3\"/>\
        <row r=\"5\"><c r=\"B5\"><v>2</v></c></row><row><c><v>6</v></c></row>";
    assert_eq!(text(&Parts::new(&[rows])), "\n1\t\t3\n\n\n\t2\t\n6\t\t\n");
}

#[test]
fn the_first_sheet_with_known_columns_is_read() {
    let notes = inline(&[&["说明"], &["这个工作簿由编辑部整理。"]]);
    let table = inline(&[&["文件名", "日期", "责编"], &["A02.txt", "2022-07-04"]]);
    let other = inline(&[&["标题", "正文"], &["甲", "乙"]]);
    let known = "文件名\t日期\t责编\nA02.txt\t2022-07-04\t\n";
    assert_eq!(text(&Parts::new(&["", &notes, &table, &other])), known);
    assert_eq!(
        text(&Parts::new(&["", &notes])),
        "说明\n这个工作簿由编辑部整理。\n"
    );
    let hidden = Parts::new(&[&other, &table]).replace(
        "xl/workbook.xml",
        "sheetId=\"1\"",
        "sheetId=\"1\" state=\"hidden\"",
    );
    assert_eq!(text(&hidden), known);
    let chart = Parts::new(&[&other, &table]).replace(
        "xl/_rels/workbook.xml.rels",
        "/worksheet\" Target=\"worksheets/sheet1",
        "/chartsheet\" Target=\"worksheets/sheet1",
    );
    assert_eq!(text(&chart), known);
}

#[test]
fn a_cell_is_read_back_as_it_was() {
    let cells = ["\"", "\"\"", "一\n\n二", "a\tb", "\"x\"\ty", "，；", "末"];
    let mut second: Vec<&str> = vec!["标题", "正文"];
    second.resize(2 + cells.len(), "列");
    let mut row = vec!["甲", "乙"];
    row.extend(cells);
    let text = text(&Parts::new(&[&inline(&[&second, &row])]));
    let header = header(&text).expect("header");
    assert_eq!(
        (header.separator, header.position(Column::Text)),
        (b'\t', Some(1))
    );
    let read = header.rows(&text).next().expect("row");
    let read: Vec<_> = read.cells.iter().map(|cell| cell.text(&text)).collect();
    assert_eq!(read, row);
}

#[test]
fn programs_write_workbooks_in_many_ways() {
    let rows = inline(&[&["文件名", "日期"], &["A02.txt", "2022-07-04"]]);
    let usual = || Parts::new(&[&rows]);
    let links = "xl/_rels/workbook.xml.rels";
    let prefixed = text_with_prefixes(&rows);
    let variants = [
        (
            "absolute targets",
            usual().replace(links, "Target=\"", "Target=\"/xl/"),
        ),
        (
            "targets through the parent",
            usual().replace(links, "Target=\"", "Target=\"../xl/./"),
        ),
        (
            "targets with backslashes",
            usual().replace(links, "worksheets/", "worksheets\\"),
        ),
        (
            "other case",
            usual().replace(links, "sheet1.xml", "Sheet1.XML"),
        ),
        (
            "no relations",
            Parts {
                parts: usual()
                    .parts
                    .into_iter()
                    .filter(|(path, _)| !path.ends_with(".rels"))
                    .collect(),
            },
        ),
        (
            "strict form",
            usual().replace(
                links,
                "http://schemas.openxmlformats.org",
                "http://purl.oclc.org/ooxml",
            ),
        ),
        (
            "prefixes",
            usual().with("xl/worksheets/sheet1.xml", &prefixed),
        ),
        ("no styles", usual().with("xl/styles.xml", "<styleSheet/>")),
        (
            "a byte order mark",
            usual().with(
                "xl/worksheets/sheet1.xml",
                &format!("\u{feff}{}", workbook::sheet(&rows)),
            ),
        ),
        (
            "no places",
            usual().replace("xl/worksheets/sheet1.xml", " r=\"", " x=\""),
        ),
        (
            "comments",
            usual().replace("xl/worksheets/sheet1.xml", "<row", "<!-- WPS --><row"),
        ),
        (
            "spaces between",
            usual()
                .replace("xl/worksheets/sheet1.xml", "><", ">\n  <")
                .replace("xl/worksheets/sheet1.xml", "\n  </t>", "</t>"),
        ),
    ];
    for (what, parts) in variants {
        assert_eq!(
            text(&parts),
            "文件名\t日期\nA02.txt\t2022-07-04\n",
            "{what}"
        );
    }
    let from_1904 = Parts::new(&["<row><c s=\"1\"><v>43284</v></c></row>"]).replace(
        "xl/workbook.xml",
        "<workbookPr/>",
        "<workbookPr date1904=\"1\"/>",
    );
    assert_eq!(text(&from_1904), "2022-07-04\n");
}

/// The part of a sheet with a prefix before the name of each element.
fn text_with_prefixes(rows: &str) -> String {
    workbook::sheet(rows)
        .replace("</", "</x:")
        .replace('<', "<x:")
        .replace("<x:/x:", "</x:")
        .replace("<x:?", "<?")
        .replace("xmlns=", "xmlns:x=")
}

#[test]
fn what_cannot_be_read_says_why() {
    let usual = || Parts::new(&[&inline(&[&["文件名", "日期"], &["甲", "乙"]])]);
    let whole = usual().bytes();
    let cut = whole[..whole.len() / 2].to_vec();
    let one = "xl/worksheets/sheet1.xml";
    let bomb = format!(
        "<worksheet><sheetData>{}</sheetData></worksheet>",
        " ".repeat(70 << 20)
    );
    let wide = "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>";
    let rows: String = (1..6000)
        .map(|row| wide.replace('1', &row.to_string()))
        .collect();
    let broken = Err(WorkbookError::Broken);
    let too_large = Err(WorkbookError::TooLarge {
        limit_bytes: 64 << 20,
    });
    let cases = [
        ("cut off", cut, broken.clone()),
        (
            "markup cut off",
            usual().replace(one, "</sheetData>", "").bytes(),
            broken.clone(),
        ),
        (
            "no markup",
            usual().with(one, "<worksheet><sheetData><row <").bytes(),
            broken.clone(),
        ),
        (
            "string missing",
            Parts::new(&["<row><c t=\"s\"><v>7</v></c></row>"]).bytes(),
            broken.clone(),
        ),
        (
            "rows in disorder",
            Parts::new(&["<row r=\"3\"/><row r=\"2\"/>"]).bytes(),
            broken.clone(),
        ),
        (
            "row too far",
            Parts::new(&["<row r=\"99999999\"/>"]).bytes(),
            broken,
        ),
        (
            "no rows",
            Parts::new(&["", ""]).bytes(),
            Err(WorkbookError::NoRows),
        ),
        (
            "only empty cells",
            Parts::new(&["<row><c s=\"1\"/></row>"]).bytes(),
            Err(WorkbookError::NoRows),
        ),
        (
            "a bomb",
            usual().with(one, &bomb).bytes(),
            too_large.clone(),
        ),
        ("wide rows", Parts::new(&[&rows]).bytes(), too_large),
        (
            "binary",
            usual()
                .with(
                    "_rels/.rels",
                    &relations(&[("a", "officeDocument", "xl/workbook.bin")]),
                )
                .bytes(),
            Err(WorkbookError::OtherFormat),
        ),
        (
            "a letter",
            archive(&[
                (
                    "_rels/.rels",
                    &relations(&[("a", "officeDocument", "word/document.xml")]),
                ),
                ("word/document.xml", "<w:document xmlns:w=\"w\"/>"),
            ]),
            Ok(None),
        ),
        ("an archive", archive(&[("甲.txt", "甲")]), Ok(None)),
        ("no archive", b"PK\x03\x04".to_vec(), Ok(None)),
        ("nothing", Vec::new(), Ok(None)),
    ];
    for (what, bytes, expected) in cases {
        assert_eq!(read(bytes), expected, "{what}");
    }
}

/// Reads one file; what the engine says of it.
fn reply(name: &str, bytes: Vec<u8>, encoding: Option<Encoding>) -> Reply {
    let mut engine = Engine::new();
    engine.take_replies();
    let request = Request::Read {
        document: DocumentId(1),
        name: name.to_owned(),
        encoding,
    };
    let message = ToWorker {
        job: JobId(1),
        request,
    };
    engine.handle(message, Some(Box::new(InMemory(bytes))));
    while engine.step() {}
    let replies = engine.take_replies().into_iter();
    let mut replies = replies.filter_map(|message| match message.reply {
        reply @ (Reply::Read(_) | Reply::Failed { .. }) => Some(reply),
        _ => None,
    });
    replies.next().expect("a reply")
}

fn document(name: &str, bytes: Vec<u8>) -> DocumentView {
    match reply(name, bytes, None) {
        Reply::Read(view) => *view,
        other => panic!("not read: {other:?}"),
    }
}

#[test]
fn a_row_with_a_text_becomes_an_article() {
    let rows = inline(&[
        &["标题", "日期", "作者", "来源", "正文"],
        &[
            "老桥修好了",
            "2022-07-04",
            "何青",
            "江城晚报",
            "本报讯 城东的老桥修好。\n\n行人可以通过。",
        ],
        &[
            "秋粮开秤",
            "2022-07-05",
            "",
            "",
            "市里的收购点开秤，农户说：\"今年好。\"",
        ],
    ]);
    let view = document("稿件.xlsx", Parts::new(&[&rows]).bytes());
    assert!(view.encoding.is_workbook && view.encoding.previews.is_empty());
    assert!(!view.is_table);
    let headlines: Vec<&str> = view
        .articles
        .iter()
        .map(|article| article.headlines[0].1.as_str())
        .collect();
    assert_eq!(headlines, ["老桥修好了", "秋粮开秤"]);
}

#[test]
fn a_row_with_a_file_name_says_something_of_that_file() {
    let rows = inline(&[
        &["文件名", "报纸", "日期"],
        &["A02.txt", "江城晚报", "2022-07-04"],
    ]);
    let view = document("表.xlsx", Parts::new(&[&rows]).bytes());
    assert!(view.is_table);
    assert!(view.articles.is_empty());
}

#[test]
fn other_files_are_refused_or_read_as_before() {
    let zip = archive(&[("甲.txt", "甲")]);
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".repeat(100);
    let other_format = DocumentError::Workbook {
        error: WorkbookError::OtherFormat,
    };
    let office = DocumentError::NotText {
        kind: FileKind::Office,
    };
    let archive = DocumentError::NotText {
        kind: FileKind::Archive,
    };
    let broken = DocumentError::Workbook {
        error: WorkbookError::Broken,
    };
    let whole = Parts::new(&["<row/>"]).bytes();
    let cases = [
        ("稿件.XLS", old.clone(), other_format),
        ("稿件.doc", old, office),
        ("稿件.zip", zip.clone(), archive),
        ("稿件.xlsx", whole[..300].to_vec(), broken),
    ];
    for (name, bytes, error) in cases {
        let expected = Reply::Failed {
            document: DocumentId(1),
            error,
        };
        assert_eq!(reply(name, bytes, None), expected, "{name}");
    }
    let chosen = reply("稿件.zip", zip, Some(Encoding::Utf8));
    assert!(matches!(chosen, Reply::Read(_)), "{chosen:?}");
    let table = inline(&[&["标题", "正文"], &["甲", "乙"]]);
    let chosen = reply(
        "表.xlsx",
        Parts::new(&[&table]).bytes(),
        Some(Encoding::Gb18030),
    );
    assert!(matches!(chosen, Reply::Read(view) if view.encoding.is_workbook));
}

/// Markup of a sheet, more or less whole.
fn markup() -> impl Strategy<Value = String> {
    let pieces = [
        "<row>",
        "<row r=\"2\">",
        "</row>",
        "<c>",
        "<c r=\"C1\" t=\"s\">",
        "<c s=\"1\">",
        "</c>",
        "<v>",
        "44746",
        "</v>",
        "<is>",
        "<t>",
        "甲\t\"乙",
        "</t>",
        "</is>",
        "<rPh>",
        "</rPh>",
        "&amp;",
        "&x;",
        "&#0;",
        "<",
        "\"",
        "1E9",
        "<c t=\"inlineStr\"><is><t>丙\n</t></is></c>",
        "</sheetData>",
        "<!--",
        "_x0041_",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..40)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    // Each case packs and unpacks several archives.
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_markup_is_read_or_refused(rows in markup(), other in markup()) {
        let parts = Parts::new(&[&rows]).strings(&other).with("xl/styles.xml", &other);
        let _ = read(parts.bytes());
        let _ = read(Parts::new(&[&rows]).strings("<si><t>字</t></si>").bytes());
    }

    #[test]
    fn any_damage_is_read_or_refused(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), cut in any::<prop::sample::Index>()) {
        let rows = inline(&[&["文件名", "日期"], &["A02.txt", "2022-07-04"]]);
        let mut bytes = Parts::new(&[&rows]).strings("<si><t>字</t></si>").bytes();
        for (place, byte) in places {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = read(bytes.clone());
        bytes.truncate(cut.index(bytes.len()));
        let _ = read(bytes);
    }

    #[test]
    fn any_bytes_are_read_or_refused(mut bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(bytes.clone());
        bytes.splice(0..0, *b"PK\x03\x04");
        let _ = read(bytes);
    }

    #[test]
    fn any_cells_are_read_back(cells in prop::collection::vec("[甲乙a\\t\\n\"“, ;]{0,6}", 1..5)) {
        let mut second = vec!["标题", "正文"];
        second.resize(2 + cells.len(), "列");
        let mut row = vec!["甲", "乙"];
        row.extend(cells.iter().map(String::as_str));
        let text = text(&Parts::new(&[&inline(&[&second, &row])]));
        let header = header(&text).expect("header");
        let read = header.rows(&text).next().expect("row");
        let read: Vec<_> = read.cells.iter().map(|cell| cell.text(&text)).collect();
        prop_assert_eq!(read, row);
    }
}
