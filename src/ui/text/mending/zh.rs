//! 校正 and 待核 in Chinese.

use super::{MendingText, letter_key, percent, share};
use crate::engine::project_file::ProjectError;
use crate::report::views::UnitKind;
use crate::text::page::Reason;
use crate::text::page::correction::Correction;
use crate::text::page::decision::{Answer, BreakAnswer};
use crate::ui::state::{Command, Told};
use crate::ui::text::{Locale, grouped};

/// The strings.
pub const TEXT: MendingText = MendingText {
    commands: "校正",
    command: |command| match command {
        Command::Split => "另起一段",
        Command::Join => "接下段",
        Command::MakeHeadline => "作标题",
        Command::MakeParagraph => "作正文",
        Command::SetAside => "移出",
        Command::Restore => "恢复",
        Command::DivideArticle => "分稿",
        Command::MergeArticles => "并稿",
    },
    command_note: |command| match command {
        Command::Split => "从光标处另起一段；← → 移动光标，Ctrl+← → 跳到原文折行处",
        Command::Join => "与下一段接排成一段",
        Command::MakeHeadline => "作为某篇稿件的引题、主标题或副题",
        Command::MakeParagraph => "作为本篇的一段正文",
        Command::SetAside => "移出正文，不计入，可恢复",
        Command::Restore => "移回正文，接在前一处所属的稿件里",
        Command::DivideArticle => "从这一段起，另为一篇",
        Command::MergeArticles => "并入上一篇，接在其后",
    },
    key: |command| match command {
        Command::Split => "Enter",
        Command::Join => "Del",
        letter => letter_key(letter),
    },
    hint: "点击一段，或用 ↑ ↓ 选定，即可校正；J 转到待核。",
    corrected: "校",
    corrected_note: |commands| {
        let names: Vec<&str> = commands
            .iter()
            .map(|command| (TEXT.command)(*command))
            .collect();
        format!("人工校正：{}", names.join("、"))
    },
    doubt_note: |answer, reason, confidence| {
        let (answer, reason) = ((TEXT.answer)(answer), (TEXT.reason)(reason));
        format!("存疑：{answer}。{reason}。把握 {confidence}（50 等于猜，100 为确定）")
    },
    unfitting: |count| format!("{count} 处校正与现在的版面不合，未生效"),
    told: |told| match told {
        Told::Done(Command::Split) => "已另起一段".to_owned(),
        Told::Done(Command::Join) => "已与下一段接排".to_owned(),
        Told::Done(Command::MakeHeadline) => "已作为标题".to_owned(),
        Told::Done(Command::MakeParagraph) => "已作为正文".to_owned(),
        Told::Done(Command::SetAside) => "已移出".to_owned(),
        Told::Done(Command::Restore) => "已恢复".to_owned(),
        Told::Done(Command::DivideArticle) => "已分稿".to_owned(),
        Told::Done(Command::MergeArticles) => "已并稿".to_owned(),
        Told::DoesNotFit(Command::Split) => "光标要在段中：← → 移动光标，再另起一段".to_owned(),
        Told::DoesNotFit(Command::Join) => "本篇之内，后面没有同类的段可接".to_owned(),
        Told::DoesNotFit(Command::MergeArticles) => "前面没有可并入的稿件".to_owned(),
        Told::DoesNotFit(Command::DivideArticle) => "已在篇首，或不是正文，不能分稿".to_owned(),
        Told::DoesNotFit(command) => format!("此处不能{}", (TEXT.command)(command)),
        Told::Judged { is_right: true, .. } => "记为正确".to_owned(),
        Told::Judged { mended: true, .. } => "记为有误，已改".to_owned(),
        Told::Judged { .. } => "记为有误：请选一种改法".to_owned(),
        Told::NoFurther => "没有更多了".to_owned(),
        Told::Undone => "已撤销一步".to_owned(),
        Told::Redone => "已重做一步".to_owned(),
    },

    role: "作为",
    article: "归入",
    article_number: |number| format!("第 {number} 篇"),
    make: "确定",
    cancel: "取消",

    review: "待核",
    doubtful: "存疑",
    sample: "抽样核对",
    another_sample: "另抽一批",
    sums: |decisions, doubtful| {
        format!(
            "共 {} 处判断，存疑 {} 处",
            grouped(decisions),
            grouped(doubtful)
        )
    },
    seen: |seen, all| format!("已看 {} / {} 处", grouped(seen), grouped(all)),
    nothing_doubtful: "没有存疑之处。想知道读得准不准，可以抽样核对。",
    answer: |answer| match answer {
        Answer::Break(BreakAnswer::Wrap) => "接排".to_owned(),
        Answer::Break(BreakAnswer::Paragraph) => "另段".to_owned(),
        Answer::Break(BreakAnswer::Unit) => "另篇".to_owned(),
        Answer::Headline(role) => unit(UnitKind::Headline(role)).to_owned(),
        Answer::ArticleBegins => "篇首".to_owned(),
        Answer::SetAside(rule) => format!("移出·{}", unit(UnitKind::SetAside(rule))),
    },
    reason: |reason| match reason {
        Reason::OwnUnit => "其中一行自成一项，如报眉、表格行、日期",
        Reason::SentenceEnds => "上一行止于句末",
        Reason::SentenceOpen => "上一行句子未完",
        Reason::FullLine => "上一行排满了栏宽",
        Reason::ShortLine => "上一行没有排满就断了",
        Reason::OverwideLine => "这一行比栏宽还长",
        Reason::BlankLines => "中间隔有空行",
        Reason::Indent => "下一行缩进，或因缩进丢失而短了两字",
        Reason::NoIndent => "段首都缩进，下一行却没有",
        Reason::BarredStart => "下一行以不能排在行首的标点开头",
        Reason::OpenBracket => "括号或引号还没有闭合",
        Reason::Numbered => "下一行以序号或项目符号开头",
        Reason::WordSpans => "有一个词跨在两行之间",
        Reason::Unmarked => "两行都没有正文的标点",
        Reason::LineIsParagraph => "全文都是一行一段",
        Reason::Heading => "其中一行像标题或小标题",
        Reason::Caption => "其中一行是图片说明，或以摄影署名结尾",
        Reason::Dateline => "此处是消息头（讯头、电头）",
        Reason::Byline => "前后有署名",
        Reason::OneHeadline => "几行同属一个标题、署名或落款",
        Reason::SharedWords => "标题与这一篇共用的字词最多",
        Reason::Position => "标题紧挨着这一篇",
        Reason::FirstOnPage => "版面上的第一篇",
        Reason::BehindHeadline => "前面是标题",
        Reason::BehindEnd => "上一篇已有署名或落款收尾",
        Reason::ByRule => "合乎一类非正文的特征",
    },
    confidence: |confidence| format!("把握 {confidence}"),
    confidence_note: "把握：50 等于猜，100 为确定；不足 70 即存疑",
    yes: "是",
    no: "否",
    if_wrong: |correction| match correction {
        Some(Correction::Split { .. }) => "改为另段".to_owned(),
        Some(Correction::Join { .. }) => "改为接排".to_owned(),
        Some(Correction::MakeHeadline { .. }) => "改作标题".to_owned(),
        Some(Correction::MakeParagraph { .. }) => "改作正文".to_owned(),
        Some(Correction::SetAside { .. }) => "改为移出".to_owned(),
        Some(Correction::Restore { .. }) => "恢复".to_owned(),
        Some(Correction::DivideArticle { .. }) => "改为分稿".to_owned(),
        Some(Correction::MergeArticles { .. }) => "改为并稿".to_owned(),
        None => "另选改法".to_owned(),
    },
    next: "下一处",
    previous: "上一处",
    judged: |judged| match judged {
        Some(true) => "判为正确",
        Some(false) => "判为有误",
        None => "未判",
    },
    precision: |precision, is_sample| {
        if precision.judged == 0 {
            return if is_sample {
                "从全部判断中等概率抽取。判过之后，这里给出正确率和 95% 置信区间。".to_owned()
            } else {
                String::new()
            };
        }
        let of = if is_sample {
            "正确率"
        } else {
            "存疑处的正确率（不代表全部判断）"
        };
        format!(
            "已判 {} 处，对 {} 处：{of} {}，95% 置信区间 {}–{}（Wilson 法）",
            grouped(precision.judged),
            grouped(precision.right),
            share(precision),
            percent(precision.low),
            percent(precision.high)
        )
    },

    project: "工程",
    project_note: "设置、校正、停用词与取舍，按文件的 SHA-256 记存；不含原文",
    save_project: "保存工程",
    open_project: "打开工程",
    unsaved: "有校正尚未存入工程文件",
    file_project: "词镜工程",
    opened: "工程已打开",
    project_error: |error| match error {
        None => "读不到这个文件，或者它太大，不会是工程文件。".to_owned(),
        Some(ProjectError::NotJson { line, column }) => {
            format!("这不是工程文件：第 {line} 行第 {column} 列起不是 JSON。")
        }
        Some(ProjectError::NotAProject) => {
            "这不是词镜的工程文件：缺少 cijing-project 一项。".to_owned()
        }
        Some(ProjectError::Newer { version }) => {
            format!("这个工程由更新版本的词镜保存（格式 {version}），请更新后再打开。")
        }
        Some(ProjectError::Damaged { line, column, what }) => {
            format!("工程文件第 {line} 行第 {column} 列有误：{what}")
        }
    },
};

fn unit(kind: UnitKind) -> &'static str {
    (Locale::Chinese.text().unit)(kind)
}
