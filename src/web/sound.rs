//! A line played by the browser, while the crosshair goes along. It begins by the reader's press alone and ends with a second one,
//! with Escape, when the picture changes, and when the widget goes.

use std::rc::{Rc, Weak};

use wasm_bindgen::JsCast;
use web_sys::{AudioContext, GainNode, HtmlButtonElement, KeyboardEvent, OscillatorNode, OscillatorType};

use super::app::App;
use super::dom::{self, Dom, set_shown, set_text};
use super::guards::{Frame, Listener};
use super::model::Model;
use super::turn;
use crate::text::Phrases;
use crate::view::sound::{Melody, Note};
use crate::view::state::Msg;

/// As loud as a voice beside it.
const LOUDNESS: f32 = 0.18;
/// How fast one note becomes the next: without a glide every change would click.
const GLIDE_S: f64 = 0.012;
/// From the press to the first note, so that it is not swallowed.
const LEAD_S: f64 = 0.06;

/// The button, and what plays.
#[derive(Default)]
pub struct Sound {
    phrases: Option<&'static Phrases>,
    button: Option<HtmlButtonElement>,
    _listeners: Vec<Listener>,
    playing: Option<Playing>,
}

/// A melody under way.
struct Playing {
    context: AudioContext,
    melody: Melody,
    begins_s: f64,
    frame: Option<Frame>,
}

impl Drop for Playing {
    fn drop(&mut self) {
        let _ = self.context.close();
    }
}

impl Playing {
    /// Has the browser play all of it.
    fn new(melody: Melody) -> Dom<Self> {
        let context = AudioContext::new()?;
        let (voice, volume) = (OscillatorNode::new(&context)?, GainNode::new(&context)?);
        voice.set_type(OscillatorType::Triangle);
        voice.connect_with_audio_node(&volume)?;
        volume.connect_with_audio_node(&context.destination())?;
        let begins_s = context.current_time() + LEAD_S;
        volume.gain().set_value_at_time(0.0, context.current_time())?;
        let mut sounds = false;
        for Note { start_s, hertz, .. } in &melody.notes {
            let at = begins_s + start_s;
            if let Some(hertz) = hertz {
                // After a rest there is nothing to glide from.
                let glide_s = if sounds { GLIDE_S } else { 1e-4 };
                voice.frequency().set_target_at_time(*hertz as f32, at, glide_s)?;
            }
            if hertz.is_some() != sounds {
                sounds = hertz.is_some();
                volume.gain().set_target_at_time(if sounds { LOUDNESS } else { 0.0 }, at, GLIDE_S)?;
            }
        }
        let ends_s = begins_s + melody.length_s;
        volume.gain().set_target_at_time(0.0, ends_s, GLIDE_S)?;
        voice.start_with_when(begins_s)?;
        voice.stop_with_when(ends_s + 8.0 * GLIDE_S)?;
        let _ = context.resume()?;
        Ok(Self { context, melody, begins_s, frame: None })
    }

    /// How far it is, in seconds.
    fn position_s(&self) -> f64 {
        self.context.current_time() - self.begins_s
    }
}

impl App {
    /// Brings the button to what can be heard. Another picture is another melody.
    pub(super) fn offer_sound(self: &Rc<Self>, model: &Model) -> Dom<()> {
        self.hush();
        let phrases = model.phrases;
        let mut sound = self.sound.borrow_mut();
        // The row is cleared for another language.
        if !sound.phrases.is_some_and(|known| std::ptr::eq(known, phrases)) {
            let button: HtmlButtonElement = dom::element("button")?;
            button.set_type("button");
            button.set_text_content(Some(phrases.listen));
            // The light module's button is this one.
            dom::set_attribute(&button, "data-more", Some(phrases.listen));
            self.stage.actions.insert_before(&button, self.stage.actions.first_child().as_ref())?;
            let (weak, of) = (Rc::downgrade(self), Rc::downgrade(self));
            let click = Listener::passive(&button, "click", move |_| {
                if let Some(app) = weak.upgrade()
                    && !app.hush()
                {
                    // A browser without a way to sound stays silent.
                    let _ = app.play();
                }
            })?;
            let escape = Listener::passive(&self.stage.root, "keydown", move |event| {
                let escapes = event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape");
                if let (true, Some(app)) = (escapes, of.upgrade()) {
                    app.hush();
                }
            })?;
            *sound = Sound { phrases: Some(phrases), button: Some(button), _listeners: vec![click, escape], playing: None };
        }
        let audible = model.scene.as_ref().is_some_and(Melody::is_there);
        if let Some(button) = &sound.button {
            set_shown(button, audible);
        }
        Ok(())
    }

    /// Begins with the line that stands out, or the first.
    fn play(self: &Rc<Self>) -> Dom<()> {
        let melody = self.model.try_borrow().ok().and_then(|model| Melody::new(model.scene.as_ref()?, model.state.highlight()));
        let Some(melody) = melody else { return Ok(()) };
        self.sound.borrow_mut().playing = Some(Playing::new(melody)?);
        self.label_sound();
        self.follow();
        Ok(())
    }

    /// Moves the crosshair along, a frame at a time.
    fn follow(self: &Rc<Self>) {
        let (day, over) = match &mut self.sound.borrow_mut().playing {
            Some(playing) => {
                // The frame that has come is running: it must not be dropped before the next turn.
                let spent = playing.frame.take();
                turn::spawn(async move { drop(spent) });
                let weak: Weak<Self> = Rc::downgrade(self);
                let follow = Box::new(move || {
                    if let Some(app) = weak.upgrade() {
                        app.follow();
                    }
                });
                playing.frame = Frame::request(&self.window, follow).ok();
                let position_s = playing.position_s();
                (playing.melody.day_at(position_s), position_s >= playing.melody.length_s)
            }
            None => return,
        };
        if let Some(day) = day {
            self.dispatch(Msg::Hover(f64::from(day.count())));
        }
        if over {
            self.hush();
        }
    }

    /// Ends what plays; whether anything did.
    pub(super) fn hush(&self) -> bool {
        let playing = self.sound.borrow_mut().playing.take();
        let was = playing.is_some();
        // It may be ended from its own frame, which must not be dropped while it runs.
        turn::spawn(async move { drop(playing) });
        if was {
            self.label_sound();
        }
        was
    }

    /// Ends for good.
    pub(super) fn silence(&self) {
        self.hush();
        *self.sound.borrow_mut() = Sound::default();
    }

    fn label_sound(&self) {
        let sound = self.sound.borrow();
        if let (Some(button), Some(phrases)) = (&sound.button, sound.phrases) {
            set_text(button, if sound.playing.is_some() { phrases.sound().stop } else { phrases.listen });
        }
    }
}
