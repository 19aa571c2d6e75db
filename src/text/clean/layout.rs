//! 版式空格: blanks inside dates, times and quantities close up.
//!
//! Web pages and word processors set a blank between digits and Han characters: 7 月 3 日 would be four tokens. The
//! blank between two longer words stays: in a headline of two clauses it parts them, and a token never runs over it.
//! (Blanks that a newspaper's columns leave between Han characters are none of the printed text; reading drops them.)

use super::character::{is_digit, is_space};
use super::edit::Edit;

/// What a number may be a quantity of, where one blank stands between. Whether they become one token is decided where
/// number formulas are known.
const UNITS: &str = "年月日号时点分秒元岁米吨克里亩度万亿%℃";

/// A number and the unit behind it.
#[derive(Debug, Clone, Copy)]
struct Quantity {
    end: usize,
    unit: char,
    /// The blank between the two.
    gap: Option<(usize, usize)>,
}

/// Takes out one blank between a number that stands alone and its unit, and between the parts of a date or time.
pub fn edits(text: &str, edits: &mut Vec<Edit>) {
    let mut place = 0;
    let mut before: Option<Quantity> = None;
    while let Some((start, end)) = next_number(text, place) {
        place = end;
        let Some(quantity) = quantity(text, end) else {
            before = None;
            continue;
        };
        let joint = before
            .filter(|before| goes_on(before.unit, quantity.unit))
            .and_then(|before| one_space(text, before.end).filter(|space| space.1 == start));
        let first = edits.len();
        edits.extend(joint.map(|(start, end)| Edit::remove(start, end)));
        if joint.is_some() || stands_alone(text, start) {
            edits.extend(quantity.gap.map(|(start, end)| Edit::remove(start, end)));
        }
        // The blanks of one date are one change.
        let goes_on = joint.is_some() && before.is_some_and(|before| before.gap.is_some());
        let parts = edits.get_mut(first..).unwrap_or(&mut []);
        for (number, edit) in parts.iter_mut().enumerate() {
            edit.continues = number > 0 || goes_on;
        }
        place = quantity.end;
        before = Some(quantity);
    }
}

/// The next run of digits, with the full stops and commas inside it.
fn next_number(text: &str, from: usize) -> Option<(usize, usize)> {
    let start = from + text.get(from..)?.find(is_digit)?;
    let rest = text.get(start..)?;
    let len = rest
        .find(|character| !is_digit(character) && !matches!(character, '.' | ','))
        .unwrap_or(rest.len());
    // A mark behind the last digit is none of the number.
    let number = rest.get(..len)?.trim_end_matches(['.', ',']);
    Some((start, start + number.len()))
}

/// The unit behind a number that ends at `end`, with one blank between or none.
fn quantity(text: &str, end: usize) -> Option<Quantity> {
    let gap = one_space(text, end);
    let at = gap.map_or(end, |(_, behind)| behind);
    let mut rest = text.get(at..)?.chars();
    let unit = rest.next().filter(|unit| UNITS.contains(*unit))?;
    let begins_word = rest.next().is_some_and(|next| match unit {
        '日' => "本常程益渐".contains(next),
        '月' => "亮球饼季".contains(next),
        '年' => "轻级龄货味".contains(next),
        _ => false,
    });
    (gap.is_none() || !begins_word).then_some(Quantity {
        end: at + unit.len_utf8(),
        unit,
        gap,
    })
}

/// The one blank at `place`; `None` for none and for several.
fn one_space(text: &str, place: usize) -> Option<(usize, usize)> {
    let mut rest = text.get(place..)?.chars();
    let space = rest.next().filter(|space| is_space(*space))?;
    let is_one = !rest.next().is_some_and(is_space);
    is_one.then_some((place, place + space.len_utf8()))
}

/// Whether a blank, a mark or the text's border stands before a number.
fn stands_alone(text: &str, start: usize) -> bool {
    let before = text
        .get(..start)
        .and_then(|before| before.chars().next_back());
    before.is_none_or(|before| !before.is_alphanumeric())
}

/// Whether a date or time goes on from one unit to the next.
fn goes_on(unit: char, next: char) -> bool {
    matches!(
        (unit, next),
        ('年', '月') | ('月', '日' | '号') | ('时' | '点', '分') | ('分', '秒')
    )
}
