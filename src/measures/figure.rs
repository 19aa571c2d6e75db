//! The value of a measure, which may be without bound or undefined.

/// A figure. Never NaN and never an infinite number: what is no number is said.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Figure {
    /// Not defined, as 0 / 0.
    #[default]
    Undefined,
    /// A finite number.
    Number(f64),
    /// Above all numbers, as a ratio over nothing.
    Infinite,
    /// Below all numbers, as the logarithm of nothing.
    NegativeInfinite,
}

impl Figure {
    /// The figure that a computation gave: what is not finite becomes what it stands for.
    pub fn of(value: f64) -> Self {
        if value.is_finite() {
            // No figure is −0.
            Self::Number(value + 0.0)
        } else if value.is_nan() {
            Self::Undefined
        } else if value > 0.0 {
            Self::Infinite
        } else {
            Self::NegativeInfinite
        }
    }

    /// The number, if it is one.
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Where the figure stands among others: below its number, or without any, at the ends; `None` if undefined.
    pub fn place(self) -> Option<f64> {
        match self {
            Self::Undefined => None,
            Self::Number(number) => Some(number),
            Self::Infinite => Some(f64::INFINITY),
            Self::NegativeInfinite => Some(f64::NEG_INFINITY),
        }
    }
}

/// A ratio of counts or of what is made of them: undefined where both are 0.
pub(super) fn ratio(numerator: f64, denominator: f64) -> Figure {
    Figure::of(numerator / denominator)
}

/// Logarithm to base 2 of what is not below 0.
pub(super) fn log2(value: f64) -> Figure {
    Figure::of(libm::log2(value))
}
