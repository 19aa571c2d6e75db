//! What each measure says of itself: a sentence, formulas, works.

use super::works::Cited;
use crate::measures::options::{
    Boundary, CollocationOptions, DiversityOptions, ItemKind, KeynessEvidence, KeynessOptions,
    KeywordMethod, NgramOptions, NgramUnit, RowTotal, Sign, Significance,
};
use crate::report::answers::trend::TrendBy;
use crate::report::table_notes::Bilingual;

/// A measure that was taken, of what, and how.
#[derive(Debug, Clone, PartialEq)]
pub enum Taken {
    /// 词表.
    Items {
        /// Of what.
        of: Bilingual,
        /// What is an item.
        items: ItemKind,
    },
    /// 主题词.
    Keyness {
        /// 目标语料.
        target: Bilingual,
        /// 参照语料.
        reference: Bilingual,
        /// Whether the reference is no corpus.
        is_ranking: bool,
        /// What is an item.
        items: ItemKind,
        /// How.
        options: KeynessOptions,
    },
    /// 关键词.
    Keywords {
        /// Of what.
        of: Bilingual,
        /// How.
        method: KeywordMethod,
    },
    /// 搭配.
    Collocates {
        /// The node.
        node: String,
        /// Of what.
        of: Bilingual,
        /// How.
        options: CollocationOptions,
    },
    /// N元词串.
    Ngrams {
        /// Of what.
        of: Bilingual,
        /// How.
        options: NgramOptions,
    },
    /// 趋势.
    Trend {
        /// The items.
        items: Vec<String>,
        /// Of what.
        of: Bilingual,
        /// By what.
        by: TrendBy,
    },
    /// 文本统计.
    Texts {
        /// Of what.
        of: Bilingual,
        /// How.
        options: DiversityOptions,
    },
}

/// What a measure says of itself.
pub struct Told {
    /// The sentence.
    pub sentence: Bilingual,
    /// The formulas.
    pub formulas: &'static [&'static str],
    /// The works.
    pub works: Vec<Cited>,
}

const DISPERSION: [&str; 7] = [
    "DP = ½ Σ |vᵢ/f − sᵢ|；DPnorm = DP / (1 − min sᵢ)：vᵢ 为第 i 篇中的频次，sᵢ 为该篇占全部词次的比例，f = Σ vᵢ",
    "Juilland D = 1 − (σ/μ)/√(n−1)，取 pᵢ = vᵢ / 篇长",
    "Carroll D₂ = H(pᵢ/Σp) / ln n，取 pᵢ = vᵢ / 篇长",
    "Rosengren S = (Σ √(sᵢ vᵢ))² / f",
    "ARF = (1/v) Σ min(dᵢ, v)，v = N/f，dᵢ 为相邻两次出现的距离（首尾相接）",
    "每万词 = f · 10 000 / N（N ≥ 1 000 000 时为每百万词）",
    "见于篇数 = 出现该项的篇数",
];

const KEYNESS: [&str; 9] = [
    "G² = 2 Σ O ln(O/E)（四项：目标与参照的频次 a、b 及其余词次 c−a、d−b；两项：只取 a、b），相对频率低于参照时记负号",
    "χ² = Σ (O−E)²/E",
    "BIC = G² − ln N，N = c + d",
    "Log Ratio = log₂[(a+½)/(c+½)] − log₂[(b+½)/(d+½)]",
    "保守对数比 LRC：两比率之比的95%精确条件置信区间（Clopper–Pearson，经 Bonferroni 校正）中靠近1的一端，取 log₂；区间含1时为0",
    "%DIFF = (a/c − b/d)·100 / (b/d)",
    "优势比 = a(d−b) / (b(c−a))",
    "差异系数 = (a/c − b/d) / (a/c + b/d)",
    "Simple maths = (10⁶a/c + k) / (10⁶b/d + k)",
];

const COLLOCATION: [&str; 10] = [
    "E = R·f(w)/N，R 为行合计",
    "G² = 2 Σ O ln(O/E)（四项）",
    "MI = log₂(O/E)；MI² = log₂(O²/E)；MI³ = log₂(O³/E)",
    "NPMI = MI / −log₂(O/N)",
    "t = (O−E)/√O；z = (O−E)/√E",
    "Dice = 2O/(f(n)+f(w))；logDice = 14 + log₂ Dice",
    "ΔP(w|n) = O₁₁/R₁ − O₂₁/R₂",
    "ΔP(n|w) = O₁₁/C₁ − O₁₂/C₂",
    "最小敏感度 = min(O/f(n), O/f(w))",
    "Log Ratio：窗口内外的相对频率之比，取 log₂",
];

