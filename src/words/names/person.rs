//! Persons in one passage: what stands beside a name tells it, and where it ends.

use std::sync::LazyLock;

use super::Evidence;
use super::bodies::BODIES;
use super::cut::{Cut, chars, is_han_text};
use super::persons::{self, Surname, WORDS, is_han, is_not_given, is_transliteration, surname};
use super::span::{Span, Spans};
use super::tags::Tags;
use super::word_list::WordList;

/// A name that something speaks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Its first byte.
    pub(super) start: usize,
    /// The byte behind it.
    pub(super) end: usize,
    /// What speaks for it.
    pub(super) evidence: Evidence,
    /// Whether this is enough for a name that is no common word.
    pub(super) is_strong: bool,
}

/// A list of names, in bytes of the passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    /// The heading's first byte; the list's own where there is none.
    pub(super) heading: usize,
    /// The names.
    pub(super) names: Vec<(usize, usize)>,
}

/// What a passage says of persons.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// The names.
    pub(super) candidates: Vec<Candidate>,
    /// The lists.
    pub(super) lists: Vec<Listed>,
    /// Posts: the first byte, the byte behind, and the name's bytes.
    pub(super) posts: Vec<(usize, usize, usize, usize)>,
}

/// How much speaks for a name's ending at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Right {
    Nothing,
    Short,
    Mark,
    Verb,
}

/// Finds the persons of a passage.
pub(super) fn find(
    cut: &Cut<'_>,
    tags: &mut Tags<'_>,
    places: Spans<'_>,
    bodies: Spans<'_>,
    from: usize,
) -> Found {
    let mut found = Found::default();
    dotted(cut, &mut found, from);
    let mut at = from;
    for (offset, character) in cut.from(from).char_indices() {
        let start = from + offset;
        if start < at || !is_han(character) {
            continue;
        }
        if let Some(end) = famous(cut, start) {
            found.candidates.push(Candidate {
                start,
                end,
                evidence: Evidence::Dictionary,
                is_strong: true,
            });
            post_behind_or_before(cut, &mut found, start, end);
            at = end;
            continue;
        }
        if let Some(end) = foreign(cut, tags, start, character) {
            found.candidates.push(Candidate {
                start,
                end,
                evidence: Evidence::Dictionary,
                is_strong: true,
            });
            at = end;
            continue;
        }
        let Some(name) = surname(cut.from(start)) else {
            continue;
        };
        at = at.max(one(cut, tags, places, bodies, &mut found, start, name));
    }
    found
}

/// A foreign name that the dictionary has, with what stands beside persons: 湖人队詹姆斯.
fn foreign(cut: &Cut<'_>, tags: &mut Tags<'_>, start: usize, first: char) -> Option<usize> {
    if !is_transliteration(first) || !cut.is_bound(start) {
        return None;
    }
    let end = cut.start(cut.covering(start) + 1);
    let word = cut.get(start..end);
    if word.len() < 9
        || !word.chars().all(is_transliteration)
        || !matches!(tags.of(word), "nrt" | "nr")
    {
        return None;
    }
    let before = cut.before(start);
    let behind_post = WORDS.offices.before(before).is_some()
        || WORDS.roles.before(before).is_some()
        || before.ends_with('队');
    let is_subject = clause_begins(before) && right(cut, end) == Right::Verb;
    (surname(word).is_none() && (behind_post || is_subject)).then_some(end)
}

fn famous(cut: &Cut<'_>, start: usize) -> Option<usize> {
    let name = WORDS.famous.at(cut.from(start))?;
    let end = start + name.len();
    (name.len() > 6 || cut.is_bound(start) && cut.is_bound(end)).then_some(end)
}

fn post_behind_or_before(cut: &Cut<'_>, found: &mut Found, start: usize, end: usize) {
    if let Some(office) = WORDS.offices.before(cut.before(start)) {
        let from = chain_of_posts(cut, start, office);
        found.posts.push((from, start, start, end));
    } else if let Some(title) = WORDS.titles.at(cut.from(end))
        && WORDS.offices.has(title)
    {
        found.posts.push((end, end + title.len(), start, end));
    }
}

