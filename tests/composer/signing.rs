//! Datelines and bylines in the forms that newspapers print.

use super::layout::{BylineForm, Dateline, Layout, Signed};
use super::random::Random;
use super::story::{Genre, Story};

/// Who reports for an office or a company, where an article names one reporter only.
const CORRESPONDENTS: [&str; 5] = ["苗圃", "邓一凡", "穆青青", "成蹊", "欧阳远"];

fn correspondent(story: &Story) -> &'static str {
    match story.names.as_slice() {
        [_, .., last] => last,
        _ => CORRESPONDENTS[story.name.len() % CORRESPONDENTS.len()],
    }
}

/// The dateline with the blank behind it; empty where an article has none.
pub fn dateline(layout: &Layout, story: &Story, random: &mut Random) -> String {
    match story.genre {
        Genre::Wire => wire_dateline(story, random),
        Genre::News => news_dateline(layout, story, random),
        Genre::Feature | Genre::Comment | Genre::Notice => String::new(),
    }
}

fn wire_dateline(story: &Story, random: &mut Random) -> String {
    let (names, place) = (story.names.join("、"), story.place);
    let day = random.between(1, 28);
    match random.below(4) {
        0 => format!("新华社{place}5月{day}日电 "),
        1 => format!("新华社{place}5月{day}日电（记者{names}）"),
        2 => format!("据新华社{place}5月{day}日电 "),
        _ => "据新华社电 ".to_owned(),
    }
}

fn news_dateline(layout: &Layout, story: &Story, random: &mut Random) -> String {
    let (names, place) = (&story.names, story.place);
    match layout.dateline {
        Dateline::Plain => "本报讯 ".to_owned(),
        Dateline::Reporter => format!("本报讯（记者 {}）", names[0]),
        Dateline::Correspondent => {
            format!(
                "本报讯（记者 {} 通讯员 {}）",
                names[0],
                correspondent(story)
            )
        }
        Dateline::Evening => "晚报讯 ".to_owned(),
        Dateline::Named => "云州晚报讯 ".to_owned(),
        Dateline::Compiled => "晚报综合消息 ".to_owned(),
        Dateline::Own => {
            let day = random.between(1, 28);
            format!("本报{place}5月{day}日电（记者{}）", names.join("、"))
        }
    }
}

fn is_signed_text(story: &Story) -> bool {
    matches!(story.genre, Genre::Feature | Genre::Comment)
}

/// Whether the byline stands between headline and body.
pub fn signs_before_body(layout: &Layout, story: &Story) -> bool {
    is_signed_text(story) && layout.features != Signed::AtEnd
}

/// Whether the byline stands at the end.
pub fn signs_at_end(layout: &Layout, story: &Story) -> bool {
    match story.genre {
        Genre::Feature | Genre::Comment => !signs_before_body(layout, story),
        Genre::News => !matches!(
            layout.dateline,
            Dateline::Reporter | Dateline::Correspondent | Dateline::Own
        ),
        Genre::Wire | Genre::Notice => false,
    }
}

/// The byline as printed.
pub fn byline(layout: &Layout, story: &Story, random: &mut Random) -> String {
    let names = &story.names;
    let first = names[0];
    if story.genre == Genre::Comment && random.once_in(2) {
        return "（本报评论员）".to_owned();
    }
    match layout.byline {
        BylineForm::Names => format!("（{}）", names.join("、")),
        BylineForm::Reporter => format!("（记者 {first}）"),
        BylineForm::Correspondent => {
            format!("（记者 {first} 通讯员 {}）", correspondent(story))
        }
        BylineForm::Office => "（本报记者）".to_owned(),
        BylineForm::OwnReporter => format!("（本报记者 {first}）"),
        BylineForm::Bare => format!("记者 {}", names.join(" ")),
        BylineForm::TextAndPictures => format!("（{first} 文/图）"),
    }
}

/// The byline between headline and body.
pub fn byline_before_body(layout: &Layout, story: &Story, random: &mut Random) -> String {
    let names = story.names.join(" ");
    let is_comment = story.genre == Genre::Comment;
    match layout.features {
        Signed::Plain | Signed::Boxed if is_comment && random.once_in(2) => {
            "□ 本报评论员".to_owned()
        }
        Signed::AtEnd | Signed::Boxed => {
            format!("{} 本报记者 {names}", random.one_of(&["□", "■", "◎"]))
        }
        Signed::Text => format!("文/{}", story.names[0]),
        Signed::Author => format!("作者：{}", story.names[0]),
        Signed::Plain => format!("本报记者 {names}"),
    }
}