const TEXTS: [&str; 5] = [
    "TTR = 词种/词次",
    "STTR：相继若干词次一段，各段 TTR 的平均，末段不足者不计",
    "MATTR：移动窗口 TTR 的平均",
    "MTLD：TTR 降至0.720为一段，词次/段数，正反两向平均",
    "HD-D：随机取42个词次时各词种出现概率之和除以42",
];

impl Taken {
    /// What it says of itself.
    pub fn tell(&self) -> Told {
        match self {
            Self::Items { of, items } => told_of_items(of, *items),
            Self::Keyness {
                target,
                reference,
                is_ranking,
                items,
                options,
            } => told_of_keyness((target, reference), *is_ranking, *items, options),
            Self::Keywords { of, method } => told_of_keywords(of, *method),
            Self::Collocates { node, of, options } => told_of_collocates(node, of, options),
            Self::Ngrams { of, options } => told_of_ngrams(of, options),
            Self::Trend { items, of, by } => told_of_trend(items, of, *by),
            Self::Texts { of, options } => told_of_texts(of, options),
        }
    }
}

fn item_kind(items: ItemKind) -> (&'static str, &'static str) {
    match items {
        ItemKind::Words => ("词", "words"),
        ItemKind::Phrases => ("提法", "set phrases"),
        ItemKind::Persons => ("人名", "persons"),
        ItemKind::Places => ("地名", "places"),
        ItemKind::Organisations => ("机构名", "organisations"),
        ItemKind::Groups => ("概念组", "concept groups"),
    }
}

fn told_of_items(of: &Bilingual, items: ItemKind) -> Told {
    let (chinese, english) = item_kind(items);
    Told {
        sentence: Bilingual::new(
            format!(
                "词表以{chinese}为单位，取自{}；分布均匀度以篇为部分，按各篇长短计算（DP，Gries 2008；DPnorm，Lijffijt \
                 & Gries 2012）。",
                of.chinese
            ),
            format!(
                "The list counts {english} in {}; dispersion is over articles of unequal length (DP: Gries 2008; DPnorm: \
                 Lijffijt & Gries 2012).",
                of.english
            ),
        ),
        formulas: &DISPERSION,
        works: vec![
            Cited::Carroll1970,
            Cited::Gries2008,
            Cited::Juilland1964,
            Cited::Lijffijt2012,
            Cited::Rosengren1971,
            Cited::Savicky2002,
        ],
    }
}

fn told_of_keyness(
    (target, reference): (&Bilingual, &Bilingual),
    is_ranking: bool,
    items: ItemKind,
    options: &KeynessOptions,
) -> Told {
    let (kind, kind_english) = item_kind(items);
    let mut chinese = format!(
        "主题词以{kind}为单位，目标语料为{}，参照为{}",
        target.chinese, reference.chinese
    );
    let mut english = format!(
        "Keywords ({kind_english}) compare {} with {}",
        target.english, reference.english
    );
    if is_ranking {
        chinese += "；参照为词典频率，不是语料，故只作排序，不作显著性检验。";
        english += "; the reference is a dictionary and no corpus, so the list is a ranking without a test of significance.";
    } else {
        let (test, test_english) = significance(options.significance);
        let (evidence, evidence_english) = evidence(options);
        let (least, least_english) = least(options);
        let (sign, sign_english) = sign(options.sign);
        chinese += &format!(
            "；显著性用{test}，{evidence}；效应量用 Log Ratio（Hardie 2014，零频按 Walter 1975 处理）和保守对数比（Evert \
             2022）；{least}；{sign}。"
        );
        english += &format!(
            "; significance: {test_english}, {evidence_english}; effect size: Log Ratio (Hardie 2014, zeros after Walter \
             1975) and conservative Log Ratio (Evert 2022); {least_english}; {sign_english}."
        );
    }
    let mut works = vec![
        Cited::Dunning1993,
        Cited::Evert2022,
        Cited::Fay2010,
        Cited::Gabrielatos2011,
        Cited::Hardie2014,
        Cited::Hofland1982,
        Cited::Kilgarriff2009,
        Cited::Pojanapunya2018,
        Cited::Walter1975,
        Cited::Wilson2013,
    ];
    if options.significance == Significance::LogLikelihoodOfTwoTerms {
        works.push(Cited::Rayson2000);
    }
    if options.bonferroni {
        works.push(Cited::Dunn1961);
    }
    Told {
        sentence: Bilingual::new(chinese, english),
        formulas: &KEYNESS,
        works,
    }
}

fn significance(test: Significance) -> (&'static str, &'static str) {
    match test {
        Significance::LogLikelihood => (
            "对数似然值（四项，Dunning 1993）",
            "log-likelihood with four terms (Dunning 1993)",
        ),
        Significance::LogLikelihoodOfTwoTerms => (
            "对数似然值（两项，Rayson & Garside 2000）",
            "log-likelihood with two terms (Rayson & Garside 2000)",
        ),
        Significance::ChiSquared => ("卡方检验（无 Yates 校正）", "χ² without Yates’s correction"),
    }
}

