//! Who speaks: the subject of a clause that has a verb of speech.

use std::ops::Range;

use super::lists::{
    ADDRESSES, ADVERBS, BODIES, CONNECTORS, DOCUMENTS, FAMILIAR_SURNAMES, GOVERNING, MEETINGS,
    ROLES, STANDING_IN,
};
use crate::text::page::{is_surname, looks_like_name};
use crate::words::names::{Mention, NameKind};

/// Most characters of a speaker without a name: 市卫健委疾病预防控制处相关负责人.
const LONGEST_SPEAKER: usize = 24;

/// Who is named as speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// A person, by name.
    Person(String),
    /// A body, a meeting, a document, or a person without a name.
    Other(String),
    /// 他, 她 or a noun that stands for the person spoken of.
    Pronoun(String),
    /// 两人, 他们.
    Several(String),
    /// Nobody: the subject of the sentence goes on.
    Elided,
    /// The reporter.
    Narrator,
}

/// The names in one passage.
#[derive(Debug, Clone, Copy)]
pub struct Names<'m> {
    mentions: &'m [Mention],
}

impl<'m> Names<'m> {
    /// The mentions of one passage, sorted by beginning.
    pub fn new(mentions: &'m [Mention]) -> Self {
        Self { mentions }
    }

    /// Those that lie in a range.
    pub fn within(&self, range: Range<usize>) -> impl Iterator<Item = &'m Mention> + use<'m> {
        let first = self
            .mentions
            .partition_point(|mention| (mention.start as usize) < range.start);
        self.mentions
            .get(first..)
            .unwrap_or_default()
            .iter()
            .take_while(move |mention| (mention.start as usize) < range.end)
            .filter(move |mention| mention.end as usize <= range.end)
    }
}

/// A stretch of a passage with the names in it.
#[derive(Debug, Clone, Copy)]
pub struct Stretch<'t> {
    /// The passage's text.
    pub text: &'t str,
    /// First byte.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// The names of the passage.
    pub names: Names<'t>,
}

impl<'t> Stretch<'t> {
    fn of(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    fn all(&self) -> &'t str {
        self.of(self.start..self.end)
    }

    fn persons(&self) -> impl Iterator<Item = &'t Mention> + use<'t> {
        self.names
            .within(self.start..self.end)
            .filter(|mention| mention.kind == NameKind::Person)
    }

    fn bodies(&self) -> impl Iterator<Item = &'t Mention> + use<'t> {
        self.names
            .within(self.start..self.end)
            .filter(|mention| mention.kind == NameKind::Organisation)
    }
}

/// The speaker in the stretch before a verb; `None` where there is a subject that is no speaker, or the verb is a noun.
pub fn speaker(stretch: Stretch<'_>, noun_like: bool) -> Option<Who> {
    let words = stretch.all().trim();
    let plain = without_connectors(words);
    if is_narrator(plain) {
        return Some(Who::Narrator);
    }
    let governed = GOVERNING.iter().any(|word| plain.starts_with(word));
    if !(noun_like && governed)
        && let Some(person) = person(stretch, noun_like)
    {
        return Some(person);
    }
    if let Some(pronoun) = pronoun(plain) {
        return Some(pronoun);
    }
    if is_adverbial(plain) {
        return Some(Who::Elided);
    }
    if noun_like && governed {
        return None;
    }
    if let Some(body) = body(stretch) {
        return Some(body);
    }
    unnamed(plain, noun_like)
}

/// Whether the reporter is the subject: 记者从市教育局获悉.
fn is_narrator(words: &str) -> bool {
    words.find("记者").is_some_and(|at| {
        let before = words.get(..at).unwrap_or_default();
        before.chars().count() <= 8
            && !before.ends_with(['向', '对', '与', '同', '跟', '和', '受', '者', '诉', '、'])
            && !before.contains("告诉")
            && !before.contains("接受")
    })
}

