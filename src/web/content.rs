//! The bytes of what the page sends to the worker: file handles, strings, and the numbers of samples.

use js_sys::{JsString, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use web_sys::{Blob, FileReaderSync};

use super::sample::Sample;
use crate::engine::bytes::{ByteSource, InMemory, Unreadable};

/// The bytes behind a value: a file handle, text, or the number of a sample.
pub fn byte_source(content: JsValue) -> Option<Box<dyn ByteSource>> {
    if let Some(text) = content.dyn_ref::<JsString>() {
        return Some(Box::new(InMemory(text_bytes(text))));
    }
    if let Some(sample) = content.as_f64().and_then(Sample::of_number) {
        let bytes = sample.text().as_bytes().to_vec();
        return Some(Box::new(InMemory(bytes)));
    }
    let blob = content.dyn_into::<Blob>().ok()?;
    let reader = FileReaderSync::new().ok()?;
    Some(Box::new(FileBytes { blob, reader }))
}

/// Text as bytes of a file: UTF-8, or UTF-16 with its mark where lone surrogates must survive to be reported.
fn text_bytes(text: &JsString) -> Vec<u8> {
    match text.as_string().filter(|_| text.is_valid_utf16()) {
        Some(text) => text.into_bytes(),
        None => {
            let units = std::iter::once(0xfeff).chain(text.iter());
            units.flat_map(u16::to_le_bytes).collect()
        }
    }
}

/// The bytes of a file handle, read piece by piece. Only workers may read synchronously.
struct FileBytes {
    blob: Blob,
    reader: FileReaderSync,
}

impl ByteSource for FileBytes {
    fn len(&self) -> u64 {
        // Sizes are whole numbers far below 2⁵³.
        self.blob.size() as u64
    }

    fn read(&mut self, offset: u64, count: usize) -> Result<Vec<u8>, Unreadable> {
        let (start, end) = (offset as f64, offset as f64 + count as f64);
        let slice = self
            .blob
            .slice_with_f64_and_f64(start, end)
            .map_err(|_| Unreadable)?;
        let buffer = self
            .reader
            .read_as_array_buffer(&slice)
            .map_err(|_| Unreadable)?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }
}