/// Looks at one place where a name may begin. Gives the byte up to which the text is done.
fn one(
    cut: &Cut<'_>,
    tags: &mut Tags<'_>,
    places: Spans<'_>,
    bodies: Spans<'_>,
    found: &mut Found,
    start: usize,
    name: Surname,
) -> usize {
    let before = cut.before(start);
    let is_bound = cut.is_bound(start);
    if !is_bound && !name.is_common {
        return start;
    }
    let heading = WORDS.headings.before(before);
    let office = WORDS.offices.before(before);
    let role = WORDS.roles.before(before);
    let role = role.or_else(|| role_by_ending(cut, tags, start));
    let trigger = heading.or(office).or(role);
    if let Some(trigger) = trigger
        && (is_bound
            || name.is_common && (trigger.len() >= 9 || office.is_some() && trigger.len() >= 6))
    {
        let list = list_at(cut, tags, start, heading.is_some());
        if list.len() >= 2 {
            let end = list.last().map_or(start, |last| last.1);
            for (start, end) in &list {
                found.candidates.push(Candidate {
                    start: *start,
                    end: *end,
                    evidence: Evidence::List,
                    is_strong: true,
                });
            }
            let from = chain_of_posts(cut, start, trigger);
            if office.is_some() && heading.is_none() {
                for (name_start, name_end) in &list {
                    found.posts.push((from, start, *name_start, *name_end));
                }
            }
            found.lists.push(Listed {
                heading: from,
                names: list,
            });
            return end;
        }
        if let Some(end) = name_end(cut, start, name, true)
            && believable(cut, tags, places, bodies, start, end, true)
        {
            found.candidates.push(Candidate {
                start,
                end,
                evidence: if heading.is_some() {
                    Evidence::List
                } else {
                    Evidence::PostBefore
                },
                is_strong: true,
            });
            let spoken = right(cut, end) == Right::Verb;
            if spoken {
                found.candidates.push(Candidate {
                    start,
                    end,
                    evidence: Evidence::Verb,
                    is_strong: false,
                });
            }
            if office.is_some() && heading.is_none() {
                let from = chain_of_posts(cut, start, trigger);
                found.posts.push((from, start, start, end));
            }
            if heading.is_some() {
                found.lists.push(Listed {
                    heading: start - trigger.len(),
                    names: vec![(start, end)],
                });
            }
            return end;
        }
        return start;
    }
    if !is_bound {
        return start;
    }
    let at_clause = clause_begins(before);
    if at_clause {
        let list = list_at(cut, tags, start, false);
        let closes = list
            .last()
            .is_some_and(|last| right(cut, last.1) >= Right::Short);
        let good = list
            .iter()
            .filter(|(start, end)| {
                let text = cut.get(*start..*end);
                !ordinary(tags, text)
                    && !is_place(places, bodies, *start, *end)
                    && believable(cut, tags, places, bodies, *start, *end, false)
            })
            .count();
        let all_new = good == list.len() || list.len() > 3 && good * 4 >= list.len() * 3;
        let longer = list.iter().filter(|(start, end)| end - start >= 9).count();
        if all_new
            && closes
            && (list.len() >= 3 && longer >= 1
                || list.len() == 2 && longer == 2
                || list.len() == 2
                    && longer == 1
                    && list
                        .last()
                        .is_some_and(|last| right(cut, last.1) == Right::Verb))
        {
            let end = list.last().map_or(start, |last| last.1);
            for (start, end) in &list {
                found.candidates.push(Candidate {
                    start: *start,
                    end: *end,
                    evidence: Evidence::List,
                    is_strong: true,
                });
            }
            found.lists.push(Listed {
                heading: start,
                names: list,
            });
            return end;
        }
    }
    match by_neighbours(cut, tags, places, bodies, found, start, name) {
        Some(end) => end,
        None => by_characters(cut, tags, places, bodies, found, start, name),
    }
}

