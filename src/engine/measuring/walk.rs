//! A walk over the units of a scope that can be left and taken up again at any unit.

use super::counting::STEP_BYTES;
use crate::engine::answers::Context;
use crate::engine::scope::{Scope, ScopedUnit, Scoping};
use crate::report::answers::group::Selection;

/// A selection that is compiled step by step.
#[derive(Debug)]
pub struct ScopeInWork {
    scoping: Option<Scoping>,
    scope: Scope,
}

impl ScopeInWork {
    /// Begins with the first document.
    pub fn new(context: Context<'_>, of: &Selection) -> Self {
        Self {
            scoping: Some(Scoping::new(context, of)),
            scope: Scope::default(),
        }
    }

    /// Of nothing.
    pub fn nothing() -> Self {
        Self {
            scoping: None,
            scope: Scope::default(),
        }
    }

    /// Does some milliseconds of work, if there is any left; the scope, once all is done.
    pub fn step(&mut self, context: Context<'_>) -> Option<&Scope> {
        if let Some(scoping) = &mut self.scoping {
            if !compile(scoping, context, STEP_BYTES) {
                return None;
            }
            self.scope = self.scoping.take().map(Scoping::finish)?;
        }
        Some(&self.scope)
    }
}

/// Compiles documents until about so much text is looked at; true once all are compiled.
pub fn compile(scoping: &mut Scoping, context: Context<'_>, bytes: usize) -> bool {
    let mut spent = 0;
    while spent < bytes {
        // A document that is passed over costs a little, too.
        spent += scoping.text_bytes(context) + STEP_BYTES / 256;
        if scoping.step(context) {
            return true;
        }
    }
    false
}

/// How far a walk has come. It begins at the first unit of the first document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Walk {
    document: usize,
    unit: usize,
}

/// What became of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It is done, and was so much work.
    Whole(usize),
    /// There is more to do in it: the walk stays, and ends for now.
    InPart,
}

impl Walk {
    /// Gives the units from here on to `take`, with the number of their document, until it has done about `budget` work.
    /// Whether all units were given.
    pub fn on(
        &mut self,
        context: Context<'_>,
        scope: &Scope,
        budget: usize,
        mut take: impl FnMut(usize, &ScopedUnit<'_>) -> Taken,
    ) -> bool {
        let mut spent = 0;
        while self.document < context.corpus.documents().len() {
            let from = self.unit;
            let units = scope.units(context, self.document);
            for unit in units.skip_while(|unit| unit.number < from) {
                if spent >= budget {
                    self.unit = unit.number;
                    return false;
                }
                match take(self.document, &unit) {
                    Taken::Whole(work) => spent += work + 1,
                    Taken::InPart => {
                        self.unit = unit.number;
                        return false;
                    }
                }
            }
            self.document += 1;
            self.unit = 0;
        }
        true
    }

    /// How far it has come, in thousandths of the text.
    pub fn per_mille(&self, context: Context<'_>) -> u16 {
        let mut all = 0_u64;
        let mut done = 0_u64;
        for (number, document) in context.corpus.documents().iter().enumerate() {
            let bytes = document.source.text().len() as u64 + 1;
            all += bytes;
            if number < self.document {
                done += bytes;
            } else if number == self.document {
                let units = document.units.len().max(1) as u64;
                done += bytes * (self.unit as u64).min(units) / units;
            }
        }
        u16::try_from(done * 1000 / all.max(1)).unwrap_or(1000)
    }
}
