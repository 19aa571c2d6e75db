//! What can be done with the text that is selected in the clean page.

use yew::{Callback, Html, MouseEvent, html};

use super::trust::trusted;
use crate::engine::choices::Project;
use crate::report::answers::kinds::{
    LexiconEntry, LexiconRule, NameChoice, NameDecision, NameKind,
};
use crate::ui::engine::Engine;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, AskAction, Asked, Change, MendAction, Picked, Reading, Spot, Tab};
use crate::ui::text::Text;
use crate::web::{caret, element};

/// What can be made of a selected text, in the order of the screen and of the keys 1 to 8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Making {
    /// 作一个词.
    Word,
    /// 总是成词.
    Always,
    /// 拆开.
    Apart,
    /// 人名, 地名, 机构名.
    Name(NameKind),
    /// 停用.
    Stop,
    /// 查字串.
    LookUp,
}

impl Making {
    /// All, in the order of their keys.
    pub const ALL: [Self; 8] = [
        Self::Word,
        Self::Always,
        Self::Apart,
        Self::Name(NameKind::Person),
        Self::Name(NameKind::Place),
        Self::Name(NameKind::Organisation),
        Self::Stop,
        Self::LookUp,
    ];

    /// What a key makes, counted from 1.
    pub fn of_key(key: &str) -> Option<Self> {
        let number: usize = key.parse().ok()?;
        Self::ALL.get(number.checked_sub(1)?).copied()
    }

    fn testid(self) -> &'static str {
        match self {
            Self::Word => "pick-word",
            Self::Always => "pick-always",
            Self::Apart => "pick-apart",
            Self::Name(NameKind::Place | NameKind::ShortPlace) => "pick-place",
            Self::Name(NameKind::Organisation) => "pick-organisation",
            Self::Name(NameKind::Person | NameKind::Reporter) => "pick-person",
            Self::Stop => "pick-stop",
            Self::LookUp => "pick-look-up",
        }
    }

    fn label(self, text: &'static Text) -> &'static str {
        let words = text.lexicon;
        match self {
            Self::Word => words.as_one,
            Self::Always => words.always,
            Self::Apart => words.apart,
            Self::Name(NameKind::Place | NameKind::ShortPlace) => words.place,
            Self::Name(NameKind::Organisation) => words.organisation,
            Self::Name(NameKind::Person | NameKind::Reporter) => words.person,
            Self::Stop => words.stop,
            Self::LookUp => words.look_up,
        }
    }

    fn rule(self) -> Option<LexiconRule> {
        match self {
            Self::Word => Some(LexiconRule::Whole { always: false }),
            Self::Always => Some(LexiconRule::Whole { always: true }),
            Self::Apart => Some(LexiconRule::Apart { pieces: Vec::new() }),
            Self::Name(_) | Self::Stop | Self::LookUp => None,
        }
    }

    /// Whether the user already said this of the word.
    pub fn is_said(self, word: &str, project: &Project) -> bool {
        match self {
            Self::Word | Self::Always | Self::Apart => {
                let mut entries = project.lexicon.iter();
                let entry = entries.find(|entry| entry.word == word);
                entry.is_some_and(|entry| match (self, &entry.rule) {
                    (Self::Apart, LexiconRule::Apart { .. }) => true,
                    (_, rule) => self.rule().as_ref() == Some(rule),
                })
            }
            Self::Name(kind) => project.names.iter().any(|decision| {
                (decision.kind, decision.name.as_str()) == (kind, word)
                    && decision.choice == NameChoice::Accepted
            }),
            Self::Stop => project.stop_words_added.iter().any(|added| added == word),
            Self::LookUp => false,
        }
    }

    /// What happens: what was said already is taken back.
    pub fn actions(self, word: &str, project: &Project) -> Vec<Action> {
        let name = word.to_owned();
        let is_said = self.is_said(word, project);
        let change = match self {
            Self::Word | Self::Always | Self::Apart if is_said => Change::RemoveEntry(name),
            Self::Word | Self::Always | Self::Apart => {
                let rule = self.rule().unwrap_or(LexiconRule::Whole { always: false });
                let tag = String::new();
                Change::SetEntries(vec![LexiconEntry {
                    word: name,
                    rule,
                    tag,
                }])
            }
            Self::Name(kind) if is_said => Change::ForgetName(kind, name),
            Self::Name(kind) => Change::DecideName(NameDecision {
                kind,
                name,
                choice: NameChoice::Accepted,
            }),
            Self::Stop if is_said => Change::RemoveStopWord(name),
            Self::Stop => Change::ImportStopWords(vec![name]),
            Self::LookUp => {
                return vec![
                    Action::Show(Tab::Search),
                    Action::Search(name),
                    Action::Ask(AskAction::Why(true)),
                ];
            }
        };
        vec![Action::Choose(change)]
    }
}