/// A name that what stands around it tells, short of a post before it.
fn by_neighbours(
    cut: &Cut<'_>,
    tags: &mut Tags<'_>,
    places: Spans<'_>,
    bodies: Spans<'_>,
    found: &mut Found,
    start: usize,
    name: Surname,
) -> Option<usize> {
    let before = cut.before(start);
    let at_clause = clause_begins(before);
    let end = name_end(cut, start, name, false)?;
    if !believable(cut, tags, places, bodies, start, end, false) {
        return None;
    }
    let length = chars(cut.get(start..end));
    let behind = cut.from(end);
    if let Some(title) = WORDS.titles.at(behind)
        && cut.is_bound(end + title.len())
    {
        found.candidates.push(Candidate {
            start,
            end,
            evidence: Evidence::PostBehind,
            is_strong: length >= 3 && name.is_common
                || matches!(title, "同志" | "先生" | "女士" | "院士" | "总书记" | "烈士"),
        });
        if WORDS.offices.has(title) {
            found.posts.push((end, end + title.len(), start, end));
        }
        return Some(end);
    }
    if is_person_in_brackets(behind) {
        found.candidates.push(Candidate {
            start,
            end,
            evidence: Evidence::PostBehind,
            is_strong: true,
        });
        return Some(end);
    }
    if right(cut, end) == Right::Verb && (at_clause || joins_names(before)) {
        let speaks = WORDS.speech.at(behind).is_some();
        found.candidates.push(Candidate {
            start,
            end,
            evidence: Evidence::Verb,
            is_strong: name.is_common
                && (speaks || at_clause)
                && (length >= 3 || is_unknown_pair(cut, start, end)),
        });
        return Some(end);
    }
    None
}

/// Whether a name of two characters is no word and before a verb of two: 殷叶当选.
fn is_unknown_pair(cut: &Cut<'_>, start: usize, end: usize) -> bool {
    let word = cut.covering(start);
    let behind = cut.from(end);
    cut.start(word + 1) == start + 3
        && cut.start(word + 2) == end
        && persons::is_possible_given(cut.get(start + 3..end))
        && WORDS
            .speech
            .at(behind)
            .or_else(|| WORDS.actions.at(behind))
            .is_some_and(|verb| verb.len() >= 6)
}

/// A name that nothing but its characters tells: a common surname and a given name that reads like one, of which the
/// dictionary makes no other words.
fn by_characters(
    cut: &Cut<'_>,
    tags: &mut Tags<'_>,
    places: Spans<'_>,
    bodies: Spans<'_>,
    found: &mut Found,
    start: usize,
    name: Surname,
) -> usize {
    let mut doubled = cut.from(start).chars();
    // 蒙蒙亮
    if !name.is_common || doubled.next() == doubled.next() {
        return start;
    }
    let first = start + name.bytes;
    let mut ends = cut
        .from(first)
        .char_indices()
        .take(2)
        .map(|(byte, character)| first + byte + character.len_utf8());
    let (Some(one), two) = (ends.next(), ends.next()) else {
        return start;
    };
    let whole = cut.word(cut.covering(start));
    // 黄钦|在: the last character is a word that follows names.
    let is_shorter = |end: usize| {
        cut.is_bound(one) && right(cut, one) >= Right::Short && right(cut, end) < Right::Short
    };
    if let Some(end) = two
        && is_han_text(cut.get(first..end))
        && cut.is_bound(end)
        && !is_shorter(end)
        && persons::is_possible_given(cut.get(first..end))
        && believable(cut, tags, places, bodies, start, end, false)
    {
        // Words of two characters inside a name are names: 建军.
        let second = cut.word(cut.covering(first));
        let is_singles = cut.is_bound(one) && chars(whole) == 1;
        let is_known = chars(whole) == 1 && chars(second) == 2 && tags.of(second).starts_with("nr");
        let is_name = tags.of(cut.get(start..end)).starts_with("nr");
        if is_singles || is_known || is_name {
            found.candidates.push(Candidate {
                start,
                end,
                evidence: Evidence::Dictionary,
                is_strong: persons::is_typical_given(cut.get(first..end))
                    && (is_singles || is_known && right(cut, end) > Right::Nothing || is_name),
            });
            return end;
        }
    }
    if chars(whole) == 1
        && cut.is_bound(one)
        && right(cut, one) >= Right::Short
        && persons::is_typical_given(cut.get(first..one))
        && believable(cut, tags, places, bodies, start, one, false)
    {
        found.candidates.push(Candidate {
            start,
            end: one,
            evidence: Evidence::Dictionary,
            is_strong: false,
        });
        return one;
    }
    start
}

/// With what nouns for persons end.
const PERSON_ENDINGS: [char; 9] = ['员', '师', '手', '工', '者', '匠', '警', '兵', '医'];

