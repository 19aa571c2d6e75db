//! One worker: opened through the boot script, spoken to in postcard, ended when dropped.

use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};

use super::Content;
use crate::engine::protocol::{FromWorker, ToWorker};

#[wasm_bindgen]
extern "C" {
    /// The boot script's promise of a worker: made after the network is shut, the compiled module already posted.
    #[wasm_bindgen(js_namespace = cijing, js_name = startWorker, catch)]
    async fn start_worker() -> Result<JsValue, JsValue>;
}

/// What comes from a worker.
pub enum Heard {
    /// A message.
    Message(Box<FromWorker>),
    /// It threw, trapped, dropped a promise, or said something that is no message. It must not be used again.
    Fault,
}

/// A worker in service. Dropping the line ends the worker, whatever it is doing.
pub struct Line {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
    _on_message_error: Closure<dyn FnMut(Event)>,
}

impl Line {
    /// Starts a worker.
    ///
    /// # Errors
    ///
    /// Where the boot script could not fetch or compile the worker.
    pub async fn open(on_heard: Rc<dyn Fn(Heard)>) -> Result<Self, JsValue> {
        let worker: Worker = start_worker().await?.dyn_into()?;
        let heard = Rc::clone(&on_heard);
        let on_message = Closure::new(move |event: MessageEvent| heard(decode(&event.data())));
        let heard = Rc::clone(&on_heard);
        let on_error = Closure::new(move |event: ErrorEvent| {
            // The browser would print the message; it cannot hold the user's text, but it helps nobody either.
            event.prevent_default();
            heard(Heard::Fault);
        });
        let on_message_error = Closure::new(move |_: Event| on_heard(Heard::Fault));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_message_error.as_ref().unchecked_ref()));
        Ok(Self {
            worker,
            _on_message: on_message,
            _on_error: on_error,
            _on_message_error: on_message_error,
        })
    }

    /// Sends a message, and the content that goes with it. What cannot be sent shows as silence, which the bridge
    /// watches for.
    pub fn send(&self, message: &ToWorker, content: Option<&Content>) {
        let Ok(bytes) = postcard::to_stdvec(message) else {
            return;
        };
        let parcel = Array::of2(&Uint8Array::from(bytes.as_slice()), &content_value(content));
        let _ = self.worker.post_message(&parcel);
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.set_onmessageerror(None);
        self.worker.terminate();
    }
}

fn content_value(content: Option<&Content>) -> JsValue {
    match content {
        None => JsValue::UNDEFINED,
        Some(Content::File(file)) => file.into(),
        Some(Content::Pasted(text)) => text.into(),
        Some(Content::Sample(sample)) => JsValue::from_f64(sample.number()),
    }
}

fn decode(data: &JsValue) -> Heard {
    let Some(bytes) = data.dyn_ref::<Uint8Array>() else {
        return Heard::Fault;
    };
    match postcard::from_bytes(&bytes.to_vec()) {
        Ok(message) => Heard::Message(Box::new(message)),
        Err(_) => Heard::Fault,
    }
}
