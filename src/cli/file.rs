//! Files on disk, read by the engine.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use crate::engine::Engine;
use crate::engine::bytes::{ByteSource, Unreadable};
use crate::engine::protocol::{JobId, Reply, Request, ToWorker};
use crate::report::views::DocumentId;

use super::arguments::Decoding;

/// A file, opened when its turn comes: more may wait than may be open at one time.
struct FileBytes {
    path: PathBuf,
    file: Option<File>,
    size_bytes: u64,
}

impl FileBytes {
    fn find(path: &Path) -> std::io::Result<Self> {
        // Opened once, so that what cannot be read is told at once.
        let metadata = File::open(path)?.metadata()?;
        if metadata.is_dir() {
            return Err(std::io::ErrorKind::IsADirectory.into());
        }
        Ok(Self {
            path: path.to_owned(),
            file: None,
            size_bytes: metadata.len(),
        })
    }

    fn read_at(&mut self, offset: u64, count: usize) -> std::io::Result<Vec<u8>> {
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(File::open(&self.path)?),
        };
        file.seek(SeekFrom::Start(offset))?;
        let mut bytes = Vec::new();
        file.take(count as u64).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

impl ByteSource for FileBytes {
    fn len(&self) -> u64 {
        self.size_bytes
    }

    fn read(&mut self, offset: u64, count: usize) -> Result<Vec<u8>, Unreadable> {
        self.read_at(offset, count).map_err(|_| Unreadable)
    }
}

/// Reads a file into the engine as this document. Says on standard error why it cannot be read.
pub fn add(engine: &mut Engine, document: DocumentId, path: &Path, decoding: &Decoding) -> bool {
    let job = JobId(1);
    let is_found = queue(engine, job, document, path, decoding);
    work(engine);
    is_found && is_read(engine, &[(job, path)])
}

/// Reads files into the engine as documents 0, 1, 2 …: all are waiting before the first is read, so that what hangs on
/// all of them is done once. Says on standard error which cannot be read, and why; whether all could be.
pub fn add_all(engine: &mut Engine, files: &[PathBuf], decoding: &Decoding) -> bool {
    let mut waiting = Vec::new();
    let mut all_found = true;
    for (number, path) in (0..).zip(files) {
        let job = JobId(u64::from(number) + 1);
        if queue(engine, job, DocumentId(number), path, decoding) {
            waiting.push((job, path.as_path()));
        } else {
            all_found = false;
        }
    }
    work(engine);
    is_read(engine, &waiting) && all_found
}

fn queue(
    engine: &mut Engine,
    job: JobId,
    document: DocumentId,
    path: &Path,
    decoding: &Decoding,
) -> bool {
    let bytes = match FileBytes::find(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("cijing: {}: {error}", path.display());
            return false;
        }
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let request = Request::Read {
        document,
        name: name.into_owned(),
        encoding: decoding.encoding.map(Into::into),
    };
    engine.handle(ToWorker { job, request }, Some(Box::new(bytes)));
    true
}

fn work(engine: &mut Engine) {
    while engine.step() {}
}

/// Whether all files could be read, by what the engine said of their jobs.
fn is_read(engine: &mut Engine, jobs: &[(JobId, &Path)]) -> bool {
    let mut all_read = true;
    for message in engine.take_replies() {
        let path = jobs.iter().find(|(job, _)| *job == message.job);
        if let (Reply::Failed { error, .. }, Some((_, path))) = (message.reply, path) {
            eprintln!("cijing: {}: {error}", path.display());
            all_read = false;
        }
    }
    all_read
}

/// Sends a request, works until all is done, and gives the last answer to it.
pub fn ask(
    engine: &mut Engine,
    request: Request,
    content: Option<Box<dyn ByteSource>>,
) -> Option<Reply> {
    let job = JobId(1);
    engine.handle(ToWorker { job, request }, content);
    work(engine);
    // What comes by itself has no job.
    let answers = engine.take_replies().into_iter();
    let mut answers = answers.filter(|message| message.job == job);
    answers.next_back().map(|message| message.reply)
}
