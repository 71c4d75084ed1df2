//! The sockets, through hyper: keep-alive, HEAD, pipelining and broken requests are its business.

use std::convert::Infallible;
use std::io::ErrorKind;
use std::net::TcpListener;
use std::rc::Rc;

use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, header};
use hyper_util::rt::TokioIo;
use tokio::runtime::Builder;
use tokio::task::LocalSet;

use super::site::Site;
use crate::workspace::Outcome;

/// Answers on one thread until the process ends.
pub fn serve(listener: TcpListener, site: Site) -> Outcome {
    let broken = |e: std::io::Error| format!("The server cannot go on: {e}.");
    listener.set_nonblocking(true).map_err(broken)?;
    let runtime = Builder::new_current_thread().enable_io().build().map_err(broken)?;
    let site = Rc::new(site);
    LocalSet::new().block_on(&runtime, async move {
        let listener = tokio::net::TcpListener::from_std(listener).map_err(broken)?;
        loop {
            let stream = match listener.accept().await {
                Ok((stream, _)) => stream,
                // The browser gave up before it was its turn.
                Err(e) if e.kind() == ErrorKind::ConnectionAborted => continue,
                Err(e) => return Err(broken(e)),
            };
            let site = Rc::clone(&site);
            let service = service_fn(move |request: Request<Incoming>| {
                let known = request.headers().get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
                let answer = site.answer(request.method(), request.uri().path(), known);
                async move { Ok::<_, Infallible>(answer) }
            });
            tokio::task::spawn_local(async move {
                // A browser that hangs up in the middle is no news.
                let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
            });
        }
    })
}
