//! Workbooks for the tests: zip archives of markup as Excel, WPS and LibreOffice write it.

use std::io::Write as _;

use rawzip::{CompressionMethod, ZipArchiveWriter};

/// What every program writes around the markup of a part.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// An archive of parts: their paths and contents. Those over a hundred bytes are deflated.
pub fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut bytes);
    for (path, content) in parts {
        let is_deflated = content.len() > 100;
        let method = if is_deflated {
            CompressionMethod::DEFLATE
        } else {
            CompressionMethod::STORE
        };
        let (mut entry, config) = archive
            .new_file(*path)
            .compression_method(method)
            .start()
            .expect("entry");
        let packed = if is_deflated {
            miniz_oxide::deflate::compress_to_vec(content.as_bytes(), 6)
        } else {
            content.as_bytes().to_vec()
        };
        entry.write_all(&packed).expect("content");
        // What is counted is the content, not what is packed.
        let mut counted = config.wrap(std::io::sink());
        counted.write_all(content.as_bytes()).expect("count");
        let (_, descriptor) = counted.finish().expect("descriptor");
        entry.finish(descriptor).expect("end of entry");
    }
    archive.finish().expect("directory");
    bytes
}

/// The relations of a part: number, kind and target of each.
pub fn relations(links: &[(&str, &str, &str)]) -> String {
    let mut markup = format!(
        "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    );
    for (id, kind, target) in links {
        markup +=
            &format!("<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>");
    }
    markup + "</Relationships>"
}

/// The parts of a workbook, to be changed before it is packed.
pub struct Parts {
    /// Paths and contents.
    pub parts: Vec<(String, String)>,
}

impl Parts {
    /// A workbook with these sheets: the markup in their `sheetData`.
    pub fn new(sheets: &[&str]) -> Self {
        let mut links = vec![
            (
                "s".to_owned(),
                "sharedStrings",
                "sharedStrings.xml".to_owned(),
            ),
            ("f".to_owned(), "styles", "styles.xml".to_owned()),
        ];
        let mut listed = String::new();
        let mut parts = Vec::new();
        for (number, rows) in (1..).zip(sheets) {
            let path = format!("worksheets/sheet{number}.xml");
            links.push((format!("rId{number}"), "worksheet", path.clone()));
            listed +=
                &format!("<sheet name=\"表{number}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
            parts.push((format!("xl/{path}"), sheet(rows)));
        }
        let links: Vec<(&str, &str, &str)> = links
            .iter()
            .map(|(id, kind, target)| (id.as_str(), *kind, target.as_str()))
            .collect();
        let root = relations(&[("rId1", "officeDocument", "xl/workbook.xml")]);
        let main = format!(
            "{DECLARATION}<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
             xmlns:r=\"{RELATIONS}\"><workbookPr/><sheets>{listed}</sheets></workbook>"
        );
        for (path, content) in [
            ("[Content_Types].xml", format!("{DECLARATION}<Types/>")),
            ("_rels/.rels", root),
            ("xl/workbook.xml", main),
            ("xl/_rels/workbook.xml.rels", relations(&links)),
            ("xl/styles.xml", STYLES.to_owned()),
        ] {
            parts.push((path.to_owned(), content));
        }
        Self { parts }
    }

    /// With the markup of the shared strings.
    pub fn strings(self, markup: &str) -> Self {
        let content = format!("{DECLARATION}<sst>{markup}</sst>");
        self.with("xl/sharedStrings.xml", &content)
    }

    /// With another content of a part, or one part more.
    pub fn with(mut self, path: &str, content: &str) -> Self {
        self.parts.retain(|(other, _)| other != path);
        self.parts.push((path.to_owned(), content.to_owned()));
        self
    }

    /// With something in a part replaced.
    pub fn replace(mut self, path: &str, from: &str, to: &str) -> Self {
        for (other, content) in &mut self.parts {
            if other == path {
                *content = content.replace(from, to);
            }
        }
        self
    }

    /// The bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        let parts: Vec<(&str, &str)> = self
            .parts
            .iter()
            .map(|(path, content)| (path.as_str(), content.as_str()))
            .collect();
        archive(&parts)
    }
}

/// The styles of these workbooks: 0 plain, 1 built-in day, 2 own day, 3 page number of two digits, 4 time.
const STYLES: &str = "<styleSheet><numFmts count=\"2\"><numFmt numFmtId=\"176\" \
    formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/><numFmt numFmtId=\"177\" formatCode=\"00\"/></numFmts>\
    <cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>\
    <xf numFmtId=\"176\"/><xf numFmtId=\"177\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>";

/// The part of a sheet with these rows.
pub fn sheet(rows: &str) -> String {
    format!(
        "{DECLARATION}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1\"/>\
         <sheetData>{rows}</sheetData><pageMargins left=\"0.7\"/></worksheet>"
    )
}

/// The markup of rows of inline strings; an empty one is left out, as programs do.
pub fn inline(rows: &[&[&str]]) -> String {
    let mut markup = String::new();
    for (number, row) in (1..).zip(rows) {
        markup += &format!("<row r=\"{number}\">");
        for (column, cell) in (b'A'..).zip(*row).filter(|(_, cell)| !cell.is_empty()) {
            let column = char::from(column);
            let cell = cell.replace('&', "&amp;").replace('<', "&lt;");
            markup += &format!(
                "<c r=\"{column}{number}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{cell}</t></is></c>"
            );
        }
        markup += "</row>";
    }
    markup
}
