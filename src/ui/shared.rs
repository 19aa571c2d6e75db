//! A value that many parts of the screen hold at once.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

/// A reference-counted value that is compared by identity.
///
/// Yew compares properties to decide what to draw again. Views can be large, and [`Rc`] compares their contents; this
/// compares pointers only, so that the comparison costs nothing, and a new value is always drawn.
#[derive(Debug, Default)]
pub struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    /// Shares a value.
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T: Clone> Shared<T> {
    /// Changes the value in a copy of its own, if others hold it too. What they hold stays as it was.
    pub fn change(&mut self) -> &mut T {
        Rc::make_mut(&mut self.0)
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// A value that is handed on once; all clones are one parcel.
///
/// What happens on the screen must be cheap to clone, for a button may do it twice. What the worker says happens once,
/// and is large: whoever unpacks it first has it, and it is never copied.
#[derive(Debug)]
pub struct Parcel<T>(Rc<RefCell<Option<T>>>);

impl<T> Parcel<T> {
    /// Packs a value.
    pub fn new(value: T) -> Self {
        Self(Rc::new(RefCell::new(Some(value))))
    }

    /// The value; `None` where it was unpacked before.
    pub fn unpack(&self) -> Option<T> {
        self.0.take()
    }
}

impl<T> Clone for Parcel<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Parcel<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Parcel;

    #[test]
    fn a_parcel_is_unpacked_once() {
        let parcel = Parcel::new("甲".to_owned());
        let other = parcel.clone();
        assert_eq!(other.unpack().as_deref(), Some("甲"));
        assert_eq!(parcel.unpack(), None);
    }
}
