//! What a page is made of, as it is known: to which unit each character belongs.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

/// What kind of unit a character stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Head,
    Paragraph,
    Byline,
    /// A second byline of an article: no composed page has one.
    OtherByline,
    Signature,
    Aside,
    Markup,
}

/// The article of units that belong to none.
pub const NO_ARTICLE: usize = usize::MAX;

/// One unit of a page: a headline, a paragraph, a byline, something set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit {
    pub kind: Kind,
    /// The number of its article, or [`NO_ARTICLE`].
    pub article: usize,
    /// Its number among the units of its kind.
    pub number: usize,
}

/// A page's characters and the unit of each: `None` for blanks, and for characters that a reading lost.
#[derive(Debug, Clone)]
pub struct Owners {
    pub characters: Vec<char>,
    pub units: Vec<Option<Unit>>,
    /// How many characters were claimed by two units.
    pub claimed_twice: usize,
    /// How many articles there are.
    pub articles: usize,
    /// The numbers of the lines behind which the break may be inside a unit as well as between two.
    pub soft: BTreeSet<usize>,
}

impl Owners {
    /// A page without characters.
    pub fn new(articles: usize) -> Self {
        Self {
            characters: Vec::new(),
            units: Vec::new(),
            claimed_twice: 0,
            articles,
            soft: BTreeSet::new(),
        }
    }

    /// Adds a character.
    pub fn push(&mut self, character: char, unit: Option<Unit>) {
        self.characters.push(character);
        self.units.push(unit);
    }

    /// Adds characters that belong to no unit.
    pub fn push_blanks(&mut self, blanks: &str) {
        blanks.chars().for_each(|blank| self.push(blank, None));
    }
}

/// A page in the shape of the page JSON, for checking the scorer against another. `roles` names each headline's role.
pub fn to_json(name: &str, owners: &Owners, roles: &[Vec<&'static str>]) -> Value {
    let articles: Vec<Value> = (0..owners.articles)
        .map(|article| {
            let units = |kind| units_of(owners, kind, article);
            let headlines: Vec<Value> = units(Kind::Head)
                .into_iter()
                .map(|(number, (text, source))| {
                    json!({ "role": roles[article][number], "text": text, "source": source })
                })
                .collect();
            let plain = |kind| -> Vec<Value> {
                units(kind)
                    .into_iter()
                    .map(|(_, (text, source))| json!({ "kind": "body", "text": text, "source": source }))
                    .collect()
            };
            let byline = units(Kind::Byline).into_iter().next().map(
                |(_, (text, source))| json!({ "names": [], "text": text, "source": source }),
            );
            json!({
                "headlines": headlines, "paragraphs": plain(Kind::Paragraph),
                "signature": plain(Kind::Signature), "byline": byline, "date": null,
            })
        })
        .collect();
    let aside = |kind, rule: &'static str| {
        units_of(owners, kind, NO_ARTICLE)
            .into_iter()
            .map(move |(_, (text, source))| json!({ "rule": rule, "text": text, "source": source }))
    };
    let removed: Vec<Value> = aside(Kind::Aside, "folio")
        .chain(aside(Kind::Markup, "markup"))
        .collect();
    let soft: BTreeMap<String, [&str; 2]> = owners
        .soft
        .iter()
        .map(|line| ((line + 1).to_string(), ["JOIN", "UNIT"]))
        .collect();
    json!({ "page": name, "soft": soft, "articles": articles, "removed": removed })
}

/// The text and the ranges of a unit.
type Text = (String, Vec<[usize; 2]>);

/// The units of one kind in an article, by their number.
fn units_of(owners: &Owners, kind: Kind, article: usize) -> BTreeMap<usize, Text> {
    let mut units: BTreeMap<usize, Text> = BTreeMap::new();
    for (place, unit) in owners.units.iter().enumerate() {
        let Some(unit) = unit.filter(|unit| unit.kind == kind && unit.article == article) else {
            continue;
        };
        let (text, source) = units.entry(unit.number).or_default();
        text.push(owners.characters[place]);
        match source.last_mut().filter(|last| last[1] == place) {
            Some(last) => last[1] = place + 1,
            None => source.push([place, place + 1]),
        }
    }
    units
}
