//! Stop words: function words that a word list leaves out.

/// The built-in list: a word a line, comments behind `#`.
const BUILT_IN: &str = include_str!("stopwords.txt");

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
        Self::of(built_in_words().map(str::to_owned).collect())
    }

    /// The words in force: the built-in ones if they are switched on, without those that the user took back in, and
    /// those that the user added. A word both added and removed is a stop word. Blanks around words are ignored.
    pub fn compose(built_in: bool, added: &[String], removed: &[String]) -> Self {
        let kept = built_in_words()
            .filter(|word| built_in && !removed.iter().any(|other| other.trim() == *word))
            .map(str::to_owned);
        let added = added.iter().map(|word| word.trim().to_owned());
        Self::of(kept.chain(added).collect())
    }

    fn of(mut words: Vec<String>) -> Self {
        words.retain(|word| !word.is_empty());
        words.sort_unstable();
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

fn built_in_words() -> impl Iterator<Item = &'static str> {
    BUILT_IN
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default())
        .flat_map(str::split_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_list_is_sound() {
        let words: Vec<&str> = built_in_words().collect();
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
    fn the_user_has_the_last_word() {
        let added = [" 本报 ".to_owned(), "的".to_owned(), String::new()];
        let removed = ["和".to_owned()];
        let composed = StopWords::compose(true, &added, &removed);
        assert!(composed.contains("本报"));
        assert!(!composed.contains("和"));
        assert!(!composed.contains(""));
        let own_only = StopWords::compose(false, &added, &removed);
        assert_eq!(own_only.as_slice(), ["本报", "的"]);
    }
}
