//! What one widget knows: the state, what was computed for it, and what is wrong.

use std::rc::Rc;

use super::controls::Offer;
#[cfg(not(feature = "extras"))]
use super::languages::phrases;
use super::library::Library;
use super::ruler;
use super::screen::Screen;
use crate::error::{Error, ErrorKind};
use crate::paint::Palette;
use crate::series::{Day, Store};
#[cfg(feature = "extras")]
use crate::spec::Range;
use crate::spec::{Note, Options, Parsed, Spec};
#[cfg(feature = "extras")]
use crate::text::phrases;
use crate::text::{self, Phrases, fill};
use crate::view::credits::Credits;
use crate::view::figures::{self, Prepared};
use crate::view::layout::Layout;
use crate::view::legend::{self, Key};
#[cfg(feature = "extras")]
use crate::view::method::Method;
use crate::view::scene::Scene;
use crate::view::state::{Dirty, Msg, Spot, State, Walk};
#[cfg(feature = "extras")]
use crate::view::table::Table;

/// Something wrong, for the reader and for the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The code in the event's detail.
    pub code: String,
    /// One sentence.
    pub message: String,
}

/// Everything behind one widget but its nodes.
pub struct Model {
    /// What is shown.
    pub state: State,
    /// The figures.
    pub library: Rc<Library>,
    /// The language.
    pub phrases: &'static Phrases,
    /// What was computed.
    pub prepared: Option<Prepared>,
    /// What is drawn.
    pub scene: Option<Scene>,
    /// The lines it has or could have.
    pub keys: Vec<Key>,
    /// Where.
    pub layout: Option<Layout>,
    /// On how many pixels.
    pub screen: Screen,
    /// The colours in force.
    pub palette: Palette,
    /// The font family the page gave.
    pub font: String,
    /// What the author got wrong.
    pub author_fault: Option<Fault>,
    /// What is wrong with the figures.
    pub data_fault: Option<Fault>,
    /// What is wrong with figures from elsewhere than the snapshot; stays until they are asked for anew.
    pub feed_fault: Option<Fault>,
    /// Whether an author's own data are on their way, without which nothing is to be drawn.
    pub is_waiting: bool,
    /// The series of the author's own data that stand for the asset and the driver where no attribute names them.
    roles: (Option<String>, Option<String>),
    /// What the author asked for last.
    options: Options,
    notes: Vec<Note>,
    /// The last spec whose series all exist.
    sound: Spec,
}

impl Model {
    /// A widget that knows nothing yet.
    pub fn new(library: Rc<Library>) -> Self {
        Self {
            state: State::new(Spec::default()),
            library,
            phrases: text::phrases("en"),
            prepared: None,
            scene: None,
            keys: Vec::new(),
            layout: None,
            screen: Screen::default(),
            palette: Palette::LIGHT,
            font: "sans-serif".to_owned(),
            author_fault: None,
            data_fault: None,
            feed_fault: None,
            is_waiting: false,
            roles: (None, None),
            options: Options::default(),
            notes: Vec::new(),
            sound: Spec::default(),
        }
    }

    /// Takes in the author's options.
    pub fn configure(&mut self, options: &Options, language: &str) -> Dirty {
        self.options.clone_from(options);
        let mut options = options.clone();
        options.asset = options.asset.or_else(|| self.roles.0.clone());
        options.driver = options.driver.or_else(|| self.roles.1.clone());
        let Parsed { spec, notes, faults } = Spec::parse(&options, self.state.spec());
        self.author_fault = faults.first().map(Fault::of);
        self.notes = notes;
        let phrases = phrases(language);
        let said = if phrases.lang == self.phrases.lang { Dirty::Cursor } else { Dirty::Layout };
        self.phrases = phrases;
        said.max(self.update(Msg::Spec(Box::new(spec))))
    }