/// A noun before a name that ends as those for persons do: 宣传员, 药剂师.
fn role_by_ending<'a>(cut: &Cut<'a>, tags: &mut Tags<'_>, start: usize) -> Option<&'a str> {
    if !cut.is_bound(start) || !cut.before(start).ends_with(PERSON_ENDINGS) {
        return None;
    }
    let text = cut.word(cut.covering(start).checked_sub(1)?);
    let is_person = text.ends_with(PERSON_ENDINGS)
        && !matches!(
            text,
            "或者" | "动手" | "出师" | "成员" | "施工" | "加工" | "分工"
        );
    (is_person && chars(text) >= 2 && tags.of(text) == "n").then_some(text)
}

/// （女，汉族… and ，男，1962年…
fn is_person_in_brackets(behind: &str) -> bool {
    [
        "（女",
        "（男",
        "，女，",
        "，男，",
        ",女,",
        ",男,",
        "（左",
        "（右",
        "（中）",
        "（前排",
        "（化名）",
        "（见图",
    ]
    .iter()
    .any(|opening| behind.starts_with(opening))
}

fn joins_names(before: &str) -> bool {
    before.ends_with(['与', '和', '对', '由', '向', '给', '让', '被', '请', '当'])
}

/// Whether a clause begins behind this text.
fn clause_begins(before: &str) -> bool {
    before
        .chars()
        .next_back()
        .is_none_or(|last| !is_han(last) && !last.is_alphanumeric())
        || CLAUSE_ADVERBS.before(before).is_some()
}

/// Behind what a clause begins without a mark.
static CLAUSE_ADVERBS: LazyLock<WordList> = LazyLock::new(|| {
    WordList::new(&[
        "随后 期间 当天 上午 下午 晚上 会前 会后 同时 最后 其中 据 获悉 看到 得知 傍晚 日",
    ])
});

/// Where the posts before a name begin: the chain goes on over 、 where the item before it is a post too.
fn chain_of_posts(cut: &Cut<'_>, name: usize, last: &str) -> usize {
    let mut start = name - last.len();
    loop {
        let mut word = cut.covering(start);
        if cut.start(word) < start {
            start = cut.start(word);
        }
        let mut moved = 0;
        while word > 0 && moved < 12 {
            let before = cut.word(word - 1);
            if !is_han_text(before) || super::bodies::STOP_WORDS.has(before) {
                break;
            }
            word -= 1;
            moved += 1;
        }
        start = start.min(cut.start(word));
        let Some(item) = cut.before(start).strip_suffix('、') else {
            return start;
        };
        let Some(office) = WORDS.offices.before(item) else {
            return start;
        };
        if name - start > 200 {
            return start;
        }
        start = item.len() - office.len();
    }
}

/// How many characters the first name of a list may have.
const LONGEST_FIRST: usize = 4;
/// Longest item of a list, a name with a post before it, in characters.
const LONGEST_ITEM: usize = 24;
/// Longest remark in brackets behind a name, with its brackets, in bytes.
const LONGEST_REMARK: usize = 51;

