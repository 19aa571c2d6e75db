//! How a page is set: one field a choice.

/// Which layouts and articles a page is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// Looked at while reading is tuned.
    Tuning,
    /// Only measured.
    HeldOut,
}

/// 避头尾: what happens where a mark would stand at the wrong end of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prohibition {
    Ignored,
    /// The mark is squeezed into the line before.
    Hang,
    /// The character before it goes to the next line with it.
    PullDown,
}

/// The two cells before a paragraph's first line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Indent {
    /// Two full-width spaces.
    Kept,
    /// No blank is left of them, but the line is shorter.
    Lost,
}

/// Where blank lines stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blanks {
    /// Between paragraphs and between units.
    Paragraphs,
    /// Between units only: body, headlines, bylines.
    Units,
    /// Only where a headline is far from its body.
    None,
}

/// Where headlines stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadPlace {
    Before,
    Behind,
    /// All together behind the last article, in another order.
    AtEnd,
    /// Some behind their body, the others together at the end.
    Mixed,
}

/// How headlines are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadSetting {
    /// A headline a line.
    OneLine,
    /// All headlines of an article on one line.
    Joined,
    /// Long headlines in several lines.
    Lines,
    /// 疏排: blanks between the characters of the main headline.
    LetterSpaced,
    /// 竖题: some main headlines with a character a line.
    Vertical,
    /// Each article in a way of its own.
    Varied,
}

/// 消息头.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dateline {
    /// 本报讯
    Plain,
    /// 本报讯（记者 甲）
    Reporter,
    /// 本报讯（记者 甲 通讯员 乙）
    Correspondent,
    /// 晚报讯
    Evening,
    /// 云州晚报讯
    Named,
    /// 晚报综合消息
    Compiled,
    /// 本报云州7月3日电（记者甲、乙）
    Own,
}

/// 署名 of features and comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    /// As news, at the end.
    AtEnd,
    /// □ 本报记者 甲 乙, before the body
    Boxed,
    /// 文/甲, before the body
    Text,
    /// 作者：甲, before the body
    Author,
    /// 本报记者 甲 乙, before the body
    Plain,
}

/// 署名 at the end, as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BylineForm {
    /// （甲、乙）
    Names,
    /// （记者 甲）
    Reporter,
    /// （记者 甲 通讯员 乙）
    Correspondent,
    /// （本报记者）
    Office,
    /// （本报记者 甲）
    OwnReporter,
    /// 记者 甲 乙, without brackets
    Bare,
    /// （甲 文/图）
    TextAndPictures,
}

/// Where a byline at the end stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BylinePlace {
    /// Behind the last sentence, and broken like text.
    Flowing,
    /// Behind the last sentence if there is room, else on a line of its own.
    Glued,
    OwnLine,
}

/// Folio line and the like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Nowhere,
    Top,
    Bottom,
}

/// How a page is set.
#[derive(Debug, Clone)]
pub struct Layout {
    /// Column width in Han characters; 0 for a paragraph a line.
    pub width: usize,
    /// Whether each article has a column width of its own.
    pub width_varies: bool,
    pub prohibition: Prohibition,
    pub squeezes_marks: bool,
    pub indent: Indent,
    pub blanks: Blanks,
    /// A blank line before every line that opens with “.
    pub blank_before_quotes: bool,
    /// After how many lines a column ends; 0 for never. Columns end with a blank line.
    pub column_height: usize,
    /// Whether a column that begins inside a paragraph is narrower by a character than the one before.
    pub narrows: bool,
    pub head_place: HeadPlace,
    pub head_setting: HeadSetting,
    /// Blank lines between the headlines of an article.
    pub head_gaps: bool,
    pub dateline: Dateline,
    /// Whether a full-width blank stands behind the dateline.
    pub wide_blank: bool,
    pub features: Signed,
    pub byline: BylineForm,
    pub byline_place: BylinePlace,
    /// Whether blanks move bylines and signatures to the right.
    pub right_aligned: bool,
    pub half_width_marks: bool,
    pub markdown: bool,
    /// Datelines in bold, on pages of Markdown.
    pub bold_datelines: bool,
    pub folio: Place,
    pub imprint: Place,
    pub staff: Place,
    pub index: Place,
    pub advertisement: Place,
    pub nameplate: bool,
    pub captions: bool,
    /// One article goes on on another page.
    pub jump: bool,
    /// One article comes from another page.
    pub arrival: bool,
    /// Marks before crossheads.
    pub crosshead_marks: bool,
    /// Text of the web site around an e-paper.
    pub site: Place,
    /// Line ends of Windows.
    pub carriage_returns: bool,
}

impl Layout {
    /// The choices by name, for a report.
    pub fn choices(&self) -> Vec<(&'static str, String)> {
        vec![
            ("width", self.width.to_string()),
            ("width varies", self.width_varies.to_string()),
            ("prohibition", format!("{:?}", self.prohibition)),
            ("squeezes marks", self.squeezes_marks.to_string()),
            ("indent", format!("{:?}", self.indent)),
            ("blanks", format!("{:?}", self.blanks)),
            ("blank before “", self.blank_before_quotes.to_string()),
            ("column height", self.column_height.to_string()),
            ("head place", format!("{:?}", self.head_place)),
            ("head setting", format!("{:?}", self.head_setting)),
            ("head gaps", self.head_gaps.to_string()),
            ("dateline", format!("{:?}", self.dateline)),
            ("wide blank", self.wide_blank.to_string()),
            ("features", format!("{:?}", self.features)),
            ("right-aligned", self.right_aligned.to_string()),
            ("narrows", self.narrows.to_string()),
            ("arrival", self.arrival.to_string()),
            ("crosshead marks", self.crosshead_marks.to_string()),
            ("site", format!("{:?}", self.site)),
            ("carriage returns", self.carriage_returns.to_string()),
            ("byline", format!("{:?}", self.byline)),
            ("byline place", format!("{:?}", self.byline_place)),
            ("half-width marks", self.half_width_marks.to_string()),
            ("bold datelines", self.bold_datelines.to_string()),
            ("markdown", self.markdown.to_string()),
            ("folio", format!("{:?}", self.folio)),
            ("imprint", format!("{:?}", self.imprint)),
            ("staff", format!("{:?}", self.staff)),
            ("index", format!("{:?}", self.index)),
            ("advertisement", format!("{:?}", self.advertisement)),
            ("nameplate", self.nameplate.to_string()),
            ("captions", self.captions.to_string()),
            ("jump", self.jump.to_string()),
        ]
    }
}
