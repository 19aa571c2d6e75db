//! Articles of which a page has only a part.

use super::random::Random;
use super::story::{Piece, Story};

/// Whether an article goes to or comes from another page.
#[derive(Debug, Clone, Copy)]
pub struct Jump {
    /// It goes on on another page.
    pub leaves: bool,
    /// It has begun on another page.
    pub arrives: bool,
}

/// Whether an article has only paragraphs, and enough to be divided between two pages.
fn is_divisible(story: &Story) -> bool {
    story.signature.is_empty()
        && story.body.len() >= 3
        && story
            .body
            .iter()
            .all(|(piece, _)| *piece == Piece::Paragraph)
}

/// Puts an article last that has begun on another page: it begins inside a sentence. False where there is none.
pub fn cut_for_arrival(stories: &mut [Story], random: &mut Random) -> bool {
    let last = stories.len() - 1;
    let Some(place) = (1..=last).find(|place| is_divisible(&stories[*place])) else {
        return false;
    };
    stories.swap(last, place);
    let story = &mut stories[last];
    story.body.remove(0);
    story.headlines.retain(|(role, _)| *role != "sub");
    if let Some((_, text)) = story.body.first_mut() {
        let length = text.chars().count();
        let cut = random.between(2, length / 2);
        let byte = text.char_indices().nth(cut).unwrap().0;
        *text = text[byte..]
            .trim_start_matches(|character: char| "，。、；：？！”’）》".contains(character));
    }
    true
}

/// Puts an article first that is long enough to go on on another page, and cuts it off in a sentence. False where
/// there is none.
pub fn cut_for_jump(stories: &mut [Story], random: &mut Random) -> bool {
    let Some(place) = stories.iter().position(is_divisible) else {
        return false;
    };
    stories.swap(0, place);
    let story = &mut stories[0];
    story.body.truncate(story.body.len() - 1);
    if let Some((_, text)) = story.body.last_mut() {
        let length = text.chars().count();
        let keep = random.between(length / 2, length - 4);
        let byte = text.char_indices().nth(keep).unwrap().0;
        *text = &text[..byte];
    }
    true
}
