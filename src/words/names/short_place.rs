//! 单字地名简称: one-character names of places, in closed contexts only: 来锡, 援鄂, 沪宁.

use std::sync::LazyLock;

use super::cut::Cut;
use super::geography::{BEFORE_SHORT, SHORT};
use super::span::Span;
use super::word_list::CharacterSet;
use super::{Evidence, NameKind};
use crate::text::arrange::Arrange;

/// Short names that are common words behind 来 and the like, unless they are the home's.
const AMBIGUOUS: &str = "常通连新宁青深徐台黑吉云川贵陕甘桂琼宜温扬镇盐淮宿泰虞澄港秦陇蜀";
/// Pairs of short names, as railways, roads and regions have them.
const PAIRS: &str = "沪宁 锡沪 京沪 沪杭 沪苏 苏锡 锡常 锡澄 宁杭 京津 津冀 沪渝 京广 京九 成渝 川渝 闽赣 粤港 皖苏 苏皖 苏浙 浙皖 江浙 陕甘 甘青 湘鄂 湘赣 鲁豫 晋冀 晋陕 云贵 川滇 滇黔 黔桂 琼粤 京冀 豫皖 沪昆 沪蓉 宁沪 锡宜 通苏 苏通 沪通 通沪 宁镇 镇扬 盐通 连淮 徐连 徐宿";

static BEFORE: LazyLock<CharacterSet> = LazyLock::new(|| CharacterSet::new(BEFORE_SHORT));
static SHORTS: LazyLock<CharacterSet> = LazyLock::new(|| CharacterSet::new(SHORT));
static IN_PAIRS: LazyLock<CharacterSet> =
    LazyLock::new(|| CharacterSet::new(&PAIRS.replace(' ', "")));

/// Finds the short places of a passage.
pub(super) fn find(cut: &Cut<'_>, home: Option<&str>, spans: &mut Vec<Span>) {
    let own = |character: char| home.is_some_and(|home| is_short_for(character, home));
    let (mut before, mut was_short) = (' ', false);
    for (start, character) in cut.text.char_indices() {
        let found = BEFORE.has(before)
            && SHORTS.has(character)
            && (own(character) || before == '援' || !AMBIGUOUS.contains(character))
            && stands_free(cut, start, character);
        if found {
            push(start, start + character.len_utf8(), spans);
        }
        let is_short = IN_PAIRS.has(character);
        if is_short
            && was_short
            && let Some(pair) = start
                .checked_sub(before.len_utf8())
                .map(|from| cut.get(from..start + character.len_utf8()))
            && PAIRS.split(' ').any(|known| known == pair)
            && cut.is_bound(start - before.len_utf8())
        {
            push(start - before.len_utf8(), start, spans);
            push(start, start + character.len_utf8(), spans);
        }
        (before, was_short) = (character, is_short);
    }
    spans.arrange();
    spans.dedup_by(|one, other| {
        one.start == other.start && one.end == other.end && one.kind == other.kind
    });
}

fn push(start: usize, end: usize, spans: &mut Vec<Span>) {
    spans.push(Span {
        start,
        end,
        kind: NameKind::ShortPlace,
        evidence: Evidence::Pair,
        is_link: false,
    });
}

/// Whether neither the character before nor what follows makes another word: 来京 but not 来宁夏.
fn stands_free(cut: &Cut<'_>, start: usize, character: char) -> bool {
    let end = start + character.len_utf8();
    cut.is_bound(end) && {
        let word = cut.covering(start);
        // Alone, or behind its verb in one word.
        cut.start(word + 1) == end && end - cut.start(word) <= 6
    }
}

fn is_short_for(character: char, home: &str) -> bool {
    home.contains(character)
        || match character {
            '宁' => home.starts_with("南京"),
            '苏' => home.starts_with("江苏"),
            '沪' => home.starts_with("上海"),
            '甬' => home.starts_with("宁波"),
            '穗' => home.starts_with("广州"),
            '蓉' => home.starts_with("成都"),
            '澄' => home.starts_with("江阴"),
            '虞' => home.starts_with("常熟"),
            _ => false,
        }
}