/// The names of a list that begins here: 2 to 4 characters between 、, each with a surname before.
fn list_at(
    cut: &Cut<'_>,
    tags: &mut Tags<'_>,
    start: usize,
    has_heading: bool,
) -> Vec<(usize, usize)> {
    let mut names = Vec::new();
    let mut first = cut.from(start).chars();
    if first.by_ref().take(LONGEST_FIRST).all(is_han) && first.next().is_some_and(is_han) {
        return names;
    }
    let mut at = start;
    let mut ordinary_names = 0;
    while names.len() < 200 {
        let text = cut.from(at);
        let size = han_bytes(text, LONGEST_ITEM);
        let item = text.get(..size).unwrap_or_default();
        let behind = text.get(size..).unwrap_or_default();
        let length = chars(item);
        let separator = behind.chars().next();
        let is_whole = match separator {
            Some('、' | '/') => true,
            Some('（' | '(') => behind
                .get(..behind.floor_char_boundary(LONGEST_REMARK))
                .is_some_and(|remark| remark.contains(['）', ')'])),
            Some(' ' | '\u{3000}') => !names.is_empty() || next_is_name(behind),
            _ => false,
        };
        let person = surname(item);
        if is_whole {
            let (from, fits) = match person {
                Some(person) if fits_whole(length, person) => (at, true),
                // A post inside the list: 、副市长甲、
                _ => match with_post(item) {
                    Some(post) if !names.is_empty() => (at + post, true),
                    _ => (at, false),
                },
            };
            if !fits {
                break;
            }
            ordinary_names += usize::from(ordinary(tags, cut.get(from..at + size)));
            names.push((from, at + size));
            at += size;
            if matches!(separator, Some('（' | '(')) {
                let close = behind.find(['）', ')']).unwrap_or(0);
                at += close
                    + behind
                        .get(close..)
                        .and_then(|rest| rest.chars().next())
                        .map_or(0, char::len_utf8);
            }
            let rest = cut.from(at);
            if rest.starts_with(['、', '/', ' ', '\u{3000}']) {
                at += rest.len() - rest.trim_start_matches(['、', '/', ' ', '\u{3000}']).len();
                continue;
            }
            break;
        }
        // The last item runs on.
        if let Some(person) = person
            && !names.is_empty()
            && let Some(end) = last_name(cut, at, person)
            && (has_heading || !begins_other_word(cut, tags, at, end))
        {
            ordinary_names += usize::from(ordinary(tags, cut.get(at..end)));
            names.push((at, end));
        }
        break;
    }
    if !has_heading
        && (ordinary_names * 2 > names.len() || ordinary_names == names.len() && names.len() < 3)
    {
        return Vec::new();
    }
    names
}

/// Whether a word begins here that is no part of a name: 商务部 in 李小鹏、商务部部长.
fn begins_other_word(cut: &Cut<'_>, tags: &mut Tags<'_>, at: usize, end: usize) -> bool {
    if BODIES.fixed.at(cut.from(at)).is_some() {
        return true;
    }
    let word = cut.covering(at);
    let text = cut.word(word);
    let behind = cut.start(word + 1);
    cut.start(word) == at
        && chars(text) >= 2
        && (behind >= end || !cut.is_bound(end))
        && !matches!(tags.of(text), "nr" | "nrt" | "nz" | "")
        && right(cut, end) < Right::Verb
}

/// How many bytes of Han characters a text begins with, of so many characters at most.
fn han_bytes(text: &str, most: usize) -> usize {
    let han = text.chars().take(most);
    let han = han.take_while(|character| is_han(*character));
    han.map(char::len_utf8).sum()
}

fn next_is_name(behind: &str) -> bool {
    let is_blank = |character: &char| matches!(character, ' ' | '\u{3000}');
    let blanks = behind.chars().take(LONGEST_ITEM).take_while(is_blank);
    let blanks: usize = blanks.map(char::len_utf8).sum();
    let next = behind.get(blanks..).unwrap_or_default();
    let size = han_bytes(next, LONGEST_ITEM);
    let item = next.get(..size).unwrap_or_default();
    let rest = next.get(size..).unwrap_or_default();
    (rest.is_empty() || rest.starts_with([' ', '\u{3000}', '、', '。']))
        && surname(item).is_some_and(|person| fits_whole(chars(item), person))
}

fn fits_whole(length: usize, person: Surname) -> bool {
    if person.bytes > 4 {
        (3..=4).contains(&length)
    } else {
        (2..=3).contains(&length)
    }
}

/// How many bytes of a list's item are a post before a name.
fn with_post(item: &str) -> Option<usize> {
    let mut bounds = item.char_indices().map(|(byte, _)| byte).skip(2);
    bounds.find(|byte| {
        let (before, name) = item.split_at(*byte);
        WORDS.offices.before(before).is_some()
            && surname(name).is_some_and(|person| fits_whole(chars(name), person))
    })
}

/// The end of the last name of a list, behind which the sentence goes on.
fn last_name(cut: &Cut<'_>, start: usize, person: Surname) -> Option<usize> {
    let first = start + person.bytes;
    let mut ends = cut
        .from(first)
        .char_indices()
        .map(|(byte, character)| first + byte + character.len_utf8());
    let one = ends.next()?;
    let two = ends.next().filter(|two| is_han_text(cut.get(one..*two)));
    if !is_han_text(cut.get(first..one)) {
        return None;
    }
    if let Some(two) = two
        && right(cut, two) >= Right::Short
        && !(right(cut, one) == Right::Verb && cut.is_bound(one) && !cut.is_bound(two))
    {
        return Some(two);
    }
    if right(cut, one) >= Right::Short && cut.is_bound(one) {
        return Some(one);
    }
    name_end(cut, start, person, true)
}

