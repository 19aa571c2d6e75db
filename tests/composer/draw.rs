//! Drawing the layout of a page.

use super::layout::{
    Blanks, BylineForm, BylinePlace, Dateline, HeadPlace, HeadSetting, Indent, Layout, Place,
    Prohibition, Set, Signed,
};
use super::random::Random;

const TUNING_WIDTHS: [usize; 9] = [12, 14, 15, 16, 18, 20, 23, 0, 0];
const HELD_OUT_WIDTHS: [usize; 8] = [13, 17, 19, 21, 22, 24, 13, 0];

impl Layout {
    /// The layout of a page.
    pub fn draw(set: Set, random: &mut Random) -> Self {
        loop {
            let layout = Self::draw_any(set, random);
            if set == Set::HeldOut || !layout.is_kept_back() {
                return layout;
            }
        }
    }

    fn draw_any(set: Set, random: &mut Random) -> Self {
        let place = |random: &mut Random| {
            random.one_of(&[Place::Nowhere, Place::Nowhere, Place::Top, Place::Bottom])
        };
        let mut layout = Self {
            width: match set {
                Set::Tuning => random.one_of(&TUNING_WIDTHS),
                Set::HeldOut => random.one_of(&HELD_OUT_WIDTHS),
            },
            width_varies: random.once_in(3),
            prohibition: random.one_of(&[
                Prohibition::Ignored,
                Prohibition::Hang,
                Prohibition::PullDown,
                Prohibition::PullDown,
            ]),
            squeezes_marks: random.once_in(2),
            indent: random.one_of(&[Indent::Kept, Indent::Lost, Indent::Lost]),
            blanks: random.one_of(&[Blanks::Paragraphs, Blanks::Units, Blanks::None]),
            blank_before_quotes: random.once_in(4),
            column_height: random.one_of(&[0, 0, 12, 15, 18, 22]),
            narrows: random.once_in(6),
            head_place: random.one_of(&[
                HeadPlace::Before,
                HeadPlace::Behind,
                HeadPlace::AtEnd,
                HeadPlace::Mixed,
            ]),
            head_setting: random.one_of(&[
                HeadSetting::OneLine,
                HeadSetting::OneLine,
                HeadSetting::Lines,
                HeadSetting::Lines,
                HeadSetting::Joined,
                HeadSetting::LetterSpaced,
                HeadSetting::Vertical,
                HeadSetting::Varied,
                HeadSetting::Varied,
            ]),
            head_gaps: random.once_in(2),
            dateline: random.one_of(&[
                Dateline::Plain,
                Dateline::Plain,
                Dateline::Reporter,
                Dateline::Correspondent,
                Dateline::Evening,
                Dateline::Named,
                Dateline::Compiled,
                Dateline::Own,
            ]),
            wide_blank: random.once_in(4),
            features: random.one_of(&[
                Signed::AtEnd,
                Signed::AtEnd,
                Signed::Boxed,
                Signed::Boxed,
                Signed::Text,
                Signed::Author,
                Signed::Plain,
            ]),
            byline: random.one_of(&[
                BylineForm::Names,
                BylineForm::Names,
                BylineForm::Reporter,
                BylineForm::Correspondent,
                BylineForm::Office,
                BylineForm::OwnReporter,
                BylineForm::Bare,
                BylineForm::TextAndPictures,
            ]),
            byline_place: random.one_of(&[
                BylinePlace::Flowing,
                BylinePlace::Glued,
                BylinePlace::Glued,
                BylinePlace::OwnLine,
            ]),
            right_aligned: random.once_in(4),
            half_width_marks: random.once_in(4),
            markdown: random.once_in(8),
            bold_datelines: random.once_in(3),
            folio: place(random),
            imprint: place(random),
            staff: place(random),
            index: place(random),
            advertisement: place(random),
            nameplate: random.once_in(6),
            captions: random.once_in(2),
            jump: random.once_in(4),
            arrival: random.once_in(6),
            crosshead_marks: random.once_in(3),
            site: random.one_of(&[
                Place::Nowhere,
                Place::Nowhere,
                Place::Nowhere,
                Place::Bottom,
            ]),
            carriage_returns: random.once_in(10),
        };
        layout.settle();
        layout
    }

    /// Takes back choices that no page combines.
    fn settle(&mut self) {
        if self.markdown {
            self.blanks = Blanks::Paragraphs;
            self.head_setting = HeadSetting::OneLine;
        }
        if self.blanks == Blanks::None && self.head_place == HeadPlace::Before {
            self.head_gaps = false;
        }
        // Without columns, a paragraph's end shows by its line end only.
        if self.width == 0 && self.blanks == Blanks::None {
            self.blanks = Blanks::Units;
        }
    }

    /// Whether a layout is kept back from tuning: it joins choices that tuning never sees together.
    fn is_kept_back(&self) -> bool {
        let vertical = self.head_setting == HeadSetting::Vertical;
        matches!(self.byline, BylineForm::OwnReporter)
            || self.features == Signed::Author
            || (vertical && self.head_place == HeadPlace::AtEnd)
            || (self.half_width_marks && self.indent == Indent::Kept)
            || (self.blanks == Blanks::None && self.column_height == 22)
    }
}