/// Makes something of what is selected. From then on the page shows the selection: its text may be cut otherwise, and
/// the browser's own would cling to the old pieces.
pub fn make(engine: &Engine, reading: &Reading, actions: Vec<Action>) {
    caret::deselect();
    let picked = reading.picked.map(|picked| Picked {
        is_native: false,
        ..picked
    });
    engine.dispatch(Action::Mend(MendAction::Pick(picked)));
    actions
        .into_iter()
        .for_each(|action| engine.dispatch(action));
}

/// The bar, while something is selected.
pub fn selection_bar(
    reading: &Shared<Reading>,
    asked: &Asked,
    project: &Project,
    engine: &Engine,
    text: &'static Text,
) -> Html {
    let words = text.lexicon;
    let Some(word) = reading.picked_text() else {
        return html! {};
    };
    let found = trusted(asked, Spot::Picked).filter(|_| asked.is_answered(Spot::Picked));
    let counts = found.map(|view| (words.picked_counts)(view.tokens, view.strings));
    let button = |(number, making): (usize, Making)| {
        let is_said = making.is_said(&word, project);
        let (engine, reading) = (engine.clone(), reading.clone());
        let actions = making.actions(&word, project);
        let onclick = Callback::from(move |_: MouseEvent| {
            element::focus(".clean");
            make(&engine, &reading, actions.clone());
        });
        html! {
            <button type="button" class="command" aria-pressed={is_said.to_string()} aria-keyshortcuts={(number + 1).to_string()}
                data-testid={making.testid()} {onclick}>{ making.label(text) }<kbd>{ number + 1 }</kbd></button>
        }
    };
    html! {
        <section class="selection-bar" role="toolbar" aria-label={words.selection} data-testid="selection-bar" data-name={word.clone()}>
            <p class="selection-word"><bdi>{ &word }</bdi><span class="note" data-testid="picked-counts">{ counts }</span></p>
            <div class="commands">{ for Making::ALL.into_iter().enumerate().map(button) }</div>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::state::Choices;

    fn after(makings: &[Making]) -> Choices {
        let mut choices = Choices::default();
        for making in makings {
            for action in making.actions("防控", &choices.project) {
                if let Action::Choose(change) = action {
                    choices = choices.with(change, &[]);
                }
            }
        }
        choices
    }

    #[test]
    fn what_is_made_is_said_and_made_twice_is_taken_back() {
        for making in Making::ALL
            .into_iter()
            .filter(|making| *making != Making::LookUp)
        {
            let once = after(&[making]);
            assert!(making.is_said("防控", &once.project), "{making:?}");
            let twice = after(&[making, making]);
            assert!(!making.is_said("防控", &twice.project), "{making:?} twice");
        }
    }

    #[test]
    fn one_word_has_one_entry() {
        let choices = after(&[Making::Word, Making::Apart, Making::Always]);
        assert_eq!(choices.project.lexicon.len(), 1);
        assert!(Making::Always.is_said("防控", &choices.project));
        assert!(!Making::Word.is_said("防控", &choices.project));
    }

    #[test]
    fn keys_count_from_one() {
        assert_eq!(Making::of_key("1"), Some(Making::Word));
        assert_eq!(Making::of_key("8"), Some(Making::LookUp));
        for key in ["0", "9", "Enter", "-1"] {
            assert_eq!(Making::of_key(key), None, "{key}");
        }
    }
}