fn person(stretch: Stretch<'_>, noun_like: bool) -> Option<Who> {
    for mention in stretch.persons() {
        let (start, end) = (mention.start as usize, mention.end as usize);
        let before = without_connectors(stretch.of(stretch.start..start).trim_start());
        let behind = stretch.of(end..stretch.end);
        if before.starts_with(['对', '向', '给', '与', '跟', '把', '被', '让', '请'])
            || before.ends_with(['对', '向', '给', '与', '跟', '同', '和'])
        {
            continue;
        }
        if let Some(owned) = behind.strip_prefix('的') {
            let head = without_adverbials(owned);
            if ROLES.iter().any(|role| head.ends_with(role)) && head.chars().count() <= 8 {
                return Some(Who::Other(format!("{}的{head}", mention.name)));
            }
            continue;
        }
        if noun_like && !is_adverbial(without_form_of_address(behind)) {
            continue;
        }
        return Some(Who::Person(with_partners(stretch, mention)));
    }
    None
}

/// A person with those that speak together with them: 市委书记甲、市长乙强调.
fn with_partners(stretch: Stretch<'_>, first: &Mention) -> String {
    let mut name = first.name.clone();
    let mut end = first.end as usize;
    for next in stretch.persons().filter(|next| next.start >= first.end) {
        let between = stretch.of(end..next.start as usize);
        let Some(post) = between.strip_prefix(['、', '和', '与']) else {
            break;
        };
        let is_post = post.is_empty()
            || post.chars().count() <= 12 && ROLES.iter().any(|role| post.ends_with(role));
        if !is_post {
            break;
        }
        name.push('、');
        name.push_str(&next.name);
        end = next.end as usize;
    }
    name
}

fn without_form_of_address(behind: &str) -> &str {
    [
        "总书记",
        "同志",
        "主席",
        "总理",
        "先生",
        "女士",
        "院士",
        "教授",
        "老师",
        "等",
    ]
    .iter()
    .find_map(|title| behind.strip_prefix(title))
    .unwrap_or(behind)
}

fn pronoun(plain: &str) -> Option<Who> {
    let several = ["两人", "二人", "他们", "她们", "夫妻俩", "夫妇俩", "两位"];
    if let Some(word) = several.iter().find(|word| plain.starts_with(**word)) {
        return Some(Who::Several((*word).to_owned()));
    }
    let (at, found) = plain
        .char_indices()
        .find(|(_, character)| matches!(character, '他' | '她'))?;
    let before = plain.get(..at)?;
    let is_other = before.ends_with(['其', '的'])
        || plain.get(at..).is_some_and(|rest| rest.starts_with("他人"))
        || before.ends_with(['对', '向', '给', '与', '跟', '把', '被', '让', '和', '让']);
    let behind = plain.get(at + found.len_utf8()..)?;
    let fits = before.chars().count() <= 10 && !behind.starts_with(['的', '们']);
    (!is_other && fits).then(|| Who::Pronoun(found.to_string()))
}

/// A body that is named, alone or with the role of its speaker: 市财政局有关负责人.
fn body(stretch: Stretch<'_>) -> Option<Who> {
    let mut name: Option<String> = None;
    let mut last_end = stretch.start;
    for mention in stretch.bodies() {
        let between = stretch.of(last_end..mention.start as usize);
        let is_joined = name.is_some() && matches!(between, "、" | "和" | "与");
        last_end = mention.end as usize;
        match &mut name {
            Some(name) if is_joined => {
                name.push('、');
                name.push_str(&mention.name);
            }
            _ => name = Some(mention.name.clone()),
        }
        let behind = stretch.of(last_end..stretch.end);
        if is_adverbial(behind) {
            return name.map(Who::Other);
        }
        let head = without_adverbials(behind);
        if let Some(document) = DOCUMENTS.iter().find(|word| head == **word) {
            return Some(Who::Other(format!("{}{document}", mention.name)));
        }
        let is_role = ROLES
            .iter()
            .chain(&["方面", "有关人士"])
            .any(|role| head.ends_with(role));
        if is_role && head.chars().count() <= 12 && !head.contains(['的', '对', '、']) {
            let name = format!("{}{head}", mention.name);
            return Some(Who::Other(name));
        }
    }
    None
}

