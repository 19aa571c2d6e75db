//! Undo and redo of the user's choices.

/// How many steps can be undone.
const STEPS_KEPT: usize = 200;

/// A value with its past, and with what was undone.
#[derive(Debug, Clone, Default)]
pub struct History<T> {
    past: Vec<T>,
    present: T,
    future: Vec<T>,
}

impl<T: PartialEq> History<T> {
    /// The value now.
    pub fn present(&self) -> &T {
        &self.present
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Makes a step; what was undone is forgotten. A value equal to the present one is no step.
    pub fn step(&mut self, value: T) {
        if value == self.present {
            return;
        }
        self.past.push(std::mem::replace(&mut self.present, value));
        self.future.clear();
        if self.past.len() > STEPS_KEPT {
            self.past.remove(0);
        }
    }

    /// Goes one step back, if there is one.
    pub fn undo(&mut self) {
        if let Some(value) = self.past.pop() {
            self.future
                .push(std::mem::replace(&mut self.present, value));
        }
    }

    /// Goes one undone step forward, if there is one.
    pub fn redo(&mut self) {
        if let Some(value) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.present, value));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_new_step_forgets_what_was_undone() {
        let mut history = History::default();
        history.step(1);
        history.step(2);
        history.undo();
        history.step(3);
        assert_eq!((*history.present(), history.can_redo()), (3, false));
        history.undo();
        assert_eq!(*history.present(), 1);
    }

    #[test]
    fn the_same_value_is_no_step() {
        let mut history = History::default();
        history.step(0);
        assert!(!history.can_undo());
    }

    proptest! {
        #[test]
        fn redo_takes_back_every_undo(steps in proptest::collection::vec(1..9_u8, 1..40), undone in 0..50_usize) {
            let mut history = History::default();
            for step in steps {
                history.step(step);
            }
            let last = *history.present();
            for _ in 0..undone {
                history.undo();
            }
            for _ in 0..undone {
                history.redo();
            }
            prop_assert_eq!(*history.present(), last);
        }
    }
}
