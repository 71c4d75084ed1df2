//! The browser's side in a real browser: lifetimes, faults across the boundary, pixels.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Float64Array, Function, Int32Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, Event, HtmlCanvasElement, HtmlElement};

use super::dom;
use super::guards::{Frame, Listener, SizeObserver, Timeout};
use super::library::Library;
use super::net::{self, NetFault, Shared, Source};
use super::screen::Screen;
use super::surface;
use super::widget::Widget;
use crate::paint::{self, Palette};
use crate::series::{Day, Series};
use crate::view::scale::{Domain, Kind, Scale};

wasm_bindgen_test_configure!(run_in_browser);

fn canvas(width: u32, height: u32) -> HtmlCanvasElement {
    let canvas: HtmlCanvasElement = dom::element("canvas").unwrap();
    canvas.set_width(width);
    canvas.set_height(height);
    canvas
}

/// Opacity of every pixel, row by row.
fn opacity(canvas: &HtmlCanvasElement) -> Vec<u8> {
    let context: CanvasRenderingContext2d = canvas.get_context("2d").unwrap().unwrap().dyn_into().unwrap();
    let data = context.get_image_data(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height())).unwrap().data();
    data.iter().skip(3).step_by(4).copied().collect()
}

fn body() -> HtmlElement {
    dom::document().unwrap().body().unwrap()
}

/// What the shim hands over: a host in the page and the frame inside it.
fn host_and_frame() -> (HtmlElement, HtmlElement) {
    let host: HtmlElement = dom::child(&body(), "div", "").unwrap();
    let frame: HtmlElement = dom::child(&host, "div", "frame").unwrap();
    let _: HtmlElement = dom::child(&frame, "div", "waiting").unwrap();
    (host, frame)
}

async fn turn() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let window = web_sys::window().unwrap();
        window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 60).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

#[wasm_bindgen_test]
fn the_foot_of_the_overview_is_one_crisp_line_at_every_ratio() {
    for ratio in [1.0, 1.25, 2.0, 3.0] {
        let canvas = canvas(1, 1);
        let screen = Screen::new((100.0, 40.0), None, ratio);
        let series = Series::new(vec![Day::new(0).unwrap(), Day::new(100).unwrap()], vec![1.0, 2.0]).unwrap();
        let x = Scale::new(Kind::Linear, Domain::new(0.0, 100.0), 0.0, 100.0);
        surface::paint(&canvas, screen, &Palette::LIGHT, "sans-serif", |brushes| paint::overview(brushes, &series, &x, 40.0));
        assert_eq!((canvas.width(), canvas.height()), ((100.0 * ratio) as u32, (40.0 * ratio) as u32));
        let (width, alpha) = (canvas.width() as usize, opacity(&canvas));
        // The last tenth of the strip holds the foot and nothing of the line at a column near the left edge.
        let column: Vec<u8> =
            (alpha.len() / width * 3 / 4..alpha.len() / width).map(|row| alpha[row * width + width - 2]).collect();
        assert!(column.iter().all(|a| *a == 0 || *a == 255), "ratio {ratio}: {column:?}");
        assert_eq!(column.iter().map(|a| usize::from(*a == 255)).sum::<usize>(), ratio as usize, "ratio {ratio}");
    }
}

#[wasm_bindgen_test]
fn a_slanted_line_is_smooth_between_whole_pixels() {
    let canvas = canvas(67, 20);
    let screen = Screen::new((67.0, 20.0), None, 1.0);
    let series = Series::new(vec![Day::new(0).unwrap(), Day::new(60).unwrap()], vec![1.0, 2.0]).unwrap();
    let x = Scale::new(Kind::Linear, Domain::new(0.0, 60.0), 0.0, 67.0);
    surface::paint(&canvas, screen, &Palette::LIGHT, "sans-serif", |brushes| paint::overview(brushes, &series, &x, 20.0));
    let shades: std::collections::BTreeSet<u8> = opacity(&canvas).into_iter().collect();
    assert!(shades.len() > 20, "{} shades: drawn on whole pixels", shades.len());
}

