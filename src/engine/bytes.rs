//! Where a document's bytes come from.

/// The bytes of one file, read in pieces. The browser implements it over a file handle, the command line over a path.
pub trait ByteSource {
    /// How many bytes there are.
    fn len(&self) -> u64;

    /// Whether there is no byte.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Reads up to `count` bytes from `offset`; fewer only at the end of the file.
    ///
    /// # Errors
    ///
    /// [`Unreadable`] where the file is no longer there, or changed since it was added.
    fn read(&mut self, offset: u64, count: usize) -> Result<Vec<u8>, Unreadable>;
}

/// A file could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the file can no longer be read")]
pub struct Unreadable;

/// Bytes in memory: pasted text, samples, tests.
#[derive(Debug, Clone)]
pub struct InMemory(pub Vec<u8>);

impl ByteSource for InMemory {
    fn len(&self) -> u64 {
        self.0.len() as u64
    }

    fn read(&mut self, offset: u64, count: usize) -> Result<Vec<u8>, Unreadable> {
        let start = usize::try_from(offset)
            .map_err(|_| Unreadable)?
            .min(self.0.len());
        let end = start.saturating_add(count).min(self.0.len());
        self.0.get(start..end).map(<[u8]>::to_vec).ok_or(Unreadable)
    }
}
