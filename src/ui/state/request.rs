//! What must be fetched follows from the state.

use super::asked::{ComparePart, NamesPart, PhrasesPart, Spot, WordsPart};
use super::{SearchPart, State, Tab};
use crate::engine::protocol::ViewRequest;

impl State {
    /// Whether any file has been read.
    pub fn has_results(&self) -> bool {
        self.documents
            .iter()
            .any(|document| document.view.is_some())
    }

    /// What must be fetched for what is on the screen, each with the revision it is wanted for. At most one of a kind:
    /// what is still missing when it has arrived is asked for then.
    pub fn requests(&self) -> Vec<(ViewRequest, u32)> {
        let mut requests = Vec::new();
        if self.engine_ready && self.built_in_stop_words.is_empty() {
            requests.push((ViewRequest::StopWords, 0));
        }
        if !self.has_results() {
            return requests;
        }
        let keywords = self.keywords;
        requests.push((ViewRequest::Overview { keywords }, self.counts));
        if self.tab == Tab::Overview {
            requests.extend(self.duplicates.requests());
        }
        requests.push((ViewRequest::Cleanup, self.counts));
        let cleanup = &self.cleanup;
        requests.extend(cleanup.request().map(|request| (request, cleanup.revision)));
        if self.tab == Tab::Words {
            requests.extend(
                self.words
                    .request()
                    .map(|request| (request, self.words.revision)),
            );
        }
        if self.lines.open {
            requests.extend(
                self.lines
                    .request()
                    .map(|request| (request, self.lines.revision)),
            );
        }
        if self.tab == Tab::Source {
            let reading = &self.reading;
            let both = [reading.source_request(), reading.clean_request()];
            requests.extend(
                both.into_iter()
                    .flatten()
                    .map(|request| (request, reading.revision)),
            );
            requests.extend(
                self.review
                    .request()
                    .map(|request| (request, self.review.revision)),
            );
        }
        let asked = &self.asked;
        let spots = self.asking().into_iter();
        requests.extend(spots.filter_map(|spot| {
            let query = asked.request(spot)?;
            Some((ViewRequest::Query(query), asked.revision))
        }));
        requests
    }

    /// The places on the screen that ask about words. At most one of those that ask the same sort of question.
    fn asking(&self) -> Vec<Spot> {
        let project = &self.choices.present().project;
        let mut spots = vec![Spot::StopWords];
        if !project.lexicon.is_empty() || !project.dictionaries.is_empty() {
            spots.push(Spot::Lexicon);
        }
        if !project.groups.is_empty() {
            spots.push(Spot::Groups);
        }
        let asked = &self.asked;
        match self.tab {
            Tab::Source => spots.extend([Spot::Picked, Spot::Segmenters]),
            Tab::Overview => {
                spots.extend([Spot::People, Spot::SetPhrases]);
                if asked.shows_texts {
                    spots.extend([Spot::Texts, Spot::TextsOfArticles]);
                }
                if asked.shows_methods {
                    spots.push(Spot::Methods);
                }
            }
            Tab::Search => spots.push(match self.search.part {
                SearchPart::Lines => Spot::Concordance,
                SearchPart::Collocates => Spot::Collocates,
                SearchPart::Ngrams => Spot::Ngrams,
            }),
            Tab::Words => spots.extend(match asked.words_part {
                WordsPart::List => [Spot::Consistency, Spot::Consistency],
                WordsPart::NewWords => [Spot::NewWords, Spot::Effect],
                WordsPart::Table => [Spot::Items, Spot::Items],
                WordsPart::Keywords => [Spot::Keywords, Spot::Keywords],
            }),
            Tab::Compare => spots.extend(match asked.compare_part {
                ComparePart::Keyness => [Spot::Keyness, Spot::Keyness],
                ComparePart::Trend => [Spot::Trend, Spot::Positions],
                ComparePart::Groups => [Spot::CorpusGroups, Spot::CorpusGroup],
            }),
            Tab::Names => match asked.names_part {
                NamesPart::Lists => spots.extend([Spot::Names, Spot::Name]),
                NamesPart::Order => spots.push(Spot::NameLists),
                NamesPart::Matrix => spots.push(Spot::Matrix),
            },
            Tab::Phrases => match asked.phrases_part {
                PhrasesPart::Phrases => {
                    spots.extend([Spot::Phrases, Spot::PhraseUses, Spot::Parallels]);
                }
                PhrasesPart::Speakers => spots.extend([Spot::Speakers, Spot::Spans]),
            },
        }
        if self.shows_lines() {
            spots.push(Spot::Trust);
        }
        spots.dedup();
        spots
    }
}
