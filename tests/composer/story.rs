//! The articles that pages are composed of.

use super::layout::Set;

/// What kind of text an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Genre {
    /// 消息: begins with a dateline, ends with a byline.
    News,
    /// 电讯: as news, from an agency.
    Wire,
    /// 特写, 通讯: signed, without a dateline.
    Feature,
    /// 评论: signed by an office or a person.
    Comment,
    /// 公告, 通知: clauses, issuer and date.
    Notice,
}

/// A piece of an article's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    Paragraph,
    Crosshead,
    Caption,
    TableRow,
}

/// An article.
#[derive(Debug, Clone)]
pub struct Story {
    pub name: &'static str,
    pub genre: Genre,
    /// Roles as the page JSON names them, and texts; `|` stands where a headline may be broken,
    /// `/` between its clauses.
    pub headlines: Vec<(&'static str, &'static str)>,
    pub body: Vec<(Piece, &'static str)>,
    pub signature: Vec<&'static str>,
    /// Who wrote it.
    pub names: Vec<&'static str>,
    /// From where an agency or a correspondent reports it.
    pub place: &'static str,
}

impl Story {
    /// An article in the form in which `articles/` holds them: a letter before each line says what it is.
    ///
    /// G genre, K kicker, M main headline, U sub headline, N names, O place, P paragraph, H crosshead, C caption,
    /// T table row, S line of the signature.
    fn parse(name: &'static str, text: &'static str) -> Self {
        let mut story = Self {
            name,
            genre: Genre::News,
            headlines: Vec::new(),
            body: Vec::new(),
            signature: Vec::new(),
            names: Vec::new(),
            place: "云州",
        };
        for line in text.lines().filter(|line| !line.is_empty()) {
            let (mark, text) = line.split_once(' ').unwrap();
            match mark {
                "G" => story.genre = genre(text),
                "K" => story.headlines.push(("kicker", text)),
                "M" => story.headlines.push(("main", text)),
                "U" => story.headlines.push(("sub", text)),
                "N" => story.names = text.split(' ').collect(),
                "O" => story.place = text,
                "P" => story.body.push((Piece::Paragraph, text)),
                "H" => story.body.push((Piece::Crosshead, text)),
                "C" => story.body.push((Piece::Caption, text)),
                "T" => story.body.push((Piece::TableRow, text)),
                "S" => story.signature.push(text),
                other => unreachable!("{name}: no such mark: {other}"),
            }
        }
        story
    }
}

fn genre(text: &str) -> Genre {
    match text {
        "news" => Genre::News,
        "wire" => Genre::Wire,
        "feature" => Genre::Feature,
        "comment" => Genre::Comment,
        "notice" => Genre::Notice,
        other => unreachable!("no such genre: {other}"),
    }
}

macro_rules! stories {
    ($($name:literal),* $(,)?) => {
        vec![$(Story::parse($name, include_str!(concat!("articles/", $name, ".txt")))),*]
    };
}

/// The articles of a set: nearly as many of each kind in both.
pub fn stories(set: Set) -> Vec<Story> {
    match set {
        Set::Tuning => stories![
            "01-meeting",
            "03-brief",
            "05-notice",
            "07-feature",
            "09-sport",
            "11-wire",
            "13-comment",
            "15-culture",
            "17-service",
            "19-brief",
            "21-meeting",
            "23-crossheads",
            "25-wire",
            "27-notice",
            "29-caption",
            "31-table",
            "33-culture",
            "35-brief",
            "37-feature",
            "39-meeting",
            "41-notice",
        ],
        Set::HeldOut => stories![
            "02-meeting",
            "04-brief",
            "06-notice",
            "08-feature",
            "10-sport",
            "12-wire",
            "14-comment",
            "16-culture",
            "18-service",
            "20-brief",
            "22-meeting",
            "24-crossheads",
            "26-wire",
            "28-notice",
            "30-caption",
            "32-table",
            "34-sport",
            "36-brief",
            "38-comment",
            "40-meeting",
            "42-feature",
        ],
    }
}