#[wasm_bindgen_test]
fn a_listener_hears_until_it_is_dropped() {
    let node: HtmlElement = dom::element("div").unwrap();
    let heard = Rc::new(Cell::new(0));
    let count = Rc::clone(&heard);
    let listener = Listener::passive(&node, "ping", move |_| count.set(count.get() + 1)).unwrap();
    node.dispatch_event(&Event::new("ping").unwrap()).unwrap();
    drop(listener);
    node.dispatch_event(&Event::new("ping").unwrap()).unwrap();
    assert_eq!(heard.get(), 1);
    assert_eq!(Rc::strong_count(&heard), 1, "the callback was not freed");
}

#[wasm_bindgen_test]
async fn a_frame_that_is_dropped_never_comes() {
    let window = web_sys::window().unwrap();
    let called = Rc::new(Cell::new(false));
    let flag = Rc::clone(&called);
    drop(Frame::request(&window, Box::new(move || flag.set(true))).unwrap());
    turn().await;
    assert!(!called.get());
}

#[wasm_bindgen_test]
async fn a_size_observer_tells_a_change_and_then_lets_go() {
    let node: HtmlElement = dom::child(&body(), "div", "").unwrap();
    let seen = Rc::new(Cell::new(0));
    let count = Rc::clone(&seen);
    let observer = SizeObserver::new(&node, move |_| count.set(count.get() + 1)).unwrap();
    turn().await;
    let first = seen.get();
    assert!(first >= 1);
    dom::set_style(&node, "height", "40px");
    turn().await;
    assert!(seen.get() > first);
    drop(observer);
    let last = seen.get();
    dom::set_style(&node, "height", "80px");
    turn().await;
    assert_eq!(seen.get(), last);
    node.remove();
}

#[wasm_bindgen_test]
async fn a_file_that_is_not_there_is_a_fault_with_its_status() {
    assert_eq!(bytes("/no/such/file.bin").await, Err(NetFault::Unreachable("404".to_owned())));
}

#[wasm_bindgen_test]
async fn a_patched_fetch_that_rejects_with_a_text_is_a_fault_and_no_panic() {
    let window = web_sys::window().unwrap();
    let original = Reflect::get(&window, &"fetch".into()).unwrap();
    let patched = Function::new_no_args("return Promise.reject('blocked by the page')");
    Reflect::set(&window, &"fetch".into(), &patched).unwrap();
    let answer = bytes("/anything").await;
    Reflect::set(&window, &"fetch".into(), &original).unwrap();
    assert_eq!(answer, Err(NetFault::Unreachable("blocked by the page".to_owned())));
}

#[wasm_bindgen_test]
async fn those_who_ask_at_once_share_one_request_and_a_failure_can_be_tried_again() {
    let library = Library::at("/nowhere/");
    let (a, b) = (library.load("core").unwrap(), library.load("core").unwrap());
    assert!(Rc::ptr_eq(&a, &b));
    let copy = library.own_copy();
    assert!(Rc::ptr_eq(&a, &copy.load("core").unwrap()), "a widget's own library asks through the common one");
    // One holds on while the other waits.
    let first = Shared::wait(a).await;
    drop(b);
    assert!(matches!(first, Some(Err(_))));
    let again = library.load("core").unwrap();
    let held = Rc::clone(&again);
    assert_eq!(first, Shared::wait(again).await);
    drop(held);
}

#[wasm_bindgen_test]
async fn work_that_no_one_waits_for_any_more_is_given_up() {
    let signals = Rc::new(std::cell::RefCell::new(Vec::new()));
    let kept = Rc::clone(&signals);
    let shared = Shared::start(move |stop| {
        kept.borrow_mut().push(stop);
        std::future::pending::<()>()
    });
    let (one, two) = (shared.unwrap(), Rc::clone(&signals));
    let other = Rc::clone(&one);
    drop(one);
    assert!(!two.borrow()[0].aborted(), "another still waits");
    let weak = Rc::downgrade(&other);
    drop(other);
    assert!(weak.upgrade().is_none() && two.borrow()[0].aborted());
}