fn evidence(options: &KeynessOptions) -> (String, String) {
    let level = match options.evidence {
        KeynessEvidence::Automatic => {
            return (
                "两方都在5万词次以上时要求 BIC ≥ 2，否则不设门槛、只作描述".to_owned(),
                "BIC of at least 2 where both sides have 50,000 tokens, otherwise no threshold and description only"
                    .to_owned(),
            );
        }
        KeynessEvidence::None => {
            return ("不设显著性门槛".to_owned(), "no threshold".to_owned());
        }
        KeynessEvidence::Bic => {
            return ("要求 BIC ≥ 2".to_owned(), "BIC of at least 2".to_owned());
        }
        KeynessEvidence::Five => "0.05",
        KeynessEvidence::One => "0.01",
        KeynessEvidence::Tenth => "0.001",
        KeynessEvidence::Hundredth => "0.0001",
    };
    if options.bonferroni {
        (
            format!("要求 p < {level}（经 Bonferroni 校正）"),
            format!("p < {level} after Bonferroni’s correction"),
        )
    } else {
        (
            format!("要求 p < {level}（未作多重检验校正）"),
            format!("p < {level} without correction for multiple tests"),
        )
    }
}

fn least(options: &KeynessOptions) -> (String, String) {
    let count = options.least_count.map_or_else(
        || {
            (
                "频次至少5（小语料3）".to_owned(),
                "count at least 5 (3 in small groups)".to_owned(),
            )
        },
        |count| {
            (
                format!("频次至少{count}"),
                format!("count at least {count}"),
            )
        },
    );
    let articles = options.least_articles.map_or_else(
        || {
            (
                "见于至少3篇（小语料不限）".to_owned(),
                "in at least 3 articles (any number in small groups)".to_owned(),
            )
        },
        |count| {
            (
                format!("见于至少{count}篇"),
                format!("in at least {count} articles"),
            )
        },
    );
    (
        format!("{}，{}", count.0, articles.0),
        format!("{}, {}", count.1, articles.1),
    )
}

fn sign(sign: Sign) -> (&'static str, &'static str) {
    match sign {
        Sign::Both => (
            "正、负主题词都列出",
            "positive and negative keywords are listed",
        ),
        Sign::Positive => ("只列正主题词", "only positive keywords are listed"),
        Sign::Negative => ("只列负主题词", "only negative keywords are listed"),
    }
}

fn told_of_keywords(of: &Bilingual, method: KeywordMethod) -> Told {
    let (chinese, english, works): (&str, &str, Vec<Cited>) = match method {
        KeywordMethod::TfIdfOfJieba => (
            "TF-IDF，算法和逆文档频率表同 Python 版结巴0.42.1（启用HMM，去掉单字词和英文停用词）",
            "TF-IDF with the algorithm and the table of inverse document frequencies of jieba 0.42.1 for Python (hidden \
             Markov model on; single characters and English stop words left out)",
            vec![Cited::SparckJones1972],
        ),
        KeywordMethod::TfIdfOfCorpus => (
            "TF-IDF，逆文档频率取自本语料各篇",
            "TF-IDF with document frequencies of the articles of the corpus",
            vec![Cited::SparckJones1972],
        ),
        KeywordMethod::TextRank => (
            "TextRank（窗口5，词性 ns、n、vn、v，定义同 Python 版结巴，切分和词性为本程序所作）",
            "TextRank (window 5; tags ns, n, vn, v; defined as in jieba for Python, on the tokens and tags of this program)",
            vec![Cited::Mihalcea2004],
        ),
    };
    Told {
        sentence: Bilingual::new(
            format!("{}的关键词用{chinese}。", of.chinese),
            format!("Keywords of {}: {english}.", of.english),
        ),
        formulas: &[
            "TF-IDF = (f(w)/Σf) · idf(w)；idf 未知者取中位数；本语料 idf = ln(n/df)",
            "TextRank：d = 0.85，迭代10次，w = (1−d) + d·Σ w·weight/out",
        ],
        works,
    }
}

fn boundary(within: Boundary) -> (&'static str, &'static str) {
    match within {
        Boundary::Sentence => ("句", "sentences"),
        Boundary::Paragraph => ("段", "paragraphs"),
        Boundary::Article => ("篇", "articles"),
    }
}

