//! How much of a unit is meant: nothing, all, or stretches of it.

use crate::engine::spoken::Stretch;
use crate::text::arrange::Arrange;

/// How much of a unit is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Extent {
    /// Nothing.
    Nothing,
    /// All of it.
    Whole,
    /// These stretches in the order of the text; none touches another.
    Stretches(Vec<Stretch>),
}

impl Extent {
    /// These stretches, in any order; those that overlap are put together.
    pub fn of(mut stretches: Vec<Stretch>) -> Self {
        stretches.arrange_by(|one, other| {
            (one.printed.start, one.printed.end).cmp(&(other.printed.start, other.printed.end))
        });
        let mut apart: Vec<Stretch> = Vec::with_capacity(stretches.len());
        for stretch in stretches {
            match apart
                .last_mut()
                .filter(|last| stretch.printed.start < last.printed.end)
            {
                Some(last) => {
                    last.printed.end = last.printed.end.max(stretch.printed.end);
                    last.counted.end = last.counted.end.max(stretch.counted.end);
                }
                None => apart.push(stretch),
            }
        }
        Self::in_order(apart)
    }

    fn in_order(stretches: Vec<Stretch>) -> Self {
        if stretches.is_empty() {
            Self::Nothing
        } else {
            Self::Stretches(stretches)
        }
    }

    /// What both mean.
    pub fn and(self, other: &Self) -> Self {
        match (self, other) {
            (Self::Nothing, _) | (_, Self::Nothing) => Self::Nothing,
            (Self::Whole, other) => other.clone(),
            (own, Self::Whole) => own,
            (Self::Stretches(own), Self::Stretches(other)) => Self::in_order(common(&own, other)),
        }
    }

    /// What this one does not mean of a unit that ends at these bytes of its counted and its printed text.
    pub fn complement(&self, counted_bytes: usize, printed_bytes: usize) -> Self {
        let stretches = match self {
            Self::Nothing => return Self::Whole,
            Self::Whole => return Self::Nothing,
            Self::Stretches(stretches) => stretches,
        };
        let mut between = Vec::with_capacity(stretches.len() + 1);
        let (mut counted, mut printed) = (0, 0);
        let mut push = |counted: std::ops::Range<usize>, printed: std::ops::Range<usize>| {
            if printed.start < printed.end {
                let counted = counted.start..counted.end.max(counted.start);
                between.push(Stretch { counted, printed });
            }
        };
        for stretch in stretches {
            push(
                counted..stretch.counted.start,
                printed..stretch.printed.start,
            );
            (counted, printed) = (stretch.counted.end, stretch.printed.end);
        }
        push(counted..counted_bytes, printed..printed_bytes);
        Self::in_order(between)
    }
}

/// The stretches that lie in both, each in order.
fn common(own: &[Stretch], other: &[Stretch]) -> Vec<Stretch> {
    let (mut own, mut other) = (own.iter().peekable(), other.iter().peekable());
    let mut both = Vec::new();
    while let (Some(one), Some(two)) = (own.peek(), other.peek()) {
        let both_of = |one: &std::ops::Range<usize>, two: &std::ops::Range<usize>| {
            one.start.max(two.start)..one.end.min(two.end)
        };
        let printed = both_of(&one.printed, &two.printed);
        if printed.start < printed.end {
            let counted = both_of(&one.counted, &two.counted);
            let counted = counted.start..counted.end.max(counted.start);
            both.push(Stretch { counted, printed });
        }
        if one.printed.end <= two.printed.end {
            own.next();
        } else {
            other.next();
        }
    }
    both
}
