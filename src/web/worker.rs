//! The worker: turns the handle of the [`Engine`] in short slices, between which messages are heard.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent};

use super::content::byte_source;
use crate::engine::Engine;
use crate::engine::protocol::{FromWorker, Reply, Request, ToWorker};

/// How long a slice of work may last. With the step that overruns it, it stays below 30 ms.
const SLICE_MILLIS: f64 = 20.0;

struct Shell {
    scope: DedicatedWorkerGlobalScope,
    engine: RefCell<Engine>,
    /// A message to oneself ends a slice and lets waiting messages in; a timer would be held back by the browser.
    channel: MessageChannel,
    /// Whether such a message is under way.
    scheduled: Cell<bool>,
}

/// Starts the worker: loads the dictionary, says hello, and answers messages from then on.
pub fn start() {
    super::panic::report_in_worker();
    let Ok(channel) = MessageChannel::new() else {
        return;
    };
    let shell = Rc::new(Shell {
        scope: js_sys::global().unchecked_into(),
        engine: RefCell::new(Engine::new()),
        channel,
        scheduled: Cell::new(false),
    });
    listen(&shell);
    shell.post_replies();
}

/// Both listeners live as long as the worker.
fn listen(shell: &Rc<Shell>) {
    let here = Rc::clone(shell);
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        here.hear(&event.data())
    });
    shell
        .scope
        .set_onmessage(Some(on_message.into_js_value().unchecked_ref()));
    let here = Rc::clone(shell);
    let on_slice = Closure::<dyn FnMut(MessageEvent)>::new(move |_| here.slice());
    shell
        .channel
        .port1()
        .set_onmessage(Some(on_slice.into_js_value().unchecked_ref()));
}

impl Shell {
    /// Takes a parcel: the message, and the content that goes with it.
    fn hear(&self, parcel: &JsValue) {
        // The table of document frequencies comes by itself, before the first parcel.
        if let Some(idf) = parcel.dyn_ref::<ArrayBuffer>() {
            let bytes = Uint8Array::new(idf).to_vec();
            self.engine.borrow_mut().take_idf(&bytes);
            return;
        }
        let parcel: &Array = parcel.unchecked_ref();
        let bytes = parcel
            .get(0)
            .dyn_into::<Uint8Array>()
            .map(|bytes| bytes.to_vec())
            .unwrap_or_default();
        // A message that cannot be read comes from another version of the page; the hello has told it so.
        let Ok(message) = postcard::from_bytes::<ToWorker>(&bytes) else {
            return;
        };
        if matches!(message.request, Request::View(_)) {
            self.post(&FromWorker {
                job: message.job,
                reply: Reply::Answering,
            });
        }
        self.engine
            .borrow_mut()
            .handle(message, byte_source(parcel.get(1)));
        self.post_replies();
        self.schedule();
    }

    fn schedule(&self) {
        if self.engine.borrow().is_busy() && !self.scheduled.replace(true) {
            let _ = self.channel.port2().post_message(&JsValue::NULL);
        }
    }

    /// Works for one slice. What is in work is told before, so that the page knows whom to blame for a crash.
    fn slice(&self) {
        self.scheduled.set(false);
        self.post_progress();
        let end = self.now_millis() + SLICE_MILLIS;
        while self.engine.borrow_mut().step() {
            if self.post_replies() {
                self.post_progress();
            }
            if self.now_millis() >= end {
                break;
            }
        }
        self.schedule();
    }

    fn now_millis(&self) -> f64 {
        self.scope
            .performance()
            .map_or(0.0, |performance| performance.now())
    }

    fn post_progress(&self) {
        if let Some(progress) = self.engine.borrow().progress() {
            self.post(&progress);
        }
    }

    /// Posts what the engine has to say; whether there was anything.
    fn post_replies(&self) -> bool {
        let replies = self.engine.borrow_mut().take_replies();
        for reply in &replies {
            self.post(reply);
        }
        !replies.is_empty()
    }

    fn post(&self, message: &FromWorker) {
        let Ok(bytes) = postcard::to_stdvec(message) else {
            return;
        };
        let bytes = Uint8Array::from(bytes.as_slice());
        let buffer = bytes.buffer();
        let _ = self
            .scope
            .post_message_with_transfer(&bytes, &Array::of1(&buffer));
    }
}