    /// Takes in which series stand for the asset and the driver where the author names none.
    #[cfg(feature = "feeds")]
    pub fn assume(&mut self, roles: (Option<String>, Option<String>)) {
        self.roles = roles;
        let options = std::mem::take(&mut self.options);
        self.configure(&options, self.phrases.lang);
        // There is nothing to go back to but these.
        if let (true, (Some(asset), _)) = (self.prepared.is_none(), &self.roles) {
            self.sound.asset.clone_from(asset);
            if let Some(driver) = &self.roles.1 {
                self.sound.driver.clone_from(driver);
            }
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, msg: Msg) -> Dirty {
        let walk =
            self.scene.as_ref().map_or_else(Walk::default, |s| Walk { days: &s.walk, stops: s.stops.len(), pins: &s.pins });
        self.state.update(msg, walk)
    }

    /// The figures that count.
    pub fn store(&self) -> Rc<Store> {
        #[cfg(feature = "extras")]
        if let Some(day) = self.state.spec().as_of {
            return self.library.known_by(day);
        }
        self.library.store()
    }

    /// The chunk with the events' titles in the figure's language; English ones are the events' own.
    fn titles_chunk(&self) -> Option<&'static str> {
        self.phrases.lang.split('-').next().filter(|primary| *primary != "en")
    }

    /// The chunks that what is asked for needs and that are not here.
    pub fn missing_chunks(&self) -> Vec<String> {
        let store = self.store();
        let needs = figures::needs(self.state.spec(), &store);
        if store.directory().is_empty() {
            // An author's own data may be all that is needed.
            let is_here = !needs.is_empty() && needs.iter().all(|id| store.get(id).is_some());
            let first = std::iter::once("core").chain(self.titles_chunk()).map(str::to_owned).collect();
            return if is_here { Vec::new() } else { first };
        }
        let mut chunks: Vec<String> =
            self.titles_chunk().into_iter().filter(|name| !store.has_chunk(name)).map(str::to_owned).collect();
        for id in needs {
            if store.get(&id).is_none()
                && let Some(chunk) = store.chunk_of(&id)
                && !chunks.iter().any(|known| known == chunk)
                && !store.has_chunk(chunk)
            {
                chunks.push(chunk.to_owned());
            }
        }
        chunks
    }

    /// Computes. When a series does not exist, says so, goes back to what was there and returns true.
    pub fn compute(&mut self) -> bool {
        self.data_fault = None;
        // Its columns give their room to the new ones; it is built anew in the same frame.
        if let Some(scene) = &mut self.scene {
            scene.panels.clear();
        }
        let failed = self.refresh().err();
        if let Some(error) = &failed {
            self.author_fault = Some(Fault::of(error));
            self.fall_back();
            if self.refresh().is_err() {
                return true;
            }
        }
        self.sound = self.state.spec().clone();
        let extent = self.prepared.as_ref().and_then(Prepared::extent);
        if extent != self.state.extent() {
            self.update(Msg::Extent(extent));
        }
        failed.is_some()
    }

    /// Goes back to the asset and driver that were there.
    pub fn fall_back(&mut self) {
        let (asset, driver) = (self.sound.asset.clone(), self.sound.driver.clone());
        self.update(Msg::Set("asset", asset));
        self.update(Msg::Set("driver", driver));
    }

    fn refresh(&mut self) -> Result<(), Error> {
        let store = self.store();
        Prepared::refresh(&mut self.prepared, &store, self.library.revision(), self.state.spec())
    }

    /// Builds the scene.
    pub fn build(&mut self) {
        let Some(prepared) = &self.prepared else { return };
        let mut scene = prepared.scene(self.state.spec(), self.state.domain(), self.phrases);
        self.keys = legend::apply(&mut scene, &self.state.spec().hide);
        self.scene = Some(scene);
    }