/// A speaker without a mention: a meeting, a document, 陈先生, 一位居民, 省气象局.
fn unnamed(plain: &str, noun_like: bool) -> Option<Who> {
    if let Some(name) = addressed(plain) {
        return Some(Who::Person(name));
    }
    let phrase = without_adverbials(plain);
    if phrase.is_empty() {
        return Some(Who::Elided);
    }
    if let Some(title) = titled(phrase) {
        return Some(Who::Other(title));
    }
    if MEETINGS.iter().any(|meeting| phrase.ends_with(meeting)) {
        return (phrase.chars().count() <= LONGEST_SPEAKER).then(|| Who::Other("会议".to_owned()));
    }
    if let Some(stand_in) = STANDING_IN.iter().find(|word| phrase == **word) {
        return Some(Who::Pronoun((*stand_in).to_owned()));
    }
    if noun_like && phrase.contains(['的', '对', '把', '各', '和']) {
        return None;
    }
    let head = head_of(phrase);
    let length = head.chars().count();
    if looks_like_name(head) && !ROLES.contains(&head) && (phrase == head || length == 3) {
        return Some(Who::Person(head.to_owned()));
    }
    if let Some(name) = name_behind_post(head) {
        return Some(Who::Person(name));
    }
    let speaks = DOCUMENTS
        .iter()
        .chain(&ROLES)
        .chain(&BODIES)
        .any(|ending| head.ends_with(ending));
    (speaks && (2..=LONGEST_SPEAKER).contains(&length)).then(|| Who::Other(head.to_owned()))
}

/// 《…》 as speaker.
fn titled(phrase: &str) -> Option<String> {
    let start = phrase.find('《')?;
    (phrase.ends_with('》') && phrase.get(..start)?.chars().count() <= 6)
        .then(|| phrase.get(start..).unwrap_or_default().to_owned())
}

/// The noun without number words and descriptions: 一位不愿透露姓名的队员.
fn head_of(phrase: &str) -> &str {
    let head = phrase.rsplit_once('的').map_or(phrase, |(_, head)| head);
    let head = [
        "一位", "一名", "一个", "几位", "多位", "多名", "两位", "两名", "许多", "不少", "很多",
        "各位", "首位", "来自",
    ]
    .iter()
    .find_map(|number| head.strip_prefix(number))
    .unwrap_or(head);
    if head.is_empty() { phrase } else { head }
}

/// The name behind a post where nobody has found it before: 市教育局副局长许文澜.
fn name_behind_post(head: &str) -> Option<String> {
    let characters: Vec<(usize, char)> = head.char_indices().collect();
    for length in [3, 2] {
        let Some((at, _)) = characters
            .len()
            .checked_sub(length)
            .and_then(|at| characters.get(at))
        else {
            continue;
        };
        let (post, name) = head.split_at(*at);
        if looks_like_name(name)
            && !ROLES.iter().chain(&BODIES).any(|word| name.ends_with(word))
            && ROLES.iter().any(|role| post.ends_with(role))
        {
            return Some(name.to_owned());
        }
    }
    None
}

/// A surname with a form of address, or 老周.
pub fn addressed(words: &str) -> Option<String> {
    let mut characters = words.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, character)) = characters.next() {
        let rest = words.get(at..)?;
        if matches!(character, '老' | '小') && !is_surname(before) {
            let surname = characters.peek().map(|(_, next)| *next);
            if surname.is_some_and(|next| FAMILIAR_SURNAMES.contains(next)) {
                return Some(rest.chars().take(2).collect());
            }
        }
        if FAMILIAR_SURNAMES.contains(character) || is_surname(character) {
            let behind = rest.get(character.len_utf8()..)?;
            let address = ADDRESSES
                .iter()
                .filter(|address| address.chars().count() >= 2 || **address == "某")
                .find(|address| behind.starts_with(**address));
            // 市场经理 is no 场经理, and 教师傅 none either: the surname must not end a longer word.
            if let Some(address) = address
                && (before == ' ' || FAMILIAR_SURNAMES.contains(character))
            {
                return Some(format!("{character}{address}"));
            }
        }
        before = character;
    }
    None
}