/// What stands behind a name that ends here.
fn right(cut: &Cut<'_>, end: usize) -> Right {
    let rest = cut.from(end);
    let Some(first) = rest.chars().next() else {
        return Right::Mark;
    };
    if !is_han(first) {
        return if first.is_ascii_digit() {
            Right::Short
        } else {
            Right::Mark
        };
    }
    if !cut.is_bound(end) {
        return Right::Nothing;
    }
    let ends_well = |word: &str| cut.is_bound(end + word.len()) || word.len() >= 6;
    if WORDS.speech.at(rest).is_some_and(ends_well)
        || WORDS.actions.at(rest).is_some_and(ends_well)
        || WORDS.titles.at(rest).is_some_and(ends_well)
    {
        return Right::Verb;
    }
    if WORDS
        .after
        .at(rest)
        .is_some_and(|word| cut.is_bound(end + word.len()))
    {
        return Right::Short;
    }
    Right::Nothing
}

/// Where a name ends that begins here; of one or two characters behind the surname.
fn name_end(cut: &Cut<'_>, start: usize, name: Surname, is_strong: bool) -> Option<usize> {
    let first = start + name.bytes;
    let mut given = cut.from(first).char_indices();
    let mut next = || {
        given
            .next()
            .filter(|(_, character)| is_han(*character))
            .map(|(byte, character)| (first + byte + character.len_utf8(), character))
    };
    let (one, character) = next()?;
    if is_not_given(character) {
        return None;
    }
    let behind = next();
    let two = behind
        .filter(|(_, character)| !is_not_given(*character))
        .map(|(end, _)| end);
    let is_blocked = behind.is_some() && two.is_none();
    let right_one = right(cut, one);
    let one_is_bound = cut.is_bound(one);
    if let Some(two) = two {
        let right_two = right(cut, two);
        let two_is_bound = cut.is_bound(two);
        // 张明|说，: a verb of one character between the name and a mark.
        let verb_inside = one_is_bound
            && two_is_bound
            && matches!(cut.get(one..two), "说" | "称" | "道" | "赴" | "率");
        if verb_inside {
            return Some(one);
        }
        if two_is_bound && right_two >= Right::Short {
            return Some(two);
        }
        if one_is_bound && right_one == Right::Verb {
            return Some(one);
        }
        if two_is_bound && is_strong && !(one_is_bound && right_one == Right::Short) {
            return Some(two);
        }
        if one_is_bound && right_one >= Right::Short {
            return Some(one);
        }
        if two_is_bound
            && chars(cut.word(cut.covering(first))) == 2
            && cut.start(cut.covering(first)) == first
        {
            return Some(two);
        }
        if two_is_bound && one_is_bound && is_strong {
            return Some(two);
        }
    }
    if one_is_bound
        && (right_one >= Right::Short
            || is_strong && (is_blocked || two.is_some_and(|two| !cut.is_bound(two))))
    {
        return Some(one);
    }
    None
}

/// Whether a string is a word of the dictionary that is no person's name.
pub(super) fn ordinary(tags: &mut Tags<'_>, text: &str) -> bool {
    let tag = tags.of(text);
    !tag.is_empty() && (chars(text) < 3 || !tag.starts_with("nr"))
}

fn is_place(places: Spans<'_>, bodies: Spans<'_>, start: usize, end: usize) -> bool {
    !places.overlapping(start, end).is_empty() || !bodies.overlapping(start, end).is_empty()
}

