//! Tables as a workbook (.xlsx), a sheet each.
//!
//! A writer of its own, because the sheets have neither formulas nor looks beyond a head in bold, and the libraries for
//! workbooks that were looked at would take more room in the worker than all measures together. The archive is written by
//! `rawzip`, which the reader uses too, and packed by `miniz_oxide`. The same tables give the same bytes: no clock is
//! asked, and every entry bears the date that the format takes for none.

use std::fmt::Write as _;
use std::io::Write as _;

use rawzip::{CompressionMethod, ZipArchiveWriter};

use crate::report::answers::table::Cell;

/// One sheet: rows of cells, of which the first one is the head.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Its name; what sheets may not be called is mended.
    pub name: String,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// Most rows that a sheet can have.
const MOST_ROWS: usize = 1_048_576;
/// Most characters that a cell can have.
const MOST_CHARACTERS: usize = 32_767;
/// Most characters that the name of a sheet can have.
const MOST_NAME_CHARACTERS: usize = 31;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// The sheets as a workbook. Rows beyond those that a sheet can have, and characters beyond those that a cell can have,
/// are left out; a workbook without sheets has an empty one.
pub fn workbook(sheets: &[Sheet]) -> Vec<u8> {
    let none = [Sheet::default()];
    let sheets = if sheets.is_empty() { &none } else { sheets };
    let mut parts = vec![
        (
            "[Content_Types].xml".to_owned(),
            content_types(sheets.len()),
        ),
        ("_rels/.rels".to_owned(), root_relations()),
        ("xl/workbook.xml".to_owned(), listing(sheets)),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            relations(sheets.len()),
        ),
        ("xl/styles.xml".to_owned(), styles()),
    ];
    for (number, sheet) in (1..).zip(sheets) {
        parts.push((format!("xl/worksheets/sheet{number}.xml"), markup(sheet)));
    }
    // Writing to memory cannot fail.
    archive(&parts).unwrap_or_default()
}

fn archive(parts: &[(String, String)]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut bytes);
    for (path, content) in parts {
        let (mut entry, config) = archive
            .new_file(path)
            .compression_method(CompressionMethod::DEFLATE)
            .start()
            .ok()?;
        let packed = miniz_oxide::deflate::compress_to_vec(content.as_bytes(), 6);
        entry.write_all(&packed).ok()?;
        // What is counted is the content, not what is packed.
        let mut counted = config.wrap(std::io::sink());
        counted.write_all(content.as_bytes()).ok()?;
        let (_, descriptor) = counted.finish().ok()?;
        entry.finish(descriptor).ok()?;
    }
    archive.finish().ok()?;
    Some(bytes)
}

fn content_types(sheets: usize) -> String {
    let mut markup = format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
         ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{TYPE}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{TYPE}.styles+xml\"/>"
    );
    for number in 1..=sheets {
        let _ = write!(
            markup,
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{TYPE}.worksheet+xml\"/>"
        );
    }
    markup + "</Types>"
}

fn root_relations() -> String {
    format!(
        "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" \
         Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    )
}

