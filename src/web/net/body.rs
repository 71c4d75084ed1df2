//! The body of an answer, piece by piece as it comes.

use js_sys::{ArrayBuffer, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, Response};

use crate::web::turn;

/// A body that is being read; let go of, it is cancelled.
pub enum Body {
    Stream(ReadableStreamDefaultReader),
    /// What has no stream (a page's own `fetch` may answer with anything) comes whole.
    Whole(Option<Response>),
}

impl Body {
    pub fn of(response: &Response) -> Self {
        let reader = response.body().map(|stream| stream.get_reader().dyn_into());
        match reader {
            Some(Ok(reader)) => Self::Stream(reader),
            _ => Self::Whole(Some(Clone::clone(response))),
        }
    }

    /// The next piece; none at the end.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, JsValue> {
        match self {
            Self::Stream(reader) => {
                let read = JsFuture::from(reader.read()).await?;
                if Reflect::get(&read, &"done".into())?.is_truthy() {
                    return Ok(None);
                }
                let piece: Uint8Array = Reflect::get(&read, &"value".into())?.dyn_into()?;
                Ok(Some(piece.to_vec()))
            }
            Self::Whole(response) => {
                let Some(response) = response.take() else { return Ok(None) };
                let buffer: ArrayBuffer = JsFuture::from(response.array_buffer()?).await?.dyn_into()?;
                Ok(Some(Uint8Array::new(&buffer).to_vec()))
            }
        }
    }
}

impl Drop for Body {
    fn drop(&mut self) {
        if let Self::Stream(reader) = self {
            // At its end there is nothing to cancel, and no harm in it. Once the fetch is given up it rejects, which is no one's concern.
            let cancelled = JsFuture::from(reader.cancel());
            turn::spawn(async move {
                let _ = cancelled.await;
            });
        }
    }
}
