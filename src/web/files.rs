//! Files and text as they come in: dropped, chosen, pasted.

use std::rc::Rc;

use js_sys::{Array, Function, JsString, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    DataTransfer, Element, Event, File, FileList, FileSystemDirectoryEntry,
    FileSystemDirectoryReader, FileSystemEntry, FileSystemFileEntry,
};

/// What takes the files; called several times where folders are read.
pub type TakeFiles = Rc<dyn Fn(Vec<File>)>;

/// The files of a list, sorted by name so that the order does not hang on the system.
pub fn listed(list: Option<FileList>) -> Vec<File> {
    let list = list.into_iter();
    let mut files: Vec<File> = list
        .flat_map(|list| (0..list.length()).filter_map(move |index| list.get(index)))
        .collect();
    files.sort_by_key(File::name);
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
            _ => files.extend(item.get_as_file().ok().flatten()),
        }
    }
    if files.is_empty() && folders.is_empty() {
        files = listed(data.files());
    }
    files.sort_by_key(File::name);
    if !files.is_empty() {
        take(files);
    }
    if !folders.is_empty() {
        spawn_local(walk(folders, Rc::clone(take)));
    }
}

/// Reads folders, and the folders in them, one after another. What cannot be read is left out; hidden files are too.
async fn walk(mut folders: Vec<FileSystemEntry>, take: TakeFiles) {
    while let Some(folder) = folders.pop() {
        let Ok(folder) = folder.dyn_into::<FileSystemDirectoryEntry>() else {
            continue;
        };
        let mut files = Vec::new();
        for entry in entries(&folder.create_reader()).await {
            if entry.is_directory() {
                folders.push(entry);
            } else if !entry.name().starts_with('.') {
                files.extend(file_of(entry).await);
            }
        }
        files.sort_by_key(File::name);
        if !files.is_empty() {
            take(files);
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
    let entry: FileSystemFileEntry = entry.dyn_into().ok()?;
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

/// Whether an event happened where the user edits text, so that its keys belong to the editing.
pub fn is_editing(event: &Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let editor =
        target.map(|target| target.closest("input:not([type=checkbox]), textarea, select"));
    matches!(editor, Some(Ok(Some(_))))
}
