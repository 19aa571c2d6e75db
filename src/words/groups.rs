//! 概念组: several words counted as one concept.
//!
//! A member without `*` and `?` is a word. If the segmenter makes several tokens of it (新型冠状病毒感染的肺炎), no term
//! of the vocabulary is that word: [`ConceptGroup::literal_members`] names the members that must be listed as words
//! before the text is segmented, so that each of them is one token.

use serde::{Deserialize, Serialize};

use super::segment::TokenKind;
use super::vocabulary::{TermId, Vocabulary};

/// One group, made by the user.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ConceptGroup {
    /// Its name, as the user wrote it; unique in a project.
    pub name: String,
    /// Words or patterns; `*` stands for any characters or none, `?` for one.
    pub members: Vec<String>,
    /// Words or patterns that are no members though a pattern fits.
    #[serde(default)]
    pub exclusions: Vec<String>,
}

impl ConceptGroup {
    /// The members that are words and no patterns, without the blanks around them and without those that an exclusion
    /// keeps out: each is to be a token wherever it stands.
    pub fn literal_members(&self) -> Vec<&str> {
        let exclusions = patterns(&self.exclusions);
        let members = self.members.iter().map(|member| member.trim());
        members
            .filter(|member| !member.is_empty() && !member.contains(is_wild))
            .filter(|member| !fits_any(&exclusions, member))
            .collect()
    }
}

/// Whether a character of a pattern stands for others. The full-width marks, which Chinese keyboards write, do too.
fn is_wild(character: char) -> bool {
    matches!(character, '*' | '?' | '＊' | '？')
}

/// A pattern, taken apart once.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Pattern {
    /// What stands between its `*`: characters, `None` for any one. At least one part.
    parts: Vec<Vec<Option<char>>>,
}

impl Pattern {
    fn new(pattern: &str) -> Self {
        let letters = |part: &str| {
            let letters = part.chars();
            letters
                .map(|letter| (!is_wild(letter)).then_some(letter))
                .collect()
        };
        let parts = pattern.split(['*', '＊']).map(letters);
        Self {
            parts: parts.collect(),
        }
    }

    /// Whether the whole of a term fits.
    fn fits(&self, term: &[char]) -> bool {
        let (Some(first), Some(last)) = (self.parts.first(), self.parts.last()) else {
            return false;
        };
        if self.parts.len() == 1 {
            return term.len() == first.len() && agrees(first, term);
        }
        if term.len() < first.len() + last.len() {
            return false;
        }
        let (head, rest) = term.split_at(first.len());
        let (mut rest, tail) = rest.split_at(rest.len() - last.len());
        if !agrees(first, head) || !agrees(last, tail) {
            return false;
        }
        // The leftmost place of each part leaves the most for those behind it.
        let inner = self.parts.get(1..self.parts.len() - 1).unwrap_or(&[]);
        for part in inner.iter().filter(|part| !part.is_empty()) {
            let mut windows = rest.windows(part.len());
            let Some(place) = windows.position(|window| agrees(part, window)) else {
                return false;
            };
            rest = rest.get(place + part.len()..).unwrap_or(&[]);
        }
        true
    }
}

/// Whether every letter of a part agrees with the character at its place; both are equally long.
fn agrees(part: &[Option<char>], text: &[char]) -> bool {
    let pairs = part.iter().zip(text);
    pairs
        .into_iter()
        .all(|(letter, character)| letter.is_none_or(|letter| letter == *character))
}

fn patterns(texts: &[String]) -> Vec<Pattern> {
    let texts = texts.iter().map(|text| text.trim());
    texts
        .filter(|text| !text.is_empty())
        .map(Pattern::new)
        .collect()
}

fn fits_any(patterns: &[Pattern], term: &str) -> bool {
    let term: Vec<char> = term.chars().collect();
    patterns.iter().any(|pattern| pattern.fits(&term))
}

/// How a term stands to a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It belongs to the group.
    Member,
    /// A member's pattern fits it, and an exclusion keeps it out.
    Excluded,
    /// It has nothing to do with the group.
    Outside,
}

/// A group whose patterns are taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledGroup {
    /// Its name.
    pub name: String,
    members: Vec<Pattern>,
    exclusions: Vec<Pattern>,
}

impl CompiledGroup {
    /// Takes the patterns of a group apart. Blanks around a pattern are ignored, and so is an empty one.
    pub fn new(group: &ConceptGroup) -> Self {
        Self {
            name: group.name.clone(),
            members: patterns(&group.members),
            exclusions: patterns(&group.exclusions),
        }
    }

    /// How a term stands to the group. An exclusion also keeps out a word that is named among the members.
    pub fn standing(&self, term: &str) -> Standing {
        if !fits_any(&self.members, term) {
            Standing::Outside
        } else if fits_any(&self.exclusions, term) {
            Standing::Excluded
        } else {
            Standing::Member
        }
    }
}

/// The groups to which each term of a vocabulary belongs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TermGroups {
    names: Vec<String>,
    /// Where each term's groups begin, and behind the last term the number of all.
    starts: Vec<u32>,
    groups: Vec<u32>,
}

impl TermGroups {
    /// Looks at every word and number of a vocabulary once.
    pub fn new(groups: &[CompiledGroup], vocabulary: &Vocabulary) -> Self {
        let mut all = Self {
            names: groups.iter().map(|group| group.name.clone()).collect(),
            ..Self::default()
        };
        if groups.is_empty() {
            return all;
        }
        for term in vocabulary.ids() {
            all.starts.push(small(all.groups.len()));
            let text = vocabulary.term(term);
            let own = (0..).zip(groups);
            let may_belong = is_counted(vocabulary, term);
            let own =
                own.filter(|(_, group)| may_belong && group.standing(text) == Standing::Member);
            all.groups.extend(own.map(|(number, _)| number));
        }
        all.starts.push(small(all.groups.len()));
        all
    }

