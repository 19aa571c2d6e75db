//! Files on disk, read by the engine.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

use crate::engine::Engine;
use crate::engine::bytes::{ByteSource, Unreadable};
use crate::engine::protocol::{JobId, Reply, Request, ToWorker};
use crate::report::views::DocumentId;

use super::arguments::Decoding;

/// An open file.
struct FileBytes {
    file: File,
    size_bytes: u64,
}

impl FileBytes {
    fn open(path: &Path) -> std::io::Result<Self> {
        let file = File::open(path)?;
        let metadata = file.metadata()?;
        if metadata.is_dir() {
            return Err(std::io::ErrorKind::IsADirectory.into());
        }
        Ok(Self {
            file,
            size_bytes: metadata.len(),
        })
    }
}

impl ByteSource for FileBytes {
    fn len(&self) -> u64 {
        self.size_bytes
    }

    fn read(&mut self, offset: u64, count: usize) -> Result<Vec<u8>, Unreadable> {
        self.file
            .seek(SeekFrom::Start(offset))
            .map_err(|_| Unreadable)?;
        let mut bytes = Vec::new();
        (&mut self.file)
            .take(count as u64)
            .read_to_end(&mut bytes)
            .map_err(|_| Unreadable)?;
        Ok(bytes)
    }
}

/// Reads a file into the engine as this document. Says on standard error why it cannot be read.
pub fn add(engine: &mut Engine, document: DocumentId, path: &Path, decoding: &Decoding) -> bool {
    let bytes = match FileBytes::open(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("cijing: {}: {error}", path.display());
            return false;
        }
    };
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let request = Request::Read {
        document,
        name,
        encoding: decoding.encoding.map(Into::into),
    };
    match ask(engine, request, Some(Box::new(bytes))) {
        Some(Reply::Failed { error, .. }) => {
            eprintln!("cijing: {}: {error}", path.display());
            false
        }
        _ => true,
    }
}

/// Sends a request, works until all is done, and gives the last answer to it.
pub fn ask(
    engine: &mut Engine,
    request: Request,
    content: Option<Box<dyn ByteSource>>,
) -> Option<Reply> {
    let job = JobId(1);
    engine.handle(ToWorker { job, request }, content);
    while engine.step() {}
    // What comes by itself has no job.
    let answers = engine.take_replies().into_iter();
    let mut answers = answers.filter(|message| message.job == job);
    answers.next_back().map(|message| message.reply)
}
