//! One decision for a person to look at: what stands around it, and what would be if it was wrong.

use super::document::Document;
use super::excerpt::is_invisible;
use super::listing::small;
use super::mending::UnitTable;
use super::plan::Plan;
use super::review::{Chosen, byte_of, judged, place_of};
use super::unit::Unit;
use crate::report::views::{ReviewItem, ScalarRange, UnitKind};
use crate::text::page::correction::Correction;
use crate::text::page::decision::{Answer, BreakAnswer, Decision};
use crate::text::source::{Span, is_blank};

/// How many characters stand before and behind a place.
const EXCERPT_CHARS: usize = 24;
/// How many characters of source an excerpt is looked for in: blanks may be many.
const LOOKED_AT_CHARS: usize = 1000;

/// The items of these decisions.
pub fn review_items<'c>(
    documents: &[Document],
    plan: &Plan,
    chosen: impl Iterator<Item = &'c Chosen>,
) -> Vec<ReviewItem> {
    let mut items = Vec::new();
    let mut current: Option<(usize, Standing<'_>)> = None;
    for item in chosen {
        let Some(document) = documents.get(item.document) else {
            continue;
        };
        let standing = match &current {
            Some((number, standing)) if *number == item.document => standing,
            _ => {
                let standing = Standing::of(document);
                &current.insert((item.document, standing)).1
            }
        };
        items.extend(review_item(standing, plan, item.decision));
    }
    items
}

/// A document and where its characters stand.
struct Standing<'d> {
    document: &'d Document,
    table: UnitTable,
}

impl<'d> Standing<'d> {
    fn of(document: &'d Document) -> Self {
        Self {
            document,
            table: UnitTable::new(&document.page, &document.units),
        }
    }

    fn unit_at(&self, byte: u32) -> Option<(u32, &'d Unit)> {
        let number = self.table.unit_at(byte)?;
        Some((number, self.document.units.get(number as usize)?))
    }

    /// Where the text ends that was read before a decision: at the head of a column that of the column before.
    fn end_before(&self, decision: &Decision) -> u32 {
        let place = decision.place;
        let is_column_head = matches!(decision.answer, Answer::Break(_)) && place.is_empty();
        let end = is_column_head.then(|| self.column_end_before(place.end));
        end.flatten().unwrap_or(place.start)
    }

    /// The end of the piece of text that is read before the one that begins at a byte.
    fn column_end_before(&self, byte: u32) -> Option<u32> {
        let (number, unit) = self.unit_at(byte)?;
        let pieces = |unit: &Unit| Some(&unit.printed(&self.document.page)?.pieces);
        let same = pieces(unit)?;
        let index = same.iter().position(|piece| piece.start == byte)?;
        if let Some(before) = index.checked_sub(1) {
            return same.get(before).map(|piece| piece.end);
        }
        let unit = self.document.units.get(number.checked_sub(1)? as usize)?;
        pieces(unit)?.last().map(|piece| piece.end)
    }

    /// The place of a unit's first character.
    fn anchor(&self, unit: &Unit) -> Option<u32> {
        let printed = unit.printed(&self.document.page)?;
        let first = printed.pieces.first()?;
        Some(self.document.source.scalar_at(first.start))
    }

    /// A place in some unit of an article.
    fn place_in_article(&self, article: u32) -> Option<u32> {
        let units = &self.document.units;
        let first =
            units.partition_point(|unit| unit.article.is_some_and(|number| number < article));
        let of_article = units.iter().skip(first);
        of_article
            .take_while(|unit| unit.article == Some(article))
            .find_map(|unit| self.anchor(unit))
    }

    /// The correction that makes the other reading of a decision.
    fn if_wrong(&self, decision: &Decision) -> Option<Correction> {
        let source = &self.document.source;
        let here = source.scalar_at(byte_of(decision));
        match decision.answer {
            Answer::Break(answer) => self.break_if_wrong(decision.place, answer),
            // The place that is right is for a person to choose.
            Answer::Headline(_) => None,
            Answer::ArticleBegins => {
                let (_, unit) = self.unit_at(decision.place.start)?;
                let into = self.place_in_article(unit.article?.checked_sub(1)?)?;
                Some(Correction::MergeArticles {
                    article: here,
                    into,
                })
            }
            Answer::SetAside(_) => {
                let (_, unit) = self.unit_at(decision.place.start)?;
                matches!(unit.kind, UnitKind::SetAside(_))
                    .then_some(Correction::Restore { unit: here })
            }
        }
    }