    /// The names of the groups, in the order of the project.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The numbers of a term's groups, rising; none for a term that came later.
    pub fn of(&self, term: TermId) -> &[u32] {
        let index = term.index();
        match (self.starts.get(index), self.starts.get(index + 1)) {
            (Some(start), Some(end)) => self
                .groups
                .get(*start as usize..*end as usize)
                .unwrap_or(&[]),
            _ => &[],
        }
    }
}

/// Whether a term is counted: marks, blanks and addresses belong to no group, whatever its pattern.
pub fn is_counted(vocabulary: &Vocabulary, term: TermId) -> bool {
    matches!(vocabulary.kind(term), TokenKind::Word | TokenKind::Number)
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn group(members: &str, exclusions: &str) -> ConceptGroup {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect();
        ConceptGroup {
            name: "组".to_owned(),
            members: words(members),
            exclusions: words(exclusions),
        }
    }

    #[test]
    fn patterns_fit() {
        use Standing::{Excluded, Member, Outside};
        // Members, exclusions, term.
        let rows = [
            ("新冠肺炎", "", "新冠肺炎", Member),
            ("新冠肺炎", "", "新冠", Outside),
            ("*战", "挑战", "抗战", Member),
            ("*战", "挑战", "战", Member),
            ("*战", "挑战", "挑战", Excluded),
            ("*战", "挑战", "战争", Outside),
            ("?战", "", "战", Outside),
            ("?战", "", "抗战", Member),
            ("?战", "", "攻坚战", Outside),
            ("？战", "", "抗战", Member),
            ("＊战", "", "攻坚战", Member),
            ("防*控", "", "防控", Member),
            ("防*控", "", "防疫管控", Member),
            ("防*控", "", "防", Outside),
            ("*疫*情*", "", "疫情", Member),
            ("*疫*情*", "", "防疫的情形", Member),
            ("*疫*情*", "", "情疫", Outside),
            ("一*一", "", "一", Outside),
            ("*", "*战 *争", "和平", Member),
            ("*", "*战 *争", "战争", Excluded),
            ("挑战", "挑*", "挑战", Excluded),
            ("a*c", "", "abcbc", Member),
            ("", "", "", Outside),
            ("", "", "词", Outside),
            (" ", "", "词", Outside),
            ("迈克尔·*", "", "迈克尔·乔丹", Member),
        ];
        for (members, exclusions, term, expected) in rows {
            let compiled = CompiledGroup::new(&group(members, exclusions));
            assert_eq!(
                compiled.standing(term),
                expected,
                "{term} in {members} without {exclusions}"
            );
        }
    }

    #[test]
    fn words_among_the_members_are_to_be_tokens() {
        let rows = [
            (
                "新冠肺炎 新型冠状病毒感染的肺炎",
                "",
                vec!["新冠肺炎", "新型冠状病毒感染的肺炎"],
            ),
            ("*战 抗?", "", vec![]),
            ("挑战 应战", "挑*", vec!["应战"]),
            ("", "", vec![]),
        ];
        for (members, exclusions, expected) in rows {
            let group = group(members, exclusions);
            assert_eq!(group.literal_members(), expected, "{members}");
        }
    }

    #[test]
    fn a_term_may_belong_to_several_groups() {
        let mut vocabulary = Vocabulary::new();
        let terms = ["抗战", "挑战", "和平"].map(|term| vocabulary.intern(term, TokenKind::Word));
        let groups = [group("*战", "挑战"), group("抗*", ""), group("无", "")];
        let compiled: Vec<CompiledGroup> = groups.iter().map(CompiledGroup::new).collect();
        let of_terms = TermGroups::new(&compiled, &vocabulary);
        let found = terms.map(|term| of_terms.of(term).to_vec());
        assert_eq!(found, [vec![0, 1], vec![], vec![]]);
        let mark = vocabulary.intern("，战", TokenKind::Mark);
        assert!(TermGroups::new(&compiled, &vocabulary).of(mark).is_empty());
        let later = vocabulary.intern("抗疫", TokenKind::Word);
        assert!(of_terms.of(later).is_empty());
        assert!(TermGroups::new(&[], &vocabulary).of(later).is_empty());
    }

    /// By the definition: `*` stands for nothing, or for a character and another `*`.
    fn fits_plainly(pattern: &[char], term: &[char]) -> bool {
        match (pattern.split_first(), term.split_first()) {
            (None, None) => true,
            (Some(('*', rest)), None) => fits_plainly(rest, term),
            (Some(('*', rest)), Some((_, behind))) => {
                fits_plainly(rest, term) || fits_plainly(pattern, behind)
            }
            (Some((letter, rest)), Some((first, behind))) => {
                (*letter == '?' || letter == first) && fits_plainly(rest, behind)
            }
            _ => false,
        }
    }

    proptest! {
        #[test]
        fn a_pattern_fits_as_defined(pattern in "[甲乙*?]{1,6}", term in "[甲乙]{0,7}") {
            let letters = |text: &str| text.chars().collect::<Vec<char>>();
            let expected = fits_plainly(&letters(&pattern), &letters(&term));
            prop_assert_eq!(Pattern::new(&pattern).fits(&letters(&term)), expected);
        }
    }
}
