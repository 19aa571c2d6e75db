//! Stop words: function words that a word list leaves out.

use crate::text::arrange::Arrange;

/// The built-in list of function words: words parted by blanks, comments behind `#`.
const BUILT_IN: &str = include_str!("stopwords.txt");
/// The built-in list of newspapers' set words, written alike.
const NEWSPAPER: &str = include_str!("newspaper_stopwords.txt");

/// Which layers are in force, and what the user changed of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StopWordLayers<'w> {
    /// Whether function words are left out.
    pub function: bool,
    /// Whether newspapers' set words are left out.
    pub newspaper: bool,
    /// Whether the user's own words are left out.
    pub own: bool,
    /// The user's own words.
    pub added: &'w [String],
    /// Words of the built-in layers that the user took back in.
    pub removed: &'w [String],
}

/// A set of stop words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StopWords {
    /// Sorted, each once.
    words: Vec<String>,
}

impl StopWords {
    /// The built-in list: particles, conjunctions, pronouns, prepositions, adverbs, auxiliary and common light verbs,
    /// and measure words. No word of content stands in it.
    pub fn built_in() -> Self {
        Self::of(words_of(BUILT_IN).map(str::to_owned).collect())
    }

    /// The built-in list of newspapers' set words (本报讯, 记者, 据悉): what frames the news and is none.
    pub fn newspaper() -> Self {
        Self::of(words_of(NEWSPAPER).map(str::to_owned).collect())
    }

    /// The words in force: those of the layers that are switched on, without the built-in ones that the user took back
    /// in. A word both added and removed is a stop word. Blanks around words are ignored.
    pub fn compose(layers: &StopWordLayers<'_>) -> Self {
        let function = Self::built_in_without(BUILT_IN, layers.removed, layers.function);
        let newspaper = Self::built_in_without(NEWSPAPER, layers.removed, layers.newspaper);
        let own = Self::own(layers.added);
        let own = own.words.into_iter().filter(|_| layers.own);
        Self::of(function.chain(newspaper).chain(own).collect())
    }

    /// The words that the user added.
    pub fn own(added: &[String]) -> Self {
        Self::of(added.iter().map(|word| word.trim().to_owned()).collect())
    }

    /// The list without those that the user took back in.
    pub fn without(self, removed: &[String]) -> Self {
        let is_kept = |word: &String| !is_removed(word, removed);
        Self::of(self.words.into_iter().filter(is_kept).collect())
    }

    fn built_in_without<'r>(
        list: &'static str,
        removed: &'r [String],
        on: bool,
    ) -> impl Iterator<Item = String> + use<'r> {
        words_of(list)
            .filter(move |word| on && !is_removed(word, removed))
            .map(str::to_owned)
    }

    fn of(mut words: Vec<String>) -> Self {
        words.retain(|word| !word.is_empty());
        words.arrange();
        words.dedup();
        Self { words }
    }

    /// Whether `word` is a stop word.
    pub fn contains(&self, word: &str) -> bool {
        self.words
            .binary_search_by(|stop_word| stop_word.as_str().cmp(word))
            .is_ok()
    }

    /// The words in code point order.
    pub fn as_slice(&self) -> &[String] {
        &self.words
    }
}

fn is_removed(word: &str, removed: &[String]) -> bool {
    removed.iter().any(|other| other.trim() == word)
}

fn words_of(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .map(|line| line.split('#').next().unwrap_or_default())
        .flat_map(str::split_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_list_is_sound() {
        let words: Vec<&str> = words_of(BUILT_IN).collect();
        let list = StopWords::built_in();
        assert_eq!(
            words.len(),
            list.as_slice().len(),
            "a word stands twice: {:?}",
            twice(&words)
        );
        assert!((300..=520).contains(&words.len()), "{} words", words.len());
        for word in ["的", "和", "我们", "以及", "进行"] {
            assert!(list.contains(word), "{word}");
        }
        for word in [
            "疫情", "经济", "发展", "会议", "记者", "中国", "工作", "问题",
        ] {
            assert!(!list.contains(word), "{word} is a word of content");
        }
    }

    fn twice<'a>(words: &[&'a str]) -> Vec<&'a str> {
        let mut sorted = words.to_vec();
        sorted.sort_unstable();
        let pairs = sorted.windows(2).filter(|pair| pair[0] == pair[1]);
        pairs.map(|pair| pair[0]).collect()
    }

    #[test]
    fn the_list_of_newspapers_is_sound() {
        let words: Vec<&str> = words_of(NEWSPAPER).collect();
        assert!((60..=110).contains(&words.len()), "{} words", words.len());
        assert_eq!(twice(&words), Vec::<&str>::new());
        let list = StopWords::newspaper();
        for word in ["本报讯", "记者", "通讯员", "据悉", "日前", "获悉"] {
            assert!(list.contains(word), "{word}");
        }
        for word in ["疫情", "会议", "市委", "发展", "的"] {
            assert!(!list.contains(word), "{word}");
        }
    }

    #[test]
    fn layers_are_switched_one_by_one() {
        let added = [" 本市 ".to_owned(), "的".to_owned(), String::new()];
        let removed = ["和".to_owned(), "记者".to_owned(), "本市".to_owned()];
        let layers = |function, newspaper, own| {
            StopWords::compose(&StopWordLayers {
                function,
                newspaper,
                own,
                added: &added,
                removed: &removed,
            })
        };
        // Layers, word, whether it is a stop word.
        let rows = [
            ((true, false, false), "的", true),
            ((true, false, false), "和", false),
            ((true, false, false), "获悉", false),
            ((false, true, false), "获悉", true),
            ((false, true, false), "记者", false),
            ((false, true, false), "的", false),
            ((false, false, true), "的", true),
            ((false, false, true), "本市", true),
            ((true, true, false), "本市", false),
            ((true, true, true), "", false),
        ];
        for ((function, newspaper, own), word, expected) in rows {
            let composed = layers(function, newspaper, own);
            let row = (function, newspaper, own);
            assert_eq!(composed.contains(word), expected, "{word} under {row:?}");
        }
        assert_eq!(layers(false, false, false), StopWords::default());
        assert_eq!(layers(false, false, true).as_slice(), ["本市", "的"]);
    }
}
