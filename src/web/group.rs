//! The groups of a page: who belongs to which, and how a change of one member reaches the others.
//!
//! What a member is told it takes in without telling it on, so nothing echoes however fast a slider moves. Nobody's state is
//! borrowed while the others are told.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use crate::series::Day;
use crate::view::group::Change;

/// Something in a group.
pub trait Member {
    /// Takes in what happened to another member.
    fn hear(self: Rc<Self>, news: &News);
}

/// What one member tells the others.
#[derive(Debug, Clone)]
pub enum News {
    /// A setting that changed.
    Change(Change),
    /// Where the crosshair stands now.
    Cursor(Option<Day>),
}

struct Group {
    name: String,
    members: Vec<Weak<dyn Member>>,
    /// What readers have changed so far, for those who come later.
    changes: Vec<Change>,
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
            return group.changes.clone();
        }
        groups.push(Group { name: name.to_owned(), members: vec![weak], changes: Vec::new() });
        Vec::new()
    });
    for change in news {
        Rc::clone(member).hear(&News::Change(change));
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
        if let News::Change(change) = news {
            change.clone().add_to(&mut group.changes);
        }
        group.members.iter().filter(|known| !known.ptr_eq(&weak)).filter_map(Weak::upgrade).collect()
    });
    for other in others {
        other.hear(news);
    }
}
