//! `cijing read`: a page as JSON.

use std::io::Write;

use super::arguments::ReadOptions;
use super::file::{add, ask};
use crate::engine::Engine;
use crate::engine::protocol::{Export, Reply, Request};
use crate::report::views::DocumentId;

/// Writes the page as JSON. Whether the file could be read.
pub fn read(options: &ReadOptions, output: &mut dyn Write) -> std::io::Result<bool> {
    let mut engine = Engine::new();
    let document = DocumentId(0);
    if !add(&mut engine, document, &options.file, &options.decoding) {
        return Ok(false);
    }
    if let Some(Reply::Export { bytes, .. }) = ask(
        &mut engine,
        Request::Export(Export::PageJson(document)),
        None,
    ) {
        output.write_all(&bytes)?;
    }
    Ok(true)
}