    fn break_if_wrong(&self, place: Span, answer: BreakAnswer) -> Option<Correction> {
        let (first, before) = self.unit_at(place.start.checked_sub(1)?)?;
        let (second, behind) = self.unit_at(place.end)?;
        let source = &self.document.source;
        if answer == BreakAnswer::Wrap {
            let at = source.scalar_at(place.end);
            let is_byline = matches!(before.kind, UnitKind::Byline);
            return (first == second && !is_byline).then_some(Correction::Split { at });
        }
        // Of a border beside a headline or byline, only a person can say what it should be.
        let are_paragraphs = [before, behind]
            .iter()
            .all(|unit| matches!(unit.kind, UnitKind::Paragraph(_)));
        if !are_paragraphs {
            return None;
        }
        let at = self.anchor(before)?;
        if before.article != behind.article {
            let article = source.scalar_at(place.end);
            return Some(Correction::MergeArticles { article, into: at });
        }
        (second == first + 1).then_some(Correction::Join { at })
    }
}

fn review_item(standing: &Standing<'_>, plan: &Plan, number: u32) -> Option<ReviewItem> {
    let document = standing.document;
    let decision = document.decisions().get(number as usize)?;
    let byte = byte_of(decision);
    let (unit_number, unit) = standing.unit_at(byte)?;
    let (before, before_place) = excerpt_before(document, standing.end_before(decision));
    let end = match decision.answer {
        Answer::Break(_) => small(document.source.text().len()),
        _ => decision.place.end,
    };
    let (behind, behind_place) = excerpt_behind(document, Span { start: byte, end });
    let judged = judged(document, plan, number, decision);
    Some(ReviewItem {
        document: document.origin.id,
        sha256: document.origin.sha256.clone(),
        place: place_of(document, decision),
        answer: decision.answer,
        reason: decision.reason,
        confidence: decision.confidence,
        before,
        behind,
        if_wrong: standing
            .if_wrong(decision)
            .filter(|_| !document.is_contradicted(number)),
        judged,
        row: small(document.rows.row_of(byte)),
        source_line: document.line_number(byte),
        unit: unit_number,
        places: match decision.answer {
            Answer::Break(_) => vec![document.place(before_place), document.place(behind_place)],
            _ => unit_places(document, unit),
        },
    })
}

fn unit_places(document: &Document, unit: &Unit) -> Vec<ScalarRange> {
    let printed = unit.printed(&document.page);
    let pieces = printed.map_or(&[][..], |printed| &printed.pieces);
    pieces.iter().map(|piece| document.place(*piece)).collect()
}

/// The last characters before a byte of the source, and where they stand.
fn excerpt_before(document: &Document, end: u32) -> (String, Span) {
    let text = document.source.slice(Span { start: 0, end });
    let (reversed, length) = excerpt(text.chars().rev());
    let start = end.saturating_sub(small(length));
    (reversed.chars().rev().collect(), Span { start, end })
}

/// The first characters of a stretch of the source, and where they stand.
fn excerpt_behind(document: &Document, stretch: Span) -> (String, Span) {
    let (text, length) = excerpt(document.source.slice(stretch).chars());
    let end = stretch.start.saturating_add(small(length));
    (text, Span { end, ..stretch })
}

/// The first characters, with blanks in a row as one space and without invisible ones, and how many bytes they take.
fn excerpt(characters: impl Iterator<Item = char>) -> (String, usize) {
    let (mut text, mut chars, mut bytes, mut length) = (String::new(), 0, 0, 0);
    let mut blank = false;
    for character in characters.take(LOOKED_AT_CHARS) {
        bytes += character.len_utf8();
        if is_blank(character) {
            blank = chars > 0;
        } else if !is_invisible(character) {
            if chars + usize::from(blank) >= EXCERPT_CHARS {
                break;
            }
            if blank {
                text.push(' ');
                chars += 1;
            }
            blank = false;
            text.push(character);
            chars += 1;
            length = bytes;
        }
    }
    (text, length)
}
