//! Setting the body of an article: its paragraphs in columns, byline and signature.

use super::compose::{BLANK, Composer, WIDE_BLANK};
use super::divide::Jump;
use super::layout::{Blanks, BylinePlace, Indent};
use super::signing::{byline, byline_before_body, dateline, signs_at_end, signs_before_body};
use super::story::{Piece, Story};
use super::truth::{Kind, NO_ARTICLE, Unit};
use super::typeset::{Column, Glyph, glyphs, set};

/// Longer datelines are not set in bold where lines are broken: Markdown's marks belong on one line.
const LONGEST_BOLD: usize = 8;

impl Composer {
    /// Sets everything of an article but its headlines.
    pub fn body(&mut self, article: usize, story: &Story, jump: Jump) {
        let column = self.column();
        if jump.arrives {
            self.jump_row("（上接第1版）");
        } else if signs_before_body(&self.layout, story) {
            let text = byline_before_body(&self.layout, story, &mut self.random);
            let unit = self.unit(Kind::Byline, article);
            let row = glyphs(&self.with_marks(&text), unit);
            self.row(row);
            self.unit_gap();
        }
        self.pieces(article, story, column, jump);
        self.unit_gap();
        for line in &story.signature {
            self.signature(article, line, column);
        }
    }

    fn pieces(&mut self, article: usize, story: &Story, column: Column, jump: Jump) {
        let has_captions = self.layout.captions;
        let is_printed = |piece: &Piece| has_captions || *piece != Piece::Caption;
        let pieces: Vec<(Piece, &str)> = story.body.clone();
        let pieces: Vec<_> = pieces
            .into_iter()
            .filter(|(piece, _)| is_printed(piece))
            .collect();
        let signs = signs_at_end(&self.layout, story) && !jump.leaves;
        let flows = signs && self.layout.byline_place == BylinePlace::Flowing;
        for (number, (piece, text)) in pieces.iter().enumerate() {
            let unit = self.unit(Kind::Paragraph, article);
            let is_last = number + 1 == pieces.len();
            if *piece != Piece::Paragraph {
                self.other_piece(*piece, text, unit, column);
            } else {
                let mut text = glyphs(&self.with_marks(text), unit);
                if number == 0 && !jump.arrives {
                    text.splice(0..0, self.dateline(story, unit));
                }
                if is_last && flows {
                    text.push(BLANK);
                    text.extend(self.byline(article, story));
                }
                let jumps_inside = is_last && jump.leaves && self.random.once_in(2);
                if jumps_inside {
                    text.extend(self.jump_line("（下转第3版）"));
                }
                self.paragraph(&text, column, number > 0 || !jump.arrives);
                if is_last && jump.leaves && !jumps_inside {
                    self.jump_row("（下转第3版）");
                }
            }
            let has_byline = flows && *piece == Piece::Paragraph;
            if is_last && signs && !has_byline {
                self.byline_row(article, story, column);
            }
        }
    }

    /// A crosshead, a caption or a row of a table.
    fn other_piece(&mut self, piece: Piece, text: &str, unit: Unit, column: Column) {
        if piece == Piece::TableRow {
            self.row(glyphs(text, unit));
            return;
        }
        self.unit_gap();
        if piece == Piece::Crosshead {
            let mark = if self.layout.crosshead_marks {
                "■ "
            } else {
                ""
            };
            let text = self.with_marks(&format!("{mark}{text}"));
            let row = self.marked_down("**", glyphs(&text, unit));
            self.row(row);
        } else {
            let text = glyphs(&self.with_marks(text), unit);
            self.rows_of(&text, column);
        }
        self.unit_gap();
    }

    fn jump_row(&mut self, text: &str) {
        let row = self.jump_line(text);
        self.row(row);
    }

    fn jump_line(&mut self, text: &str) -> Vec<Glyph> {
        let unit = self.unit(Kind::Aside, NO_ARTICLE);
        glyphs(&self.with_marks(text), unit)
    }

    fn signature(&mut self, article: usize, line: &str, column: Column) {
        let unit = self.unit(Kind::Signature, article);
        let whole = line.replace('|', "");
        let fits = column.width >= 2 * whole.chars().count();
        for part in if fits { whole.as_str() } else { line }.split('|') {
            let row = self.moved_right(glyphs(part, unit));
            self.row(row);
        }
    }

