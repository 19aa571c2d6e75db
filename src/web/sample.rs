//! Two newspaper pages of our own writing, to try the app with. The page names them, the worker holds them: what the
//! page has to load until it answers is to be little.

/// A sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    /// Hard-wrapped.
    Wrapped,
    /// In Markdown.
    Markdown,
}

impl Sample {
    const ALL: [Self; 2] = [Self::Wrapped, Self::Markdown];

    /// The number by which the page asks for it.
    pub fn number(self) -> f64 {
        f64::from(self as u8)
    }

    /// The sample of a number.
    pub fn of_number(number: f64) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|sample| sample.number() == number)
    }

    /// Its text.
    pub fn text(self) -> &'static str {
        match self {
            Self::Wrapped => include_str!("../../static/samples/wrapped.txt"),
            Self::Markdown => include_str!("../../static/samples/markdown.txt"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Sample;

    #[test]
    fn every_sample_is_found_by_its_number() {
        for sample in Sample::ALL {
            assert_eq!(Sample::of_number(sample.number()), Some(sample));
            assert!(!sample.text().is_empty());
        }
        assert_eq!(Sample::of_number(2.0), None);
    }
}