fn told_of_collocates(node: &str, of: &Bilingual, options: &CollocationOptions) -> Told {
    let (left, right, least) = (options.left, options.right, options.least);
    let (unit, unit_english) = boundary(options.within);
    let (total, total_english) = match options.row_total {
        RowTotal::Windows => (
            "行合计为窗口内词次（Evert 2008）",
            "row total: tokens inside the windows (Evert 2008)",
        ),
        RowTotal::Node => ("行合计为节点词频次", "row total: count of the node"),
    };
    Told {
        sentence: Bilingual::new(
            format!(
                "“{node}”的搭配取自{}：跨距左{left}右{right}（词次，标点不计），不跨{unit}，共现至少{least}次，{total}；\
                 指标为对数似然值（Dunning 1993）、MI（Church & Hanks 1990）、MI³（Daille 1994）、t 值（Church et al. 1991）、\
                 logDice（Rychlý 2008）等。",
                of.chinese
            ),
            format!(
                "Collocates of “{node}” in {}: span {left}L {right}R in tokens without marks, not crossing {unit_english}, at \
                 least {least} co-occurrences, {total_english}; log-likelihood (Dunning 1993), MI (Church & Hanks 1990), MI³ \
                 (Daille 1994), t-score (Church et al. 1991), logDice (Rychlý 2008) and others.",
                of.english
            ),
        ),
        formulas: &COLLOCATION,
        works: vec![
            Cited::Bouma2009,
            Cited::Brezina2015,
            Cited::Church1991,
            Cited::ChurchHanks1990,
            Cited::Daille1994,
            Cited::Dunning1993,
            Cited::Evert2008,
            Cited::Gries2013,
            Cited::Hardie2014,
            Cited::Pedersen1996,
            Cited::Rychly2008,
            Cited::Smadja1996,
        ],
    }
}

fn told_of_ngrams(of: &Bilingual, options: &NgramOptions) -> Told {
    let (unit, unit_english) = match options.unit {
        NgramUnit::Words => ("词", "words"),
        NgramUnit::Characters => ("字", "characters"),
    };
    let (shortest, longest) = (options.shortest, options.longest);
    let (count, articles) = (options.least_count, options.least_articles);
    let mut chinese = format!(
        "N元词串取自{}：{shortest}至{longest}{unit}，频次至少{count}，见于至少{articles}篇，不跨句",
        of.chinese
    );
    let mut english = format!(
        "N-grams of {}: {shortest} to {longest} {unit_english}, count at least {count}, in at least {articles} articles, \
         inside sentences",
        of.english
    );
    for (on, added, added_english) in [
        (
            options.over_marks,
            "，可跨顿号和引号",
            ", running over enumeration commas and quotation marks",
        ),
        (options.longest_only, "，只留最长者", ", longest only"),
        (
            options.frames,
            "，留一空位（短语框架）",
            ", with one open slot (phrase frames)",
        ),
    ] {
        if on {
            chinese += added;
            english += added_english;
        }
    }
    Told {
        sentence: Bilingual::new(chinese + "。", english + "."),
        formulas: &[],
        works: Vec::new(),
    }
}

fn told_of_trend(items: &[String], of: &Bilingual, by: TrendBy) -> Told {
    let (unit, unit_english) = match by {
        TrendBy::Date => ("日", "day"),
        TrendBy::Month => ("月", "month"),
        TrendBy::Year => ("年", "year"),
        TrendBy::Article => ("篇", "article"),
        TrendBy::Newspaper => ("报名", "newspaper"),
        TrendBy::File => ("文件", "file"),
    };
    Told {
        sentence: Bilingual::new(
            format!(
                "趋势按{unit}统计{}在{}中的频次，相对频率以该{unit}的词次为分母。",
                items.join("、"),
                of.chinese
            ),
            format!(
                "Trends count {} in {} by {unit_english}; relative frequencies are of the tokens of each {unit_english}.",
                items.join(", "),
                of.english
            ),
        ),
        formulas: &[],
        works: Vec::new(),
    }
}

fn told_of_texts(of: &Bilingual, options: &DiversityOptions) -> Told {
    let (stretch, window) = (options.standardised, options.window);
    Told {
        sentence: Bilingual::new(
            format!(
                "{}的词汇丰富度以切分后的词次计算：STTR 每段{stretch}词次，MATTR 窗口{window}词次（Covington & McFall 2010），\
                 MTLD 阈值0.720、HD-D 样本42（McCarthy & Jarvis 2010）。",
                of.chinese
            ),
            format!(
                "Lexical diversity of {} is of tokens after segmentation: STTR in stretches of {stretch} tokens, MATTR with a \
                 window of {window} (Covington & McFall 2010), MTLD at 0.720 and HD-D with samples of 42 (McCarthy & Jarvis \
                 2010).",
                of.english
            ),
        ),
        formulas: &TEXTS,
        works: vec![
            Cited::Covington2010,
            Cited::Johnson1944,
            Cited::McCarthy2010,
        ],
    }
}
