//! The text in which new words are looked for.

/// A border between two runs: no string that is counted runs over it.
pub(super) const BORDER: u32 = 0;
/// Set in a letter with which a token begins.
const TOKEN_START: u32 = 1 << 31;
/// The mark that joins the parts of a foreign name.
pub(super) const JOINT: u32 = '·' as u32;

/// Runs of Han characters, article by article: what one part of a corpus contributes. Parts are put together by
/// [`Material::merge`]; nothing that is found depends on their order, as long as no article is in two of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Material {
    /// Characters and borders; a border stands at the beginning and behind every run.
    letters: Vec<u32>,
    /// The place of every article's first letter, rising.
    articles: Vec<u32>,
    characters: u32,
}

impl Default for Material {
    fn default() -> Self {
        Self {
            letters: vec![BORDER],
            articles: Vec::new(),
            characters: 0,
        }
    }
}

impl Material {
    /// Begins an article: what is pushed from now on stands in it.
    pub fn begin_article(&mut self) {
        let here = self.here();
        // An article without runs is none.
        if self.articles.last() != Some(&here) {
            self.articles.push(here);
        }
    }

    /// Adds a paragraph. `token_starts` are the bytes of `text` at which its tokens begin, rising. Everything but Han
    /// characters, and a · between two of them, parts two runs.
    pub fn push(&mut self, text: &str, token_starts: &[usize]) {
        if self.articles.is_empty() {
            self.begin_article();
        }
        let mut starts = token_starts.iter().copied().peekable();
        let mut characters = text.char_indices().peekable();
        while let Some((byte, character)) = characters.next() {
            while starts.next_if(|start| *start < byte).is_some() {}
            let starts_here = starts.next_if_eq(&byte).is_some();
            let follows_han = self.letters.last() != Some(&BORDER);
            let joins = character == '·'
                && follows_han
                && characters.peek().is_some_and(|(_, next)| is_han(*next));
            if is_han(character) || joins {
                let mark = if starts_here { TOKEN_START } else { 0 };
                self.letters.push(u32::from(character) | mark);
                self.characters = self.characters.saturating_add(1);
            } else if follows_han {
                self.letters.push(BORDER);
            }
        }
        if self.letters.last() != Some(&BORDER) {
            self.letters.push(BORDER);
        }
    }

    /// Adds another part of the corpus.
    pub fn merge(&mut self, other: &Self) {
        if self.articles.last() == Some(&self.here()) {
            self.articles.pop();
        }
        let shift = self.here().saturating_sub(1);
        let behind = other.letters.get(1..).unwrap_or(&[]);
        self.letters.extend_from_slice(behind);
        let articles = other.articles.iter();
        self.articles
            .extend(articles.map(|start| start.saturating_add(shift)));
        self.characters = self.characters.saturating_add(other.characters);
    }

    /// How many characters are in runs.
    pub fn characters(&self) -> u32 {
        self.characters
    }

    /// How many articles have a run.
    pub fn articles(&self) -> u32 {
        let behind_last = self.articles.last() == Some(&self.here());
        small(self.articles.len() - usize::from(behind_last))
    }

    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// The character at a place, [`BORDER`] where there is none.
    pub(super) fn letter(&self, place: usize) -> u32 {
        self.letters
            .get(place)
            .map_or(BORDER, |letter| letter & !TOKEN_START)
    }

    /// Whether a token begins at a place, or none goes on there.
    pub(super) fn begins_token(&self, place: usize) -> bool {
        let letter = self.letters.get(place).copied().unwrap_or(BORDER);
        letter == BORDER || letter & TOKEN_START != 0
    }

    /// The number of the article, from 1, that holds a place; `known` is that of an earlier place.
    pub(super) fn article_at(&self, place: usize, known: u32) -> u32 {
        let mut number = known as usize;
        while self
            .articles
            .get(number)
            .is_some_and(|start| *start as usize <= place)
        {
            number += 1;
        }
        small(number)
    }

    fn here(&self) -> u32 {
        small(self.letters.len())
    }
}

/// Han characters of words: also 々 and 〇, but no radicals, which cleaning mends.
fn is_han(character: char) -> bool {
    matches!(
        u32::from(character),
        0x3005 | 0x3007 | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF
    )
}

/// A place as it is stored: corpora over 4 Gi characters do not occur.
pub(super) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