fn relations(sheets: usize) -> String {
    let mut markup = format!(
        "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"styles\" \
         Type=\"{RELATIONS}/styles\" Target=\"styles.xml\"/>"
    );
    for number in 1..=sheets {
        let _ = write!(
            markup,
            "<Relationship Id=\"rId{number}\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
    }
    markup + "</Relationships>"
}

fn listing(sheets: &[Sheet]) -> String {
    let mut markup =
        format!("{DECLARATION}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>");
    let mut taken: Vec<String> = Vec::new();
    for (number, sheet) in (1..).zip(sheets) {
        let name = free_name(&sheet.name, number, &taken);
        markup.push_str("<sheet name=\"");
        push_escaped(&mut markup, &name);
        let _ = write!(markup, "\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
        taken.push(name.to_lowercase());
    }
    markup + "</sheets></workbook>"
}

/// A name as sheets may have it: at most 31 characters, none of the forbidden ones, not empty, not taken.
fn free_name(name: &str, number: usize, taken: &[String]) -> String {
    let allowed = name.chars().map(|character| match character {
        '[' | ']' | ':' | '*' | '?' | '/' | '\\' => ' ',
        other => other,
    });
    let shortened: String = allowed.take(MOST_NAME_CHARACTERS).collect();
    let trimmed = shortened.trim_matches([' ', '\'']);
    if !trimmed.is_empty() && !taken.contains(&trimmed.to_lowercase()) {
        return trimmed.to_owned();
    }
    let suffix = format!(" {number}");
    let room = MOST_NAME_CHARACTERS - suffix.len();
    let head: String = trimmed.chars().take(room).collect();
    let head = if head.is_empty() {
        "表"
    } else {
        head.as_str()
    };
    format!("{head}{suffix}")
}

/// Two styles: 0 plain, 1 bold for heads.
fn styles() -> String {
    format!(
        "{DECLARATION}<styleSheet xmlns=\"{MAIN}\"><fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/>\
         <sz val=\"11\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill>\
         <patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>\
         <cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf fontId=\"0\"/><xf fontId=\"1\" \
         applyFont=\"1\"/></cellXfs></styleSheet>"
    )
}

fn markup(sheet: &Sheet) -> String {
    let mut markup = format!(
        "{DECLARATION}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" \
         topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr \
         defaultColWidth=\"14\" defaultRowHeight=\"15\"/><sheetData>"
    );
    for (number, row) in (1..).zip(sheet.rows.iter().take(MOST_ROWS)) {
        let _ = write!(markup, "<row r=\"{number}\">");
        for (column, cell) in row.iter().enumerate() {
            push_cell(&mut markup, number, column, cell);
        }
        markup.push_str("</row>");
    }
    markup + "</sheetData></worksheet>"
}

fn push_cell(markup: &mut String, row: usize, column: usize, cell: &Cell) {
    let style = if row == 1 { " s=\"1\"" } else { "" };
    let name = column_name(column);
    let text = match cell {
        Cell::Empty => return,
        Cell::Count(count) => {
            let _ = write!(markup, "<c r=\"{name}{row}\"{style}><v>{count}</v></c>");
            return;
        }
        Cell::Number(number) if number.is_finite() => {
            let _ = write!(markup, "<c r=\"{name}{row}\"{style}><v>{number}</v></c>");
            return;
        }
        Cell::Number(_) => return,
        Cell::Infinite(true) => "−∞",
        Cell::Infinite(false) => "∞",
        Cell::Text(text) => text,
    };
    let _ = write!(
        markup,
        "<c r=\"{name}{row}\" t=\"inlineStr\"{style}><is><t xml:space=\"preserve\">"
    );
    let end = text.char_indices().nth(MOST_CHARACTERS);
    let end = end.map_or(text.len(), |(end, _)| end);
    push_escaped(markup, text.get(..end).unwrap_or(""));
    markup.push_str("</t></is></c>");
}

/// A, B … Z, AA …
fn column_name(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or(0)));
        if column < 26 {
            return letters.iter().rev().collect();
        }
        column = column / 26 - 1;
    }
}

/// Characters that XML does not know are shown as �.
fn push_escaped(markup: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => markup.push_str("&amp;"),
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            '"' => markup.push_str("&quot;"),
            '\t' | '\n' => markup.push(character),
            '\r' => markup.push_str("&#13;"),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => markup.push('\u{fffd}'),
            other => markup.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]

    use super::*;
    use crate::text::workbook::read;

    #[test]
    fn columns_have_letters() {
        for (column, name) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (52, "BA"),
            (701, "ZZ"),
            (702, "AAA"),
        ] {
            assert_eq!(column_name(column), name);
        }
    }

    #[test]
    fn sheets_have_names_of_their_own() {
        let names = [
            "词表",
            "词表",
            "a/b:c",
            "",
            "[]",
            "很长".repeat(20).as_str(),
        ]
        .map(str::to_owned);
        let mut taken = Vec::new();
        for (number, name) in (1..).zip(names) {
            let free = free_name(&name, number, &taken);
            assert!(!free.is_empty() && free.chars().count() <= 31, "{free}");
            assert!(!taken.contains(&free), "{free}");
            taken.push(free);
        }
    }

    fn sheet() -> Sheet {
        let text = |text: &str| Cell::Text(text.to_owned());
        Sheet {
            name: "主题词".to_owned(),
            rows: vec![
                vec![text("词"), text("频次"), text("对数比")],
                vec![
                    text("<疫情> & \"防控\"\u{1}"),
                    Cell::Count(12),
                    Cell::Number(-0.25),
                ],
                vec![text("=1+1"), Cell::Empty, Cell::Infinite(false)],
            ],
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let bytes = workbook(&[sheet()]);
        let text = read(bytes).expect("a workbook").expect("a workbook");
        assert_eq!(
            text,
            "词\t频次\t对数比\n<疫情> & \"防控\"\u{fffd}\t12\t-0.25\n=1+1\t\t∞\n"
        );
    }

    #[test]
    fn the_same_sheets_give_the_same_bytes() {
        assert_eq!(workbook(&[sheet()]), workbook(&[sheet()]));
    }

    #[test]
    fn a_workbook_of_nothing_is_one() {
        assert!(crate::text::workbook::looks_like_workbook(&workbook(&[])));
    }
}