/// A clause without the words that lead over to its subject.
pub fn without_connectors(words: &str) -> &str {
    let mut rest = words.trim_start();
    loop {
        let shorter = CONNECTORS
            .iter()
            .filter_map(|word| rest.strip_prefix(word))
            .min_by_key(|shorter| shorter.len());
        match shorter {
            Some(shorter) => rest = shorter,
            None => return rest,
        }
    }
}

/// A clause without what stands between its subject and its verb.
fn without_adverbials(words: &str) -> &str {
    let mut rest = words;
    loop {
        let before = rest;
        let adverb = ADVERBS
            .iter()
            .filter_map(|adverb| rest.strip_suffix(adverb))
            .min_by_key(|shorter| shorter.len());
        if let Some(shorter) = adverb {
            rest = shorter;
        } else if let Some(at) = prepositional(rest) {
            rest = rest.get(..at).unwrap_or_default();
        }
        if rest.len() == before.len() {
            return rest;
        }
    }
}

/// Where an adverbial begins that goes on to the end: 在接受采访时, 向记者, 感慨地.
fn prepositional(words: &str) -> Option<usize> {
    let closes = words.ends_with(['时', '上', '中', '后', '地', '着', '下']);
    if closes
        && let Some(at) = ["一边", "在", "接受", "通过", "面对"]
            .iter()
            .filter_map(|word| words.find(word))
            .min()
    {
        return Some(at);
    }
    if let Some(stem) = words.strip_suffix('地')
        && !stem.ends_with(['各', '本', '当', '外', '属', '多', '某', '基'])
    {
        return stem.char_indices().rev().nth(1).map(|(at, _)| at);
    }
    ["一边", "向", "对"]
        .iter()
        .filter_map(|word| words.rfind(word))
        .max()
        .filter(|at| {
            words
                .get(*at..)
                .is_some_and(|rest| rest.chars().count() <= 8)
        })
}

/// Whether nothing in `words` is a subject.
fn is_adverbial(words: &str) -> bool {
    let rest = without_connectors(without_adverbials(words.trim()));
    rest.is_empty()
        || rest.starts_with(['在', '向', '就', '从', '当', '为', '以'])
        || [
            "通过", "面对", "谈到", "谈及", "说到", "说起", "回忆", "提到", "针对", "接受", "代表",
            "得知",
        ]
        .iter()
        .any(|word| rest.starts_with(word))
}

/// The subject of a clause without a verb of speech: the person or body with which it begins.
pub fn subject(stretch: Stretch<'_>) -> Option<Who> {
    let words = without_connectors(stretch.all());
    if is_narrator(words) {
        return Some(Who::Narrator);
    }
    for mention in stretch.persons() {
        let before = without_connectors(stretch.of(stretch.start..mention.start as usize));
        let behind = without_form_of_address(stretch.of(mention.end as usize..stretch.end));
        let is_object = before.starts_with([
            '对', '向', '给', '与', '跟', '把', '被', '让', '请', '按', '由', '以', '像', '如',
            '经', '和', '同',
        ]) || before
            .ends_with(['对', '向', '给', '与', '跟', '同', '和', '叫', '由'])
            || before.contains(['要', '按', '据', '把', '被', '向']);
        if is_object || behind.starts_with(['的', '关']) || before.contains(['《', '、']) {
            continue;
        }
        return Some(Who::Person(mention.name.clone()));
    }
    if let Some(name) = addressed(words).filter(|name| {
        words
            .find(name.as_str())
            .is_some_and(|at| at <= 4 * "市".len())
    }) {
        return Some(Who::Person(name));
    }
    if words.starts_with(['他', '她']) && !words.starts_with("他人") {
        return Some(Who::Pronoun(words.chars().take(1).collect()));
    }
    stretch
        .bodies()
        .find(|mention| mention.start as usize == stretch.end - trimmed_len(stretch))
        .map(|mention| Who::Other(mention.name.clone()))
}

/// How many bytes of a stretch stand behind its connectors.
fn trimmed_len(stretch: Stretch<'_>) -> usize {
    without_connectors(stretch.all()).len()
}
