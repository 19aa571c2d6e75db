//! Files and text as they come in: dropped, chosen, pasted.

use std::rc::Rc;

use js_sys::{Array, Function, JsString, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    DataTransfer, Element, Event, File, FileList, FileSystemDirectoryEntry,
    FileSystemDirectoryReader, FileSystemEntry, FileSystemFileEntry,
};

use crate::text::arrange::Arrange;

/// A file and its name, with the folders before it where it was dropped in a folder: `江南晚报/2022-07-04/A02.txt`.
pub struct NamedFile {
    /// The file.
    pub file: File,
    /// Its name, in Unicode's composed form: some systems name files in the decomposed one.
    pub name: String,
}

impl NamedFile {
    fn new(file: File, path: &str) -> Self {
        let path = path.trim_start_matches('/');
        let composed = JsString::from(path).normalize("NFC");
        let name = composed.as_string().unwrap_or_else(|| path.to_owned());
        Self { file, name }
    }
}

/// What takes the files; called several times where folders are read.
pub type TakeFiles = Rc<dyn Fn(Vec<NamedFile>)>;

/// The files of a list, sorted by name so that the order does not hang on the system. Those of a folder have the folders
/// before their names, and hidden ones are left out, as in a folder that is dropped.
pub fn listed(list: Option<FileList>) -> Vec<NamedFile> {
    let list = list.into_iter();
    let files = list.flat_map(|list| (0..list.length()).filter_map(move |index| list.get(index)));
    let named = files.filter_map(|file| match path_in_folder(&file) {
        Some(path) if path.split('/').any(|step| step.starts_with('.')) => None,
        Some(path) => Some(NamedFile::new(file, &path)),
        None => Some(named(file)),
    });
    sorted(named.collect())
}

/// The path of a file that was chosen with its folder, from that folder on.
fn path_in_folder(file: &File) -> Option<String> {
    let path = Reflect::get(file, &"webkitRelativePath".into()).ok()?;
    path.as_string().filter(|path| !path.is_empty())
}

fn named(file: File) -> NamedFile {
    let name = file.name();
    NamedFile::new(file, &name)
}

fn sorted(mut files: Vec<NamedFile>) -> Vec<NamedFile> {
    files.arrange_by(|one, other| one.name.cmp(&other.name));
    files
}

/// Whether a drag carries files, and not text or a link from some page.
pub fn holds_files(data: &DataTransfer) -> bool {
    data.types().includes(&"Files".into(), 0)
}

/// Hands over the files of a drop at once, and those in dropped folders as they are found.
pub fn take_dropped(data: &DataTransfer, take: &TakeFiles) {
    let items = data.items();
    let mut files = Vec::new();
    let mut folders = Vec::new();
    for item in (0..items.length()).filter_map(|index| items.get(index)) {
        let entry = item.webkit_get_as_entry().ok().flatten();
        match entry {
            Some(entry) if entry.is_directory() => folders.push(entry),
            _ => files.extend(item.get_as_file().ok().flatten().map(named)),
        }
    }
    if files.is_empty() && folders.is_empty() {
        files = listed(data.files());
    }
    if !files.is_empty() {
        take(sorted(files));
    }
    if !folders.is_empty() {
        spawn_local(walk(folders, Rc::clone(take)));
    }
}

/// Reads folders, and the folders in them, one after another. What cannot be read is left out; hidden files are too.
async fn walk(mut folders: Vec<FileSystemEntry>, take: TakeFiles) {
    while let Some(folder) = folders.pop() {
        // The browser says that it is a folder; not every browser has the class by name to ask for.
        let folder: FileSystemDirectoryEntry = folder.unchecked_into();
        let mut files = Vec::new();
        for entry in entries(&folder.create_reader()).await {
            if entry.is_directory() {
                folders.push(entry);
            } else if !entry.name().starts_with('.') {
                let path = entry.full_path();
                let file = file_of(entry).await;
                files.extend(file.map(|file| NamedFile::new(file, &path)));
            }
        }
        if !files.is_empty() {
            take(sorted(files));
        }
    }
}

/// The entries of a folder. The browser gives them in parts, the last of which is empty.
async fn entries(reader: &FileSystemDirectoryReader) -> Vec<FileSystemEntry> {
    let mut all = Vec::new();
    loop {
        let part = called_back(|done, failed| {
            reader.read_entries_with_callback_and_callback(done, failed)
        });
        let part = part
            .await
            .map(|part| Array::from(&part))
            .unwrap_or_default();
        if part.length() == 0 {
            return all;
        }
        all.extend(part.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
}

async fn file_of(entry: FileSystemEntry) -> Option<File> {
    // No folder, so a file; not every browser has the class by name to ask for.
    let entry: FileSystemFileEntry = entry.unchecked_into();
    let file = called_back(|done, failed| {
        entry.file_with_callback_and_callback(done, failed);
        Ok(())
    });
    file.await.ok()?.dyn_into().ok()
}

/// Waits for an old-fashioned function that takes two callbacks.
async fn called_back(
    start: impl Fn(&Function, &Function) -> Result<(), JsValue>,
) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |done, failed| {
        if let Err(error) = start(&done, &failed) {
            // The promise is rejected by it; the callback itself cannot fail.
            let _ = failed.call1(&JsValue::NULL, &error);
        }
    });
    JsFuture::from(promise).await
}

/// The text of a paste, as the browser's own string, in which lone surrogates survive. `None` where it holds none.
pub fn pasted(event: &Event) -> Option<JsString> {
    let data = Reflect::get(event, &"clipboardData".into()).ok()?;
    let get: Function = Reflect::get(&data, &"getData".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let text: JsString = get
        .call1(&data, &"text/plain".into())
        .ok()?
        .dyn_into()
        .ok()?;
    (text.length() > 0).then_some(text)
}

/// The text in a text box, as the browser's own string. `None` where it is empty.
pub fn typed(text_box: &Element) -> Option<JsString> {
    let text: JsString = Reflect::get(text_box, &"value".into())
        .ok()?
        .dyn_into()
        .ok()?;
    (text.length() > 0).then_some(text)
}

/// Reads a small file whole, and hands over its bytes; `None` where it is larger than allowed or cannot be read.
pub fn read_small(file: File, most_bytes: f64, take: Rc<dyn Fn(Option<Vec<u8>>)>) {
    spawn_local(async move {
        let bytes = if file.size() <= most_bytes {
            JsFuture::from(file.array_buffer()).await.ok()
        } else {
            None
        };
        take(bytes.map(|bytes| Uint8Array::new(&bytes).to_vec()));
    });
}

/// Whether an event happened where the user edits text, so that its keys belong to the editing.
pub fn is_editing(event: &Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let editor =
        target.map(|target| target.closest("input:not([type=checkbox]), textarea, select"));
    matches!(editor, Some(Ok(Some(_))))
}
