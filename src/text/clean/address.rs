//! 网址与邮箱: addresses of web pages and mailboxes.

use std::ops::Range;

/// Last parts of host names that stand without a scheme or www in front.
const DOMAINS: [&str; 16] = [
    "cn", "com", "net", "org", "gov", "edu", "info", "cc", "tv", "io", "hk", "tw", "mo", "uk",
    "jp", "eu",
];

/// Appends the addresses of a text, in order.
pub fn find(text: &str, addresses: &mut Vec<Range<usize>>) {
    let mut place = 0;
    while let Some(rest) = text.get(place..)
        && let Some(offset) = rest.find(belongs)
    {
        let start = place + offset;
        let run = text.get(start..).unwrap_or("");
        let len = run
            .find(|character| !belongs(character))
            .unwrap_or(run.len());
        let run = run.get(..len).unwrap_or("");
        if let Some(found) = address(run) {
            addresses.push(start + found.start..start + found.end);
        }
        place = start + len;
    }
}

/// Whether a character may stand in an address.
fn belongs(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~:/?#@&=%+".contains(character)
}

/// The address in a run of characters of which addresses are made.
fn address(run: &str) -> Option<Range<usize>> {
    let end = run
        .trim_end_matches(['.', ':', '?', '-', '&', '#', '='])
        .len();
    let run = run.get(..end)?;
    if let Some(scheme) = run.find("://") {
        let start = run.get(..scheme)?.rfind(|c: char| !c.is_ascii_alphabetic());
        let start = start.map_or(0, |before| before + 1);
        return (start < scheme && scheme + 3 < end).then_some(start..end);
    }
    if let Some(at) = run.find('@') {
        return mailbox(run, at);
    }
    let start = run.find(|c: char| c.is_ascii_alphanumeric())?;
    let run = run.get(start..)?;
    let host = run.split(['/', ':', '?', '#']).next()?;
    is_host(host).then_some(start..end)
}

/// The mailbox around the `@` at byte `at`.
fn mailbox(run: &str, at: usize) -> Option<Range<usize>> {
    let is_outside = |c: char| !(c.is_ascii_alphanumeric() || "._%+-".contains(c));
    let name = run.get(..at)?;
    let start = name.rfind(is_outside).map_or(0, |before| before + 1);
    let host = run.get(at + 1..)?;
    let end = host.find(is_outside).unwrap_or(host.len());
    let host = host.get(..end)?;
    let (name, last) = host.rsplit_once('.')?;
    let is_host =
        !name.is_empty() && last.len() >= 2 && last.chars().all(|c| c.is_ascii_alphabetic());
    (start < at && is_host).then_some(start..at + 1 + end)
}

/// Whether a text is the name of a host: parts of letters, digits and hyphens, of which the last one is known or the
/// first one is www, and any but the last one has a letter.
fn is_host(host: &str) -> bool {
    let Some((name, last)) = host.rsplit_once('.') else {
        return false;
    };
    let is_www = name
        .get(..3)
        .is_some_and(|www| www.eq_ignore_ascii_case("www"));
    let is_word = !last.is_empty() && last.chars().all(|c| c.is_ascii_alphabetic());
    (DOMAINS
        .iter()
        .any(|domain| domain.eq_ignore_ascii_case(last))
        || (is_www && is_word))
        && name.split('.').all(is_part)
        && name.contains(|c: char| c.is_ascii_alphabetic())
}

/// Whether a text may be one part of a host's name.
fn is_part(part: &str) -> bool {
    let is_border = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    is_border(part.chars().next())
        && is_border(part.chars().next_back())
        && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}
