//! Word lists that the user imports.

use crate::report::answers::lexicon::ImportedWords;
use crate::text::decode::decode;
use crate::words::lexicon::Dictionary;
use crate::words::lexicon::list::read;

/// Reads a list of words for the lexicon, in whatever encoding it is.
pub fn words(name: &str, bytes: &[u8]) -> ImportedWords {
    let (detection, decoded) = decode(bytes, None);
    let list = read(&decoded.text);
    ImportedWords {
        encoding: detection.encoding,
        dictionary: Dictionary {
            name: name.to_owned(),
            lines: list.lines.into(),
            words: list.words,
            on: true,
        },
        faulty_total: list.faulty_total,
        faulty: list.faulty,
        empty_lines: list.empty_lines,
        entries: list.entries,
    }
}

/// Reads a list of stop words, a word a line.
pub fn stop_words(bytes: &[u8]) -> Vec<String> {
    super::stop_word_file::stop_words(bytes)
}

#[cfg(test)]
mod tests {
    use super::words;
    use crate::text::decode::Encoding;

    #[test]
    fn a_list_is_read_in_any_encoding() {
        let text =
            "疫情防控 5 n\r\n外防输入 v\r\n网格员\r\n大数据+网格化+铁脚板\r\n常态化核酸检测\r\n";
        let utf16 = |to_bytes: fn(u16) -> [u8; 2], mark: [u8; 2]| {
            let letters = text.encode_utf16().flat_map(to_bytes);
            mark.into_iter().chain(letters).collect::<Vec<u8>>()
        };
        let (gb18030, _, _) = encoding_rs::GB18030.encode(text);
        let rows: [(&str, Vec<u8>, Encoding); 5] = [
            ("UTF-8", text.as_bytes().to_vec(), Encoding::Utf8),
            (
                "with a mark",
                format!("\u{FEFF}{text}").into_bytes(),
                Encoding::Utf8,
            ),
            ("GB 18030", gb18030.into_owned(), Encoding::Gb18030),
            (
                "UTF-16",
                utf16(u16::to_le_bytes, [0xFF, 0xFE]),
                Encoding::Utf16Le,
            ),
            (
                "the other UTF-16",
                utf16(u16::to_be_bytes, [0xFE, 0xFF]),
                Encoding::Utf16Be,
            ),
        ];
        for (name, bytes, encoding) in rows {
            let imported = words("词表.txt", &bytes);
            assert_eq!(imported.encoding, encoding, "{name}");
            assert_eq!(
                &*imported.dictionary.lines,
                text.replace('\r', ""),
                "{name}"
            );
            assert_eq!(
                (imported.dictionary.words, imported.faulty_total),
                (5, 0),
                "{name}"
            );
        }
    }

    #[test]
    fn a_line_of_bad_bytes_is_told_and_the_others_are_taken() {
        let bytes = [
            b"\xE7\x96\xAB\xE6\x83\x85\n".as_slice(),
            b"\xFF\xFE\x80\n",
            "防控\n".as_bytes(),
        ]
        .concat();
        let imported = words("", &bytes);
        assert_eq!(&*imported.dictionary.lines, "疫情\n防控\n");
        assert_eq!(imported.faulty[0].line, 2);
    }
}