#[wasm_bindgen_test]
async fn who_waits_wakes_when_the_last_holder_has_gone() {
    let shared = Shared::start(|_| std::future::pending::<u8>()).unwrap();
    // `wait` holds nothing, so that this is the last.
    assert_eq!(Shared::wait(shared).await, None);
}

/// Answers of a page's own `fetch`, one after another; each is a JavaScript expression.
struct Fetches {
    original: JsValue,
    window: web_sys::Window,
}

impl Fetches {
    fn new(answers: &str) -> Self {
        let window = web_sys::window().unwrap();
        let original = Reflect::get(&window, &"fetch".into()).unwrap();
        let body = format!(
            "const answers = [{answers}]; let n = 0; return (request) => {{ self.__asked = ++n; return answers[n - 1](request); }};"
        );
        let patched = Function::new_no_args(&body).call0(&JsValue::NULL).unwrap();
        Reflect::set(&window, &"fetch".into(), &patched).unwrap();
        Self { original, window }
    }

    fn asked(&self) -> u32 {
        Reflect::get(&self.window, &"__asked".into()).unwrap().as_f64().unwrap_or_default() as u32
    }
}

impl Drop for Fetches {
    fn drop(&mut self) {
        let _ = Reflect::set(&self.window, &"fetch".into(), &self.original);
    }
}

async fn bytes(url: &str) -> Result<Vec<u8>, NetFault> {
    let never = web_sys::AbortController::new().unwrap();
    net::bytes(url, Source::Any, &never.signal()).await
}

#[wasm_bindgen_test]
async fn what_passes_is_tried_again_and_what_lasts_is_not() {
    const BUSY: &str = "async () => new Response('', { status: 503 })";
    const GOOD: &str = "async () => new Response('ab')";
    let fetches =
        Fetches::new(&[BUSY, "async () => new Response('', { status: 429, headers: { 'Retry-After': '0' } })", GOOD].join(", "));
    assert_eq!((bytes("/x").await, fetches.asked()), (Ok(b"ab".to_vec()), 3));
    drop(fetches);
    let fetches = Fetches::new(&[BUSY, BUSY, BUSY, GOOD].join(", "));
    assert_eq!((bytes("/x").await, fetches.asked()), (Err(NetFault::Unreachable("503".to_owned())), 3));
    drop(fetches);
    let fetches = Fetches::new(&["async () => new Response('', { status: 403 })", GOOD].join(", "));
    assert_eq!((bytes("/x").await, fetches.asked()), (Err(NetFault::Unreachable("403".to_owned())), 1));
    drop(fetches);
    let fetches = Fetches::new(&["() => Promise.reject(new TypeError('offline'))", GOOD].join(", "));
    assert_eq!((bytes("/x").await, fetches.asked()), (Ok(b"ab".to_vec()), 2));
    drop(fetches);
    // Longer than the deadline: not worth waiting for.
    let fetches =
        Fetches::new(&["async () => new Response('', { status: 429, headers: { 'Retry-After': '60' } })", GOOD].join(", "));
    assert_eq!((bytes("/x").await, fetches.asked()), (Err(NetFault::Unreachable("429".to_owned())), 1));
}

#[wasm_bindgen_test]
async fn a_body_that_breaks_off_is_asked_for_anew_from_its_beginning() {
    const HALF: &str = "async () => new Response(new ReadableStream({ start(c) { c.enqueue(new Uint8Array([97])); }, pull(c) { c.error(new Error('cut')); } }))";
    let fetches = Fetches::new(&[HALF, "async () => new Response('ab')"].join(", "));
    assert_eq!((bytes("/x").await, fetches.asked()), (Ok(b"ab".to_vec()), 2));
    drop(fetches);
    let fetches = Fetches::new(&[HALF, HALF, HALF].join(", "));
    assert_eq!((bytes("/x").await, fetches.asked()), (Err(NetFault::BrokenOff), 3));
}

