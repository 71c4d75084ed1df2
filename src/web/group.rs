//! The groups of a page: who belongs to which, and how a change of one member reaches the others.
//!
//! What a member is told it takes in without telling it on, so nothing echoes however fast a slider moves. Nobody's state is
//! borrowed while the others are told.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

#[cfg(feature = "figures")]
use web_sys::HtmlElement;

#[cfg(feature = "figures")]
use super::library::Library;
use crate::series::Day;
use crate::view::group::Change;

/// Something in a group.
pub trait Member {
    /// Takes in what happened to another member.
    fn hear(self: Rc<Self>, news: &News);
}

/// What one member tells the others.
#[derive(Clone)]
pub enum News {
    /// A setting that changed.
    Change(Change),
    /// Where the crosshair stands now.
    Cursor(Option<Day>),
    /// A widget's figures are its own: set by the page, from a file, from a live service.
    #[cfg(feature = "figures")]
    Data(Data),
}

/// Figures that are not the snapshot's, and whose they are.
#[cfg(feature = "figures")]
#[derive(Clone)]
pub struct Data {
    /// The widget's element.
    pub host: HtmlElement,
    /// Its figures.
    pub library: Rc<Library>,
    /// The series that stand for asset and driver.
    pub roles: (String, String),
}

struct Group {
    name: String,
    members: Vec<Weak<dyn Member>>,
    /// What readers have changed so far, for those who come later.
    changes: Vec<Change>,
    /// The figures of those widgets that have their own, likewise.
    #[cfg(feature = "figures")]
    data: Vec<Data>,
}

thread_local! {
    static GROUPS: RefCell<Vec<Group>> = RefCell::default();
}

/// Enters a group, and is told what has changed in it. Entering twice is entering once.
pub fn join(name: &str, member: &Rc<dyn Member>) {
    let news = GROUPS.with_borrow_mut(|groups| {
        // A group ends with its last member.
        for group in groups.iter_mut() {
            group.members.retain(|known| known.strong_count() > 0);
        }
        groups.retain(|group| !group.members.is_empty());
        let weak = Rc::downgrade(member);
        if let Some(group) = groups.iter_mut().find(|group| group.name == name) {
            if !group.members.iter().any(|known| known.ptr_eq(&weak)) {
                group.members.push(weak);
            }
            let news = group.changes.iter().cloned().map(News::Change);
            #[cfg(feature = "figures")]
            let news = news.chain(group.data.iter().cloned().map(News::Data));
            return news.collect();
        }
        groups.push(Group {
            name: name.to_owned(),
            members: vec![weak],
            changes: Vec::new(),
            #[cfg(feature = "figures")]
            data: Vec::new(),
        });
        Vec::new()
    });
    for news in news {
        Rc::clone(member).hear(&news);
    }
}

/// Leaves all groups.
pub fn leave(member: &Rc<dyn Member>) {
    let weak = Rc::downgrade(member);
    GROUPS.with_borrow_mut(|groups| {
        for group in groups.iter_mut() {
            group.members.retain(|known| !known.ptr_eq(&weak));
        }
    });
}

/// Tells all others of the group.
pub fn tell(name: &str, teller: &Rc<dyn Member>, news: &News) {
    let weak = Rc::downgrade(teller);
    let others: Vec<Rc<dyn Member>> = GROUPS.with_borrow_mut(|groups| {
        let Some(group) = groups.iter_mut().find(|group| group.name == name) else { return Vec::new() };
        match news {
            News::Change(change) => change.clone().add_to(&mut group.changes),
            #[cfg(feature = "figures")]
            News::Data(data) => {
                group.data.retain(|known| known.host != data.host && known.host.is_connected());
                group.data.push(data.clone());
            }
            News::Cursor(_) => {}
        }
        group.members.iter().filter(|known| !known.ptr_eq(&weak)).filter_map(Weak::upgrade).collect()
    });
    for other in others {
        other.hear(news);
    }
}