/// Whether the words inside a name are those of a name: no word of the dictionary begins with its surname and goes on.
fn believable(
    cut: &Cut<'_>,
    tags: &mut Tags<'_>,
    places: Spans<'_>,
    bodies: Spans<'_>,
    start: usize,
    end: usize,
    is_strong: bool,
) -> bool {
    let text = cut.get(start..end);
    let given = surname(text)
        .and_then(|surname| text.get(surname.bytes..))
        .unwrap_or_default();
    if WORDS.titles.has(given) || WORDS.roles.has(given) || text.contains('某') {
        return false;
    }
    // A bare place at the beginning of a name behind a post: 秘书长桂林森.
    let is_name_all_the_same = |place: &Span| {
        is_strong
            && !place.is_link
            && place.kind == super::NameKind::Place
            && (place.start >= start && place.end <= end && place.end - place.start < end - start
                || chars(cut.get(place.start..place.end)) == 3)
            && right(cut, end) >= Right::Short
    };
    let mut hiding = places.overlapping(start, end).iter();
    if hiding.any(|place| !is_name_all_the_same(place))
        || !bodies.overlapping(start, end).is_empty()
    {
        return false;
    }
    let word = cut.covering(start);
    if cut.start(word) != start {
        // 秘书|长房: the dictionary has a word over the border.
        return is_strong && (cut.is_bound(end) || right(cut, end) >= Right::Short);
    }
    let first = cut.word(word);
    let first_chars = chars(first);
    if first.len() == text.len() {
        let tag = tags.of(first);
        if first_chars >= 3 {
            return tag.starts_with("nr") || tag.is_empty() || is_strong && matches!(tag, "nz");
        }
        if first_chars == 2 {
            return is_strong && (tag.starts_with("nr") || tag.is_empty() || tag == "nz")
                || !is_strong && tag.starts_with("nr");
        }
    } else if first_chars >= 2 {
        let is_double = surname(text).is_some_and(|surname| surname.bytes == first.len());
        // 金海|清, 沈园|园: the dictionary has the beginning of the name as a name of something else.
        let is_other_name =
            matches!(tags.of(first), "ns" | "nz" | "nr" | "nrt" | "") && cut.is_bound(end);
        return is_double
            || is_strong
                && (is_other_name
                    || right(cut, end) >= Right::Short
                        && matches!(
                            tags.of(first),
                            "n" | "a" | "z" | "j" | "i" | "vn" | "nt" | "t" | "s"
                        ));
    }
    // The words behind the surname: one, or single characters; a verb of two characters is none.
    let second = cut.word(word + 1);
    let is_rare = surname(text).is_some_and(|surname| !surname.is_common);
    if chars(second) == 2
        && is_strong
        && is_rare
        && !tags.of(second).is_empty()
        && !tags.of(second).starts_with("nr")
        && tags.of(second) != "nz"
    {
        return false;
    }
    if chars(second) == 2 && !is_strong {
        let tag = tags.of(second);
        return !matches!(tag, "v" | "d" | "p" | "c" | "m" | "r" | "t" | "f")
            || chars(text) == 3
                && matches!(tag, "v")
                && right(cut, end) == Right::Verb
                && surname(text).is_some_and(|surname| surname.is_common);
    }
    true
}

/// Names with dots: 迈克尔·乔丹, 古丽·买买提.
fn dotted(cut: &Cut<'_>, found: &mut Found, from: usize) {
    let mut done = from;
    for (dot, mark) in cut.text.match_indices(['·', '•', '・']) {
        if dot < done {
            continue;
        }
        let mut start = dot;
        for (byte, character) in cut.before(dot).char_indices().rev().take(8) {
            if !is_transliteration(character) || byte < done {
                break;
            }
            start = byte;
        }
        // A post before the name may be written with the same characters.
        if let Some(bound) = (start..dot)
            .filter(|byte| cut.text.is_char_boundary(*byte))
            .find(|byte| {
                let before = cut.before(*byte);
                (WORDS.offices.before(before).is_some() || WORDS.roles.before(before).is_some())
                    && cut.is_bound(*byte)
            })
        {
            start = bound;
        }
        let mut end = dot + mark.len();
        let mut parts = 1;
        let mut last = end;
        for (byte, character) in cut.from(dot + mark.len()).char_indices().take(24) {
            let at = dot + mark.len() + byte;
            if matches!(character, '·' | '•' | '・') {
                parts += 1;
                last = at + character.len_utf8();
                continue;
            }
            if !is_transliteration(character)
                || at > last && right(cut, at) == Right::Verb && at - last >= 6
            {
                break;
            }
            end = at + character.len_utf8();
        }
        if end <= last || dot - start < 3 || parts > 4 {
            continue;
        }
        done = end;
        found.candidates.push(Candidate {
            start,
            end,
            evidence: Evidence::Verb,
            is_strong: true,
        });
        post_behind_or_before(cut, found, start, end);
    }
}