#[wasm_bindgen_test]
async fn a_fetch_that_is_given_up_ends_at_once() {
    let fetches = Fetches::new(
        "(request) => new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason)))",
    );
    let begin = js_sys::Date::now();
    let controller = web_sys::AbortController::new().unwrap();
    let signal = controller.signal();
    let _later = Timeout::after(&fetches.window, 50, Box::new(move || controller.abort())).unwrap();
    assert!(net::bytes("/x", Source::Any, &signal).await.is_err());
    assert!(net::bytes("/x", Source::Any, &signal).await.is_err(), "what was given up before is not begun");
    assert!(js_sys::Date::now() - begin < 2_000.0);
    assert_eq!(fetches.asked(), 1);
}

#[wasm_bindgen_test]
async fn a_widget_lets_go_of_its_nodes_listeners_and_pixels() {
    let (host, frame) = host_and_frame();
    let nodes = frame.query_selector_all("*").unwrap().length();
    for _ in 0..20 {
        let widget = Widget::new(&host, &frame, "/nowhere/", 1).unwrap();
        widget.configure(&Object::new(), "en").unwrap();
        turn().await;
        let canvas: HtmlCanvasElement = frame.query_selector("canvas").unwrap().unwrap().dyn_into().unwrap();
        let app = widget.downgrade();
        widget.destroy();
        drop(widget);
        turn().await;
        assert_eq!((canvas.width(), canvas.height()), (1, 1));
        assert!(app.upgrade().is_none(), "something still holds the widget");
    }
    assert_eq!(frame.query_selector_all("*").unwrap().length(), nodes);
    host.remove();
}

#[wasm_bindgen_test]
async fn figures_that_cannot_be_had_are_said_in_place_and_told_to_the_page() {
    let (host, frame) = host_and_frame();
    let code = Rc::new(std::cell::RefCell::new(String::new()));
    let told = Rc::clone(&code);
    let _listener = Listener::passive(&host, "yen-lens-error", move |event| {
        let detail = event.dyn_ref::<web_sys::CustomEvent>().unwrap().detail();
        *told.borrow_mut() = Reflect::get(&detail, &"code".into()).unwrap().as_string().unwrap();
    })
    .unwrap();
    let widget = Widget::new(&host, &frame, "/nowhere/", 1).unwrap();
    widget.configure(&Object::new(), "ja").unwrap();
    for _ in 0..20 {
        turn().await;
        if !code.borrow().is_empty() {
            break;
        }
    }
    assert_eq!(*code.borrow(), "data-missing");
    let sentence = frame.query_selector("[part=error]").unwrap().unwrap().text_content().unwrap();
    assert!(sentence.contains("404") && sentence.contains("データ"), "{sentence}");
    widget.destroy();
    host.remove();
}

#[wasm_bindgen_test]
fn bad_arguments_come_back_as_errors_and_the_widget_goes_on() {
    let (host, frame) = host_and_frame();
    let widget = Widget::new(&host, &frame, "/nowhere/", 1).unwrap();
    let options = Object::new();
    Reflect::set(&options, &"widnow".into(), &"60".into()).unwrap();
    let message = |error: JsValue| error.dyn_into::<js_sys::Error>().unwrap().message().as_string().unwrap();
    assert!(message(widget.configure(&options, "en").unwrap_err().into()).contains("widnow"));
    let days = |list: &[i32]| JsValue::from(Int32Array::from(list));
    let values = Float64Array::from(&[1.0, 2.0][..]).to_vec();
    let meta: JsValue = Object::new().into();
    let refused = |list: &[i32]| message(widget.set_series("mine", values.clone(), days(list), &meta).unwrap_err().into());
    assert!(refused(&[2, 1]).contains("increasing days"));
    assert!(refused(&[1]).contains("as many values"));
    assert!(widget.set_series("mine", values.clone(), days(&[1, 2]), &meta).is_ok());
    widget.destroy();
    host.remove();
}