    /// Places the scene in the chart's size.
    pub fn place(&mut self) {
        let Some(scene) = &self.scene else { return };
        let (width, height) = self.state.size();
        let measure = |text: &str, size: f64| ruler::width(text, &self.font, size);
        self.layout = (width > 0.0 && height > 0.0).then(|| Layout::new(scene, width, height, self.phrases, &measure));
    }

    /// The phrases as they speak of the days that are shown.
    #[cfg(feature = "extras")]
    pub fn words(&self) -> Phrases {
        self.prepared.as_ref().map_or(*self.phrases, |prepared| prepared.phrases(self.phrases))
    }

    /// What the controls offer.
    pub fn offer(&self) -> Offer {
        let (store, spec) = (self.store(), self.state.spec());
        let labels = spec.views.iter().map(|view| (*view, figures::label(*view, self.phrases)));
        #[cfg(not(feature = "extras"))]
        let phrases = self.phrases;
        #[cfg(feature = "extras")]
        let phrases = &self.words();
        Offer { views: labels.collect(), lang: self.phrases.lang, controls: figures::controls(spec, &store, phrases) }
    }

    /// The day the crosshair stands on, or the day of the point it stands on.
    pub fn day(&self) -> Option<Day> {
        match self.state.cursor()? {
            Spot::Day(day) => Some(day),
            Spot::Stop(at) => self.scene.as_ref()?.stops.get(at)?.day,
        }
    }

    /// How the figures come about.
    #[cfg(feature = "extras")]
    pub fn method(&self) -> Option<Method> {
        self.prepared.as_ref()?.method(self.state.spec(), self.state.domain(), self.phrases)
    }

    /// What is drawn as rows.
    #[cfg(feature = "extras")]
    pub fn table(&self) -> Option<Table<'_>> {
        let (prepared, scene) = (self.prepared.as_ref()?, self.scene.as_ref()?);
        Some(prepared.table(scene, self.state.spec(), self.phrases))
    }

    /// The rows of the CSV.
    #[cfg(feature = "extras")]
    pub fn sheet(&self) -> Option<Table<'_>> {
        let (prepared, scene) = (self.prepared.as_ref()?, self.scene.as_ref()?);
        Some(prepared.sheet(scene, self.state.spec(), self.phrases))
    }

    /// Who published what is shown; how old it is by `today` is said where that is given.
    pub fn credits(&self, today: Option<Day>) -> Credits {
        let last = self.state.extent().map(|(_, last)| last);
        Credits::new(self.state.spec(), &self.store(), last, today, self.phrases)
    }

    /// The notes in words.
    pub fn note(&self) -> String {
        let notes = self.notes.iter();
        // Everything is shown then.
        #[cfg(feature = "extras")]
        let outside = match (self.state.spec().range, self.state.extent()) {
            (range @ Range::Days(from, to), Some((first, last))) if to < first || from > last => Some(Note::Clamped {
                name: "range",
                asked: range.text(),
                used: Range::Max.text(),
                range: (first.to_string(), last.to_string()),
            }),
            _ => None,
        };
        #[cfg(feature = "extras")]
        let notes = notes.chain(&outside);
        let told = notes.map(|Note::Clamped { name, asked, used, range: (min, max) }| {
            let blanks = [("name", *name), ("asked", asked), ("used", used), ("min", min), ("max", max)];
            fill(self.phrases.note_clamped, &blanks)
        });
        told.collect::<Vec<_>>().join("; ")
    }

    /// What is wrong, the figures first.
    pub fn fault(&self) -> Option<&Fault> {
        self.data_fault.as_ref().or(self.feed_fault.as_ref()).or(self.author_fault.as_ref())
    }
}

impl Fault {
    /// An error of the core: its code and its sentence with a full stop.
    pub fn of(error: &Error) -> Self {
        let code = match error.kind() {
            ErrorKind::InvalidArgument => "invalid-attribute",
            kind => kind.code(),
        };
        Self { code: code.to_owned(), message: format!("{}.", error.message()) }
    }
}