    /// The row with blanks before it, on pages that have them.
    fn moved_right(&mut self, row: Vec<Glyph>) -> Vec<Glyph> {
        if !self.layout.right_aligned {
            return row;
        }
        let mut moved = vec![WIDE_BLANK; self.random.between(3, 6)];
        moved.extend(row);
        moved
    }

    fn paragraph(&mut self, text: &[Glyph], column: Column, is_indented: bool) {
        self.gap |= self.layout.blanks == Blanks::Paragraphs;
        let indent = if is_indented { column.indent } else { 0 };
        let lines = if self.layout.width == 0 {
            self.torn(text)
        } else {
            self.set_in_columns(text, Column { indent, ..column })
        };
        let height = self.layout.column_height;
        for (number, mut line) in lines.into_iter().enumerate() {
            if height > 0 && self.lines_in_column >= height {
                self.lines_in_column = 0;
                self.gap = true;
            }
            let opens_quote = line.first().is_some_and(|glyph| glyph.character == '“');
            self.gap |= opens_quote && self.layout.blank_before_quotes;
            self.lines_in_column += 1;
            if number == 0 && is_indented && self.layout.indent == Indent::Kept {
                line.splice(0..0, [WIDE_BLANK; 2]);
            }
            self.row(line);
        }
    }

    /// The lines of a paragraph, of which those in the next column may be narrower.
    fn set_in_columns(&self, text: &[Glyph], column: Column) -> Vec<Vec<Glyph>> {
        let mut lines = set(text, column);
        let height = self.layout.column_height;
        let left = height.saturating_sub(self.lines_in_column);
        if self.layout.narrows && left > 0 && left < lines.len() {
            let rest: Vec<Glyph> = lines.split_off(left).concat();
            let narrower = Column {
                width: column.width - 2,
                indent: 0,
                ..column
            };
            lines.extend(set(&rest, narrower));
        }
        lines
    }

    /// A paragraph that has one line, or two where a column ends in it.
    fn torn(&mut self, text: &[Glyph]) -> Vec<Vec<Glyph>> {
        let is_long = text.len() > 60;
        if self.layout.column_height == 0 || !is_long || !self.random.once_in(4) {
            return vec![text.to_vec()];
        }
        self.lines_in_column = self.layout.column_height - 1;
        let width = 2 * self.random.between(20, text.len() - 20);
        let first = set(text, self.column_of(width)).swap_remove(0);
        let rest = text[first.len()..].to_vec();
        vec![first, rest]
    }

    /// The dateline as printed.
    fn dateline(&mut self, story: &Story, unit: Unit) -> Vec<Glyph> {
        let text = dateline(&self.layout, story, &mut self.random);
        let mut text = self.with_marks(&text);
        if self.layout.wide_blank && text.ends_with(' ') {
            text.pop();
            text.push('\u{3000}');
        }
        let row = glyphs(&text, unit);
        let stays_on_line = self.layout.width == 0 || row.len() <= LONGEST_BOLD;
        if self.layout.bold_datelines && !row.is_empty() && stays_on_line {
            self.marked_down("**", row)
        } else {
            row
        }
    }

    fn byline(&mut self, article: usize, story: &Story) -> Vec<Glyph> {
        let text = byline(&self.layout, story, &mut self.random);
        let unit = self.unit(Kind::Byline, article);
        glyphs(&self.with_marks(&text), unit)
    }

    /// The byline behind the last line of the body, or on a line of its own.
    fn byline_row(&mut self, article: usize, story: &Story, column: Column) {
        let byline = self.byline(article, story);
        let is_glued = self.layout.byline_place == BylinePlace::Glued;
        let last = self.rows.last_mut().unwrap();
        let end = last.glyphs.last().map_or(' ', |glyph| glyph.character);
        let mut together = last.glyphs.clone();
        together.push(BLANK);
        together.extend(byline.iter().copied());
        let fits = set(
            &together,
            Column {
                indent: 0,
                ..column
            },
        )
        .len()
            == 1;
        if is_glued && "。！？”".contains(end) && fits {
            last.glyphs = together;
        } else {
            self.gap |= self.layout.blanks == Blanks::Paragraphs;
            let byline = self.moved_right(byline);
            self.row(byline);
        }
    }
}
